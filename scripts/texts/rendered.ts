/** What a finished page or answer must never show, whoever wrote the sentence and whoever put it together. */
import { LOCALES, type LocaleEntry } from "../../src/catalogue/mod.ts";
import { doubledWords, endsAsSentence } from "./prose.ts";

/** A stretch of words, and whether it is a paragraph and so has to end. */
interface Block {
  readonly text: string;
  readonly paragraph: boolean;
}

const LEFTOVERS: readonly [pattern: RegExp, what: string][] = [
  [/\{\$/, "an unfilled placeholder"],
  [/\bundefined\b|\[object \w+\]|\bNaN\b/, "a value that is none"],
  [/`/, "a backtick"],
  [/…|\.\.\./, "an ellipsis"],
  [/(?<!\.)\. ?\.(?!\.)|。 ?。/u, "two full stops"],
];

/** Round placeholders a language written from right to left needs them; any other has no use for them. */
const ISOLATES: (typeof LEFTOVERS)[number] = [/[\u2066-\u2069]/u, "a direction isolate"];

/** Elements whose content is protocol, program or form, not prose. */
const NO_PROSE = /<(script|style|pre|template|svg|textarea|select|noscript)\b[^>]*>[\s\S]*?<\/\1>/gi;
const INLINE = /<\/?(?:a|abbr|b|bdi|bdo|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr)\b[^>]*>/gi;
const CODE = /<(code|samp)\b[^>]*>[\s\S]*?<\/\1>/gi;

/**
 * What is wrong with `rendered`, a page (it begins with `<`) or a plain text, each with the words around it. `doubled`: pairs that
 * are right in this language.
 */
export function checkRendered(rendered: string, locale: string, doubled: readonly string[] = []): string[] {
  const { tag = locale, direction = "ltr" } = (LOCALES as Readonly<Record<string, LocaleEntry>>)[locale] ?? {};
  const leftovers = direction === "rtl" ? LEFTOVERS : [...LEFTOVERS, ISOLATES];
  const blocks = rendered.trimStart().startsWith("<") ? blocksOfPage(rendered) : blocksOfText(rendered);
  return blocks.flatMap(({ text, paragraph }) => {
    const found = leftovers.flatMap(([pattern, what]) => {
      const at = text.search(pattern);
      return at === -1 ? [] : [`${what}: "${text.slice(Math.max(0, at - 20), at + 30)}"`];
    });
    for (const word of doubledWords(text, { tag, doubled }))
      found.push(`"${word}" twice in a row: "${around(text, word)}"`);
    if (paragraph && isProse(text) && !endsAsSentence(text)) found.push(`does not end: "${text.slice(-50)}"`);
    return found;
  });
}

function blocksOfPage(page: string): Block[] {
  const attributes = [...page.matchAll(/\s(?:content|title|alt|aria-label|placeholder)="([^"]*)"/g)];
  const flow = page
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(NO_PROSE, "<hr>")
    .replace(CODE, "{}")
    .replace(INLINE, "");
  const blocks = attributes.map(([, text]) => ({ text: decoded(text ?? ""), paragraph: false }));
  let open = "";
  for (const part of flow.split(/(<[^>]+>)/)) {
    const element = /^<(\/?)(\w+)/.exec(part);
    if (element !== null) open = element[1] === "/" ? "" : (element[2] ?? "").toLowerCase();
    else if (part.trim() !== "") {
      blocks.push({ text: decoded(part).replace(/\s+/g, " ").trim(), paragraph: open === "p" });
    }
  }
  return blocks;
}

/** Paragraphs stand between empty lines; a line that is set in is a table or a sample. */
function blocksOfText(text: string): Block[] {
  return text.split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n");
    return { text: block.replace(/\s*\n\s*/g, " ").trim(), paragraph: lines.every((line) => /^\S/.test(line)) };
  });
}

/** A heading or a label has no full stop inside. */
function isProse(text: string): boolean {
  return /[.!?] \p{L}|[。！？]\P{P}/u.test(text);
}

function around(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  return text.slice(Math.max(0, at - 20), at + 40);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}
