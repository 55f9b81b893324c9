/** Request failures: this request, at this server, not so. */

import { REFUSED_CODES } from "./codes-40x.ts";
import { UNABLE_CODES } from "./codes-48x.ts";
import { BEST_RESPONSE, CAUSE_TABLES, complete } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { cite } from "./source.ts";

const REQUEST_FAILURE: ClassFacts = {
  // "The same request to a different server might be successful."
  scope: cite("here", "RFC 3261 §21.4"),
  sentBy: cite(["uas", "proxy"], "RFC 3261 §21.4"),
  methods: cite("any", "RFC 3261 §21.4"),
  obsoleteFor: cite([], "RFC 3261 §21.4"),
  // "The client SHOULD NOT retry the same request without modification."
  next: cite("repair", "RFC 3261 §21.4"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(45, BEST_RESPONSE),
  stopsHunting: cite(false, BEST_RESPONSE),
  cancelsBranches: cite(false, BEST_RESPONSE),
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  q850: cite(31, "RFC 3398 §8.2.6.1"),
  xmpp: cite("bad-request", "RFC 7247 §7.2"),
  hops: cite({ asterisk: 500, freeswitch: 480 }, CAUSE_TABLES),
  billing: cite("notCharged", "RFC 3398 §8.2.6"),
  concerns: cite("form", "RFC 3261 §21.4"),
  // "Without modification": what is modified is the request.
  repairedBy: cite("callerAgent", "RFC 3261 §21.4"),
  carries: cite([], "RFC 3261 §20"),
};

export const REQUEST_FAILURE_CODES = complete("4xx", REQUEST_FAILURE, [...REFUSED_CODES, ...UNABLE_CODES]);
