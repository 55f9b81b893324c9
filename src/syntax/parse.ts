import { type Fault, fault } from "../kernel/mod.ts";
import { codesOf, spells } from "./chars.ts";
import { Header, headerIdAt, headerName, sameName, writtenIdAt } from "./header-id.ts";
import { decimalAt, Message, STRIDE, type StartLine } from "./message.ts";
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
  const startLine = readStartLine(raw, raw.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd);
  return startLine === null ? null : indexHeaders(raw, lineEnd + 1, startLine);
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
  return { isRequest: true, method, requestUri, status: 0, reason: "", defect };
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
  return { isRequest: false, method: "", requestUri: "", status, reason, defect: null };
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
  for (;;) {
    if (position >= length) {
      defect ??= fault("peer", 400, "RFC 3261 §7", "the header section does not end in an empty line");
      position = length;
      break;
    }
    const code = raw.charCodeAt(position);
    if (code === CR || code === LF) {
      bodyStart = position + (code === CR && raw.charCodeAt(position + 1) === LF ? 2 : 1);
      break;
    }
    let newline = raw.indexOf("\n", position);
    for (
      let next = raw.charCodeAt(newline + 1);
      newline !== -1 && (next === SP || next === HT);
      next = raw.charCodeAt(newline + 1)
    ) {
      folded = true;
      newline = raw.indexOf("\n", newline + 1);
    }
    if (newline === -1) newline = length;
    let id = writtenIdAt(raw, position, code);
    let colon = position + headerName(id).length;
    if (id === Header.Other) {
      colon = nameEnd(raw, position, newline);
      if (colon === -1 || size >= MAX_LINES * STRIDE) {
        defect ??= headerDefect(raw, position, newline, colon);
        position = newline + 1;
        if (size >= MAX_LINES * STRIDE) break;
        continue;
      }
      let nameStop = colon;
      while (nameStop > position && isSpace(raw.charCodeAt(nameStop - 1))) nameStop--;
      id = headerIdAt(raw, position, nameStop);
    } else if (size >= MAX_LINES * STRIDE) {
      defect ??= headerDefect(raw, position, newline, colon);
      break;
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
