import { complete, hops } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";

const SUCCESS: ClassFacts = {
	scope: [null, "RFC 3261 §21.2"],
	sentBy: [["uas"], "RFC 3261 §21.2"],
	methods: ["any", "RFC 3261 §21.2"],
	next: ["ack", "RFC 3261 §21.2"],
	retryAfter: [false, "RFC 3261 §20.33"],
	rank: [0, "RFC 3261 §16.7"],
	stopsHunting: [true, "RFC 3261 §16.7"],
	cancelsBranches: [true, "RFC 3261 §16.7"],
	aggregated: [false, "RFC 3261 §16.7"],
	rewrittenAs: [null, "RFC 3261 §16.7"],
	dialogEffect: ["transaction", "RFC 5057 §5.1"],
	cacheable: [false, "RFC 3261 §8.1.3.4"],
	q850: [null, "RFC 3398 §8.2.6.1"],
	xmpp: [null, "RFC 7247 §7.2"],
	hops: hops(null, null),
	billing: ["none", "RFC 3398 §8.2.5"],
};

export const SUCCESS_CODES = complete("2xx", SUCCESS, [
	{ code: 200, phrase: "OK", reference: "RFC 3261" },
	{ code: 202, phrase: "Accepted", reference: "RFC 6665" },
	{ code: 204, phrase: "No Notification", reference: "RFC 5839" },
]);
