import { connect, isIP, type Socket } from "node:net";
import { type ConnectionOptions, type TLSSocket, connect as tlsConnect } from "node:tls";
import { type Fault, fault } from "../../kernel/mod.ts";
import {
  type Flow,
  hostPort,
  type Listener,
  type Target,
  type Transport,
  type TransportUser,
} from "../../transport/mod.ts";
import type { NodeKernel } from "../kernel.ts";
import { Acceptor } from "./acceptor.ts";
import type { Connection, ConnectionEnds, ConnectionOwner } from "./connection.ts";
import { ConnectionTable } from "./connection-table.ts";
import { datagramRuns } from "./datagram-runs.ts";
import { Admission, type ConnectionLimits, defaultLimits } from "./limits.ts";
import {
  type ListenerSpec,
  type ListenFailure,
  listenerFor,
  listenerFrom,
  listenFailure,
  unusable,
} from "./listening.ts";
import { StreamConnection } from "./stream.ts";
import { checkSipIdentity, type TlsFiles, type TlsMaterial, tlsMaterial } from "./tls.ts";
import { UdpSocket } from "./udp.ts";
import type { DatagramSocket, DatagramUser } from "./udp-flow.ts";

export interface TransportOptions {
  readonly listeners: readonly ListenerSpec[];
  readonly limits?: Partial<ConnectionLimits>;
  /** False connects to TLS peers whose certificate cannot be verified. Default true. */
  readonly rejectUnauthorized?: boolean;
  /** True reads and writes IPv4 datagrams many per system call, where the system and this Node let it. Default false. */
  readonly datagramRuns?: boolean;
  /** Hears of exceptions thrown by the transport's users. Without it they surface as uncaught exceptions. */
  readonly onFailure?: (error: unknown) => void;
}

/** What stands behind a listener of ours. */
interface OpenListener {
  readonly listener: Listener;
  readonly datagrams: DatagramSocket | null;
  readonly acceptor: Acceptor | null;
  /** Of a TLS listener: its files, and what was read from them last. */
  readonly tls: { readonly files: TlsFiles; material: TlsMaterial } | null;
}

/** The transport of a process: its UDP sockets, its TCP, TLS and WebSocket connections, and the way to any target. */
export class NodeTransport implements Transport, ConnectionOwner, DatagramUser {
  readonly kernel: NodeKernel;
  readonly limits: ConnectionLimits;
  readonly admission: Admission;
  readonly listeners: Listener[] = [];
  private readonly options: TransportOptions;
  private readonly opened = new Map<Listener, OpenListener>();
  private readonly connections = new ConnectionTable();
  private user: TransportUser | null = null;
  private lastFlowId: number;
  private closed = false;
  /** Opens the WebSocket of a client anew when it was lost; null where this process is no WebSocket client. */
  redial: ((host: string, port: number) => Connection | null) | null = null;

  constructor(kernel: NodeKernel, options: TransportOptions) {
    this.kernel = kernel;
    this.options = options;
    this.limits = { ...defaultLimits, ...options.limits };
    this.admission = new Admission(this.limits);
    // A flow token outlives a restart, its connection does not: ids of two runs must not meet.
    this.lastFlowId = Math.floor(kernel.clock.now());
  }

  /** Names who receives what arrives. Until then everything is dropped. */
  attach(user: TransportUser): void {
    this.user = user;
  }

  /** Opens every listener, or none: null on success, else the first failure. */
  async listen(): Promise<ListenFailure | null> {
    for (const spec of this.options.listeners) {
      const opened = spec.protocol === "UDP" ? await this.openUdp(spec) : await this.openStream(spec);
      if ("text" in opened) {
        await this.close();
        return opened;
      }
      this.opened.set(opened.listener, opened);
      this.listeners.push(opened.listener);
    }
    return null;
  }

  /** Accepts no new connections from now on; what is open stays. The first half of a clean stop. */
  stopAccepting(): void {
    for (const { acceptor } of this.opened.values()) acceptor?.stop();
  }

  /** Closes everything; connections get a moment to take what is queued for them. */
  async close(): Promise<void> {
    this.closed = true;
    this.stopAccepting();
    await this.connections.close("this server stops", this.limits.drainMs);
    await Promise.all([...this.opened.values()].map(({ datagrams }) => datagrams?.close()));
  }

  /** When the first certificate of a listener ends, in milliseconds since the epoch; null without one. */
  get certificateEnds(): number | null {
    const ends = [...this.opened.values()].map(({ tls }) => tls?.material.validUntil ?? Number.POSITIVE_INFINITY);
    const first = Math.min(...ends);
    return Number.isFinite(first) ? first : null;
  }

  /**
   * Reads the TLS files again, for connections made from now on. A sentence says why what they hold cannot be used; then all
   * stays as it was.
   */
  renewCertificate(): string | null {
    const renewed: (() => void)[] = [];
    for (const { tls, acceptor } of this.opened.values()) {
      const material = tls === null ? null : tlsMaterial(tls.files);
      if (typeof material === "string") return material;
      if (tls === null || material === null) continue;
      renewed.push(() => {
        tls.material = material;
        acceptor?.renew(material);
      });
    }
    for (const each of renewed) each();
    return null;
  }

  flowTo(target: Target, from?: Listener): Flow | null {
    const { protocol, host, port } = target;
    if (this.closed) return null;
    const listener = listenerFor(this.listeners, protocol, host, from);
    if (protocol === "UDP") {
      const socket = listener === null ? null : this.opened.get(listener)?.datagrams;
      return socket?.flowTo(host, port) ?? null;
    }
    // Only TLS proves who the peer is, so only there the domain tells connections apart.
    const domain = protocol === "TLS" && this.options.rejectUnauthorized !== false ? target.domain.toLowerCase() : "";
    const known = this.connections.leadingTo(protocol, host, port, domain);
    // RFC 7118 §5: a WebSocket is opened by the client alone.
    if (known !== null || listener === null) return known;
    if (protocol === "WS" || protocol === "WSS") return this.redial?.(host, port) ?? null;
    return this.connect({ protocol, listener, remoteHost: host, remotePort: port, inbound: false, domain });
  }

  flowById(id: number): Flow | null {
    return this.connections.withId(id);
  }

  /** Adds a listener whose socket is not ours, as a path on an HTTP server. */
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Takes a connection in: from now on targets find it. */
  addConnection(connection: Connection): void {
    if (this.closed) connection.close("this server stops");
    else this.connections.add(connection);
  }

  /** How many connections are open. */
  get connectionCount(): number {
    return this.connections.size;
  }

  /** How many of the UDP sockets read and write many datagrams per system call. */
  get socketsInRuns(): number {
    return [...this.opened.values()].filter(({ datagrams }) => datagrams?.isInRuns === true).length;
  }

  // What sockets and connections tell this transport:

  nextFlowId(): number {
    return ++this.lastFlowId;
  }

  onDatagram(text: string, flow: Flow): void {
    this.onMessage(text, flow);
  }

  onDatagramFault(problem: Fault): void {
    this.observeFault(problem);
  }

  onMessage(text: string, flow: Flow): void {
    try {
      this.user?.onMessage(text, flow);
    } catch (error) {
      this.onFailure(error);
    }
  }

  onUnframed(head: string, reason: string, flow: Flow, found?: Fault): void {
    try {
      this.user?.onUnframed(head, reason, flow, found);
    } catch (error) {
      this.onFailure(error);
    }
  }

  onConnectionClosed(connection: Connection): void {
    this.connections.remove(connection);
  }

  /** One message must not take the process down: its exception is observed and reported, and the next one is read. */
  onFailure(error: unknown): void {
    const text = `an exception in this process: ${error instanceof Error ? error.message : String(error)}`;
    this.observeFault(fault("local", 500, "RFC 3261 §21.5.1", text));
    const { onFailure } = this.options;
    if (onFailure !== undefined) onFailure(error);
    else process.nextTick(rethrow, error);
  }

  private async openUdp(spec: ListenerSpec): Promise<OpenListener | ListenFailure> {
    if (isIP(spec.host) === 0) return unusable(spec, "the address to listen on must be numeric");
    const runs = this.options.datagramRuns === true ? datagramRuns() : null;
    const socket = new UdpSocket(this.kernel, this, listenerFrom(spec, spec.port), runs);
    const error = await socket.bind((port) => listenerFrom(spec, port));
    if (error !== null) return listenFailure(spec, error);
    return { listener: socket.listener, datagrams: socket, acceptor: null, tls: null };
  }

  private async openStream(spec: ListenerSpec): Promise<OpenListener | ListenFailure> {
    if (isIP(spec.host) === 0) return unusable(spec, "the address to listen on must be numeric");
    const files = spec.tls ?? {};
    const material = spec.protocol === "TLS" ? tlsMaterial(files) : null;
    if (typeof material === "string") return unusable(spec, material);
    const tls = material === null ? null : { files, material };
    if (tls !== null && files.cert === undefined)
      return { listener: listenerFrom(spec, spec.port), datagrams: null, acceptor: null, tls };
    const parts = { admission: this.admission, limits: this.limits, tls: material };
    const acceptor = new Acceptor(this.kernel, spec, parts, (socket, remoteHost, remotePort) => {
      this.accept(listener, socket, remoteHost, remotePort);
    });
    const port = await acceptor.listen();
    if (typeof port !== "number") return port;
    const listener = listenerFrom(spec, port);
    return { listener, datagrams: null, acceptor, tls };
  }

  private accept(listener: Listener, socket: Socket | TLSSocket, remoteHost: string, remotePort: number): void {
    const ends = { protocol: listener.protocol, listener, remoteHost, remotePort, inbound: true, domain: "" };
    this.addConnection(new StreamConnection(this, ends, socket));
  }

  private connect(ends: ConnectionEnds): Flow | null {
    const { protocol, listener, remoteHost: host, remotePort: port } = ends;
    const refusal =
      isIP(host) === 0 || port < 1 || port > 65_535
        ? `${hostPort(host, port)} is no address to connect to`
        : this.admission.admitOutbound();
    if (refusal !== null) {
      this.observeFault(fault("local", 503, "RFC 3261 §18.4", `no connection to ${hostPort(host, port)}: ${refusal}`));
      return null;
    }
    const anywhere = listener.host === "0.0.0.0" || listener.host === "::";
    const options = { host, port, ...(anywhere ? {} : { localAddress: listener.host }) };
    const socket = protocol === "TLS" ? this.secured(options, listener, ends.domain) : connect(options);
    socket.once("close", () => this.admission.releaseOutbound());
    const connection = new StreamConnection(this, ends, socket);
    this.addConnection(connection);
    return connection;
  }

  private secured(options: { host: string; port: number }, listener: Listener, domain: string): TLSSocket {
    const context = this.opened.get(listener)?.tls?.material.context ?? null;
    const secured: ConnectionOptions = {
      ...options,
      rejectUnauthorized: this.options.rejectUnauthorized !== false,
      checkServerIdentity: (_name, peer) => checkSipIdentity(domain === "" ? options.host : domain, peer),
    };
    if (context !== null) secured.secureContext = context;
    if (domain !== "" && isIP(domain) === 0) secured.servername = domain;
    return tlsConnect(secured);
  }

  private observeFault(problem: Fault): void {
    const { observations, clock } = this.kernel;
    if (observations.wants.fault) observations.emit({ type: "fault", at: clock.now(), fault: problem, callId: null });
  }
}

function rethrow(error: unknown): void {
  throw error;
}
