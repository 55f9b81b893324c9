import type { Kernel } from "../kernel/mod.ts";
import { addressTag, Header, type Message, parseMessage, writeResponse } from "../syntax/mod.ts";
import { type Flow, hostPort, responseBranch, responseFlow, stampVia, type Transport } from "../transport/mod.ts";
import { type ClientHome, ClientTransaction, type ClientTransactionUser } from "./client.ts";
import { type ServerHome, ServerTransaction } from "./server.ts";
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
const COOKIE_KEY = "z9hg4bk";

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
  private readonly servers = new Map<string, ServerTransaction>();
  private readonly clients = new Map<string, ClientTransaction>();
  /** By Call-ID, CSeq and From tag: requests this element answers as a UAS (RFC 3261 §8.2.2.2). */
  private readonly claimed = new Map<string, ServerTransaction>();
  /** How every branch of this process begins; nobody else can guess it. */
  readonly branchPrefix: string;
  private branchCount = 0;
  private readonly tagSeed: number;

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
    this.branchPrefix = `${COOKIE}${kernel.random.token(10)}.`;
    this.tagSeed = Math.floor(kernel.random.fraction() * 0x7fffffff);
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
      this.drop(flow, "a request without a Via that could be read"); // nowhere to answer (§18.2.2)
      return;
    }
    const key = serverKey(request, request.method === "ACK" ? "INVITE" : request.method);
    const found = this.servers.get(key);
    if (found === undefined) this.user.onRequest(request, flow);
    else if (request.method === "ACK") found.acknowledge(request);
    else found.repeat();
  }

  private receiveResponse(response: Message, flow: Flow): void {
    const transaction = this.clients.get(clientKey(responseBranch(response), response.method));
    if (transaction === undefined) this.drop(flow, "a response that matches no transaction");
    else if (response.defect !== null) this.drop(flow, response.defect.text);
    else transaction.receive(response);
  }

  /**
   * Creates the server transaction for a request handed to `onRequest`; null when the layer is full, and the request has
   * been answered 503 without state.
   */
  serve(request: Message, flow: Flow): ServerTransaction | null {
    if (this.servers.size >= this.limits.transactions) {
      this.reply(request, flow, 503, "Service Unavailable", "Retry-After: 10\r\n");
      return null;
    }
    const transaction = new ServerTransaction(this, serverKey(request, request.method), request, flow);
    this.servers.set(transaction.key, transaction);
    transaction.begin();
    return transaction;
  }

  /** The pending or answered INVITE (or other) transaction a CANCEL names (RFC 3261 §9.2); undefined when there is none. */
  cancelled(cancel: Message): ServerTransaction | undefined {
    const invite = this.servers.get(serverKey(cancel, "INVITE"));
    return invite ?? this.findOther(cancel);
  }

  private findOther(cancel: Message): ServerTransaction | undefined {
    for (const method of [
      "OPTIONS",
      "MESSAGE",
      "BYE",
      "REGISTER",
      "SUBSCRIBE",
      "NOTIFY",
      "REFER",
      "INFO",
      "UPDATE",
      "PUBLISH",
      "PRACK",
    ]) {
      const found = this.servers.get(serverKey(cancel, method));
      if (found !== undefined) return found;
    }
    return undefined;
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
    const transaction = new ClientTransaction(this, clientKey(branch, method), branch, method, text, flow, user);
    this.clients.set(transaction.key, transaction);
    transaction.begin();
    return transaction;
  }

  /** True when `request` was sent by this element itself and has come back (a spiral): its topmost Via is a pending branch. */
  sentBySelf(request: Message): boolean {
    const branch = request.via?.branch;
    return branch?.startsWith(this.branchPrefix) === true && this.clients.has(clientKey(branch, request.method));
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

  /** The To tag this element gives a request: a function of its branch and Call-ID, so that a repeated one gets it again. */
  tagFor(request: Message): string {
    const via = request.via;
    return `${fingerprint(via?.branch ?? "", this.tagSeed).toString(36)}${fingerprint(request.callId, this.tagSeed).toString(36)}`;
  }

  forget(transaction: Transaction<string>): void {
    if (transaction instanceof ServerTransaction) {
      this.servers.delete(transaction.key);
      if (transaction.claim !== "") this.claimed.delete(transaction.claim);
    } else this.clients.delete(transaction.key);
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

function clientKey(branch: string, method: string): string {
  return method + branch.toLowerCase();
}

/**
 * RFC 3261 §17.2.3: branch, sent-by and method; before RFC 3261 (no magic cookie) Request-URI, From tag, Call-ID, CSeq
 * number and the whole topmost Via.
 */
function serverKey(request: Message, method: string): string {
  const via = request.via;
  const branch = via?.branch?.toLowerCase() ?? "";
  if (branch.startsWith(COOKIE_KEY) && branch.length > COOKIE_KEY.length)
    return `${method}${branch};${via?.port ?? ""};${via?.host.toLowerCase()}`;
  const line = request.find(Header.Via);
  const from = addressTag(request.value(Header.From) ?? "") ?? "";
  return `2543 ${method} ${request.requestUri} ${from} ${request.callId} ${sequence(request)} ${request.raw.slice(request.valueStart(line), request.valueEnd(line))}`;
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
