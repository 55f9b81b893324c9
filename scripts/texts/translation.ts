/** A translation beside the English it was made from. */
import type { Entry, Finding } from "./entries.ts";
import { marked, type Reading, readMessage } from "./message.ts";
import { endsAsSentence, isKeywords, isLabel, isSentence, pluralKeys } from "./prose.ts";
import { englishWords, latinShare, lockedIn, numbersIn, sharedRun, withoutLocked, words } from "./words.ts";

/** Where a language may do what the rules forbid: `exceptions.json` in its folder, which its translator writes. */
export interface Exceptions {
  /** Texts that are the same as in English: names, loan words. */
  readonly sameAsEnglish: readonly string[];
  /** Doubled words that are right. */
  readonly doubled: readonly string[];
}

export interface Target {
  readonly tag: string;
  readonly exceptions: Exceptions;
}

/** What both languages must have: the same keys. */
export function keyFindings(english: readonly Entry[], translated: readonly Entry[]): Finding[] {
  const known = new Map(english.map((entry) => [entry.key, entry]));
  const given = new Set<string>();
  const findings: Finding[] = [];
  for (const { key, file } of translated) {
    if (given.has(key)) findings.push({ file, key, what: "stands here twice" });
    if (!known.has(key)) findings.push({ file, key, what: "is not in the English" });
    given.add(key);
  }
  for (const { key, file } of english) if (!given.has(key)) findings.push({ file, key, what: "is missing" });
  return findings;
}

/** Everything that can be seen by holding one text against its English. */
export function translationFindings(english: Entry, translated: Entry, target: Target): Finding[] {
  const say = (what: string): Finding => ({ file: translated.file, key: translated.key, what });
  // What people type may well be the English word; nothing in it is sacred.
  if (isKeywords(english.key)) return [];
  const from = readMessage(english.text);
  const to = readMessage(translated.text);
  // Said by the checks of each language for itself.
  if ("fault" in from || "fault" in to) return [];
  const same = sameFindings(english.text, translated.text, target.exceptions);
  const found = [
    ...same,
    ...messageFindings(from, to, target.tag),
    ...to.variants.flatMap(({ text }) => variantFindings(textOf(from), text, english.key, target.tag, same.length > 0)),
  ];
  return [...new Set(found)].map(say);
}

/** The pattern that stands for the rest: the last one, which matches all. */
function textOf({ variants }: Reading): string {
  return variants.at(-1)?.text ?? "";
}

function sameFindings(english: string, translated: string, { sameAsEnglish }: Exceptions): string[] {
  if (english.trim() !== translated.trim() || sameAsEnglish.includes(english)) return [];
  return words(withoutLocked(marked(english).prose)).length === 0 ? [] : ["is the same as in English"];
}

function messageFindings(from: Reading, to: Reading, tag: string): string[] {
  const found: string[] = [];
  for (const name of from.placeholders) if (!to.placeholders.includes(name)) found.push(`lacks {$${name}}`);
  for (const name of to.placeholders)
    if (!from.placeholders.includes(name)) found.push(`has {$${name}}, which the English has not`);
  if (from.markup.join() !== to.markup.join())
    found.push(`has markup ${to.markup.join(", ") || "of no kind"}, not ${from.markup.join(", ") || "none"}`);
  for (const { name, by } of from.selectors) {
    const counted = by === "number" || by === "integer";
    if (counted && pluralKeys(tag).length > 1 && !to.selectors.some((each) => each.name === name)) {
      found.push(`says the same for every $${name}: ${tag} has the plurals ${pluralKeys(tag).join(", ")}`);
    }
  }
  return found;
}

function variantFindings(english: string, translated: string, key: string, tag: string, same: boolean): string[] {
  const from = marked(english);
  const to = marked(translated);
  const found = [
    ...sampleFindings(from.samples, to.samples),
    ...lockedFindings(from.prose, to.prose),
    ...lengthFindings(english, translated, tag),
  ];
  // A text that is neither a sentence nor a label by its key ends as its English ends.
  if (!isSentence(key) && !isLabel(key) && endsAsSentence(english) !== endsAsSentence(translated)) {
    found.push(endsAsSentence(english) ? "does not end as a sentence" : "ends like a sentence, unlike the English");
  }
  return same ? found : [...found, ...untranslatedFindings(from.prose, to.prose, tag)];
}

/** The same samples, each as often as in the English. */
function sampleFindings(from: readonly string[], to: readonly string[]): string[] {
  const rest = [...to];
  const found: string[] = [];
  for (const sample of from) {
    const at = rest.indexOf(sample);
    if (at === -1) found.push(`lacks the sample \`${sample}\``);
    else rest.splice(at, 1);
  }
  return [
    ...found,
    ...rest.map((sample) => `has the sample \`${sample}\`, which the English has not (or not as often)`),
  ];
}

function lockedFindings(from: string, to: string): string[] {
  const kept = new Set(lockedIn(to));
  const flat = to.replace(/[\u00a0\u202f]/g, " ");
  const found = lockedIn(from)
    // A longer word of the list may hold it: "Not Acceptable Here".
    .filter((word) => !kept.has(word) && !flat.includes(word))
    .map((word) => `lacks "${word}", which stays as it is in every language`);
  const given = numbersIn(to);
  const wanted = numbersIn(from);
  found.push(...wanted.filter((number) => !given.includes(number)).map((number) => `lacks ${number}`));
  found.push(
    ...given
      .filter((number) => !wanted.includes(number))
      .map((number) => `names ${number}, which the English does not`),
  );
  return found;
}

/** A script with a sign per word or syllable says the same in fewer characters. */
const DENSE = new Set(["Hans", "Hant", "Jpan", "Kore"]);

function lengthFindings(english: string, translated: string, tag: string): string[] {
  const ratio = translated.length / english.length;
  const least = DENSE.has(scriptOf(tag)) ? 1 / 6 : 1 / 4;
  // A word of a label may be three times its English.
  const room = english.length < 24 ? 24 : 0;
  if (english.length >= 12 && ratio < least)
    return [`is ${translated.length} characters for ${english.length}: too short`];
  if (translated.length > 2.5 * english.length + room)
    return [`is ${translated.length} characters for ${english.length}: too long`];
  return [];
}

/** What a program or a log says is quoted as it says it. */
const QUOTED = /["“]([^"”]+)["”]/g;

function untranslatedFindings(from: string, translated: string, tag: string): string[] {
  const to = [...from.matchAll(QUOTED)].reduce((rest, [, quoted]) => rest.replaceAll(quoted ?? "", "{}"), translated);
  const left = englishWords(to);
  const found = left.length > 0 ? [`has English words left: ${left.join(", ")}`] : [];
  if (scriptOf(tag) !== "Latn") {
    const share = latinShare(to);
    if (share > MOST_LATIN) found.push(`is ${Math.round(share * 100)} % Latin letters`);
    return found;
  }
  const run = sharedRun(from, to, LONGEST_RUN);
  return run === null ? found : [...found, `has "${run}" as in English`];
}

/** Names outside the list of locked words may make up some of a text. */
const MOST_LATIN = 0.35;
const LONGEST_RUN = 6;

export function scriptOf(tag: string): string {
  return new Intl.Locale(tag).maximize().script ?? "Latn";
}
