/** Lists of links to codes and comparisons. */

import type { CatalogueCode } from "../../catalogue/mod.ts";
import type { CodeSummary } from "../../reference/mod.ts";
import { comparisonOf } from "../addresses.ts";
import { accent, type Html, html, marked } from "../markup.ts";
import { chip, to, type View } from "../view.ts";

/** A comparison seen from `code`. */
export function comparisonRow(view: View, code: CatalogueCode, other: CatalogueCode): Html {
  const one = view.reference.summary(code);
  const two = view.reference.summary(other);
  return html`<li><a class="${accent(two.class)}" href="${to(view, comparisonOf(code, other))}"><b>${other}</b><span class="name" lang="en" translate="no">${code} ${one.phrase} / ${other} ${two.phrase}</span><span class="about">${marked(two.says)}</span></a></li>
`;
}

/** The comparison of two codes that a reader has named. */
export function pairRow(view: View, a: CatalogueCode, b: CatalogueCode): Html {
  const [one, two] = a < b ? [a, b] : [b, a];
  const { phrase } = view.reference.summary(one);
  const summary = view.reference.compare(one, two)?.summary ?? "";
  return html`<li><a href="${to(view, comparisonOf(one, two))}"><b>vs</b><span class="name" lang="en" translate="no">${one} ${phrase} / ${two} ${view.reference.summary(two).phrase}</span><span class="about">${marked(summary)}</span></a></li>
`;
}

export function codeRow(view: View, { code, class: name, phrase, gloss, says }: CodeSummary): Html {
  return html`<li><a class="${accent(name)}" href="${to(view, { kind: "code", code })}"><b>${code}</b><span class="name"><span lang="en" translate="no">${phrase}</span> · ${gloss}</span><span class="about">${marked(says)}</span></a></li>
`;
}

export function chips(view: View, codes: readonly CodeSummary[]): Html {
  return html`<ul class="chips" lang="en" translate="no">
${codes.map(
  (each) => html`<li>${chip(view, each)}</li>
`,
)}</ul>`;
}
