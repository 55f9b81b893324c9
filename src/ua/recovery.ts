import type { Random } from "../kernel/mod.ts";

/** RFC 5626 §4.5: seconds when every flow has failed, when some other one has not, and the longest there is. */
const BASE_ALL_FAILED = 30;
const BASE_SOME_LEFT = 90;
const LONGEST = 1800;

/**
 * Milliseconds to wait after the given number of failures in a row: "a uniform random time between 50 and 100% of the
 * upper-bound wait time" (RFC 5626 §4.5).
 */
export function recoveryDelay(random: Random, failures: number, someLeft = false): number {
  const base = someLeft ? BASE_SOME_LEFT : BASE_ALL_FAILED;
  const upper = Math.min(LONGEST, base * 2 ** Math.min(failures, 20));
  return Math.round(upper * 1000 * (0.5 + 0.5 * random.fraction()));
}

/**
 * Milliseconds that the peer asks for in Retry-After (seconds); null when it does not, or asks for none again and again: "A
 * Retry-After header field value of 0 is valid" (RFC 5626 §4.2.1), once in a row.
 */
export function askedDelay(retryAfter: number | null, failures: number): number | null {
  return retryAfter !== null && (retryAfter > 0 || failures === 1) ? retryAfter * 1000 : null;
}

/**
 * Milliseconds until something granted for `seconds` is to be refreshed: at 85 to 90 % of it, for short ones 5 s before the end,
 * so that one request has time to be lost and repeated; never after half of it when that is all there is.
 */
export function refreshDelay(random: Random, seconds: number): number {
  const early = seconds * (0.85 + 0.05 * random.fraction());
  return Math.round(Math.max(seconds / 2, Math.min(early, seconds - 5)) * 1000);
}
