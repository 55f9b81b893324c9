/** The reference over HTTP: what `ringback explain --json` and `ringback compare --json` print. Public: it holds no state and no secrets. */

import type { Context, Env, Hono } from "hono";
import { etag } from "hono/etag";
import type { Locale } from "../../catalogue/mod.ts";
import {
  type CodeSummary,
  DEFAULT_LOCALE,
  localeNamed,
  negotiateLocale,
  openReference,
  type Reference,
} from "../../reference/mod.ts";

/** Locales that were asked for, one for each language there is at most. */
const opened = new Map<Locale, Promise<Reference>>();

/** Adds `/api/codes`, `/api/codes/603` and `/api/compare/486-vs-600`, each with `?lang=`, else by Accept-Language, else English. */
export function serveCodes<E extends Env>(app: Hono<E>): void {
  app.use("/api/codes/*", etag());
  app.use("/api/compare/*", etag());
  app.get("/api/codes", async (c) => {
    const reference = await referenceFor(c);
    return c.json({ lang: reference.locale, codes: reference.codes() });
  });
  app.get("/api/codes/:code", async (c) => {
    const asked = c.req.param("code");
    const reference = await referenceFor(c);
    const explanation = reference.explain(numberOf(asked));
    return explanation === null ? notFound(c, reference, [asked]) : c.json(explanation);
  });
  app.get("/api/compare/:pair", async (c) => {
    const asked = c.req.param("pair").split("-vs-");
    const reference = await referenceFor(c);
    const [a, b] = asked.map(numberOf);
    if (asked.length !== 2 || a === undefined || b === undefined)
      return c.json({ error: "name two codes, as in /api/compare/486-vs-600" }, 404);
    if (a === b && reference.code(a) !== null)
      return c.json(
        { error: `that is one code: /api/codes/${a} explains it`, suggestions: [reference.summary(a)] },
        404,
      );
    const comparison = reference.compare(a, b);
    return comparison === null ? notFound(c, reference, asked) : c.json(comparison);
  });
}

async function referenceFor(c: Context): Promise<Reference> {
  const lang = c.req.query("lang");
  const locale =
    lang === undefined ? negotiateLocale(c.req.header("accept-language")) : (localeNamed(lang) ?? DEFAULT_LOCALE);
  let reference = opened.get(locale);
  if (reference === undefined) {
    reference = openReference(locale);
    opened.set(locale, reference);
  }
  c.header("Content-Language", (await reference).tag);
  c.header("Vary", "Accept-Language");
  c.header("Cache-Control", "public, max-age=300");
  return await reference;
}

/** What a path names; NaN, which no code is, for anything but three digits. */
function numberOf(text: string): number {
  return /^\d{3}$/.test(text) ? Number(text) : Number.NaN;
}

/** The first of the codes asked for that there is none of, with what was likely meant. */
function notFound(c: Context, reference: Reference, asked: readonly string[]): Response {
  const missing = asked.find((each) => reference.code(numberOf(each)) === null) ?? "";
  const { asked: shown, codes, unknown, suggestions } = reference.read(missing);
  const near: readonly CodeSummary[] = codes.length > 0 ? codes : suggestions;
  const treated = unknown?.treatedAs;
  const error = treated
    ? `${shown} is in no registry; a user agent treats it as ${treated.code} ${treated.phrase} (RFC 3261 §8.1.3.2)`
    : `'${shown}' is no code of the catalogue`;
  return c.json({ error, suggestions: near.slice(0, 4) }, 404);
}
