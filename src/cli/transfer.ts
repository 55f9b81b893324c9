import type { Command } from "commander";
import type { Verdict } from "../reference/mod.ts";
import type { Outcome, TransferOptions, TransferOutcome } from "../ua/mod.ts";
import {
  type AgentFlags,
  agentCommand,
  openSession,
  report,
  requestVerdict,
  type Session,
  secondsOf,
  verdictOf,
} from "./agent.ts";
import { Answer, Failure } from "./command.ts";

interface TransferFlags extends AgentFlags {
  readonly timeout: string;
  readonly outside?: boolean;
  readonly reports: string;
}

const REPORTS = ["implicit", "explicit", "nosub", "norefersub"] as const;

/** `ringback transfer URI REFER-TO`. */
export function command(): Command {
  return agentCommand("transfer", "Call somebody, have them call somebody else (REFER), and say how that ended.")
    .argument("<uri>", "whom to transfer, as sip:bob@example.com")
    .argument("<refer-to>", "whom they are to call, as sip:carol@example.com")
    .option("--timeout <seconds>", "how long to let the first call ring", "60")
    .option("--outside", "send the REFER without a call")
    .option("--reports <kind>", `how to hear of the result: ${REPORTS.join(", ")}`, "implicit")
    .addHelpText(
      "after",
      `
Exit code: 0 transferred, 1 not, or nobody knows, 2 called wrongly.

Examples:
  ringback transfer sip:bob@localhost sip:carol@localhost --user alice --password secret
  ringback transfer sip:bob@192.0.2.7 sip:603@localhost --outside --json`,
    )
    .action(transfer);
}

async function transfer(uri: string, referTo: string, flags: TransferFlags): Promise<void> {
  const ringFor = secondsOf("--timeout", flags.timeout);
  const subscription = REPORTS.find((each) => each === flags.reports);
  if (subscription === undefined) throw new Failure(2, `--reports must be one of ${REPORTS.join(", ")}`);
  const transferred = await (async () => {
    await using session = await openSession(uri, flags);
    const { reference, progress, interrupted, target, agent } = session;
    const options: TransferOptions = {
      subscription,
      signal: interrupted,
      onProgress: ({ code, phrase }) =>
        progress.show(reference.progress("transferProgress", { code: String(code), phrase })),
    };
    let call = null;
    if (flags.outside !== true) {
      progress.show(reference.progress("calling", { target }));
      call = agent.call(target, { signal: interrupted, ringFor });
      const outcome = await call.outcome;
      if (outcome.kind !== "answered") {
        progress.clear();
        report(session, outcome, verdictOf(outcome, reference), {
          json: { referTo, stage: "call", fault: null },
          lines: [],
        });
        return false;
      }
    }
    progress.show(reference.progress("transferring", { target: referTo }));
    const outcome = await refer(session, call ?? target, referTo, options);
    await call?.hangUp();
    progress.clear();
    const { stage, fault } = outcome;
    const lines = fault === null ? [] : [reference.transferFault(fault)];
    report(session, outcome, transferVerdict(session, outcome), {
      json: { ...(call === null ? {} : { callId: call.callId }), referTo, stage, fault },
      lines,
    });
    return outcome.kind === "answered";
  })();
  if (!transferred) throw new Answer(1);
}

async function refer(
  { agent }: Session,
  who: Parameters<typeof agent.transfer>[0],
  referTo: string,
  options: TransferOptions,
): Promise<TransferOutcome> {
  try {
    return await agent.transfer(who, referTo, options);
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(2, error.message);
    throw error;
  }
}

/** A success is told as one of a transfer, whatever the code means for a call. */
function transferVerdict({ reference }: Session, outcome: TransferOutcome): Verdict {
  const verdict = requestVerdict(outcome as Outcome, reference);
  if (outcome.kind !== "answered" || outcome.code === null) return verdict;
  const args = { code: String(outcome.code), phrase: outcome.phrase };
  return { ...verdict, title: reference.progress("transferred", args) };
}
