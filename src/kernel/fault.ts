/** Who is to blame: this process, the peer that sent the message, or the way between. */
export type Blame = "local" | "peer" | "network";

/**
 * Something went wrong, named: who is to blame, which status answers it (null where silence is right) and which RFC
 * sentence says so. Faults are values; they are returned and observed, not thrown.
 */
export interface Fault {
  readonly blame: Blame;
  readonly status: number | null;
  /** For example "RFC 3261 §8.1.1.7". */
  readonly reference: string;
  /** One plain sentence without a full stop: what is wrong and where. */
  readonly text: string;
}

/** A fault in one line. @param status null where silence is right @param reference the RFC sentence, as "RFC 3261 §8.1.1.7" */
export function fault(blame: Blame, status: number | null, reference: string, text: string): Fault {
  return { blame, status, reference, text };
}
