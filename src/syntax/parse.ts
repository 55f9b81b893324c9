import { type Fault, fault, own } from "../kernel/mod.ts";
import { codesOf, spells } from "./chars.ts";
import { Header, type HeaderId, headerIdAt, headerName, sameName, writtenIdAt } from "./header-id.ts";
import { decimalAt, Message, STRIDE, type StartLine } from "./message.ts";
import { DIFFERING, knownEnd, type MessageEnd, noteEnd } from "./message-end.ts";
import { methodIn } from "./method.ts";
import { printable } from "./plain.ts";

const CR = 13;
const LF = 10;
const SP = 32;
const HT = 9;
const COLON = 58;

const MAX_LINES = 1024;
const VERSION = codesOf("SIP/2.0");

/** Filled by the parse at hand and copied at its end at exactly the length needed. */
const scratch: number[] = [];

/**
 * Reads one whole message (a datagram, or what the framer cut from a stream). Null when the start line is neither a
 * request's nor a response's, so that nothing can be answered; otherwise a message, with `defect` set where RFC 3261
 * asks for an error response. Leading CRLFs are passed over (§7.5).
 */
export function parseMessage(input: string): Message | null {
  let from = 0;
  while (input.charCodeAt(from) === CR || input.charCodeAt(from) === LF) from++;
  const raw = from === 0 ? input : input.slice(from);
  const lineEnd = raw.indexOf("\n");
  if (lineEnd <= 0) return null;
  const startLine = startLineOf(raw, raw.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd);
  return startLine === null ? null : indexHeaders(raw, lineEnd + 1, startLine);
}

interface KnownStart {
  readonly text: string;
  readonly line: StartLine;
}

/** Slots, a power of two. */
const STARTS = 64;
/** Longer lines are read each time. */
const LONGEST_START = 100;
/**
 * Start lines met of late that name no user, one place for each: responses, and requests to a domain. There are few of them, they
 * come again and again, and comparing is quicker than reading.
 */
const starts: (KnownStart | undefined)[] = new Array(STARTS).fill(undefined);

function startLineOf(raw: string, end: number): StartLine | null {
  if (end > LONGEST_START) return readStartLine(raw, end);
  const slot = (end + 7 * raw.charCodeAt(0)) & (STARTS - 1);
  const text = raw.slice(0, end);
  const known = starts[slot];
  if (known !== undefined && known.text === text) return known.line;
  if (text.indexOf("@") !== -1) return readStartLine(raw, end);
  const kept = own(text);
  const line = readStartLine(kept, end);
  if (line !== null && line.defect === null) starts[slot] = { text: kept, line };
  return line;
}

function readStartLine(raw: string, end: number): StartLine | null {
  if (raw.charCodeAt(3) === 47 && sameName(raw, 0, "sip/")) return readStatusLine(raw, end);
  const first = raw.indexOf(" ");
  if (first <= 0 || first >= end) return null;
  const method = methodIn(raw, 0, first);
  let version = end;
  while (version > first && raw.charCodeAt(version - 1) !== SP) version--;
  let defect: Fault | null = null;
  if (version === end) {
    // "INVITE sip:a@b SIP/2.0 " (RFC 4475 §3.1.2.6): the line ends in white space.
    defect = fault("peer", 400, "RFC 3261 §25.1 (Request-Line)", "the Request-Line ends in white space");
    version = first + 1;
  } else if (version === first + 1) {
    return null;
  } else if (!spells(raw, version, VERSION) || end - version !== 7) {
    if (!sameName(raw, version, "sip/")) return null;
    if (end - version !== 7 || !sameName(raw, version, "sip/2.0")) {
      defect = fault(
        "peer",
        505,
        "RFC 3261 §21.5.6",
        `the SIP version ${printable(raw.slice(version, end))} is not supported`,
      );
    }
  }
  const requestUri = raw.slice(first + 1, Math.max(first + 1, version - 1));
  if (defect === null && requestUri.indexOf(" ") !== -1) {
    defect = fault(
      "peer",
      400,
      "RFC 3261 §25.1 (Request-Line)",
      "the Request-Line holds more than single spaces between method, Request-URI and version",
    );
  }
  return { isRequest: true, method, requestUri, status: 0, reason: "", defect, uri: undefined };
}

function readStatusLine(raw: string, end: number): StartLine | null {
  if (!sameName(raw, 0, "sip/2.0") || raw.charCodeAt(7) !== SP) return null;
  // More than one space is let pass, as RFC 3665 §3.9 itself prints it: a response cannot be answered with what is wrong.
  let at = 8;
  while (raw.charCodeAt(at) === SP) at++;
  const status = decimalAt(raw, at, Math.min(at + 3, end));
  if (status === null || status < 100 || status > 699) return null;
  if (end > at + 3 && raw.charCodeAt(at + 3) !== SP) return null;
  const reason = raw.slice(at + 4, Math.max(at + 4, end));
  return { isRequest: false, method: "", requestUri: "", status, reason, defect: null, uri: undefined };
}

function indexHeaders(raw: string, from: number, start: StartLine): Message {
  const length = raw.length;
  let defect = start.defect;
  let folded = false;
  let present = 0;
  let repeated = 0;
  let position = from;
  let size = 0;
  let bodyStart = length;
  let endSize = 0;
  let code = raw.charCodeAt(from);
  for (;;) {
    if (position >= length) {
      defect ??= fault("peer", 400, "RFC 3261 §7", "the header section does not end in an empty line");
      position = length;
      break;
    }
    if (code === CR || code === LF) {
      bodyStart = position + (code === CR && raw.charCodeAt(position + 1) === LF ? 2 : 1);
      if (bodyStart === length && defect === null && !folded) noteEnd(raw, scratch, endSize, size, position);
      break;
    }
    const known = knownEnd(raw, position);
    if (known !== null && size + known.index.length <= MAX_LINES * STRIDE) {
      takeOver(known, position, size);
      size += known.index.length;
      repeated |= known.repeated | (present & known.present);
      present |= known.present;
      position += known.blank;
      break;
    }
    let id = writtenIdAt(raw, position, code);
    let colon = position + headerName(id).length;
    let newline = raw.indexOf("\n", position);
    code = raw.charCodeAt(newline + 1);
    if (newline !== -1 && isSpace(code)) {
      folded = true;
      newline = foldedEnd(raw, newline);
      code = raw.charCodeAt(newline + 1);
    }
    if (newline === -1) newline = length;
    if (id === Header.Other) {
      colon = nameEnd(raw, position, newline);
      if (colon !== -1) id = idOfName(raw, position, colon);
    }
    if (colon === -1 || size >= MAX_LINES * STRIDE) {
      defect ??= headerDefect(raw, position, newline, colon);
      position = newline + 1;
      if (size >= MAX_LINES * STRIDE) break;
      continue;
    }
    let valueStart = colon + 1;
    let valueEnd = newline;
    while (valueEnd > valueStart && raw.charCodeAt(valueEnd - 1) <= SP) valueEnd--;
    while (valueStart < valueEnd && raw.charCodeAt(valueStart) <= SP) valueStart++;
    if (id < 32) {
      repeated |= present & (1 << id);
      present |= 1 << id;
    }
    scratch[size] = id;
    scratch[size + 1] = position;
    scratch[size + 2] = valueStart;
    scratch[size + 3] = valueEnd;
    size += STRIDE;
    position = newline + 1;
    if (id < 32 && ((DIFFERING >>> id) & 1) === 1) endSize = size;
  }
  return new Message(
    raw,
    start,
    scratch.slice(0, size),
    present,
    repeated,
    Math.min(position, length),
    bodyStart,
    folded,
    defect,
  );
}

/** The newline that ends a header line whose first newline only folds it (RFC 3261 §7.3.1); -1 when there is none. */
function foldedEnd(raw: string, from: number): number {
  let newline = from;
  while (newline !== -1 && isSpace(raw.charCodeAt(newline + 1))) newline = raw.indexOf("\n", newline + 1);
  return newline;
}

/** Puts the header lines of an end that begins at `position` into the scratch index, behind its first `size` numbers. */
function takeOver({ index }: MessageEnd, position: number, size: number): void {
  for (let i = 0; i < index.length; i += STRIDE) {
    scratch[size + i] = index[i] as number;
    scratch[size + i + 1] = (index[i + 1] as number) + position;
    scratch[size + i + 2] = (index[i + 2] as number) + position;
    scratch[size + i + 3] = (index[i + 3] as number) + position;
  }
}

/** The id of the name in front of the colon, white space between them passed over. */
function idOfName(raw: string, start: number, colon: number): HeaderId {
  let end = colon;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  return headerIdAt(raw, start, end);
}

function headerDefect(raw: string, position: number, newline: number, colon: number): Fault {
  const text = printable(raw.slice(position, Math.min(newline, position + 40)));
  const problem = colon === -1 ? `a header line has no name and colon: ${text}` : `more than ${MAX_LINES} header lines`;
  return fault("peer", 400, "RFC 3261 §7.3.1", problem);
}

/** Offset of the colon behind a header name of token characters and optional white space; -1 when there is none. */
function nameEnd(raw: string, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const code = raw.charCodeAt(position);
    if (code === COLON) return position === start ? -1 : position;
    if (code <= SP || code >= 127) break;
    position++;
  }
  if (position === start) return -1;
  while (position < end && isSpace(raw.charCodeAt(position))) position++;
  return raw.charCodeAt(position) === COLON ? position : -1;
}

function isSpace(code: number): boolean {
  return code === SP || code === HT;
}
