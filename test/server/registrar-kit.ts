import { reasonPhrase } from "../../src/catalogue/mod.ts";
import type { Observation } from "../../src/kernel/mod.ts";
import type { Binding, BindingStore } from "../../src/server/binding.ts";
import { LocationService } from "../../src/server/location.ts";
import { defaultPolicy } from "../../src/server/policy.ts";
import { Registrar, type RegistrarPolicy } from "../../src/server/registrar.ts";
import { canonicalHost, Header, type Message, parseMessage, writeResponse } from "../../src/syntax/mod.ts";
import type { Flow, FlowUser, Protocol } from "../../src/transport/mod.ts";
import { TestKernel } from "../auth/kit.ts";

/** The way a REGISTER comes. */
export class TestFlow implements Flow {
  readonly protocol: Protocol;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly id: number;
  readonly listener;
  readonly users = new Set<FlowUser>();
  open = true;

  constructor(
    protocol: Protocol = "UDP",
    remoteHost = "192.0.2.1",
    remotePort = 5060,
    id = protocol === "UDP" ? 0 : 1,
  ) {
    this.protocol = protocol;
    this.remoteHost = remoteHost;
    this.remotePort = remotePort;
    this.id = id;
    this.listener = { protocol, host: "192.0.2.99", port: 5060, sentBy: "192.0.2.99:5060" };
  }

  send(): boolean {
    return this.open;
  }
  attach(user: FlowUser): void {
    this.users.add(user);
  }
  detach(user: FlowUser): void {
    this.users.delete(user);
  }
  close(): void {
    this.open = false;
    for (const user of this.users) user.onFlowClosed(this, "closed");
  }
}

/** A store whose next commits can be made to fail. */
export class FragileStore implements BindingStore {
  readonly rows = new Map<number, Binding>();
  commits = 0;
  broken = false;

  load(now: number): Iterable<Binding> {
    return [...this.rows.values()].filter((binding) => binding.expiresAt > now);
  }

  commit(put: readonly Binding[], removed: readonly number[]): void {
    if (this.broken) throw new Error("disk full");
    this.commits++;
    for (const binding of put) this.rows.set(binding.id, binding);
    for (const id of removed) this.rows.delete(id);
  }
}

/** What one REGISTER is made of; header lines as given. */
export interface Register {
  readonly user?: string;
  readonly to?: string;
  readonly from?: string;
  readonly uri?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly via?: string;
  readonly flow?: TestFlow;
  readonly identity?: string | null;
}

/** A registrar for example.com and example.net, and somebody who registers. */
export class Office {
  readonly kernel = new TestKernel();
  readonly store: FragileStore;
  readonly location: LocationService;
  readonly registrar: Registrar;
  readonly seen: string[] = [];
  readonly whys: string[] = [];
  private cseq = 0;
  private branch = 0;

  constructor(policy: Partial<RegistrarPolicy> = {}, store = new FragileStore(), time?: number) {
    if (time !== undefined) this.kernel.time = time;
    this.store = store;
    this.kernel.observations.subscribe(["registration", "fault"], (seen: Observation) => {
      if (seen.type === "registration") this.seen.push(`${seen.change} ${seen.contact} ${seen.expires}`);
      if (seen.type === "fault") this.seen.push(`fault: ${seen.fault.text}`);
    });
    this.location = new LocationService(this.kernel, store);
    this.registrar = new Registrar(this.kernel, this.location, { ...defaultPolicy, ...policy }, (uri) => {
      if (uri.host === "192.0.2.99" || uri.host === "2001:db8::99") return "example.com";
      const host = canonicalHost(uri.host);
      return host === "example.com" || host === "example.net" ? host : null;
    });
  }

  /** Sends a REGISTER; the answer stands in the array once the batch is committed. */
  send(parts: Register, ...headers: string[]): Message[] {
    const answers: Message[] = [];
    const user = parts.user ?? "alice";
    const to = parts.to ?? `<sip:${user}@example.com>`;
    const text = [
      `REGISTER ${parts.uri ?? "sip:example.com"} SIP/2.0`,
      `Via: ${parts.via ?? `SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${++this.branch}`}`,
      `From: ${parts.from ?? to};tag=1`,
      `To: ${to}`,
      `Call-ID: ${parts.callId ?? "1@192.0.2.1"}`,
      `CSeq: ${parts.cseq ?? ++this.cseq} REGISTER`,
      ...headers,
    ];
    this.sendText(`${text.join("\r\n")}\r\n\r\n`, parts, answers);
    return answers;
  }

  sendText(text: string, parts: Register, answers: Message[] = []): Message[] {
    const request = parseMessage(text);
    if (request === null) throw new Error("no message");
    const respond = (status: number, phrase: string, lines = "", why = "") => {
      this.whys.push(why);
      const answer = parseMessage(writeResponse(request, status, phrase || reasonPhrase(status), "t", lines));
      if (answer === null) throw new Error("no answer");
      answers.push(answer);
    };
    this.registrar.register(request, parts.flow ?? new TestFlow(), { respond }, parts.identity ?? null);
    return answers;
  }

  /** Sends a REGISTER and gives its answer. */
  register(parts: Register, ...headers: string[]): Message {
    const answers = this.send(parts, ...headers);
    this.kernel.settle();
    if (answers.length !== 1) throw new Error(`${answers.length} answers`);
    return answers[0] as Message;
  }

  /** URIs that a call to the user goes to. */
  targets(user = "alice"): string[] {
    return this.location.lookup(`${user}@example.com`, this.kernel.time).map((binding) => binding.contact);
  }
}

/** The Contact values of an answer. */
export function contactsOf(answer: Message): string[] {
  return answer.values(Header.Contact);
}
