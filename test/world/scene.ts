import type { Observation } from "../../src/kernel/mod.ts";
import { Phone, type PhoneOptions, type SimulatedHost, World, type WorldOptions } from "../../src/lab/mod.ts";
import type { LocationService } from "../../src/server/location.ts";
import { defaultPolicy, Server, type ServerPolicy } from "../../src/server/mod.ts";
import { defaultPort, type Protocol } from "../../src/transport/mod.ts";
import { serverParts } from "./parts.ts";

export const DOMAIN = "example.com";
export const PROXY = "192.0.2.1";

export interface SceneOptions extends WorldOptions {
  readonly policy?: Partial<ServerPolicy>;
  /** Names and passwords; with some, requests are challenged. Every phone named here knows its own. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** How phones reach the proxy unless they say otherwise. */
  readonly protocol?: Protocol;
  readonly proxyAddress?: string;
}

/** A real `Server` in a simulated world, and phones round it. */
export class Scene {
  readonly world: World;
  readonly server: Server;
  readonly host: SimulatedHost;
  readonly protocol: Protocol;
  readonly address: string;
  /** What the server let be known, faults included. */
  readonly observations: Observation[] = [];
  readonly location: LocationService;
  /** Timers that a server has without anything to do. */
  private readonly standingTimers: number;
  private readonly passwords: Readonly<Record<string, string>>;
  private addresses = 9;

  constructor(options: SceneOptions = {}) {
    this.world = new World(options);
    this.protocol = options.protocol ?? "UDP";
    this.passwords = options.passwords ?? {};
    this.address = options.proxyAddress ?? PROXY;
    this.world.names.set(DOMAIN, this.address);
    const listen = (["UDP", "TCP", "TLS", "WS"] as const).map((protocol) => ({ protocol }));
    this.host = this.world.host(this.address, { name: "proxy", listen });
    const authentication = options.passwords === undefined ? "off" : "digest";
    const policy: ServerPolicy = { ...defaultPolicy, domains: [DOMAIN], authentication, ...options.policy };
    this.host.kernel.observations.subscribe(["fault", "decided", "answered", "dropped"], (each) =>
      this.observations.push(each),
    );
    const parts = serverParts(this.host, policy, this.passwords, this.world.names);
    this.location = parts.location;
    this.server = new Server(parts);
    this.standingTimers = this.world.wheel.size;
    this.host.attach(this.server);
  }

  /** A phone; it is not registered. */
  phone(name: string, options: Partial<PhoneOptions> = {}): Phone {
    const protocol = options.protocol ?? this.protocol;
    const address = options.address ?? `192.0.2.${++this.addresses}`;
    const proxy = { protocol, host: this.address, port: defaultPort(protocol) };
    const password = this.passwords[options.user ?? name];
    return Phone.in(this.world, {
      name,
      address,
      domain: DOMAIN,
      protocol,
      proxy,
      ...(password === undefined ? {} : { password }),
      ...options,
    });
  }

  /** A phone that answers by `script`, registered under `user` (its own name when absent) with `q`. */
  registered(name: string, script: string, options: Partial<PhoneOptions> & { q?: number } = {}): Phone {
    const { q, ...rest } = options;
    const phone = this.phone(name, rest).answer(script);
    const registration = phone.register(q === undefined ? {} : { params: `;q=${q}` });
    this.world.runUntil(() => registration.finals().length > 0, 40_000, `${name} is registered`);
    if (registration.finals()[0] !== 200)
      throw this.world.failure(`${name} was not registered but got ${registration.finals()[0]}`);
    return phone;
  }

  /**
   * Lets everything end but the bindings (whose expiry is one timer): nothing on its way, no transaction, no timer of the
   * server or of a phone. Throws when that does not come within `limitMs`, or when the server met a fault of its own.
   */
  settle(limitMs = 400_000): void {
    const { world, server } = this;
    const idle = (): boolean => {
      const { servers, clients } = server.layer.size;
      const timers = this.standingTimers + 1;
      return world.underway === 0 && servers + clients + server.running === 0 && world.wheel.size <= timers;
    };
    world.runUntil(idle, limitMs, `nothing is left (${JSON.stringify(server.layer.size)})`);
    world.explain(() => {
      const faults = this.observations.filter((each) => each.type === "fault");
      if (faults.length > 0) throw new Error(`the server reported a fault of its own: ${JSON.stringify(faults[0])}`);
    });
  }

  /** Lets `ms` milliseconds pass and promises be kept meanwhile: for what waits on the DNS. */
  async runWithLookups(ms: number): Promise<void> {
    const until = this.world.elapsed + ms;
    while (this.world.elapsed < until) {
      this.world.run(Math.min(20, until - this.world.elapsed));
      for (let i = 0; i < 20; i++) await Promise.resolve();
    }
  }
}
