import type { Kernel } from "../kernel/mod.ts";
import {
  addressOfRecordKey,
  addressUri,
  type Contact,
  escapeParam,
  Header,
  hasAddressOfRecordKey,
  isIPv4,
  isIPv6,
  isSipUri,
  type Message,
  parseCSeq,
  parseExpires,
  parseRoutes,
  parseSipUri,
  type RouteValue,
  type SipUri,
  writeDate,
} from "../syntax/mod.ts";
import { type Flow, hostPort } from "../transport/mod.ts";
import type { Binding } from "./binding.ts";
import type { CommitUser, LocationService } from "./location.ts";
import { BindingUpdate, type GrantedContact, observe, type Registration } from "./registration.ts";
import {
  bindsFlow,
  checkContacts,
  checkOutbound,
  hasOneVia,
  markOf,
  outOfOrder,
  type Refusal,
  refusal,
  supports,
  unsupportedOf,
} from "./registration-rules.ts";

/** What the operator decides about registrations; part of the server's policy. */
export interface RegistrarPolicy {
  /** Contacts that one address of record may have at a time. */
  readonly maxContacts: number;
  /** Seconds, as are the two below. A shorter wish is answered 423. */
  readonly minExpires: number;
  /** Granted to a contact that names none. */
  readonly defaultExpires: number;
  /** Longer wishes are granted this. */
  readonly maxExpires: number;
}

/** Which domain a URI names, in canonical spelling; null when it is not one that bindings are kept for. */
export type DomainOf = (uri: SipUri) => string | null;

/** Takes the answer to one request. */
export interface Responder {
  /**
   * @param phrase "" for the registered one
   * @param headers whole lines, each ending in CRLF
   * @param why for the operator, never on the wire: one sentence without a full stop; "" when all is well
   */
  respond(status: number, phrase: string, headers?: string, why?: string): void;
}

/** Octets of one text that is kept (contact with its parameters, Path, Call-ID): ten of them fit one UDP response. */
const MAX_TEXT = 4096;

const none: readonly RouteValue[] = [];

/**
 * The registrar (RFC 3261 §10.3) with Path (RFC 3327), outbound (RFC 5626) and public GRUUs (RFC 5627). Each request is
 * processed as a whole or not at all, in the order of arrival; its 200 leaves when the change is durable.
 */
export class Registrar {
  private readonly kernel: Kernel;
  private readonly location: LocationService;
  private readonly policy: RegistrarPolicy;
  private readonly domainOf: DomainOf;
  /** Date of the second at hand. */
  private dateSecond = -1;
  private date = "";

  constructor(kernel: Kernel, location: LocationService, policy: RegistrarPolicy, domainOf: DomainOf) {
    this.kernel = kernel;
    this.location = location;
    this.policy = policy;
    this.domainOf = domainOf;
  }

  /**
   * Processes a REGISTER that is well formed (`checkRequest`) and, where that is asked for, authenticated.
   * @param identity `user@domain` that the credentials proved (`Verdict`); null when nobody was asked for any
   */
  register(request: Message, flow: Flow, responder: Responder, identity: string | null): void {
    const refused = this.process(request, flow, responder, identity);
    if (refused === null) return;
    responder.respond(refused.status, "", refused.headers, refused.why);
    if (refused.status === 403 || refused.status === 404) this.observeDenied(request, flow, refused.why);
  }

  private observeDenied({ toUri }: Message, { remoteHost, remotePort }: Flow, why: string): void {
    const { observations, clock } = this.kernel;
    if (!observations.wants.denied || toUri === null || !isSipUri(toUri)) return;
    const source = hostPort(remoteHost, remotePort);
    observations.emit({ type: "denied", at: clock.now(), realm: toUri.host, user: toUri.user ?? "", source, why });
  }

  /**
   * Answers a REGISTER that was answered before, when it is that one to the letter of its bindings and comes from where
   * they were registered. False when it is not; nothing has been answered then, and nothing is ever changed.
   */
  repeat(request: Message, flow: Flow, responder: Responder, identity: string): boolean {
    const held = this.location.current(identity);
    const isFromThere = held.some((each) => each.remotePort === flow.remotePort && each.remoteHost === flow.remoteHost);
    return isFromThere && this.process(request, flow, responder, identity, true) === null;
  }

  private process(
    request: Message,
    flow: Flow,
    responder: Responder,
    identity: string | null,
    onlyRepeat = false,
  ): Refusal | null {
    const target = request.uri;
    const domain = target === null || !isSipUri(target) ? null : this.domainOf(target);
    // The userinfo that §10.2 forbids in the Request-URI is passed over: only the domain means something here (§10.3 step 1).
    if (target === null || !isSipUri(target) || domain === null)
      return refusal(403, `${request.requestUri} is no domain of this registrar`);
    const unsupported = unsupportedOf(request);
    if (unsupported !== "") return refusal(420, `requires ${unsupported}`, `Unsupported: ${unsupported}\r\n`);
    const to = request.toUri;
    if (to === null || !isSipUri(to))
      return refusal(400, "the address of record is no SIP or SIPS URI (RFC 3261 §10.2)");
    const home = this.domainOf(to);
    // The account has its key already, and what was looked up before is found sooner.
    const isIdentity = identity !== null && home !== null && hasAddressOfRecordKey(to, home, identity);
    const addressOfRecord = isIdentity ? identity : addressOfRecordKey(to, home ?? to.host);
    if (identity !== null && identity !== addressOfRecord) {
      return refusal(403, `${identity} may not register ${addressOfRecord}`);
    }
    if (!this.isOwnRegistration(request, addressOfRecord)) {
      return refusal(403, `a third party may not register ${addressOfRecord}`);
    }
    if (home === null || to.user === null || !(home === domain || isIPv4(target.host) || isIPv6(target.host))) {
      return refusal(404, `${addressOfRecord} is no address of record of ${target.host} (RFC 3261 §10.3 step 5)`);
    }
    return this.update(request, flow, responder, target, to, addressOfRecord, identity, onlyRepeat);
  }

  /** "the From header field ... is the same as the To header field unless the request is a third-party registration" (§10.2). */
  private isOwnRegistration(request: Message, addressOfRecord: string): boolean {
    if (request.toIsFrom) return true;
    const text = addressUri(request.value(Header.From) ?? "");
    if (text === addressUri(request.value(Header.To) ?? "")) return true;
    const from = parseSipUri(text);
    if (from === null) return false;
    return addressOfRecordKey(from, this.domainOf(from) ?? from.host) === addressOfRecord;
  }

  private update(
    request: Message,
    flow: Flow,
    responder: Responder,
    target: SipUri,
    to: SipUri,
    addressOfRecord: string,
    identity: string | null,
    onlyRepeat: boolean,
  ): Refusal | null {
    const { contacts } = request;
    const cseq = parseCSeq(request.value(Header.CSeq) ?? "");
    if (contacts === null || cseq === null) return refusal(400, "a Contact or the CSeq is malformed");
    const routes = request.has(Header.Path) ? parseRoutes(request.lines(Header.Path)) : none;
    if (routes === null) return refusal(400, "a Path value is malformed");
    const path = routes.length === 0 ? "" : request.values(Header.Path).join(",");
    const { callId } = request;
    if (callId.length > MAX_TEXT || path.length > MAX_TEXT) return refusal(400, "the Call-ID or Path is too long");
    if (path !== "" && !supports(request, "path")) {
      return refusal(420, "a Path that the user agent does not support (RFC 3327 §5.3)", "Unsupported: path\r\n");
    }
    const granted: GrantedContact[] | Refusal = contacts === "*" ? [] : this.grant(request, contacts);
    if (!Array.isArray(granted)) return granted;
    const first = path === "" && hasOneVia(request);
    const outbound = checkOutbound(request, granted, routes, first);
    if (typeof outbound !== "boolean") return outbound;
    const wrong = checkContacts(granted, target, to, routes);
    if (wrong !== null) return wrong;
    const { location, kernel } = this;
    const now = kernel.clock.now();
    const registration: Registration = {
      request,
      flow,
      now,
      addressOfRecord,
      identity,
      callId,
      cseq: cseq.sequence,
      mark: markOf(request),
      path,
      direct: first,
      outbound,
    };
    const update = new BindingUpdate(registration, location);
    const refused = contacts === "*" ? this.clear(request, update) : this.apply(granted, update);
    if (refused !== null) return refused;
    if (onlyRepeat && (update.repeats === 0 || update.put.length > 0 || update.removed.length > 0)) return outOfOrder();
    const headers = this.headersOf(registration, update, to, granted);
    const commit = new Commit(kernel, location, flow, responder, update, headers);
    if (update.put.length > 0 || update.removed.length > 0) {
      location.stage(addressOfRecord, update.bindings, update.put, update.removed, commit);
    } else if (location.pending) location.await(commit);
    else commit.onCommit(true);
    return null;
  }

  /** The interval of each contact (§10.3 step 7): its own parameter, else Expires, else the default. */
  private grant(request: Message, contacts: readonly Contact[]): GrantedContact[] | Refusal {
    const { minExpires, maxExpires, maxContacts } = this.policy;
    // All may be replaced at once; each is compared with all others, so that many would take seconds.
    if (contacts.length > 2 * maxContacts) return tooMany(maxContacts);
    const general = this.expiresOf(request);
    const granted: GrantedContact[] = [];
    for (const contact of contacts) {
      const wished = contact.expires ?? general;
      if (wished > 0 && wished < minExpires && wished < 3600) {
        return refusal(423, `${wished} s is less than ${minExpires} s`, `Min-Expires: ${minExpires}\r\n`);
      }
      if (contact.uri.length + contact.params.length > MAX_TEXT) return refusal(400, "a Contact is too long");
      granted.push({ contact, expires: Math.min(wished, maxExpires) });
    }
    return granted;
  }

  /** "Malformed values SHOULD be treated as equivalent to 3600" (§10.2.1.1). */
  private expiresOf(request: Message): number {
    const value = request.value(Header.Expires);
    return value === null ? this.policy.defaultExpires : (parseExpires(value) ?? 3600);
  }

  private clear(request: Message, update: BindingUpdate): Refusal | null {
    if (request.value(Header.Expires) === null || this.expiresOf(request) !== 0) {
      return refusal(400, "Contact: * without Expires: 0 (RFC 3261 §10.3 step 6)");
    }
    return update.clear() ? null : outOfOrder();
  }

  private apply(granted: readonly GrantedContact[], update: BindingUpdate): Refusal | null {
    for (const each of granted) if (!update.apply(each)) return outOfOrder();
    const { maxContacts } = this.policy;
    // Not 503: the client would try again elsewhere, and what it meets is a rule, not a shortage (§21.4.4, §21.5.4).
    if (update.put.length > 0 && update.reachable > maxContacts) {
      return tooMany(maxContacts);
    }
    update.dropLost(maxContacts);
    return null;
  }

  private headersOf(
    registration: Registration,
    update: BindingUpdate,
    to: SipUri,
    granted: readonly GrantedContact[],
  ): string {
    const { request, path, now, outbound } = registration;
    const gruu = update.bindings.some((binding) => binding.instance !== "") && supports(request, "gruu");
    let headers = "";
    for (const binding of update.bindings) {
      if (binding.flowClosedAt === null) headers += contactLine(binding, now, gruu ? this.gruuOf(binding, to) : "");
    }
    if (path !== "" && granted.length > 0) headers += `Path: ${path}\r\n`;
    if (outbound && granted.some(bindsFlow) && supports(request, "outbound")) {
      headers += "Require: outbound\r\n";
    }
    return `${headers}${this.dateLine(now)}`;
  }

  /** The AOR with a `gr` parameter (RFC 5627 §5.1); sips for a SIPS contact (RFC 5630 §5.2.1). Needs no state to resolve. */
  private gruuOf(binding: Binding, to: SipUri): string {
    if (binding.instance === "") return "";
    const scheme = binding.contact.startsWith("sips:") ? "sips" : "sip";
    const domain = binding.addressOfRecord.slice(binding.addressOfRecord.lastIndexOf("@") + 1);
    return `;pub-gruu="${scheme}:${to.user}@${domain};gr=${escapeParam(binding.instance)}"`;
  }

  private dateLine(now: number): string {
    const second = Math.floor(now / 1000);
    if (second !== this.dateSecond) {
      this.dateSecond = second;
      this.date = `Date: ${writeDate(second * 1000)}\r\n`;
    }
    return this.date;
  }
}

function tooMany(maxContacts: number): Refusal {
  return refusal(403, `more than ${maxContacts} contacts for one address of record`);
}

/** Answers one REGISTER when its batch has been committed. */
class Commit implements CommitUser {
  private readonly kernel: Kernel;
  private readonly location: LocationService;
  private readonly flow: Flow;
  private readonly responder: Responder;
  private readonly update: BindingUpdate;
  private readonly headers: string;

  constructor(
    kernel: Kernel,
    location: LocationService,
    flow: Flow,
    responder: Responder,
    update: BindingUpdate,
    headers: string,
  ) {
    this.kernel = kernel;
    this.location = location;
    this.flow = flow;
    this.responder = responder;
    this.update = update;
    this.headers = headers;
  }

  onCommit(durable: boolean): void {
    if (!durable) {
      this.responder.respond(500, "", "", "the location store refused the commit (RFC 3261 §10.3 step 7)");
      return;
    }
    if (this.update.put.some((binding) => binding.flowId !== 0)) {
      if (this.flow.open) this.flow.attach(this.location);
      else this.location.flowClosed(this.flow.id); // it closed while the batch was waiting
    }
    if (this.kernel.observations.wants.registration) observe(this.kernel, this.update);
    this.responder.respond(200, "", this.headers, "");
  }
}

function contactLine(binding: Binding, now: number, gruu: string): string {
  const expires = Math.ceil((binding.expiresAt - now) / 1000);
  let line = `Contact: <${binding.contact}>${binding.params};expires=${expires}`;
  if (binding.instance !== "") line += `;+sip.instance="<${binding.instance}>"`;
  if (binding.regId !== 0) line += `;reg-id=${binding.regId}`;
  return `${line}${gruu}\r\n`;
}
