/**
 * Challenges and credentials (RFC 3261 §20.7, §20.27, §20.28, §20.44; digest by RFC 7616 and RFC 8760). Syntax only:
 * what a digest proves is for `auth` to say.
 */
import { BARE, equalFolded, isToken, SPACE, span, TOKEN } from "./chars.ts";
import { quote, quotedEnd, splitValues, trim, unquote } from "./values.ts";

/** A scheme with its parameters, whichever header field it stood in. */
export interface AuthValue {
  /** As written; compares in any case. */
  readonly scheme: string;
  /** Names in lower case, values unquoted, in order. */
  readonly params: ReadonlyMap<string, string>;
  /** What follows the scheme when it is no list of parameters, e.g. the token of "Bearer" (RFC 8898); else "". */
  readonly opaque: string;
}

/**
 * Parses one WWW-Authenticate, Proxy-Authenticate, Authorization or Proxy-Authorization value. Their commas separate
 * parameters, not values (§7.3.1), so hand in whole header field lines.
 * @returns null when malformed: no scheme, a parameter twice, an open quote
 */
export function parseAuth(value: string): AuthValue | null {
  const from = span(value, 0, value.length, SPACE);
  const schemeEnd = span(value, from, value.length, TOKEN);
  const rest = span(value, schemeEnd, value.length, SPACE);
  if (schemeEnd === from || (rest === schemeEnd && rest < value.length)) return null;
  const scheme = value.slice(from, schemeEnd);
  const params = readParams(value, rest);
  if (params !== null) return { scheme, params, opaque: "" };
  const opaque = trim(value, rest);
  return equalFolded(scheme, "Digest") || opaque.includes('"') ? null : { scheme, params: new Map(), opaque };
}

/** Authentication-Info (§20.6): parameters without a scheme. */
export function parseAuthInfo(value: string): ReadonlyMap<string, string> | null {
  return readParams(value, 0);
}

function readParams(text: string, from: number): Map<string, string> | null {
  const params = new Map<string, string>();
  const end = text.length;
  let i = span(text, from, end, SPACE);
  while (i < end) {
    if (text.charCodeAt(i) === 44) {
      i = span(text, i + 1, end, SPACE);
      continue;
    }
    const nameEnd = span(text, i, end, TOKEN);
    const equals = span(text, nameEnd, end, SPACE);
    if (nameEnd === i || text.charCodeAt(equals) !== 61) return null;
    const name = text.slice(i, nameEnd).toLowerCase();
    const valueAt = span(text, equals + 1, end, SPACE);
    const quoted = text.charCodeAt(valueAt) === 34;
    const valueEnd = quoted ? quotedEnd(text, valueAt, end) : span(text, valueAt, end, BARE);
    if (valueEnd === null || params.has(name)) return null;
    params.set(name, unquote(text.slice(valueAt, valueEnd)));
    i = span(text, valueEnd, end, SPACE);
    if (i < end && text.charCodeAt(i) !== 44) return null;
  }
  return params;
}

/** A digest challenge (RFC 7616 §3.3). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  /** As written; null means MD5. */
  readonly algorithm: string | null;
  /** In lower case; empty when the challenge has none (RFC 2069 form). */
  readonly qop: readonly string[];
  readonly stale: boolean;
  readonly domain: string | null;
}

/** Reads a digest challenge; null when the value is malformed, of another scheme, or lacks realm or nonce. */
export function parseChallenge(value: string): DigestChallenge | null {
  const auth = parseAuth(value);
  if (auth === null || !equalFolded(auth.scheme, "Digest")) return null;
  const realm = auth.params.get("realm");
  const nonce = auth.params.get("nonce");
  if (realm === undefined || nonce === undefined) return null;
  return {
    realm,
    nonce,
    opaque: auth.params.get("opaque") ?? null,
    algorithm: auth.params.get("algorithm") ?? null,
    qop: splitValues(auth.params.get("qop") ?? "").map((each) => each.toLowerCase()),
    stale: equalFolded(auth.params.get("stale") ?? "", "true"),
    domain: auth.params.get("domain") ?? null,
  };
}

/** Writes a digest challenge; realm first, as some user agents expect. */
export function writeChallenge(challenge: DigestChallenge): string {
  let text = `Digest realm=${quote(challenge.realm)}, nonce=${quote(challenge.nonce)}`;
  if (challenge.domain !== null) text += `, domain=${quote(challenge.domain)}`;
  if (challenge.opaque !== null) text += `, opaque=${quote(challenge.opaque)}`;
  if (challenge.algorithm !== null) text += `, algorithm=${challenge.algorithm}`;
  if (challenge.qop.length > 0) text += `, qop=${quote(challenge.qop.join(","))}`;
  return challenge.stale ? `${text}, stale=true` : text;
}

/** Digest credentials (RFC 7616 §3.4). */
export interface DigestCredentials {
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  /** As sent; hexadecimal digits. */
  readonly response: string;
  /** As written; null means MD5. */
  readonly algorithm: string | null;
  readonly cnonce: string | null;
  readonly opaque: string | null;
  /** In lower case. */
  readonly qop: string | null;
  /** The eight hexadecimal digits as sent: they go into the hash. */
  readonly nc: string | null;
}

/**
 * Reads digest credentials; null when the value is malformed, of another scheme, or lacks a mandatory parameter.
 * Parameters are taken quoted or not, whichever way the grammar has them: user agents differ.
 */
export function parseCredentials(value: string): DigestCredentials | null {
  const auth = parseAuth(value);
  if (auth === null || !equalFolded(auth.scheme, "Digest")) return null;
  const { params } = auth;
  const username = params.get("username");
  const realm = params.get("realm");
  const nonce = params.get("nonce");
  const uri = params.get("uri");
  const response = params.get("response");
  if (username === undefined || realm === undefined || nonce === undefined) return null;
  if (uri === undefined || response === undefined) return null;
  return {
    username,
    realm,
    nonce,
    uri,
    response,
    algorithm: params.get("algorithm") ?? null,
    cnonce: params.get("cnonce") ?? null,
    opaque: params.get("opaque") ?? null,
    qop: params.get("qop")?.toLowerCase() ?? null,
    nc: params.get("nc") ?? null,
  };
}

/** Writes digest credentials, each parameter quoted or bare as the grammar of §25.1 has it. */
export function writeCredentials(credentials: DigestCredentials): string {
  const { algorithm, cnonce, opaque, qop, nc } = credentials;
  let text = `Digest username=${quote(credentials.username)}, realm=${quote(credentials.realm)}`;
  text += `, nonce=${quote(credentials.nonce)}, uri=${quote(credentials.uri)}, response=${quote(credentials.response)}`;
  if (algorithm !== null && isToken(algorithm)) text += `, algorithm=${algorithm}`;
  if (cnonce !== null) text += `, cnonce=${quote(cnonce)}`;
  if (opaque !== null) text += `, opaque=${quote(opaque)}`;
  if (qop !== null && isToken(qop)) text += `, qop=${qop}`;
  return nc !== null && isToken(nc) ? `${text}, nc=${nc}` : text;
}
