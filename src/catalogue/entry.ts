/** From what is written down in `codes-*.ts` to the complete record of each code. */

import type {
	ClassFacts,
	Entry,
	FactName,
	Facts,
	Hops,
	ResponseClass,
	ResponseCode,
	Source,
	Sources,
} from "./facts.ts";

/** Builds the complete, frozen records of one class: each fact from the entry, else from the class. */
export function complete(
	name: ResponseClass,
	shared: ClassFacts,
	entries: readonly Entry[],
): readonly ResponseCode[] {
	return Object.freeze(entries.map((entry) => record(name, shared, entry)));
}

function record(
	name: ResponseClass,
	shared: ClassFacts,
	entry: Entry,
): ResponseCode {
	const value = <F extends FactName>(fact: F): Facts[F] =>
		(entry[fact] ?? shared[fact])[0] as Facts[F];
	// One literal, so that every record has the same shape: the proxy reads these on each response.
	return Object.freeze({
		code: entry.code,
		phrase: entry.phrase,
		class: name,
		registry: entry.registry ?? "iana",
		reference: entry.reference,
		scope: value("scope"),
		sentBy: frozenList(value("sentBy")),
		methods: frozenList(value("methods")),
		next: value("next"),
		retryAfter: value("retryAfter"),
		rank: value("rank"),
		stopsHunting: value("stopsHunting"),
		cancelsBranches: value("cancelsBranches"),
		aggregated: value("aggregated"),
		rewrittenAs: value("rewrittenAs"),
		dialogEffect: value("dialogEffect"),
		cacheable: value("cacheable"),
		q850: value("q850"),
		xmpp: value("xmpp"),
		hops: Object.freeze(value("hops")),
		billing: value("billing"),
		sources: sourcesOf(shared, entry),
	});
}

function sourcesOf(shared: ClassFacts, entry: Entry): Sources {
	const sources: Partial<Record<FactName, Source>> = {};
	for (const fact of Object.keys(shared) as FactName[])
		sources[fact] = (entry[fact] ?? shared[fact])[1];
	return Object.freeze(sources as Sources);
}

function frozenList<T>(list: T): T {
	return Array.isArray(list) ? Object.freeze(list) : list;
}

/** Pairs what each of the two back-to-back user agents makes of a code. */
export function hops(
	asterisk: number | null,
	freeswitch: number | null,
): readonly [Hops, Source] {
	return [{ asterisk, freeswitch }, HOPS];
}

/** The cause tables of chan_pjsip and mod_sofia, followed in and out again; both products let a dial plan override them. */
const HOPS: Source =
	"practice: Asterisk chan_pjsip and FreeSWITCH mod_sofia, cause tables in and out";
