/** The English moves on, and a translation does not notice: the record does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../scripts/texts/entries.ts";
import { accepted, hashOf, staleFindings } from "../../scripts/texts/stale.ts";

const entry = (key: string, text: string): Entry => ({ key, text, file: "made-up.ts" });
const english = [entry("codes.486.says", "486 says busy."), entry("codes.487.says", "487 says ended.")];
const french = [entry("codes.486.says", "486 dit occupé."), entry("codes.487.says", "487 dit fini.")];
const record = Object.fromEntries(english.map(({ key, text }) => [key, hashOf(text)]));

const whats = (from: Entry[], to: Entry[], known: Record<string, string>) =>
  staleFindings(from, to, known).map(({ key, what }) => `${key} ${what}`);

test("what was accepted and has not changed is fresh", () => assert.deepEqual(whats(english, french, record), []));

test("a changed English sentence, one never accepted and one that is gone are named", () => {
  const changed = [entry("codes.486.says", "486 says busy here."), english[1] as Entry];
  assert.deepEqual(whats(changed, french, record), ["codes.486.says is stale: the English has changed since"]);
  const { "codes.487.says": _, ...without } = record;
  assert.deepEqual(whats(english, french, without), ["codes.487.says was never accepted: scripts/texts/accept.ts"]);
  assert.deepEqual(whats(english, french, { ...record, "codes.488.says": "0" }), ["codes.488.says is gone"]);
});

test("accepting takes today's English for the keys named, and drops what is gone", () => {
  const changed = english.map(({ key, text }) => entry(key, `${text} Now.`));
  const one = accepted(changed, french, { ...record, "codes.488.says": "0" }, ["codes.486"]);
  assert.equal(one.changed, 1);
  assert.deepEqual(Object.keys(one.record), ["codes.486.says", "codes.487.says"]);
  assert.deepEqual(whats(changed, french, one.record), ["codes.487.says is stale: the English has changed since"]);
  const all = accepted(changed, french, record, []);
  assert.equal(all.changed, 2);
  assert.deepEqual(whats(changed, french, all.record), []);
  assert.deepEqual(accepted(english, french.slice(1), {}, []).record, { "codes.487.says": record["codes.487.says"] });
});
