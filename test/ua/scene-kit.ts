import type { HostOptions, SimulatedHost } from "../../src/lab/mod.ts";
import { defaultPort, type Protocol } from "../../src/transport/mod.ts";
import { UserAgent, type UserAgentSettings } from "../../src/ua/mod.ts";
import { agentLocator } from "../world/parts.ts";
import { DOMAIN, Scene, type SceneOptions } from "../world/scene.ts";

/** A real server in a simulated world, and user agents round it. */
export class AgentScene extends Scene {
  private agents = 100;
  private readonly known: Readonly<Record<string, string>>;

  constructor(options: SceneOptions = {}) {
    super(options);
    this.known = options.passwords ?? {};
  }

  /** An agent of a user of the domain, not registered. */
  agent(
    name: string,
    settings: Partial<UserAgentSettings> = {},
    options: HostOptions & { via?: Protocol } = {},
  ): UserAgent {
    const { via = "UDP", ...rest } = options;
    const address = `203.0.113.${++this.agents}`;
    const browser = via === "WS" || via === "WSS";
    const listen = browser ? { listen: [{ protocol: via, port: 0, sentBy: `${name}.invalid` }] } : {};
    const host: SimulatedHost = this.world.host(address, { name, ...listen, ...rest });
    host.kernel.observations.subscribe(["fault"], (fault) => this.observations.push(fault));
    const password = this.known[name];
    const proxy = `sip:${this.address}:${defaultPort(via)};transport=${via.toLowerCase()}`;
    return new UserAgent(
      {
        kernel: host.kernel,
        transport: host.transport,
        locator: agentLocator(host, this.world.names),
        attach: (user) => host.attach(user),
      },
      {
        uri: `sip:${name}@${DOMAIN}`,
        ...(password === undefined ? {} : { account: { password } }),
        ...(via === "UDP" ? {} : { outboundProxy: proxy }),
        ...settings,
      },
    );
  }

  /** Binds the agent's contact to its address of record. */
  async register(agent: UserAgent, headers: Record<string, string> = {}): Promise<void> {
    const outcome = await this.world.until(agent.request("REGISTER", agent.core.settings.uri, { headers }));
    if (outcome.kind !== "answered") throw this.world.failure(`REGISTER: ${outcome.text}`);
  }
}
