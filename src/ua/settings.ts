import type { Account } from "../auth/mod.ts";
import {
  type Address,
  hostPort,
  isSipUri,
  parseAddress,
  parseSipUri,
  parseUri,
  type SipUri,
  uriParam,
} from "../syntax/mod.ts";
import { rfcTimers, type TimerValues } from "../transaction/mod.ts";
import type { MediaSession } from "./media.ts";

/** A name and password. They are used for `realm` alone; without one, for the realm named like the address of record's domain. */
export interface UserAccount extends Omit<Account, "user"> {
  /** The user part of the address of record when absent. */
  readonly user?: string;
  readonly realm?: string;
}

/** What to do with a 3xx: go to its Contacts, ask `agent.onRedirect` (nobody there: never), or end as `redirected`. */
export type RedirectPolicy = "follow" | "ask" | "never";

/** Bounds; what exceeds them is refused, never kept. */
export interface AgentLimits {
  /** Calls at a time, ringing ones included; further ones get 486. Default 100. */
  readonly calls: number;
  /** Dialogs at a time. Default 1000. */
  readonly dialogs: number;
  /** Transactions of one kind at a time. Default 10,000. */
  readonly transactions: number;
}

/** What a user agent may be told. Only `uri` is needed. */
export interface UserAgentSettings {
  /** The address of record, for example `sip:alice@example.com`. */
  readonly uri: string;
  readonly displayName?: string;
  /** The URI to be reached at; made from the listener that a message leaves by when absent. */
  readonly contact?: string;
  readonly account?: UserAccount | readonly UserAccount[];
  /** Every request outside a dialog goes there first, for example `sip:proxy.example.com;transport=tcp`. */
  readonly outboundProxy?: string;
  /** User-Agent and Server header; none when absent. */
  readonly userAgent?: string;
  /** Default `ask`. */
  readonly redirects?: RedirectPolicy;
  /** Makes the media of each call; without it calls offer PCMU and PCMA at a port nobody listens on. */
  readonly media?: () => MediaSession;
  /** Reliable provisional responses (RFC 3262). `require` insists on them. Default `supported`. */
  readonly reliableProvisionals?: "require" | "supported" | "off";
  /** Seconds between session refreshes (RFC 4028), at least 90; 0 wants none. Default 1800. */
  readonly sessionExpires?: number;
  readonly limits?: Partial<AgentLimits>;
  readonly timers?: TimerValues;
}

/** The settings, read and completed. */
export interface Settings {
  readonly uri: string;
  readonly aor: SipUri;
  readonly displayName: string;
  readonly contact: string | null;
  readonly accounts: readonly UserAccount[];
  readonly outboundProxy: string | null;
  readonly userAgent: string;
  readonly redirects: RedirectPolicy;
  readonly media: (() => MediaSession) | null;
  readonly reliableProvisionals: "require" | "supported" | "off";
  readonly sessionExpires: number;
  readonly limits: AgentLimits;
  readonly timers: TimerValues;
}

const defaultLimits: AgentLimits = { calls: 100, dialogs: 1000, transactions: 10_000 };

/** Checks and completes what the developer wrote; throws a TypeError that says what is wrong. */
export function readSettings(given: UserAgentSettings): Settings {
  const aor = demandSipUri(given.uri, "uri");
  if (given.contact !== undefined) demandSipUri(given.contact, "contact");
  if (given.sessionExpires !== undefined && given.sessionExpires !== 0 && !(given.sessionExpires >= 90))
    throw new TypeError(`sessionExpires is 0 or at least 90 seconds (RFC 4028 §4), not ${given.sessionExpires}`);
  const { account } = given;
  const accounts = account === undefined ? [] : "length" in account ? account : [account];
  return {
    uri: given.uri,
    aor,
    displayName: given.displayName ?? "",
    contact: given.contact ?? null,
    accounts,
    outboundProxy: given.outboundProxy === undefined ? null : proxyRoute(given.outboundProxy),
    userAgent: given.userAgent ?? "",
    redirects: given.redirects ?? "ask",
    media: given.media ?? null,
    reliableProvisionals: given.reliableProvisionals ?? "supported",
    sessionExpires: given.sessionExpires ?? 1800,
    limits: { ...defaultLimits, ...given.limits },
    timers: given.timers ?? rfcTimers,
  };
}

function demandSipUri(text: string, what: string): SipUri {
  const uri = parseSipUri(text);
  if (uri === null) throw new TypeError(`${what}: "${text}" is no sip: or sips: URI`);
  return uri;
}

/** An outbound proxy as a preloaded Route value; it is always a loose router (RFC 3261 §8.1.2). */
function proxyRoute(text: string): string {
  const uri = demandSipUri(text, "outboundProxy");
  return uriParam(uri.params, "lr") === null ? `<${text};lr>` : `<${text}>`;
}

/**
 * What the developer dials: `sip:bob@example.com`, `"Bob" <sip:bob@example.com>`, or `bob`, who lives in the domain of
 * `home`. Throws a TypeError when it is none of them.
 */
export function readTarget(text: string, home: SipUri): { address: Address; uri: SipUri } {
  const full = parseUri(text) === null && !text.includes("<") && !text.includes("@") ? bare(text, home) : text;
  const angled = full.includes("<") ? full : `<${full}>`;
  const address = parseAddress(angled);
  const uri = address === null ? null : parseUri(address.uri);
  if (address === null || uri === null || !isSipUri(uri)) throw new TypeError(`"${text}" is no SIP address`);
  return { address: { ...address, params: "" }, uri };
}

function bare(user: string, home: SipUri): string {
  return `${home.scheme}:${user}@${hostPort(home.host, home.port)}`;
}
