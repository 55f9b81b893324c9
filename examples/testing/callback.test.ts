import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "ringback/testing";
import { callBack } from "./callback.ts";

test("bob is busy twice, says when, and is reached at the third call", () =>
  simulate(async (world) => {
    const office = world.server("example.com");
    const alice = await office.agent("alice");
    const bob = await office.agent("bob");
    let calls = 0;
    bob.onCall = (call) => (++calls < 3 ? call.reject(486, { retryAfter: 300 }) : void call.answer());
    assert.equal(await callBack(alice, "bob", 5, (ms) => world.wait(ms)), 3);
    assert.ok(world.elapsed > 600_000); // ten minutes, in a few milliseconds
  }));

test("a no that speaks for every phone is not asked again", () =>
  simulate(async (world) => {
    const office = world.server("example.com", { passwords: { alice: "wonderland", bob: "builder" } });
    const alice = await office.agent("alice", { via: "WS" });
    const desk = await office.phone("bob", "180@1s+603@5s");
    const mobile = await office.phone("bob", "180@1s");
    assert.equal(await callBack(alice, "bob", 5, (ms) => world.wait(ms)), 1);
    assert.deepEqual([desk.call.finals(), mobile.call.finals()], [[603], [487]]);
  }));

test("the network loses every fifth datagram: nothing changes but the time it takes", () =>
  simulate(
    async (world) => {
      const office = world.server("example.com");
      const alice = await office.agent("alice");
      const bob = await office.agent("bob");
      bob.onCall = (call) => void call.answer();
      assert.equal(await callBack(alice, "bob", 3, (ms) => world.wait(ms)), 1);
    },
    { seed: "tuesday", faults: { loss: 0.2, jitterMs: 40 } },
  ));
