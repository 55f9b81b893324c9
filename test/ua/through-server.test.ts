import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Protocol } from "../../src/transport/mod.ts";
import type { IncomingCall } from "../../src/ua/mod.ts";
import { AgentScene } from "./scene-kit.ts";

const BOB = "sip:bob@example.com";
const passwords = { alice: "wonderland", bob: "builder" };

const ways: readonly [Protocol, Protocol][] = [
  ["UDP", "UDP"],
  ["UDP", "TCP"],
  ["TCP", "WS"],
  ["TLS", "TLS"],
  ["WS", "UDP"],
  ["WS", "WS"],
];

describe("user agents through a real server, with digest", () => {
  for (const [caller, callee] of ways) {
    test(`${caller} calls ${callee}: challenged once, answered, held, both hang up`, async () => {
      const scene = new AgentScene({ passwords });
      const listenOn = (via: Protocol) => (via === "TLS" ? { via, listen: [{ protocol: "TLS" as const }] } : { via });
      const alice = scene.agent("alice", {}, listenOn(caller));
      const bob = scene.agent("bob", {}, listenOn(callee));
      await scene.register(bob);
      const taken: IncomingCall[] = [];
      bob.onCall = (incoming) => {
        taken.push(incoming);
        incoming.ring();
        scene.world.after(1000, () => void incoming.answer());
      };
      const call = alice.call(BOB);
      const outcome = await scene.world.until(call.outcome);
      assert.deepEqual([outcome.kind, outcome.code, outcome.text], ["answered", 200, "200 OK"]);
      assert.equal((await scene.world.until(call.hold())).kind, "answered");
      assert.equal((await scene.world.until((taken[0] as IncomingCall).resume())).kind, "answered");
      const end = await scene.world.until((taken[0] as IncomingCall).hangUp());
      assert.deepEqual([end.cause, end.by], ["hungUp", "local"]);
      assert.equal((await scene.world.until(call.ended)).by, "remote");
      scene.settle();
    });
  }

  test("a browser calls a browser by name, media early and reliable", async () => {
    const scene = new AgentScene({ passwords });
    const [alice, bob] = [scene.agent("alice", {}, { via: "WS" }), scene.agent("bob", {}, { via: "WS" })];
    await scene.register(bob);
    bob.onCall = (incoming) => {
      incoming.progress(183, true);
      void incoming.answer();
    };
    const call = alice.call("bob");
    assert.equal((await scene.world.until(call.outcome)).kind, "answered");
    await scene.world.until(call.hangUp());
    scene.settle();
  });

  test("two phones of one user answer at the same moment: one stays, each is acknowledged", async () => {
    const scene = new AgentScene();
    const phones = [1, 2, 3].map((n) => scene.registered(`p${n}`, "180@100ms+200@1s", { user: "bob" }));
    const alice = scene.agent("alice");
    const call = alice.call(BOB);
    await scene.world.until(call.outcome);
    await scene.world.pass(3000);
    const answered = phones.filter((phone) => phone.calls[0]?.finals().includes(200));
    assert.ok(answered.length >= 2);
    for (const phone of answered) assert.equal(phone.call.acked(), true);
    assert.equal(answered.filter((phone) => phone.received("BYE").length === 0).length, 1);
    await scene.world.until(call.hangUp());
    scene.settle();
    for (const phone of answered) assert.deepEqual(phone.call.unacknowledged, []);
  });

  test("who decided and how far it reaches: 486 keeps the others ringing, 603 does not, 404 and 480 are the server's", async () => {
    const scene = new AgentScene();
    scene.registered("desk", "486@1s", { user: "bob" });
    scene.registered("mobile", "180@1s+603@3s", { user: "bob" });
    const alice = scene.agent("alice");
    const declined = await scene.world.until(alice.call(BOB).outcome);
    assert.deepEqual([declined.code, declined.scope, declined.decidedBy], [603, "everywhere", "callee"]);
    const unknown = await scene.world.until(alice.call("sip:nobody@example.com").outcome);
    assert.deepEqual([unknown.code, unknown.scope, unknown.decidedBy], [404, "domain", "server"]);
    const foreign = await scene.world.until(alice.call("sip:bob@192.0.2.1:5099").outcome);
    assert.equal(foreign.kind, "timeout");
    scene.settle();
  });

  test("the caller hangs up while two phones ring: canceled, both phones stop", async () => {
    const scene = new AgentScene();
    const phones = [1, 2].map((n) => scene.registered(`p${n}`, "180@100ms", { user: "bob" }));
    const alice = scene.agent("alice");
    const call = alice.call(BOB);
    await scene.world.pass(3000);
    const end = await scene.world.until(call.hangUp());
    assert.deepEqual([end.outcome.kind, end.outcome.code, end.cause], ["canceled", 487, "notAnswered"]);
    for (const phone of phones) assert.equal(phone.call.cancels.length, 1);
    scene.settle();
  });

  test("elsewhere: the phones of a callee hear that the call was answered at another one", async () => {
    const scene = new AgentScene();
    scene.registered("desk", "180@100ms+200@2s", { user: "bob" });
    const bob = scene.agent("bob");
    await scene.register(bob);
    const outcomes: Promise<unknown>[] = [];
    bob.onCall = (incoming) => {
      incoming.ring();
      outcomes.push(incoming.outcome.then(({ kind, text }) => [kind, text]));
    };
    const call = scene.agent("alice").call(BOB);
    await scene.world.until(call.outcome);
    assert.deepEqual(await scene.world.until(outcomes[0] as Promise<unknown>), [
      "canceled",
      "Call completed elsewhere",
    ]);
    await scene.world.until(call.hangUp());
    scene.settle();
  });

  test("MESSAGE and OPTIONS reach the phone behind the server, credentials and all", async () => {
    const scene = new AgentScene({ passwords });
    const [alice, bob] = [scene.agent("alice"), scene.agent("bob")];
    await scene.register(bob);
    const texts: string[] = [];
    bob.onMessage = ({ body }) => {
      texts.push(body);
    };
    const sent = await scene.world.until(alice.message(BOB, "näher"));
    const asked = await scene.world.until(alice.options(BOB));
    assert.deepEqual([sent.code, asked.code, texts], [200, 200, ["näher"]]);
    const stranger = await scene.world.until(scene.agent("mallory").message(BOB, "hello"));
    assert.deepEqual([stranger.code, stranger.next], [407, "authenticate"]);
    scene.settle();
  });
});
