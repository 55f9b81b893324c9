import type { Outcome } from "../outcome.ts";
import type { SubscriptionEnd } from "./subscribe-options.ts";
import type { SubscriberEnd } from "./subscriber-usage.ts";

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
