import { own } from "../kernel/mod.ts";
import { Header, type HeaderId } from "./header-id.ts";
import type { Message } from "./message.ts";

/**
 * A changed copy of a message: the octets that did not change are taken over as slices around the edits, in one
 * concatenation. Edits may be noted in any order; two at the same offset stand in the order they were noted.
 */
export class Rewrite {
  private readonly message: Message;
  /** Triples start, end, text, sorted by start. */
  private readonly edits: (number | string)[] = [];

  constructor(message: Message) {
    this.message = message;
    if (message.stampStart !== -1) this.splice(message.stampStart, message.stampEnd, message.stampText);
  }

  /** Puts `text` in the place of the octets `start`..`end`. */
  splice(start: number, end: number, text: string): this {
    const edits = this.edits;
    let at = edits.length;
    while (at > 0 && follows(edits[at - 3] as number, edits[at - 2] as number, start, end)) at -= 3;
    if (at === edits.length) edits.push(start, end, text);
    else edits.splice(at, 0, start, end, text);
    return this;
  }

  /** Replaces the Request-URI of a request. */
  requestUri(uri: string): this {
    const start = this.message.method.length + 1;
    return this.splice(start, start + this.message.requestUri.length, uri);
  }

  /** Inserts whole header lines (each ending in CRLF) before header line `line`; at the end when `line` is `lineCount`. */
  insert(line: number, lines: string): this {
    const at = this.message.lineStart(line);
    return this.splice(at, at, lines);
  }

  /** Replaces the value of header line `line`. */
  value(line: number, value: string): this {
    return this.splice(this.message.valueStart(line), this.message.valueEnd(line), value);
  }

  /** Removes header line `line`. */
  remove(line: number): this {
    return this.splice(this.message.lineStart(line), this.message.lineStart(line + 1), "");
  }

  /** Removes every header line with `id`. */
  removeAll(id: HeaderId): this {
    const message = this.message;
    for (let line = message.find(id); line !== -1; line = message.find(id, line + 1)) this.remove(line);
    return this;
  }

  /** Sets the first header line with `id` to `value`, or adds a line `name: value` at the end of the header section. */
  set(id: HeaderId, name: string, value: string): this {
    const line = this.message.find(id);
    return line === -1 ? this.insert(this.message.lineCount, `${name}: ${value}\r\n`) : this.value(line, value);
  }

  /**
   * Removes the topmost value of a list header (Via, Route): the whole line when it is the line's only value, else up to
   * and including the first comma outside quotes and angle brackets.
   */
  removeTopmost(id: HeaderId): this {
    const line = this.message.find(id);
    if (line !== -1) this.removeValues(line, 1);
    return this;
  }

  /**
   * Removes up to `count` values from the front of the list in header line `line`, and the line with its last one.
   * @returns how many were removed
   */
  removeValues(line: number, count: number): number {
    const start = this.message.valueStart(line);
    const end = this.message.valueEnd(line);
    let from = start;
    for (let removed = 0; removed < count; removed++) {
      const comma = firstComma(this.message.raw, from, end);
      if (comma === -1) {
        this.remove(line);
        return removed + 1;
      }
      from = comma + 1;
    }
    while (this.message.raw.charCodeAt(from) <= 32) from++;
    this.splice(start, from, "");
    return count;
  }

  /** Adds the Content-Length that a message needs on a stream when it has none (RFC 3261 §18.3, §20.14). */
  declareLength(): this {
    const { message } = this;
    if (message.has(Header.ContentLength)) return this;
    return this.insert(message.lineCount, `Content-Length: ${message.raw.length - message.bodyStart}\r\n`);
  }

  /**
   * Leaves out octets behind the body that Content-Length announces: in a datagram they belong to nothing, and on a stream
   * they would begin the next message (RFC 3261 §18.3).
   */
  cutBody(): this {
    const { raw, bodyStart, contentLength } = this.message;
    if (contentLength === null || bodyStart + contentLength >= raw.length) return this;
    return this.splice(bodyStart + contentLength, raw.length, "");
  }

  /** The new octets. */
  write(): string {
    const raw = this.message.raw;
    const edits = this.edits;
    let out = "";
    let position = 0;
    for (let i = 0; i < edits.length; i += 3) {
      const start = edits[i] as number;
      const end = edits[i + 1] as number;
      if (start < position) continue; // lies within octets that an earlier edit removed
      if (start > position) out += raw.slice(position, start);
      out += edits[i + 2] as string;
      position = end;
    }
    return position === 0 ? raw : out + raw.slice(position);
  }
}

/** True when the edit at `start`..`end` belongs behind a new one: a pure insertion goes before a removal at its offset. */
function follows(start: number, end: number, newStart: number, newEnd: number): boolean {
  return start > newStart || (start === newStart && newEnd === newStart && end > start);
}

/** Offset of the first comma outside quoted strings and angle brackets in `start`..`end`; -1 when there is none. */
export function firstComma(raw: string, start: number, end: number): number {
  const comma = raw.indexOf(",", start);
  if (comma === -1 || comma >= end) return -1;
  let quoted = false;
  let angle = false;
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 60) angle = true;
    else if (code === 62) angle = false;
    else if (code === 44 && !angle) return i;
  }
  return -1;
}

/** Status lines written of late, by status: a server has few. */
const statusLines: ({ readonly phrase: string; readonly text: string } | undefined)[] = new Array(700).fill(undefined);

function statusLine(status: number, phrase: string): string {
  const known = statusLines[status];
  if (known !== undefined && known.phrase === phrase) return known.text;
  const text = own(`SIP/2.0 ${status} ${phrase}\r\n`);
  statusLines[status] = { phrase, text };
  return text;
}

/** Via, From, To, Call-ID and CSeq, which have the ids 1 to 5. */
const COPIED = 0b111110;
const COPIED_COUNT = 5;

/**
 * A response to `request` (RFC 3261 §8.2.6): Via, From, To, Call-ID and CSeq are the request's own octets, in order.
 * `toTag` is added to a To without one ("" adds none, as for 100). `headers` are whole lines, each ending in CRLF.
 */
export function writeResponse(
  request: Message,
  status: number,
  phrase: string,
  toTag: string,
  headers = "",
  body = "",
): string {
  const { raw, stampStart } = request;
  const tagAt = toTag === "" || request.hasToTag ? -1 : request.find(Header.To);
  const lines = request.lineCount;
  let wanted = (request.repeated & COPIED) === 0 ? COPIED_COUNT : lines;
  let out = statusLine(status, phrase);
  // Lines that stand together leave together: every piece of a text costs as much as a line.
  let from = -1;
  let line = 0;
  for (; line < lines && wanted > 0; line++) {
    const id = request.idAt(line);
    if (id > Header.CSeq || id === Header.Other) {
      if (from !== -1) out += raw.slice(from, request.lineStart(line));
      from = -1;
      continue;
    }
    wanted--;
    const start = request.lineStart(line);
    if (from === -1) from = start;
    if (id === Header.Via && stampStart >= start && stampStart < request.lineStart(line + 1)) {
      out += raw.slice(from, stampStart) + request.stampText;
      from = request.stampEnd;
    } else if (line === tagAt) {
      const end = request.valueEnd(line);
      out += `${raw.slice(from, end)};tag=${toTag}`;
      from = end;
    }
    if (request.defect !== null) {
      // A line that is none may stand behind this one, and does not belong into an answer.
      out += `${raw.slice(from, request.valueEnd(line))}\r\n`;
      from = -1;
    }
  }
  if (from !== -1) {
    const end = request.lineStart(line);
    out += raw.slice(from, end);
    if (raw.charCodeAt(end - 1) !== 10) out += "\r\n"; // the datagram ended within the line
  }
  if (body === "") return `${out}${headers}Content-Length: 0\r\n\r\n`;
  return `${out}${headers}Content-Length: ${body.length}\r\n\r\n${body}`;
}
