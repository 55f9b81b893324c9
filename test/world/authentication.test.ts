import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Exchange, Phone } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";
const PASSWORDS = { alice: "a", bob: "b", carol: "c" };

function stage(): { scene: Scene; bob: Phone } {
  const scene = new Scene({ passwords: PASSWORDS });
  return { scene, bob: scene.registered("bob", "180@100ms+200@1s") };
}

const statuses = (exchange: Exchange): number[] =>
  exchange.responses.map(({ message }) => message.status).filter((status) => status >= 200);

describe("who may call", () => {
  // covers: testDigestInviteBasic
  test("a user who answers the challenge; ACK and BYE are not challenged again", () => {
    const { scene, bob } = stage();
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(statuses(call), [407, 200]);
      assert.deepEqual(statuses(call.dialog.byes[0] as Exchange), [200]);
      assert.equal(
        bob.call.received.message.field("Proxy-Authorization"),
        null,
        "credentials for this server end here (§22.3)",
      );
    });
  });

  // covers: testInviteBogusAuth, testNonInviteBadAuth
  test("not one with a wrong password, nor an unknown user: both see the same answer", () => {
    const { scene, bob } = stage();
    const answers = [
      ["alice", "wrong"],
      ["nobody", "wrong"],
    ].map(([user, password]) => {
      const phone = scene.phone(`as-${user}`, { user: user as string, password: password as string });
      const call = phone.invite(BOB);
      const message = phone.request("MESSAGE", BOB, { body: "hi" });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(statuses(call), [407, 407]);
        assert.deepEqual(statuses(message), [407, 407]);
      });
      const second = call.responses.at(-1)?.text ?? "";
      return second.replace(/nonce="[^"]*"/, "").replace(/^(Via|From|To|Call-ID).*\r\n/gm, "");
    });
    scene.world.explain(() => {
      assert.equal(answers[0], answers[1]);
      assert.equal(bob.calls.length + bob.requests.length, 0);
    });
  });

  test("not one without a password at all", () => {
    const { scene, bob } = stage();
    const call = scene.phone("stranger").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(statuses(call), [407]);
      assert.equal(bob.calls.length, 0);
    });
  });

  // covers: testInviteForgedUserInFrom
  test("not one who says to be another user of this domain: 403", () => {
    const { scene, bob } = stage();
    const alice = scene.phone("alice");
    for (const from of [
      "<sip:carol@example.com>;tag=1",
      "<sip:nobody@example.com>;tag=2",
      "<sip:bob@192.0.2.1>;tag=3",
    ]) {
      const call = alice.invite(BOB, {}, { from });
      scene.settle();
      scene.world.explain(() => assert.deepEqual(statuses(call), [407, 403], from));
    }
    const told = scene.observations.flatMap((each) => (each.type === "decided" ? [`${each.status} ${each.why}`] : []));
    assert.deepEqual(told, [
      "403 alice@example.com called as carol@example.com",
      "403 alice@example.com called as nobody@example.com",
      "403 alice@example.com called as bob@example.com",
    ]);
    scene.world.explain(() => assert.equal(bob.calls.length, 0));
  });

  // covers: testInviteForgedHostInFrom
  test("not one who says to be from elsewhere and proves nothing", () => {
    const { scene, bob } = stage();
    for (const from of [
      "<sip:alice@elsewhere.example.org>;tag=1",
      "<sip:bob@192.0.2.1>;tag=2",
      "<tel:+4930123>;tag=3",
    ]) {
      const stranger = scene.phone(`stranger${from.length}`, { password: "guess" });
      const call = stranger.invite(BOB, {}, { from });
      scene.settle();
      scene.world.explain(() => assert.deepEqual(call.finals(), [407], from));
    }
    scene.world.explain(() => assert.equal(bob.calls.length, 0));
  });

  test("one who proves to be alice may give a From of elsewhere, as who wants to be anonymous does (RFC 3323 §4.1)", () => {
    const { scene, bob } = stage();
    const from = '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1';
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 }, { from });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(statuses(call), [407, 200]);
      assert.equal(bob.call.received.message.field("From"), from);
    });
  });

  // covers: testInviteBadNonce
  test("a nonce this server never gave is met with a new challenge", () => {
    const { scene, bob } = stage();
    const bogus = `Proxy-Authorization: Digest username="alice", realm="example.com", nonce="made-up", uri="${BOB}", response="0123456789abcdef0123456789abcdef"`;
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 }, { headers: [bogus] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(statuses(call), [407, 200]);
      assert.equal(bob.calls.length, 1);
    });
  });

  test("credentials seen on the way do not serve for another call", () => {
    const { scene, bob } = stage();
    scene.phone("alice").invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    const overheard = scene.world.network.travels.find(({ text }) => text.includes("Proxy-Authorization"))?.text ?? "";
    const thief = scene.phone("thief");
    thief.sendRaw(
      overheard
        .replace(/Call-ID: .*/, "Call-ID: stolen")
        .replace(/branch=[^;]+/, "branch=z9hG4bKstolen")
        .replace(/^INVITE \S+/, "INVITE sip:carol@example.com"),
    );
    thief.sendRaw(
      overheard.replace(/Call-ID: .*/, "Call-ID: stolen").replace(/branch=[^;]+/, "branch=z9hG4bKreplayed"),
    );
    scene.settle();
    scene.world.explain(() => {
      const answers = thief.strays.map(({ message }) => message.status);
      assert.ok(answers.length >= 2 && answers.every((status) => status >= 400), `${answers}`);
      assert.equal(bob.calls.length, 1);
    });
  });

  test("a To tag made up does not pass for a dialog", () => {
    const { scene, bob } = stage();
    const stranger = scene.phone("stranger");
    const message = stranger.request("MESSAGE", BOB, { to: `<${BOB}>;tag=invented`, body: "hi" });
    const bye = stranger.request("BYE", bob.contact().slice(1, -1), { to: `<${BOB}>;tag=invented` });
    scene.settle();
    scene.world.explain(() => {
      for (const exchange of [message, bye])
        assert.ok([403, 407].includes(exchange.finals()[0] as number), `${exchange.finals()}`);
      assert.equal(bob.requests.length, 0);
    });
  });

  // covers: testNonInvite407Dropped
  test("a lost 407 comes again for other requests as well", () => {
    const { scene, bob } = stage();
    scene.world.network.swallow(({ text }) => text.startsWith("SIP/2.0 407"), 2);
    const message = scene.phone("alice").request("MESSAGE", BOB, { body: "hi" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), [200]);
      assert.equal(bob.requests.length, 1);
    });
  });

  for (const digestAlgorithm of ["MD5", "SHA-256", "SHA-512-256"] as const) {
    test(`${digestAlgorithm}: one challenge, one algorithm`, () => {
      const scene = new Scene({ passwords: PASSWORDS, policy: { digestAlgorithm } });
      scene.registered("bob", "486@0s");
      const call = scene.phone("alice").invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(statuses(call), [407, 486]);
        const challenges = call.response(407).message.lines(16);
        assert.equal(challenges.length, 1);
        assert.match(challenges[0] as string, new RegExp(`algorithm="?${digestAlgorithm}`));
      });
    });
  }
});
