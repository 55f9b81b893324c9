/** Success. */

import { BEST_RESPONSE, CAUSE_TABLES, carried, complete } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { cite } from "./source.ts";

const SUCCESS: ClassFacts = {
  scope: cite(null, "RFC 3261 §21.2"),
  sentBy: cite(["uas"], "RFC 3261 §21.2"),
  methods: cite("any", "RFC 3261 §21.2"),
  obsoleteFor: cite([], "RFC 3261 §21.2"),
  next: cite("ack", "RFC 3261 §13.2.2.4"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(0, BEST_RESPONSE),
  stopsHunting: cite(true, BEST_RESPONSE),
  // Step 10: a forwarded final response cancels all pending client transactions.
  cancelsBranches: cite(true, BEST_RESPONSE),
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  q850: cite(null, "RFC 3398 §8.2.4"),
  xmpp: cite(null, "RFC 7247 §7.2"),
  hops: cite({ asterisk: null, freeswitch: null }, CAUSE_TABLES),
  billing: cite("none", "RFC 3398 §8.2.4"),
  concerns: cite("success", "RFC 3261 §21.2"),
  repairedBy: cite("nobody", "RFC 3261 §21.2"),
  carries: cite([], "RFC 3261 §20"),
};

export const SUCCESS_CODES = complete("2xx", SUCCESS, [
  {
    code: 200,
    phrase: "OK",
    reference: "RFC 3261 §21.2.1",
    // A stateful proxy and a redirect server answer the CANCEL, which ends at each hop.
    sentBy: cite(["uas", "registrar", "notifier", "proxy", "redirect"], "RFC 3261 §8.3, §9.2, §10.3"),
    // "In common ISUP network practice, billing commences when the ANM is received", and the 200 becomes the ANM.
    billing: cite("starts", "RFC 3398 §7.2.6"),
    carries: cite(
      [carried("Contact", "should"), carried("Allow", "should"), carried("Supported", "should")],
      "RFC 3261 §10.3, §11.2, §12.1.1, §13.3.1.4",
    ),
  },
  {
    code: 202,
    phrase: "Accepted",
    reference: "RFC 6665 §8.3.1",
    sentBy: cite(["uas", "notifier"], "RFC 3428 §7"),
    // What remains: a relay that took a MESSAGE but cannot vouch for its delivery.
    methods: cite(["MESSAGE"], "RFC 3428 §7"),
    obsoleteFor: cite(["SUBSCRIBE", "NOTIFY", "REFER"], "RFC 7647 §5"),
    // "MUST treat an incoming 202 response as identical to a 200 response".
    next: "awaitNotify",
  },
  {
    code: 204,
    phrase: "No Notification",
    reference: "RFC 5839 §7.1",
    sentBy: ["notifier"],
    methods: cite(["SUBSCRIBE"], "RFC 5839 §5.2"),
    next: cite("done", "RFC 5839 §5.2"),
    carries: cite([carried("Expires", "must")], "RFC 6665 §3.1.1"),
  },
]);
