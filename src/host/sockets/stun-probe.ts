import { randomBytes } from "node:crypto";
import { type Kernel, Timer } from "../../kernel/mod.ts";
import { bindingRequest, readBindingAnswer, TRANSACTION_ID } from "./stun.ts";

/** RFC 5389 §7.2.1: RTO, how often a request is sent (Rc), and how many RTOs the last one is waited for (Rm). */
const RTO_MS = 500;
const MOST_SENDINGS = 7;
const LAST_WAIT = 16;

/** Puts octets on the wire. */
type Send = (octets: Uint8Array, host: string, port: number) => void;

/** One question: sent at 0, 500, 1500, 3500, 7500, 15,500 and 31,500 ms, and given up at 39,500. */
class Probe extends Timer {
  readonly host: string;
  readonly port: number;
  readonly id: Uint8Array = randomBytes(TRANSACTION_ID);
  private readonly probes: StunProbes;
  private readonly done: (mapped: string | null) => void;
  private sendings = 0;

  constructor(probes: StunProbes, host: string, port: number, done: (mapped: string | null) => void) {
    super();
    this.probes = probes;
    this.host = host;
    this.port = port;
    this.done = done;
  }

  override fire(): void {
    if (this.sendings === MOST_SENDINGS) this.settle(null);
    else this.transmit();
  }

  transmit(): void {
    const { kernel, send } = this.probes;
    send(bindingRequest(this.id), this.host, this.port);
    const wait = ++this.sendings === MOST_SENDINGS ? LAST_WAIT : 2 ** (this.sendings - 1);
    kernel.wheel.arm(this, wait * RTO_MS);
  }

  settle(mapped: string | null): void {
    this.probes.forget(this);
    this.done(mapped);
  }
}

/** The STUN Binding requests of one socket that are waiting for an answer (RFC 5626 §4.4.2). */
export class StunProbes {
  readonly kernel: Kernel;
  readonly send: Send;
  private readonly waiting = new Map<string, Probe>();

  constructor(kernel: Kernel, send: Send) {
    this.kernel = kernel;
    this.send = send;
  }

  /** Asks; see `Flow.probe`. */
  ask(host: string, port: number, done: (mapped: string | null) => void): () => void {
    const probe = new Probe(this, host, port, done);
    this.waiting.set(keyOf(probe), probe);
    probe.transmit();
    return () => this.forget(probe);
  }

  /** Takes an answer; one from elsewhere than where the question went, or to none of ours, is nobody's. */
  take(octets: Buffer, host: string, port: number): void {
    const answer = readBindingAnswer(octets);
    const probe = answer === null ? undefined : this.waiting.get(answer.transactionId);
    if (answer !== null && probe?.host === host && probe.port === port) probe.settle(answer.mapped);
  }

  /** Forgets everything that waits. */
  close(): void {
    for (const probe of [...this.waiting.values()]) this.forget(probe);
  }

  forget(probe: Probe): void {
    this.kernel.wheel.cancel(probe);
    this.waiting.delete(keyOf(probe));
  }
}

function keyOf({ id }: Probe): string {
  return Buffer.from(id).toString("latin1");
}
