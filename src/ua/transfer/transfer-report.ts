import { CallbackTimer } from "../../kernel/mod.ts";
import type { AgentCore } from "../core.ts";
import type { EventState, NotifierSubscription } from "../notifier/notifier-subscription.ts";
import { SIPFRAG, writeSipfrag } from "./sipfrag.ts";

/** RFC 7614 §4.7: the final state is kept for 2·64·T1 at least, for a SUBSCRIBE that is on its way. */
const RETENTION = 2 * 64;

/**
 * What is told of a transfer that was accepted: `active` with each new status while it goes on, and exactly one `terminated;reason=noresource`
 * with the final one (RFC 3515 §2.4.7).
 */
export class TransferReport {
  /** The status last told. */
  code = 100;
  finished = false;
  private readonly core: AgentCore;
  private readonly listeners = new Set<NotifierSubscription>();
  private told: EventState = { contentType: SIPFRAG, body: writeSipfrag(100) };
  private readonly forget: CallbackTimer;

  /** @param forgotten called when nobody can ask for the result any more */
  constructor(core: AgentCore, forgotten: () => void = () => {}) {
    this.core = core;
    this.forget = new CallbackTimer(forgotten);
  }

  /** Tells `subscription` from now on, beginning with what is known. */
  tell(subscription: NotifierSubscription): void {
    if (this.finished) void subscription.terminate("noresource", { state: this.told });
    else {
      this.listeners.add(subscription);
      void subscription.notify("active", this.told);
    }
  }

  /** The call rings, or whatever 1xx says. Nothing after the end, and nothing twice in a row. */
  progress(code: number, phrase = ""): void {
    if (this.finished || code === this.code) return;
    this.note(code, phrase);
    for (const each of this.listeners) void each.notify("active", this.told);
  }

  /** The last word; later ones are not told. */
  finish(code: number, phrase = ""): void {
    if (this.finished) return;
    this.finished = true;
    this.note(code, phrase);
    for (const each of this.listeners) void each.terminate("noresource", { state: this.told });
    this.listeners.clear();
    this.core.kernel.wheel.arm(this.forget, RETENTION * this.core.settings.timers.t1);
  }

  private note(code: number, phrase: string): void {
    this.code = code;
    this.told = { contentType: SIPFRAG, body: writeSipfrag(code, phrase) };
  }
}
