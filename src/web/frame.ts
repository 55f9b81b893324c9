/** The frame of every page: head, header, breadcrumbs, footer. */

import { localeEntry } from "../reference/mod.ts";
import type { Route } from "./addresses.ts";
import * as icon from "./icons.ts";
import { type Html, html, jsonFor, nothing } from "./markup.ts";
import { absolute, type Page, say, to, type View } from "./view.ts";

const HOME: Route = { kind: "home" };

/** Routes of the main navigation with the keys of their names. */
const NAVIGATION = [
  ["navCodes", { kind: "codes" }],
  ["navCompare", { kind: "picker" }],
  ["navWhich", { kind: "which" }],
  ["navSymptoms", { kind: "symptoms" }],
  ["navGlossary", { kind: "glossary" }],
  ["navMappings", { kind: "mappings" }],
] as const;

/** The whole document. */
export function framed(view: View, page: Page): Html {
  const { tag, direction } = localeEntry(view.lang);
  return html`<!doctype html>
<html lang="${tag}" dir="${direction}">
${head(view, page)}
<body${page.accent === undefined ? nothing : html` class="${page.accent}"`}>
<a class="skip" href="#content">${say(view, "skipToContent")}</a>
${header(view, page)}
<main id="content" tabindex="-1">
<div class="wrap">
${breadcrumbs(view, page)}
${page.main}
</div>
</main>
${footer(view)}
</body>
</html>
`;
}

function head(view: View, page: Page): Html {
  const { assets, prefix } = view;
  const site = say(view, "siteName");
  const title = page.route.kind === "home" ? page.title : `${page.title} · ${site}`;
  const address = absolute(view, page.route);
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="referrer" content="no-referrer">
${page.unlisted === true ? html`<meta name="robots" content="noindex">` : alternates(view, page.route)}
<meta property="og:type" content="${page.route.kind === "home" ? "website" : "article"}">
<meta property="og:site_name" content="${site}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${openGraphLocale(localeEntry(view.lang).tag)}">
<link rel="icon" type="image/svg+xml" href="${prefix}${assets.icon}">
<link rel="stylesheet" href="${prefix}${assets.style}">
<link rel="expect" href="#bottom" blocking="render">
<script src="${prefix}${assets.theme}"></script>
<script type="module" src="${prefix}${assets.page}"></script>
${page.unlisted === true ? nothing : html`<script type="application/ld+json">${jsonFor(structured(view, page))}</script>`}
</head>`;
}

/** OpenGraph knows languages by the country most of their readers live in: `fr_FR`, `zh_CN`. */
function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return `${language}_${region}`;
}

/** The page's own address and the same page in every language, itself included; `x-default` negotiates or is English. */
function alternates(view: View, route: Route): Html {
  const fallback = route.kind === "home" ? `${view.origin}/` : absolute(view, route, view.languages[0]);
  return html`<link rel="canonical" href="${absolute(view, route)}">
${view.languages.map(
  (lang) => html`<link rel="alternate" hreflang="${localeEntry(lang).tag}" href="${absolute(view, route, lang)}">
`,
)}<link rel="alternate" hreflang="x-default" href="${fallback}">`;
}

function structured(view: View, page: Page): unknown {
  const trail = [{ name: say(view, "siteName"), route: HOME }, ...page.trail];
  const items = trail.map(({ name, route }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: absolute(view, route),
  }));
  const about = {
    "@type": "WebPage",
    name: page.title,
    inLanguage: localeEntry(view.lang).tag,
    url: absolute(view, page.route),
    ...page.about,
  };
  const graph = page.trail.length === 0 ? [about] : [about, { "@type": "BreadcrumbList", itemListElement: items }];
  return { "@context": "https://schema.org", "@graph": graph };
}

function header(view: View, page: Page): Html {
  const links = NAVIGATION.map(([key, route]) => {
    const current = isWithin(page, route)
      ? html` aria-current="${page.route.kind === route.kind ? "page" : "true"}"`
      : nothing;
    return html`<li><a href="${to(view, route)}"${current}>${say(view, key)}</a></li>
`;
  });
  return html`<header class="top">
<div class="wrap${page.noSearch === true ? " plain" : ""}">
<a class="brand" href="${to(view, HOME)}">${icon.mark}<span>${say(view, "siteName")}</span></a>
${page.noSearch === true ? nothing : searchField(view, page.query ?? "")}
<div class="tools">
${languages(view, page)}
${themeSwitch(view)}
</div>
<nav aria-label="${say(view, "mainNavigation")}" class="nav-area">
<ul class="nav">
${links}</ul>
</nav>
</div>
</header>`;
}

/** Whether the page lies in the part of the site that the link leads to. */
function isWithin(page: Page, route: Route): boolean {
  const { kind } = page.route;
  if (kind === route.kind) return true;
  if (route.kind === "codes") return kind === "code" || kind === "class";
  return route.kind === "picker" && kind === "compare";
}

/** The search form; the browser element round it adds hits while typing. */
export function searchField(view: View, query: string): Html {
  return html`<ringback-search class="find" data-index="${view.prefix}/assets/search-${view.lang}.json" data-home="${to(view, HOME)}">
<form role="search" action="${to(view, { kind: "search" })}">
<div class="field">
<input type="search" name="q"${query === "" ? nothing : html` value="${query}"`} aria-label="${say(view, "searchLabel")}" placeholder="${say(view, "searchPlaceholder")}" maxlength="2000" autocomplete="off" autocapitalize="off" spellcheck="false">
<button aria-label="${say(view, "searchGo")}">${icon.search}</button>
</div>
</form>
</ringback-search>`;
}

/** The same page in every language. */
function languages(view: View, page: Page): Html {
  const query = page.query === undefined || page.query === "" ? "" : `?q=${encodeURIComponent(page.query)}`;
  const links = view.languages.map((lang) => {
    const current = lang === view.lang ? html` aria-current="true"` : nothing;
    const { tag, name } = localeEntry(lang);
    return html`<li><a href="${to(view, page.route, lang)}${query}" lang="${tag}" hreflang="${tag}"${current}>${name}</a></li>
`;
  });
  return html`<details class="langs">
<summary aria-label="${say(view, "language")}: ${localeEntry(view.lang).name}">${icon.globe}<span>${localeEntry(view.lang).name}</span></summary>
<ul>
${links}</ul>
</details>`;
}

/** Without a script the system's setting rules, and there is nothing to switch. */
function themeSwitch(view: View): Html {
  const name = say(view, "theme");
  return html`<ringback-theme class="theme needs-script" data-auto="${name}: ${say(view, "themeAuto")}" data-light="${name}: ${say(view, "themeLight")}" data-dark="${name}: ${say(view, "themeDark")}"><button aria-label="${name}: ${say(view, "themeAuto")}">${icon.theme}</button></ringback-theme>`;
}

function breadcrumbs(view: View, page: Page): Html {
  if (page.trail.length === 0) return nothing;
  const steps = page.trail.map(({ name, route }, index) =>
    index === page.trail.length - 1
      ? html`<li aria-current="page">${name}</li>
`
      : html`<li><a href="${to(view, route)}">${name}</a></li>
`,
  );
  return html`<nav aria-label="${say(view, "breadcrumbs")}">
<ol class="crumbs">
<li><a href="${to(view, HOME)}">${say(view, "siteName")}</a></li>
${steps}</ol>
</nav>`;
}

function footer(view: View): Html {
  const links = NAVIGATION.map(
    ([key, route]) => html`<li><a href="${to(view, route)}">${say(view, key)}</a></li>
`,
  );
  const here = view.console === null ? nothing : html`<li><a href="${view.console}">${say(view, "console")}</a></li>`;
  return html`<footer class="bottom" id="bottom">
<div class="wrap">
<p>${say(view, "footerText")}</p>
<ul>
${links}${here}
</ul>
</div>
</footer>`;
}
