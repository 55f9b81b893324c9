import { type Fault, fault, type Kernel } from "../kernel/mod.ts";
import type { SipUri } from "../syntax/mod.ts";
import {
  defaultPort,
  type Flow,
  type Listener,
  type Locating,
  type Protocol,
  type Target,
  type Transport,
  type TransportUser,
} from "../transport/mod.ts";
import { WebSocketFlow, type WebSocketFlowOwner, type WebSocketServerAddress } from "./web-socket-flow.ts";

/** Whether there is a connection: what a page shows beside the name of its user. */
export type ConnectionState = "connecting" | "open" | "closed";

/**
 * The transport of a browser page: one WebSocket for each server that it was given, opened when something is to be sent.
 * A page reaches nobody but these servers, so whatever is sent goes to one of them.
 */
export class WebSocketTransport implements Transport, WebSocketFlowOwner {
  readonly kernel: Kernel;
  readonly servers: readonly WebSocketServerAddress[];
  readonly listeners: readonly Listener[];
  /** Told when `state` changes. */
  onState: ((state: ConnectionState, reason: string) => void) | null = null;
  private readonly flows = new Map<WebSocketServerAddress, WebSocketFlow>();
  /** Whom to tell when a flow stands. */
  private readonly opening = new Map<Flow, () => void>();
  private user: TransportUser | null = null;
  private lastId = 0;
  private told: ConnectionState = "closed";
  private closed = false;

  /** Throws a TypeError for what is no ws: or wss: URL. */
  constructor(kernel: Kernel, urls: readonly string[]) {
    this.kernel = kernel;
    // RFC 7118 §5: a browser cannot be reached by an address; Via and Contact hold a name under .invalid instead.
    const sentBy = `${kernel.random.token(12)}.invalid`;
    this.servers = urls.map((url) => addressOf(url, sentBy));
    if (this.servers.length === 0) throw new TypeError("webSocket: there is no URL");
    this.listeners = this.servers.map(({ listener }) => listener);
  }

  get state(): ConnectionState {
    const flows = [...this.flows.values()];
    if (flows.some(({ connected }) => connected)) return "open";
    return flows.length > 0 ? "connecting" : "closed";
  }

  attach(user: TransportUser): void {
    this.user = user;
  }

  /** Opens a connection when there is none. Resolves when one stands; rejects with an Error that says in one line what failed. */
  async connect(): Promise<void> {
    let why = "the transport is closed";
    for (const server of this.servers) {
      const flow = this.flowVia(server);
      if (flow === null) break;
      if (flow.connected) return;
      const failure = await new Promise<string | null>((resolve) => {
        const user = { onFlowClosed: (_: Flow, reason: string) => resolve(reason) };
        flow.attach(user);
        this.opening.set(flow, () => {
          flow.detach(user);
          resolve(null);
        });
      });
      if (failure === null) return;
      why = `no WebSocket to ${server.url}: ${failure}`;
    }
    throw new Error(why);
  }

  flowTo({ protocol, host, port }: Target): Flow | null {
    const named = this.servers.find(
      (each) => each.protocol === protocol && each.port === port && each.host === host.toLowerCase(),
    );
    return this.flowVia(named ?? this.nearest);
  }

  flowById(id: number): Flow | null {
    return [...this.flows.values()].find((flow) => flow.id === id) ?? null;
  }

  /** A server that a connection leads to, else the first. */
  get nearest(): WebSocketServerAddress {
    const connected = this.servers.find((server) => this.flows.get(server)?.connected);
    return connected ?? (this.servers[0] as WebSocketServerAddress);
  }

  /** Closes the connections; whoever depends on them hears of it, and the next message opens new ones. */
  reset(reason: string): void {
    for (const flow of [...this.flows.values()]) flow.close(reason);
  }

  close(): void {
    this.closed = true;
    this.reset("this side closes");
  }

  private flowVia(server: WebSocketServerAddress): WebSocketFlow | null {
    if (this.closed) return null;
    const known = this.flows.get(server);
    if (known !== undefined) return known;
    const flow = new WebSocketFlow(this, server, ++this.lastId);
    this.flows.set(server, flow);
    this.tellState("");
    return flow;
  }

  // What flows tell this transport:

  onMessage(text: string, flow: WebSocketFlow): void {
    try {
      this.user?.onMessage(text, flow);
    } catch (error) {
      // One message must not end the handling of all others.
      this.observe(
        fault("local", 500, "RFC 3261 §21.5.1", error instanceof Error ? (error.stack ?? "") : String(error)),
      );
    }
  }

  onOpened(flow: WebSocketFlow): void {
    this.opening.get(flow)?.();
    this.opening.delete(flow);
    this.tellState("");
  }

  onClosed(flow: WebSocketFlow, reason: string): void {
    this.opening.delete(flow);
    this.flows.delete(flow.server);
    this.tellState(reason);
  }

  private tellState(reason: string): void {
    const { state } = this;
    if (state === this.told) return;
    this.told = state;
    this.kernel.defer(() => this.onState?.(state, reason));
  }

  private observe(problem: Fault): void {
    const { observations, clock } = this.kernel;
    observations.emit({ type: "fault", at: clock.now(), fault: problem, callId: null });
  }
}

/** Where a page's requests go: to its servers, whatever their URI says, the one it is connected with first. */
export class ServerLocator implements Locating {
  private readonly transport: WebSocketTransport;

  constructor(transport: WebSocketTransport) {
    this.transport = transport;
  }

  locate(uri: SipUri): Target[] {
    const { nearest, servers } = this.transport;
    return [nearest, ...servers.filter((server) => server !== nearest)]
      .filter(({ protocol }) => uri.scheme !== "sips" || protocol === "WSS") // RFC 3261 §26.2.2: every hop is secured
      .map(({ protocol, host, port }) => ({ protocol, host, port, domain: host }));
  }

  /** The connection itself tells which server is there. */
  markFailed(): void {}
}

function addressOf(text: string, sentBy: string): WebSocketServerAddress {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "ws:" && url.protocol !== "wss:"))
    throw new TypeError(`webSocket: "${text}" is no ws: or wss: URL`);
  const protocol: Protocol = url.protocol === "wss:" ? "WSS" : "WS";
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = url.port === "" ? defaultPort(protocol) : Number(url.port);
  return { url: url.href, protocol, host, port, listener: { protocol, host: "0.0.0.0", port: 0, sentBy } };
}
