import { isStatusCode, isSuccess, type NextStep, reasonPhrase, responseClass, semantics } from "../catalogue/mod.ts";
import { type CallOutcome, plainText } from "../diagnosis/mod.ts";
import type { DecidedBy } from "../kernel/mod.ts";
import {
  addressTag,
  type Contact,
  Header,
  type Message,
  parseReason,
  parseRetryAfter,
  parseWarning,
} from "../syntax/mod.ts";

/** How an operation ended, in the words of a diagnosis; `failed`: this side could not go on (its media, its own fault). */
export type OutcomeKind = Exclude<CallOutcome, "incomplete"> | "failed";

/** How far a refusal reaches; null when it says nothing about the callee. */
export type OutcomeScope = "here" | "domain" | "everywhere";

/** Who settled it: as in a diagnosis, and `network` (silence, a broken way) or `local` (this side, unasked). */
export type OutcomeDecidedBy = DecidedBy | "network" | "local";

/** One place that was tried, and what came of it. */
export interface Attempt {
  readonly uri: string;
  /** Final status; null when there was none. */
  readonly code: number | null;
  readonly text: string;
}

/** How an operation ended: one of these per call, request, registration, subscription, transfer. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Final status, null when none came. */
  readonly code: number | null;
  /** Reason phrase as it was sent, "" when there was no response. */
  readonly phrase: string;
  readonly scope: OutcomeScope | null;
  readonly decidedBy: OutcomeDecidedBy;
  /** What the decider calls itself (User-Agent or Server header); null when it does not say. */
  readonly who: string | null;
  /** Seconds after which to try again (Retry-After); null when nothing says so. */
  readonly retryAfter: number | null;
  /** What the catalogue advises to do next; null without a response. */
  readonly next: NextStep | null;
  /** One plain sentence without a full stop. */
  readonly text: string;
  /** Texts of Warning and Reason header fields. */
  readonly details: readonly string[];
  /** Where a redirection that was not followed points, best first. */
  readonly contacts: readonly Contact[];
  /** Every place tried before this outcome, in order: redirections followed, cached targets, retries. */
  readonly attempts: readonly Attempt[];
  readonly response: Message | null;
}

/** What an outcome rests on beside the response itself. */
export interface Circumstances {
  /** This side asked for the end (CANCEL, AbortSignal). */
  readonly canceled?: boolean;
  /** Tags of those who answered provisionally: a final with one of them comes from the callee. */
  readonly calleeTags?: ReadonlySet<string>;
  readonly attempts?: readonly Attempt[];
  /** Realms that asked for credentials of which there are none. */
  readonly lacking?: readonly string[];
}

/** The outcome a final response stands for. */
export function outcomeOf(response: Message, circumstances: Circumstances = {}): Outcome {
  const { status } = response;
  const meaning = semantics(status);
  const { canceled = false, attempts = [], lacking = [] } = circumstances;
  const kind = canceled ? "canceled" : kindOf(status);
  const phrase = plainText(response.reason === "" ? reasonPhrase(status) : response.reason);
  const retry = parseRetryAfter(response.value(Header.RetryAfter) ?? "");
  const realms = lacking.map((realm) => `"${plainText(realm)}"`).join(", ");
  const lack = realms === "" ? "" : `, and no account is for the realm ${realms}`;
  return {
    kind,
    code: status,
    phrase,
    scope: isSuccess(status) || meaning.scope === "hop" ? null : meaning.scope,
    decidedBy: canceled ? "caller" : deciderOf(response, circumstances),
    who: canceled ? null : whoOf(response),
    retryAfter: isSuccess(status) ? null : (retry?.seconds ?? null),
    next: meaning.next,
    text: canceled && isSuccess(status) ? "answered after it was cancelled, and hung up" : `${status} ${phrase}${lack}`,
    details: detailsOf(response),
    contacts: kind === "redirected" ? contactsOf(response) : [],
    attempts,
    response,
  };
}

/**
 * The outcome of a request of somebody else's, of which only the final status is told (`message/sipfrag`). Who decided is read from
 * what the code means.
 */
export function outcomeOfStatus(status: number, phrase: string): Outcome {
  const { scope, sentBy } = semantics(status);
  const byServers = scope === "hop" || sentBy.every((role) => role !== "uas" && role !== "notifier");
  const decidedBy = isSuccess(status) || !byServers ? "callee" : "server";
  const words = phrase === "" ? reasonPhrase(status) : phrase;
  return outcomeOfAnswer(kindOf(status), status, decidedBy, `${status} ${words}`, words);
}

/** The outcome of a request of which no response arrived here: one that this side answered with `code`, or one it was told of. */
export function outcomeOfAnswer(
  kind: OutcomeKind,
  code: number,
  decidedBy: OutcomeDecidedBy,
  text: string,
  phrase = reasonPhrase(code),
): Outcome {
  const { scope, next } = semantics(code);
  const reach = scope === "hop" || kind === "answered" ? null : scope;
  return { ...outcomeWithout("failed", ""), kind, code, phrase, scope: reach, decidedBy, next, text };
}

/** Silence, a broken way and what the catalogue calls passing are met by trying again later; a refusal is not. */
export function isWorthRepeating({ kind, retryAfter, next }: Outcome): boolean {
  if (kind === "timeout" || kind === "unreachable" || kind === "answered") return true;
  if (kind !== "rejected") return false;
  return retryAfter !== null || next === "retryLater" || next === "tryElsewhere" || next === "retry";
}

/** The outcome of an operation that no final response settled. */
export function outcomeWithout(
  kind: "canceled" | "timeout" | "unreachable" | "failed",
  text: string,
  attempts: readonly Attempt[] = [],
): Outcome {
  return {
    kind,
    code: null,
    phrase: "",
    scope: null,
    decidedBy: kind === "canceled" ? "caller" : kind === "failed" ? "local" : "network",
    who: null,
    retryAfter: null,
    next: null,
    text: plainText(text, 300),
    details: [],
    contacts: [],
    attempts,
    response: null,
  };
}

function kindOf(status: number): OutcomeKind {
  const name = responseClass(status);
  if (name === "2xx") return "answered";
  if (name === "3xx") return "redirected";
  // What the catalogue translates as a timeout tells of silence further on, not of anybody's refusal.
  return semantics(status).xmpp === "remote-server-timeout" ? "timeout" : "rejected";
}

function deciderOf(response: Message, { calleeTags }: Circumstances): OutcomeDecidedBy {
  const { scope, sentBy } = semantics(response.status);
  if (response.method === "REGISTER") return "server"; // nobody is called: a registrar answers (RFC 3261 §10)
  if (isSuccess(response.status)) return "callee";
  if (scope === "hop") return "server";
  const tag = addressTag(response.value(Header.To) ?? "");
  if (tag !== null && calleeTags?.has(tag)) return "callee";
  // A 6xx that a user agent may send speaks for its user (RFC 3261 §21.6), but for 603+, which a carrier's analytics send.
  if (scope === "everywhere" && sentBy.includes("uas")) return isNetworkBlocked(response) ? "server" : "callee";
  const byServers = sentBy.some((role) => role !== "uas" && role !== "notifier");
  return !byServers || response.has(Header.UserAgent) ? "callee" : "server";
}

/** 603+ (ATIS-1000099): `Reason: SIP;cause=603;text="v=analytics1;…"`. */
function isNetworkBlocked(response: Message): boolean {
  return response.values(Header.Reason).some((value) => parseReason(value)?.text?.startsWith("v=analytics") === true);
}

function whoOf(response: Message): string | null {
  const name = response.value(Header.UserAgent) ?? response.value(Header.Server);
  return name === null ? null : plainText(name);
}

function detailsOf(response: Message): string[] {
  const details: string[] = [];
  for (const value of response.values(Header.Warning)) {
    const warning = parseWarning(value);
    if (warning !== null) details.push(plainText(warning.text, 200));
  }
  for (const value of response.values(Header.Reason)) {
    const reason = parseReason(value);
    if (reason?.text != null && reason.text !== "") details.push(plainText(reason.text, 200));
  }
  return details.slice(0, 10);
}

/** The Contacts of a redirection, best q first; equal ones in the order they came. Empty when they cannot be read. */
export function contactsOf(response: Message): readonly Contact[] {
  const { contacts } = response;
  if (contacts === null || contacts === "*") return [];
  return [...contacts].sort((a, b) => (b.q ?? 1000) - (a.q ?? 1000));
}

/** Throws a RangeError unless `code` is a status in `from`–`to`: a mistake of the application. */
export function demandStatus(code: number, from: number, to: number, what: string): void {
  if (!isStatusCode(code) || code < from || code > to)
    throw new RangeError(`${what} takes ${from} to ${to}, not ${code}`);
}
