/** Every comparison there can be, in every language there is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { responseCodes } from "../../src/catalogue/mod.ts";
import { type Comparison, FEWEST_DIFFERENCES, locales, openReference } from "../../src/reference/mod.ts";

/** Ends like a sentence, a closing quotation mark or bracket allowed behind. */
const SENTENCE_END = /[.!?。！？]["”»’」』）)]*$/;
/** Placeholders nobody filled, and what JavaScript prints in place of nothing. */
const UNFILLED = /[{}`]|\$\w|\bundefined\b|\bNaN\b|\[object/;

function check(comparison: Comparison): void {
  const { a, b, differences, title, summary, whenToUse, swap } = comparison;
  const name = `${comparison.lang} ${a.code}/${b.code}`;
  const aspects = differences.map((each) => each.aspect);
  assert.ok(aspects.length >= FEWEST_DIFFERENCES && aspects.length <= 10, `${name}: ${aspects.join(" ")}`);
  assert.equal(new Set(aspects).size, aspects.length, name);
  assert.equal(
    new Set(differences.map((each) => each.label)).size,
    aspects.length,
    `${name}: two aspects of one label`,
  );
  for (const { aspect, a: ofA, b: ofB, text } of differences) {
    const masked = [ofA.replaceAll(String(a.code), "#"), ofB.replaceAll(String(b.code), "#")];
    assert.notEqual(masked[0], masked[1], `${name} ${aspect}`);
    for (const each of [ofA, ofB, text]) assert.match(each, SENTENCE_END, `${name} ${aspect}`);
    assert.ok(text.includes(ofA) && text.includes(ofB), `${name} ${aspect}`);
  }
  const texts = [summary, whenToUse.a, whenToUse.b, swap.bForA, swap.aForB];
  for (const each of texts) assert.match(each, SENTENCE_END, name);
  for (const each of [title, ...texts, ...differences.map(({ text, label }) => `${label} ${text}`)])
    assert.doesNotMatch(each, UNFILLED, name);
}

for (const locale of locales()) {
  test(`${locale}: every pair differs in at least four aspects, none of them empty`, async (t) => {
    const reference = await openReference(locale);
    let pairs = 0;
    let spent = 0;
    for (const [i, { code: a }] of responseCodes.entries()) {
      for (const { code: b } of responseCodes.slice(i + 1)) {
        const from = performance.now();
        const comparison = reference.compare(a, b);
        spent += performance.now() - from;
        assert.ok(comparison !== null, `${a}/${b}`);
        check(comparison);
        pairs++;
      }
    }
    assert.equal(pairs, (responseCodes.length * (responseCodes.length - 1)) / 2);
    t.diagnostic(`${pairs} comparisons in ${Math.round(spent)} ms, ${((spent / pairs) * 1000).toFixed(0)} µs each`);
  });
}
