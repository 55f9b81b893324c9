import { networkInterfaces } from "node:os";
import { canonicalHost } from "../../syntax/mod.ts";
import { hostPort, type Listener, type Protocol } from "../../transport/mod.ts";
import { isLoopback } from "../loopback.ts";
import { type PortHolder, portHolder } from "./port-holder.ts";
import type { TlsFiles } from "./tls.ts";

/** One address to listen on, as the configuration names it. */
export interface ListenerSpec {
  readonly protocol: Exclude<Protocol, "WS" | "WSS">;
  /** Numeric, IPv6 without brackets; 0.0.0.0 or :: for every interface. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** `host` or `host:port` others reach it by, where that differs (behind a NAT). */
  readonly advertised?: string;
  /** TLS only. */
  readonly tls?: TlsFiles;
}

/** Why a listener could not be opened, for a person to read and a program to act on. */
export interface ListenFailure {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  /** The system's error code; EINVAL when the address, the certificate or the key cannot be used at all. */
  readonly code: string;
  /** Who holds the port, where the system tells. */
  readonly process: PortHolder | null;
  /** One sentence without a full stop. */
  readonly text: string;
}

/** Words for the system's refusal to open a listener. */
export function listenFailure(spec: ListenerSpec, error: NodeJS.ErrnoException): ListenFailure {
  const { protocol, host, port } = spec;
  const code = error.code ?? "UNKNOWN";
  const holder = code === "EADDRINUSE" ? portHolder(protocol === "UDP" ? "udp" : "tcp", host, port) : null;
  return { protocol, host, port, code, process: holder, text: sentence(spec, code, error.message, holder) };
}

/** The failure of a listener whose configuration cannot be used, for the reason `text`. */
export function unusable(spec: ListenerSpec, text: string): ListenFailure {
  const { protocol, host, port } = spec;
  return { protocol, host, port, code: "EINVAL", process: null, text: `${protocol} ${hostPort(host, port)}: ${text}` };
}

function sentence(spec: ListenerSpec, code: string, message: string, holder: PortHolder | null): string {
  const where = `${spec.protocol} ${hostPort(spec.host, spec.port)}`;
  switch (code) {
    case "EADDRINUSE":
      return holder === null ? `${where} is in use` : `${where} is in use by ${holder.name} (process ${holder.pid})`;
    case "EACCES":
      return `${where} is reserved: this process lacks the privilege to open it`;
    case "EADDRNOTAVAIL":
      return `${where} cannot be opened: no interface of this machine has that address`;
    case "EAFNOSUPPORT":
      return `${where} cannot be opened: this machine has no IPv${spec.host.includes(":") ? 6 : 4}`;
    default:
      return `${where} cannot be opened: ${message}`;
  }
}

/** The listener that a spec has become once the system has given it `port`. */
export function listenerFrom(spec: ListenerSpec, port: number): Listener {
  const { protocol, host, advertised } = spec;
  return { protocol, host, port, sentBy: sentBy(host, port, advertised), ...hostsOf(host) };
}

/** What stands in Via and Record-Route: the advertised address, else the one bound to, else one a peer could use. */
export function sentBy(host: string, port: number, advertised: string | undefined): string {
  if (advertised === undefined || advertised === "") return hostPort(ownAddress(host), port);
  if (advertised.startsWith("[")) return /\]:\d+$/.test(advertised) ? advertised : `${advertised}:${port}`;
  const colon = advertised.indexOf(":");
  if (colon === -1) return `${advertised}:${port}`;
  return advertised.indexOf(":", colon + 1) === -1 ? advertised : `[${advertised}]:${port}`;
}

/** The addresses of a listener on all of this machine's, for "is this me?"; nothing for one on an address of its own. */
export function hostsOf(host: string): Pick<Listener, "hosts"> {
  if (host !== "0.0.0.0" && host !== "::") return {};
  const family = host === "::" ? "IPv6" : "IPv4";
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return { hosts: addresses.filter((each) => each.family === family).map(({ address }) => canonicalHost(address)) };
}

/** An address to put in the place of "every interface": the first one that leads out of this machine, else loopback. */
function ownAddress(host: string): string {
  if (host !== "0.0.0.0" && host !== "::") return host;
  const family = host === "::" ? "IPv6" : "IPv4";
  for (const addresses of Object.values(networkInterfaces())) {
    for (const each of addresses ?? []) {
      if (each.family === family && !each.internal && !each.address.startsWith("fe80:")) return each.address;
    }
  }
  return family === "IPv6" ? "::1" : "127.0.0.1";
}

/**
 * The listener of `protocol` to reach `host` from: `preferred` when it can, else the one bound nearest. Null when none of
 * that address family can: a listener on loopback leads nowhere else.
 */
export function listenerFor(
  listeners: readonly Listener[],
  protocol: Protocol,
  host: string,
  preferred?: Listener,
): Listener | null {
  if (preferred?.protocol === protocol && nearness(preferred, host) > 0) return preferred;
  let best: Listener | null = null;
  let bestNearness = 0;
  for (const listener of listeners) {
    if (listener.protocol !== protocol) continue;
    const near = nearness(listener, host);
    if (near > bestNearness) {
      best = listener;
      bestNearness = near;
    }
  }
  return best;
}

/** 0 when `listener` cannot reach `host`, higher the less is left to the routing table. */
function nearness(listener: Listener, host: string): number {
  if (listener.host.includes(":") !== host.includes(":")) return 0;
  if (listener.host === host) return 4;
  const loopback = isLoopback(host);
  if (isLoopback(listener.host)) return loopback ? 3 : 0;
  if (listener.host === "0.0.0.0" || listener.host === "::") return 2;
  return loopback ? 1 : 3;
}
