import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone, Travel } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

function stage(script: string, passwords?: Record<string, string>): { scene: Scene; alice: Phone; bob: Phone } {
  const scene = new Scene(passwords === undefined ? {} : { passwords });
  const bob = scene.registered("bob", script);
  return { scene, alice: scene.phone("alice"), bob };
}

/** Matches what goes from one to the other and begins (a status: `SIP/2.0 180`) or is named so. */
const way =
  (from: string, to: string, head: string) =>
  (travel: Travel): boolean =>
    travel.from === from && travel.to === to && travel.text.startsWith(head);

const countOf = (scene: Scene, from: string, to: string, head: string): number =>
  scene.world.network.travels.filter(way(from, to, head)).length;

describe("what UDP loses", () => {
  // covers: testInvite1xxDropped
  test("provisional responses: the INVITE is sent again, and the call goes its way", () => {
    const { scene, alice, bob } = stage("180@300ms+200@5s");
    scene.world.network.swallow(way("bob", "proxy", "SIP/2.0 180"));
    scene.world.network.swallow(way("proxy", "alice", "SIP/2.0 100"));
    const call = alice.invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(
        call.provisionals().filter((status) => status > 100),
        [180],
        "the phone repeats its 180 when the INVITE comes again",
      );
      assert.equal(bob.calls.length, 1);
    });
  });

  // covers: testInviteClientRetransmissionsWithRecovery
  test("the INVITE itself, on either leg: it comes again, and the phone rings once", () => {
    for (const [from, to] of [
      ["alice", "proxy"],
      ["proxy", "bob"],
    ] as const) {
      const { scene, alice, bob } = stage("180@300ms+200@1s");
      scene.world.network.swallow(way(from, to, "INVITE"), 3);
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(bob.call.received.at - call.startedAt >= 3500, true, "sent a fourth time after 3.5 s: Timer A");
        assert.equal(countOf(scene, from, to, "INVITE"), 4);
        assert.equal(bob.received("BYE").length, 1);
      });
    }
  });

  for (const [status, upstream] of [
    // covers: testInviteNotFoundServerRetransmits
    [404, 404],
    // covers: testInviteServerRetransmits486
    [486, 486],
    // covers: testInviteServerRetransmits503
    [503, 500],
    // covers: testInviteServerRetransmits603
    [603, 603],
  ] as const) {
    test(`a ${status} on both legs: the phone repeats it for the proxy, the proxy for the caller, each until its ACK`, () => {
      const { scene, alice, bob } = stage(`180@300ms+${status}@1s`);
      scene.world.network.swallow(way("bob", "proxy", `SIP/2.0 ${status}`), 2);
      scene.world.network.swallow(way("proxy", "alice", `SIP/2.0 ${upstream}`), 3);
      const call = alice.invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [upstream]);
        assert.equal(countOf(scene, "bob", "proxy", `SIP/2.0 ${status}`), 3);
        assert.equal(countOf(scene, "proxy", "alice", `SIP/2.0 ${upstream}`), 4);
        assert.equal(bob.call.acks.length, 1);
      });
    });
  }

  // covers: testInviteServerRetransmits486
  test("an ACK on either leg: the final response comes again and is acknowledged again, hop by hop", () => {
    const { scene, alice, bob } = stage("180@300ms+486@1s");
    scene.world.network.swallow(way("proxy", "bob", "ACK"), 2);
    scene.world.network.swallow(way("alice", "proxy", "ACK"), 2);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [486]);
      assert.equal(bob.call.acks.length, 1);
      assert.equal(countOf(scene, "proxy", "bob", "ACK"), 3);
      assert.equal(countOf(scene, "alice", "proxy", "ACK"), 3);
    });
  });

  for (const [from, to] of [
    // covers: testInviteClientMissedAck
    ["alice", "proxy"],
    // covers: testInviteClientMissedAck2
    ["proxy", "bob"],
  ] as const) {
    test(`the ACK of a 2xx between ${from} and ${to}: the 200 comes again end to end, the ACK as well`, () => {
      const { scene, alice, bob } = stage("180@300ms+200@1s");
      scene.world.network.swallow(way(from, to, "ACK"), 3);
      const call = alice.invite(BOB, { byeAfterMs: 20_000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(call.responses.filter(({ message }) => message.status === 200).length, 4);
        assert.equal(bob.call.acked(), true);
        assert.deepEqual(bob.call.unacknowledged, []);
      });
    });
  }

  test("a 2xx: the proxy does not repeat it by itself, the phone does (RFC 6026 §7.1)", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s");
    scene.world.network.swallow(way("proxy", "alice", "SIP/2.0 200"), 2);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(
        countOf(scene, "proxy", "alice", "SIP/2.0 200 OK\r\nVia") - 1,
        countOf(scene, "bob", "proxy", "SIP/2.0 200") - 2 + 1,
      );
      assert.equal(bob.call.acked(), true);
    });
  });
});

describe("a caller that is late, or too eager", () => {
  // covers: testInviteClientLateAck
  test("acknowledges a 2xx after four seconds", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s");
    const call = alice.invite(BOB, { ackAfterMs: 4000, byeAfterMs: 12_000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(bob.call.unacknowledged, []);
    });
  });

  // covers: testForkedInviteClientLateAck
  test("acknowledges two forked 2xx late: each phone gets its own ACK", () => {
    const scene = new Scene();
    const phones = ["p1", "p2"].map((name) => scene.registered(name, "200@1s", { user: "bob" }));
    const call = scene.phone("alice").invite(BOB, { ackAfterMs: 4000, byeAfterMs: 12_000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200, 200]);
      for (const phone of phones) {
        assert.deepEqual(phone.call.unacknowledged, []);
        assert.equal(phone.call.acked(), true);
      }
    });
  });

  // covers: testInviteClientDiesAfterFirstInvite
  test("dies after the INVITE that is challenged: no phone rings, and the proxy keeps nothing", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s", { alice: "a", bob: "b" });
    const call = alice.invite(BOB);
    alice.host.crash();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual([call.responses.length, bob.calls.length], [0, 0]);
      assert.ok(countOf(scene, "proxy", "alice", "SIP/2.0 407") >= 1);
    });
  });

  // covers: testInviteClientDiesAfterFirstInvite
  test("dies after its INVITE: the 2xx is repeated for 32 s and given up, the proxy keeps nothing", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s");
    const call = alice.invite(BOB);
    scene.world.run(500);
    alice.host.crash();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(bob.call.unacknowledged, [200]);
      assert.deepEqual(call.finals(), []);
      assert.equal(bob.call.dialog.ended, true);
    });
  });

  // covers: testInviteClientDiesAfterSecondInvite
  test("dies after it answered the challenge: a rejection is repeated for 32 s, and the proxy keeps nothing", () => {
    const { scene, alice, bob } = stage("180@300ms+486@1s", { alice: "a", bob: "b" });
    alice.invite(BOB);
    scene.world.run(500);
    alice.host.crash();
    scene.settle();
    scene.world.explain(() => {
      assert.equal(countOf(scene, "proxy", "alice", "SIP/2.0 486"), 11, "Timer G: doubling to 4 s until Timer H");
      assert.equal(bob.call.acks.length, 1);
    });
  });

  // covers: testInviteClientDiesAfterSecondInvite
  test("dies after it answered the challenge: a 2xx is repeated by the phone, each goes on, and the phone hangs up", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s", { alice: "a", bob: "b" });
    alice.invite(BOB);
    scene.world.run(500);
    alice.host.crash();
    scene.settle();
    scene.world.explain(() => {
      assert.equal(countOf(scene, "bob", "proxy", "SIP/2.0 200"), 11, "0, 0.5, 1.5, 3.5, then every 4 s up to 31.5 s");
      assert.equal(countOf(scene, "proxy", "alice", "SIP/2.0 200"), 11);
      assert.deepEqual(bob.call.unacknowledged, [200]);
      assert.equal(bob.call.dialog.ended, true);
    });
  });

  // covers: testInviteClientSpamsInvite
  test("sends its INVITE fifty times: one call, and the last response again for each", () => {
    const { scene, alice, bob } = stage("180@300ms+486@3s");
    const call = alice.invite(BOB);
    for (let i = 1; i <= 50; i++) scene.world.after(i * 50, () => alice.sendRaw(call.text));
    scene.settle();
    scene.world.explain(() => {
      const heard = call.provisionals();
      assert.deepEqual([...new Set(heard)], [100, 180], "in that order: never the 100 again once it rings");
      assert.ok(heard.length >= 45, `${heard.length} provisional responses to 51 INVITEs`);
      assert.equal(bob.calls.length, 1);
      assert.equal(bob.received("INVITE").length, 1);
      assert.deepEqual(call.finals(), [486]);
    });
  });

  // covers: testInviteClientRetransmitsAfter200
  test("repeats its INVITE after the 200: nothing goes to the phone (RFC 6026 Accepted)", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s");
    const call = alice.invite(BOB, { byeAfterMs: 5000 });
    for (const at of [1100, 2000, 4000, 20_000]) scene.world.after(at, () => alice.sendRaw(call.text));
    scene.settle();
    scene.world.explain(() => {
      assert.equal(bob.received("INVITE").length, 1);
      assert.deepEqual(call.finals(), [200]);
    });
  });

  // covers: testInviteClientSpamsAck200
  test("sends the ACK of a 2xx fifty times: each reaches the phone, none the wrong one", () => {
    const { scene, alice, bob } = stage("180@300ms+200@1s");
    const call = alice.invite(BOB, { byeAfterMs: 10_000 });
    scene.world.run(1500);
    const ack = scene.world.network.travels.find(way("alice", "proxy", "ACK"))?.text as string;
    for (let i = 0; i < 50; i++) scene.world.after(i * 20, () => alice.sendRaw(ack));
    scene.settle();
    scene.world.explain(() => {
      assert.equal(bob.call.acks.length, 51);
      assert.deepEqual(call.finals(), [200]);
    });
  });

  for (const [what, match] of [
    // covers: testInvite407Dropped
    ["407", way("proxy", "alice", "SIP/2.0 407")],
    // covers: testInviteAck407Dropped
    ["ACK of the 407", way("alice", "proxy", "ACK")],
  ] as const) {
    test(`the ${what} is lost: the challenge comes again, and the call goes its way`, () => {
      const { scene, alice, bob } = stage("180@300ms+200@1s", { alice: "a", bob: "b" });
      scene.world.network.swallow(match, 2);
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(bob.calls.length, 1);
      });
    });
  }
});

describe("RFC 2543 and branches in odd spellings", () => {
  // covers: testInvite2543Tid, testAck2543Tid, testInvite2543TidWithDigest, proxy §17.2.3
  for (const passwords of [undefined, { alice: "a", bob: "b" }]) {
    for (const branch of ["1", ""]) {
      test(`a caller without the magic cookie (branch "${branch}"${passwords === undefined ? "" : ", challenged"}) calls, cancels, is refused and answered`, () => {
        for (const [script, cancelAfterMs, final] of [
          ["180@300ms+200@1s", undefined, 200],
          ["180@300ms+486@1s", undefined, 486],
          ["180@300ms", 1000, 487],
        ] as const) {
          const scene = new Scene(passwords === undefined ? {} : { passwords });
          const bob = scene.registered("bob", script);
          const alice = scene.phone("alice", { branches: () => branch });
          if (branch === "") alice.via = (protocol) => `SIP/2.0/${protocol} ${alice.host.address}:5060`;
          const call = alice.invite(BOB, {
            byeAfterMs: 1000,
            ...(cancelAfterMs === undefined ? {} : { cancelAfterMs }),
          });
          scene.settle();
          scene.world.explain(() => {
            assert.ok(call.finals().includes(final), `${call.finals()}, not ${final}`);
            assert.equal(bob.calls.length, 1);
            assert.deepEqual(bob.call.unacknowledged, []);
          });
        }
      });
    }
  }

  // covers: testNit2543Tid, testNonInvite2543Tid
  test("other requests of such a peer are forwarded, answered and repeated as any", () => {
    for (const branch of ["7", ""]) {
      const scene = new Scene();
      const bob = scene.registered("bob", "200@0s");
      bob.answer("200@3s", "MESSAGE");
      const alice = scene.phone("alice", { branches: () => branch });
      if (branch === "") alice.via = (protocol) => `SIP/2.0/${protocol} ${alice.host.address}:5060`;
      const message = alice.request("MESSAGE", BOB, { body: "hi" });
      scene.settle();
      scene.world.explain(() => {
        assert.ok(countOf(scene, "alice", "proxy", "MESSAGE") > 1, "it was repeated");
        assert.deepEqual(message.finals(), [200]);
        assert.equal(bob.requests.filter(({ method }) => method === "MESSAGE").length, 1);
      });
    }
  });

  // covers: testInviteBasicUpperCaseBranch, testInviteBranchCaseAltered, testNitBranchCaseAltered
  test("a cookie in capitals, and peers that change the case of a branch, are the same transaction", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "180@300ms+200@1s");
    bob.answerOver = (text, { flow }) =>
      void flow.send(text.replace(/branch=z9hG4bK[^;\s,]+/, (branch) => `branch=${branch.slice(7).toUpperCase()}`));
    const alice = scene.phone("alice", {
      branches: () => `Z9HG4BKABC${alice.host.kernel.random.token(6).toUpperCase()}`,
    });
    const call = alice.invite(BOB, { byeAfterMs: 1000 });
    const message = alice.request("MESSAGE", BOB, { body: "hi" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(message.finals(), [200]);
      assert.equal(bob.received("BYE").length, 1);
    });
  });
});
