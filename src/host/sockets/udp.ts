import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { type Fault, type FlowName, fault, own } from "../../kernel/mod.ts";
import { type Flow, type FlowUser, hostPort, type Listener } from "../../transport/mod.ts";
import type { NodeKernel } from "../kernel.ts";
import { latin1, latin1Buffer } from "./latin1.ts";
import { bindingResponse, isStun } from "./stun.ts";
import { StunProbes } from "./stun-probe.ts";

/** Node's default of 208 KiB holds about 125 SIP messages; a burst needs more. The system may grant less. */
const SOCKET_BUFFER = 4 * 1024 * 1024;

/** Largest payload of one datagram: 65,535 octets less the UDP header and, in IPv4, the IP header (RFC 768, RFC 8200 §4.5). */
const LARGEST_IPV4 = 65_507;
const LARGEST_IPV6 = 65_527;
const BUFFER_SIZE = 65_536;

/** How long, in milliseconds, `send` refuses an address the system has just called unreachable. */
const UNREACHABLE_MS = 2_000;
const MAX_UNREACHABLE = 1_000;

/** Errors that speak of the address, not of this one datagram. */
const pathErrors = new Set([
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "EHOSTDOWN",
  "EADDRNOTAVAIL",
  "EINVAL",
  "EACCES",
  "EPERM",
]);

const ASK_EVERY = 64;
/** Datagrams that wait while the system takes none, each in a buffer of its own. Further ones are lost, as any may be. */
const MOST_QUEUED = 256;
/** Lengths up to which views of the buffer are kept. */
const KEPT_VIEWS = 4096;
const FLOW_SLOTS = 256;
const CR = 13;
const LF = 10;

/** Receives the datagrams of a `DatagramSocket` and what goes wrong with it. */
export interface DatagramUser {
  onDatagram(text: string, flow: Flow): void;
  onDatagramFault(fault: Fault): void;
}

/**
 * What the transport needs of a UDP socket. The one below stands on node:dgram; one that reads and writes many datagrams
 * per system call can take its place.
 */
export interface DatagramSocket {
  /** Known once `bind` has succeeded. */
  readonly listener: Listener;
  /** Binds; null on success, else the system's error. */
  bind(listener: (port: number) => Listener): Promise<NodeJS.ErrnoException | null>;
  flowTo(host: string, port: number): Flow;
  /** Sends one datagram. False when it is known not to leave: too long, or its address was just reported unreachable. */
  send(text: string, host: string, port: number): boolean;
  /** See `Flow.probe`. */
  probe(host: string, port: number, done: (mapped: string | null) => void): () => void;
  close(): Promise<void>;
}

/** One remote address seen from one UDP socket. It has nothing to close, so nobody is told anything (RFC 5626 §3.1). */
export class UdpFlow implements Flow {
  readonly protocol = "UDP";
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly id = 0;
  readonly open = true;
  returnStamp = "";
  private readonly socket: DatagramSocket;
  private nameMade: FlowName | null = null;

  constructor(socket: DatagramSocket, remoteHost: string, remotePort: number) {
    this.socket = socket;
    this.listener = socket.listener;
    this.remoteHost = remoteHost;
    this.remotePort = remotePort;
  }

  /** As observations call it; made when first asked for. */
  get name(): FlowName {
    this.nameMade ??= {
      protocol: "UDP",
      local: hostPort(this.listener.host, this.listener.port),
      remote: hostPort(this.remoteHost, this.remotePort),
    };
    return this.nameMade;
  }

  send(text: string): boolean {
    return this.socket.send(text, this.remoteHost, this.remotePort);
  }

  attach(_user: FlowUser): void {}
  detach(_user: FlowUser): void {}

  probe(done: (mapped: string | null) => void): () => void {
    return this.socket.probe(this.remoteHost, this.remotePort, done);
  }
}

type Lookup = (
  host: string,
  options: unknown,
  callback: (error: null, address: string, family: number) => void,
) => void;

/** Every target is numeric, so the detour over getaddrinfo and its thread pool is cut short. */
const numeric4: Lookup = (host, _options, callback) => callback(null, host, 4);
const numeric6: Lookup = (host, _options, callback) => callback(null, host, 6);

/** A UDP socket on node:dgram: one write and no copies per datagram, handled in runs. */
export class UdpSocket implements DatagramSocket {
  listener: Listener;
  private readonly kernel: NodeKernel;
  private readonly user: DatagramUser;
  private readonly socket: Socket;
  private readonly largest: number;
  private buffer = latin1Buffer(BUFFER_SIZE);
  private readonly views: (Uint8Array | undefined)[] = [];
  private closed = false;
  /**
   * What one poll has read waits here until the poll is done, and what is sent leaves when all of it has been handled.
   * Reading, handling and writing in runs keeps each one's code and data in the caches: a third less CPU per message.
   */
  private inboxTexts: string[] = [];
  private inboxFlows: UdpFlow[] = [];
  /** Triples text, host, port. */
  private readonly outbox: (string | number)[] = [];
  private isTurning = false;
  private sends = 0;
  private asked = "";
  private isFull = false;
  /** Flows by the low bits of the port, so that a peer that keeps talking keeps its object. */
  private readonly flows: (UdpFlow | undefined)[] = new Array(FLOW_SLOTS).fill(undefined);
  /** Addresses the system has called unreachable, and until when that is believed. */
  private readonly unreachable = new Map<string, number>();
  private readonly probes: StunProbes;

  constructor(kernel: NodeKernel, user: DatagramUser, listener: Listener) {
    this.kernel = kernel;
    this.user = user;
    this.listener = listener;
    const isV6 = listener.host.includes(":");
    this.largest = isV6 ? LARGEST_IPV6 : LARGEST_IPV4;
    this.socket = createSocket({
      type: isV6 ? "udp6" : "udp4",
      ipv6Only: isV6,
      lookup: (isV6 ? numeric6 : numeric4) as never,
    });
    this.probes = new StunProbes(kernel, (octets, host, port) => {
      if (!this.closed) this.socket.send(octets, port, host, this.onSent);
    });
  }

  bind(listenerAt: (port: number) => Listener): Promise<NodeJS.ErrnoException | null> {
    const { socket, listener } = this;
    return new Promise((resolve) => {
      const refused = (error: NodeJS.ErrnoException): void => {
        this.closed = true;
        socket.close();
        resolve(error);
      };
      socket.on("error", refused);
      socket.bind({ address: listener.host, port: listener.port, exclusive: true }, () => {
        socket.off("error", refused);
        socket.on("error", (error) => this.report(error, null));
        socket.on("message", (octets, remote) => this.receive(octets, remote));
        this.listener = listenerAt(socket.address().port);
        this.enlargeBuffers();
        resolve(null);
      });
    });
  }

  flowTo(host: string, port: number): UdpFlow {
    const slot = port & (FLOW_SLOTS - 1);
    const known = this.flows[slot];
    if (known !== undefined && known.remotePort === port && known.remoteHost === host) return known;
    const flow = new UdpFlow(this, own(host), port); // the host may be cut from a message, and the flow outlives it
    this.flows[slot] = flow;
    return flow;
  }

  send(text: string, host: string, port: number): boolean {
    if (this.closed || port < 1 || port > 65_535) return false;
    if (text.length > this.largest) {
      const problem = `a message of ${text.length} octets is longer than a datagram to ${hostPort(host, port)} can be`;
      this.user.onDatagramFault(fault("network", 513, "RFC 3261 §18.1.1", problem));
      return false;
    }
    if (this.unreachable.size > 0 && this.isUnreachable(host)) return false;
    this.outbox.push(text, host, port);
    if (!this.isTurning && this.outbox.length === 3) process.nextTick(this.flush);
    if (this.kernel.observations.wants.message) this.observe("out", text, this.flowTo(host, port));
    return true;
  }

  probe(host: string, port: number, done: (mapped: string | null) => void): () => void {
    return this.probes.ask(host, port, done);
  }

  /** Handles what one poll of the event loop has read, then sends what came of it. */
  private readonly turn = (): void => {
    const texts = this.inboxTexts;
    const flows = this.inboxFlows;
    this.inboxTexts = [];
    this.inboxFlows = [];
    this.isTurning = true;
    for (let i = 0; i < texts.length; i++) {
      try {
        this.user.onDatagram(texts[i] as string, flows[i] as UdpFlow);
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.user.onDatagramFault(fault("local", 500, "RFC 3261 §21.5.1", text));
      }
    }
    this.kernel.settle(); // a batch of REGISTERs is committed here, and its answers leave with the rest
    this.isTurning = false;
    this.flush();
  };

  private readonly flush = (): void => {
    const { outbox } = this;
    for (let i = 0; i < outbox.length; i += 3) {
      this.write(outbox[i] as string, outbox[i + 1] as string, outbox[i + 2] as number);
    }
    outbox.length = 0;
  };

  private write(text: string, host: string, port: number): void {
    if (this.closed || (this.isFull && this.socket.getSendQueueCount() >= MOST_QUEUED)) return;
    this.isFull = false;
    const length = this.buffer.latin1Write(text, 0);
    // Asking for the outcome costs another turn of the event loop per datagram, and what the system says of an address it
    // says again: one in 64 asks, and the first one after a fault or to a new address.
    const asks = this.sends++ % ASK_EVERY === 0 || this.asked !== host || this.unreachable.size > 0;
    this.asked = host;
    this.socket.send(this.view(length), port, host, asks ? this.onSent : undefined);
    // The system did not take the datagram at once: libuv still reads the buffer, so the next message gets a new one.
    const queued = this.socket.getSendQueueCount();
    if (queued > 0) {
      this.buffer = latin1Buffer(BUFFER_SIZE);
      this.views.length = 0;
      this.isFull = queued >= MOST_QUEUED;
      if (this.isFull) this.report({ code: "ENOBUFS" } as NodeJS.ErrnoException, null);
    }
  }

  /** The first `length` octets of the buffer; views are kept by length, since making one costs as much as filling it. */
  private view(length: number): Uint8Array {
    if (length >= KEPT_VIEWS) return this.buffer.subarray(0, length);
    let view = this.views[length];
    if (view === undefined) {
      view = this.buffer.subarray(0, length);
      this.views[length] = view;
    }
    return view;
  }

  close(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.flush();
    this.probes.close();
    this.closed = true;
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private receive(octets: Buffer, remote: RemoteInfo): void {
    // RFC 5626 §3.5.1: the CRLF keep-alive belongs to connections; on UDP some phones send it to hold a NAT open.
    if (octets.length <= 4 && isBlank(octets)) return;
    if (isStun(octets)) {
      this.takeStun(octets, remote);
      return;
    }
    const text = latin1(octets);
    const flow = this.flowTo(remote.address, remote.port);
    if (this.kernel.observations.wants.message) this.observe("in", text, flow);
    this.inboxTexts.push(text);
    if (this.inboxFlows.push(flow) === 1) setImmediate(this.turn);
  }

  private observe(direction: "in" | "out", text: string, { name }: UdpFlow): void {
    this.kernel.observations.emit({ type: "message", at: this.kernel.clock.now(), direction, flow: name, text });
  }

  private takeStun(octets: Buffer, { address, port }: RemoteInfo): void {
    const response = bindingResponse(octets, address, port);
    if (response === null) this.probes.take(octets, address, port);
    else if (!this.closed) this.socket.send(response, port, address, this.onSent);
  }

  private readonly onSent = (error: Error | null): void => {
    if (error === null || this.closed) return;
    const { address, port } = error as { address?: string; port?: number };
    this.report(error, address === undefined ? null : hostPort(address, port ?? 0));
    if (address === undefined || !pathErrors.has((error as NodeJS.ErrnoException).code ?? "")) return;
    if (this.unreachable.size >= MAX_UNREACHABLE) this.unreachable.clear();
    this.unreachable.set(address, this.kernel.clock.now() + UNREACHABLE_MS);
  };

  /** The system tells of an unreachable network only after `send` has returned, so the retransmission hears of it. */
  private isUnreachable(host: string): boolean {
    const until = this.unreachable.get(host);
    if (until === undefined) return false;
    if (until > this.kernel.clock.now()) return true;
    this.unreachable.delete(host);
    return false;
  }

  private report(error: NodeJS.ErrnoException, remote: string | null): void {
    const where = remote === null ? `on ${hostPort(this.listener.host, this.listener.port)}` : `to ${remote}`;
    this.user.onDatagramFault(fault("network", 503, "RFC 3261 §18.4", `UDP ${where}: ${error.code ?? error.message}`));
  }

  private enlargeBuffers(): void {
    try {
      this.socket.setRecvBufferSize(SOCKET_BUFFER);
      this.socket.setSendBufferSize(SOCKET_BUFFER);
    } catch {
      // some systems refuse what is above their limit instead of granting the limit; the default size then stays
    }
  }
}

function isBlank(octets: Buffer): boolean {
  for (const octet of octets) if (octet !== CR && octet !== LF && octet !== 0) return false;
  return true;
}
