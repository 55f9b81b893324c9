import type { Flow, FlowUser, Listener, Protocol } from "../transport/mod.ts";
import type { Calendar, Endpoint, Network } from "./network.ts";

/** Who receives what one end of a connection delivers. */
export interface ConnectionOwner {
  onText(text: string, flow: Flow): void;
  onOpened(flow: Flow): void;
  onClosed(flow: Flow, reason: string): void;
}

const MAX_BACKLOG = 1000;
/** How often a stalled connection tries again, and for how long, before it counts as dead. */
const STALL_RETRY = 200;
const STALL_LIMIT = 20_000;

/** One end of a simulated TCP, TLS or WebSocket connection: ordered, without loss, until it closes. */
export class ConnectionEnd implements Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly id: number;
  /** The local end as the peer sees it (an ephemeral port for the end that connected). */
  readonly local: Endpoint;
  readonly remote: Endpoint;
  private state: "opening" | "open" | "closed" = "opening";
  private peer: ConnectionEnd | null = null;
  private readonly owner: ConnectionOwner;
  private readonly network: Network;
  private readonly calendar: Calendar;
  private readonly users = new Set<FlowUser>();
  private readonly backlog: string[] = [];
  private lastArrival = 0;
  private stalledSince: number | null = null;

  constructor(
    way: { listener: Listener; local: Endpoint; remote: Endpoint; id: number },
    owner: ConnectionOwner,
    network: Network,
    calendar: Calendar,
  ) {
    this.protocol = way.local.protocol;
    this.listener = way.listener;
    this.local = way.local;
    this.remote = way.remote;
    this.id = way.id;
    this.owner = owner;
    this.network = network;
    this.calendar = calendar;
  }

  get remoteHost(): string {
    return this.remote.host;
  }

  get remotePort(): number {
    return this.remote.port;
  }

  get open(): boolean {
    return this.state !== "closed";
  }

  attach(user: FlowUser): void {
    this.users.add(user);
  }

  detach(user: FlowUser): void {
    this.users.delete(user);
  }

  send(text: string): boolean {
    if (this.state === "closed" || this.backlog.length >= MAX_BACKLOG) return false;
    this.network.record(this.local, this.remote, text);
    this.backlog.push(text);
    this.pump();
    return true;
  }

  /** Joins both ends. */
  establish(peer: ConnectionEnd): void {
    this.peer = peer;
    this.state = "open";
    this.owner.onOpened(this);
    this.pump();
  }

  /** Ends this end now; what it had not sent is gone. The peer is not told: see `finish` and `reset`. */
  close(reason: string): void {
    if (this.state === "closed") return;
    this.state = "closed";
    this.backlog.length = 0;
    const users = [...this.users];
    this.users.clear();
    this.owner.onClosed(this, reason);
    for (const user of users) user.onFlowClosed(this, reason);
  }

  /** Closes in order: the peer hears of it behind everything that was sent before. */
  finish(reason = "closed"): void {
    if (this.state === "closed") return;
    const { peer } = this;
    if (peer !== null) this.deliver(() => peer.close("closed by the peer"));
    this.close(reason);
  }

  /** Tears the connection down: what is on its way is lost. */
  reset(reason = "connection reset"): void {
    const { peer } = this;
    this.close(reason);
    if (peer !== null)
      this.calendar.after(this.network.segmentDelay(this.local, this.remote) ?? 0, () =>
        peer.close("connection reset by the peer"),
      );
  }

  /** The peer answers by itself, as framing is not simulated; a partition swallows ping and pong. */
  ping(): boolean {
    const { peer } = this;
    if (this.state !== "open" || peer === null) return false;
    this.deliver(() => peer.deliver(() => this.ponged()));
    return true;
  }

  private ponged(): void {
    if (this.state === "open") for (const user of this.users) user.onPong?.(this);
  }

  private pump(): void {
    const { peer } = this;
    while (this.state === "open" && peer !== null && this.backlog.length > 0 && this.stalledSince === null) {
      const text = this.backlog[0] as string;
      if (this.deliver(() => peer.receive(text))) this.backlog.shift();
      else this.stall();
    }
  }

  private deliver(work: () => void): boolean {
    const delay = this.network.segmentDelay(this.local, this.remote);
    if (delay === null) return false;
    const now = this.calendar.now();
    this.lastArrival = Math.max(this.lastArrival, now + delay);
    this.calendar.after(this.lastArrival - now, work);
    return true;
  }

  private stall(): void {
    this.stalledSince = this.calendar.now();
    const retry = (): void => {
      if (this.state !== "open" || this.stalledSince === null) return;
      if (!this.network.isBlocked(this.network.nameOf(this.local.host), this.network.nameOf(this.remote.host))) {
        this.stalledSince = null;
        this.pump();
      } else if (this.calendar.now() - this.stalledSince >= STALL_LIMIT) this.reset("connection timed out");
      else this.calendar.after(STALL_RETRY, retry);
    };
    this.calendar.after(STALL_RETRY, retry);
  }

  private receive(text: string): void {
    if (this.state === "open") this.owner.onText(text, this);
  }
}
