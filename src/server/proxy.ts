import { type Fault, fault } from "../kernel/mod.ts";
import { decimalAt, Header, type Message, parseSipUri } from "../syntax/mod.ts";
import type { ServerTransaction } from "../transaction/mod.ts";
import type { Flow } from "../transport/mod.ts";
import type { Arrival } from "./arrival.ts";
import { flowOf, loopHash } from "./branch.ts";
import { courseTo, rewrittenRoutes, writeForwarded } from "./forward.ts";
import type { ProxyCore, ProxyParts } from "./proxy-core.ts";
import { hasOneVia, MOST_NAMED } from "./registration-rules.ts";
import { ResponseContext } from "./response-context.ts";
import { RoutedRequest } from "./routing.ts";
import { Shares } from "./shares.ts";
import { type BranchTarget, type TargetGroups, targetOfUri } from "./target-set.ts";

/** Methods whose 2xx makes or refreshes a dialog, so that the proxy asks to stay in its path (RFC 3261 §16.6 step 4). */
const recorded = new Set(["INVITE", "SUBSCRIBE", "REFER", "NOTIFY", "UPDATE"]);

/** From so many requests that wait for an answer on, those of each dialog are counted: so many may wait then. */
const CROWDED = 1000;
const MOST_IN_DIALOG = 100;

/** The stateful proxy of RFC 3261 §16: checks requests, forwards each in a response context, relays ACKs. */
export class StatefulProxy {
  readonly core: ProxyCore;
  /** Those without a final response. */
  private contexts = 0;
  /** Of those, how many each user who has proved to ask has, and each dialog as far as it is counted. */
  private readonly shares = new Shares();

  constructor(parts: ProxyParts) {
    const { serverName } = parts.policy;
    this.core = {
      ...parts,
      serverHeader: serverName === null ? "" : `Server: ${serverName}\r\n`,
      recordsRoute: (method) => recorded.has(method),
      began: (share) => {
        this.contexts++;
        if (share !== null) this.shares.take(share);
      },
      settled: (share) => {
        this.contexts--;
        if (share !== null) this.shares.give(share);
      },
    };
  }

  /** Response contexts without a final response. */
  get running(): number {
    return this.contexts;
  }

  /**
   * How a request is refused whose user or dialog has as many waiting for an answer as one may have; null while there is
   * room. For a user that is a rule and no shortage, and another server would not do better: 403 (§21.4.4), not 503.
   * Dialogs, which take nobody's credentials, are counted only when much waits.
   */
  excess(request: Message, arrival: Arrival): (Fault & { headers?: string }) | null {
    const { identity } = arrival;
    if (identity !== null) {
      const waiting = this.shares.of(identity);
      arrival.share = identity;
      if (waiting < this.core.policy.maxPendingPerUser) return null;
      return fault("peer", 403, "RFC 3261 §21.4.4", `${identity} has ${waiting} requests waiting for an answer`);
    }
    if (!arrival.inDialog || this.contexts < CROWDED) return null;
    arrival.share = `dialog ${request.callId}`;
    if (this.shares.of(arrival.share) < MOST_IN_DIALOG) return null;
    const reason = fault("peer", 503, "RFC 3261 §21.5.4", "too many requests of this dialog wait for an answer");
    return { ...reason, headers: "Retry-After: 10\r\n" };
  }

  /** What RFC 3261 §16.3 checks before a request may be forwarded, in its order; null when it may. */
  refusal(request: Message, arrival: Arrival): (Fault & { headers?: string }) | null {
    const hops = request.find(Header.MaxForwards);
    if (hops !== -1 && decimalAt(request.raw, request.valueStart(hops), request.valueEnd(hops)) === 0) {
      return fault("peer", 483, "RFC 3261 §16.3 step 3", "Max-Forwards has reached 0");
    }
    if (this.loops(request, arrival))
      return fault("peer", 482, "RFC 3261 §16.3 step 4", "the request has come back unchanged");
    if (request.has(Header.ProxyRequire)) {
      const unsupported = request.values(Header.ProxyRequire).slice(0, MOST_NAMED);
      if (unsupported.length > 0) {
        return {
          ...fault("peer", 420, "RFC 3261 §16.3 step 5", `no support for ${unsupported.join(", ")}`),
          headers: `Unsupported: ${unsupported.join(", ")}\r\n`,
        };
      }
    }
    return null;
  }

  /**
   * A loop: the request passed here before and what decides its way was the same (RFC 5393 §4.2). Our branches begin with
   * a prefix of this process and end in the hash of that, so one search in the octets usually settles it.
   */
  private loops(request: Message, arrival: Arrival): boolean {
    if (hasOneVia(request) && !this.core.layer.isOwnBranch(request.via?.branch ?? "")) return false;
    const { raw, bodyStart } = request;
    const prefix = this.core.layer.branchPrefix;
    let at = raw.indexOf(prefix);
    if (at === -1 || at > bodyStart) return false;
    const now = loopHash(request, arrival, this.core.responsibility);
    for (; at !== -1 && at < bodyStart; at = raw.indexOf(prefix, at + 1)) {
      const dot = raw.indexOf(".", at + prefix.length);
      if (raw.startsWith(now, dot + 1) && !isWord(raw.charCodeAt(dot + 1 + now.length))) return true;
    }
    return false;
  }

  /** Incoming Max-Breadth (RFC 5393 §5.3.3). */
  breadthOf(request: Message): number {
    const line = request.find(Header.MaxBreadth);
    const value = line === -1 ? null : decimalAt(request.raw, request.valueStart(line), request.valueEnd(line));
    return value === null ? this.core.policy.maxBreadth : Math.min(value, this.core.policy.maxBreadth);
  }

  /** Forwards a request in a response context of its own (RFC 3261 §16.6). */
  forward(
    server: ServerTransaction,
    request: Message,
    arrival: Arrival,
    from: Flow,
    groups: TargetGroups,
    routed: RoutedRequest | null,
  ): void {
    const onward = this.core.recordRoute.onward(arrival, from);
    const breadth = this.breadthOf(request);
    new ResponseContext(this.core, server, request, arrival, from, onward, breadth, routed).start(groups);
  }

  /** The operator's own routing of a request outside dialogs; null where there is none. */
  routed(request: Message, arrival: Arrival, from: Flow): RoutedRequest | null {
    const { routes } = this.core.policy;
    if (routes === null || arrival.inDialog) return null;
    return new RoutedRequest(routes, request, arrival.uri, from, this.core.lookUp);
  }

  /** Sends a request on without state: an ACK for a 2xx, which nothing ever answers (RFC 3261 §16.6, §17.1). */
  relay(request: Message, arrival: Arrival, from: Flow, target: BranchTarget): void {
    const bound = target.binding?.overFlow
      ? flowOf(target.binding, this.core.transport)
      : this.core.recordRoute.onward(arrival, from);
    const course = courseTo(target, arrival.remaining);
    const send = (flow: Flow | null): void => {
      if (flow === null) return;
      const text = writeForwarded(request, {
        requestUri: course.requestUri,
        branch: `${this.core.layer.newBranch()}.${loopHash(request, arrival, this.core.responsibility)}`,
        flow,
        recordRoute: "",
        maxBreadth: this.breadthOf(request),
        routes: course.routes ?? rewrittenRoutes(arrival),
        ownRoutes: arrival.ownRoutes,
        realms: this.core.realms,
      });
      flow.send(text);
    };
    if (bound !== null) {
      send(bound);
      return;
    }
    const found = this.core.locator.locate(course.next, request.raw.length);
    const first = (targets: Awaited<typeof found>): void => {
      const address = "blame" in targets ? undefined : targets[0];
      if (address !== undefined) send(this.core.transport.flowTo(address));
    };
    if (found instanceof Promise) found.then(first).catch((error: unknown) => this.core.fault(error, request.callId));
    else first(found);
  }
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}

/** The target set of a request that is not ours to resolve: the one URI it names (RFC 3261 §16.5). */
export function onlyTarget(arrival: Arrival): TargetGroups {
  const uri = arrival.uri ?? parseSipUri(arrival.requestUri);
  return uri === null ? [] : [[targetOfUri(arrival.requestUri, uri, uri.host)]];
}
