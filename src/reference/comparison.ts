/** Two codes beside each other: what really differs, which one to send, and what changes where one is sent for the other. */

import {
  CONFUSED_PAIRS,
  type ConfusedPair,
  dialogMeaning,
  type FurnitureKey,
  forkBehaviour,
  type ResponseCode,
  type Texts,
} from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import { inSequence } from "./messages.ts";
import type { Comparison, Difference, DifferenceAspect, Explanation, StatementName } from "./shapes.ts";

/** A code with all that is said about it. */
export interface Explained {
  readonly entry: ResponseCode;
  readonly explanation: Explanation;
}

/** No comparison has fewer. */
export const FEWEST_DIFFERENCES = 4;
/** With fewer than these the causes of both are told too: the trace tells them apart where the facts do not. */
const ENOUGH_DIFFERENCES = 5;
/** More would bury the ones that matter. */
const MOST_DIFFERENCES = 10;

/** What decides a call first, what only a gateway or a registry cares for last. */
const ORDER: readonly StatementName[] = [
  "scope",
  "fork",
  "next",
  "retryAfter",
  "dialog",
  "sentBy",
  "concerns",
  "repairedBy",
  "hops",
  "billing",
  "carries",
  "methods",
  "q850",
  "xmpp",
  "cacheable",
  "registry",
];

/** True of every answer that refuses nothing: no difference worth a line where only one of two refuses. */
const OF_REFUSALS: ReadonlySet<StatementName> = new Set([
  "retryAfter",
  "repairedBy",
  "hops",
  "q850",
  "xmpp",
  "cacheable",
]);

/** What tells two codes apart that share their facts. */
const FILLING: readonly {
  readonly aspect: DifferenceAspect;
  readonly of: (each: Explanation) => string | undefined;
}[] = [
  { aspect: "cause", of: ({ causes }) => causes[0]?.text },
  { aspect: "evidence", of: ({ causes }) => causes[0]?.evidence },
  { aspect: "caller", of: ({ howToFixBy }) => howToFixBy.caller },
  { aspect: "developer", of: ({ howToFixBy }) => howToFixBy.developer },
  { aspect: "operator", of: ({ howToFixBy }) => howToFixBy.operator },
];

const ROLE_LABELS = {
  caller: "forCaller",
  operator: "forOperator",
  developer: "forDeveloper",
} as const satisfies Partial<Record<DifferenceAspect, FurnitureKey>>;

/** Compares in the order given. */
export function comparisonOf(a: Explained, b: Explained, language: Language): Comparison {
  const [low, high] = a.entry.code < b.entry.code ? [a, b] : [b, a];
  const pair = CONFUSED_PAIRS.find((each) => each === `${low.entry.code}-vs-${high.entry.code}`);
  const verdict = pair === undefined ? null : verdictOf(pair, language);
  const lead = language.say(language.texts.compare.lead[leadOf(low.entry, high.entry)], {
    a: String(low.entry.code),
    b: String(high.entry.code),
  });
  return {
    a: a.explanation,
    b: b.explanation,
    lang: language.locale,
    title: language.say(language.texts.compare.title, {
      a: String(a.entry.code),
      aPhrase: a.entry.phrase,
      b: String(b.entry.code),
      bPhrase: b.entry.phrase,
    }),
    summary: verdict?.summary ?? inSequence([lead, a.explanation.says, b.explanation.says]),
    differences: differencesOf(a, b, language),
    whenToUse: { a: a.explanation.sendIt, b: b.explanation.sendIt },
    verdict: verdict === null ? null : { choose: verdict.choose, swap: verdict.swap },
    swap: {
      bForA: swapped(a.entry, b.entry, language) ?? nothingChanges(a.entry, b.entry, language),
      aForB: swapped(b.entry, a.entry, language) ?? nothingChanges(a.entry, b.entry, language),
    },
    swaps: swaps(a.entry, b.entry, verdict?.swap ?? null, language),
  };
}

function verdictOf(pair: ConfusedPair, language: Language): Texts["verdicts"][ConfusedPair] {
  const { summary, choose, swap } = language.texts.verdicts[pair];
  return { summary: language.say(summary), choose: language.say(choose), swap: language.say(swap) };
}

function differencesOf(a: Explained, b: Explained, language: Language): readonly Difference[] {
  const found: Difference[] = [];
  const label = (aspect: DifferenceAspect): string =>
    aspect in ROLE_LABELS
      ? language.furniture(ROLE_LABELS[aspect as keyof typeof ROLE_LABELS])
      : language.say(language.texts.compare.aspect[aspect as keyof Texts["compare"]["aspect"]]);
  const oneRefuses = refuses(a.entry) !== refuses(b.entry);
  for (const fact of ORDER) {
    if (oneRefuses && OF_REFUSALS.has(fact)) continue;
    const [ofA, ofB] = [textOf(a, fact), textOf(b, fact)];
    if (factOf(a, fact) === factOf(b, fact) || withoutCode(a, ofA) === withoutCode(b, ofB)) continue;
    found.push({ aspect: fact, label: label(fact), a: ofA, b: ofB, text: inSequence([ofA, ofB]) });
  }
  if (a.entry.class !== b.entry.class) {
    const [ofA, ofB] = [a, b].map(({ entry }) => language.say(language.texts.classes[entry.class].says)) as [
      string,
      string,
    ];
    found.push({ aspect: "class", label: label("class"), a: ofA, b: ofB, text: inSequence([ofA, ofB]) });
  }
  for (const { aspect, of } of FILLING) {
    if (found.length >= ENOUGH_DIFFERENCES) break;
    const [ofA, ofB] = [of(a.explanation), of(b.explanation)];
    if (ofA === undefined || ofB === undefined || withoutCode(a, ofA) === withoutCode(b, ofB)) continue;
    const text = inSequence([`${a.entry.code}: ${ofA}`, `${b.entry.code}: ${ofB}`]);
    found.push({ aspect, label: label(aspect), a: ofA, b: ofB, text });
  }
  return found.slice(0, MOST_DIFFERENCES);
}

function refuses({ class: name }: ResponseCode): boolean {
  return name !== "1xx" && name !== "2xx";
}

function textOf({ explanation }: Explained, fact: StatementName): string {
  return explanation.statements.find((each) => each.fact === fact)?.text ?? "";
}

/** The fact itself, comparable: two sentences about the same value may differ where one names its own code. */
function factOf({ entry }: Explained, fact: StatementName): string {
  if (fact === "fork") return forkBehaviour(entry);
  if (fact === "dialog") return dialogMeaning(entry);
  return JSON.stringify(entry[fact]);
}

/** Two sentences that differ only in the code they speak of say the same. */
function withoutCode({ entry }: Explained, text: string): string {
  return text.replaceAll(String(entry.code), "#");
}

/** The sentence that leads into two codes that nobody wrote a verdict on; `a` is the lower. */
function leadOf(a: ResponseCode, b: ResponseCode): keyof Texts["compare"]["lead"] {
  if (a.class !== b.class) {
    if (a.class === "1xx") return "provisionalAndFinal";
    if (a.class === "2xx") return b.class === "3xx" ? "successAndRedirection" : "successAndFailure";
    if (a.class === "3xx") return "redirectionAndFailure";
  }
  if (a.scope !== b.scope && a.scope !== null && b.scope !== null) return "scopeDiffers";
  if (a.next !== b.next) return "nextDiffers";
  if (a.concerns !== b.concerns) return "concernsDiffer";
  return new Set(a.sentBy).symmetricDifference(new Set(b.sentBy)).size > 0 ? "sendersDiffer" : "closeRelatives";
}

/** What a page says of a swap: the verdict's own words first, then what proxies and callers do otherwise. */
function swaps(a: ResponseCode, b: ResponseCode, verdict: string | null, language: Language): readonly string[] {
  const both = [swapped(a, b, language), swapped(b, a, language)].filter((each) => each !== null);
  if (verdict !== null) return [verdict, ...both];
  return both.length > 0 ? both : [nothingChanges(a, b, language)];
}

function nothingChanges(a: ResponseCode, b: ResponseCode, language: Language): string {
  return language.say(language.texts.compare.swapNothing, { a: String(a.code), b: String(b.code) });
}

/** What changes when `sent` is sent where `right` was right. */
function swapped(right: ResponseCode, sent: ResponseCode, language: Language): string | null {
  const { consequences, compare } = language.texts;
  const codes = { a: String(right.code), b: String(sent.code) };
  const changes = [
    forkBehaviour(right) === forkBehaviour(sent) ? null : consequences.fork[forkBehaviour(sent)],
    right.next === sent.next ? null : consequences.next[sent.next],
    dialogMeaning(right) === dialogMeaning(sent) ? null : consequences.dialog[dialogMeaning(sent)],
    right.billing === sent.billing ? null : consequences.billing[sent.billing],
  ].filter((each) => each !== null);
  if (changes.length === 0) return null;
  return inSequence([language.say(compare.swapLead, codes), ...changes.map((each) => language.say(each, codes))]);
}
