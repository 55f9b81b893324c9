/** What a template sees: one language, where things lie, and the words. */

import type { CatalogueCode, FurnitureKey, Locale } from "../catalogue/mod.ts";
import type { Reference } from "../reference/mod.ts";
import { addressOf, type Route } from "./addresses.ts";
import type { AssetName } from "./assets.ts";
import { type Html, html } from "./markup.ts";

export interface View {
  readonly lang: Locale;
  /** Those the site has, this one included. */
  readonly languages: readonly Locale[];
  readonly reference: Reference;
  /** `https://example.org`, with the path below which the site lies if there is one; empty when nobody knows. */
  readonly origin: string;
  /** `/sip` of an origin that has a path, else empty. */
  readonly prefix: string;
  /** Paths below the prefix. */
  readonly assets: Readonly<Record<AssetName, string>>;
  /** The address of the server's console, where there is one. */
  readonly console: string | null;
}

/** The words round the texts. */
export function say(view: View, key: FurnitureKey, args: Readonly<Record<string, string | number>> = {}): string {
  return view.reference.furniture(key, args);
}

/** Where a page lies, in this language or another, as a link on a page. */
export function to(view: View, route: Route, lang: Locale = view.lang): string {
  return `${view.prefix}${addressOf(lang, route)}`;
}

/** The same for the world outside. */
export function absolute(view: View, route: Route, lang: Locale = view.lang): string {
  return `${view.origin}${addressOf(lang, route)}`;
}

/** What a template hands to the frame. */
export interface Page {
  readonly route: Route;
  /** Of the document: without the site's name. */
  readonly title: string;
  /** One whole sentence or more, plain text. */
  readonly description: string;
  /** The way here from the start page, which is left out. */
  readonly trail: readonly { readonly name: string; readonly route: Route }[];
  /** A class such as `c6xx`: the page's accent. */
  readonly accent?: string;
  /** What the page is about, as schema.org says it. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** What the search field holds. */
  readonly query?: string;
  /** The page brings a search field of its own, or is none to search from. */
  readonly noSearch?: boolean;
  /** Not to be listed by search engines. */
  readonly unlisted?: boolean;
  readonly main: Html;
}

/** A link that shows a code's number in its accent. The list round it says that it is English and not to be translated. */
export function chip(
  view: View,
  code: { readonly code: CatalogueCode; readonly phrase: string; readonly class: string },
): Html {
  const address = to(view, { kind: "code", code: code.code });
  return html`<a class="chip c${code.class}" href="${address}"><b>${code.code}</b> ${code.phrase}</a>`;
}
