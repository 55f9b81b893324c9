import { isProvisional, isSuccess, responseCode, sampleValue } from "../../catalogue/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { observeDecided, type Residents } from "../../server/mod.ts";
import { isSipUri, type Message, writeChallenge } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import {
  type Headers,
  type IncomingCall,
  type IncomingRequest,
  type MediaSession,
  UserAgent,
  type UserAgentHost,
} from "../../ua/mod.ts";
import { AnyMedia } from "./any-media.ts";
import { type DialPhone, type DialScript, isDialFault, LONGEST_TALK_MS, readDialName } from "./dial-name.ts";

/** What dial-a-code needs of the server it lives at. */
export interface DialHost extends UserAgentHost {
  /** The domain whose names it answers, for its redirections. */
  readonly domain: () => string;
  /** Media of an answered call: an echo, where the host has sound. */
  readonly newMedia: (() => MediaSession) | null;
}

/** Between two responses of a name without times of its own, in milliseconds. */
const PAUSE_MS = 1500;
/** What a name of provisional responses only ends with, so that nobody waits for ever (RFC 3261 §13.3.1.1). */
const GIVES_UP = { code: 480, afterMs: 8000 };
/** How long after a CANCEL a deaf phone answers. */
const DEAF_MS = 400;
/** How long a transferred call may ring. */
const TRANSFER_SECONDS = 40;
/** TEST-NET-1 (RFC 5737): nobody answers there. */
const NOWHERE = "sip:nobody@192.0.2.1:5060";

/** Methods beside INVITE that a name answers with its code. */
const OTHERS = ["MESSAGE", "OPTIONS", "SUBSCRIBE", "PUBLISH", "INFO", "REFER"];

/**
 * Dial-a-code: users that answer with the code they are called. It shares the server's transaction layer and gets what the
 * server has admitted; forks are made by the server's own proxy.
 */
export class DialService implements Residents {
  private readonly host: DialHost;
  private readonly agent: UserAgent;
  /** Its Contact is an address where nobody is. */
  private readonly lost: UserAgent;
  /** Whoever answers here can be transferred, and tells truthfully how that went. */
  private readonly transferee: UserAgent;
  /** Local tags of the calls that take a REFER and never tell. */
  private readonly silent = new Set<string>();

  constructor(host: DialHost) {
    this.host = host;
    const { newMedia } = host;
    const settings = {
      uri: "sip:dial@ringback.invalid",
      userAgent: "Ringback dial-a-code",
      sessionExpires: 0,
      ...(newMedia === null ? {} : { media: () => new AnyMedia(newMedia()) }),
    };
    // Neither attaches to the transport: the server reads it and hands over.
    const { kernel, transport, locator, layer } = host as Required<UserAgentHost>;
    const parts = { kernel, transport, locator, layer, isMany: true };
    this.agent = this.answering(new UserAgent(parts, settings));
    this.lost = this.answering(new UserAgent(parts, { ...settings, contact: NOWHERE }));
    this.transferee = this.answering(new UserAgent(parts, settings));
    this.transferee.onTransfer = (transfer) => {
      // Through this server, whose domains the DNS need not know; its ports are known only now.
      this.transferee.core.routes = [`<${this.addressOf("")};lr>`];
      transfer.accept({ ringFor: TRANSFER_SECONDS, redirects: "never" });
    };
  }

  serves(user: string): boolean {
    return readDialName(user) !== null;
  }

  targets(user: string): readonly (readonly string[])[] | null {
    const script = readDialName(user);
    if (script === null || isDialFault(script) || script.kind !== "fork") return null;
    return script.groups.map((group) => group.map((name) => this.addressOf(name)));
  }

  owns(request: Message): boolean {
    return this.agentOf(request) !== null;
  }

  onRequest(request: Message, flow: Flow): void {
    const agent = this.agentOf(request) ?? this.agentFor(scriptOf(request));
    // Callers that send everything through this server would deliver it in spite of the Contact.
    if (agent === this.lost && request.method === "ACK") return;
    agent.dispatch.onRequest(request, flow);
  }

  /** Ends its calls. */
  async close(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.close()));
  }

  private agentOf(request: Message): UserAgent | null {
    return this.agents.find((agent) => agent.core.dialogs.of(request) !== undefined) ?? null;
  }

  private get agents(): readonly UserAgent[] {
    return [this.agent, this.lost, this.transferee];
  }

  private agentFor(script: DialScript | null): UserAgent {
    if (script?.kind === "lostAck") return this.lost;
    const talks = script?.kind === "phone" && isSuccess(script.codes.at(-1) as number);
    return talks || script?.kind === "transferee" ? this.transferee : this.agent;
  }

  private answering(agent: UserAgent): UserAgent {
    agent.onCall = (call) => {
      this.tell(call);
      this.play(call);
    };
    for (const method of OTHERS) agent.handle(method, (request) => this.answer(request));
    return agent;
  }

  /** An address of this server, for a branch of its own proxy. */
  private addressOf(name: string): string {
    const listener = this.host.transport.listeners.find(({ protocol }) => protocol === "UDP" || protocol === "TCP");
    const transport = listener?.protocol === "TCP" ? ";transport=tcp" : "";
    return `sip:${name === "" ? "" : `${name}@`}${listener?.sentBy ?? this.host.domain()}${transport}`;
  }

  private nameAt(name: string): string {
    return `sip:${name}@${this.host.domain()}`;
  }

  /** The call log has a line for each call; of those that the server's own proxy forked, the proxy tells. */
  private tell({ request: { message }, outcome }: IncomingCall): void {
    const { kernel, layer } = this.host;
    if (!kernel.observations.wants.decided || layer?.isOwnBranch(message.via?.branch ?? "")) return;
    const began = kernel.clock.now();
    void outcome.then(({ code, phrase, decidedBy }) => {
      const afterMs = kernel.clock.now() - began;
      const status = code ?? 0;
      const isCallers = decidedBy === "caller";
      const phone = { name: "dial-a-code", target: message.requestUri, status, received: true, canceled: isCallers };
      observeDecided(kernel, message, {
        status,
        phrase,
        decidedBy: isCallers ? "caller" : "callee",
        why: "",
        afterMs,
        branches: [{ ...phone, afterMs, note: "" }],
      });
    });
  }

  private play(call: IncomingCall): void {
    const script = scriptOf(call.request.message);
    if (script === null) {
      call.reject(404, { headers: warning(call.request.message) });
      return;
    }
    switch (script.kind) {
      case "phone":
        this.ring(call, script);
        return;
      case "moved":
        call.redirect(
          script.to.map((name, i) => ({ uri: this.nameAt(name), q: 1 - i / 10 })),
          script.code,
        );
        return;
      case "fork":
        call.reject(500); // the server forks it before it comes here
        return;
      default:
        if (script.kind === "noNotify") {
          this.silent.add(call.localTag);
          call.onEnded = () => void this.silent.delete(call.localTag);
        }
        call.ring();
        void call.answer();
    }
  }

  /** Provisional responses one after the other, then the final one. */
  private ring(call: IncomingCall, phone: DialPhone): void {
    const { wheel } = this.host.kernel;
    const codes = [...phone.codes];
    const final = isProvisional(codes.at(-1) as number) ? GIVES_UP.code : (codes.pop() as number);
    const pause = isProvisional(phone.codes.at(-1) as number) ? GIVES_UP.afterMs : PAUSE_MS;
    if (phone.deaf) {
      call.onCancelRequest = () => {
        wheel.arm(new CallbackTimer(() => this.settle(call, final, phone)), DEAF_MS);
        return "stay";
      };
      if (codes.length === 0) codes.push(180);
    }
    const next = (): void => {
      const code = codes.shift();
      if (code === undefined) {
        this.settle(call, final, phone);
        return;
      }
      if (code > 100) call.progress(code, code === 183 ? true : "");
      wheel.arm(new CallbackTimer(next), codes.length === 0 ? (phone.afterMs ?? pause) : PAUSE_MS);
    };
    if (codes.length === 0 && phone.afterMs !== null) wheel.arm(new CallbackTimer(next), phone.afterMs);
    else next();
  }

  private settle(call: IncomingCall, code: number, phone: DialPhone): void {
    if (!call.pending) return;
    if (isSuccess(code)) {
      const { Contact: _, ...headers } = this.carried(code);
      void call.answer({ code, headers });
      const timer = new CallbackTimer(() => void call.hangUp());
      this.host.kernel.wheel.arm(timer, phone.talkMs ?? LONGEST_TALK_MS);
      call.onEnded = () => this.host.kernel.wheel.cancel(timer);
    } else if (code < 400) call.redirect(this.places(code), code);
    else call.reject(code, { ...(code >= 600 ? { scope: "everywhere" as const } : {}), headers: this.carried(code) });
  }

  /** Where a redirection points: somebody who answers. */
  private places(code: number): readonly { uri: string; q?: number }[] {
    const answers = { uri: this.nameAt("200") };
    return code === 300
      ? [
          { uri: this.nameAt("486"), q: 1 },
          { ...answers, q: 0.5 },
        ]
      : [answers];
  }

  /** What the catalogue says the code carries, with values that could be. */
  private carried(code: number): Headers {
    const fields = responseCode(code)?.carries.filter(({ level }) => level !== "may" || code === 503) ?? [];
    return Object.fromEntries(
      fields.map(({ field }) => [field, this.challenged(field, code) ?? sampleValue(field, code)]),
    );
  }

  /** A challenge nobody has credentials for: its realm is its own, so that no password is asked of the caller. */
  private challenged(field: string, code: number): string | null {
    if (!field.endsWith("-Authenticate")) return null;
    const nonce = this.host.kernel.random.token(24);
    const rest = { domain: null, opaque: null, algorithm: "MD5", qop: ["auth"], stale: false };
    return writeChallenge({ realm: `${code}.dial-a-code`, nonce, ...rest });
  }

  /** A request that is no INVITE is answered at once: a provisional response would be no use (RFC 4320). */
  private answer(request: IncomingRequest): void {
    const script = scriptOf(request.message);
    const silent = script?.kind === "noNotify" || this.silent.has(request.localTag);
    if (silent && request.method === "REFER") request.send(202, "");
    else if (request.dialog !== null) request.respond(200);
    else if (script?.kind === "phone") {
      const final = script.codes.find((code) => !isProvisional(code)) ?? 200;
      request.respond(final, { headers: final >= 300 ? this.carried(final) : {} });
    } else if (script === null) request.respond(404, { headers: warning(request.message) });
    else request.respond(200);
  }
}

/** What the Request-URI asks for; null for a name that cannot be read. */
function scriptOf(message: Message): DialScript | null {
  const script = readDialName(userOf(message));
  return script === null || isDialFault(script) ? null : script;
}

function userOf({ uri }: Message): string {
  return uri !== null && isSipUri(uri) ? (uri.user ?? "") : "";
}

/** What is wrong with a name, for whoever reads the trace. */
function warning(message: Message): Headers {
  const script = readDialName(userOf(message));
  const text = script !== null && isDialFault(script) ? `character ${script.at + 1}: ${script.text}` : "no such name";
  return { Warning: `399 dial-a-code "${text.replace(/["\\]/g, "'")}"` };
}
