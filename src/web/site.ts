/** The reference as a site: an address goes in, a response comes out. Knows no socket and no file. */

import type { Locale } from "../catalogue/mod.ts";
import {
  localeEntry,
  localeNamed,
  negotiateLocale,
  openReference,
  type Reference,
  readInAnyLanguage,
} from "../reference/mod.ts";
import { type Asked, addressOf, LANGUAGES, type Route, readAddress } from "./addresses.ts";
import { Assets, digest, type Scripts } from "./assets.ts";
import { framed } from "./frame.ts";
import { PageCache } from "./page-cache.ts";
import { languagesPage } from "./pages/languages.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { pageOf } from "./pages/pages.ts";
import { pickedPair } from "./pages/picker.ts";
import { searchIndex } from "./search-index.ts";
import { robots, sitemap, sitemapIndex } from "./sitemap.ts";
import type { View } from "./view.ts";

export interface SiteRequest {
  /** Percent-encoded, without query. */
  readonly path: string;
  /** With or without the question mark. */
  readonly query: string;
  readonly acceptLanguage: string | null;
  readonly ifNoneMatch: string | null;
  /** What stands before every path in addresses for the world: `https://example.org`, or with a path: `https://example.org/sip`. */
  readonly origin: string;
}

export interface SiteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SiteOptions {
  /** Changes whenever a template or a text does: entity tags rest on it. */
  readonly edition: string;
  readonly scripts: Scripts;
  /** The address of the server's console, for the footer; null where there is none. */
  readonly console: string | null;
  /** The site has only these. Absent: every language of the catalogue. */
  readonly languages?: readonly Locale[];
}

export interface Site {
  readonly respond: (request: SiteRequest) => Promise<SiteResponse>;
  /** Whether the site answers for a path at all, if only with a redirection. */
  readonly owns: (path: string) => boolean;
  /** Paths of the files that are not pages: assets, widgets, search indexes, and with an origin robots and sitemaps. */
  readonly files: readonly string[];
}

/** Nothing is loaded or sent but what this server serves. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
const XML = "application/xml; charset=utf-8";
const PLAIN = "text/plain; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";
const BRIEFLY = "public, max-age=300";
const FOR_EVER = "public, max-age=31536000, immutable";
/** Room for a pasted response. */
const MAX_QUERY = 2000;

/** The reference as pages: made when they are first asked for, and kept within a bound. */
export function createSite(options: SiteOptions): Site {
  return new ReferenceSite(options);
}

class ReferenceSite implements Site {
  readonly files: readonly string[];
  private readonly options: SiteOptions;
  private readonly languages: readonly Locale[];
  private readonly assets: Assets;
  private readonly references = new Map<Locale, Promise<Reference>>();
  private readonly pages = new PageCache();

  constructor(options: SiteOptions) {
    this.options = options;
    this.languages = options.languages ?? LANGUAGES;
    this.assets = new Assets(options.scripts);
    const perLanguage = this.languages.map((lang) => `/assets/search-${lang}.json`);
    const maps = ["/robots.txt", "/sitemap.xml", ...this.languages.map((lang) => `/sitemap-${lang}.xml`)];
    this.files = [...this.assets.files.keys(), "/widgets.js", ...perLanguage, ...maps];
  }

  owns(path: string): boolean {
    const [, first = "", second] = path.split("/");
    // /sip itself is where WebSockets are opened.
    if (first === "" || first === "search" || (first === "sip" && second !== undefined)) return !path.startsWith("//");
    if (path === "/index.html" || first === "assets" || this.files.includes(path)) return true;
    // Also what looks like a language it does not have: its reader is told which there are.
    return localeNamed(first) !== null || /^[a-z]{2}(?:[-_][a-z\d]{2,8})*$/i.test(first);
  }

  async respond(request: SiteRequest): Promise<SiteResponse> {
    const { path } = request;
    const file = await this.file(request);
    if (file !== null) return file;
    const asked = readAddress(path);
    switch (asked.kind) {
      case "page":
        if (!this.languages.includes(asked.lang)) return await this.missing({ lang: null, wanted: [] }, request);
        return await this.page(asked.lang, asked.route, request);
      case "moved":
        return redirection(308, asked.to, request);
      case "negotiate":
        return redirection(302, addressOf(this.spoken(negotiateLocale(request.acceptLanguage)), asked.route), request);
      default:
        return await this.missing(asked, request);
    }
  }

  private async file(request: SiteRequest): Promise<SiteResponse | null> {
    const { path, origin } = request;
    const asset = this.assets.files.get(path);
    if (asset !== undefined) return answer(request, { type: asset.type, cache: FOR_EVER, body: asset.body });
    if (path === "/widgets.js") {
      return answer(request, { type: SCRIPT, cache: BRIEFLY, body: this.options.scripts.widgets, shared: true });
    }
    if (path === "/robots.txt") return answer(request, { type: PLAIN, cache: BRIEFLY, body: robots(origin) });
    if (path === "/sitemap.xml")
      return answer(request, { type: XML, cache: BRIEFLY, body: sitemapIndex(origin, this.languages) });
    const [, kind, name] = /^\/(sitemap|assets\/search)-([a-z-]+)\.(?:xml|json)$/.exec(path) ?? [];
    const lang = this.languages.find((each) => each === name);
    if (lang === undefined || !this.files.includes(path)) return null;
    if (kind === "sitemap")
      return answer(request, { type: XML, cache: BRIEFLY, body: sitemap(lang, origin, this.languages) });
    const index = await searchIndex(await this.view(lang, request));
    return answer(request, { type: JSON_TYPE, cache: BRIEFLY, body: JSON.stringify(index) });
  }

  private async page(lang: Locale, route: Route, request: SiteRequest): Promise<SiteResponse> {
    const query = new URLSearchParams(request.query);
    if (route.kind === "picker") {
      const pair = pickedPair(query);
      if (pair !== null) return redirection(302, addressOf(lang, pair), { ...request, query: "" });
    }
    const q = route.kind === "search" ? (query.get("q") ?? "").slice(0, MAX_QUERY) : "";
    const made = `${this.options.edition} ${lang} ${request.origin} ${request.path} ${this.options.console ?? ""} ${q}`;
    const tag = `"${digest(made)}"`;
    if (matches(request.ifNoneMatch, tag))
      return { status: 304, headers: { ...pageHeaders(lang), ETag: tag }, body: "" };
    let body = this.pages.get(made);
    if (body === undefined) {
      const view = await this.view(lang, request);
      const read = q === "" ? null : await readInAnyLanguage(q, view.reference, (other) => this.reference(other));
      body = String(framed(view, pageOf(view, route, { query: q, read })));
      if (route.kind !== "search") this.pages.put(made, body);
    }
    return { status: 200, headers: { ...pageHeaders(lang), ETag: tag }, body };
  }

  private async missing(
    asked: Pick<Extract<Asked, { kind: "missing" }>, "lang" | "wanted">,
    request: SiteRequest,
  ): Promise<SiteResponse> {
    const view = await this.view(this.spoken(asked.lang ?? negotiateLocale(request.acceptLanguage)), request);
    if (request.path === "/index.html") {
      return answer(request, { type: HTML, cache: BRIEFLY, body: String(framed(view, languagesPage(view))) });
    }
    const headers = { ...pageHeaders(view.lang), "Cache-Control": "no-store", Vary: "Accept-Language" };
    return { status: 404, headers, body: String(framed(view, notFoundPage(view, asked.wanted))) };
  }

  /** The language, or the first one of a site that lacks it. */
  private spoken(lang: Locale): Locale {
    return this.languages.includes(lang) ? lang : (this.languages[0] ?? lang);
  }

  private reference(lang: Locale): Promise<Reference> {
    let reference = this.references.get(lang);
    if (reference === undefined) {
      reference = openReference(lang, { samples: "marked" });
      this.references.set(lang, reference);
    }
    return reference;
  }

  private async view(lang: Locale, { origin }: SiteRequest): Promise<View> {
    const { console } = this.options;
    return {
      lang,
      languages: this.languages,
      reference: await this.reference(lang),
      origin: origin.replace(/\/$/, ""),
      prefix: prefixOf(origin),
      assets: this.assets.paths,
      console,
    };
  }
}

function pageHeaders(lang: Locale): Record<string, string> {
  return {
    "Content-Type": HTML,
    "Content-Language": localeEntry(lang).tag,
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cache-Control": BRIEFLY,
  };
}

interface Content {
  readonly type: string;
  readonly cache: string;
  readonly body: string;
  /** Other sites may use it. */
  readonly shared?: boolean;
}

function answer({ ifNoneMatch }: SiteRequest, { type, cache, body, shared = false }: Content): SiteResponse {
  const tag = `"${digest(body)}"`;
  const headers: Record<string, string> = { "Content-Type": type, "Cache-Control": cache, ETag: tag };
  headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY;
  if (shared) {
    headers["Access-Control-Allow-Origin"] = "*";
    headers["Cross-Origin-Resource-Policy"] = "cross-origin";
  }
  return matches(ifNoneMatch, tag) ? { status: 304, headers, body: "" } : { status: 200, headers, body };
}

/** 308 for an address that is another's for good, 302 where the reader decides; the query goes along. */
function redirection(status: 302 | 308, to: string, { query, origin }: SiteRequest): SiteResponse {
  const asked = query.replace(/^\?/, "");
  const location = `${prefixOf(origin)}${to}${asked === "" ? "" : `?${asked}`}`;
  const headers: Record<string, string> = { Location: location, "Content-Type": PLAIN, "Cache-Control": BRIEFLY };
  if (status === 302) {
    headers["Cache-Control"] = "no-store";
    headers.Vary = "Accept-Language";
  }
  return { status, headers, body: `${location}\n` };
}

/** `/sip` of an origin that has a path, else "". */
function prefixOf(origin: string): string {
  return origin === "" ? "" : new URL(origin).pathname.replace(/\/$/, "");
}

/** RFC 9110 §13.1.2: a list of tags, or anything; a weak tag matches too. */
function matches(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag);
}
