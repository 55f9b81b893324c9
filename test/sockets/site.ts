/** `ringback serve` within this process, on loopback ports the system chooses, and phones round it. */

import { buildLadder, drawLadder, type Passage } from "../../src/diagnosis/mod.ts";
import { NodeKernel } from "../../src/host/kernel.ts";
import { type RunningServer, resolveSettings, type ServeFlags, startServer } from "../../src/host/mod.ts";
import type { Observation } from "../../src/kernel/mod.ts";
import type { Endpoint } from "../../src/lab/mod.ts";
import type { ServerPolicy } from "../../src/server/mod.ts";
import { hostPort, type Protocol } from "../../src/transport/mod.ts";
import { Bell, LOOPBACK, Phones } from "./phones.ts";

export const DOMAIN = "example.com";

/** A tenth of the RFC's base timers, so that 64·T1 is 3.2 s. Milliseconds. */
export const shortTimers = { t1: 50, t2: 400, t4: 500 } as const;

export interface SiteOptions extends Pick<ServeFlags, "listen" | "user" | "tlsCert" | "tlsKey"> {
  readonly policy?: Partial<ServerPolicy>;
}

type MessageObservation = Extract<Observation, { type: "message" }>;

/** The server, wired as the command wires it. With users requests are challenged. */
export class Site implements AsyncDisposable {
  /** Every message that the server received or sent, in order. */
  readonly messages: MessageObservation[] = [];
  /** What it reported of itself: exceptions above all. */
  readonly faults: Observation[] = [];
  readonly phones: Phones;
  private readonly kernel = new NodeKernel();
  private readonly running: RunningServer;
  private readonly groups: Phones[] = [];
  private readonly bell = new Bell();
  /** Transactions that have changed their state and not ended. */
  private readonly transactions = new Set<string>();

  private constructor(running: RunningServer) {
    this.running = running;
    this.phones = this.group();
    running.observations.subscribe(["message", "fault", "transaction"], (each) => {
      if (each.type === "message") this.messages.push(each);
      if (each.type === "fault" && each.fault.blame === "local") this.faults.push(each);
      if (each.type !== "transaction") return;
      const key = `${each.machine} ${each.key}`;
      if (each.to === "Terminated") this.transactions.delete(key);
      else this.transactions.add(key);
      this.bell.ring();
    });
  }

  static async start(options: SiteOptions = {}): Promise<Site> {
    const { policy, listen = [`udp:${LOOPBACK}:0`, `tcp:${LOOPBACK}:0`], ...flags } = options;
    const settings = resolveSettings(
      {
        listen,
        http: `${LOOPBACK}:0`,
        domain: [DOMAIN],
        data: ":memory:",
        quiet: true,
        auth: options.user === undefined ? "off" : "digest",
        ...flags,
      },
      null,
      ".",
    );
    if (typeof settings === "string") throw new Error(settings);
    const running = await startServer({ ...settings, policy: { ...settings.policy, ...policy } });
    if (typeof running === "string") throw new Error(running);
    return new Site(running);
  }

  /** Where the server listens for `protocol`. */
  at(protocol: Protocol, host = LOOPBACK): Endpoint {
    const prefix = `${protocol.toLowerCase()}:${hostPort(host, 0).slice(0, -1)}`;
    const found = this.running.listening.find((each) => each.startsWith(prefix));
    if (found === undefined) throw new Error(`it does not listen at ${prefix} but at ${this.running.listening}`);
    return { protocol, host, port: Number.parseInt(found.slice(prefix.length), 10) };
  }

  /** Further phones, with a bell of their own. */
  group(): Phones {
    const phones = new Phones(this.kernel);
    this.groups.push(phones);
    return phones;
  }

  /** Resolves when no transaction is left; throws when one stays for `limitMs`. */
  async settle(limitMs: number): Promise<void> {
    const left = (): string => [...this.transactions].slice(0, 5).join(", ");
    await this.bell.until(
      () => this.transactions.size === 0,
      () => `the end of ${left()}`,
      limitMs,
    );
    const metrics = await (await fetch(`${this.running.httpUrl}metrics`)).text();
    const counts = metrics.match(/^ringback_transactions\b.*$/gm) ?? [];
    if (counts.length === 0 || counts.some((line) => !line.endsWith(" 0")))
      throw new Error(`left: ${counts.join(", ")}`);
  }

  /** Runs `check`; what it throws comes back with the messages of the calls named, as a ladder, in its text. */
  explain<T>(callIds: readonly string[], check: () => T): T {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const told = `${error.message}\n${this.ladder(callIds)}`;
      error.stack = (error.stack ?? error.message).replace(error.message, () => told); // reporters print the stack
      error.message = told;
      throw error;
    }
  }

  private ladder(callIds: readonly string[]): string {
    const passages: Passage[] = this.messages
      .filter(({ text }) => callIds.some((each) => text.includes(each)))
      .map(({ at, direction, flow, text }) => {
        const peer = `${flow.protocol} ${flow.remote}`;
        return { at, text, from: direction === "in" ? peer : "server", to: direction === "in" ? "server" : peer };
      });
    return drawLadder(buildLadder(passages));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kernel.close();
    await Promise.all(this.groups.map((group) => group[Symbol.asyncDispose]()));
    const stopped = this.running.stop();
    this.running.hurryUp();
    await stopped;
  }
}
