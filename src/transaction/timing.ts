import { DEFAULT_TIMER_BASE, type TimerBase, timerDuration } from "../catalogue/mod.ts";
import type { TimerName } from "./machines.ts";

/** T1, T2 and T4, milliseconds. */
export type TimerValues = TimerBase;

/** The values of RFC 3261 §17.1.1.1 and table 4. */
export const rfcTimers: TimerValues = DEFAULT_TIMER_BASE;

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

/** What each timer of the catalogue is for the given base values. */
export function timing(values: TimerValues): Timing {
  return { unreliable: delays(values, false), reliable: delays(values, true), t2: values.t2 };
}

function delays(values: TimerValues, reliable: boolean): Delays {
  const of = (name: Exclude<TimerName, "trying" | "bound">): number =>
    timerDuration(name, reliable, values) ?? Number.POSITIVE_INFINITY;
  return {
    A: of("A"),
    B: of("B"),
    D: reliable ? of("D") : of("H"), // RFC 3261 §17.1.1.2: as long as Timer H of the other side, taken to have our T1
    E: of("E"),
    F: of("F"),
    G: of("G"),
    H: of("H"),
    I: of("I"),
    J: of("J"),
    K: of("K"),
    L: of("L"),
    M: of("M"),
    trying: TRYING_MS,
    bound: 2 * of("B"),
  };
}

/** RFC 4320 §4.1: how long Timer E takes to be reset to T2, before which a 100 to a non-INVITE request is forbidden. */
export function nonInviteTrying(values: TimerValues): number {
  let total = 0;
  for (let wait = values.t1; wait < values.t2; wait *= 2) total += wait;
  return total;
}
