import type { Random } from "../kernel/mod.ts";
import type { OfferAnswer } from "./offer-answer.ts";

/**
 * Milliseconds to wait after a 491 before offering again, in units of 10 ms (RFC 3261 §14.1): 2.1 to 4 s for the side that
 * made the Call-ID, 0 to 2 s for the other, so that the two do not collide a second time.
 */
export function glareDelay(random: Random, ownsCallId: boolean): number {
  const [from, to] = ownsCallId ? [210, 400] : [0, 200];
  return (from + Math.floor(random.fraction() * (to - from + 1))) * 10;
}

/** Seconds for the Retry-After of a 500 to a premature request: 0 to 10 (RFC 3261 §14.2, RFC 3311 §5.2). */
export function prematureDelay(random: Random): number {
  return Math.floor(random.fraction() * 11);
}

/** What stands in the way of a session change that the peer asks for. */
export interface Pending {
  /** This side sent an INVITE in the dialog that has no final response. */
  readonly invitesOut: boolean;
  /** The peer sent one that this side has not answered. */
  readonly invitesIn: boolean;
  readonly updatesOut: boolean;
  readonly updatesIn: boolean;
  readonly offerAnswer: OfferAnswer;
}

/**
 * The status that refuses a re-INVITE (RFC 3261 §14.2) or UPDATE (RFC 3311 §5.2) right now; null when it may be taken.
 * 500 goes with a Retry-After of `prematureDelay` seconds.
 */
export function collision(method: "INVITE" | "UPDATE", carriesOffer: boolean, pending: Pending): 491 | 500 | null {
  const { invitesIn, invitesOut, updatesIn, updatesOut, offerAnswer } = pending;
  if (method === "INVITE") {
    if (invitesIn) return 500;
    if (invitesOut) return 491;
    if (updatesIn) return 500;
    if (updatesOut) return 491;
  } else if (updatesIn) return 500;
  if (!carriesOffer && method === "UPDATE") return null;
  if (offerAnswer.state === "localOffer") return 491;
  return offerAnswer.state === "remoteOffer" ? 500 : null;
}
