/** Provisional responses: something is happening, nothing is decided. */

import { BEST_RESPONSE, CAUSE_TABLES, carried, complete } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";
import { NON_INVITE_METHODS } from "./methods.ts";
import { cite } from "./source.ts";

const PROVISIONAL: ClassFacts = {
  scope: cite(null, "RFC 3261 §21.1"),
  // §16.7 step 6: a proxy cannot issue non-100 provisionals of its own.
  sentBy: cite(["uas"], "RFC 3261 §16.7"),
  // "An SIP element MUST NOT send any provisional response with a Status-Code other than 100 to a non-INVITE request."
  methods: cite(["INVITE"], "RFC 4320 §4.1"),
  obsoleteFor: cite(NON_INVITE_METHODS, "RFC 4320 §4.1"),
  next: cite("wait", "RFC 3261 §13.2.2.1"),
  retryAfter: cite(false, "RFC 3261 §20.33"),
  rank: cite(null, BEST_RESPONSE),
  stopsHunting: cite(false, BEST_RESPONSE),
  cancelsBranches: cite(false, BEST_RESPONSE),
  aggregated: cite(false, BEST_RESPONSE),
  rewrittenAs: cite(null, BEST_RESPONSE),
  dialogEffect: cite("transaction", "RFC 5057 §5.1"),
  cacheable: cite(false, "RFC 3261 §8.1.3.4"),
  q850: cite(null, "RFC 3398 §8.2.3"),
  xmpp: cite(null, "RFC 7247 §7.2"),
  hops: cite({ asterisk: null, freeswitch: null }, CAUSE_TABLES),
  // Common practice charges from the answer, whatever is heard before it.
  billing: cite("notStarted", "RFC 3398 §7.2.6"),
  concerns: cite("progress", "RFC 3261 §21.1"),
  repairedBy: cite("nobody", "RFC 3261 §21.1"),
  // It creates an early dialog when it bears a To tag, and then it MUST tell where the callee is.
  carries: cite([carried("Contact", "should")], "RFC 3261 §12.1.1, §13.3.1.1"),
};

export const PROVISIONAL_CODES = complete("1xx", PROVISIONAL, [
  {
    code: 100,
    phrase: "Trying",
    reference: "RFC 3261 §21.1.1",
    sentBy: cite(["uas", "proxy"], "RFC 3261 §17.2.1"),
    methods: cite("any", "RFC 4320 §4.1"),
    obsoleteFor: cite([], "RFC 4320 §4.1"),
    next: cite("wait", "RFC 3261 §17.1.1.2"),
    carries: cite([], "RFC 3261 §12.1"),
  },
  { code: 180, phrase: "Ringing", reference: "RFC 3261 §21.1.2" },
  { code: 181, phrase: "Call Is Being Forwarded", reference: "RFC 3261 §21.1.3" },
  { code: 182, phrase: "Queued", reference: "RFC 3261 §21.1.4" },
  { code: 183, phrase: "Session Progress", reference: "RFC 3261 §21.1.5" },
  {
    code: 199,
    phrase: "Early Dialog Terminated",
    reference: "RFC 6228 §1",
    sentBy: cite(["uas", "proxy"], "RFC 6228 §6"),
    methods: cite(["INVITE"], "RFC 6228 §1"),
    obsoleteFor: cite([], "RFC 6228 §1"),
    next: cite("releaseEarlyDialog", "RFC 6228 §4"),
    concerns: "dialog",
    carries: cite([carried("Reason", "must")], "RFC 6228 §5, §6"),
  },
]);
