import { methodFacts, reasonPhrase } from "../catalogue/mod.ts";
import { type Dialog, prematureDelay } from "../dialog/mod.ts";
import { type Fault, fault } from "../kernel/mod.ts";
import { checkRequest, Header, isSipUri, type Message, parseMessage } from "../syntax/mod.ts";
import type { ServerTransactionUser, TransactionUser } from "../transaction/mod.ts";
import { type Flow, hostPort, stampVia, type TransportUser } from "../transport/mod.ts";
import type { AgentCore, RequestHandler } from "./core.ts";
import { IncomingRequest, type Usage } from "./incoming-request.ts";

/** Option tags that a 420 names: an answer must not be longer than what was asked. */
const MOST_NAMED = 16;

/** A call that may still be cancelled: its answers and the 200 to the CANCEL carry the same To tag (RFC 3261 §9.2). */
export interface Cancellable extends ServerTransactionUser {
  readonly localTag: string;
}

/** Takes a request that has a To tag of ours but no dialog yet, such as a NOTIFY ahead of the 2xx; false: not mine. */
export type StrayTaker = (request: IncomingRequest) => boolean;

/**
 * The UAS core (RFC 3261 §8.2): examines each new request and hands it to the dialog it belongs to, to the handler of its
 * method, or answers it 400, 405, 415, 416, 420, 481, 482 or 500.
 */
export class Dispatch implements TransactionUser, TransportUser {
  /** Asked in turn before a request for an unknown dialog is answered 481. */
  readonly strays: StrayTaker[] = [];
  /** Takes an INVITE outside dialogs; null when calls are not taken. */
  onInvite: ((request: IncomingRequest) => void) | null = null;
  private readonly core: () => AgentCore;

  constructor(core: () => AgentCore) {
    this.core = core;
  }

  onMessage(text: string, flow: Flow): void {
    this.core().layer.receive(text, flow);
  }

  /** A stream that cannot be framed any more: answered where a head could be read (RFC 3261 §18.3). */
  onUnframed(head: string, reason: string, flow: Flow): void {
    const message = parseMessage(head);
    if (message?.isRequest && stampVia(message, flow) !== null)
      this.refuse(this.core(), message, flow, fault("peer", 400, "RFC 3261 §18.3", reason));
  }

  onRequest(request: Message, flow: Flow): void {
    const core = this.core();
    try {
      this.take(core, request, flow);
    } catch (error) {
      core.fault(error, request.callId);
      this.reply(core, request, flow, 500, "");
    }
  }

  private take(core: AgentCore, request: Message, flow: Flow): void {
    const problem = checkRequest(request) ?? checkScheme(request);
    if (problem !== null) this.refuse(core, request, flow, problem);
    else if (request.method === "ACK") this.acknowledge(core, request, flow);
    else if (request.method === "CANCEL") this.cancel(core, request, flow);
    else if (request.hasToTag) this.within(core, request, flow);
    else this.outside(core, request, flow);
  }

  /** An ACK for a 2xx goes to its dialog; one that fits none is dropped, for nothing answers an ACK. */
  private acknowledge(core: AgentCore, ack: Message, flow: Flow): void {
    const dialog = core.dialogs.of(ack);
    if (dialog === undefined) this.dropped(core, flow, "an ACK outside our dialogs");
    else for (const usage of dialog.usages) usage.onAck?.(ack);
  }

  /** RFC 3261 §9.2. */
  private cancel(core: AgentCore, cancel: Message, flow: Flow): void {
    const found = core.layer.cancelled(cancel);
    const status = found === undefined ? 481 : 200;
    const user = found?.user as Cancellable | null | undefined;
    const tag = user?.localTag ?? core.layer.tagFor(cancel);
    core.layer.serve(cancel, flow)?.respond(cancel, status, reasonPhrase(status), tag, core.serverHeader);
    if (found?.pending === true) found.user?.onCancel(cancel, found);
  }

  private outside(core: AgentCore, message: Message, flow: Flow): void {
    const { method } = message;
    const handled = method === "INVITE" ? this.onInvite !== null : method === "OPTIONS" || core.handlers.has(method);
    const transaction = core.layer.serve(message, flow);
    if (transaction === null) return;
    const request = new IncomingRequest(core, message, flow, transaction, core.newTag(), null);
    if (!handled) {
      // §8.2.1: 405 for what is known and not taken; §21.5.2: 501 for a method nobody here has heard of. BYE and the like
      // name a dialog, and without a To tag there is none (§15.1.2).
      const facts = methodFacts(method);
      if (facts?.inDialog === "always" && facts.usage !== null) request.send(481, "");
      else request.send(facts === undefined ? 501 : 405, `Allow: ${core.allow(this.onInvite !== null)}\r\n`);
    } else if (!core.isMany && !core.layer.claim(transaction, message))
      request.send(482, ""); // §8.2.2.2: it came another way before
    else if (!this.understands(core, request)) return;
    else if (core.closed) request.send(480, "");
    else if (method === "INVITE") this.onInvite?.(request);
    else this.handle(core, request);
  }

  private within(core: AgentCore, message: Message, flow: Flow): void {
    const dialog = core.dialogs.of(message);
    const transaction = core.layer.serve(message, flow);
    if (transaction === null) return;
    const request = new IncomingRequest(core, message, flow, transaction, dialog?.localTag ?? "", dialog ?? null);
    if (dialog === undefined) {
      if (!this.strays.some((take) => take(request))) request.send(481, ""); // §12.2.2
      return;
    }
    if (!dialog.inOrder(message)) {
      request.send(500, `Retry-After: ${prematureDelay(core.kernel.random)}\r\n`); // §12.2.2
      return;
    }
    if (this.understands(core, request)) this.toUsage(core, request, dialog);
  }

  private toUsage(core: AgentCore, request: IncomingRequest, dialog: Dialog<Usage>): void {
    for (const usage of dialog.usages) if (usage.onRequest(request)) return;
    const facts = methodFacts(request.method);
    if (request.method === "OPTIONS" || (core.handlers.has(request.method) && facts?.inDialog !== "always")) {
      if (core.closed) request.send(480, "");
      else this.handle(core, request);
    } else if (facts?.usage != null && facts.inDialog === "always")
      request.send(481, ""); // the dialog is there, that usage is not
    else request.send(facts === undefined ? 501 : 405, `Allow: ${core.allow()}\r\n`);
  }

  /** Extensions (§8.2.2.3) and content (§8.2.3) that this agent can deal with; false when the request has been answered. */
  private understands(core: AgentCore, request: IncomingRequest): boolean {
    const { message } = request;
    const unknown = message.values(Header.Require).filter((tag) => !core.supported.has(tag.toLowerCase()));
    if (unknown.length > 0) {
      request.send(420, `Unsupported: ${unknown.slice(0, MOST_NAMED).join(", ")}\r\n`);
      return false;
    }
    const encodings = message.values(Header.ContentEncoding).filter((each) => each.toLowerCase() !== "identity");
    if (encodings.length > 0) {
      request.send(415, "Accept-Encoding: identity\r\n");
      return false;
    }
    return true;
  }

  private handle(core: AgentCore, request: IncomingRequest): void {
    const handler = core.handlers.get(request.method);
    if (handler === undefined) {
      request.send(200, this.capabilities(core));
      return;
    }
    run(core, handler, request);
  }

  /** What an OPTIONS is told (§11.2). */
  capabilities(core: AgentCore): string {
    const events = core.events.size === 0 ? "" : `Allow-Events: ${[...core.events].join(", ")}\r\n`;
    return `Allow: ${core.allow(this.onInvite !== null)}\r\nAccept: application/sdp\r\nAccept-Encoding: identity\r\nAccept-Language: en\r\nSupported: ${[...core.supported].join(", ")}\r\n${events}`;
  }

  /** Answers a faulty request without state; the fault's text stands in a Warning for whoever reads the trace. */
  refuse(core: AgentCore, request: Message, flow: Flow, reason: Fault): void {
    if (request.method === "ACK" || reason.status === null) {
      this.dropped(core, flow, reason.text);
      return;
    }
    const text = reason.text.replace(/["\\]/g, "'");
    this.reply(core, request, flow, reason.status, `Warning: 399 ${flow.listener.sentBy} "${text}"\r\n`);
  }

  private reply(core: AgentCore, request: Message, flow: Flow, status: number, lines: string): void {
    core.layer.reply(request, flow, status, reasonPhrase(status), lines + core.serverHeader);
  }

  private dropped(core: AgentCore, flow: Flow, why: string): void {
    const { observations } = core.kernel;
    const source = `${flow.protocol} ${hostPort(flow.remoteHost, flow.remotePort)}`;
    if (observations.wants.dropped) observations.emit({ type: "dropped", at: core.now, source, why });
  }
}

/** §8.2.2.1: this agent knows no way to serve a tel URI; other schemes are refused by the check of the message itself. */
function checkScheme({ uri }: Message): Fault | null {
  if (uri === null || isSipUri(uri)) return null;
  return fault("peer", 416, "RFC 3261 §8.2.2.1", "the Request-URI has a scheme that this agent does not serve");
}

/** Runs a handler. A MESSAGE that it leaves unanswered was taken, anything else is its own to answer; a throw is a 500. */
function run(core: AgentCore, handler: RequestHandler, request: IncomingRequest): void {
  const done = (): void => {
    if (!request.answered && request.method === "MESSAGE") request.send(200, "");
  };
  const failed = (error: unknown): void => {
    core.fault(error, request.message.callId);
    request.send(500, "");
  };
  try {
    const result = handler(request);
    if (result instanceof Promise) result.then(done).catch(failed);
    else done();
  } catch (error) {
    failed(error);
  }
}
