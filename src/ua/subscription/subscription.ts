import { eventPackageNamed, isSuccess } from "../../catalogue/mod.ts";
import { Dialog } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import {
  type Address,
  addressTag,
  Header,
  isToken,
  type Message,
  parseExpires,
  type SipUri,
} from "../../syntax/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { Operation, type RedirectHandling } from "../operation.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import { type Contents, draftOutside, Identity } from "../outside.ts";
import { recoveryDelay } from "../recovery.ts";
import { readTarget } from "../settings.ts";
import { Settled } from "../settled.ts";
import { headerLines, lineOf, toOctets } from "../text.ts";
import type { AwaitedNotifies, NotifyTaker } from "./awaited-notifies.ts";
import { isAbout, type Notification, readNotification } from "./notification.ts";
import { NotificationQueue } from "./notification-queue.ts";
import type { SubscribeOptions, SubscriptionEnd, SubscriptionState } from "./subscribe-options.ts";
import { type SubscriberEnd, type SubscriberOwner, SubscriberUsage } from "./subscriber-usage.ts";
import { causeOf, textOf, whenAgain } from "./subscription-end.ts";

/** What a subscription needs of its agent. */
export interface SubscriptionHome {
  readonly core: AgentCore;
  readonly awaited: AwaitedNotifies;
  redirects(): RedirectHandling;
  /** Called when it begins, and when it is over. */
  keep(part: AsyncDisposable, kept: boolean): void;
}

/** Seconds where neither the developer nor the package says. */
const DEFAULT_SECONDS = 3600;
/** A subscription that lasted so long was a success: what ends it is no failure in a row. */
const PROVEN_MS = 30_000;
const MOST_USAGES = 64;

/**
 * A subscription to a resource's state (RFC 6665), over as many dialogs and attempts as it takes: `for await` reads its
 * notifications, `onNotify` hears them.
 */
export class Subscription implements SubscriberOwner, NotifyTaker, AsyncDisposable, AsyncIterable<Notification> {
  readonly event: string;
  /** As it was last told; null before the first NOTIFY. */
  latest: Notification | null = null;
  /** When it will subscribe again (milliseconds since the epoch), while `waiting`. */
  retryAt: number | null = null;
  wanted: number;
  private current: SubscriptionState = "requesting";
  private readonly home: SubscriptionHome;
  private readonly core: AgentCore;
  private readonly options: SubscribeOptions;
  private readonly address: Address;
  private readonly target: SipUri;
  private readonly lines: string;
  private readonly contentType: string;
  private readonly several: boolean;
  private readonly once: boolean;
  private readonly usages = new Set<SubscriberUsage>();
  private readonly queues = new Set<NotificationQueue>();
  private readonly first = new Settled<Outcome>();
  private readonly end = new Settled<SubscriptionEnd>();
  private identity: Identity;
  private operation: Operation | null = null;
  private outcomeNow: Outcome | null = null;
  private lastEnd: SubscriberEnd | null = null;
  /** This attempt has had a NOTIFY. */
  private told = false;
  private since = 0;
  private failures = 0;
  private everTold = false;
  private leaving = false;
  private readonly timerN = new CallbackTimer(() => this.closeAttempt());
  private readonly again = new CallbackTimer(() => this.attempt());
  private readonly onAbort = (): void => void this.unsubscribe();

  /** Throws a TypeError or RangeError when target, event or options make no sense. */
  constructor(home: SubscriptionHome, target: string, event: string, options: SubscribeOptions) {
    const { core } = home;
    if (!isToken(event)) throw new TypeError(`"${event}" is no event package`);
    if (options.id !== undefined && !isToken(options.id)) throw new TypeError(`id: "${options.id}" is no token`);
    const facts = eventPackageNamed(event);
    const { expires = facts?.defaultExpires ?? DEFAULT_SECONDS, accept = facts?.body ?? [] } = options;
    if (!(expires >= 0)) throw new RangeError("expires is a number of seconds from 0");
    const { address, uri } = readTarget(target, core.settings.aor);
    this.home = home;
    this.core = core;
    this.options = options;
    this.event = event;
    this.address = address;
    this.target = uri;
    this.wanted = Math.round(expires);
    this.once = this.wanted === 0;
    this.several = (options.forks ?? facts?.forks) === "several";
    const types = typeof accept === "string" ? accept : accept.join(", ");
    this.contentType = lineOf("contentType", options.contentType ?? "text/plain");
    this.lines = headerLines({ ...(types === "" ? {} : { Accept: types }), ...options.headers });
    this.identity = new Identity(core, address);
  }

  /** How the first SUBSCRIBE was settled. Whether state arrives is told by notifications and `ended`. */
  get outcome(): Promise<Outcome> {
    return this.first.promise;
  }

  get ended(): Promise<SubscriptionEnd> {
    return this.end.promise;
  }

  get state(): SubscriptionState {
    return this.current;
  }

  /** How many notifiers tell: more than one when a proxy forked the SUBSCRIBE and the package allows it. */
  get notifiers(): number {
    return this.usages.size;
  }

  /** @internal Called by the agent, once. */
  start(): void {
    const { signal } = this.options;
    this.home.keep(this, true);
    if (signal?.aborted) {
      this.outcomeNow = outcomeWithout("canceled", "cancelled before it began");
      this.core.kernel.defer(() => this.finish("unsubscribed", null));
      return;
    }
    signal?.addEventListener("abort", this.onAbort, { once: true });
    this.attempt();
  }

  /** Refreshes now; the notifier sends the whole state again. False while there is no subscription. */
  refresh(): boolean {
    for (const usage of this.usages) usage.refresh();
    return this.usages.size > 0;
  }

  /** Ends the subscription; resolves when the notifier has confirmed it, or has had 64·T1 to. */
  unsubscribe(): Promise<SubscriptionEnd> {
    if (this.leaving || this.end.value !== null) return this.ended;
    this.leaving = true;
    this.core.kernel.wheel.cancel(this.again);
    for (const usage of this.usages) usage.refresh(0);
    // A SUBSCRIBE under way may still make one: its NOTIFY is waited for, and what it makes is ended then.
    if (this.usages.size === 0 && !this.awaiting) this.finish("unsubscribed", null);
    return this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unsubscribe();
  }

  /** Notifications from now on; leaving the loop unsubscribes. */
  [Symbol.asyncIterator](): NotificationQueue {
    const queue = new NotificationQueue(() => {
      this.queues.delete(queue);
      void this.unsubscribe();
    });
    if (this.end.value === null) this.queues.add(queue);
    else queue.end();
    return queue;
  }

  contents(expires: number): Contents {
    const { id, body = "" } = this.options;
    const event = `Event: ${this.event}${id === undefined ? "" : `;id=${id}`}\r\n`;
    const headers = `${event}Expires: ${expires}\r\nAllow: ${this.core.allow()}\r\n${this.lines}`;
    return { contact: true, headers, contentType: this.contentType, body: toOctets(body) };
  }

  raiseExpires(seconds: number): void {
    this.wanted = seconds;
  }

  /** One SUBSCRIBE outside dialogs: "a freshly generated Call-ID and a new, unique From tag" (§4.1.2.2). */
  private attempt(): void {
    const { core, home } = this;
    this.retryAt = null;
    this.told = false;
    this.lastEnd = null;
    this.since = core.now;
    this.enter("requesting");
    const identity = new Identity(core, this.address);
    this.identity = identity;
    home.awaited.add(identity.callId, identity.localTag, this);
    this.operation = new Operation(
      core,
      {
        method: "SUBSCRIBE",
        target: this.target,
        redirects: home.redirects(),
        draft: (target, credentials) => {
          core.kernel.wheel.arm(this.timerN, 64 * core.settings.timers.t1); // Timer N, from the sending (§4.1.2.4)
          const { headers, ...rest } = this.contents(this.wanted);
          return draftOutside(core, identity, "SUBSCRIBE", target, { ...rest, headers: credentials + headers });
        },
      },
      {
        repair: (response) => this.repair(response),
        onOutcome: (outcome) => this.onOutcome(outcome),
      },
    );
    this.operation.start();
  }

  private repair(response: Message): boolean {
    const least = parseExpires(response.value(Header.MinExpires) ?? "");
    if (this.once || least === null || least <= this.wanted) return false;
    this.wanted = least;
    return true;
  }

  private onOutcome(outcome: Outcome): void {
    this.operation = null;
    this.outcomeNow = outcome;
    this.first.settle(outcome);
    if (outcome.code !== null && isSuccess(outcome.code)) {
      if (this.usages.size === 0 && this.told && !this.awaiting) this.onAllOver();
      return;
    }
    // "Non-200-class final responses indicate that no subscription ... has been created" (§4.1.2.1).
    this.closeAttempt();
  }

  /** A NOTIFY may still make a subscription that matters; of further forks, which are told 481, none does when this side leaves. */
  private get awaiting(): boolean {
    return this.operation !== null || (this.timerN.armed && !(this.leaving && this.told));
  }

  /** No NOTIFY makes a subscription of this attempt any more: Timer N fired, or the SUBSCRIBE failed. */
  private closeAttempt(): void {
    this.core.kernel.wheel.cancel(this.timerN);
    this.home.awaited.delete(this.identity.callId, this.identity.localTag);
    if (this.operation === null && this.usages.size === 0) this.onAllOver();
  }

  /** A NOTIFY that fits no dialog yet: before the 200, behind it, or from another fork. */
  takeNotify(request: IncomingRequest): boolean {
    const { core } = this;
    if (!isAbout(request, this.event, this.options.id ?? null)) return false;
    if (this.several ? this.usages.size >= MOST_USAGES : this.told) return false;
    const notification = readNotification(request, addressTag(request.message.value(Header.From) ?? "") ?? "");
    if (notification === null) {
      request.send(400, "");
      return true;
    }
    if (notification.state === "terminated") {
      this.noteTold();
      // It makes no dialog (§4.4.1).
      request.send(200, "");
      this.onNotification(notification, null);
      const { reason, retryAfter } = notification;
      this.lastEnd = { cause: "terminated", reason, retryAfter, status: null };
      if (this.usages.size === 0 && !this.awaiting) this.onAllOver();
      return true;
    }
    const dialog = Dialog.ofNotify<Usage>(request.message, this.identity.cseq, this.target.scheme === "sips");
    if (dialog === null) request.send(400, "");
    else if (!core.dialogs.add(dialog)) request.send(500, "Retry-After: 10\r\n");
    else {
      const usage = new SubscriberUsage(core, dialog, this.event, this.options.id ?? null, this, request.flow);
      this.usages.add(usage);
      this.noteTold();
      usage.take(request);
      if (this.leaving && usage.state !== "terminated") usage.refresh(0);
    }
    return true;
  }

  private noteTold(): void {
    this.told = true;
    this.everTold = true;
    if (!this.several) this.core.kernel.wheel.cancel(this.timerN); // further forks are waited for until it fires
  }

  onNotification(notification: Notification, usage: SubscriberUsage | null): void {
    this.latest = notification;
    if (usage !== null && notification.state !== "terminated")
      this.enter([...this.usages].some(({ state }) => state === "active") ? "active" : "pending");
    const { onNotify } = this.options;
    if (onNotify !== undefined) this.core.guard(this.identity.callId, () => onNotify(notification));
    for (const queue of this.queues) queue.put(notification);
  }

  usageEnded(usage: SubscriberUsage, end: SubscriberEnd): void {
    this.usages.delete(usage);
    this.lastEnd = end;
    if (this.usages.size === 0 && !this.awaiting) this.onAllOver();
  }

  /** Nobody tells any more: ends, or subscribes anew. */
  private onAllOver(): void {
    const { core, lastEnd } = this;
    this.home.awaited.delete(this.identity.callId, this.identity.localTag);
    core.kernel.wheel.cancel(this.timerN);
    if (core.now - this.since >= PROVEN_MS && lastEnd !== null) this.failures = 0;
    const when = this.lasting ? whenAgain(lastEnd, this.outcomeNow) : "never";
    if (when === "never") {
      this.finish(this.leaving ? "unsubscribed" : causeOf(lastEnd, this.outcomeNow), lastEnd);
      return;
    }
    const asked = (when === "later" ? (lastEnd?.retryAfter ?? 0) : 0) || (this.outcomeNow?.retryAfter ?? 0);
    // At once the first time; a notifier that ends it each time is not asked without pause.
    const pause = when === "now" && this.failures === 0 ? 0 : recoveryDelay(core.kernel.random, this.failures);
    this.failures++;
    const wait = asked > 0 ? asked * 1000 : pause;
    this.retryAt = core.now + wait;
    core.kernel.wheel.arm(this.again, wait);
    this.enter("waiting");
  }

  /** It may be made anew at all: it is wanted to be kept up, and a notifier has told of it once. */
  private get lasting(): boolean {
    return !this.leaving && !this.once && this.everTold && (this.options.resubscribe ?? true);
  }

  private enter(state: SubscriptionState): void {
    if (state === this.current) return;
    this.current = state;
    const { onState } = this.options;
    if (onState !== undefined) this.core.guard(this.identity.callId, () => onState(state));
  }

  private finish(cause: SubscriptionEnd["cause"], last: SubscriberEnd | null): void {
    const { kernel } = this.core;
    kernel.wheel.cancel(this.timerN);
    kernel.wheel.cancel(this.again);
    this.home.awaited.delete(this.identity.callId, this.identity.localTag);
    this.options.signal?.removeEventListener("abort", this.onAbort);
    this.home.keep(this, false);
    const outcome = this.outcomeNow ?? outcomeWithout("canceled", "cancelled");
    this.first.settle(outcome);
    const { reason = null, retryAfter = null } = last ?? {};
    const ended = { cause, reason, retryAfter, text: textOf(cause, reason, last?.status ?? null, outcome), outcome };
    if (!this.end.settle(ended)) return;
    this.enter("terminated");
    for (const queue of this.queues) queue.end();
    this.queues.clear();
  }
}
