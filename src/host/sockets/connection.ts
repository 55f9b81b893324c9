import { type Fault, type FlowName, type Kernel, own, Timer } from "../../kernel/mod.ts";
import { type Flow, type FlowUser, hostPort, type Listener, type Protocol } from "../../transport/mod.ts";
import type { Admission, ConnectionLimits } from "./limits.ts";

/** What a connection needs of the transport it belongs to. */
export interface ConnectionOwner {
  readonly kernel: Kernel;
  readonly limits: ConnectionLimits;
  readonly admission: Admission;
  /** Unique among the connections of this process, and of the one before it (see `FlowTokens`). */
  nextFlowId(): number;
  onMessage(text: string, connection: Connection): void;
  onUnframed(head: string, reason: string, connection: Connection, found?: Fault): void;
  /** The connection takes nothing any more; its socket may linger until the last answer has left. */
  onConnectionClosed(connection: Connection): void;
  /** An exception that a user of the connection threw. */
  onFailure(error: unknown): void;
}

/** Where a connection leads and which listener it belongs to. */
export interface ConnectionEnds {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  /** True when the peer opened it. */
  readonly inbound: boolean;
  /** The domain the peer's certificate is verified for; "" for none. */
  readonly domain: string;
}

/**
 * A TCP, TLS or WebSocket connection as a flow: who depends on it, how long it may be silent, and what its end is
 * called. The one timer of a connection is the connection itself.
 */
export abstract class Connection extends Timer implements Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly inbound: boolean;
  readonly domain: string;
  readonly id: number;
  protected readonly owner: ConnectionOwner;
  protected state: "connecting" | "open" | "closed" = "connecting";
  /** When an octet last passed, in either direction. */
  protected activeAt: number;
  /** Since when part of a message waits for its rest; 0 when none does. */
  protected partialSince = 0;
  private readonly startedAt: number;
  private proven: boolean;
  /** Octets of an unfinished message, and of answers the system has not taken, as last noted. */
  private unread = 0;
  private unsent = 0;
  private users: Set<FlowUser> | null = null;
  private closeReason = "";
  private name: FlowName;

  constructor(owner: ConnectionOwner, ends: ConnectionEnds) {
    super();
    this.owner = owner;
    this.protocol = ends.protocol;
    this.listener = ends.listener;
    this.remoteHost = own(ends.remoteHost); // it may be cut from the message that asked for the connection
    this.remotePort = ends.remotePort;
    this.inbound = ends.inbound;
    this.domain = ends.domain;
    this.proven = !ends.inbound;
    this.id = owner.nextFlowId();
    this.startedAt = owner.kernel.clock.now();
    this.activeAt = this.startedAt;
    this.name = this.nameFrom(hostPort(ends.listener.host, ends.listener.port));
    owner.kernel.wheel.arm(this, ends.inbound ? owner.limits.firstMessageMs : owner.limits.connectMs);
  }

  /** Octets accepted by `send` that the system has not taken yet. */
  protected abstract get queued(): number;
  /** Hands octets to the socket, now or at the end of this tick. */
  protected abstract write(text: string): void;
  /** Lets what is queued leave, then closes. */
  protected abstract finish(): void;
  /** @internal Drops the socket at once. */
  abstract destroy(): void;
  /** Resolves when the socket is gone. */
  abstract gone(): Promise<void>;

  get open(): boolean {
    return this.state !== "closed";
  }

  /** `host:port` of the peer. */
  get remote(): string {
    return this.name.remote;
  }

  send(text: string): boolean {
    if (!this.transmit(text)) return false;
    const { kernel } = this.owner;
    this.activeAt = kernel.clock.now();
    if (kernel.observations.wants.message) {
      kernel.observations.emit({ type: "message", at: this.activeAt, direction: "out", flow: this.name, text });
    }
    return true;
  }

  ping(): boolean {
    return this.state === "open" && this.transmit("\r\n\r\n");
  }

  /** The peer's CRLF (RFC 5626 §4.4.1). */
  protected ponged(): void {
    for (const user of this.users ?? []) user.onPong?.(this);
  }

  attach(user: FlowUser): void {
    if (this.state === "closed") process.nextTick(tellClosed, this, [user]);
    else if (this.users === null) this.users = new Set([user]);
    else this.users.add(user);
  }

  detach(user: FlowUser): void {
    this.users?.delete(user);
  }

  /**
   * Ends the flow. Its users hear of it after the current input has been handled, never from inside their own `send`.
   * With `linger` what is queued still leaves, within the drain limit.
   */
  close(reason: string, linger = false): void {
    if (this.state === "closed") return;
    const wasOpen = this.state === "open";
    this.state = "closed";
    this.closeReason = reason;
    const { kernel, limits, admission } = this.owner;
    admission.hold(this.unread, 0);
    admission.hold(this.unsent, 0);
    if (linger && wasOpen) {
      this.finish();
      kernel.wheel.arm(this, limits.drainMs);
    } else {
      kernel.wheel.cancel(this);
      this.destroy();
    }
    this.owner.onConnectionClosed(this);
    this.observe(wasOpen ? "closed" : "failed", reason);
    if (this.users !== null) process.nextTick(tellClosed, this, [...this.users]);
    this.users = null;
  }

  /** @internal Tells one user, whatever the others did with theirs. */
  tell(user: FlowUser): void {
    try {
      user.onFlowClosed(this, this.closeReason);
    } catch (error) {
      this.owner.onFailure(error);
    }
  }

  override fire(now: number): void {
    const [at, reason] = this.deadline();
    if (this.state === "closed") this.destroy();
    else if (now >= at) this.close(reason);
    else this.owner.kernel.wheel.arm(this, at - now);
  }

  /** When this connection must end if nothing happens, and what to call it. Milliseconds since the epoch. */
  protected deadline(): [number, string] {
    const { limits } = this.owner;
    if (this.state === "connecting") {
      return [this.startedAt + limits.connectMs, `no connection to ${this.remote} within ${limits.connectMs / 1000} s`];
    }
    if (!this.proven) {
      const text = `no SIP message from ${this.remote} within ${limits.firstMessageMs / 1000} s`;
      return [this.startedAt + limits.firstMessageMs, text];
    }
    // What a registration or a transaction depends on is not idle; the system's own probes find out whether it is dead.
    const depended = this.users !== null && this.users.size > 0;
    const idle = (depended ? this.owner.kernel.clock.now() : this.activeAt) + limits.idleMs;
    const partial = this.partialSince === 0 ? Number.POSITIVE_INFINITY : this.partialSince + limits.partialMs;
    return partial < idle
      ? [partial, `half a message from ${this.remote} and no rest within ${limits.partialMs / 1000} s`]
      : [idle, `nothing heard or said for ${limits.idleMs / 1000} s`];
  }

  /** The socket is up, and `local` is its own address. */
  protected opened(local: string, reason: string): void {
    this.state = "open";
    this.name = this.nameFrom(local);
    if (!this.inbound) this.rearm();
    this.observe("opened", reason);
  }

  /** Sets the timer to the earliest deadline, after that has moved nearer. */
  protected rearm(): void {
    const { kernel } = this.owner;
    kernel.wheel.arm(this, this.deadline()[0] - kernel.clock.now());
  }

  /** Queues octets of any kind; a queue over its limit ends the connection. */
  protected transmit(text: string): boolean {
    if (this.state === "closed") return false;
    const { sendQueue } = this.owner.limits;
    const queue = this.queued + text.length;
    if (queue > sendQueue) {
      this.close(`${this.remote} does not read: more than ${sendQueue} octets wait to be sent`);
      return false;
    }
    if (!this.hasRoom(this.unsent, queue)) return false;
    this.unsent = queue;
    this.write(text);
    return true;
  }

  /** The system has taken something of what was queued. */
  protected taken(): void {
    if (this.state === "closed" || this.unsent <= this.owner.limits.heldEach) return;
    const { queued } = this;
    if (this.hasRoom(this.unsent, queued)) this.unsent = queued;
  }

  /** `octets` of a message that is not complete yet wait here. */
  protected waits(octets: number): void {
    if (octets !== this.unread && this.state !== "closed" && this.hasRoom(this.unread, octets)) this.unread = octets;
  }

  private hasRoom(before: number, now: number): boolean {
    if (this.owner.admission.hold(before, now)) return true;
    this.close(`no room for what ${this.remote} leaves unfinished or unread, beside that of all other connections`);
    return false;
  }

  protected deliver(text: string): void {
    const { kernel } = this.owner;
    this.partialSince = 0;
    if (!this.proven) {
      this.proven = true;
      this.rearm();
    }
    if (kernel.observations.wants.message) {
      kernel.observations.emit({ type: "message", at: this.activeAt, direction: "in", flow: this.name, text });
    }
    this.owner.onMessage(text, this);
  }

  /** What arrived cannot be cut into messages: the user may still answer, then the connection ends (RFC 3261 §18.3). */
  protected unframed(head: string, reason: string, found?: Fault): void {
    this.owner.onUnframed(head, reason, this, found);
    this.close(`unreadable stream from ${this.remote}: ${reason}`, this.state === "open" && this.queued > 0);
  }

  private nameFrom(local: string): FlowName {
    return { protocol: this.protocol, local, remote: hostPort(this.remoteHost, this.remotePort) };
  }

  private observe(change: "opened" | "closed" | "failed", reason: string): void {
    const { observations, clock } = this.owner.kernel;
    if (observations.wants.flow) {
      observations.emit({ type: "flow", at: clock.now(), change, flow: this.name, reason });
    }
  }
}

function tellClosed(connection: Connection, users: readonly FlowUser[]): void {
  for (const user of users) connection.tell(user);
}
