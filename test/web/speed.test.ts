import assert from "node:assert/strict";
import { test } from "node:test";
import { Served } from "../cli/kit.ts";
import { ask } from "./kit.ts";

const PATHS = ["/en/", "/en/sip/", "/en/sip/603", "/en/sip/compare/486-vs-600", "/en/sip/which", "/en/sip/mappings", "/en/search?q=busy"]; // biome-ignore format: a list
const ROUNDS = 60;
/** Far above what a quiet machine needs: this test tells a page that became slow, not a machine that is busy. */
const LIMIT_MS = 50;

test("how long a page takes over HTTP, warm", { timeout: 60_000 }, async (t) => {
  const served = await Served.start(t, ["--data", ":memory:"]);
  for (const path of PATHS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      const { status } = await served.get(path);
      times.push(performance.now() - started);
      assert.equal(status, 200);
    }
    times.sort((a, b) => a - b);
    const [half = 0, most = 0] = [times[ROUNDS / 2], times[Math.floor(ROUNDS * 0.95)]];
    t.diagnostic(`${path}: half within ${half.toFixed(2)} ms, 95 % within ${most.toFixed(2)} ms`);
    assert.ok(half < LIMIT_MS, `${path}: ${half} ms`);
  }
});

test("a comparison never asked for before is rendered at once", async (t) => {
  await ask("/en/sip/compare/400-vs-401");
  const started = performance.now();
  const pairs = Array.from({ length: 40 }, (_, index) => `/en/sip/compare/180-vs-${400 + index}`);
  const answers = await Promise.all(pairs.map((path) => ask(path)));
  const found = answers.filter(({ status }) => status === 200).length;
  const each = (performance.now() - started) / found;
  t.diagnostic(`${found} comparisons, ${each.toFixed(2)} ms each`);
  assert.ok(found > 20 && each < LIMIT_MS, `${found} of ${each} ms`);
});
