/** What follows from the facts of a code, as one word: each reading is a table whose first row that holds says it. */

import { semantics } from "./codes.ts";
import type { DialogMeaning, ForkBehaviour, ResponseCode } from "./facts.ts";

type Row<Word> = readonly [says: Word, holds: (entry: ResponseCode) => boolean];

/** RFC 3261 §16.7: step 5 for what goes upstream at once, steps 6 and 7 for what is kept until the branches have ended. */
const FORK: readonly Row<ForkBehaviour>[] = [
  ["absorbed", (entry) => entry.code === 100],
  ["passedOn", (entry) => entry.class === "1xx"],
  ["wins", (entry) => entry.class === "2xx"],
  ["ends", (entry) => entry.stopsHunting],
  ["offered", (entry) => entry.class === "3xx"],
  ["merged", (entry) => entry.aggregated],
  ["replaced", (entry) => entry.rewrittenAs !== null],
  ["waitsLast", (entry) => entry.class === "5xx"],
  ["preferred", ranksBeforeItsClass],
  ["waits", () => true],
];

/**
 * RFC 3261 §12.1 for the dialog an INVITE is about to make, RFC 5057 §5.1 for the one a failed request was sent in. A 2xx that
 * answers no INVITE leaves dialogs as they are.
 */
const DIALOG: readonly Row<DialogMeaning>[] = [
  ["none", (entry) => entry.code === 100],
  ["endsEarly", (entry) => entry.next === "releaseEarlyDialog"],
  ["early", (entry) => entry.class === "1xx"],
  ["confirms", (entry) => entry.class === "2xx" && answersInvite(entry)],
  ["none", (entry) => entry.class === "2xx"],
  ["dialog", (entry) => entry.dialogEffect === "dialog"],
  ["usage", (entry) => entry.dialogEffect === "usage"],
  ["transaction", () => true],
];

/** What a forking proxy does with it (RFC 3261 §16.7), as one word. */
export function forkBehaviour(entry: ResponseCode): ForkBehaviour {
  return firstOf(FORK, entry);
}

/** What it does to dialogs, as one word. */
export function dialogMeaning(entry: ResponseCode): DialogMeaning {
  return firstOf(DIALOG, entry);
}

function firstOf<Word>(rows: readonly Row<Word>[], entry: ResponseCode): Word {
  const row = rows.find(([, holds]) => holds(entry));
  if (row === undefined) throw new Error(`no row for ${entry.code}`);
  return row[0];
}

/** "The proxy SHOULD give preference to responses that provide information affecting resubmission of this request." */
function ranksBeforeItsClass({ code, rank }: ResponseCode): boolean {
  const ordinary = semantics(code - (code % 100)).rank;
  return rank !== null && ordinary !== null && rank < ordinary;
}

function answersInvite({ methods }: ResponseCode): boolean {
  return methods === "any" || methods.includes("INVITE");
}
