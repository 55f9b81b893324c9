import type { Fault } from "../kernel/mod.ts";
import { addressTag, addressUri } from "./address.ts";
import { type Contacts, parseContacts } from "./contact.ts";
import { Header, type HeaderId, headerIdAt, sameName } from "./header-id.ts";
import { isKnownMethod, methodIn } from "./method.ts";
import { parseUri, type Uri } from "./uri.ts";
import { knownUri } from "./uri-cache.ts";
import { splitValues } from "./values.ts";
import type { Via } from "./via.ts";

const CR = 13;
const LF = 10;
const SP = 32;
const HT = 9;
const COLON = 58;

/** Numbers per header line in the index: id, start of the line, start of the value, end of the value. */
export const STRIDE = 4;

/** The first line of a message. */
export interface StartLine {
  readonly isRequest: boolean;
  /** Of a request. */
  readonly method: string;
  readonly requestUri: string;
  /** Of a response. */
  readonly status: number;
  readonly reason: string;
  readonly defect: Fault | null;
  /** The Request-URI when it has been read, null when it is malformed. */
  uri: Uri | null | undefined;
}

/**
 * A SIP message as it came over the wire: one latin1 string (a character is an octet) and the offsets of its header
 * lines, found in one pass. Everything else is read on demand, and nothing is ever re-serialised: to send a changed
 * copy, see `Rewrite`.
 */
export class Message {
  /** The octets, one per character. */
  readonly raw: string;
  readonly isRequest: boolean;
  /** The method of a request; of a response the method named in its CSeq. */
  readonly method: string;
  /** "" in a response. */
  readonly requestUri: string;
  /** 0 in a request. */
  readonly status: number;
  /** Reason phrase of a response. */
  readonly reason: string;
  /** Offset of the first octet behind the empty line. */
  readonly bodyStart: number;
  /** What the parse itself found wrong (the message may still be answered); null when nothing. */
  readonly defect: Fault | null;

  /**
   * `received` and `rport` for the topmost Via (RFC 3261 §18.2.1, RFC 3581 §4), found by the transport after the parse.
   * Kept beside the octets as one splice (`stampStart`..`stampEnd` becomes `stampText`) that every copy applies.
   */
  stampStart = -1;
  stampEnd = -1;
  stampText = "";
  /** The topmost Via of a request, read once by the transport together with the stamp. */
  via: Via | null = null;

  /** The branch of `via` is known to be a token. */
  branchIsToken = false;

  /** The transport has seen that `via` is the only one. */
  oneVia = false;

  /** The check has seen that To says what From says, but for the tag. */
  toIsFrom = false;

  private toTagSeen: boolean | undefined = undefined;
  private readContacts: Contacts | undefined = undefined;
  private parsedTo: Uri | null | undefined = undefined;
  private readonly start: StartLine;
  private readonly index: number[];
  /** Bit n is set when a header line with id n is there, for the ids below 32. */
  readonly present: number;
  /** The same for ids that stand in more than one line. */
  readonly repeated: number;
  private readonly headersEnd: number;
  private readonly folded: boolean;

  constructor(
    raw: string,
    start: StartLine,
    index: number[],
    present: number,
    repeated: number,
    headersEnd: number,
    bodyStart: number,
    folded: boolean,
    defect: Fault | null,
  ) {
    this.raw = raw;
    this.start = start;
    this.isRequest = start.isRequest;
    this.requestUri = start.requestUri;
    this.status = start.status;
    this.reason = start.reason;
    this.index = index;
    this.present = present;
    this.repeated = repeated;
    this.headersEnd = headersEnd;
    this.bodyStart = bodyStart;
    this.folded = folded;
    this.defect = defect;
    this.method = start.isRequest ? start.method : this.methodOfCSeq();
  }

  /** The Request-URI, read at most once; null when it is malformed. */
  get uri(): Uri | null {
    const { start } = this;
    if (start.uri === undefined) start.uri = knownUri(start.requestUri);
    return start.uri;
  }

  /** The URI in To, read at most once; null when there is none or it is malformed. */
  get toUri(): Uri | null {
    if (this.parsedTo === undefined) this.parsedTo = parseUri(addressUri(this.value(Header.To) ?? ""));
    return this.parsedTo;
  }

  /** The Contact values, read at most once: a list, "*", or null when one is malformed. */
  get contacts(): Contacts {
    if (this.readContacts === undefined) this.readContacts = parseContacts(this.lines(Header.Contact));
    return this.readContacts;
  }

  /** Whether the To has a tag: a request without one is outside any dialog (RFC 3261 §12). */
  get hasToTag(): boolean {
    this.toTagSeen ??= this.looksForToTag();
    return this.toTagSeen;
  }

  private looksForToTag(): boolean {
    const line = this.find(Header.To);
    if (line === -1) return false;
    const { raw } = this;
    const start = this.valueStart(line);
    const end = this.valueEnd(line);
    const first = raw.charCodeAt(start);
    // Nothing behind the ">" of a name-addr, as in nearly every request outside a dialog.
    if (raw.charCodeAt(end - 1) === 62 && (first === 60 || first === 34) && raw.indexOf(">", start) === end - 1)
      return false;
    return addressTag(this.valueAt(line)) !== null;
  }

  /** True when the method is one that RFC 3261 and its extensions define. */
  get isKnownMethod(): boolean {
    return isKnownMethod(this.method);
  }

  /** Number of header lines. */
  get lineCount(): number {
    return this.index.length / STRIDE;
  }

  /** Ordinal of the first header line with `id` at or after ordinal `from`; -1 when there is none. */
  find(id: HeaderId, from = 0): number {
    if (id < 32 && ((this.present >>> id) & 1) === 0) return -1;
    const index = this.index;
    for (let i = from * STRIDE; i < index.length; i += STRIDE) if (index[i] === id) return i / STRIDE;
    return -1;
  }

  /** Header id of line `line`. */
  idAt(line: number): HeaderId {
    return this.index[line * STRIDE] as HeaderId;
  }

  /** Offset of the first octet of header line `line`; of the empty line when `line` equals `lineCount`. */
  lineStart(line: number): number {
    return line * STRIDE < this.index.length ? (this.index[line * STRIDE + 1] as number) : this.headersEnd;
  }

  /** Offset of the first octet of the value of header line `line`, leading white space passed over. */
  valueStart(line: number): number {
    return this.index[line * STRIDE + 2] as number;
  }

  /** Offset behind the last octet of the value of header line `line`, trailing white space left out. */
  valueEnd(line: number): number {
    return this.index[line * STRIDE + 3] as number;
  }

  /** The value of header line `line`, unfolded (RFC 3261 §7.3.1). */
  valueAt(line: number): string {
    return this.unfolded(this.valueStart(line), this.valueEnd(line));
  }

  /** The octets `start`..`end` of a header value, unfolded. */
  unfolded(start: number, end: number): string {
    const text = this.raw.slice(start, end);
    return this.folded ? unfold(text) : text;
  }

  /** The name of header line `line` as it was written. */
  nameAt(line: number): string {
    const start = this.lineStart(line);
    let end = start;
    for (let code = this.raw.charCodeAt(end); code !== COLON && code !== SP && code !== HT; ) {
      code = this.raw.charCodeAt(++end);
    }
    return this.raw.slice(start, end);
  }

  /** Whether a header field with an id below 32 stands in more than one line. */
  isRepeated(id: HeaderId): boolean {
    return ((this.repeated >>> id) & 1) === 1;
  }

  has(id: HeaderId): boolean {
    return id < 32 ? ((this.present >>> id) & 1) === 1 : this.find(id) !== -1;
  }

  /** How many header lines carry `id`. */
  count(id: HeaderId): number {
    let count = 0;
    for (let line = this.find(id); line !== -1; line = this.find(id, line + 1)) count++;
    return count;
  }

  /** The whole value of the first header line with `id`; null when there is none. */
  value(id: HeaderId): string | null {
    const line = this.find(id);
    return line === -1 ? null : this.valueAt(line);
  }

  /** The value of every header line with `id`, in order. */
  lines(id: HeaderId): string[] {
    const found: string[] = [];
    for (let line = this.find(id); line !== -1; line = this.find(id, line + 1)) found.push(this.valueAt(line));
    return found;
  }

  /** The single values of a header field that allows a comma-separated list, over all its lines. */
  values(id: HeaderId): string[] {
    const found: string[] = [];
    for (let line = this.find(id); line !== -1; line = this.find(id, line + 1)) {
      for (const value of splitValues(this.valueAt(line))) found.push(value);
    }
    return found;
  }

  /** The value of the first header line called `name`, in any case; compact forms count where the stack knows them. */
  field(name: string): string | null {
    const id = headerIdAt(name, 0, name.length);
    if (id !== Header.Other) return this.value(id);
    const lower = name.toLowerCase();
    for (let line = this.find(Header.Other); line !== -1; line = this.find(Header.Other, line + 1)) {
      const written = this.nameAt(line);
      if (written.length === lower.length && sameName(written, 0, lower)) return this.valueAt(line);
    }
    return null;
  }

  get callId(): string {
    return this.value(Header.CallId) ?? "";
  }

  /** The body's octets, cut at Content-Length where a datagram is longer (RFC 3261 §18.3). */
  get body(): string {
    const declared = this.contentLength;
    const end = declared === null ? this.raw.length : Math.min(this.raw.length, this.bodyStart + declared);
    return this.raw.slice(this.bodyStart, end);
  }

  /** Content-Length as a number; null when absent or not a number. */
  get contentLength(): number | null {
    const line = this.find(Header.ContentLength);
    return line === -1 ? null : decimalAt(this.raw, this.valueStart(line), this.valueEnd(line));
  }

  private methodOfCSeq(): string {
    const value = this.value(Header.CSeq);
    if (value === null) return "";
    let start = value.length;
    while (start > 0 && value.charCodeAt(start - 1) > SP) start--;
    return methodIn(value, start, value.length);
  }
}

/** A non-negative decimal number of at most 15 digits that fills `start`..`end`; null otherwise. */
export function decimalAt(raw: string, start: number, end: number): number | null {
  if (end <= start || end - start > 15) return null;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}

/** Each folding, with the white space round it, as one space (RFC 3261 §7.3.1). No regex: a run of spaces must stay linear. */
function unfold(text: string): string {
  let newline = text.indexOf("\n");
  if (newline === -1) return text;
  let out = "";
  let from = 0;
  while (newline !== -1) {
    let end = newline;
    while (end > from && isLinearSpace(text.charCodeAt(end - 1))) end--;
    out += `${text.slice(from, end)} `;
    from = newline + 1;
    while (from < text.length && isLinearSpace(text.charCodeAt(from))) from++;
    newline = text.indexOf("\n", from);
  }
  return out + text.slice(from);
}

function isLinearSpace(code: number): boolean {
  return code === SP || code === HT || code === CR || code === LF;
}
