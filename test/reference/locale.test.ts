/** Which language a reader gets, and how its texts are filled in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { environmentAmong, namedAmong, negotiatedAmong } from "../../src/reference/locale.ts";
import { inSequence, Messages } from "../../src/reference/messages.ts";
import { localeNamed, localeOfEnvironment, locales, negotiateLocale } from "../../src/reference/mod.ts";

/** Whatever languages there are, these rules hold. */
const IDS = ["en", "zh", "fr", "vi", "ru", "tr"] as const;

test("tags name a language whatever follows it", () => {
  const cases: readonly [string, string | null][] = [
    ["en", "en"],
    ["EN-us", "en"],
    [" fr_CA.UTF-8", "fr"],
    ["zh-hans", "zh"],
    ["zh-CN", "zh"],
    ["zh_CN.GB18030", "zh"],
    ["TR", "tr"],
    ...["", "xx", "english", "e", "en1", "C", "POSIX", "*", "fra"].map((tag): [string, null] => [tag, null]),
  ];
  for (const [tag, locale] of cases) assert.equal(namedAmong(tag, IDS), locale, tag);
  for (const locale of locales()) assert.equal(localeNamed(`${locale}-XX`), locale);
  assert.equal(localeNamed("xx"), null);
});

test("Accept-Language: the highest q, the first of equals, the default when none is ours", () => {
  const cases: readonly [string, string][] = [
    ["", "en"],
    ["xx, yy;q=0.5", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en;q=0.4, fr-CA;q=0.7", "fr"],
    ["fr, vi", "fr"],
    ["tr;q=0, ru;q=0.1", "ru"],
    ["vi;q=2, ru;q=0.1", "ru"],
    ["ru;q=0.1, *;q=0.5", "en"],
    [`${"a,".repeat(100_000)}fr`, "en"],
    [";;;q=;,=", "en"],
  ];
  for (const [header, locale] of cases) assert.equal(negotiatedAmong(header, IDS, "en"), locale, header.slice(0, 40));
  for (const absent of [null, undefined, "xx"]) assert.equal(negotiateLocale(absent), "en");
  for (const locale of locales()) assert.equal(negotiateLocale(`xx, ${locale}-XX;q=0.2`), locale);
});

test("the environment: LC_ALL before LC_MESSAGES before LANG", () => {
  const cases: readonly [Record<string, string>, string][] = [
    [{}, "en"],
    [{ LANG: "fr_FR.UTF-8" }, "fr"],
    [{ LC_ALL: "", LC_MESSAGES: "ru_RU", LANG: "tr_TR" }, "ru"],
    [{ LC_ALL: "vi", LC_MESSAGES: "ru_RU", LANG: "tr_TR" }, "vi"],
    [{ LC_ALL: "C", LANG: "fr_FR" }, "en"],
  ];
  for (const [environment, locale] of cases) assert.equal(environmentAmong(environment, IDS, "en"), locale);
  for (const locale of locales()) assert.equal(localeOfEnvironment({ LANG: `${locale}.UTF-8` }), locale);
});

test("messages: placeholders, plurals, escapes, samples", () => {
  const marked = new Messages({ tag: "en", direction: "ltr" }, "marked");
  const plain = new Messages({ tag: "en", direction: "ltr" }, "plain");
  assert.equal(marked.say("`{$code}` is {$what}.", { code: "603", what: "final" }), "`603` is final.");
  assert.equal(plain.say("`{$code}` is {$what}.", { code: "603", what: "final" }), "603 is final.");
  const plural = ".input {$count :number}\n.match $count\none {{{$count} code}}\n* {{{$count} codes}}";
  assert.deepEqual(
    [1, 2].map((count) => plain.say(plural, { count })),
    ["1 code", "2 codes"],
  );
  assert.equal(plain.say("a \\{b\\} \\\\ c"), "a {b} \\ c");
  assert.equal(plain.say("a \\{b\\} {$c}", { c: "d" }), "a {b} d");
  assert.throws(() => plain.say("{$missing}"), /missing/);
  assert.throws(() => plain.say("{$open", { open: "x" }));
});

test("codes keep their digits, and only a language from right to left isolates them", () => {
  const arabic = new Messages({ tag: "ar-EG", direction: "rtl" }, "plain");
  assert.equal(arabic.say("{$code}", { code: "603" }).replace(/[\u2066-\u2069]/g, ""), "603");
  assert.match(arabic.say("{$code} x", { code: "603" }), /^[\u2066-\u2068]603\u2069 x$/);
});

test("sentences one after the other", () => {
  assert.equal(inSequence(["One.", "", "Two."]), "One. Two.");
  assert.equal(inSequence(["一。", "二。"]), "一。二。");
  assert.equal(inSequence([]), "");
});
