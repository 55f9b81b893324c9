import type { Kernel } from "../../kernel/mod.ts";
import { Header, type Message } from "../../syntax/mod.ts";

interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  readonly algorithm: string;
  readonly auth: boolean;
}

/**
 * The header lines that answer the challenges of a 401 or 407 (RFC 7616 §3.4), for every realm one. Empty when it holds
 * none that can be answered. An own small implementation, so that a fault in the server's digest shows.
 */
export function answerChallenges(
  response: Message,
  request: { method: string; uri: string },
  user: string,
  password: string,
  kernel: Kernel,
): string[] {
  const lines: string[] = [];
  for (const [id, name] of [
    [Header.WwwAuthenticate, "Authorization"],
    [Header.ProxyAuthenticate, "Proxy-Authorization"],
  ] as const) {
    const realms = new Set<string>();
    for (const value of response.lines(id)) {
      const challenge = readChallenge(value);
      if (challenge === null || realms.has(challenge.realm)) continue;
      realms.add(challenge.realm);
      lines.push(`${name}: ${credentials(challenge, request, user, password, kernel)}`);
    }
  }
  return lines;
}

function readChallenge(value: string): Challenge | null {
  if (!/^digest\s/i.test(value)) return null;
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, bare] of value
    .slice(7)
    .matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? bare ?? "");
  }
  const algorithm = parameters.get("algorithm") ?? "MD5";
  if (!["MD5", "SHA-256", "SHA-512-256"].includes(algorithm.toUpperCase())) return null;
  return {
    realm: parameters.get("realm") ?? "",
    nonce: parameters.get("nonce") ?? "",
    opaque: parameters.get("opaque") ?? null,
    algorithm,
    auth: (parameters.get("qop") ?? "").split(",").some((each) => each.trim() === "auth"),
  };
}

function credentials(
  challenge: Challenge,
  request: { method: string; uri: string },
  user: string,
  password: string,
  kernel: Kernel,
): string {
  const { realm, nonce, algorithm } = challenge;
  const name = algorithm.toUpperCase();
  const digest = name === "MD5" ? kernel.hash.md5 : name === "SHA-256" ? kernel.hash.sha256 : kernel.hash.sha512_256;
  const secret = digest(`${user}:${realm}:${password}`);
  const subject = digest(`${request.method}:${request.uri}`);
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${request.uri}"`,
    `algorithm=${algorithm}`,
  ];
  if (challenge.auth) {
    const cnonce = kernel.random.token(12);
    parts.push(
      `response="${digest(`${secret}:${nonce}:00000001:${cnonce}:auth:${subject}`)}"`,
      "qop=auth",
      "nc=00000001",
      `cnonce="${cnonce}"`,
    );
  } else parts.push(`response="${digest(`${secret}:${nonce}:${subject}`)}"`);
  if (challenge.opaque !== null) parts.push(`opaque="${challenge.opaque}"`);
  return `Digest ${parts.join(", ")}`;
}
