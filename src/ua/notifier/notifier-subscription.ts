import type { Dialog, DialogEnd } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { Header, parseExpires } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import { Settled } from "../settled.ts";
import { isAbout } from "../subscription/notification.ts";
import { lineOf, toOctets } from "../text.ts";
import { requestWithin } from "../within.ts";

/** State as a NOTIFY carries it. */
export interface EventState {
  /** Default `text/plain` for a body. */
  readonly contentType?: string;
  readonly body: string;
}

/** How a subscription at this notifier ended. */
export interface NotifierEnd {
  /** `terminated` by this side, `unsubscribed` by the other, `expired`, or `failed`: a NOTIFY was refused or not answered. */
  readonly cause: "terminated" | "unsubscribed" | "expired" | "failed";
  /** What the last NOTIFY gave as reason; null when none was sent. */
  readonly reason: string | null;
  readonly text: string;
}

/** What a subscription is made of. */
export interface NotifierParts {
  readonly core: AgentCore;
  readonly dialog: Dialog<Usage>;
  readonly flow: Flow;
  readonly event: string;
  readonly id: string | null;
  /** Seconds granted, and the most that a refresh is granted. */
  readonly expires: number;
  /** The least; a refresh that asks for less gets 423. */
  readonly minExpires: number;
}

interface Waiting {
  readonly state: "active" | "pending" | "terminated";
  readonly settle: ((outcome: Outcome) => void)[];
}

/**
 * One subscription at a notifier (RFC 6665 §4.2): tells the subscriber what changed, one NOTIFY after the other. As each carries the
 * whole state, one that still waits for its turn is superseded by the next.
 */
export class NotifierSubscription implements Usage {
  readonly kind = "subscription";
  readonly event: string;
  readonly id: string | null;
  readonly dialog: Dialog<Usage>;
  state: "active" | "pending" | "terminated" = "pending";
  /** Milliseconds since the epoch. */
  expiresAt = 0;
  /** Called when the subscriber refreshed: what is notified in this very call goes into the NOTIFY that follows. */
  onRefresh: (() => void) | null = null;
  onEnded: ((end: NotifierEnd) => void) | null = null;
  private readonly core: AgentCore;
  private readonly flow: Flow;
  private readonly most: number;
  private readonly least: number;
  private readonly settledEnd = new Settled<NotifierEnd>();
  private latest: EventState = { body: "" };
  private waiting: Waiting | null = null;
  private sending = false;
  private finalParams = "";
  private end: NotifierEnd | null = null;
  private readonly clock = new CallbackTimer(() => this.expire("expired"));

  constructor({ core, dialog, flow, event, id, expires, minExpires }: NotifierParts) {
    this.core = core;
    this.dialog = dialog;
    this.flow = flow;
    this.event = event;
    this.id = id;
    this.most = expires;
    this.least = minExpires;
    dialog.use(this);
    this.lasts(expires);
  }

  get ended(): Promise<NotifierEnd> {
    return this.settledEnd.promise;
  }

  /** Who subscribed, as it stands in From. */
  get subscriber(): string {
    return this.dialog.remote;
  }

  /**
   * Tells the subscriber: at the end of this turn, or when the NOTIFY before has been answered. Resolves with the outcome of the NOTIFY
   * that told it, or told what superseded it.
   */
  notify(state: "active" | "pending", told?: EventState): Promise<Outcome> {
    lineOf("contentType", told?.contentType ?? "");
    if (told !== undefined && this.end?.cause !== "terminated") this.latest = told;
    return this.tell(state);
  }

  /**
   * Ends the subscription with a last NOTIFY (§4.2.2, §4.1.3 for the reasons).
   * @param reason `deactivated`, `probation`, `rejected`, `timeout`, `giveup`, `noresource`, `invariant`
   * @param options.retryAfter seconds
   */
  terminate(
    reason: string,
    options: { readonly retryAfter?: number; readonly state?: EventState } = {},
  ): Promise<Outcome> {
    const { retryAfter, state } = options;
    return this.endBy("terminated", reason, retryAfter === undefined ? "" : `;retry-after=${retryAfter}`, state);
  }

  private endBy(cause: NotifierEnd["cause"], reason: string, params = "", told?: EventState): Promise<Outcome> {
    if (this.end !== null) return Promise.resolve(outcomeWithout("failed", "the subscription is over"));
    if (told !== undefined) this.latest = told;
    this.finalParams = `;reason=${reason}${params}`;
    this.end = { cause, reason, text: `ended (${reason})` };
    this.core.kernel.wheel.cancel(this.clock);
    return this.tell("terminated");
  }

  private tell(state: Waiting["state"]): Promise<Outcome> {
    if (this.state === "terminated") return Promise.resolve(outcomeWithout("failed", "the subscription is over"));
    return new Promise((resolve) => {
      const before = this.waiting;
      // What follows the last word is not said.
      const next = before?.state === "terminated" || this.end !== null ? "terminated" : state;
      this.waiting = { state: next, settle: [...(before?.settle ?? []), resolve] };
      if (before === null && !this.sending) this.core.kernel.defer(() => this.send());
    });
  }

  private send(): void {
    const { waiting } = this;
    if (waiting === null || this.sending || this.state === "terminated") return;
    this.waiting = null;
    this.sending = true;
    const { state } = waiting;
    if (state !== "terminated") this.state = state;
    const { body, contentType = "text/plain" } = this.latest;
    const named = `Event: ${this.event}${this.id === null ? "" : `;id=${this.id}`}\r\n`;
    requestWithin(
      this.core,
      this.dialog,
      this,
      "NOTIFY",
      () => ({
        contact: true,
        headers: `${named}Subscription-State: ${state}${this.params(state)}\r\n`,
        contentType,
        body: toOctets(body),
      }),
      {
        onOutcome: (outcome) => {
          this.sending = false;
          for (const settle of waiting.settle) settle(outcome);
          if (state === "terminated") this.finish(this.end as NotifierEnd);
          // §4.2.2: nobody is there any more. What a refusal takes with it, RFC 5057 has said already.
          else if (outcome.kind === "timeout" || outcome.kind === "unreachable") this.fail(outcome.text);
          else this.send();
        },
      },
      { fallback: this.flow },
    );
  }

  private params(state: Waiting["state"]): string {
    if (state === "terminated") return this.finalParams;
    return `;expires=${Math.max(0, Math.round((this.expiresAt - this.core.now) / 1000))}`;
  }

  /** A SUBSCRIBE of this subscription refreshes it, or ends it with `Expires: 0` (§4.2.1.4). */
  onRequest(request: IncomingRequest): boolean {
    if (request.method !== "SUBSCRIBE" || !isAbout(request, this.event, this.id)) return false;
    if (this.end !== null || this.state === "terminated") {
      request.send(481, "");
      return true;
    }
    const wished = parseExpires(request.message.value(Header.Expires) ?? "") ?? this.most;
    if (wished > 0 && wished < this.least && wished < 3600) {
      request.send(423, `Min-Expires: ${this.least}\r\n`);
      return true;
    }
    this.dialog.refreshTarget(request.message);
    const granted = Math.min(wished, this.most);
    request.send(200, `Expires: ${granted}\r\nContact: ${this.core.contact(request.flow)}\r\n`);
    if (granted === 0) this.expire("unsubscribed");
    else {
      this.lasts(granted);
      this.core.guard(this.dialog.callId, () => this.onRefresh?.());
      void this.tell(this.waiting?.state ?? this.state); // "MUST send a NOTIFY request immediately" (§4.2.1.2)
    }
    return true;
  }

  /** The dialog, or this usage of it, is over: a NOTIFY failed (RFC 5057). */
  onTerminated({ cause, status }: DialogEnd): void {
    const text = cause === "silence" ? "a NOTIFY was not answered" : `a NOTIFY was answered ${status ?? "badly"}`;
    this.finish(this.end ?? { cause: "failed", reason: null, text });
  }

  /** @internal The subscriber asked only once (§4.4.3): the state of this turn is the last word. */
  fetched(): void {
    this.expire("unsubscribed");
  }

  /** @internal */
  lasts(seconds: number): void {
    this.expiresAt = this.core.now + seconds * 1000;
    this.core.kernel.wheel.arm(this.clock, seconds * 1000);
  }

  private expire(cause: "expired" | "unsubscribed"): void {
    void this.endBy(cause, "timeout");
  }

  private fail(text: string): void {
    this.finish({ cause: "failed", reason: null, text });
  }

  private finish(end: NotifierEnd): void {
    if (!this.settledEnd.settle(end)) return;
    this.state = "terminated";
    this.end = end;
    this.core.kernel.wheel.cancel(this.clock);
    const over = outcomeWithout("failed", "the subscription is over");
    for (const settle of this.waiting?.settle ?? []) settle(over);
    this.waiting = null;
    this.dialog.release(this);
    if (this.onEnded !== null) this.core.guard(this.dialog.callId, () => this.onEnded?.(end));
  }
}
