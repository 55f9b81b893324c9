/** How a language sets its marks. A language without a row here has none that a pattern could hold. */
import type { Entry, Finding } from "./entries.ts";
import { marked } from "./message.ts";
import { isKeywords } from "./prose.ts";

const HAN = "\\p{Script=Han}";

const RULES: Readonly<Record<string, readonly [wrong: RegExp, what: string][]>> = {
  fr: [
    [/[^\u00a0\u202f\s][?!;»](?!\w)| [?!;:»](?!\w)/u, "lacks a no-break space before a mark"],
    [/[\p{L})}]:(?=\s|$)/u, "lacks a no-break space before a colon"],
    [/«(?![\u00a0\u202f])/u, "lacks a no-break space after «"],
    [/"/, "has straight quotes, not « »"],
  ],
  zh: [
    [new RegExp(`${HAN} ?[,;:!?]|${HAN}\\.(?!\\d)`, "u"), "has a half-width mark after a Chinese character"],
    [/[，。；：！？、] | [，。；：！？、]/u, "has a space beside a full-width mark"],
    [new RegExp(`${HAN} ${HAN}`, "u"), "has a space between Chinese characters"],
    [new RegExp(`${HAN}[A-Za-z0-9{]|[A-Za-z0-9}]${HAN}`, "u"), "lacks a space between Chinese and Latin"],
  ],
  ru: [[/"/, "has straight quotes, not «»"]],
};

export function typographyFindings(entries: readonly Entry[], tag: string): Finding[] {
  const rules = RULES[new Intl.Locale(tag).language] ?? [];
  return entries.flatMap(({ file, key, text }) => {
    if (isKeywords(key) || text.includes(".match")) return [];
    const { prose } = marked(text);
    return rules.flatMap(([wrong, what]) => {
      const found = wrong.exec(prose)?.[0];
      return found === undefined ? [] : [{ file, key, what: `${what}: "${found}"` }];
    });
  });
}
