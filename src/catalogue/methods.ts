/** The fourteen registered methods and what each may do. */

import type { Source } from "./source.ts";

export type Method =
  | "ACK"
  | "BYE"
  | "CANCEL"
  | "INFO"
  | "INVITE"
  | "MESSAGE"
  | "NOTIFY"
  | "OPTIONS"
  | "PRACK"
  | "PUBLISH"
  | "REFER"
  | "REGISTER"
  | "SUBSCRIBE"
  | "UPDATE";

/** Where a session description may go with a request of this method and with its responses (RFC 6337 §2.2). */
export interface OfferAnswer {
  readonly request: readonly ("offer" | "answer")[];
  readonly response: readonly ("offer" | "answer")[];
}

export interface MethodFacts {
  readonly method: Method;
  readonly reference: Source;
  /** Success outside a dialog makes one. */
  readonly createsDialog: boolean;
  /** Whether it is sent within a dialog. */
  readonly inDialog: "always" | "may" | "never";
  /** Within a dialog it may move the remote target. */
  readonly targetRefresh: boolean;
  /** A proxy may send it to several targets. */
  readonly mayFork: boolean;
  /** May be answered with 401 or 407. */
  readonly challengeable: boolean;
  /** The client transaction that carries it; `null` for the ACK of a 2xx, which has none. */
  readonly transaction: "invite" | "nonInvite" | null;
  /** The dialog usage it belongs to (RFC 5057 §5.3); `null`: none, or that of its Event header. */
  readonly usage: "invite" | "subscription" | "registration" | null;
  readonly offerAnswer: OfferAnswer;
  readonly sources: { readonly [fact: string]: Source };
}

const NO_SESSION: OfferAnswer = carries([], []);
const DIALOGS: Source = "RFC 3261 §12";
const REFRESH: Source = "RFC 3261 §12.2";
const FORKING: Source = "RFC 3261 §16.6";
const CHALLENGES: Source = "RFC 3261 §22.1";
const TRANSACTIONS: Source = "RFC 3261 §17";
const USAGES: Source = "RFC 5057 §5.3";
const SESSIONS: Source = "RFC 6337 §2.2";

const SOURCES = {
  createsDialog: DIALOGS,
  inDialog: DIALOGS,
  targetRefresh: REFRESH,
  mayFork: FORKING,
  challengeable: CHALLENGES,
  transaction: TRANSACTIONS,
  usage: USAGES,
  offerAnswer: SESSIONS,
} as const;

function carries(request: OfferAnswer["request"], response: OfferAnswer["response"]): OfferAnswer {
  return Object.freeze({ request: Object.freeze(request), response: Object.freeze(response) });
}

type Written = Pick<MethodFacts, "method" | "reference"> & Partial<MethodFacts>;

/** A request within a dialog, to one known place: what most methods are. */
function method(written: Written): MethodFacts {
  return Object.freeze({
    createsDialog: false,
    inDialog: "always",
    targetRefresh: false,
    mayFork: false,
    challengeable: true,
    transaction: "nonInvite",
    usage: "invite",
    offerAnswer: NO_SESSION,
    ...written,
    sources: Object.freeze({ ...SOURCES, ...written.sources }),
  });
}

/** All registered methods, by name. */
export const methods: readonly MethodFacts[] = Object.freeze([
  method({
    method: "ACK",
    reference: "RFC 3261 §13.2.2.4",
    challengeable: false,
    transaction: null,
    offerAnswer: carries(["answer"], []),
    sources: { transaction: "RFC 3261 §13.2.2.4" },
  }),
  method({ method: "BYE", reference: "RFC 3261 §15" }),
  // Ends at each hop and repeats the identifiers of what it cancels: no dialog of its own, no new credentials.
  method({
    method: "CANCEL",
    reference: "RFC 3261 §9",
    inDialog: "never",
    challengeable: false,
    sources: { inDialog: "RFC 3261 §9.1", challengeable: "RFC 3261 §9.2" },
  }),
  method({ method: "INFO", reference: "RFC 6086 §4", sources: { inDialog: "RFC 6086 §4.2.1" } }),
  method({
    method: "INVITE",
    reference: "RFC 3261 §13",
    createsDialog: true,
    inDialog: "may",
    targetRefresh: true,
    mayFork: true,
    transaction: "invite",
    offerAnswer: carries(["offer"], ["answer", "offer"]),
  }),
  method({
    method: "MESSAGE",
    reference: "RFC 3428 §3",
    inDialog: "may",
    mayFork: true,
    usage: null,
    sources: { inDialog: "RFC 3428 §2", mayFork: "RFC 3428 §6" },
  }),
  // Outside a dialog only as the first answer to a SUBSCRIBE, whose dialog it then completes.
  method({
    method: "NOTIFY",
    reference: "RFC 6665 §3.2",
    targetRefresh: true,
    usage: "subscription",
    sources: { inDialog: "RFC 6665 §4.4.1", targetRefresh: "RFC 6665 §3.2" },
  }),
  method({
    method: "OPTIONS",
    reference: "RFC 3261 §11",
    inDialog: "may",
    mayFork: true,
    usage: null,
    sources: { inDialog: "RFC 3261 §11.2", mayFork: "RFC 3261 §11.2" },
  }),
  method({
    method: "PRACK",
    reference: "RFC 3262 §6",
    offerAnswer: carries(["answer", "offer"], ["answer"]),
  }),
  method({
    method: "PUBLISH",
    reference: "RFC 3903 §4",
    inDialog: "may",
    mayFork: true,
    usage: null,
    sources: { inDialog: "RFC 3903 §4" },
  }),
  method({
    method: "REFER",
    reference: "RFC 3515 §2",
    createsDialog: true,
    inDialog: "may",
    mayFork: true,
    usage: "subscription",
    sources: { createsDialog: "RFC 3515 §2.4.4", inDialog: "RFC 7647 §4", mayFork: "RFC 3515 §3.9" },
  }),
  method({
    method: "REGISTER",
    reference: "RFC 3261 §10",
    inDialog: "never",
    usage: "registration",
    sources: { inDialog: "RFC 3261 §10.2", createsDialog: "RFC 3261 §10.2" },
  }),
  method({
    method: "SUBSCRIBE",
    reference: "RFC 6665 §3.1",
    createsDialog: true,
    inDialog: "may",
    targetRefresh: true,
    mayFork: true,
    usage: "subscription",
    sources: { createsDialog: "RFC 6665 §4.4.1", targetRefresh: "RFC 6665 §3.1", mayFork: "RFC 6665 §4.1.4" },
  }),
  method({
    method: "UPDATE",
    reference: "RFC 3311 §5",
    targetRefresh: true,
    offerAnswer: carries(["offer"], ["answer"]),
    sources: { targetRefresh: "RFC 3311 §5.1" },
  }),
]);

const BY_NAME: ReadonlyMap<string, MethodFacts> = new Map(methods.map((entry) => [entry.method, entry]));

/** The facts about a method, its name compared as the wire does, case and all (RFC 3261 §7.1); `undefined` for an extension. */
export function methodFacts(name: string): MethodFacts | undefined {
  return BY_NAME.get(name);
}

/** Every method that is answered and is not INVITE: those RFC 4320 speaks of. */
export const NON_INVITE_METHODS: readonly Method[] = Object.freeze(
  methods.filter((entry) => entry.transaction === "nonInvite").map((entry) => entry.method),
);
