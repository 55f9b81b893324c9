import { branchOf, type Exchange, type Phone, PhoneDialog, type Received, writeAnswer } from "../../src/lab/mod.ts";
import type { Stage } from "./kit.ts";

/** A peer of the test's own that is subscribed to, or referred to: it answers and notifies as it is told, rightly or not. */
export class OddPeer {
  readonly phone: Phone;
  readonly uri: string;
  /** SUBSCRIBE and REFER requests, each once. */
  readonly asked: Received[] = [];
  readonly dialogs: PhoneDialog[] = [];
  private readonly stage: Stage;
  private readonly seen = new Set<string>();
  private readonly play: (peer: OddPeer, request: Received) => void;

  constructor(stage: Stage, name: string, play: (peer: OddPeer, request: Received) => void) {
    this.stage = stage;
    this.play = play;
    this.phone = stage.phone(name);
    this.uri = `sip:${name}@${this.phone.address}`;
    this.phone.intercept = (received) => {
      const { message } = received;
      if (!message.isRequest || (message.method !== "SUBSCRIBE" && message.method !== "REFER")) return false;
      const key = branchOf(message);
      if (!this.seen.has(key)) {
        this.seen.add(key);
        this.asked.push(received);
        this.play(this, received);
      }
      return true;
    };
  }

  /** Answers; `tag` is the To tag of a request outside dialogs. */
  answer(request: Received, status: number, headers: readonly string[] = [], tag = "peer"): void {
    const text = writeAnswer(request, status, "", tag, [`Contact: ${this.phone.contact()}`, ...headers], "");
    this.phone.answerOver(text, request);
  }

  /** The dialog a request makes, seen from here. */
  dialog(request: Received, tag = "peer"): PhoneDialog {
    const dialog = PhoneDialog.ofCallee(this.phone, request.message, tag);
    this.dialogs.push(dialog);
    return dialog;
  }

  /** Sends a NOTIFY. */
  notify(dialog: PhoneDialog, event: string, state: string, body = "", type = "message/sipfrag"): Exchange {
    const headers = [`Contact: ${this.phone.contact()}`, `Event: ${event}`];
    if (state !== "") headers.push(`Subscription-State: ${state}`);
    if (body !== "") headers.push(`Content-Type: ${type}`);
    return dialog.request("NOTIFY", { headers, body });
  }

  after(ms: number, work: () => void): void {
    this.stage.world.after(ms, work);
  }
}
