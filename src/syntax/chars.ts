/**
 * Character classes of the RFC 3261 §25.1 grammar, as one table of bit flags.
 *
 * A message is a latin1 string: one code unit per octet. Code units above 255 (and the NaN past the
 * end of a text) belong to no class, which is what lets scanners run without bounds checks.
 */

export const TOKEN = 1;
export const USER = 2;
export const PASSWORD = 4;
export const PARAM = 8;
export const HEADER = 16;
export const HEX = 32;
export const DIGIT = 64;
export const ALPHA = 128;
export const URIC = 256;
/** SP and HTAB, and CR and LF: a header value handed in with its folding still counts as LWS (§7.3.1). */
export const SPACE = 512;
/** What a value of a generic parameter may hold bare; wider than `token / host` on purpose, see values.ts. */
export const BARE = 1024;
export const UNRESERVED = 2048;

const CLASSES: Uint16Array = classes();

function classes(): Uint16Array {
  const table = new Uint16Array(256);
  const mark = (characters: string, flags: number) => {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      table[code] = (table[code] as number) | flags;
    }
  };
  const digits = "0123456789";
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const unreserved = `${digits}${letters}-_.!~*'()`;
  mark(digits, DIGIT);
  mark(letters, ALPHA);
  mark(`${digits}abcdefABCDEF`, HEX);
  mark(`${digits}${letters}-.!%*_+\`'~`, TOKEN);
  mark(unreserved, USER | PASSWORD | PARAM | HEADER | URIC | UNRESERVED);
  // "#" is not in the grammar of the user part, but telephones dial it unescaped ("*21#").
  mark("&=+$,;?/#", USER);
  mark("&=+$,", PASSWORD);
  mark("[]/:&+$", PARAM);
  mark("[]/?:+$", HEADER);
  mark(";/?:@&=+$,#[]", URIC);
  mark(" \t\r\n", SPACE);
  for (let code = 0x21; code < 0x100; code++) if (code !== 0x7f) mark(String.fromCharCode(code), BARE);
  for (const separator of '";,<>\\') {
    const code = separator.charCodeAt(0);
    table[code] = (table[code] as number) & ~BARE;
  }
  return table;
}

/** Whether a code unit belongs to one of the classes in `flags`. */
export function is(code: number, flags: number): boolean {
  return ((CLASSES[code] as number) & flags) !== 0;
}

/** First index at or after `from` whose character is in none of `flags`; at most `end`. */
export function span(text: string, from: number, end: number, flags: number): number {
  let i = from;
  while (i < end && is(text.charCodeAt(i), flags)) i++;
  return i;
}

/** As {@link span}, and `"%" HEXDIG HEXDIG` counts as one more character of the class. */
export function spanEscaped(text: string, from: number, end: number, flags: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (is(code, flags)) i++;
    else if (code === 37 && i + 2 < end && is(text.charCodeAt(i + 1), HEX) && is(text.charCodeAt(i + 2), HEX)) i += 3;
    else break;
  }
  return i;
}

/** Whether `text[from, end)` is a non-empty token (§25.1). */
export function isToken(text: string, from = 0, end = text.length): boolean {
  return end > from && span(text, from, end, TOKEN) === end;
}

/** The characters of a word as numbers, for `spells`. */
export function codesOf(word: string): readonly number[] {
  return Array.from(word, (character) => character.charCodeAt(0));
}

/**
 * Whether `text` has a word of a few letters, given by its `codes`, at `from`, to the letter. For hot paths: the engine calls out
 * for `startsWith` and for the comparison of texts, which takes two or three times as long.
 */
export function spells(text: string, from: number, codes: readonly number[]): boolean {
  for (let i = 0; i < codes.length; i++) if (text.charCodeAt(from + i) !== codes[i]) return false;
  return true;
}

/** Whether `text` has `word` at `from`, to the letter: cut and compared, which is quicker than `startsWith`. */
export function holds(text: string, from: number, word: string): boolean {
  return text.slice(from, from + word.length) === word;
}

/** Whether `text` has `word` at `from`, ASCII letters in any case. */
export function matchesAt(text: string, from: number, word: string): boolean {
  if (from + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) {
    if (lower(text.charCodeAt(from + i)) !== lower(word.charCodeAt(i))) return false;
  }
  return true;
}

/** Whether two texts are equal, ASCII letters in any case (tokens compare so, §7.3.1). */
export function equalFolded(a: string, b: string): boolean {
  return a.length === b.length && matchesAt(a, 0, b);
}

/** An ASCII capital as its small letter, anything else unchanged. No locale: "I" is always "i". */
export function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/**
 * A decimal number in `text[from, end)`: digits only, no sign.
 * @returns null when it is not a number or exceeds `max`, however many digits it has
 */
export function decimal(text: string, from: number, end: number, max: number): number | null {
  if (end <= from) return null;
  let value = 0;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return null;
    value = value * 10 + (code - 48);
    if (value > max) return null;
  }
  return value;
}
