import assert from "node:assert/strict";
import { test } from "node:test";
import { Bench, response } from "./kit.ts";

test("Timer A: an INVITE over UDP leaves at 0, 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s, and Timer B ends it at 32 s", () => {
  const bench = new Bench();
  const start = bench.kernel.time;
  bench.call("INVITE");
  bench.kernel.pass(31_980);
  assert.deepEqual(bench.times("INVITE", start), [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5]);
  assert.deepEqual(bench.heard, []);
  bench.kernel.pass(40);
  assert.deepEqual(bench.heard, ["timeout"]);
  assert.equal(bench.kernel.wheel.size, 0);
  assert.deepEqual(bench.layer.size, { servers: 0, clients: 0 });
});

test("Timer E: a non-INVITE request doubles up to T2, and stays there after a provisional", () => {
  const bench = new Bench();
  const start = bench.kernel.time;
  bench.call("OPTIONS");
  bench.kernel.pass(32_100);
  assert.deepEqual(bench.times("OPTIONS", start), [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5]);
  assert.deepEqual(bench.heard, ["timeout"]);

  const slow = new Bench();
  const begin = slow.kernel.time;
  const client = slow.call("OPTIONS");
  slow.kernel.pass(600);
  slow.respond(client, "OPTIONS", 100);
  slow.kernel.pass(12_000);
  assert.deepEqual(slow.times("OPTIONS", begin), [0, 0.5, 1.5, 5.5, 9.5]);
});

test("a reliable flow retransmits nothing, and Timer B still ends the INVITE", () => {
  const bench = new Bench("TCP");
  bench.call("INVITE");
  bench.kernel.pass(32_100);
  assert.equal(bench.flow.sent.length, 1);
  assert.deepEqual(bench.heard, ["timeout"]);
  assert.equal(bench.flow.users.size, 0);
});

test("a non-2xx final is acknowledged with the INVITE's Via and the response's To, again for each repetition until Timer D", () => {
  const bench = new Bench();
  const client = bench.call("INVITE");
  bench.respond(client, "INVITE", 180);
  bench.respond(client, "INVITE", 486);
  bench.respond(client, "INVITE", 486);
  assert.deepEqual(bench.heard, ["180", "486"]);
  const acks = bench.flow.sent.filter((each) => each.text.startsWith("ACK"));
  assert.equal(acks.length, 2);
  assert.match(acks[0]?.text ?? "", /^ACK sip:bob@example\.com SIP\/2\.0\r\nVia: [^\r]*branch=z9hG4bK/);
  assert.match(acks[0]?.text ?? "", /\r\nTo: <sip:bob@example\.com>;tag=b\r\n/);
  assert.match(acks[0]?.text ?? "", /\r\nCSeq: 1 ACK\r\n/);
  bench.kernel.pass(33_000);
  assert.deepEqual(bench.layer.size, { servers: 0, clients: 0 });
});

test("every 2xx of an INVITE reaches the user until Timer M, then none (RFC 6026)", () => {
  const bench = new Bench();
  const client = bench.call("INVITE");
  bench.respond(client, "INVITE", 200);
  bench.kernel.pass(10_000);
  bench.respond(client, "INVITE", 200);
  bench.kernel.pass(23_000);
  bench.respond(client, "INVITE", 200);
  assert.deepEqual(bench.heard, ["200", "200"]);
  assert.equal(bench.flow.sent.length, 1, "the transaction sends no ACK for a 2xx");
});

test("CANCEL waits for a provisional, leaves once, and gives up 64*T1 later (§9.1)", () => {
  const bench = new Bench();
  const client = bench.call("INVITE");
  client.cancel('Reason: SIP;cause=200;text="Call completed elsewhere"\r\n');
  bench.kernel.pass(100);
  assert.equal(bench.times("CANCEL", 0).length, 0);
  bench.respond(client, "INVITE", 100);
  client.cancel("");
  const cancels = bench.flow.sent.filter((each) => each.text.startsWith("CANCEL"));
  assert.equal(cancels.length, 1);
  assert.match(cancels[0]?.text ?? "", /\r\nReason: SIP;cause=200;text="Call completed elsewhere"\r\n/);
  assert.ok(cancels[0]?.text.includes(`branch=${client.branch}`));
  bench.layer.receive(response(client.branch, "CANCEL", 200), bench.flow);
  bench.kernel.pass(31_900);
  assert.deepEqual(bench.heard, ["100"]);
  bench.kernel.pass(200);
  assert.deepEqual(bench.heard, ["100", "timeout"]);
});

test("a closed connection fails its pending transactions at once, and those alone", () => {
  const bench = new Bench("TCP");
  const answered = bench.call("OPTIONS");
  bench.respond(answered, "OPTIONS", 200);
  bench.call("INVITE");
  bench.flow.close("closed by 192.0.2.9");
  assert.deepEqual(bench.heard, ["200", "transport"]);
  assert.deepEqual(bench.layer.size, { servers: 0, clients: 0 });
});

test("a response is matched by branch and CSeq method in any case of letters; others are dropped", () => {
  const bench = new Bench();
  const dropped: string[] = [];
  bench.kernel.observations.subscribe(["dropped"], (o) => o.type === "dropped" && dropped.push(o.why));
  const client = bench.call("INVITE");
  bench.layer.receive(response(`${client.branch}x`, "INVITE", 200), bench.flow);
  bench.layer.receive(response(client.branch, "OPTIONS", 200), bench.flow);
  assert.deepEqual(bench.heard, []);
  assert.equal(dropped.length, 2);
  bench.layer.receive(response(client.branch.toUpperCase(), "INVITE", 486), bench.flow);
  assert.deepEqual(bench.heard, ["486"]);
});
