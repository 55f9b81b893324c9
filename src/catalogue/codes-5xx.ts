/** Server failures: the server erred, not the request. */

import { ANY_SERVER, BEST_RESPONSE, CAUSE_TABLES, complete } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { cite } from "./source.ts";

const SERVER_FAILURE: ClassFacts = {
  scope: cite("hop", "RFC 3261 §21.5"),
  sentBy: cite(ANY_SERVER, "RFC 3261 §21.5"),
  methods: cite("any", "RFC 3261 §21.5"),
  obsoleteFor: cite([], "RFC 3261 §21.5"),
  next: cite("retryLater", "RFC 3261 §21.5.1"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(50, BEST_RESPONSE),
  stopsHunting: cite(false, BEST_RESPONSE),
  cancelsBranches: cite(false, BEST_RESPONSE),
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  q850: cite(31, "RFC 3398 §8.2.6.1"),
  xmpp: cite("internal-server-error", "RFC 7247 §7.2"),
  hops: cite({ asterisk: 503, freeswitch: 480 }, CAUSE_TABLES),
  billing: cite("notCharged", "RFC 3398 §8.2.6"),
};

export const SERVER_FAILURE_CODES = complete("5xx", SERVER_FAILURE, [
  {
    code: 500,
    phrase: "Server Internal Error",
    reference: "RFC 3261 §21.5.1",
    retryAfter: true,
    q850: 41,
    hops: { asterisk: 500, freeswitch: 503 },
  },
  {
    code: 501,
    phrase: "Not Implemented",
    reference: "RFC 3261 §21.5.2",
    scope: "here",
    // "Proxies forward all requests regardless of method."
    sentBy: ["uas", "registrar", "redirect", "notifier"],
    next: "giveUp",
    dialogEffect: "usage",
    q850: 79,
    xmpp: "feature-not-implemented",
    hops: { asterisk: 501, freeswitch: 501 },
  },
  {
    code: 502,
    phrase: "Bad Gateway",
    reference: "RFC 3261 §21.5.3",
    sentBy: ["uas", "proxy"],
    dialogEffect: "dialog",
    q850: 38,
    xmpp: "remote-server-not-found",
    hops: { asterisk: 502, freeswitch: 503 },
  },
  {
    code: 503,
    phrase: "Service Unavailable",
    reference: "RFC 3261 §21.5.4",
    // "SHOULD attempt to forward the request to an alternate server"; without Retry-After the client acts as on a 500.
    next: "tryElsewhere",
    retryAfter: true,
    rewrittenAs: 500,
    q850: 41,
    hops: { asterisk: 503, freeswitch: 503 },
  },
  {
    code: 504,
    phrase: "Server Time-out",
    reference: "RFC 3261 §21.5.5",
    // A UAS, too: an UPDATE its user would have to approve first (RFC 3311 §5.2).
    sentBy: ["uas", "proxy"],
    q850: 102,
    xmpp: "remote-server-timeout",
    hops: { asterisk: 603, freeswitch: 504 },
  },
  {
    code: 505,
    phrase: "Version Not Supported",
    reference: "RFC 3261 §21.5.6",
    next: "giveUp",
    q850: 127, // RFC 3398 prints the code as 504.
    xmpp: "not-acceptable",
    hops: { asterisk: 500, freeswitch: 480 },
  },
  {
    code: 513,
    phrase: "Message Too Large",
    reference: "RFC 3261 §21.5.7",
    next: "repair",
    q850: 127,
    xmpp: "policy-violation",
  },
  {
    code: 555,
    phrase: "Push Notification Service Not Supported",
    reference: "RFC 8599 §8.1",
    sentBy: cite(["proxy"], "RFC 8599 §5.6.1.1"),
    methods: ["REGISTER"],
    next: cite("repair", "RFC 8599 §4.1.5"),
  },
  {
    code: 580,
    phrase: "Precondition Failure",
    reference: "RFC 3312 §8",
    scope: "here",
    sentBy: ["uas"],
    methods: ["INVITE", "UPDATE"],
    next: "repair",
  },
]);
