import {
  Header,
  isSipUri,
  type Message,
  parseRoutes,
  type RouteValue,
  type SipUri,
  uriParam,
  writeUri,
} from "../syntax/mod.ts";
import type { Responsibility } from "./responsibility.ts";

/** A request after the preprocessing of RFC 3261 §16.4: where it really goes, once our own Route values are taken away. */
export interface Arrival {
  /** The Request-URI to work with; differs from the request's own behind a strict router. */
  readonly requestUri: string;
  /** Null for schemes a proxy cannot route by itself (tel and others). */
  readonly uri: SipUri | null;
  /** The Route values behind our own. */
  readonly remaining: readonly RouteValue[];
  /** How many of the topmost Route values were ours. */
  readonly ownRoutes: number;
  /** Our own Route values, for the tokens and signatures they carry. */
  readonly own: readonly SipUri[];
  /** True when the Request-URI was ours and a Route took its place, so that Route must be written anew. */
  readonly rewritten: boolean;
  /** True when the request carries a To tag: it belongs to a dialog, by its own account. */
  readonly inDialog: boolean;
  /** Who has proved to ask, as `user@domain`, once that is known; null for nobody. */
  identity: string | null;
  /** Whose share of what may wait for an answer it takes, while it waits; null for nobody's. */
  share: string | null;
}

const none: readonly RouteValue[] = [];
const noUris: readonly SipUri[] = [];

/** Null when a Route value is malformed. */
export function arrivalOf(request: Message, responsibility: Responsibility): Arrival | null {
  const inDialog = request.hasToTag;
  const named = request.uri !== null && isSipUri(request.uri) ? request.uri : null;
  const uri = named === null ? null : responsibility.withoutOwnMaddr(named);
  let requestUri = uri === null || uri === named ? request.requestUri : writeUri(uri);
  if (!request.has(Header.Route)) {
    return {
      requestUri,
      uri,
      remaining: none,
      ownRoutes: 0,
      own: noUris,
      rewritten: false,
      inDialog,
      identity: null,
      share: null,
    };
  }
  const routes = parseRoutes(request.lines(Header.Route));
  if (routes === null) return null;
  let target = uri;
  let rewritten = false;
  let placed: SipUri | null = null;
  // A strict router put the URI we recorded into the Request-URI and the real one behind the Route (§16.4).
  const last = routes.at(-1);
  if (last !== undefined && uri !== null && uriParam(uri.params, "lr") !== null && responsibility.isSelf(uri)) {
    routes.pop();
    requestUri = last.uri;
    target = last.target;
    placed = uri;
    rewritten = true;
  }
  let ownRoutes = 0;
  while (ownRoutes < routes.length && responsibility.isLocal((routes[ownRoutes] as RouteValue).target)) ownRoutes++;
  const own = routes.slice(0, ownRoutes).map((route) => route.target);
  return {
    requestUri,
    uri: target,
    remaining: routes.slice(ownRoutes),
    ownRoutes,
    own: placed === null ? own : [placed, ...own],
    rewritten,
    inDialog,
    identity: null,
    share: null,
  };
}
