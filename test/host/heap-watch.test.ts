import assert from "node:assert/strict";
import { test } from "node:test";
import { HeapWatch } from "../../src/host/heap-watch.ts";
import type { Memory } from "../../src/server/mod.ts";

/** A heap of which `live` cannot be collected; looks are counted by whoever looks. */
class Shares {
  live = 0;
  garbage = 0;
  collections = 0;
  share(): number {
    return this.live + this.garbage;
  }
  collect(): void {
    this.collections++;
    this.garbage = 0;
  }
}

test("memory is short above three quarters of the heap, and enough again only well below", () => {
  const heap = new Shares();
  const told: Memory[] = [];
  const watch = new HeapWatch((memory) => told.push(memory), heap);
  const at = (live: number): readonly Memory[] => {
    heap.live = live;
    watch.look();
    return told.splice(0);
  };
  assert.deepEqual(at(0.74), []);
  assert.deepEqual(at(0.76), ["short"]);
  assert.deepEqual(at(0.86), []);
  assert.deepEqual(at(0.65), []);
  assert.deepEqual(at(0.59), ["enough"]);
  assert.deepEqual(at(0.74), []);
  // Nearly full is told by itself, and likewise ends only well below.
  assert.deepEqual(at(0.99), ["full"]);
  assert.deepEqual(at(0.81), []);
  assert.deepEqual(at(0.79), ["short"]);
  assert.deepEqual(at(0.88), ["full"]);
  assert.deepEqual(at(0.5), ["enough"]);
  watch.close();
});

test("garbage is not taken for what is needed, nor collected over and over", () => {
  const heap = new Shares();
  const told: Memory[] = [];
  const watch = new HeapWatch((memory) => told.push(memory), heap);
  Object.assign(heap, { live: 0.1, garbage: 0.8 });
  watch.look();
  assert.deepEqual([told, heap.collections], [[], 1]);
  heap.live = 0.8;
  for (let i = 0; i < 10; i++) watch.look();
  assert.deepEqual([told, heap.collections], [["short"], 1]);
  // The work is over, and what it leaves behind is garbage that nothing new pushes out.
  Object.assign(heap, { live: 0.1, garbage: 0.7 });
  for (let i = 0; i < 30; i++) watch.look();
  assert.deepEqual([told, heap.collections], [["short", "enough"], 2]);
  watch.close();
});

test("it looks by itself, and at the heap there is", async () => {
  const alive = setInterval(() => {}, 1000); // the watch keeps no process alive
  const told = await new Promise<Memory>((resolve) => {
    const heap = new Shares();
    heap.live = 1;
    const watch = new HeapWatch((memory) => {
      watch.close();
      resolve(memory);
    }, heap);
  });
  clearInterval(alive);
  assert.equal(told, "full");
  const real = new HeapWatch(() => assert.fail("a test run is far from the limit"));
  real.look();
  real.close();
});
