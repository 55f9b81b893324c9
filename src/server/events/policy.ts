/** What the operator decides about subscriptions and publications. */
export interface EventPolicy {
  /** Subscriptions at a time; further ones get 503. */
  readonly maxSubscriptions: number;
  /** Of one source: a pair of address and port. */
  readonly maxSubscriptionsPerSource: number;
  /** Of all ports of one address. */
  readonly maxSubscriptionsPerAddress: number;
  /** Of one user who has proved to be that; further ones get 403. */
  readonly maxSubscriptionsPerUser: number;
  /** SUBSCRIBE and PUBLISH requests of one source, in the long run. What is more gets 503, then nothing. */
  readonly requestsPerSecond: number;
  /** How many may come at once. */
  readonly burst: number;
  /** Seconds. A shorter wish is answered 423. */
  readonly minExpires: number;
  /** Longer wishes are granted this. */
  readonly maxExpires: number;
  /** Published documents at a time. */
  readonly maxPublications: number;
  readonly maxPublicationsPerUser: number;
  /** Octets of a published document. */
  readonly maxDocument: number;
  /** Who hears with whom a user speaks: the user alone, others seeing that there is a call (RFC 4235 §3.6); or everyone. */
  readonly callDetails: "own" | "everyone";
}

export const defaultEventPolicy: EventPolicy = {
  maxSubscriptions: 50_000,
  maxSubscriptionsPerSource: 500,
  maxSubscriptionsPerAddress: 25_000,
  maxSubscriptionsPerUser: 1000,
  requestsPerSecond: 50,
  burst: 200,
  minExpires: 60,
  maxExpires: 86_400,
  maxPublications: 50_000,
  maxPublicationsPerUser: 10,
  maxDocument: 16_384,
  callDetails: "own",
};

/** How much a watcher is told: nothing (403), the mere state, everything. */
export type WatchLevel = "none" | "state" | "full";

/**
 * Who may watch whom.
 * @param watcher key of the address of record in From, which the credentials proved where they are asked for; null for one
 *   of another domain
 */
export type WatchRule = (watcher: string | null, addressOfRecord: string, event: string) => WatchLevel;

/** Presence is for everybody who is let in; calls as the policy says; messages and registrations for the user alone (RFC 3680 §4.6). */
export function usualWatchRule(policy: EventPolicy): WatchRule {
  return (watcher, addressOfRecord, event) => {
    if (watcher === addressOfRecord || event === "presence") return "full";
    if (event !== "dialog") return "none";
    return policy.callDetails === "everyone" ? "full" : "state";
  };
}
