/** Where each page lies. Every link is made here, and every address that is asked for is read here. */

import {
  CATALOGUE_CODES,
  type CatalogueCode,
  LOCALES,
  type Locale,
  type ResponseClass,
  responseCode,
} from "../catalogue/mod.ts";

/** A page, whatever the language. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "codes" }
  | { readonly kind: "class"; readonly name: ResponseClass }
  | { readonly kind: "code"; readonly code: CatalogueCode }
  /** The lower number stands first. */
  | { readonly kind: "compare"; readonly a: CatalogueCode; readonly b: CatalogueCode }
  | { readonly kind: "picker" }
  | { readonly kind: "search" }
  | { readonly kind: "which" }
  | { readonly kind: "symptoms" }
  | { readonly kind: "glossary" }
  | { readonly kind: "mappings" };

/** What an address asks for. */
export type Asked =
  | { readonly kind: "page"; readonly lang: Locale; readonly route: Route }
  /** The same page under its own address. */
  | { readonly kind: "moved"; readonly to: string }
  /** A page without a language: to be continued in the reader's. */
  | { readonly kind: "negotiate"; readonly route: Route }
  /** No such page; `wanted` is what looks like a number in it. */
  | { readonly kind: "missing"; readonly lang: Locale | null; readonly wanted: readonly string[] };

export const CLASSES: readonly ResponseClass[] = ["1xx", "2xx", "3xx", "4xx", "5xx", "6xx"];

/** In the order in which {@link LOCALES} lists them. */
export const LANGUAGES = Object.keys(LOCALES) as readonly Locale[];

const SINGLE: Readonly<Record<string, Route>> = {
  "": { kind: "home" },
  sip: { kind: "codes" },
  "sip/compare": { kind: "picker" },
  search: { kind: "search" },
  "sip/which": { kind: "which" },
  "sip/symptoms": { kind: "symptoms" },
  "sip/glossary": { kind: "glossary" },
  "sip/mappings": { kind: "mappings" },
};

/** `/sip/603` of a page: what follows the language. */
function pathOf(route: Route): string {
  switch (route.kind) {
    case "home":
      return "/";
    case "codes":
      return "/sip/";
    case "picker":
      return "/sip/compare/";
    case "class":
      return `/sip/${route.name}`;
    case "code":
      return `/sip/${route.code}`;
    case "compare":
      return `/sip/compare/${route.a}-vs-${route.b}`;
    case "search":
      return "/search";
    default:
      return `/sip/${route.kind}`;
  }
}

/** `/fr/sip/603`. */
export function addressOf(lang: Locale, route: Route): string {
  return `/${lang}${pathOf(route)}`;
}

/** The page that compares two codes; the page of the code when both are the same. */
export function comparisonOf(a: CatalogueCode, b: CatalogueCode): Route {
  if (a === b) return { kind: "code", code: a };
  return { kind: "compare", a: Math.min(a, b) as CatalogueCode, b: Math.max(a, b) as CatalogueCode };
}

/** The code a number in an address or a form stands for, when the catalogue has it. */
export function codeOf(text: string): CatalogueCode | null {
  const entry = /^\d{3}$/.test(text) ? responseCode(Number(text)) : undefined;
  return entry === undefined ? null : (entry.code as CatalogueCode);
}

/** Reads the path of an address, percent-encoded as it comes. */
export function readAddress(path: string): Asked {
  const [, first = "", ...rest] = path.split("/");
  const lang = languageOf(first);
  // Without a language in front the whole path may still name a page.
  const named = (lang === null ? [first, ...rest] : rest).join("/").toLowerCase().replace(/\/+$/, "");
  const route = readRoute(named);
  if (route === null) return { kind: "missing", lang, wanted: named.match(/\d{1,4}/g)?.slice(0, 2) ?? [] };
  if (lang === null) return { kind: "negotiate", route };
  const address = addressOf(lang, route);
  return address === path ? { kind: "page", lang, route } : { kind: "moved", to: address };
}

function readRoute(named: string): Route | null {
  const single = Object.hasOwn(SINGLE, named) ? SINGLE[named] : undefined;
  if (single !== undefined) return single;
  const name = CLASSES.find((each) => named === `sip/${each}`);
  if (name !== undefined) return { kind: "class", name };
  const [, first = "", second] = /^sip\/(?:(\d+)|compare\/(\d+)-vs-(\d+))$/.exec(named)?.filter((each) => each) ?? [];
  const a = codeOf(first);
  const b = second === undefined ? a : codeOf(second);
  return a === null || b === null ? null : comparisonOf(a, b);
}

/** The locale a first segment names, also in other spellings: `zh-Hans`, `zh-CN`, `FR`. */
function languageOf(segment: string): Locale | null {
  const [base = ""] = segment.toLowerCase().split(/[-_]/);
  if (!/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(segment)) return null;
  return Object.hasOwn(LOCALES, base) ? (base as Locale) : null;
}

/** Every page there is, comparisons last. The search page is among them without a query. */
export function* everyRoute(): Generator<Route> {
  yield* Object.values(SINGLE);
  for (const name of CLASSES) yield { kind: "class", name };
  for (const code of CATALOGUE_CODES) yield { kind: "code", code };
  for (const [index, a] of CATALOGUE_CODES.entries()) {
    for (const b of CATALOGUE_CODES.slice(index + 1)) yield { kind: "compare", a, b };
  }
}
