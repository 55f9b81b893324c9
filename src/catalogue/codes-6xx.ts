/** Global failures: the user's answer, wherever the user may be. */

import { BEST_RESPONSE, CAUSE_TABLES, carried, complete, RETRY_AFTER } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { cite } from "./source.ts";

const GLOBAL_FAILURE: ClassFacts = {
  scope: cite("everywhere", "RFC 3261 §21.6"),
  // "A registrar MUST not generate 6xx responses" (§10.3).
  sentBy: cite(["uas"], "RFC 3261 §21.6"),
  methods: cite("any", "RFC 3261 §21.6"),
  obsoleteFor: cite([], "RFC 3261 §21.6"),
  next: cite("giveUp", "RFC 3261 §21.6"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(10, BEST_RESPONSE),
  stopsHunting: cite(true, BEST_RESPONSE),
  cancelsBranches: cite(true, BEST_RESPONSE),
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  q850: cite(31, "RFC 3398 §8.2.6.1"),
  xmpp: cite("recipient-unavailable", "RFC 7247 §7.2"),
  hops: cite({ asterisk: 500, freeswitch: 480 }, CAUSE_TABLES),
  billing: cite("notCharged", "RFC 3398 §8.2.6"),
  concerns: cite("willingness", "RFC 3261 §21.6"),
  repairedBy: cite("callee", "RFC 3261 §21.6"),
  carries: cite([], "RFC 3261 §20"),
};

export const GLOBAL_FAILURE_CODES = complete("6xx", GLOBAL_FAILURE, [
  {
    code: 600,
    phrase: "Busy Everywhere",
    reference: "RFC 3261 §21.6.1",
    next: "retryLater",
    retryAfter: true,
    q850: 17,
    hops: { asterisk: 486, freeswitch: 486 },
    concerns: "availability",
    repairedBy: "caller",
    carries: RETRY_AFTER,
  },
  {
    code: 603,
    phrase: "Decline",
    reference: "RFC 3261 §21.6.2",
    // As "Network Blocked" it is a carrier's analytics that decline, not a person.
    sentBy: cite(["uas", "proxy"], "practice: ATIS-1000099"),
    retryAfter: true,
    q850: 21,
    hops: { asterisk: 403, freeswitch: 603 },
    carries: RETRY_AFTER,
  },
  {
    code: 604,
    phrase: "Does Not Exist Anywhere",
    reference: "RFC 3261 §21.6.3",
    sentBy: ["uas", "proxy", "redirect"],
    dialogEffect: "dialog",
    q850: 1,
    xmpp: "item-not-found",
    hops: { asterisk: 404, freeswitch: 404 },
    concerns: "whereabouts",
    repairedBy: "caller",
  },
  {
    code: 606,
    phrase: "Not Acceptable",
    reference: "RFC 3261 §21.6.4",
    next: "repair",
    // By the Warning header: 65 for a bearer that is not there, else the default.
    q850: 31,
    xmpp: "not-acceptable",
    hops: { asterisk: 488, freeswitch: 488 },
    concerns: "body",
    repairedBy: "callerAgent",
    carries: [carried("Warning", "may")],
  },
  {
    code: 607,
    phrase: "Unwanted",
    reference: "RFC 8197 §4",
    next: "giveUp",
    dialogEffect: cite("transaction", "RFC 8197 §4"),
    // Newer FreeSWITCH has a cause of its own for it.
    hops: { asterisk: 500, freeswitch: null },
    concerns: "willingness",
    repairedBy: "callee",
  },
  {
    code: 608,
    phrase: "Rejected",
    reference: "RFC 8688 §3.1",
    sentBy: ["proxy"],
    next: cite("seekRedress", "RFC 8688 §3.2.2"),
    hops: { asterisk: 500, freeswitch: 603 },
    repairedBy: cite("operator", "RFC 8688 §3.1"),
    carries: [carried("Call-Info", "should")],
  },
  {
    code: 666,
    phrase: "Unwanted",
    registry: "unregistered",
    reference: "practice: Avaya",
    // No document speaks of it: all one can tell is its class.
    sentBy: ["uas"],
    concerns: "willingness",
  },
]);
