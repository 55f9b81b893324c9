/** What became of a call or a request, in a person's language. */

import { isStatusCode, type OutcomeName, type OutcomeTexts, semantics } from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import { inSequence } from "./messages.ts";

/** How something ended, in the words a user agent and a diagnosis share. */
export interface Ended {
  readonly outcome: OutcomeName;
  /** Final status; null when none came. */
  readonly code: number | null;
  /** Reason phrase as it was sent. */
  readonly phrase: string;
  readonly decidedBy: keyof OutcomeTexts["decidedBy"];
  /** What the decider calls itself; null when it does not say. A stranger's text. */
  readonly who: string | null;
  /** Seconds; null when nothing says so. */
  readonly retryAfter: number | null;
}

/** A title of a few words, what happened, and what to do: whole sentences. */
export interface Verdict {
  readonly title: string;
  readonly text: string;
  readonly advice: string;
}

/** The verdict on `ended`: the code's own texts where there is a code that refuses, else those of the outcome. */
export function verdictOf(ended: Ended, language: Language): Verdict {
  const { outcomes } = language.texts;
  const { outcome, code, decidedBy, who, retryAfter } = ended;
  const kind = outcomes.kind[outcome];
  // 487 only confirms that the caller gave up: what made it do so is the outcome, not the code.
  const told = code !== null && code >= 300 && isStatusCode(code) && semantics(code).next !== "done";
  const sentences = [language.say(outcomes.decidedBy[decidedBy])];
  if (who !== null && who !== "") sentences.push(language.say(outcomes.who, { who }));
  const advice = retryAfter === null ? [] : [language.say(outcomes.retryAfter, { seconds: String(retryAfter) })];
  if (!told) {
    const text = [language.say(kind.text), ...(outcome === "answered" ? [] : sentences)];
    return {
      title: language.say(kind.title),
      text: inSequence(text),
      advice: inSequence([language.say(kind.advice), ...advice]),
    };
  }
  const meaning = semantics(code);
  const texts = language.texts.codes[meaning.code as keyof typeof language.texts.codes];
  const phrase = ended.phrase === "" ? meaning.phrase : ended.phrase;
  return {
    title: language.furniture("codeTitle", { code: String(code), phrase, gloss: language.say(texts.gloss) }),
    text: inSequence([language.say(texts.says), ...sentences]),
    advice: inSequence([language.say(texts.howToFix.caller), ...advice]),
  };
}
