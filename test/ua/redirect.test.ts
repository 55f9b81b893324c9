import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone } from "../../src/lab/mod.ts";
import { Stage } from "./kit.ts";

/** Answers 302 with these Contact values (whole), and whatever else. */
function redirecting(phone: Phone, contacts: readonly string[], status = 302, headers: readonly string[] = []): Phone {
  return phone.answer({ steps: [{ afterMs: 0, status, contacts, headers }], onCancel: "ends", afterCancel: [] });
}

describe("a caller that is redirected", () => {
  test("by default the 3xx is the outcome, its Contacts best first", async () => {
    const stage = new Stage();
    const bob = redirecting(stage.phone("bob"), ["<sip:low@198.51.100.9>;q=0.1", "<sip:high@198.51.100.9>;q=0.9"]);
    const outcome = await stage.world.until(stage.agent("alice").call(bob.uri).outcome);
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["redirected", 302, "server"]);
    assert.deepEqual(
      outcome.contacts.map(({ uri }) => uri),
      ["sip:high@198.51.100.9", "sip:low@198.51.100.9"],
    );
    await stage.rest();
  });

  test("what is said on the way is told in words, as the outcome is", async () => {
    const stage = new Stage();
    const desk = stage.phone("desk");
    const phrase = "Occup\u00c3\u00a9\u00c2\u009b31m";
    const steps = [180, 486].map((status) => ({ afterMs: 100, status, phrase }));
    desk.answer({ steps, onCancel: "ends", afterCancel: [] });
    const bob = redirecting(stage.phone("bob"), [`<${desk.uri}>`, `<${stage.phone("mobile", "200").uri}>;q=0.3`]);
    const rung: string[] = [];
    const call = stage.agent("alice", { redirects: "follow" }).call(bob.uri, {
      onProgress: ({ code, phrase: said }) => rung.push(`${code} ${said}`),
    });
    const { attempts } = await stage.world.until(call.outcome);
    const told = attempts.map(({ text }) => text);
    assert.deepEqual([rung[0], ...told], ["180 Occup\u00e931m", "302 Moved Temporarily", "486 Occup\u00e931m"]);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  // Seen: only the first Contact is followed, in whatever order.
  test("follows by q, tells the next who sent it, and keeps Call-ID, To and From tag (§8.1.3.4)", async () => {
    const stage = new Stage();
    const desk = stage.phone("desk", "486");
    const mobile = stage.phone("mobile", "200");
    const bob = redirecting(stage.phone("bob"), [`<${mobile.uri}>;q=0.3`, `<${desk.uri}>;q=0.8`]);
    const call = stage.agent("alice", { redirects: "follow" }).call(bob.uri);
    const outcome = await stage.world.until(call.outcome);
    assert.equal(outcome.kind, "answered");
    assert.deepEqual(
      outcome.attempts.map(({ uri, code }) => [uri, code]),
      [
        [bob.uri, 302],
        [desk.uri, 486],
      ],
    );
    const invites = [bob, desk, mobile].map((phone) => phone.received("INVITE")[0]?.message);
    assert.equal(new Set(invites.map((invite) => invite?.callId)).size, 1);
    assert.equal(new Set(invites.map((invite) => invite?.field("From"))).size, 1);
    assert.equal(new Set(invites.map((invite) => invite?.field("To"))).size, 1);
    assert.deepEqual(
      invites.map((invite) => invite?.field("CSeq")),
      ["1 INVITE", "2 INVITE", "3 INVITE"],
    );
    // RFC 7044 §6.1, §10.2.
    const lines = mobile
      .received("INVITE")[0]
      ?.text.split("\r\n")
      .filter((line) => line.startsWith("History-Info"));
    assert.deepEqual(lines, [
      `History-Info: <${bob.uri}?Reason=SIP%3Bcause%3D302>;index=1`,
      `History-Info: <${desk.uri}?Reason=SIP%3Bcause%3D486>;index=2;mp=1`,
      `History-Info: <${mobile.uri}>;index=3;mp=2`,
    ]);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("each URI once over the whole call: loops and duplicates end, the bound is ten", async () => {
    const stage = new Stage();
    const [one, two] = [stage.phone("one"), stage.phone("two")];
    redirecting(one, [`<${two.uri}>`, `<${two.uri}>`, `<${one.uri}>`]);
    redirecting(two, [`<${one.uri}>`]);
    const alice = stage.agent("alice", { redirects: "follow" });
    const outcome = await stage.world.until(alice.call(one.uri).outcome);
    assert.deepEqual([outcome.kind, one.calls.length, two.calls.length], ["redirected", 1, 1]);
    const chain = stage.phone("chain", "486");
    redirecting(
      one,
      Array.from({ length: 40 }, (_, i) => `<sip:n${i}@${chain.address}>`),
    );
    const bounded = await stage.world.until(alice.call(one.uri).outcome);
    assert.deepEqual([bounded.code, chain.calls.length], [486, 10]);
    await stage.rest();
  });

  test("a 6xx at one of the places ends the search, silence does not", async () => {
    const stage = new Stage();
    const declining = stage.phone("declining", "603");
    const never = stage.phone("never", "200");
    const bob = redirecting(stage.phone("bob"), [`<${declining.uri}>;q=0.9`, `<${never.uri}>;q=0.5`]);
    const alice = stage.agent("alice", { redirects: "follow" });
    const outcome = await stage.world.until(alice.call(bob.uri).outcome);
    assert.deepEqual([outcome.code, outcome.scope, never.calls.length], [603, "everywhere", 0]);
    redirecting(bob, ["<sip:nobody@198.51.100.99>;q=0.9", `<${never.uri}>;q=0.5`]);
    const call = alice.call(bob.uri);
    assert.equal((await stage.world.until(call.outcome)).kind, "answered");
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("SIPS is never led to SIP; a Contact that is no SIP URI is passed over; headers of one are not sent", async () => {
    const stage = new Stage();
    const other = stage.phone("other", "200");
    const listen = [{ protocol: "TLS" as const }];
    const alice = stage.agent("alice", { redirects: "follow" }, { listen: [...listen, { protocol: "UDP" }] });
    const secure = stage.phone("secure", "200", { protocol: "TLS" });
    redirecting(secure, [`<${other.uri}>`]);
    const refused = await stage.world.until(alice.call(secure.uri.replace("sip:", "sips:")).outcome);
    assert.deepEqual([refused.kind, other.calls.length], ["redirected", 0]);
    const bob = redirecting(stage.phone("bob"), [
      "<mailto:bob@example.com>",
      `<${other.uri};method=BYE?Route=%3Csip:evil.example%3E&Subject=x>`,
    ]);
    const call = alice.call(bob.uri);
    assert.equal((await stage.world.until(call.outcome)).kind, "answered");
    const invite = other.received("INVITE")[0];
    assert.ok(!/evil|Subject|method=BYE/.test(invite?.text ?? "evil"));
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("remembers the Contact for as long as Expires says, and asks the original once when that fails", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice", { redirects: "follow" });
    const mobile = stage.phone("mobile", "486");
    const bob = redirecting(stage.phone("bob"), [`<${mobile.uri}>;expires=60`]);
    await stage.world.until(alice.call(bob.uri).outcome);
    assert.deepEqual([bob.calls.length, mobile.calls.length], [1, 1]);
    bob.answer("480");
    const outcome = await stage.world.until(alice.call(bob.uri).outcome);
    // Straight to the remembered place, then once to the original.
    assert.deepEqual([outcome.code, bob.calls.length, mobile.calls.length], [480, 2, 2]);
    // What failed is forgotten; without Expires nothing is remembered.
    redirecting(bob, [`<${mobile.uri}>`]);
    mobile.answer("200");
    for (const expected of [3, 4]) {
      const call = alice.call(bob.uri);
      await stage.world.until(call.outcome);
      await stage.world.until(call.hangUp());
      assert.equal(bob.calls.length, expected);
    }
    redirecting(bob, [`<${mobile.uri}>;expires=60`]);
    for (const expected of [5, 5]) {
      const call = alice.call(bob.uri);
      await stage.world.until(call.outcome);
      await stage.world.until(call.hangUp());
      assert.equal(bob.calls.length, expected);
    }
    await stage.world.pass(61_000);
    const late = alice.call(bob.uri);
    await stage.world.until(late.outcome);
    assert.equal(bob.calls.length, 6);
    await stage.world.until(late.hangUp());
    await stage.rest();
  });

  test("ask: the application decides, late or at once; 380 and 305 are never followed by a machine", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const other = stage.phone("other", "200");
    const bob = redirecting(stage.phone("bob"), [`<${other.uri}>`]);
    const asked: unknown[] = [];
    alice.onRedirect = ({ from, code, contacts }) => {
      asked.push([from, code, contacts.map(({ uri }) => uri)]);
      return new Promise((resolve) => stage.world.after(2000, () => resolve(true)));
    };
    const call = alice.call(bob.uri);
    assert.equal((await stage.world.until(call.outcome)).kind, "answered");
    assert.deepEqual(asked, [[bob.uri, 302, [other.uri]]]);
    await stage.world.until(call.hangUp());
    alice.onRedirect = () => false;
    assert.equal((await stage.world.until(alice.call(bob.uri).outcome)).kind, "redirected");
    for (const status of [305, 380]) {
      redirecting(bob, [`<${other.uri}>`], status);
      const outcome = await stage.world.until(alice.call(bob.uri, { redirects: "follow" }).outcome);
      assert.deepEqual([outcome.kind, outcome.code], ["redirected", status]);
    }
    await stage.rest();
  });

  test("hanging up while the application ponders ends the call as canceled", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const bob = redirecting(stage.phone("bob"), ["<sip:other@198.51.100.9>"]);
    let answer: (yes: boolean) => void = () => {};
    alice.onRedirect = () => new Promise<boolean>((resolve) => (answer = resolve));
    const call = alice.call(bob.uri);
    await stage.world.pass(1000);
    void call.hangUp();
    answer(true);
    assert.equal((await stage.world.until(call.outcome)).kind, "canceled");
    await stage.rest();
    assert.ok(stage.world.network.travels.every(({ to }) => to !== "198.51.100.9"));
  });

  test("the callee redirects: Contacts with q and expires, and a mistake throws", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => {
      assert.throws(() => call.redirect("mailto:x@example.com"), TypeError);
      assert.throws(() => call.redirect("sip:x@example.com", 486), RangeError);
      call.redirect([{ uri: "sip:a@example.com", q: 0.5, expires: 60 }, "sip:b@example.com"]);
    };
    const outcome = await stage.world.until(alice.call("sip:bob@198.51.100.2").outcome);
    assert.deepEqual(
      outcome.contacts.map(({ uri, q, expires }) => [uri, q, expires]),
      [
        ["sip:b@example.com", null, null],
        ["sip:a@example.com", 500, 60],
      ],
    );
    await stage.rest();
  });
});
