import { CallbackTimer, type FlowName, type Kernel } from "../kernel/mod.ts";
import { bytesOf, fromOctets, octetsOf, toOctets } from "../syntax/mod.ts";
import { type Flow, type FlowUser, hostPort, type Listener, type Protocol } from "../transport/mod.ts";

/** A WebSocket server, and what this side calls itself there. */
export interface WebSocketServerAddress {
  readonly url: string;
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  readonly listener: Listener;
}

/** Whom a flow belongs to. */
export interface WebSocketFlowOwner {
  readonly kernel: Kernel;
  onMessage(text: string, flow: WebSocketFlow): void;
  onOpened(flow: WebSocketFlow): void;
  onClosed(flow: WebSocketFlow, reason: string): void;
}

const CONNECT_MS = 10_000;
/** Messages that wait for the connection, and octets that wait in it. */
const MOST_WAITING = 100;
const MOST_QUEUED = 1_000_000;
/** RFC 6455 §7.4.1 leaves 1000 to scripts, and 3000 to 4999. */
const NORMAL = 1000;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** One WebSocket as a flow (RFC 7118): each frame is one message. */
export class WebSocketFlow implements Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly id: number;
  readonly server: WebSocketServerAddress;
  private readonly owner: WebSocketFlowOwner;
  private readonly socket: WebSocket;
  private readonly name: FlowName;
  private readonly users = new Set<FlowUser>();
  private readonly waiting: string[] = [];
  private readonly patience = new CallbackTimer(() => this.close(`no connection within ${CONNECT_MS / 1000} s`));
  private state: "connecting" | "open" | "closed" = "connecting";
  private closeReason = "";

  constructor(owner: WebSocketFlowOwner, server: WebSocketServerAddress, id: number) {
    this.owner = owner;
    this.server = server;
    this.protocol = server.protocol;
    this.listener = server.listener;
    this.remoteHost = server.host;
    this.remotePort = server.port;
    this.id = id;
    this.name = { protocol: this.protocol, local: this.listener.sentBy, remote: hostPort(server.host, server.port) };
    owner.kernel.wheel.arm(this.patience, CONNECT_MS);
    this.socket = new WebSocket(server.url, "sip");
    this.socket.binaryType = "arraybuffer";
    this.socket.onopen = () => this.opened();
    this.socket.onmessage = ({ data }) =>
      this.receive(typeof data === "string" ? toOctets(data) : octetsOf(new Uint8Array(data)));
    // What went wrong is kept from scripts; the close event that follows has at least a number.
    this.socket.onclose = ({ code, reason }) =>
      this.close(
        this.connected ? `closed by the server (${code}${reason === "" ? "" : ` ${reason}`})` : "no connection",
      );
  }

  get open(): boolean {
    return this.state !== "closed";
  }

  /** True once the connection stands, until it ends. */
  get connected(): boolean {
    return this.state === "open";
  }

  send(text: string): boolean {
    if (!this.transmit(text)) return false;
    this.observe("out", text);
    return true;
  }

  ping(): boolean {
    return this.connected && this.transmit("\r\n\r\n");
  }

  attach(user: FlowUser): void {
    if (this.open) this.users.add(user);
    else this.tell([user]);
  }

  detach(user: FlowUser): void {
    this.users.delete(user);
  }

  close(reason: string): void {
    if (this.state === "closed") return;
    const change = this.state === "open" ? "closed" : "failed";
    this.state = "closed";
    this.closeReason = reason;
    const { kernel } = this.owner;
    kernel.wheel.cancel(this.patience);
    this.waiting.length = 0;
    this.socket.close(NORMAL);
    this.owner.onClosed(this, reason);
    const { observations, clock } = kernel;
    if (observations.wants.flow) observations.emit({ type: "flow", at: clock.now(), change, flow: this.name, reason });
    this.tell([...this.users]);
    this.users.clear();
  }

  /** Never from inside the user's own `send`. */
  private tell(users: readonly FlowUser[]): void {
    for (const user of users) this.owner.kernel.defer(() => user.onFlowClosed(this, this.closeReason));
  }

  private opened(): void {
    if (this.state !== "connecting") return;
    this.state = "open";
    const { kernel } = this.owner;
    kernel.wheel.cancel(this.patience);
    const { observations, clock } = kernel;
    if (observations.wants.flow)
      observations.emit({ type: "flow", at: clock.now(), change: "opened", flow: this.name, reason: "" });
    for (const text of this.waiting.splice(0)) this.write(text);
    this.owner.onOpened(this);
  }

  private transmit(text: string): boolean {
    if (this.state === "closed" || this.waiting.length >= MOST_WAITING) return false;
    if (this.state === "connecting") this.waiting.push(text);
    else if (this.socket.bufferedAmount > MOST_QUEUED) {
      this.close("the server does not read");
      return false;
    } else this.write(text);
    return true;
  }

  /** RFC 7118 §4.2: what is not UTF-8 as a whole goes into a binary frame. */
  private write(text: string): void {
    const plain = fromOctets(text);
    if (plain === text) this.socket.send(text);
    else {
      const bytes = bytesOf(text);
      this.socket.send(isUtf8(bytes) ? plain : bytes);
    }
  }

  private receive(text: string): void {
    if (!this.connected) return;
    if (text === "\r\n\r\n") this.transmit("\r\n");
    else if (text === "\r\n") for (const user of this.users) user.onPong?.(this);
    else if (text !== "") {
      this.observe("in", text);
      this.owner.onMessage(text, this);
    }
  }

  private observe(direction: "in" | "out", text: string): void {
    const { observations, clock } = this.owner.kernel;
    if (observations.wants.message)
      observations.emit({ type: "message", at: clock.now(), direction, flow: this.name, text });
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
