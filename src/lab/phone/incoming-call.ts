import { Header } from "../../syntax/mod.ts";
import { isReliable } from "../../transport/mod.ts";
import { PhoneDialog } from "./dialog.ts";
import { IncomingRequest, type Sent } from "./incoming-request.ts";
import { phraseOf } from "./phrases.ts";
import type { Step } from "./script.ts";
import { Repetition, T2 } from "./timing.ts";
import { type Received, tagOf, writeAnswer } from "./wire.ts";

/** A call from the callee's side: its final responses repeat until they are acknowledged (RFC 3261 §13.3.1.4, §17.2.1). */
export class IncomingCall extends IncomingRequest {
  readonly acks: Received[] = [];
  readonly cancels: Received[] = [];
  /** Statuses of final responses that nobody acknowledged within 64·T1. */
  readonly unacknowledged: number[] = [];
  /** Dialogs made by a 2xx, by this phone's tag. */
  readonly dialogs = new Map<string, PhoneDialog>();
  /** Repetitions of final responses by tag. */
  private readonly repetitions = new Map<string, Repetition>();

  /** The dialog of the first 2xx; throws when there is none. */
  get dialog(): PhoneDialog {
    for (const dialog of this.dialogs.values()) return dialog;
    throw new Error(`${this.phone.name} did not answer the call`);
  }

  /** True when an ACK for this tag (the phone's own when absent) arrived. */
  acked(tag = this.tag): boolean {
    return this.acks.some(({ message }) => tagOf(message.value(Header.To)) === tag);
  }

  /** When the first CANCEL arrived, milliseconds since the epoch; null when none did. */
  get canceledAt(): number | null {
    return this.cancels[0]?.at ?? null;
  }

  /** BYE in every dialog that stands. */
  hangUp(): void {
    for (const dialog of this.dialogs.values()) dialog.hangUp();
  }

  override respond(step: Step | number): Sent {
    const sent = super.respond(step);
    if (sent.status < 200) return sent;
    const success = sent.status < 300;
    if (success && !this.dialogs.has(sent.tag)) {
      const dialog = PhoneDialog.ofCallee(this.phone, this.received.message, sent.tag);
      this.dialogs.set(sent.tag, dialog);
      this.phone.adopt(dialog);
    }
    this.repetitions.get(sent.tag)?.stop();
    // A 2xx repeats on every transport, a rejection on UDP only: a connection does not lose it.
    const ceiling = success || !isReliable(this.received.flow.protocol) ? T2 : 0;
    const repetition = new Repetition(
      this.phone.host.kernel.wheel,
      ceiling,
      () => repetition.count > 1 && this.put(sent.text),
      () => this.onUnacknowledged(sent),
    );
    this.repetitions.set(sent.tag, repetition);
    repetition.start();
    return sent;
  }

  onAck(received: Received): void {
    this.acks.push(received);
    this.repetitions.get(tagOf(received.message.value(Header.To)))?.stop();
  }

  onCancel(received: Received): void {
    const again = this.cancels.length > 0;
    this.cancels.push(received);
    const { onCancel, afterCancel } = this.script;
    if (onCancel === "ignores") return;
    this.phone.answerOver(writeAnswer(received, 200, phraseOf(200), this.tag, [], ""), received);
    if (again || this.finals().length > 0 || onCancel === "rings on") return;
    this.dropSteps();
    if (onCancel === "scripted") this.schedule(afterCancel);
    else this.respond(487);
  }

  private onUnacknowledged({ status, tag }: Sent): void {
    this.unacknowledged.push(status);
    // RFC 3261 §13.3.1.4: the dialog is confirmed, but the session should be terminated by a BYE.
    if (status < 300) this.dialogs.get(tag)?.hangUp();
  }
}
