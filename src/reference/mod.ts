/** The catalogue in a person's language: explanations, comparisons, search, what a pasted line says. */

export { FEWEST_DIFFERENCES } from "./comparison.ts";
export { readInAnyLanguage } from "./elsewhere.ts";
export type * from "./lists.ts";
export { DEFAULT_LOCALE, localeEntry, localeNamed, localeOfEnvironment, locales, negotiateLocale } from "./locale.ts";
export type { Arguments, Samples } from "./messages.ts";
export { type Pasted, readPasted } from "./pasted.ts";
export { plainLine } from "./plain.ts";
export type { Reading } from "./reading.ts";
export type { NetworkBlocked, PastedReason } from "./reason.ts";
export { openReference, type Reference, type ReferenceOptions } from "./reference.ts";
export { type Piece, pieces, unmarked } from "./samples.ts";
export type * from "./shapes.ts";
export type { Ended, Verdict } from "./verdict.ts";
