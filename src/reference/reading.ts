/** What was typed or pasted, with the codes it leads to. */

import { causeNumbered, isStatusCode, responseCodes, SYMPTOMS, semantics, sipForCause } from "../catalogue/mod.ts";
import { type Pasted, readPasted } from "./pasted.ts";
import { plainLine } from "./plain.ts";
import type { NetworkBlocked, PastedReason } from "./reason.ts";
import type { Search } from "./search.ts";
import type { CodeSummary, Found } from "./shapes.ts";

export interface Reading {
  readonly kind: Pasted["kind"];
  /** What was asked, on one line and harmless to show, at most 80 characters. */
  readonly asked: string;
  /**
   * The codes it leads to, the likeliest first. One: that is what was asked. Several: of a fragment, of an XMPP condition, of a
   * pair that is to be compared. None: a number no code has, a cause SIP has no answer for, or words that fit nothing.
   */
  readonly codes: readonly CodeSummary[];
  /** Codes, symptoms and terms that fit words, the best first; empty where it was no search. */
  readonly found: readonly Found[];
  /**
   * A number without an entry, and the code a user agent takes it for (RFC 3261 §8.1.3.2); null outside 100 to 699. `cause`: the
   * ISDN cause with this number, which may have been meant.
   */
  readonly unknown: {
    readonly code: number;
    readonly treatedAs: CodeSummary | null;
    readonly cause: string | null;
  } | null;
  /** Of a pasted line, where it is not the registered one. */
  readonly phrase: string | null;
  readonly reasons: readonly PastedReason[];
  readonly blocked: NetworkBlocked | null;
  /** An ISDN cause, and the codes that become it on the way out. */
  readonly cause: {
    readonly cause: number;
    readonly name: string | null;
    readonly meaning: string | null;
    readonly from: readonly CodeSummary[];
  } | null;
  readonly condition: string | null;
  /** For who finds no code: the nearest ones. */
  readonly suggestions: readonly CodeSummary[];
}

const MAX_ASKED = 80;
const MAX_FOUND = 8;
const MAX_SUGGESTIONS = 4;
/** A cause is a number of seven bits; 0 is none. */
const LAST_CAUSE = 127;

type Summary = (code: number) => CodeSummary | null;

/** Reads `input` and looks up what it names. */
export function readingOf(input: string, search: () => Search, summary: Summary): Reading {
  const pasted = readPasted(input);
  const nothing: Reading = {
    kind: pasted.kind,
    asked: plainLine(input, MAX_ASKED),
    codes: [],
    found: [],
    unknown: null,
    phrase: null,
    reasons: [],
    blocked: null,
    cause: null,
    condition: null,
    suggestions: [],
  };
  const known = (codes: readonly number[]): CodeSummary[] => codes.flatMap((code) => summary(code) ?? []);
  const suggested = (reading: Reading): Reading =>
    reading.codes.length + reading.found.length > 0
      ? reading
      : { ...reading, suggestions: search().suggest(input, MAX_SUGGESTIONS) };
  switch (pasted.kind) {
    case "code":
      return suggested({ ...nothing, ...ofCode(pasted, known) });
    case "q850":
      return { ...nothing, reasons: pasted.reasons, ...ofCause(pasted.cause, known) };
    case "xmpp": {
      const codes = responseCodes.filter(({ xmpp }) => xmpp === pasted.condition).map(({ code }) => code);
      return { ...nothing, condition: pasted.condition, codes: known(codes) };
    }
    case "pair":
      return { ...nothing, codes: known(pasted.codes) };
    case "words":
      return suggested({ ...nothing, ...ofWords(pasted.text, search(), known) });
  }
}

type Known = (codes: readonly number[]) => CodeSummary[];

function ofCode(pasted: Pasted & { kind: "code" }, known: Known): Partial<Reading> {
  const { code, phrase, reasons, blocked } = pasted;
  const codes = known([code]);
  const treatedAs = isStatusCode(code) ? (known([semantics(code).code])[0] ?? null) : null;
  const registered = codes[0]?.phrase.toLowerCase() === phrase?.toLowerCase();
  return {
    codes,
    unknown: codes.length > 0 ? null : { code, treatedAs, cause: causeNumbered(code)?.name ?? null },
    phrase: registered ? null : phrase,
    reasons,
    blocked,
  };
}

/** What the user gave MAY be another code than what the network gave: both are named (RFC 3398 §7.2.4.1). */
function ofCause(cause: number, known: Known): Partial<Reading> {
  const entry = causeNumbered(cause);
  const from = responseCodes.filter(({ q850 }) => q850 === cause).map(({ code }) => code);
  const isCause = cause >= 1 && cause <= LAST_CAUSE;
  const to = isCause ? [sipForCause(cause, "network"), sipForCause(cause, "user")].filter((code) => code !== null) : [];
  return {
    codes: known([...new Set(to)]),
    cause: { cause, name: entry?.name ?? null, meaning: entry?.meaning ?? null, from: known(from) },
  };
}

function ofWords(text: string, search: Search, known: Known): Partial<Reading> {
  const phrased = search.phrased(text);
  if (phrased.length > 0) return { codes: known(phrased) };
  const found = search.search(text, MAX_FOUND);
  const [best] = found;
  const symptomatic: readonly number[] = best?.kind === "symptom" ? SYMPTOMS[best.id] : [];
  const coded = found.flatMap((each) => (each.kind === "code" ? [each.code] : []));
  return { codes: known([...new Set([...symptomatic, ...coded])]), found };
}
