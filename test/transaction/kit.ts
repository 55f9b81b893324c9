import { createHash } from "node:crypto";
import { type Kernel, ObservationStream, TimerWheel } from "../../src/kernel/mod.ts";
import type { Message } from "../../src/syntax/mod.ts";
import { type ClientTransaction, TransactionLayer } from "../../src/transaction/mod.ts";
import type { Flow, FlowUser, Listener, Protocol, Transport } from "../../src/transport/mod.ts";

/** A kernel under a clock that a test moves by hand. */
export class ManualKernel implements Kernel {
  time = 1_700_000_000_000;
  readonly clock = { now: () => this.time };
  readonly wheel = new TimerWheel(this.clock);
  readonly random = {
    fraction: () => 0.25,
    token: (length: number) => "abcdefghijklmnopqrstuvwxyz".repeat(4).slice(0, length),
  };
  readonly hash = {
    md5: (text: string) => createHash("md5").update(text, "latin1").digest("hex"),
    sha256: (text: string) => createHash("sha256").update(text, "latin1").digest("hex"),
    sha512_256: (text: string) => createHash("sha512-256").update(text, "latin1").digest("hex"),
    hmacSha256: (key: string, text: string) =>
      createHash("sha256")
        .update(key + text, "latin1")
        .digest("hex"),
  };
  readonly observations = new ObservationStream();
  private deferred: (() => void)[] = [];

  defer(work: () => void): void {
    this.deferred.push(work);
  }

  /** Runs deferred work, then moves the clock to `ms` from now in wheel ticks. */
  pass(ms: number): void {
    this.settle();
    const end = this.time + ms;
    while (this.time < end) {
      this.time = Math.min(end, this.time + 20);
      this.wheel.advance();
      this.settle();
    }
  }

  private settle(): void {
    for (let work = this.deferred.shift(); work !== undefined; work = this.deferred.shift()) work();
  }
}

/** A flow that writes down what is sent and when. */
export class RecordingFlow implements Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost = "192.0.2.9";
  readonly remotePort = 5060;
  readonly id: number;
  open = true;
  readonly sent: { at: number; text: string }[] = [];
  readonly users = new Set<FlowUser>();
  private readonly kernel: ManualKernel;

  constructor(kernel: ManualKernel, protocol: Protocol) {
    this.kernel = kernel;
    this.protocol = protocol;
    this.id = protocol === "UDP" ? 0 : 1;
    this.listener = { protocol, host: "192.0.2.1", port: 5060, sentBy: "192.0.2.1:5060" };
  }

  send(text: string): boolean {
    if (this.open) this.sent.push({ at: this.kernel.time, text });
    return this.open;
  }
  attach(user: FlowUser): void {
    this.users.add(user);
  }
  detach(user: FlowUser): void {
    this.users.delete(user);
  }
  close(reason: string): void {
    this.open = false;
    for (const user of [...this.users]) user.onFlowClosed(this, reason);
  }
}

/** One layer over one recorded flow, with everything its users hear. */
export class Bench {
  readonly kernel = new ManualKernel();
  readonly flow: RecordingFlow;
  readonly layer: TransactionLayer;
  readonly heard: string[] = [];
  readonly requests: Message[] = [];

  constructor(protocol: Protocol = "UDP", transactions = 1_000_000) {
    this.flow = new RecordingFlow(this.kernel, protocol);
    const transport: Transport = {
      listeners: [this.flow.listener],
      flowTo: () => this.flow,
      flowById: () => this.flow,
    };
    this.layer = new TransactionLayer(
      this.kernel,
      transport,
      { onRequest: (request) => void this.requests.push(request) },
      undefined,
      { transactions },
    );
  }

  /** Starts a client transaction for `method`. */
  call(method: string): ClientTransaction {
    const branch = this.layer.newBranch();
    return this.layer.send(request(method, branch), method, branch, this.flow, {
      onResponse: (response) => void this.heard.push(String(response.status)),
      onFailure: (why) => void this.heard.push(why),
    });
  }

  /** A response to the transaction arrives. */
  respond(client: ClientTransaction, method: string, status: number): void {
    this.layer.receive(response(client.branch, method, status), this.flow);
  }

  /** Seconds after `from` at which messages beginning with `start` left. */
  times(start: string, from: number): number[] {
    return this.flow.sent.filter((each) => each.text.startsWith(start)).map((each) => (each.at - from) / 1000);
  }
}

export function request(method: string, branch: string, extra = ""): string {
  const cseq = method === "ACK" || method === "CANCEL" ? "1" : "1";
  return (
    `${method} sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.9:5060;branch=${branch}\r\nMax-Forwards: 70\r\n` +
    `From: <sip:alice@example.com>;tag=a\r\nTo: <sip:bob@example.com>\r\nCall-ID: c1@192.0.2.9\r\nCSeq: ${cseq} ${method}\r\n${extra}Content-Length: 0\r\n\r\n`
  );
}

export function response(branch: string, method: string, status: number): string {
  return (
    `SIP/2.0 ${status} Phrase\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=${branch}\r\nFrom: <sip:alice@example.com>;tag=a\r\n` +
    `To: <sip:bob@example.com>;tag=b\r\nCall-ID: c1@192.0.2.9\r\nCSeq: 1 ${method}\r\nContent-Length: 0\r\n\r\n`
  );
}
