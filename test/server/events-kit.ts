import type { Exchange, IncomingRequest, Phone, RequestOptions } from "../../src/lab/mod.ts";
import { defaultPolicy, MemoryUsers, StateAgent, type StateAgentParts, userRecord } from "../../src/server/mod.ts";
import { Header, type Message, parseSubscriptionState, type SubscriptionState } from "../../src/syntax/mod.ts";
import { Locator } from "../../src/transport/mod.ts";
import { namesOnly } from "../world/parts.ts";
import { DOMAIN, Scene, type SceneOptions } from "../world/scene.ts";

export type EventSceneOptions = SceneOptions & Pick<StateAgentParts, "events" | "mayWatch">;

/** A server that notifies, in a simulated world. */
export class EventScene extends Scene {
  readonly agent: StateAgent;
  /** Those the agent knows; the server has a list of its own. */
  readonly users: MemoryUsers;

  constructor(options: EventSceneOptions = {}) {
    super(options);
    const { kernel, transport } = this.host;
    const { passwords = {}, events, mayWatch } = options;
    const records = Object.entries(passwords).map(([user, password]) =>
      userRecord(kernel.hash, user, DOMAIN, DOMAIN, password),
    );
    this.users = new MemoryUsers(records);
    const authentication = options.passwords === undefined ? "off" : "digest";
    this.agent = new StateAgent({
      kernel,
      transport,
      locator: new Locator(kernel, namesOnly(this.world.names), transport),
      layer: this.server.layer,
      location: this.location,
      users: this.users,
      policy: { ...defaultPolicy, domains: [DOMAIN], authentication, ...options.policy },
      ...(events === undefined ? {} : { events }),
      ...(mayWatch === undefined ? {} : { mayWatch }),
    });
    this.server.events = this.agent;
  }

  /** A phone that subscribes, and what it was told. */
  watch(phone: Phone, user: string, event: string, options: WatchOptions = {}): Watcher {
    const watcher = new Watcher(this, phone, user, event);
    watcher.subscribe(options);
    return watcher;
  }

  publish(phone: Phone, body: string, headers: readonly string[] = [], options: RequestOptions = {}): Exchange {
    const exchange = phone.request("PUBLISH", phone.uri, {
      ...options,
      headers: ["Event: presence", ...(body === "" ? [] : ["Content-Type: application/pidf+xml"]), ...headers],
      body,
    });
    this.finish(exchange);
    return exchange;
  }

  finish(exchange: Exchange): void {
    const isOver = (): boolean => exchange.finals().length > 0 || exchange.timedOut;
    this.world.runUntil(isOver, 40_000, `the ${exchange.method} is answered`);
  }
}

export interface WatchOptions extends RequestOptions {
  readonly expires?: number | null;
}

export interface Told {
  readonly at: number;
  readonly state: SubscriptionState;
  readonly body: string;
  readonly message: Message;
}

/** One subscription of a scripted phone. */
export class Watcher {
  readonly scene: EventScene;
  readonly phone: Phone;
  readonly user: string;
  event: string;
  exchange: Exchange | null = null;
  private callId = "";
  private readonly tag = "watcher";
  private cseq = 0;

  constructor(scene: EventScene, phone: Phone, user: string, event: string) {
    this.scene = scene;
    this.phone = phone;
    this.user = user;
    this.event = event;
  }

  subscribe(options: WatchOptions = {}): Exchange {
    return this.send(`sip:${this.user}@${DOMAIN}`, `<sip:${this.user}@${DOMAIN}>`, options);
  }

  /** A SUBSCRIBE in the dialog that the first one made. */
  refresh(options: WatchOptions = {}): Exchange {
    const first = this.accepted;
    const target = first.contacts === "*" ? "" : (first.contacts?.[0]?.uri ?? "");
    return this.send(target, first.value(Header.To) ?? "", options);
  }

  private send(uri: string, to: string, { expires = 600, ...options }: WatchOptions): Exchange {
    this.cseq += 10; // room for the one that goes with the credentials
    this.callId ||= `watch-${this.phone.name}-${this.event}-${this.user}-${this.scene.world.elapsed}`;
    const exchange = this.phone.request("SUBSCRIBE", uri, {
      from: `<${this.phone.uri}>;tag=${this.tag}`,
      to,
      callId: this.callId,
      cseq: this.cseq,
      ...options,
      headers: [
        `Contact: ${this.phone.contact()}`,
        `Event: ${this.event}`,
        ...(expires === null ? [] : [`Expires: ${expires}`]),
        ...(options.headers ?? []),
      ],
    });
    this.exchange = exchange;
    this.scene.finish(exchange);
    return exchange;
  }

  /** Finals of the SUBSCRIBE sent last. */
  get finals(): number[] {
    return this.exchange?.finals() ?? [];
  }

  /** The 200 to the SUBSCRIBE sent last. */
  get accepted(): Message {
    return (this.exchange as Exchange).response(200).message;
  }

  get notifies(): IncomingRequest[] {
    return this.phone.requests.filter(
      ({ method, received }) => method === "NOTIFY" && received.message.callId === this.callId,
    );
  }

  get told(): Told[] {
    return this.notifies.map(({ received: { message, at } }) => {
      const state = parseSubscriptionState(message.value(Header.SubscriptionState) ?? "");
      if (state === null) throw new Error(`no Subscription-State: ${message.raw}`);
      return { at, state, body: message.body, message };
    });
  }

  get last(): Told {
    const last = this.told.at(-1);
    if (last === undefined) throw this.scene.world.failure("nothing was told");
    return last;
  }
}
