import { type Kernel, type Observation, own } from "../kernel/mod.ts";
import { Header, hostPort, type Message, writeChallenge } from "../syntax/mod.ts";
import { Credentials, scanCredentials } from "./credentials.ts";
import { type Algorithm, digest, type Ha1, ha2Of, parseAlgorithm, type Qop, responseOf, sessionHa1 } from "./digest.ts";
import { Nonces } from "./nonces.ts";

/** Who asks: the user agent server and registrar with 401 (`www`), the proxy with 407 (RFC 3261 §22.2, §22.3). */
export type ChallengeKind = "www" | "proxy";

/** What a directory knows of a user that a digest can be checked against. */
export interface AccountRecord {
  /** As octets, see `octets`. */
  readonly user: string;
  /** In canonical spelling. */
  readonly domain: string;
  /** `user@domain`, the key of the address of record. */
  readonly identity: string;
  /** The realm the HA1 values were made for. */
  readonly realm: string;
  /** HA1 of `user`. */
  readonly ha1: Ha1;
  /** HA1 of `user@domain`, for clients that log in with that; absent when only the other was imported. */
  readonly ha1AtDomain?: Ha1;
}

/** Where accounts are looked up. Synchronous: it stands on the path of every request. */
export interface AccountDirectory {
  /** Both as octets (see `octets`); null when there is no such user. */
  find(user: string, domain: string): AccountRecord | null;
}

/** The end a request came from, for observations; a `Flow` is one. */
export interface Peer {
  readonly remoteHost: string;
  readonly remotePort: number;
}

/**
 * What the credentials of a request are worth.
 * - `accepted`: they prove `identity`.
 * - `missing`: there are none for this realm. Challenge.
 * - `wrong`: unknown user or wrong password, which nothing but the observation tells apart. Challenge.
 * - `stale`: they prove `identity`, but the nonce has ended or was used before. Challenge with stale=true, unless what
 *   they came with changes nothing: a retransmission of a request that was answered without a transaction.
 * - `malformed`: a directive is missing or unreadable. Answer 400 (RFC 7616 §3.4).
 */
export type Verdict =
  | {
      readonly result: "accepted";
      readonly account: AccountRecord;
      /** The account's. */
      readonly identity: string;
    }
  | { readonly result: "stale"; readonly identity: string }
  | { readonly result: "missing" | "wrong" | "malformed" };

export interface AuthenticatorOptions {
  /** Seconds a nonce may be used; default 300. */
  readonly lifetime?: number;
  /**
   * One challenge is sent for each, in this order, and only these are accepted. Default MD5 alone: clients in the field
   * fail on two challenges.
   */
  readonly algorithms?: readonly Algorithm[];
  /** What challenges offer; default `auth`. Credentials with the other, or without qop, are accepted all the same. */
  readonly qop?: "auth" | "auth-int" | "auth,auth-int";
  /** Nonces in use that are remembered against replay; default 200,000, which is enough for half as many checks per second. */
  readonly maxNonces?: number;
}

type Result = Extract<Observation, { type: "authentication" }>["result"];

const missing: Verdict = { result: "missing" };
const wrong: Verdict = { result: "wrong" };
const malformed: Verdict = { result: "malformed" };

/** The highest nonce-count there is, so that no later one exceeds it: a nonce used without nonce-count serves once. */
const ONCE = 0xffffffff;

/** Challenges and checks credentials: digest authentication in the server role (RFC 3261 §22, RFC 7616, RFC 8760). */
export class Authenticator {
  private readonly kernel: Kernel;
  private readonly directory: AccountDirectory;
  private readonly algorithms: readonly Algorithm[];
  private readonly qop: readonly string[];
  private readonly nonces: Nonces;
  private readonly credentials = new Credentials();
  /** HA1 of nobody: what unknown users are checked against, so that they cost what known ones cost. */
  private readonly nobody: Record<Algorithm, string>;
  /** HA2 of the method and URI seen last: the REGISTERs of a domain all have the same. */
  private lastMethod = "";
  private lastUri = "";
  private lastAlgorithm: Algorithm = "MD5";
  private lastHa2 = "";
  /** The lines of the last challenge as they stand round each nonce, and for whom they were. */
  private lastLines: readonly ChallengeLine[] = [];
  private lastKind: ChallengeKind | null = null;
  private lastRealm = "";

  constructor(kernel: Kernel, directory: AccountDirectory, options: AuthenticatorOptions = {}) {
    this.kernel = kernel;
    this.directory = directory;
    this.algorithms = options.algorithms ?? ["MD5"];
    this.qop = (options.qop ?? "auth").split(",");
    this.nonces = new Nonces(kernel, options.lifetime ?? 300, options.maxNonces ?? 200_000);
    const nothing = kernel.random.token(32);
    this.nobody = {
      MD5: digest(kernel.hash, "MD5", nothing),
      "SHA-256": digest(kernel.hash, "SHA-256", nothing),
      "SHA-512-256": digest(kernel.hash, "SHA-512-256", nothing),
    };
  }

  /** The header line or lines of a challenge, each ending in CRLF. Equal length for equal arguments. */
  challenge(kind: ChallengeKind, realm: string, isStale: boolean): string {
    if (realm !== this.lastRealm || kind !== this.lastKind) {
      this.lastLines = this.algorithms.map((algorithm) => challengeLine(kind, realm, algorithm, this.qop));
      this.lastRealm = realm;
      this.lastKind = kind;
    }
    let lines = "";
    for (const { beforeNonce, behindNonce } of this.lastLines) {
      lines += beforeNonce + this.nonces.issue() + behindNonce + (isStale ? ", stale=true\r\n" : "\r\n");
    }
    return lines;
  }

  /**
   * Checks the credentials a request carries for `realm`; those for other realms are not ours to judge (RFC 3261 §22.3).
   *
   * The digest-uri goes into the hash but is not compared with the Request-URI: in SIP "the two URIs may refer to
   * different users, due to forwarding at some proxy" (§22.4 item 5), and it "is not necessarily a failure".
   * @param domain where to look for a user who gives no domain
   */
  verify(request: Message, kind: ChallengeKind, realm: string, domain: string, peer: Peer): Verdict {
    const id = kind === "www" ? Header.Authorization : Header.ProxyAuthorization;
    const credentials = this.credentials;
    let elsewhere = false;
    for (let line = request.find(id); line !== -1; line = request.find(id, line + 1)) {
      const found = scanCredentials(request.raw, request.valueStart(line), request.valueEnd(line), credentials);
      if (found === "malformed") return this.told(malformed, "malformed", realm, "", peer);
      if (found === "other scheme") continue;
      if (credentials.realm === realm) return this.check(request, credentials, realm, domain, peer);
      elsewhere = true;
    }
    return this.told(missing, elsewhere ? "wrong realm" : "challenged", realm, "", peer);
  }

  private check(request: Message, sent: Credentials, realm: string, domain: string, peer: Peer): Verdict {
    const named = parseAlgorithm(sent.algorithm);
    const qop = qopOf(sent.qop);
    const count = qop === "" ? ONCE : hexadecimal(sent.nc);
    if (!sent.complete || qop === null || count === -1 || named === null || (named.session && sent.cnonce === "")) {
      return this.told(malformed, "malformed", realm, sent.username, peer);
    }
    // A weaker algorithm than those offered would be a downgrade (RFC 8760 §2.3).
    if (!this.algorithms.includes(named.algorithm)) return this.told(wrong, "malformed", realm, sent.username, peer);
    const { hash } = this.kernel;
    const at = sent.username.indexOf("@") === -1 ? -1 : sent.username.lastIndexOf("@");
    const account =
      at === -1
        ? this.directory.find(sent.username, domain)
        : this.directory.find(sent.username.slice(0, at), sent.username.slice(at + 1));
    const stored = (at === -1 ? account?.ha1 : account?.ha1AtDomain)?.[named.algorithm];
    const known = account !== null && stored !== undefined;
    let ha1 = known ? stored : this.nobody[named.algorithm];
    if (named.session) ha1 = sessionHa1(hash, named.algorithm, ha1, sent.nonce, sent.cnonce);
    const ha2 = this.ha2(named.algorithm, qop, request, sent.uri);
    const expected = responseOf(hash, named.algorithm, ha1, sent.nonce, qop, sent.nc, sent.cnonce, ha2);
    const right = equalDigest(expected, sent.response) && known;
    const made = this.nonces.madeAt(sent.nonce);
    if (!right) return this.denied(known ? "wrong password" : "unknown user", realm, sent.username, peer);
    // "stale" only to those who know the password (RFC 7616 §3.3): to all others a stale nonce is one more wrong answer.
    const { identity } = account;
    const stale: Verdict = { result: "stale", identity };
    if (made === -1) return this.told(stale, "stale nonce", realm, sent.username, peer);
    if (!this.nonces.use(sent.nonce, made, count)) return this.told(stale, "replayed", realm, sent.username, peer);
    const accepted: Verdict = { result: "accepted", account, identity };
    return this.told(accepted, "accepted", realm, sent.username, peer);
  }

  private ha2(algorithm: Algorithm, qop: Qop, request: Message, uri: string): string {
    const { hash } = this.kernel;
    if (qop === "auth-int") return ha2Of(hash, algorithm, qop, request.method, uri, request.body);
    if (uri !== this.lastUri || request.method !== this.lastMethod || algorithm !== this.lastAlgorithm) {
      this.lastHa2 = ha2Of(hash, algorithm, qop, request.method, uri, "");
      this.lastUri = own(uri);
      this.lastMethod = own(request.method);
      this.lastAlgorithm = algorithm;
    }
    return this.lastHa2;
  }

  private denied(result: "wrong password" | "unknown user", realm: string, user: string, peer: Peer): Verdict {
    const { observations, clock } = this.kernel;
    if (observations.wants.denied) {
      const why = result === "unknown user" ? "there is no such user" : result;
      const source = sourceOf(peer);
      observations.emit({ type: "denied", at: clock.now(), realm, user: own(user), source, why });
    }
    return this.told(wrong, result, realm, user, peer);
  }

  private told(verdict: Verdict, result: Result, realm: string, user: string, peer: Peer): Verdict {
    const { observations, clock } = this.kernel;
    if (observations.wants.authentication) {
      const source = sourceOf(peer);
      observations.emit({ type: "authentication", at: clock.now(), realm, user: own(user), source, result });
    }
    return verdict;
  }
}

/** A challenge as it stands round its nonce. */
interface ChallengeLine {
  readonly beforeNonce: string;
  readonly behindNonce: string;
}

function challengeLine(
  kind: ChallengeKind,
  realm: string,
  algorithm: Algorithm,
  qop: readonly string[],
): ChallengeLine {
  const value = writeChallenge({ realm, domain: null, nonce: "", opaque: null, algorithm, qop, stale: false });
  const nonceAt = value.indexOf(NO_NONCE) + NO_NONCE.length - 1;
  const name = kind === "www" ? "WWW-Authenticate" : "Proxy-Authenticate";
  return { beforeNonce: `${name}: ${value.slice(0, nonceAt)}`, behindNonce: value.slice(nonceAt) };
}

/** What no realm holds: within its quotes a quote is escaped. */
const NO_NONCE = 'nonce=""';

function sourceOf({ remoteHost, remotePort }: Peer): string {
  return hostPort(remoteHost, remotePort);
}

/** Null for a protection this stack does not know. */
function qopOf(text: string): Qop | null {
  if (text === "auth" || text === "") return text;
  const lower = text.toLowerCase();
  return lower === "auth" || lower === "auth-int" ? lower : null;
}

/** A number of up to eight hexadecimal digits; -1 when it is none. */
function hexadecimal(text: string): number {
  if (text.length === 0 || text.length > 8) return -1;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit === -1) return -1;
    number = number * 16 + digit;
  }
  return number;
}

/** Compares in a time that does not tell where the two differ. Capitals pass: some clients write them. */
function equalDigest(expected: string, given: string): boolean {
  if (given.length !== expected.length) return false;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ (given.charCodeAt(i) | 32);
  return difference === 0;
}
