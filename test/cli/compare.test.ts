/** `ringback compare`, run as people run it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { widthOf } from "../../src/cli/layout.ts";
import { locales, openReference } from "../../src/reference/mod.ts";
import { ringback } from "./kit.ts";

test("two codes side by side: fits 80 columns, links both", async () => {
  const { code, stdout, stderr } = await ringback(["compare", "486", "600", "--lang", "en"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /^486 Busy Here · 600 Busy Everywhere\n/);
  for (const line of stdout.split("\n")) assert.ok(widthOf(line) <= 80, line);
  assert.doesNotMatch(stdout, /[`\x1b]|undefined|\{\$/);
  assert.match(stdout, /ringback explain 486 {3}Busy Here\n {2}ringback explain 600 {3}Busy Everywhere\n$/);
});

test("JSON is what the reference says, in the order asked for", async () => {
  const reference = await openReference("en");
  const { stdout } = await ringback(["compare", "600", "486", "--json", "--lang", "en"]);
  assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(reference.compare(600, 486))));
});

test("codes by phrase, and both in one argument", async () => {
  for (const args of [["Busy Here", "decline"], ["486-vs-603"], ["486/603"], ["486", "vs", "603"], ["486 vs 603"]]) {
    const { a, b } = JSON.parse((await ringback(["compare", ...args, "--json"])).stdout);
    assert.deepEqual([a.code, b.code], [486, 603], args.join(" "));
  }
});

test("exit 1 for what is not there, exit 2 for what was called wrongly", async () => {
  const cases: [string[], 1 | 2, RegExp][] = [
    [["486", "699"], 1, /699 is in no registry; a user agent treats it as 600 Busy Everywhere/],
    [["486", "declne"], 1, /nothing fits 'declne'; did you mean 603 Decline\?/],
    [["busy", "603"], 1, /'busy' can be 486 Busy Here, 600 Busy Everywhere.*name one by its number/],
    [["486"], 2, /name two codes, as in: ringback compare 486 600/],
    [["1", "2", "3"], 2, /name two codes/],
    [["486", "486"], 2, /the same code twice/],
    [["486", "600", "--lang", "xx"], 2, /--lang 'xx' must be one of en/],
    [[], 2, /missing required argument/],
  ];
  for (const [args, exit, said] of cases) {
    const { code, stdout, stderr } = await ringback(["compare", ...args]);
    assert.deepEqual([code, stdout], [exit, ""], args.join(" "));
    assert.match(stderr, said);
    assert.equal(stderr.split("\n").length, 2);
  }
});

test("every confused pair fits, wide terminal or narrow", async () => {
  const { comparisonLines } = await import("../../src/cli/compare.ts");
  for (const locale of locales()) {
    const reference = await openReference(locale, { samples: "marked" });
    for (const { a, b } of reference.confusedPairs()) {
      const comparison = reference.compare(a.code, b.code);
      assert.ok(comparison !== null);
      for (const columns of [40, 80])
        for (const line of comparisonLines(comparison, reference, { columns, colours: false }))
          assert.ok(widthOf(line) <= columns, `${locale} ${a.code}/${b.code} ${columns}: ${line}`);
    }
  }
});
