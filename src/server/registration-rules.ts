import {
  equalFolded,
  equalUri,
  firstComma,
  Header,
  isSipUri,
  type Message,
  type RouteValue,
  type SipUri,
  uriParam,
} from "../syntax/mod.ts";
import type { GrantedContact } from "./registration.ts";

/** A refusal: nothing changes. */
export interface Refusal {
  readonly status: number;
  readonly why: string;
  readonly headers: string;
}

/** Option tags that a 420 names: an answer to a stranger must not be longer than what was asked. */
export const MOST_NAMED = 16;

/** Option tags this registrar understands (RFC 3327, RFC 5626, RFC 5627). */
const supported: readonly string[] = ["path", "outbound", "gruu"];

export function refusal(status: number, why: string, headers = ""): Refusal {
  return { status, why, headers };
}

/** "If any one of them fails ... the request MUST fail with a 500" (§10.3 step 7). */
export function outOfOrder(): Refusal {
  return refusal(500, "the CSeq is not higher than the last one with this Call-ID (RFC 3261 §10.3 step 7)");
}

/** FNV-1a of the topmost Via line, 31 bits: equal for a request that comes again, other than equal by chance once in 2^31. */
export function markOf(request: Message): number {
  const line = request.find(Header.Via);
  const end = request.valueEnd(line);
  let hash = 0x811c9dc5;
  for (let i = request.valueStart(line); i < end; i++) hash = Math.imul(hash ^ request.raw.charCodeAt(i), 0x01000193);
  return hash & 0x7fffffff;
}

export function hasOneVia(request: Message): boolean {
  if (request.oneVia) return true;
  if (request.isRepeated(Header.Via)) return false;
  const line = request.find(Header.Via);
  return firstComma(request.raw, request.valueStart(line), request.valueEnd(line)) === -1;
}

/** What the request requires and this registrar does not know, joined by commas (RFC 3261 §8.2.2.3). */
export function unsupportedOf(request: Message): string {
  if (!request.has(Header.Require)) return "";
  const unknown = request.values(Header.Require).filter((tag) => !supported.some((known) => equalFolded(known, tag)));
  return unknown.slice(0, MOST_NAMED).join(", ");
}

/** Whether the user agent named an option tag in Supported or Require. */
export function supports(request: Message, tag: string): boolean {
  return (
    request.values(Header.Supported).some((each) => equalFolded(each, tag)) ||
    request.values(Header.Require).some((each) => equalFolded(each, tag))
  );
}

/** A contact that asks for a flow of its own: reg-id means nothing without an instance (RFC 5626 §6). */
export function bindsFlow({ contact, expires }: GrantedContact): boolean {
  return expires > 0 && contact.regId !== null && contact.instance !== null;
}

/** Whether reg-id counts, or the refusal that RFC 5626 §6 asks for. */
export function checkOutbound(
  request: Message,
  granted: readonly GrantedContact[],
  routes: readonly RouteValue[],
  first: boolean,
): boolean | Refusal {
  let lasting = 0;
  let flows = 0;
  let tagged = false;
  for (const each of granted) {
    if (each.expires > 0) lasting++;
    if (each.contact.regId !== null) tagged = true;
    if (bindsFlow(each)) flows++;
  }
  if (!tagged) return false;
  const edge = routes[0];
  if (!first && (edge === undefined || uriParam(edge.target.params, "ob") === null)) {
    return supports(request, "outbound") ? refusal(439, "the first hop does not support outbound") : false;
  }
  if (flows > 0 && lasting > 1) return refusal(400, "a reg-id beside another contact (RFC 5626 §6)");
  return true;
}

/** What RFC 5630 §5.2 asks of SIPS contacts, and RFC 5627 §5.1 of those with an instance. */
export function checkContacts(
  granted: readonly GrantedContact[],
  target: SipUri,
  to: SipUri,
  routes: readonly RouteValue[],
): Refusal | null {
  for (const { contact, expires } of granted) {
    if (expires === 0) continue;
    const { target: uri, instance } = contact;
    if (uri.scheme === "sips") {
      const secure = target.scheme === "sips" && routes.every((route) => route.target.scheme === "sips");
      if (!secure) return refusal(400, "a SIPS contact with a Request-URI or Path that is not SIPS (RFC 5630 §5.2)");
    }
    if (instance === null) continue;
    if (instance.length > 256) return refusal(400, "a +sip.instance is too long");
    // A GRUU equals its AOR by §19.1.4, so one comparison finds both.
    if (!isSipUri(uri) || equalUri(uri, { ...to, scheme: uri.scheme })) {
      return refusal(403, "a contact with +sip.instance is no SIP URI or the address of record itself (RFC 5627 §5.1)");
    }
  }
  return null;
}
