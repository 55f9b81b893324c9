/**
 * Messages out of a byte stream (RFC 3261 §18.3, §20.14) and the keepalive between them (RFC 5626 §3.5.1).
 *
 * Every octet is looked at once, however the stream is cut, and what is held back is bounded.
 */
import { type Fault, fault } from "../kernel/mod.ts";
import { decimal, matchesAt, SPACE, span } from "./chars.ts";

export type Frame =
  | { readonly kind: "message"; readonly text: string }
  /** A CRLF between messages. It is reported as soon as it is there, since who waits for a pong cannot wait for what follows. */
  | { readonly kind: "pong" }
  /** A second CRLF right behind the first: the peer's ping, to be answered by one CRLF. */
  | { readonly kind: "ping" }
  /** The stream cannot be read any further: answer `head` when it is a request, then close. */
  | { readonly kind: "fault"; readonly fault: Fault; readonly head: string };

export interface FramingLimits {
  /** Octets of start line and header section. */
  readonly head: number;
  /** Octets of a body. */
  readonly body: number;
  /** Octets of CRLFs in a row: three months of pings every 30 s, or a flood. */
  readonly idle: number;
}

const DEFAULT_LIMITS: FramingLimits = { head: 65536, body: 1048576, idle: 1048576 };
const PING: Frame = { kind: "ping" };
const PONG: Frame = { kind: "pong" };
const CR = 13;
const LF = 10;
const END = "\r\n\r\n";

/** Cuts a stream into messages. Push what arrives, then take frames until there is none. */
export class StreamFramer {
  private readonly limits: FramingLimits;
  private readonly queue: string[] = [];
  private chunk = "";
  private at = 0;
  /** Earlier pieces of the message at hand, joined once it is complete, and their octets together. */
  private parts: string[] = [];
  private partsLength = 0;
  /** The last three octets of `parts` while the head is being read: its end may lie across a cut. */
  private tail = "";
  /** Octets of the body still to come; -1 while the head is being read. */
  private missing = -1;
  private pendingCr = false;
  private afterCrlf = false;
  private idle = 0;
  private broken = false;

  constructor(limits: Partial<FramingLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  /** Takes octets that arrived, one per character. After a fault they are ignored. */
  push(chunk: string): void {
    if (!this.broken && chunk !== "") this.queue.push(chunk);
  }

  /** Whether part of a message has arrived: the stream must not stay so for long. */
  get partial(): boolean {
    return this.missing >= 0 || this.partsLength > 0 || this.pendingCr;
  }

  /** Octets of the unfinished message that wait here for its rest. */
  get held(): number {
    return this.partsLength;
  }

  /** The next frame, or null when more octets are needed. */
  next(): Frame | null {
    while (!this.broken) {
      if (this.at === this.chunk.length) {
        const chunk = this.queue.shift();
        this.chunk = chunk ?? "";
        this.at = 0;
        if (chunk === undefined) return null;
      }
      const frame = this.missing >= 0 ? this.readBody() : this.partsLength > 0 ? this.readHead() : this.readStart();
      if (frame !== null) return frame;
    }
    return null;
  }

  /** Between messages: CRLFs, or the first octet of a message ("SHOULD ignore any CRLF" before it, §7.5). */
  private readStart(): Frame | null {
    const code = this.chunk.charCodeAt(this.at);
    if (this.pendingCr) {
      this.pendingCr = false;
      if (code === LF) {
        this.at++;
        return this.newline();
      }
      this.keep("\r");
      return this.readHead();
    }
    if (code !== CR) return this.readHead();
    if (this.at + 1 === this.chunk.length) {
      this.pendingCr = true;
      this.at++;
      return null;
    }
    if (this.chunk.charCodeAt(this.at + 1) !== LF) return this.readHead();
    this.at += 2;
    return this.newline();
  }

  private newline(): Frame {
    this.idle += 2;
    if (this.idle > this.limits.idle) {
      return this.fail(fault("peer", null, "RFC 5626 §4.4.1", "the stream holds keepalives and no message"), "");
    }
    this.afterCrlf = !this.afterCrlf;
    return this.afterCrlf ? PONG : PING;
  }

  private readHead(): Frame | null {
    const { chunk, at } = this;
    const end = this.headEnd();
    const length = this.partsLength + (end < 0 ? chunk.length : end) - at;
    if (length > this.limits.head) {
      const text = `the header section exceeds ${this.limits.head} octets`;
      return this.fail(fault("peer", 513, "RFC 3261 §21.5.7", text), this.cutHead());
    }
    if (end < 0) {
      this.keep(chunk.slice(at));
      this.at = chunk.length;
      return null;
    }
    this.at = end;
    if (this.partsLength === 0) return this.openBody(chunk.slice(at, end), at);
    this.keep(chunk.slice(at, end));
    const head = this.parts.join("");
    this.parts = [];
    this.partsLength = 0;
    return this.openBody(head, -1);
  }

  /** Index in the chunk behind the empty line that ends the head; -1 when it is not there yet. */
  private headEnd(): number {
    if (this.tail !== "") {
      const seam = (this.tail + this.chunk.slice(this.at, this.at + 3)).indexOf(END);
      if (seam >= 0) return this.at + seam + END.length - this.tail.length;
    }
    const found = this.chunk.indexOf(END, this.at);
    return found < 0 ? -1 : found + END.length;
  }

  /** @param from where the head begins in the chunk when all of it lies there, else -1 */
  private openBody(head: string, from: number): Frame | null {
    this.tail = "";
    this.idle = 0;
    this.afterCrlf = false;
    const length = declaredLength(head);
    if (typeof length !== "number") return this.fail(length, head);
    if (length > this.limits.body) {
      const text = `a body of ${length} octets exceeds ${this.limits.body}`;
      return this.fail(fault("peer", 413, "RFC 3261 §21.4.11", text), head);
    }
    const end = this.at + length;
    if (length === 0) return { kind: "message", text: head };
    if (from >= 0 && end <= this.chunk.length) {
      this.at = end;
      return { kind: "message", text: this.chunk.slice(from, end) };
    }
    this.parts.push(head);
    this.partsLength = head.length;
    this.missing = length;
    return null;
  }

  private readBody(): Frame | null {
    const take = Math.min(this.missing, this.chunk.length - this.at);
    this.parts.push(this.chunk.slice(this.at, this.at + take));
    this.partsLength += take;
    this.at += take;
    this.missing -= take;
    if (this.missing > 0) return null;
    const text = this.parts.join("");
    this.parts = [];
    this.partsLength = 0;
    this.missing = -1;
    return { kind: "message", text };
  }

  private keep(piece: string): void {
    this.parts.push(piece);
    this.partsLength += piece.length;
    this.tail = (this.tail + piece.slice(-3)).slice(-3);
  }

  /** The whole header lines that fit the limit, closed by an empty line, so that a too long request can still be answered. */
  private cutHead(): string {
    const text = (this.parts.join("") + this.chunk.slice(this.at)).slice(0, this.limits.head);
    const end = text.lastIndexOf("\r\n");
    return end < 0 ? "" : `${text.slice(0, end)}${END}`;
  }

  private fail(problem: Fault, head: string): Frame {
    this.broken = true;
    this.queue.length = 0;
    this.parts = [];
    this.partsLength = 0;
    this.chunk = "";
    this.at = 0;
    return { kind: "fault", fault: problem, head };
  }
}

/** The Content-Length of a head (either form of its name, any case, folded or not), or why there is none to go by. */
function declaredLength(head: string): number | Fault {
  let length: number | null = null;
  for (let line = head.indexOf("\n") + 1; line > 0; line = head.indexOf("\n", line) + 1) {
    const value = contentLengthAt(head, line);
    if (value < 0) continue;
    // RFC 4475 §3.3.9: two of them, and no telling where the message ends.
    if (length !== null) return fault("peer", 400, "RFC 3261 §20.14", "there is more than one Content-Length");
    length = lengthValue(head, value);
    if (length === null) return fault("peer", 400, "RFC 3261 §20.14", "the Content-Length is not a number");
  }
  return length ?? fault("peer", 400, "RFC 3261 §18.3", "a message on a stream has no Content-Length");
}

/** Index behind the colon when the header line at `line` is a Content-Length; -1 otherwise. */
function contentLengthAt(head: string, line: number): number {
  const first = head.charCodeAt(line) | 32;
  if (first !== 108 && first !== 99) return -1;
  const nameEnd = line + (first === 108 ? 1 : 14);
  if (first === 99 && !matchesAt(head, line, "content-length")) return -1;
  let i = nameEnd;
  while (head.charCodeAt(i) === 32 || head.charCodeAt(i) === 9) i++;
  return head.charCodeAt(i) === 58 ? i + 1 : -1;
}

/** The number in a header value that begins at `from`, its line folded or not. */
function lengthValue(head: string, from: number): number | null {
  let end = head.indexOf("\n", from);
  while (head.charCodeAt(end + 1) === 32 || head.charCodeAt(end + 1) === 9) end = head.indexOf("\n", end + 1);
  const at = span(head, from, end, SPACE);
  let stop = at;
  while (stop < end && head.charCodeAt(stop) >= 48 && head.charCodeAt(stop) <= 57) stop++;
  return span(head, stop, end, SPACE) === end ? decimal(head, at, stop, Number.POSITIVE_INFINITY) : null;
}
