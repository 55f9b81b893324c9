/** What an address that leads nowhere is answered with: what was perhaps meant. */

import { codeOf } from "../addresses.ts";
import { type Html, html, nothing } from "../markup.ts";
import { type Page, say, type View } from "../view.ts";
import { pickForm } from "./picker.ts";
import { codeRow, pairRow } from "./rows.ts";
import { suggestions, waysOn } from "./search.ts";

/** The codes that the address names, in a language or a place where they do not lie. */
function meant(view: View, wanted: readonly string[]): Html {
  const codes = [...new Set(wanted)].flatMap((each) => codeOf(each) ?? []);
  const [a, b] = codes;
  if (a === undefined) return nothing;
  return html`<section aria-labelledby="near-title">
<h2 id="near-title">${say(view, "didYouMean")}</h2>
<ul class="rows">
${b === undefined ? nothing : pairRow(view, a, b)}${codes.map((each) => codeRow(view, view.reference.summary(each)))}</ul>
</section>`;
}

/** `wanted`: what looks like numbers of codes in the address. */
export function notFoundPage(view: View, wanted: readonly string[]): Page {
  const unknown = wanted.find((each) => view.reference.explain(Number(each)) === null);
  const says = unknown === undefined ? say(view, "notFoundPage") : say(view, "notFoundCode", { code: unknown });
  return {
    route: { kind: "home" },
    title: say(view, "notFoundTitle"),
    description: says,
    trail: [],
    unlisted: true,
    main: html`<h1>${say(view, "notFoundTitle")}</h1>
<p class="lead">${says}</p>
${unknown === undefined ? meant(view, wanted) : suggestions(view, unknown)}
<section class="picker" aria-labelledby="pick-title">
<h2 id="pick-title">${say(view, "comparePick")}</h2>
${pickForm(view, 486, 600)}
</section>
<section>${waysOn(view)}</section>`,
  };
}
