import assert from "node:assert/strict";
import { test } from "node:test";
import { World, WorldError } from "../../src/lab/mod.ts";

/** Kept once `ms` of virtual time have passed. */
const later = (world: World, ms: number): Promise<number> =>
  new Promise((resolve) => world.after(ms, () => resolve(world.elapsed)));

test("until: runs time until a promise is kept, chains of promises and time included", async () => {
  const world = new World();
  const chain = later(world, 1000)
    .then(() => later(world, 2000))
    .then((at) => [at, world.elapsed]);
  assert.deepEqual(await world.until(chain), [3000, 3000]);
  assert.equal(await world.until(Promise.resolve("at once")), "at once");
});

test("until: throws what the promise was rejected with, and a WorldError when nothing can keep it", async () => {
  const world = new World();
  await assert.rejects(world.until(later(world, 10).then(() => Promise.reject(new RangeError("no")))), RangeError);
  await assert.rejects(world.until(new Promise(() => {})), WorldError);
  await assert.rejects(world.until(later(world, 5000), 1000), WorldError);
});

test("pass and untilQuiet let promises be kept on the way", async () => {
  const world = new World();
  const kept: number[] = [];
  const repeat = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) kept.push(await later(world, 100));
  };
  void repeat();
  await world.pass(250);
  assert.deepEqual([kept, world.elapsed], [[100, 200], 250]);
  await world.untilQuiet();
  assert.deepEqual([kept.length, world.quiet, world.elapsed], [5, true, 500]);
});
