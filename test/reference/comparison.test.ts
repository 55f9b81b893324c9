/** Two codes beside each other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CONFUSED_PAIRS } from "../../src/catalogue/mod.ts";
import { type Comparison, openReference } from "../../src/reference/mod.ts";

const reference = await openReference("en");

function compared(a: number, b: number): Comparison {
  const comparison = reference.compare(a, b);
  assert.ok(comparison !== null, `${a}/${b}`);
  return comparison;
}

const aspects = (a: number, b: number): string[] => compared(a, b).differences.map(({ aspect }) => aspect);

test("486 and 600: scope and fork first; what Asterisk and FreeSWITCH make of both is no difference", () => {
  assert.deepEqual(aspects(486, 600), ["scope", "fork", "class", "cause", "evidence"]);
  const [scope] = compared(486, 600).differences;
  assert.match(scope?.a ?? "", /^486 /);
  assert.match(scope?.b ?? "", /^600 /);
});

test("only refusals are asked for Retry-After, a cause or a condition", () => {
  for (const aspect of ["retryAfter", "q850", "xmpp", "hops"]) assert.ok(!aspects(200, 603).includes(aspect), aspect);
  assert.ok(aspects(603, 604).includes("retryAfter"));
  assert.ok(aspects(404, 410).includes("q850"));
});

test("codes that share all facts are told apart by cause, trace and what to do", () => {
  assert.deepEqual(aspects(180, 183), ["cause", "evidence", "caller", "developer", "operator"]);
  const cause = compared(180, 183).differences[0];
  assert.ok(cause?.text.startsWith("180: ") && cause.text.includes(" 183: "));
});

test("the order asked for is kept, the summary is the same", () => {
  const [up, down] = [compared(486, 600), compared(600, 486)];
  assert.deepEqual([down.a.code, down.b.code], [600, 486]);
  assert.deepEqual(down.a, up.b);
  assert.equal(down.summary, up.summary);
  assert.deepEqual(down.whenToUse, { a: up.whenToUse.b, b: up.whenToUse.a });
  assert.deepEqual(down.swap, { bForA: up.swap.aForB, aForB: up.swap.bForA });
  assert.match(down.title, /600 Busy Everywhere.*486 Busy Here/);
});

test("confused pairs have a verdict by hand, others a sentence that leads into both", () => {
  for (const pair of CONFUSED_PAIRS) {
    const [a, b] = pair.split("-vs-").map(Number) as [number, number];
    assert.ok((compared(a, b).verdict?.choose ?? "").length > 40, pair);
  }
  const { summary, verdict, a, b } = compared(404, 503);
  assert.equal(verdict, null);
  assert.ok(summary.endsWith(`${a.says} ${b.says}`), summary);
});

test("the lead names the lower code first and speaks of what differs first", () => {
  const lead = (a: number, b: number): string => compared(a, b).summary.split(/[.;,] /)[0] ?? "";
  const cases = [
    [180, 486, /report on the way/],
    [486, 180, /^180 is a report/],
    [202, 486, /^202 says that the request succeeded/],
    [200, 302, /succeeded/],
    [302, 486, /^302 offers/],
    [404, 483, /both say no/],
  ] as const;
  for (const [a, b, says] of cases) assert.match(lead(a, b), says, `${a}/${b}`);
});

test("what a swap changes: the sent code's consequences, and nothing where both act alike", () => {
  const { swap } = compared(486, 600);
  assert.match(swap.bForA, /Where 486 was right and 600 is sent.*phones stop ringing/);
  assert.match(swap.aForB, /Where 600 was right and 486 is sent.*ring on/);
  const same = compared(180, 183).swap;
  assert.equal(same.aForB, same.bForA);
  assert.doesNotMatch(same.aForB, /was right/);
});

test("no comparison with an unknown code or with itself", () => {
  for (const [a, b] of [
    [486, 486],
    [486, 699],
    [0, 486],
    [Number.NaN, Number.NaN],
  ] as const)
    assert.equal(reference.compare(a, b), null);
});
