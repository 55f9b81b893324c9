import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type Server as TlsServer } from "node:tls";
import type { Kernel } from "../../kernel/mod.ts";
import { hostPort } from "../../transport/mod.ts";
import type { Admission, ConnectionLimits } from "./limits.ts";
import { type ListenerSpec, type ListenFailure, listenFailure } from "./listening.ts";
import { plainReason } from "./reason.ts";
import type { TlsMaterial } from "./tls.ts";

const BACKLOG = 1024;

/** Listens on one TCP or TLS address and hands over each connection it lets in, its handshake done. */
export class Acceptor {
  private readonly kernel: Kernel;
  private readonly spec: ListenerSpec;
  private readonly admission: Admission;
  private readonly server: Server;
  private readonly tls: TlsServer | null;

  constructor(
    kernel: Kernel,
    spec: ListenerSpec,
    parts: { admission: Admission; limits: ConnectionLimits; tls: TlsMaterial | null },
    onSocket: (socket: Socket | TLSSocket, host: string, port: number) => void,
  ) {
    this.kernel = kernel;
    this.spec = spec;
    this.admission = parts.admission;
    const accept = (socket: Socket | TLSSocket): void => {
      if (socket.remoteAddress !== undefined && !socket.destroyed)
        onSocket(socket, socket.remoteAddress, socket.remotePort ?? 0);
      else socket.destroy();
    };
    if (parts.tls === null) {
      this.tls = null;
      this.server = createServer({}, (socket) => this.admits(socket) && accept(socket));
    } else {
      const server = createTlsServer({ ...parts.tls.options, handshakeTimeout: parts.limits.handshakeMs }, accept);
      server.on("connection", (socket) => this.admits(socket));
      server.on("tlsClientError", (error, socket) => this.handshakeFailed(error, socket));
      this.tls = server;
      this.server = server;
    }
  }

  /** Binds; the port bound to, or why not. */
  listen(): Promise<number | ListenFailure> {
    const { server, spec } = this;
    return new Promise((resolve) => {
      const refused = (error: NodeJS.ErrnoException): void => resolve(listenFailure(spec, error));
      server.on("error", refused);
      server.listen(
        { host: spec.host, port: spec.port, backlog: BACKLOG, exclusive: true, ipv6Only: spec.host.includes(":") },
        () => {
          server.off("error", refused);
          server.on("error", (error) =>
            this.dropped(hostPort(spec.host, spec.port), `cannot accept: ${error.message}`),
          );
          resolve((server.address() as { port: number }).port);
        },
      );
    });
  }

  /** Shakes hands with another certificate from now on. */
  renew(material: TlsMaterial): void {
    this.tls?.setSecureContext(material.options);
  }

  /** Accepts no more; connections that are up stay so. */
  stop(): void {
    if (this.server.listening) this.server.close();
  }

  private admits(socket: Socket): boolean {
    socket.on("error", () => socket.destroy());
    const source = socket.remoteAddress;
    if (source === undefined) {
      socket.destroy();
      return false;
    }
    const refusal = this.admission.admit(source);
    if (refusal !== null) {
      this.dropped(source, refusal);
      socket.destroy();
      return false;
    }
    socket.once("close", () => this.admission.release(source));
    return true;
  }

  private handshakeFailed(error: Error, socket: TLSSocket): void {
    const remote = hostPort(socket.remoteAddress ?? "unknown", socket.remotePort ?? 0);
    this.dropped(remote, plainReason(error, "TLS", remote));
    socket.destroy();
  }

  private dropped(source: string, why: string): void {
    const { observations, clock } = this.kernel;
    if (observations.wants.dropped) observations.emit({ type: "dropped", at: clock.now(), source, why });
  }
}
