/**
 * What a `UserAgent` can beyond a `PhoneAgent`, as functions of an agent: who calls none of them does not carry what they need.
 */
import type { Call } from "./call/call.ts";
import { EventService, type SubscribeHandler } from "./notifier/event-service.ts";
import type { PhoneAgent } from "./phone-agent.ts";
import { Publication, type PublishOptions } from "./publication.ts";
import type { SubscribeOptions } from "./subscription/subscribe-options.ts";
import { Subscription } from "./subscription/subscription.ts";
import { Transfer } from "./transfer/transfer.ts";
import type { TransferOptions, TransferOutcome } from "./transfer/transfer-options.ts";
import { type TransferHandler, Transfers } from "./transfer/transfers.ts";

const services = new WeakMap<PhoneAgent, EventService>();
const referrals = new WeakMap<PhoneAgent, Transfers>();

/** The agent as a notifier. */
export function eventsOf(agent: PhoneAgent): EventService {
  let events = services.get(agent);
  if (events === undefined) {
    events = new EventService(agent.core);
    services.set(agent, events);
    const { closing } = agent.core;
    closing.add(() => eventsOf(agent).close());
  }
  return events;
}

/**
 * Asks the other side of `who`, a call, or `who` itself, an address, to call `referTo`: an address (blind transfer), or a call of this
 * agent whose other end it is connected with (attended). Resolves exactly once, with the final code or the fault that hides it; a call
 * that was transferred is hung up then. Throws a TypeError when the arguments make no sense.
 */
export function transfer(
  agent: PhoneAgent,
  who: Call | string,
  referTo: string | Call,
  options: TransferOptions = {},
): Promise<TransferOutcome> {
  const begun = new Transfer(agent, typeof who === "string" ? null : who, referTo, options);
  if (typeof who === "string") begun.startOutside(who);
  else begun.startWithin();
  return begun.result;
}

/** Takes REFERs as transfers: nobody is called, and nothing answered, before the application agrees; null takes none. */
export function takeTransfers(agent: PhoneAgent, handler: TransferHandler | null): void {
  let transfers = referrals.get(agent);
  if (transfers === undefined) {
    const { core } = agent;
    transfers = new Transfers({
      core,
      events: eventsOf(agent),
      call: (target, options) => agent.call(target, options),
      callOf: (session) => agent.callOf(session),
    });
    referrals.set(agent, transfers);
  }
  transfers.serve(handler);
}

/**
 * Subscribes to the state of `target` and stays so until `unsubscribe()`, `await using`'s end or the agent's. Throws a TypeError or
 * RangeError when the arguments make no sense.
 */
export function subscribe(
  agent: PhoneAgent,
  target: string,
  event: string,
  options: SubscribeOptions = {},
): Subscription {
  if (agent.core.closed) throw new Error("the user agent is closed");
  const subscription = new Subscription(agent, target, event, options);
  subscription.start();
  return subscription;
}

/** Takes subscriptions to one event package; with packages served, others are refused with 489. Null serves it no more. */
export function serveEvent(agent: PhoneAgent, event: string, handler: SubscribeHandler | null): void {
  eventsOf(agent).serve(event, handler);
}

/**
 * Publishes state for an event package (RFC 3903) and keeps it up until `remove()`, `await using`'s end or the agent's. Throws a TypeError
 * or RangeError when the arguments make no sense.
 */
export function publish(agent: PhoneAgent, event: string, body: string, options: PublishOptions = {}): Publication {
  if (agent.core.closed) throw new Error("the user agent is closed");
  const publication = new Publication(agent, event, body, options);
  publication.start();
  return publication;
}
