/** The house rules of the English texts, from which all others are made. */
import { FURNITURE } from "../../src/catalogue/mod.ts";
import type { Entry, Finding } from "./entries.ts";
import { marked, readMessage } from "./message.ts";
import { isKeywords } from "./prose.ts";
import { unmarkedSamples } from "./words.ts";

/** Characters, least and most, by key. */
const LENGTHS: readonly [key: RegExp, least: number, most: number][] = [
  [/^codes\.\d+\.gloss$/, 4, 48],
  [/^codes\.\d+\.says$/, 30, 150],
  [/^codes\.\d+\.meaning$/, 120, 320],
  [/^codes\.\d+\.whenYouSeeIt$/, 80, 260],
  [/^codes\.\d+\.howToFix\.\w+$/, 50, 240],
  [/^codes\.\d+\.sendIt$/, 80, 240],
  [/^codes\.\d+\.causes\.\d+\.text$/, 30, 140],
  [/^codes\.\d+\.causes\.\d+\.evidence$/, 40, 200],
  [/^verdicts\.[\w-]+\.summary$/, 150, 380],
  [/^verdicts\.[\w-]+\.choose$/, 120, 300],
  [/^verdicts\.[\w-]+\.swap$/, 100, 300],
  [/^symptoms\.\w+\.text$/, 150, 400],
  [/^glossary\.\w+\.text$/, 80, 300],
];

/** What a text may be filled with, by key; nothing where no row says so. */
const PLACEHOLDERS: readonly [key: RegExp, names: readonly string[]][] = [
  [/^facts\.sentBy$/, ["code", "roles"]],
  [/^facts\.methods\.listed$/, ["code", "methods"]],
  [/^facts\.hops\./, ["code", "asterisk", "freeswitch"]],
  [/^facts\.q850\.mapped$/, ["code", "cause", "name"]],
  [/^facts\.xmpp\.mapped$/, ["code", "condition"]],
  [/^facts\.carries\./, ["code", "fields"]],
  [/^facts\.(?!role\.)/, ["code"]],
  [/^outcomes\.who$/, ["who"]],
  [/^outcomes\.(?:retryAfter|progress\.(?:answered|registered|subscribed))$/, ["seconds"]],
  [/^outcomes\.progress\.subscriptionEnded$/, ["state"]],
  [/^outcomes\.progress\.realm$/, ["realm"]],
  [/^outcomes\.progress\.redirected$/, ["code", "phrase", "target"]],
  [
    /^outcomes\.progress\.(?:ringing|earlyMedia|provisional|delivered|transferProgress|transferred)$/,
    ["code", "phrase"],
  ],
  [/^outcomes\.progress\.(?:calling|registering|asking|sending|transferring|subscribing)$/, ["target"]],
  [/^compare\.title$/, ["a", "aPhrase", "b", "bPhrase"]],
  [/^compare\.(lead\.\w+|swapLead|swapNothing)$/, ["a", "b"]],
];

const WORDS: readonly [words: RegExp, what: string][] = [
  [/\b(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|wo)n['’]t\b/i, "has a contraction"],
  [/\b(?:it|that|there|what|who|here|let)['’]s\b|\b\w+['’](?:ll|re|ve)\b|\bI['’]m\b/i, "has a contraction"],
  [
    /\b(?:simply|just simply|please|may potentially|in order to|leverage|utili[sz]e)\b/i,
    "has a word that says nothing",
  ],
  [/!/, "has an exclamation mark"],
  [/[—–](?!\d)/, "has a dash: use a colon or two sentences"],
  [/;.*;/, "is a chain of semicolons"],
];

/** `199` is the option tag as well (RFC 6228). */
const NO_SAMPLE = /^(?:UAC|UAS|B2BUA|SBC|SDP|RTP|NAT|(?!199$)[1-6]\d\d)$/;
/** Terms, titles and labels may be a method's name: there it is the thing that is spoken of. */
const BARE_NAMES_ALLOWED = /\.(?:term|title|gloss|name)$|^furniture\.|^compare\.aspect\./;

/** Everything that breaks a house rule. */
export function englishFindings(entries: readonly Entry[]): Finding[] {
  return [...entries.flatMap(houseFindings), ...causeFindings(entries), ...repeatFindings(entries)];
}

function houseFindings(entry: Entry): Finding[] {
  const { key, text } = entry;
  if (isKeywords(key)) return [];
  const found: string[] = [];
  const length = LENGTHS.find(([pattern]) => pattern.test(key));
  if (length !== undefined && (text.length < length[1] || text.length > length[2])) {
    found.push(`has ${text.length} characters, not ${length[1]} to ${length[2]}`);
  }
  const { prose, samples } = marked(text);
  for (const [pattern, what] of WORDS) {
    const word = pattern.exec(prose)?.[0];
    if (word !== undefined) found.push(`${what}: "${word}"`);
  }
  for (const sample of samples) if (NO_SAMPLE.test(sample)) found.push(`"${sample}" is no sample: no backticks`);
  if (!BARE_NAMES_ALLOWED.test(key)) {
    for (const word of unmarkedSamples(prose)) found.push(`"${word}" stands without backticks`);
  }
  found.push(...placeholderFindings(key, text));
  return found.map((what) => ({ file: entry.file, key, what }));
}

function placeholderFindings(key: string, text: string): string[] {
  const reading = readMessage(text);
  if ("fault" in reading) return [];
  const furniture = /^furniture\.(\w+)$/.exec(key)?.[1];
  const allowed: readonly string[] =
    furniture === undefined
      ? (PLACEHOLDERS.find(([pattern]) => pattern.test(key))?.[1] ?? [])
      : ((FURNITURE as Readonly<Record<string, readonly string[]>>)[furniture] ?? []);
  return reading.placeholders.filter((name) => !allowed.includes(name)).map((name) => `nobody fills in {$${name}}`);
}

/** From 300 up every code has at least one cause: somebody will ask why. */
function causeFindings(entries: readonly Entry[]): Finding[] {
  const caused = new Set(entries.map(({ key }) => /^codes\.(\d+)\.causes\./.exec(key)?.[1]));
  return entries.flatMap(({ file, key }) => {
    const code = /^codes\.(\d+)\.says$/.exec(key)?.[1];
    if (code === undefined || Number(code) < 300 || caused.has(code)) return [];
    return [{ file, key: `codes.${code}.causes`, what: "names no cause" }];
  });
}

/** The same sentence in two places: one of them says nothing new. */
function repeatFindings(entries: readonly Entry[]): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, key, text }) => {
    if (text.length < 40 || !/^(?:codes|verdicts|symptoms|glossary|behaviours)\./.test(key) || isKeywords(key))
      return [];
    const before = first.get(text);
    first.set(text, before ?? key);
    return before === undefined ? [] : [{ file, key, what: `says the same as ${before}` }];
  });
}
