/** What a stopping server is asked while it drains. Times in milliseconds. */
export interface Draining {
  /** Requests without a final answer yet. */
  readonly running: () => number;
  /** Transactions that have their answer and wait for what may still come: ACKs, retransmissions. */
  readonly lingering: () => number;
  /** When the last message arrived, milliseconds since the epoch. */
  readonly lastActivity: () => number;
  readonly now: () => number;
}

export interface DrainLimits {
  /** Silence that shows that ACKs and retransmissions are through. */
  readonly quietMs: number;
  /** Longest wait for that silence once nothing runs. */
  readonly settleMs: number;
  /** Longest wait altogether. */
  readonly graceMs: number;
}

/** A ringing phone may take minutes; whoever stops the server does not wait that long. */
const drainLimits: DrainLimits = { quietMs: 400, settleMs: 4_000, graceMs: 40_000 };

const STEP_MS = 50;

/**
 * Waits until nothing runs any more and the wire is quiet (the ACK for a 200 just forwarded is still to come), or until
 * the grace is over, or `signal` is aborted. Resolves to how many requests still run then.
 */
export async function drained(
  draining: Draining,
  signal: AbortSignal,
  limits: DrainLimits = drainLimits,
): Promise<number> {
  const start = draining.now();
  let idleSince = start;
  while (!signal.aborted) {
    const now = draining.now();
    const running = draining.running();
    if (running > 0) idleSince = now;
    else if (draining.lingering() === 0) break;
    const quietSince = Math.max(idleSince, draining.lastActivity());
    if (running === 0 && (now - quietSince >= limits.quietMs || now - idleSince >= limits.settleMs)) break;
    if (now - start >= limits.graceMs) break;
    await new Promise<void>((resolve) => setTimeout(resolve, STEP_MS));
  }
  return draining.running();
}
