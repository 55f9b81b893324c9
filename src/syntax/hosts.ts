/**
 * Hosts: names, IPv4 addresses and IPv6 references (RFC 3261 §25.1, RFC 3986 §3.2.2, RFC 5118, RFC 5954).
 *
 * A host is held without the brackets of an IPv6 reference; {@link hostPort} puts them back.
 */
import { ALPHA, DIGIT, decimal, HEX, is } from "./chars.ts";

const DOT = 46;
const COLON = 58;
const HYPHEN = 45;
const UNDERSCORE = 95;

/**
 * Whether `text[from, end)` is a host name or an IPv4 address.
 *
 * Two things outside the grammar are accepted because machines are named so: "_" in a label, and a
 * label that begins with a digit (RFC 1123 §2.1). A name whose last label is all digits must be an
 * IPv4 address, so a number can never pass for a host.
 */
export function isHostname(text: string, from = 0, end = text.length): boolean {
  let labelAt = from;
  let digitsOnly = true;
  for (let i = from; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : DOT;
    if (code === DOT) {
      if (i === labelAt) return i === end && labelAt > from && !digitsOnly; // one trailing dot is allowed
      if (text.charCodeAt(labelAt) === HYPHEN || text.charCodeAt(i - 1) === HYPHEN) return false;
      if (i === end) return digitsOnly ? isIPv4(text, from, end) : true;
      labelAt = i + 1;
      if (labelAt < end) digitsOnly = true;
    } else if (is(code, ALPHA) || code === HYPHEN || code === UNDERSCORE) digitsOnly = false;
    else if (!is(code, DIGIT)) return false;
  }
  return false;
}

/** Whether `text[from, end)` is four decimal octets with dots. */
export function isIPv4(text: string, from = 0, end = text.length): boolean {
  let octets = 0;
  let at = from;
  while (octets < 4) {
    let stop = at;
    while (stop < end && stop - at < 4 && is(text.charCodeAt(stop), DIGIT)) stop++;
    if (stop - at > 3 || decimal(text, at, stop, 255) === null) return false;
    octets++;
    if (octets === 4) return stop === end;
    if (text.charCodeAt(stop) !== DOT || stop >= end) return false;
    at = stop + 1;
  }
  return false;
}

/** Whether a host without brackets is an IPv6 address (RFC 4291 §2.2; no zone). */
export function isIPv6(text: string, from = 0, end = text.length): boolean {
  return ipv6Groups(text, from, end) !== null;
}

/**
 * The eight 16-bit groups of an IPv6 address, or null.
 *
 * "2001:db8:::192.0.2.1", which only a mistake in RFC 3261's ABNF allows, is read with two colons (RFC 5118 §4.10).
 */
function ipv6Groups(text: string, from: number, end: number): number[] | null {
  const groups: number[] = [];
  let gap = -1;
  let i = from;
  if (text.charCodeAt(i) === COLON && text.charCodeAt(i + 1) !== COLON) return null;
  while (i < end) {
    if (text.charCodeAt(i) === COLON && text.charCodeAt(i + 1) === COLON && i + 1 < end) {
      if (gap >= 0) return null;
      gap = groups.length;
      i += 2;
      if (text.charCodeAt(i) === COLON && isIPv4(text, i + 1, end)) i++;
      continue;
    }
    const stop = hexEnd(text, i, end);
    if (text.charCodeAt(stop) === DOT && stop < end) {
      if (!isIPv4(text, i, end)) return null;
      pushIPv4(groups, text, i, end);
      i = end;
      break;
    }
    if (stop === i || stop - i > 4) return null;
    groups.push(Number.parseInt(text.slice(i, stop), 16));
    i = stop;
    if (i === end) break;
    if (text.charCodeAt(i) !== COLON || i + 1 === end) return null;
    if (text.charCodeAt(i + 1) !== COLON) i++;
    if (groups.length > 8) return null;
  }
  if (gap < 0) return groups.length === 8 ? groups : null;
  if (groups.length > 7) return null;
  groups.splice(gap, 0, ...new Array<number>(8 - groups.length).fill(0));
  return groups;
}

function hexEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && i - from < 5 && is(text.charCodeAt(i), HEX)) i++;
  return i;
}

function pushIPv4(groups: number[], text: string, from: number, end: number): void {
  const [a = 0, b = 0, c = 0, d = 0] = text.slice(from, end).split(".").map(Number);
  groups.push(a * 256 + b, c * 256 + d);
}

/** Where four decimal octets with dots end, read once; -1 when it is not they that begin at `from`. */
function plainIPv4End(raw: string, from: number, end: number): number {
  let octet = -1;
  let dots = 0;
  let i = from;
  for (; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      if (octet === 0) return -1; // a leading zero is for the full reader
      octet = octet === -1 ? code - 48 : octet * 10 + code - 48;
      if (octet > 255) return -1;
    } else if (code === DOT && octet !== -1 && dots < 3) {
      dots++;
      octet = -1;
    } else if (code === DOT || code === HYPHEN || code === UNDERSCORE || is(code, ALPHA)) return -1;
    else break;
  }
  return dots === 3 && octet !== -1 ? i : -1;
}

/** Where a host name or IPv4 address ends; -1 when it is neither or needs a closer look. */
export function plainHostEnd(raw: string, from: number, end: number): number {
  const first = raw.charCodeAt(from);
  if (first >= 48 && first <= 57) {
    const stop = plainIPv4End(raw, from, end);
    if (stop !== -1) return stop;
  }
  let label = from;
  let i = from;
  for (; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (is(code, ALPHA | DIGIT)) continue;
    if (code === HYPHEN) {
      if (i === label) return -1;
    } else if (code === DOT) {
      if (i === label || raw.charCodeAt(i - 1) === HYPHEN) return -1;
      label = i + 1;
    } else break;
  }
  if (i === label || raw.charCodeAt(i - 1) === HYPHEN || (i < end && raw.charCodeAt(i) === UNDERSCORE)) return -1;
  // A last label that begins with a digit is an IPv4 address or for the full reader to judge.
  return is(raw.charCodeAt(label), DIGIT) && !isIPv4(raw, from, i) ? -1 : i;
}

/** Where the host (bracketed when IPv6) that begins at `from` ends; -1 when there is none or it is malformed. */
export function hostEnd(text: string, from: number, end: number): number {
  if (text.charCodeAt(from) === 91 && from < end) {
    const close = text.indexOf("]", from);
    return close > 0 && close < end && isIPv6(text, from + 1, close) ? close + 1 : -1;
  }
  const plain = plainHostEnd(text, from, end);
  if (plain !== -1) return plain;
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (!is(code, ALPHA | DIGIT) && code !== DOT && code !== HYPHEN && code !== UNDERSCORE) break;
    i++;
  }
  return isHostname(text, from, i) ? i : -1;
}

/** The host in `text[from, end)` as {@link hostEnd} found it, without brackets. */
export function hostText(text: string, from: number, end: number): string {
  if (text.charCodeAt(from) !== 91) return text.slice(from, end);
  const host = text.slice(from + 1, end - 1);
  return host.includes(":::") ? host.replace(":::", "::") : host;
}

/** A host as it is held, where one may stand in brackets: in a `maddr` or `received` parameter, or as somebody typed it. */
export function withoutBrackets(host: string): string {
  return host.startsWith("[") && isIPv6(host, 1, host.length - 1) ? host.slice(1, -1) : host;
}

/** `host[:port]` as it stands in a URI or a Via sent-by, an IPv6 address in brackets. */
export function hostPort(host: string, port: number | null): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return port === null ? name : `${name}:${port}`;
}

/**
 * One spelling per host, for use as a key: lower case, no trailing dot, and an IPv6 address with all
 * groups written out, since two IPv6 hosts are equal when their bits are (RFC 5954 §4.2).
 */
export function canonicalHost(host: string): string {
  if (host.includes(":")) {
    const groups = ipv6Groups(host, 0, host.length);
    if (groups !== null) return groups.map((group) => group.toString(16)).join(":");
  }
  const name = host.toLowerCase();
  return name.endsWith(".") ? name.slice(0, -1) : name;
}

/** Whether two hosts (without brackets) are the same name or the same address. */
export function equalHost(a: string, b: string): boolean {
  return a === b || canonicalHost(a) === canonicalHost(b);
}
