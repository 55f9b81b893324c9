import { codesOf, spells } from "./chars.ts";

/**
 * Numbers for the header fields the stack itself reads, so that a message's index holds small integers. Any other
 * header field is `Other` and found by name. Those below 32 have a bit in `Message.present`: the ones that are looked for in
 * every message, and all that may stand only once.
 */
export const Header = {
  Other: 0,
  Via: 1,
  From: 2,
  To: 3,
  CallId: 4,
  CSeq: 5,
  MaxForwards: 6,
  Contact: 7,
  Route: 8,
  RecordRoute: 9,
  ContentLength: 10,
  ContentType: 11,
  Expires: 12,
  Authorization: 13,
  ProxyAuthorization: 14,
  WwwAuthenticate: 15,
  ProxyAuthenticate: 16,
  Require: 17,
  ProxyRequire: 18,
  Supported: 19,
  RSeq: 20,
  RAck: 21,
  Path: 22,
  ReferTo: 23,
  Replaces: 24,
  MinSe: 25,
  UserAgent: 26,
  Event: 27,
  SubscriptionState: 28,
  MaxBreadth: 29,
  MinExpires: 30,
  SessionExpires: 31,
  Allow: 32,
  Unsupported: 33,
  ServiceRoute: 34,
  RetryAfter: 35,
  Accept: 36,
  Reason: 37,
  Date: 38,
  Warning: 39,
  ErrorInfo: 40,
  Subject: 41,
  Server: 42,
  ContentEncoding: 43,
  ReferredBy: 44,
  Timestamp: 45,
  AllowEvents: 46,
  AcceptContact: 47,
  RejectContact: 48,
  RequestDisposition: 49,
  Identity: 50,
  IdentityInfo: 51,
} as const;

export type HeaderId = (typeof Header)[keyof typeof Header];

/** Canonical spelling by id, then the compact form (RFC 3261 §7.3.3 and the RFCs that added one). */
const spellings: readonly (readonly [HeaderId, string, string?])[] = [
  [Header.Via, "Via", "v"],
  [Header.From, "From", "f"],
  [Header.To, "To", "t"],
  [Header.CallId, "Call-ID", "i"],
  [Header.CSeq, "CSeq"],
  [Header.MaxForwards, "Max-Forwards"],
  [Header.Contact, "Contact", "m"],
  [Header.Route, "Route"],
  [Header.RecordRoute, "Record-Route"],
  [Header.ContentLength, "Content-Length", "l"],
  [Header.ContentType, "Content-Type", "c"],
  [Header.Expires, "Expires"],
  [Header.Authorization, "Authorization"],
  [Header.ProxyAuthorization, "Proxy-Authorization"],
  [Header.WwwAuthenticate, "WWW-Authenticate"],
  [Header.ProxyAuthenticate, "Proxy-Authenticate"],
  [Header.Require, "Require"],
  [Header.ProxyRequire, "Proxy-Require"],
  [Header.Supported, "Supported", "k"],
  [Header.Unsupported, "Unsupported"],
  [Header.Allow, "Allow"],
  [Header.Path, "Path"],
  [Header.ServiceRoute, "Service-Route"],
  [Header.RetryAfter, "Retry-After"],
  [Header.Reason, "Reason"],
  [Header.UserAgent, "User-Agent"],
  [Header.Event, "Event", "o"],
  [Header.SubscriptionState, "Subscription-State"],
  [Header.MaxBreadth, "Max-Breadth"],
  [Header.MinExpires, "Min-Expires"],
  [Header.Accept, "Accept"],
  [Header.RAck, "RAck"],
  [Header.RSeq, "RSeq"],
  [Header.ReferTo, "Refer-To", "r"],
  [Header.Replaces, "Replaces"],
  [Header.SessionExpires, "Session-Expires", "x"],
  [Header.MinSe, "Min-SE"],
  [Header.Date, "Date"],
  [Header.Warning, "Warning"],
  [Header.ErrorInfo, "Error-Info"],
  [Header.Subject, "Subject", "s"],
  [Header.Server, "Server"],
  [Header.ContentEncoding, "Content-Encoding", "e"],
  [Header.ReferredBy, "Referred-By", "b"],
  [Header.Timestamp, "Timestamp"],
  [Header.AllowEvents, "Allow-Events", "u"],
  [Header.AcceptContact, "Accept-Contact", "a"],
  [Header.RejectContact, "Reject-Contact", "j"],
  [Header.RequestDisposition, "Request-Disposition", "d"],
  [Header.Identity, "Identity", "y"],
  [Header.IdentityInfo, "Identity-Info", "n"],
];

interface Spelling {
  readonly id: HeaderId;
  /** Lower case. */
  readonly name: string;
}

/** Buckets by length and first letter: at most a few names share one, so a lookup compares one or two candidates. */
const buckets: Spelling[][] = Array.from({ length: 32 * 32 }, () => []);
const canonical: string[] = [];
for (const [id, name, compact] of spellings) {
  canonical[id] = name;
  for (const each of compact === undefined ? [name] : [name, compact]) {
    const lower = each.toLowerCase();
    (buckets[bucketOf(lower.length, lower.charCodeAt(0))] as Spelling[]).push({ id, name: lower });
  }
}

function bucketOf(length: number, first: number): number {
  return ((length & 31) << 5) | (first & 31);
}

/** The id of the header name at `start`..`end` of `raw`, in any case, compact or not; `Header.Other` when not listed. */
export function headerIdAt(raw: string, start: number, end: number): HeaderId {
  const length = end - start;
  const bucket = buckets[bucketOf(length, raw.charCodeAt(start))] as Spelling[];
  for (let i = 0; i < bucket.length; i++) {
    const spelling = bucket[i] as Spelling;
    if (spelling.name.length === length && sameName(raw, start, spelling.name)) return spelling.id;
  }
  return Header.Other;
}

interface Written {
  readonly id: HeaderId;
  /** Behind the first letter. */
  readonly rest: readonly number[];
  readonly length: number;
}

/** Long spellings by their first letter as written, the most frequent first. */
const written: Written[][] = Array.from({ length: 256 }, () => []);
for (const [id, name] of spellings)
  (written[name.charCodeAt(0)] as Written[]).push({ id, rest: codesOf(name.slice(1)), length: name.length });

/**
 * The id of a header name written as the RFC spells it and followed by its colon at once, as nearly all are; `Other` when
 * it takes a closer look.
 */
export function writtenIdAt(raw: string, start: number, first: number): HeaderId {
  const candidates = written[first];
  if (candidates === undefined) return Header.Other;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] as Written;
    if (raw.charCodeAt(start + candidate.length) === 58 && spells(raw, start + 1, candidate.rest)) return candidate.id;
  }
  return Header.Other;
}

/** The canonical spelling for an id other than `Other`. */
export function headerName(id: HeaderId): string {
  return canonical[id] ?? "";
}

/** True when `raw` holds `lower` (lower case ASCII) at `start`, in any case. */
export function sameName(raw: string, start: number, lower: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    let code = raw.charCodeAt(start + i);
    if (code >= 65 && code <= 90) code |= 32;
    if (code !== lower.charCodeAt(i)) return false;
  }
  return true;
}
