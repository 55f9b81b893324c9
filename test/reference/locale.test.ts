/** Which language a reader gets, and how its texts are filled in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inSequence, Messages } from "../../src/reference/messages.ts";
import { localeNamed, localeOfEnvironment, locales, negotiateLocale } from "../../src/reference/mod.ts";

/** Tests for locales that are there, so that they hold while others are being written. */
const has = (id: string): boolean => (locales() as readonly string[]).includes(id);
const orEnglish = (id: string): string => (has(id) ? id : "en");

test("tags name a locale by their language", () => {
  assert.equal(localeNamed("en"), "en");
  assert.equal(localeNamed("EN-us"), "en");
  assert.equal(localeNamed(" en_GB.UTF-8"), "en");
  for (const tag of ["", "xx", "english", "e", "en1", "C", "POSIX", "*"]) assert.equal(localeNamed(tag), null, tag);
  for (const tag of ["zh-hans", "zh-CN", "zh_CN.GB18030", "ZH"])
    assert.equal(localeNamed(tag), has("zh") ? "zh" : null);
});

test("Accept-Language: the highest q, the first of equals, English when none is ours", () => {
  const cases: readonly [string | null | undefined, string][] = [
    [undefined, "en"],
    [null, "en"],
    ["", "en"],
    ["xx, yy;q=0.5", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", orEnglish("zh")],
    ["en;q=0.4, fr-CA;q=0.7", orEnglish("fr")],
    ["tr;q=0, en;q=0.1", "en"],
    ["vi;q=2, en;q=0.1", "en"],
    ["*;q=0.1", "en"],
    [`${"a,".repeat(100_000)}`, "en"],
    [";;;q=;,=", "en"],
  ];
  for (const [header, locale] of cases) assert.equal(negotiateLocale(header), locale, String(header).slice(0, 40));
});

test("the environment: LC_ALL before LC_MESSAGES before LANG", () => {
  assert.equal(localeOfEnvironment({}), "en");
  assert.equal(localeOfEnvironment({ LANG: "fr_FR.UTF-8" }), orEnglish("fr"));
  assert.equal(localeOfEnvironment({ LC_ALL: "", LC_MESSAGES: "ru_RU", LANG: "tr_TR" }), orEnglish("ru"));
  assert.equal(localeOfEnvironment({ LC_ALL: "C", LANG: "fr_FR" }), "en");
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
