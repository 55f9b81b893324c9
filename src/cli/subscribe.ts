import type { Command } from "commander";
import { plainLine } from "../reference/mod.ts";
import type { Notification, SubscribeOptions, SubscriptionEnd } from "../ua/mod.ts";
import {
  type AgentFlags,
  agentCommand,
  openSession,
  report,
  requestVerdict,
  type Session,
  secondsOf,
  stay,
} from "./agent.ts";
import { Answer, Failure } from "./command.ts";

interface SubscribeFlags extends AgentFlags {
  readonly event: string;
  readonly expires?: string;
  readonly accept?: string;
  readonly duration: string;
}

/** Notifications that are kept, and octets of their bodies; the others are counted. */
const MOST_KEPT = 200;
const MOST_OCTETS = 4 * 1024 * 1024;

/** What was told, as much of it as a person reads: a notifier may go on without end. */
export class Heard {
  readonly kept: (Notification & { readonly at: number })[] = [];
  /** How many came beside those kept. */
  left = 0;
  private octets = 0;

  /** @param at milliseconds since the epoch */
  add(notification: Notification, at: number): void {
    this.octets += notification.body.length;
    if (this.left === 0 && this.kept.length < MOST_KEPT && this.octets <= MOST_OCTETS)
      this.kept.push({ ...notification, at });
    else this.left++;
  }
}

/** `ringback subscribe URI`. */
export function command(): Command {
  return agentCommand("subscribe", "Subscribe to somebody's state (SUBSCRIBE, RFC 6665) and show each NOTIFY.")
    .argument("<uri>", "whose state, as sip:bob@example.com")
    .option("--event <package>", "event package: presence, message-summary, dialog, reg, …", "presence")
    .option("--expires <seconds>", "how long to ask for; 0 asks only once (default: what the package says)")
    .option("--accept <types>", "media types that are understood (default: what the package says)")
    .option("--duration <seconds>", "how long to listen", "3")
    .addHelpText(
      "after",
      `
Exit code: 0 notified, 1 not, 2 called wrongly.

Examples:
  ringback subscribe sip:bob@localhost --user alice --password secret
  ringback subscribe sip:bob@localhost --event message-summary --expires 0 --json`,
    )
    .action(subscribe);
}

async function subscribe(uri: string, flags: SubscribeFlags): Promise<void> {
  const duration = secondsOf("--duration", flags.duration);
  const options: SubscribeOptions = {
    resubscribe: false,
    ...(flags.expires === undefined ? {} : { expires: secondsOf("--expires", flags.expires) }),
    ...(flags.accept === undefined ? {} : { accept: flags.accept }),
  };
  const notified = await (async () => {
    await using session = await openSession(uri, flags);
    const heard = new Heard();
    const end = await listen(session, flags.event, duration, options, heard);
    const { reference } = session;
    const { outcome } = end;
    const lines = [
      ...heard.kept.flatMap(linesOf),
      ...(heard.left === 0 ? [] : [`NOTIFY … +${heard.left}`]),
      reference.progress("subscriptionEnded", {
        state: plainLine(`${end.cause}${end.reason === null ? "" : `, ${end.reason}`}`, 80),
      }),
    ];
    const notifications = heard.kept.map(({ at, state, reason, expires, retryAfter, contentType, body }) => {
      return { at, state, reason, expires, retryAfter, contentType, body };
    });
    const { cause, reason, retryAfter, text } = end;
    const more = heard.left === 0 ? {} : { notificationsLeftOut: heard.left };
    const json = { event: flags.event, notifications, ...more, ended: { cause, reason, retryAfter, text } };
    report(session, outcome, requestVerdict(outcome, reference), { json, lines });
    return heard.kept.length > 0;
  })();
  if (!notified) throw new Answer(1);
}

/** Subscribes, listens for `duration` seconds or until it ends by itself, and unsubscribes. */
async function listen(
  session: Session,
  event: string,
  duration: number,
  options: SubscribeOptions,
  heard: Heard,
): Promise<SubscriptionEnd> {
  const { agent, target, interrupted, progress, reference } = session;
  progress.show(reference.progress("subscribing", { target }));
  let subscription: ReturnType<typeof agent.subscribe>;
  try {
    subscription = agent.subscribe(target, event, {
      ...options,
      signal: interrupted,
      onNotify: (notification) => {
        heard.add(notification, Date.now());
        const { state, expires } = notification;
        if (state !== "terminated" && expires !== null)
          progress.show(reference.progress("subscribed", { seconds: String(expires) }));
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(2, error.message);
    throw error;
  }
  await subscription.outcome;
  await stay(duration, subscription.ended);
  const end = await subscription.unsubscribe();
  progress.clear();
  return end;
}

function linesOf({ state, reason, contentType, body }: Notification): string[] {
  const head = `NOTIFY ${state}${reason === null ? "" : ` (${reason})`}${contentType === "" ? "" : ` ${contentType}`}`;
  return [
    head,
    ...body
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "")
      .slice(0, 60)
      .map((line) => `  ${line}`),
  ];
}
