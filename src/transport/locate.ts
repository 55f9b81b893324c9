import { type Fault, fault, type Kernel } from "../kernel/mod.ts";
import {
  canonicalHost,
  hostPort,
  isHostname,
  isIPv4,
  isIPv6,
  type SipUri,
  uriParam,
  withoutBrackets,
} from "../syntax/mod.ts";
import { defaultPort, isSecure, type Listener, type Protocol, type Target } from "./flow.ts";
import { Lookups, type NaptrRecord, type Resolver, type SrvRecord } from "./lookup.ts";

/** RFC 3261 §18.1.1: "larger than 1300 bytes and the path MTU is unknown". */
const LARGEST_DATAGRAM = 1300;
/** Milliseconds for which a target that failed is tried after all others. */
const DEAD_MS = 30_000;
const MAX_DEAD = 1_000;
const MAX_SERVERS = 10;
const MAX_ADDRESSES = 8;

/** NAPTR services and the protocols they stand for (RFC 3263 §4.1, RFC 7118 §5.5). */
const services: Readonly<Record<string, Protocol>> = {
  "sip+d2u": "UDP",
  "sip+d2t": "TCP",
  "sips+d2t": "TLS",
  "sip+d2w": "WS",
  "sips+d2w": "WSS",
};

/** Where the SRV records of a protocol lie beneath a domain. */
const servicePrefix: Readonly<Record<Protocol, string>> = {
  UDP: "_sip._udp.",
  TCP: "_sip._tcp.",
  TLS: "_sips._tcp.",
  WS: "_sip._ws.",
  WSS: "_sips._ws.",
};

/** Protocols in the order tried when nothing says which: what RFC 2543 required first (RFC 3263 §4.1), TLS by request. */
const plainProtocols: readonly Protocol[] = ["UDP", "TCP", "TLS"];
const secureProtocols: readonly Protocol[] = ["TLS"];

/** All that a user agent may open a way with; a server opens no WebSocket. */
export const everyProtocol: readonly Protocol[] = ["UDP", "TCP", "TLS", "WS", "WSS"];

/** Whoever says where a request goes: by RFC 3263 and the DNS (`Locator`), or as a page's one server has it. */
export interface Locating {
  /** The targets of `uri` for a request of `size` octets, in the order to try them; a fault says why there is none. */
  locate(uri: SipUri, size: number): Target[] | Promise<Target[] | Fault>;
  /** Nobody was found at `target`. */
  markFailed(target: Target): void;
}

export interface LocatorOptions {
  /** Octets above which a request goes by TCP where nothing asks for UDP. Default 1300 (RFC 3261 §18.1.1). */
  readonly largestDatagram?: number;
  /** Protocols this element can open a way with. Default UDP, TCP and TLS; a server opens no WebSocket. */
  readonly protocols?: readonly Protocol[];
}

/** What the listeners of this element can be used for. */
interface Reach {
  readonly listeners: readonly Listener[];
}

/** The wish of one URI, read once. */
interface Wish {
  readonly secure: boolean;
  /** From the transport parameter; null when it has none. */
  readonly protocol: Protocol | null;
  /** RFC 3263's TARGET: the maddr, else the host. */
  readonly host: string;
  readonly port: number | null;
  readonly size: number;
}

/**
 * Where a request to a URI is sent (RFC 3263, for both address families as in RFC 7984): the targets in the order to try
 * them, each the failover of the one before (§4.3).
 */
export class Locator implements Locating {
  private readonly kernel: Kernel;
  private readonly reach: Reach;
  private readonly lookups: Lookups;
  private readonly largestDatagram: number;
  private readonly protocols: readonly Protocol[];
  /** Targets that failed of late, and until when they come last. */
  private readonly dead = new Map<string, number>();
  /** Whether a URI names this element's own domain: then it is the next hop itself, whatever the DNS says of that name. */
  serves: ((uri: SipUri) => boolean) | null = null;

  /** `reach` is asked anew each time, so listeners may be added later. */
  constructor(kernel: Kernel, resolver: Resolver, reach: Reach, options: LocatorOptions = {}) {
    this.kernel = kernel;
    this.reach = reach;
    this.lookups = new Lookups(kernel, resolver);
    this.largestDatagram = options.largestDatagram ?? LARGEST_DATAGRAM;
    this.protocols = options.protocols ?? plainProtocols;
  }

  /**
   * The targets of `uri` for a request of `size` octets: at once when the host is numeric or localhost. A fault says why
   * there is none; lookups end within seconds, whatever the DNS does.
   */
  locate(uri: SipUri, size: number): Target[] | Promise<Target[] | Fault> {
    const secure = uri.scheme === "sips";
    const protocol = uri.params === "" ? null : protocolOf(uri);
    if (protocol === "unusable") return this.none(`transport=${uriParam(uri.params, "transport")} is not usable here`);
    const maddr = uri.params === "" ? null : uriParam(uri.params, "maddr");
    const host = maddr === null || maddr === "" ? uri.host : withoutBrackets(maddr);
    const wish: Wish = { secure, protocol, host, port: uri.port, size };
    if (this.serves?.(uri) === true) {
      const own = this.ownListeners(wish);
      if (own.length > 0) return this.ordered(wish, own);
    }
    if (host.indexOf(":") !== -1 ? isIPv6(host) : isIPv4(host)) return this.numeric(wish);
    const name = canonicalHost(host);
    // RFC 6761 §6.3, §6.4: these two never reach the DNS.
    if (name === "localhost" || name.endsWith(".localhost")) return this.loopback(wish);
    if (!isHostname(name) || name.endsWith(".invalid")) return this.none(`${host} has no address`);
    if (protocol !== null && this.families(protocol).length === 0) return this.none(`no listener speaks ${protocol}`);
    return this.named({ ...wish, host: name });
  }

  /** A request to `target` found nobody there: for half a minute the others go first. */
  markFailed(target: Target): void {
    const key = deadKey(target);
    this.dead.delete(key);
    if (this.dead.size >= MAX_DEAD) this.dead.delete(this.dead.keys().next().value as string);
    this.dead.set(key, this.kernel.clock.now() + DEAD_MS);
  }

  /** The listeners of this element that take such a request, the preferred protocol's alone. */
  private ownListeners({ secure, protocol, host }: Wish): Target[] {
    const wanted = protocol ?? this.preferred(secure, null);
    const listeners = this.reach.listeners.filter((listener) => listener.protocol === wanted);
    return listeners.map((listener) => {
      return { protocol: listener.protocol, host: numericHost(listener.host), port: listener.port, domain: host };
    });
  }

  private numeric(wish: Wish): Target[] | Promise<Fault> {
    const { host } = wish;
    const protocol = wish.protocol ?? this.preferred(wish.secure, host.indexOf(":") !== -1);
    if (protocol === null) return this.none(`no listener leads to ${host}`);
    return this.ordered(wish, [{ protocol, host, port: wish.port ?? defaultPort(protocol), domain: "" }]);
  }

  private loopback(wish: Wish): Target[] | Promise<Fault> {
    const protocol = wish.protocol ?? this.preferred(wish.secure, null);
    if (protocol === null) return this.none(`no listener leads to ${wish.host}`);
    const port = wish.port ?? defaultPort(protocol);
    const targets = this.families(protocol).map((isV6) => {
      return { protocol, host: isV6 ? "::1" : "127.0.0.1", port, domain: "localhost" };
    });
    return targets.length === 0 ? this.none(`no listener speaks ${protocol}`) : this.ordered(wish, targets);
  }

  private async named(wish: Wish): Promise<Target[] | Fault> {
    const search = new Search(wish.host);
    const targets = wish.port === null ? await this.byRecords(wish, search) : null;
    const found = targets ?? (await this.byAddress(wish, search));
    if (found.length > 0) return this.ordered(wish, found);
    if (search.failed) return fault("network", 503, "RFC 3263 §4", `the DNS gives no answer about ${wish.host}`);
    return fault("peer", 503, "RFC 3263 §4", `the DNS knows no address to reach ${wish.host} by`);
  }

  /** §4.1 NAPTR and SRV, for a URI without a port; null when there are no such records. */
  private async byRecords(wish: Wish, search: Search): Promise<Target[] | null> {
    if (wish.protocol !== null) return this.bySrv(wish.protocol, servicePrefix[wish.protocol] + wish.host, search);
    const usable = this.usable(wish.secure);
    const finding = await this.lookups.naptr(wish.host);
    const pointers = applicable(finding.records, usable);
    const pointed = await Promise.all(pointers.map(([protocol, name]) => this.bySrv(protocol, name, search)));
    const byPointer = pointed.filter((targets) => targets !== null).flat();
    if (byPointer.length > 0) return byPointer;
    const names = usable.map((protocol) => this.bySrv(protocol, servicePrefix[protocol] + wish.host, search));
    const served = (await Promise.all(names)).filter((targets) => targets !== null);
    return served.length === 0 ? null : served.flat();
  }

  /** §4.2: the addresses of the name itself, at the URI's port or the protocol's own. */
  private byAddress(wish: Wish, search: Search): Promise<Target[]> {
    const protocol = wish.protocol ?? this.preferred(wish.secure, null);
    if (protocol === null) return Promise.resolve([]);
    return this.addresses(protocol, wish.host, wish.port ?? defaultPort(protocol), search);
  }

  /** The servers that SRV records name, most wanted first; null when there are no records. */
  private async bySrv(protocol: Protocol, name: string, search: Search): Promise<Target[] | null> {
    const finding = await this.lookups.srv(name);
    if (finding.failed) search.failed = true;
    if (finding.records.length === 0) return null;
    // RFC 2782: the target "." says that the service is decidedly not there.
    const records = finding.records.filter(
      (record) => record.port > 0 && record.target !== "." && record.target !== "",
    );
    const servers = this.inOrder(records).slice(0, MAX_SERVERS);
    const found = servers.map((server) => this.addresses(protocol, server.target, server.port, search));
    return (await Promise.all(found)).flat(); // RFC 7984 §4: the addresses of two servers are never interleaved
  }

  /** The addresses of one host, the family of the first listener first (RFC 7984 §3.1: all families looked up). */
  private async addresses(protocol: Protocol, host: string, port: number, search: Search): Promise<Target[]> {
    if (isIPv4(host)) return [{ protocol, host, port, domain: search.domain }];
    const findings = await Promise.all(
      this.families(protocol).map((isV6) => (isV6 ? this.lookups.aaaa(host) : this.lookups.a(host))),
    );
    const targets: Target[] = [];
    for (const finding of findings) {
      if (finding.failed) search.failed = true;
      for (const address of finding.records.slice(0, MAX_ADDRESSES)) {
        targets.push({ protocol, host: address, port, domain: search.domain });
      }
    }
    return targets;
  }

  /** SRV records by priority, and within one by weighted lot (RFC 2782, "Weight"). */
  private inOrder(records: readonly SrvRecord[]): SrvRecord[] {
    // Of one priority those of weight 0 come first, so that they keep "a very small chance".
    const waiting = [...records].sort((a, b) => a.priority - b.priority || Math.sign(a.weight) - Math.sign(b.weight));
    const ordered: SrvRecord[] = [];
    while (waiting.length > 0) {
      const priority = (waiting[0] as SrvRecord).priority;
      let peers = 0;
      let sum = 0;
      for (; waiting[peers]?.priority === priority; peers++) sum += (waiting[peers] as SrvRecord).weight;
      let lot = Math.floor(this.kernel.random.fraction() * (sum + 1));
      let chosen = 0;
      while (chosen < peers - 1 && lot > (waiting[chosen] as SrvRecord).weight) {
        lot -= (waiting[chosen++] as SrvRecord).weight;
      }
      ordered.push(...waiting.splice(chosen, 1));
    }
    return ordered;
  }

  /** The targets with the size rule applied and those last that failed a moment ago. */
  private ordered(wish: Wish, targets: Target[]): Target[] {
    const sized = wish.size > this.largestDatagram && wish.protocol === null ? this.reliableFirst(targets) : targets;
    if (this.dead.size === 0 || sized.length < 2) return sized;
    const dead = sized.filter((target) => this.isDead(target));
    return dead.length === 0 ? sized : [...sized.filter((target) => !dead.includes(target)), ...dead];
  }

  /** RFC 3261 §18.1.1: by TCP when it is large, and by UDP after all when TCP is refused. */
  private reliableFirst(targets: Target[]): Target[] {
    const datagrams = targets.filter(({ protocol }) => protocol === "UDP");
    if (datagrams.length === 0) return targets;
    let reliable = targets.filter(({ protocol }) => protocol !== "UDP");
    if (reliable.length === 0) {
      const families = this.families("TCP");
      reliable = datagrams
        .filter(({ host }) => families.includes(host.indexOf(":") !== -1))
        .map((target) => ({ ...target, protocol: "TCP" as const }));
    }
    return [...reliable, ...datagrams];
  }

  private isDead(target: Target): boolean {
    const key = deadKey(target);
    const until = this.dead.get(key);
    if (until === undefined) return false;
    if (until > this.kernel.clock.now()) return true;
    this.dead.delete(key);
    return false;
  }

  /** Protocols to look for when the URI names none. */
  private usable(secure: boolean): Protocol[] {
    const wanted = secure ? this.protocols.filter(isSecure) : this.protocols;
    return wanted.filter((protocol) => this.reach.listeners.some((listener) => listener.protocol === protocol));
  }

  /** The protocol for a URI that names none: UDP, or TLS for sips (§4.1); another where no listener speaks that one. */
  private preferred(secure: boolean, isV6: boolean | null): Protocol | null {
    for (const protocol of secure ? secureProtocols : plainProtocols) {
      for (const listener of this.reach.listeners) {
        const fits = isV6 === null || isV6 === (listener.host.indexOf(":") !== -1);
        if (listener.protocol === protocol && fits) return protocol;
      }
    }
    return null;
  }

  /** Address families of the listeners that speak `protocol`, in their order; true is IPv6. */
  private families(protocol: Protocol): boolean[] {
    const families: boolean[] = [];
    for (const listener of this.reach.listeners) {
      const isV6 = listener.host.indexOf(":") !== -1;
      if (listener.protocol === protocol && !families.includes(isV6)) families.push(isV6);
    }
    return families;
  }

  private none(text: string): Promise<Fault> {
    return Promise.resolve(fault("peer", 503, "RFC 3263 §4", text));
  }
}

/** One search through the DNS: whose name the certificates must bear, and whether an answer was missing. */
class Search {
  readonly domain: string;
  failed = false;

  constructor(domain: string) {
    this.domain = domain;
  }
}

/** What the transport parameter asks for, with the scheme's demand for TLS (RFC 3261 §26.2.2). */
function protocolOf(uri: SipUri): Protocol | null | "unusable" {
  const secure = uri.scheme === "sips";
  const parameter = uriParam(uri.params, "transport");
  switch (parameter === null ? null : parameter.toLowerCase()) {
    case null:
      return null;
    case "udp":
      return secure ? "unusable" : "UDP";
    case "tcp":
      return secure ? "TLS" : "TCP";
    case "tls": // deprecated by RFC 3261 §26.2.2 and in every second phone
      return "TLS";
    case "ws":
      return secure ? "WSS" : "WS";
    case "wss":
      return "WSS";
    default:
      return "unusable";
  }
}

/** NAPTR records this element can follow, most preferred first, as protocol and name of the SRV records (RFC 3263 §4.1). */
function applicable(records: readonly NaptrRecord[], usable: readonly Protocol[]): [Protocol, string][] {
  const found: [Protocol, string][] = [];
  for (const record of [...records].sort((a, b) => a.order - b.order || a.preference - b.preference)) {
    const protocol = services[record.service.toLowerCase()];
    if (protocol === undefined || !usable.includes(protocol)) continue;
    if (record.flags.toLowerCase() !== "s" || record.regexp !== "" || record.replacement === "") continue;
    if (found.length < MAX_SERVERS) found.push([protocol, record.replacement]);
  }
  return found;
}

/** An address of this machine for a listener on all of them. */
function numericHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "::" ? "::1" : host;
}

function deadKey(target: Target): string {
  return `${target.protocol} ${hostPort(target.host, target.port)}`;
}
