import type { Dialog, DialogTable } from "../../dialog/mod.ts";
import { Header, type Message, parseReplaces, type Replaces } from "../../syntax/mod.ts";
import type { Usage } from "../incoming-request.ts";
import { Session } from "./session.ts";

/** What a Replaces header asks for: the session to take the place of, or the status that refuses it (RFC 3891 §3). */
export type Replacement = { readonly session: Session } | { readonly status: 400 | 481 | 486 | 603 };

/** Reads the Replaces of an INVITE outside dialogs; null when it has none. */
export function replacementOf(invite: Message, dialogs: DialogTable<Usage>): Replacement | null {
  const value = invite.value(Header.Replaces);
  if (value === null) return null;
  const replaces = parseReplaces(value);
  if (replaces === null) return { status: 400 };
  const { callId, toTag, fromTag, earlyOnly } = replaces;
  const dialog = dialogs.get(callId, toTag, fromTag);
  const session = dialog?.usages.find((usage) => usage instanceof Session);
  if (dialog === undefined || session === undefined) return { status: 481 };
  if (session.over) return { status: 603 }; // "has already terminated": decline
  if (session.established) return earlyOnly ? { status: 486 } : { session };
  // An early dialog may be replaced only at the side that called.
  return dialog.role === "uac" ? { session } : { status: 481 };
}

/**
 * The value of a Replaces header that asks the peer of `dialog` to put another call in its place: the tags as that peer knows
 * them (RFC 3891 §6.1). For a Refer-To it is escaped into the URI's headers.
 */
export function replacesValue(dialog: Dialog<Usage>): string {
  return `${dialog.callId};to-tag=${dialog.remoteTag};from-tag=${dialog.localTag}`;
}

/** The same from its parts. */
export function writeReplaces({ callId, toTag, fromTag, earlyOnly }: Replaces): string {
  return `${callId};to-tag=${toTag};from-tag=${fromTag}${earlyOnly ? ";early-only" : ""}`;
}
