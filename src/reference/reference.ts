/** The reference in one language. */

import {
  CONFUSED_PAIRS,
  type FurnitureKey,
  GLOSSARY,
  type Locale,
  type OutcomeTexts,
  type ResponseClass,
  type ResponseCode,
  responseCode,
  responseCodes,
  SYMPTOMS,
  type SymptomId,
} from "../catalogue/mod.ts";
import { comparisonOf, type Explained } from "./comparison.ts";
import { explanationOf } from "./explanation.ts";
import { Language } from "./language.ts";
import type { CauseRow, ClassOverview, CodeCauseRow, HopsRow, Question, Symptom, Term, XmppRow } from "./lists.ts";
import { localeEntry } from "./locale.ts";
import type { Arguments, Samples } from "./messages.ts";
import { type Reading, readingOf } from "./reading.ts";
import { Search } from "./search.ts";
import type { CodeSummary, Comparison, Explanation, Found } from "./shapes.ts";
import { causeRows, codeCauseRows, hopsRows, questions, xmppRows } from "./tables.ts";
import { type Ended, type Verdict, verdictOf } from "./verdict.ts";

/** How texts are handed out. */
export interface ReferenceOptions {
  /** `marked` keeps backticks round protocol samples, for who shows them as code; `plain`, the default, has none. */
  readonly samples?: Samples;
}

/** Loads the texts of a locale. Open it once and keep it: explanations are made on first use and kept. */
export async function openReference(locale: Locale, options: ReferenceOptions = {}): Promise<Reference> {
  const entry = localeEntry(locale);
  const { texts } = await entry.load();
  return new Reference(new Language(locale, entry, texts, options.samples ?? "plain"));
}

/** The catalogue in one language. Whatever it returns is data: drawing it is for pages, terminals and programs. */
export class Reference {
  readonly locale: Locale;
  /** What BCP 47 calls the language. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  private readonly language: Language;
  private readonly summaries = new Map<number, CodeSummary>();
  private readonly explanations = new Map<number, Explanation>();
  private index: Search | null = null;

  /** For {@link openReference}. */
  constructor(language: Language) {
    this.language = language;
    this.locale = language.locale;
    this.tag = language.entry.tag;
    this.direction = language.entry.direction;
  }

  /** Everything about a code; null when the catalogue has none such. The same object each time. */
  explain(code: number): Explanation | null {
    const entry = responseCode(code);
    return entry === undefined ? null : this.explained(entry).explanation;
  }

  /** Two codes in the order given; null when the catalogue lacks one, or both are the same. */
  compare(a: number, b: number): Comparison | null {
    const [first, second] = [responseCode(a), responseCode(b)];
    if (first === undefined || second === undefined || first === second) return null;
    return comparisonOf(this.explained(first), this.explained(second), this.language);
  }

  /** What a list says of a code; null when the catalogue has none such. */
  code(code: number): CodeSummary | null {
    const entry = responseCode(code);
    if (entry === undefined) return null;
    let summary = this.summaries.get(code);
    if (summary === undefined) {
      summary = this.language.summary(entry);
      this.summaries.set(code, summary);
    }
    return summary;
  }

  /** The same for a code that is known to be one. Throws a RangeError when it is none. */
  summary(code: number): CodeSummary {
    const summary = this.code(code);
    if (summary === null) throw new RangeError(`not in the catalogue: ${code}`);
    return summary;
  }

  /** Every code, ascending. */
  codes(): readonly CodeSummary[] {
    return responseCodes.map(({ code }) => this.summary(code));
  }

  /** The pairs people confuse, or those of one code, ascending. */
  confusedPairs(code?: number): readonly { readonly a: CodeSummary; readonly b: CodeSummary }[] {
    return CONFUSED_PAIRS.map((pair) => pair.split("-vs-").map(Number) as [number, number])
      .filter((pair) => code === undefined || pair.includes(code))
      .map(([a, b]) => ({ a: this.summary(a), b: this.summary(b) }));
  }

  /** What a person typed or pasted: number, phrase, fragment, status line, response, Reason, Q.850 cause, XMPP condition. */
  read(input: string): Reading {
    return readingOf(
      input,
      () => this.searcher(),
      (code) => this.code(code),
    );
  }

  /** What a reference in another language has read, in the words of this one. */
  translated(reading: Reading): Reading {
    const found = this.searcher().translated(reading.found);
    return { ...reading, codes: reading.codes.map(({ code }) => this.summary(code)), found, suggestions: [] };
  }

  /** Codes, symptoms and terms for a query, the best first. Of a plain number: the codes that begin with it. */
  search(query: string, limit = 20): readonly Found[] {
    return this.searcher().search(query, limit);
  }

  /** What was likely meant by a query that finds nothing, or a number the catalogue does not have. */
  suggest(query: string, limit = 4): readonly CodeSummary[] {
    return this.searcher().suggest(query, limit);
  }

  /** A heading, label, button or message. */
  furniture(key: FurnitureKey, args: Arguments = {}): string {
    return this.language.furniture(key, args);
  }

  /** What became of a call or a request, and what to do about it. */
  verdict(ended: Ended): Verdict {
    return verdictOf(ended, this.language);
  }

  /** One line of what goes on: `Calling sip:bob@example.com`. */
  progress(key: keyof OutcomeTexts["progress"], args: Arguments = {}): string {
    return this.language.say(this.language.texts.outcomes.progress[key], args);
  }

  /** Why an established call ended. */
  ended(key: keyof OutcomeTexts["ended"]): string {
    return this.language.say(this.language.texts.outcomes.ended[key]);
  }

  /** Why nobody knows how a transfer ended. */
  transferFault(key: keyof OutcomeTexts["transfer"]): string {
    return this.language.say(this.language.texts.outcomes.transfer[key]);
  }

  /** `a, b, and c` as the language writes it. */
  list(items: readonly string[]): string {
    return this.language.list(items);
  }

  /** 1xx to 6xx. */
  classes(): readonly ClassOverview[] {
    return (Object.keys(this.language.texts.classes) as ResponseClass[]).sort().map((name) => this.classOf(name));
  }

  classOf(name: ResponseClass): ClassOverview {
    const texts = this.language.texts.classes[name];
    return {
      class: name,
      name: this.language.say(texts.name),
      says: this.language.say(texts.says),
      text: this.language.say(texts.text),
      codes: this.codes().filter((each) => each.class === name),
    };
  }

  /** In the order of the language's alphabet. */
  glossary(): readonly Term[] {
    const { glossary } = this.language.texts;
    const terms = GLOSSARY.map((id) => ({
      id,
      term: this.language.say(glossary[id].term),
      text: this.language.say(glossary[id].text),
    }));
    const alphabet = new Intl.Collator(this.tag);
    return terms.sort((a, b) => alphabet.compare(a.term, b.term));
  }

  symptoms(): readonly Symptom[] {
    const { symptoms } = this.language.texts;
    return (Object.keys(SYMPTOMS) as SymptomId[]).map((id) => ({
      id,
      title: this.language.say(symptoms[id].title),
      text: this.language.say(symptoms[id].text),
      codes: SYMPTOMS[id].map((code) => this.summary(code)),
    }));
  }

  /** "Which code should my server send?", the first question first. */
  decision(): readonly Question[] {
    return questions(this.language, (code) => this.summary(code));
  }

  /** What SIP makes of ISDN causes, and which codes become them. */
  causes(): readonly CauseRow[] {
    return causeRows((code) => this.summary(code));
  }

  /** What ISDN makes of SIP's failures. */
  codeCauses(): readonly CodeCauseRow[] {
    return codeCauseRows((code) => this.summary(code));
  }

  xmpp(): readonly XmppRow[] {
    return xmppRows((code) => this.summary(code));
  }

  /** What Asterisk and FreeSWITCH send on the other leg. */
  hops(): readonly HopsRow[] {
    return hopsRows((code) => this.summary(code));
  }

  private explained(entry: ResponseCode): Explained {
    let explanation = this.explanations.get(entry.code);
    if (explanation === undefined) {
      explanation = explanationOf(entry, this.language);
      this.explanations.set(entry.code, explanation);
    }
    return { entry, explanation };
  }

  private searcher(): Search {
    this.index ??= new Search(this.language, new Map(this.codes().map((each) => [each.code, each])));
    return this.index;
  }
}
