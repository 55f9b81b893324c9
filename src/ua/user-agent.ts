import type { Call } from "./call/call.ts";
import { eventsOf, publish, serveEvent, subscribe, takeTransfers, transfer } from "./features.ts";
import type { EventService, SubscribeHandler } from "./notifier/event-service.ts";
import { PhoneAgent } from "./phone-agent.ts";
import { Publication, type PublishOptions } from "./publication.ts";
import type { SubscribeOptions } from "./subscription/subscribe-options.ts";
import { Subscription } from "./subscription/subscription.ts";
import type { TransferOptions, TransferOutcome } from "./transfer/transfer-options.ts";
import type { TransferHandler } from "./transfer/transfers.ts";

/**
 * A SIP user agent: calls, answers, asks. It knows no socket and no clock but those of its host.
 *
 * ```ts
 * const agent = new UserAgent(host, { uri: "sip:alice@example.com", account: { password: "secret" } });
 * const call = agent.call("sip:bob@example.com");
 * const outcome = await call.outcome;
 * console.log(outcome.kind, outcome.code, outcome.text);
 * agent.onCall = (incoming) => incoming.answer();
 * ```
 */
export class UserAgent extends PhoneAgent {
  /** The agent as a notifier. */
  get events(): EventService {
    return eventsOf(this);
  }

  /** See `subscribe`: subscribes to the state of `target` and stays so. */
  subscribe(target: string, event: string, options: SubscribeOptions = {}): Subscription {
    return subscribe(this, target, event, options);
  }

  /** The subscriptions of this agent at others that are not over. */
  get subscriptions(): readonly Subscription[] {
    return this.partsOf(Subscription);
  }

  /** See `transfer`: asks the other side of `who`, a call, or `who` itself, an address, to call `referTo`. */
  transfer(who: Call | string, referTo: string | Call, options: TransferOptions = {}): Promise<TransferOutcome> {
    return transfer(this, who, referTo, options);
  }

  /** Takes REFERs as transfers: nobody is called, and nothing answered, before the application agrees. */
  set onTransfer(handler: TransferHandler | null) {
    takeTransfers(this, handler);
  }

  /** See `publish`: publishes state for an event package (RFC 3903) and keeps it up. */
  publish(event: string, body: string, options: PublishOptions = {}): Publication {
    return publish(this, event, body, options);
  }

  /** The publications that are not over. */
  get publications(): readonly Publication[] {
    return this.partsOf(Publication);
  }

  /**
   * Takes subscriptions to packages that `serve` has not been told of. What it leaves unanswered is refused with 480. `core.events` is
   * what Allow-Events names.
   */
  set onSubscribe(handler: SubscribeHandler | null) {
    this.events.fallback = handler;
    this.events.listen();
  }

  /** Takes subscriptions to one event package; with packages served, others are refused with 489. */
  serve(event: string, handler: SubscribeHandler | null): void {
    serveEvent(this, event, handler);
  }
}
