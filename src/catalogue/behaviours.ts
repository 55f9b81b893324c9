/**
 * What this stack does, as claims: each rests on a section of an RFC and is held by a named test. A check fails when the test is
 * gone from its file, so a sentence of the reference cannot outlive what the stack does.
 */

import { dialogMeaning, forkBehaviour } from "./derived.ts";
import type { ForkBehaviour, ResponseCode } from "./facts.ts";
import type { Source } from "./source.ts";

export const BEHAVIOUR_IDS = [
  "hundredEndsHere",
  "provisionalPassedOn",
  "noProvisionalToNonInvite",
  "successAtOnce",
  "everyForkedSuccessPassedOn",
  "successRepeatedByPhone",
  "successBeatsGlobalFailure",
  "globalFailureStopsHunt",
  "globalFailureCancelsOthers",
  "globalFailureWaitsForOthers",
  "failureKeepsHunting",
  "lowestClassWins",
  "challengesMerged",
  "lone503Becomes500",
  "flowFailedBecomes480",
  "cancelCarriesReason",
  "cancelWaitsForProvisional",
  "cancelledCallEnds487",
  "cancelUnknown481",
  "redirectionPassedOn",
  "redirectionFollowedByPolicy",
  "noAnswer408",
  "timerCEndsRinging",
  "noLate408ToNonInvite",
  "failureAcknowledgedHopByHop",
  "unknownCodeAsClass",
  "unknownUser404",
  "knownUserWithoutContacts480",
  "foreignDomain403",
  "closedConnection480",
  "registrarChallenges401",
  "proxyChallenges407",
  "wrongPasswordLooksLikeUnknownUser",
  "loop482",
  "hops483",
  "breadth440",
  "extension420",
  "interval423",
  "malformed400",
  "internalFault500",
] as const;

export type BehaviourId = (typeof BEHAVIOUR_IDS)[number];

/** One claim. */
export interface Behaviour {
  readonly reference: Source;
  /** The test that holds it: a file of this repository and a title that stands in it word by word. */
  readonly test: { readonly file: string; readonly name: string };
  /** Whether it says something of this code. */
  readonly applies: (code: ResponseCode) => boolean;
}

type Applies = Behaviour["applies"];

const CLAIMS = "test/world/claims.test.ts";
const CALLS = "test/world/calls.test.ts";
const CANCELS = "test/world/cancel.test.ts";
const FORKS = "test/world/fork-rows.test.ts";
const FORK_TIME = "test/world/fork-time.test.ts";
const OTHERS = "test/world/other-requests.test.ts";
const LOST = "test/world/retransmission.test.ts";

const only =
  (...codes: readonly number[]): Applies =>
  ({ code }) =>
    codes.includes(code);

const forks =
  (...words: readonly ForkBehaviour[]): Applies =>
  (entry) =>
    words.includes(forkBehaviour(entry));

const either =
  (...cases: readonly Applies[]): Applies =>
  (entry) =>
    cases.some((holds) => holds(entry));

const answersCall: Applies = (entry) => dialogMeaning(entry) === "confirms";
/** What RFC 3261 §8.1.3.2 puts in the place of an unknown final response, and what nobody has registered. */
const standsForUnknown: Applies = ({ code, registry }) =>
  (code >= 300 && code % 100 === 0) || registry === "unregistered";
const refusesInvite: Applies = (entry) =>
  entry.class >= "3xx" && (entry.methods === "any" || entry.methods.includes("INVITE"));

function claim(reference: Source, file: string, name: string, applies: Applies): Behaviour {
  return Object.freeze({ reference, test: Object.freeze({ file, name }), applies });
}

/** Every claim with what it rests on. */
export const behaviours: Readonly<Record<BehaviourId, Behaviour>> = Object.freeze({
  hundredEndsHere: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "one 100 of the server's own when an answer takes longer than 150 ms, and none of the phones'",
    forks("absorbed"),
  ),
  provisionalPassedOn: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "180 to 199 reach the caller as they come, an unknown 1xx like the rest",
    forks("passedOn"),
  ),
  noProvisionalToNonInvite: claim(
    "RFC 4320 §4.1",
    OTHERS,
    "a provisional response but 100 does not travel (RFC 4320 §4.1), before the final response or after",
    forks("passedOn"),
  ),
  successAtOnce: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "a 2xx goes upstream at once, and the phones that still ring are cancelled",
    forks("wins"),
  ),
  everyForkedSuccessPassedOn: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "two phones that answer in the same moment: the caller gets both 2xx",
    answersCall,
  ),
  successRepeatedByPhone: claim(
    "RFC 6026 §7.1",
    LOST,
    "a 2xx: the proxy does not repeat it by itself, the phone does (RFC 6026 §7.1)",
    answersCall,
  ),
  successBeatsGlobalFailure: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "a 2xx that comes behind a 6xx still wins",
    either(answersCall, forks("ends")),
  ),
  globalFailureStopsHunt: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "after any 6xx a serial hunt tries no other phone",
    forks("ends"),
  ),
  globalFailureCancelsOthers: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "any 6xx cancels the phones that still ring",
    forks("ends"),
  ),
  globalFailureWaitsForOthers: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "a 6xx goes upstream only when the phones it cancelled have ended",
    forks("ends"),
  ),
  failureKeepsHunting: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "after any 4xx or 5xx the other phones ring on, and a serial hunt goes on to the next one",
    forks("merged", "preferred", "waits", "waitsLast", "replaced"),
  ),
  lowestClassWins: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "when every phone has refused, the lowest class wins, and of 4xx the one that says how to ask again",
    forks("offered", "merged", "preferred", "waits", "waitsLast", "replaced"),
  ),
  challengesMerged: claim(
    "RFC 3261 §16.7",
    FORKS,
    "challenges of all phones come back in one response (§16.7 step 7)",
    forks("merged"),
  ),
  lone503Becomes500: claim(
    "RFC 3261 §16.7",
    FORKS,
    "a lone 503 goes upstream as 500 without its Retry-After (RFC 3261 §16.7)",
    either(only(500), ({ rewrittenAs }) => rewrittenAs === 500),
  ),
  flowFailedBecomes480: claim(
    "RFC 5626 §11.5",
    CLAIMS,
    "a 430 goes upstream as 480",
    either(only(480), ({ rewrittenAs }) => rewrittenAs === 480),
  ),
  cancelCarriesReason: claim(
    "RFC 3326 §3.1",
    CLAIMS,
    "a CANCEL says why: answered elsewhere after a 2xx, the code after a 6xx",
    either(answersCall, forks("ends")),
  ),
  cancelWaitsForProvisional: claim(
    "RFC 3261 §9.1",
    CANCELS,
    "before the phone has rung: the CANCEL waits for its first provisional response (§9.1)",
    only(487),
  ),
  cancelledCallEnds487: claim(
    "RFC 3261 §9.2",
    CANCELS,
    "while it rings: 200 to the CANCEL at once, 487 to both sides",
    only(487),
  ),
  cancelUnknown481: claim("RFC 3261 §9.2", CLAIMS, "a CANCEL that matches no request is 481", only(481)),
  redirectionPassedOn: claim(
    "RFC 3261 §16.7",
    CLAIMS,
    "a 3xx goes upstream with its Contacts as they were, once the others have ended without a better answer",
    forks("offered"),
  ),
  redirectionFollowedByPolicy: claim(
    "RFC 3261 §16.5",
    CLAIMS,
    "with recursion as policy the server calls the addresses of a 3xx itself, each once",
    ({ next }) => next === "redirect",
  ),
  noAnswer408: claim("RFC 3261 §8.1.3.1", CALLS, "a phone that died is 408 after 32 s over UDP", only(408)),
  timerCEndsRinging: claim(
    "RFC 3261 §16.8",
    FORK_TIME,
    "Timer C: a phone that rings for ever is cancelled after more than three minutes, and the caller hears 408",
    only(180, 408),
  ),
  noLate408ToNonInvite: claim(
    "RFC 4320 §4.2",
    OTHERS,
    "that nobody answers gets no 408: it would come too late to be of use (RFC 4320 §4.2)",
    only(408),
  ),
  failureAcknowledgedHopByHop: claim(
    "RFC 3261 §17.1.1.3",
    LOST,
    "an ACK on either leg: the final response comes again and is acknowledged again, hop by hop",
    refusesInvite,
  ),
  unknownCodeAsClass: claim(
    "RFC 3261 §8.1.3.2",
    CLAIMS,
    "a code nobody has registered counts as its class and arrives as it was sent",
    standsForUnknown,
  ),
  unknownUser404: claim(
    "RFC 3261 §21.4.5",
    CALLS,
    "an unknown user is 404, a known one without contacts 480",
    only(404),
  ),
  knownUserWithoutContacts480: claim(
    "RFC 3261 §16.5",
    CALLS,
    "an unknown user is 404, a known one without contacts 480",
    only(480),
  ),
  foreignDomain403: claim("RFC 3261 §21.4.4", CALLS, "a foreign domain is 403 unless the policy relays", only(403)),
  closedConnection480: claim(
    "RFC 5626 §5.3",
    CALLS,
    "a WebSocket phone that went away is 480 at once: nothing can be sent there",
    only(480),
  ),
  registrarChallenges401: claim(
    "RFC 3261 §22.1",
    CLAIMS,
    "a REGISTER without credentials is challenged by 401 and WWW-Authenticate",
    only(401),
  ),
  proxyChallenges407: claim(
    "RFC 3261 §22.3",
    CLAIMS,
    "a call without credentials is challenged by 407 and Proxy-Authenticate",
    only(407),
  ),
  wrongPasswordLooksLikeUnknownUser: claim(
    "RFC 7616 §3.3",
    CLAIMS,
    "a wrong password and an unknown user get the same answer, for a call and for a registration",
    only(401, 407),
  ),
  loop482: claim("RFC 3261 §16.3", CLAIMS, "a request that comes back unchanged is 482 at its first return", only(482)),
  hops483: claim("RFC 3261 §16.3", CLAIMS, "a request that has used up its Max-Forwards is 483", only(483)),
  breadth440: claim(
    "RFC 5393 §5.3.3",
    CLAIMS,
    "a fork that needs more branches than Max-Breadth leaves is 440, and no phone rings; 60 are the most",
    only(440),
  ),
  extension420: claim("RFC 3261 §16.3", CALLS, "Proxy-Require of what nobody knows is 420 and names it", only(420)),
  interval423: claim(
    "RFC 3261 §10.3",
    "test/server/registrar.test.ts",
    "423 names the least interval; zero removes and is never too brief; nothing changes",
    only(423),
  ),
  malformed400: claim(
    "RFC 3261 §16.3",
    CANCELS,
    "a request whose CSeq names another method is 400 and goes nowhere",
    only(400),
  ),
  internalFault500: claim(
    "RFC 3261 §21.5.1",
    CLAIMS,
    "a fault inside the server is 500 for its own request, and the next call works",
    only(500),
  ),
});

/** Which claim holds what the pages say of a fork. */
export const forkBehaviours: Readonly<Record<ForkBehaviour, BehaviourId>> = Object.freeze({
  absorbed: "hundredEndsHere",
  passedOn: "provisionalPassedOn",
  wins: "successAtOnce",
  offered: "redirectionPassedOn",
  merged: "challengesMerged",
  preferred: "lowestClassWins",
  waits: "failureKeepsHunting",
  waitsLast: "lowestClassWins",
  replaced: "lone503Becomes500",
  ends: "globalFailureStopsHunt",
});

/** The claims that say something of this code, in the order of {@link BEHAVIOUR_IDS}. */
export function behavioursOf(code: ResponseCode): readonly BehaviourId[] {
  return BEHAVIOUR_IDS.filter((id) => behaviours[id].applies(code));
}
