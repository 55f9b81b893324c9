import { NodeKernel } from "../../../src/host/kernel.ts";
import { NodeTransport, type TransportOptions } from "../../../src/host/sockets/transport.ts";
import type { Observation, ObservationType } from "../../../src/kernel/mod.ts";
import type { Flow, FlowUser, Listener, Protocol, TransportUser } from "../../../src/transport/mod.ts";

/** What was received, in order, for tests that wait for it. */
export class Inbox<T> {
  readonly all: T[] = [];
  private waiting: ((item: T) => void)[] = [];
  private taken = 0;

  put(item: T): void {
    this.all.push(item);
    this.waiting.shift()?.(item);
  }

  /** The next item nobody has taken yet; waits for it. */
  next(): Promise<T> {
    const index = this.taken++;
    if (index < this.all.length) return Promise.resolve(this.all[index] as T);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** A transport user that keeps what arrives. */
export class Receiver implements TransportUser, FlowUser {
  readonly messages = new Inbox<{ text: string; flow: Flow }>();
  readonly unframed = new Inbox<{ head: string; reason: string; flow: Flow }>();
  readonly closed = new Inbox<{ flow: Flow; reason: string }>();
  /** Called in place of nothing, to answer from inside. */
  answer: ((text: string, flow: Flow) => void) | null = null;

  onMessage(text: string, flow: Flow): void {
    this.answer?.(text, flow);
    this.messages.put({ text, flow });
  }

  onUnframed(head: string, reason: string, flow: Flow): void {
    this.answer?.(head, flow);
    this.unframed.put({ head, reason, flow });
  }

  onFlowClosed(flow: Flow, reason: string): void {
    this.closed.put({ flow, reason });
  }
}

export interface Host {
  readonly kernel: NodeKernel;
  readonly transport: NodeTransport;
  readonly receiver: Receiver;
  close(): Promise<void>;
}

/** A listening transport on loopback; every listener by protocol alone gets 127.0.0.1 and a port the system chooses. */
export async function host(
  protocols: readonly ("UDP" | "TCP")[],
  options: Partial<TransportOptions> = {},
): Promise<Host> {
  const kernel = new NodeKernel();
  const listeners = protocols.map((protocol) => ({ protocol, host: "127.0.0.1", port: 0 }));
  const transport = new NodeTransport(kernel, { listeners, ...options });
  const receiver = new Receiver();
  transport.attach(receiver);
  const failure = await transport.listen();
  if (failure !== null) throw new Error(failure.text);
  const close = async (): Promise<void> => {
    await transport.close();
    kernel.close();
  };
  return { kernel, transport, receiver, close };
}

export function listenerOf(on: Host, protocol: Protocol): Listener {
  const listener = on.transport.listeners.find((each) => each.protocol === protocol);
  if (listener === undefined) throw new Error(`no ${protocol} listener`);
  return listener;
}

/** Everything of the given types that is observed from now on. */
export function observed(on: Host, ...types: ObservationType[]): Inbox<Observation> {
  const inbox = new Inbox<Observation>();
  on.kernel.observations.subscribe(types, (observation) => inbox.put(observation));
  return inbox;
}

/** A small request, framed by Content-Length. */
export function request(method = "OPTIONS", body = ""): string {
  return `${method} sip:a@example.test SIP/2.0\r\nCall-ID: 1\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
