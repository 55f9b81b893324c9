/** Provisional responses: something is happening, nothing is decided. */

import { complete, hops } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";

const PROVISIONAL: ClassFacts = {
	scope: [null, "RFC 3261 §21.1"],
	sentBy: [["uas"], "RFC 3261 §21.1"],
	// "An SIP element MUST NOT send any provisional response with a Status-Code other than 100 to a non-INVITE request."
	methods: [["INVITE"], "RFC 4320 §4.1"],
	next: ["wait", "RFC 3261 §13.2.2.1"],
	retryAfter: [false, "RFC 3261 §20.33"],
	rank: [null, "RFC 3261 §16.7"],
	stopsHunting: [false, "RFC 3261 §16.7"],
	cancelsBranches: [false, "RFC 3261 §16.7"],
	aggregated: [false, "RFC 3261 §16.7"],
	rewrittenAs: [null, "RFC 3261 §16.7"],
	dialogEffect: ["transaction", "RFC 5057 §5.1"],
	cacheable: [false, "RFC 3261 §8.1.3.4"],
	q850: [null, "RFC 3398 §8.2.6.1"],
	xmpp: [null, "RFC 7247 §7.2"],
	hops: hops(null, null),
	billing: ["notStarted", "RFC 3398 §8.2.5"],
};

export const PROVISIONAL_CODES = complete("1xx", PROVISIONAL, [
	{
		code: 100,
		phrase: "Trying",
		reference: "RFC 3261 §21.1.1",
		methods: ["any", "RFC 4320 §4.1"],
	},
	{ code: 180, phrase: "Ringing", reference: "RFC 3261 §21.1.2" },
	{
		code: 181,
		phrase: "Call Is Being Forwarded",
		reference: "RFC 3261 §21.1.3",
	},
	{ code: 182, phrase: "Queued", reference: "RFC 3261 §21.1.4" },
	{ code: 183, phrase: "Session Progress", reference: "RFC 3261 §21.1.5" },
	{ code: 199, phrase: "Early Dialog Terminated", reference: "RFC 6228" },
]);
