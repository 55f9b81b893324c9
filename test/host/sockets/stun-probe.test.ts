import assert from "node:assert/strict";
import { test } from "node:test";
import { bindingResponse, readBindingAnswer } from "../../../src/host/sockets/stun.ts";
import { StunProbes } from "../../../src/host/sockets/stun-probe.ts";
import { World } from "../../../src/lab/mod.ts";

const REMOTE = ["192.0.2.7", 5060] as const;

/** Probes that ask nobody, under a virtual clock. */
function asking() {
  const world = new World();
  const sent: { at: number; octets: Buffer }[] = [];
  const probes = new StunProbes(world.host("198.51.100.1").kernel, (octets) =>
    sent.push({ at: world.elapsed, octets: Buffer.from(octets) }),
  );
  const heard: (string | null)[] = [];
  return { world, sent, probes, heard, ask: () => probes.ask(...REMOTE, (mapped) => heard.push(mapped)) };
}

test("a question is sent on RFC 5389's schedule, seven times, and given up after 39.5 s", () => {
  const { world, sent, heard, ask } = asking();
  ask();
  world.run(39_400);
  assert.deepEqual(heard, []);
  world.run(200);
  assert.deepEqual(heard, [null]);
  const due = [0, 500, 1500, 3500, 7500, 15_500, 31_500];
  // The wheel fires up to one tick late, each time.
  for (const [i, { at }] of sent.entries())
    assert.ok(at >= (due[i] as number) && at - (due[i] as number) <= 140, `${at}`);
  assert.equal(sent.length, due.length);
  assert.equal(new Set(sent.map(({ octets }) => octets.toString("hex"))).size, 1);
  world.run(60_000);
  assert.equal(sent.length, due.length);
});

test("only the answer of the one that was asked counts, and it counts once", () => {
  const { world, sent, probes, heard, ask } = asking();
  ask();
  world.run(600);
  const answer = bindingResponse(sent[0]?.octets as Buffer, "203.0.113.5", 40_000) as Buffer;
  probes.take(answer, "192.0.2.8", 5060);
  probes.take(answer, "192.0.2.7", 5061);
  assert.deepEqual(heard, []);
  probes.take(answer, ...REMOTE);
  probes.take(answer, ...REMOTE);
  assert.deepEqual(heard, ["203.0.113.5:40000"]);
  world.run(60_000);
  assert.deepEqual([heard.length, sent.length], [1, 2]);
});

test("who gives up asking hears nothing and sends nothing any more; a refusal is no address", () => {
  const { world, sent, probes, heard, ask } = asking();
  ask()();
  world.run(60_000);
  assert.deepEqual([heard.length, sent.length], [0, 1]);
  ask();
  const refusal = Buffer.from(sent[1]?.octets as Buffer);
  refusal.writeUInt16BE(0x0111, 0);
  probes.take(refusal, ...REMOTE);
  assert.deepEqual(heard, [null]);
  ask();
  probes.close();
  world.run(60_000);
  assert.deepEqual([heard.length, sent.length], [1, 3]);
});

test("answers are read back as they are written, whatever stands before the address; anything else is no answer", () => {
  const query = Buffer.from("000100002112a442b7e7a701bc34d686fa87dfae", "hex");
  for (const [host, port, mapped] of [
    ["192.0.2.1", 32_853, "192.0.2.1:32853"],
    ["2001:db8:1234:5678:11:2233:4455:6677", 32_853, "[2001:db8:1234:5678:11:2233:4455:6677]:32853"],
  ] as const) {
    const answer = bindingResponse(query, host, port) as Buffer;
    assert.equal(readBindingAnswer(answer)?.mapped, mapped);
    // RFC 5769 §2.2: SOFTWARE "test vector" stands before the address, padded to a multiple of four.
    const software = Buffer.from("8022000b7465737420766563746f7220", "hex");
    const longer = Buffer.concat([answer.subarray(0, 20), software, answer.subarray(20)]);
    longer.writeUInt16BE(longer.length - 20, 2);
    assert.equal(readBindingAnswer(longer)?.mapped, mapped);
    for (let length = 0; length < longer.length; length++)
      assert.equal(readBindingAnswer(longer.subarray(0, length)), null);
  }
  const odd = "010100082112a442b7e7a701bc34d686fa87dfae0020000400010000";
  assert.equal(readBindingAnswer(Buffer.from(odd, "hex"))?.mapped, null);
  const beyond = "010100042112a442b7e7a701bc34d686fa87dfae00200040";
  assert.equal(readBindingAnswer(Buffer.from(beyond, "hex"))?.mapped, null);
  assert.equal(readBindingAnswer(query), null);
});
