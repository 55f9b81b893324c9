import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

describe("a redirect server (RFC 3261 §8.3)", () => {
  // covers: testInviteBasicRedirect, testInviteForkRedirect
  test("answers 302 with the contacts, best first, and forwards nothing", () => {
    const scene = new Scene({ policy: { mode: "redirect" } });
    const phones = [0.3, 1, 0.7].map((q, i) => scene.registered(`p${i}`, "200@0s", { user: "bob", q }));
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [302]);
      const contacts = call.response(302).message.lines(7);
      assert.deepEqual(
        contacts.map((contact) => /sip:(p\d)@/.exec(contact)?.[1]),
        ["p1", "p2", "p0"],
      );
      assert.match(contacts[2] as string, /q=0\.3/);
      for (const phone of phones) assert.equal(phone.calls.length, 0);
    });
  });

  test("knows whom it does not know: 404, and 480 without contacts", () => {
    const scene = new Scene({ policy: { mode: "redirect" }, passwords: { alice: "a", carol: "c" } });
    const alice = scene.phone("alice");
    const unknown = alice.invite("sip:nobody@example.com");
    const known = alice.invite("sip:carol@example.com");
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(unknown.finals(), [404]);
      assert.deepEqual(known.finals(), [480]);
    });
  });
});

describe("a phone that redirects", () => {
  // covers: testBasic302, testInviteBasicRedirect
  test("the caller gets the 302 with its Contacts and calls there itself", () => {
    const scene = new Scene();
    const carol = scene.registered("carol", "180@100ms+200@1s");
    scene.registered("bob", "302@1s>sip:carol@example.com");
    const alice = scene.phone("alice");
    const call = alice.invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [302]));
    const second = alice.invite(/<([^>]+)>/.exec(call.response(302).message.field("Contact") ?? "")?.[1] as string, {
      byeAfterMs: 100,
    });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(second.finals(), [200]);
      assert.equal(carol.received("BYE").length, 1);
    });
  });

  // covers: testInviteRecursiveRedirect
  test("with recursion as policy the proxy follows, and the caller never sees the 302", () => {
    const scene = new Scene({ policy: { recursion: true, foreignDomains: "relay" } });
    const carol = scene.phone("carol", { address: "192.0.2.66" }).answer("180@100ms+200@1s");
    scene.registered("bob", "302@1s>sip:carol@192.0.2.66");
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(carol.received("BYE").length, 1);
    });
  });

  test("a redirection to another user here needs no DNS that knows the domain", () => {
    const scene = new Scene({ policy: { recursion: true } });
    scene.world.names.clear();
    const carol = scene.registered("carol", "180@100ms+200@1s");
    scene.registered("bob", "302@1s>sip:carol@example.com");
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(carol.received("BYE").length, 1);
    });
  });

  // covers: testInviteLoopingRedirect
  test("phones that redirect to each other are each tried once", async () => {
    const scene = new Scene({ policy: { recursion: true } });
    const bob = scene.registered("bob", "302@100ms>sip:carol@example.com");
    const carol = scene.registered("carol", "302@100ms>sip:bob@example.com");
    const call = scene.phone("alice").invite(BOB);
    await scene.runWithLookups(10_000);
    scene.settle();
    scene.world.explain(() => {
      assert.equal(call.finals().length, 1);
      assert.ok([302, 482, 483, 408, 480].includes(call.finals()[0] as number), `${call.finals()}`);
      assert.ok(bob.calls.length + carol.calls.length <= 4, `${bob.calls.length} and ${carol.calls.length} calls`);
    });
  });

  test("phones that redirect to each other's very addresses are each tried once", () => {
    const scene = new Scene({ policy: { recursion: true, foreignDomains: "relay" } });
    const bob = scene.registered("bob", "302@100ms>sip:carol@192.0.2.66:5060", { address: "192.0.2.65" });
    const carol = scene.phone("carol", { address: "192.0.2.66" }).answer("302@100ms>sip:bob@192.0.2.65:5060");
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [302]);
      assert.deepEqual([bob.calls.length, carol.calls.length], [1, 1]);
    });
  });

  test("in a serial hunt the targets of a redirection come before the next phone", () => {
    const scene = new Scene({ policy: { recursion: true, foreignDomains: "relay" } });
    const carol = scene.phone("carol", { address: "192.0.2.66" }).answer("486@100ms");
    scene.registered("p1", "302@100ms>sip:carol@192.0.2.66", { user: "bob", q: 1 });
    const last = scene.registered("p2", "486@100ms", { user: "bob", q: 0.5 });
    scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.ok(carol.call.received.at < last.call.received.at));
  });

  // covers: testInviteForkRedirect
  test("one of two redirects: the other still rings, and its answer wins", () => {
    for (const recursion of [false, true]) {
      const scene = new Scene({ policy: { recursion, foreignDomains: "relay" } });
      const carol = scene.phone("carol", { address: "192.0.2.66" }).answer("486@0s");
      scene.registered("p1", "302@500ms>sip:carol@192.0.2.66", { user: "bob" });
      const other = scene.registered("p2", "180@100ms+200@2s", { user: "bob" });
      const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200], `recursion ${recursion}`);
        assert.equal(other.received("BYE").length, 1);
        assert.ok(carol.calls.length <= (recursion ? 1 : 0));
      });
    }
  });

  test("a redirection whose every target has failed leaves the best of their answers, not the 302", () => {
    const scene = new Scene({ policy: { recursion: true, foreignDomains: "relay" } });
    scene.phone("carol", { address: "192.0.2.66" }).answer("486@0s");
    scene.registered("bob", "302@500ms>sip:carol@192.0.2.66");
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [486]));
  });

  test("a redirection without a Contact that can be followed goes upstream as it is", () => {
    const scene = new Scene({ policy: { recursion: true } });
    scene.registered("bob", "302@500ms>tel:+4930123");
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [302]));
  });
});
