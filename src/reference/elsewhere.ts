/** Who asks in words of another language than the one they read: `occupé` at a terminal that speaks English. */

import type { Locale } from "../catalogue/mod.ts";
import { locales } from "./locale.ts";
import type { Reading } from "./reading.ts";
import { openReference, type Reference } from "./reference.ts";
import { words } from "./words.ts";

/** What fits the reader's own language by less than this may fit it by chance: `pas de sonnerie` has words that begin as English ones. */
const DOUBTFUL = 0.5;
/** What fits another one by less is no find there. */
const LEAST_SCORE = 0.85;
/** Each language takes a millisecond or more per word, and strangers ask. */
const MOST_WORDS = 6;

/**
 * Reads `input` in the language of `reference` and, only when nothing there fits well, in all the others. What is found is told in the
 * language of `reference`. `open` gives the other languages; it may keep them.
 */
export async function readInAnyLanguage(
  input: string,
  reference: Reference,
  open: (locale: Locale) => Promise<Reference> = openReference,
): Promise<Reading> {
  const own = reference.read(input);
  const isLong = words(input).length > MOST_WORDS;
  const isPhrase = own.found.length === 0 && own.codes.length > 0;
  if (own.kind !== "words" || own.asked === "" || isLong || isPhrase || scoreOf(own) >= DOUBTFUL) return own;
  let best: Reading | null = null;
  for (const locale of locales()) {
    if (locale === reference.locale) continue;
    const read = (await open(locale)).read(input);
    if (scoreOf(read) >= LEAST_SCORE && scoreOf(read) > (best === null ? 0 : scoreOf(best))) best = read;
  }
  return best === null ? own : reference.translated(best);
}

function scoreOf({ found }: Reading): number {
  return found[0]?.score ?? 0;
}
