/** The page that sets two codes side by side. */

import type { Comparison, Explanation } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { accent, bare, type Html, html, marked, nothing } from "../markup.ts";
import { relatedCodes } from "../related.ts";
import { absolute, type Page, say, to, type View } from "../view.ts";
import { definedIn } from "./code.ts";
import { numberForm } from "./picker.ts";
import { comparisonRow } from "./rows.ts";

/** As many as stand as whole paragraphs; the table has them all. */
const KEY_DIFFERENCES = 6;

export function comparePage(view: View, route: Extract<Route, { kind: "compare" }>): Page {
  const comparison = view.reference.compare(route.a, route.b) as Comparison;
  const { a, b, title, summary } = comparison;
  const name = say(view, "comparePageTitle", names(comparison));
  return {
    route,
    title: name,
    description: bare(summary),
    trail: [
      { name: say(view, "navCompare"), route: { kind: "picker" } },
      { name: `${a.code} / ${b.code}`, route },
    ],
    about: {
      "@type": "TechArticle",
      headline: bare(title),
      about: [a, b].map(({ code, phrase }) => ({
        "@type": "DefinedTerm",
        termCode: String(code),
        name: phrase,
        url: absolute(view, { kind: "code", code }),
      })),
    },
    main: article(view, comparison),
  };
}

function article(view: View, comparison: Comparison): Html {
  const { a, b, title, summary, verdict, differences, swaps } = comparison;
  return html`<article>
<header>
<p class="badges">${badge(view, a)}${a.class === b.class ? nothing : badge(view, b)}</p>
<p class="versus" aria-hidden="true"><span class="${accent(a.class)}">${a.code}</span><i>vs</i><span class="${accent(b.class)}">${b.code}</span></p>
<h1 class="compare-title">${title}</h1>
<p class="says">${marked(summary)}</p>
</header>
<section id="codes" aria-labelledby="codes-title">
<h2 id="codes-title">${say(view, "compareHeading")}</h2>
<div class="grid pair">
${side(view, a)}
${side(view, b)}
</div>
</section>
<section id="differences" aria-labelledby="differences-title">
<h2 id="differences-title">${say(view, "keyDifferences")}</h2>
<ul class="grid differences">
${differences.slice(0, KEY_DIFFERENCES).map(
  ({ label, text }) => html`<li><h3>${label}</h3><p>${marked(text)}</p></li>
`,
)}</ul>
</section>
<section id="use" aria-labelledby="use-title">
<h2 id="use-title">${say(view, "whenToUse")}</h2>
${verdict === null ? nothing : html`<div class="card verdict"><h3>${say(view, "verdict")}</h3><p>${marked(verdict.choose)}</p></div>`}
<div class="grid pair">
${use(a, comparison.whenToUse.a)}
${use(b, comparison.whenToUse.b)}
</div>
</section>
<section id="swap" aria-labelledby="swap-title">
<h2 id="swap-title">${say(view, "ifYouSwap")}</h2>
${verdict === null ? nothing : html`<p>${marked(swaps[0] ?? "")}</p>`}
<ul class="swaps">${swaps.slice(verdict === null ? 0 : 1).map((each) => html`<li>${marked(each)}</li>`)}</ul>
</section>
<section id="table" aria-labelledby="table-title">
<h2 id="table-title">${say(view, "sideBySide")}</h2>
${table(view, comparison)}
</section>
<section id="pick" class="picker" aria-labelledby="pick-title">
<h2 id="pick-title">${say(view, "comparePick")}</h2>
${numberForm(view, a.code, b.code)}
</section>
<section id="more" aria-labelledby="more-title">
<h2 id="more-title">${say(view, "learnMore")}</h2>
${more(view, comparison)}
</section>
</article>`;
}

function names({ a, b }: Comparison): Record<string, string> {
  return { a: String(a.code), aPhrase: a.phrase, b: String(b.code), bPhrase: b.phrase };
}

function badge(view: View, { class: name }: Explanation): Html {
  const group = view.reference.classOf(name);
  return html`<a class="badge ${accent(name)}" href="${to(view, { kind: "class", name })}">${name} ${group.name}</a>`;
}

function side(view: View, explained: Explanation): Html {
  const { code, phrase, meaning, whenYouSeeIt, howToFixBy } = explained;
  const fixes = [
    ["forCaller", howToFixBy.caller],
    ["forOperator", howToFixBy.operator],
    ["forDeveloper", howToFixBy.developer],
  ] as const;
  return html`<div class="card ${accent(explained.class)}">
<h3><a href="${to(view, { kind: "code", code })}">${code} <span lang="en" translate="no">${phrase}</span></a></h3>
<div><h4>${say(view, "description")}</h4><p>${marked(meaning)}</p></div>
<div><h4>${say(view, "whenYouSeeIt")}</h4><p>${marked(whenYouSeeIt)}</p></div>
<div><h4>${say(view, "howToFix")}</h4>${fixes.map(([role, text]) => html`<p><b>${say(view, role)}</b> ${marked(text)}</p>`)}</div>
</div>`;
}

function use({ code, phrase, class: name }: Explanation, text: string): Html {
  return html`<div class="card ${accent(name)}"><h3>${code} <span lang="en" translate="no">${phrase}</span></h3><p>${marked(text)}</p></div>`;
}

/** Every fact of both: first those that differ, then those that are the same. */
function table(view: View, { a, b, differences }: Comparison): Html {
  const named = new Set<string>(differences.map(({ aspect }) => aspect));
  const differing = differences.map(({ label, ...each }) => row(label, a, each.a, b, each.b));
  const same: Html[] = [];
  for (const { fact, label, text, notable } of a.statements) {
    const other = b.statements.find((each) => each.fact === fact);
    if (named.has(fact) || other === undefined || !(notable || other.notable)) continue;
    same.push(sameRow(label, a, text, b, other.text));
  }
  const head = (each: Explanation): Html =>
    html`<th scope="col" class="${accent(each.class)}">${each.code} <span lang="en" translate="no">${each.phrase}</span></th>`;
  return html`<div class="framed"><table class="sides stack">
<thead><tr><th scope="col">${say(view, "aspect")}</th>${head(a)}${head(b)}</tr></thead>
<tbody>
${differing}</tbody>
${
  same.length === 0
    ? nothing
    : html`<tbody class="same">
<tr class="divide"><th scope="rowgroup" colspan="3">${say(view, "sameForBoth")}</th></tr>
${same}</tbody>`
}
</table></div>`;
}

function row(label: string, a: Explanation, forA: string, b: Explanation, forB: string): Html {
  return html`<tr><th scope="row">${label}</th><td class="${accent(a.class)}" data-label="${a.code}">${marked(forA)}</td><td class="${accent(b.class)}" data-label="${b.code}">${marked(forB)}</td></tr>
`;
}

/** A sentence that differs in nothing but the number stands once, with both numbers. */
function sameRow(label: string, a: Explanation, forA: string, b: Explanation, forB: string): Html {
  const both = saidOfBoth(forA, a.code, forB, b.code);
  if (both === null) return row(label, a, forA, b, forB);
  return html`<tr><th scope="row">${label}</th><td colspan="2">${marked(both)}</td></tr>
`;
}

/** Null when more than the number differs. What a language puts behind a number, such as a Turkish case, goes by the second one. */
export function saidOfBoth(forA: string, a: number, forB: string, b: number): string | null {
  const ofA = new RegExp(`\\b${a}\\b(?:['’]\\p{L}+)?`, "gu");
  const ofB = new RegExp(`\\b${b}\\b(['’]\\p{L}+)?`, "gu");
  if (forA.replace(ofA, "\u0000") !== forB.replace(ofB, "\u0000")) return null;
  return forB.replace(ofB, `${a} / ${b}$1`);
}

function more(view: View, { a, b }: Comparison): Html {
  const link = ({ code, phrase, reference }: Explanation): Html =>
    html`<li><a href="${to(view, { kind: "code", code })}">${code} <span lang="en" translate="no">${phrase}</span></a> ${definedIn(view, reference)}</li>
`;
  const others = [a, b].flatMap(({ code }) =>
    relatedCodes(code)
      .filter((other) => other !== a.code && other !== b.code)
      .slice(0, 3)
      .map((other) => comparisonRow(view, code, other)),
  );
  return html`<ul class="list">
${link(a)}${link(b)}<li><a href="${to(view, { kind: "which" })}">${say(view, "navWhich")}</a></li>
</ul>
<ul class="rows after">
${others}</ul>`;
}
