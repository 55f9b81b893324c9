/** From what is written down in `codes-*.ts` to the complete record of each code. */

import type { Carried, ClassFacts, Entry, FactName, Facts, ResponseClass, ResponseCode, Role } from "./facts.ts";
import { type Cited, cite, type Source } from "./source.ts";

/** Any server may find fault with a request in the same words. */
export const ANY_SERVER: readonly Role[] = ["uas", "proxy", "registrar", "redirect", "notifier"];

/** What a proxy does with a response is written in one section for all codes. */
export const BEST_RESPONSE: Source = "RFC 3261 §16.7";

/** The cause tables of both products, followed in and out again. A dial plan may override them. */
export const CAUSE_TABLES: Source = "practice: Asterisk chan_pjsip, FreeSWITCH mod_sofia";

/** A header field that belongs into a response, and how much. */
export function carried(field: string, level: Carried["level"]): Carried {
  return Object.freeze({ field, level });
}

/** What every code with a time to wait may carry. */
export const RETRY_AFTER: Cited<readonly Carried[]> = cite([carried("Retry-After", "may")], "RFC 3261 §20.33");

/** The facts one document settles for all codes: an entry that only gives the value rests on its class's source. */
const TABLED: ReadonlySet<FactName> = new Set<FactName>([
  "retryAfter",
  "rank",
  "stopsHunting",
  "cancelsBranches",
  "aggregated",
  "rewrittenAs",
  "dialogEffect",
  "q850",
  "xmpp",
  "hops",
  "billing",
]);

/** Builds the complete, frozen records of one class: each fact from the entry, else from the class. */
export function complete(name: ResponseClass, shared: ClassFacts, entries: readonly Entry[]): readonly ResponseCode[] {
  return Object.freeze(entries.map((entry) => record(name, shared, entry)));
}

// One literal, so that every record has the same shape: the proxy reads these on each response.
function record(name: ResponseClass, shared: ClassFacts, entry: Entry): ResponseCode {
  const said = <F extends FactName>(fact: F): Facts[F] => frozen(settle(shared, entry, fact).value);
  const from = (fact: FactName): Source => settle(shared, entry, fact).source;
  return Object.freeze({
    code: entry.code,
    phrase: entry.phrase,
    class: name,
    registry: entry.registry ?? "iana",
    reference: entry.reference,
    scope: said("scope"),
    sentBy: said("sentBy"),
    methods: said("methods"),
    obsoleteFor: said("obsoleteFor"),
    next: said("next"),
    retryAfter: said("retryAfter"),
    rank: said("rank"),
    stopsHunting: said("stopsHunting"),
    cancelsBranches: said("cancelsBranches"),
    aggregated: said("aggregated"),
    rewrittenAs: said("rewrittenAs"),
    dialogEffect: said("dialogEffect"),
    cacheable: said("cacheable"),
    q850: said("q850"),
    xmpp: said("xmpp"),
    hops: said("hops"),
    billing: said("billing"),
    concerns: said("concerns"),
    repairedBy: said("repairedBy"),
    carries: said("carries"),
    sources: Object.freeze({
      scope: from("scope"),
      sentBy: from("sentBy"),
      methods: from("methods"),
      obsoleteFor: from("obsoleteFor"),
      next: from("next"),
      retryAfter: from("retryAfter"),
      rank: from("rank"),
      stopsHunting: from("stopsHunting"),
      cancelsBranches: from("cancelsBranches"),
      aggregated: from("aggregated"),
      rewrittenAs: from("rewrittenAs"),
      dialogEffect: from("dialogEffect"),
      cacheable: from("cacheable"),
      q850: from("q850"),
      xmpp: from("xmpp"),
      hops: from("hops"),
      billing: from("billing"),
      concerns: from("concerns"),
      repairedBy: from("repairedBy"),
      carries: from("carries"),
    }),
  });
}

function settle<F extends FactName>(shared: ClassFacts, entry: Entry, fact: F): Cited<Facts[F]> {
  const own: Facts[F] | Cited<Facts[F]> | undefined = entry[fact] as Facts[F] | Cited<Facts[F]> | undefined;
  if (own === undefined) return shared[fact] as Cited<Facts[F]>;
  if (isCited<Facts[F]>(own)) return own;
  return { value: own, source: TABLED.has(fact) ? shared[fact].source : entry.reference };
}

function isCited<T>(fact: T | Cited<T>): fact is Cited<T> {
  return typeof fact === "object" && fact !== null && "source" in fact;
}

function frozen<T>(value: T): T {
  return typeof value === "object" && value !== null ? Object.freeze(value) : value;
}
