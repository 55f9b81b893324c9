/**
 * Whether a message is well formed enough to act on (RFC 3261 §8.1.1, §8.2, §16.3 step 1, §18.3). What is strict and
 * what is let pass follows RFC 4475: reject where the meaning is in doubt, ignore what nobody here reads (a bad Date).
 */
import { type Fault, fault } from "../kernel/mod.ts";
import { parseAddress } from "./address.ts";
import { holds, isToken } from "./chars.ts";
import { isCallId, parseCSeq, parseMaxForwards } from "./fields.ts";
import { Header, type HeaderId, headerName } from "./header-id.ts";
import { decimalAt, type Message } from "./message.ts";
import { plainAddressEnd } from "./quick.ts";
import { splitValues } from "./values.ts";
import { parseVia } from "./via.ts";

/** Header fields that may stand once only; two of them leave the meaning in doubt (RFC 4475 §3.3.8). */
const SINGLE: readonly HeaderId[] = [
  Header.From,
  Header.To,
  Header.CallId,
  Header.CSeq,
  Header.MaxForwards,
  Header.ContentLength,
  Header.ContentType,
  Header.Expires,
  Header.MinExpires,
  Header.Event,
  Header.SubscriptionState,
  Header.MaxBreadth,
  Header.RAck,
  Header.RSeq,
  Header.ReferTo,
  Header.Replaces,
  Header.SessionExpires,
  Header.MinSe,
];

/** "At a minimum" (§8.1.1), without Max-Forwards, which RFC 2543 peers do not send. */
const REQUIRED: readonly HeaderId[] = [Header.Via, Header.From, Header.To, Header.CallId, Header.CSeq];

function bad(section: string, text: string): Fault {
  return fault("peer", 400, `RFC 3261 ${section}`, text);
}

/**
 * What is wrong with a request.
 * @returns null when it may be processed; else the fault, its status the one to answer with (an ACK is never answered)
 */
export function checkRequest(message: Message): Fault | null {
  return checkEnvelope(message) ?? checkContacts(message);
}

/** As `checkRequest`, but for the Contacts of a REGISTER: those are worth reading once it is known who asks. */
export function checkEnvelope(message: Message): Fault | null {
  return (
    message.defect ??
    checkMethod(message) ??
    checkOccurrence(message) ??
    checkTopVia(message) ??
    checkCSeq(message) ??
    checkDialogFields(message) ??
    checkRequestUri(message) ??
    checkHops(message) ??
    checkLength(message)
  );
}

/**
 * What is wrong with a response; its fault has no status, for a response is never answered but dropped (§18.1.2).
 * Only what it takes to find and feed the transaction is looked at.
 */
export function checkResponse(message: Message): Fault | null {
  const problem =
    message.defect ??
    checkOccurrence(message) ??
    checkTopVia(message) ??
    checkCSeqValue(message) ??
    checkLength(message);
  return problem === null ? null : fault(problem.blame, null, problem.reference, problem.text);
}

/**
 * Whether the body is all there and its end in no doubt: a response is discarded otherwise (§18.3), for on a stream it would
 * swallow or begin another message.
 */
export function hasWholeBody(message: Message): boolean {
  const line = message.find(Header.ContentLength);
  if (line === -1) return true;
  if (message.find(Header.ContentLength, line + 1) !== -1) return false;
  const length = message.contentLength;
  return length !== null && message.bodyStart + length <= message.raw.length;
}

function checkMethod(message: Message): Fault | null {
  return message.isKnownMethod || isToken(message.method) ? null : bad("§7.1", "the method is not a token");
}

/** Bits of `Message.present` and `Message.repeated`; all of these have ids below 32. */
const requiredBits = REQUIRED.reduce<number>((bits, id) => bits | (1 << id), 0);
const singleBits = SINGLE.reduce<number>((bits, id) => bits | (1 << id), 0);

function checkOccurrence(message: Message): Fault | null {
  const missing = requiredBits & ~message.present;
  const doubled = singleBits & message.repeated;
  if (missing === 0 && doubled === 0) return null;
  for (const id of SINGLE) {
    if ((doubled >>> id) & 1) return bad("§7.3.1", `there is more than one ${headerName(id)}`);
  }
  const absent = REQUIRED.find((id) => (missing >>> id) & 1) ?? Header.Via;
  return bad("§8.1.1", `there is no ${headerName(absent)}`);
}

function checkTopVia(message: Message): Fault | null {
  if (message.via?.version === "2.0" && message.via.protocol === "SIP") return null; // the transport has read it
  const line = message.valueAt(message.find(Header.Via));
  const top = line.includes(",") ? splitValues(line)[0] : line;
  if (top === undefined) return bad("§20.42", "the topmost Via is empty");
  const via = parseVia(top);
  if (via === null) return bad("§20.42", "the topmost Via is malformed");
  if (via.protocol.toUpperCase() !== "SIP" || via.version !== "2.0") {
    return bad("§20.42", "the topmost Via is not of SIP/2.0");
  }
  return null;
}

function checkCSeqValue(message: Message): Fault | null {
  const cseq = parseCSeq(message.value(Header.CSeq) ?? "");
  return cseq === null ? bad("§8.1.1.5", "the CSeq is not a number below 2^31 and a method") : null;
}

function checkCSeq(message: Message): Fault | null {
  if (isPlainCSeq(message)) return null;
  const cseq = parseCSeq(message.value(Header.CSeq) ?? "");
  if (cseq === null) return bad("§8.1.1.5", "the CSeq is not a number below 2^31 and a method");
  return cseq.method === message.method ? null : bad("§8.1.1.5", "the method in CSeq is not the request's method");
}

/** `1 INVITE`: at most nine digits, one space and the method of the start line. */
function isPlainCSeq(message: Message): boolean {
  const line = message.find(Header.CSeq);
  const { raw, method } = message;
  const start = message.valueStart(line);
  const space = message.valueEnd(line) - method.length - 1;
  if (space <= start || space - start > 9 || raw.charCodeAt(space) !== 32) return false;
  for (let i = start; i < space; i++) if (raw.charCodeAt(i) < 48 || raw.charCodeAt(i) > 57) return false;
  for (let i = 0; i < method.length; i++) if (raw.charCodeAt(space + 1 + i) !== method.charCodeAt(i)) return false;
  return true;
}

function hasCallId(message: Message): boolean {
  const line = message.find(Header.CallId);
  const { raw } = message;
  const start = message.valueStart(line);
  const end = message.valueEnd(line);
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code <= 32 || code === 127) return isCallId(message.valueAt(line));
  }
  return end > start;
}

function checkDialogFields(message: Message): Fault | null {
  if (!hasCallId(message)) return bad("§20.8", "the Call-ID is empty or holds white space");
  const line = message.find(Header.From);
  const start = message.valueStart(line);
  const behind = plainAddressEnd(message.raw, start, message.valueEnd(line));
  if (behind === -1 && parseAddress(message.valueAt(line)) === null) return bad("§20.20", "the From is malformed");
  message.toIsFrom = behind !== -1 && isFromAgain(message, start, behind);
  return message.toIsFrom || isRequestUriAgain(message) || isWellFormedTo(message)
    ? null
    : bad("§20.39", "the To is malformed");
}

/** The address in From, without its parameters, and no more, as a REGISTER has it in To. */
function isFromAgain(message: Message, start: number, behind: number): boolean {
  const { raw } = message;
  const line = message.find(Header.To);
  const at = message.valueStart(line);
  const end = message.valueEnd(line);
  return end - at === behind - start && raw.slice(at, end) === raw.slice(start, behind);
}

function isWellFormedTo(message: Message): boolean {
  const line = message.find(Header.To);
  return (
    plainAddressEnd(message.raw, message.valueStart(line), message.valueEnd(line)) !== -1 ||
    parseAddress(message.valueAt(line)) !== null
  );
}

/** `<Request-URI>` and no more, as a first request often has it in To: the Request-URI is read anyway. */
function isRequestUriAgain(message: Message): boolean {
  const { raw, requestUri } = message;
  const line = message.find(Header.To);
  const start = message.valueStart(line);
  const end = message.valueEnd(line);
  if (end - start !== requestUri.length + 2 || raw.charCodeAt(start) !== 60 || raw.charCodeAt(end - 1) !== 62)
    return false;
  return holds(raw, start + 1, requestUri) && message.uri !== null;
}

function checkRequestUri(message: Message): Fault | null {
  const { uri } = message;
  if (uri === null) return bad("§7.1", "the Request-URI is malformed");
  if (uri.scheme === "other") {
    return fault("peer", 416, "RFC 3261 §8.2.2.1", `the Request-URI has the unsupported scheme ${uri.name}`);
  }
  // Table 1 in §19.1.1: a Request-URI carries no headers; turned into header fields they would be an attack (§26).
  if (uri.scheme !== "tel" && uri.headers !== "") return bad("§19.1.1", "the Request-URI carries headers");
  return null;
}

function checkHops(message: Message): Fault | null {
  const line = message.find(Header.MaxForwards);
  if (line === -1) return null;
  const hops = decimalAt(message.raw, message.valueStart(line), message.valueEnd(line));
  if ((hops !== null && hops <= 255) || parseMaxForwards(message.valueAt(line)) !== null) return null;
  return bad("§20.22", "Max-Forwards is not a number from 0 to 255");
}

/** A datagram that ends before its body does is answered 400 (§18.3); a stream's framing has settled this before. */
function checkLength(message: Message): Fault | null {
  if (!message.has(Header.ContentLength)) return null;
  const length = message.contentLength;
  if (length === null) return bad("§20.14", "the Content-Length is not a number");
  return message.bodyStart + length > message.raw.length
    ? bad("§18.3", "the datagram ends before the body that Content-Length announces")
    : null;
}

/** Of a REGISTER the Contacts are the matter itself; elsewhere they are read by whoever needs them. */
export function checkContacts(message: Message): Fault | null {
  if (message.method !== "REGISTER" || !message.has(Header.Contact)) return null;
  return message.contacts === null ? bad("§20.10", "a Contact is malformed") : null;
}
