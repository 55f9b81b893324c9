import { canonicalHost, type SipUri, uriParam, withoutBrackets, withoutUriParam } from "../syntax/mod.ts";
import { defaultPort, type Listener } from "../transport/mod.ts";

/**
 * What belongs to this server: its domains, and the addresses it listens on. "Is this me?" compares host *and* port, for
 * a match of the host alone makes ACKs to a phone on the same machine loop.
 */
export class Responsibility {
  private readonly domains: ReadonlySet<string>;
  private readonly first: string;
  /** The domain every host stands for when only one is served; else null. */
  readonly only: string | null;
  private readonly listeners: readonly Listener[];

  constructor(domains: readonly string[], listeners: readonly Listener[]) {
    this.domains = new Set(domains.map((domain) => canonicalHost(withoutBrackets(domain))));
    this.first = [...this.domains][0] ?? "localhost";
    this.only = this.domains.size === 1 ? this.first : null;
    this.listeners = listeners;
  }

  /** The served domain a host stands for: itself, or the first one for an address we merely listen on. Canonical spelling. */
  domainOf(host: string): string {
    if (this.isServed(host)) return host;
    const canonical = canonicalHost(host);
    return this.isServed(canonical) ? canonical : this.first;
  }

  /** The served domain that an address of record lies in; null when it is none of ours. */
  ownDomainOf(uri: SipUri): string | null {
    return this.isLocal(uri) || this.isOwnHost(uri.host) ? this.domainOf(uri.host) : null;
  }

  /**
   * The URI names a domain we are responsible for, or one of our own addresses with its port. One with a maddr is a matter of
   * the element that it names, whatever its host (RFC 3261 §16.5).
   */
  isLocal(uri: SipUri): boolean {
    if (uri.params !== "" && uriParam(uri.params, "maddr")) return false;
    return this.isDomain(uri) || this.isSelf(uri);
  }

  /**
   * A Request-URI whose maddr names this server, without it and without the port and transport that went with it (RFC 3261
   * §16.4); any other URI as it is.
   */
  withoutOwnMaddr(uri: SipUri): SipUri {
    const maddr = uri.params === "" ? null : uriParam(uri.params, "maddr");
    if (!maddr || !this.isLocal({ ...uri, host: maddr, params: "" })) return uri;
    const params = withoutUriParam(withoutUriParam(uri.params, "maddr"), "transport");
    return { ...uri, port: null, params };
  }

  /** The host is a served domain. With a port it must be one we listen on: another one is another server. */
  isDomain(uri: SipUri): boolean {
    const { host } = uri;
    if (!this.isServed(host) && !this.isServed(canonicalHost(host))) return false;
    return uri.port === null || this.listensOn(uri.port);
  }

  /** The host alone is a served domain or one of our addresses; for identities (From, To), where ports mean nothing. */
  isOwnHost(host: string): boolean {
    if (this.isServed(host)) return true;
    const canonical = canonicalHost(host);
    return this.isServed(canonical) || this.listeners.some((each) => isAt(each, canonical));
  }

  /** Host and port are an address this server itself receives on (a Route with our own URI, RFC 3261 §16.4). */
  isSelf(uri: SipUri): boolean {
    for (const listener of this.listeners) {
      const port = uri.port ?? (uri.scheme === "sips" ? 5061 : defaultPort(listener.protocol));
      if (listener.port === port && isAddressOf(listener, uri.host, port)) return true;
    }
    return false;
  }

  /** A domain in canonical spelling. A look-up by a text cut from a message costs more than comparing it with the only one. */
  private isServed(domain: string): boolean {
    return domain === this.first || (this.only === null && this.domains.has(domain));
  }

  private listensOn(port: number): boolean {
    return this.listeners.some((listener) => listener.port === port);
  }
}

/** One bound to every address of the machine is at each of them. */
function isAt({ host, hosts }: Listener, canonical: string): boolean {
  return canonical === canonicalHost(host) || (hosts?.includes(canonical) ?? false);
}

/** The host is the one a listener is bound to, or the one it calls itself by. */
function isAddressOf(listener: Listener, host: string, port: number): boolean {
  if (host === listener.host) return true;
  const canonical = canonicalHost(host);
  return isAt(listener, canonical) || listener.sentBy.toLowerCase() === `${canonical}:${port}`;
}
