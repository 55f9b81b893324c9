import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Message } from "../../src/syntax/mod.ts";
import type { ServerTransaction } from "../../src/transaction/mod.ts";
import { Bench, request } from "./kit.ts";

/** A request arrives and gets a server transaction. */
function serve(bench: Bench, method: string, branch = "z9hG4bKs1"): ServerTransaction {
  bench.layer.receive(request(method, branch), bench.flow);
  const server = bench.layer.serve(bench.requests.at(-1) as Message, bench.flow);
  assert.ok(server !== null);
  return server;
}

function answer(bench: Bench, server: ServerTransaction, status: number): void {
  server.respond(bench.requests.at(-1) as Message, status, "Phrase", "t1");
}

test("an INVITE nobody answers within 200 ms gets a 100, once; one that rings gets none", () => {
  const bench = new Bench();
  const start = bench.kernel.time;
  serve(bench, "INVITE");
  bench.kernel.pass(1000);
  assert.equal(bench.flow.sent.length, 1);
  assert.ok((bench.times("SIP/2.0 100", start)[0] ?? 1) <= 0.2);
  assert.doesNotMatch(bench.flow.sent[0]?.text ?? "", /To:[^\r]*tag=/);

  const rings = new Bench();
  answer(rings, serve(rings, "INVITE"), 180);
  rings.kernel.pass(1000);
  assert.deepEqual(
    rings.flow.sent.map((each) => each.text.slice(8, 11)),
    ["180"],
  );
});

test("Timer G: a 486 over UDP is repeated until the ACK, then Timer I absorbs and ends", () => {
  const bench = new Bench();
  const start = bench.kernel.time;
  answer(bench, serve(bench, "INVITE"), 486);
  bench.kernel.pass(4000);
  assert.deepEqual(bench.times("SIP/2.0 486", start), [0, 0.5, 1.5, 3.5]);
  bench.layer.receive(request("ACK", "z9hG4bKs1"), bench.flow);
  bench.kernel.pass(4980);
  assert.equal(bench.layer.size.servers, 1);
  bench.kernel.pass(40);
  assert.equal(bench.layer.size.servers, 0);
  assert.equal(bench.times("SIP/2.0 486", start).length, 4);
  assert.equal(bench.requests.length, 1, "the ACK of a non-2xx goes no further");
});

test("Timer H: a final nobody acknowledges is given up after 32 s", () => {
  const bench = new Bench();
  answer(bench, serve(bench, "INVITE"), 603);
  bench.kernel.pass(32_100);
  assert.deepEqual(bench.layer.size, { servers: 0, clients: 0 });
  assert.equal(bench.kernel.wheel.size, 0);
});

test("a repeated INVITE gets the last provisional or final again, and in Accepted nothing (RFC 6026)", () => {
  const bench = new Bench();
  const server = serve(bench, "INVITE");
  answer(bench, server, 180);
  bench.layer.receive(request("INVITE", "z9hG4bKs1"), bench.flow);
  assert.equal(bench.times("SIP/2.0 180", 0).length, 2);
  answer(bench, server, 200);
  bench.layer.receive(request("INVITE", "z9hG4bKs1"), bench.flow);
  assert.equal(bench.times("SIP/2.0 200", 0).length, 1);
  answer(bench, server, 200);
  assert.equal(bench.times("SIP/2.0 200", 0).length, 2, "the UAS repeats its 2xx through the transaction");
  answer(bench, server, 486);
  assert.equal(bench.times("SIP/2.0 486", 0).length, 0);
  assert.equal(bench.requests.length, 1);
});

test("a non-INVITE request gets a 100 only when Timer E has reached T2, and its final is repeated on request (RFC 4320)", () => {
  const bench = new Bench();
  const start = bench.kernel.time;
  const server = serve(bench, "MESSAGE");
  bench.kernel.pass(3480);
  assert.equal(bench.flow.sent.length, 0);
  bench.kernel.pass(40);
  assert.deepEqual(bench.times("SIP/2.0 100", start), [3.5]);
  answer(bench, server, 200);
  bench.layer.receive(request("MESSAGE", "z9hG4bKs1"), bench.flow);
  assert.equal(bench.times("SIP/2.0 200", start).length, 2);
  bench.kernel.pass(32_100);
  assert.equal(bench.layer.size.servers, 0);
});

test("abandoning a non-INVITE request sends nothing", () => {
  const bench = new Bench();
  serve(bench, "MESSAGE").abandon();
  assert.equal(bench.flow.sent.length, 0);
  assert.deepEqual(bench.layer.size, { servers: 0, clients: 0 });
});

test("sent-by is part of the key: the same branch from another host is another transaction (§17.2.3)", () => {
  const bench = new Bench();
  serve(bench, "OPTIONS");
  bench.layer.receive(request("OPTIONS", "z9hG4bKs1").replace("192.0.2.9:5060", "192.0.2.8:5060"), bench.flow);
  assert.equal(bench.requests.length, 2);
});

test("without the magic cookie Request-URI, From tag, Call-ID, CSeq and Via together name the transaction", () => {
  const bench = new Bench();
  answer(bench, serve(bench, "INVITE", "1"), 404);
  bench.layer.receive(request("INVITE", "1"), bench.flow);
  assert.equal(bench.requests.length, 1);
  assert.equal(bench.times("SIP/2.0 404", 0).length, 2);
  bench.layer.receive(request("ACK", "1"), bench.flow);
  bench.kernel.pass(5100);
  assert.equal(bench.layer.size.servers, 0);
  bench.layer.receive(request("INVITE", "1").replace("c1@", "c2@"), bench.flow);
  assert.equal(bench.requests.length, 2);
});

test("CANCEL finds the INVITE by its branch", () => {
  const bench = new Bench();
  const server = serve(bench, "INVITE");
  bench.layer.receive(request("CANCEL", "z9hG4bKs1"), bench.flow);
  assert.equal(bench.layer.cancelled(bench.requests.at(-1) as Message), server);
  bench.layer.receive(request("CANCEL", "z9hG4bKother"), bench.flow);
  assert.equal(bench.layer.cancelled(bench.requests.at(-1) as Message), undefined);
});

test("a merged request, the same Call-ID, CSeq and From tag over another branch, is not claimed twice (§8.2.2.2)", () => {
  const bench = new Bench();
  const first = serve(bench, "OPTIONS", "z9hG4bKm1");
  assert.ok(bench.layer.claim(first, bench.requests[0] as Message));
  const second = serve(bench, "OPTIONS", "z9hG4bKm2");
  assert.ok(!bench.layer.claim(second, bench.requests[1] as Message));
  answer(bench, first, 200);
  bench.kernel.pass(33_000);
  const third = serve(bench, "OPTIONS", "z9hG4bKm3");
  assert.ok(bench.layer.claim(third, bench.requests.at(-1) as Message));
});

test("a full layer answers 503 with Retry-After and keeps nothing", () => {
  const bench = new Bench("UDP", 1);
  serve(bench, "OPTIONS");
  bench.layer.receive(request("OPTIONS", "z9hG4bKs2"), bench.flow);
  assert.equal(bench.layer.serve(bench.requests.at(-1) as Message, bench.flow), null);
  assert.match(bench.flow.sent.at(-1)?.text ?? "", /^SIP\/2\.0 503 [^\r]*\r\n(?:.*\r\n)*Retry-After: 10\r\n/);
  assert.equal(bench.layer.size.servers, 1);
});

describe("branches that are not unique (§8.1.1.7)", () => {
  // Each one more would be compared with all before it: 600 a second were left of 30,000.
  const odd: readonly [string, (i: number) => string][] = [
    [
      "one branch from many hosts",
      (i) => request("OPTIONS", "z9hG4bKs1").replace("192.0.2.9:5060", `h${i}.example.com`),
    ],
    [
      "branches that share their number whatever the secret, for ^ and ~ count as one letter",
      (i) => request("OPTIONS", `z9hG4bK${i.toString(2).padStart(12, "0").replaceAll("0", "~").replaceAll("1", "^")}`),
    ],
  ];
  for (const [title, make] of odd) {
    test(`${title}: a few are served, the others get 400 and leave nothing behind`, () => {
      const bench = new Bench();
      for (let i = 0; i < 1000; i++) {
        bench.layer.receive(make(i), bench.flow);
        bench.layer.serve(bench.requests.at(-1) as Message, bench.flow);
      }
      assert.equal(bench.layer.size.servers, 64);
      assert.equal(bench.times("SIP/2.0 400", 0).length, 936);
      bench.layer.receive(make(3), bench.flow);
      assert.equal(bench.requests.length, 1000, "a repetition is one");
    });
  }
});

test("received and rport are written into the Via of every response (RFC 3581)", () => {
  const bench = new Bench();
  bench.layer.receive(request("OPTIONS", "z9hG4bKr1").replace("192.0.2.9:5060;", "10.0.0.1:5070;rport;"), bench.flow);
  bench.layer.reply(bench.requests[0] as Message, bench.flow, 200, "OK");
  assert.match(
    bench.flow.sent[0]?.text ?? "",
    /Via: SIP\/2\.0\/UDP 10\.0\.0\.1:5070;rport=5060;received=192\.0\.2\.9;branch=z9hG4bKr1\r\n/,
  );
});
