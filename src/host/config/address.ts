import { canonicalHost, hostPort, isHostname, isIPv4, isIPv6 } from "../../syntax/mod.ts";
import type { Protocol } from "../../transport/mod.ts";
import { suggest } from "../suggest.ts";

/** Where the server is told to listen. Host numeric and without brackets; port 0 lets the system choose. */
export interface ListenAddress {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
}

/** A value that could not be read: what is wrong with it (no full stop), and what was probably meant. */
export interface Misread {
  readonly wrong: string;
  /** A whole value to use instead; null when none comes to mind. */
  readonly instead: string | null;
}

export function isMisread(value: unknown): value is Misread {
  return typeof value === "object" && value !== null && "wrong" in value;
}

/** `what is wrong; did you mean 'that'?` on one line. */
export function misreadText({ wrong, instead }: Misread): string {
  return instead === null ? wrong : `${wrong}; did you mean '${instead}'?`;
}

const protocols = ["udp", "tcp", "tls"];
const defaultHttpPort = 8060;

/** Reads `udp:127.0.0.1:5060`, `tcp:[::1]:5060`, `tls:HOST:PORT`. */
export function readListen(text: string): ListenAddress | Misread {
  const colon = text.indexOf(":");
  const name = (colon === -1 ? text : text.slice(0, colon)).toLowerCase();
  if (name === "ws" || name === "wss") {
    return {
      wrong: `WebSocket is served on the HTTP port at /sip (--http ${text.slice(colon + 1)}), not by its own listener`,
      instead: null,
    };
  }
  if (!protocols.includes(name)) {
    const near = suggest(name, protocols);
    const asAddress = readHostPort(text, 5060);
    let instead: string | null =
      near === null ? null : `${near}${colon === -1 ? ":127.0.0.1:5060" : text.slice(colon)}`;
    if (!isMisread(asAddress)) instead = `udp:${hostPort(asAddress.host, asAddress.port)}`;
    else if (near === null && asAddress.instead !== null) instead = `udp:${asAddress.instead}`;
    else if (/^\d{1,5}$/.test(text)) instead = `udp:127.0.0.1:${text}`;
    return { wrong: "it does not begin with udp:, tcp: or tls:", instead };
  }
  const address = readHostPort(text.slice(colon + 1), name === "tls" ? 5061 : 5060);
  if (isMisread(address))
    return { wrong: address.wrong, instead: address.instead === null ? null : `${name}:${address.instead}` };
  return { protocol: name.toUpperCase() as Protocol, ...address };
}

/** Reads where HTTP listens: `127.0.0.1:8060`, `[::1]:8060`, or a port alone, which is then loopback's. */
export function readHttpAddress(text: string): { host: string; port: number } | Misread {
  if (/^\d+$/.test(text)) return readHostPort(`127.0.0.1:${text}`, defaultHttpPort);
  const scheme = /^(?:https?|wss?):\/\//i.exec(text);
  if (scheme !== null) {
    const instead = readHostPort(text.slice(scheme[0].length).replace(/\/.*$/, ""), defaultHttpPort);
    return {
      wrong: "it is an address and a port, not a URL",
      instead: isMisread(instead) ? null : hostPort(instead.host, instead.port),
    };
  }
  return readHostPort(text, defaultHttpPort);
}

function readHostPort(text: string, usualPort: number): { host: string; port: number } | Misread {
  const parts = /^(.*):(\d{4,5})$/.exec(text);
  if (parts !== null && isIPv6(parts[1] as string)) {
    // Could be read as one address too, but forgotten brackets explain a last group of such length better.
    return { wrong: "an IPv6 address stands in brackets", instead: `[${parts[1]}]:${parts[2]}` };
  }
  if (isIPv6(text))
    return { wrong: "an IPv6 address stands in brackets, and a port follows", instead: `[${text}]:${usualPort}` };
  const split = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(text);
  if (split === null) return { wrong: "it is no address and port", instead: null };
  const host = split[1] ?? split[2] ?? "";
  const port = split[3];
  const isNumeric = split[1] === undefined ? isIPv4(host) : isIPv6(host);
  if (!isNumeric && host.toLowerCase() !== "localhost") return notNumeric(host, port ?? String(usualPort));
  const address = isNumeric ? host : "127.0.0.1";
  if (port === undefined || port === "") return { wrong: "the port is missing", instead: hostPort(address, usualPort) };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    return { wrong: `'${port.slice(0, 40)}' is no port (0 to 65535)`, instead: hostPort(address, usualPort) };
  }
  return { host: address, port: Number(port) };
}

function notNumeric(host: string, port: string): Misread {
  if (host === "" || host === "*")
    return { wrong: "the address is missing (0.0.0.0 is every IPv4 address)", instead: `127.0.0.1:${port}` };
  const shown = `'${host.slice(0, 60)}'`;
  if (/^[\d.]+$/.test(host)) return { wrong: `${shown} is no IPv4 address`, instead: null };
  if (!isHostname(host)) return { wrong: `${shown} is no address`, instead: null };
  return { wrong: `${shown} is a name; a listener needs the numeric address it binds to`, instead: null };
}

/** Reads a SIP domain: a host name, an IPv4 address or an IPv6 address (brackets optional). The result is the spelling that realms and keys have. */
export function readDomain(text: string): string | Misread {
  const domain = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  if (domain.length <= 253 && (isIPv6(domain) || isHostname(domain))) return canonicalHost(domain);
  return {
    wrong: domain === "" ? "it is empty" : "it is neither a host name nor an address",
    instead: nearDomain(text),
  };
}

/** The domain inside what people type by mistake: a URI, an address of record, a port behind it, stray characters. */
function nearDomain(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^[a-z]+:(?:\/\/)?/i, "")
    .replace(/^.*@/, "")
    .replace(/[/;?>].*$/, "")
    .replace(/:\d*$/, "");
  for (const candidate of [
    bare,
    bare
      .replace(/[^A-Za-z0-9.-]/g, "-")
      .replace(/\.{2,}/g, ".")
      .replace(/^[.-]+|[.-]+$/g, ""),
  ]) {
    if (candidate !== "" && candidate !== text && candidate.length <= 253 && isHostname(candidate))
      return candidate.toLowerCase();
  }
  return null;
}
