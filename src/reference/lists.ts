/** What the pages beside codes and comparisons show: classes, glossary, symptoms, decisions, mappings. */

import type {
  CauseClass,
  DecisionId,
  GlossaryTerm,
  QuestionId,
  ResponseClass,
  SymptomId,
  XmppCondition,
} from "../catalogue/mod.ts";
import type { CodeSummary } from "./shapes.ts";

export interface ClassOverview {
  readonly class: ResponseClass;
  readonly name: string;
  /** One sentence. */
  readonly says: string;
  readonly text: string;
  readonly codes: readonly CodeSummary[];
}

export interface Term {
  readonly id: GlossaryTerm;
  readonly term: string;
  readonly text: string;
}

export interface Symptom {
  readonly id: SymptomId;
  readonly title: string;
  readonly text: string;
  /** The likeliest first. */
  readonly codes: readonly CodeSummary[];
}

/** One question of "which code should my server send?"; a tree without cycles that begins with `FIRST_QUESTION`. */
export interface Question {
  readonly id: QuestionId;
  readonly says: string;
  readonly options: readonly DecisionChoice[];
}

/** Leads either to a further question or to codes, the best first. */
export interface DecisionChoice {
  readonly id: DecisionId;
  readonly says: string;
  readonly question: QuestionId | null;
  readonly codes: readonly CodeSummary[];
}

/** An ISDN cause and what SIP makes of it. Names are those of the standard, in English everywhere. */
export interface CauseRow {
  readonly cause: number;
  readonly name: string;
  readonly class: CauseClass;
  /** The same in a few plain English words. */
  readonly meaning: string;
  /** What a gateway answers an INVITE with; null: nothing is answered. */
  readonly code: CodeSummary | null;
  /** The same when the user gave the cause, not the network; null when that makes no difference. */
  readonly codeByUser: CodeSummary | null;
  /** The codes that become this cause on the way back. */
  readonly from: readonly CodeSummary[];
}

/** What a SIP response becomes on the ISDN side. */
export interface CodeCauseRow {
  readonly code: CodeSummary;
  readonly cause: number | null;
  readonly name: string | null;
}

export interface XmppRow {
  readonly condition: XmppCondition;
  readonly codes: readonly CodeSummary[];
}

/** What leaves on the other leg of a back-to-back user agent; null: not known, or no final answer. */
export interface HopsRow {
  readonly code: CodeSummary;
  readonly asterisk: CodeSummary | null;
  readonly freeswitch: CodeSummary | null;
}
