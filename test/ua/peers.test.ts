import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import type { Outcome } from "../../src/ua/mod.ts";
import { calling, Stage } from "./kit.ts";

// What user agents in the field were seen to get wrong, one by one.

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

describe("two phones answer the same INVITE", () => {
  // Seen: ACK and BYE both go to the dialog that won; the other phone never hears anything.
  test("each 2xx is acknowledged in its own dialog, the loser gets a BYE, the winner stays up", async () => {
    const { stage, bob, call } = calling("180@1s+200@2s+200@3s");
    const outcome = await stage.world.until(call.outcome);
    assert.equal(outcome.kind, "answered");
    await stage.world.pass(5000);
    stage.world.explain(() => {
      const [winner, loser] = bob.call.sent.filter(({ status }) => status === 200).map(({ tag }) => tag);
      assert.ok(bob.call.acked(winner) && bob.call.acked(loser));
      const byes = bob.received("BYE").map(({ message }) => message.value(Header.To) ?? "");
      assert.deepEqual(
        byes.map((to) => to.endsWith(`tag=${loser}`)),
        [true],
      );
    });
    assert.equal(call.state, "established");
    await stage.world.until(call.hangUp());
    assert.equal(bob.received("BYE").length, 2);
    await stage.rest();
    assert.deepEqual(bob.call.unacknowledged, []);
  });

  test("the caller may keep both, or the second instead of the first", async () => {
    for (const keep of ["both", "second"] as const) {
      const stage = new Stage();
      const alice = stage.agent("alice");
      const bob = stage.phone("bob", "200@1s+200@2s");
      const call = alice.call(bob.uri, {
        forks: (answers) => (keep === "both" ? answers : answers.slice(-1)),
      });
      await stage.world.until(call.outcome);
      await stage.world.pass(5000);
      assert.equal(call.sessions.length, keep === "both" ? 2 : 1);
      assert.equal(call.session?.dialog.remoteTag === "fork2", keep === "second");
      await stage.world.until(call.hangUp());
      assert.equal(bob.received("BYE").length, 2);
      await stage.rest();
    }
  });
});

describe("retransmission over UDP", () => {
  // Seen: timers set to zero, so that an INVITE is sent once.
  test("an INVITE nobody answers leaves at 0, 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s and ends at 32 s", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const outcome = await stage.world.until(alice.call("sip:bob@198.51.100.99").outcome);
    const { travels } = stage.world.network;
    const start = travels[0]?.at ?? 0;
    assert.deepEqual(
      travels.map(({ at }) => seconds(at - start)),
      [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5],
    );
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["timeout", null, "network"]);
    assert.equal(seconds(stage.world.elapsed), 32);
    await stage.rest();
  });

  // Seen: the ACK is sent once, however often the 200 comes.
  test("every repeated 200 is acknowledged again, in the same words", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const bob = stage.phone("bob", "200");
    stage.world.network.swallow(({ text }) => text.startsWith("ACK"), 3);
    const call = alice.call(bob.uri);
    await stage.world.until(call.outcome);
    await stage.world.pass(10_000);
    const acks = stage.world.network.travels.filter(({ text }) => text.startsWith("ACK"));
    assert.equal(acks.length, 4);
    assert.equal(new Set(acks.map(({ text }) => text)).size, 1);
    assert.equal(bob.call.acked(), true);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  // Seen: BYE overtakes the ACK.
  test("the ACK goes before the BYE, however fast the caller hangs up", async () => {
    const { stage, call } = calling("200");
    await stage.world.until(call.outcome.then(() => call.hangUp()));
    const sent = stage.world.network.travels
      .filter(({ from }) => from === "alice")
      .map(({ text }) => text.split(" ")[0]);
    assert.deepEqual(sent, ["INVITE", "ACK", "BYE"]);
    await stage.rest();
  });

  test("a late offer that takes its time: the BYE waits for the ACK with the answer", async () => {
    const stage = new Stage();
    const slow = {
      offer: () => "",
      answer: () =>
        new Promise<string>((resolve) => {
          stage.world.after(3000, () => resolve("v=0\r\no=- 1 1 IN IP4 198.51.100.1\r\ns=-\r\nt=0 0\r\n"));
        }),
      accept: () => {},
      hold: () => {},
      close: () => {},
    };
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => void call.answer();
    const call = alice.call("sip:bob@198.51.100.2", { lateOffer: true, media: slow });
    await stage.world.until(call.outcome.then(() => call.hangUp()));
    const sent = stage.world.network.travels
      .filter(({ from }) => from === "alice")
      .map(({ text }) => text.split(" ")[0]);
    assert.deepEqual(sent, ["INVITE", "ACK", "BYE"]);
    await stage.rest();
  });

  test("a callee that hangs up at once waits for the ACK, or for 64*T1 (§15)", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller");
    bob.onCall = (call) => {
      void call.answer();
      void call.hangUp();
    };
    const acked = caller.invite("sip:bob@198.51.100.1", { ackAfterMs: 3000 });
    await stage.world.pass(10_000);
    const bye = caller.received("BYE")[0];
    assert.equal(seconds((bye?.at ?? 0) - acked.startedAt), 3);
    const silent = caller.invite("sip:bob@198.51.100.1", { ackAfterMs: null });
    await stage.world.pass(40_000);
    assert.equal(seconds((caller.received("BYE")[1]?.at ?? 0) - silent.startedAt), 32);
    await stage.rest();
  });

  test("a 200 that is never acknowledged: repeated at T1 to T2 for 64*T1, then BYE", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller");
    const ends: Promise<unknown>[] = [];
    bob.onCall = (call) => {
      ends.push(call.ended.then(({ cause, by }) => [cause, by]));
      void call.answer();
    };
    const call = caller.invite("sip:bob@198.51.100.1", { ackAfterMs: null });
    assert.deepEqual(
      await stage.world.until(ends[0] ?? new Promise((r) => stage.world.after(60_000, () => r(ends[0])))),
      ["noAck", "network"],
    );
    const start = call.responses[0]?.at ?? 0;
    const times = call.responses.filter(({ message }) => message.status === 200).map(({ at }) => seconds(at - start));
    assert.deepEqual(times, [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5]);
    assert.equal(caller.received("BYE").length, 1);
    await stage.rest();
  });
});

describe("CANCEL and 200 cross", () => {
  test("a 2xx after CANCEL is acknowledged and hung up; the outcome stays canceled", async () => {
    const { stage, bob, call } = calling("180@100ms+late:200@500ms");
    await stage.world.pass(1000);
    const end = await stage.world.until(call.hangUp());
    const outcome = await call.outcome;
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy, end.cause], ["canceled", 200, "caller", "hungUp"]);
    assert.equal(bob.call.acked(), true);
    assert.equal(bob.received("BYE").length, 1);
    await stage.rest();
  });

  test("CANCEL waits for the first provisional response (§9.1)", async () => {
    const { stage, bob, call } = calling("180@2s");
    await stage.world.pass(200);
    void call.hangUp();
    await stage.world.pass(1000);
    assert.equal(bob.call.cancels.length, 0);
    assert.equal((await stage.world.until(call.outcome)).kind, "canceled");
    assert.equal(bob.call.cancels.length, 1);
    await stage.rest();
  });

  test("a peer that never answers the CANCEL: canceled all the same after 64*T1", async () => {
    const { stage, call } = calling("180@100ms+rings-on");
    await stage.world.pass(1000);
    void call.hangUp();
    const outcome = await stage.world.until(call.outcome);
    assert.deepEqual([outcome.kind, outcome.code, seconds(stage.world.elapsed)], ["canceled", null, 33]);
    await stage.rest();
  });
});

describe("Retry-After", () => {
  // Seen: seconds taken for milliseconds.
  test("503 with Retry-After: 30 is 30 s in the outcome, and 30 s to the next attempt when one is wanted", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const bob = stage.phone("bob");
    const busy = { afterMs: 0, status: 503, headers: ["Retry-After: 30"] };
    bob.answer({ steps: [busy], onCancel: "ends", afterCancel: [] });
    const once = await stage.world.until(alice.call(bob.uri).outcome);
    assert.deepEqual([once.kind, once.code, once.retryAfter, bob.calls.length], ["rejected", 503, 30, 1]);
    const call = alice.call(bob.uri, { retries: 1 });
    stage.world.after(10_000, () => bob.answer("200"));
    const outcome = await stage.world.until(call.outcome);
    assert.equal(outcome.kind, "answered");
    const [, first, second] = bob.calls;
    assert.equal(seconds((second?.received.at ?? 0) - (first?.received.at ?? 0)), 30);
    assert.deepEqual(
      outcome.attempts.map(({ code }) => code),
      [503],
    );
    await stage.world.until(call.hangUp());
    await stage.rest();
  });
});

describe("credentials", () => {
  // Seen: a callee that challenges our BYE is sent what belongs to our server.
  const challenge = (realm: string, status = 401) => ({
    afterMs: 0,
    status,
    headers: [
      `${status === 401 ? "WWW" : "Proxy"}-Authenticate: Digest realm="${realm}", nonce="n1", algorithm=MD5, qop="auth"`,
    ],
  });
  const script = (...steps: ReturnType<typeof challenge>[]) => ({ steps, onCancel: "ends" as const, afterCancel: [] });

  test("go to the realm they belong to and to no other, whoever asks and in whatever request", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice", {
      uri: "sip:alice@example.com",
      account: { password: "secret" },
    });
    const bob = stage.phone("bob", "200");
    bob.answer(script(challenge("evil.example")), "BYE");
    bob.answer(script(challenge("evil.example")), "OPTIONS");
    const call = alice.call(bob.uri);
    await stage.world.until(call.outcome);
    await stage.world.until(call.hangUp());
    const outcome = await stage.world.until(alice.options(bob.uri));
    assert.deepEqual([outcome.kind, outcome.code, outcome.next], ["rejected", 401, "authenticate"]);
    assert.ok(stage.world.network.travels.every(({ text }) => !/Authorization:/.test(text)));
    await stage.rest();
  });

  for (const [uri, realm, isOurs] of [
    ["sip:alice@Example.COM", "example.com", true],
    ["sip:alice@[::1]", "0:0:0:0:0:0:0:1", true],
    ["sip:alice@example.com", "example.com.evil.example", false],
    ["sip:alice@example.com", ":not an address:", false],
    ["sip:alice@example.com", "", false],
  ] as const) {
    test(`a realm named like the domain is the domain, however it is written: ${uri}, "${realm}"`, async () => {
      const stage = new Stage();
      const alice = stage.agent("alice", { uri, account: { password: "secret" } });
      const bob = stage.phone("bob");
      bob.answer(script(challenge(realm)), "OPTIONS");
      const { text } = await stage.world.until(alice.options(bob.uri));
      assert.equal(bob.received("OPTIONS").length, isOurs ? 2 : 1);
      assert.equal(text, isOurs ? "401 Unauthorized" : `401 Unauthorized, and no account is for the realm "${realm}"`);
      await stage.rest();
    });
  }

  test("are sent once per nonce: a wrong password is no loop, a stale nonce is tried again", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice", { uri: "sip:alice@example.com", account: { password: "wrong" } });
    const bob = stage.phone("bob");
    bob.answer(script(challenge("example.com", 407)), "OPTIONS");
    const outcome = await stage.world.until(alice.options(bob.uri));
    assert.equal(outcome.code, 407);
    const asked = bob.received("OPTIONS").map(({ message }) => message);
    assert.deepEqual(
      asked.map((message) => message.has(Header.ProxyAuthorization)),
      [false, true],
    );
    assert.deepEqual(
      asked.map((message) => message.value(Header.CSeq)),
      ["1 OPTIONS", "2 OPTIONS"],
    );
    assert.equal(new Set(asked.map(({ callId }) => callId)).size, 1);
    await stage.rest();
  });
});

describe("outcomes are told apart", () => {
  const rows: readonly [string, Partial<Outcome>][] = [
    ["486", { kind: "rejected", code: 486, scope: "here", decidedBy: "callee", next: "retryLater" }],
    ["600", { kind: "rejected", code: 600, scope: "everywhere", decidedBy: "callee" }],
    ["603", { kind: "rejected", code: 603, scope: "everywhere", decidedBy: "callee", next: "giveUp" }],
    ["608", { kind: "rejected", code: 608, scope: "everywhere", decidedBy: "server" }],
    ["604", { kind: "rejected", code: 604, scope: "everywhere" }],
    ["404", { kind: "rejected", code: 404, scope: "domain" }],
    ["480", { kind: "rejected", code: 480, scope: "here" }],
    ["408", { kind: "timeout", code: 408, scope: null, decidedBy: "server" }],
    ["483", { kind: "rejected", code: 483, scope: null, decidedBy: "server" }],
    ["302", { kind: "redirected", code: 302, scope: null }],
    ["499", { kind: "rejected", code: 499, next: "repair" }],
  ];
  test("603+: a carrier's analytics blocked the call, and nobody was asked", async () => {
    const stage = new Stage();
    const reason = 'Reason: SIP;cause=603;text="v=analytics1;url=https://carrier.example/blocked"';
    const bob = stage.phone("bob");
    bob.answer({ steps: [{ afterMs: 0, status: 603, headers: [reason] }], onCancel: "ends", afterCancel: [] });
    const outcome = await stage.world.until(stage.agent("alice").call(bob.uri).outcome);
    assert.deepEqual([outcome.kind, outcome.scope, outcome.decidedBy], ["rejected", "everywhere", "server"]);
    await stage.rest();
  });

  for (const [status, expected] of rows) {
    test(`${status}: ${expected.kind}`, async () => {
      const stage = new Stage();
      const bob = stage.phone("bob", `${status}@1s`);
      const outcome = await stage.world.until(stage.agent("alice").call(bob.uri).outcome);
      for (const [key, value] of Object.entries(expected)) assert.equal(outcome[key as keyof Outcome], value, key);
      await stage.rest();
    });
  }
});
