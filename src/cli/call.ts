import type { Command } from "commander";
import type { CallEnd, Outcome, OutgoingCall, Progress as Provisional } from "../ua/mod.ts";
import {
  type AgentFlags,
  agentCommand,
  hintsOf,
  ladderJson,
  openSession,
  outcomeJson,
  reportLines,
  type Session,
  secondsOf,
  stay,
  verdictOf,
} from "./agent.ts";
import { printJson, printLines } from "./ask.ts";
import { Answer, Failure } from "./command.ts";

interface CallFlags extends AgentFlags {
  readonly duration: string;
  readonly timeout: string;
  readonly redirects: string;
}

/** `ringback call URI`. */
export function command(): Command {
  return agentCommand(
    "call",
    "Call somebody: shows what happens, hangs up after the answer, and says why it ended as it did.",
  )
    .argument("<uri>", "whom to call, as sip:bob@example.com")
    .option("--duration <seconds>", "how long to stay after the answer", "2")
    .option("--timeout <seconds>", "how long to let it ring", "60")
    .option("--redirects <policy>", "follow or never: what to do with a 3xx", "never")
    .option("--sound <sound>", "tone, echo or silence: what the other side hears", "tone")
    .addHelpText(
      "after",
      `
Exit code: 0 answered, 1 not answered, 2 called wrongly.

Examples:
  ringback call sip:bob@localhost --user alice --password secret
  ringback call sip:603@localhost --lang fr
  ringback call sip:bob@example.com --proxy 'sip:192.0.2.7;transport=tcp' --json`,
    )
    .action(call);
}

async function call(uri: string, flags: CallFlags): Promise<void> {
  const duration = secondsOf("--duration", flags.duration);
  const ringFor = secondsOf("--timeout", flags.timeout);
  const { redirects } = flags;
  if (redirects !== "follow" && redirects !== "never") throw new Failure(2, "--redirects must be follow or never");
  const outcome = await (async () => {
    await using session = await openSession(uri, flags);
    const { reference, progress, interrupted, target } = session;
    progress.show(reference.progress("calling", { target }));
    const began = Date.now();
    const outgoing = session.agent.call(target, {
      signal: interrupted,
      ringFor,
      redirects,
      onProgress: (provisional) => progress.show(provisionalText(session, provisional)),
    });
    const settled = await outgoing.outcome;
    if (settled.kind === "answered") {
      const seconds = String(Math.round((Date.now() - began) / 1000));
      progress.show(reference.progress("answered", { seconds }));
    }
    const end = await talk(session, outgoing, settled, duration);
    progress.clear();
    report(session, outgoing, settled, end);
    return settled;
  })();
  if (outcome.kind !== "answered") throw new Answer(1);
}

/** Stays in an answered call for `duration` seconds, unless the other side or the user ends it before. */
async function talk(
  session: Session,
  outgoing: OutgoingCall,
  outcome: Outcome,
  duration: number,
): Promise<CallEnd | null> {
  if (outcome.kind !== "answered") return null;
  const { progress, reference } = session;
  await stay(duration, outgoing.ended);
  progress.show(reference.progress("hangingUp"));
  return await outgoing.hangUp();
}

function provisionalText({ reference }: Session, { code, phrase, sdp }: Provisional): string {
  const key = sdp !== "" ? "earlyMedia" : code === 180 ? "ringing" : "provisional";
  return reference.progress(key, { code: String(code), phrase });
}

function report(session: Session, outgoing: OutgoingCall, outcome: Outcome, end: CallEnd | null): void {
  const { reference, wire, from, target, flags } = session;
  const verdict = verdictOf(outcome, reference);
  const ladder = wire.ladder();
  const { callId } = outgoing;
  if (flags.json === true) {
    const ended = end === null ? null : { cause: end.cause, by: end.by, text: end.text, durationMs: end.durationMs };
    printJson({ callId, from, to: target, ...outcomeJson(outcome), verdict, ended, ladder: ladderJson(ladder) });
  } else {
    const lines = [...hintsOf(session, outcome), ...(end === null ? [] : [endedText(session, end)])];
    printLines(reportLines(outcome, verdict, ladder, lines));
  }
}

function endedText({ reference }: Session, { cause, by }: CallEnd): string {
  if (cause === "hungUp") return reference.ended(by === "remote" ? "hungUpThere" : "hungUpHere");
  return cause === "notAnswered" ? "" : reference.ended(cause);
}
