import type { Texts } from "../texts.ts";

export const behaviours = {
  hundredEndsHere:
    "This server sends one 100 of its own when an answer takes longer than 150 ms, and keeps those of the phones to itself.",
  provisionalPassedOn:
    "This server passes each provisional response to an `INVITE` other than 100 to the caller as it comes, an unknown one like the rest.",
  noProvisionalToNonInvite:
    "This server passes no provisional response on when the request is no `INVITE`, because RFC 4320 allows none there but 100.",
  successAtOnce:
    "This server passes a 2xx to the caller at once, and when it answers an `INVITE` the phones that still ring get a `CANCEL`.",
  everyForkedSuccessPassedOn:
    "When two phones answer in the same moment, this server passes both 2xx to the caller, who keeps one and ends the other with `BYE`.",
  successRepeatedByPhone:
    "This server does not repeat a 2xx to an `INVITE` by itself: the phone repeats it until the `ACK` of the caller arrives.",
  successBeatsGlobalFailure:
    "When a phone answers with a 2xx after another phone sent a 6xx, this server lets the 2xx win as long as the 6xx has not gone out.",
  globalFailureStopsHunt: "After a 6xx this server tries no further phone, even where a serial hunt has some left.",
  globalFailureCancelsOthers: "After a 6xx this server sends a `CANCEL` to every phone that still rings.",
  globalFailureWaitsForOthers:
    "This server sends a 6xx to the caller only when every phone that it cancelled has ended.",
  failureKeepsHunting:
    "After a 4xx or 5xx this server goes on: the other phones keep ringing, and a serial hunt turns to the next one.",
  lowestClassWins:
    "When every phone has refused and none with a 6xx, this server sends the response of the lowest class, and among 4xx it prefers 401, 407, 415, 420 and 484.",
  challengesMerged:
    "When several phones answer 401 or 407, this server puts all their challenges into the one response that the caller gets.",
  lone503Becomes500:
    "When a 503 is the best that came, this server sends 500 without its `Retry-After`, because it is not the server that is overloaded.",
  flowFailedBecomes480:
    "When a 430 is the best that came, this server sends 480, because the phone cannot be reached now.",
  cancelCarriesReason:
    'A `CANCEL` of this server says why: `Reason: SIP;cause=200;text="Call completed elsewhere"` after an answer with 200, and the code itself after a 6xx.',
  cancelWaitsForProvisional:
    "This server holds a `CANCEL` back until the phone has sent its first provisional response to the `INVITE`.",
  cancelledCallEnds487:
    "This server answers a `CANCEL` with 200 at once, cancels the phones that ring, and the call ends with 487 on both sides.",
  cancelUnknown481: "This server answers a `CANCEL` that matches no request it has forwarded with 481.",
  redirectionPassedOn:
    "Unless its policy is to follow redirections, this server passes a 3xx to the caller with its `Contact` lines unchanged once every phone has ended without a better answer.",
  redirectionFollowedByPolicy:
    "With `recursion` as policy this server calls the addresses in `Contact` by itself, each of them once, and the caller sees the redirection only when none of them can be followed.",
  noAnswer408: "This server answers a call with 408 when a phone sends nothing for 32 s over UDP.",
  timerCEndsRinging:
    "This server cancels a phone that rings for more than three minutes without any further provisional response and sends the caller 408.",
  noLate408ToNonInvite:
    "When nobody answers a request other than `INVITE`, this server sends no 408, because it would come too late to be of use.",
  failureAcknowledgedHopByHop:
    "This server sends the `ACK` for a refused `INVITE` to the phone by itself, and repeats the refusal to the caller until the `ACK` of the caller arrives.",
  unknownCodeAsClass:
    "This server treats a code that nobody has registered like the first of its class, 499 like 400, and passes it on as it was sent.",
  unknownUser404: "This server answers 404 for a user of its domain whom it does not know.",
  knownUserWithoutContacts480: "This server answers 480 for a user whom it knows and who has no phone registered.",
  foreignDomain403:
    "This server answers 403 to a request for a domain it does not serve, unless its policy relays such requests.",
  closedConnection480:
    "When a phone registered over a WebSocket and its connection has closed, this server answers 480 at once and waits for no timer.",
  registrarChallenges401:
    "With digest authentication this server answers a `REGISTER` without credentials with 401 and a `WWW-Authenticate` header.",
  proxyChallenges407:
    "With digest authentication this server answers a call without credentials with 407 and a `Proxy-Authenticate` header.",
  wrongPasswordLooksLikeUnknownUser:
    "This server gives a wrong password and an unknown user the same answer, so that nobody can list its users.",
  loop482: "This server answers 482 when a request comes back to it unchanged, at the first return.",
  hops483: "This server answers 483 to a request that it would have to forward and whose `Max-Forwards` is 0.",
  breadth440:
    "When a fork needs more branches than `Max-Breadth` leaves, 60 where the request does not ask for less, this server answers 440 and calls none of its phones.",
  extension420:
    "This server answers 420 when `Proxy-Require` names an extension it does not know, and repeats the name in `Unsupported`.",
  interval423:
    "This server answers 423 with `Min-Expires` when a `REGISTER` asks for less time than its policy allows, 60 s by default, and changes no binding.",
  malformed400:
    "This server answers 400 to a request that contradicts itself, such as one whose `CSeq` names another method, and forwards it nowhere.",
  internalFault500:
    "When an exception occurs inside this server, it answers the request concerned with 500, and the next call works.",
} as const satisfies Texts["behaviours"];
