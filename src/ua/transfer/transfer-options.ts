import type { Call } from "../call/call.ts";
import type { Outcome } from "../outcome.ts";
import type { Headers } from "../text.ts";
import type { ReferStatus } from "./sipfrag.ts";

/** What can be said beside whom to transfer, and where to. */
export interface TransferOptions {
  /** The call whose place the new one takes (attended transfer); `referTo` then says where to find its other end. */
  readonly replaces?: Call;
  /**
   * How the result is heard of: `implicit` (RFC 3515, the default); `explicit` asks for a URI to subscribe to, `nosub` wants no
   * word of it (RFC 7614), and so does `norefersub`, as a wish (RFC 4488). A peer that knows none of it (420) is asked as usual.
   */
  readonly subscription?: "implicit" | "explicit" | "nosub" | "norefersub";
  /** Whether a call that was transferred with success is hung up. Default true. */
  readonly hangUp?: boolean;
  readonly headers?: Headers;
  /** Stops waiting for the result; what was asked for goes on (RFC 3515 §2.4.4). */
  readonly signal?: AbortSignal;
  /** How the new call stands, 100 and each change. */
  readonly onProgress?: (status: ReferStatus) => void;
}

/** Why the result of a transfer that was accepted is not known. */
export type TransferFault =
  /** No NOTIFY came in 64·T1. */
  | "noNotify"
  /** The time to report ran out. */
  | "subscriptionExpired"
  /** The reports ended without a final status. */
  | "terminatedWithoutResult"
  /** The other side hung up, or its dialog broke, and no report came after that. */
  | "peerGone";

/** How a transfer ended. `answered` is the one success. */
export interface TransferOutcome extends Outcome {
  /**
   * Which request `code` answers: `refer` when that was refused, or accepted where nobody reports (`nosub`); `target` for the call
   * that it asked for.
   */
  readonly stage: "refer" | "target";
  /** Null when the result is known. */
  readonly fault: TransferFault | null;
}
