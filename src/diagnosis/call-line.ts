import { isStatusCode, isSuccess, responseClass } from "../catalogue/mod.ts";
import type { BranchOutcome, Observation } from "../kernel/mod.ts";
import { duration, plainText, shortName } from "./plain.ts";

/** The observation that a call (or its set-up) has its final answer. */
export type DecidedCall = Extract<Observation, { type: "decided" }>;

/** How a call ended, in the words every output of Ringback uses. */
export type CallOutcome =
  | "answered"
  | "rejected"
  | "redirected"
  | "canceled"
  | "timeout"
  | "unreachable"
  | "incomplete";

/** Branches told one by one in a call line; more are counted. */
const MAX_TOLD = 8;

/**
 * One sentence about one call: which answer the caller got, what every phone did and who decided it. For example
 * `480 to alice: desk 486 after 2.1 s, mobile unreachable (flow closed 14:02:11), nothing else to try`. Bounded, and
 * free of whatever a stranger's message could do to a terminal.
 */
export function callLine(call: DecidedCall): string {
  const head = `${call.status} to ${shortName(call.to)}`;
  const winner = isSuccess(call.status)
    ? call.branches.find((branch) => branch.received && isSuccess(branch.status ?? 0))
    : undefined;
  if (winner !== undefined) {
    const others = tell(call.branches.filter((branch) => branch !== winner));
    const answered = `${branchName(winner)} answered after ${duration(winner.afterMs)}`;
    return `${head}: ${answered}${others === "" ? "" : `; ${others}`}`;
  }
  const branches = tell(call.branches);
  const why = plainText(call.why, 160);
  if (call.decidedBy === "caller") {
    const ended = `${why === "" ? "the caller cancelled" : why} after ${duration(call.afterMs)}`;
    return `${head}: ${ended}${branches === "" ? "" : `; ${branches}`}`;
  }
  const parts = [branches, why].filter((part) => part !== "");
  return `${head}: ${parts.length === 0 ? plainText(call.phrase) : parts.join(", ")}`;
}

/** Which of the seven outcomes this call had. */
export function callOutcome(call: DecidedCall): CallOutcome {
  if (!isStatusCode(call.status)) return "incomplete";
  const kind = responseClass(call.status);
  if (kind === "1xx") return "incomplete";
  if (kind === "2xx") return "answered";
  if (call.decidedBy === "caller") return "canceled";
  if (kind === "3xx") return "redirected";
  if (call.branches.length === 0 || call.branches.some((branch) => branch.received && branch.status !== null))
    return "rejected";
  return call.branches.some(isSilent) ? "timeout" : "unreachable";
}

function tell(branches: readonly BranchOutcome[]): string {
  const told = branches.slice(0, MAX_TOLD).map(branchText);
  if (branches.length > MAX_TOLD) told.push(`and ${branches.length - MAX_TOLD} more`);
  return told.join(", ");
}

function branchText(branch: BranchOutcome): string {
  const name = branchName(branch);
  if (branch.received && branch.status !== null && !(branch.canceled && branch.status === CANCELED)) {
    const said = name === String(branch.status) ? name : `${name} ${branch.status}`; // dial-a-code's phones have such names
    return `${said} after ${duration(branch.afterMs)}`;
  }
  const note = plainText(branch.note, 120);
  if (isSilent(branch)) return `${name} ${note === "" ? "no answer" : note}`;
  if (branch.canceled) return `${name} cancelled`;
  if (branch.status === null && note === "") return `${name} not tried`;
  return note === "" ? `${name} unreachable` : `${name} unreachable (${note})`;
}

/** The answer a cancelled phone owes (RFC 3261 §9.2): it says nothing that "cancelled" does not. */
const CANCELED = 487;

/** The phone was reached, as far as anybody knows, and said nothing final in time; one that rang for too long is cancelled then. */
function isSilent(branch: BranchOutcome): boolean {
  return !branch.received && (branch.note.startsWith("no answer") || (branch.status === 408 && !branch.canceled));
}

function branchName(branch: BranchOutcome): string {
  const name = plainText(branch.name, 40).trim();
  return name === "" ? shortName(branch.target) : name;
}
