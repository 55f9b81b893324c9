import { complete, hops } from "./entry.ts";
import type { ClassFacts } from "./facts.ts";

const SERVER_FAILURE: ClassFacts = {
	scope: ["hop", "RFC 3261 §21.5"],
	sentBy: [["uas"], "RFC 3261 §21.5"],
	methods: ["any", "RFC 3261 §21.5"],
	next: ["retryLater", "RFC 3261 §21.5"],
	retryAfter: [false, "RFC 3261 §20.33"],
	rank: [50, "RFC 3261 §16.7"],
	stopsHunting: [false, "RFC 3261 §16.7"],
	cancelsBranches: [false, "RFC 3261 §16.7"],
	aggregated: [false, "RFC 3261 §16.7"],
	rewrittenAs: [null, "RFC 3261 §16.7"],
	dialogEffect: ["transaction", "RFC 5057 §5.1"],
	cacheable: [false, "RFC 3261 §8.1.3.4"],
	q850: [31, "RFC 3398 §8.2.6.1"],
	xmpp: ["internal-server-error", "RFC 7247 §7.2"],
	hops: hops(null, null),
	billing: ["notCharged", "RFC 3398 §8.2.5"],
};

export const SERVER_FAILURE_CODES = complete("5xx", SERVER_FAILURE, [
	{
		code: 500,
		phrase: "Server Internal Error",
		reference: "RFC 3261",
		retryAfter: [true, "RFC 3261 §20.33"],
	},
	{
		code: 501,
		phrase: "Not Implemented",
		reference: "RFC 3261",
		dialogEffect: ["usage", "RFC 5057 §5.1"],
	},
	{
		code: 502,
		phrase: "Bad Gateway",
		reference: "RFC 3261",
		dialogEffect: ["dialog", "RFC 5057 §5.1"],
	},
	{
		code: 503,
		phrase: "Service Unavailable",
		reference: "RFC 3261",
		rewrittenAs: [500, "RFC 3261 §16.7"],
		retryAfter: [true, "RFC 3261 §20.33"],
	},
	{ code: 504, phrase: "Server Time-out", reference: "RFC 3261" },
	{ code: 505, phrase: "Version Not Supported", reference: "RFC 3261" },
	{ code: 513, phrase: "Message Too Large", reference: "RFC 3261" },
	{
		code: 555,
		phrase: "Push Notification Service Not Supported",
		reference: "RFC 8599",
	},
	{ code: 580, phrase: "Precondition Failure", reference: "RFC 3312" },
]);
