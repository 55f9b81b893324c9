/** What people notice, and the codes to look for then. */

import type { Route } from "../addresses.ts";
import { html, marked } from "../markup.ts";
import { type Page, say, type View } from "../view.ts";
import { chips } from "./rows.ts";

const SYMPTOMS: Route = { kind: "symptoms" };

export function symptomsPage(view: View): Page {
  const title = say(view, "symptomsTitle");
  return {
    route: SYMPTOMS,
    title,
    description: say(view, "symptomsText"),
    trail: [{ name: say(view, "navSymptoms"), route: SYMPTOMS }],
    main: html`<h1>${title}</h1>
<p class="lead">${marked(say(view, "symptomsText"))}</p>
<section aria-label="${title}">
<div class="grid entries">
${view.reference.symptoms().map(
  ({ id, title: name, text, codes }) => html`<article class="card" id="${id}">
<h2>${marked(name)}</h2>
<p>${marked(text)}</p>
${chips(view, codes)}
</article>
`,
)}</div>
</section>`,
  };
}
