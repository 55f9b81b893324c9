import {
  clipped,
  fromOctets,
  Header,
  type Message,
  parseReason,
  type Reason,
  withoutControls,
} from "../../syntax/mod.ts";
import type { Outcome } from "../outcome.ts";

/** What ended a call. */
export type CallEndCause =
  /** It was never answered; `outcome` says why. */
  | "notAnswered"
  /** BYE, in order. */
  | "hungUp"
  /** The caller never acknowledged the answer (RFC 3261 §13.3.1.4). */
  | "noAck"
  /** Nobody refreshed the session in time (RFC 4028). */
  | "sessionTimer"
  /** The peer or the way to it failed a request within the call (RFC 5057). */
  | "failure"
  /** Another call took its place (RFC 3891). */
  | "replaced"
  /** The application's media could not go on. */
  | "media";

/** How a whole call ended. */
export interface CallEnd {
  readonly cause: CallEndCause;
  /** Who ended it. */
  readonly by: "local" | "remote" | "network";
  /** One plain sentence without a full stop. */
  readonly text: string;
  /** Reason header of the peer's BYE (RFC 3326), when it gave one. */
  readonly reason: Reason | null;
  /** Milliseconds from the answer to the end; 0 when it was not answered. */
  readonly durationMs: number;
  readonly outcome: Outcome;
}

/** What a session knows of its end. */
export type SessionEnd = Pick<CallEnd, "cause" | "by" | "text" | "reason">;

/** @param text one plain sentence without a full stop; a peer's words are made plain before (see `saidReason`) */
export function sessionEnd(
  cause: CallEndCause,
  by: SessionEnd["by"],
  text: string,
  reason: Reason | null = null,
): SessionEnd {
  return { cause, by, text, reason };
}

/** The Reason of a BYE or CANCEL, its text read as UTF-8; null when it has none that can be read. */
export function reasonOf(message: Message): Reason | null {
  for (const value of message.values(Header.Reason)) {
    const reason = parseReason(fromOctets(value));
    if (reason !== null) return reason;
  }
  return null;
}

/** What the peer says of its BYE or CANCEL in the Reason field, as a person may read it; `otherwise` where it says nothing. */
export function saidReason(message: Message, otherwise: string): string {
  const text = clipped(withoutControls(reasonOf(message)?.text ?? "").replaceAll("\t", " "), 200);
  return text === "" ? otherwise : text;
}
