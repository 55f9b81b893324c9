/** The timers of SIP: what starts them, how long they run, what it means when they fire. All durations in milliseconds. */

import type { Source } from "./source.ts";

/** Estimate of the round trip (RFC 3261 §17.1.1.1). */
export const T1 = 500;
/** Longest interval between retransmissions of a non-INVITE request or an INVITE response (RFC 3261 §17.1.2.2). */
export const T2 = 4_000;
/** How long a message can remain in the network (RFC 3261 §17.1.2.2). */
export const T4 = 5_000;

/** The values everything else is computed from; they may be larger than the defaults where the network is slow. */
export interface TimerBase {
  /** {@link T1}; 500 ms. */
  readonly t1: number;
  /** {@link T2}; 4000 ms. */
  readonly t2: number;
  /** {@link T4}; 5000 ms. */
  readonly t4: number;
}

export const DEFAULT_TIMER_BASE: TimerBase = Object.freeze({ t1: T1, t2: T2, t4: T4 });

export type TimerName = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N";

/** A duration as the documents write it: so many times T1, T2, T4 or one second. */
export interface TimerFormula {
  readonly times: number;
  readonly of: "T1" | "T2" | "T4" | "second";
}

export interface Timer {
  readonly name: TimerName;
  /** The machine that runs it. */
  readonly runs: "inviteClient" | "inviteServer" | "nonInviteClient" | "nonInviteServer" | "proxy" | "subscriber";
  /** First duration over a transport that may lose messages; `null`: not started. */
  readonly unreliable: TimerFormula | null;
  /** First duration over a reliable transport; `null`: not started. */
  readonly reliable: TimerFormula | null;
  /** After firing it runs again for twice as long, up to T2 or without limit; `null`: fires once. */
  readonly doubling: "unlimited" | "toT2" | null;
  /** The formula is a lower bound. */
  readonly atLeast: boolean;
  readonly purpose: "retransmitRequest" | "retransmitResponse" | "timeout" | "waitForAck" | "absorb";
  readonly meaning: string;
  readonly reference: Source;
}

const ZERO: TimerFormula = Object.freeze({ times: 0, of: "T1" });
const ONE_T1: TimerFormula = Object.freeze({ times: 1, of: "T1" });
const ALL_T1: TimerFormula = Object.freeze({ times: 64, of: "T1" });
const ONE_T4: TimerFormula = Object.freeze({ times: 1, of: "T4" });

function seconds(times: number): TimerFormula {
  return Object.freeze({ times, of: "second" });
}

function timer(written: Omit<Timer, "doubling" | "atLeast"> & Partial<Timer>): Timer {
  return Object.freeze({ doubling: null, atLeast: false, ...written });
}

/** Timers A to N, by name. */
export const timers: Readonly<Record<TimerName, Timer>> = Object.freeze({
  A: timer({
    name: "A",
    runs: "inviteClient",
    unreliable: ONE_T1,
    reliable: null,
    doubling: "unlimited",
    purpose: "retransmitRequest",
    meaning: "send the INVITE again",
    reference: "RFC 3261 §17.1.1.2",
  }),
  B: timer({
    name: "B",
    runs: "inviteClient",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "timeout",
    meaning: "no response to the INVITE at all",
    reference: "RFC 3261 §17.1.1.2",
  }),
  C: timer({
    name: "C",
    runs: "proxy",
    unreliable: seconds(180),
    reliable: seconds(180),
    atLeast: true,
    purpose: "timeout",
    meaning: "an INVITE branch rings on and on: cancel it, or take it for a 408",
    reference: "RFC 3261 §16.6",
  }),
  D: timer({
    name: "D",
    runs: "inviteClient",
    unreliable: seconds(32),
    reliable: ZERO,
    atLeast: true,
    purpose: "absorb",
    meaning: "no further copy of the final response is due",
    reference: "RFC 3261 §17.1.1.2",
  }),
  E: timer({
    name: "E",
    runs: "nonInviteClient",
    unreliable: ONE_T1,
    reliable: null,
    doubling: "toT2",
    purpose: "retransmitRequest",
    meaning: "send the request again",
    reference: "RFC 3261 §17.1.2.2",
  }),
  F: timer({
    name: "F",
    runs: "nonInviteClient",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "timeout",
    meaning: "no final response to the request",
    reference: "RFC 3261 §17.1.2.2",
  }),
  G: timer({
    name: "G",
    runs: "inviteServer",
    unreliable: ONE_T1,
    reliable: null,
    doubling: "toT2",
    purpose: "retransmitResponse",
    meaning: "send the final response again",
    reference: "RFC 3261 §17.2.1",
  }),
  H: timer({
    name: "H",
    runs: "inviteServer",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "waitForAck",
    meaning: "no ACK for the final response",
    reference: "RFC 3261 §17.2.1",
  }),
  I: timer({
    name: "I",
    runs: "inviteServer",
    unreliable: ONE_T4,
    reliable: ZERO,
    purpose: "absorb",
    meaning: "no further copy of the ACK is due",
    reference: "RFC 3261 §17.2.1",
  }),
  J: timer({
    name: "J",
    runs: "nonInviteServer",
    unreliable: ALL_T1,
    reliable: ZERO,
    purpose: "absorb",
    meaning: "no further copy of the request is due",
    reference: "RFC 3261 §17.2.2",
  }),
  K: timer({
    name: "K",
    runs: "nonInviteClient",
    unreliable: ONE_T4,
    reliable: ZERO,
    purpose: "absorb",
    meaning: "no further copy of the response is due",
    reference: "RFC 3261 §17.1.2.2",
  }),
  L: timer({
    name: "L",
    runs: "inviteServer",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "absorb",
    meaning: "no further copy of the accepted INVITE is due",
    reference: "RFC 6026 §8.11",
  }),
  M: timer({
    name: "M",
    runs: "inviteClient",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "absorb",
    meaning: "no further 2xx is due, from this branch or another",
    reference: "RFC 6026 §8.11",
  }),
  N: timer({
    name: "N",
    runs: "subscriber",
    unreliable: ALL_T1,
    reliable: ALL_T1,
    purpose: "timeout",
    meaning: "no NOTIFY came: the subscription failed",
    reference: "RFC 6665 §4.1.2.4",
  }),
});

/**
 * The first duration of a timer in milliseconds; `null` when it is not started over this kind of transport. Where `atLeast`
 * holds, a longer one may be chosen.
 */
export function timerDuration(name: TimerName, reliable: boolean, base: TimerBase = DEFAULT_TIMER_BASE): number | null {
  const formula = reliable ? timers[name].reliable : timers[name].unreliable;
  return formula === null ? null : formula.times * unit(formula.of, base);
}

function unit(of: TimerFormula["of"], base: TimerBase): number {
  if (of === "T1") return base.t1;
  if (of === "T2") return base.t2;
  return of === "T4" ? base.t4 : 1_000;
}
