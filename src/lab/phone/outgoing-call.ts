import { CallbackTimer } from "../../kernel/mod.ts";
import { Header } from "../../syntax/mod.ts";
import type { Endpoint } from "../network.ts";
import { PhoneDialog } from "./dialog.ts";
import { Exchange } from "./exchange.ts";
import type { Line } from "./line.ts";
import { type Draft, type Received, tagOf, writeRequest } from "./wire.ts";

/** What the caller does beside calling. Times in milliseconds. */
export interface CallerScript {
  /** Gives up this long after the INVITE; held back until a provisional response is there (RFC 3261 §9.1). */
  readonly cancelAfterMs?: number;
  /** Gives up at the first response with this status (100 included). */
  readonly cancelOn?: number;
  /** Hangs up every dialog this long after its 2xx. */
  readonly byeAfterMs?: number;
  /** Waits this long before it acknowledges a 2xx; `null` never acknowledges one. */
  readonly ackAfterMs?: number | null;
}

/** A call from the caller's side: INVITE, its responses, an ACK for each final one, CANCEL, BYE. */
export class OutgoingCall extends Exchange {
  /** Dialogs made by a 2xx, by the callee's tag. */
  readonly dialogs = new Map<string, PhoneDialog>();
  /** When a CANCEL went out, and what came of it. */
  cancellation: Exchange | null = null;
  canceledAt: number | null = null;
  private readonly script: CallerScript;
  private readonly acks = new Map<string, string>();
  private wantsCancel = false;

  constructor(phone: Line, draft: Draft, target: Endpoint, script: CallerScript) {
    super(phone, draft, target);
    this.script = script;
    if (script.cancelAfterMs !== undefined) this.later(script.cancelAfterMs, () => this.cancel());
  }

  /** True when the 2xx with this To tag (the only one when absent) was acknowledged. */
  acked(tag?: string): boolean {
    return tag === undefined ? this.acks.size > 0 : this.acks.has(tag);
  }

  /** The dialog of the first 2xx; throws when there is none. */
  get dialog(): PhoneDialog {
    for (const dialog of this.dialogs.values()) return dialog;
    throw new Error(`the call of ${this.phone.name} was not answered`);
  }

  /** Gives up: CANCEL now, or when the first provisional response arrives. Nothing when a final one is there. */
  cancel(): void {
    this.wantsCancel = true;
    if (this.provisionals().length > 0) this.cancelNow();
  }

  /** Sends CANCEL without waiting for a provisional response, which RFC 3261 §9.1 forbids and peers do. */
  cancelNow(headers: readonly string[] = []): void {
    if (this.cancellation !== null || this.finals().length > 0) return;
    const { draft } = this;
    this.canceledAt = this.phone.now;
    this.cancellation = new Cancellation(
      this.phone,
      { ...draft, method: "CANCEL", headers, body: "" },
      this.target,
      this.branch,
    );
    this.cancellation.send();
  }

  /** BYE in every dialog that stands. */
  hangUp(): void {
    for (const dialog of this.dialogs.values()) dialog.hangUp();
  }

  protected override onProvisional({ message }: Received): void {
    if (this.wantsCancel || message.status === this.script.cancelOn) this.cancelNow();
  }

  protected override onFinal(received: Received): void {
    if (received.message.status < 300) this.acknowledgeSuccess(received);
    else {
      this.acknowledgeFailure(received);
      if (!this.wantsCancel) this.authenticate(received);
    }
  }

  /** RFC 3261 §17.1.1.3: the ACK for a non-2xx is the INVITE's own, with the response's To. */
  private acknowledgeFailure({ message }: Received): void {
    const to = message.value(Header.To) ?? "";
    const { draft } = this;
    const ack = { ...draft, method: "ACK", to, headers: [], body: "", maxForwards: 70 };
    this.transmit(writeRequest(ack, this.phone.via(this.protocol, this.branch)));
  }

  /** RFC 3261 §13.2.2.4: every 2xx is acknowledged, each time it arrives, along its own route set. */
  private acknowledgeSuccess({ message }: Received): void {
    const tag = tagOf(message.value(Header.To));
    const { ackAfterMs, byeAfterMs } = this.script;
    if (!this.dialogs.has(tag)) {
      const dialog = PhoneDialog.ofCaller(this.phone, message);
      this.dialogs.set(tag, dialog);
      this.phone.adopt(dialog);
      if (byeAfterMs !== undefined) this.later(byeAfterMs, () => dialog.hangUp());
    }
    if (ackAfterMs === null) return;
    if (ackAfterMs === undefined || ackAfterMs === 0) this.ack(tag);
    else this.later(ackAfterMs, () => this.ack(tag));
  }

  private ack(tag: string): void {
    const dialog = this.dialogs.get(tag) as PhoneDialog;
    const target = this.phone.locate(dialog.nextHop);
    let text = this.acks.get(tag);
    if (text === undefined) {
      const headers = this.draft.headers.filter((line) => /^(proxy-)?authorization:/i.test(line));
      const via = this.phone.via(target.protocol, this.phone.newBranch());
      text = writeRequest(dialog.draft("ACK", { cseq: this.draft.cseq, headers }), via);
      this.acks.set(tag, text);
    }
    this.phone.flowTo(target)?.send(text);
  }

  private later(delayMs: number, work: () => void): void {
    this.phone.host.kernel.wheel.arm(new CallbackTimer(work), delayMs);
  }
}

/** CANCEL: a transaction of its own under the INVITE's branch (RFC 3261 §9.1). */
class Cancellation extends Exchange {
  private readonly inviteBranch: string;

  constructor(phone: Line, draft: Draft, target: Endpoint, inviteBranch: string) {
    super(phone, draft, target);
    this.inviteBranch = inviteBranch;
  }

  protected override nextBranch(): string {
    return this.inviteBranch;
  }
}
