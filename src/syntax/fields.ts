/**
 * Typed readers of single header values (RFC 3261 §20 and the RFCs named at each). All take the unfolded value
 * of one header field and return null when it is malformed; numbers too large for the field are malformed.
 */
import { DIGIT, decimal, is, isToken, SPACE, span, TOKEN } from "./chars.ts";
import { parseUri } from "./uri.ts";
import { areParameters, parameter, quotedEnd, split, splitValues, trim, unquote } from "./values.ts";

/** The largest value of delta-seconds fields: 2^32-1 (§20.19). */
export const MAX_SECONDS = 4294967295;

/** CSeq numbers are below 2^31 (§8.1.1.5). */
export const MAX_SEQUENCE = 2147483647;

export interface CSeq {
  readonly sequence: number;
  readonly method: string;
}

/** CSeq (§20.16): a sequence number below 2^31 and a method. */
export function parseCSeq(value: string): CSeq | null {
  const numberAt = span(value, 0, value.length, SPACE);
  const numberEnd = spanToken(value, numberAt);
  const sequence = decimal(value, numberAt, numberEnd, MAX_SEQUENCE);
  const methodAt = span(value, numberEnd, value.length, SPACE);
  const methodEnd = spanToken(value, methodAt);
  if (sequence === null || methodEnd === methodAt) return null;
  if (span(value, methodEnd, value.length, SPACE) !== value.length) return null;
  return { sequence, method: value.slice(methodAt, methodEnd) };
}

function spanToken(text: string, from: number): number {
  return span(text, from, text.length, TOKEN);
}

/** A whole value that is one decimal number up to `max`: RSeq, MIME parts, Content-Length… */
export function parseNumber(value: string, max: number): number | null {
  const text = trim(value);
  return decimal(text, 0, text.length, max);
}

/** Max-Forwards (§20.22): 0 to 255. */
export function parseMaxForwards(value: string): number | null {
  return parseNumber(value, 255);
}

/** Expires, Min-Expires and the `expires` parameter (§20.19): seconds up to 2^32-1. */
export function parseExpires(value: string): number | null {
  return parseNumber(value, MAX_SECONDS);
}

/** A number of seconds with parameters: Session-Expires, Min-SE, Retry-After without its comment. */
export interface Seconds {
  readonly seconds: number;
  readonly params: string;
}

function parseSeconds(value: string): Seconds | null {
  const { head, params } = splitParams(value);
  const seconds = parseNumber(head, MAX_SECONDS);
  return seconds === null || !areParameters(params) ? null : { seconds, params };
}

/** A value up to its first ";" outside quotes, and the raw parameters from there. */
function splitParams(value: string): { head: string; params: string } {
  let i = 0;
  while (i < value.length) {
    const code = value.charCodeAt(i);
    if (code === 59) break;
    i = code === 34 ? (quotedEnd(value, i, value.length) ?? value.length) : i + 1;
  }
  return { head: trim(value, 0, i), params: trim(value, i) };
}

/** Min-SE (RFC 4028 §5). */
export function parseMinSe(value: string): Seconds | null {
  return parseSeconds(value);
}

export interface SessionExpires extends Seconds {
  readonly refresher: "uac" | "uas" | null;
}

/** Session-Expires (RFC 4028 §4). */
export function parseSessionExpires(value: string): SessionExpires | null {
  const parsed = parseSeconds(value);
  if (parsed === null) return null;
  const refresher = parameter(parsed.params, "refresher")?.toLowerCase() ?? null;
  if (refresher !== null && refresher !== "uac" && refresher !== "uas") return null;
  return { ...parsed, refresher };
}

export interface RetryAfter {
  readonly seconds: number;
  readonly comment: string;
  /** How long the callee stays reachable after that, in seconds. */
  readonly duration: number | null;
}

/** Retry-After (§20.33): seconds, an optional comment in parentheses, parameters. */
export function parseRetryAfter(value: string): RetryAfter | null {
  const numberAt = span(value, 0, value.length, SPACE);
  let i = numberAt;
  while (i < value.length && value.charCodeAt(i) >= 48 && value.charCodeAt(i) <= 57) i++;
  const seconds = decimal(value, numberAt, i, MAX_SECONDS);
  if (seconds === null) return null;
  i = span(value, i, value.length, SPACE);
  let comment = "";
  if (value.charCodeAt(i) === 40) {
    const end = commentEnd(value, i);
    if (end < 0) return null;
    comment = value.slice(i + 1, end - 1);
    i = end;
  }
  const params = trim(value, i);
  if (!areParameters(params)) return null;
  const duration = parameter(params, "duration");
  return { seconds, comment, duration: duration === null ? null : parseExpires(duration) };
}

/** The index after the comment that begins at `from` (comments nest, §25.1); -1 when it does not end. */
function commentEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return i + 1;
  }
  return -1;
}

/** A list of tokens: Require, Supported, Proxy-Require, Unsupported, Allow, Content-Encoding. An empty value is an empty list. */
export function parseTokens(value: string): string[] | null {
  const tokens = splitValues(value);
  for (const token of tokens) if (!isToken(token)) return null;
  return tokens;
}

/** Privacy (RFC 3323 §4.2), whose values are separated by semicolons. */
export function parsePrivacy(value: string): string[] | null {
  const values = split(value, 59);
  for (const each of values) if (!isToken(each)) return null;
  return values.length === 0 ? null : values;
}

/** A first word with parameters. */
export interface Tagged {
  /** In lower case where the field says that case does not matter. */
  readonly value: string;
  /** Raw parameters from their first ";", or "". */
  readonly params: string;
}

function parseTagged(text: string): Tagged | null {
  const { head, params } = splitParams(text);
  return isToken(head) && areParameters(params) ? { value: head, params } : null;
}

/** Content-Type (§20.15) and one value of Accept: `type/subtype` in lower case, without the space round the slash. */
export function parseMediaType(value: string): Tagged | null {
  const { head, params } = splitParams(value);
  const slash = head.indexOf("/");
  if (slash < 0 || !areParameters(params)) return null;
  const type = trim(head, 0, slash);
  const subtype = trim(head, slash + 1);
  return isToken(type) && isToken(subtype) ? { value: `${type}/${subtype}`.toLowerCase(), params } : null;
}

/** Content-Disposition (§20.11): the type in lower case. */
export function parseContentDisposition(value: string): Tagged | null {
  const parsed = parseTagged(value);
  return parsed === null ? null : { value: parsed.value.toLowerCase(), params: parsed.params };
}

export interface EventPackage extends Tagged {
  /** The `id` parameter, or null. */
  readonly id: string | null;
}

/** Event (RFC 6665 §8.2.1): package names compare exactly, so their case is kept. */
export function parseEvent(value: string): EventPackage | null {
  const parsed = parseTagged(value);
  return parsed === null ? null : { ...parsed, id: parameter(parsed.params, "id") };
}

export interface SubscriptionState {
  /** "active", "pending", "terminated" or an extension, in lower case. */
  readonly state: string;
  readonly reason: string | null;
  /** Seconds. */
  readonly expires: number | null;
  /** Seconds. */
  readonly retryAfter: number | null;
}

/** Subscription-State (RFC 6665 §8.2.3). */
export function parseSubscriptionState(value: string): SubscriptionState | null {
  const parsed = parseTagged(value);
  if (parsed === null) return null;
  const expires = parameter(parsed.params, "expires");
  const retryAfter = parameter(parsed.params, "retry-after");
  return {
    state: parsed.value.toLowerCase(),
    reason: parameter(parsed.params, "reason")?.toLowerCase() ?? null,
    expires: expires === null ? null : parseExpires(expires),
    retryAfter: retryAfter === null ? null : parseExpires(retryAfter),
  };
}

export interface Reason {
  /** "SIP", "Q.850", as written. */
  readonly protocol: string;
  readonly cause: number | null;
  readonly text: string | null;
  readonly params: string;
}

/** One value of Reason (RFC 3326 §2). */
export function parseReason(value: string): Reason | null {
  const parsed = parseTagged(value);
  if (parsed === null) return null;
  const cause = parameter(parsed.params, "cause");
  return {
    protocol: parsed.value,
    cause: cause === null ? null : parseNumber(cause, 999),
    text: parameter(parsed.params, "text"),
    params: parsed.params,
  };
}

export interface RAck {
  readonly rseq: number;
  readonly cseq: number;
  readonly method: string;
}

/** RAck (RFC 3262 §7.2): response number, CSeq number, method. */
export function parseRAck(value: string): RAck | null {
  const text = trim(value);
  const numberEnd = spanToken(text, 0);
  const rseq = decimal(text, 0, numberEnd, MAX_SECONDS);
  const rest = parseCSeq(text.slice(numberEnd));
  if (rseq === null || rest === null || span(text, numberEnd, text.length, SPACE) === numberEnd) return null;
  return { rseq, cseq: rest.sequence, method: rest.method };
}

export interface Replaces {
  readonly callId: string;
  readonly toTag: string;
  readonly fromTag: string;
  readonly earlyOnly: boolean;
}

/** Replaces (RFC 3891 §6.1). Join (RFC 3911) reads the same way. */
export function parseReplaces(value: string): Replaces | null {
  const { head, params } = splitParams(value);
  const toTag = parameter(params, "to-tag");
  const fromTag = parameter(params, "from-tag");
  if (head === "" || /\s/.test(head) || !areParameters(params) || toTag === null || fromTag === null) return null;
  return { callId: head, toTag, fromTag, earlyOnly: parameter(params, "early-only") !== null };
}

export interface Timestamp {
  /** Both in seconds, with fractions. */
  readonly value: number;
  readonly delay: number | null;
}

/** Timestamp (§20.38): `1*DIGIT [ "." *DIGIT ]` and an optional delay, whose digits may all be missing. */
export function parseTimestamp(value: string): Timestamp | null {
  const text = trim(value);
  const end = decimalEnd(text, 0);
  if (!is(text.charCodeAt(0), DIGIT)) return null;
  if (end === text.length) return { value: Number(text), delay: null };
  const delayAt = span(text, end, text.length, SPACE);
  if (delayAt === end || decimalEnd(text, delayAt) !== text.length) return null;
  return { value: Number(text.slice(0, end)), delay: Number(`0${text.slice(delayAt)}`) };
}

/** Where `*DIGIT [ "." *DIGIT ]` ends. */
function decimalEnd(text: string, from: number): number {
  const point = span(text, from, text.length, DIGIT);
  return text.charCodeAt(point) === 46 ? span(text, point + 1, text.length, DIGIT) : point;
}

export interface Warning {
  /** Three digits. */
  readonly code: number;
  readonly agent: string;
  readonly text: string;
}

/** One value of Warning (§20.43). */
export function parseWarning(value: string): Warning | null {
  const text = trim(value);
  const code = decimal(text, 0, 3, 999);
  if (code === null || code < 100 || !is(text.charCodeAt(3), SPACE)) return null;
  const agentAt = span(text, 3, text.length, SPACE);
  let agentEnd = agentAt;
  while (agentEnd < text.length && !is(text.charCodeAt(agentEnd), SPACE)) agentEnd++;
  const quoteAt = span(text, agentEnd, text.length, SPACE);
  if (agentEnd === agentAt || text.charCodeAt(quoteAt) !== 34 || quotedEnd(text, quoteAt, text.length) !== text.length)
    return null;
  return { code, agent: text.slice(agentAt, agentEnd), text: unquote(text.slice(quoteAt)) };
}

/** A Call-ID (§20.8): one or two words round an "@". Anything without white space passes: it is only ever compared. */
export function isCallId(value: string): boolean {
  if (value === "") return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code <= 32 || code === 127) return false;
  }
  return true;
}

/** A URI in <> with parameters: Alert-Info, Call-Info, Error-Info (§20.4, §20.9, §20.18). */
export function parseInfo(value: string): { uri: string; params: string } | null {
  const text = trim(value);
  const close = text.indexOf(">");
  if (!text.startsWith("<") || close < 0) return null;
  const uri = text.slice(1, close);
  const params = trim(text, close + 1);
  return parseUri(uri) === null || !areParameters(params) ? null : { uri, params };
}
