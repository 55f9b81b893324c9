import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { UseCounts } from "../../src/auth/use-counts.ts";

test("use counts hold what a Map holds, however the keys fall, until they are full", () => {
  const key = fc.oneof(
    fc.integer({ min: 1, max: 40 }),
    fc.maxSafeInteger().map((each) => Math.abs(each) + 1),
  );
  const uses = fc.array(fc.tuple(key, fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 60 });
  fc.assert(
    fc.property(uses, fc.double({ min: 0, max: 0.999, noNaN: true }), (each, seed) => {
      const counts = new UseCounts(16, seed);
      const model = new Map<number, number>();
      for (const [at, count] of each) {
        if (counts.isFull && !model.has(at)) continue;
        counts.set(at, count);
        model.set(at, count);
        assert.equal(counts.size, model.size);
        assert.equal(counts.isFull, model.size >= 16);
      }
      for (const [at] of each) assert.equal(counts.get(at), model.get(at) ?? -1);
    }),
  );
});

test("use counts that are emptied know nothing any more and have room again", () => {
  const counts = new UseCounts(2, 0.5);
  counts.set(7, 1);
  counts.set(8, 2);
  assert.equal(counts.isFull, true);
  counts.clear();
  assert.deepEqual([counts.size, counts.isFull, counts.get(7), counts.get(8)], [0, false, -1, -1]);
  counts.set(9, 3);
  assert.equal(counts.get(9), 3);
});

test("keys that agree in their lower half are told apart", () => {
  const counts = new UseCounts(64, 0.25);
  for (let half = 0; half < 64; half++) counts.set(half * 0x100000000 + 5, half);
  for (let half = 0; half < 64; half++) assert.equal(counts.get(half * 0x100000000 + 5), half);
});
