import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone } from "../../src/lab/mod.ts";
import { PROXY, Scene, type SceneOptions } from "./scene.ts";

/** Gives `user` contacts that lead back to the server itself. */
async function forwards(scene: Scene, user: string, ...targets: string[]): Promise<Phone> {
  const phone = scene.phone(`${user}-forward`, { user });
  phone.register({ contacts: targets.map((target) => (target.startsWith("<") ? target : `<${target}>`)) });
  await scene.runWithLookups(100);
  return phone;
}

const requests = (scene: Scene, method: string): number =>
  scene.world.network.travels.filter(({ text }) => text.startsWith(`${method} `)).length;

describe("loops", () => {
  // covers: testInviteLoop
  for (const method of ["INVITE", "MESSAGE"]) {
    test(`two addresses that forward to each other: 482 or 483 in under 2 s, at most 60 requests (${method})`, async () => {
      const scene = new Scene();
      await forwards(scene, "bob", "sip:carol@example.com");
      await forwards(scene, "carol", "sip:bob@example.com");
      const before = scene.world.network.sent;
      const alice = scene.phone("alice");
      const call =
        method === "INVITE" ? alice.invite("sip:bob@example.com") : alice.request(method, "sip:bob@example.com");
      await scene.runWithLookups(5000);
      scene.settle();
      scene.world.explain(() => {
        const [status] = call.finals();
        assert.ok(status === 482 || status === 483, `${call.finals()}`);
        assert.ok(call.response(status).at - call.startedAt < 2000);
        assert.ok(requests(scene, method) <= 60, `${requests(scene, method)} requests`);
        assert.ok(
          requests(scene, method) <= 4,
          `a loop is seen at its first return, not after ${requests(scene, method)} requests`,
        );
        assert.ok(scene.world.network.sent - before <= 60);
      });
    });
  }

  test("an address that forwards to itself, by domain and by address", async () => {
    for (const target of ["sip:bob@example.com", `sip:bob@${PROXY}`, `sip:bob@${PROXY}:5060;transport=tcp`]) {
      const scene = new Scene();
      await forwards(scene, "bob", target);
      const call = scene.phone("alice").invite("sip:bob@example.com");
      await scene.runWithLookups(5000);
      scene.settle();
      scene.world.explain(() => {
        assert.ok([482, 483].includes(call.finals()[0] as number), `${target}: ${call.finals()}`);
        assert.ok(requests(scene, "INVITE") <= 6, `${requests(scene, "INVITE")}`);
      });
    }
  });

  test("addresses that fork to each other (RFC 5393 §3) do not multiply: at most 60 requests", async () => {
    const scene = new Scene();
    const users = ["a", "b", "c"];
    for (const user of users)
      await forwards(scene, user, ...users.filter((each) => each !== user).map((each) => `sip:${each}@example.com`));
    const call = scene.phone("alice").invite("sip:a@example.com");
    await scene.runWithLookups(5000);
    scene.settle();
    scene.world.explain(() => {
      assert.ok([482, 483, 440].includes(call.finals()[0] as number), `${call.finals()}`);
      assert.ok(call.response(call.finals()[0] as number).at - call.startedAt < 2000);
      assert.ok(requests(scene, "INVITE") <= 60, `${requests(scene, "INVITE")} requests`);
    });
  });

  test("a loop beside a phone does not keep the phone from answering", async () => {
    const scene = new Scene();
    scene.registered("desk", "180@100ms+200@1s", { user: "bob" });
    await forwards(scene, "bob", "sip:carol@example.com");
    await forwards(scene, "carol", "sip:bob@example.com");
    const call = scene.phone("alice").invite("sip:bob@example.com", { byeAfterMs: 100 });
    await scene.runWithLookups(5000);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [200]));
  });
});

describe("Max-Forwards", () => {
  for (const method of ["INVITE", "OPTIONS", "MESSAGE"]) {
    test(`${method} with 0 is 483, with 1 arrives with 0`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "486@0s");
      const alice = scene.phone("alice");
      const send = (maxForwards: number) =>
        method === "INVITE"
          ? alice.invite("sip:bob@example.com", {}, { maxForwards })
          : alice.request(method, "sip:bob@example.com", { maxForwards });
      const none = send(0);
      const one = send(1);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(none.finals(), [483]);
        assert.deepEqual(one.finals(), [method === "INVITE" ? 486 : 200]);
        assert.deepEqual(
          bob.received(method).map(({ message }) => message.field("Max-Forwards")),
          ["0"],
        );
      });
    });
  }

  test("OPTIONS for the server itself is answered whatever its Max-Forwards: it is not forwarded", () => {
    const scene = new Scene();
    const options = scene.phone("alice").request("OPTIONS", `sip:${PROXY}`, { maxForwards: 0 });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(options.finals(), [200]));
  });

  test("a request without Max-Forwards gets 70", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "486@0s");
    const alice = scene.phone("alice");
    alice.sendRaw(
      "MESSAGE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.11;branch=z9hG4bKnomf\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <sip:bob@example.com>\r\nCall-ID: x\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n",
    );
    scene.settle();
    scene.world.explain(() => assert.equal(bob.received("MESSAGE")[0]?.message.field("Max-Forwards"), "70"));
  });
});

describe("Max-Breadth (RFC 5393 §5)", () => {
  const threePhones = (options: SceneOptions = {}): { scene: Scene; phones: Phone[] } => {
    const scene = new Scene(options);
    return {
      scene,
      phones: ["p1", "p2", "p3"].map((name) => scene.registered(name, "180@100ms+486@1s", { user: "bob" })),
    };
  };

  test("what a request may still fork is shared among its branches, 60 when it does not say", () => {
    const { scene, phones } = threePhones();
    scene.phone("alice").invite("sip:bob@example.com");
    scene.settle();
    scene.world.explain(() => {
      const shares = phones.map((phone) => Number(phone.call.received.message.field("Max-Breadth")));
      assert.deepEqual([...shares].sort(), [20, 20, 20]);
    });
  });

  test("a request may ask for less and gets no more than this server allows", () => {
    for (const [asked, total] of [
      [7, 7],
      [1000, 60],
    ] as const) {
      const { scene, phones } = threePhones();
      scene.phone("alice").invite("sip:bob@example.com", {}, { headers: [`Max-Breadth: ${asked}`] });
      scene.settle();
      scene.world.explain(() => {
        const shares = phones.map((phone) => Number(phone.call.received.message.field("Max-Breadth")));
        assert.equal(shares[0]! + shares[1]! + shares[2]!, total, `${shares}`);
        assert.ok(Math.min(...shares) >= 1);
      });
    }
  });

  test("when it does not suffice for the fork: 440, and no phone rings", () => {
    const { scene, phones } = threePhones();
    const call = scene.phone("alice").invite("sip:bob@example.com", {}, { headers: ["Max-Breadth: 2"] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [440]);
      for (const phone of phones) assert.equal(phone.calls.length, 0);
    });
  });

  test("a serial hunt needs breadth for one branch at a time", () => {
    const scene = new Scene();
    const phones = ["p1", "p2", "p3"].map((name, i) =>
      scene.registered(name, "486@1s", { user: "bob", q: 1 - i / 10 }),
    );
    const call = scene.phone("alice").invite("sip:bob@example.com", {}, { headers: ["Max-Breadth: 1"] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [486]);
      for (const phone of phones) assert.equal(phone.calls.length, 1);
    });
  });

  test("Max-Breadth: 0 lets nothing through", () => {
    const { scene, phones } = threePhones();
    const call = scene.phone("alice").invite("sip:bob@example.com", {}, { headers: ["Max-Breadth: 0"] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [440]);
      for (const phone of phones) assert.equal(phone.calls.length, 0);
    });
  });
});

describe("spirals", () => {
  /** Calls sales, whose contacts lead to bob at this same server. */
  async function spiral(sales: readonly string[], phones: readonly [name: string, script: string, q?: number][]) {
    const scene = new Scene();
    const bobs = phones.map(([name, script, q = 1]) => scene.registered(name, script, { user: "bob", q }));
    await forwards(scene, "sales", ...sales);
    return { scene, bobs, alice: scene.phone("alice") };
  }

  // covers: testSpiral
  test("a call that passes twice rings, is answered and hung up along both passes", async () => {
    const { scene, bobs, alice } = await spiral(["sip:bob@example.com"], [["bob", "180@1s+200@2s"]]);
    const call = alice.invite("sip:sales@example.com", { byeAfterMs: 2000 });
    await scene.runWithLookups(10_000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(bobs[0]?.call.acked(), true);
      assert.equal(bobs[0]?.received("BYE").length, 1);
      assert.equal(bobs[0]?.received("ACK").length, 1);
    });
  });

  // covers: testSpiralWithCancel
  test("a CANCEL follows the spiral", async () => {
    const { scene, bobs, alice } = await spiral(["sip:bob@example.com"], [["bob", "180@1s"]]);
    const call = alice.invite("sip:sales@example.com", { cancelAfterMs: 2000 });
    await scene.runWithLookups(10_000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [487]);
      assert.equal(bobs[0]?.received("CANCEL").length, 1);
    });
  });

  // covers: testSpiral, testSpiralWithCancel, testNonInviteSpiral
  test("ten passes are as good as two: a call, a CANCEL and another request", async () => {
    const { scene, bobs, alice } = await spiral(["sip:s1@example.com"], [["bob", "180@1s+200@4s"]]);
    for (let i = 1; i < 9; i++) await forwards(scene, `s${i}`, `sip:${i === 8 ? "bob" : `s${i + 1}`}@example.com`);
    const before = requests(scene, "INVITE");
    const call = alice.invite("sip:sales@example.com", { byeAfterMs: 1000 });
    const message = alice.request("MESSAGE", "sip:sales@example.com", { body: "hi" });
    await scene.runWithLookups(6000);
    const given = alice.invite("sip:sales@example.com", { cancelAfterMs: 2000 });
    await scene.runWithLookups(5000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual([call.finals(), message.finals(), given.finals()], [[200], [200], [487]]);
      assert.ok(
        requests(scene, "INVITE") - before >= 22,
        "from alice, nine times from the proxy to itself, and to bob",
      );
      assert.deepEqual(
        ["MESSAGE", "CANCEL", "BYE"].map((method) => bobs[0]?.received(method).length),
        [1, 1, 1],
      );
    });
  });

  for (const order of [
    // covers: testInviteSpiralThenFork
    "parallel",
    // covers: testInviteSpiralThenSeqFork
    "serial",
  ] as const) {
    test(`first the spiral, then a ${order} fork`, async () => {
      const { scene, bobs, alice } = await spiral(
        ["sip:bob@example.com"],
        [
          ["p1", "180@100ms+486@1s", 1],
          ["p2", "180@100ms+200@2s", order === "parallel" ? 1 : 0.5],
        ],
      );
      const call = alice.invite("sip:sales@example.com", { byeAfterMs: 1000 });
      await scene.runWithLookups(10_000);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(bobs[1]?.received("BYE").length, 1);
      });
    });
  }

  for (const q of [
    // covers: testInviteForkThenSpiral
    "",
    // covers: testInviteSeqForkThenSpiral
    ";q=0.5",
  ]) {
    test(`first a ${q === "" ? "parallel" : "serial"} fork, then the spiral`, async () => {
      const { scene, bobs, alice } = await spiral([`<sip:bob@example.com>${q}`], [["bob", "180@100ms+200@2s"]]);
      const other = scene.registered("other", "180@100ms+486@1s", { user: "sales" });
      const call = alice.invite("sip:sales@example.com", { byeAfterMs: 1000 });
      await scene.runWithLookups(10_000);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200]);
        assert.equal(other.calls.length, 1);
        assert.equal(bobs[0]?.received("BYE").length, 1);
      });
    });
  }

  // covers: testNonInviteSpiral
  test("other requests spiral as well", async () => {
    const { scene, bobs, alice } = await spiral(["sip:bob@example.com"], [["bob", "200@0s"]]);
    const message = alice.request("MESSAGE", "sip:sales@example.com", { body: "hi" });
    await scene.runWithLookups(1000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), [200]);
      assert.equal(bobs[0]?.received("MESSAGE").length, 1);
    });
  });

  test("with authentication on, a spiral is challenged once, at its entry", async () => {
    const scene = new Scene({ passwords: { alice: "a", bob: "b", sales: "s" } });
    const bob = scene.registered("bob", "180@100ms+200@1s");
    await forwards(scene, "sales", "sip:bob@example.com");
    const call = scene.phone("alice").invite("sip:sales@example.com", { byeAfterMs: 100 });
    await scene.runWithLookups(10_000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(call.responses.filter(({ message }) => message.status === 407).length, 1);
      assert.equal(bob.calls.length, 1);
    });
  });
});

describe("merged requests", () => {
  // covers: testInviteForkMerges
  test("a fork whose branches meet at one phone rings it once; the other branch is 482", async () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "180@500ms+200@2s");
    await forwards(scene, "one", "sip:bob@example.com");
    await forwards(scene, "two", "sip:bob@example.com");
    await forwards(scene, "sales", "sip:one@example.com", "sip:two@example.com");
    const call = scene.phone("alice").invite("sip:sales@example.com", { byeAfterMs: 1000 });
    await scene.runWithLookups(10_000);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(bob.calls.map((each) => each.finals()).sort(), [[200], [482]]);
    });
  });

  test("a request that this server itself refuses is refused once; by the second way it is 482 (§8.2.2.2)", () => {
    const scene = new Scene();
    const alice = scene.phone("alice");
    const options = { callId: "merged", cseq: 7, from: "<sip:alice@example.com>;tag=m" };
    const first = alice.invite("sip:nobody@example.com", {}, options);
    const second = alice.invite("sip:nobody@example.com", {}, options);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(first.finals(), [404]);
      assert.deepEqual(second.finals(), [482]);
    });
  });
});
