/** The texts themselves: every language there is, held to all the rules. `scripts/texts/check.ts` shows the same to a translator. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { folders, readLanguage, TEXTS } from "../../scripts/texts/entries.ts";
import { languageFindings, lineOf, SOURCE } from "../../scripts/texts/language.ts";
import { keyFindings } from "../../scripts/texts/translation.ts";
import { LOCALES } from "../../src/catalogue/mod.ts";
import { FURNITURE } from "../../src/catalogue/texts/furniture.ts";

for (const [locale, { tag }] of Object.entries(LOCALES)) {
  test(`texts in ${locale}`, async () => {
    const findings = await languageFindings(locale, tag);
    const shown = findings.slice(0, 40).map((finding) => lineOf(locale, finding));
    assert.equal(findings.length, 0, [`${findings.length} to mend:`, ...shown].join("\n"));
  });
}

test("what a language loads is what its files hold", async () => {
  for (const [locale, { load }] of Object.entries(LOCALES)) {
    const { texts } = await load();
    const { entriesOf } = await import("../../scripts/texts/entries.ts");
    const loaded = entriesOf("texts.ts", texts as unknown as Record<string, unknown>).entries;
    const { entries } = await readLanguage(locale);
    assert.deepEqual(keyFindings(entries, loaded), [], locale);
    const texted = new Map(entries.map(({ key, text }) => [key, text]));
    for (const { key, text } of loaded) assert.equal(text, texted.get(key), `${locale} ${key}`);
  }
});

test("every exception a language claims is one it uses", async () => {
  const english = (await readLanguage(SOURCE)).entries.map(({ text }) => text);
  for (const locale of folders()) {
    const file = resolve(TEXTS, locale, "exceptions.json");
    if (!existsSync(file)) continue;
    const claimed = JSON.parse(readFileSync(file, "utf8"));
    assert.deepEqual(
      Object.keys(claimed).filter((name) => !["sameAsEnglish", "doubled"].includes(name)),
      [],
      locale,
    );
    const own = (await readLanguage(locale)).entries.map(({ text }) => text);
    const unused = (claimed.sameAsEnglish ?? []).filter(
      (text: string) => !english.includes(text) || !own.includes(text),
    );
    assert.deepEqual(unused, [], `${locale}: sameAsEnglish`);
    const all = own.join("\n").toLocaleLowerCase(locale);
    assert.deepEqual(
      (claimed.doubled ?? []).filter((pair: string) => !all.includes(pair)),
      [],
      `${locale}: doubled`,
    );
  }
});

test("every label is asked for by a page or a command", () => {
  const rooms = resolve(import.meta.dirname, "../../src");
  const sources = ["reference", "web", "cli"].flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: rooms }));
  const source = sources.map((file) => readFileSync(resolve(rooms, file), "utf8")).join("");
  const isNamed = (key: string): boolean => source.includes(`"${key}"`);
  assert.deepEqual(
    Object.keys(FURNITURE).filter((key) => !isNamed(key)),
    [],
  );
});
