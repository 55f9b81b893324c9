/**
 * The vocabulary of the catalogue: what can be said about a response code, and where it is written.
 * Every fact is kept beside its source, so that no sentence of the reference and no branch of the stack rests on hearsay.
 */

import type { Method } from "./methods.ts";
import type { Cited, Source } from "./source.ts";

/** The six classes of RFC 3261 §7.2. */
export type ResponseClass = "1xx" | "2xx" | "3xx" | "4xx" | "5xx" | "6xx";

/** `iana`: listed; `obsolete`: RFC 2543 only; `unregistered`: seen in the field, never registered. */
export type Registry = "iana" | "obsolete" | "unregistered";

/** Who may have created the response. */
export type Role = "uas" | "proxy" | "registrar" | "redirect" | "notifier";

/**
 * How far the answer reaches. `hop`: this server or this path refused, the callee was never asked. `here`: this end system.
 * `domain`: every place this domain knows. `everywhere`: the user, wherever. `null`: the response refuses nothing.
 */
export type Scope = "hop" | "here" | "domain" | "everywhere";

/** What a UAC does next. */
export type NextStep =
  /** Nothing: a final response is still to come. */
  | "wait"
  /** Release the early dialog named by the To tag, and go on waiting. */
  | "releaseEarlyDialog"
  /** ACK it when it answers an INVITE; any other request is done. */
  | "ack"
  /** The request is accepted; its result arrives in a NOTIFY (REFER, SUBSCRIBE) or not at all. */
  | "awaitNotify"
  /** Nothing: the request is done. */
  | "done"
  /** Try the Contacts. */
  | "redirect"
  /** Ask the user: what follows is not for a machine to decide. */
  | "askUser"
  /** Repeat with credentials. */
  | "authenticate"
  /** Change what the response complains about, then repeat. */
  | "repair"
  /** Repeat unchanged after a short random wait. */
  | "retry"
  /** Repeat unchanged over another flow or server. */
  | "tryElsewhere"
  /** Repeat later: after Retry-After when given. */
  | "retryLater"
  /** Forget the dialog or transaction the peer does not know, start a new one if still wanted. */
  | "startOver"
  /** Get consent first, by a way the response points to. */
  | "obtainConsent"
  /** Contest the rejection with the party the response names. */
  | "seekRedress"
  /** Do not repeat the request. */
  | "giveUp";

/** What a failure inside a dialog takes down with it (RFC 5057 §5.1). */
export type DialogEffect = "transaction" | "usage" | "dialog";

/** The conditions RFC 7247 §7.2 maps SIP responses to. */
export type XmppCondition =
  | "bad-request"
  | "feature-not-implemented"
  | "forbidden"
  | "gone"
  | "internal-server-error"
  | "item-not-found"
  | "not-acceptable"
  | "not-authorized"
  | "policy-violation"
  | "recipient-unavailable"
  | "redirect"
  | "registration-required"
  | "remote-server-not-found"
  | "remote-server-timeout"
  | "resource-constraint"
  | "unexpected-request";

/**
 * What the code does to a charge. `none`: no charge depends on it. `notStarted`: the call may still be answered. `starts`: the
 * answer from which common practice charges. `newLeg`: each redirected attempt is charged for itself. `notCharged`: ended unanswered.
 */
export type Billing = "none" | "notStarted" | "starts" | "newLeg" | "notCharged";

/** What the response is about: what it praises or finds fault with. */
export type Concern =
  | "progress"
  | "success"
  /** Where the callee is to be found: another address, none, too many. */
  | "whereabouts"
  /** Whether the callee can take the call now. */
  | "availability"
  /** Whether the callee, or who speaks for the callee, wants it. */
  | "willingness"
  | "permission"
  | "credentials"
  /** Who the caller claims to be, and how that is proved. */
  | "identity"
  /** The session description, a body, or what it is encrypted with. */
  | "body"
  | "size"
  /** A method, extension, scheme, version or event package. */
  | "capability"
  | "interval"
  /** The state of a dialog, transaction or publication. */
  | "dialog"
  /** The way the request took. */
  | "route"
  /** The server's own state. */
  | "health"
  /** How the request is written. */
  | "form";

/** Who can mend it. `callerAgent`: the calling software, by itself; `caller`: the person, by another address, time or choice. */
export type RepairedBy = "nobody" | "caller" | "callerAgent" | "callee" | "operator";

/**
 * A header field that belongs into the response. `must`: in every response with this code. `should`: the document says SHOULD, or
 * MUST for the requests or the fault the code is mostly used for. `may`: allowed, or demanded in a rare case.
 */
export interface Carried {
  readonly field: string;
  readonly level: "must" | "should" | "may";
}

/** What a forking proxy does with it (RFC 3261 §16.7), as one word; derived from rank, stopsHunting, aggregated and rewrittenAs. */
export type ForkBehaviour =
  /** 100: goes no further. */
  | "absorbed"
  /** 101–199: goes upstream at once. */
  | "passedOn"
  /** 2xx: goes upstream at once and ends the search. */
  | "wins"
  /** 3xx: kept; better than every failure but a 6xx. */
  | "offered"
  /** 401, 407: the challenges of all branches become one response. */
  | "merged"
  /** Chosen before its class mates. */
  | "preferred"
  | "waits"
  /** 5xx: chosen only when there is nothing else. */
  | "waitsLast"
  /** 503, 430: another code goes upstream in its place. */
  | "replaced"
  /** 6xx: no new branch, pending ones are cancelled. */
  | "ends";

/** What becomes of dialogs; for failures, of the dialog the request was sent in. */
export type DialogMeaning = "none" | "early" | "endsEarly" | "confirms" | DialogEffect;

/** The code a back-to-back user agent sends on the other leg for this one; `null`: not known, or no final answer. */
export interface Hops {
  readonly asterisk: number | null;
  readonly freeswitch: number | null;
}

/** All facts about one code. */
export interface Facts {
  readonly scope: Scope | null;
  readonly sentBy: readonly Role[];
  /** The requests it may be sent to. */
  readonly methods: readonly Method[] | "any";
  /** The requests it was once sent to and must not be any more: it still arrives, so it is still understood. */
  readonly obsoleteFor: readonly Method[];
  readonly next: NextStep;
  /** Retry-After is defined for it. */
  readonly retryAfter: boolean;
  /** A forking proxy's order for the best response, lower is better; `null` for provisionals. */
  readonly rank: number | null;
  /** A proxy opens no further branch after it. */
  readonly stopsHunting: boolean;
  /** A proxy cancels the pending branches on it. */
  readonly cancelsBranches: boolean;
  /** A proxy merges the challenges of all branches into it. */
  readonly aggregated: boolean;
  /** What a proxy sends upstream instead when it is the best response; `null`: itself. */
  readonly rewrittenAs: number | null;
  readonly dialogEffect: DialogEffect;
  /** A client may use its Contact for later requests too. */
  readonly cacheable: boolean;
  /** ISDN cause in the REL a gateway sends (RFC 3398 §8.2.6.1). */
  readonly q850: number | null;
  readonly xmpp: XmppCondition | null;
  readonly hops: Hops;
  readonly billing: Billing;
  readonly concerns: Concern;
  readonly repairedBy: RepairedBy;
  /** What the sender puts into it beyond what every response has. */
  readonly carries: readonly Carried[];
}

export type FactName = keyof Facts;

/** The source of each fact. */
export type Sources = { readonly [F in FactName]: Source };

/** One response code with everything the catalogue says about it. */
export interface ResponseCode extends Facts {
  readonly code: number;
  readonly phrase: string;
  readonly class: ResponseClass;
  readonly registry: Registry;
  /** The section that defines the code. */
  readonly reference: Source;
  readonly sources: Sources;
}

/** What holds for a whole class unless an entry says otherwise. */
export type ClassFacts = { readonly [F in FactName]: Cited<Facts[F]> };

/**
 * One code as it is written down: only what its class does not already say. A bare value rests on the section that defines the
 * code or, for the facts that one document settles for all codes (`TABLED` in entry.ts), on that document; anything else is cited.
 */
export type Entry = {
  readonly code: number;
  readonly phrase: string;
  readonly registry?: Registry;
  readonly reference: Source;
} & { readonly [F in FactName]?: Facts[F] | Cited<Facts[F]> };
