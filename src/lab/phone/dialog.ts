import { Header, type Message } from "../../syntax/mod.ts";
import { Exchange } from "./exchange.ts";
import type { Line } from "./line.ts";
import { cseqOf, type Draft, recordRoutes, tagOf, uriOf } from "./wire.ts";

/** One dialog as a phone sees it (RFC 3261 §12). */
export class PhoneDialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly remoteTarget: string;
  readonly routes: readonly string[];
  /** Set when either side has sent BYE. */
  ended = false;
  /** BYE requests sent and what came of them. */
  readonly byes: Exchange[] = [];
  private readonly local: string;
  private readonly remote: string;
  private readonly phone: Line;
  private cseq: number;

  private constructor(
    phone: Line,
    ends: { local: string; remote: string },
    message: Message,
    routes: readonly string[],
    cseq: number,
  ) {
    this.phone = phone;
    this.local = ends.local;
    this.remote = ends.remote;
    this.callId = message.callId;
    this.localTag = tagOf(ends.local);
    this.remoteTag = tagOf(ends.remote);
    this.remoteTarget = uriOf(message.values(Header.Contact)[0] ?? "");
    this.routes = routes;
    this.cseq = cseq;
  }

  /** The caller's side, from a 1xx or 2xx: the route set is reversed (§12.1.2). */
  static ofCaller(phone: Line, response: Message): PhoneDialog {
    const ends = { local: response.value(Header.From) ?? "", remote: response.value(Header.To) ?? "" };
    return new PhoneDialog(phone, ends, response, recordRoutes(response).reverse(), cseqOf(response));
  }

  /** The callee's side, from the INVITE and the tag it answers with (§12.1.1). */
  static ofCallee(phone: Line, invite: Message, tag: string): PhoneDialog {
    const to = invite.value(Header.To) ?? "";
    const ends = { local: tagOf(to) === "" ? `${to};tag=${tag}` : to, remote: invite.value(Header.From) ?? "" };
    return new PhoneDialog(phone, ends, invite, recordRoutes(invite), 0);
  }

  /** A request within this dialog (§12.2.1.1). ACK takes the INVITE's CSeq number, everything else the next one. */
  draft(method: string, extra: { cseq?: number; headers?: readonly string[]; body?: string } = {}): Draft {
    const loose = this.routes.length === 0 || /;lr([;=>]|$)/i.test(this.routes[0] as string);
    const [first = "", ...rest] = this.routes;
    return {
      method,
      uri: loose ? this.remoteTarget : uriOf(first),
      routes: loose ? this.routes : [...rest, `<${this.remoteTarget}>`],
      from: this.local,
      to: this.remote,
      callId: this.callId,
      cseq: extra.cseq ?? ++this.cseq,
      headers: extra.headers ?? [],
      body: extra.body ?? "",
      maxForwards: 70,
    };
  }

  /** The URI whose address a request of this dialog is sent to. */
  get nextHop(): string {
    return this.routes.length === 0 ? this.remoteTarget : uriOf(this.routes[0] as string);
  }

  /** Sends BYE; nothing when the dialog has ended. */
  hangUp(headers: readonly string[] = []): Exchange | null {
    if (this.ended) return null;
    this.ended = true;
    const bye = this.request("BYE", { headers });
    this.byes.push(bye);
    return bye;
  }

  /** Any other request within the dialog. */
  request(method: string, extra: { headers?: readonly string[]; body?: string } = {}): Exchange {
    const exchange = new Exchange(this.phone, this.draft(method, extra), this.phone.locate(this.nextHop));
    exchange.send();
    return exchange;
  }
}
