/** What an operator's own code may decide about calls, and what it is told. Types only; `routing.ts` asks and obeys. */

/** An address as it stands in From or To. */
export interface RouteAddress {
  readonly uri: string;
  /** User part, "" when there is none. */
  readonly user: string;
  /** Host in lower case, "" for a URI that has none. */
  readonly host: string;
  readonly displayName: string;
}

/** A request outside dialogs, admitted, before anything is done with it. */
export interface RouteRequest {
  readonly method: string;
  /** Request-URI. */
  readonly uri: string;
  /** User part of the Request-URI, "" when there is none. */
  readonly user: string;
  /** Host of the Request-URI in lower case, "" for a URI that has none (tel:). */
  readonly host: string;
  readonly from: RouteAddress;
  readonly to: RouteAddress;
  readonly callId: string;
  /** Where it came from: `UDP 192.0.2.7:5060`. */
  readonly source: string;
  /** How many phones are registered for the address that was asked for. */
  readonly phones: number;
  /** The first value of a header field as text, by its full name; null when the request has none. */
  readonly header: (name: string) => string | null;
}

/** A place about to be tried. */
export interface RouteBranch {
  readonly request: RouteRequest;
  /** Request-URI of the branch: a phone's contact, or where it is sent. */
  readonly target: string;
  /** What a person calls that phone. */
  readonly name: string;
}

/** A response of a place that was tried, 101 to 199 or 300 to 699: a 2xx always goes to the caller at once. */
export interface RouteReply extends RouteBranch {
  readonly status: number;
  readonly phrase: string;
  /** The first value of a header field as text, by its full name; null when the response has none. */
  readonly header: (name: string) => string | null;
}

/** A request that nobody accepted: every branch has ended, and nothing has been told to the caller yet. */
export interface RouteFailure {
  readonly request: RouteRequest;
  /** The final status the caller would get. */
  readonly status: number;
  /** How far that reaches: `everywhere` speaks for every phone of the user, voicemail included (RFC 3261 §21.6). */
  readonly scope: "hop" | "here" | "domain" | "everywhere" | null;
  readonly tried: readonly { readonly target: string; readonly name: string; readonly status: number | null }[];
  /** How often this function has been asked about this request before. */
  readonly round: number;
}

/** One step: where it rings, all of them at once, and for how many seconds at most. */
export interface RouteStep {
  readonly to: string | readonly string[];
  /** Seconds until the next step; as long as `timerC` when absent. */
  readonly seconds?: number;
}

/**
 * Where a request goes: step after step, until somebody accepts. Each place is a SIP URI; users of a served domain are
 * looked up among the registrations, anything else is sent there.
 */
export interface RouteTargets {
  readonly targets: readonly (string | RouteStep)[];
}

/** A refusal by the operator. */
export interface RouteReject {
  /** 400 to 699. A 6xx speaks for every phone of the user. */
  readonly reject: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The caller is told where to try instead (RFC 3261 §8.3). */
export interface RouteRedirect {
  /** SIP URIs, best first. */
  readonly redirect: string | readonly string[];
  /** 300 to 399; 302 when absent. */
  readonly code?: number;
}

export type RequestVerdict = "continue" | RouteReject | RouteRedirect | RouteTargets;
export type BranchVerdict = "try" | "skip";
/** `drop` keeps a provisional response to itself; `{ as: 486 }` takes a refusal for another one. */
export type ReplyVerdict = "pass" | "drop" | { readonly as: number };
/**
 * `pass` lets the best response go to the caller. Further targets are not tried after a refusal that reaches
 * `everywhere`, unless `everywhere: true` says that this is meant.
 */
export type FailureVerdict = "pass" | RouteReject | RouteRedirect | (RouteTargets & { readonly everywhere?: boolean });

/**
 * Routing of the operator's own: functions at four moments, each of which returns its verdict at once (no promise). What
 * one throws ends the request with 500 and is logged with its Call-ID. Requests within dialogs are never asked about.
 */
export interface Routes {
  /** A request outside dialogs has arrived. */
  readonly request?: (request: RouteRequest) => RequestVerdict;
  /** A place is about to be tried. */
  readonly branch?: (branch: RouteBranch) => BranchVerdict;
  /** A place has answered. */
  readonly reply?: (reply: RouteReply) => ReplyVerdict;
  /** Nobody accepted. */
  readonly failure?: (failure: RouteFailure) => FailureVerdict;
}
