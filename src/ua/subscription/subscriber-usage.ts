import { isSuccess } from "../../catalogue/mod.ts";
import type { Dialog, DialogEnd } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { Header, type Message, parseExpires } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import type { Outcome } from "../outcome.ts";
import type { Contents } from "../outside.ts";
import { refreshDelay } from "../recovery.ts";
import { requestWithin } from "../within.ts";
import { answerNotify, isAbout, type Notification } from "./notification.ts";

/** Why one subscription is over. */
export interface SubscriberEnd {
  /**
   * `terminated`: the notifier says so; `refused`: a refresh was answered so (481, …); `noNotify`: none came in 64·T1 after a
   * refresh; `silence`: the refresh was not answered; `expired`: its time was up.
   */
  readonly cause: "terminated" | "refused" | "noNotify" | "silence" | "expired";
  readonly reason: string | null;
  /** Seconds. */
  readonly retryAfter: number | null;
  /** The status that refused it; null when none did. */
  readonly status: number | null;
}

/** Whose subscription it is. */
export interface SubscriberOwner {
  /** Seconds to ask for. */
  readonly wanted: number;
  onNotification(notification: Notification, usage: SubscriberUsage): void;
  usageEnded(usage: SubscriberUsage, end: SubscriberEnd): void;
  /** The parts of a SUBSCRIBE within the dialog. */
  contents(expires: number): Contents;
  raiseExpires(seconds: number): void;
}

/** One subscription in one dialog, from the subscriber's side (RFC 6665 §4.1.2): made by a NOTIFY, refreshed until it ends. */
export class SubscriberUsage implements Usage {
  readonly kind = "subscription";
  state: "pending" | "active" | "terminated" = "pending";
  /** Milliseconds since the epoch. */
  expiresAt: number;
  readonly dialog: Dialog<Usage>;
  private readonly core: AgentCore;
  private readonly event: string;
  private readonly id: string | null;
  private readonly owner: SubscriberOwner;
  private readonly flow: Flow;
  private leaving = false;
  private refreshing = false;
  private readonly clock = new CallbackTimer(() => this.onTime());
  private readonly timerN = new CallbackTimer(() => this.end({ ...nothing, cause: "noNotify" }));

  constructor(
    core: AgentCore,
    dialog: Dialog<Usage>,
    event: string,
    id: string | null,
    owner: SubscriberOwner,
    flow: Flow,
  ) {
    this.core = core;
    this.dialog = dialog;
    this.event = event;
    this.id = id;
    this.owner = owner;
    this.flow = flow;
    this.expiresAt = core.now + owner.wanted * 1000;
    dialog.use(this);
  }

  onRequest(request: IncomingRequest): boolean {
    if (request.method !== "NOTIFY" || !isAbout(request, this.event, this.id)) return false;
    this.take(request);
    return true;
  }

  /** A NOTIFY of this subscription. */
  take(request: IncomingRequest): void {
    const notification = answerNotify(request, this.dialog);
    if (notification === null) return;
    const { state, expires, reason, retryAfter } = notification;
    // A notifier that goes on after we have unsubscribed is not waited for longer than that.
    if (!this.leaving) this.core.kernel.wheel.cancel(this.timerN);
    if (state !== "terminated" && !this.leaving) {
      this.state = state === "pending" ? "pending" : "active";
      if (expires !== null) this.lasts(expires);
      else if (!this.clock.armed) this.lasts((this.expiresAt - this.core.now) / 1000);
    }
    this.owner.onNotification(notification, this);
    if (state === "terminated") this.end({ cause: "terminated", reason, retryAfter, status: null });
  }

  /** Asks for `expires` more seconds; 0 unsubscribes (§4.1.2.2, §4.1.2.3). */
  refresh(expires = this.owner.wanted, done: (outcome: Outcome) => void = () => {}): void {
    const { core, owner } = this;
    if (expires === 0) {
      this.leaving = true;
      core.kernel.wheel.cancel(this.clock);
    }
    this.refreshing = true;
    core.kernel.wheel.arm(this.timerN, 64 * core.settings.timers.t1);
    requestWithin(
      core,
      this.dialog,
      this,
      "SUBSCRIBE",
      () => owner.contents(this.leaving ? 0 : Math.max(expires, owner.wanted)),
      {
        repair: (response) => this.repair(response),
        onOutcome: (outcome) => {
          this.refreshing = false;
          this.onRefreshed(outcome);
          done(outcome);
        },
      },
      { fallback: this.flow },
    );
  }

  private repair(response: Message): boolean {
    const least = parseExpires(response.value(Header.MinExpires) ?? "");
    if (this.leaving || least === null || least <= this.owner.wanted) return false;
    this.owner.raiseExpires(least);
    return true;
  }

  private onRefreshed(outcome: Outcome): void {
    if (this.state === "terminated") return;
    const { response, code } = outcome;
    if (response !== null && code !== null && isSuccess(code)) {
      const granted = parseExpires(response.value(Header.Expires) ?? "");
      // RFC 5839: "no NOTIFY request will be generated" after a 204.
      if (code === 204) this.core.kernel.wheel.cancel(this.timerN);
      if (!this.leaving) {
        if (granted !== null) this.lasts(granted);
      } else if (code === 204) this.end({ ...nothing, cause: "terminated" });
      return;
    }
    // §4.1.2.2: with any other error "the original subscription is still considered valid" for as long as was said.
    this.core.kernel.wheel.cancel(this.timerN);
    if (this.leaving) this.end({ ...nothing, cause: "refused", status: code });
    else {
      const left = this.expiresAt - this.core.now;
      const wait = Math.max((outcome.retryAfter ?? 0) * 1000, left / 2, 2000);
      this.core.kernel.wheel.arm(this.clock, Math.min(wait, left));
    }
  }

  /** The dialog, or this usage of it, is over: a refresh failed (RFC 5057). */
  onTerminated({ cause, status }: DialogEnd): void {
    this.end({ ...nothing, cause: cause === "silence" ? "silence" : "refused", status });
  }

  /** Ends it without a word. */
  drop(): void {
    if (this.state === "terminated") return;
    this.quieten();
    this.dialog.release(this);
  }

  private lasts(seconds: number): void {
    const { kernel, now } = this.core;
    this.expiresAt = now + seconds * 1000;
    kernel.wheel.arm(this.clock, refreshDelay(kernel.random, seconds));
  }

  /** Time to refresh, or past it. */
  private onTime(): void {
    const left = this.expiresAt - this.core.now;
    if (left <= 0) this.end({ ...nothing, cause: "expired" });
    else {
      // Its end is noticed even when the refresh is never answered.
      this.core.kernel.wheel.arm(this.clock, left);
      if (!this.refreshing) this.refresh();
    }
  }

  private end(end: SubscriberEnd): void {
    if (this.state === "terminated") return;
    this.quieten();
    this.dialog.release(this);
    this.owner.usageEnded(this, end);
  }

  private quieten(): void {
    this.state = "terminated";
    this.core.kernel.wheel.cancel(this.clock);
    this.core.kernel.wheel.cancel(this.timerN);
  }
}

const nothing = { reason: null, retryAfter: null, status: null } as const;
