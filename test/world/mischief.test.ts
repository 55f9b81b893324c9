import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Exchange, Phone, Received } from "../../src/lab/mod.ts";
import { parseMessage } from "../../src/syntax/mod.ts";
import {
  addsVia,
  answersItself,
  changesBranch,
  collidesWith,
  type Mischief,
  malformed1xx,
  reflected,
  reflectedAs,
  removesVia,
  respondsAs,
  unknownCSeq,
} from "./mischief.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

/** A scene in which bob does `mischief` when the first request with `method` reaches him, and then goes on as his script says. */
function calleeWith(mischief: Mischief, method: string, script: string): { scene: Scene; alice: Phone; bob: Phone } {
  const scene = new Scene();
  const bob = scene.registered("bob", script);
  bob.answer("200@1s", "MESSAGE");
  let done = false;
  bob.intercept = (received) => {
    if (!done && received.message.isRequest && received.message.method === method) {
      done = true;
      mischief.act(bob, received);
    }
    return false;
  };
  return { scene, alice: scene.phone("alice"), bob };
}

/** What `exchange` sent last, as if it had been received. */
function sentBy(alice: Phone, text: string): Received {
  const message = parseMessage(text);
  const flow = alice.flowTo({ protocol: "UDP", host: "192.0.2.1", port: 5060 });
  if (message === null || flow === null) throw new Error("no request was sent");
  return { at: alice.now, message, text, flow };
}

/** The true answers came through once, whatever else did; nothing is left over. */
function check(scene: Scene, exchange: Exchange, status: number, bob: Phone): void {
  scene.settle();
  scene.world.explain(() => {
    assert.equal(exchange.finals().includes(status), true, `the caller got ${exchange.finals()}, not ${status}`);
    assert.equal(exchange.finals().filter((each) => each >= 300).length, status >= 300 ? 1 : 0, `${exchange.finals()}`);
    assert.deepEqual(bob.calls[0]?.unacknowledged ?? [], [], "the true call was acknowledged");
  });
}

describe("a callee that answers an INVITE and does something else as well", () => {
  // covers: testReflectedInvite, testInviteReflectedAsAck, testInviteReflectedAsNonInvite, testInviteAckResponse, testInviteNonInviteResponse, testInviteUASAddsVia, testInviteUASChangesProxyBranch, testInviteUASRemovesProxyVia, testInviteUnknownCSeq, testInviteMalformed1xxWithTimeout
  for (const mischief of [
    reflected,
    reflectedAs("ACK"),
    reflectedAs("OPTIONS"),
    respondsAs("ACK"),
    respondsAs("OPTIONS"),
    addsVia,
    changesBranch,
    removesVia,
    unknownCSeq,
    malformed1xx,
  ]) {
    test(`${mischief.title}: the call is answered as if it had not`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "INVITE", "180@1s+200@2s");
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      check(scene, call, 200, bob);
      scene.world.explain(() => {
        assert.equal(call.dialogs.has("mischief"), false, "the made-up response was forwarded");
        assert.equal(bob.calls[0]?.received.message.method, "INVITE");
        assert.equal(bob.received("BYE").length, 1);
      });
    });
  }

  // covers: testInviteMalformed1xxWithTimeout
  test("nothing but a malformed 1xx is silence: 408 by Timer B", () => {
    const { scene, alice, bob } = calleeWith(malformed1xx, "INVITE", "silent");
    check(scene, alice.invite(BOB), 408, bob);
  });
});

describe("responses that come too late or too often", () => {
  // covers: testInviteMultiple4xx, testInvite4xxThen1xx, testInvite4xxThen2xx, testInviteServerSends180After200, testInvite2xxThen1xx, testInvite2xxThen4xx, testInvite2xxThen6xx
  const sequences: readonly [script: string, heard: number, provisionals: number][] = [
    ["180@100ms+486@1s+404@1100ms", 486, 1],
    ["180@100ms+486@1s+180@1100ms", 486, 1],
    ["180@100ms+486@1s+200@1100ms", 486, 1],
    ["180@100ms+603@1s+200@1100ms", 603, 1],
    ["180@100ms+200@1s+180@1100ms", 200, 1],
    ["180@100ms+200@1s+486@1100ms", 200, 1],
    ["180@100ms+200@1s+603@1100ms", 200, 1],
  ];
  for (const [script, heard, provisionals] of sequences) {
    test(`${script}: the caller hears ${heard} and nothing behind it`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", script);
      const call = scene.phone("alice").invite(BOB, { byeAfterMs: 3000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [heard]);
        assert.equal(call.provisionals().filter((status) => status > 100).length, provisionals);
        assert.ok(bob.call.acks.length >= 1);
      });
    });
  }

  // covers: testInviteServerSpams180, testInviteServerSpams200
  test("a phone that repeats itself without end: all 200 are passed on and acknowledged, 180s as they come, up to the BYE", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "silent");
    const call = scene.phone("alice").invite(BOB);
    scene.world.run(500);
    const ring = bob.call.respond(180);
    for (let i = 1; i < 50; i++) scene.world.after(i * 10, () => bob.answerOver(ring.text, bob.call.received));
    scene.world.run(1000);
    const ok = bob.call.respond(200);
    for (let i = 1; i < 50; i++) scene.world.after(i * 10, () => bob.answerOver(ok.text, bob.call.received));
    scene.world.run(2000);
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.ok(call.provisionals().length <= 51);
      assert.ok(call.responses.filter(({ message }) => message.status === 200).length >= 50);
      assert.ok(bob.call.acks.length >= 50);
    });
  });

  test("a response that belongs to nothing is dropped", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const alice = scene.phone("alice");
    bob.sendRaw(
      `SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKstray\r\nVia: SIP/2.0/UDP ${alice.host.address};branch=z9hG4bKx\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:b@c>;tag=2\r\nCall-ID: stray\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n`,
    );
    scene.settle();
    scene.world.explain(() => {
      assert.equal(alice.inbox.length, 0);
      assert.equal(scene.observations.filter((each) => each.type === "dropped").length, 1);
    });
  });
});

describe("a caller that sends an INVITE and something else as well", () => {
  // covers: testInviteAndAckCollide, testInviteAndNitCollide, testInviteAndAckResponse, testInviteAndNitResponse, testInviteAndResponse
  for (const mischief of [
    collidesWith("ACK"),
    collidesWith("OPTIONS"),
    answersItself("ACK"),
    answersItself("OPTIONS"),
    answersItself("INVITE"),
  ]) {
    for (const late of [false, true]) {
      test(`${mischief.title}${late ? ", while it rings" : ", at once"}`, () => {
        const scene = new Scene();
        const bob = scene.registered("bob", "180@1s+200@2s");
        const alice = scene.phone("alice");
        const call = alice.invite(BOB, { byeAfterMs: 1000 });
        if (late) scene.world.run(1500);
        mischief.act(alice, sentBy(alice, call.text));
        check(scene, call, 200, bob);
        scene.world.explain(() => assert.equal(bob.calls.length, 1));
      });
    }
  }
});

describe("mischief with the ACK of a 2xx", () => {
  // covers: testAck200Reflected, testAck200ReflectedAsInvite, testAck200ReflectedAsNit, testAck200WithResponse, testAck200InviteResponse, testAck200NitResponse
  for (const mischief of [
    reflected,
    reflectedAs("INVITE"),
    reflectedAs("OPTIONS"),
    respondsAs("ACK"),
    respondsAs("INVITE"),
    respondsAs("OPTIONS"),
  ]) {
    test(`the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "ACK", "180@1s+200@2s");
      const call = alice.invite(BOB, { byeAfterMs: 3000 });
      check(scene, call, 200, bob);
      scene.world.explain(() => {
        assert.ok(scene.world.network.sent < 80, `${scene.world.network.sent} messages`);
        assert.equal(bob.received("BYE").length, 1);
      });
    });
  }

  // covers: testAck200AndAckResponse, testAck200AndInviteCollide, testAck200AndInviteResponse, testAck200AndNitCollide, testAck200AndNitResponse
  for (const mischief of [
    answersItself("ACK"),
    collidesWith("INVITE"),
    answersItself("INVITE"),
    collidesWith("OPTIONS"),
    answersItself("OPTIONS"),
  ]) {
    test(`the caller ${mischief.title}`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "180@100ms+200@1s");
      const alice = scene.phone("alice");
      const call = alice.invite(BOB, { byeAfterMs: 3000 });
      scene.world.run(1100);
      const ack = scene.world.network.travels.findLast(({ from, text }) => from === "alice" && text.startsWith("ACK"));
      mischief.act(alice, sentBy(alice, ack?.text ?? ""));
      check(scene, call, 200, bob);
    });
  }

  // covers: testInviteBadAckTid1, testInviteBadAckTid2
  test("an ACK under the INVITE's own branch reaches the callee all the same, along the route set", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "180@100ms+200@1s");
    const alice = scene.phone("alice");
    const call = alice.invite(BOB, { ackAfterMs: null });
    scene.world.run(1200);
    const draft = call.dialog.draft("ACK", { cseq: call.draft.cseq });
    const text = [
      `ACK ${draft.uri} SIP/2.0`,
      `Via: ${alice.via("UDP", call.branch)}`,
      "Max-Forwards: 70",
      ...draft.routes.map((route) => `Route: ${route}`),
      `From: ${draft.from}`,
      `To: ${draft.to}`,
      `Call-ID: ${draft.callId}`,
      `CSeq: ${draft.cseq} ACK`,
      "Content-Length: 0\r\n\r\n",
    ].join("\r\n");
    alice.sendRaw(text);
    scene.world.run(1000);
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.equal(bob.call.acked(), true);
      assert.deepEqual(bob.call.unacknowledged, []);
    });
  });
});

describe("mischief with the ACK of a rejection", () => {
  // covers: testAckFailureReflected, testAckFailureReflectedAsInvite, testAckFailureReflectedAsNit, testAckFailureWithResponse, testAckFailureInviteResponse, testAckFailureNitResponse
  for (const mischief of [
    reflected,
    reflectedAs("INVITE"),
    reflectedAs("OPTIONS"),
    respondsAs("ACK"),
    respondsAs("INVITE", 486),
    respondsAs("OPTIONS"),
  ]) {
    test(`the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "ACK", "180@1s+486@2s");
      const call = alice.invite(BOB);
      check(scene, call, 486, bob);
      scene.world.explain(() => assert.ok(scene.world.network.sent < 60, `${scene.world.network.sent} messages`));
    });
  }

  // covers: testAckFailureAndAckResponse, testAckFailureAndInviteCollide, testAckFailureAndInviteResponse, testAckFailureAndNitCollide, testAckFailureAndNitResponse
  for (const mischief of [
    answersItself("ACK"),
    collidesWith("INVITE"),
    answersItself("INVITE"),
    collidesWith("OPTIONS"),
    answersItself("OPTIONS"),
  ]) {
    test(`the caller ${mischief.title}`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "180@100ms+486@1s");
      const alice = scene.phone("alice");
      const call = alice.invite(BOB);
      scene.world.run(1100);
      const ack = scene.world.network.travels.findLast(({ from, text }) => from === "alice" && text.startsWith("ACK"));
      mischief.act(alice, sentBy(alice, ack?.text ?? ""));
      check(scene, call, 486, bob);
    });
  }
});

describe("mischief with any other request", () => {
  // covers: testNitReflected, testNitReflectedAsAck, testNitReflectedAsInvite, testNitReflectedAsDifferentNit, testNitAckResponse, testNitInviteResponse, testNitDifferentNitResponse, testNonInviteWithWrongMethodResponse, testNitUASAddsVia, testNitUASChangesProxyBranch, testNitUASRemovesProxyVia, testNonInviteWithAck200, testNonInviteWithAckFailure
  for (const mischief of [
    reflected,
    reflectedAs("ACK"),
    reflectedAs("INVITE"),
    reflectedAs("OPTIONS"),
    respondsAs("ACK"),
    respondsAs("INVITE"),
    respondsAs("OPTIONS"),
    addsVia,
    changesBranch,
    removesVia,
    unknownCSeq,
    malformed1xx,
  ]) {
    test(`the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "MESSAGE", "486@1s");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      check(scene, message, 200, bob);
      scene.world.explain(() => assert.deepEqual(message.finals(), [200]));
    });
  }

  // covers: testNitMalformed1xxWithTimeout
  test("nothing but a malformed 1xx is silence", () => {
    const { scene, alice, bob } = calleeWith(malformed1xx, "MESSAGE", "486@1s");
    bob.answer("silent", "MESSAGE");
    const message = alice.request("MESSAGE", BOB, { body: "hi" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual([message.finals(), message.timedOut], [[], true]));
  });

  // covers: testNitAndAckCollide, testNitAndInviteCollide, testNonInviteWithInviteCollision, testNitAndDifferentNitCollide, testNitAndAckResponse, testNitAndInviteResponse, testNitAndDifferentNitResponse, testNitAndResponse
  for (const mischief of [
    collidesWith("ACK"),
    collidesWith("INVITE"),
    collidesWith("OPTIONS"),
    answersItself("ACK"),
    answersItself("INVITE"),
    answersItself("OPTIONS"),
    answersItself("MESSAGE"),
  ]) {
    test(`the caller ${mischief.title}`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "486@1s");
      bob.answer("200@1s", "MESSAGE");
      const alice = scene.phone("alice");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      mischief.act(alice, sentBy(alice, message.text));
      check(scene, message, 200, bob);
    });
  }
});
