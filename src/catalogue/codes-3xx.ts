/** Redirection: the answer is another address. */

import { BEST_RESPONSE, CAUSE_TABLES, carried, complete } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { cite } from "./source.ts";

const REDIRECTION: ClassFacts = {
  scope: cite(null, "RFC 3261 §21.3"),
  // A registrar redirects a REGISTER, a UAS its own calls; a proxy without Max-Breadth left may send a redirect as well.
  sentBy: cite(["redirect", "uas", "registrar", "proxy"], "RFC 3261 §8.3, §10.3, §13.3.1.2"),
  methods: cite("any", "RFC 3261 §21.3"),
  obsoleteFor: cite([], "RFC 3261 §21.3"),
  next: cite("redirect", "RFC 3261 §8.1.3.4"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(30, BEST_RESPONSE),
  stopsHunting: cite(false, BEST_RESPONSE),
  cancelsBranches: cite(false, BEST_RESPONSE),
  // §16.7 step 6 names the merging of Contacts in passing; only step 7, on challenges, demands it.
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  // A gateway that gives up on the Contacts clears with the default; with a new number in them it MAY say 23 (§8.2.5).
  q850: cite(31, "RFC 3398 §8.2.6.1"),
  xmpp: cite("redirect", "RFC 7247 §7.2"),
  // Both products follow or drop the Contacts themselves; what leaves on the other leg depends on the new call.
  hops: cite({ asterisk: null, freeswitch: null }, CAUSE_TABLES),
  billing: cite("newLeg", "RFC 3398 §8.2.5"),
  concerns: cite("whereabouts", "RFC 3261 §21.3"),
  repairedBy: cite("callerAgent", "RFC 3261 §8.1.3.4"),
  carries: cite([carried("Contact", "should")], "RFC 3261 §8.3, §13.3.1.2"),
};

export const REDIRECTION_CODES = complete("3xx", REDIRECTION, [
  { code: 300, phrase: "Multiple Choices", reference: "RFC 3261 §21.3.1" },
  { code: 301, phrase: "Moved Permanently", reference: "RFC 3261 §21.3.2", cacheable: true, xmpp: "gone" },
  // Only for the time an Expires header or parameter gives; without one the Contact is good for this request alone.
  { code: 302, phrase: "Moved Temporarily", reference: "RFC 3261 §21.3.3", cacheable: true },
  {
    code: 305,
    phrase: "Use Proxy",
    reference: "RFC 3261 §21.3.4",
    sentBy: ["uas"],
    concerns: "route",
    carries: [carried("Contact", "should")],
  },
  {
    code: 380,
    phrase: "Alternative Service",
    reference: "RFC 3261 §21.3.5",
    next: "askUser",
    xmpp: "not-acceptable",
    repairedBy: "caller",
    carries: [],
  },
]);
