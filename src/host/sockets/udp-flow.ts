import type { Fault, FlowName } from "../../kernel/mod.ts";
import { own } from "../../kernel/mod.ts";
import { type Flow, type FlowUser, hostPort, type Listener } from "../../transport/mod.ts";
import { ipv4Text, ipv4Word } from "./datagram-runs.ts";

const FLOW_SLOTS = 256;

/** Receives the datagrams of a `DatagramSocket` and what goes wrong with it. */
export interface DatagramUser {
  onDatagram(text: string, flow: Flow): void;
  onDatagramFault(fault: Fault): void;
}

/** What the transport needs of a UDP socket. */
export interface DatagramSocket {
  /** Known once `bind` has succeeded. */
  readonly listener: Listener;
  /** Whether it reads and writes many datagrams per system call. Known once `bind` has succeeded. */
  readonly isInRuns: boolean;
  /** Binds; null on success, else the system's error. */
  bind(listener: (port: number) => Listener): Promise<NodeJS.ErrnoException | null>;
  flowTo(host: string, port: number): Flow;
  /** Sends one datagram. False when it is known not to leave: too long, or its address was just reported unreachable. */
  send(text: string, flow: UdpFlow): boolean;
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
  /** The remote address as `ipv4Word` has it. */
  readonly ipv4: number;
  private readonly socket: DatagramSocket;
  private nameMade: FlowName | null = null;

  constructor(socket: DatagramSocket, remoteHost: string, remotePort: number) {
    this.socket = socket;
    this.listener = socket.listener;
    this.remoteHost = remoteHost;
    this.remotePort = remotePort;
    this.ipv4 = ipv4Word(remoteHost);
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
    return this.socket.send(text, this);
  }

  attach(_user: FlowUser): void {}
  detach(_user: FlowUser): void {}

  probe(done: (mapped: string | null) => void): () => void {
    return this.socket.probe(this.remoteHost, this.remotePort, done);
  }
}

/** The flows of one socket by the low bits of the remote port, so that a peer that keeps talking keeps its object. */
export class UdpFlows {
  private readonly socket: DatagramSocket;
  private readonly slots: (UdpFlow | undefined)[] = new Array(FLOW_SLOTS).fill(undefined);

  constructor(socket: DatagramSocket) {
    this.socket = socket;
  }

  to(host: string, port: number): UdpFlow {
    const known = this.slots[port & (FLOW_SLOTS - 1)];
    if (known !== undefined && known.remotePort === port && known.remoteHost === host) return known;
    return this.add(own(host), port); // the host may be cut from a message, and the flow outlives it
  }

  /** The same for an IPv4 address as it lies in memory. */
  toIpv4(address: number, port: number): UdpFlow {
    const known = this.slots[port & (FLOW_SLOTS - 1)];
    if (known !== undefined && known.remotePort === port && known.ipv4 === address) return known;
    return this.add(ipv4Text(address), port);
  }

  private add(host: string, port: number): UdpFlow {
    const flow = new UdpFlow(this.socket, host, port);
    this.slots[port & (FLOW_SLOTS - 1)] = flow;
    return flow;
  }
}
