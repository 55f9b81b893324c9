/** The start page of a site that lies on a server which cannot negotiate. */

import { localeEntry } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { html } from "../markup.ts";
import { type Page, say, to, type View } from "../view.ts";

export function languagesPage(view: View): Page {
  const route: Route = { kind: "home" };
  return {
    route,
    title: say(view, "siteName"),
    description: say(view, "siteClaim"),
    trail: [],
    noSearch: true,
    unlisted: true,
    main: html`<div class="hero">
<h1>${say(view, "siteName")}</h1>
<p class="lead">${say(view, "siteClaim")}</p>
<ul class="chips start">
${view.languages.map(
  (
    lang,
  ) => html`<li><a class="chip" lang="${localeEntry(lang).tag}" hreflang="${localeEntry(lang).tag}" href="${to(view, route, lang)}">${localeEntry(lang).name}</a></li>
`,
)}</ul>
</div>`,
  };
}
