import { type Kernel, own } from "../kernel/mod.ts";
import {
  addressTag,
  codesOf,
  equalFolded,
  Header,
  hasWholeBody,
  holds,
  isToken,
  type Message,
  parseMessage,
  spells,
  writeResponse,
} from "../syntax/mod.ts";
import { type Flow, hostPort, responseBranch, responseFlow, stampVia, type Transport } from "../transport/mod.ts";
import { type ClientHome, ClientTransaction, type ClientTransactionUser } from "./client.ts";
import { type ServerHome, ServerTransaction } from "./server.ts";
import { TransactionTable } from "./table.ts";
import { nonInviteTrying, rfcTimers, type TimerValues, type Timing, timing } from "./timing.ts";
import type { Transaction } from "./transaction.ts";

/** Whoever sits on top: a proxy core, a registrar, a user agent. */
export interface TransactionUser {
  /** A request that belongs to no transaction yet, an ACK for a 2xx and a CANCEL included. */
  onRequest(request: Message, flow: Flow): void;
}

/** Bounds of the layer; what exceeds them is refused or forgotten early, never kept. */
export interface TransactionLimits {
  /** Transactions of one kind at a time, pending and lingering together. Beyond it new requests get 503. */
  readonly transactions: number;
}
export const defaultLimits: TransactionLimits = { transactions: 1_000_000 };

/** The magic cookie of RFC 3261 §8.1.1.7 as it is sent, and as keys hold it: branches are tokens and compare in any case. */
const COOKIE = "z9hG4bK";

/**
 * The transaction layer (RFC 3261 §17): matches what arrives to its transaction, absorbs retransmissions, and hands what
 * is new to the user. One instance per server or user agent.
 */
export class TransactionLayer implements ServerHome, ClientHome {
  readonly kernel: Kernel;
  readonly transport: Transport;
  readonly timing: Timing;
  readonly nonInviteTrying: number;
  private readonly user: TransactionUser;
  private readonly limits: TransactionLimits;
  private readonly servers: TransactionTable<ServerTransaction>;
  private readonly clients: TransactionTable<ClientTransaction>;
  /** By Call-ID, CSeq and From tag: requests this element answers as a UAS (RFC 3261 §8.2.2.2). */
  private readonly claimed = new Map<string, ServerTransaction>();
  /** How every branch of this process begins; nobody else can guess it. */
  readonly branchPrefix: string;
  private readonly prefixCodes: readonly number[];
  private branchCount = 0;
  private readonly tagPrefix: string;

  constructor(
    kernel: Kernel,
    transport: Transport,
    user: TransactionUser,
    values: TimerValues = rfcTimers,
    limits = defaultLimits,
  ) {
    this.kernel = kernel;
    this.transport = transport;
    this.user = user;
    this.timing = timing(values);
    this.nonInviteTrying = nonInviteTrying(values);
    this.limits = limits;
    this.servers = new TransactionTable(kernel.random.fraction());
    this.clients = new TransactionTable(kernel.random.fraction());
    this.branchPrefix = `${COOKIE}${kernel.random.token(10)}.`;
    this.prefixCodes = codesOf(this.branchPrefix);
    this.tagPrefix = `${kernel.random.token(8)}.`;
  }

  /** Server and client transactions held, lingering ones included. */
  get size(): { servers: number; clients: number } {
    return { servers: this.servers.size, clients: this.clients.size };
  }

  /** Takes one message as it came from the transport. */
  receive(text: string, flow: Flow): void {
    const message = parseMessage(text);
    if (message === null) this.drop(flow, "neither a request nor a response");
    else if (message.isRequest) this.receiveRequest(message, flow);
    else this.receiveResponse(message, flow);
  }

  private receiveRequest(request: Message, flow: Flow): void {
    if (stampVia(request, flow) === null) {
      this.drop(flow, "a request without a Via that could be read");
      // Where §18.2.2 would send the answer cannot be known, but where the request came from can (RFC 4475 §3.1.2.1).
      if (request.has(Header.Via)) this.reply(request, flow, 400, "Bad Request");
      return;
    }
    const found = this.find(request, request.method === "ACK" ? "INVITE" : request.method);
    if (found === undefined) {
      // RFC 3261 §8.2.7: what was answered without state has its ACK ignored.
      if (request.method !== "ACK" || !this.isOwnTag(request)) this.user.onRequest(request, flow);
    } else if (request.method === "ACK") found.acknowledge(request);
    else found.repeat();
  }

  private receiveResponse(response: Message, flow: Flow): void {
    const transaction = this.client(responseBranch(response), response.method);
    if (transaction === undefined) {
      this.drop(flow, "a response that matches no transaction");
    } else if (response.defect !== null) this.drop(flow, response.defect.text);
    else if (!hasWholeBody(response)) this.drop(flow, "a response whose body is not as long as it says (§18.3)");
    else transaction.receive(response);
  }

  /** The server transaction of `method` that a request belongs to (RFC 3261 §17.2.3). */
  private find(request: Message, method: string): ServerTransaction | undefined {
    if (this.servers.size === 0) return undefined; // a registrar has none
    let found = this.servers.find(serverKey(request));
    while (found !== undefined && !(found.method === method && found.isFrom(request))) found = this.servers.next(found);
    return found;
  }

  /** The client transaction with that branch and method (RFC 3261 §17.1.3). */
  private client(branch: string, method: string): ClientTransaction | undefined {
    let found = this.clients.find(branch);
    while (found !== undefined && found.method !== method) found = this.clients.next(found);
    return found;
  }

  /**
   * Creates the server transaction for a request handed to `onRequest`; null when the layer is full or its branch in use all over, and the
   * request has been answered without state, 503 or 400.
   */
  serve(request: Message, flow: Flow): ServerTransaction | null {
    if (this.servers.size >= this.limits.transactions) {
      this.reply(request, flow, 503, "Service Unavailable", "Retry-After: 10\r\n");
      return null;
    }
    const key = own(serverKey(request));
    const transaction = new ServerTransaction(this, key, this.servers.hashOf(key), request, flow);
    if (!this.servers.add(transaction)) {
      this.reply(
        request,
        flow,
        400,
        "Bad Request",
        `Warning: 399 ${flow.listener.sentBy} "the branch is not unique"\r\n`,
      );
      return null;
    }
    transaction.begin();
    return transaction;
  }

  /** The transaction a CANCEL names, of whatever method (RFC 3261 §9.2); undefined when there is none. */
  cancelled(cancel: Message): ServerTransaction | undefined {
    let found = this.servers.find(serverKey(cancel));
    while (found !== undefined && !(found.method !== "CANCEL" && found.isFrom(cancel)))
      found = this.servers.next(found);
    return found;
  }

  /**
   * Notes that this element answers `transaction` as a UAS. False when the same request is being answered already in
   * another transaction: it was forked on the way and merged here, and gets 482 (RFC 3261 §8.2.2.2).
   */
  claim(transaction: ServerTransaction, request: Message): boolean {
    const key = mergeKey(request);
    const other = this.claimed.get(key);
    if (other !== undefined && other !== transaction) return false;
    this.claimed.set(key, transaction);
    transaction.claim = key;
    return true;
  }

  /**
   * Sends a request in a new client transaction. `text` is the whole message and carries `branch` in its topmost Via,
   * which is a line of its own.
   */
  send(text: string, method: string, branch: string, flow: Flow, user: ClientTransactionUser): ClientTransaction {
    const transaction = new ClientTransaction(this, branch, this.clients.hashOf(branch), method, text, flow, user);
    this.clients.add(transaction);
    transaction.begin();
    return transaction;
  }

  /**
   * True when `request` was sent by this element itself and has come back (a spiral): octet for octet what a pending
   * client transaction sent. Its branch alone would prove nothing, for whoever was sent the request knows that.
   */
  sentBySelf(request: Message): boolean {
    const branch = request.via?.branch ?? "";
    return this.isOwnBranch(branch) && this.client(branch, request.method)?.sent(request.raw) === true;
  }

  /** True when a branch begins as those that this process makes do. */
  isOwnBranch(branch: string): boolean {
    return spells(branch, 0, this.prefixCodes);
  }

  /** A new branch: the magic cookie, a prefix nobody can guess, and a number. */
  newBranch(): string {
    return this.branchPrefix + (this.branchCount++).toString(36);
  }

  /** Answers without state (RFC 3261 §8.2.7): the same request gets the same To tag each time. */
  reply(request: Message, flow: Flow, status: number, phrase: string, headers = ""): void {
    if (request.method === "ACK") return;
    responseFlow(request, flow, this.transport).send(
      writeResponse(request, status, phrase, this.tagFor(request), headers),
    );
  }

  /**
   * The To tag this element gives a request: unguessable in front, then the request's branch, so that a repeated request
   * gets it again without anything being remembered.
   */
  tagFor(request: Message): string {
    const branch = request.via?.branch;
    const end = branch?.slice(-24) ?? "";
    // A branch may have been let pass with octets that a tag must not have.
    return (
      this.tagPrefix +
      (request.branchIsToken || isToken(end) ? end : fingerprint(`${branch}${request.callId}`).toString(36))
    );
  }

  /** True when the To tag is the one this element gave the request itself: an ACK with it goes no further. */
  private isOwnTag(ack: Message): boolean {
    return addressTag(ack.value(Header.To) ?? "") === this.tagFor(ack);
  }

  forget(transaction: Transaction<string>): void {
    if (transaction instanceof ServerTransaction) {
      this.servers.delete(transaction);
      if (transaction.claim !== "") this.claimed.delete(transaction.claim);
    } else if (transaction instanceof ClientTransaction) this.clients.delete(transaction);
  }

  private drop(flow: Flow, why: string): void {
    const { observations, clock } = this.kernel;
    if (observations.wants.dropped) {
      observations.emit({
        type: "dropped",
        at: clock.now(),
        source: `${flow.protocol} ${hostPort(flow.remoteHost, flow.remotePort)}`,
        why,
      });
    }
  }
}

/**
 * RFC 3261 §17.2.3: the branch; before RFC 3261, which put a magic cookie in front of it, Request-URI, From tag, Call-ID,
 * CSeq number and the whole topmost Via.
 */
function serverKey(request: Message): string {
  const branch = request.via?.branch ?? "";
  if (branch.length > COOKIE.length && (holds(branch, 0, COOKIE) || equalFolded(branch.slice(0, 7), COOKIE)))
    return branch;
  const line = request.find(Header.Via);
  const from = addressTag(request.value(Header.From) ?? "") ?? "";
  return `2543 ${request.requestUri} ${from} ${request.callId} ${sequence(request)} ${request.raw.slice(request.valueStart(line), request.valueEnd(line))}`;
}

function mergeKey(request: Message): string {
  return `${request.method} ${sequence(request)} ${addressTag(request.value(Header.From) ?? "") ?? ""} ${request.callId}`;
}

function sequence(request: Message): string {
  const cseq = request.value(Header.CSeq) ?? "";
  const space = cseq.indexOf(" ");
  return space === -1 ? cseq : cseq.slice(0, space);
}

/** FNV-1a over the characters of `text`, 32 bits: a fingerprint, not a secret. */
export function fingerprint(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
