/** From what somebody remembers of a call to the pages that speak of it: by number, phrase, keyword, symptom or term. */

import {
  type CatalogueCode,
  GLOSSARY,
  type GlossaryTerm,
  isStatusCode,
  responseCode,
  responseCodes,
  SYMPTOMS,
  type SymptomId,
  semantics,
} from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import { readPasted } from "./pasted.ts";
import { codeOfPhraseInTheField } from "./reason.ts";
import type { CodeSummary, Found } from "./shapes.ts";
import { folded, likeness, oneSlipApart, words } from "./words.ts";

type Page =
  | { readonly kind: "code"; readonly code: CatalogueCode; readonly title: string; readonly text: string }
  | { readonly kind: "symptom"; readonly id: SymptomId; readonly title: string; readonly text: string }
  | { readonly kind: "term"; readonly id: GlossaryTerm; readonly title: string; readonly text: string };

/** A page and the words it is found by, each with how much it tells. */
interface Indexed {
  readonly page: Page;
  readonly weights: ReadonlyMap<string, number>;
  /** What people ask in so many words: keywords, title, term. */
  readonly sayings: readonly string[];
}

/** Where a word stands says how much it tells of the page. */
const WEIGHT = { phrase: 1, keyword: 0.9, gloss: 0.7, sentence: 0.35 } as const;
/** More words than this are read as the sentence's beginning. */
const MAX_WORDS = 16;
/** A hit with less than this share of the best one's score is none. */
const LEAST_SHARE = 0.45;
/** A hit must cover this much of what was asked, rare words counting more. */
const LEAST_SCORE = 0.25;
const EXACT = 10;
/** What a page is worth more when somebody asked in its very words, and when those are part of them. */
const VERBATIM = 0.6;
const WITHIN = 0.2;
/** This many words describe what happened rather than name a code: symptoms count for more. */
const DESCRIPTION = 3;
const DESCRIBED = 1.1;

export class Search {
  private readonly language: Language;
  private readonly summaries: ReadonlyMap<number, CodeSummary>;
  private readonly pages: readonly Indexed[];
  private readonly phrases: ReadonlyMap<string, readonly CatalogueCode[]>;

  constructor(language: Language, summaries: ReadonlyMap<number, CodeSummary>) {
    this.language = language;
    this.summaries = summaries;
    this.pages = [...this.codePages(), ...this.symptomPages(), ...this.termPages()];
    this.phrases = Map.groupBy(summaries.keys() as Iterable<CatalogueCode>, (code) => key(this.summary(code).phrase));
  }

  /** Best first, at most `limit`. */
  search(query: string, limit: number): readonly Found[] {
    const numbers = this.numbered(query);
    const exact = this.phrased(query).filter((code) => !numbers.includes(code));
    const first = [...numbers, ...exact].map((code, i) => this.codeFound(code, EXACT - i / 100));
    const known = new Set<number>([...numbers, ...exact]);
    const others = this.ranked(words(query).slice(0, MAX_WORDS), key(query)).filter(
      (found) => found.kind !== "code" || !known.has(found.code),
    );
    return [...first, ...others].slice(0, Math.max(0, limit));
  }

  /** The same pages as another language has found, in the words of this one. */
  translated(found: readonly Found[]): readonly Found[] {
    const own = new Map(this.pages.map(({ page }) => [nameOf(page), page]));
    return found.flatMap(({ score, ...page }) => {
      const here = own.get(nameOf(page));
      return here === undefined ? [] : [{ ...here, score }];
    });
  }

  /** The codes whose reason phrase is exactly this, in any case. */
  phrased(query: string): readonly CatalogueCode[] {
    const alias = codeOfPhraseInTheField(query.trim());
    if (alias !== null) return [alias as CatalogueCode];
    return this.phrases.get(key(query)) ?? [];
  }

  /** What was likely meant by a query that finds nothing. */
  suggest(query: string, limit: number): readonly CodeSummary[] {
    const pasted = readPasted(query);
    const codes = pasted.kind === "code" ? nearNumber(pasted.code) : this.nearWords(words(query).slice(0, MAX_WORDS));
    return codes.slice(0, limit).map((code) => this.summary(code));
  }

  /** Codes that begin with the digits typed so far, or the one that was pasted. */
  private numbered(query: string): readonly CatalogueCode[] {
    if (/^\s*[1-6]\d?\s*$/.test(query)) return this.codes().filter((code) => String(code).startsWith(query.trim()));
    const byClass = /^\s*([1-6])xx\s*$/i.exec(query)?.[1];
    if (byClass !== undefined) return this.codes().filter((code) => String(code).startsWith(byClass));
    const pasted = readPasted(query);
    return pasted.kind === "code" && responseCode(pasted.code) !== undefined ? [pasted.code as CatalogueCode] : [];
  }

  /** By the words asked for, each by itself, and by `saying`, the whole of them: in some languages the order makes the word. */
  private ranked(asked: readonly string[], saying = ""): readonly Found[] {
    if (asked.length === 0) return [];
    const scores = new Float64Array(this.pages.length);
    let most = 0;
    for (const word of asked) {
      const fits = this.pages.map(({ weights }) => best(word, weights));
      const rarity = this.rarity(fits);
      most += rarity;
      for (const [i, fit] of fits.entries()) scores[i] = (scores[i] as number) + rarity * fit;
    }
    const told = asked.length >= DESCRIPTION ? DESCRIBED : 1;
    const found = this.pages
      .map(({ page, sayings }, i) => {
        const score = ((scores[i] as number) / most) * (page.kind === "symptom" ? told : 1);
        return { ...page, score: score + verbatim(saying, sayings) };
      })
      .filter(({ score }) => score >= LEAST_SCORE);
    found.sort((a, b) => b.score - a.score);
    const least = (found[0]?.score ?? 0) * LEAST_SHARE;
    return found.filter(({ score }) => score >= least);
  }

  /** A word few pages have tells more than one that all have. */
  private rarity(fits: readonly number[]): number {
    const having = fits.filter((fit) => fit > 0).length;
    return Math.log(1 + this.pages.length / (1 + having));
  }

  private nearWords(asked: readonly string[]): readonly CatalogueCode[] {
    const known = new Set(this.pages.flatMap(({ page, weights }) => (page.kind === "code" ? [...weights.keys()] : [])));
    const meant = asked.map((word) =>
      known.has(word) ? word : ([...known].find((each) => isSlip(word, each)) ?? word),
    );
    return this.ranked(meant).flatMap((found) => (found.kind === "code" ? [found.code] : []));
  }

  private codePages(): Indexed[] {
    return this.codes().map((code) => {
      const { phrase, gloss, says, title } = this.summary(code);
      const { keywords } = this.language.texts.codes[code];
      const weights = weighted(
        [[String(code), phrase], WEIGHT.phrase],
        [keywords, WEIGHT.keyword],
        [[gloss], WEIGHT.gloss],
        [[says], WEIGHT.sentence],
      );
      const sayings = [...keywords, gloss].map(key);
      return { page: { kind: "code", code, title, text: says }, weights, sayings };
    });
  }

  private symptomPages(): Indexed[] {
    return (Object.keys(SYMPTOMS) as SymptomId[]).map((id) => {
      const { title, text, keywords } = this.language.texts.symptoms[id];
      const page: Page = { kind: "symptom", id, title: this.language.say(title), text: this.language.say(text) };
      const weights = weighted([[title, ...keywords], WEIGHT.keyword], [[text], WEIGHT.sentence]);
      return { page, weights, sayings: [title, ...keywords].map(key) };
    });
  }

  private termPages(): Indexed[] {
    return GLOSSARY.map((id) => {
      const { term, text } = this.language.texts.glossary[id];
      const page: Page = { kind: "term", id, title: this.language.say(term), text: this.language.say(text) };
      const weights = weighted([[term], WEIGHT.keyword], [[text], WEIGHT.sentence / 2]);
      return { page, weights, sayings: [key(term)] };
    });
  }

  private codes(): readonly CatalogueCode[] {
    return responseCodes.map(({ code }) => code as CatalogueCode);
  }

  private summary(code: number): CodeSummary {
    return this.summaries.get(code) as CodeSummary;
  }

  private codeFound(code: CatalogueCode, score: number): Found {
    const { title, says } = this.summary(code);
    return { kind: "code", code, title, text: says, score };
  }
}

function nameOf(page: Page): string {
  return page.kind === "code" ? String(page.code) : `${page.kind} ${page.id}`;
}

/** Words with their weights, the heaviest place of each. */
function weighted(...fields: readonly (readonly [readonly string[], number])[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [texts, weight] of fields) {
    for (const text of texts)
      for (const word of words(text)) if ((weights.get(word) ?? 0) < weight) weights.set(word, weight);
  }
  return weights;
}

function verbatim(saying: string, sayings: readonly string[]): number {
  if (saying === "") return 0;
  if (sayings.includes(saying)) return VERBATIM;
  const isPart = saying.includes(" ") && sayings.some((each) => ` ${each} `.includes(` ${saying} `));
  return isPart || sayings.some((each) => holds(saying, each)) ? WITHIN : 0;
}

/** Where a script writes no spaces, the words of a sentence are lost among pairs of characters: a saying found in it is no chance. */
function holds(sentence: string, saying: string): boolean {
  return /^\p{Script=Han}{3,}$/u.test(saying) && sentence.includes(saying);
}

function best(word: string, weights: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const [each, weight] of weights) if (weight > most) most = Math.max(most, weight * likeness(word, each));
  return most;
}

function isSlip(word: string, known: string): boolean {
  return word.length >= 4 && known.length >= 4 && oneSlipApart(word, known);
}

function key(phrase: string): string {
  return folded(phrase)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The entry RFC 3261 §8.1.3.2 puts in its place, then the same digits in another order, then one slip away in its class. */
function nearNumber(code: number): readonly CatalogueCode[] {
  const digits = [...String(code)].sort().join("");
  const treated = isStatusCode(code) ? [semantics(code).code] : [];
  const known = responseCodes.map((each) => each.code).filter((each) => each !== code);
  const swapped = known.filter((each) => [...String(each)].sort().join("") === digits);
  const near = known
    .filter((each) => oneSlipApart(String(each), String(code)) && (treated.length === 0 || isSameClass(each, code)))
    .sort((a, b) => Math.abs(a - code) - Math.abs(b - code));
  return [...new Set([...treated, ...swapped, ...near])] as CatalogueCode[];
}

function isSameClass(a: number, b: number): boolean {
  return Math.floor(a / 100) === Math.floor(b / 100);
}
