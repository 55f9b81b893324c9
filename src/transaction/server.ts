import { own } from "../kernel/mod.ts";
import { equalHost, Header, type Message, writeResponse } from "../syntax/mod.ts";
import { type Flow, responseFlow, type Transport } from "../transport/mod.ts";
import { inviteServer, link, nonInviteServer, type Rule, type ServerEvent } from "./machines.ts";
import type { Delays } from "./timing.ts";
import { Transaction, type TransactionHome } from "./transaction.ts";

const INVITE = link("INVITE server", inviteServer);
const NON_INVITE = link("non-INVITE server", nonInviteServer);

/** Whoever answers the request. */
export interface ServerTransactionUser {
  /** The caller sent CANCEL while no final response had left; the CANCEL itself is answered already. */
  onCancel(cancel: Message, transaction: ServerTransaction): void;
  /** An ACK that belongs to a 2xx but carries the INVITE's own branch. */
  onAck(ack: Message, flow: Flow): void;
}

export interface ServerHome extends TransactionHome {
  readonly transport: Transport;
}

/** A server transaction (RFC 3261 §17.2): remembers its last response and repeats it as the machine says. */
export class ServerTransaction extends Transaction<ServerEvent> {
  readonly method: string;
  /** The request, until the final response has left. */
  request: Message | null;
  user: ServerTransactionUser | null = null;
  /** The table's. */
  sibling: ServerTransaction | undefined = undefined;
  private readonly sentHost: string;
  private readonly sentPort: number | null;
  /** Key under which the layer finds merged copies of this request; "" when it is not answered here. */
  claim = "";
  private readonly servers: ServerHome;
  private last = "";
  private ack: Message | null = null;

  constructor(home: ServerHome, key: string, hash: number, request: Message, flow: Flow) {
    super(
      home,
      key,
      hash,
      responseFlow(request, flow, home.transport),
      request.method === "INVITE" ? INVITE.Proceeding : NON_INVITE.Trying,
    );
    this.servers = home;
    this.method = request.method;
    this.request = request;
    this.sentHost = own(request.via?.host ?? "");
    this.sentPort = request.via?.port ?? null;
  }

  /** Whether a request's topmost Via has this transaction's sent-by (RFC 3261 §17.2.3 item 2). */
  isFrom(request: Message): boolean {
    const { via } = request;
    if (via === null || via.port !== this.sentPort) return false;
    return via.host === this.sentHost || equalHost(via.host, this.sentHost);
  }

  begin(): void {
    this.start();
  }

  /** True until a final response has left. */
  get pending(): boolean {
    const name = this.state.name;
    return name === "Proceeding" || name === "Trying";
  }

  /** True when responses leave over a stream, where every message states its length. */
  get isStream(): boolean {
    return this.flow.protocol !== "UDP";
  }

  /** The request came again. */
  repeat(): void {
    this.apply("request");
  }

  /** An ACK with this transaction's key. */
  acknowledge(ack: Message): void {
    this.ack = ack;
    this.apply("ACK");
    this.ack = null;
  }

  /** Sends a response written by the user (`text` is the whole message). What the state does not allow is not sent. */
  send(status: number, text: string): void {
    const sending = this.state.on[status >= 300 ? "send 3xx-6xx" : status >= 200 ? "send 2xx" : "send 1xx"];
    if (sending.do.length === 0) return;
    if (status >= 200 && this.request !== null) {
      if (!this.flow.open) this.move(responseFlow(this.request, this.flow, this.servers.transport));
      this.request = null;
    }
    const isRepeated = this.method !== "INVITE" || status < 200 || status >= 300; // a 2xx to INVITE is the UAS's to repeat
    // Flat and its own: kept as it was put together it would keep the request and the response alive.
    this.last = isRepeated ? own(text) : text;
    this.apply(status >= 300 ? "send 3xx-6xx" : status >= 200 ? "send 2xx" : "send 1xx");
    if (!isRepeated) this.last = "";
  }

  /** Writes and sends a response of this element's own (RFC 3261 §8.2.6). */
  respond(request: Message, status: number, phrase: string, toTag: string, headers = ""): void {
    this.send(status, writeResponse(request, status, phrase, status === 100 ? "" : toTag, headers));
  }

  /** Ends without an answer: RFC 4320 §4.2 forbids a late one to a non-INVITE request. */
  abandon(): void {
    this.apply("abandon");
    this.request = null;
  }

  protected override repeatDelay(delays: Delays): number {
    return this.state === NON_INVITE.Trying ? this.home.nonInviteTrying : super.repeatDelay(delays);
  }

  protected override perform(rule: Rule<ServerEvent>): void {
    for (const action of rule.do) {
      if (action === "send response") this.transmit();
      else if (action === "resend") this.transmit();
      else if (action === "send 100") this.trying();
      else if (action === "inform of ACK" && this.ack !== null) this.user?.onAck(this.ack, this.flow);
    }
  }

  private trying(): void {
    if (this.last !== "" || this.request === null) return;
    const sent = this.request.value(Header.Timestamp);
    const timestamp = sent === null ? "" : `Timestamp: ${sent}\r\n`; // §8.2.6.1: it MUST be copied into this response
    this.last = writeResponse(this.request, 100, "Trying", "", timestamp);
    this.transmit();
  }

  private transmit(): void {
    if (this.last !== "") this.flow.send(this.last);
  }
}
