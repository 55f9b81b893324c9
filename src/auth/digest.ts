import type { Hash } from "../kernel/mod.ts";
import { equalFolded } from "../syntax/mod.ts";

/** Digest algorithms of RFC 8760 §2, by their registered names. */
export type Algorithm = "MD5" | "SHA-256" | "SHA-512-256";

export const algorithms: readonly Algorithm[] = ["MD5", "SHA-256", "SHA-512-256"];

/** H(user:realm:password) for each algorithm it was computed for: what is stored instead of a password. Lower-case hexadecimal. */
export type Ha1 = { readonly [A in Algorithm]?: string };

/** Whether the body is protected too (RFC 7616 §3.4.3); "" is the form without qop of RFC 2069. */
export type Qop = "" | "auth" | "auth-int";

/** An algorithm as a message names it. */
export interface NamedAlgorithm {
  readonly algorithm: Algorithm;
  /** True for the -sess forms, whose HA1 takes in nonce and cnonce (RFC 7616 §3.4.2). */
  readonly session: boolean;
}

const named: readonly (readonly [string, NamedAlgorithm])[] = algorithms.flatMap((algorithm) => [
  [algorithm, { algorithm, session: false }] as const,
  [`${algorithm}-sess`, { algorithm, session: true }] as const,
]);

/** Reads an `algorithm` parameter in any case; "" (none was sent) means MD5 (RFC 7616 §3.3). Null for others. */
export function parseAlgorithm(text: string): NamedAlgorithm | null {
  if (text === "" || text === "MD5") return (named[0] as (typeof named)[number])[1];
  for (const [name, algorithm] of named) if (equalFolded(name, text)) return algorithm;
  return null;
}

/** H of latin1 text, as lower-case hexadecimal. */
export function digest(hash: Hash, algorithm: Algorithm, text: string): string {
  if (algorithm === "MD5") return hash.md5(text);
  return algorithm === "SHA-256" ? hash.sha256(text) : hash.sha512_256(text);
}

/** HA1 (RFC 7616 §3.4.2). All three texts as octets (`toOctets`). */
export function ha1Of(hash: Hash, algorithm: Algorithm, user: string, realm: string, password: string): string {
  return digest(hash, algorithm, `${user}:${realm}:${password}`);
}

/** HA1 of a -sess algorithm, from the plain one. */
export function sessionHa1(hash: Hash, algorithm: Algorithm, ha1: string, nonce: string, cnonce: string): string {
  return digest(hash, algorithm, `${ha1}:${nonce}:${cnonce}`);
}

/** HA2 (RFC 7616 §3.4.3). `body` counts for auth-int only. */
export function ha2Of(hash: Hash, algorithm: Algorithm, qop: Qop, method: string, uri: string, body: string): string {
  const plain = `${method}:${uri}`;
  return digest(hash, algorithm, qop === "auth-int" ? `${plain}:${digest(hash, algorithm, body)}` : plain);
}

/** The response directive (RFC 7616 §3.4.1, without qop RFC 2069 §2.4). `nc` are its eight digits as sent. */
export function responseOf(
  hash: Hash,
  algorithm: Algorithm,
  ha1: string,
  nonce: string,
  qop: Qop,
  nc: string,
  cnonce: string,
  ha2: string,
): string {
  return digest(
    hash,
    algorithm,
    qop === "" ? `${ha1}:${nonce}:${ha2}` : `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`,
  );
}
