/** Which language a reader wants. */

import { LOCALES, type Locale, type LocaleEntry } from "../catalogue/mod.ts";

export const DEFAULT_LOCALE: Locale = "en";

const IDS = Object.keys(LOCALES) as readonly Locale[];

/** What the catalogue knows about a locale besides its texts. */
export function localeEntry(locale: Locale): LocaleEntry {
  return LOCALES[locale];
}

/** All locales, the default first. */
export function locales(): readonly Locale[] {
  return IDS;
}

/**
 * The locale a tag names: `fr`, `zh-CN`, `zh-Hans`, `ru_RU.UTF-8`, in any case. The language decides; script and region are for
 * locales we do not have apart. Null when there is none such.
 */
export function localeNamed(tag: string): Locale | null {
  return namedAmong(tag, IDS);
}

/** The best of an Accept-Language value (RFC 9110 §12.5.4), else the default. Reads the first 50 ranges. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  return negotiatedAmong(acceptLanguage ?? "", IDS, DEFAULT_LOCALE);
}

/** The locale of a POSIX environment: LC_ALL before LC_MESSAGES before LANG, empty ones as if not set. */
export function localeOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Locale {
  return environmentAmong(environment, IDS, DEFAULT_LOCALE);
}

/** {@link localeNamed} for any set of languages. */
export function namedAmong<Id extends string>(tag: string, ids: readonly Id[]): Id | null {
  const language = /^[a-z]{2,3}(?![a-z0-9])/i.exec(tag.trim())?.[0].toLowerCase();
  return ids.find((id) => id === language) ?? null;
}

/** {@link negotiateLocale} for any set of languages. */
export function negotiatedAmong<Id extends string>(acceptLanguage: string, ids: readonly Id[], fallback: Id): Id {
  let best = fallback;
  let weight = 0;
  for (const range of acceptLanguage.slice(0, 1000).split(",", 50)) {
    const [tag = "", ...parameters] = range.split(";");
    const named = tag.trim() === "*" ? fallback : namedAmong(tag, ids);
    const q = quality(parameters);
    if (named === null || q <= weight) continue;
    best = named;
    weight = q;
  }
  return best;
}

function quality(parameters: readonly string[]): number {
  const given = parameters.find((each) => /^\s*q\s*=/i.test(each));
  if (given === undefined) return 1;
  const q = Number(given.slice(given.indexOf("=") + 1));
  return q >= 0 && q <= 1 ? q : 0;
}

/** {@link localeOfEnvironment} for any set of languages. */
export function environmentAmong<Id extends string>(
  environment: Readonly<Record<string, string | undefined>>,
  ids: readonly Id[],
  fallback: Id,
): Id {
  for (const name of ["LC_ALL", "LC_MESSAGES", "LANG"]) {
    const value = environment[name];
    if (value !== undefined && value !== "") return namedAmong(value, ids) ?? fallback;
  }
  return fallback;
}
