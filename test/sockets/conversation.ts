/** A call from its INVITE to its BYE, every message of which must arrive where it should. */
import assert from "node:assert/strict";
import type { IncomingCall, OutgoingCall, RequestOptions } from "../../src/lab/mod.ts";
import type { Phones, SocketPhone } from "./phones.ts";

export interface Conversation {
  readonly call: OutgoingCall;
  readonly incoming: IncomingCall;
}

/** `caller` calls `uri`, `callee` rings and answers, and the one named hangs up. */
export async function converse(
  phones: Phones,
  [caller, callee]: readonly [SocketPhone, SocketPhone],
  uri: string,
  hangsUp: "caller" | "callee" = "caller",
  options: RequestOptions = {},
): Promise<Conversation> {
  const before = callee.calls.length;
  callee.answer("180@0s+200@60ms");
  const call = caller.invite(uri, {}, options);
  await phones.answered(call);
  assert.deepEqual(call.finals(), [200], `${caller.name} calls ${uri}`);
  assert.ok(call.provisionals().includes(180), "it rang");
  assert.equal(callee.calls.length, before + 1, `${callee.name} was called once`);
  const incoming = callee.calls.at(-1) as IncomingCall;
  await phones.bell.until(() => incoming.acked(), "the ACK");
  const [dialog, ending, other] =
    hangsUp === "caller" ? [call.dialog, caller, callee] : [incoming.dialog, callee, caller];
  const byes = different(other, "BYE");
  const bye = dialog.hangUp();
  assert.ok(bye !== null, "nobody has hung up before");
  await phones.answered(bye);
  assert.deepEqual(bye.finals(), [200], `the BYE of ${ending.name}`);
  assert.equal(different(other, "BYE"), byes + 1, `one BYE arrived at ${other.name}`);
  return { call, incoming };
}

/** How many requests of a method a phone has received, each counted once however often UDP had it repeated. */
export function different(phone: SocketPhone, method: string): number {
  return new Set(phone.received(method).map(({ message }) => message.field("Via"))).size;
}
