import { type Message, parseMessage, type SipUri } from "../syntax/mod.ts";
import type { ClientTransaction, ClientTransactionUser } from "../transaction/mod.ts";
import { type Flow, hostPort, type Target } from "../transport/mod.ts";
import type { AgentCore } from "./core.ts";

/** True for the agent's Contact, false for none; a REGISTER writes its own. */
export type ContactOf = boolean | ((flow: Flow) => string);

/** A request, decided but for what depends on the way it takes: Via and Contact. */
export interface RequestDraft {
  readonly method: string;
  readonly requestUri: string;
  /** Whole lines, or "". */
  readonly routes: string;
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: number;
  /** The URI whose address it is sent to; null when that is no SIP URI. */
  readonly next: SipUri | null;
  /** Whether it carries a Contact, or what that says on the way it takes: the whole value, of several contacts too. */
  readonly contact: ContactOf;
  /** Further whole lines, or "". */
  readonly headers: string;
  /** "" for none. */
  readonly contentType: string;
  readonly body: string;
}

/** Whoever sent the request. */
export interface ClientRequestUser {
  /** Every response but those that only made the next server be tried. */
  onResponse(response: Message, request: ClientRequest): void;
  /** No server of the target answered; no response follows. */
  onFailure(why: "timeout" | "unreachable", text: string, request: ClientRequest): void;
}

/** Octets that Via, Max-Forwards and a transport's header lines add to a draft at most. */
const GROWTH = 300;

/**
 * One request to one target, over as many servers as RFC 3263 names for it: a 503, silence or a broken connection makes the
 * next one be tried (RFC 3263 §4.3), each with a new branch.
 */
export class ClientRequest implements ClientTransactionUser {
  readonly draft: RequestDraft;
  /** The way taken; null before the first transmission. */
  flow: Flow | null = null;
  /** The octets as last sent. */
  text = "";
  private readonly core: AgentCore;
  private readonly user: ClientRequestUser;
  /** The flow to fall back to when the target cannot be located: that of the dialog's first message. */
  private readonly fallback: Flow | null;
  private targets: readonly Target[] = [];
  private tried = 0;
  private client: ClientTransaction | null = null;
  private over = false;
  private answered = false;

  constructor(core: AgentCore, draft: RequestDraft, user: ClientRequestUser, fallback: Flow | null = null) {
    this.core = core;
    this.draft = draft;
    this.user = user;
    this.fallback = fallback;
  }

  /** Sends it, to the server that `before` reached when that was the same request without credentials. */
  send(before: ClientRequest | null = null): void {
    if (before?.flow?.open) {
      this.targets = before.targets;
      this.tried = before.tried;
      this.transmit(before.flow);
      return;
    }
    const { next } = this.draft;
    if (next === null) {
      this.fail("unreachable", `${this.draft.requestUri} is no SIP address`);
      return;
    }
    const found = this.core.locator.locate(next, this.size);
    if (Array.isArray(found)) this.tryTargets(found);
    else {
      found
        .then((targets) => {
          if (this.over) return;
          if (!("blame" in targets)) this.tryTargets(targets);
          else if (this.fallback?.open) this.transmit(this.fallback);
          else this.fail("unreachable", targets.text);
        })
        .catch((error: unknown) => this.crash(error));
    }
  }

  /** The request as a message, for whoever must know what was asked. */
  get message(): Message | null {
    return parseMessage(this.text);
  }

  /** True while no provisional response has come; a CANCEL would wait for one. */
  get silent(): boolean {
    return !this.answered;
  }

  /** Cancels an INVITE that has left. False when it has not: nothing need be cancelled. */
  cancel(headers: string): boolean {
    if (this.client === null) return false;
    this.tried = this.targets.length; // no other server is tried for a call that nobody wants any more
    this.client.cancel(headers);
    return true;
  }

  /** Hears of nothing any more. */
  abandon(): void {
    this.over = true;
  }

  onResponse(response: Message): void {
    if (this.over) return;
    if (response.status < 200) this.answered = true;
    if (response.status === UNAVAILABLE && this.tried < this.targets.length) {
      this.markFailed();
      this.tryNext(`503 from ${this.place()}`);
      return;
    }
    this.user.onResponse(response, this);
  }

  onFailure(why: "timeout" | "transport", text: string): void {
    if (this.over) return;
    this.markFailed();
    if (this.tried < this.targets.length) this.tryNext(text);
    else this.fail(why === "timeout" ? "timeout" : "unreachable", why === "timeout" ? "no answer" : text);
  }

  private get size(): number {
    const { routes, from, to, requestUri, headers, body } = this.draft;
    return GROWTH + routes.length + from.length + to.length + requestUri.length + headers.length + body.length;
  }

  private tryTargets(targets: readonly Target[]): void {
    this.targets = targets;
    this.tried = 0;
    this.tryNext("there is no address for it");
  }

  private tryNext(why: string): void {
    let reason = why;
    while (this.tried < this.targets.length) {
      const target = this.targets[this.tried++] as Target;
      const flow = this.core.transport.flowTo(target);
      if (flow !== null) {
        this.transmit(flow);
        return;
      }
      reason = `no ${target.protocol} way to ${hostPort(target.host, target.port)}`;
    }
    if (this.flow === null && this.fallback?.open) this.transmit(this.fallback);
    else this.fail("unreachable", reason);
  }

  private transmit(flow: Flow): void {
    const { core, draft } = this;
    this.flow = flow;
    const branch = core.layer.newBranch();
    this.text = write(core, draft, flow, branch);
    this.client = core.layer.send(this.text, draft.method, branch, flow, this);
  }

  private markFailed(): void {
    const target = this.targets[this.tried - 1];
    if (target !== undefined) this.core.locator.markFailed(target);
  }

  private place(): string {
    return this.flow === null ? "nowhere" : hostPort(this.flow.remoteHost, this.flow.remotePort);
  }

  /** Always after the call that sent it has returned, so that nobody is told of the end before the beginning. */
  private fail(why: "timeout" | "unreachable", text: string): void {
    this.over = true;
    this.core.kernel.defer(() => this.user.onFailure(why, text, this));
  }

  private crash(error: unknown): void {
    this.core.fault(error, this.draft.callId);
    if (!this.over) this.fail("unreachable", "an internal fault");
  }
}

/** RFC 3263 §4.3: the one status that makes the next server be tried. */
const UNAVAILABLE = 503;

/** The octets of a request that leaves by `flow`. */
export function write(core: AgentCore, draft: RequestDraft, flow: Flow, branch: string): string {
  const { method, requestUri, routes, from, to, callId, cseq, contact, headers, contentType, body } = draft;
  return (
    `${method} ${requestUri} SIP/2.0\r\n` +
    `Via: SIP/2.0/${flow.protocol} ${flow.listener.sentBy};branch=${branch};rport\r\n` +
    `Max-Forwards: 70\r\n${routes}From: ${from}\r\nTo: ${to}\r\nCall-ID: ${callId}\r\nCSeq: ${cseq} ${method}\r\n` +
    (contact === false ? "" : `Contact: ${contact === true ? core.contact(flow) : contact(flow)}\r\n`) +
    headers +
    core.userAgentHeader +
    (body === "" ? "" : `Content-Type: ${contentType}\r\n`) +
    `Content-Length: ${body.length}\r\n\r\n${body}`
  );
}
