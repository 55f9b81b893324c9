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
const INLINE = /<\/?(?:a|abbr|b|bdi|bdo|em|i|kbd|mark|q|s|strong|sub|sup|u|var|wbr)\b[^>]*>/gi;
/** Codes a paragraph links to stand behind its last sentence. */
const BADGES = /(?:[\s|]+\d{3})+$/;
/** What may be a line of its own by its style: it parts words, but no paragraph. */
const PART = /<\/?(?:small|span)\b[^>]*>/gi;
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
    if (paragraph && isProse(text) && !endsAsSentence(text.replace(BADGES, "")))
      found.push(`does not end: "${text.slice(-50)}"`);
    return found;
  });
}

function blocksOfPage(page: string): Block[] {
  const attributes = [...page.matchAll(/\s(?:content|title|alt|aria-label|placeholder)="([^"]*)"/g)];
  const flow = page
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(NO_PROSE, "<hr>")
    .replace(CODE, "{}")
    .replace(PART, " | ")
    .replace(INLINE, "");
  const blocks = attributes.map(([, text]) => ({ text: decoded(text ?? ""), paragraph: false }));
  let open = "";
  for (const part of flow.split(/(<[^>]+>)/)) {
    const element = /^<(\/?)(\w+)/.exec(part);
    if (element !== null) open = element[1] === "/" ? "" : (element[2] ?? "").toLowerCase();
    else if (part.trim() !== "") {
      blocks.push({
        text: decoded(part)
          .replace(/\s+/g, " ")
          .replace(/^[ |]+|[ |]+$/g, ""),
        paragraph: open === "p",
      });
    }
  }
  return blocks;
}

/** A terminal shows columns: words that stand in one column on lines that follow each other belong together. */
function blocksOfText(text: string): Block[] {
  const done: Block[] = [];
  let open = new Map<number, string>();
  const close = (cells: Iterable<string>): void => {
    for (const cell of cells) done.push({ text: cell, paragraph: true });
  };
  for (const line of text.split("\n")) {
    const cells = [...line.matchAll(/\S+(?: \S+)*/g)].map((cell) => [cell.index, cell[0]] as const);
    // A line that begins further left begins a row.
    if ((cells[0]?.[0] ?? 0) < Math.min(...open.keys())) {
      close(open.values());
      open = new Map();
    }
    const next = new Map<number, string>();
    for (const [column, cell] of cells) {
      // A list hangs: its next line begins below the words and not below the number.
      const mark = /^(?:\d+\.|[-*•]) /.exec(cell)?.[0].length ?? 0;
      next.set(column + mark, [open.get(column + mark), cell.slice(mark)].filter(Boolean).join(" "));
    }
    // A label beside the first line of a longer cell ends with that line.
    close([...open].filter(([column]) => !next.has(column)).map(([, cell]) => cell));
    open = next;
  }
  close(open.values());
  return done;
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
