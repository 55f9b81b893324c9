import type { Dialog, DialogEnd } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { Header, parseEvent } from "../../syntax/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { answerNotify } from "../subscription/notification.ts";
import { type ReferStatus, readSipfrag } from "./sipfrag.ts";
import type { TransferFault } from "./transfer-options.ts";

/** No proxy lets a phone ring longer without another sign of life (Timer C, RFC 3261 §16.6). */
const RINGING_MS = 180_000;

/** Who waits for the reports. */
export interface ReferWaiter {
  /** CSeq numbers of the REFER, those of attempts that were challenged included. */
  readonly numbers: ReadonlySet<number>;
  onStatus(status: ReferStatus, usage: ReferUsage): void;
  /** No final status came here and none will. */
  onNoResult(fault: TransferFault, usage: ReferUsage): void;
}

/**
 * The subscription that a REFER makes in one dialog, from the side that sent it (RFC 3515 §2.4.4). It takes NOTIFYs until they
 * end; a report of something final settles the transfer whatever state the NOTIFY claims.
 */
export class ReferUsage implements Usage {
  readonly kind = "subscription";
  readonly dialog: Dialog<Usage>;
  private readonly core: AgentCore;
  private readonly waiter: ReferWaiter;
  private over = false;
  private hasResult = false;
  private fault: TransferFault = "subscriptionExpired";
  private readonly clock = new CallbackTimer(() => this.end(this.fault));

  constructor(core: AgentCore, dialog: Dialog<Usage>, waiter: ReferWaiter) {
    this.core = core;
    this.dialog = dialog;
    this.waiter = waiter;
    dialog.use(this);
  }

  onRequest(request: IncomingRequest): boolean {
    if (request.method !== "NOTIFY" || !this.isMine(request)) return false;
    this.take(request);
    return true;
  }

  /**
   * With several REFERs in one dialog the `id` is the CSeq number of each; NOTIFYs of the first may do without (RFC 3515 §2.4.6).
   */
  private isMine(request: IncomingRequest): boolean {
    const named = parseEvent(request.message.value(Header.Event) ?? "");
    if (named === null || named.value !== "refer") return false;
    return named.id === null || this.waiter.numbers.has(Number(named.id));
  }

  take(request: IncomingRequest): void {
    const notification = answerNotify(request, this.dialog);
    if (notification === null) return;
    const { state, expires, body } = notification;
    const status = readSipfrag(body);
    const { t1 } = this.core.settings.timers;
    if (state !== "terminated") {
      // A report may leave at the very end of the time; it is still one.
      if (expires !== null || !this.clock.armed) this.waits("subscriptionExpired", (expires ?? 300) * 1000 + 8 * t1);
    } else if (status !== null && status.code < 200) {
      // Peers are known to call every NOTIFY the last one and to send more: they get the time of one more request, and once
      // it rings that of a phone nobody answers.
      this.waits("terminatedWithoutResult", status.code === 100 ? 64 * t1 : RINGING_MS);
    }
    if (status !== null && status.code >= 200) this.hasResult = true;
    if (status !== null) this.waiter.onStatus(status, this);
    if (state === "terminated" && (status === null || status.code >= 200)) this.end("terminatedWithoutResult");
  }

  /** The call in whose dialog this is has ended: a report may still come (RFC 5057 §4), but it is not waited for much longer. */
  peerLeft(): void {
    if (!this.over) this.waits("peerGone", 64 * this.core.settings.timers.t1);
  }

  onTerminated(_end: DialogEnd): void {
    this.end("peerGone");
  }

  /** Takes no more. */
  drop(): void {
    this.hasResult = true;
    this.end("terminatedWithoutResult");
  }

  private waits(fault: TransferFault, ms: number): void {
    this.fault = fault;
    this.core.kernel.wheel.arm(this.clock, ms);
  }

  private end(fault: TransferFault): void {
    if (this.over) return;
    this.over = true;
    this.core.kernel.wheel.cancel(this.clock);
    this.dialog.release(this);
    if (!this.hasResult) this.waiter.onNoResult(fault, this);
  }
}
