import { own } from "../kernel/mod.ts";
import {
  asRequestUri,
  Header,
  type Message,
  parseContacts,
  parseSipUri,
  type SipUri,
  splitValues,
  writeUri,
} from "../syntax/mod.ts";
import type { Binding } from "./binding.ts";

/** One member of a target set (RFC 3261 §16.5): where a branch goes. */
export interface BranchTarget {
  /** The Request-URI of the branch. */
  readonly requestUri: string;
  readonly uri: SipUri;
  /** Path values that lead there, first hop first (RFC 3327); empty for most. */
  readonly path: readonly string[];
  /** The binding it came from; null for a plain URI. */
  readonly binding: Binding | null;
  /** Contacts of one instance are ways to the same phone: only one is tried at a time (RFC 5626 §6). "" when unknown. */
  readonly instance: string;
  /** What a person calls this phone. */
  readonly name: string;
  /** Milliseconds it may ring; 0 for as long as Timer C allows. */
  readonly ringFor: number;
}

/** Targets in the order they are tried: the members of a group in parallel, group after group (RFC 3261 §16.6). */
export type TargetGroups = readonly (readonly BranchTarget[])[];

/** A target that is a plain URI: the Request-URI of a request for elsewhere, or a Contact being recursed on. */
export function targetOfUri(requestUri: string, uri: SipUri, name = uri.user ?? uri.host): BranchTarget {
  return { requestUri, uri, path: [], binding: null, instance: "", name, ringFor: 0 };
}

/** Groups of plain URIs; what is no SIP URI is left out. */
export function targetsOfUris(groups: readonly (readonly string[])[]): TargetGroups {
  return groups.map((group) =>
    group.flatMap((text) => {
      const uri = parseSipUri(text);
      return uri === null ? [] : [targetOfUri(text, uri)];
    }),
  );
}

/**
 * The bindings of an address of record, grouped by q, highest first (RFC 3261 §16.6, §20.10).
 * @param secure a SIPS URI is asked for, which only SIPS contacts may be reached by (RFC 5630 §5.3)
 */
export function targetsOfBindings(bindings: readonly Binding[], user: string, secure: boolean): TargetGroups {
  if (bindings.length === 1) {
    const only = targetOfBinding(bindings[0] as Binding, user, secure);
    return only === null ? [] : [[only]];
  }
  const byQ = new Map<number, BranchTarget[]>();
  for (const binding of [...bindings].sort((a, b) => b.q - a.q || b.registeredAt - a.registeredAt)) {
    const target = targetOfBinding(binding, user, secure);
    if (target === null) continue;
    const group = byQ.get(binding.q);
    if (group === undefined) byQ.set(binding.q, [target]);
    else group.push(target);
  }
  return [...byQ.values()];
}

/**
 * Adds the phones that are registered but whose connection is gone: their branch ends at once as unreachable, so that the
 * call log names them. A phone that can still be reached another way is not missed.
 */
export function withLost(groups: TargetGroups, lost: readonly Binding[], user: string, secure: boolean): TargetGroups {
  const missed = lost.filter(
    ({ instance }) => instance === "" || !groups.some((group) => group.some((target) => target.instance === instance)),
  );
  const targets = missed.map((binding) => targetOfBinding(binding, user, secure)).filter((target) => target !== null);
  return targets.length === 0 ? groups : [[...(groups[0] ?? []), ...targets], ...groups.slice(1)];
}

function targetOfBinding(binding: Binding, user: string, secure: boolean): BranchTarget | null {
  const uri = parseSipUri(binding.contact);
  if (uri === null || (secure && uri.scheme !== "sips")) return null;
  const contact = requestLineUri(binding.contact, uri);
  return {
    // RFC 5630 §5.3: a request with a SIP URI keeps it for a SIPS contact, which is reached over TLS all the same.
    requestUri: uri.scheme === "sips" && !secure ? `sip${contact.slice("sips".length)}` : contact,
    uri,
    path: binding.path === "" ? [] : splitValues(binding.path),
    binding,
    instance: binding.instance,
    name: nameOf(binding, uri, user),
    ringFor: 0,
  };
}

/** "desk" when the contact says so, else what the phone calls itself, else its address. */
function nameOf(binding: Binding, uri: SipUri, user: string): string {
  const named = uri.user !== null && uri.user !== user && uri.user.length <= 24 ? uri.user : "";
  if (named !== "" && !isMadeUp(named)) return named;
  const agent = binding.userAgent;
  const end = agent.search(/[/ (]/);
  const product = end === -1 ? agent : agent.slice(0, end);
  if (product !== "" && product !== "Unknown") return product; // linphone's daemon calls itself so
  if (named !== "") return named;
  return uri.port === null ? uri.host : `${uri.host}:${uri.port}`;
}

/** Whether a phone drew this name by lot, such as "alice-0x55e6b5bc5dc0" or "k3n8v0pd": letters and digits change places often. */
function isMadeUp(name: string): boolean {
  return /0x[\da-f]{6}/i.test(name) || (name.match(/[a-z](?=\d)/gi)?.length ?? 0) >= 3;
}

/** Targets of a 3xx response's Contacts by q (RFC 3261 §8.1.3.4), each URI once and none that `tried` holds already. */
export function targetsOfRedirect(response: Message, tried: Set<string>, secure: boolean): TargetGroups {
  const contacts = parseContacts(response.lines(Header.Contact));
  if (contacts === null || contacts === "*") return [];
  const byQ = new Map<number, BranchTarget[]>();
  for (const contact of [...contacts].sort((a, b) => (b.q ?? 1000) - (a.q ?? 1000))) {
    const uri = parseSipUri(contact.uri);
    const text = uri === null ? "" : own(requestLineUri(contact.uri, uri));
    // A redirect must not take a call from SIPS to SIP (§16.7 step 4, §8.1.3.4), nor from SIP to SIPS (RFC 5630 §5.3).
    if (uri === null || tried.has(text) || secure !== (uri.scheme === "sips")) continue;
    tried.add(text);
    const q = contact.q ?? 1000;
    const group = byQ.get(q);
    if (group === undefined) byQ.set(q, [targetOfUri(text, uri)]);
    else group.push(targetOfUri(text, uri));
  }
  return [...byQ.values()];
}

/** A Contact's URI as a Request-URI (RFC 3261 §16.6 step 2): as the phone wrote it, where that may stand in a request line. */
function requestLineUri(text: string, uri: SipUri): string {
  const allowed = asRequestUri(uri);
  return allowed === uri ? text : writeUri(allowed);
}

/** Puts contacts of one instance behind each other: they are ways to one phone, tried one at a time (RFC 5626 §6). */
export function waysByPhone(group: readonly BranchTarget[]): BranchTarget[][] {
  const phones: BranchTarget[][] = [];
  for (const target of group) {
    const same = target.instance === "" ? undefined : phones.find((ways) => ways[0]?.instance === target.instance);
    if (same === undefined) phones.push([target]);
    else same.push(target);
  }
  return phones;
}
