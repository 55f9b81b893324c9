import type { Fault } from "../kernel/mod.ts";
import {
  type HostOptions,
  type Network,
  Phone,
  type PhoneOptions,
  type SeededRandom,
  type SimulatedHost,
  type Travel,
  World,
  type WorldOptions,
} from "../lab/mod.ts";
import { everyProtocol, Locator } from "../transport/mod.ts";
import { UserAgent, type UserAgentSettings } from "../ua/mod.ts";
import { addressBook } from "./address-book.ts";
import { TestServer, type TestServerHome, type TestServerOptions } from "./test-server.ts";

/** What must have ended for a world to be at rest: null when it has, else what is left, in words. */
export type Remainder = () => string | null;

/** Virtual milliseconds for what is left to end: longer than any timer of RFC 3261 but Timer C. */
const REST_MS = 600_000;

/**
 * A simulated network with user agents, servers and scripted phones on it, and one virtual clock. `simulate` makes one for
 * each test and keeps its clock going: time stands still while code runs and jumps when everybody waits.
 */
export class TestWorld implements TestServerHome {
  /** What is beneath, with a clock that a test turns by hand. Under `simulate` the clock turns by itself: use `wait`. */
  readonly world: World;
  /** What broke within agents, servers and the application's handlers. What stands here at the end fails the test. */
  readonly problems: Fault[] = [];
  private readonly agents: UserAgent[] = [];
  private readonly servers: TestServer[] = [];
  private readonly remainders: Remainder[] = [];
  private readonly taken = new Map<string, number>();
  private addresses = 0;

  constructor(options: WorldOptions = {}) {
    this.world = new World(options);
  }

  /** Virtual milliseconds since the world began. */
  get elapsed(): number {
    return this.world.elapsed;
  }

  /** Host names to numeric addresses: the DNS of this world. */
  get names(): Map<string, string> {
    return this.world.names;
  }

  /** The ways between the hosts, by the names they have in the ladder: loss, delay, partitions. */
  get network(): Network {
    return this.world.network;
  }

  /** Repeats itself with the seed. */
  get random(): SeededRandom {
    return this.world.random;
  }

  /** Every message put on the network so far, in order. */
  get messages(): readonly Travel[] {
    return this.world.network.travels;
  }

  /** Resolves when `ms` milliseconds of virtual time have passed. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.world.after(ms, resolve));
  }

  /** Runs `work` in `ms` milliseconds of virtual time. */
  after(ms: number, work: () => void): void {
    this.world.after(ms, work);
  }

  /** All messages so far, as text. */
  ladder(): string {
    return this.world.ladder();
  }

  /** A registrar and proxy for `domain`. */
  server(domain = "example.com", options: TestServerOptions = {}): TestServer {
    const server = new TestServer(this, domain, options);
    this.servers.push(server);
    this.remainders.push(() => server.remainder());
    return server;
  }

  /** A user agent without a server, at `sip:NAME@ITS-ADDRESS` unless `settings` say otherwise. */
  agent(name: string, settings: Partial<UserAgentSettings> = {}, options: HostOptions = {}): UserAgent {
    const host = this.host(name, options);
    const agent = new UserAgent(
      {
        kernel: host.kernel,
        transport: host.transport,
        locator: new Locator(host.kernel, addressBook(this.names), host.transport, { protocols: everyProtocol }),
        attach: (user) => host.attach(user),
      },
      { uri: `sip:${name}@${host.address}`, ...settings },
    );
    this.agents.push(agent);
    this.remainders.push(() => remainderOf(host.name, agent));
    return agent;
  }

  /**
   * A phone that answers calls by `script`, such as `180@1s+486@3s` (see `readScript`): a peer that shares nothing with the
   * user agent but the grammar of messages. It is called at `phone.uri`.
   */
  phone(name: string, script = "200@0s", options: Partial<PhoneOptions> = {}): Phone {
    const address = this.newAddress();
    const own = { name: this.newName(name), user: name, address, domain: address };
    return Phone.in(this.world, { ...own, ...options }).answer(script);
  }

  /** A machine of its own; a second one of a name is called `NAME-2`. */
  host(name: string, options: HostOptions = {}): SimulatedHost {
    const host = this.world.host(this.newAddress(), { name: this.newName(name), ...options });
    host.kernel.observations.subscribe(["fault"], (seen) => {
      if (seen.type === "fault" && seen.fault.blame === "local") this.problems.push(seen.fault);
    });
    return host;
  }

  /** Ends the agents (calls are hung up, registrations and subscriptions withdrawn), then the servers. */
  async close(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.close()));
    await Promise.all(this.servers.map((server) => server.close()));
  }

  /**
   * Resolves when no call, dialog or transaction is left and nothing is on its way. Throws, with the ladder, what is left
   * after ten minutes of virtual time.
   */
  async rest(): Promise<void> {
    const latest = this.elapsed + REST_MS;
    for (;;) {
      const left = this.remainders.map((remainder) => remainder()).filter((each) => each !== null);
      if (left.length === 0) return;
      if (this.elapsed >= latest) throw this.world.failure(`after ten minutes there is still ${left.join("; ")}`);
      await this.wait(100);
    }
  }

  private newAddress(): string {
    const number = ++this.addresses;
    return `10.0.${number >> 8}.${number & 255}`;
  }

  private newName(name: string): string {
    const count = (this.taken.get(name) ?? 0) + 1;
    this.taken.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  }
}

function remainderOf(name: string, agent: UserAgent): string | null {
  const { clients, servers } = agent.core.layer.size;
  const calls = agent.calls.length;
  if (calls + clients + servers === 0) return null;
  return `${name}: ${calls} calls, ${clients + servers} transactions`;
}
