import { canonicalHost } from "../../syntax/mod.ts";
import { hostPort, type Protocol } from "../../transport/mod.ts";
import type { Connection } from "./connection.ts";

/** The open connections of a process, by id and by where they lead. */
export class ConnectionTable {
  private readonly byId = new Map<number, Connection>();
  private readonly byRemote = new Map<string, Connection>();
  /** Every connection whose socket still exists, those included that only let their last answer leave. */
  private readonly sockets = new Set<Connection>();

  get size(): number {
    return this.byId.size;
  }

  add(connection: Connection): void {
    this.byId.set(connection.id, connection);
    this.byRemote.set(keyOf(connection), connection);
    this.sockets.add(connection);
    connection.gone().then(() => this.sockets.delete(connection));
  }

  /** Targets no longer find it. */
  remove(connection: Connection): void {
    this.byId.delete(connection.id);
    const key = keyOf(connection);
    if (this.byRemote.get(key) === connection) this.byRemote.delete(key);
  }

  withId(id: number): Connection | null {
    return this.byId.get(id) ?? null;
  }

  /**
   * The connection to that address and port, accepted or opened. A TLS connection verified for one domain is not found
   * for another (RFC 5922 §7.3): `domain` is "" when nobody's name matters.
   */
  leadingTo(protocol: Protocol, host: string, port: number, domain: string): Connection | null {
    return this.byRemote.get(key(protocol, host, port, domain)) ?? null;
  }

  /** Ends all of them for `reason`; resolves when the last socket is gone, after `drainMs` milliseconds at most. */
  async close(reason: string, drainMs: number): Promise<void> {
    for (const connection of [...this.byId.values()]) connection.close(reason, true);
    const force = setTimeout(() => {
      for (const connection of this.sockets) connection.destroy();
    }, drainMs);
    await Promise.all([...this.sockets].map((connection) => connection.gone()));
    clearTimeout(force);
  }
}

function keyOf(connection: Connection): string {
  return key(connection.protocol, connection.remoteHost, connection.remotePort, connection.domain);
}

function key(protocol: Protocol, host: string, port: number, domain: string): string {
  const remote = hostPort(host.indexOf(":") === -1 ? host : canonicalHost(host), port);
  return domain === "" ? `${protocol} ${remote}` : `${protocol} ${remote} ${domain}`;
}
