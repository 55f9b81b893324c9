import type { Message, Replaces } from "../../syntax/mod.ts";
import type { MediaSession } from "../media.ts";
import type { RedirectPolicy } from "../settings.ts";
import type { Headers } from "../text.ts";
import type { Call } from "./call.ts";
import type { CallEnd } from "./end.ts";
import type { Session } from "./session.ts";

/** A provisional response. */
export interface Progress {
  /** 101 to 199. */
  readonly code: number;
  readonly phrase: string;
  /** Early media: the description that came with it; "" for none. */
  readonly sdp: string;
  /** Which of several phones says so: its To tag. */
  readonly tag: string;
  readonly response: Message;
}

/** A phone that answered. */
export interface ForkAnswer {
  readonly tag: string;
  readonly response: Message;
  readonly session: Session;
}

/** Which of several answers to keep: the first, or those that the function returns (called again with each further answer). */
export type ForkPolicy = "first" | ((answers: readonly ForkAnswer[]) => readonly ForkAnswer[]);

/** What can be said beside whom to call. */
export interface CallOptions {
  /** Cancels the call while it rings, hangs up afterwards. */
  readonly signal?: AbortSignal;
  readonly headers?: Headers;
  readonly media?: MediaSession;
  /** Lets the callee make the offer; the answer goes with the ACK. */
  readonly lateOffer?: boolean;
  /** Default `first`. */
  readonly forks?: ForkPolicy;
  readonly redirects?: RedirectPolicy;
  /** How often to call again when the callee says when (Retry-After); 0 when absent. */
  readonly retries?: number;
  /** The call to take the place of (RFC 3891): one of this agent with the same peer, or what a REFER named. */
  readonly replaces?: Call | Replaces;
  /** Seconds for which the invitation stands (Expires). */
  readonly expires?: number;
  /** Seconds to let it ring; then it is cancelled and ends as `timeout`. Default 240. */
  readonly ringFor?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly onEnded?: (end: CallEnd) => void;
  readonly onDtmf?: (tone: string, durationMs: number) => void;
}
