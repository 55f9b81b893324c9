import {
  Header,
  type HeaderId,
  type Message,
  parseRoute,
  Rewrite,
  type RouteValue,
  type SipUri,
} from "../syntax/mod.ts";
import { type Flow, isReliable } from "../transport/mod.ts";
import type { Arrival } from "./arrival.ts";
import { provesTo } from "./challenges.ts";
import type { BranchTarget } from "./target-set.ts";

/** How one request leaves this proxy, decided before its octets are written (RFC 3261 §16.6). */
export interface Departure {
  readonly requestUri: string;
  readonly branch: string;
  readonly flow: Flow;
  /** Whole Record-Route lines, or "". */
  readonly recordRoute: string;
  readonly maxBreadth: number;
  /** Route lines (whole) in the place of the request's own; null leaves what remains of those alone. */
  readonly routes: string | null;
  /** How many of the topmost Route values named this proxy and are taken away. */
  readonly ownRoutes: number;
  /** Credentials for these realms were consumed here and go no further (RFC 3261 §22.3). */
  readonly realms: readonly string[];
}

/** Writes the copy of `request` for one branch: RFC 3261 §16.6 steps 1 to 8, every other octet as it came. */
export function writeForwarded(request: Message, departure: Departure): string {
  const copy = new Rewrite(request);
  if (departure.requestUri !== request.requestUri) copy.requestUri(departure.requestUri);
  const via = request.find(Header.Via);
  let above = `Via: SIP/2.0/${departure.flow.protocol} ${departure.flow.listener.sentBy};branch=${departure.branch}\r\n`;
  if (departure.routes !== null) {
    copy.removeAll(Header.Route);
    above = departure.routes + above;
  } else if (departure.ownRoutes > 0) removeTopRoutes(copy, request, departure.ownRoutes);
  if (departure.recordRoute !== "") {
    // Via lines stay one block; Record-Route goes above it, and above the Record-Routes of proxies before us.
    const recorded = request.find(Header.RecordRoute);
    if (recorded !== -1 && recorded < via) copy.insert(recorded, departure.recordRoute);
    else above = departure.recordRoute + above;
  }
  const breadth = request.find(Header.MaxBreadth);
  if (breadth === -1) above = `Max-Breadth: ${departure.maxBreadth}\r\n${above}`;
  else if (request.valueAt(breadth) !== String(departure.maxBreadth)) copy.value(breadth, String(departure.maxBreadth));
  const hops = request.find(Header.MaxForwards);
  if (hops === -1) above = `Max-Forwards: 70\r\n${above}`;
  else copy.value(hops, String(Math.max(0, Number.parseInt(request.valueAt(hops), 10) - 1)));
  copy.insert(via, above);
  copy.cutBody();
  if (isReliable(departure.flow.protocol)) copy.declareLength();
  if (departure.realms.length > 0) consumeCredentials(copy, request, departure.realms);
  return copy.write();
}

/** Takes away the topmost `count` Route values, whole lines and parts of lists alike. */
function removeTopRoutes(copy: Rewrite, request: Message, count: number): void {
  let left = count;
  for (let line = request.find(Header.Route); line !== -1 && left > 0; line = request.find(Header.Route, line + 1)) {
    left -= copy.removeValues(line, left);
  }
}

/** Both are made alike, so that whoever is sent the one could use it as the other. */
const proofs = [Header.ProxyAuthorization, Header.Authorization] as const;

function consumeCredentials(copy: Rewrite, request: Message, realms: readonly string[]): void {
  for (let i = 0; i < proofs.length; i++) {
    const id = proofs[i] as HeaderId;
    for (let line = request.find(id); line !== -1; line = request.find(id, line + 1)) {
      if (provesTo(request.valueAt(line), realms)) copy.remove(line);
    }
  }
}

/** The way to a target: the Request-URI to send, the Route lines, and the URI whose address is next. */
export interface Course {
  readonly requestUri: string;
  readonly routes: string | null;
  readonly next: SipUri;
}

/**
 * RFC 3261 §16.6 steps 6 and 7 with RFC 3327 §5.4: the binding's Path stands in front of what remains of the request's
 * own Route. A strict router at the top gets its own URI as Request-URI and the real one as the last Route.
 */
export function courseTo(target: BranchTarget, remaining: readonly RouteValue[]): Course {
  if (target.path.length === 0) {
    const top = remaining[0];
    if (top === undefined) return { requestUri: target.requestUri, routes: null, next: target.uri };
    if (top.loose) return { requestUri: target.requestUri, routes: null, next: top.target };
  }
  const values = [...target.path, ...remaining.map((route) => `<${route.uri}>${route.params}`)];
  const first = parseRoute(values[0] as string);
  if (first === null || first.loose) {
    return { requestUri: target.requestUri, routes: routeLines(values), next: first?.target ?? target.uri };
  }
  return {
    requestUri: first.uri,
    routes: routeLines([...values.slice(1), `<${target.requestUri}>`]),
    next: first.target,
  };
}

/** Behind a strict router the remaining Route is written anew, for its last value has become the Request-URI; else null. */
export function rewrittenRoutes(arrival: Arrival): string | null {
  return arrival.rewritten ? routeLines(arrival.remaining.map((route) => `<${route.uri}>${route.params}`)) : null;
}

function routeLines(values: readonly string[]): string {
  return values.map((value) => `Route: ${value}\r\n`).join("");
}

/**
 * The copy of a response for the next hop upstream: without our own Via (RFC 3261 §16.7 step 3) and octets behind its body,
 * and with the length that a stream needs where the phone left it out.
 */
export function upstreamCopy(response: Message, isStream: boolean): Rewrite {
  const copy = new Rewrite(response).removeTopmost(Header.Via).cutBody();
  return isStream ? copy.declareLength() : copy;
}
