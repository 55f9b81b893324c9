import { type Kernel, own } from "../kernel/mod.ts";
import {
  type Contact,
  canonicalHost,
  equalFolded,
  equalHost,
  equalUri,
  Header,
  isIPv4,
  isSipUri,
  type Message,
  parseUri,
  type SipUri,
  split,
  type Uri,
  uriParam,
} from "../syntax/mod.ts";
import { type Flow, isReliable } from "../transport/mod.ts";
import { Binding } from "./binding.ts";
import type { LocationService } from "./location.ts";

/** A REGISTER request once its header fields have been read and found in order. */
export interface Registration {
  readonly request: Message;
  readonly flow: Flow;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly addressOfRecord: string;
  /** The same as the account has it, whose text its bindings then share; null when nobody was asked for credentials. */
  readonly identity: string | null;
  readonly callId: string;
  readonly cseq: number;
  readonly mark: number;
  /** Path values joined by commas; "". */
  readonly path: string;
  /** The request came straight from the user agent: no Path and one Via. */
  readonly direct: boolean;
  /** `reg-id` counts (RFC 5626 §6). */
  readonly outbound: boolean;
}

/** A contact with the seconds granted to it; 0 removes. */
export interface GrantedContact {
  readonly contact: Contact;
  readonly expires: number;
}

/** The bindings of an address of record while a REGISTER is processed (RFC 3261 §10.3 step 7): tentative until they are staged. */
export class BindingUpdate {
  readonly put: Binding[] = [];
  readonly removed: number[] = [];
  /** In the order of the request's contacts, for observations. */
  readonly changes: { readonly change: "added" | "refreshed" | "removed"; readonly binding: Binding }[] = [];
  bindings: Binding[] = [];
  /** Contacts that this very request has bound before. */
  repeats = 0;
  private readonly registration: Registration;
  private readonly location: LocationService;

  constructor(registration: Registration, location: LocationService) {
    this.registration = registration;
    this.location = location;
    for (const binding of location.current(registration.addressOfRecord)) {
      if (binding.expiresAt > registration.now) this.bindings.push(binding);
      else this.removed.push(binding.id);
    }
  }

  /** How many of the bindings can be reached. */
  get reachable(): number {
    let count = 0;
    for (const binding of this.bindings) if (binding.flowClosedAt === null) count++;
    return count;
  }

  /** Applies one contact. False when it came out of order: the same Call-ID and no higher CSeq. */
  apply({ contact, expires }: GrantedContact): boolean {
    const index = this.indexOf(contact);
    const known = index === -1 ? null : (this.bindings[index] as Binding);
    if (known !== null && this.isRepeated(known)) {
      this.repeats++;
      return true;
    }
    if (known !== null && !this.isInOrder(known)) return false;
    if (expires === 0) {
      if (known !== null) this.removeAt(index);
      return true;
    }
    const binding = this.bind(contact, expires, known);
    if (known === null) this.bindings.push(binding);
    else {
      this.bindings[index] = binding;
      binding.isRefresh = known.isSameBut(binding);
    }
    this.put.push(binding);
    this.changes.push({ change: known === null ? "added" : "refreshed", binding });
    return true;
  }

  /** Removes every binding (`Contact: *`, RFC 3261 §10.2.2). False when one of them is newer than the request. */
  clear(): boolean {
    if (!this.bindings.every((binding) => this.isInOrder(binding))) return false;
    while (this.bindings.length > 0) this.removeAt(0);
    return true;
  }

  /** Forgets the oldest of those that cannot be reached, so that reloading browser pages do not pile up. */
  dropLost(limit: number): void {
    for (let i = 0; i < this.bindings.length && this.bindings.length > limit; ) {
      if ((this.bindings[i] as Binding).flowClosedAt === null) i++;
      else this.removeAt(i);
    }
  }

  private removeAt(index: number): void {
    const [binding] = this.bindings.splice(index, 1) as [Binding];
    this.removed.push(binding.id);
    this.changes.push({ change: "removed", binding });
  }

  /** "If they are the same, the registrar compares the CSeq value" (§10.3 step 7). A contact named twice in one request counts last. */
  private isInOrder(known: Binding): boolean {
    const { callId, cseq } = this.registration;
    return known.callId !== callId || cseq > known.cseq || this.put.includes(known);
  }

  /** The request that made this binding came again, since its 200 was lost: it is answered as before and changes nothing. */
  private isRepeated(known: Binding): boolean {
    const { callId, cseq, mark } = this.registration;
    return known.cseq === cseq && known.mark === mark && known.callId === callId && !this.put.includes(known);
  }

  /**
   * The binding a contact is about. With reg-id that is the same instance and reg-id whatever the URI (RFC 5626 §6), or one
   * that the phone made before it spoke of flows; else the same URI (§19.1.4).
   */
  private indexOf(contact: Contact): number {
    const { bindings } = this;
    const { instance } = contact;
    const regId = this.registration.outbound && instance !== null ? (contact.regId ?? 0) : 0;
    if (regId !== 0 && instance !== null) {
      const same = bindings.findIndex((each) => each.regId === regId && equalFolded(each.instance, instance));
      if (same !== -1) return same;
    }
    for (let i = 0; i < bindings.length; i++) {
      const known = bindings[i] as Binding;
      if ((regId === 0 || known.regId === 0) && isSameContact(known.contact, contact)) return i;
    }
    return -1;
  }

  private userAgentOf(request: Message, known: Binding | null): string {
    const text = (request.value(Header.UserAgent) ?? "").slice(0, 64);
    return known?.userAgent === text ? known.userAgent : this.location.interned.of(plain(text));
  }

  private bind(contact: Contact, expires: number, known: Binding | null): Binding {
    const { registration } = this;
    const { request, flow, now, callId } = registration;
    const { interned } = this.location;
    const elder = this.bindings[0];
    const regId = registration.outbound && contact.instance !== null ? (contact.regId ?? 0) : 0;
    const overFlow = registration.direct && standsWithFlow(contact.target, flow, regId);
    return new Binding({
      id: known?.id ?? this.location.nextId(),
      addressOfRecord: elder?.addressOfRecord ?? registration.identity ?? own(registration.addressOfRecord),
      contact: known?.contact === contact.uri ? known.contact : own(contact.uri),
      params: interned.of(keptParams(contact.params)),
      q: contact.q ?? 1000,
      expiresAt: now + expires * 1000,
      registeredAt: now,
      callId: known?.callId === callId ? known.callId : own(callId),
      cseq: registration.cseq,
      mark: registration.mark,
      path: interned.of(plain(registration.path)),
      instance: contact.instance === null ? "" : own(plain(contact.instance)),
      regId,
      protocol: flow.protocol,
      remoteHost: interned.of(flow.remoteHost),
      remotePort: flow.remotePort,
      local: interned.of(flow.listener.sentBy),
      flowId: overFlow && isReliable(flow.protocol) ? flow.id : 0,
      overFlow,
      userAgent: this.userAgentOf(request, known),
    });
  }
}

/** The same text, or equal URIs; sip and sips of one resource replace each other (RFC 5630 §5.1.1.1). */
function isSameContact(known: string, contact: Contact): boolean {
  if (known === contact.uri) return true;
  const uri = parseUri(known);
  return uri !== null && equalUri(asSip(uri), asSip(contact.target));
}

function asSip(uri: Uri): Uri {
  return uri.scheme === "sips" ? { ...uri, scheme: "sip" } : uri;
}

/** Parameters with a place of their own in a binding, and those that a client cannot choose (RFC 5627 §5.1). */
const apart = ["expires", "+sip.instance", "reg-id", "pub-gruu", "temp-gruu"];

function keptParams(params: string): string {
  if (params === "" || (params.startsWith(";expires=") && params.lastIndexOf(";") === 0)) return "";
  let kept = "";
  for (const each of split(params, 59)) {
    const equals = each.indexOf("=");
    const name = (equals === -1 ? each : each.slice(0, equals)).trimEnd();
    if (!apart.some((other) => equalFolded(other, name))) kept += `;${each}`;
  }
  return plain(kept);
}

/** Without control characters, which have no business in a log or a store. */
function plain(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127) return text.replace(/[\x00-\x1f\x7f]/g, " ");
  }
  return text;
}

/**
 * Whether a contact is reached only the way its REGISTER came: an outbound flow (RFC 5626 §6), a WebSocket (RFC 7118 §5), the
 * connection whose own far end the contact names (over TLS its host will do), or a contact no one outside its network can reach.
 */
export function standsWithFlow(target: Uri, flow: Flow, regId: number): boolean {
  if (regId !== 0 || flow.protocol === "WS" || flow.protocol === "WSS") return true;
  if (!isSipUri(target)) return false;
  if (isReliable(flow.protocol) && namesFarEnd(target, flow)) return true;
  return isBehindNat(target.host, flow.remoteHost);
}

function namesFarEnd(target: SipUri, flow: Flow): boolean {
  if (!equalHost(target.host, flow.remoteHost)) return false;
  const transport = uriParam(target.params, "transport");
  if (transport !== null && !equalFolded(transport, flow.protocol) && target.scheme !== "sips") return false;
  // RFC 3261 §26.3.2.1: "The existing TLS connection will be reused". A phone has no certificate to be called by.
  if (flow.protocol === "TLS") return true;
  return flow.remotePort === (target.port ?? (target.scheme === "sips" ? 5061 : 5060));
}

/**
 * A private address registered from a public one, a loopback address registered from another machine, or a name that can never be
 * resolved (RFC 2606 §2).
 */
function isBehindNat(host: string, source: string): boolean {
  if (isLoopback(host)) return !isLoopback(source);
  if (isPrivate(host)) return isIPv4(source) && !isPrivate(source) && !source.startsWith("127.");
  return equalFolded(host.slice(-8), ".invalid");
}

/** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3. */
function isLoopback(host: string): boolean {
  if (host.charCodeAt(0) === 49) return host.startsWith("127.") && isIPv4(host);
  if (host.indexOf(":") === -1) return equalFolded(host, "localhost");
  const address = canonicalHost(host);
  return address === "0:0:0:0:0:0:0:1" || address.startsWith("0:0:0:0:0:ffff:7f");
}

/** RFC 1918 §3, RFC 6598 §7, RFC 3927. */
function isPrivate(host: string): boolean {
  // All of them begin with a 1, and the one that tests begin with is none of them.
  if (host.charCodeAt(0) !== 49 || host.startsWith("127.") || !isIPv4(host)) return false;
  if (host.startsWith("10.") || host.startsWith("192.168.") || host.startsWith("169.254.")) return true;
  const second = Number(host.slice(host.indexOf(".") + 1).split(".", 1)[0]);
  return (host.startsWith("172.") && (second & 0xf0) === 16) || (host.startsWith("100.") && (second & 0xc0) === 64);
}

/** Emits what a committed update changed. */
export function observe(kernel: Kernel, update: BindingUpdate): void {
  const { observations, clock } = kernel;
  const at = clock.now();
  for (const { change, binding } of update.changes) {
    const { addressOfRecord, contact } = binding;
    const expires = change === "removed" ? 0 : Math.round((binding.expiresAt - binding.registeredAt) / 1000);
    observations.emit({ type: "registration", at, addressOfRecord, contact, change, expires });
  }
}
