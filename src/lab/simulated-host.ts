import type { Kernel } from "../kernel/mod.ts";
import {
  defaultPort,
  type Flow,
  type FlowUser,
  hostPort,
  isReliable,
  type Listener,
  type Protocol,
  type Target,
  type Transport,
  type TransportUser,
} from "../transport/mod.ts";
import { ConnectionEnd, type ConnectionOwner } from "./connection.ts";
import type { Calendar, Endpoint, Network, Station } from "./network.ts";

/** An address to listen on. Port 0 listens nowhere: such a host only connects, as a browser does. */
export interface ListenOn {
  readonly protocol: Protocol;
  /** The host's own address when absent. */
  readonly host?: string;
  /** The protocol's default port when absent. */
  readonly port?: number;
  /** `host:port` when absent. */
  readonly sentBy?: string;
}

/** A machine of the simulated world: its name and where it listens. */
export interface HostOptions {
  /** What the ladder calls it; the address when absent. */
  readonly name?: string;
  /** UDP and TCP on 5060 when absent. */
  readonly listen?: readonly ListenOn[];
}

const CONNECT_TIMEOUT = 10_000;
const FIRST_EPHEMERAL_PORT = 49_152;

/** A UDP way: nothing but two addresses. A new one for every message, so that nobody relies on its identity. */
class DatagramFlow implements Flow {
  readonly protocol = "UDP";
  readonly id = 0;
  readonly open = true;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  private readonly network: Network;

  constructor(listener: Listener, remoteHost: string, remotePort: number, network: Network) {
    this.listener = listener;
    this.remoteHost = remoteHost;
    this.remotePort = remotePort;
    this.network = network;
  }

  send(text: string): boolean {
    const { host, port } = this.listener;
    return this.network.sendDatagram(
      { protocol: "UDP", host, port },
      { protocol: "UDP", host: this.remoteHost, port: this.remotePort },
      text,
    );
  }

  attach(_user: FlowUser): void {}
  detach(_user: FlowUser): void {}

  /** Whoever listens there answers by itself, as STUN is not simulated; a partition swallows question and answer. */
  probe(done: (mapped: string | null) => void): () => void {
    const { host, port } = this.listener;
    const [near, far] = [
      { protocol: "UDP", host, port },
      { protocol: "UDP", host: this.remoteHost, port: this.remotePort },
    ] as const;
    return this.network.probe(near, far, done);
  }
}

/** A machine of the simulated world: a kernel, sockets, and whoever is attached to them. */
export class SimulatedHost implements Transport, Station, ConnectionOwner {
  readonly name: string;
  readonly address: string;
  readonly kernel: Kernel;
  readonly listeners: readonly Listener[];
  /** Open and opening connections by id. */
  readonly connections = new Map<number, ConnectionEnd>();
  private readonly network: Network;
  private readonly calendar: Calendar;
  private readonly nextId: () => number;
  private user: TransportUser | null = null;
  private nextPort = FIRST_EPHEMERAL_PORT;

  constructor(
    address: string,
    options: HostOptions,
    kernel: Kernel,
    network: Network,
    calendar: Calendar,
    nextId: () => number,
  ) {
    this.address = address;
    this.name = options.name ?? address;
    this.kernel = kernel;
    this.network = network;
    this.calendar = calendar;
    this.nextId = nextId;
    const listen = options.listen ?? [{ protocol: "UDP" }, { protocol: "TCP" }];
    this.listeners = listen.map(
      ({ protocol, host = address, port = defaultPort(protocol), sentBy = hostPort(host, port) }) => ({
        protocol,
        host,
        port,
        sentBy,
      }),
    );
  }

  get transport(): Transport {
    return this;
  }

  /** Gives everything that arrives from now on to `user`; null lets it fall on the floor. */
  attach(user: TransportUser | null): void {
    this.user = user;
  }

  /** Pulls the plug: nobody is attached any more and every connection breaks. */
  crash(): void {
    this.user = null;
    for (const connection of [...this.connections.values()]) connection.reset("process died");
  }

  flowTo(target: Target, from?: Listener): Flow | null {
    const listener = this.listenerFor(target.protocol, target.host, from);
    if (listener === null) return null;
    if (!isReliable(target.protocol)) return new DatagramFlow(listener, target.host, target.port, this.network);
    for (const connection of this.connections.values()) {
      const { protocol, remoteHost, remotePort } = connection;
      if (protocol === target.protocol && remoteHost === target.host && remotePort === target.port) return connection;
    }
    return this.connect(listener, { protocol: target.protocol, host: target.host, port: target.port });
  }

  flowById(id: number): Flow | null {
    return this.connections.get(id) ?? null;
  }

  listenerAt({ protocol, host, port }: Endpoint): Listener | null {
    return (
      this.listeners.find(
        (each) => each.protocol === protocol && each.host === host && each.port === port && port !== 0,
      ) ?? null
    );
  }

  onDatagram(text: string, listener: Listener, from: Endpoint): void {
    this.user?.onMessage(text, new DatagramFlow(listener, from.host, from.port, this.network));
  }

  onText(text: string, flow: Flow): void {
    this.user?.onMessage(text, flow);
  }

  onOpened(flow: Flow): void {
    this.observeFlow(flow, "opened", "");
  }

  onClosed(flow: Flow, reason: string): void {
    this.connections.delete(flow.id);
    this.observeFlow(flow, "closed", reason);
  }

  private listenerFor(protocol: Protocol, host: string, from: Listener | undefined): Listener | null {
    const version6 = host.indexOf(":") !== -1;
    const fits = (each: Listener): boolean =>
      each.protocol === protocol && (each.host.indexOf(":") !== -1) === version6;
    return from !== undefined && fits(from) ? from : (this.listeners.find(fits) ?? null);
  }

  private connect(listener: Listener, remote: Endpoint): Flow {
    const local: Endpoint = { protocol: listener.protocol, host: listener.host, port: this.nextPort++ };
    const end = this.newEnd(listener, local, remote);
    const outward = this.network.segmentDelay(local, remote);
    const peer = this.network.station(remote.host);
    if (outward === null || peer === null) {
      this.calendar.after(CONNECT_TIMEOUT, () => end.close("connection timed out"));
      return end;
    }
    this.calendar.after(outward, () => {
      const accepted = peer instanceof SimulatedHost ? peer.accept(remote, local) : null;
      const back = this.network.segmentDelay(remote, local) ?? CONNECT_TIMEOUT;
      this.calendar.after(back, () => {
        if (accepted === null) end.close("connection refused");
        else if (!accepted.open) end.close("connection reset by the peer");
        else if (!end.open) accepted.close("connection reset by the peer");
        else {
          accepted.establish(end);
          end.establish(accepted);
        }
      });
    });
    return end;
  }

  /** The accepting end of a connection; null when nobody listens there. */
  private accept(local: Endpoint, remote: Endpoint): ConnectionEnd | null {
    const listener = this.listenerAt(local);
    return listener === null || this.user === null ? null : this.newEnd(listener, local, remote);
  }

  private newEnd(listener: Listener, local: Endpoint, remote: Endpoint): ConnectionEnd {
    const end = new ConnectionEnd({ listener, local, remote, id: this.nextId() }, this, this.network, this.calendar);
    this.connections.set(end.id, end);
    return end;
  }

  private observeFlow(flow: Flow, change: "opened" | "closed", reason: string): void {
    const { observations, clock } = this.kernel;
    if (!observations.wants.flow) return;
    const local = hostPort(flow.listener.host, flow.listener.port);
    const remote = hostPort(flow.remoteHost, flow.remotePort);
    observations.emit({
      type: "flow",
      at: clock.now(),
      change,
      flow: { protocol: flow.protocol, local, remote },
      reason,
    });
  }
}
