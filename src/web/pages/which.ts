/** "Which code should my server send?": a tree of questions that opens without a script. */

import { FIRST_QUESTION, type QuestionId } from "../../catalogue/mod.ts";
import type { DecisionChoice } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { accent, type Html, html, marked, nothing } from "../markup.ts";
import { type Page, say, to, type View } from "../view.ts";

const WHICH: Route = { kind: "which" };

export function whichPage(view: View): Page {
  const title = say(view, "whichTitle");
  return {
    route: WHICH,
    title,
    description: say(view, "whichText"),
    trail: [{ name: say(view, "navWhich"), route: WHICH }],
    main: html`<h1>${title}</h1>
<p class="lead">${marked(say(view, "whichText"))}</p>
<section class="tree">
${question(view, FIRST_QUESTION, 2)}
</section>`,
  };
}

/** A question with its options; each opens to codes or to the next question. The tree has no cycle. */
function question(view: View, id: QuestionId, level: 2 | 3): Html {
  const asked = view.reference.decision().find((each) => each.id === id);
  if (asked === undefined) return nothing;
  const heading = level === 2 ? html`<h2>${marked(asked.says)}</h2>` : html`<p>${marked(asked.says)}</p>`;
  return html`${heading}
${asked.options.map((each) => choice(view, each))}`;
}

function choice(view: View, { says, question: next, codes }: DecisionChoice): Html {
  const inside = next === null ? answers(view, codes) : question(view, next, 3);
  return html`<details><summary>${marked(says)}</summary><div>${inside}</div></details>
`;
}

/** The codes to send, the best first. */
function answers(view: View, codes: DecisionChoice["codes"]): Html {
  return html`${codes.map(
    ({
      code,
      class: name,
      phrase,
      says,
    }) => html`<p class="${accent(name)}"><a href="${to(view, { kind: "code", code })}" lang="en" translate="no">${code} ${phrase}</a>${marked(says)}</p>
`,
  )}`;
}
