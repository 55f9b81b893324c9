import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Exchange, Phone } from "../../src/lab/mod.ts";
import {
  addsVia,
  changesBranch,
  type Mischief,
  malformed1xx,
  reflected,
  reflectedAs,
  removesVia,
  respondsAs,
  unknownCSeq,
  without,
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
  for (const mischief of [
    // covers: testReflectedInvite
    reflected,
    // covers: testInviteReflectedAsAck
    reflectedAs("ACK"),
    // covers: testInviteReflectedAsNonInvite
    reflectedAs("OPTIONS"),
    // covers: testInviteAckResponse
    respondsAs("ACK"),
    // covers: testInviteNonInviteResponse
    respondsAs("OPTIONS"),
    // covers: testInviteUASAddsVia
    addsVia,
    // covers: testInviteUASChangesProxyBranch
    changesBranch,
    // covers: testInviteUASRemovesProxyVia
    removesVia,
    unknownCSeq,
    malformed1xx,
    without("CSeq"),
  ]) {
    test(`with an INVITE the callee ${mischief.title}: the call is answered as if it had not`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "INVITE", "180@1s+200@2s");
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      check(scene, call, 200, bob);
      scene.world.explain(() => {
        assert.equal(call.dialogs.has("mischief"), false, "the made-up response was forwarded");
        assert.deepEqual(
          call.responses.map(({ message }) => message.status),
          [100, 180, 200],
        );
        assert.deepEqual(alice.strays, []);
        // Thrown back as it is it comes by a second time, a spiral, and the phone sees that it is the same (§8.2.2.2).
        for (const again of bob.calls.slice(1)) assert.deepEqual(again.finals(), [482]);
        assert.equal(bob.received("BYE").length, 1);
      });
    });
  }

  // covers: testInviteMalformed1xxWithTimeout
  test("nothing but a malformed 1xx is silence: 408 by Timer B", () => {
    for (const mischief of [malformed1xx, without("CSeq"), without("Via")]) {
      const { scene, alice, bob } = calleeWith(mischief, "INVITE", "silent");
      const call = alice.invite(BOB);
      check(scene, call, 408, bob);
      scene.world.explain(() => {
        assert.deepEqual(call.provisionals(), [100], mischief.title);
        assert.equal(bob.received("INVITE").length, 7, "it does not end the repeating either: Timer A");
      });
    }
  });
});

describe("responses that come too late or too often", () => {
  for (const [script, heard] of [
    // covers: testInviteMultiple4xx
    ["180@100ms+486@1s+404@1100ms+480@1200ms", 486],
    // covers: testInvite4xxThen1xx
    ["180@100ms+486@1s+180@1100ms", 486],
    // covers: testInvite4xxThen2xx
    ["180@100ms+486@1s+200@1100ms", 486],
    // covers: testInvite6xxThen2xx
    ["180@100ms+603@1s+200@1100ms", 603],
    // covers: testInvite2xxThen1xx, testInviteServerSends180After200
    ["180@100ms+200@1s+180@1100ms", 200],
    // covers: testInvite2xxThen4xx
    ["180@100ms+200@1s+486@1100ms", 200],
    // covers: testInvite2xxThen6xx
    ["180@100ms+200@1s+603@1100ms", 200],
  ] as const) {
    test(`${script}: the caller hears ${heard} and nothing behind it`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", script);
      const call = scene.phone("alice").invite(BOB, { byeAfterMs: 3000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [heard]);
        assert.equal(call.provisionals().filter((status) => status > 100).length, 1);
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
      assert.equal(call.provisionals().filter((status) => status === 180).length, 50);
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

describe("mischief with the ACK of a 2xx", () => {
  for (const mischief of [
    // covers: testAck200Reflected
    reflected,
    // covers: testAck200ReflectedAsInvite
    reflectedAs("INVITE"),
    // covers: testAck200ReflectedAsNit
    reflectedAs("OPTIONS"),
    // covers: testAck200WithResponse
    respondsAs("ACK"),
    // covers: testAck200InviteResponse
    respondsAs("INVITE"),
    // covers: testAck200NitResponse
    respondsAs("OPTIONS"),
  ]) {
    test(`with the ACK of a 2xx the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "ACK", "180@1s+200@2s");
      const call = alice.invite(BOB, { byeAfterMs: 3000 });
      check(scene, call, 200, bob);
      scene.world.explain(() => {
        assert.ok(scene.world.network.sent < 80, `${scene.world.network.sent} messages`);
        assert.deepEqual([call.finals(), alice.strays], [[200], []]);
        assert.deepEqual([bob.calls.length, bob.received("ACK").length, bob.received("BYE").length], [1, 1, 1]);
      });
    });
  }
});

describe("mischief with the ACK of a rejection", () => {
  for (const mischief of [
    // covers: testAckFailureReflected
    reflected,
    // covers: testAckFailureReflectedAsInvite
    reflectedAs("INVITE"),
    // covers: testAckFailureReflectedAsNit
    reflectedAs("OPTIONS"),
    // covers: testAckFailureWithResponse
    respondsAs("ACK"),
    // covers: testAckFailureInviteResponse
    respondsAs("INVITE"),
    respondsAs("INVITE", 486),
    // covers: testAckFailureNitResponse
    respondsAs("OPTIONS"),
  ]) {
    test(`with the ACK of a rejection the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "ACK", "180@1s+486@2s");
      const call = alice.invite(BOB);
      check(scene, call, 486, bob);
      scene.world.explain(() => {
        assert.ok(scene.world.network.sent < 60, `${scene.world.network.sent} messages`);
        assert.deepEqual([call.finals(), alice.strays], [[486], []]);
        assert.equal(bob.calls.length, 1);
      });
    });
  }
});

describe("mischief with any other request", () => {
  for (const mischief of [
    // covers: testNitReflected
    reflected,
    // covers: testNitReflectedAsAck
    reflectedAs("ACK"),
    // covers: testNitReflectedAsInvite
    reflectedAs("INVITE"),
    // covers: testNitReflectedAsDifferentNit
    reflectedAs("OPTIONS"),
    // covers: testNitAckResponse
    respondsAs("ACK"),
    // covers: testNitInviteResponse
    respondsAs("INVITE"),
    // covers: testNitDifferentNitResponse
    respondsAs("OPTIONS"),
    // covers: testNitUASAddsVia
    addsVia,
    // covers: testNitUASChangesProxyBranch
    changesBranch,
    // covers: testNitUASRemovesProxyVia
    removesVia,
    // covers: testNonInviteWithWrongMethodResponse
    unknownCSeq,
    malformed1xx,
  ]) {
    test(`with a MESSAGE the callee ${mischief.title}`, () => {
      const { scene, alice, bob } = calleeWith(mischief, "MESSAGE", "486@1s");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      check(scene, message, 200, bob);
      scene.world.explain(() => {
        assert.deepEqual([message.responses.length, message.finals()], [1, [200]]);
        assert.doesNotMatch(message.response(200).text, /tag=mischief/);
        assert.deepEqual([alice.strays, bob.calls], [[], []]);
      });
    });
  }

  // covers: testNitMalformed1xxWithTimeout
  test("nothing but a malformed 1xx to a MESSAGE is silence", () => {
    for (const mischief of [malformed1xx, without("CSeq"), without("Via")]) {
      const { scene, alice, bob } = calleeWith(mischief, "MESSAGE", "486@1s");
      bob.answer("silent", "MESSAGE");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual([message.finals(), message.timedOut], [[], true], mischief.title);
        assert.equal(bob.received("MESSAGE").length, 11, "it does not slow the repeating either: Timer E");
      });
    }
  });
});
