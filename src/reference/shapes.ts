/** What the reference answers: the shapes of the terminal's --json, of the HTTP API and of what the pages draw. */

import type {
  Aspect,
  BehaviourId,
  CatalogueCode,
  Facts,
  ForkBehaviour,
  GlossaryTerm,
  Locale,
  Registry,
  ResponseClass,
  Source,
  SymptomId,
} from "../catalogue/mod.ts";

/** One code in a list: what a row, a link or a suggestion needs. */
export interface CodeSummary {
  readonly code: CatalogueCode;
  readonly phrase: string;
  readonly class: ResponseClass;
  readonly registry: Registry;
  readonly gloss: string;
  /** "603 Decline: …" */
  readonly title: string;
  /** One whole sentence. */
  readonly says: string;
}

/** Texts in a shape hold no markup; protocol samples stand in backticks when the reference was opened with `samples: "marked"`. */
export interface Explanation {
  readonly code: CatalogueCode;
  readonly phrase: string;
  readonly class: ResponseClass;
  readonly registry: Registry;
  readonly reference: Source;
  readonly lang: Locale;
  /** "603 Decline: …" */
  readonly title: string;
  readonly gloss: string;
  readonly says: string;
  readonly meaning: string;
  readonly whenYouSeeIt: string;
  /** The three of {@link howToFixBy} in one. */
  readonly howToFix: string;
  readonly howToFixBy: { readonly caller: string; readonly operator: string; readonly developer: string };
  readonly sendIt: string;
  readonly causes: readonly { readonly text: string; readonly evidence: string }[];
  readonly facts: FactsShape;
  /** One whole sentence per fact, each fact once, always in the same order: two codes' statements stand side by side. */
  readonly statements: readonly Statement[];
  /** What this server does with it, each with the test that holds it. */
  readonly behaviours: readonly {
    readonly id: BehaviourId;
    readonly text: string;
    readonly reference: Source;
    readonly test: { readonly file: string; readonly name: string };
  }[];
}

export type FactsShape = Omit<Facts, "obsoleteFor"> & { readonly fork: ForkBehaviour };

export interface Statement {
  readonly fact: StatementName;
  /** The fact in the reader's language. */
  readonly label: string;
  readonly text: string;
  /** False where it says only what holds for nearly every code of the class: a short list leaves it out. */
  readonly notable: boolean;
}

export type StatementName =
  | "scope"
  | "concerns"
  | "sentBy"
  | "methods"
  | "next"
  | "retryAfter"
  | "repairedBy"
  | "fork"
  | "dialog"
  | "carries"
  | "hops"
  | "billing"
  | "q850"
  | "xmpp"
  | "cacheable"
  | "registry";

/** The last three fill up where two codes share nearly all facts: what each role does about it. */
export type DifferenceAspect = Aspect | "caller" | "operator" | "developer";

export interface Difference {
  readonly aspect: DifferenceAspect;
  /** The aspect in the reader's language. */
  readonly label: string;
  /** What holds for each, a whole sentence. */
  readonly a: string;
  readonly b: string;
  /** Both together; sentences that do not name their code stand behind its number. */
  readonly text: string;
}

export interface Comparison {
  readonly a: Explanation;
  readonly b: Explanation;
  readonly lang: Locale;
  readonly title: string;
  readonly summary: string;
  readonly differences: readonly Difference[];
  readonly whenToUse: { readonly a: string; readonly b: string };
  /** Written by hand, for the pairs people confuse. */
  readonly verdict: { readonly choose: string; readonly swap: string } | null;
  /** What changes where one is sent for the other. */
  readonly swap: { readonly bForA: string; readonly aForB: string };
  /** The same as paragraphs to show: the verdict's first, and none that says nothing. */
  readonly swaps: readonly string[];
}

/** One hit of the search; `kind` says which page it leads to. */
export type Found =
  | {
      readonly kind: "code";
      readonly code: CatalogueCode;
      readonly title: string;
      readonly text: string;
      readonly score: number;
    }
  | {
      readonly kind: "symptom";
      readonly id: SymptomId;
      readonly title: string;
      readonly text: string;
      readonly score: number;
    }
  | {
      readonly kind: "term";
      readonly id: GlossaryTerm;
      readonly title: string;
      readonly text: string;
      readonly score: number;
    };
