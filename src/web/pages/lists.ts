/** All codes, and the codes of one class. */

import { CLASSES, type Route } from "../addresses.ts";
import { accent, bare, html, marked } from "../markup.ts";
import { absolute, type Page, say, to, type View } from "../view.ts";
import { codeRow } from "./rows.ts";

const CODES: Route = { kind: "codes" };

export function codesPage(view: View): Page {
  const groups = CLASSES.map((name) => view.reference.classOf(name));
  const terms = groups.flatMap(({ codes }) =>
    codes.map(({ code, phrase }) => ({
      "@type": "DefinedTerm",
      termCode: String(code),
      name: phrase,
      url: absolute(view, { kind: "code", code }),
    })),
  );
  return {
    route: CODES,
    title: say(view, "allCodes"),
    description: say(view, "codesText"),
    trail: [{ name: say(view, "navCodes"), route: CODES }],
    about: { "@type": ["WebPage", "DefinedTermSet"], hasDefinedTerm: terms },
    main: html`<h1>${say(view, "allCodes")}</h1>
<p class="lead">${say(view, "codesText")}</p>
${groups.map(
  ({
    class: name,
    name: title,
    says,
    codes,
  }) => html`<section id="c${name}" class="${accent(name)}" aria-labelledby="c${name}-title">
<h2 id="c${name}-title"><a class="quiet" href="${to(view, { kind: "class", name })}"><b class="accented">${name}</b> ${title}</a></h2>
<p class="muted">${marked(says)}</p>
<ul class="grid tiles">
${codes.map(
  ({
    code,
    phrase,
    gloss,
  }) => html`<li><a href="${to(view, { kind: "code", code })}"><b>${code}</b><span lang="en" translate="no">${phrase}</span><small>${gloss}</small></a></li>
`,
)}</ul>
</section>
`,
)}`,
  };
}

export function classPage(view: View, route: Extract<Route, { kind: "class" }>): Page {
  const { name, says, text, codes } = view.reference.classOf(route.name);
  const title = say(view, "codesOfClass", { class: `${route.name} ${name}` });
  return {
    route,
    title,
    description: bare(says),
    accent: accent(route.name),
    trail: [
      { name: say(view, "navCodes"), route: CODES },
      { name: `${route.name} ${name}`, route },
    ],
    main: html`<p class="versus" aria-hidden="true"><span class="accented">${route.name}</span></p>
<h1 class="compare-title">${title}</h1>
<p class="says">${marked(says)}</p>
<p class="after">${marked(text)}</p>
<section aria-labelledby="list-title">
<h2 id="list-title">${say(view, "codeCount", { count: codes.length })}</h2>
<ul class="rows">
${codes.map((each) => codeRow(view, each))}</ul>
</section>
<section aria-label="${say(view, "allCodes")}">
<ul class="chips">
${CLASSES.filter((each) => each !== route.name).map(
  (
    each,
  ) => html`<li><a class="chip ${accent(each)}" href="${to(view, { kind: "class", name: each })}"><b>${each}</b> ${view.reference.classOf(each).name}</a></li>
`,
)}</ul>
</section>`,
  };
}
