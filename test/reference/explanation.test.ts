/** What is said of one code. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { BEHAVIOUR_IDS, behaviours, responseCodes } from "../../src/catalogue/mod.ts";
import { type Explanation, locales, openReference, pieces, unmarked } from "../../src/reference/mod.ts";

const english = await openReference("en");

/** Scripts read these: they may gain company, never change. */
const CONTRACT = [
  ...["code", "phrase", "class", "registry", "reference", "lang", "title", "meaning", "whenYouSeeIt", "howToFix"],
  ...["causes", "facts"],
];
const FACTS = [
  ...["scope", "sentBy", "retryAfter", "stopsHunting", "cancelsBranches", "aggregated", "rewrittenAs", "rank"],
  ...["dialogEffect", "cacheable", "q850", "xmpp", "hops", "billing"],
];

function explained(code: number): Explanation {
  const explanation = english.explain(code);
  assert.ok(explanation !== null, String(code));
  return explanation;
}

for (const locale of locales()) {
  test(`${locale}: every code has what the contract lists, as plain text`, async () => {
    const reference = await openReference(locale);
    for (const { code, class: name } of responseCodes) {
      const said = reference.explain(code);
      assert.ok(said !== null);
      for (const key of CONTRACT) assert.ok(key in said, `${code} ${key}`);
      for (const key of FACTS) assert.ok(key in said.facts, `${code} facts.${key}`);
      assert.equal(said.lang, locale);
      assert.equal(typeof said.howToFix, "string");
      for (const role of Object.values(said.howToFixBy)) assert.ok(said.howToFix.includes(role), `${code}`);
      assert.ok(said.title.startsWith(`${code} ${said.phrase}`), said.title);
      assert.ok(name < "3xx" || said.causes.length > 0, `${code} has no cause`);
      assert.equal(new Set(said.statements.map(({ label }) => label)).size, said.statements.length, "a label twice");
      const all = JSON.stringify(said);
      assert.doesNotMatch(all, /`|\{\$|undefined|\[object/, `${code}`);
      assert.deepEqual(JSON.parse(all), said, "survives JSON");
    }
  });
}

test("603 in full", () => {
  const { phrase, class: name, registry, reference, facts, statements, behaviours: held } = explained(603);
  assert.deepEqual([phrase, name, registry, reference], ["Decline", "6xx", "iana", "RFC 3261 §21.6.2"]);
  assert.equal(facts.fork, "ends");
  assert.deepEqual(facts.hops, { asterisk: 403, freeswitch: 603 });
  assert.ok(!("obsoleteFor" in facts) && !("code" in facts) && !("sources" in facts));
  assert.deepEqual(
    statements.filter(({ notable }) => notable).map(({ fact }) => fact),
    [
      ...["scope", "concerns", "sentBy", "next", "retryAfter", "repairedBy", "fork", "dialog", "hops"],
      ...["billing", "q850", "xmpp"],
    ],
  );
  const statement = (fact: string) => statements.find((each) => each.fact === fact)?.text ?? "";
  assert.match(statement("hops"), /\b403\b.*\b603\b/);
  assert.match(statement("q850"), /\b21\b.*Call rejected/);
  assert.match(statement("xmpp"), /recipient-unavailable/);
  assert.ok(held.some(({ id }) => id === "globalFailureStopsHunt"));
});

test("what leaves the other leg unchanged, alike, or unknown is said so", () => {
  const hops = (code: number) => explained(code).statements.find(({ fact }) => fact === "hops")?.text ?? "";
  assert.doesNotMatch(hops(404), /both|as 404 .* as 404/);
  assert.match(hops(600), /\b486\b/);
  assert.match(hops(480), /\b480\b.*\b408\b/);
  assert.doesNotMatch(hops(180), /null/);
  for (const { code } of responseCodes) assert.doesNotMatch(hops(code), /null|undefined/, String(code));
});

test("every claim about this server is told at some code, with its test", () => {
  const told = new Set(responseCodes.flatMap(({ code }) => explained(code).behaviours.map(({ id }) => id)));
  assert.deepEqual([...told].sort(), [...BEHAVIOUR_IDS].sort());
  for (const { id, test: held } of explained(600).behaviours) assert.deepEqual(held, behaviours[id].test);
});

test("marked texts keep samples apart, plain ones are the same without the marks", async () => {
  const marked = await openReference("en", { samples: "marked" });
  assert.notDeepEqual(marked.explain(200), english.explain(200));
  assert.deepEqual(JSON.parse(unmarked(JSON.stringify(marked.explain(200)))), english.explain(200));
  assert.match(JSON.stringify(marked.explain(405)), /`Allow`/);
});

test("pieces of a marked text", () => {
  assert.deepEqual(pieces("send `ACK`, then `BYE`"), [
    { text: "send ", sample: false },
    { text: "ACK", sample: true },
    { text: ", then ", sample: false },
    { text: "BYE", sample: true },
  ]);
  assert.deepEqual(pieces("a ` alone"), [{ text: "a ` alone", sample: false }]);
  assert.deepEqual(pieces("``"), []);
  assert.equal(unmarked("`a` b ` c"), "a b ` c");
});

test("an unknown code has no explanation, and the same object answers twice", () => {
  for (const code of [699, 0, -1, 1000, 603.5, Number.NaN]) assert.equal(english.explain(code), null);
  assert.equal(english.explain(486), english.explain(486));
});
