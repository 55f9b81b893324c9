import { methodFacts } from "../catalogue/mod.ts";
import { type Fault, fault, type Kernel } from "../kernel/mod.ts";
import { checkContacts, checkEnvelope, type Message, parseMessage, type SipUri } from "../syntax/mod.ts";
import { TransactionLayer, type TransactionUser } from "../transaction/mod.ts";
import { type Flow, FlowTokens, type Locator, stampVia, type Transport, type TransportUser } from "../transport/mod.ts";
import { Admission } from "./admission.ts";
import { Answers } from "./answers.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import type { Binding } from "./binding.ts";
import { ALLOW_ITSELF, allowEventsOf, Capabilities } from "./capabilities.ts";
import { Consultation } from "./consultation.ts";
import type { StateAgent } from "./events/state-agent.ts";
import type { LocationService } from "./location.ts";
import type { ServerPolicy } from "./policy.ts";
import { onlyTarget, StatefulProxy } from "./proxy.ts";
import { RecordRoute } from "./record-route.ts";
import { redirectContacts } from "./redirect.ts";
import { Registrar } from "./registrar.ts";
import { unsupportedOf } from "./registration-rules.ts";
import type { Residents } from "./residents.ts";
import { Responsibility } from "./responsibility.ts";
import type { RoutedRequest } from "./routing.ts";
import { ServedUsers } from "./served-users.ts";
import { type TargetGroups, targetOfUri, targetsOfBindings, targetsOfUris } from "./target-set.ts";
import type { UserDirectory } from "./users.ts";

export interface ServerParts {
  readonly kernel: Kernel;
  readonly transport: Transport;
  readonly locator: Locator;
  readonly location: LocationService;
  readonly users: UserDirectory;
  readonly policy: ServerPolicy;
}

/**
 * How much room is left for what requests leave behind: while it is `short` those outside dialogs get 503 (RFC 3261
 * §21.5.4), when it is `full` all but ACK and CANCEL, for whoever is in a dialog can flood too.
 */
export type Memory = "enough" | "short" | "full";

/** Seconds after which to come again, and why. */
const STOPPING = [60, "the server is stopping"] as const;
const SHORT = [10, "memory is short"] as const;

/**
 * The SIP server: decides for each new request whether this element registers, redirects, forwards or refuses it
 * (RFC 3261 §10, §8.3, §16). It knows no socket and no clock but those it is handed.
 */
export class Server implements TransportUser, TransactionUser {
  private readonly kernel: Kernel;
  private readonly users: ServedUsers;
  private readonly policy: ServerPolicy;
  private readonly responsibility: Responsibility;
  private readonly admission: Admission;
  private readonly recordRoute: RecordRoute;
  private readonly proxy: StatefulProxy;
  private readonly answers: Answers;
  private readonly consultation: Consultation;
  private readonly registrar: Registrar;
  readonly layer: TransactionLayer;
  /** Users that live here; null for none. */
  residents: Residents | null = null;
  /** Notifies of the state of users; null leaves every subscription to their phones. */
  events: StateAgent | null = null;
  private readonly capabilities = new Capabilities();
  private draining = false;
  /** Set by the host while there is no room for new work. */
  memory: Memory = "enough";
  private lastMessageAt = 0;

  constructor(parts: ServerParts) {
    const { kernel, transport, policy } = parts;
    this.kernel = kernel;
    this.policy = policy;
    const secret = policy.secret ?? kernel.random.token(32);
    const responsibility = new Responsibility(policy.domains, transport.listeners);
    this.responsibility = responsibility;
    // A contact or a redirection may name a user of ours: that way leads here, also where no DNS knows the domain.
    parts.locator.serves = (uri) => responsibility.isDomain(uri) && responsibility.isLocal(uri);
    this.users = new ServedUsers(kernel, parts.location, parts.users, this.responsibility);
    this.layer = new TransactionLayer(kernel, transport, this, policy.timers, { transactions: policy.maxTransactions });
    this.recordRoute = new RecordRoute(
      kernel,
      transport,
      new FlowTokens(kernel.hash, secret),
      secret,
      policy.authentication === "digest",
    );
    this.admission = new Admission(kernel, parts.users, policy, this.responsibility);
    this.registrar = new Registrar(kernel, parts.location, policy, (uri) => this.responsibility.ownDomainOf(uri));
    this.proxy = new StatefulProxy({
      ...parts,
      layer: this.layer,
      responsibility: this.responsibility,
      recordRoute: this.recordRoute,
      lookUp: (uri) => this.lookUp(uri),
      fault: this.fault,
      onAck: this.acknowledge,
      realms: this.admission.realms,
    });
    this.answers = new Answers(kernel, this.layer, this.proxy.core.serverHeader);
    this.consultation = new Consultation({ answers: this.answers, fault: this.fault, forward: this.forward });
  }

  /** Requests being forwarded that have no final response yet. */
  get running(): number {
    return this.proxy.running;
  }

  /** Milliseconds since the epoch at which the last message arrived; 0 before the first. */
  get lastActivity(): number {
    return this.lastMessageAt;
  }

  /** Takes no new work from now on: requests outside dialogs get 503, what runs may end. */
  drain(): void {
    this.draining = true;
  }

  onMessage(text: string, flow: Flow): void {
    if (this.draining) this.lastMessageAt = this.kernel.clock.now();
    this.layer.receive(text, flow);
  }

  /** A stream that cannot be framed any more: answered where a head could be read, then closed by its owner (§18.3). */
  onUnframed(head: string, reason: string, flow: Flow, found?: Fault): void {
    const message = parseMessage(head);
    if (message?.isRequest && stampVia(message, flow) !== null) {
      this.answers.refuse(message, flow, found ?? fault("peer", 400, "RFC 3261 §18.3", reason));
    } else this.answers.dropped(flow, reason);
  }

  onRequest(request: Message, flow: Flow): void {
    try {
      this.dispatch(request, flow);
    } catch (error) {
      // An internal fault answers 500 on its own transaction and takes nothing else with it.
      this.fault(error, request.callId);
      this.answers.reply(request, flow, 500, "", "an internal fault");
    }
  }

  private dispatch(request: Message, flow: Flow): void {
    const malformed = checkEnvelope(request);
    if (malformed !== null) {
      this.answers.refuse(request, flow, malformed);
      return;
    }
    switch (request.method) {
      case "ACK":
        this.acknowledge(request, flow);
        return;
      case "CANCEL":
        this.cancel(request, flow);
        return;
    }
    if (this.memory === "full") {
      this.unavailable(request, flow, SHORT);
      return;
    }
    switch (request.method) {
      case "SUBSCRIBE":
      case "PUBLISH":
        if (this.events !== null && this.takenByEvents(request, flow, this.events)) return;
    }
    if (request.hasToTag && this.residents?.owns(request)) {
      this.residents.onRequest(request, flow);
      return;
    }
    const arrival = arrivalOf(request, this.responsibility);
    if (arrival === null) {
      this.answers.refuse(request, flow, fault("peer", 400, "RFC 3261 §20.34", "a Route value is malformed"));
      return;
    }
    const ours = arrival.inDialog && this.recordRoute.isOurs(arrival, request.callId);
    if ((this.draining || this.memory !== "enough") && !ours) {
      this.unavailable(request, flow, this.draining ? STOPPING : SHORT);
      return;
    }
    if (arrival.remaining.length === 0 && arrival.uri !== null && this.responsibility.isLocal(arrival.uri)) {
      if (request.method === "REGISTER") this.register(request, flow);
      else if (arrival.uri.user === null) this.asUserAgentServer(request, flow, arrival);
      else this.toUser(request, flow, arrival, arrival.uri, ours);
    } else this.elsewhere(request, flow, arrival, ours);
  }

  private unavailable(request: Message, flow: Flow, [retryAfter, why]: readonly [number, string]): void {
    this.answers.reply(request, flow, 503, `Retry-After: ${retryAfter}\r\n`, why);
  }

  /** Refuses what exceeds its source's share, before it costs anything, and takes what belongs to a subscription that is here. */
  private takenByEvents(request: Message, flow: Flow, events: StateAgent): boolean {
    const passage = events.pass(flow);
    if (passage === "ignore") this.answers.dropped(flow, `too many ${request.method} requests, and 503 was not heeded`);
    else if (passage === "refuse")
      this.answers.reply(request, flow, 503, "Retry-After: 10\r\n", `too many ${request.method} requests`);
    else if (request.hasToTag && events.owns(request)) events.onRequest(request, flow);
    else return false;
    return true;
  }

  /** RFC 3261 §9.2, §16.10: the CANCEL gets its own 200, the request it names ends by its branches. */
  private cancel(cancel: Message, flow: Flow): void {
    const found = this.layer.cancelled(cancel);
    if (found === undefined) {
      // A CANCEL cannot be challenged (§22.1), so that whoever sends it must leave nothing behind.
      this.answers.reply(cancel, flow, 481, "", "nothing to cancel");
      return;
    }
    this.answers.respond(this.layer.serve(cancel, flow), cancel, 200);
    if (found.pending) found.user?.onCancel(cancel, found);
  }

  /**
   * An ACK for a 2xx goes its way along our route set, or without record-routing to a user here; any other is dropped (RFC 3261
   * §16.6), for nothing challenges an ACK.
   */
  private readonly acknowledge = (ack: Message, flow: Flow): void => {
    if (this.residents?.owns(ack)) {
      this.residents.onRequest(ack, flow);
      return;
    }
    const arrival = arrivalOf(ack, this.responsibility);
    if (arrival === null || arrival.uri === null || this.proxy.refusal(ack, arrival) !== null) return;
    const toUser = arrival.remaining.length === 0 && this.responsibility.isLocal(arrival.uri);
    // Without record-routing the ACK of a dialog comes without our Route.
    const ours = this.recordRoute.isOurs(arrival, ack.callId) || (toUser && !this.policy.recordRoute);
    if (!ours) this.answers.dropped(flow, "an ACK outside our dialogs");
    else if (toUser) {
      const target = targetsOfBindings(this.users.bindings(arrival.uri), "", arrival.uri.scheme === "sips")[0]?.[0];
      if (target !== undefined) this.proxy.relay(ack, arrival, flow, target);
    } else this.proxy.relay(ack, arrival, flow, targetOfUri(arrival.requestUri, arrival.uri));
  };

  private register(request: Message, flow: Flow): void {
    const verdict = this.admission.register(request, flow);
    const malformed = verdict.admitted || verdict.repeated !== null ? checkContacts(request) : null;
    const responder = this.answers.replyTo(request, flow);
    if (malformed !== null) this.answers.refuse(request, flow, malformed);
    else if (verdict.admitted) this.registrar.register(request, flow, responder, verdict.identity);
    // Its 200 was lost and the request came again, nonce-count and all: it is answered again and changes nothing.
    else if (verdict.repeated !== null && this.registrar.repeat(request, flow, responder, verdict.repeated)) return;
    else this.answers.reply(request, flow, verdict.status, verdict.headers, verdict.why);
  }

  /** The server itself is asked (no user part): OPTIONS says what it can, anything else is not for it. */
  private asUserAgentServer(request: Message, flow: Flow, arrival: Arrival): void {
    if (arrival.inDialog && request.method === "SUBSCRIBE" && this.events !== null) {
      this.answers.reply(request, flow, 481, "", "a subscription that is not here"); // whoever asks, it subscribes anew
      return;
    }
    // It goes no further, so what §16.3 asks of a request to be forwarded does not matter.
    if (!this.admitCaller(request, flow, arrival, false)) return;
    if (request.method === "OPTIONS") {
      const unsupported = unsupportedOf(request);
      if (unsupported !== "")
        this.answers.reply(request, flow, 420, `Unsupported: ${unsupported}\r\n`, `requires ${unsupported}`);
      else this.answers.reply(request, flow, 200, this.capabilities.with(this.events), "");
      return;
    }
    if (this.events !== null && (request.method === "SUBSCRIBE" || request.method === "PUBLISH")) {
      const allowEvents = allowEventsOf(this.events);
      this.answers.answer(request, flow, 489, allowEvents, "the server itself has no state to tell");
      return;
    }
    // §8.2.1: 405 for a method that is known but not for us, §21.5.2: 501 for one nobody here has heard of.
    const status = methodFacts(request.method) === undefined ? 501 : 405;
    this.answers.answer(request, flow, status, ALLOW_ITSELF, "the server itself takes no calls");
  }

  /** A user of a served domain, by address of record or GRUU (RFC 3261 §16.5, RFC 5627 §6.1). */
  private toUser(request: Message, flow: Flow, arrival: Arrival, uri: SipUri, ours: boolean): void {
    if (!this.admit(request, flow, arrival, ours)) return;
    const routed = this.proxy.routed(request, arrival, flow);
    if (routed !== null && this.consultation.onArrival(routed, request, flow, arrival)) return;
    const user = uri.user ?? "";
    if ((request.method === "SUBSCRIBE" || request.method === "PUBLISH") && this.isStateHere(request, uri)) {
      this.events?.onRequest(request, flow, arrival.identity);
      return;
    }
    const bindings = this.users.bindings(uri);
    const groups = targetsOfBindings(bindings, user, uri.scheme === "sips");
    if (groups.length > 0 && this.policy.mode === "redirect") {
      this.redirect(request, flow, bindings);
      return;
    }
    const all = this.users.withLost(groups, uri);
    if (all.length > 0) this.forward(request, flow, arrival, all, routed);
    else if (this.residents?.serves(user)) this.toResident(request, flow, arrival, this.residents, user);
    else {
      const known = this.users.knows(uri);
      const status = known ? 480 : 404;
      if (routed !== null && this.consultation.onAbsence(routed, request, flow, arrival, status)) return;
      if (uri.scheme === "sips" && bindings.length > 0) {
        const warning = `Warning: 380 ${flow.listener.sentBy} "SIPS Not Allowed"\r\n`;
        this.answers.answer(request, flow, status, warning, "a SIPS URI, and no phone is registered with one");
      } else this.answers.answer(request, flow, status, "", known ? "no phone is registered" : "there is no such user");
    }
  }

  /** The phones of a user of ours, for a routing function; null for whoever is found by the URI itself. */
  private lookUp(uri: SipUri): TargetGroups | null {
    const { user } = uri;
    if (user === null || !this.responsibility.isLocal(uri)) return null;
    const groups = targetsOfBindings(this.users.bindings(uri), user, uri.scheme === "sips");
    return groups.length === 0 && this.residents?.serves(user) ? null : groups;
  }

  /** Whether the state a request is about is kept here; of names that dial-a-code answers to it is not, unless they are users. */
  private isStateHere(request: Message, uri: SipUri): boolean {
    if (this.events === null || request.hasToTag || !this.events.serves(request, uri)) return false;
    if (this.users.knows(uri)) return true;
    return this.policy.authentication === "off" && this.residents?.serves(uri.user ?? "") !== true;
  }

  private toResident(request: Message, flow: Flow, arrival: Arrival, residents: Residents, user: string): void {
    const targets = residents.targets(user);
    if (targets === null) residents.onRequest(request, flow);
    else this.forward(request, flow, arrival, targetsOfUris(targets), null);
  }

  /** The next hop is not ours: along a route set, or a foreign domain as far as the policy allows. */
  private elsewhere(request: Message, flow: Flow, arrival: Arrival, ours: boolean): void {
    if (!this.admit(request, flow, arrival, ours)) return;
    const routed = this.proxy.routed(request, arrival, flow);
    if (routed !== null && this.consultation.onArrival(routed, request, flow, arrival)) return;
    if (arrival.uri === null) {
      this.answers.answer(request, flow, 416, "", "no way to route this URI scheme");
      return;
    }
    // Also what a resident sends: whoever refers dial-a-code's transferee there gets no further than by calling.
    if (!ours && this.policy.foreignDomains === "refuse") {
      this.answers.answer(request, flow, 403, "", "a domain this server is not responsible for");
      return;
    }
    this.forward(request, flow, arrival, onlyTarget(arrival), routed);
  }

  /** Checks of RFC 3261 §16.3, and who is asking. False when the request has been answered. */
  private admit(request: Message, flow: Flow, arrival: Arrival, ours: boolean): boolean {
    const refusal = this.proxy.refusal(request, arrival);
    if (refusal !== null) {
      this.answers.refuse(request, flow, refusal, refusal.headers ?? "");
      return false;
    }
    return this.admitCaller(request, flow, arrival, ours);
  }

  /** Who is asking, outside our dialogs (§22.3). False when the request has been answered. */
  private admitCaller(request: Message, flow: Flow, arrival: Arrival, ours: boolean): boolean {
    if (ours || this.layer.sentBySelf(request)) return true;
    const verdict = this.admission.request(request, flow);
    if (verdict.admitted) {
      arrival.identity = verdict.identity;
      return true;
    }
    // Who has proved who they are may be answered with state, and is told of; a stranger's request leaves nothing behind.
    if (verdict.status === 403) this.answers.answer(request, flow, 403, verdict.headers, verdict.why);
    else this.answers.reply(request, flow, verdict.status, verdict.headers, verdict.why);
    return false;
  }

  private readonly forward = (
    request: Message,
    flow: Flow,
    arrival: Arrival,
    groups: TargetGroups,
    routed: RoutedRequest | null,
  ): void => {
    const excess = this.proxy.excess(request, arrival);
    if (excess !== null) {
      this.answers.refuse(request, flow, excess, excess.headers ?? "");
      return;
    }
    const server = this.layer.serve(request, flow);
    if (server === null) return;
    try {
      this.proxy.forward(server, request, arrival, flow, groups, routed);
    } catch (error) {
      this.fault(error, request.callId);
      this.answers.respond(server, request, 500);
    }
  };

  private redirect(request: Message, flow: Flow, bindings: readonly Binding[]): void {
    const contacts = redirectContacts(request, bindings);
    if (contacts === "")
      this.answers.answer(request, flow, 404, "", "the only contact is the address that was asked for");
    else this.answers.answer(request, flow, 302, contacts, "redirected to the contacts");
  }

  private readonly fault = (error: unknown, callId: string): void => {
    const { observations, clock } = this.kernel;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    observations.emit({ type: "fault", at: clock.now(), fault: fault("local", 500, "RFC 3261 §21.5.1", text), callId });
  };
}
