import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { mixes, serialMixes } from "./fork-table.ts";
import { Scene, type SceneOptions } from "./scene.ts";

const BOB = "sip:bob@example.com";

/** One caller, and phones of bob that answer by `scripts` in one parallel fork. */
function fork(scripts: readonly string[], options: SceneOptions = {}): { scene: Scene; phones: Phone[]; alice: Phone } {
  const scene = new Scene(options);
  const phones = scripts.map((script, i) => scene.registered(`phone${i + 1}`, script, { user: "bob" }));
  return { scene, phones, alice: scene.phone("alice") };
}

/** The same, one phone after the other. */
function hunt(scripts: readonly string[], options: SceneOptions = {}): { scene: Scene; phones: Phone[]; alice: Phone } {
  const scene = new Scene(options);
  const phones = scripts.map((script, i) => scene.registered(`phone${i + 1}`, script, { user: "bob", q: 1 - i / 10 }));
  return { scene, phones, alice: scene.phone("alice") };
}

const tags = (call: OutgoingCall): string[] => [...call.dialogs.keys()];

/** Phones that answer at once: every 2xx reaches the caller, is acknowledged and hung up. */
function allAnswer(scripts: readonly string[], protocol: "UDP" | "TCP"): void {
  const { scene, phones, alice } = fork(scripts, { protocol });
  const call = alice.invite(BOB, { byeAfterMs: 1000 });
  scene.settle();
  scene.world.explain(() => {
    assert.deepEqual(
      call.finals(),
      scripts.map(() => 200),
    );
    assert.deepEqual(new Set(tags(call)), new Set(phones.map((phone) => phone.call.tag)));
    for (const phone of phones) {
      assert.equal(phone.call.acked(), true, phone.name);
      assert.equal(phone.received("BYE").length, 1, phone.name);
      assert.equal(phone.received("CANCEL").length, 0, "nothing to cancel without a provisional response");
    }
  });
}

describe("more than one answer", () => {
  for (const protocol of ["UDP", "TCP"] as const) {
    // covers: testInviteFork200Beats6xx
    test(`a 6xx, then a 2xx from a phone that ignored the CANCEL: the 2xx wins (${protocol})`, () => {
      const { scene, phones, alice } = fork(["180@300ms+603@1s", "180@300ms+late:200@500ms"], { protocol });
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(phones[1]?.received("CANCEL")[0]?.message.field("Reason"), "SIP;cause=603");
        assert.equal(phones[1]?.call.acked(), true);
        assert.equal(phones[1]?.received("BYE").length, 1);
        assert.equal(phones[0]?.call.acks.length, 1);
      });
    });

    // covers: testInviteForkBothAnswerNoProvisional
    test(`two phones answer at the same moment: both 2xx reach the caller, who ACKs and hangs up both (${protocol})`, () =>
      allAnswer(["200@1s", "200@1s"], protocol));

    // covers: testInviteForkAllAnswerNo1xx
    test(`three phones answer without ringing: every 2xx reaches the caller (${protocol})`, () =>
      allAnswer(["200@1s", "200@1s", "200@1s"], protocol));

    test(`a 2xx 20 s after another still goes upstream, along its own route set (${protocol})`, () => {
      const { scene, phones, alice } = fork(["180@300ms+200@1s", "180@300ms+late:200@20s"], { protocol });
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200, 200]);
        for (const phone of phones) assert.equal(phone.received("BYE").length, 1, phone.name);
      });
    });

    test(`and its repetitions end with the INVITE server transaction: what comes later is discarded (RFC 6026 §8.3, ${protocol})`, () => {
      const { scene, phones, alice } = fork(["180@300ms+200@1s", "180@300ms+late:200@31s"], { protocol });
      const call = alice.invite(BOB, { ackAfterMs: null });
      scene.world.run(1500);
      scene.settle();
      scene.world.explain(() => {
        const ended = call.startedAt + 1000 + 32_000;
        const late = phones[1]?.call.tag ?? "";
        const heard = call.responses.filter(
          ({ message }) => message.status === 200 && message.value(Header.To)?.includes(late),
        );
        assert.ok(
          heard.length > 0 && heard.every(({ at }) => at < ended + 100),
          `${heard.map(({ at }) => at - ended)}`,
        );
        assert.deepEqual(phones[1]?.call.unacknowledged, [200]);
      });
    });
  }

  test("a phone behind one contact may fork too: both of its 2xx are forwarded", () => {
    const { scene, phones, alice } = fork(["180@300ms+200@1s+200@1500ms"]);
    const call = alice.invite(BOB, { byeAfterMs: 2000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200, 200]);
      for (const tag of tags(call)) assert.equal(phones[0]?.call.acked(tag), true, tag);
    });
  });

  for (const status of [
    // covers: testInviteFork200And4xx, testInviteForkOneBusy
    486,
    // covers: testInviteFork200And5xx
    500,
  ]) {
    test(`a ${status} from one phone does not keep the other from answering`, () => {
      const { scene, phones, alice } = fork([`180@300ms+${status}@1s`, "180@300ms+200@2s"]);
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(phones[0]?.received("CANCEL").length, 0);
      });
    });

    // covers: testInviteSeqFork200And4xx, testInviteSeqFork200And5xx, testInviteSeqForkOneBusy, testSequentialQValueInvite
    test(`after a ${status} the hunt goes on to the next phone`, () => {
      const { scene, phones, alice } = hunt([`180@300ms+${status}@1s`, "180@300ms+200@2s", "200@0s"]);
      const call = alice.invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.deepEqual(
          phones.map((phone) => phone.calls.length),
          [1, 1, 0],
        );
      });
    });
  }

  // covers: testInviteFork6xxBeats200
  test("a 6xx that arrives first cancels the phone that would have answered", () => {
    const { scene, phones, alice } = fork(["180@300ms+600@1s", "180@300ms+200@1500ms"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [600]);
      assert.deepEqual(phones[1]?.call.finals(), [487]);
    });
  });
});

describe("the best response when all have refused", () => {
  // covers: testInviteFork4xxAnd5xx, testInviteFork4xx5xx6xx, testInviteForkAll4xxResponses, testInviteForkAll5xxResponses, testInviteForkAll6xxResponses, testInviteForkBothBusy, testInviteAllBusyContacts
  for (const { said, heard, why } of mixes) {
    test(`parallel ${said.join(", ")}: ${why}`, () => {
      const { scene, alice } = fork(said.map((status, i) => `180@100ms+${status}@${i + 1}s`));
      const call = alice.invite(BOB, { byeAfterMs: 100 });
      scene.settle();
      scene.world.explain(() => {
        assert.equal(call.finals().length, 1);
        assert.ok(heard.includes(call.finals()[0] as number), `${call.finals()}`);
      });
    });
  }

  // covers: testInviteSeqFork4xxAnd5xx, testInviteSeqFork4xx5xx6xx, testInviteSeqForkAll4xxResponses, testInviteSeqForkAll5xxResponses, testInviteSeqAllBusyContacts
  for (const { said, heard, why } of serialMixes) {
    test(`serial ${said.join(", ")}: ${why}`, () => {
      const { scene, phones, alice } = hunt(said.map((status) => `180@100ms+${status}@1s`));
      const call = alice.invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        assert.ok(heard.includes(call.finals()[0] as number), `${call.finals()}`);
        assert.deepEqual(
          phones.map((phone) => phone.calls.length),
          said.map(() => 1),
        );
      });
    });
  }

  // covers: testInviteSeqFork6xxResponse
  test("serial: a 6xx from the first phone leaves the second alone", () => {
    const { scene, phones, alice } = hunt(["603@1s", "200@1s"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [603]);
      assert.equal(phones[1]?.calls.length, 0);
    });
  });

  test("a lone 503 goes upstream as 500 without its Retry-After (RFC 3261 §16.7)", () => {
    const { scene, phones, alice } = fork([]);
    const bob = scene.registered("phone1", "silent", { user: "bob" });
    void phones;
    const call = alice.invite(BOB);
    scene.world.run(1000);
    bob.call.respond({ status: 503, afterMs: 0, headers: ["Retry-After: 3600"] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [500]);
      assert.equal(call.response(500).message.field("Retry-After"), null);
    });
  });

  test("challenges of all phones come back in one response (§16.7 step 7)", () => {
    const { scene, phones, alice } = fork(["180@100ms", "180@100ms", "180@100ms+486@3s"]);
    const call = alice.invite(BOB);
    scene.world.run(1000);
    phones[0]?.call.respond({ status: 401, afterMs: 0, headers: ['WWW-Authenticate: Digest realm="one", nonce="a"'] });
    phones[1]?.call.respond({
      status: 407,
      afterMs: 0,
      headers: [
        'Proxy-Authenticate: Digest realm="two", nonce="b"',
        'Proxy-Authenticate: Digest realm="three", nonce="c"',
      ],
    });
    scene.settle();
    scene.world.explain(() => {
      assert.ok([401, 407].includes(call.finals()[0] as number), `${call.finals()}`);
      const { text } = call.response(call.finals()[0] as number);
      for (const realm of ["one", "two", "three"]) assert.equal(text.split(`realm="${realm}"`).length, 2, realm);
    });
  });

  test("contacts of several redirections: at least the best 3xx's own arrive, unchanged", () => {
    const { scene, alice } = fork(["302@1s>sip:carol@example.com", "486@500ms"]);
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [302]);
      assert.equal(call.response(302).message.field("Contact"), "<sip:carol@example.com>");
    });
  });
});

describe("what a CANCEL says", () => {
  for (const protocol of ["UDP", "TCP"] as const) {
    test(`after a 2xx "Call completed elsewhere", after a 603 its cause, both within 100 ms (${protocol})`, () => {
      for (const [status, reason] of [
        [200, 'SIP;cause=200;text="Call completed elsewhere"'],
        [603, "SIP;cause=603"],
        [607, "SIP;cause=607"],
      ] as const) {
        const { scene, phones, alice } = fork([`180@300ms+${status}@2s`, "180@300ms", "180@300ms"], { protocol });
        const call = alice.invite(BOB, { byeAfterMs: 1000 });
        scene.settle();
        scene.world.explain(() => {
          const decided = phones[0]?.call.sent.at(-1)?.at as number;
          for (const phone of phones.slice(1)) {
            const [cancel] = phone.received("CANCEL");
            assert.equal(cancel?.message.field("Reason"), reason);
            const after = (cancel?.at as number) - decided;
            assert.ok(after >= 0 && after <= 100, `the CANCEL came after ${after} ms`);
          }
          assert.deepEqual(call.finals(), [status]);
        });
      }
    });

    test(`a 6xx waits for the last 487 and follows it within 200 ms (${protocol})`, () => {
      const { scene, phones, alice } = fork(["180@300ms+603@2s", "180@300ms+late:487@3s", "180@300ms+late:487@1s"], {
        protocol,
      });
      const call = alice.invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        const last = Math.max(...phones.slice(1).map((phone) => phone.call.sent.at(-1)?.at as number));
        const after = call.response(603).at - last;
        assert.ok(after >= 0 && after <= 200, `the 603 came ${after} ms after the last 487`);
      });
    });
  }

  test("the caller's own Reason goes on to the phones", () => {
    const { scene, phones, alice } = fork(["180@300ms"]);
    const call = alice.invite(BOB);
    scene.world.run(1000);
    call.cancelNow(['Reason: SIP;cause=600;text="Busy Everywhere"']);
    scene.settle();
    scene.world.explain(() => {
      assert.equal(phones[0]?.received("CANCEL")[0]?.message.field("Reason"), 'SIP;cause=600;text="Busy Everywhere"');
      assert.deepEqual(call.finals(), [487]);
    });
  });

  test("a branch that never rang is cancelled with its first provisional response, or not at all (§9.1)", () => {
    const { scene, phones, alice } = fork(["200@1s", "180@4s", "486@4s", "silent"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      const [late] = phones[1]?.received("CANCEL") ?? [];
      assert.ok(late !== undefined && late.at - call.startedAt >= 4000 && late.at - call.startedAt <= 4100);
      assert.equal(phones[2]?.received("CANCEL").length, 0);
      assert.equal(phones[3]?.received("CANCEL").length, 0);
    });
  });
});
