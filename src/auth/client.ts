import type { Kernel } from "../kernel/mod.ts";
import {
  type DigestChallenge,
  equalFolded,
  Header,
  type HeaderId,
  type Message,
  parseChallenge,
  parseCredentials,
  toOctets,
  writeCredentials,
} from "../syntax/mod.ts";
import {
  type Algorithm,
  type Ha1,
  ha1Of,
  ha2Of,
  type NamedAlgorithm,
  parseAlgorithm,
  type Qop,
  responseOf,
  sessionHa1,
} from "./digest.ts";

/** What a user agent answers challenges with: a password, or the HA1 values made from it. */
export interface Account {
  readonly user: string;
  readonly password?: string;
  readonly ha1?: Ha1;
}

/** The request that credentials are made for. */
export interface Protected {
  readonly method: string;
  readonly requestUri: string;
  /** Counts where a server asks for auth-int; "" for no body. */
  readonly body: string;
}

/** A realm that challenged, and what is needed to answer again without being asked. */
interface ProtectionSpace {
  readonly challenge: DigestChallenge;
  readonly named: NamedAlgorithm;
  readonly qop: Qop;
  readonly account: Account;
  readonly header: "Authorization" | "Proxy-Authorization";
  readonly cnonce: string;
  count: number;
}

/** Realms remembered at a time; strangers choose their names. */
const MAX_SPACES = 64;

const pairs: readonly (readonly [HeaderId, HeaderId, ProtectionSpace["header"]])[] = [
  [Header.WwwAuthenticate, Header.Authorization, "Authorization"],
  [Header.ProxyAuthenticate, Header.ProxyAuthorization, "Proxy-Authorization"],
];

/**
 * Digest authentication in the client role (RFC 3261 §22.1–22.3, RFC 7616, RFC 8760). Credentials go only to realms for
 * which `accountOf` names an account; a challenge from anywhere else gets none.
 */
export class DigestClient {
  private readonly kernel: Kernel;
  private readonly accountOf: (realm: string) => Account | null;
  private readonly spaces = new Map<string, ProtectionSpace>();

  constructor(kernel: Kernel, accountOf: (realm: string) => Account | null) {
    this.kernel = kernel;
    this.accountOf = accountOf;
  }

  /**
   * Answers a 401 or 407.
   * @param rejected the request as it was sent: what it carried already is not tried twice (RFC 3261 §22.1)
   * @returns the header lines to repeat the request with, each ending in CRLF, for every realm that was met so far; null
   *   when no challenge can be answered: no account, unknown algorithm, or the same credentials were just refused
   */
  answer(response: Message, rejected: Message, next: Protected): string | null {
    let learnt = false;
    for (const [challengeId, credentialsId, header] of pairs) {
      const seen = new Set<string>();
      for (const value of response.lines(challengeId)) {
        const challenge = parseChallenge(value);
        // Of several challenges of one realm the first one that is understood counts: servers put the best on top (RFC 8760 §2.4).
        if (challenge === null || seen.has(challenge.realm)) continue;
        const space = this.spaceOf(challenge, header);
        if (space === null) continue;
        seen.add(challenge.realm);
        if (wasRefused(rejected, credentialsId, challenge)) return null;
        this.remember(space);
        learnt = true;
      }
    }
    return learnt ? this.authorize(next) : null;
  }

  /** Credentials for every realm that challenged before (RFC 3261 §22.3 allows to send them unasked); "" when there is none. */
  authorize(request: Protected): string {
    let lines = "";
    for (const space of this.spaces.values()) lines += `${space.header}: ${this.credentialsFor(space, request)}\r\n`;
    return lines;
  }

  /** Forgets every realm. */
  clear(): void {
    this.spaces.clear();
  }

  private spaceOf(challenge: DigestChallenge, header: ProtectionSpace["header"]): ProtectionSpace | null {
    const named = parseAlgorithm(challenge.algorithm ?? "");
    const qop = qopFor(challenge.qop);
    const account = this.accountOf(challenge.realm);
    if (named === null || qop === null || account === null) return null;
    if (account.password === undefined && account.ha1?.[named.algorithm] === undefined) return null;
    return { challenge, named, qop, account, header, cnonce: this.kernel.random.token(16), count: 0 };
  }

  private remember(space: ProtectionSpace): void {
    const key = `${space.header}:${space.challenge.realm}`;
    this.spaces.delete(key);
    if (this.spaces.size >= MAX_SPACES) this.spaces.delete(this.spaces.keys().next().value as string);
    this.spaces.set(key, space);
  }

  private credentialsFor(space: ProtectionSpace, request: Protected): string {
    const { hash } = this.kernel;
    const { challenge, qop, cnonce } = space;
    const { algorithm, session } = space.named;
    space.count++;
    const nc = space.count.toString(16).padStart(8, "0");
    const plain = plainHa1(this.kernel, algorithm, space.account, challenge.realm);
    const ha1 = session ? sessionHa1(hash, algorithm, plain, challenge.nonce, cnonce) : plain;
    const ha2 = ha2Of(hash, algorithm, qop, request.method, request.requestUri, request.body);
    return writeCredentials({
      username: toOctets(space.account.user),
      realm: challenge.realm,
      nonce: challenge.nonce,
      uri: request.requestUri,
      response: responseOf(hash, algorithm, ha1, challenge.nonce, qop, nc, cnonce, ha2),
      algorithm: challenge.algorithm,
      cnonce: qop === "" && !session ? null : cnonce,
      opaque: challenge.opaque,
      qop: qop === "" ? null : qop,
      nc: qop === "" ? null : nc,
    });
  }
}

function plainHa1(kernel: Kernel, algorithm: Algorithm, account: Account, realm: string): string {
  const known = account.ha1?.[algorithm];
  if (known !== undefined) return known;
  return ha1Of(kernel.hash, algorithm, toOctets(account.user), realm, toOctets(account.password ?? ""));
}

/** `auth` before `auth-int`; null when a server asks for something else altogether. */
function qopFor(offered: readonly string[]): Qop | null {
  if (offered.length === 0) return "";
  if (offered.includes("auth")) return "auth";
  return offered.includes("auth-int") ? "auth-int" : null;
}

/**
 * Whether the rejected request proved itself to this realm in vain. A nonce that the server calls stale, or that was used
 * more than once and may have ended unsaid, is worth one more attempt.
 */
function wasRefused(rejected: Message, id: HeaderId, challenge: DigestChallenge): boolean {
  if (challenge.stale) return false;
  for (const value of rejected.lines(id)) {
    const sent = parseCredentials(value);
    if (sent === null || sent.realm !== challenge.realm) continue;
    return sent.nonce === challenge.nonce || sent.nc === null || equalFolded(sent.nc, "00000001");
  }
  return false;
}
