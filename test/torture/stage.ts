/** A server on real sockets of the loopback interface, and peers that send it octets as they are. */
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { connect, type Socket as StreamSocket } from "node:net";
import { connect as connectTls } from "node:tls";
import { NodeKernel } from "../../src/host/kernel.ts";
import type { ConnectionLimits } from "../../src/host/sockets/limits.ts";
import type { TlsFiles } from "../../src/host/sockets/tls.ts";
import { NodeTransport } from "../../src/host/sockets/transport.ts";
import type { Observation } from "../../src/kernel/mod.ts";
import {
  defaultPolicy,
  LocationService,
  MemoryUsers,
  Server,
  type ServerPolicy,
  userRecord,
} from "../../src/server/mod.ts";
import { StreamFramer } from "../../src/syntax/mod.ts";
import { type Answer, Locator, type Resolver } from "../../src/transport/mod.ts";

const HOST = "127.0.0.1";
/** Peers have an address of their own where the system has more than one on loopback: messages name ports of others. */
const PEER = "127.0.44.75";
/** Longest wait for anything on loopback. Milliseconds. */
export const PATIENCE = 5000;

/** Nobody is asked: messages of others name hosts of others. */
const nobody = async (): Promise<Answer<never>> => ({ records: [], ttl: 60 });
const noResolver: Resolver = { naptr: nobody, srv: nobody, a: nobody, aaaa: nobody };

/** Calls back whenever something happened, so that a wait ends with its cause and not with a guess. */
class Bell {
  private waiting: (() => void)[] = [];

  ring(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const each of waiting) each();
  }

  /** Resolves when `condition` holds; rejects after `PATIENCE`. */
  async until(condition: () => boolean, called: string): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!condition()) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`waited in vain for ${called}`);
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => this.waiting.push(resolve)),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, left);
        }),
      ]);
      clearTimeout(timer);
    }
  }
}

export interface StageOptions {
  readonly policy?: Partial<ServerPolicy>;
  readonly limits?: Partial<ConnectionLimits>;
  /** Passwords by user of the first domain; with some, requests are challenged. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** False keeps no record of what the server sends. */
  readonly record?: boolean;
  /** Certificate and key in PEM: with them the server takes TLS as well. */
  readonly tls?: TlsFiles;
}

/** The server, wired as `ringback serve` wires it, without authentication and without a store. */
export class Stage implements AsyncDisposable {
  /** What the server put on the wire, in order. */
  readonly sent: { readonly to: string; readonly text: string }[] = [];
  /** Its own faults: an exception in it is one. */
  readonly faults: Observation[] = [];
  readonly dropped: string[] = [];
  /** Why connections closed. */
  readonly flowEnds: string[] = [];
  readonly bell = new Bell();
  readonly server: Server;
  readonly transport: NodeTransport;
  readonly kernel: NodeKernel;
  private readonly open: { close(): unknown }[] = [];
  private checks = 0;
  private checker: DatagramPeer | null = null;

  private constructor(options: StageOptions) {
    this.kernel = new NodeKernel();
    const { observations } = this.kernel;
    if (options.record !== false)
      observations.subscribe(["message"], (each) => {
        if (each.type !== "message" || each.direction === "in") return;
        this.sent.push({ to: each.flow.remote, text: each.text });
        this.bell.ring();
      });
    observations.subscribe(["fault"], (each) => {
      if (each.type === "fault" && each.fault.blame === "local") this.faults.push(each);
    });
    observations.subscribe(["dropped", "flow"], (each) => {
      if (each.type === "dropped") this.dropped.push(each.why);
      if (each.type === "flow" && each.change === "closed") this.flowEnds.push(each.reason);
      this.bell.ring();
    });
    this.transport = new NodeTransport(this.kernel, {
      listeners: [
        { protocol: "UDP", host: HOST, port: 0 },
        { protocol: "TCP", host: HOST, port: 0 },
        ...(options.tls === undefined ? [] : [{ protocol: "TLS" as const, host: HOST, port: 0, tls: options.tls }]),
      ],
      limits: options.limits ?? {},
      onFailure: () => {}, // observed as a fault
    });
    const { passwords } = options;
    const domains = options.policy?.domains ?? ["example.com"];
    const domain = domains[0] as string;
    const users = Object.entries(passwords ?? {}).map(([user, password]) =>
      userRecord(this.kernel.hash, user, domain, domain, password),
    );
    const authentication = passwords === undefined ? "off" : "digest";
    this.server = new Server({
      kernel: this.kernel,
      transport: this.transport,
      locator: new Locator(this.kernel, noResolver, this.transport),
      location: new LocationService(this.kernel),
      users: new MemoryUsers(users),
      policy: { ...defaultPolicy, domains, authentication, ...options.policy },
    });
  }

  static async start(options: StageOptions = {}): Promise<Stage> {
    const stage = new Stage(options);
    const failure = await stage.transport.listen();
    if (failure !== null) throw new Error(failure.text);
    stage.transport.attach(stage.server);
    return stage;
  }

  port(protocol: "UDP" | "TCP" | "TLS"): number {
    const listener = this.transport.listeners.find((each) => each.protocol === protocol);
    if (listener === undefined) throw new Error(`no ${protocol} listener`);
    return listener.port;
  }

  async datagrams(): Promise<DatagramPeer> {
    const peer = new DatagramPeer(this.port("UDP"), this.bell);
    this.open.push(peer);
    await peer.ready;
    return peer;
  }

  /** A connection; over TLS the peer trusts whatever certificate it is shown. */
  async stream(protocol: "TCP" | "TLS" = "TCP"): Promise<StreamPeer> {
    const peer = new StreamPeer(this.port(protocol), this.bell, protocol === "TLS");
    this.open.push(peer);
    await peer.ready;
    return peer;
  }

  /** OPTIONS to the server itself, answered 200. Returns after how many milliseconds; what was sent before is handled by then. */
  async alive(): Promise<number> {
    this.checker ??= await this.datagrams();
    const peer = this.checker;
    const callId = `alive-${++this.checks}@loopback`;
    peer.inbox.length = 0;
    const began = performance.now();
    peer.send(requestOf("OPTIONS", `sip:${HOST}:${this.port("UDP")}`, callId));
    const answer = () => peer.inbox.find((text) => text.includes(callId));
    await this.bell.until(() => answer() !== undefined, "the answer to OPTIONS");
    if (!answer()?.startsWith("SIP/2.0 200 ")) throw new Error(`OPTIONS was answered ${answer()}`);
    return performance.now() - began;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of this.open) await each.close();
    await this.transport.close();
    this.kernel.close();
  }
}

/** A UDP socket that keeps what arrives. */
export class DatagramPeer {
  readonly inbox: string[] = [];
  readonly ready: Promise<unknown>;
  /** How many datagrams arrived. */
  count = 0;
  /** False counts without keeping. */
  keeps = true;
  /** Sees each datagram and may answer it. */
  answer: (text: string) => string | null = () => null;
  private readonly socket: Socket;
  private readonly to: number;

  constructor(to: number, bell: Bell) {
    this.to = to;
    this.socket = createSocket("udp4");
    this.socket.on("message", (octets, from) => {
      const text = octets.toString("latin1");
      if (this.keeps) this.inbox.push(text);
      this.count++;
      const answer = this.answer(text);
      if (answer !== null) this.socket.send(Buffer.from(answer, "latin1"), from.port, from.address);
      bell.ring();
    });
    this.socket.once("error", () => {
      this.socket.on("error", () => {});
      this.socket.bind(0, HOST);
    });
    this.ready = new Promise<void>((resolve) => this.socket.once("listening", () => resolve()));
    this.socket.bind(0, PEER);
  }

  get host(): string {
    return this.socket.address().address;
  }

  get port(): number {
    return this.socket.address().port;
  }

  send(text: string): void {
    this.socket.send(Buffer.from(text, "latin1"), this.to, HOST);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }
}

/** A TCP connection that keeps what arrives. */
export class StreamPeer {
  readonly inbox: string[] = [];
  /** Sees each message and may answer it. */
  answer: (text: string) => string | null = () => null;
  /** CRLF alone: the answer to a keepalive (RFC 5626 §4.4.1). */
  pongs = 0;
  closed = false;
  readonly ready: Promise<unknown>;
  private readonly socket: StreamSocket;
  private readonly framer = new StreamFramer();

  constructor(to: number, bell: Bell, secure = false) {
    const options = { host: HOST, port: to };
    this.socket = secure ? connectTls({ ...options, rejectUnauthorized: false }) : connect(options);
    this.socket.setNoDelay(true);
    this.ready = once(this.socket, secure ? "secureConnect" : "connect");
    this.socket.on("data", (octets) => {
      let text = octets.toString("latin1");
      for (; text.startsWith("\r\n"); text = text.slice(2)) this.pongs++;
      this.framer.push(text);
      for (let frame = this.framer.next(); frame !== null; frame = this.framer.next())
        if (frame.kind === "message") this.take(frame.text);
      bell.ring();
    });
    this.socket.on("error", () => {});
    this.socket.on("drain", () => bell.ring());
    this.socket.on("close", () => {
      this.closed = true;
      bell.ring();
    });
  }

  private take(text: string): void {
    this.inbox.push(text);
    const answer = this.answer(text);
    if (answer !== null) this.send(answer);
  }

  /** Its own end of the connection. */
  get host(): string {
    return this.socket.localAddress ?? "";
  }

  get port(): number {
    return this.socket.localPort ?? 0;
  }

  /** False when the kernel did not take all at once: wait before sending more. */
  send(text: string): boolean {
    return !this.closed && this.socket.write(text, "latin1");
  }

  /** Octets written that the kernel has not taken. */
  get backlog(): number {
    return this.socket.writableLength;
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A small request that a server takes; `rport` brings the answer back to the socket it came from. */
export function requestOf(method: string, uri: string, callId: string, headers = "", to = uri): string {
  return (
    `${method} ${uri} SIP/2.0\r\nVia: SIP/2.0/UDP ${HOST};rport;branch=z9hG4bK${callId.replace("@", ".")}\r\nMax-Forwards: 70\r\n` +
    `From: <${to}>;tag=f\r\nTo: <${to}>\r\nCall-ID: ${callId}\r\nCSeq: 1 ${method}\r\n${headers}Content-Length: 0\r\n\r\n`
  );
}

/** The status of a response; 0 for a request. */
export function statusOf(text: string): number {
  return text.startsWith("SIP/2.0 ") ? Number.parseInt(text.slice(8), 10) : 0;
}
