/** Everything about one code in one language. */

import { behaviours, behavioursOf, forkBehaviour, type ResponseCode } from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import { inSequence } from "./messages.ts";
import type { Explanation, FactsShape } from "./shapes.ts";
import { statementsOf } from "./statements.ts";

export function explanationOf(entry: ResponseCode, language: Language): Explanation {
  const summary = language.summary(entry);
  const texts = language.texts.codes[summary.code];
  const howToFixBy = {
    caller: language.say(texts.howToFix.caller),
    operator: language.say(texts.howToFix.operator),
    developer: language.say(texts.howToFix.developer),
  };
  return {
    code: summary.code,
    phrase: entry.phrase,
    class: entry.class,
    registry: entry.registry,
    reference: entry.reference,
    lang: language.locale,
    title: summary.title,
    gloss: summary.gloss,
    says: summary.says,
    meaning: language.say(texts.meaning),
    whenYouSeeIt: language.say(texts.whenYouSeeIt),
    howToFix: inSequence(Object.values(howToFixBy)),
    howToFixBy,
    sendIt: language.say(texts.sendIt),
    causes: texts.causes.map(({ text, evidence }) => ({ text: language.say(text), evidence: language.say(evidence) })),
    facts: factsOf(entry),
    statements: statementsOf(entry, language),
    behaviours: behavioursOf(entry).map((id) => {
      const { reference, test } = behaviours[id];
      return { id, text: language.say(language.texts.behaviours[id]), reference, test };
    }),
  };
}

/** The facts as data, without what the rest of the record says. */
function factsOf(entry: ResponseCode): FactsShape {
  const { code: _, phrase: _1, class: _2, registry: _3, reference: _4, sources: _5, obsoleteFor: _6, ...facts } = entry;
  return { ...facts, fork: forkBehaviour(entry) };
}
