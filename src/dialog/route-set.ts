import { own } from "../kernel/mod.ts";
import {
  asRequestUri,
  Header,
  isSipUri,
  type Message,
  parseRoutes,
  parseUri,
  type RouteValue,
  type SipUri,
  writeUri,
} from "../syntax/mod.ts";

/** How a request within a dialog is addressed (RFC 3261 §12.2.1.1). */
export interface Course {
  readonly requestUri: string;
  /** Whole Route lines, each ending in CRLF, or "". */
  readonly routes: string;
  /** The URI whose address the request is sent to (RFC 3263); null when the next hop is no SIP URI. */
  readonly next: SipUri | null;
}

/** More than any real path has; what exceeds it comes from a stranger who wants every later request to be huge. */
const MAX_ROUTES = 40;

/** The proxies that stay in a dialog's way, in the order its requests meet them (RFC 3261 §12.1). */
export class RouteSet {
  /** URI and parameters of each element, as written. */
  readonly values: readonly string[];
  private readonly first: RouteValue | null;

  constructor(routes: readonly RouteValue[]) {
    this.values = routes.map((route) => own(`<${route.uri}>${route.params}`));
    this.first = routes[0] ?? null;
  }

  /** §12.1.1: the callee's, from the request's Record-Route in its order; null when it is malformed or longer than 40. */
  static ofRequest(request: Message): RouteSet | null {
    const routes = parseRoutes(request.lines(Header.RecordRoute));
    return routes === null || routes.length > MAX_ROUTES ? null : new RouteSet(routes);
  }

  /** §12.1.2: the caller's, from the response's Record-Route in reverse; empty when that is malformed. */
  static ofResponse(response: Message): RouteSet {
    const routes = parseRoutes(response.lines(Header.RecordRoute));
    return new RouteSet(routes === null || routes.length > MAX_ROUTES ? [] : routes.reverse());
  }

  /** Request-URI, Route and next hop of a request to `remoteTarget`, loose and strict routers told apart. */
  course(remoteTarget: string): Course {
    const { first } = this;
    if (first === null) return { requestUri: remoteTarget, routes: "", next: sipUri(remoteTarget) };
    if (first.loose) return { requestUri: remoteTarget, routes: lines(this.values), next: first.target };
    // "If the first URI of the route set does not contain the lr parameter": it becomes the Request-URI, the remote
    // target the last Route.
    return {
      requestUri: writeUri(asRequestUri(first.target)),
      routes: lines([...this.values.slice(1), `<${remoteTarget}>`]),
      next: first.target,
    };
  }
}

function lines(values: readonly string[]): string {
  return values.map((value) => `Route: ${value}\r\n`).join("");
}

function sipUri(text: string): SipUri | null {
  const uri = parseUri(text);
  return uri !== null && isSipUri(uri) ? uri : null;
}
