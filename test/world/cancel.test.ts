import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Faults, OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

interface Stage {
  readonly scene: Scene;
  readonly alice: Phone;
  readonly bob: Phone;
}

function stage(script: string, links: { alice?: Partial<Faults>; bob?: Partial<Faults> } = {}): Stage {
  const scene = new Scene();
  const bob = scene.registered("bob", script);
  const alice = scene.phone("alice");
  if (links.alice !== undefined) scene.world.network.link("alice", "proxy", links.alice);
  if (links.bob !== undefined) scene.world.network.link("bob", "proxy", links.bob);
  return { scene, alice, bob };
}

/** Everybody has come to an end, the CANCEL was answered 200, and nobody waits for an ACK. */
function checkEnd({ scene, bob }: Stage, call: OutgoingCall, finals: readonly number[]): void {
  scene.world.explain(() => {
    assert.ok(finals.includes(call.finals()[0] as number), `${call.finals()}, not one of ${finals}`);
    assert.equal(call.finals().length, 1);
    if (call.cancellation !== null) assert.deepEqual(call.cancellation.finals(), [200]);
    for (const incoming of bob.calls) assert.deepEqual(incoming.unacknowledged, []);
  });
}

describe("the caller cancels", () => {
  // covers: testInviteCallerCancels, testInviteNoAnswerCancel
  test("while it rings: 200 to the CANCEL at once, 487 to both sides", () => {
    const world = stage("180@500ms");
    const call = world.alice.invite(BOB, { cancelAfterMs: 2000 });
    world.scene.settle();
    checkEnd(world, call, [487]);
    assert.equal(world.bob.received("CANCEL").length, 1);
    assert.ok(call.response(487).at - (call.canceledAt as number) < 100);
  });

  // covers: testInviteCallerCancelsNo487
  test("and the phone confirms the CANCEL but never the call: it ends 64·T1 later", () => {
    const world = stage("180@500ms+rings-on");
    const call = world.alice.invite(BOB, { cancelAfterMs: 2000 });
    world.scene.settle();
    checkEnd(world, call, [487, 408]);
    const after = call.response(call.finals()[0] as number).at - (call.canceledAt as number);
    assert.ok(after >= 31_900 && after <= 32_300, `${after}`);
  });

  // covers: testCancelTimeout
  test("and the phone is deaf to it: the CANCEL is sent again, and the call ends 64·T1 later", () => {
    const world = stage("180@500ms+ignores-cancel");
    const call = world.alice.invite(BOB, { cancelAfterMs: 2000 });
    world.scene.settle();
    checkEnd(world, call, [487, 408]);
    assert.equal(world.bob.received("CANCEL").length, 11, "Timer E: 0, 0.5, 1.5, 3.5, 7.5, then every 4 s");
  });

  // covers: testInviteCancelBefore1xx
  test("before the phone has rung: the CANCEL waits for its first provisional response (§9.1)", () => {
    const world = stage("180@3s");
    const call = world.alice.invite(BOB, { cancelOn: 100 });
    world.scene.settle();
    checkEnd(world, call, [487]);
    const [cancel] = world.bob.received("CANCEL");
    assert.ok((cancel?.at as number) - call.startedAt >= 3000);
  });

  // covers: testInviteCancelBefore1xxNo487
  test("before the phone has rung, which then rings and never confirms", () => {
    const world = stage("180@3s+rings-on");
    const call = world.alice.invite(BOB, { cancelOn: 100 });
    world.scene.settle();
    checkEnd(world, call, [487, 408]);
  });

  // covers: testReproExploit1
  test("before the phone has rung, which answers the fourth INVITE with 100 and 180 and never confirms", () => {
    const world = stage("100@4s+180@4500ms+rings-on");
    const call = world.alice.invite(BOB, { cancelOn: 100 });
    world.scene.settle();
    checkEnd(world, call, [487, 408]);
    assert.equal(world.bob.received("INVITE").length, 4);
    assert.equal(world.bob.received("CANCEL").length, 1, "one, with the 100 (§9.1)");
  });

  // covers: testInviteCancelBefore1xxNo487or1xx
  test("and the phone never says a word: no CANCEL goes there, and the INVITE ends by Timer B", () => {
    const world = stage("silent");
    const call = world.alice.invite(BOB, { cancelOn: 100 });
    world.scene.settle();
    checkEnd(world, call, [487, 408]);
    assert.equal(world.bob.received("CANCEL").length, 0);
    const after = call.response(call.finals()[0] as number).at - call.startedAt;
    assert.ok(after >= 32_000 && after <= 32_300, `${after}`);
  });

  test("on top of its own INVITE, before even the 100: the server takes it all the same", () => {
    const world = stage("180@500ms");
    const call = world.alice.invite(BOB);
    call.cancelNow();
    world.scene.settle();
    checkEnd(world, call, [487]);
  });

  test("while the way to the phone is still being looked up: nothing is sent there any more", async () => {
    const scene = new Scene();
    scene.world.names.set("phone.example.net", "192.0.2.66");
    const bob = scene.phone("bob", { address: "192.0.2.66" });
    bob.register({ contacts: ["<sip:bob@phone.example.net>"] });
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB);
    scene.world.run(10); // the lookup is a promise, and none is kept while the world runs
    call.cancelNow();
    scene.world.run(10);
    await scene.runWithLookups(1000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [487]);
      assert.equal(bob.calls.length, 0);
    });
  });

  test("a repeated CANCEL gets its 200 again and goes on only once", () => {
    const world = stage("180@500ms");
    world.scene.world.network.swallow(
      ({ from, to, text }) => from === "proxy" && to === "alice" && /CSeq: \d+ CANCEL/.test(text),
      2,
    );
    const call = world.alice.invite(BOB, { cancelAfterMs: 1000 });
    world.scene.settle();
    checkEnd(world, call, [487]);
    assert.equal(world.bob.received("CANCEL").length, 1);
  });
});

describe("a CANCEL that crosses the final response", () => {
  const slow = { delayMs: 200 };
  // covers: testInviteCallerCancelsWithRace
  test("a 200 of the phone crosses it on the way: the call stands, and the caller hangs up", () => {
    const world = stage("180@300ms+200@2s", { bob: slow });
    const call = world.alice.invite(BOB, { cancelAfterMs: 2300, byeAfterMs: 100 });
    world.scene.settle();
    checkEnd(world, call, [200]);
    assert.equal(world.bob.received("CANCEL").length, 1, "it was on its way");
    assert.equal(world.bob.received("BYE").length, 1);
  });

  // covers: testInvite200BeatsCancelClientSide
  test("a 200 crosses it between proxy and caller: no CANCEL reaches the phone", () => {
    const world = stage("180@300ms+200@2s", { alice: slow });
    const call = world.alice.invite(BOB, { cancelAfterMs: 2300, byeAfterMs: 100 });
    world.scene.settle();
    checkEnd(world, call, [200]);
    assert.equal(world.bob.received("CANCEL").length, 0);
  });

  // covers: testInvite486BeatsCancelServerSide, testInvite503BeatsCancelServerSide
  for (const [status, upstream] of [
    [486, 486],
    [503, 500],
    [603, 603],
  ] as const) {
    test(`a ${status} of the phone crosses it on the way`, () => {
      const world = stage(`180@300ms+${status}@2s`, { bob: slow });
      const call = world.alice.invite(BOB, { cancelAfterMs: 2300 });
      world.scene.settle();
      checkEnd(world, call, [upstream, 487]);
      assert.equal(world.bob.received("CANCEL").length, 1);
    });

    // covers: testInvite486BeatsCancelClientSide, testInvite503BeatsCancelClientSide
    test(`a ${status} crosses it between proxy and caller`, () => {
      const world = stage(`180@300ms+${status}@2s`, { alice: slow });
      const call = world.alice.invite(BOB, { cancelAfterMs: 2300 });
      world.scene.settle();
      checkEnd(world, call, [upstream]);
      assert.equal(world.bob.received("CANCEL").length, 0);
    });
  }
});

describe("a CANCEL that names nothing", () => {
  test("is 481", () => {
    const { scene, alice } = stage("200@0s");
    const cancel = alice.request("CANCEL", BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(cancel.finals(), [481]));
  });

  test("leaves nothing behind: strangers send it, and nobody has asked who they are", () => {
    const { scene, alice } = stage("200@0s");
    const before = scene.server.layer.size;
    const branch = "z9hG4bK".padEnd(20_000, "x");
    const cancel = `CANCEL ${BOB} SIP/2.0\r\nVia: SIP/2.0/UDP ${alice.host.address};branch=${branch}\r\nMax-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <${BOB}>\r\nCall-ID: nothing\r\nCSeq: 1 CANCEL\r\nContent-Length: 0\r\n\r\n`;
    for (let i = 0; i < 2; i++) alice.sendRaw(cancel);
    scene.world.run(1000);
    const answers = alice.strays.map(({ message }) => message.status);
    assert.deepEqual(answers, [481, 481]);
    assert.deepEqual(scene.server.layer.size, before);
  });

  // covers: testCancelInviteCSeq
  test("a CANCEL whose CSeq names the INVITE is 400, and the call that it was meant for goes on", () => {
    const { scene, alice, bob } = stage("180@500ms+200@3s");
    const call = alice.invite(BOB, { byeAfterMs: 1000 });
    scene.world.run(1000);
    const [head = ""] = call.text.split("\r\nContent-");
    alice.sendRaw(`${head.replace(/^INVITE/, "CANCEL")}\r\nContent-Length: 0\r\n\r\n`);
    scene.settle();
    scene.world.explain(() => {
      const refusals = [...call.responses, ...alice.strays].filter(({ message }) => message.status === 400);
      assert.equal(refusals.length, 1);
      assert.ok(call.finals().includes(200), `${call.finals()}`);
      assert.deepEqual([bob.received("CANCEL").length, bob.received("BYE").length], [0, 1]);
    });
  });

  // covers: testCancelInviteCSeq, testInviteCancelCSeq, testInviteUnknownCSeq
  test("a request whose CSeq names another method is 400 and goes nowhere", () => {
    const { scene, alice, bob } = stage("200@0s");
    const text = (method: string, cseq: string): string =>
      `${method} ${BOB} SIP/2.0\r\nVia: SIP/2.0/UDP ${alice.host.address};branch=z9hG4bK${method}\r\nMax-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <${BOB}>\r\nCall-ID: cseq\r\nCSeq: 1 ${cseq}\r\nContact: <sip:alice@${alice.host.address}>\r\nContent-Length: 0\r\n\r\n`;
    alice.sendRaw(text("CANCEL", "INVITE"));
    alice.sendRaw(text("INVITE", "CANCEL"));
    alice.sendRaw(text("INVITE", "UNHEARD"));
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(
        alice.strays.map(({ message }) => message.status),
        [400, 400, 400],
      );
      assert.equal(bob.inbox.filter(({ message }) => message.isRequest).length, 0);
    });
  });

  for (const script of [
    // covers: testNonInvite200ThenCancel
    "200@1s",
    // covers: testNonInvite400ThenCancel
    "400@1s",
    // covers: testNonInvite500ThenCancel
    "500@1s",
    // covers: testNonInviteWith180andCancel
    "180@1s+200@3s",
  ]) {
    test(`of a request other than INVITE (${script}) is answered and changes nothing (§9.1)`, () => {
      const { scene, alice, bob } = stage("200@0s");
      bob.answer(script, "MESSAGE");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      scene.world.run(2000);
      const cancelText = message.text
        .replace("MESSAGE sip", "CANCEL sip")
        .replace(/CSeq: (\d+) MESSAGE/, "CSeq: $1 CANCEL")
        .replace(/\r\nContent-Type.*$/s, "\r\nContent-Length: 0\r\n\r\n");
      alice.sendRaw(cancelText);
      scene.settle();
      scene.world.explain(() => {
        const [answer] = alice.strays.filter(({ message: { method } }) => method === "CANCEL");
        assert.ok([200, 481].includes(answer?.message.status as number), "the CANCEL is answered");
        assert.equal(bob.received("CANCEL").length, 0, "a CANCEL goes to no phone that was sent no INVITE");
        assert.deepEqual(message.finals(), [Number.parseInt(script.split("+").at(-1) as string, 10)]);
      });
    });
  }
});
