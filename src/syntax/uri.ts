/**
 * SIP, SIPS and tel URIs (RFC 3261 §19.1, RFC 3966), and any other absolute URI left opaque.
 *
 * Parsing follows the grammar. What it takes beyond it, because deployed equipment sends it and the meaning stays
 * unambiguous: "#" in the user part, "_" and leading digits in host labels, parameter values that are
 * empty or contain "=", and a local tel number without phone-context.
 */
import {
  ALPHA,
  DIGIT,
  decimal,
  HEADER,
  HEX,
  is,
  matchesAt,
  PARAM,
  PASSWORD,
  span,
  spanEscaped,
  URIC,
  USER,
} from "./chars.ts";
import { hostEnd, hostPort, hostText } from "./hosts.ts";
import { readPlainSipUri, type SipUri } from "./sip-uri.ts";

export type { SipUri };

/** A tel URI (RFC 3966 §3). */
export interface TelUri {
  readonly scheme: "tel";
  /** With its visual separators, and the "+" of a global number. */
  readonly number: string;
  /** Raw parameters from their first ";", or "". */
  readonly params: string;
}

/** An absolute URI of a scheme that this stack gives no meaning to. */
export interface OtherUri {
  readonly scheme: "other";
  /** The scheme as written, e.g. "urn". */
  readonly name: string;
  /** All that follows the colon. */
  readonly opaque: string;
}

export type Uri = SipUri | TelUri | OtherUri;

const COLON = 58;
const EQUALS = 61;
const QUESTION = 63;
const SEMICOLON = 59;

/**
 * Parses an absolute URI.
 * @returns null when it is not one by RFC 3261 §25.1 (or RFC 3966 §3, RFC 2396 for other schemes)
 */
export function parseUri(text: string): Uri | null {
  return readPlainSipUri(text) ?? readUri(text);
}

function readUri(text: string): Uri | null {
  if (matchesAt(text, 0, "sip")) {
    if (text.charCodeAt(3) === COLON) return parseSip(text, "sip", 4);
    if ((text.charCodeAt(3) | 32) === 115 && text.charCodeAt(4) === COLON) return parseSip(text, "sips", 5);
  }
  if (matchesAt(text, 0, "tel:")) return parseTel(text);
  return parseOther(text);
}

/** Parses a URI and returns it only when it is a SIP or SIPS URI. */
export function parseSipUri(text: string): SipUri | null {
  const uri = parseUri(text);
  return uri !== null && isSipUri(uri) ? uri : null;
}

/** Whether a URI is SIP or SIPS. */
export function isSipUri(uri: Uri): uri is SipUri {
  return uri.scheme === "sip" || uri.scheme === "sips";
}

function parseSip(text: string, scheme: "sip" | "sips", from: number): SipUri | null {
  const end = text.length;
  let user: string | null = null;
  let password: string | null = null;
  let i = from;
  // Neither host, parameters nor headers may hold a bare "@", so one anywhere means userinfo.
  const at = text.indexOf("@", from);
  if (at >= 0) {
    i = spanEscaped(text, from, at, USER);
    if (i === from) return null;
    user = text.slice(from, i);
    if (text.charCodeAt(i) === COLON) {
      const passwordAt = i + 1;
      i = spanEscaped(text, passwordAt, at, PASSWORD);
      password = text.slice(passwordAt, i);
    }
    if (i !== at) return null;
    i = at + 1;
  }
  const stopHost = hostEnd(text, i, end);
  if (stopHost < 0) return null;
  const host = hostText(text, i, stopHost);
  i = stopHost;
  let port: number | null = null;
  if (text.charCodeAt(i) === COLON) {
    const stop = span(text, i + 1, end, DIGIT);
    port = decimal(text, i + 1, stop, 65535);
    if (port === null) return null;
    i = stop;
  }
  const paramsEnd = parametersEnd(text, i, end);
  if (paramsEnd < 0) return null;
  if (paramsEnd < end && !areHeaders(text, paramsEnd, end)) return null;
  return {
    scheme,
    user,
    password,
    host,
    port,
    params: i === paramsEnd ? "" : text.slice(i, paramsEnd),
    headers: paramsEnd < end ? text.slice(paramsEnd + 1) : "",
  };
}

/** Where `*( ";" pname [ "=" pvalue ] )` ends; -1 when a parameter is malformed. */
function parametersEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && text.charCodeAt(i) === SEMICOLON) {
    const nameAt = i + 1;
    i = spanEscaped(text, nameAt, end, PARAM);
    if (i === nameAt) return -1;
    while (i < end && text.charCodeAt(i) === EQUALS) i = spanEscaped(text, i + 1, end, PARAM);
  }
  return i;
}

/** Whether `text[from, end)` is `"?" header *( "&" header )`. */
function areHeaders(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(from) !== QUESTION) return false;
  let i = from;
  do {
    const nameAt = i + 1;
    i = spanEscaped(text, nameAt, end, HEADER);
    if (i === nameAt || text.charCodeAt(i) !== EQUALS) return false;
    i = spanEscaped(text, i + 1, end, HEADER);
  } while (i < end && text.charCodeAt(i) === 38);
  return i === end;
}

function parseTel(text: string): TelUri | null {
  const end = text.length;
  const global = text.charCodeAt(4) === 43;
  let digits = 0;
  let i = global ? 5 : 4;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (is(code, DIGIT) || (!global && (is(code, HEX) || code === 42 || code === 35))) digits++;
    else if (code !== 45 && code !== 46 && code !== 40 && code !== 41) break;
  }
  if (digits === 0 || parametersEnd(text, i, end) !== end) return null;
  return { scheme: "tel", number: text.slice(4, i), params: text.slice(i) };
}

function parseOther(text: string): OtherUri | null {
  const colon = text.indexOf(":");
  if (colon < 1 || !is(text.charCodeAt(0), ALPHA)) return null;
  for (let i = 1; i < colon; i++) {
    const code = text.charCodeAt(i);
    if (!is(code, ALPHA | DIGIT) && code !== 43 && code !== 45 && code !== 46) return null;
  }
  const end = text.length;
  if (colon + 1 === end || spanEscaped(text, colon + 1, end, URIC) !== end) return null;
  return { scheme: "other", name: text.slice(0, colon), opaque: text.slice(colon + 1) };
}

/**
 * The value of a URI parameter, as written.
 * @param params raw parameters as in {@link SipUri.params}
 * @param name in any case
 * @returns null when absent, "" for a flag without value
 */
export function uriParam(params: string, name: string): string | null {
  let i = 0;
  while (i < params.length) {
    const nameAt = i + 1;
    let next = params.indexOf(";", nameAt);
    if (next < 0) next = params.length;
    const nameEnd = nameAt + name.length;
    if (nameEnd <= next && (nameEnd === next || params.charCodeAt(nameEnd) === EQUALS)) {
      if (matchesAt(params, nameAt, name)) return nameEnd === next ? "" : params.slice(nameEnd + 1, next);
    }
    i = next;
  }
  return null;
}

/** `params` without the parameter `name` (in any case). */
export function withoutUriParam(params: string, name: string): string {
  return parameterList(params)
    .filter((parameter) => parameter.name.toLowerCase() !== name.toLowerCase())
    .map((parameter) => (parameter.value === null ? `;${parameter.name}` : `;${parameter.name}=${parameter.value}`))
    .join("");
}

/**
 * A URI as it may stand in a request line, without headers and method parameter (RFC 3261 §19.1.1 table 1): a Contact's would
 * else become part of our request. `uri` itself when it has neither.
 */
export function asRequestUri(uri: SipUri): SipUri {
  const named = uri.params !== "" && uriParam(uri.params, "method") !== null;
  if (uri.headers === "" && !named) return uri;
  return { ...uri, params: named ? withoutUriParam(uri.params, "method") : uri.params, headers: "" };
}

/** The parameters of a URI in order, names and values as written; `value` is null for a flag. */
export function parameterList(params: string): { name: string; value: string | null }[] {
  if (params === "") return [];
  return params
    .slice(1)
    .split(";")
    .map((parameter) => {
      const equals = parameter.indexOf("=");
      if (equals < 0) return { name: parameter, value: null };
      return { name: parameter.slice(0, equals), value: parameter.slice(equals + 1) };
    });
}

/** A URI as text; what {@link parseUri} read comes back unchanged but for the case of the scheme (and RFC 5118 §4.10). */
export function writeUri(uri: Uri): string {
  if (uri.scheme === "other") return `${uri.name}:${uri.opaque}`;
  if (uri.scheme === "tel") return `tel:${uri.number}${uri.params}`;
  let text = `${uri.scheme}:`;
  if (uri.user !== null) text += uri.password === null ? `${uri.user}@` : `${uri.user}:${uri.password}@`;
  text += hostPort(uri.host, uri.port) + uri.params;
  return uri.headers === "" ? text : `${text}?${uri.headers}`;
}

/**
 * Decodes every `%HH` once, never the result again (RFC 4475 §3.1.1.3). A "%" that begins no escape stays.
 * The result is latin1: an escaped UTF-8 character comes out as its octets.
 */
export function unescaped(text: string): string {
  let at = text.indexOf("%");
  if (at < 0) return text;
  let out = "";
  let from = 0;
  while (at >= 0) {
    if (is(text.charCodeAt(at + 1), HEX) && is(text.charCodeAt(at + 2), HEX)) {
      out += text.slice(from, at) + String.fromCharCode(Number.parseInt(text.slice(at + 1, at + 3), 16));
      from = at + 3;
      at = text.indexOf("%", from);
    } else at = text.indexOf("%", at + 1);
  }
  return out + text.slice(from);
}

/** Escapes a text (one code unit per octet; wider characters as UTF-8) for the user part of a SIP URI. */
export function escapeUser(text: string): string {
  return escapeOutside(text, USER, false);
}

/** Escapes a text for a uri-parameter name or value. */
export function escapeParam(text: string): string {
  return escapeOutside(text, PARAM, true);
}

/** Escapes a text for the name or value of the headers component. */
export function escapeHeader(text: string): string {
  return escapeOutside(text, HEADER, true);
}

function escapeOutside(text: string, flags: number, hash: boolean): string {
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (is(code, flags) && (hash || code !== 35)) out += character;
    else if (code < 256) out += `%${code < 16 ? "0" : ""}${code.toString(16).toUpperCase()}`;
    else out += encodeURIComponent(character.isWellFormed() ? character : "\ufffd");
  }
  return out;
}
