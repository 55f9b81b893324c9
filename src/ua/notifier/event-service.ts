import type { AgentCore } from "../core.ts";
import type { IncomingRequest } from "../incoming-request.ts";
import { eventOf, IncomingSubscription } from "./incoming-subscription.ts";
import type { NotifierSubscription } from "./notifier-subscription.ts";

/** Takes a SUBSCRIBE. One that it leaves unanswered is refused with 480: nobody decided. */
export type SubscribeHandler = (incoming: IncomingSubscription) => void | Promise<void>;

/** Takes a SUBSCRIBE of the `refer` package (RFC 7614); false: it is about none of ours. */
export type ReferStates = (incoming: IncomingSubscription) => boolean;

/** What an agent does as a notifier: which packages it serves, and the subscriptions that live. */
export class EventService {
  /** Serves what has no handler of its own. */
  fallback: SubscribeHandler | null = null;
  referStates: ReferStates | null = null;
  private readonly core: AgentCore;
  private readonly handlers = new Map<string, SubscribeHandler>();
  private readonly running = new Set<NotifierSubscription>();

  constructor(core: AgentCore) {
    this.core = core;
  }

  /** The subscriptions of others that live here. */
  get subscriptions(): readonly NotifierSubscription[] {
    return [...this.running];
  }

  /** Serves one package, which Allow-Events names from now on; null serves it no more. */
  serve(event: string, handler: SubscribeHandler | null): void {
    if (handler === null) this.handlers.delete(event);
    else this.handlers.set(event, handler);
    if (handler === null) this.core.events.delete(event);
    else this.core.events.add(event);
    this.listen();
  }

  /** Takes SUBSCRIBE requests as long as anything is served. */
  listen(): void {
    const { core, fallback, handlers, referStates } = this;
    if (fallback === null && handlers.size === 0 && referStates === null) core.handlers.delete("SUBSCRIBE");
    else core.handlers.set("SUBSCRIBE", (request) => this.take(request));
  }

  /** Ends every subscription: another notifier may take over (`deactivated`). */
  async close(): Promise<void> {
    await Promise.all(
      this.subscriptions.map(async (each) => {
        void each.terminate("deactivated");
        await each.ended;
      }),
    );
  }

  private take(request: IncomingRequest): void | Promise<void> {
    const named = eventOf(request);
    if (named === null) {
      this.badEvent(request);
      return;
    }
    if (request.dialog !== null) {
      // RFC 6665 §4.5.2: "it may choose to fail the SUBSCRIBE request with a 403".
      request.respond(403, { phrase: "Dialog sharing is not supported" });
      return;
    }
    const { event, id } = named;
    const incoming = new IncomingSubscription(this.core, request, event, id, (subscription) => this.keep(subscription));
    if (event === "refer") {
      // RFC 3515 §2.4.4, as RFC 7614 §7 changed it.
      if (this.referStates?.(incoming) !== true) request.send(403, "");
      return;
    }
    const handler = this.handlers.get(event) ?? this.fallback;
    if (handler === null) this.badEvent(request);
    else return this.run(handler, incoming);
  }

  private run(handler: SubscribeHandler, incoming: IncomingSubscription): void | Promise<void> {
    const done = (): void => {
      if (!incoming.answered) incoming.reject(480);
    };
    const result = handler(incoming);
    if (result instanceof Promise) return result.then(done);
    done();
  }

  private badEvent(request: IncomingRequest): void {
    const { events } = this.core;
    request.send(489, events.size === 0 ? "" : `Allow-Events: ${[...events].join(", ")}\r\n`);
  }

  /** @internal Notes a subscription until it is over. */
  keep(subscription: NotifierSubscription): void {
    this.running.add(subscription);
    void subscription.ended.then(() => this.running.delete(subscription));
  }
}
