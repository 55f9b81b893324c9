import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { IncomingCall, OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { answers, cancels, type Expectation, expectationOf, orders, playOf, type Row } from "./fork-table.ts";
import { Scene } from "./scene.ts";

// covers: testInviteForkOneAnswers, testInviteForkCallerCancels, testInviteSeqForkCallerCancels, testInviteFork6xxBeats200
for (const protocol of ["UDP", "TCP"] as const) {
  describe(`the fork table over ${protocol}`, () => {
    for (const order of orders) {
      for (const cancel of cancels) {
        for (const answer of answers) {
          const row = { answer, order, cancel };
          test(`${answer} from the first of three, ${order}, the caller cancels ${cancel}`, () =>
            playRow(row, protocol));
        }
      }
    }
  });
}

function playRow(row: Row, protocol: "UDP" | "TCP"): void {
  const scene = new Scene({ protocol });
  const play = playOf(row);
  const serial = row.order === "serial";
  const phones = (["desk", "mobile", "laptop"] as const).map((name, i) =>
    scene.registered(name, play[name], { user: "bob", q: serial ? 1 - i / 10 : 1 }),
  );
  const alice = scene.phone("alice");
  const call = alice.invite(
    "sip:bob@example.com",
    play.cancelAfterMs === null ? { byeAfterMs: 3000 } : { cancelAfterMs: play.cancelAfterMs, byeAfterMs: 3000 },
  );
  scene.world.runUntil(() => call.finals().length > 0, 60_000, "the caller has a final response");
  scene.settle();
  scene.world.explain(() => {
    const expected = expectationOf(row);
    checkCaller(call, expected);
    checkPhones(phones, expected, call);
    if (call.finals()[0] === 200) checkAnswered(call, phones);
  });
}

/** Exactly one final response, the right one, in time; a 100 within 200 ms. */
function checkCaller(call: OutgoingCall, { finals, between }: Expectation): void {
  assert.equal(call.finals().length, 1, `one final response, not ${call.finals()}`);
  const [status] = call.finals();
  assert.ok(finals.includes(status as number), `the caller got ${status}, not one of ${finals}`);
  const at = call.response(status as number).at - call.startedAt;
  assert.ok(
    at >= between[0] && at <= between[1],
    `the ${status} came after ${at} ms, not ${between[0]} to ${between[1]}`,
  );
  assert.equal(call.provisionals()[0], 100);
  assert.ok(call.response(100).at - call.startedAt <= 200);
  if (call.cancellation !== null)
    assert.deepEqual(call.cancellation.finals(), [200], "the CANCEL itself is answered 200");
}

function checkPhones(phones: readonly Phone[], { rung, canceled, reason }: Expectation, call: OutgoingCall): void {
  const names = (which: (phone: Phone) => boolean): string[] => phones.filter(which).map(({ name }) => name);
  assert.deepEqual(
    names(({ calls }) => calls.length > 0),
    rung,
    "phones that rang",
  );
  assert.deepEqual(
    names((phone) => phone.received("CANCEL").length > 0),
    canceled,
    "phones that were told to stop",
  );
  for (const phone of phones) {
    for (const incoming of phone.calls) {
      assert.deepEqual(incoming.unacknowledged, [], `${phone.name} waited for an ACK in vain`);
      if (incoming.finals().length > 0) assert.equal(incoming.acks.length, 1, `one ACK for ${phone.name}`);
      checkCancel(incoming, reason, call);
    }
  }
}

/** A CANCEL names its reason, or none that is made up, and comes within 100 ms of what caused it. */
function checkCancel(incoming: IncomingCall, reason: string | null, call: OutgoingCall): void {
  const cancel = incoming.cancels[0];
  if (cancel === undefined) return;
  assert.equal(new Set(incoming.cancels.map(({ text }) => text)).size, 1, "one CANCEL, however often it was sent");
  assert.equal(cancel.message.field("Reason"), reason);
  const provisional = incoming.sent[0]?.at ?? 0;
  const cause = Math.max(provisional, reason === null ? (call.canceledAt ?? 0) : call.startedAt + 2000);
  assert.ok(
    cancel.at - cause >= 0 && cancel.at - cause <= 100,
    `the CANCEL came ${cancel.at - cause} ms after its cause`,
  );
}

/** The answered call ran end to end: ACK and BYE reached the phone that answered. */
function checkAnswered(call: OutgoingCall, phones: readonly Phone[]): void {
  const desk = phones[0] as Phone;
  assert.ok(desk.call.acked(), "the desk was acknowledged");
  assert.equal(desk.received("BYE").length, 1);
  assert.deepEqual(call.dialog.byes[0]?.finals(), [200]);
}
