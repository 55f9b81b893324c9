import type { TimerName } from "./machines.ts";

/** The base values of RFC 3261 §17.1.1.1 in milliseconds. */
export interface TimerValues {
  /** Estimate of the round-trip time; 500. */
  readonly t1: number;
  /** Longest interval between retransmissions of non-INVITE requests and INVITE responses; 4000. */
  readonly t2: number;
  /** Longest time a message stays in the network; 5000. */
  readonly t4: number;
}

export const rfcTimers: TimerValues = { t1: 500, t2: 4000, t4: 5000 };

/** First wait of each timer in milliseconds; 0 passes its state over at once, Infinity never fires. */
export type Delays = { readonly [T in TimerName]: number };

export interface Timing {
  readonly unreliable: Delays;
  readonly reliable: Delays;
  /** Upper limit for the doubling of Timers E and G. */
  readonly t2: number;
}

/**
 * A 100 leaves this long after an INVITE when nothing else has (§17.2.1 allows 200 ms, the wheel adds up to a tick);
 * phones that ring at once spare it.
 */
const TRYING_MS = 150;

/** RFC 3261 table 4 and RFC 6026 §8: what each timer is for the given base values. */
export function timing(values: TimerValues): Timing {
  const { t1, t2, t4 } = values;
  const transaction = 64 * t1;
  const unreliable: Delays = {
    A: t1,
    B: transaction,
    D: transaction,
    E: t1,
    F: transaction,
    G: t1,
    H: transaction,
    I: t4,
    J: transaction,
    K: t4,
    L: transaction,
    M: transaction,
    trying: TRYING_MS,
    bound: 2 * transaction,
  };
  const silent = Number.POSITIVE_INFINITY;
  const reliable: Delays = { ...unreliable, A: silent, D: 0, E: silent, G: silent, I: 0, J: 0, K: 0 };
  return { unreliable, reliable, t2 };
}

/** RFC 4320 §4.1: how long Timer E takes to be reset to T2, before which a 100 to a non-INVITE request is forbidden. */
export function nonInviteTrying(values: TimerValues): number {
  let total = 0;
  for (let wait = values.t1; wait < values.t2; wait *= 2) total += wait;
  return total;
}
