import { Header } from "../../syntax/mod.ts";
import { IncomingCall } from "./incoming-call.ts";
import type { IncomingRequest } from "./incoming-request.ts";
import { branchOf, cseqOf, type Received, sentByOf, tagOf } from "./wire.ts";

/** The requests that reached a phone, each found again by what names its transaction (RFC 3261 §17.2.3). */
export class Transactions {
  /** INVITEs in order, each once. */
  readonly calls: IncomingCall[] = [];
  /** Other requests in order, each once. */
  readonly requests: IncomingRequest[] = [];
  private readonly byKey = new Map<string, IncomingRequest>();

  add(request: IncomingRequest): void {
    this.byKey.set(keyOf(request.received, request.method), request);
    if (request instanceof IncomingCall) this.calls.push(request);
    else this.requests.push(request);
  }

  /** The transaction of a request that came again; undefined when it is new. */
  of(received: Received): IncomingRequest | undefined {
    return this.byKey.get(keyOf(received, received.message.method));
  }

  /** The call a CANCEL means, or the ACK of its rejection: they share its branch (RFC 3261 §9.1, §17.1.1.3). */
  callUnder(received: Received): IncomingCall | undefined {
    const call = this.byKey.get(keyOf(received, "INVITE"));
    return call instanceof IncomingCall ? call : undefined;
  }

  /** The call an ACK belongs to: by branch for a rejection, else by Call-ID, tag and CSeq number (RFC 3261 §13.2.2.4). */
  callAckedBy(received: Received): IncomingCall | undefined {
    const { message } = received;
    const tag = tagOf(message.value(Header.To));
    const isAcked = ({ received: { message: invite }, sent }: IncomingCall): boolean =>
      invite.callId === message.callId && cseqOf(invite) === cseqOf(message) && sent.some((each) => each.tag === tag);
    return this.callUnder(received) ?? this.calls.find(isAcked);
  }

  /** RFC 3261 §8.2.2.2: the same request came already, another way, so it was forked and met itself again here. */
  hasTwinOf({ message }: Received): boolean {
    const isTwin = ({ received: { message: other } }: IncomingRequest): boolean =>
      other.callId === message.callId &&
      other.value(Header.CSeq) === message.value(Header.CSeq) &&
      tagOf(other.value(Header.From)) === tagOf(message.value(Header.From));
    return tagOf(message.value(Header.To)) === "" && [...this.byKey.values()].some(isTwin);
  }
}

/** Branch and sender; without a magic cookie what RFC 2543 peers are told apart by. */
function keyOf({ message }: Received, method: string): string {
  const branch = branchOf(message);
  if (branch.startsWith("z9hG4bK")) return `${branch} ${sentByOf(message)} ${method}`;
  const top = message.values(Header.Via)[0] ?? "";
  return `${message.callId} ${cseqOf(message)} ${tagOf(message.value(Header.From))} ${top} ${method}`;
}
