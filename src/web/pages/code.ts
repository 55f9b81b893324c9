/** The page of one code. */

import { type FactName, responseCode, type Source } from "../../catalogue/mod.ts";
import type { Explanation, StatementName } from "../../reference/mod.ts";
import { comparisonOf, type Route } from "../addresses.ts";
import { accent, bare, type Html, html, marked, nothing, sourceLink } from "../markup.ts";
import { relatedCodes } from "../related.ts";
import { absolute, chip, type Page, say, to, type View } from "../view.ts";
import { wireSample } from "../wire-sample.ts";
import { blockedSection, isBlockedFamily } from "./blocked.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

export function codePage(view: View, route: Extract<Route, { kind: "code" }>): Page {
  const { reference } = view;
  const explained = reference.explain(route.code) as Explanation;
  const { code, phrase, gloss, says } = explained;
  const group = reference.classOf(explained.class);
  const sections = sectionsOf(view, explained);
  const contents = sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>
`,
  );
  return {
    route,
    title: bare(say(view, "codePageTitle", { code: String(code), phrase, gloss })),
    description: bare(says),
    accent: accent(explained.class),
    trail: [
      { name: say(view, "navCodes"), route: { kind: "codes" } },
      { name: `${explained.class} ${group.name}`, route: { kind: "class", name: explained.class } },
      { name: `${code} ${phrase}`, route },
    ],
    about: {
      "@type": "TechArticle",
      headline: bare(explained.title),
      about: {
        "@type": "DefinedTerm",
        termCode: String(code),
        name: phrase,
        inDefinedTermSet: absolute(view, { kind: "codes" }),
      },
    },
    main: html`<article>
<header>
<div class="code-head">
<a class="badge" href="${to(view, { kind: "class", name: explained.class })}">${explained.class} ${group.name}</a>
<h1><span class="huge">${code}</span> <span class="words"><span class="phrase" lang="en" translate="no">${phrase}</span> <span class="gloss">${gloss}</span></span></h1>
</div>
<p class="says">${marked(says)}</p>
${strip(explained)}
</header>
<div class="columns">
<div class="main">
${sections.map(
  ({ id, title, content }) => html`<section id="${id}">
<h2>${title}</h2>
${content}
</section>
`,
)}</div>
<nav class="toc" aria-labelledby="toc-title">
<h2 id="toc-title">${say(view, "onThisPage")}</h2>
<ul>
${contents}</ul>
</nav>
</div>
</article>`,
  };
}

function sectionsOf(view: View, explained: Explanation): readonly Section[] {
  const { meaning, whenYouSeeIt, sendIt, behaviours, code } = explained;
  const section = (id: string, title: string, content: Html): Section => ({ id, title, content });
  return [
    section("description", say(view, "description"), html`<p>${marked(meaning)}</p>`),
    section("when", say(view, "whenYouSeeIt"), html`<p>${marked(whenYouSeeIt)}</p>`),
    section("fix", say(view, "howToFix"), fixes(view, explained)),
    ...(explained.causes.length === 0 ? [] : [section("causes", say(view, "causes"), causes(view, explained))]),
    section("send", say(view, "shouldISendIt"), html`<p>${marked(sendIt)}</p>`),
    section("roles", say(view, "whoDoesWhat"), roles(view, explained)),
    ...(isBlockedFamily(code) ? [section("blocked", say(view, "blockedTitle"), blockedSection(view))] : []),
    section("facts", say(view, "facts"), facts(view, explained)),
    ...(behaviours.length === 0 ? [] : [section("server", say(view, "whatThisServerDoes"), claims(view, explained))]),
    section("wire", say(view, "onTheWire"), wire(view, explained)),
    section("compared", say(view, "comparedWith"), related(view, explained)),
    section("more", say(view, "learnMore"), more(view, explained)),
  ];
}

function statement(explained: Explanation, fact: StatementName): { label: string; text: string } | null {
  return explained.statements.find((each) => each.fact === fact) ?? null;
}

/** What most people want to know first, at a glance. */
function strip(explained: Explanation): Html {
  const shown = (["scope", "sentBy", "retryAfter", "fork"] as const).map((fact) => statement(explained, fact));
  return html`<dl class="strip">
${shown.map((each) =>
  each === null
    ? nothing
    : html`<div><dt>${each.label}</dt><dd>${marked(each.text)}</dd></div>
`,
)}</dl>`;
}

export function fixes(view: View, { howToFixBy }: Explanation): Html {
  return html`<div class="grid fixes">
<div class="card"><h3>${say(view, "forCaller")}</h3><p>${marked(howToFixBy.caller)}</p></div>
<div class="card"><h3>${say(view, "forOperator")}</h3><p>${marked(howToFixBy.operator)}</p></div>
<div class="card"><h3>${say(view, "forDeveloper")}</h3><p>${marked(howToFixBy.developer)}</p></div>
</div>`;
}

function causes(view: View, explained: Explanation): Html {
  const label = say(view, "causeEvidence");
  return html`<ol class="causes">
${explained.causes.map(
  ({
    text,
    evidence,
  }) => html`<li><span class="what">${marked(text)}</span><span class="evidence"><b>${label}</b> ${marked(evidence)}</span></li>
`,
)}</ol>`;
}

/** Who does what: each part of a call with the facts that speak of it. */
function roles(view: View, explained: Explanation): Html {
  const parts = [
    ["callersPhone", ["next"]],
    ["forkingProxy", ["fork"]],
    ["calleesPhone", ["carries", "dialog"]],
    ["operator", ["repairedBy", "billing"]],
  ] as const;
  const rows = parts.map(([name, names]) => {
    const texts = names.map((fact) => statement(explained, fact)?.text ?? "").filter((text) => text !== "");
    return html`<tr><th scope="row">${say(view, name)}</th><td>${texts.map((text) => html`<p>${marked(text)}</p>`)}</td></tr>
`;
  });
  return html`<div class="framed"><table class="facts two stack">
<tbody>
${rows}</tbody>
</table></div>`;
}

/** Which record of the catalogue a sentence rests on, where the names differ. */
const FACT_OF: Partial<Record<StatementName, FactName>> = { fork: "rank", dialog: "dialogEffect" };

function facts(view: View, explained: Explanation): Html {
  const entry = responseCode(explained.code);
  const rows = explained.statements.map(({ fact, label, text }) => {
    const source = fact === "registry" ? explained.reference : entry?.sources[FACT_OF[fact] ?? (fact as FactName)];
    return html`<tr><th scope="row">${label}</th><td>${marked(text)}</td><td>${cited(source)}</td></tr>
`;
  });
  return html`<div class="framed"><table class="facts stack">
<thead><tr><th scope="col">${say(view, "factLabel")}</th><th scope="col"><span class="hidden">${say(view, "description")}</span></th><th scope="col">${say(view, "sourceLabel")}</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function cited(source: Source | undefined): Html {
  return source === undefined ? nothing : sourceLink(source);
}

/** What the stack does, each with the test that shows it. */
function claims(view: View, { behaviours }: Explanation): Html {
  return html`<ul class="claims">
${behaviours.map(
  ({
    text,
    test,
    reference,
  }) => html`<li>${marked(text)} ${sourceLink(reference)}<span class="small">${say(view, "heldByTest", { test: `${test.file}: ${test.name}` })}</span></li>
`,
)}</ul>`;
}

function wire(view: View, { code }: Explanation): Html {
  const entry = responseCode(code);
  const lines = entry === undefined ? [] : wireSample(entry);
  return html`<ringback-copy class="wire" data-copied="${say(view, "copied")}"><pre translate="no"><code>${lines.map(
    ({ text, own }) =>
      own
        ? html`<b>${text}
</b>`
        : html`<span>${text}
</span>`,
  )}</code></pre><button class="copy needs-script">${say(view, "copy")}</button></ringback-copy>`;
}

function related(view: View, { code }: Explanation): Html {
  const rows = relatedCodes(code).map((other) => {
    const { class: name, phrase, says } = view.reference.summary(other);
    const address = to(view, comparisonOf(code, other));
    return html`<li><a class="${accent(name)}" href="${address}"><b>${other}</b><span class="name" lang="en" translate="no">${phrase}</span><span class="about">${marked(says)}</span></a></li>
`;
  });
  return html`<ul class="rows">
${rows}</ul>`;
}

/** As many codes before this one in its class, and as many after it, stand at its end. */
const NEAR = 4;

function more(view: View, { code, reference, class: name }: Explanation): Html {
  const group = view.reference.classOf(name);
  const at = group.codes.findIndex((each) => each.code === code);
  const family = group.codes
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .filter((each) => each.code !== code)
    .map(
      (each) => html`<li>${chip(view, each)}</li>
`,
    );
  return html`<ul class="list">
<li>${definedIn(view, reference)}</li>
<li><a href="${to(view, { kind: "class", name })}">${say(view, "codesOfClass", { class: `${name} ${group.name}` })}</a></li>
<li><a href="${to(view, { kind: "which" })}">${say(view, "navWhich")}</a></li>
<li><a href="${to(view, { kind: "glossary" })}">${say(view, "navGlossary")}</a></li>
<li><a href="${to(view, { kind: "mappings" })}">${say(view, "navMappings")}</a></li>
</ul>
<ul class="chips after" lang="en" translate="no">
${family}</ul>`;
}

/** "Defined in RFC 3261 §21.4.24.", with the document linked wherever the language puts it. */
export function definedIn(view: View, reference: Source): Html {
  const [before = "", after = ""] = say(view, "definedIn", { reference: "\u0000" }).split("\u0000");
  return html`${before}${sourceLink(reference)}${after}`;
}
