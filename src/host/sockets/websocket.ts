import { isUtf8 } from "node:buffer";
import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { Server as TlsServer } from "node:tls";
import { type WebSocket, WebSocketServer } from "ws";
import { printable } from "../../syntax/mod.ts";
import { hostPort, type Listener } from "../../transport/mod.ts";
import { isLoopback } from "../loopback.ts";
import { Connection, type ConnectionEnds, type ConnectionOwner } from "./connection.ts";
import { latin1 } from "./latin1.ts";
import { hostsOf, sentBy } from "./listening.ts";
import type { NodeTransport } from "./transport.ts";

/** Octets of one message, as on a stream: 64 KiB of header section and 1 MiB of body. */
const LARGEST_MESSAGE = 1_114_112;
/** Frames of one message, and reads that one frame may take: each costs more than what is in it. */
const MOST_PIECES = 2048;
/** Octets round those of a client's ping or pong (RFC 6455 §5.2). */
const FRAME_HEAD = 6;
/** Milliseconds of silence after which the peer is pinged; after twice as many it is gone (RFC 6455 §5.5.2). */
const PING_MS = 30_000;
/** RFC 6455 §7.4.1: "going away". */
const GOING_AWAY = 1001;

export interface WebSocketOptions {
  /** Default `/sip`. */
  readonly path?: string;
  /** What the listener calls itself, `host` or `host:port`, where that differs from the HTTP server's address. */
  readonly advertised?: string;
  /**
   * Origins of pages that may connect, as `https://phone.example.com`. Pages from this server's own host and from
   * loopback may always, and so may clients that send no Origin, which are no browsers.
   */
  readonly origins?: readonly string[];
  /** Milliseconds of silence before a ping. Default 30,000. */
  readonly pingMs?: number;
}

/**
 * Serves SIP over WebSocket (RFC 7118) on a path of an HTTP server that listens already. The protocol is WSS when that
 * server speaks TLS. Returns the listener, which the transport then has.
 */
export function serveWebSocket(transport: NodeTransport, server: HttpServer, options: WebSocketOptions = {}): Listener {
  const path = options.path ?? "/sip";
  const { address, port } = server.address() as AddressInfo;
  const protocol = server instanceof TlsServer ? "WSS" : "WS";
  const name = sentBy(address, port, options.advertised);
  const listener: Listener = { protocol, host: address, port, sentBy: name, ...hostsOf(address) };
  transport.addListener(listener);
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LARGEST_MESSAGE,
    maxFragments: MOST_PIECES,
    maxBufferedChunks: MOST_PIECES,
    perMessageDeflate: false,
    handleProtocols: () => "sip",
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if ((request.url ?? "").split("?")[0] !== path) {
      if (server.listenerCount("upgrade") === 1) refuse(socket, 404, "Not Found", `WebSocket is served at ${path}`);
      return;
    }
    const source = plainAddress(request.socket.remoteAddress ?? "");
    const refusal = refusalOf(request, options.origins ?? []);
    if (refusal !== null) {
      dropped(transport, source, refusal.text);
      return refuse(socket, refusal.status, refusal.phrase, refusal.text);
    }
    const full = transport.admission.admit(source);
    if (full !== null) {
      dropped(transport, source, full);
      return refuse(socket, 503, "Service Unavailable", "too many connections");
    }
    socket.once("close", () => transport.admission.release(source));
    const remotePort = request.socket.remotePort ?? 0;
    const ends = { protocol, listener, remoteHost: source, remotePort, inbound: true, domain: "" } as const;
    upgrades.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new WebSocketConnection(transport, ends, webSocket, options.pingMs ?? PING_MS);
      connection.watch(socket);
      transport.addConnection(connection);
    });
  });
  return listener;
}

interface Refusal {
  readonly status: number;
  readonly phrase: string;
  readonly text: string;
}

/** Why a handshake is turned down; null when it is not. */
function refusalOf(request: IncomingMessage, origins: readonly string[]): Refusal | null {
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((each) => each.trim());
  if (!offered.includes("sip")) {
    // RFC 7118 §4.1: "The client MUST include the value 'sip' in the Sec-WebSocket-Protocol header".
    return { status: 400, phrase: "Bad Request", text: "the WebSocket subprotocol must be sip (RFC 7118)" };
  }
  const { origin } = request.headers;
  if (origin === undefined || mayConnect(origin, request.headers.host ?? "", origins)) return null;
  return { status: 403, phrase: "Forbidden", text: `pages from ${printable(origin, 100)} may not connect here` };
}

function mayConnect(origin: string, host: string, origins: readonly string[]): boolean {
  if (origins.includes(origin) || origins.includes("*")) return true;
  const from = hostnameOf(origin);
  return from !== null && (from === "localhost" || isLoopback(from) || from === hostnameOf(`http://${host}`));
}

function hostnameOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed === null || parsed.hostname === "" ? null : parsed.hostname.replace(/^\[|\]$/g, "");
}

function refuse(socket: Duplex, status: number, phrase: string, text: string): void {
  const head = `HTTP/1.1 ${status} ${phrase}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(text) + 1}\r\n\r\n${text}\n`, () => socket.destroy());
}

function dropped(transport: NodeTransport, source: string, why: string): void {
  const { observations, clock } = transport.kernel;
  if (observations.wants.dropped) observations.emit({ type: "dropped", at: clock.now(), source, why });
}

/** An IPv4 peer of a server bound to both families appears as ::ffff:192.0.2.1. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}

/** One WebSocket as a flow: each frame is one message (RFC 7118 §5). */
export class WebSocketConnection extends Connection {
  private readonly webSocket: WebSocket;
  private readonly pingMs: number;
  private heardAt: number;
  private isGone = false;
  /** Octets that have arrived since the last whole message. */
  private arrived = 0;
  /** What is to be sent once the handshake is over; bounded as every queue is. */
  private readonly waiting: string[] = [];

  constructor(owner: ConnectionOwner, ends: ConnectionEnds, webSocket: WebSocket, pingMs: number) {
    super(owner, ends);
    this.webSocket = webSocket;
    this.pingMs = pingMs;
    this.heardAt = this.activeAt;
    webSocket.on("message", (octets: Buffer) => this.receive(latin1(octets)));
    for (const event of ["ping", "pong"] as const)
      webSocket.on(event, (octets: Buffer) => {
        this.arrived -= octets.length + FRAME_HEAD;
        this.heard();
      });
    webSocket.on("error", (error) => this.close(`WebSocket with ${this.remote} failed: ${error.message}`, true));
    webSocket.on("close", (code) => {
      this.isGone = true;
      owner.kernel.wheel.cancel(this);
      this.close(`closed by ${this.remote} (WebSocket code ${code})`);
    });
    const local = hostPort(ends.listener.host, ends.listener.port);
    if (webSocket.readyState === webSocket.OPEN) this.opened(local, "accepted");
    else
      webSocket.once("open", () => {
        if (!this.open) return;
        this.opened(local, "connected");
        this.heard();
        for (const text of this.waiting.splice(0)) this.write(text);
      });
  }

  /** Counts what of a message has arrived, which `ws` tells nobody before all of it has. */
  watch(socket: Duplex): void {
    socket.prependListener("data", (octets: Buffer) => {
      this.arrived += octets.length;
    });
    socket.on("data", () => this.counted());
  }

  override gone(): Promise<void> {
    return this.isGone ? Promise.resolve() : new Promise((resolve) => this.webSocket.once("close", () => resolve()));
  }

  override destroy(): void {
    this.webSocket.terminate();
  }

  override fire(now: number): void {
    const silence = now - this.heardAt;
    if (this.open && silence >= 2 * this.pingMs)
      this.close(`no pong from ${this.remote} within ${this.pingMs / 1000} s`);
    else {
      if (this.open && silence >= this.pingMs) this.webSocket.ping();
      super.fire(now);
    }
  }

  protected override get queued(): number {
    return this.waiting.reduce((sum, text) => sum + text.length, this.webSocket.bufferedAmount);
  }

  protected override write(text: string): void {
    if (this.state === "connecting") {
      this.waiting.push(text);
      return;
    }
    const octets = Buffer.from(text, "latin1");
    // RFC 7118 §4.2: what is not UTF-8 as a whole goes into a binary frame.
    this.webSocket.send(octets, { binary: !isUtf8(octets) }, this.onSent);
  }

  protected override finish(): void {
    this.webSocket.close(GOING_AWAY);
  }

  /** The next ping comes before any other deadline. */
  protected override deadline(): [number, string] {
    const [at, reason] = super.deadline();
    const now = this.owner.kernel.clock.now();
    return at <= now ? [at, reason] : [Math.min(at, now + this.pingMs), reason];
  }

  private readonly onSent = (): void => this.taken();

  /** What was just read has been handed out, as far as it was whole. */
  private counted(): void {
    if (!this.open) return;
    this.waits(Math.max(0, this.arrived));
    if (this.arrived <= 0) this.partialSince = 0;
    else if (this.partialSince === 0) {
      this.partialSince = this.owner.kernel.clock.now();
      this.rearm();
    }
  }

  private heard(): void {
    this.heardAt = this.owner.kernel.clock.now();
    this.activeAt = this.heardAt;
  }

  private receive(text: string): void {
    this.arrived = 0;
    if (!this.open) return;
    this.heard();
    if (text === "\r\n\r\n") this.transmit("\r\n");
    else if (text === "\r\n") this.ponged();
    else if (text === "") return;
    else if (isSip(text)) this.deliver(text);
    else this.unframed(text.slice(0, 1024), "the frame holds no SIP message (RFC 7118 §4.1)");
  }
}

/** Whether the first line names SIP, as that of every request and response does (RFC 3261 §7). */
function isSip(text: string): boolean {
  let from = 0;
  while (text.charCodeAt(from) === 13 || text.charCodeAt(from) === 10) from++;
  const end = text.indexOf("\n", from);
  const line = end === -1 ? text.slice(from, from + 4096) : text.slice(from, end);
  return line.indexOf("SIP/") !== -1 || line.toUpperCase().indexOf("SIP/") !== -1;
}
