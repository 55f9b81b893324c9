import { type BindOptions, createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { fault } from "../../kernel/mod.ts";
import { hostPort, type Listener } from "../../transport/mod.ts";
import type { NodeKernel } from "../kernel.ts";
import { type DatagramRuns, ipv4Word } from "./datagram-runs.ts";
import { latin1, latin1Buffer } from "./latin1.ts";
import { bindingResponse, isStun } from "./stun.ts";
import { StunProbes } from "./stun-probe.ts";
import { type DatagramSocket, type DatagramUser, type UdpFlow, UdpFlows } from "./udp-flow.ts";

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
/** Runs read in one go, and how many messages may wait when one is: timers and other sockets get their turn under a flood. */
const MOST_RUNS = 4;
const MOST_WAITING = 256;
/** STUN begins with two zero bits (RFC 8489 §5), so with less than "@"; SIP's methods and "SIP" begin above. */
const FIRST_OF_TEXT = 0x40;
const CR = 13;
const LF = 10;

type Lookup = (
  host: string,
  options: unknown,
  callback: (error: null, address: string, family: number) => void,
) => void;

/** Every target is numeric, so the detour over getaddrinfo and its thread pool is cut short. */
const numeric4: Lookup = (host, _options, callback) => callback(null, host, 4);
const numeric6: Lookup = (host, _options, callback) => callback(null, host, 6);

/**
 * A UDP socket on node:dgram: one write and no copies per datagram, handled in runs. Where `DatagramRuns` can be had, node:dgram
 * tells that something has come and reads the first, and the rest of a run is read, and the answers are sent, by one system
 * call each. Whatever the system refuses of a run goes through node:dgram, which names the error and queues what must wait.
 */
export class UdpSocket implements DatagramSocket {
  listener: Listener;
  private readonly kernel: NodeKernel;
  private readonly user: DatagramUser;
  private socket: Socket;
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
  private readonly outboxTexts: string[] = [];
  private readonly outboxFlows: UdpFlow[] = [];
  private isTurning = false;
  private sends = 0;
  private asked = "";
  private isFull = false;
  private readonly flows = new UdpFlows(this);
  /** Addresses the system has called unreachable, and until when that is believed. */
  private readonly unreachable = new Map<string, number>();
  private readonly probes: StunProbes;
  /** Null where there are none, and for IPv6, whose addresses with their zones node:dgram knows best. */
  private runs: DatagramRuns | null;
  private descriptor = -1;

  constructor(kernel: NodeKernel, user: DatagramUser, listener: Listener, runs: DatagramRuns | null = null) {
    this.kernel = kernel;
    this.user = user;
    this.listener = listener;
    const isV6 = listener.host.includes(":");
    this.runs = isV6 ? null : runs;
    this.largest = isV6 ? LARGEST_IPV6 : LARGEST_IPV4;
    this.socket = newSocket(isV6);
    this.probes = new StunProbes(kernel, (octets, host, port) => {
      if (!this.closed) this.socket.send(octets, port, host, this.onSent);
    });
  }

  async bind(listenerAt: (port: number) => Listener): Promise<NodeJS.ErrnoException | null> {
    if (this.runs !== null && !(await this.bindForRuns(this.runs))) this.runs = null;
    if (this.runs === null) {
      const { host, port } = this.listener;
      const refused = await bound(this.socket, { address: host, port, exclusive: true });
      if (refused !== null) {
        this.closed = true;
        this.socket.close();
        return refused;
      }
    }
    const { socket } = this;
    socket.on("error", (error) => this.report(error, null));
    socket.on("message", (octets, remote) => this.receive(octets, remote));
    this.listener = listenerAt(socket.address().port);
    this.enlargeBuffers();
    return null;
  }

  /** Binds by the runs, which need the descriptor, and hands that to node:dgram. False, and nothing is open, when any of it fails. */
  private async bindForRuns(runs: DatagramRuns): Promise<boolean> {
    const { host, port } = this.listener;
    const address = ipv4Word(host);
    const descriptor = address === -1 ? -1 : runs.open(address, port);
    if (descriptor === -1) return false;
    const refused = await bound(this.socket, { fd: descriptor, exclusive: true });
    if (refused === null && runs.keepPort(descriptor)) {
      this.descriptor = descriptor;
      return true;
    }
    this.socket.close(); // with the descriptor, if it was taken
    if (refused !== null) runs.close(descriptor);
    this.socket = newSocket(false);
    return false;
  }

  get isInRuns(): boolean {
    return this.runs !== null;
  }

  flowTo(host: string, port: number): UdpFlow {
    return this.flows.to(host, port);
  }

  send(text: string, flow: UdpFlow): boolean {
    const { remoteHost: host, remotePort: port } = flow;
    if (this.closed || port < 1 || port > 65_535) return false;
    if (text.length > this.largest) {
      const problem = `a message of ${text.length} octets is longer than a datagram to ${hostPort(host, port)} can be`;
      this.user.onDatagramFault(fault("network", 513, "RFC 3261 §18.1.1", problem));
      return false;
    }
    if (this.unreachable.size > 0 && this.isUnreachable(host)) return false;
    this.outboxFlows.push(flow);
    if (this.outboxTexts.push(text) === 1 && !this.isTurning) process.nextTick(this.flush);
    if (this.kernel.observations.wants.message) this.observe("out", text, flow);
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
    const { outboxTexts: texts, outboxFlows: flows, runs } = this;
    if (runs !== null) this.writeRuns(runs);
    else for (let i = 0; i < texts.length; i++) this.write(texts[i] as string, flows[i] as UdpFlow);
    texts.length = 0;
    flows.length = 0;
  };

  private writeRuns(runs: DatagramRuns): void {
    const { outboxTexts: texts, outboxFlows: flows } = this;
    let next = 0;
    while (next < texts.length && !this.closed) {
      let count = 0;
      // What node:dgram has queued is older than this, and the system takes nothing now.
      if (this.socket.getSendQueueCount() === 0) {
        while (next + count < texts.length) {
          const { ipv4, remotePort } = flows[next + count] as UdpFlow;
          if (ipv4 === -1 || !runs.put(texts[next + count] as string, ipv4, remotePort)) break;
          count++;
        }
      }
      const taken = runs.flush(this.descriptor);
      next += taken;
      if (taken < count || count === 0) {
        this.write(texts[next] as string, flows[next] as UdpFlow);
        next++;
      }
    }
  }

  private write(text: string, { remoteHost: host, remotePort: port }: UdpFlow): void {
    if (this.closed || (this.isFull && this.socket.getSendQueueCount() >= MOST_QUEUED)) return;
    this.isFull = false;
    const length = this.buffer.latin1Write(text, 0);
    // Asking for the outcome costs another turn of the event loop per datagram, and what the system says of an address it
    // says again: one in 64 asks, and the first one after a fault or to a new address. A datagram refused in a run asks why.
    const asks =
      this.runs !== null || this.sends++ % ASK_EVERY === 0 || this.asked !== host || this.unreachable.size > 0;
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
    const first = octets[0];
    if (first !== undefined && first >= FIRST_OF_TEXT && octets.length > 4) {
      this.take(latin1(octets), this.flowTo(remote.address, remote.port));
    } else this.receiveNoText(octets, remote.address, remote.port);
    if (this.runs !== null) this.receiveRuns(this.runs);
  }

  /** The rest of what has come: node:dgram has read the first. */
  private receiveRuns(runs: DatagramRuns): void {
    for (let run = 0; run < MOST_RUNS && this.inboxTexts.length < MOST_WAITING && !this.closed; run++) {
      const count = runs.read(this.descriptor);
      for (let i = 0; i < count; i++) {
        const flow = this.flows.toIpv4(runs.addressOf(i), runs.portOf(i));
        if (runs.lengthOf(i) > 4 && runs.octetOf(i, 0) >= FIRST_OF_TEXT) this.take(runs.textOf(i), flow);
        else this.receiveNoText(runs.octetsOf(i), flow.remoteHost, flow.remotePort);
      }
      if (!runs.isFull(count)) return;
    }
  }

  private take(text: string, flow: UdpFlow): void {
    if (this.kernel.observations.wants.message) this.observe("in", text, flow);
    this.inboxTexts.push(text);
    if (this.inboxFlows.push(flow) === 1) setImmediate(this.turn);
  }

  /** What cannot begin a SIP message by its length or first octet. */
  private receiveNoText(octets: Buffer, host: string, port: number): void {
    // RFC 5626 §3.5.1: the CRLF keep-alive belongs to connections; on UDP some phones send it to hold a NAT open.
    if (octets.length <= 4 && isBlank(octets)) return;
    if (isStun(octets)) this.takeStun(octets, host, port);
    else this.take(latin1(octets), this.flowTo(host, port));
  }

  private observe(direction: "in" | "out", text: string, { name }: UdpFlow): void {
    this.kernel.observations.emit({ type: "message", at: this.kernel.clock.now(), direction, flow: name, text });
  }

  private takeStun(octets: Buffer, host: string, port: number): void {
    const response = bindingResponse(octets, host, port);
    if (response === null) this.probes.take(octets, host, port);
    else if (!this.closed) this.socket.send(response, port, host, this.onSent);
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

function newSocket(isV6: boolean): Socket {
  const lookup = (isV6 ? numeric6 : numeric4) as never;
  return createSocket({ type: isV6 ? "udp6" : "udp4", ipv6Only: isV6, lookup });
}

/** Null once the socket is bound, else the system's error. What node:dgram throws of a descriptor is one too. */
function bound(socket: Socket, place: BindOptions): Promise<NodeJS.ErrnoException | null> {
  return new Promise<null>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(place, () => {
      socket.off("error", reject);
      resolve(null);
    });
  }).catch((error: NodeJS.ErrnoException) => error);
}

function isBlank(octets: Buffer): boolean {
  for (const octet of octets) if (octet !== CR && octet !== LF && octet !== 0) return false;
  return true;
}
