import type { Observation } from "../../src/kernel/mod.ts";
import {
  type HostOptions,
  Phone,
  type PhoneOptions,
  type SimulatedHost,
  World,
  type WorldOptions,
} from "../../src/lab/mod.ts";
import { type CallOptions, UserAgent, type UserAgentSettings } from "../../src/ua/mod.ts";
import { agentLocator } from "../world/parts.ts";

/** A world of user agents and phones that reach each other by their numeric addresses, without a server. */
export class Stage {
  readonly world: World;
  /** Faults of the agents' own: a test that does not expect one wants none. */
  readonly faults: Observation[] = [];
  private addresses = 0;

  constructor(options: WorldOptions = {}) {
    this.world = new World(options);
  }

  host(name: string, options: HostOptions = {}): SimulatedHost {
    const host = this.world.host(`198.51.100.${++this.addresses}`, { name, ...options });
    host.kernel.observations.subscribe(["fault"], (fault) => this.faults.push(fault));
    return host;
  }

  /** An agent at an address of its own, whose address of record is that address. */
  agent(name: string, settings: Partial<UserAgentSettings> = {}, options: HostOptions = {}): UserAgent {
    const host = this.host(name, options);
    const parts = {
      kernel: host.kernel,
      transport: host.transport,
      locator: agentLocator(host, this.world.names),
      attach: (user: Parameters<SimulatedHost["attach"]>[0]) => host.attach(user),
    };
    return new UserAgent(parts, { uri: `sip:${name}@${host.address}`, ...settings });
  }

  /** A scripted phone at an address of its own. */
  phone(name: string, script = "180@1s+200@2s", options: Partial<PhoneOptions> = {}): Phone {
    const address = `198.51.100.${++this.addresses}`;
    return Phone.in(this.world, { name, address, domain: address, ...options }).answer(script);
  }

  /** Runs until nothing is left and throws when an agent met a fault of its own. */
  async rest(limitMs = 600_000): Promise<void> {
    await this.world.untilQuiet(limitMs);
    if (this.faults.length > 0) throw this.world.failure(`a fault: ${JSON.stringify(this.faults[0])}`);
  }
}

/** A world without a server in which alice, an agent, calls bob, a phone that does `script`. */
export function calling(script?: string, options: CallOptions = {}, settings: Partial<UserAgentSettings> = {}) {
  const stage = new Stage();
  const alice = stage.agent("alice", settings);
  const bob = stage.phone("bob", script);
  return { stage, alice, bob, call: alice.call(bob.uri, options) };
}
