/** What was found. */

import { type Found, plainLine, type Reading } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { type Html, html, marked, nothing } from "../markup.ts";
import { type Page, say, to, type View } from "../view.ts";
import { codeRow, pairRow } from "./rows.ts";

const SEARCH: Route = { kind: "search" };
const MAX_FOUND = 30;
const MAX_SHOWN = 200;
/** A pasted line of more characters than this is no headline. */
const LONG = 40;

/** What was asked, and what it was read as; null: nothing was asked. */
export interface Searched {
  readonly query: string;
  readonly read: Reading | null;
}

export function searchPage(view: View, { query, read }: Searched): Page {
  const asked = plainLine(query, MAX_SHOWN);
  const heading = asked === "" ? say(view, "searchLabel") : say(view, "searchTitle", { query: asked });
  return {
    route: SEARCH,
    title: heading,
    description: say(view, "searchText"),
    query: asked,
    trail: [{ name: say(view, "searchLabel"), route: SEARCH }],
    main: html`<h1${asked.length > LONG ? html` class="compare-title"` : nothing}>${heading}</h1>
<div class="found" data-search-results data-query="${asked}">
${read === null ? html`<p class="lead">${say(view, "searchText")}</p>${waysOn(view)}` : results(view, query, read)}
</div>`,
  };
}

function results(view: View, query: string, reading: Reading): Html {
  if (reading.kind !== "words" && reading.codes.length > 0) {
    return html`${decoded(view, reading)}
<ul class="rows after">
${compared(view, reading)}${reading.codes.map((each) => codeRow(view, each))}</ul>`;
  }
  // What another language knows better stands in the reading alone.
  const own = view.reference.search(query, MAX_FOUND);
  const found = (own[0]?.score ?? 0) >= (reading.found[0]?.score ?? 0) ? own : reading.found;
  if (found.length > 0) {
    return html`<p class="lead">${say(view, "searchCount", { count: found.length })}</p>
<ul class="rows after">
${found.map((each) => foundRow(view, each))}</ul>`;
  }
  return html`<p class="lead">${say(view, "searchNothing", { query: reading.asked })}</p>
${suggestions(view, query)}
${waysOn(view)}`;
}

/** Of two codes the comparison first. */
function compared(view: View, { kind, codes: [a, b] }: Reading): Html {
  return kind === "pair" && a !== undefined && b !== undefined ? pairRow(view, a.code, b.code) : nothing;
}

/** What a pasted line says besides its code: ISDN cause, and a 603 of a carrier's analytics. */
function decoded(view: View, { cause, blocked }: Reading): Html {
  const lines: string[] = [];
  if (blocked !== null) {
    if (blocked.version !== null) lines.push(say(view, "decodedAnalytics", { version: blocked.version }));
    if (blocked.redress !== null) lines.push(say(view, "decodedRedress", { url: blocked.redress }));
    if (blocked.location !== null) lines.push(say(view, "decodedLocation", { location: blocked.location.token }));
    if (lines.length === 0) lines.push(say(view, "blocked603Plus"));
  }
  const isdn = cause === null ? nothing : html`<p class="lead">Q.850 ${cause.cause}: ${cause.name ?? ""}</p>`;
  if (lines.length === 0) return isdn;
  return html`${isdn}<div class="card c6xx after"><h2>${say(view, "decodedTitle")}</h2>
<ul class="list after">${lines.map(
    (line) => html`<li>${marked(line)}</li>
`,
  )}</ul></div>`;
}

/** Codes that were perhaps meant. */
export function suggestions(view: View, query: string): Html {
  const near = view.reference.suggest(query);
  if (near.length === 0) return nothing;
  return html`<section aria-labelledby="near-title">
<h2 id="near-title">${say(view, "didYouMean")}</h2>
<ul class="rows">
${near.map((each) => codeRow(view, each))}</ul>
</section>`;
}

/** Where a reader can go on who has found nothing. */
export function waysOn(view: View): Html {
  const ways = [
    ["allCodes", "codes"],
    ["symptomsTitle", "symptoms"],
    ["whichTitle", "which"],
  ] as const;
  return html`<ul class="grid links after">
${ways.map(
  ([key, kind]) => html`<li><a href="${to(view, { kind })}">${say(view, key)}</a></li>
`,
)}</ul>`;
}

function foundRow(view: View, found: Found): Html {
  const { title, text } = found;
  if (found.kind === "code") return codeRow(view, view.reference.summary(found.code));
  const route: Route = { kind: found.kind === "symptom" ? "symptoms" : "glossary" };
  const label = found.kind === "symptom" ? say(view, "navSymptoms") : say(view, "navGlossary");
  return html`<li><a href="${to(view, route)}#${found.id}"><b aria-hidden="true">${found.kind === "symptom" ? "?" : "A"}</b><span class="name"><span class="hidden">${label}: </span>${marked(title)}</span><span class="about">${marked(text)}</span></a></li>
`;
}
