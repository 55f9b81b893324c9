import { sequenceOf } from "../../dialog/mod.ts";
import { Header, type Message, parseNumber, parseRAck } from "../../syntax/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest } from "../incoming-request.ts";
import { namesOption } from "../option-tags.ts";
import { Retransmission } from "./retransmission.ts";

const MAX_RSEQ = 4_294_967_295;
/** Provisional responses that may wait for the PRACK of the one before. */
const MAX_WAITING = 16;

interface Waiting {
  readonly status: number;
  readonly lines: string;
  readonly body: string;
  readonly onPrack: (prack: IncomingRequest) => void;
}

/**
 * Reliable provisional responses to one INVITE, the callee's half (RFC 3262 §3): each is repeated until its PRACK and the
 * next one waits for that; without a PRACK in 64·T1 the call is over.
 */
export class ReliableProvisionals {
  private readonly core: AgentCore;
  private readonly invite: IncomingRequest;
  private readonly giveUp: () => void;
  private rseq: number;
  private current: Waiting | null = null;
  private repeat: Retransmission | null = null;
  private readonly waiting: Waiting[] = [];
  private whenAcknowledged: (() => void)[] = [];

  constructor(core: AgentCore, invite: IncomingRequest, giveUp: () => void) {
    this.core = core;
    this.invite = invite;
    this.giveUp = giveUp;
    // §3: chosen uniformly from 1 to 2**31 - 1.
    this.rseq = Math.floor(core.kernel.random.fraction() * 2_147_483_646);
  }

  /** Sends a 101–199, now or after the PRACK of the one before. `onPrack` gets its PRACK and answers it. */
  send(status: number, lines: string, body: string, onPrack: (prack: IncomingRequest) => void): void {
    if (this.waiting.length >= MAX_WAITING) return;
    this.waiting.push({ status, lines, body, onPrack });
    if (this.current === null) this.next();
  }

  /** §5: a final 2xx waits until every reliable provisional response is acknowledged. */
  afterAcknowledged(work: () => void): void {
    if (this.current === null) work();
    else this.whenAcknowledged.push(work);
  }

  /** Takes a PRACK; false when it names no response that waits for one, and is answered 481. */
  take(prack: IncomingRequest): boolean {
    const rack = parseRAck(prack.message.value(Header.RAck) ?? "");
    const { current } = this;
    if (rack === null || current === null || rack.rseq !== this.rseq || rack.method !== "INVITE") return false;
    if (rack.cseq !== sequenceOf(this.invite.message)) return false;
    this.repeat?.stop();
    this.current = null;
    current.onPrack(prack);
    this.next();
    return true;
  }

  /** The INVITE has its final answer: nothing is repeated any more. */
  stop(): void {
    this.repeat?.stop();
    this.current = null;
    this.waiting.length = 0;
    this.whenAcknowledged = [];
  }

  private next(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      const work = this.whenAcknowledged;
      this.whenAcknowledged = [];
      for (const each of work) each();
      return;
    }
    this.current = next;
    this.rseq = (this.rseq % MAX_RSEQ) + 1;
    const { status } = next;
    const text = this.invite.send(status, `Require: 100rel\r\nRSeq: ${this.rseq}\r\n${next.lines}`, next.body);
    // §3: "retransmitted ... with an exponential backoff", without the upper limit that other responses have.
    this.repeat = new Retransmission(
      this.core,
      Number.POSITIVE_INFINITY,
      () => this.invite.transaction.send(status, text),
      () => {
        this.stop();
        this.giveUp();
      },
    );
  }
}

/** The caller's half, per dialog (RFC 3262 §4): which of the responses that arrive is the next, and which came before. */
export class ReliableOrder {
  private last: number | null = null;

  /** The RSeq to acknowledge; `repeated` or `early` for one to pass over; null for a response that is not reliable. */
  take(response: Message): number | "repeated" | "early" | null {
    if (!namesOption(response, Header.Require, "100rel")) return null;
    const rseq = parseNumber(response.value(Header.RSeq) ?? "", MAX_RSEQ);
    if (rseq === null || rseq === 0) return null;
    if (this.last !== null && rseq <= this.last) return "repeated";
    if (this.last !== null && rseq !== this.last + 1) return "early";
    this.last = rseq;
    return rseq;
  }
}
