import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "../../src/testing/mod.ts";
import { readPidf, writePidf } from "../../src/ua/mod.ts";

const passwords = { alice: "wonderland", bob: "builder" };

test("ten lines: a server, two agents, 32 s in a moment", async () => {
  const began = performance.now();
  await simulate(async (world) => {
    const office = world.server("example.com", { passwords });
    const alice = await office.agent("alice");
    const bob = await office.agent("bob", { via: "WS" });
    bob.onCall = (call) => call.ring();
    const before = world.elapsed;
    const { kind } = await alice.call("bob", { ringFor: 32 }).outcome;
    assert.equal(kind, "timeout");
    assert.ok(Math.abs(world.elapsed - before - 32_000) < 100, `${world.elapsed - before} ms`);
  });
  assert.ok(performance.now() - began < 5000);
});

test("several phones of one user, scripted and real", () =>
  simulate(async (world) => {
    const office = world.server();
    const alice = await office.agent("alice");
    const desk = await office.phone("bob", "180@1s+486@3s");
    const mobile = await office.agent("bob");
    mobile.onCall = async (call) => {
      call.ring();
      await world.wait(5000);
      await call.answer();
    };
    const call = alice.call("bob");
    assert.equal((await call.outcome).kind, "answered");
    assert.deepEqual(desk.call.finals(), [486]);
    assert.equal(mobile.calls.length, 1);
  }));

test("presence, from nobody there to published and gone, in the kit's own server", () =>
  simulate(async (world) => {
    const office = world.server("example.com", { passwords });
    const alice = await office.agent("alice");
    const seen: (string | null | undefined)[] = [];
    const watching = alice.subscribe("bob", "presence", {
      onNotify: ({ body }) => seen.push(readPidf(body)?.tuples[0]?.basic),
    });
    assert.equal((await watching.outcome).code, 200);
    const bob = await office.agent("bob");
    await world.wait(10_000);
    const entity = "sip:bob@example.com";
    const published = bob.publish("presence", writePidf({ entity, tuples: [{ id: "desk", basic: "closed" }] }));
    await published.outcome;
    await world.wait(10_000);
    assert.deepEqual(seen, ["closed", "open", "closed"]);
    const refused = await office.agent("alice").then((other) => other.subscribe("bob", "message-summary").outcome);
    assert.equal(refused.code, 403); // what waits for bob is bob's alone
  }));

test("a server without events leaves subscriptions to the phones", () =>
  simulate(async (world) => {
    const office = world.server("example.com", { events: false });
    const alice = await office.agent("alice");
    const bob = await office.agent("bob");
    bob.serve("presence", (incoming) => void incoming.accept({ told: { contentType: "text/plain", body: "here" } }));
    const watching = alice.subscribe("bob", "presence");
    await watching.outcome;
    await world.wait(100);
    assert.equal(watching.latest?.body, "here");
  }));

test("agents without a server, and the network between them", () =>
  simulate(async (world) => {
    const alice = world.agent("alice");
    const bob = world.agent("bob");
    world.network.partition("alice", "bob");
    const outcome = await alice.call(bob.core.settings.uri).outcome;
    assert.deepEqual([outcome.kind, Math.round(world.elapsed / 1000)], ["timeout", 32]);
  }));

test("a failed assertion tells seed and ladder", async () => {
  const failing = simulate(
    async (world) => {
      const office = world.server();
      const alice = await office.agent("alice");
      const bob = await office.agent("bob");
      bob.onCall = (call) => call.reject();
      assert.equal((await alice.call("bob").outcome).code, 200);
    },
    { seed: 7 },
  );
  await assert.rejects(failing, ({ message, stack }: Error) => {
    assert.match(message, /486 !== 200/);
    assert.match(message, /seed 7/);
    assert.match(message, /alice[\s\S]*INVITE[\s\S]*486 Busy Here/);
    assert.match(stack ?? "", /INVITE/);
    return true;
  });
});

test("a handler that throws fails the test, though the caller has its 500", async () => {
  const failing = simulate(async (world) => {
    const alice = world.agent("alice");
    const bob = world.agent("bob");
    bob.onCall = () => {
      throw new Error("the database is gone");
    };
    assert.equal((await alice.call(bob.core.settings.uri).outcome).code, 500);
  });
  await assert.rejects(failing, /something broke: Error: the database is gone[\s\S]*seed 1/);
  await simulate(async (world) => {
    const alice = world.agent("alice");
    const bob = world.agent("bob");
    bob.onCall = () => {
      throw new Error("expected");
    };
    await alice.call(bob.core.settings.uri).outcome;
    assert.match(world.problems.splice(0)[0]?.text ?? "", /expected/);
  });
});

test("what is left running is hung up; what does not end is told", async () => {
  await simulate(async (world) => {
    const alice = world.agent("alice");
    const bob = world.agent("bob");
    bob.onCall = (call) => void call.answer();
    await alice.call(bob.core.settings.uri).outcome;
  });
  const stuck = simulate(() => new Promise(() => {}));
  await assert.rejects(stuck, /waited for a promise, but nothing is left to happen\nseed 1/);
});

test("long chains of promises are waited for", () =>
  simulate(async () => {
    for (let i = 0; i < 500; i++) await null;
  }));

test("the same seed gives the same messages", async () => {
  const once = (seed: string): Promise<string> =>
    simulate(
      async (world) => {
        const office = world.server("example.com", { passwords });
        const alice = await office.agent("alice");
        const bob = await office.agent("bob");
        bob.onCall = (call) => void call.answer();
        await (await alice.call("bob")).outcome;
        return JSON.stringify(world.messages);
      },
      { seed, faults: { loss: 0.2, jitterMs: 30 } },
    );
  assert.equal(await once("a"), await once("a"));
  assert.notEqual(await once("a"), await once("b"));
});
