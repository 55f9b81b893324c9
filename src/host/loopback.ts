import { canonicalHost, isIPv4 } from "../syntax/mod.ts";

/**
 * True for addresses that only this machine can reach (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). A name is none, whatever it
 * begins with: 127.0.0.1.example.com is anybody's.
 */
export function isLoopback(host: string): boolean {
  if (host.indexOf(":") === -1) return host.startsWith("127.") && isIPv4(host);
  const address = canonicalHost(host);
  return address === "0:0:0:0:0:0:0:1" || /^0:0:0:0:0:ffff:7f..:/.test(address);
}
