/** What a played row of the fork table is held against: in a simulated world and over real sockets alike. */
import assert, { AssertionError } from "node:assert/strict";
import type { IncomingCall, OutgoingCall, Phone, PhoneHost } from "../../src/lab/mod.ts";
import type { Expectation } from "./fork-table.ts";

/** The right thing happened at the wrong moment: with a virtual clock a fault, in real time perhaps the machine's. */
export class OutOfTime extends AssertionError {
  constructor(what: string, ms: number, between: readonly [number, number]) {
    super({ message: `${what} after ${ms} ms, not ${between[0]} to ${between[1]}`, actual: ms, expected: between });
  }
}

/** A 100 comes within this long after the INVITE (RFC 3261 §17.2.1). */
const TRYING_MS = 200;
/** A CANCEL leaves within this long after what caused it. */
const CANCEL_MS = 100;
/** A 6xx goes upstream within this long after the last branch that it cancelled has ended. */
const GLOBAL_MS = 200;

/** Throws an `AssertionError` that says what went otherwise than `expected`; moments are looked at last. */
export function checkRow(call: OutgoingCall, phones: readonly Phone<PhoneHost>[], expected: Expectation): void {
  checkCaller(call, expected);
  checkPhones(phones, expected);
  if (call.finals()[0] === 200) checkAnswered(call, phones);
  checkMoments(call, phones, expected);
}

/** Exactly one final response, and the right one. */
function checkCaller(call: OutgoingCall, { finals }: Expectation): void {
  assert.equal(call.finals().length, 1, `one final response, not ${call.finals()}`);
  const [status] = call.finals();
  assert.ok(finals.includes(status as number), `the caller got ${status}, not one of ${finals}`);
  if (call.cancellation !== null)
    assert.deepEqual(call.cancellation.finals(), [200], "the CANCEL itself is answered 200");
}

function checkPhones(phones: readonly Phone<PhoneHost>[], { rung, canceled, reason }: Expectation): void {
  const names = (which: (phone: Phone<PhoneHost>) => boolean): string[] => phones.filter(which).map(({ name }) => name);
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
      checkCancel(incoming, reason);
    }
  }
}

/** A CANCEL names its reason, or none that is made up. */
function checkCancel(incoming: IncomingCall, reason: string | null): void {
  const cancel = incoming.cancels[0];
  if (cancel === undefined) return;
  assert.equal(new Set(incoming.cancels.map(({ text }) => text)).size, 1, "one CANCEL, however often it was sent");
  assert.equal(cancel.message.field("Reason"), reason);
}

/** The answered call ran end to end: ACK and BYE reached the phone that answered. */
function checkAnswered(call: OutgoingCall, phones: readonly Phone<PhoneHost>[]): void {
  const desk = phones[0] as Phone<PhoneHost>;
  assert.ok(desk.call.acked(), "the desk was acknowledged");
  assert.equal(desk.received("BYE").length, 1);
  assert.deepEqual(call.dialog.byes[0]?.finals(), [200]);
}

/** The contract's moments: the 100, every CANCEL, the final response, a 6xx behind the branches that it cancelled. */
function checkMoments(call: OutgoingCall, phones: readonly Phone<PhoneHost>[], expected: Expectation): void {
  const final = call.response(call.finals()[0] as number);
  within(`the ${final.message.status} came`, final.at - call.startedAt, expected.between);
  const first = call.responses[0];
  within(`the first response (${first?.message.status}) came`, (first?.at ?? 0) - call.startedAt, [0, TRYING_MS]);
  assert.equal(first?.message.status, 100);
  // With a reason a phone's answer settled the call, without one the caller did.
  const settled = expected.reason === null ? call.canceledAt : phones[0]?.call.sent.at(-1)?.at;
  for (const { name, calls } of phones) {
    for (const { cancels, sent } of calls) {
      const provisional = sent[0]?.at ?? 0; // no CANCEL before it (§9.1)
      if (cancels[0] === undefined) continue;
      within(`${name} was told to stop`, cancels[0].at - Math.max(provisional, settled ?? 0), [0, CANCEL_MS]);
    }
  }
  if (final.message.status < 600 || expected.reason === null) return;
  const last = Math.max(...phones.slice(1).map((phone) => phone.call.sent.at(-1)?.at ?? 0));
  within(`the ${final.message.status} came behind the last 487`, final.at - last, [0, GLOBAL_MS]);
}

function within(what: string, ms: number, between: readonly [number, number]): void {
  if (ms < between[0] || ms > between[1]) throw new OutOfTime(what, ms, between);
}
