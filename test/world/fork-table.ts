/**
 * What a forking proxy owes its caller, written down from RFC 3261 §16.7 and §16.10 alone. Nothing here reads the
 * catalogue: the table would else prove that the proxy agrees with itself.
 */

/** What the first phone ("desk") answers. */
export type Answer = 200 | 302 | 486 | 500 | 600 | 603 | 604 | 606 | 607 | 608 | "no answer";
export type Order = "parallel" | "serial";
export type Cancel = "before 1xx" | "after 1xx" | "never";

export const answers: readonly Answer[] = [200, 302, 486, 500, 600, 603, 604, 606, 607, 608, "no answer"];
export const orders: readonly Order[] = ["parallel", "serial"];
export const cancels: readonly Cancel[] = ["before 1xx", "after 1xx", "never"];

export interface Row {
  readonly answer: Answer;
  readonly order: Order;
  readonly cancel: Cancel;
}

/** The three phones' scripts, and when the caller gives up (milliseconds). */
export interface Play {
  readonly desk: string;
  readonly mobile: string;
  readonly laptop: string;
  readonly cancelAfterMs: number | null;
}

export interface Expectation {
  /** Any of these may be the caller's final status. */
  readonly finals: readonly number[];
  /** Earliest and latest moment of it, milliseconds after the INVITE. */
  readonly between: readonly [number, number];
  /** Phones that see the INVITE. */
  readonly rung: readonly string[];
  /** Phones that get a CANCEL. */
  readonly canceled: readonly string[];
  /** Reason value that those CANCELs carry; null for none that names a SIP cause. */
  readonly reason: string | null;
}

/** How each row is staged. "after 1xx": the desk answers 200 to the CANCEL and then its own final, as when both cross. */
export function playOf({ answer, order, cancel }: Row): Play {
  const silent = answer === "no answer";
  if (cancel === "never") {
    return {
      desk: silent ? "silent" : `180@300ms+${answer}@2s`,
      mobile: "180@300ms+404@3s",
      laptop: "180@300ms+480@5s",
      cancelAfterMs: null,
    };
  }
  if (cancel === "before 1xx") {
    // The desk never sends a provisional response, so no CANCEL may go there (§9.1): its final answer stands.
    return {
      desk: silent ? "silent" : `${answer}@1s`,
      mobile: "180@1s+404@9s",
      laptop: "180@1s+480@9s",
      cancelAfterMs: 500,
    };
  }
  const desk = silent ? "180@300ms+ignores-cancel" : `180@300ms+late:${answer}@100ms`;
  return {
    desk,
    mobile: order === "parallel" ? "180@300ms+404@9s" : "404@9s",
    laptop: "180@300ms+480@9s",
    cancelAfterMs: 1000,
  };
}

/** What the moments of an expectation depend on beside the phones' scripts. Milliseconds. */
export interface Clockwork {
  /** 64·T1, the life of a request without an answer; more than the 2 s in which every script but a silent one begins. */
  readonly timerB: number;
  /** Time for the network, the 20 ms ticks and, in real time, the machine. */
  readonly slack: number;
}

const simulated: Clockwork = { timerB: 32_000, slack: 200 };

const isGlobalFailure = (answer: Answer): boolean => answer !== "no answer" && answer >= 600;

/** §16.7: what comes of a row. */
export function expectationOf(row: Row, clockwork: Clockwork = simulated): Expectation {
  if (row.cancel !== "never") return canceled(row, clockwork);
  return row.order === "parallel" ? parallelToTheEnd(row.answer, clockwork) : serialToTheEnd(row.answer, clockwork);
}

/**
 * Desk answers at 2 s, mobile 404 at 3 s, laptop 480 at 5 s. A 2xx goes upstream at once (step 5); a 6xx waits for the
 * branches it cancelled and wins (step 6); else the lowest class wins when all have ended, and within it any will do.
 */
function parallelToTheEnd(answer: Answer, { timerB, slack }: Clockwork): Expectation {
  const rung = ["desk", "mobile", "laptop"];
  if (answer === 200) {
    return {
      finals: [200],
      between: [2000, 2000 + slack],
      rung,
      canceled: ["mobile", "laptop"],
      reason: 'SIP;cause=200;text="Call completed elsewhere"',
    };
  }
  if (isGlobalFailure(answer)) {
    return {
      finals: [Number(answer)],
      between: [2000, 2000 + slack],
      rung,
      canceled: ["mobile", "laptop"],
      reason: `SIP;cause=${answer}`,
    };
  }
  if (answer === "no answer") {
    const end = Math.max(timerB, 5000);
    return { finals: [408, 404, 480], between: [end, end + slack], rung, canceled: [], reason: null };
  }
  return { finals: lowestClass([answer, 404, 480]), between: [5000, 5000 + slack], rung, canceled: [], reason: null };
}

/** The same answers one after the other. A 6xx ends the hunt (step 5 of §16.7: no new branches), a 2xx as well. */
function serialToTheEnd(answer: Answer, { timerB, slack }: Clockwork): Expectation {
  if (answer === 200 || isGlobalFailure(answer)) {
    return { finals: [Number(answer)], between: [2000, 2000 + slack], rung: ["desk"], canceled: [], reason: null };
  }
  const rung = ["desk", "mobile", "laptop"];
  if (answer === "no answer")
    return {
      finals: [408, 404, 480],
      between: [timerB + 8000, timerB + 8000 + slack],
      rung,
      canceled: [],
      reason: null,
    };
  return {
    finals: lowestClass([answer, 404, 480]),
    between: [10_000, 10_000 + slack],
    rung,
    canceled: [],
    reason: null,
  };
}

/** §16.10: every pending branch is cancelled, each as soon as it has sent a provisional response; nothing new is tried. */
function canceled({ answer, order, cancel }: Row, { timerB, slack }: Clockwork): Expectation {
  const others = order === "parallel" ? ["mobile", "laptop"] : [];
  const rung = ["desk", ...others];
  const before = cancel === "before 1xx";
  const told = before ? others : rung;
  const from = before ? 1000 : 1100;
  if (answer === "no answer") {
    // Silence: Timer B for a request that never was answered at all, 64·T1 after the CANCEL for one that rang (§9.1).
    const end = before ? timerB : 1000 + timerB;
    return { finals: [408, 487], between: [end, end + slack], rung, canceled: told, reason: null };
  }
  const finals =
    answer === 200 || isGlobalFailure(answer) ? [Number(answer)] : lowestClass([answer, ...others.map(() => 487)]);
  return { finals, between: [from, from + slack], rung, canceled: told, reason: null };
}

/** §16.7 step 6: of the lowest class that was received, any. */
function lowestClass(statuses: readonly number[]): number[] {
  const lowest = Math.min(...statuses.map((status) => Math.floor(status / 100)));
  return statuses.filter((status) => Math.floor(status / 100) === lowest);
}

/** Phones that refuse one way and another, and what the caller may hear of it. */
export interface Mix {
  readonly said: readonly number[];
  /** Any of these (RFC 3261 §16.7 step 6). */
  readonly heard: readonly number[];
  readonly why: string;
}

/** What the phones of one fork say. */
export const mixes: readonly Mix[] = [
  { said: [404, 486], heard: [404, 486], why: "4xx" },
  { said: [486, 486], heard: [486], why: "both are busy" },
  { said: [486, 486, 486], heard: [486], why: "all are busy" },
  { said: [486, 500], heard: [486], why: "4xx before 5xx" },
  { said: [500, 504], heard: [500, 504], why: "5xx" },
  { said: [302, 486], heard: [302], why: "3xx before 4xx" },
  { said: [302, 404, 500], heard: [302], why: "3xx before all" },
  { said: [486, 500, 603], heard: [603], why: "6xx before all" },
  { said: [600, 603], heard: [600, 603], why: "6xx" },
  { said: [486, 401], heard: [401], why: "401 before other 4xx" },
  { said: [407, 404], heard: [407], why: "407 before other 4xx" },
  { said: [486, 415], heard: [415], why: "415 before other 4xx" },
  { said: [420, 480], heard: [420], why: "420 before other 4xx" },
  { said: [484, 486], heard: [484], why: "484 before other 4xx" },
  { said: [503, 500], heard: [500], why: "500 rather than 503" },
  { said: [503, 486], heard: [486], why: "a 503 counts for less than a 4xx" },
  { said: [503, 503], heard: [500], why: "503 from all is 500 upstream" },
  { said: [499, 500], heard: [499], why: "an unknown code is worth its class" },
  { said: [650, 200], heard: [200, 650], why: "an unknown 6xx is a 6xx" },
];

/** Those that a hunt plays to their end: none but the last phone ends it. */
export const serialMixes = mixes.filter(({ said }) => !said.includes(200) && Math.max(...said.slice(0, -1)) < 600);
