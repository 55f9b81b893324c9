/** All checks of one language. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { englishFindings } from "./english.ts";
import { type Entry, type Finding, readLanguage, TEXTS } from "./entries.ts";
import { proseFindings } from "./prose.ts";
import { readRecord, staleFindings } from "./stale.ts";
import { type Exceptions, keyFindings, type Target, translationFindings } from "./translation.ts";
import { typographyFindings } from "./typography.ts";

/** The language all others are made from. */
export const SOURCE = "en";

export function readExceptions(locale: string): Exceptions {
  const file = resolve(TEXTS, locale, "exceptions.json");
  const given: Partial<Exceptions> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return { sameAsEnglish: given.sameAsEnglish ?? [], doubled: given.doubled ?? [] };
}

/** Everything that is wrong with a language, English included; `tag` is what BCP 47 calls it. */
export async function languageFindings(locale: string, tag: string = locale): Promise<Finding[]> {
  const english = await readLanguage(SOURCE);
  const exceptions = readExceptions(locale);
  if (locale === SOURCE) {
    return [...english.findings, ...proseOf(english.entries, { tag, exceptions }), ...englishFindings(english.entries)];
  }
  const translated = await readLanguage(locale);
  return [
    ...translated.findings,
    ...keyFindings(english.entries, translated.entries),
    ...proseOf(translated.entries, { tag, exceptions }),
    ...besideEnglish(english.entries, translated.entries, { tag, exceptions }),
    ...typographyFindings(translated.entries, tag),
    ...staleFindings(english.entries, translated.entries, readRecord(locale)),
  ];
}

function proseOf(entries: readonly Entry[], { tag, exceptions }: Target): Finding[] {
  return entries.flatMap((entry) => proseFindings(entry, { tag, doubled: exceptions.doubled }));
}

function besideEnglish(english: readonly Entry[], translated: readonly Entry[], target: Target): Finding[] {
  const known = new Map(english.map((entry) => [entry.key, entry]));
  return translated.flatMap((entry) => {
    const from = known.get(entry.key);
    return from === undefined ? [] : translationFindings(from, entry, target);
  });
}

/** A finding on one line, with the file where an editor finds it. */
export function lineOf(locale: string, { file, key, what }: Finding): string {
  return `src/catalogue/texts/${locale}/${file}:${key === "" ? "" : ` ${key}:`} ${what}`;
}
