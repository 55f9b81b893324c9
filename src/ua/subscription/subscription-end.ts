import { isWorthRepeating, type Outcome } from "../outcome.ts";
import type { SubscriptionEnd } from "./subscribe-options.ts";
import type { SubscriberEnd } from "./subscriber-usage.ts";

/** After a `terminated` with this reason (RFC 6665 §4.1.3); another one, or none: later. */
const AFTER_REASON: ReadonlyMap<string | null, "now" | "later" | "never"> = new Map([
  ["deactivated", "now"],
  ["timeout", "now"],
  ["probation", "later"],
  ["giveup", "later"],
  ["rejected", "never"],
  ["noresource", "never"],
  ["invariant", "never"],
]);
/** Of the answers to a refresh the one that is no refusal: the notifier has forgotten the subscription. */
const NO_SUBSCRIPTION = 481;

/**
 * Whether a subscription that was told of something is to be made anew: after the end of its last dialog, or where there was none
 * after the outcome of its SUBSCRIBE.
 */
export function whenAgain(end: SubscriberEnd | null, outcome: Outcome | null): "now" | "later" | "never" {
  if (end === null) return outcome === null || isWorthRepeating(outcome) ? "later" : "never";
  if (end.cause === "terminated") return AFTER_REASON.get(end.reason) ?? "later";
  // 481, silence, no NOTIFY: the notifier has forgotten us or is gone. Any other refusal is one.
  return end.cause === "refused" && end.status !== NO_SUBSCRIPTION ? "never" : "now";
}

/** What ended it: the end of its last dialog, or of the SUBSCRIBE that made none. */
export function causeOf(end: SubscriberEnd | null, outcome: Outcome | null): SubscriptionEnd["cause"] {
  if (end !== null) return end.cause;
  if (outcome === null || outcome.kind === "answered") return "noNotify";
  return outcome.code === null ? "silence" : "refused";
}

/** One plain sentence without a full stop. */
export function textOf(
  cause: SubscriptionEnd["cause"],
  reason: string | null,
  status: number | null,
  outcome: Outcome,
): string {
  const texts: Readonly<Record<SubscriptionEnd["cause"], string>> = {
    unsubscribed: "this side ended the subscription",
    terminated: `the notifier ended the subscription${reason === null ? "" : ` (${reason})`}`,
    refused: status === null ? outcome.text : `a refresh was answered ${status}`,
    noNotify: "the subscription was accepted, and no NOTIFY came",
    silence: outcome.code === null ? outcome.text : "a refresh was not answered",
    expired: "the subscription was not refreshed in time",
  };
  return texts[cause];
}
