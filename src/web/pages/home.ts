/** The start page: ask by number, by phrase or by what was noticed. */

import { CONFUSED_PAIRS } from "../../catalogue/mod.ts";
import { CLASSES, type Route } from "../addresses.ts";
import { searchField } from "../frame.ts";
import { accent, html, marked } from "../markup.ts";
import { absolute, type Page, say, to, type View } from "../view.ts";
import { popularPairs } from "./picker.ts";

/** What people look up most. */
const START_CODES = [403, 404, 408, 480, 486, 487, 488, 503, 603] as const;
const START_PAIRS = CONFUSED_PAIRS.filter((pair) =>
  ["200-vs-600", "200-vs-603", "302-vs-600", "200-vs-604", "202-vs-603", "401-vs-407", "404-vs-480", "480-vs-486", "486-vs-600", "486-vs-603", "502-vs-503", "600-vs-603"].includes(pair),
); // biome-ignore format: a list
const START_SYMPTOMS = 9;

export function homePage(view: View): Page {
  const route: Route = { kind: "home" };
  const search = `${absolute(view, { kind: "search" })}?q={query}`;
  const symptoms = view.reference.symptoms().slice(0, START_SYMPTOMS);
  return {
    route,
    title: `${say(view, "siteName")}: ${say(view, "homeTitle")}`,
    description: say(view, "homeText"),
    trail: [],
    noSearch: true,
    about: {
      "@type": "WebSite",
      name: say(view, "siteName"),
      potentialAction: { "@type": "SearchAction", target: search, "query-input": "required name=query" },
    },
    main: html`<div class="hero">
<h1>${say(view, "homeTitle")}</h1>
<p class="lead">${marked(say(view, "homeText"))}</p>
${searchField(view, "")}
<ul class="chips start codes" translate="no" aria-label="${say(view, "homeStart")}">
${START_CODES.map((code) => view.reference.summary(code)).map(
  ({
    code,
    phrase,
    class: name,
  }) => html`<li><a class="chip ${accent(name)}" href="${to(view, { kind: "code", code })}"><b>${code}</b> <span lang="en">${phrase}</span></a></li>
`,
)}</ul>
</div>
<section aria-labelledby="classes-title">
<h2 id="classes-title"><a class="quiet" href="${to(view, { kind: "codes" })}">${say(view, "allCodes")}</a></h2>
<ul class="grid">
${CLASSES.map((name) => view.reference.classOf(name)).map(
  ({
    class: each,
    name,
    says,
  }) => html`<li><a class="card class-card ${accent(each)}" href="${to(view, { kind: "class", name: each })}"><b>${each}</b><strong>${name}</strong><p>${marked(says)}</p></a></li>
`,
)}</ul>
</section>
<section aria-labelledby="symptoms-title">
<h2 id="symptoms-title"><a class="quiet" href="${to(view, { kind: "symptoms" })}">${say(view, "symptomsTitle")}</a></h2>
<ul class="grid links">
${symptoms.map(
  ({ id, title }) => html`<li><a href="${to(view, { kind: "symptoms" })}#${id}">${marked(title)}</a></li>
`,
)}</ul>
</section>
<section aria-labelledby="pairs-title">
<h2 id="pairs-title"><a class="quiet" href="${to(view, { kind: "picker" })}">${say(view, "popularPairs")}</a></h2>
${popularPairs(view, START_PAIRS)}
</section>
<section aria-labelledby="which-title">
<h2 id="which-title">${say(view, "whichTitle")}</h2>
<p>${marked(say(view, "whichText"))}</p>
<p class="after"><a class="go" href="${to(view, { kind: "which" })}">${say(view, "navWhich")}</a></p>
</section>`,
  };
}
