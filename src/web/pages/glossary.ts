/** The words the texts rest on. */

import type { Route } from "../addresses.ts";
import { bare, html, marked } from "../markup.ts";
import { type Page, say, type View } from "../view.ts";

const GLOSSARY: Route = { kind: "glossary" };

export function glossaryPage(view: View): Page {
  const terms = view.reference.glossary();
  const title = say(view, "glossaryTitle");
  const known = terms.map(({ id, term }) => ({
    "@type": "DefinedTerm",
    name: bare(term),
    url: `#${id}`,
  }));
  return {
    route: GLOSSARY,
    title,
    description: say(view, "glossaryText"),
    trail: [{ name: say(view, "navGlossary"), route: GLOSSARY }],
    about: { "@type": ["WebPage", "DefinedTermSet"], hasDefinedTerm: known },
    main: html`<h1>${title}</h1>
<p class="lead">${marked(say(view, "glossaryText"))}</p>
<section aria-label="${title}">
<dl class="grid entries">
${terms.map(
  ({ id, term, text }) => html`<div class="card" id="${id}"><dt>${marked(term)}</dt><dd>${marked(text)}</dd></div>
`,
)}</dl>
</section>`,
  };
}
