/** The texts of one language as a flat list: each with its key and the file it stands in. */
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const TEXTS = resolve(import.meta.dirname, "../../src/catalogue/texts");

/** One text. Keywords are one text as well: how many there are is each language's own affair. */
export interface Entry {
  /** `codes.603.howToFix.caller`; the same in every language. */
  readonly key: string;
  /** The file's name inside its language. */
  readonly file: string;
  readonly text: string;
}

/** What is wrong with a text or a file. */
export interface Finding {
  readonly file: string;
  readonly key: string;
  readonly what: string;
}

export interface Language {
  readonly entries: readonly Entry[];
  /** Files that cannot be read, and values that are no text. */
  readonly findings: readonly Finding[];
}

/** How the keywords of a code are joined to one text. */
export const KEYWORD_SEPARATOR = "; ";

/** The languages there is a folder for, whether they are offered yet or not. */
export function folders(): string[] {
  const below = readdirSync(TEXTS, { withFileTypes: true });
  return below
    .filter((each) => each.isDirectory())
    .map((each) => each.name)
    .sort();
}

/** Reads every file of a language. It need not be complete: a translator checks one file after the other. */
export async function readLanguage(locale: string): Promise<Language> {
  const folder = resolve(TEXTS, locale);
  if (!existsSync(folder))
    return { entries: [], findings: [{ file: locale, key: "", what: "there is no such folder" }] };
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "texts.ts");
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  for (const file of files.sort()) {
    try {
      const exported = await import(pathToFileURL(resolve(folder, file)).href);
      const read = entriesOf(file, exported);
      entries.push(...read.entries);
      findings.push(...read.findings);
    } catch (error) {
      findings.push({ file, key: "", what: `cannot be read: ${(error as Error).message}` });
    }
  }
  return { entries, findings };
}

/** The texts a file exports; `codes6xx` and its kind are all `codes`. */
export function entriesOf(file: string, exported: Readonly<Record<string, unknown>>): Language {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") entries.push({ key, file, text: value });
    else if (Array.isArray(value) && key.endsWith(".keywords")) {
      entries.push({ key, file, text: value.join(KEYWORD_SEPARATOR) });
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}.${name}`);
    } else findings.push({ file, key, what: `is no text but ${typeof value}` });
  };
  for (const [name, value] of Object.entries(exported)) walk(value, /^codes\d/.test(name) ? "codes" : name);
  return { entries, findings };
}
