import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { StreamFramer } from "../../syntax/mod.ts";
import { hostPort } from "../../transport/mod.ts";
import { Connection, type ConnectionEnds, type ConnectionOwner } from "./connection.ts";
import { latin1 } from "./latin1.ts";
import { plainReason } from "./reason.ts";

/** Milliseconds of silence after which the system probes whether the peer's host is still there. */
const PROBE_AFTER_MS = 60_000;

/** Octets thrown away for the sake of an answer the peer may not have read yet. */
const LARGEST_DISCARD = 64 * 1024;

/**
 * One TCP or TLS connection, accepted or being opened. What is sent while one input is handled leaves in one write at
 * its end, and what is sent before the connection stands waits here, within the bound of the queue.
 */
export class StreamConnection extends Connection {
  private readonly socket: Socket | TLSSocket;
  private readonly framer = new StreamFramer();
  private pending = "";
  private discarded = 0;

  /** `socket` is connected (and its TLS handshake done) when `ends.inbound`, else still connecting. */
  constructor(owner: ConnectionOwner, ends: ConnectionEnds, socket: Socket | TLSSocket) {
    super(owner, ends);
    this.socket = socket;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, PROBE_AFTER_MS);
    socket.on("data", (octets: Buffer) => this.receive(latin1(octets)));
    socket.on("error", (error) => this.close(plainReason(error, ends.protocol, this.remote)));
    socket.on("close", () => {
      owner.kernel.wheel.cancel(this);
      this.close(`closed by ${this.remote}`);
    });
    socket.on("drain", () => this.taken());
    if (ends.inbound) this.up("accepted");
    else socket.on(ends.protocol === "TLS" ? "secureConnect" : "connect", () => this.up("connected"));
  }

  override gone(): Promise<void> {
    return this.socket.closed
      ? Promise.resolve()
      : new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  protected override get queued(): number {
    return this.pending.length + this.socket.writableLength;
  }

  protected override write(text: string): void {
    if (this.pending === "" && this.state === "open") process.nextTick(flush, this);
    this.pending += text;
  }

  protected override finish(): void {
    this.flush();
    this.socket.end();
  }

  override destroy(): void {
    this.pending = "";
    this.socket.destroy();
  }

  /** @internal */
  flush(): void {
    const { pending } = this;
    this.pending = "";
    if (pending !== "" && this.socket.writable && this.socket.write(pending, "latin1")) this.taken();
  }

  private up(reason: string): void {
    if (this.state === "closed") return;
    this.opened(hostPort(this.socket.localAddress ?? this.listener.host, this.socket.localPort ?? 0), reason);
    this.flush();
  }

  private receive(text: string): void {
    if (this.state === "closed") {
      // Lingering: a reset would take our last answer with it, so what still arrives is thrown away, but not for ever.
      this.discarded += text.length;
      if (this.discarded > LARGEST_DISCARD) this.destroy();
      return;
    }
    const { framer } = this;
    this.activeAt = this.owner.kernel.clock.now();
    framer.push(text);
    for (let frame = framer.next(); frame !== null && this.open; frame = framer.next()) {
      if (frame.kind === "message") this.deliver(frame.text);
      // RFC 5626 §4.4.1: the pong is one CRLF.
      else if (frame.kind === "ping") this.transmit("\r\n");
      else if (frame.kind === "pong") this.ponged();
      else if (frame.kind === "fault") this.unframed(frame.head, frame.fault.text, frame.fault);
    }
    this.waits(framer.held);
    if (!framer.partial) this.partialSince = 0;
    else if (this.partialSince === 0 && this.open) {
      this.partialSince = this.activeAt;
      this.rearm();
    }
  }
}

function flush(connection: StreamConnection): void {
  connection.flush();
}
