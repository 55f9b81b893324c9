/** The mappings to other worlds and the tree of decisions, as rows whose codes can be linked. */

import {
  causeNumbered,
  causes,
  DECISION,
  type QuestionId,
  type ResponseCode,
  responseCodes,
  sipForCause,
  type XmppCondition,
} from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import type { CauseRow, CodeCauseRow, DecisionChoice, HopsRow, Question, XmppRow } from "./lists.ts";
import type { CodeSummary } from "./shapes.ts";

export type Summarize = (code: number) => CodeSummary;

/** Every ISDN cause, ascending. */
export function causeRows(summarize: Summarize): readonly CauseRow[] {
  return causes.map(({ cause, name, class: group, meaning, sip }) => {
    const byUser = sipForCause(cause, "user");
    return {
      cause,
      name,
      class: group,
      meaning,
      code: sip === null ? null : summarize(sip),
      codeByUser: byUser === null || byUser === sip ? null : summarize(byUser),
      from: responseCodes.filter((entry) => entry.q850 === cause).map(({ code }) => summarize(code)),
    };
  });
}

/** Every failure with the cause a gateway sends for it. */
export function codeCauseRows(summarize: Summarize): readonly CodeCauseRow[] {
  return failures().map(({ code, q850 }) => ({
    code: summarize(code),
    cause: q850,
    name: q850 === null ? null : (causeNumbered(q850)?.name ?? null),
  }));
}

/** Every condition of XMPP with the codes that a gateway makes it of (RFC 7247 §7.2), by name. */
export function xmppRows(summarize: Summarize): readonly XmppRow[] {
  const byCondition = new Map<XmppCondition, CodeSummary[]>();
  for (const { code, xmpp } of responseCodes) {
    if (xmpp === null) continue;
    byCondition.set(xmpp, [...(byCondition.get(xmpp) ?? []), summarize(code)]);
  }
  return [...byCondition].sort(([a], [b]) => (a < b ? -1 : 1)).map(([condition, codes]) => ({ condition, codes }));
}

/** Every failure of which it is known what Asterisk or FreeSWITCH sends on the other leg, with that code. */
export function hopsRows(summarize: Summarize): readonly HopsRow[] {
  return failures()
    .filter(({ hops }) => hops.asterisk !== null || hops.freeswitch !== null)
    .map(({ code, hops: { asterisk, freeswitch } }) => ({
      code: summarize(code),
      asterisk: asterisk === null ? null : summarize(asterisk),
      freeswitch: freeswitch === null ? null : summarize(freeswitch),
    }));
}

/** The questions in the order of the tree, the first one first. */
export function questions(language: Language, summarize: Summarize): readonly Question[] {
  const { decision } = language.texts;
  return (Object.keys(DECISION) as QuestionId[]).map((id) => ({
    id,
    says: language.say(decision[id]),
    options: DECISION[id].map(
      ({ says, to }): DecisionChoice => ({
        id: says,
        says: language.say(decision[says]),
        question: typeof to === "string" ? to : null,
        codes: typeof to === "string" ? [] : to.map(summarize),
      }),
    ),
  }));
}

function failures(): readonly ResponseCode[] {
  return responseCodes.filter(({ class: name }) => name >= "3xx");
}
