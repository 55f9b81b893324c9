import { SystemHash } from "../../src/host/kernel.ts";
import { type Kernel, ObservationStream, TimerWheel } from "../../src/kernel/mod.ts";
import { SeededRandom } from "../../src/lab/random.ts";
import { type Message, parseMessage } from "../../src/syntax/mod.ts";

/** A kernel whose time passes by hand. */
export class TestKernel implements Kernel {
  time = Date.UTC(2026, 10, 21, 14, 0, 0);
  readonly clock = { now: () => this.time };
  readonly wheel = new TimerWheel(this.clock);
  readonly random: SeededRandom;
  readonly hash = new SystemHash();
  readonly observations = new ObservationStream((error) => {
    throw error;
  });
  private deferred: (() => void)[] = [];

  constructor(seed = "auth") {
    this.random = new SeededRandom(seed);
  }

  defer(work: () => void): void {
    this.deferred.push(work);
  }

  /** Ends the turn of the event loop: runs what was deferred. */
  settle(): void {
    const works = this.deferred;
    this.deferred = [];
    for (const work of works) work();
  }

  /** Lets `ms` milliseconds pass, timers and deferred work included. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (let due = this.wheel.nextDue(); due !== null && due <= end; due = this.wheel.nextDue()) {
      this.time = Math.max(this.time, due);
      this.wheel.advance();
      this.settle();
    }
    this.time = end;
    this.wheel.advance();
    this.settle();
  }
}

/** The message of the lines given. */
export function message(...lines: string[]): Message {
  const parsed = parseMessage(`${lines.join("\r\n")}\r\n\r\n`);
  if (parsed === null) throw new Error(`no message: ${lines[0]}`);
  return parsed;
}

/** A REGISTER with header lines behind the mandatory ones. */
export function request(method: string, uri: string, ...headers: string[]): Message {
  return message(
    `${method} ${uri} SIP/2.0`,
    "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1",
    "From: <sip:alice@example.com>;tag=1",
    "To: <sip:alice@example.com>",
    "Call-ID: 1@192.0.2.1",
    `CSeq: 1 ${method}`,
    ...headers.map((line) => line.replace(/\r\n$/, "")),
  );
}
