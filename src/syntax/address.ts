/** name-addr and addr-spec with header parameters: From, To, Contact, Route, Refer-To… (RFC 3261 §20, §25.1). */
import { BARE, SPACE, span } from "./chars.ts";
import { parseUri, type Uri } from "./uri.ts";
import { areParameters, quote, quotedEnd, trim, unquote } from "./values.ts";

export interface Address {
  /** Display name without quotes and escapes; "" when there is none. */
  readonly display: string;
  /** The URI as written, without brackets; {@link parseAddress} has checked that it parses. */
  readonly uri: string;
  /** Raw header parameters from their first ";", or "". */
  readonly params: string;
}

const LEFT = 60;
const RIGHT = 62;
const QUOTE = 34;
const SEMICOLON = 59;

/**
 * Parses one name-addr or addr-spec with its parameters.
 *
 * Without <>, all that follows a ";" belongs to the header, and a "?" or "," may not occur (§20).
 * A display name may be any text without quotes, brackets, commas and semicolons, with or without a space before the
 * "<" (RFC 4475 §3.1.1.6).
 * @returns null when malformed, the URI included
 */
export function parseAddress(text: string): Address | null {
  const read = readAddress(text);
  return read === null ? null : { display: read.display, uri: read.uri, params: read.params };
}

/** As `parseAddress`, with the URI it has read. */
export interface ReadAddress extends Address {
  readonly target: Uri;
}

export function readAddress(text: string): ReadAddress | null {
  const address = readAddressHead(text);
  return address !== null && areParameters(address.params) ? address : null;
}

/** As `readAddress`, the parameters left unread: for whoever reads them one by one. */
export function readAddressHead(text: string): ReadAddress | null {
  const from = span(text, 0, text.length, SPACE);
  let left = from;
  let display = "";
  if (text.charCodeAt(from) === QUOTE) {
    const quoted = quotedEnd(text, from, text.length);
    if (quoted === null) return null;
    display = unquote(text.slice(from, quoted));
    left = span(text, quoted, text.length, SPACE);
    if (text.charCodeAt(left) !== LEFT) return null;
  } else {
    left = text.indexOf("<", from);
    const semicolon = text.indexOf(";", from);
    if (left < 0 || (semicolon >= 0 && semicolon < left)) return parseAddrSpec(text, from, semicolon);
    if (span(text, from, left, BARE | SPACE) !== left) return null;
    display = trim(text, from, left);
  }
  const right = text.indexOf(">", left);
  if (right < 0) return null;
  const uri = text.slice(left + 1, right);
  const target = parseUri(uri);
  return target === null ? null : { display, uri, params: trim(text, right + 1), target };
}

function parseAddrSpec(text: string, from: number, semicolon: number): ReadAddress | null {
  const end = semicolon < 0 ? text.length : semicolon;
  const uri = trim(text, from, end);
  if (uri.includes("?") || uri.includes(",")) return null;
  const target = parseUri(uri);
  return target === null ? null : { display: "", uri, params: trim(text, end), target };
}

/** Index where the header parameters of a name-addr or addr-spec begin (or the text's end); allocates nothing. */
function paramsAt(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SEMICOLON) return i;
    if (code === QUOTE) {
      const end = quotedEnd(text, i, text.length);
      if (end === null) return text.length;
      i = end - 1;
    } else if (code === LEFT) {
      const right = text.indexOf(">", i);
      return right < 0 ? text.length : right + 1;
    }
  }
  return text.length;
}

/**
 * The tag of a From or To value: a quick scan that validates nothing else.
 * @returns null when there is none (RFC 2543 peers send From without one)
 */
export function addressTag(text: string): string | null {
  const end = text.length;
  let i = paramsAt(text);
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = quotedEnd(text, i, end) ?? end;
      continue;
    }
    i++;
    if (code !== SEMICOLON) continue;
    i = span(text, i, end, SPACE);
    if (!isTag(text, i)) continue;
    const equals = span(text, i + 3, end, SPACE);
    if (text.charCodeAt(equals) !== 61) continue;
    const from = span(text, equals + 1, end, SPACE);
    return text.slice(from, span(text, from, end, BARE));
  }
  return null;
}

function isTag(text: string, i: number): boolean {
  return (
    (text.charCodeAt(i) | 32) === 116 && (text.charCodeAt(i + 1) | 32) === 97 && (text.charCodeAt(i + 2) | 32) === 103
  );
}

/** The URI text of a name-addr or addr-spec, unchecked; what is malformed gives some text that will not parse as a URI. */
export function addressUri(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = quotedEnd(text, i, text.length);
      if (end === null) return "";
      i = end - 1;
    } else if (code === LEFT) {
      const right = text.indexOf(">", i);
      return right < 0 ? "" : text.slice(i + 1, right);
    } else if (code === SEMICOLON || code === RIGHT) return trim(text, 0, i);
  }
  return trim(text);
}

/** An address as name-addr: the display name quoted when there is one, the URI always in brackets. */
export function writeAddress(address: Address): string {
  const name = address.display === "" ? "" : `${quote(address.display)} `;
  return `${name}<${address.uri}>${address.params}`;
}
