import { timeOfDay } from "../diagnosis/mod.ts";
import { type BranchOutcome, Timer } from "../kernel/mod.ts";
import { addressOfRecordKey, firstComma, Header, type Message, uriParam } from "../syntax/mod.ts";
import { type ClientTransaction, type ClientTransactionUser, fingerprint } from "../transaction/mod.ts";
import { type Flow, hostPort, type Target, type Transport } from "../transport/mod.ts";
import type { Arrival } from "./arrival.ts";
import type { Binding } from "./binding.ts";
import { challengesAs } from "./challenges.ts";
import { courseTo, writeForwarded } from "./forward.ts";
import type { ProxyCore } from "./proxy-core.ts";
import type { Responsibility } from "./responsibility.ts";
import type { BranchTarget } from "./target-set.ts";

/** Octets that Via, Record-Route and Max-Breadth may add; part of the size that chooses between UDP and TCP (§18.1.1). */
const GROWTH = 200;

/** The response context, as its branches see it. */
export interface BranchUser {
  readonly proxy: ProxyCore;
  readonly arrival: Arrival;
  /** Null once nothing is forwarded any more. */
  readonly request: Message | null;
  readonly callId: string;
  readonly isInvite: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Octets of the request. */
  readonly size: number;
  readonly loopHash: string;
  /** The connection our own Route values name; null when the next hop is found by its URI. */
  readonly onward: Flow | null;
  readonly rewrittenRoutes: string | null;
  recordRoute(flow: Flow): string;
  onProvisional(branch: Branch, response: Message): void;
  onSuccess(branch: Branch, response: Message): void;
  onFailureResponse(branch: Branch, response: Message): void;
  /** The branch ended with a status of this proxy's own making. */
  onGenerated(status: number): void;
  /** An exception in this process, which must go no further than this call. */
  onFault(error: unknown): void;
  observeBranch(branch: Branch, change: "started" | "response" | "canceled", status: number | null): void;
}

/**
 * One branch of a response context (RFC 3261 §16.6): a target, the addresses RFC 3263 gives for it, and the client
 * transaction that tries them in turn. As a timer it is Timer C (§16.8).
 */
export class Branch extends Timer implements ClientTransactionUser {
  readonly context: BranchUser;
  target: BranchTarget;
  readonly maxBreadth: number;
  readonly startedAt: number;
  canceled = false;
  /** Final status, the phone's own or what this proxy takes in its place; null while pending. */
  status: number | null = null;
  received = false;
  note = "";
  private endedAt = 0;
  /** Other ways to the same phone, tried when this one fails (RFC 5626 §6). */
  private readonly alternates: BranchTarget[];
  private located: readonly Target[] = [];
  private tried = 0;
  private client: ClientTransaction | null = null;
  private timedOut = false;
  private provisional = false;

  constructor(context: BranchUser, target: BranchTarget, alternates: BranchTarget[], maxBreadth: number) {
    super();
    this.context = context;
    this.target = target;
    this.alternates = alternates;
    this.maxBreadth = maxBreadth;
    this.startedAt = context.now;
  }

  get pending(): boolean {
    return this.status === null;
  }

  /** Finds the way and sends the request; a way that needs DNS is found later. */
  start(): void {
    const { context, target } = this;
    if (target.binding !== null && (target.binding.overFlow || target.binding.flowId !== 0)) {
      const flow = flowOf(target.binding, context.proxy.transport);
      if (flow === null) this.fail(430, `flow closed ${timeOfDay(target.binding.flowClosedAt ?? context.now)}`);
      else this.transmit(flow);
      return;
    }
    const onward = context.onward;
    if (onward !== null && target.path.length === 0) {
      this.transmit(onward);
      return;
    }
    const course = courseTo(target, context.arrival.remaining);
    const found = context.proxy.locator.locate(course.next, context.size + GROWTH);
    if (Array.isArray(found)) this.tryTargets(found);
    else {
      found
        .then((targets) => {
          if (!this.pending) return;
          if (this.canceled) this.end(487, false, "cancelled before it was reached");
          else if ("blame" in targets) this.fail(503, targets.text);
          else this.tryTargets(targets);
        })
        .catch((error: unknown) => context.onFault(error));
    }
  }

  private tryTargets(targets: readonly Target[]): void {
    this.located = targets;
    this.tried = 0;
    this.tryNext("no address for it");
  }

  private tryNext(why: string): void {
    while (this.tried < this.located.length) {
      const target = this.located[this.tried++] as Target;
      const flow = this.context.proxy.transport.flowTo(target);
      if (flow !== null) {
        this.transmit(flow);
        return;
      }
      why = `no ${target.protocol} way to ${hostPort(target.host, target.port)}`;
    }
    this.fail(503, why);
  }

  private transmit(flow: Flow): void {
    const { context } = this;
    const { proxy, arrival } = context;
    const request = context.request as Message;
    const course = courseTo(this.target, arrival.remaining);
    const branch = `${proxy.layer.newBranch()}.${context.loopHash}`;
    const text = writeForwarded(request, {
      requestUri: course.requestUri,
      branch,
      flow,
      recordRoute: context.recordRoute(flow),
      maxBreadth: this.maxBreadth,
      routes: course.routes ?? context.rewrittenRoutes,
      ownRoutes: arrival.ownRoutes,
      realms: proxy.realms,
    });
    this.client = proxy.layer.send(text, request.method, branch, flow, this);
    if (context.isInvite) proxy.kernel.wheel.arm(this, this.patience);
    context.observeBranch(this, "started", null);
  }

  onResponse(response: Message): void {
    try {
      this.take(response);
    } catch (error) {
      this.context.onFault(error);
    }
  }

  onFailure(why: "timeout" | "transport", text: string): void {
    try {
      this.miss(why, text);
    } catch (error) {
      this.context.onFault(error);
    }
  }

  /** Timer C: the phone rang for too long (RFC 3261 §16.8). */
  override fire(): void {
    try {
      this.expire();
    } catch (error) {
      this.context.onFault(error);
    }
  }

  private take(response: Message): void {
    if (!hasViaBeneath(response)) {
      // §16.7 step 3: it was meant for this element itself and is not forwarded. This one has asked for nothing.
      if (response.status >= 200 && this.pending) this.end(502, false, "its answer left out the Vias of the request");
      return;
    }
    if (response.status < 200) {
      this.provisional = true;
      // §16.7 step 2: a provisional other than 100 starts Timer C anew; a time to ring that was set is not prolonged.
      if (response.status > 100 && this.context.isInvite && this.pending && this.target.ringFor === 0)
        this.context.proxy.kernel.wheel.arm(this, this.patience);
      this.context.onProvisional(this, response);
      return;
    }
    if (response.status < 300) {
      this.settle(response.status, true, "");
      this.context.onSuccess(this, response);
      return;
    }
    if (!this.pending) return;
    if (challengesAs(response, this.context.proxy.realms)) {
      this.end(502, false, "it challenges in this server's name");
      return;
    }
    // A 503 says that this server cannot, so the next address of the same target is tried (RFC 3263 §4.3); 430 and 408
    // say that this flow cannot, so the next flow of the same phone is (RFC 5626 §6).
    if (response.status === 503 && this.tried < this.located.length && !this.canceled)
      this.tryNext("503 from every address");
    else if ((response.status === 430 || response.status === 408) && this.useAlternate()) this.start();
    else if (this.timedOut) this.end(408, false, this.note);
    else {
      this.settle(response.status, true, "");
      this.context.onFailureResponse(this, response);
    }
  }

  private miss(why: "timeout" | "transport", text: string): void {
    if (!this.pending) return;
    const target = this.located[this.tried - 1];
    if (target !== undefined) this.context.proxy.locator.markFailed(target);
    if (this.canceled)
      this.end(this.timedOut ? 408 : 487, false, this.timedOut ? this.note : "it never confirmed the CANCEL");
    else if (this.tried < this.located.length) this.tryNext(text);
    // RFC 3261 §16.9: a transport failure counts as a 503, silence as a 408. A registered flow that fails is a 430.
    else if (why === "timeout") this.fail(408, this.provisional ? "no final answer" : "no answer");
    else this.fail(this.target.binding?.overFlow ? 430 : 503, text);
  }

  private expire(): void {
    if (!this.pending) return;
    this.timedOut = true;
    this.note = `no answer in ${Math.round(this.patience / 1000)} s`;
    this.cancel(""); // a phone that has not said a word yet is told when it does (§9.1)
    if (!this.provisional) this.end(408, false, this.note);
  }

  /** Milliseconds that it may ring. */
  private get patience(): number {
    return this.target.ringFor || this.context.proxy.policy.timerC;
  }

  /** Asks the phone to stop (RFC 3261 §9.1, §16.10). `headers` are whole lines such as Reason. */
  cancel(headers: string): void {
    if (!this.pending || this.canceled) return;
    this.canceled = true;
    this.context.proxy.kernel.wheel.cancel(this);
    if (this.client !== null) {
      this.client.cancel(headers);
      this.context.observeBranch(this, "canceled", null);
    }
  }

  /** The call is decided: whatever still comes is for `user`, and this branch is let go. */
  release(user: ClientTransactionUser): void {
    this.context.proxy.kernel.wheel.cancel(this);
    this.client?.handOver(user);
  }

  private useAlternate(): boolean {
    const next = this.canceled ? undefined : this.alternates.shift();
    if (next === undefined) return false;
    this.target = next;
    this.located = [];
    this.tried = 0;
    return true;
  }

  private fail(status: number, note: string): void {
    if ((status === 430 || status === 408) && this.useAlternate()) this.start();
    else this.end(status, false, note);
  }

  /** Ends the branch with a status of this proxy's own making. */
  private end(status: number, received: boolean, note: string): void {
    this.settle(status, received, note);
    this.context.onGenerated(status);
  }

  private settle(status: number, received: boolean, note: string): void {
    if (this.status !== null && this.status < 300) return; // a second 2xx of the same branch (a fork further on)
    this.status = status;
    this.received = received;
    this.note = note;
    this.endedAt = this.context.now;
    this.context.proxy.kernel.wheel.cancel(this);
  }

  outcome(now: number): BranchOutcome {
    const { target, status, received, canceled, note } = this;
    return {
      name: target.name,
      target: target.requestUri,
      status,
      received,
      canceled,
      afterMs: (this.endedAt || now) - this.startedAt,
      note,
    };
  }
}

/** Whether a response names an element to go to once our own Via is taken off. */
function hasViaBeneath(response: Message): boolean {
  const top = response.find(Header.Via);
  if (top === -1) return false;
  if (response.find(Header.Via, top + 1) !== -1) return true;
  return firstComma(response.raw, response.valueStart(top), response.valueEnd(top)) !== -1;
}

/**
 * The flow a binding is bound to: its connection, or over UDP the addresses its REGISTER came over (RFC 5626 §5.3). Null
 * when it is gone.
 */
export function flowOf(binding: Binding, transport: Transport): Flow | null {
  if (binding.flowClosedAt !== null) return null;
  if (binding.flowId !== 0) return transport.flowById(binding.flowId);
  const listener = transport.listeners.find(
    (each) => each.protocol === binding.protocol && each.sentBy === binding.local,
  );
  return transport.flowTo(
    { protocol: binding.protocol, host: binding.remoteHost, port: binding.remotePort, domain: "" },
    listener,
  );
}

/**
 * What decides where a request goes, as a short word (RFC 5393 §4.2): the address of record where this server is the one to
 * look it up, however the URI spells it; else Request-URI and Route values.
 */
export function loopHash(request: Message, arrival: Arrival, responsibility: Responsibility): string {
  // Of 31 bits: the engine takes four times as long to write a number that is larger.
  return (wayOf(request, arrival, responsibility) >>> 1).toString(36);
}

function wayOf(request: Message, { uri, remaining }: Arrival, responsibility: Responsibility): number {
  if (remaining.length === 0 && uri !== null && uri.user !== null && responsibility.isLocal(uri)) {
    const hash = fingerprint(addressOfRecordKey(uri, responsibility.domainOf(uri.host)));
    const gruu = uri.params === "" ? null : uriParam(uri.params, "gr");
    return gruu === null ? hash : fingerprint(gruu, hash);
  }
  let hash = fingerprint(request.requestUri);
  for (let line = request.find(Header.Route); line !== -1; line = request.find(Header.Route, line + 1)) {
    hash = fingerprint(request.valueAt(line), hash);
  }
  return hash;
}
