/**
 * SIP and SIPS URIs as nearly all are written: small scheme, nothing escaped, no IPv6, no headers. A "no" says only "look closer";
 * `parseUri` decides then.
 */
import { is, PARAM, PASSWORD, USER } from "./chars.ts";
import { plainHostEnd } from "./hosts.ts";

/** A SIP or SIPS URI; every text is kept as written, escapes included. */
export interface SipUri {
  readonly scheme: "sip" | "sips";
  readonly user: string | null;
  readonly password: string | null;
  /** Without the brackets of an IPv6 reference; see `hostport`. */
  readonly host: string;
  readonly port: number | null;
  /** Raw uri-parameters from their first ";", or "". Read them with `uriParam`. */
  readonly params: string;
  /** Raw headers component without its "?", or "". */
  readonly headers: string;
}

const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;

/** Where the parts of the URI lie that `isPlainSipUri` has just said yes to. */
let userAt = 0;
/** -1 when there is no user. */
let userEnd = -1;
/** Behind the userinfo. */
let hostAt = 0;
let hostStop = 0;
/** -1 when there is none. */
let portValue = -1;
let paramsAt = 0;

/** `sip:` or `sips:`, an unescaped user, a host name or IPv4 address, a port and parameters; no headers. */
export function isPlainSipUri(raw: string, from: number, end: number): boolean {
  if (raw.charCodeAt(from) !== 115 || raw.charCodeAt(from + 1) !== 105 || raw.charCodeAt(from + 2) !== 112)
    return false;
  let i = from + 3;
  if (raw.charCodeAt(i) === 115) i++;
  if (raw.charCodeAt(i) !== COLON) return false;
  i++;
  const at = raw.indexOf("@", i);
  userEnd = -1;
  if (at !== -1 && at < end) {
    userAt = i;
    while (i < at && is(raw.charCodeAt(i), USER)) i++;
    if (i === userAt) return false;
    userEnd = i;
    if (raw.charCodeAt(i) === COLON) {
      i++;
      while (i < at && is(raw.charCodeAt(i), PASSWORD)) i++;
    }
    if (i !== at) return false;
    i++;
  }
  hostAt = i;
  i = plainHostEnd(raw, i, end);
  if (i === -1) return false;
  hostStop = i;
  portValue = -1;
  if (i < end && raw.charCodeAt(i) === COLON) {
    const port = plainPortEnd(raw, i + 1, end);
    if (port === -1) return false;
    portValue = lastPort;
    i = port;
  }
  paramsAt = i;
  return arePlainUriParameters(raw, i, end);
}

function arePlainUriParameters(raw: string, from: number, end: number): boolean {
  let i = from;
  while (i < end) {
    if (raw.charCodeAt(i) !== SEMICOLON) return false;
    const name = ++i;
    while (i < end && is(raw.charCodeAt(i), PARAM)) i++;
    if (i === name) return false;
    if (i < end && raw.charCodeAt(i) === EQUALS) {
      i++;
      while (i < end && is(raw.charCodeAt(i), PARAM)) i++;
    }
  }
  return true;
}

/** The whole of `text` as a URI when it is a plain one. */
export function readPlainSipUri(text: string): SipUri | null {
  const end = text.length;
  if (!isPlainSipUri(text, 0, end)) return null;
  const scheme = text.charCodeAt(3) === COLON ? "sip" : "sips";
  const user = userEnd === -1 ? null : text.slice(userAt, userEnd);
  const password = userEnd === -1 || userEnd === hostAt - 1 ? null : text.slice(userEnd + 1, hostAt - 1);
  const host = text.slice(hostAt, hostStop);
  const port = portValue === -1 ? null : portValue;
  return { scheme, user, password, host, port, params: text.slice(paramsAt), headers: "" };
}

/** What the digits say that `plainPortEnd` has just read. */
let lastPort = 0;

/** Where one to five digits up to 65535 end; -1 otherwise. */
export function plainPortEnd(raw: string, from: number, end: number): number {
  let port = 0;
  let i = from;
  for (; i < end && i - from < 6; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    port = port * 10 + digit;
  }
  lastPort = port;
  return i === from || port > 65_535 ? -1 : i;
}
