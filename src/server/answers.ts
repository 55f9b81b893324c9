import { reasonPhrase } from "../catalogue/mod.ts";
import type { Fault, Kernel } from "../kernel/mod.ts";
import type { Message } from "../syntax/mod.ts";
import type { ServerTransaction, TransactionLayer } from "../transaction/mod.ts";
import { type Flow, hostPort } from "../transport/mod.ts";
import { observeDecided } from "./decided.ts";
import type { Responder } from "./registrar.ts";

/** Characters of a fault's text in a Warning; it may quote what a stranger wrote. */
const MAX_WARNING = 200;

/** The answers this server gives itself, as a UAS, registrar or refusing proxy (RFC 3261 §8.2), and what it says of them. */
export class Answers {
  private readonly kernel: Kernel;
  private readonly layer: TransactionLayer;
  /** Server line, or "". */
  private readonly serverHeader: string;

  constructor(kernel: Kernel, layer: TransactionLayer, serverHeader: string) {
    this.kernel = kernel;
    this.layer = layer;
    this.serverHeader = serverHeader;
  }

  /** Answers with a final response and a transaction of its own; a request that was merged on its way gets 482 (§8.2.2.2). */
  answer(request: Message, flow: Flow, status: number, headers: string, why: string): void {
    const server = this.layer.serve(request, flow);
    if (server === null) return;
    const merged = !this.layer.claim(server, request);
    const final = merged ? 482 : status;
    this.respond(server, request, final, merged ? "" : headers);
    this.answered(request, flow, final, why);
    if (request.method === "INVITE") this.decided(request, final, why);
  }

  /** Answers in a transaction that exists; null when the layer was full and has answered by itself. */
  respond(server: ServerTransaction | null, request: Message, status: number, headers = ""): void {
    server?.respond(request, status, reasonPhrase(status), this.layer.tagFor(request), headers + this.serverHeader);
  }

  /** Answers a faulty request without state; the fault's text stands in a Warning for whoever reads the trace. */
  refuse(request: Message, flow: Flow, reason: Fault, headers = ""): void {
    if (request.method === "ACK" || reason.status === null) {
      this.dropped(flow, reason.text);
      return;
    }
    const text = reason.text.slice(0, MAX_WARNING).replace(/["\\]/g, "'");
    const warning = `Warning: 399 ${flow.listener.sentBy} "${text}"\r\n`;
    this.reply(request, flow, reason.status, headers + warning, reason.text);
  }

  /** Answers without state (§8.2.7); the same request gets the same answer each time it comes. "" says nothing of it. */
  reply(request: Message, flow: Flow, status: number, headers: string, why: string): void {
    this.layer.reply(request, flow, status, reasonPhrase(status), headers + this.serverHeader);
    if (why !== "") this.answered(request, flow, status, why);
  }

  /** Takes the registrar's answer to one request. */
  replyTo(request: Message, flow: Flow): Responder {
    return { respond: (status, _phrase, headers = "", why = "") => this.reply(request, flow, status, headers, why) };
  }

  /** Something that gets no answer. */
  dropped(flow: Flow, why: string): void {
    const { observations, clock } = this.kernel;
    if (observations.wants.dropped)
      observations.emit({ type: "dropped", at: clock.now(), source: sourceOf(flow), why });
  }

  private answered(request: Message, flow: Flow, status: number, why: string): void {
    const { observations, clock } = this.kernel;
    if (!observations.wants.answered) return;
    const { method } = request;
    observations.emit({ type: "answered", at: clock.now(), method, status, source: sourceOf(flow), why });
  }

  private decided(request: Message, status: number, why: string): void {
    if (!this.kernel.observations.wants.decided) return;
    const phrase = reasonPhrase(status);
    observeDecided(this.kernel, request, { status, phrase, decidedBy: "server", why, afterMs: 0, branches: [] });
  }
}

function sourceOf(flow: Flow): string {
  return `${flow.protocol} ${hostPort(flow.remoteHost, flow.remotePort)}`;
}
