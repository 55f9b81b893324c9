import { isStatusCode, semantics } from "../../catalogue/mod.ts";
import { type CallOutcome, callLine, callOutcome, type DecidedCall, plainText } from "../../diagnosis/mod.ts";
import type { BranchOutcome, DecidedBy, ObservationStream } from "../../kernel/mod.ts";

/** A decided call as the HTTP API gives it; the names are those of `ringback call --json`. */
export interface CallRecord {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly callId: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: CallOutcome;
  readonly code: number;
  readonly phrase: string;
  readonly scope: "here" | "domain" | "everywhere" | null;
  readonly decidedBy: DecidedBy;
  readonly afterMs: number;
  /** The line of the call log. */
  readonly line: string;
  readonly branches: readonly BranchOutcome[];
}

/** Characters of a text that strangers wrote. */
const MAX_TEXT = 200;

/** The last calls this server decided, newest first. */
export class RecentCalls {
  private readonly ring: DecidedCall[] = [];
  private readonly capacity: number;
  private next = 0;

  constructor(observations: ObservationStream, capacity = 200) {
    this.capacity = capacity;
    observations.subscribe(["decided"], (observation) => {
      if (observation.type !== "decided") return;
      this.ring[this.next] = observation;
      this.next = (this.next + 1) % this.capacity;
    });
  }

  list(limit: number): CallRecord[] {
    const calls: CallRecord[] = [];
    for (let i = 1; i <= Math.min(limit, this.ring.length); i++) {
      const call = this.ring[(this.next - i + this.capacity) % this.capacity];
      if (call !== undefined) calls.push(recordOf(call));
    }
    return calls;
  }
}

function recordOf(call: DecidedCall): CallRecord {
  const { at, callId, from, to, status: code, phrase, decidedBy, afterMs, branches } = call;
  const scope = isStatusCode(code) ? semantics(code).scope : null;
  // "hop" says that a server on the way refused; about the callee that says nothing.
  const known = scope === "hop" ? null : scope;
  const line = callLine(call);
  return {
    at,
    callId,
    from: plainText(from, MAX_TEXT),
    to: plainText(to, MAX_TEXT),
    outcome: callOutcome(call),
    code,
    phrase: plainText(phrase, MAX_TEXT),
    scope: known,
    decidedBy,
    afterMs,
    line,
    branches,
  };
}
