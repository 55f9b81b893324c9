import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { hostPort } from "../../transport/mod.ts";
import type { HttpSettings } from "../config/settings.ts";
import { Admission, type ConnectionLimits, defaultLimits } from "../sockets/limits.ts";
import { portHolder } from "../sockets/port-holder.ts";
import { checkHost } from "./access.ts";
import { createApp, type HttpParts } from "./app.ts";

/** For the head of a request, and for all of it, in milliseconds; looked at so often. */
const REQUEST_MS = 10_000;
const CHECK_MS = 5_000;

/** The HTTP port: status, API, metrics, and the server that WebSocket connections are upgraded on. */
export class HttpService {
  /** For whoever serves WebSockets. "upgrade" is told of requests only that name this server in Host; others get their 421. */
  readonly server: Server;
  private readonly settings: HttpSettings;
  private readonly parts: HttpParts;

  /** @param limits connections at a time, in all and from one address; WebSockets are among them */
  constructor(settings: HttpSettings, parts: HttpParts, limits: ConnectionLimits = defaultLimits) {
    this.settings = settings;
    this.parts = parts;
    const app = createApp(parts);
    const shouldUpgradeCallback = (request: IncomingMessage): boolean =>
      this.server.listenerCount("upgrade") > 0 && checkHost(request.headers.host, parts.access) === null;
    const serverOptions = { shouldUpgradeCallback, connectionsCheckingInterval: CHECK_MS };
    this.server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false, serverOptions }) as Server;
    this.server.headersTimeout = REQUEST_MS;
    this.server.requestTimeout = REQUEST_MS;
    const admission = new Admission(limits);
    this.server.on("connection", (socket) => {
      const source = socket.remoteAddress ?? "";
      if (admission.admit(source) !== null) socket.destroy();
      else socket.once("close", () => admission.release(source));
    });
  }

  /** Null once it listens, else one line without a full stop: which port could not be opened, why, and who holds it. */
  listen(): Promise<string | null> {
    const { host, port } = this.settings;
    const { server } = this;
    return new Promise((resolve) => {
      const refused = (error: NodeJS.ErrnoException): void => resolve(failureText(host, port, error));
      server.once("error", refused);
      server.listen({ host, port, exclusive: true, ipv6Only: host.includes(":") }, () => {
        server.off("error", refused);
        server.on("error", () => {}); // accept() may fail for lack of descriptors; the next one may not
        resolve(null);
      });
    });
  }

  /** `127.0.0.1:8060`, with the port the system gave. */
  get address(): string {
    return hostPort(this.settings.host, (this.server.address() as AddressInfo).port);
  }

  /** Ends event streams and idle connections and stops listening. */
  async close(): Promise<void> {
    this.parts.events.close();
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const forced = setTimeout(() => this.server.closeAllConnections(), 500);
    await closed;
    clearTimeout(forced);
  }
}

function failureText(host: string, port: number, error: NodeJS.ErrnoException): string {
  const where = `HTTP ${hostPort(host, port)}`;
  switch (error.code) {
    case "EADDRINUSE": {
      const holder = portHolder("tcp", host, port);
      const by = holder === null ? "" : ` by ${holder.name} (process ${holder.pid})`;
      return `${where} is in use${by}; choose another with --http, or none with --no-http`;
    }
    case "EACCES":
      return `${where} is reserved: this process lacks the privilege to open it`;
    case "EADDRNOTAVAIL":
      return `${where} cannot be opened: no interface of this machine has that address`;
    default:
      return `${where} cannot be opened: ${error.code ?? error.message}`;
  }
}
