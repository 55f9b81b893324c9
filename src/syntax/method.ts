/** The methods that RFC 3261 and its extensions define, without their standing in a table of texts. */

import { holds } from "./chars.ts";

/** By first letter. */
const known: readonly (readonly string[])[] = Array.from({ length: 128 }, (_, letter) =>
  [
    "INVITE",
    "ACK",
    "BYE",
    "CANCEL",
    "OPTIONS",
    "REGISTER",
    "PRACK",
    "SUBSCRIBE",
    "NOTIFY",
    "PUBLISH",
    "INFO",
    "REFER",
    "MESSAGE",
    "UPDATE",
  ].filter((name) => name.charCodeAt(0) === letter),
);

/**
 * The method that fills `start`..`end` of `raw`. One that is known is the one copy of its name, not a piece of the message: the
 * engine would enter a piece into its global table of texts wherever it is looked up, which costs more than all of this.
 */
export function methodIn(raw: string, start: number, end: number): string {
  const candidates = known[raw.charCodeAt(start) & 127] as readonly string[];
  for (let i = 0; i < candidates.length; i++) {
    const name = candidates[i] as string;
    if (name.length === end - start && holds(raw, start, name)) return name;
  }
  return raw.slice(start, end);
}

/** Whether RFC 3261 or one of its extensions defines `method`. */
export function isKnownMethod(method: string): boolean {
  const candidates = known[method.charCodeAt(0) & 127] as readonly string[];
  for (let i = 0; i < candidates.length; i++) if (candidates[i] === method) return true;
  return false;
}
