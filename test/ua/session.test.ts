import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import type { Call, IncomingCall, OutgoingCall, UserAgent, UserAgentSettings } from "../../src/ua/mod.ts";
import { calling, Stage } from "./kit.ts";

const BOB = "sip:bob@198.51.100.2";
const seconds = (ms: number): number => Math.round(ms / 100) / 10;

interface Pair {
  readonly stage: Stage;
  readonly alice: UserAgent;
  readonly bob: UserAgent;
  readonly call: OutgoingCall;
  readonly taken: IncomingCall;
}

/** An established call. */
async function connected(
  aliceSettings: Partial<UserAgentSettings> = {},
  bobSettings: Partial<UserAgentSettings> = {},
  stage = new Stage(),
): Promise<Pair> {
  const alice = stage.agent("alice", aliceSettings);
  const bob = stage.agent("bob", bobSettings);
  const taken: IncomingCall[] = [];
  bob.onCall = (incoming) => {
    taken.push(incoming);
    void incoming.answer();
  };
  const call = alice.call(BOB);
  await stage.world.until(call.outcome);
  await stage.world.pass(100);
  return { stage, alice, bob, call, taken: taken[0] as IncomingCall };
}

/** Request methods and statuses in the order they were sent, retransmissions left out. */
function sequence(stage: Stage): string[] {
  const seen = new Set<string>();
  const out: string[] = [];
  for (const { from, text } of stage.world.network.travels) {
    if (seen.has(from + text)) continue;
    seen.add(from + text);
    const [first = "", second = ""] = text.split(" ");
    out.push(`${from} ${first.startsWith("SIP/") ? second : first}`);
  }
  return out;
}

async function over({ stage, call, alice, bob }: Pair): Promise<void> {
  await stage.world.until(call.hangUp());
  await stage.rest();
  assert.deepEqual([alice.calls.length, bob.calls.length], [0, 0]);
  assert.deepEqual([alice.core.dialogs.size, bob.core.dialogs.size], [0, 0]);
}

describe("changes of the session", () => {
  test("both sides hold at the same moment: 491, and both get their turn after the windows of §14.1", async () => {
    const pair = await connected();
    const { stage, call, taken } = pair;
    const begun = stage.world.elapsed;
    const times: Record<string, number> = {};
    const note = (who: string) => (outcome: { kind: string }) => {
      times[who] = seconds(stage.world.elapsed - begun);
      return outcome.kind;
    };
    const kinds = await stage.world.until(
      Promise.all([call.hold().then(note("owner")), taken.hold().then(note("other"))]),
    );
    assert.deepEqual(kinds, ["answered", "answered"]);
    assert.equal(sequence(stage).filter((each) => each.endsWith(" 491")).length, 2);
    assert.ok((times.other ?? 9) <= 2.1, `the other side waited ${times.other} s`);
    assert.ok((times.owner ?? 0) >= 2.1 && (times.owner ?? 9) <= 4.1, `the owner waited ${times.owner} s`);
    await over(pair);
  });

  test("changes asked for at once follow one another", async () => {
    const pair = await connected();
    const { stage, call } = pair;
    const kinds = await stage.world.until(Promise.all([call.hold(), call.update(), call.resume(), call.reinvite()]));
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ["answered", "answered", "answered", "answered"],
    );
    assert.equal(call.session?.exchange.state, "stable");
    await over(pair);
  });

  test("a refused offer leaves the session as it was (488), and the call up", async () => {
    let refuse = false;
    const media = () => ({
      offer: () => "v=0\r\n",
      answer: (offer: string) => (refuse ? Promise.reject(new Error("no")) : offer),
      accept: () => {},
      hold: () => {},
      close: () => {},
    });
    const { stage, call, taken } = await connected({}, { media });
    const before = call.session?.exchange.remote;
    refuse = true;
    const outcome = await stage.world.until(call.hold());
    assert.deepEqual([outcome.kind, outcome.code, call.state], ["rejected", 488, "established"]);
    assert.equal(call.session?.exchange.remote, before);
    assert.equal(taken.session?.exchange.state, "stable");
    refuse = false;
    assert.equal((await stage.world.until(call.resume())).kind, "answered");
    await stage.world.until(call.hangUp());
    await stage.world.untilQuiet();
  });

  test("a hold that the peer refuses leaves this side's media as they were", async () => {
    const directions: string[] = [];
    const media = () => ({
      offer: () => "v=0\r\n",
      answer: (offer: string) => offer,
      accept: () => {},
      hold: (direction: string) => void directions.push(direction),
      close: () => void directions.push("closed"),
    });
    const { stage, bob, call } = calling("200", {}, { media });
    await stage.world.until(call.outcome);
    bob.answer("488");
    assert.equal((await stage.world.until(call.hold())).code, 488);
    assert.deepEqual(directions, ["sendonly", "sendrecv"]);
    await stage.world.until(call.hangUp());
    assert.deepEqual(directions.slice(2), ["closed"]);
    await stage.rest();
  });

  test("a re-INVITE without an offer: the peer's answer comes with the ACK", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller");
    bob.onCall = (call) => void call.answer();
    const call = caller.invite("sip:bob@198.51.100.1");
    await stage.world.pass(500);
    const again = call.dialog.request("INVITE", { headers: [`Contact: ${caller.contact()}`] });
    await stage.world.pass(500);
    assert.match(again.response(200).text, /m=audio 9 /);
    assert.equal(bob.calls[0]?.session?.exchange.state, "localOffer");
    call.hangUp();
    await stage.world.untilQuiet();
  });

  test("481 to a request within the call ends it with a BYE; so does silence", async () => {
    for (const answer of ["481", "silent"]) {
      const { stage, bob, call } = calling("200");
      await stage.world.until(call.outcome);
      bob.answer(answer, "INFO");
      await stage.world.until(call.info({ body: "ping" }));
      const end = await stage.world.until(call.ended);
      assert.deepEqual([end.cause, end.by], ["failure", answer === "481" ? "remote" : "network"]);
      assert.equal(bob.received("BYE").length, 1);
      await stage.rest();
    }
  });

  test("415, 405 and 488 to a request within the call leave or take what RFC 5057 says", async () => {
    for (const [status, state] of [
      ["415", "established"],
      ["488", "established"],
      ["404", "ended"],
    ] as const) {
      const { stage, bob, call } = calling("200");
      await stage.world.until(call.outcome);
      bob.answer(status, "INFO");
      await stage.world.until(call.info({ body: "ping" }));
      await stage.world.pass(1000);
      assert.equal(call.state, state, status);
      await stage.world.until(call.hangUp());
      await stage.rest();
    }
  });

  test("a request out of order gets 500 with Retry-After, one for no dialog 481, a repeated BYE 481", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller");
    bob.onCall = (call) => void call.answer();
    const call = caller.invite("sip:bob@198.51.100.1");
    await stage.world.pass(500);
    const { dialog } = call;
    dialog.request("INFO");
    const { callId, localTag, remoteTag } = dialog;
    const late = caller.request("INFO", "sip:bob@198.51.100.1", {
      callId,
      from: `<${caller.uri}>;tag=${localTag}`,
      to: `<sip:bob@198.51.100.1>;tag=${remoteTag}`,
      cseq: 1,
    });
    await stage.world.pass(500);
    assert.deepEqual(late.finals(), [500]);
    assert.ok(Number(late.response(500).message.value(Header.RetryAfter)) <= 10);
    const stray = caller.request("BYE", "sip:bob@198.51.100.1", { to: "<sip:bob@198.51.100.1>;tag=nobody" });
    const bye = dialog.hangUp();
    await stage.world.pass(500);
    const again = dialog.request("BYE");
    await stage.world.pass(500);
    assert.deepEqual([stray.finals(), bye?.finals(), again.finals()], [[481], [200], [481]]);
    await stage.rest();
  });

  test("two BYEs cross: both are answered 200, the call ends once", async () => {
    const pair = await connected();
    const { stage, call, taken } = pair;
    const ends = await stage.world.until(Promise.all([call.hangUp(), taken.hangUp()]));
    assert.deepEqual(
      ends.map(({ cause, by }) => [cause, by]),
      [
        ["hungUp", "local"],
        ["hungUp", "local"],
      ],
    );
    assert.ok(!sequence(stage).some((each) => each.endsWith("481")));
    await stage.rest();
  });
});

describe("reliable provisional responses (RFC 3262)", () => {
  test("early media go reliably, the PRACK comes, and the 200 waits for it", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onCall = (call) => {
      call.progress(183, true);
      void call.answer();
    };
    const sdps: boolean[] = [];
    const call = alice.call(BOB, { onProgress: ({ sdp }) => sdps.push(sdp !== "") });
    assert.equal((await stage.world.until(call.outcome)).kind, "answered");
    const order = sequence(stage).slice(0, 6);
    assert.deepEqual(order.slice(0, 4), ["alice INVITE", "bob 183", "alice PRACK", "bob 200"]);
    assert.deepEqual(sdps, [true]);
    const prack = stage.world.network.travels.find(({ text }) => text.startsWith("PRACK"));
    assert.match(prack?.text ?? "", /RAck: \d+ 1 INVITE/);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("a reliable 183 is repeated at 0.5, 1.5, 3.5… s until its PRACK; without one the call ends 504 after 32 s", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller");
    bob.onCall = (call) => call.progress(183);
    const call = caller.invite("sip:bob@198.51.100.1", {}, { headers: ["Require: 100rel"] });
    await stage.world.pass(40_000);
    const progress = call.responses.filter(({ message }) => message.status === 183);
    const start = progress[0]?.at ?? 0;
    assert.deepEqual(
      progress.map(({ at }) => seconds(at - start)),
      [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5],
    );
    assert.deepEqual(call.finals(), [504]);
    await stage.rest();
  });

  test("each lost message is made good: 183, PRACK, its 200", async () => {
    for (const lost of ["SIP/2.0 183", "PRACK", "SIP/2.0 200"]) {
      const stage = new Stage();
      const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
      stage.world.network.swallow(({ text }) => text.startsWith(lost), 2);
      bob.onCall = (call) => {
        call.progress(183, true);
        stage.world.after(1000, () => void call.answer());
      };
      const progress: number[] = [];
      const call = alice.call(BOB, { onProgress: ({ code }) => progress.push(code) });
      assert.equal((await stage.world.until(call.outcome)).kind, "answered");
      assert.deepEqual(progress, [183], lost);
      await stage.world.until(call.hangUp());
      await stage.rest();
    }
  });

  test("an offer in a reliable 183 is answered in the PRACK; UPDATE works before the answer", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    let incoming: Call | null = null;
    bob.onCall = (call) => {
      incoming = call;
      call.progress(183, true);
    };
    const call = alice.call(BOB, { lateOffer: true });
    await stage.world.pass(1000);
    const prack = stage.world.network.travels.find(({ text }) => text.startsWith("PRACK"));
    assert.match(prack?.text ?? "", /m=audio/);
    const update = await stage.world.until(call.update({ direction: "recvonly" }));
    assert.equal(update.kind, "answered");
    void (incoming as IncomingCall | null)?.answer();
    assert.equal((await stage.world.until(call.outcome)).kind, "answered");
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("a PRACK for nothing gets 481; insisting on 100rel gets 421 or 420", async () => {
    const stage = new Stage();
    const strict = stage.agent("strict", { reliableProvisionals: "require" });
    const lax = stage.agent("lax", { reliableProvisionals: "off" });
    for (const agent of [strict, lax]) agent.onCall = (call) => void call.answer();
    const caller = stage.phone("caller");
    const refused = caller.invite("sip:strict@198.51.100.1");
    const outcome = await stage.world.until(strict.call("sip:lax@198.51.100.2").outcome);
    assert.deepEqual([outcome.kind, outcome.code], ["rejected", 420]);
    assert.deepEqual(refused.finals(), [421]);
    const call = caller.invite("sip:lax@198.51.100.2");
    await stage.world.pass(500);
    const prack = call.dialog.request("PRACK", { headers: ["RAck: 1 1 INVITE"] });
    await stage.world.pass(500);
    assert.deepEqual(prack.finals(), [481]);
    call.hangUp();
    await stage.world.untilQuiet();
  });
});

describe("session timers (RFC 4028)", () => {
  test("refreshed by UPDATE at half the interval, for as long as the call lasts", async () => {
    const pair = await connected({ sessionExpires: 90 });
    const { stage } = pair;
    await stage.world.pass(200_000);
    const updates = stage.world.network.travels.filter(({ text }) => text.startsWith("UPDATE"));
    assert.deepEqual(
      updates.map(({ from, at }) => [from, Math.round((at - (stage.world.network.travels[0]?.at ?? 0)) / 1000)]),
      [
        ["alice", 45],
        ["alice", 90],
        ["alice", 135],
        ["alice", 180],
      ],
    );
    assert.match(updates[0]?.text ?? "", /Session-Expires: 90;refresher=uac/);
    await over(pair);
  });

  test("a callee that supports no timer: the caller gets none; a callee may refresh for a caller without timers", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const caller = stage.phone("caller", "200");
    bob.onCall = (call) => void call.answer();
    const call = caller.invite("sip:bob@198.51.100.1", {}, { headers: ["Session-Expires: 100"] });
    await stage.world.pass(60_000);
    assert.match(call.response(200).text, /Session-Expires: 100;refresher=uas/);
    assert.equal(caller.received("INVITE").length, 1); // refreshed by re-INVITE: the phone never said that it takes UPDATE
    call.hangUp();
    await stage.world.untilQuiet();
  });

  test("422 is met with the interval it asks for; one below 90 s is refused with 422", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice", { sessionExpires: 90 });
    const phone = stage.phone("phone");
    phone.answer({
      steps: [{ afterMs: 0, status: 422, headers: ["Min-SE: 300"] }],
      onCancel: "ends",
      afterCancel: [],
    });
    const call = alice.call(phone.uri);
    stage.world.after(10, () => phone.answer("200"));
    const outcome = await stage.world.until(call.outcome);
    assert.equal(outcome.code, 422); // the phone says 422 for ever: bounded
    assert.equal(phone.calls.length, 2);
    assert.match(phone.calls[1]?.received.text ?? "", /Session-Expires: 300\r\nMin-SE: 300/);
    alice.onCall = (incoming) => void incoming.answer();
    const small = phone.invite("sip:alice@198.51.100.1", {}, { headers: ["Supported: timer", "Session-Expires: 60"] });
    await stage.world.pass(500);
    assert.deepEqual(small.finals(), [422]);
    assert.equal(small.response(422).message.value(Header.MinSe), "90");
    await stage.rest();
  });

  test("a peer that is gone: the refresher's silence ends the call, the other side hangs up before the interval is over", async () => {
    const { stage, call, taken } = await connected({ sessionExpires: 90 });
    stage.world.network.partition("alice", "bob");
    const [mine, theirs] = await stage.world.until(Promise.all([call.ended, taken.ended]));
    assert.deepEqual([mine.cause, mine.by], ["failure", "network"]);
    assert.deepEqual([theirs.cause, theirs.by], ["sessionTimer", "network"]);
    const bye = stage.world.network.travels.find(({ from, text }) => from === "bob" && text.startsWith("BYE"));
    assert.match(bye?.text ?? "", /Reason: SIP;cause=408/);
    await stage.rest();
  });
});

describe("Replaces (RFC 3891)", () => {
  test("a confirmed call is replaced: the new one answered, the old one hung up with its cause", async () => {
    const pair = await connected();
    const { stage, bob, call, taken } = pair;
    const carol = stage.agent("carol");
    const dialog = taken.session?.dialog;
    assert.ok(dialog !== undefined);
    const ended = call.ended;
    bob.onCall = (incoming) => {
      assert.equal(incoming.replaces, taken);
      void incoming.answer();
    };
    const replaces = { callId: dialog.callId, toTag: dialog.localTag, fromTag: dialog.remoteTag, earlyOnly: false };
    const next = carol.call(BOB, { replaces });
    assert.equal((await stage.world.until(next.outcome)).kind, "answered");
    const end = await stage.world.until(ended);
    assert.deepEqual([end.cause, end.by], ["hungUp", "remote"]);
    await stage.world.until(next.hangUp());
    await stage.rest();
  });

  test("481 for a dialog that is not there, 486 for early-only and confirmed, 481 for one this side was called in", async () => {
    const { stage, bob, call, taken } = await connected();
    const carol = stage.agent("carol");
    const dialog = taken.session?.dialog;
    assert.ok(dialog !== undefined);
    const replaces = { callId: dialog.callId, toTag: dialog.localTag, fromTag: dialog.remoteTag };
    const codes = [
      (await stage.world.until(carol.call(BOB, { replaces: { ...replaces, toTag: "x", earlyOnly: false } }).outcome))
        .code,
      (await stage.world.until(carol.call(BOB, { replaces: { ...replaces, earlyOnly: true } }).outcome)).code,
    ];
    assert.deepEqual(codes, [481, 486]);
    await stage.world.until(call.hangUp());
    let ringing: IncomingCall | null = null;
    bob.onCall = (incoming) => {
      ringing = incoming;
      incoming.ring();
    };
    const second = carol.call(BOB);
    await stage.world.pass(1000);
    const early = (ringing as IncomingCall | null)?.request;
    const from = /tag=([^;]+)/.exec(early?.message.value(Header.From) ?? "")?.[1] ?? "";
    const refused = await stage.world.until(
      carol.call(BOB, {
        replaces: { callId: second.callId, toTag: early?.localTag ?? "", fromTag: from, earlyOnly: false },
      }).outcome,
    );
    assert.equal(refused.code, 481);
    await stage.world.until(second.hangUp());
    await stage.rest();
  });

  test("an early call of the caller's own is replaced: it is cancelled once the new one is answered", async () => {
    const stage = new Stage();
    const [alice, bob, carol] = [stage.agent("alice"), stage.agent("bob"), stage.agent("carol")];
    let ringing: IncomingCall | null = null;
    bob.onCall = (incoming) => {
      ringing = incoming;
      incoming.ring();
    };
    const call = alice.call(BOB);
    await stage.world.pass(1000);
    const early = ringing as IncomingCall | null;
    alice.onCall = (incoming) => {
      assert.equal(incoming.replaces, call);
      void incoming.answer();
    };
    const from = /tag=([^;]+)/.exec(early?.request.message.value(Header.From) ?? "")?.[1] ?? "";
    const pickup = carol.call("sip:alice@198.51.100.1", {
      replaces: { callId: call.callId, toTag: from, fromTag: early?.localTag ?? "", earlyOnly: true },
    });
    assert.equal((await stage.world.until(pickup.outcome)).kind, "answered");
    assert.equal((await stage.world.until(call.outcome)).kind, "canceled");
    await stage.world.until(pickup.hangUp());
    await stage.rest();
  });
});
