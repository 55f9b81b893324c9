import assert from "node:assert/strict";
import { test } from "node:test";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";
const passwords = { alice: "a", bob: "b", carol: "c" };

test("a user has so many requests waiting for an answer, from all phones together; what is answered makes room", () => {
  const scene = new Scene({ passwords, policy: { maxPendingPerUser: 3 } });
  const bob = scene.registered("bob", "180@100ms+486@20s");
  bob.answer("200@20s", "MESSAGE");
  const [desk, mobile] = ["desk", "mobile"].map((name) => scene.phone(name, { user: "alice", password: "a" }));
  const taken = [desk?.invite(BOB), mobile?.invite(BOB), mobile?.request("MESSAGE", BOB)];
  scene.world.run(1000);
  const held = scene.server.layer.size;
  const beyond = [desk?.invite(BOB), mobile?.request("MESSAGE", BOB)];
  const other = scene.phone("carol").request("OPTIONS", "sip:example.com");
  scene.world.run(1000);
  assert.deepEqual(scene.server.layer.size, held, "what is refused leaves nothing behind");
  scene.world.explain(() => {
    for (const each of beyond) {
      assert.deepEqual(each?.finals(), [403]);
      assert.match(each?.response(403).message.field("Warning") ?? "", /"alice@example\.com has 3 requests /);
    }
    assert.deepEqual(other.finals(), [200], "another user's share is another's");
  });
  scene.world.run(30_000);
  scene.world.explain(() =>
    assert.deepEqual(
      taken.map((each) => each?.finals()),
      [[486], [486], [200]],
    ),
  );
  const again = [1, 2, 3, 4].map(() => desk?.invite(BOB));
  scene.settle();
  scene.world.explain(() => assert.deepEqual(again.map((each) => each?.finals()[0]).sort(), [403, 486, 486, 486]));
});

test("calls that are given up, time out or find nobody make room too", () => {
  const scene = new Scene({ passwords, policy: { maxPendingPerUser: 1 } });
  const bob = scene.registered("bob", "180@100ms");
  const alice = scene.phone("alice");
  const given = alice.invite(BOB);
  scene.world.run(1000);
  given.cancel();
  scene.world.run(1000);
  assert.deepEqual(given.finals(), [487]);
  bob.answer("silent", "MESSAGE");
  const silent = alice.request("MESSAGE", BOB);
  scene.world.run(40_000);
  assert.equal(silent.timedOut, true);
  bob.answer("200@0s");
  const call = alice.invite(BOB, { byeAfterMs: 10_000 });
  scene.world.run(5000);
  assert.deepEqual(call.finals(), [200]);
  // A call that runs waits for nothing.
  const second = alice.invite(BOB, { byeAfterMs: 1000 });
  scene.settle();
  scene.world.explain(() => assert.deepEqual([second.finals(), call.dialog.byes[0]?.finals()], [[200], [200]]));
});

test("a dialog has a share as well, once many requests wait: whoever knows the way into one cannot take all the room", () => {
  const scene = new Scene({ passwords, policy: { maxPendingPerUser: 10_000 } });
  const bob = scene.registered("bob", "200@0s");
  bob.answer("silent", "INFO");
  const call = scene.phone("alice").invite(BOB);
  const other = scene.phone("carol").invite(BOB);
  scene.world.run(1000);
  const flood = Array.from({ length: 1200 }, () => call.dialog.request("INFO"));
  const bystander = other.dialog.request("INFO");
  scene.world.run(1000);
  const refused = flood.filter((each) => each.finals()[0] === 503);
  scene.world.explain(() => {
    assert.equal(scene.server.running, 1000 + 100 + 1);
    assert.equal(refused.length, 100);
    assert.equal(refused[0]?.response(503).message.field("Retry-After"), "10");
    assert.deepEqual(bystander.finals(), [], "it waits for bob, as it should");
  });
  scene.world.run(40_000);
  const again = call.dialog.request("INFO");
  scene.world.run(1000);
  scene.world.explain(() => assert.deepEqual(again.finals(), []));
  call.hangUp();
  other.hangUp();
  scene.settle();
});
