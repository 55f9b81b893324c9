import { reasonPhrase, semantics } from "../catalogue/mod.ts";
import type { DecidedBy, Observation } from "../kernel/mod.ts";
import { addressUri, Header, type Message, parseSipUri, writeResponse } from "../syntax/mod.ts";
import type { ClientTransactionUser, ServerTransaction, ServerTransactionUser } from "../transaction/mod.ts";
import type { Flow } from "../transport/mod.ts";
import type { Arrival } from "./arrival.ts";
import { Branch, type BranchUser, loopHash } from "./branch.ts";
import { rewrittenRoutes, upstreamCopy } from "./forward.ts";
import type { ProxyCore } from "./proxy-core.ts";
import type { RoutedRequest } from "./routing.ts";
import { type BranchTarget, type TargetGroups, targetsOfRedirect } from "./target-set.ts";

/**
 * The response context of a forwarded request (RFC 3261 §16.2, §16.7): its branches, and the one final response that
 * goes upstream. Every decision about a code (does it win, stop the hunt, cancel the others, change on the way?) is read
 * from the catalogue.
 */
export class ResponseContext implements ServerTransactionUser, BranchUser {
  readonly proxy: ProxyCore;
  readonly arrival: Arrival;
  readonly server: ServerTransaction;
  readonly callId: string;
  readonly isInvite: boolean;
  readonly loopHash: number;
  readonly size: number;
  readonly onward: Flow | null;
  readonly rewrittenRoutes: string | null;
  /** Null once a final response has left: nothing is forwarded any more and the octets are let go. */
  request: Message | null;
  private readonly from: Flow;
  private readonly startedAt: number;
  private branches: Branch[] = [];
  private groups: (readonly BranchTarget[])[];
  private readonly breadth: number;
  /** URIs that were in the target set, for recursion; made when a 3xx asks for it. */
  private tried: Set<string> | null = null;
  private best: Message | null = null;
  private bestStatus = 0;
  private challenges: Message[] = [];
  /** The operator's own routing; null where there is none, and once a final response has left. */
  private routed: RoutedRequest | null;
  private stopped = false;
  private caller = "";
  private why = "";

  constructor(
    proxy: ProxyCore,
    server: ServerTransaction,
    request: Message,
    arrival: Arrival,
    from: Flow,
    onward: Flow | null,
    breadth: number,
    routed: RoutedRequest | null,
  ) {
    this.proxy = proxy;
    this.routed = routed;
    this.server = server;
    this.request = request;
    this.arrival = arrival;
    this.from = from;
    this.onward = onward;
    this.breadth = breadth;
    this.callId = request.callId;
    this.isInvite = request.method === "INVITE";
    this.size = request.raw.length;
    this.loopHash = loopHash(request, arrival, proxy.responsibility);
    this.startedAt = this.now;
    this.groups = [];
    this.rewrittenRoutes = rewrittenRoutes(arrival);
    server.user = this;
  }

  get now(): number {
    return this.proxy.kernel.clock.now();
  }

  /** Starts with the first group of targets; the rest is tried in order when nobody accepts (§16.6). */
  start(groups: TargetGroups): void {
    this.proxy.began();
    this.groups = [...groups];
    if (this.makesDialog) this.observeDialog("trying", null, "");
    else if (this.server.method === "BYE") this.observeDialog("terminated", null, "bye");
    try {
      this.advance();
    } catch (error) {
      this.onFault(error);
    }
  }

  /** Record-Route lines for a request that leaves over `flow`; "" where this proxy does not stay in the path. */
  recordRoute(flow: Flow): string {
    const { proxy } = this;
    if (!proxy.policy.recordRoute || !proxy.recordsRoute(this.server.method)) return "";
    return proxy.recordRoute.write(this.callId, this.from, flow, this.arrival.uri?.scheme === "sips");
  }

  /** Opens the next group of branches, or ends the context when there is none. */
  private advance(): void {
    while (!this.stopped && this.groups.length > 0) {
      const next = this.groups.shift() as readonly BranchTarget[];
      const group = waysByPhone(this.routed === null ? next : this.routed.chosen(next));
      if (group.length === 0) {
        this.consider(null, 480); // every place was passed over: as if nobody were there
        continue;
      }
      // A phone whose connection is gone is sent nothing: it stands last in its group and takes no breadth.
      const width = group.filter((ways) => ways.some(({ binding }) => (binding?.flowClosedAt ?? null) === null)).length;
      if (width > this.breadth) {
        // RFC 5393 §5.3.3: not enough breadth for the fork. We do not turn a parallel fork into a serial hunt.
        this.groups = [];
        this.consider(null, 440);
        this.why = `Max-Breadth ${this.breadth} does not suffice for ${width} branches`;
        break;
      }
      const opened = group.map(
        (ways, i) =>
          new Branch(this, ways[0] as BranchTarget, ways.slice(1), share(this.breadth, Math.max(1, width), i)),
      );
      this.branches.push(...opened);
      for (const branch of opened) if (branch.pending) branch.start();
      return;
    }
    this.conclude();
  }

  onProvisional(branch: Branch, response: Message): void {
    this.observeBranch(branch, "response", response.status);
    // 100 is hop by hop, and RFC 4320 §4.1 leaves no other provisional to a non-INVITE request.
    if (response.status === 100 || !this.isInvite || this.request === null) return;
    if (this.routed !== null && this.routed.statusOf(response, branch.target) === null) return;
    if (this.makesDialog) this.observeDialog(response.hasToTag ? "early" : "proceeding", response, "");
    this.server.send(response.status, upstreamCopy(response, this.server.isStream).write());
  }

  /** Any 2xx goes upstream at once; of an INVITE also the second and third (§16.7 step 5). */
  onSuccess(branch: Branch, response: Message): void {
    this.observeBranch(branch, "response", response.status);
    forwardSuccess(this.server, response);
    if (this.request === null) return;
    if (this.makesDialog) this.observeDialog("confirmed", response, "");
    this.stop(branch, `Reason: SIP;cause=${response.status};text="Call completed elsewhere"\r\n`);
    this.decided(response.status, response.reason, "callee", "");
  }

  /** A 3xx to 6xx of a phone's own. */
  onFailureResponse(branch: Branch, response: Message): void {
    this.observeBranch(branch, "response", response.status);
    if (this.request === null) return;
    const status = this.routed?.statusOf(response, branch.target) ?? response.status;
    const facts = semantics(status);
    if (status !== response.status) {
      branch.note = `taken as ${status}`;
      this.consider(null, status);
    } else {
      if (facts.aggregated) this.challenges.push(response);
      if (!this.recurse(response)) this.consider(response, status);
    }
    if (facts.cancelsBranches) this.stop(branch, `Reason: SIP;cause=${status}\r\n`);
    if (facts.stopsHunting) this.stopped = true;
    this.proceed();
  }

  /** A branch that ended without an answer of the phone: silence, a failed flow, nowhere to send. */
  onGenerated(status: number): void {
    if (this.request === null) return;
    this.consider(null, status);
    this.proceed();
  }

  private proceed(): void {
    for (const branch of this.branches) if (branch.pending) return;
    this.advance();
  }

  /** Adds the Contacts of a 3xx to the target set where the policy says so; false keeps the response as a candidate. */
  private recurse(response: Message): boolean {
    if (!this.proxy.policy.recursion || semantics(response.status).next !== "redirect" || this.stopped) return false;
    this.tried ??= new Set(this.branches.map((branch) => branch.target.requestUri));
    for (const group of this.groups) for (const target of group) this.tried.add(target.requestUri);
    const groups = targetsOfRedirect(response, this.tried, this.arrival.uri?.scheme === "sips");
    if (groups.length === 0 || this.tried.size > 64) return false;
    this.groups.unshift(...groups);
    return true;
  }

  /** Keeps the better of what is there and a new candidate (§16.7 step 6); a phone's own word beats ours at equal rank. */
  private consider(response: Message | null, status: number): void {
    const rank = semantics(status).rank ?? Number.POSITIVE_INFINITY;
    const held =
      this.bestStatus === 0 ? Number.POSITIVE_INFINITY : (semantics(this.bestStatus).rank ?? Number.POSITIVE_INFINITY);
    if (this.bestStatus !== 0 && (rank > held || (rank === held && (this.best !== null || response === null)))) return;
    this.best = response;
    this.bestStatus = status;
  }

  /** Cancels every other pending branch and opens no new one (§16.7 steps 5 and 10). */
  private stop(winner: Branch | null, headers: string): void {
    this.stopped = true;
    if (!this.isInvite) return;
    for (const branch of this.branches) if (branch !== winner) branch.cancel(headers);
  }

  /** The caller gave up (§16.10): its Reason, where there is one, goes on to the phones. */
  onCancel(cancel: Message): void {
    if (this.request === null) return;
    this.caller = "the caller cancelled";
    const reasons = cancel.lines(Header.Reason).map((value) => `Reason: ${value}\r\n`);
    try {
      this.stop(null, reasons.join(""));
      this.proceed();
    } catch (error) {
      this.onFault(error);
    }
  }

  /** An exception in this process: the call ends here and now with 500, and its branches with it (RFC 3261 §21.5.1). */
  onFault(error: unknown): void {
    this.proxy.fault(error, this.callId);
    if (this.request === null) return;
    this.stop(null, "");
    this.generate(this.request, 500);
    this.decided(500, reasonPhrase(500), "server", "an internal fault");
  }

  onAck(ack: Message, flow: Flow): void {
    this.proxy.onAck(ack, flow);
  }

  /** All branches have ended: sends the best response, and exactly one (§16.7 step 6). */
  private conclude(): void {
    const request = this.request;
    if (request === null) return;
    const status = this.bestStatus !== 0 ? this.bestStatus : this.caller !== "" ? 487 : 408;
    const final = semantics(status).rewrittenAs ?? status;
    if (this.routed !== null && this.caller === "" && this.reroute(this.routed, request, final)) return;
    const phrase = this.best !== null && final === status ? this.best.reason : reasonPhrase(final);
    if (!this.isInvite && final === 408)
      this.server.abandon(); // RFC 4320 §4.2: it would come too late to be of use
    else if (this.best !== null) this.server.send(final, this.upstream(this.best, final));
    else this.generate(request, final);
    const by: DecidedBy = this.caller !== "" ? "caller" : this.best !== null ? "callee" : "server";
    this.decided(final, phrase, by, this.caller || this.why || this.ending(status));
  }

  /** Asks the operator's code what now. False: what there is goes to the caller. */
  private reroute(routed: RoutedRequest, request: Message, status: number): boolean {
    const tried = this.branches.map(({ target: { requestUri, name }, status }) => ({
      target: requestUri,
      name,
      status,
    }));
    const course = routed.onFailure(status, tried);
    if (course.kind === "answer") {
      this.generate(request, course.status, course.headers);
      this.decided(course.status, reasonPhrase(course.status), "server", "a routing function says so");
      return true;
    }
    if (course.kind === "usual" || course.groups.length === 0) return false;
    this.stopped = false;
    this.groups = [...course.groups];
    this.advance();
    return true;
  }

  /** Why it ended here, for the call log. */
  private ending(status: number): string {
    return semantics(status).stopsHunting ? `${status} is said for every phone` : "nothing else to try";
  }

  /** Sends a final response of this proxy's own making. */
  private generate(request: Message, status: number, headers = ""): void {
    const { layer, serverHeader } = this.proxy;
    const lines = headers + serverHeader;
    this.server.send(status, writeResponse(request, status, reasonPhrase(status), layer.tagFor(request), lines));
  }

  /** The chosen response as it goes upstream: a changed status where the catalogue says so, and all challenges (§16.7 step 7). */
  private upstream(best: Message, status: number): string {
    const copy = upstreamCopy(best, this.server.isStream);
    if (status !== best.status) {
      copy.splice(0, best.raw.indexOf("\n") + 1, `SIP/2.0 ${status} ${reasonPhrase(status)}\r\n`);
      copy.removeAll(Header.RetryAfter); // a 500 of ours with it would say that this server is unavailable (§20.33)
    }
    if (semantics(best.status).aggregated) {
      for (const other of this.challenges) {
        if (other === best) continue;
        for (const id of [Header.WwwAuthenticate, Header.ProxyAuthenticate] as const) {
          for (let line = other.find(id); line !== -1; line = other.find(id, line + 1)) {
            copy.insert(best.lineCount, other.raw.slice(other.lineStart(line), other.lineStart(line + 1)));
          }
        }
      }
    }
    return copy.write();
  }

  private decided(status: number, phrase: string, by: DecidedBy, why: string): void {
    const request = this.request as Message;
    const { observations } = this.proxy.kernel;
    if (this.makesDialog && status >= 300) {
      const event = by === "caller" ? "cancelled" : status === 408 ? "timeout" : "rejected";
      this.observeDialog("terminated", this.best, event, status);
    }
    if (this.makesDialog && observations.wants.decided) {
      const now = this.now;
      observations.emit({
        type: "decided",
        at: now,
        callId: this.callId,
        from: userOf(request, Header.From),
        to: userOf(request, Header.To),
        status,
        phrase,
        decidedBy: by,
        why,
        afterMs: now - this.startedAt,
        branches: this.branches.map((branch) => branch.outcome(now)),
      });
    }
    this.request = null;
    this.routed = null;
    this.proxy.settled();
    const after = new AfterDecision(this.proxy, this.server);
    this.server.user = after;
    for (const branch of this.branches) branch.release(after);
  }

  private get makesDialog(): boolean {
    return this.isInvite && !this.arrival.inDialog;
  }

  private observeDialog(
    change: Extract<Observation, { type: "dialog" }>["change"],
    response: Message | null,
    event: Extract<Observation, { type: "dialog" }>["event"],
    status: number | null = response?.status ?? null,
  ): void {
    const { observations } = this.proxy.kernel;
    const { request } = this;
    if (!observations.wants.dialog || request === null) return;
    observations.emit({
      type: "dialog",
      at: this.now,
      callId: this.callId,
      change,
      from: request.value(Header.From) ?? "",
      to: (response ?? request).value(Header.To) ?? "",
      requestUri: this.arrival.requestUri,
      status,
      event,
    });
  }

  observeBranch(branch: Branch, change: "started" | "response" | "canceled", status: number | null): void {
    const { observations } = this.proxy.kernel;
    if (!observations.wants.branch) return;
    observations.emit({
      type: "branch",
      at: this.now,
      callId: this.callId,
      name: branch.target.name,
      target: branch.target.requestUri,
      change,
      status,
    });
  }
}

/**
 * What is left of a response context when its call is decided, for as long as its transactions live (RFC 3261 §16.7 step
 * 9): a repeated or second 2xx of an INVITE still goes upstream. It holds nothing else, for it stays for half a minute.
 */
class AfterDecision implements ClientTransactionUser, ServerTransactionUser {
  private readonly proxy: ProxyCore;
  private readonly server: ServerTransaction;

  constructor(proxy: ProxyCore, server: ServerTransaction) {
    this.proxy = proxy;
    this.server = server;
  }

  onResponse(response: Message): void {
    if (response.status >= 200 && response.status < 300 && this.server.method === "INVITE")
      forwardSuccess(this.server, response);
  }

  onFailure(): void {}

  onCancel(): void {}

  onAck(ack: Message, flow: Flow): void {
    this.proxy.onAck(ack, flow);
  }
}

/** A 2xx goes upstream through the server transaction, or past it when that has ended otherwise (§16.7 step 9). */
function forwardSuccess(server: ServerTransaction, response: Message): void {
  const text = upstreamCopy(response, server.isStream).write();
  if (server.accepts2xx) server.send(response.status, text);
  else server.sendStateless(text);
}

/** The user part a person knows, or the whole URI where there is none. */
export function userOf(message: Message, id: typeof Header.From | typeof Header.To): string {
  const text = addressUri(message.value(id) ?? "");
  return parseSipUri(text)?.user ?? text;
}

/** Puts contacts of one instance behind each other: they are ways to one phone, tried one at a time (RFC 5626 §6). */
function waysByPhone(group: readonly BranchTarget[]): BranchTarget[][] {
  const phones: BranchTarget[][] = [];
  for (const target of group) {
    const same = target.instance === "" ? undefined : phones.find((ways) => ways[0]?.instance === target.instance);
    if (same === undefined) phones.push([target]);
    else same.push(target);
  }
  return phones;
}

/** An even share of the breadth, the remainder to the first branches (RFC 5393 §5.3.3). */
function share(breadth: number, branches: number, index: number): number {
  return Math.floor(breadth / branches) + (index < breadth % branches ? 1 : 0);
}
