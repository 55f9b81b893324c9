import { COMPLETED_ELSEWHERE, reasonPhrase, semantics } from "../catalogue/mod.ts";
import type { DecidedBy, Observation } from "../kernel/mod.ts";
import { Header, type Message, writeResponse } from "../syntax/mod.ts";
import type { ServerTransaction, ServerTransactionUser } from "../transaction/mod.ts";
import type { Flow } from "../transport/mod.ts";
import { AfterDecision, forwardSuccess } from "./after-decision.ts";
import type { Arrival } from "./arrival.ts";
import { BestResponse } from "./best-response.ts";
import { Branch, type BranchUser, loopHash } from "./branch.ts";
import { observeDecided } from "./decided.ts";
import { rewrittenRoutes, upstreamCopy } from "./forward.ts";
import type { ProxyCore } from "./proxy-core.ts";
import type { RoutedRequest } from "./routing.ts";
import { type BranchTarget, type TargetGroups, targetsOfRedirect, waysByPhone } from "./target-set.ts";

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
  readonly loopHash: string;
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
  private readonly best = new BestResponse();
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
    this.proxy.began(this.arrival.share);
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
        this.best.consider(null, 480); // every place was passed over: as if nobody were there
        continue;
      }
      // A phone whose connection is gone is sent nothing: it stands last in its group and takes no breadth.
      const width = group.filter((ways) => ways.some(({ binding }) => (binding?.flowClosedAt ?? null) === null)).length;
      if (width > this.breadth) {
        // RFC 5393 §5.3.3: not enough breadth for the fork. We do not turn a parallel fork into a serial hunt.
        this.groups = [];
        this.best.consider(null, 440);
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
    this.stop(branch, `Reason: SIP;cause=${response.status};text="${COMPLETED_ELSEWHERE}"\r\n`);
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
      this.best.consider(null, status);
    } else {
      this.best.collect(response);
      if (!this.recurse(response)) this.best.consider(response, status);
    }
    if (facts.cancelsBranches) this.stop(branch, `Reason: SIP;cause=${status}\r\n`);
    if (facts.stopsHunting) this.stopped = true;
    this.proceed();
  }

  /** A branch that ended without an answer of the phone: silence, a failed flow, nowhere to send. */
  onGenerated(status: number): void {
    if (this.request === null) return;
    this.best.consider(null, status);
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
    const { response } = this.best;
    const status = this.best.status !== 0 ? this.best.status : this.caller !== "" ? 487 : 408;
    const final = semantics(status).rewrittenAs ?? status;
    if (this.routed !== null && this.caller === "" && this.reroute(this.routed, request, final)) return;
    const phrase = response !== null && final === status ? response.reason : reasonPhrase(final);
    if (!this.isInvite && final === 408)
      this.server.abandon(); // RFC 4320 §4.2: it would come too late to be of use
    else if (response !== null) this.server.send(final, this.best.write(response, final, this.server.isStream));
    else this.generate(request, final);
    const by: DecidedBy = this.caller !== "" ? "caller" : response !== null ? "callee" : "server";
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

  private decided(status: number, phrase: string, by: DecidedBy, why: string): void {
    const request = this.request as Message;
    const { observations } = this.proxy.kernel;
    if (this.makesDialog && status >= 300) {
      const event = by === "caller" ? "cancelled" : status === 408 ? "timeout" : "rejected";
      this.observeDialog("terminated", this.best.response, event, status);
    }
    if (this.makesDialog && observations.wants.decided) {
      const { now } = this;
      const branches = this.branches.map((branch) => branch.outcome(now));
      const afterMs = now - this.startedAt;
      observeDecided(this.proxy.kernel, request, { status, phrase, decidedBy: by, why, afterMs, branches });
    }
    this.request = null;
    this.routed = null;
    this.proxy.settled(this.arrival.share);
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

/** An even share of the breadth, the remainder to the first branches (RFC 5393 §5.3.3). */
function share(breadth: number, branches: number, index: number): number {
  return Math.floor(breadth / branches) + (index < breadth % branches ? 1 : 0);
}
