/** Phones of the lab on real sockets of the loopback interface, and waiting for what happens to them. */
import { once } from "node:events";
import { WebSocket } from "ws";
import { NodeKernel } from "../../src/host/kernel.ts";
import type { ListenerSpec } from "../../src/host/sockets/listening.ts";
import { NodeTransport } from "../../src/host/sockets/transport.ts";
import { CallbackTimer } from "../../src/kernel/mod.ts";
import { type Endpoint, type Exchange, Phone, type PhoneHost, type PhoneOptions } from "../../src/lab/mod.ts";
import type { Flow, Listener, Protocol, Transport, TransportUser } from "../../src/transport/mod.ts";

export type SocketPhone = Phone<PhoneHost>;

export const LOOPBACK = "127.0.0.1";
/** Longest wait for anything that should happen at once. Milliseconds. */
const PATIENCE = 15_000;

/** Calls back whenever something happened, so that a wait ends with its cause and not with a guess. */
export class Bell {
  private readonly waiting = new Set<() => void>();

  ring(): void {
    for (const each of [...this.waiting]) each();
  }

  /** Resolves when `condition` holds; rejects after `limitMs` milliseconds. */
  until(condition: () => boolean, called: string | (() => string), limitMs = PATIENCE): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(late);
        this.waiting.delete(look);
      };
      const look = (): void => {
        if (!condition()) return;
        end();
        resolve();
      };
      const late = setTimeout(() => {
        end();
        reject(new Error(`waited ${limitMs} ms in vain for ${typeof called === "string" ? called : called()}`));
      }, limitMs);
      this.waiting.add(look);
    });
  }
}

/** How a phone stands on loopback. Without more it has one socket, of its protocol, at a port the system chooses. */
export interface SocketOptions extends Partial<Omit<PhoneOptions, "name" | "proxy">> {
  /** Its sockets, when not one of its protocol. */
  readonly listeners?: readonly ListenerSpec[];
}

/** Phones that share a clock and a bell. */
export class Phones implements AsyncDisposable {
  readonly bell = new Bell();
  private readonly kernel: NodeKernel;
  private readonly ownsKernel: boolean;
  private readonly closings: (() => Promise<void>)[] = [];

  constructor(kernel?: NodeKernel) {
    this.kernel = kernel ?? new NodeKernel();
    this.ownsKernel = kernel === undefined;
  }

  /** A phone that reaches its proxy at `proxy`; it is not registered. */
  async open(name: string, proxy: Endpoint, options: SocketOptions = {}): Promise<SocketPhone> {
    const { protocol } = proxy;
    if (protocol === "WS" || protocol === "WSS") return this.openWebSocket(name, proxy, options);
    const { address = proxy.host, listeners = [{ protocol, host: address, port: 0 }], ...rest } = options;
    const transport = new NodeTransport(this.kernel, { listeners });
    this.closings.push(() => transport.close());
    const failure = await transport.listen();
    if (failure !== null) throw new Error(failure.text);
    return this.stand(transport, (user) => transport.attach(user), { ...rest, name, address, protocol, proxy });
  }

  /** A phone with a UDP and a TCP socket at the same port, as a Contact without a transport parameter promises. */
  async openBoth(name: string, proxy: Endpoint, options: SocketOptions = {}): Promise<SocketPhone> {
    const host = options.address ?? proxy.host;
    for (let tries = 1; ; tries++) {
      const udp = new NodeTransport(this.kernel, { listeners: [{ protocol: "UDP", host, port: 0 }] });
      const failure = await udp.listen();
      const port = udp.listeners[0]?.port ?? 0;
      await udp.close();
      if (failure !== null) throw new Error(failure.text);
      try {
        const listeners = (["UDP", "TCP"] as const).map((protocol) => ({ protocol, host, port }));
        return await this.open(name, proxy, { ...options, listeners });
      } catch (error) {
        if (tries === 10) throw error; // somebody else was given the port in between
      }
    }
  }

  private async openWebSocket(name: string, proxy: Endpoint, options: SocketOptions): Promise<SocketPhone> {
    const address = proxy.host.includes(":") ? `[${proxy.host}]` : proxy.host;
    const socket = new WebSocket(`${proxy.protocol.toLowerCase()}://${address}:${proxy.port}/sip`, ["sip"]);
    this.closings.push(async () => socket.terminate());
    await once(socket, "open");
    const { listeners: _, ...rest } = options;
    const flow = new WebSocketFlow(socket, `${name}.invalid`, proxy);
    const transport: Transport = { listeners: [flow.listener], flowTo: () => flow, flowById: () => null };
    const attach = (user: TransportUser): void => {
      socket.on("message", (octets: Buffer) => user.onMessage(octets.toString("latin1"), flow));
    };
    return this.stand(transport, attach, { ...rest, name, address: proxy.host, protocol: proxy.protocol, proxy });
  }

  private stand(transport: Transport, attach: (user: TransportUser) => void, options: PhoneOptions): SocketPhone {
    const host: PhoneHost = {
      kernel: this.kernel,
      transport,
      attach: (user) =>
        attach({
          onMessage: (text, flow) => {
            user.onMessage(text, flow);
            this.bell.ring();
          },
          onUnframed: (head, reason, flow) => user.onUnframed(head, reason, flow),
        }),
    };
    return new Phone(host, options);
  }

  /** Registers `phone` and waits for the 200; `q` and more in `params`. */
  async register(phone: SocketPhone, ...options: Parameters<SocketPhone["register"]>): Promise<Exchange> {
    const registration = phone.register(...options);
    await this.bell.until(() => registration.finals().length > 0, `the registration of ${phone.name}`);
    if (registration.finals()[0] !== 200)
      throw new Error(`${phone.name} was not registered but got ${registration.finals()[0]}`);
    return registration;
  }

  /** A final response to each of `exchanges`. */
  async answered(...exchanges: readonly Exchange[]): Promise<void> {
    for (const each of exchanges)
      await this.bell.until(
        () => each.finals().length > 0 || each.timedOut,
        () => `a final response to ${each.method} ${each.draft.uri} (${each.provisionals()} so far)`,
      );
  }

  /** Lets `ms` milliseconds pass: to see that nothing more comes. */
  elapse(ms: number): Promise<void> {
    return new Promise((resolve) => this.kernel.wheel.arm(new CallbackTimer(() => resolve()), ms));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.ownsKernel) this.kernel.close();
    await Promise.all(this.closings.map((close) => close()));
  }
}

/** One WebSocket as the only way that a phone in a browser has (RFC 7118). */
class WebSocketFlow implements Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly id = 1;
  private readonly socket: WebSocket;

  constructor(socket: WebSocket, sentBy: string, { protocol, host, port }: Endpoint) {
    this.socket = socket;
    this.protocol = protocol;
    this.remoteHost = host;
    this.remotePort = port;
    this.listener = { protocol, host, port: 0, sentBy };
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(text: string): boolean {
    if (this.open) this.socket.send(Buffer.from(text, "latin1"), { binary: false });
    return this.open;
  }

  attach(): void {}

  detach(): void {}
}
