import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type IncomingCall, type MediaSession, SilentMedia } from "../../src/ua/mod.ts";
import { Stage } from "./kit.ts";

const BOB = "sip:bob@198.51.100.2";

describe("two user agents", () => {
  test("a call is answered, held, resumed and hung up by the caller", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const held: string[] = [];
    bob.onCall = (call) => {
      call.ring();
      call.onHold = (direction) => held.push(direction);
      stage.world.after(2000, () => call.answer());
    };
    const codes: number[] = [];
    const call = alice.call(BOB, { onProgress: ({ code }) => codes.push(code) });
    const outcome = await stage.world.until(call.outcome);
    assert.deepEqual([outcome.kind, outcome.code, call.state], ["answered", 200, "established"]);
    assert.deepEqual(codes, [180]);
    assert.equal((await stage.world.until(call.hold())).kind, "answered");
    assert.equal((await stage.world.until(call.resume())).kind, "answered");
    assert.deepEqual(held, ["sendonly", "sendrecv"]);
    const end = await stage.world.until(call.hangUp());
    assert.deepEqual([end.cause, end.by, call.state, end.outcome.kind], ["hungUp", "local", "ended", "answered"]);
    await stage.rest();
    assert.deepEqual(
      [alice.calls.length, bob.calls.length, alice.core.dialogs.size, bob.core.dialogs.size],
      [0, 0, 0, 0],
    );
  });

  test("the callee hangs up", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => {
      void call.answer();
      stage.world.after(5000, () => void call.hangUp());
    };
    const call = alice.call(BOB);
    const end = await stage.world.until(call.ended);
    assert.deepEqual([end.cause, end.by, Math.round(end.durationMs / 1000)], ["hungUp", "remote", 5]);
    await stage.rest();
  });

  test("rejected: 486 by default, with its scope and Retry-After in seconds", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob", { userAgent: "Bobphone 1" })];
    bob.onCall = (call) => call.reject(486, { retryAfter: 30 });
    const outcome = await stage.world.until(alice.call(BOB).outcome);
    assert.deepEqual(
      [outcome.kind, outcome.code, outcome.scope, outcome.decidedBy, outcome.who, outcome.retryAfter, outcome.next],
      ["rejected", 486, "here", "callee", "Bobphone 1", 30, "retryLater"],
    );
    await stage.rest();
  });

  test("a 6xx is sent only by explicit choice", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const thrown: unknown[] = [];
    bob.onCall = (call) => {
      for (const attempt of [
        () => call.reject(603),
        () => call.reject(486, { scope: "everywhere" }),
        () => call.reject(302),
      ]) {
        try {
          attempt();
        } catch (error) {
          thrown.push(error);
        }
      }
      call.reject(603, { scope: "everywhere" });
    };
    const outcome = await stage.world.until(alice.call(BOB).outcome);
    assert.deepEqual([outcome.kind, outcome.code, outcome.scope], ["rejected", 603, "everywhere"]);
    assert.ok(thrown.length === 3 && thrown.every((error) => error instanceof RangeError));
  });

  test("abort sends CANCEL: both sides end canceled, the callee hears why", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const stop = new AbortController();
    const ends: Promise<unknown>[] = [];
    bob.onCall = (call) => {
      call.ring();
      ends.push(call.outcome.then(({ kind, code, decidedBy }) => [kind, code, decidedBy]));
    };
    const call = alice.call(BOB, { signal: stop.signal });
    stage.world.after(3000, () => stop.abort());
    const outcome = await stage.world.until(call.outcome);
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["canceled", 487, "caller"]);
    assert.deepEqual(await stage.world.until(ends[0] as Promise<unknown>), ["canceled", 487, "caller"]);
    const end = await stage.world.until(call.ended);
    assert.deepEqual([end.cause, end.by], ["notAnswered", "local"]);
    await stage.rest();
  });

  test("an INVITE that is refused before there is a call leaves no media behind", async () => {
    const stage = new Stage();
    const open = new Set<MediaSession>();
    const media = (): MediaSession => {
      const session = new SilentMedia("127.0.0.1", 1);
      open.add(session);
      return Object.assign(session, { close: () => open.delete(session) });
    };
    const [alice, bob] = [stage.phone("alice"), stage.agent("bob", { media })];
    bob.onCall = (call) => void call.answer();
    const refused = alice.request("INVITE", bob.core.settings.uri, { headers: ["Contact: <tel:+49301234>"] });
    await stage.world.pass(40_000);
    assert.deepEqual([refused.finals(), open.size], [[400], 0]);
    await stage.rest();
  });

  test("why a peer cancels or hangs up is read as UTF-8, and nothing in it steers a terminal", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.phone("alice"), stage.agent("bob")];
    const reason = ['Reason: SIP;cause=200;text="R\u00c3\u00a9pondu \u00c2\u009b31mailleurs"'];
    const calls: IncomingCall[] = [];
    bob.onCall = (call) => {
      calls.push(call);
      call.ring();
      if (calls.length === 2) void call.answer();
    };
    const uri = bob.core.settings.uri;
    const cancelled = alice.invite(uri);
    await stage.world.pass(1000);
    cancelled.cancelNow(reason);
    await stage.world.pass(1000);
    const answered = alice.invite(uri);
    await stage.world.pass(1000);
    answered.dialog.hangUp(reason);
    const [first, second] = await stage.world.until(Promise.all(calls.map(({ ended }) => ended)));
    assert.deepEqual([first?.outcome.text, first?.text, second?.text], Array(3).fill("R\u00e9pondu 31mailleurs"));
    assert.deepEqual([second?.cause, second?.reason?.text], ["hungUp", "R\u00e9pondu \u009b31mailleurs"]);
    await stage.rest();
  });

  test("an application that never answers: 480 after three minutes, a reminder each minute", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => call.ring();
    const codes: number[] = [];
    const outcome = await stage.world.until(alice.call(BOB, { onProgress: ({ code }) => codes.push(code) }).outcome);
    assert.deepEqual([outcome.code, Math.round(stage.world.elapsed / 1000)], [480, 180]);
    assert.deepEqual(codes, [180, 180, 180]);
    await stage.rest();
  });

  test("the caller's patience and Expires end a call that only rings", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => call.ring();
    const impatient = await stage.world.until(alice.call(BOB, { ringFor: 20 }).outcome);
    assert.deepEqual([impatient.kind, impatient.code], ["timeout", 487]);
    assert.match(impatient.text, /20 s/);
    const expired = await stage.world.until(alice.call(BOB, { expires: 10 }).outcome);
    assert.deepEqual([expired.kind, expired.code], ["rejected", 487]);
    await stage.rest();
  });

  test("a late offer: the callee offers, the answer goes with the ACK", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => void call.answer();
    const call = alice.call(BOB, { lateOffer: true });
    await stage.world.until(call.outcome);
    await stage.world.pass(100);
    assert.equal(call.session?.exchange.state, "stable");
    assert.equal(bob.calls[0]?.session?.exchange.state, "stable");
    const ack = stage.world.network.travels.find(({ text }) => text.startsWith("ACK"));
    assert.match(ack?.text ?? "", /m=audio/);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("media that cannot take the offer: 488; a handler that throws: 500", async () => {
    const stage = new Stage();
    const refusing = () => ({
      offer: () => "",
      answer: () => Promise.reject(new Error("no codec")),
      accept: () => {},
      hold: () => {},
      close: () => {},
    });
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob", { media: refusing })];
    bob.onCall = (call) => void call.answer();
    assert.equal((await stage.world.until(alice.call(BOB).outcome)).code, 488);
    bob.onCall = () => {
      throw new Error("broken");
    };
    assert.equal((await stage.world.until(alice.call(BOB).outcome)).code, 500);
    await stage.world.untilQuiet();
    assert.deepEqual([stage.faults.length, bob.calls.length], [2, 0]);
  });

  test("DTMF, both ways of saying it, and INFO nobody wants", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const tones: string[] = [];
    bob.onCall = (call) => {
      call.onDtmf = (tone, ms) => tones.push(`${tone}/${ms}`);
      void call.answer();
    };
    const call = alice.call(BOB);
    await stage.world.until(call.outcome);
    assert.equal((await stage.world.until(call.sendDtmf("1 2#"))).kind, "answered");
    await stage.world.until(call.info({ contentType: "application/dtmf", body: "5" }));
    assert.deepEqual(tones, ["1/160", "2/160", "#/160", "5/160"]);
    assert.equal((await stage.world.until(call.info({ body: "what?" }))).code, 415);
    await assert.rejects(call.sendDtmf("x"), TypeError);
    await stage.world.until(call.hangUp());
    assert.equal((await call.info({ body: "late" })).kind, "failed");
    await stage.rest();
  });

  test("tones that the media hear are the call's, until it is over", async () => {
    const stage = new Stage();
    const media: MediaSession = Object.assign(new SilentMedia("198.51.100.2", 1), { onTone: null });
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob", { media: () => media })];
    const tones: string[] = [];
    bob.onCall = (call) => {
      call.onDtmf = (tone, ms) => tones.push(`${tone}/${ms}`);
      void call.answer();
    };
    const call = alice.call(BOB);
    await stage.world.until(call.outcome);
    media.onTone?.("7", 100);
    assert.deepEqual(tones, ["7/100"]);
    await stage.world.until(call.hangUp());
    await stage.rest();
    media.onTone?.("8", 100);
    assert.deepEqual(tones, ["7/100"]);
  });

  test("close ends everything", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    let answer = true;
    bob.onCall = (call) => {
      if (answer) void call.answer();
      else call.ring();
      answer = false;
    };
    const [first, second] = [alice.call(BOB), alice.call(BOB)];
    await stage.world.pass(1000);
    await stage.world.until(alice.close());
    const [one, two] = await stage.world.until(Promise.all([first.ended, second.ended]));
    assert.deepEqual([one.cause, two.cause], ["hungUp", "notAnswered"]);
    assert.throws(() => alice.call(BOB));
    await stage.rest();
  });
});
