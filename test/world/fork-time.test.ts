import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

/** One caller, and phones of bob that answer by `scripts`: all at once, or in a hunt one after the other. */
function bobWith(
  scripts: readonly string[],
  order: "parallel" | "serial",
): { scene: Scene; phones: Phone[]; alice: Phone } {
  const scene = new Scene();
  const q = (i: number): number => (order === "parallel" ? 1 : 1 - i / 10);
  const phones = scripts.map((script, i) => scene.registered(`phone${i + 1}`, script, { user: "bob", q: q(i) }));
  return { scene, phones, alice: scene.phone("alice") };
}

const fork = (scripts: readonly string[]) => bobWith(scripts, "parallel");
const hunt = (scripts: readonly string[]) => bobWith(scripts, "serial");

describe("a fork that takes its time", () => {
  // covers: testTimerC
  test("Timer C: a phone that rings for ever is cancelled after more than three minutes, and the caller hears 408", () => {
    const { scene, phones, alice } = fork(["180@300ms"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [408]);
      const after = call.response(408).at - call.startedAt;
      assert.ok(after > 180_000 && after < 190_000, `${after}`);
      assert.equal(phones[0]?.received("CANCEL").length, 1);
    });
  });

  test("every provisional response but 100 starts Timer C anew (§16.7 step 2)", () => {
    const { scene, phones, alice } = fork(["180@300ms+180@170s+100@330s+200@340s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle(800_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(phones[0]?.received("CANCEL").length, 0);
    });
  });

  test("a 100 alone is no ringing: Timer C runs from the INVITE (§16.6 step 11), and a 100 does not start it anew", () => {
    for (const script of ["100@300ms", "180@300ms+100@170s"]) {
      const { scene, alice } = fork([script]);
      const call = alice.invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [408]);
        const after = call.response(408).at - call.startedAt;
        assert.ok(after > 180_000 && after < 190_000, `${script}: ${after}`);
      });
    }
  });

  test("the caller hears one 100, the proxy's own: those of the phones end there (§16.7 step 4)", () => {
    const { scene, alice } = fork(["100@300ms+180@1s+486@2s", "100@400ms+486@2s"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.provisionals(), [100, 180]));
  });

  // covers: testTimerCForked
  test("Timer C of both branches: both are cancelled, and the caller hears 408 once", () => {
    const { scene, phones, alice } = fork(["180@300ms", "180@1s"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [408]);
      for (const phone of phones) assert.deepEqual([phone.call.cancels.length, phone.call.finals()], [1, [487]]);
    });
  });

  // covers: testTimerCInterference
  test("a call that was answered lasts longer than Timer C: nothing is cancelled, and the BYE comes through", () => {
    const { scene, phones, alice } = fork(["180@300ms+200@1s"]);
    const call = alice.invite(BOB, { byeAfterMs: 400_000 });
    scene.settle(800_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual([phones[0]?.received("CANCEL").length, phones[0]?.received("BYE").length], [0, 1]);
      assert.deepEqual(call.dialog.byes[0]?.finals(), [200]);
    });
  });

  // covers: testTimerCForked
  test("Timer C of one branch leaves the others to go on", () => {
    const { scene, phones, alice } = fork(["180@300ms", "180@1s+180@170s+200@200s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle(800_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(phones[0]?.received("CANCEL").length, 1);
    });
  });

  // covers: testTimerCForkedSequential
  test("in a serial hunt every branch has its own Timer C", () => {
    const { scene, phones, alice } = hunt(["180@300ms", "180@300ms+486@100s", "180@300ms+200@150s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle(800_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(
        phones.map((phone) => phone.received("CANCEL").length),
        [1, 0, 0],
      );
    });
  });

  test("a phone deaf to CANCEL after Timer C is given up 64·T1 later", () => {
    const { scene, alice } = fork(["180@300ms+ignores-cancel"]);
    const call = alice.invite(BOB);
    scene.settle(800_000);
    scene.world.explain(() => assert.deepEqual(call.finals(), [408]));
  });

  for (const [order, end] of [
    // covers: testInviteForkOneAnswers, testInviteForkCallerHangsUp
    ["parallel", "caller"],
    // covers: testInviteForkCalleeHangsUp
    ["parallel", "callee"],
    // covers: testInviteSeqForkCallerHangsUp
    ["serial", "caller"],
    // covers: testInviteSeqForkCalleeHangsUp
    ["serial", "callee"],
  ] as const) {
    test(`${order}: one answers, and the ${end} hangs up`, () => {
      const scripts = [order === "parallel" ? "180@300ms" : "180@300ms+486@1s", "180@300ms+200@2s"];
      const { scene, phones, alice } = bobWith(scripts, order);
      const call = alice.invite(BOB);
      scene.world.run(8000);
      scene.world.explain(() => (end === "caller" ? call.hangUp() : phones[1]?.call.hangUp()));
      scene.settle();
      scene.world.explain(() => {
        assert.equal(call.dialog.ended, true);
        assert.equal(phones[1]?.call.dialog.ended, true);
        assert.deepEqual(
          phones.map(({ name, call: { cancels } }) => `${name} ${cancels.length}`),
          [order === "parallel" ? "phone1 1" : "phone1 0", "phone2 0"],
        );
        assert.equal(
          phones[0]?.inbox.some(({ message }) => message.method === "BYE"),
          false,
        );
      });
    });
  }

  // covers: testInviteForkThreeCallerCancels, testInviteForkCallerCancels
  test("three phones ring, the caller cancels: three CANCELs, three 487, one 487 upstream", () => {
    const { scene, phones, alice } = fork(["180@300ms", "180@300ms", "180@300ms"]);
    const call = alice.invite(BOB, { cancelAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [487]);
      for (const phone of phones) assert.deepEqual([phone.call.cancels.length, phone.call.finals()], [1, [487]]);
    });
  });

  // covers: testInviteSeqForkThreeCallerCancels, testInviteSeqForkCallerCancels
  test("serial: the caller cancels while the second phone rings; the third is left alone", () => {
    const { scene, phones, alice } = hunt(["180@300ms+486@1s", "180@300ms", "200@0s"]);
    const call = alice.invite(BOB, { cancelAfterMs: 3000 });
    scene.settle();
    scene.world.explain(() => {
      assert.ok([486, 487].includes(call.finals()[0] as number), `${call.finals()}`);
      assert.deepEqual(
        phones.map((phone) => phone.calls.length),
        [1, 1, 0],
      );
    });
  });
});
