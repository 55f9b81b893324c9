import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runExample } from "./examples.ts";

test("examples/testing: three tests of a user's own, minutes of virtual time, all pass", async () => {
  const { code, output } = await runExample(["--test", "--test-reporter=tap", "examples/testing/callback.test.ts"]);
  assert.equal(code, 0, output);
  assert.match(output, /^# pass 3$/m);
});

test("docs/testing.md shows code that stands in the examples, line for line", () => {
  const page = readFileSync(new URL("../../docs/testing.md", import.meta.url), "utf8");
  const example = readFileSync(new URL("../../examples/testing/callback.test.ts", import.meta.url), "utf8");
  const lines = new Set(example.split("\n").map((line) => line.trim()));
  const shown = /```ts\n(import assert[\s\S]*?)```/.exec(page)?.[1]?.split("\n") ?? [];
  assert.ok(shown.length > 8);
  for (const line of shown) assert.ok(lines.has(line.trim()), line);
});
