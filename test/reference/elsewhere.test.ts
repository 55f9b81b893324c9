/** Words of another language than the reader's. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openReference, readInAnyLanguage } from "../../src/reference/mod.ts";

const english = await openReference("en");

test("who reads English and asks in another language is answered in English", async () => {
  for (const asked of ["occupé", "占线", "занято", "meşgul", "máy bận", "may ban"]) {
    const { codes, found } = await readInAnyLanguage(asked, english);
    assert.equal(codes[0]?.code, 486, asked);
    assert.match(codes[0]?.gloss ?? "", /^Busy/, asked);
    assert.match(found[0]?.title ?? "", /Busy/, asked);
  }
});

test("what fits the own language by chance gives way to what fits another one well", async () => {
  assert.ok(english.read("pas de son").found.every(({ score }) => score < 0.5));
  const { found } = await readInAnyLanguage("pas de son", english);
  assert.ok(
    found.some(({ kind, title }) => kind === "symptom" && /hears/.test(title)),
    JSON.stringify(found),
  );
});

test("the own language comes first, and nothing is found for nothing", async () => {
  const french = await openReference("fr");
  assert.deepEqual(await readInAnyLanguage("refusé", french), french.read("refusé"));
  assert.deepEqual(await readInAnyLanguage("Decline", french), french.read("Decline"));
  for (const nothing of ["", "xyzzy", "!?"]) {
    const { codes, found } = await readInAnyLanguage(nothing, english);
    assert.deepEqual([codes, found], [[], []], nothing);
  }
});
