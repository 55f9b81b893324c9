import { openSite } from "../../src/cli/site-sources.ts";
import {
  addressOf,
  everyRoute,
  LANGUAGES,
  type Route,
  type SiteRequest,
  type SiteResponse,
} from "../../src/web/mod.ts";

export const ORIGIN = "http://localhost:8060";

export const site = openSite({ console: "/console" });

/** Asks the site for an address with or without a query. */
export function ask(address: string, request: Partial<SiteRequest> = {}): Promise<SiteResponse> {
  const [path = "", query = ""] = address.split("?");
  return site.respond({ path, query, acceptLanguage: null, ifNoneMatch: null, origin: ORIGIN, ...request });
}

export type Kind = Route["kind"];

/** Every route but most comparisons: those of 603 and those with the next code stand for the others. */
export function someRoutes(): readonly Route[] {
  const all = [...everyRoute()];
  const pairs = all.filter((route) => route.kind === "compare");
  const chosen = pairs.filter(({ a, b }, index) => a === 603 || b === 603 || pairs[index - 1]?.a !== a);
  return [...all.filter(({ kind }) => kind !== "compare"), ...chosen];
}

/** Address and page for each route in each language. */
export async function* pages(
  routes: Iterable<Route>,
): AsyncGenerator<{ address: string; lang: string; route: Route; body: string }> {
  for (const route of routes) {
    for (const lang of LANGUAGES) {
      const address = addressOf(lang, route);
      const { status, body } = await ask(address);
      if (status !== 200) throw new Error(`${address} was answered ${status}`);
      yield { address, lang, route, body };
    }
  }
}

/** The values of an attribute in all elements that a pattern finds. */
export function attributes(body: string, element: RegExp, name: string): string[] {
  const tags = body.match(new RegExp(element, "g")) ?? [];
  return tags.flatMap((tag) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? []).map(unescaped);
}

/** What a page says in one element without further markup. */
export function textOf(body: string, element: string): string {
  return unescaped(new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`).exec(body)?.[1] ?? "");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
