import type { HostOptions, Phone, PhoneOptions, SimulatedHost } from "../lab/mod.ts";
import {
  defaultPolicy,
  type EventPolicy,
  LocationService,
  MemoryUsers,
  Server,
  type ServerPolicy,
  StateAgent,
  userRecord,
} from "../server/mod.ts";
import { defaultPort, Locator, type Protocol } from "../transport/mod.ts";
import type { UserAgent, UserAgentSettings } from "../ua/mod.ts";
import { addressBook } from "./address-book.ts";

export interface TestServerOptions {
  /** Passwords by user name: with some, requests are challenged, and the agents and phones made here know theirs. */
  readonly passwords?: Readonly<Record<string, string>>;
  readonly policy?: Partial<ServerPolicy>;
  /** Its presence, message-summary, dialog and reg events; false leaves SUBSCRIBE and PUBLISH to the phones. */
  readonly events?: Partial<EventPolicy> | false;
}

export interface TestAgentOptions extends Partial<UserAgentSettings> {
  /** How it reaches the server; `WS` and `WSS` as a browser does. Default `UDP`. */
  readonly via?: Protocol;
  /** False leaves it unregistered: it can call and nobody reaches it. Default true. */
  readonly register?: boolean;
}

/** What a server needs of the world it stands in. */
export interface TestServerHome {
  /** Host names to numeric addresses. */
  readonly names: Map<string, string>;
  host(name: string, options?: HostOptions): SimulatedHost;
  agent(name: string, settings?: Partial<UserAgentSettings>, options?: HostOptions): UserAgent;
  phone(name: string, script?: string, options?: Partial<PhoneOptions>): Phone;
  wait(ms: number): Promise<void>;
}

/** A real server in a simulated world, and its users. */
export class TestServer {
  readonly domain: string;
  readonly host: SimulatedHost;
  readonly server: Server;
  readonly location: LocationService;
  private readonly world: TestServerHome;
  private readonly passwords: Readonly<Record<string, string>>;
  private readonly events: StateAgent | null;

  constructor(world: TestServerHome, domain: string, options: TestServerOptions) {
    const { passwords = {}, policy = {}, events = {} } = options;
    this.world = world;
    this.domain = domain;
    this.passwords = passwords;
    const protocols = ["UDP", "TCP", "TLS", "WS", "WSS"] as const;
    this.host = world.host(domain, { listen: protocols.map((protocol) => ({ protocol })) });
    world.names.set(domain, this.host.address);
    const { kernel, transport } = this.host;
    this.location = new LocationService(kernel);
    const records = Object.entries(passwords).map(([user, password]) =>
      userRecord(kernel.hash, user, domain, policy.realm ?? domain, password),
    );
    const parts = {
      kernel,
      transport,
      locator: new Locator(kernel, addressBook(world.names), transport),
      location: this.location,
      users: new MemoryUsers(records),
      policy: {
        ...defaultPolicy,
        domains: [domain],
        authentication: records.length > 0 ? "digest" : "off",
        ...policy,
      } as const,
    };
    this.server = new Server(parts);
    this.events = events === false ? null : new StateAgent({ ...parts, layer: this.server.layer, events });
    this.server.events = this.events;
    this.host.attach(this.server);
  }

  /** A user agent of `user`, registered. A second one of the same user is another phone of theirs. */
  async agent(user: string, options: TestAgentOptions = {}): Promise<UserAgent> {
    const { via = "UDP", register = true, ...settings } = options;
    const password = this.passwords[user];
    const agent = this.world.agent(
      user,
      {
        uri: `sip:${user}@${this.domain}`,
        ...(password === undefined ? {} : { account: { password } }),
        ...(via === "UDP" ? {} : { outboundProxy: this.proxy(via) }),
        ...settings,
      },
      { listen: listenersFor(via, user) },
    );
    if (!register) return agent;
    const { kind, text } = await agent.register().outcome;
    if (kind !== "answered") throw new Error(`${user} was not registered: ${text}`);
    return agent;
  }

  /** A scripted phone of `user`, registered with priority `q` (0 to 1) where one is given. */
  async phone(
    user: string,
    script: string,
    options: Partial<PhoneOptions> & { readonly q?: number } = {},
  ): Promise<Phone> {
    const { q, protocol = "UDP", ...rest } = options;
    const password = this.passwords[user];
    const phone = this.world.phone(user, script, {
      domain: this.domain,
      protocol,
      proxy: { protocol, host: this.host.address, port: defaultPort(protocol) },
      ...(password === undefined ? {} : { password }),
      ...rest,
    });
    const registration = phone.register(q === undefined ? {} : { params: `;q=${q}` });
    while (registration.finals().length === 0) await this.world.wait(1);
    const final = registration.finals()[0];
    if (final !== 200) throw new Error(`${phone.name} was not registered: ${final}`);
    return phone;
  }

  /** Ends the subscriptions of those who watch. */
  async close(): Promise<void> {
    await this.events?.close();
  }

  /** What has not ended here, in words; null when nothing. */
  remainder(): string | null {
    const { clients, servers } = this.server.layer.size;
    const left = clients + servers + this.server.running;
    return left === 0 ? null : `${this.domain}: ${left} transactions`;
  }

  private proxy(via: Protocol): string {
    return `sip:${this.host.address}:${defaultPort(via)};transport=${via.toLowerCase()}`;
  }
}

function listenersFor(via: Protocol, user: string) {
  if (via === "WS" || via === "WSS") return [{ protocol: via, port: 0, sentBy: `${user}.invalid` }];
  return via === "TLS" ? [{ protocol: via }] : (["UDP", "TCP"] as const).map((protocol) => ({ protocol }));
}
