import type { Dialog } from "../../dialog/mod.ts";
import { Timer } from "../../kernel/mod.ts";
import { Header, type Message, parseEvent, parseSipUri, type SipUri } from "../../syntax/mod.ts";
import { fingerprint } from "../../transaction/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import {
  type AgentCore,
  ClientRequest,
  type ClientRequestUser,
  type IncomingRequest,
  type Usage,
} from "../../ua/mod.ts";
import { standsWithFlow } from "../registration.ts";
import { hasOneVia } from "../registration-rules.ts";
import type { EventState, Watch } from "./event-state.ts";
import type { Refused } from "./refused.ts";
import type { Holder } from "./subscription-shares.ts";

/** Why a subscription ends (RFC 6665 §4.1.3). */
export type EndReason = "deactivated" | "timeout" | "noresource" | "rejected";

/** Whoever holds the subscriptions. */
export interface SubscriptionHome {
  readonly core: AgentCore;
  /**
   * What a refresh is granted: seconds (0 ends it), a status with header lines that refuses it, or the reason why there is
   * nothing to watch any more.
   */
  grant(subscription: Subscription, request: Message): number | Refused | EndReason;
  /** Request-URI, Route lines and next hop that lead to a user of this server; null for anybody else. */
  wayTo(target: SipUri): { requestUri: string; routes: string; next: SipUri | null; flow: Flow | null } | null;
  /** It is over, and nothing more is sent. */
  ended(subscription: Subscription): void;
}

/** What is watched, and by whom. */
export interface Terms {
  readonly state: EventState;
  readonly addressOfRecord: string;
  readonly level: Watch["level"];
  /** Key of the address of record of the watcher; null when it is not one of this server. */
  readonly watcher: string | null;
  /** The value of Event. */
  readonly event: string;
  /** Raw parameters of Event. */
  readonly params: string;
  readonly holder: Holder;
  /** Contact value. */
  readonly contact: string;
}

/**
 * One subscription as its notifier has it (RFC 6665 §4.2). It sends one NOTIFY at a time, each with the whole state, so that
 * changes which come too fast for the package's interval are told together. As a timer it is the end of its time, or of its
 * interval.
 */
export class Subscription extends Timer implements Usage, ClientRequestUser, Watch {
  readonly kind = "subscription";
  readonly terms: Terms;
  version = 0;
  since = 0;
  private readonly home: SubscriptionHome;
  private readonly dialog: Dialog<Usage>;
  /** Milliseconds since the epoch. */
  private expiresAt = 0;
  private nextAt = 0;
  /** The state has changed since it was told. */
  private stale = false;
  /** A SUBSCRIBE wants its NOTIFY, whatever the interval. */
  private asked = false;
  private ending: EndReason | "" = "";
  private lastTold = false;
  /** The final NOTIFY carries the state too: it answers a SUBSCRIBE with Expires: 0. */
  private fetched = false;
  private over = false;
  private toldMark = -1;
  private request: ClientRequest | null = null;
  /** The way its SUBSCRIBE came. */
  private flow: Flow | null = null;
  /** It can be reached that way only. */
  private isBound = false;

  constructor(home: SubscriptionHome, dialog: Dialog<Usage>, terms: Terms) {
    super();
    this.home = home;
    this.dialog = dialog;
    this.terms = terms;
  }

  get addressOfRecord(): string {
    return this.terms.addressOfRecord;
  }

  get level(): Watch["level"] {
    return this.terms.level;
  }

  get params(): string {
    return this.terms.params;
  }

  /** Accepts its SUBSCRIBE for `seconds`, 0 for the state as it is now and no more (RFC 6665 §4.4.3), and notifies at once. */
  accept(request: IncomingRequest, seconds: number): void {
    this.dialog.use(this);
    this.dialog.confirm();
    this.expiresAt = this.now + seconds * 1000;
    this.remember(request);
    request.send(200, `Expires: ${seconds}\r\nContact: ${this.terms.contact}\r\n${request.recordRoutes}`);
    if (seconds === 0) this.fetched = true;
    if (seconds === 0) this.terminate("timeout");
    else {
      this.asked = true;
      this.proceed();
    }
  }

  /** What it watches has changed. */
  changed(): void {
    if (this.ending !== "") return;
    if (!this.stale) this.nextAt = Math.max(this.nextAt, this.now + this.terms.state.patienceMs);
    this.stale = true;
    this.sleep();
  }

  /** Ends it with a last NOTIFY. */
  terminate(reason: EndReason): void {
    if (this.ending !== "" || this.over) return;
    this.ending = reason;
    this.proceed();
  }

  /** A refresh, or the end of it (RFC 6665 §4.2.1.4). */
  onRequest(request: IncomingRequest): boolean {
    const event = parseEvent(request.header("Event") ?? "");
    const own = parseEvent(this.terms.event);
    if (request.method !== "SUBSCRIBE" || event?.value !== own?.value || event?.id !== own?.id) return false;
    if (this.ending !== "") {
      request.send(481, "");
      return true;
    }
    const granted = this.home.grant(this, request.message);
    if (typeof granted === "object") {
      request.send(granted.status, granted.headers);
      return true;
    }
    this.dialog.refreshTarget(request.message);
    if (typeof granted === "number") this.accept(request, granted);
    else {
      request.send(200, `Expires: 0\r\nContact: ${this.terms.contact}\r\n`);
      this.terminate(granted);
    }
    return true;
  }

  override fire(now: number): void {
    if (now >= this.expiresAt) this.terminate("timeout");
    else this.proceed();
  }

  onResponse(response: Message): void {
    if (response.status < 200) return;
    this.request = null;
    if (this.lastTold) this.finish();
    else if (response.status >= 300) this.dialog.fail(response.status, this);
    if (!this.over) this.proceed();
  }

  /** Nobody there: "the notifier SHOULD remove the subscription" (RFC 6665 §4.2.2). */
  onFailure(): void {
    if (this.over) return;
    this.request = null;
    if (this.lastTold) this.finish();
    else this.dialog.fail("silence", this);
  }

  onTerminated(): void {
    this.finish();
  }

  private get now(): number {
    return this.home.core.now;
  }

  /** Sends what is to be sent now, and wakes up for what is to be sent later. */
  private proceed(): void {
    if (this.over) return;
    if (this.request === null && !this.lastTold) {
      if (this.ending !== "") this.sayLast();
      else if (this.asked || (this.stale && this.now >= this.nextAt)) this.say();
    }
    this.sleep();
  }

  private sleep(): void {
    const { wheel } = this.home.core.kernel;
    if (this.over || this.ending !== "") wheel.cancel(this);
    else {
      const next = this.stale && this.request === null ? Math.min(this.nextAt, this.expiresAt) : this.expiresAt;
      wheel.arm(this, Math.max(0, next - this.now));
    }
  }

  private say(): void {
    const { state } = this.terms;
    const document = state.document(this);
    const mark = fingerprint(document);
    const isNews = this.asked || state.versioned || mark !== this.toldMark;
    this.asked = false;
    this.stale = false;
    if (!isNews) return;
    this.toldMark = mark;
    const left = Math.max(1, Math.round((this.expiresAt - this.now) / 1000));
    this.notify(`active;expires=${left}`, document);
  }

  private sayLast(): void {
    this.lastTold = true;
    this.notify(`terminated;reason=${this.ending}`, this.fetched ? this.terms.state.document(this) : "");
  }

  private notify(subscriptionState: string, body: string): void {
    const { core } = this.home;
    const { state, event, contact } = this.terms;
    if (body !== "") this.version++;
    this.since = this.now;
    this.nextAt = this.now + state.intervalMs;
    const target = parseSipUri(this.dialog.remoteTarget);
    const own = this.dialog.routeSet.values.length > 0 || target === null ? null : this.home.wayTo(target);
    const draft = {
      ...this.dialog.draft("NOTIFY"),
      ...(own === null ? {} : { requestUri: own.requestUri, routes: own.routes, next: own.next }),
      contact: false,
      headers: `Contact: ${contact}\r\nEvent: ${event}\r\nSubscription-State: ${subscriptionState}\r\n`,
      contentType: state.contentType,
      body,
    };
    const bound = own?.flow ?? (this.isBound ? this.flow : null);
    this.request = new ClientRequest(core, draft, this, this.flow);
    this.request.flow = bound;
    if (bound === null) this.request.send();
    else if (bound.open) this.request.send(this.request);
    else core.kernel.defer(() => this.onFailure()); // the connection is gone, and with it the way back
  }

  /** How its watcher is reached from now on. */
  private remember({ message, flow }: IncomingRequest): void {
    this.flow = flow;
    const target = parseSipUri(this.dialog.remoteTarget);
    const isDirect = hasOneVia(message) && !message.has(Header.RecordRoute);
    this.isBound = isDirect && target !== null && standsWithFlow(target, flow, 0);
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.request?.abandon();
    this.home.core.kernel.wheel.cancel(this);
    this.home.ended(this);
    this.dialog.release(this);
  }
}
