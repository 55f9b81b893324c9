/**
 * What header values are made of: lists, quoted strings and ";name=value" parameters (RFC 3261 §7.3.1, §25.1).
 *
 * Parameter values are read more widely than `token / host / quoted-string`: any run of visible characters without
 * separators that would end it. Tags and branches with "@", "/" or "=" in them are in the field, and an IPv6
 * address in `received` has no brackets (RFC 5118 §4.5).
 */
import { BARE, is, matchesAt, SPACE, span, TOKEN } from "./chars.ts";

const COMMA = 44;
const EQUALS = 61;
const LEFT = 60;
const QUOTE = 34;
const BACKSLASH = 92;
const SEMICOLON = 59;

/**
 * The values of a comma-separated list; commas in quoted strings and in <> do not separate.
 * Empty elements are dropped; each value is trimmed. What follows an unterminated quote is one value.
 */
export function splitValues(text: string): string[] {
  if (text.indexOf(",") !== -1) return split(text, COMMA);
  const only = trim(text);
  return only === "" ? [] : [only];
}

/** As {@link splitValues} for another separator, such as the ";" of Privacy (RFC 3323 §4.2). */
export function split(text: string, separator: number): string[] {
  const values: string[] = [];
  let from = 0;
  let i = 0;
  const lastBracket = text.lastIndexOf(">"); // so that a run of "<" without any ">" stays linear
  while (i <= text.length) {
    const code = i < text.length ? text.charCodeAt(i) : separator;
    if (code === separator) {
      const value = trim(text, from, i);
      if (value !== "") values.push(value);
      from = ++i;
    } else if (code === QUOTE) i = quotedEnd(text, i, text.length) ?? text.length;
    else if (code === LEFT && i < lastBracket) i = text.indexOf(">", i) + 1;
    else i++;
  }
  return values;
}

/** `text[from, end)` without linear white space on either side (CR and LF of a folding included). */
export function trim(text: string, from = 0, end = text.length): string {
  let a = from;
  let b = end;
  while (a < b && is(text.charCodeAt(a), SPACE)) a++;
  while (b > a && is(text.charCodeAt(b - 1), SPACE)) b--;
  return a === 0 && b === text.length ? text : text.slice(a, b);
}

/** The index after the quoted string that begins at `from`, or null when it does not end before `end`. */
export function quotedEnd(text: string, from: number, end: number): number | null {
  for (let i = from + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return null;
}

/** A quoted string's text without quotes and backslashes; any other text unchanged. */
export function unquote(text: string): string {
  if (text.length < 2 || text.charCodeAt(0) !== QUOTE || text.charCodeAt(text.length - 1) !== QUOTE) return text;
  if (!text.includes("\\")) return text.slice(1, -1);
  let out = "";
  for (let i = 1; i < text.length - 1; i++) {
    if (text.charCodeAt(i) === BACKSLASH && i + 2 < text.length) i++;
    out += text[i];
  }
  return out;
}

/** A text as quoted string. CR and LF, which no quoted string may hold (§25.1), become spaces. */
export function quote(text: string): string {
  let out = '"';
  for (const character of text) {
    if (character === '"' || character === "\\") out += `\\${character}`;
    else out += character === "\r" || character === "\n" ? " " : character;
  }
  return `${out}"`;
}

/** Where one `;name[=value]` lies in its text; offsets, so that reading one parameter allocates only its value. */
export interface ParameterAt {
  nameFrom: number;
  nameEnd: number;
  /** -1 when there is no "=". */
  valueFrom: number;
  valueEnd: number;
}

/**
 * Reads one parameter whose ";" is at `from` (white space before it allowed) into `at`.
 * @returns the index after it and any white space (what stands there is for the next call to judge), or -1 when it is malformed
 */
export function readParameter(text: string, from: number, end: number, at: ParameterAt): number {
  let i = span(text, from, end, SPACE);
  if (i >= end || text.charCodeAt(i) !== SEMICOLON) return -1;
  i = span(text, i + 1, end, SPACE);
  at.nameFrom = i;
  i = span(text, i, end, TOKEN);
  if (i === at.nameFrom) return -1;
  at.nameEnd = i;
  at.valueFrom = -1;
  at.valueEnd = i;
  i = span(text, i, end, SPACE);
  if (i < end && text.charCodeAt(i) === EQUALS) {
    i = span(text, i + 1, end, SPACE);
    at.valueFrom = i;
    if (i < end && text.charCodeAt(i) === QUOTE) i = quotedEnd(text, i, end) ?? -1;
    else i = text.charCodeAt(i) === LEFT ? angleEnd(text, i, end) : span(text, i, end, BARE);
    if (i < 0) return -1;
    at.valueEnd = i;
    i = span(text, i, end, SPACE);
  }
  return i;
}

/** Identity's `info=<uri>` (RFC 8224 §4): a value in angle brackets. */
function angleEnd(text: string, from: number, end: number): number {
  const close = text.indexOf(">", from);
  return close < 0 || close >= end ? -1 : close + 1;
}

/** Whether `text[from, end)` is a run of well-formed parameters (an empty run is). */
export function areParameters(text: string, from = 0, end = text.length): boolean {
  const at: ParameterAt = { nameFrom: 0, nameEnd: 0, valueFrom: 0, valueEnd: 0 };
  let i = span(text, from, end, SPACE);
  while (i < end) {
    i = readParameter(text, i, end, at);
    if (i < 0) return false;
  }
  return true;
}

/**
 * The value of a header parameter, a quoted string unquoted.
 * @param params text that begins at the first ";" (white space before it allowed)
 * @param name in any case
 * @returns null when absent (or when what stands before it is malformed), "" for a flag without value
 */
export function parameter(params: string, name: string): string | null {
  const raw = rawParameter(params, name);
  return raw === null ? null : unquote(raw);
}

/** As {@link parameter}, the value as written, quotes included. */
export function rawParameter(params: string, name: string): string | null {
  const at: ParameterAt = { nameFrom: 0, nameEnd: 0, valueFrom: 0, valueEnd: 0 };
  let i = 0;
  while (i < params.length) {
    i = readParameter(params, i, params.length, at);
    if (i < 0) return null;
    if (at.nameEnd - at.nameFrom === name.length && matchesAt(params, at.nameFrom, name)) {
      return at.valueFrom < 0 ? "" : params.slice(at.valueFrom, at.valueEnd);
    }
  }
  return null;
}

/** All parameters in order, names as written, quoted values unquoted, `value` null for a flag; null when malformed. */
export function parameters(params: string): { name: string; value: string | null }[] | null {
  const at: ParameterAt = { nameFrom: 0, nameEnd: 0, valueFrom: 0, valueEnd: 0 };
  const list: { name: string; value: string | null }[] = [];
  let i = span(params, 0, params.length, SPACE);
  while (i < params.length) {
    i = readParameter(params, i, params.length, at);
    if (i < 0) return null;
    list.push({
      name: params.slice(at.nameFrom, at.nameEnd),
      value: at.valueFrom < 0 ? null : unquote(params.slice(at.valueFrom, at.valueEnd)),
    });
  }
  return list;
}
