import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextTable } from "../../src/kernel/mod.ts";

interface Row {
  readonly text: string;
  readonly value: number;
}

/** Pairs of texts that get the same number when the seed is 0. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["9nsf.-l7pzin", "mfd5.-tn75k9"],
  ["riht.1n7wfz", "7n5o.-bl21z0"],
];

const table = (): TextTable<Row> => new TextTable<Row>(0, ({ text }) => text);

/** How many stand beside for want of a number of their own. */
const beside = (rows: TextTable<Row>): number => (rows as unknown as { beside: Map<string, Row> }).beside.size;

test("texts that share a number are held and found apart", () => {
  for (const [first, second] of PAIRS) {
    const rows = table();
    rows.set({ text: first, value: 1 });
    assert.equal(rows.get(second), undefined);
    assert.equal(rows.delete(second), false);
    rows.set({ text: second, value: 2 });
    assert.equal(beside(rows), 1, "they share one, else this test shows nothing");
    assert.deepEqual([rows.size, rows.get(first)?.value, rows.get(second)?.value], [2, 1, 2]);
    rows.set({ text: second, value: 3 });
    rows.set({ text: first, value: 4 });
    assert.deepEqual([rows.size, rows.get(first)?.value, rows.get(second)?.value], [2, 4, 3]);
    assert.deepEqual(
      [...rows].map(({ value }) => value),
      [4, 3],
    );
    assert.equal(rows.delete(first), true);
    assert.deepEqual([rows.size, rows.get(first), rows.get(second)?.value], [1, undefined, 3]);
    rows.set({ text: second, value: 5 }); // where it was, though the number is free now
    assert.deepEqual([rows.size, rows.get(second)?.value, rows.delete(second), rows.size], [1, 5, true, 0]);
  }
});

test("a table holds what a Map holds, whatever is set and deleted, texts that share a number included", () => {
  const texts = [...PAIRS.flat(), "", "a", "alice@example.com"];
  const step = fc.record({ text: fc.constantFrom(...texts), value: fc.nat(), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const rows = table();
      const model = new Map<string, Row>();
      for (const { text, value, remove } of steps) {
        if (remove) assert.equal(rows.delete(text), model.delete(text));
        else {
          rows.set({ text, value });
          model.set(text, { text, value });
        }
        assert.equal(rows.size, model.size);
        for (const each of texts) assert.deepEqual(rows.get(each), model.get(each));
      }
      const values = (each: Iterable<Row>): string[] => [...each].map(({ text, value }) => `${text}=${value}`).sort();
      assert.deepEqual(values(rows), values(model.values()));
    }),
  );
});
