/** From what somebody remembers to a page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Locale, responseCodes } from "../../src/catalogue/mod.ts";
import { locales, openReference } from "../../src/reference/mod.ts";
import { folded, likeness, oneSlipApart, words } from "../../src/reference/words.ts";

const reference = await openReference("en");

const hits = (query: string, limit = 8): (string | number)[] =>
  reference.search(query, limit).map((found) => (found.kind === "code" ? found.code : found.id));

test("the best hit", () => {
  const cases: readonly [query: string, ...best: (string | number)[]][] = [
    ["603", 603],
    ["48", 480, 481, 482],
    ["6xx", 600, 603, 604],
    ["busy", 486, 600],
    ["decline", 603],
    ["Not Found", 404],
    ["too many hops", 483],
    ["wrong password", 401],
    ["user not registered", 480],
    ["phone rings, nobody hears", "answeredButSilent"],
    ["forking", 199, "forking"],
    ["SIP/2.0 603 Network Blocked", 603],
  ];
  for (const [query, ...best] of cases) assert.deepEqual(hits(query, best.length), best, query);
});

test("whole sentences, in words of each language", async () => {
  const cases: readonly (readonly [locale: Locale, query: string, best: string | number])[] = [
    ["en", "can't register", 401],
    ["en", "calls drop after 30 seconds", "dropsAfterHalfAMinute"],
    ["zh", "电话响但是没有声音", "answeredButSilent"],
    ["zh", "被当成骚扰电话", "blockedAsSpam"],
    ["fr", "le téléphone sonne mais on n'entend rien", "answeredButSilent"],
    ["vi", "không đăng ký được", 401],
    ["ru", "телефон звонит, но ничего не слышно", "answeredButSilent"],
    ["tr", "şifre yanlış", 401],
    ["tr", "30 saniyede düşüyor", "dropsAfterHalfAMinute"],
  ];
  for (const [locale, query, best] of cases) {
    const found = (await openReference(locale)).search(query, 2);
    assert.ok(
      found.some((each) => (each.kind === "code" ? each.code : each.id) === best),
      `${query}: ${JSON.stringify(found)}`,
    );
  }
});

test("nothing for nothing, and no more than asked for", () => {
  for (const query of ["", "   ", "xyzzy", "!?", "\0"]) assert.deepEqual(hits(query), [], query);
  assert.equal(hits("call", 3).length, 3);
  assert.deepEqual(hits("603", 0), []);
});

for (const locale of locales()) {
  test(`${locale}: every code is found by its number, its phrase and each of its keywords`, async () => {
    const opened = await openReference(locale);
    const { texts } = await (await import("../../src/catalogue/mod.ts")).LOCALES[locale].load();
    for (const { code, phrase } of responseCodes) {
      const first = (query: string) =>
        opened.search(query, 12).flatMap((each) => (each.kind === "code" ? [each.code] : []));
      assert.equal(first(String(code))[0], code);
      assert.ok(first(phrase).includes(code as never), `${code} by ${phrase}`);
      for (const keyword of texts.codes[code as keyof typeof texts.codes].keywords)
        assert.ok(first(keyword).length > 0, `${code} by ${keyword}`);
    }
  });
}

test("did you mean", () => {
  const suggested = (query: string) => reference.suggest(query).map(({ code }) => code);
  assert.equal(suggested("bsuy")[0], 486);
  assert.deepEqual(suggested("declne"), [603]);
  assert.deepEqual(suggested("forbiden"), [403]);
  assert.deepEqual(suggested("468").slice(0, 2), [400, 486]);
  assert.deepEqual(suggested("699"), [600]);
  assert.deepEqual(suggested("xyzzy"), []);
});

test("words of any language", () => {
  assert.deepEqual(words("Réponse, VOICE-mail 2"), ["reponse", "voice", "mail", "2"]);
  assert.deepEqual(words("Đang bận"), ["dang", "ban"]);
  assert.deepEqual(words("İPTAL ışık"), ["iptal", "isik"]);
  assert.deepEqual(words("无法接通 SIP"), ["无法", "法接", "接通", "sip"]);
  assert.equal(folded("ÉÀ"), "ea");
  assert.equal(likeness("busy", "busy"), 1);
  assert.ok(likeness("ring", "ringing") > likeness("rings", "ringing"));
  assert.equal(likeness("busy", "business"), 0);
});

test("one slip of the fingers", () => {
  for (const [a, b] of [
    ["busy", "busy"],
    ["busy", "bsuy"],
    ["busy", "buzy"],
    ["busy", "bus"],
    ["busy", "bussy"],
    ["aab", "ab"],
    ["ab", "ba"],
  ] as const) {
    assert.ok(oneSlipApart(a, b), `${a} ${b}`);
    assert.ok(oneSlipApart(b, a), `${b} ${a}`);
  }
  for (const [a, b] of [
    ["busy", "ubys"],
    ["busy", "bu"],
    ["abcd", "acbe"],
  ] as const)
    assert.ok(!oneSlipApart(a, b), `${a} ${b}`);
});
