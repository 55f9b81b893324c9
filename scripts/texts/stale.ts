/** Which English a translation was made from: a hash per key, kept beside it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Entry, type Finding, TEXTS } from "./entries.ts";

export type Record = { readonly [key: string]: string };

const FILE = "translated-from.json";

/** Eight digits are enough to tell one wording from the next. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 8);
}

export function readRecord(locale: string): Record {
  const file = resolve(TEXTS, locale, FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

export function writeRecord(locale: string, record: Record): void {
  writeFileSync(resolve(TEXTS, locale, FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/** What was translated from another English than today's, or from one nobody wrote down. */
export function staleFindings(english: readonly Entry[], translated: readonly Entry[], record: Record): Finding[] {
  const known = new Map(english.map(({ key, text }) => [key, hashOf(text)]));
  const findings: Finding[] = [];
  for (const { key, file } of translated) {
    const now = known.get(key);
    if (now === undefined) continue;
    if (record[key] === undefined) findings.push({ file, key, what: "was never accepted: scripts/texts/accept.ts" });
    else if (record[key] !== now) findings.push({ file, key, what: "is stale: the English has changed since" });
  }
  const there = new Set(translated.map(({ key }) => key));
  for (const key of Object.keys(record)) {
    if (!known.has(key) || !there.has(key)) findings.push({ file: FILE, key, what: "is gone" });
  }
  return findings;
}

/**
 * The record after a translator has looked at the texts under `keys` (all when none are given; `codes.603` stands for all that
 * begins so), and how many of them are new in it. Keys that are gone leave it.
 */
export function accepted(
  english: readonly Entry[],
  translated: readonly Entry[],
  record: Record,
  keys: readonly string[],
): { readonly record: Record; readonly changed: number } {
  const there = new Set(translated.map(({ key }) => key));
  const next: { [key: string]: string } = {};
  let changed = 0;
  for (const { key, text } of english) {
    if (!there.has(key)) continue;
    const looked = keys.length === 0 || keys.some((each) => key === each || key.startsWith(`${each}.`));
    const hash = looked ? hashOf(text) : record[key];
    if (hash === undefined) continue;
    if (hash !== record[key]) changed += 1;
    next[key] = hash;
  }
  return { record: next, changed };
}
