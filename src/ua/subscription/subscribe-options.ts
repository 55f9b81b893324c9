import type { Outcome } from "../outcome.ts";
import type { Headers } from "../text.ts";
import type { Notification } from "./notification.ts";

/** What can be said beside whom and what to subscribe to. */
export interface SubscribeOptions {
  /** Seconds to ask for; the package's own default when absent, 0 to ask only once (RFC 6665 §4.4.3). */
  readonly expires?: number;
  /** Media types that are understood; the package's when absent. */
  readonly accept?: string | readonly string[];
  /** The `id` of the Event header. */
  readonly id?: string;
  readonly headers?: Headers;
  /** A filter, where the package has such. */
  readonly body?: string;
  readonly contentType?: string;
  /**
   * Subscribes anew where the way a subscription ended allows it, after as long as the notifier asks: `deactivated`, `timeout`,
   * `probation`, `giveup`, no reason at all, a refresh that was answered 481 or not at all. Default true; never for `expires: 0`.
   */
  readonly resubscribe?: boolean;
  /** Whether a SUBSCRIBE that was forked may bring several notifiers; what the package says when absent. */
  readonly forks?: "one" | "several";
  /** Unsubscribes when it is aborted. */
  readonly signal?: AbortSignal;
  readonly onNotify?: (notification: Notification) => void;
  readonly onState?: (state: SubscriptionState) => void;
}

/**
 * `requesting` until the first NOTIFY, `pending` while the notifier's policy is undecided, `active`, `waiting` to subscribe again,
 * `terminated`.
 */
export type SubscriptionState = "requesting" | "pending" | "active" | "waiting" | "terminated";

/** How a subscription ended. */
export interface SubscriptionEnd {
  /**
   * `unsubscribed` by this side; `terminated` by the notifier for the `reason`; `refused`: the SUBSCRIBE was (489 and all others,
   * see `outcome`); `noNotify`: accepted, and none came in 64·T1; `silence`: no answer, or no way; `expired`: not refreshed in time.
   */
  readonly cause: "unsubscribed" | "terminated" | "refused" | "noNotify" | "silence" | "expired";
  /** Of the last Subscription-State; null when there was none. */
  readonly reason: string | null;
  /** Seconds after which to subscribe again; null when nothing says so. */
  readonly retryAfter: number | null;
  /** One plain sentence without a full stop. */
  readonly text: string;
  /** Of the last SUBSCRIBE outside a dialog. */
  readonly outcome: Outcome;
}
