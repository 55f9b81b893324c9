/** What search engines are told: one map per language, each page with its translations. */

import type { Locale } from "../catalogue/mod.ts";
import { localeEntry } from "../reference/mod.ts";
import { addressOf, everyRoute, type Route } from "./addresses.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** `robots.txt`. @param origin where the site stands, as `https://example.org`; "" when nobody knows, and no map is named then */
export function robots(origin: string): string {
  const map = origin === "" ? "" : `Sitemap: ${origin.replace(/\/$/, "")}/sitemap.xml\n`;
  return `User-agent: *\nDisallow: /api/\nDisallow: /console\n${map}`;
}

/** `sitemap.xml`, which names the map of each language. */
export function sitemapIndex(origin: string, languages: readonly Locale[]): string {
  const base = escaped(origin.replace(/\/$/, ""));
  const maps = languages.map((lang) => `<sitemap><loc>${base}/sitemap-${lang}.xml</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${maps.join("")}</sitemapindex>\n`;
}

/** `sitemap-LANG.xml`: every page of one language. */
export function sitemap(lang: Locale, origin: string, languages: readonly Locale[]): string {
  const base = escaped(origin.replace(/\/$/, ""));
  const pages: string[] = [];
  for (const route of everyRoute()) {
    pages.push(`<url><loc>${base}${addressOf(lang, route)}</loc>${translations(base, route, languages)}</url>\n`);
  }
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.join("")}</urlset>\n`;
}

function translations(base: string, route: Route, languages: readonly Locale[]): string {
  if (languages.length === 1) return "";
  const each = languages.map(
    (lang) =>
      `<xhtml:link rel="alternate" hreflang="${localeEntry(lang).tag}" href="${base}${addressOf(lang, route)}"/>`,
  );
  return each.join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
