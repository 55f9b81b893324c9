import { eventPackageNamed } from "../../catalogue/mod.ts";
import { Dialog } from "../../dialog/mod.ts";
import { CallbackTimer, type Kernel, own } from "../../kernel/mod.ts";
import {
  addressOfRecordKey,
  addressUri,
  Header,
  hostPort,
  isSipUri,
  type Message,
  parseEvent,
  parseExpires,
  parseMediaType,
  parseRoutes,
  parseSipUri,
  type SipUri,
  uriParam,
} from "../../syntax/mod.ts";
import type { TransactionLayer } from "../../transaction/mod.ts";
import { type Flow, isSecure, type Locator, type Transport } from "../../transport/mod.ts";
import { type AgentCore, type IncomingRequest, type MessageSummary, type Usage, UserAgent } from "../../ua/mod.ts";
import { flowOf } from "../branch.ts";
import type { LocationService } from "../location.ts";
import type { ServerPolicy } from "../policy.ts";
import { Responsibility } from "../responsibility.ts";
import type { UserDirectory } from "../users.ts";
import { CallState } from "./call-state.ts";
import type { EventState } from "./event-state.ts";
import { MessageState } from "./message-state.ts";
import { defaultEventPolicy, type EventPolicy, usualWatchRule, type WatchRule } from "./policy.ts";
import { PresenceState } from "./presence-state.ts";
import { EventStateCompositor } from "./publications.ts";
import { type PublicationRules, publish } from "./publish.ts";
import type { Refused } from "./refused.ts";
import { RegistrationState } from "./registration-state.ts";
import { type Passage, SourceLimits } from "./source-limits.ts";
import { type EndReason, Subscription, type SubscriptionHome } from "./subscription.ts";
import { FULL, SubscriptionShares } from "./subscription-shares.ts";

/** What a state agent is made of: it shares the server's transactions, users and bindings. */
export interface StateAgentParts {
  readonly kernel: Kernel;
  readonly transport: Transport;
  readonly locator: Locator;
  readonly layer: TransactionLayer;
  readonly location: LocationService;
  readonly users: UserDirectory;
  readonly policy: ServerPolicy;
  readonly events?: Partial<EventPolicy>;
  /** Who may watch whom; as `usualWatchRule` says when absent. */
  readonly mayWatch?: WatchRule;
}

/** Subscriptions ended in one tick when the server stops. */
const CLOSING_STEP = 200;

/**
 * The notifier of this server's users (a state agent, RFC 6665 §2): presence, waiting messages, calls and registrations, told to
 * whoever subscribes to an address of record. It hears what the server has admitted, and knows no phone's own state but
 * what was published.
 */
export class StateAgent implements SubscriptionHome {
  readonly core: AgentCore;
  /** The packages it notifies of, as Allow-Events names them. */
  readonly allowEvents: string;
  private readonly agent: UserAgent;
  private readonly parts: StateAgentParts;
  private readonly events: EventPolicy;
  private readonly mayWatch: WatchRule;
  private readonly responsibility: Responsibility;
  private readonly limits: SourceLimits;
  private readonly compositor: EventStateCompositor;
  private readonly messages: MessageState;
  private readonly calls: CallState;
  private readonly registrations: RegistrationState;
  private readonly presence: PresenceState;
  private readonly states: ReadonlyMap<string, EventState>;
  /** By package and address of record. */
  private readonly watches = new Map<string, Set<Subscription>>();
  private readonly shares: SubscriptionShares;
  /** Who has proved to send the request that is being taken. */
  private asking: string | null = null;

  constructor(parts: StateAgentParts) {
    const { kernel, transport, locator, layer, location, policy } = parts;
    this.parts = parts;
    this.events = { ...defaultEventPolicy, ...parts.events };
    this.mayWatch = parts.mayWatch ?? usualWatchRule(this.events);
    this.responsibility = new Responsibility(policy.domains, transport.listeners);
    this.shares = new SubscriptionShares(this.events);
    this.limits = new SourceLimits(kernel.clock, this.events.requestsPerSecond, this.events.burst);
    const changed = (event: string, addressOfRecord: string): void => this.changed(event, addressOfRecord);
    this.compositor = new EventStateCompositor(kernel, this.events, (key) => changed("presence", key));
    this.messages = new MessageState(changed);
    this.calls = new CallState(kernel, (uri) => this.userOf(uri), changed);
    this.registrations = new RegistrationState(kernel, location, (key) => this.watches.has(`reg ${key}`), changed);
    this.presence = new PresenceState(kernel, location, this.compositor, changed);
    const states = [this.presence, this.messages, this.calls, this.registrations];
    this.states = new Map(states.map((each) => [each.name, each]));
    this.allowEvents = [...this.states.keys()].join(", ");
    this.agent = new UserAgent(
      { kernel, transport, locator, layer },
      {
        uri: `sip:${hostPort(this.responsibility.domainOf(policy.domains[0] as string), null)}`,
        userAgent: policy.serverName ?? "",
        timers: policy.timers,
        limits: { dialogs: this.events.maxSubscriptions, transactions: policy.maxTransactions },
      },
    );
    this.core = this.agent.core;
    this.agent.handle("SUBSCRIBE", (request) => this.subscribe(request));
    this.agent.handle("PUBLISH", (request) => publish(request, this.publicationRules));
  }

  /** Subscriptions and publications held. */
  get size(): { subscriptions: number; publications: number } {
    return { subscriptions: this.shares.count, publications: this.compositor.size };
  }

  /** What becomes of a SUBSCRIBE or PUBLISH by where it comes from, before anything else is asked. */
  pass(flow: Flow): Passage {
    return this.limits.take(hostPort(flow.remoteHost, flow.remotePort));
  }

  /** True for a request in the dialog of a subscription. */
  owns(request: Message): boolean {
    return this.core.dialogs.of(request) !== undefined;
  }

  /**
   * True for a SUBSCRIBE or PUBLISH to an address of record about a package whose state is kept here. One to a GRUU is for that phone,
   * one about another package for the user's phones.
   */
  serves(request: Message, uri: SipUri): boolean {
    if (uriParam(uri.params, "gr") !== null) return false;
    const event = parseEvent(request.value(Header.Event) ?? "");
    return event !== null && this.states.has(event.value);
  }

  /**
   * Takes a request that has been admitted.
   * @param identity `user@domain` that its credentials proved; null when nobody was asked for any
   */
  onRequest(request: Message, flow: Flow, identity: string | null = null): void {
    this.asking = identity;
    this.agent.dispatch.onRequest(request, flow);
    this.asking = null;
  }

  /**
   * Tells what waits in the mailbox of an address of record (`user@domain`); null forgets it. False when there is no room.
   * Throws a RangeError on a summary that cannot be written.
   */
  setMessages(addressOfRecord: string, summary: MessageSummary | null): boolean {
    return this.messages.set(addressOfRecord, summary);
  }

  /** Ends every subscription, some at a time: their phones will subscribe anew, here or elsewhere (RFC 6665 §4.1.3). */
  close(): Promise<void> {
    for (const each of [this.presence, this.calls, this.registrations, this.compositor]) each.close();
    const all = [...this.watches.values()].flatMap((each) => [...each]);
    const { wheel } = this.parts.kernel;
    return new Promise((resolve) => {
      const step = new CallbackTimer(() => {
        for (const each of all.splice(0, CLOSING_STEP)) each.terminate("deactivated");
        if (all.length === 0) resolve();
        else wheel.arm(step, 0);
      });
      step.fire(0);
    });
  }

  grant(subscription: Subscription, request: Message): number | Refused | EndReason {
    const { addressOfRecord, watcher, state, level } = subscription.terms;
    if (!this.exists(addressOfRecord)) return "noresource";
    if (this.mayWatch(watcher, addressOfRecord, state.name) !== level) return "deactivated";
    return this.secondsOf(request, state.name);
  }

  wayTo(target: SipUri): { requestUri: string; routes: string; next: SipUri | null; flow: Flow | null } | null {
    const { location, kernel, transport } = this.parts;
    if (target.user === null || !this.responsibility.isLocal(target)) return null;
    const key = this.keyOf(target);
    const now = kernel.clock.now();
    const gr = uriParam(target.params, "gr");
    const [binding] = gr ? location.byGruu(key, gr, now) : location.lookup(key, now);
    if (binding === undefined) return null;
    const routes = binding.path === "" ? [] : (parseRoutes([binding.path]) ?? []);
    return {
      requestUri: binding.contact,
      routes: binding.path === "" ? "" : `Route: ${binding.path}\r\n`,
      next: routes[0]?.target ?? parseSipUri(binding.contact),
      flow: binding.overFlow || binding.flowId !== 0 ? flowOf(binding, transport) : null,
    };
  }

  ended(subscription: Subscription): void {
    const { state, addressOfRecord, holder } = subscription.terms;
    const key = `${state.name} ${addressOfRecord}`;
    const held = this.watches.get(key);
    if (!held?.delete(subscription)) return;
    if (held.size === 0) this.watches.delete(key);
    this.shares.give(holder);
  }

  private changed(event: string, addressOfRecord: string): void {
    const held = this.watches.get(`${event} ${addressOfRecord}`);
    if (held !== undefined) for (const each of held) each.changed();
  }

  /** RFC 6665 §4.2.1.1. */
  private subscribe(request: IncomingRequest): void {
    const refused = request.dialog === null ? this.refusal(request) : { status: 481, headers: "" };
    if (refused !== null) request.send(refused.status, refused.headers);
  }

  private refusal(request: IncomingRequest): Refused | null {
    const { message, flow } = request;
    const event = message.value(Header.Event) ?? "";
    const named = parseEvent(event);
    const state = this.states.get(named?.value ?? "");
    if (named === null || state === undefined) return { status: 489, headers: `Allow-Events: ${this.allowEvents}\r\n` };
    const addressOfRecord = this.resourceOf(message);
    if (addressOfRecord === null) return { status: 404, headers: "" };
    const watcher = this.userOf(addressUri(message.value(Header.From) ?? ""));
    const level = this.mayWatch(watcher, addressOfRecord, state.name);
    if (level === "none") return { status: 403, headers: "" };
    if (!accepts(message, state.contentType)) return { status: 406, headers: `Accept: ${state.contentType}\r\n` };
    const seconds = this.secondsOf(message, state.name);
    if (typeof seconds !== "number") return seconds;
    const source = hostPort(flow.remoteHost, flow.remotePort);
    const holder = { source: own(source), address: own(flow.remoteHost), identity: this.asking };
    const full = this.shares.refusal(holder);
    if (full !== null) return full;
    const dialog = Dialog.ofRequest<Usage>(message, request.localTag, isSecure(flow.protocol));
    if (dialog === null) return { status: 400, headers: "" };
    if (!this.core.dialogs.add(dialog)) return FULL;
    const subscription = new Subscription(this, dialog, {
      state,
      addressOfRecord: own(addressOfRecord),
      level,
      watcher: watcher === null ? null : own(watcher),
      event: own(event),
      params: own(named.params),
      holder,
      contact: contactFor(flow, message.requestUri.startsWith("sips:")),
    });
    this.keep(subscription);
    state.follow();
    subscription.accept(request, seconds);
    return null;
  }

  private keep(subscription: Subscription): void {
    const { state, addressOfRecord, holder } = subscription.terms;
    const key = `${state.name} ${addressOfRecord}`;
    const held = this.watches.get(key);
    if (held === undefined) this.watches.set(key, new Set([subscription]));
    else held.add(subscription);
    this.shares.take(holder);
  }

  private readonly publicationRules: PublicationRules = {
    secondsOf: (message) => this.secondsOf(message, "presence"),
    resourceOf: (message) => this.resourceOf(message),
    mayPublish: (message, addressOfRecord) =>
      this.parts.policy.authentication === "off" ||
      this.userOf(addressUri(message.value(Header.From) ?? "")) === addressOfRecord,
    maxDocument: () => this.events.maxDocument,
    compositor: () => this.compositor,
  };

  /** What a wish for `Expires` is granted: seconds, or 423. */
  private secondsOf(message: Message, event: string): number | Refused {
    const { minExpires, maxExpires } = this.events;
    const value = message.value(Header.Expires);
    const usual = eventPackageNamed(event)?.defaultExpires ?? 3600;
    const wished = value === null ? usual : (parseExpires(value) ?? usual);
    if (wished > 0 && wished < minExpires && wished < 3600)
      return { status: 423, headers: `Min-Expires: ${minExpires}\r\n` };
    return Math.min(wished, maxExpires);
  }

  /** The address of record a request is about; null when there is none such here. */
  private resourceOf({ uri }: Message): string | null {
    if (uri === null || !isSipUri(uri) || uri.user === null || !this.responsibility.isLocal(uri)) return null;
    const key = this.keyOf(uri);
    return this.exists(key) ? key : null;
  }

  /** With authentication off any user of a served domain may register, so that each of them is one. */
  private exists(key: string): boolean {
    const { location, users, policy } = this.parts;
    if (policy.authentication === "off" || location.knows(key)) return true;
    const at = key.lastIndexOf("@");
    return users.find(key.slice(0, at), key.slice(at + 1)) !== null;
  }

  private keyOf(uri: SipUri): string {
    return addressOfRecordKey(uri, this.responsibility.domainOf(uri.host));
  }

  /** The key of a user of this server; null for anybody else. Ports mean nothing in an identity. */
  private userOf(text: string): string | null {
    const uri = parseSipUri(text);
    if (uri === null || uri.user === null || !this.responsibility.isOwnHost(uri.host)) return null;
    return this.keyOf(uri);
  }
}

/** The address of this server that a subscriber's further requests go to; it names no user. */
function contactFor({ protocol, listener }: Flow, secure: boolean): string {
  if (secure) return `<sips:${listener.sentBy}>`;
  return `<sip:${listener.sentBy}${protocol === "UDP" ? "" : `;transport=${protocol.toLowerCase()}`}>`;
}

/** Whether the subscriber takes documents of that type; without Accept it takes the package's own (RFC 6665 §3.1.3). */
function accepts(message: Message, contentType: string): boolean {
  const values = message.values(Header.Accept);
  if (values.length === 0) return true;
  const family = contentType.slice(0, contentType.indexOf("/"));
  return values.some((each) => {
    const named = parseMediaType(each)?.value;
    return named === contentType || named === "*/*" || named === `${family}/*`;
  });
}
