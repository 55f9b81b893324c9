import { complete, hops } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";

const REDIRECTION: ClassFacts = {
	scope: [null, "RFC 3261 §21.3"],
	sentBy: [["uas"], "RFC 3261 §21.3"],
	methods: ["any", "RFC 3261 §21.3"],
	next: ["redirect", "RFC 3261 §21.3"],
	retryAfter: [false, "RFC 3261 §20.33"],
	rank: [30, "RFC 3261 §16.7"],
	stopsHunting: [false, "RFC 3261 §16.7"],
	cancelsBranches: [false, "RFC 3261 §16.7"],
	aggregated: [false, "RFC 3261 §16.7"],
	rewrittenAs: [null, "RFC 3261 §16.7"],
	dialogEffect: ["transaction", "RFC 5057 §5.1"],
	cacheable: [false, "RFC 3261 §8.1.3.4"],
	q850: [31, "RFC 3398 §8.2.6.1"],
	xmpp: ["redirect", "RFC 7247 §7.2"],
	hops: hops(null, null),
	billing: ["newLeg", "RFC 3398 §8.2.5"],
};

export const REDIRECTION_CODES = complete("3xx", REDIRECTION, [
	{ code: 300, phrase: "Multiple Choices", reference: "RFC 3261" },
	{ code: 301, phrase: "Moved Permanently", reference: "RFC 3261" },
	{ code: 302, phrase: "Moved Temporarily", reference: "RFC 3261" },
	{ code: 305, phrase: "Use Proxy", reference: "RFC 3261" },
	{ code: 380, phrase: "Alternative Service", reference: "RFC 3261" },
]);
