import { complete, hops } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";

const GLOBAL_FAILURE: ClassFacts = {
	scope: ["everywhere", "RFC 3261 §21.6"],
	sentBy: [["uas"], "RFC 3261 §21.6"],
	methods: ["any", "RFC 3261 §21.6"],
	next: ["giveUp", "RFC 3261 §21.6"],
	retryAfter: [false, "RFC 3261 §20.33"],
	rank: [10, "RFC 3261 §16.7"],
	stopsHunting: [true, "RFC 3261 §16.7"],
	cancelsBranches: [true, "RFC 3261 §16.7"],
	aggregated: [false, "RFC 3261 §16.7"],
	rewrittenAs: [null, "RFC 3261 §16.7"],
	dialogEffect: ["transaction", "RFC 5057 §5.1"],
	cacheable: [false, "RFC 3261 §8.1.3.4"],
	q850: [31, "RFC 3398 §8.2.6.1"],
	xmpp: ["recipient-unavailable", "RFC 7247 §7.2"],
	hops: hops(null, null),
	billing: ["notCharged", "RFC 3398 §8.2.5"],
};

export const GLOBAL_FAILURE_CODES = complete("6xx", GLOBAL_FAILURE, [
	{
		code: 600,
		phrase: "Busy Everywhere",
		reference: "RFC 3261",
		retryAfter: [true, "RFC 3261 §20.33"],
	},
	{
		code: 603,
		phrase: "Decline",
		reference: "RFC 3261",
		retryAfter: [true, "RFC 3261 §20.33"],
	},
	{
		code: 604,
		phrase: "Does Not Exist Anywhere",
		reference: "RFC 3261",
		dialogEffect: ["dialog", "RFC 5057 §5.1"],
	},
	{ code: 606, phrase: "Not Acceptable", reference: "RFC 3261" },
	{ code: 607, phrase: "Unwanted", reference: "RFC 8197" },
	{ code: 608, phrase: "Rejected", reference: "RFC 8688" },
	{
		code: 666,
		phrase: "Unwanted",
		reference: "practice: Avaya",
		registry: "unregistered",
	},
]);
