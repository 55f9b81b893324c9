/** What holds for a text in any language, seen by itself: its form as a message, its marks, its end. */
import type { Entry, Finding } from "./entries.ts";
import { KEYWORD_SEPARATOR } from "./entries.ts";
import { marked, type Reading, readMessage } from "./message.ts";

/** What a language brings along that the rules ask for. */
export interface Speech {
  /** BCP 47, for plural categories and small letters. */
  readonly tag: string;
  /** Doubled words that are right here: "vous vous", "luôn luôn". */
  readonly doubled: readonly string[];
}

/** Texts that are whole sentences, by key. */
const SENTENCES = [
  /^codes\.\d+\.(says|meaning|whenYouSeeIt|sendIt|howToFix\.\w+|causes\.\d+\.(text|evidence))$/,
  /^classes\.\w+\.(says|text)$/,
  /^facts\.(?!role\.)/,
  /^consequences\./,
  /^compare\.(lead\.\w+|swapLead|swapNothing)$/,
  /^(verdicts|behaviours|decision)\./,
  /^(symptoms|glossary)\.\w+\.text$/,
  /^outcomes\.(kind\.\w+\.(text|advice)|decidedBy\.\w+|who|retryAfter|ended\.\w+|transfer\.\w+)$/,
];

/** Texts that are never sentences. */
const LABELS = [
  /^codes\.\d+\.(gloss|keywords)$/,
  /^symptoms\.\w+\.keywords$/,
  /^compare\.aspect\./,
  /^facts\.role\./,
  /\.term$/,
  /^outcomes\.(kind\.\w+\.title|progress\.\w+)$/,
];

const SENTENCE_END = /[.!?:。！？：][)\]"'»”’」』）]*$/;
const INNER_END = /[.!?。！？]["»”」』）)]*$/;

export function isSentence(key: string): boolean {
  return SENTENCES.some((pattern) => pattern.test(key));
}

export function isLabel(key: string): boolean {
  return LABELS.some((pattern) => pattern.test(key));
}

export function endsAsSentence(text: string): boolean {
  return SENTENCE_END.test(text.trimEnd());
}

export function isKeywords(key: string): boolean {
  return key.endsWith(".keywords");
}

/** The words people type: no message, one by one. */
export function keywordsOf({ text }: Entry): string[] {
  return text.split(KEYWORD_SEPARATOR);
}

/** Everything that can be seen without the English. */
export function proseFindings(entry: Entry, speech: Speech): Finding[] {
  const say = (what: string): Finding => ({ file: entry.file, key: entry.key, what });
  if (entry.text.trim() === "") return [say("is empty")];
  if (isKeywords(entry.key)) return keywordFindings(entry, speech).map(say);
  const reading = readMessage(entry.text);
  if ("fault" in reading) return [say(`is no message (MessageFormat 2): ${reading.fault}`)];
  const found = [...pluralFindings(reading, speech.tag)];
  for (const { text } of reading.variants) found.push(...textFindings(entry.key, text, speech));
  return [...new Set(found)].map(say);
}

function textFindings(key: string, text: string, speech: Speech): string[] {
  const { prose, open } = marked(text);
  const found: string[] = [];
  if (open) found.push("has a backtick without its partner");
  if (text !== text.trim()) found.push("begins or ends with white space");
  if (/[ \t\n]{2}/.test(text)) found.push("has two spaces in a row");
  if (/…|\.\.\./.test(prose)) found.push("has an ellipsis");
  for (const word of doubledWords(prose, speech)) found.push(`says "${word}" twice in a row`);
  if (isSentence(key) && !endsAsSentence(text)) found.push("does not end as a sentence");
  if (isLabel(key) && INNER_END.test(text)) found.push("is a label and ends like a sentence");
  const code = /^codes\.(\d+)\.says$/.exec(key)?.[1];
  if (code !== undefined && !new RegExp(`^${code}(?!\\d)`).test(text)) found.push(`does not begin with ${code}`);
  return found;
}

function keywordFindings(entry: Entry, { tag }: Speech): string[] {
  const words = keywordsOf(entry);
  const found: string[] = [];
  // A translation has the word people take from the English beside its own.
  const most = tag === "en" ? 8 : 10;
  if (words.length < 3 || words.length > most) found.push(`has ${words.length} keywords, not 3 to ${most}`);
  if (new Set(words).size < words.length) found.push("names a keyword twice");
  for (const word of words) {
    if (word.trim() !== word || word === "") found.push(`"${word}" is empty or has white space around it`);
    // Lower case, or what no language writes otherwise: an abbreviation, a name.
    if (/\p{Lu}/u.test(word) && word !== word.toLocaleLowerCase(tag) && !/[A-Z0-9]{2}|[a-z][A-Z]/.test(word)) {
      found.push(`"${word}" is not in lower case`);
    }
    if (INNER_END.test(word)) found.push(`"${word}" ends like a sentence`);
    if (word.includes("`")) found.push(`"${word}" has a backtick`);
  }
  return found;
}

/** `.match` on a number: one variant for each category of the language, and `*` for the one called "other". */
function pluralFindings({ selectors, variants }: Reading, tag: string): string[] {
  return selectors.flatMap(({ name, by }, i) => {
    if (by !== "number" && by !== "integer") return [];
    const wanted = pluralKeys(tag);
    const given = new Set(variants.map(({ keys }) => keys[i] ?? "").filter((key) => !/^\d+$/.test(key)));
    const missing = wanted.filter((key) => !given.has(key));
    const extra = [...given].filter((key) => !wanted.includes(key));
    return [
      ...missing.map((key) => `has no plural ${key} for $${name}, which ${tag} needs`),
      ...extra.map((key) => `has a plural ${key} for $${name}, which ${tag} does not know`),
    ];
  });
}

export function pluralKeys(tag: string): string[] {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  return [...categories.filter((category) => category !== "other").sort(), "*"];
}

/** Characters that do not stand twice in a row in Chinese or Japanese: particles and marks, not words like 常常. */
const DOUBLED_HAN = /([的了是在和与会被将把为到从对或也而但这那请，。；：、？！])\1/u;

/** Words that stand twice in a row. Samples are cut out before; a mark between two words parts them. */
export function doubledWords(prose: string, { tag, doubled }: Speech): string[] {
  const lower = prose.toLocaleLowerCase(tag);
  const latin = lower.matchAll(/(?<![\p{L}\p{M}\p{N}'’-])([\p{L}\p{M}\p{N}'’]+)\s+\1(?![\p{L}\p{M}\p{N}'’/-])/gu);
  const found = [...latin].map(([pair]) => pair.replace(/\s+/g, " ")).filter((pair) => !doubled.includes(pair));
  const han = DOUBLED_HAN.exec(prose)?.[0];
  return [...found.map((pair) => pair.split(" ")[0] ?? pair), ...(han === undefined ? [] : [han.slice(0, 1)])];
}
