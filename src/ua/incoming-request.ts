import { isFinal, reasonPhrase } from "../catalogue/mod.ts";
import type { Dialog, DialogUsage } from "../dialog/mod.ts";
import { type Address, Header, type Message, parseAddress, parseMediaType, writeResponse } from "../syntax/mod.ts";
import type { ServerTransaction } from "../transaction/mod.ts";
import type { Flow } from "../transport/mod.ts";
import { fromOctets, type Headers, headerLines, toOctets } from "./text.ts";

/** What of the agent a request needs to be answered. */
export interface Answering {
  /** Lines that go into every response: Server. */
  readonly serverHeader: string;
}

/** What can be said beside the status of an answer. */
export interface ResponseOptions {
  readonly phrase?: string;
  readonly headers?: Headers;
  readonly body?: string;
  /** Default `text/plain` for a body. */
  readonly contentType?: string;
}

/** A usage of a dialog as the user agent drives it: it takes the requests that belong to it. */
export interface Usage extends DialogUsage {
  /** A request within its dialog, ACK not among them; false when it belongs to some other usage. */
  onRequest(request: IncomingRequest): boolean;
  /** An ACK for a 2xx of this dialog. */
  onAck?(ack: Message): void;
}

/** A request that arrived and wants one final answer; after the first one further ones change nothing. */
export class IncomingRequest {
  readonly message: Message;
  readonly flow: Flow;
  readonly transaction: ServerTransaction;
  /** The dialog it came in; null outside any. */
  readonly dialog: Dialog<Usage> | null;
  /** Tag of its answers, for the dialog that one of them may make. */
  readonly localTag: string;
  private readonly agent: Answering;
  private done = false;

  constructor(
    agent: Answering,
    message: Message,
    flow: Flow,
    transaction: ServerTransaction,
    localTag: string,
    dialog: Dialog<Usage> | null,
  ) {
    this.agent = agent;
    this.message = message;
    this.flow = flow;
    this.transaction = transaction;
    this.localTag = localTag;
    this.dialog = dialog;
  }

  get method(): string {
    return this.message.method;
  }

  /** Who sent it; the display name as text. */
  get from(): Address | null {
    return parseAddress(fromOctets(this.message.value(Header.From) ?? ""));
  }

  /** Whom it was sent to at first; the display name as text. */
  get to(): Address | null {
    return parseAddress(fromOctets(this.message.value(Header.To) ?? ""));
  }

  /** `type/subtype` in lower case, "" without a body. */
  get contentType(): string {
    return parseMediaType(this.message.value(Header.ContentType) ?? "")?.value ?? "";
  }

  /** The body as text, its octets read as UTF-8. */
  get body(): string {
    return fromOctets(this.message.body);
  }

  /** The value of a header field, in any spelling, as text; null when there is none. */
  header(name: string): string | null {
    const value = this.message.field(name);
    return value === null ? null : fromOctets(value);
  }

  /**
   * Record-Route lines for an answer that makes a dialog (RFC 3261 §12.1.1: the UAS "MUST copy all Record-Route header field
   * values from the request into the response").
   */
  get recordRoutes(): string {
    return this.message
      .lines(Header.RecordRoute)
      .map((value) => `Record-Route: ${value}\r\n`)
      .join("");
  }

  /** True once a final answer has left. */
  get answered(): boolean {
    return this.done;
  }

  /** Answers. After a final answer nothing more is sent. */
  respond(status: number, options: ResponseOptions = {}): void {
    const { body = "", contentType = "text/plain", headers } = options;
    const type = body === "" ? "" : headerLines({ "Content-Type": contentType });
    this.send(status, headerLines(headers) + type, toOctets(body), options.phrase);
  }

  /** As `respond`, with header lines and body ready for the wire. Returns the octets, "" when it came too late. */
  send(status: number, lines: string, body = "", phrase = reasonPhrase(status)): string {
    if (this.done) return "";
    if (isFinal(status)) this.done = true;
    const tag = status === 100 ? "" : this.localTag;
    const words = toOctets(phrase).replace(/[\r\n\0]/g, " ");
    const text = writeResponse(this.message, status, words, tag, lines + this.agent.serverHeader, body);
    this.transaction.send(status, text);
    return text;
  }
}
