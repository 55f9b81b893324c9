/** The Via header field (RFC 3261 §20.42, RFC 3581 rport, RFC 5118 §4.5). */
import { decimal, is, matchesAt, SPACE, span, TOKEN } from "./chars.ts";
import { hostEnd, hostPort, hostText, withoutBrackets } from "./hosts.ts";
import { type ParameterAt, readParameter, trim, unquote } from "./values.ts";

export interface Via {
  /** "SIP". */
  readonly protocol: string;
  /** "2.0". */
  readonly version: string;
  /** As written: "UDP", "TLS-SCTP", a name nobody knows… */
  readonly transport: string;
  /** Host of sent-by, IPv6 without brackets. */
  readonly host: string;
  readonly port: number | null;
  /** Raw parameters from their first ";", or "". */
  readonly params: string;
  readonly branch: string | null;
  /** Without brackets, whichever way it was sent. */
  readonly received: string | null;
  /** "" when asked for and not yet filled in. */
  readonly rport: string | null;
  readonly maddr: string | null;
  readonly ttl: string | null;
}

const SLASH = 47;
const COLON = 58;
const SEMICOLON = 59;

/**
 * Parses one Via value (not a list). White space is allowed round the slashes, the colon of sent-by, "=" and ";".
 * @returns null when malformed: empty parameters, a comment, a bad host or port
 */
export function parseVia(text: string): Via | null {
  const end = text.length;
  const protocolAt = span(text, 0, end, SPACE);
  const protocolEnd = span(text, protocolAt, end, TOKEN);
  const versionAt = afterSlash(text, protocolEnd, end);
  if (protocolEnd === protocolAt || versionAt < 0) return null;
  const versionEnd = span(text, versionAt, end, TOKEN);
  const transportAt = afterSlash(text, versionEnd, end);
  if (versionEnd === versionAt || transportAt < 0) return null;
  const transportEnd = span(text, transportAt, end, TOKEN);
  const hostAt = span(text, transportEnd, end, SPACE);
  if (transportEnd === transportAt || hostAt === transportEnd) return null;
  const hostStop = hostEnd(text, hostAt, end);
  if (hostStop < 0) return null;
  let i = span(text, hostStop, end, SPACE);
  let port: number | null = null;
  if (i < end && text.charCodeAt(i) === COLON) {
    const portAt = span(text, i + 1, end, SPACE);
    i = portAt;
    while (i < end && text.charCodeAt(i) !== SEMICOLON && !is(text.charCodeAt(i), SPACE)) i++;
    port = decimal(text, portAt, i, 65535);
    if (port === null) return null;
  }
  const params = readViaParams(text, i);
  if (params === null) return null;
  return {
    protocol: text.slice(protocolAt, protocolEnd),
    version: text.slice(versionAt, versionEnd),
    transport: text.slice(transportAt, transportEnd),
    host: hostText(text, hostAt, hostStop),
    port,
    params: trim(text, i),
    branch: params.branch,
    received: params.received === null ? null : withoutBrackets(params.received),
    rport: params.rport,
    maddr: params.maddr,
    ttl: params.ttl,
  };
}

interface ViaParams {
  branch: string | null;
  received: string | null;
  rport: string | null;
  maddr: string | null;
  ttl: string | null;
}

const VIA_PARAMS = ["branch", "received", "rport", "maddr", "ttl"] as const;

/** The parameters that the stack reads, in one pass (the first of a name counts); null when one is malformed. */
function readViaParams(text: string, from: number): ViaParams | null {
  const found: ViaParams = { branch: null, received: null, rport: null, maddr: null, ttl: null };
  const at: ParameterAt = { nameFrom: 0, nameEnd: 0, valueFrom: 0, valueEnd: 0 };
  let i = span(text, from, text.length, SPACE);
  while (i < text.length) {
    i = readParameter(text, i, text.length, at);
    if (i < 0) return null;
    const length = at.nameEnd - at.nameFrom;
    for (const name of VIA_PARAMS) {
      if (name.length === length && found[name] === null && matchesAt(text, at.nameFrom, name)) {
        found[name] = at.valueFrom < 0 ? "" : unquote(text.slice(at.valueFrom, at.valueEnd));
      }
    }
  }
  return found;
}

/** The index after "/" and the white space round it, or -1. */
function afterSlash(text: string, from: number, end: number): number {
  const slash = span(text, from, end, SPACE);
  return slash < end && text.charCodeAt(slash) === SLASH ? span(text, slash + 1, end, SPACE) : -1;
}

/** The sent-by of a Via: `host[:port]` with brackets round an IPv6 address. Part of the transaction key (§17.2.3). */
export function sentBy(via: Via): string {
  return hostPort(via.host, via.port);
}
