/** Callers that send something under a branch that is taken, answer themselves, or acknowledge in odd ways. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { branchOf, type Exchange, type OutgoingCall, type Phone, type Received } from "../../src/lab/mod.ts";
import { parseMessage } from "../../src/syntax/mod.ts";
import { answersItself, collidesWith, type Mischief } from "./mischief.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

/** What alice sent, as if it had been received. */
function sentBy(alice: Phone, text: string): Received {
  const message = parseMessage(text);
  const flow = alice.flowTo({ protocol: "UDP", host: "192.0.2.1", port: 5060 });
  if (message === null || flow === null) throw new Error("no request was sent");
  return { at: alice.now, message, text, flow };
}

/** The last ACK that alice sent. */
function ackOf(scene: Scene, alice: Phone): Received {
  const ack = scene.world.network.travels.findLast(({ from, text }) => from === "alice" && text.startsWith("ACK"));
  return sentBy(alice, ack?.text ?? "");
}

/** The true answer came through once and was acknowledged; nothing made up went to either side, and nothing is left over. */
function check(scene: Scene, exchange: Exchange, status: number, bob: Phone): void {
  scene.settle();
  scene.world.explain(() => {
    assert.deepEqual(exchange.finals(), [status]);
    assert.deepEqual(bob.calls[0]?.unacknowledged ?? [], [], "the true call was acknowledged");
    for (const { text } of [...exchange.responses, ...bob.inbox]) assert.doesNotMatch(text, /tag=mischief/);
  });
}

/** Requests with this method that reached the phone under different branches: a request of its own under a taken branch is one. */
function arrivals(phone: Phone, method: string): number {
  return new Set(phone.received(method).map(({ message }) => branchOf(message))).size;
}

describe("a caller that sends an INVITE and something else as well", () => {
  for (const [mischief, method, reach] of [
    // covers: testInviteAndAckCollide
    [collidesWith("ACK"), "ACK", 1],
    // covers: testInviteAndNitCollide
    [collidesWith("OPTIONS"), "OPTIONS", 1],
    // covers: testInviteAndAckResponse
    [answersItself("ACK"), "ACK", 1],
    // covers: testInviteAndNitResponse
    [answersItself("OPTIONS"), "OPTIONS", 0],
    // covers: testInviteAndResponse
    [answersItself("INVITE"), "INVITE", 1],
  ] as const) {
    for (const late of [false, true]) {
      test(`behind its INVITE the caller ${mischief.title}${late ? ", while it rings" : ", at once"}`, () => {
        const scene = new Scene();
        const bob = scene.registered("bob", "180@1s+200@2s");
        const alice = scene.phone("alice");
        const call = alice.invite(BOB, { byeAfterMs: 1000 });
        if (late) scene.world.run(1500);
        mischief.act(alice, sentBy(alice, call.text));
        check(scene, call, 200, bob);
        scene.world.explain(() => {
          assert.deepEqual([bob.calls.length, bob.received("ACK").length, bob.received("BYE").length], [1, 1, 1]);
          assert.equal(arrivals(bob, method), reach, method);
        });
      });
    }
  }
});

/** A call that was answered with `status` and acknowledged, and then `mischief` with that ACK. */
function afterAck(status: number, mischief: Mischief): { scene: Scene; alice: Phone; bob: Phone; call: OutgoingCall } {
  const scene = new Scene();
  const bob = scene.registered("bob", `180@100ms+${status}@1s`);
  const alice = scene.phone("alice");
  const call = alice.invite(BOB, { byeAfterMs: 3000 });
  scene.world.run(1100);
  bob.answer("603@0s"); // whatever rings now is another call
  mischief.act(alice, ackOf(scene, alice));
  return { scene, alice, bob, call };
}

describe("a caller that sends the ACK of a 2xx and something else as well", () => {
  for (const [mischief, method, reach] of [
    // covers: testAck200AndAckResponse
    [answersItself("ACK"), "ACK", 1],
    // covers: testAck200AndInviteCollide
    [collidesWith("INVITE"), "INVITE", 2],
    // covers: testAck200AndInviteResponse
    [answersItself("INVITE"), "INVITE", 1],
    // covers: testAck200AndNitCollide
    [collidesWith("OPTIONS"), "OPTIONS", 1],
    // covers: testAck200AndNitResponse
    [answersItself("OPTIONS"), "OPTIONS", 0],
  ] as const) {
    test(`behind the ACK of a 2xx the caller ${mischief.title}`, () => {
      const { scene, bob, call } = afterAck(200, mischief);
      check(scene, call, 200, bob);
      scene.world.explain(() => {
        assert.equal(bob.calls[0]?.acked(), true);
        assert.equal(bob.received("BYE").length, 1);
        assert.equal(arrivals(bob, method), reach, method);
      });
    });
  }

  // covers: testInviteBadAckTid1, testAck2543Tid
  test("an ACK under the INVITE's own branch, or none, reaches the callee all the same, along the route set", () => {
    for (const own of [true, false]) {
      const scene = new Scene();
      const bob = scene.registered("bob", "180@100ms+200@1s");
      const alice = scene.phone("alice");
      const call = alice.invite(BOB, { ackAfterMs: null });
      scene.world.run(1200);
      const { uri, routes, from, to, callId, cseq } = call.dialog.draft("ACK", { cseq: call.draft.cseq });
      const via = alice.via("UDP", call.branch);
      alice.sendRaw(
        [
          `ACK ${uri} SIP/2.0`,
          `Via: ${own ? via : via.replace(/;branch=[^;]*/, "")}`,
          "Max-Forwards: 70",
          ...routes.map((route) => `Route: ${route}`),
          `From: ${from}`,
          `To: ${to}`,
          `Call-ID: ${callId}`,
          `CSeq: ${cseq} ACK`,
          "Content-Length: 0\r\n\r\n",
        ].join("\r\n"),
      );
      scene.world.run(1000);
      call.hangUp();
      scene.settle();
      scene.world.explain(() => {
        assert.equal(bob.call.acks.length, 1);
        assert.deepEqual(bob.call.unacknowledged, []);
      });
    }
  });
});

describe("a caller that sends the ACK of a rejection and something else as well", () => {
  for (const [mischief, method, reach] of [
    // covers: testAckFailureAndAckResponse
    [answersItself("ACK"), "ACK", 1],
    // covers: testAckFailureAndInviteCollide
    [collidesWith("INVITE"), "INVITE", 1],
    // covers: testAckFailureAndInviteResponse
    [answersItself("INVITE"), "INVITE", 1],
    // covers: testAckFailureAndNitCollide
    [collidesWith("OPTIONS"), "OPTIONS", 1],
    // covers: testAckFailureAndNitResponse
    [answersItself("OPTIONS"), "OPTIONS", 0],
  ] as const) {
    test(`behind the ACK of a rejection the caller ${mischief.title}`, () => {
      const { scene, bob, call } = afterAck(486, mischief);
      check(scene, call, 486, bob);
      scene.world.explain(() => {
        assert.deepEqual([bob.calls.length, bob.received("ACK").length], [1, 1]);
        assert.equal(arrivals(bob, method), reach, method);
      });
    });
  }

  // covers: testInviteBadAckTid2
  test("an ACK under another branch acknowledges nothing: the rejection comes again until the right one is there", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "180@100ms+486@1s");
    const alice = scene.phone("alice");
    const wrong = 4;
    let spoilt = 0;
    const { flowTo } = alice;
    alice.flowTo = (target) => {
      const flow = flowTo.call(alice, target);
      if (flow === null || spoilt === wrong) return flow;
      return Object.assign(Object.create(flow), {
        send: (text: string) => {
          const spoil = text.startsWith("ACK") && spoilt < wrong;
          return flow.send(spoil ? text.replace(/branch=z9hG4bK/, `branch=z9hG4bKwrong${spoilt++}`) : text);
        },
      });
    };
    const call = alice.invite(BOB);
    check(scene, call, 486, bob);
    scene.world.explain(() => {
      const rejections = call.responses.filter(({ message }) => message.status === 486);
      assert.equal(rejections.length, wrong + 1);
      assert.equal(bob.received("ACK").length, 1, "the proxy's own; none of the caller's goes on");
    });
  });
});

describe("a caller that sends another request and something else as well", () => {
  for (const [mischief, method, reach] of [
    // covers: testNitAndAckCollide
    [collidesWith("ACK"), "ACK", 0],
    // covers: testNitAndInviteCollide, testNonInviteWithInviteCollision
    [collidesWith("INVITE"), "INVITE", 1],
    // covers: testNitAndDifferentNitCollide
    [collidesWith("OPTIONS"), "OPTIONS", 1],
    // covers: testNitAndAckResponse
    [answersItself("ACK"), "ACK", 0],
    // covers: testNitAndInviteResponse
    [answersItself("INVITE"), "INVITE", 0],
    // covers: testNitAndDifferentNitResponse
    [answersItself("OPTIONS"), "OPTIONS", 0],
    // covers: testNitAndResponse
    [answersItself("MESSAGE"), "MESSAGE", 1],
  ] as const) {
    test(`behind a MESSAGE the caller ${mischief.title}`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "486@1s");
      bob.answer("200@1s", "MESSAGE");
      const alice = scene.phone("alice");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      mischief.act(alice, sentBy(alice, message.text));
      check(scene, message, 200, bob);
      scene.world.explain(() => {
        assert.equal(bob.requests.filter(({ method }) => method === "MESSAGE").length, 1);
        assert.equal(arrivals(bob, method), reach, method);
      });
    });
  }

  for (const [script, status] of [
    // covers: testNonInviteWithAck200
    ["200@100ms", 200],
    // covers: testNonInviteWithAckFailure
    ["486@100ms", 486],
  ] as const) {
    test(`acknowledges the ${status} that only an INVITE's would be acknowledged: nothing comes of it`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "200@0s").answer(script, "MESSAGE");
      const alice = scene.phone("alice");
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      scene.world.run(1000);
      const to = message.response(status).message.field("To") ?? "";
      const ack = message.text
        .replace(/^MESSAGE/, "ACK")
        .replace(/(\r\nCSeq: \d+) MESSAGE/, "$1 ACK")
        .replace(/\r\nTo: [^\r]*/, `\r\nTo: ${to}`)
        .replace(/\r\nContent-Type.*$/s, "\r\nContent-Length: 0\r\n\r\n");
      alice.sendRaw(ack);
      alice.sendRaw(ack.replace(/branch=[^;]+/, "branch=z9hG4bKanother"));
      check(scene, message, status, bob);
      scene.world.explain(() => {
        assert.equal(message.responses.length, 1, "nothing answers an ACK");
        assert.deepEqual(alice.strays, []);
        assert.equal(bob.requests.filter(({ method }) => method !== "ACK").length, 1);
      });
    });
  }
});
