/** What the search field in the browser searches: one line per page, in one language. */

import { LOCALES } from "../catalogue/mod.ts";
import { accent, bare } from "./markup.ts";
import type { View } from "./view.ts";

export interface IndexEntry {
  /** Relative to the home page of the language. */
  readonly path: string;
  readonly mark: string;
  readonly accent: string;
  readonly title: string;
  readonly text: string;
  readonly words: string;
}

/** What the search box of one language looks through in the browser: codes, symptoms and terms. */
export async function searchIndex({ lang, reference }: View): Promise<readonly IndexEntry[]> {
  const { texts } = await LOCALES[lang].load();
  const codes = reference.codes().map(({ code, phrase, gloss, says, class: name }) => ({
    path: `sip/${code}`,
    mark: String(code),
    accent: accent(name),
    title: `${phrase}: ${bare(gloss)}`,
    text: bare(says),
    words: lower(texts.codes[code].keywords),
  }));
  const symptoms = reference.symptoms().map(({ id, title, codes: likely }) => ({
    path: `sip/symptoms#${id}`,
    mark: "?",
    accent: "",
    title: bare(title),
    text: likely.map(({ code, phrase }) => `${code} ${phrase}`).join(" · "),
    words: lower(texts.symptoms[id].keywords),
  }));
  const terms = reference.glossary().map(({ id, term }) => ({
    path: `sip/glossary#${id}`,
    mark: "A",
    accent: "",
    title: bare(term),
    text: "",
    words: id.toLowerCase(),
  }));
  return [...codes, ...symptoms, ...terms];
}

function lower(words: readonly string[]): string {
  return words.join(" ").toLowerCase();
}
