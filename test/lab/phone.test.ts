import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Faults, OutgoingCall, Phone, type PhoneOptions, World } from "../../src/lab/mod.ts";

const BOB = "sip:bob@192.0.2.20";

/** Two phones without a proxy between them. */
function phones(options: { seed?: number; faults?: Partial<Faults>; protocol?: PhoneOptions["protocol"] } = {}) {
  const world = new World(options);
  const protocol = options.protocol ?? "UDP";
  const alice = Phone.in(world, { name: "alice", address: "192.0.2.10", protocol });
  const bob = Phone.in(world, { name: "bob", address: "192.0.2.20", protocol });
  const uri = protocol === "UDP" ? BOB : `${BOB};transport=${protocol.toLowerCase()}`;
  return { world, alice, bob, uri };
}

describe("a call without a proxy", () => {
  for (const protocol of ["UDP", "TCP", "TLS"] as const) {
    test(`over ${protocol}: 180, 200, ACK, BYE, and then all is quiet`, () => {
      const { world, alice, bob, uri } = phones({ protocol });
      bob.answer("180@100ms+200@2s");
      const call = alice.invite(uri, { byeAfterMs: 5000 });
      world.runUntilQuiet();
      world.explain(() => {
        assert.deepEqual(call.provisionals(), [180]);
        assert.deepEqual(call.finals(), [200]);
        assert.ok(call.acked(bob.call.tag));
        assert.ok(bob.call.acked());
        assert.deepEqual(call.dialog.byes[0]?.finals(), [200]);
        assert.equal(bob.call.dialog.ended, true);
        assert.equal(world.network.sent, 6);
      });
    });
  }

  test("a rejection is acknowledged under the INVITE's branch", () => {
    const { world, alice, bob } = phones();
    bob.answer("180@100ms+486@1s");
    const call = alice.invite(BOB);
    world.runUntilQuiet();
    assert.deepEqual(call.finals(), [486]);
    assert.equal(bob.call.acks.length, 1);
    assert.ok(bob.call.acks[0]?.text.includes(call.branch));
    assert.deepEqual(alice.dialogs, []);
  });

  test("the callee hangs up", () => {
    const { world, alice, bob } = phones();
    const call = alice.invite(BOB);
    world.run(1000);
    bob.call.hangUp();
    world.runUntilQuiet();
    assert.deepEqual(bob.call.dialog.byes[0]?.finals(), [200]);
    assert.equal(call.dialog.ended, true);
  });

  test("an INVITE within the dialog is answered under its tag and acknowledged like the first", () => {
    const { world, alice, bob } = phones();
    const call = alice.invite(BOB);
    world.run(1000);
    const draft = call.dialog.draft("INVITE", { headers: [`Contact: ${alice.contact()}`] });
    const again = new OutgoingCall(alice, draft, alice.locate(BOB), {});
    again.send();
    world.runUntilQuiet();
    assert.deepEqual(again.finals(), [200]);
    assert.deepEqual([...again.dialogs.keys()], [...call.dialogs.keys()], "the same dialog");
    assert.deepEqual(
      bob.calls.map(({ acks, unacknowledged }) => [acks.length, unacknowledged]),
      [
        [1, []],
        [1, []],
      ],
    );
  });

  test("CANCEL waits for a provisional response, is answered 200, and the INVITE 487", () => {
    const { world, alice, bob } = phones();
    bob.answer("180@2s");
    const call = alice.invite(BOB, { cancelAfterMs: 500 });
    world.runUntilQuiet();
    world.explain(() => {
      assert.deepEqual(call.finals(), [487]);
      assert.deepEqual(call.cancellation?.finals(), [200]);
      assert.ok((call.canceledAt ?? 0) >= call.startedAt + 2000);
      assert.equal(bob.call.cancels.length, 1);
    });
  });

  test("a phone may ignore CANCEL, ring on, or answer late with a 200", () => {
    for (const [script, finals, cancel] of [
      ["180@0s+ignores-cancel+486@3s", [486], []],
      ["180@0s+rings-on+200@3s", [200], [200]],
      ["180@0s+late:200@1s", [200], [200]],
    ] as const) {
      const { world, alice, bob } = phones();
      bob.answer(script);
      const call = alice.invite(BOB, { cancelAfterMs: 1000, byeAfterMs: 100 });
      world.runUntilQuiet();
      world.explain(() => {
        assert.deepEqual(call.finals(), finals, script);
        assert.deepEqual(call.cancellation?.finals(), cancel, script);
      });
    }
  });

  test("a CANCEL that fits no call is answered 481", () => {
    const { world, alice } = phones();
    const stray = alice.request("CANCEL", BOB);
    world.runUntilQuiet();
    assert.deepEqual(stray.finals(), [481]);
  });

  test("two 2xx from behind one phone: two dialogs, both acknowledged, both hung up", () => {
    const { world, alice, bob } = phones();
    bob.answer("200@1s+200@1500ms");
    const call = alice.invite(BOB, { byeAfterMs: 1000 });
    world.runUntilQuiet();
    world.explain(() => {
      assert.deepEqual(call.finals(), [200, 200]);
      assert.equal(call.dialogs.size, 2);
      for (const tag of call.dialogs.keys()) assert.ok(bob.call.acked(tag), tag);
      for (const dialog of call.dialogs.values()) assert.deepEqual(dialog.byes[0]?.finals(), [200]);
    });
  });

  test("a 2xx without ACK is sent again for 32 s, then the callee hangs up", () => {
    const { world, alice, bob } = phones();
    const call = alice.invite(BOB, { ackAfterMs: null });
    world.runUntilQuiet();
    world.explain(() => {
      assert.deepEqual(bob.call.unacknowledged, [200]);
      assert.equal(call.responses.length, 11, "0, 0.5, 1.5, 3.5, 7.5 … 31.5 s");
      assert.deepEqual(bob.call.dialog.byes[0]?.finals(), [200]);
    });
  });

  test("a redirection carries its contacts", () => {
    const { world, alice, bob } = phones();
    bob.answer("302@1s>sip:carol@192.0.2.30,sip:dave@192.0.2.40");
    const call = alice.invite(BOB);
    world.runUntilQuiet();
    assert.match(call.response(302).text, /\r\nContact: <sip:carol@192.0.2.30>\r\nContact: <sip:dave@192.0.2.40>\r\n/);
  });
});

describe("silence", () => {
  test("an INVITE that nobody answers is sent seven times over UDP and given up at 32 s", () => {
    const { world, alice, bob } = phones();
    bob.answer("silent");
    const call = alice.invite(BOB);
    world.runUntilQuiet();
    world.explain(() => {
      assert.equal(call.timedOut, true);
      assert.equal(bob.received("INVITE").length, 7);
      assert.equal(bob.calls.length, 1);
      assert.equal(bob.call.repeats, 6);
      assert.equal(world.elapsed, 32_000);
    });
  });

  test("over TCP it is sent once, and a refused connection is known at once", () => {
    const { world, alice, bob } = phones({ protocol: "TCP" });
    bob.answer("silent");
    const call = alice.invite(`${BOB};transport=tcp`);
    const refused = alice.invite("sip:bob@192.0.2.20:9;transport=tcp");
    world.run(100);
    assert.equal(refused.failure, "connection refused");
    world.runUntilQuiet();
    assert.equal(bob.received("INVITE").length, 1);
    assert.equal(call.timedOut, true);
  });

  test("another request is sent eleven times", () => {
    const { world, alice, bob } = phones();
    bob.answer("silent", "OPTIONS");
    const options = alice.request("OPTIONS", BOB);
    world.runUntilQuiet();
    assert.equal(options.timedOut, true);
    assert.equal(bob.received("OPTIONS").length, 11);
  });
});

describe("other requests", () => {
  test("any method goes both ways and is answered by its script, 200 without one", () => {
    const { world, alice, bob } = phones();
    bob.answer("603@0s", "MESSAGE");
    const sent = ["OPTIONS", "MESSAGE", "INFO", "FOO"].map((method) =>
      alice.request(method, BOB, { body: method === "MESSAGE" ? "hi" : "" }),
    );
    world.runUntilQuiet();
    assert.deepEqual(
      sent.map((exchange) => exchange.finals()),
      [[200], [603], [200], [200]],
    );
    const back = bob.request("OPTIONS", "sip:alice@192.0.2.10");
    world.runUntilQuiet();
    assert.deepEqual(back.finals(), [200]);
  });

  test("a BYE outside any dialog is answered 481", () => {
    const { world, alice } = phones();
    const bye = alice.request("BYE", BOB, { to: `<${BOB}>;tag=nobody` });
    world.runUntilQuiet();
    assert.deepEqual(bye.finals(), [481]);
  });

  test("octets are sent as they are, and what fits no request is kept as a stray", () => {
    const { world, alice, bob } = phones();
    const text = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.20;branch=z9hG4bKx\r\nCSeq: 1 INVITE\r\n\r\n";
    alice.sendRaw(text, { protocol: "UDP", host: "192.0.2.20", port: 5060 });
    world.runUntilQuiet();
    assert.deepEqual(
      bob.strays.map((stray) => stray.text),
      [text],
    );
  });

  test("challenges are answered once, with the digest of RFC 7616 §3.9.1", () => {
    const { world, bob } = phones();
    const mufasa = Phone.in(world, { name: "Mufasa", address: "192.0.2.40", password: "Circle of Life" });
    const challenge =
      'WWW-Authenticate: Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"';
    bob.answer(
      { steps: [{ afterMs: 0, status: 401, headers: [challenge] }], onCancel: "ends", afterCancel: [] },
      "REGISTER",
    );
    const registration = mufasa.register({ target: { protocol: "UDP", host: "192.0.2.20", port: 5060 } });
    world.runUntilQuiet();
    world.explain(() => {
      assert.equal(bob.received("REGISTER").length, 2, "a second refusal is not answered again");
      assert.deepEqual(registration.finals(), [401]);
      const { hash } = mufasa.host.kernel;
      const authorization = bob.received("REGISTER")[1]?.message.field("Authorization") ?? "";
      const cnonce = /cnonce="([^"]+)"/.exec(authorization)?.[1];
      const secret = hash.md5("Mufasa:http-auth@example.org:Circle of Life");
      const subject = hash.md5("REGISTER:sip:example.com");
      const expected = hash.md5(
        `${secret}:7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v:00000001:${cnonce}:auth:${subject}`,
      );
      assert.match(authorization, new RegExp(`response="${expected}"`));
      assert.match(bob.received("REGISTER")[1]?.text ?? "", /CSeq: 2 REGISTER/);
    });
  });
});

describe("routes", () => {
  const dialogWith = (recordRoute: string) => {
    const { world, alice, bob } = phones();
    const proxy = Phone.in(world, { name: "proxy", address: "192.0.2.1" });
    const call = alice.invite(BOB, {}, { headers: [`Record-Route: <sip:192.0.2.2;lr>, ${recordRoute}`] });
    world.run(1000);
    return { world, alice, bob, proxy, call };
  };

  test("ACK and BYE follow a loose route set, reversed at the caller", () => {
    const { world, bob, proxy } = dialogWith("<sip:192.0.2.1;lr>");
    const ack = proxy.inbox[0];
    world.explain(() => {
      assert.match(ack?.text ?? "", /^ACK sip:bob@192.0.2.20:5060 SIP\/2.0\r\n/);
      assert.match(ack?.text ?? "", /\r\nRoute: <sip:192.0.2.1;lr>\r\nRoute: <sip:192.0.2.2;lr>\r\n/);
    });
    bob.call.hangUp();
    world.run(100);
    const bye = world.network.travels.findLast(({ text }) => text.startsWith("BYE"));
    assert.equal(bye?.to, "192.0.2.2");
    assert.match(bye?.text ?? "", /\r\nRoute: <sip:192.0.2.2;lr>\r\nRoute: <sip:192.0.2.1;lr>\r\n/);
  });

  test("before a strict router the Request-URI is its own and the target stands last (RFC 3261 §12.2.1.1)", () => {
    const { world, proxy } = dialogWith("<sip:192.0.2.1>");
    world.explain(() => {
      assert.match(proxy.inbox[0]?.text ?? "", /^ACK sip:192.0.2.1 SIP\/2.0\r\n/);
      assert.match(proxy.inbox[0]?.text ?? "", /\r\nRoute: <sip:192.0.2.2;lr>\r\nRoute: <sip:bob@192.0.2.20:5060>\r\n/);
    });
  });
});

describe("under heavy faults", () => {
  const play = (seed: number) => {
    const { world, alice, bob } = phones({
      seed,
      faults: { loss: 0.3, duplication: 0.2, reordering: 0.3, reorderMs: 2000, jitterMs: 80 },
    });
    bob.answer(["180@1s+200@2s", "180@1s+486@2s", "200@0s", "603@500ms"][seed % 4] as string);
    const call = alice.invite(BOB, { byeAfterMs: 3000 });
    world.runUntilQuiet(200_000);
    return { world, bob, call };
  };

  test("a hundred seeds: both ends come to an end, agree on it, and nothing is left waiting", () => {
    let delivered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { world, bob, call } = play(seed);
      world.explain(() => {
        assert.equal(world.quiet, true);
        assert.ok(
          call.timedOut || call.finals().length === 1 || call.provisionals().length > 0,
          `seed ${seed}: no end`,
        );
        if (call.finals().length === 0) return;
        delivered++;
        assert.deepEqual(call.finals(), bob.call.finals());
        for (const dialog of bob.call.dialogs.values()) assert.equal(dialog.ended, true);
      });
    }
    assert.ok(delivered > 95, `${delivered} of 100 calls got their final response through`);
  });

  test("a seed played twice sends the same octets at the same times", () => {
    const bytes = (seed: number): string => JSON.stringify(play(seed).world.network.travels);
    assert.equal(bytes(4), bytes(4));
    assert.notEqual(bytes(4), bytes(8));
  });
});
