import assert from "node:assert/strict";
import { test } from "node:test";
import { buildLadder, drawLadder, type Passage, summarize } from "../../src/diagnosis/ladder.ts";

const invite =
  "INVITE sip:bob@example.com SIP/2.0\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\nContent-Length: 3\r\n\r\nv=0";
const response = (status: string, method = "INVITE") => `SIP/2.0 ${status}\r\nCSeq: 1 ${method}\r\n\r\n`;

test("a summary says what a person would call the message", () => {
  assert.equal(summarize(invite), "INVITE sip:bob@example.com SDP");
  assert.equal(summarize(response("486 Busy Here")), "486 Busy Here");
  assert.equal(summarize(response("200 OK", "BYE")), "200 OK (BYE)");
  assert.equal(summarize("\r\n\r\n"), "keepalive of 4 octets");
  assert.equal(summarize("garbage\x1b[31m"), "garbage?[31m");
  assert.ok(summarize(`INVITE sip:${"x".repeat(500)}@example.com SIP/2.0\r\n\r\n`).length <= 60);
});

const passages: Passage[] = [
  { at: 1000, from: "alice", to: "proxy", text: invite },
  { at: 1001, from: "proxy", to: "bob", text: invite, note: "lost" },
  { at: 1501, from: "proxy", to: "bob", text: invite },
  { at: 1502, from: "bob", to: "proxy", text: response("486 Busy Here") },
  { at: 1503, from: "bob", to: "alice", text: response("200 OK", "BYE") },
  { at: 1504, from: "proxy", to: "proxy", text: invite },
];

test("the drawing is aligned, marks retransmissions and what was lost", () => {
  assert.deepEqual(drawLadder(buildLadder(passages)).split("\n"), [
    "           alice                                proxy                                   bob",
    "    0.000    |-- INVITE sip:bob@example.com SDP ->|                                      |",
    "    0.001    |                                    |--- INVITE sip:bob@example.com SDP --x|  lost",
    "    0.501    |                                    |-- INVITE sip:bob@example.com SDP * ->|",
    "    0.502    |                                    |<----------- 486 Busy Here -----------|",
    "    0.503    |<------------------------------ 200 OK (BYE) ------------------------------|",
    "    0.504    |                                    + INVITE sip:bob@example.com SDP       |",
    "",
  ]);
});

test("retransmissions are told by octets and way, in the data as well", () => {
  const ladder = buildLadder(passages);
  assert.deepEqual(ladder.participants, ["alice", "proxy", "bob"]);
  assert.deepEqual(
    ladder.messages.map(({ retransmission }) => retransmission),
    [false, false, true, false, false, false],
  );
  assert.deepEqual(ladder.messages[0], {
    at: 1000,
    from: "alice",
    to: "proxy",
    summary: "INVITE sip:bob@example.com SDP",
    raw: invite,
    retransmission: false,
    note: "",
  });
});

test("more participants than fit become a list; none at all a line", () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ at: i, from: "proxy", to: `phone${i}`, text: invite }));
  const lines = drawLadder(buildLadder(many)).split("\n");
  assert.equal(lines[3], "    0.003 proxy -> phone3   INVITE sip:bob@example.com SDP");
  assert.equal(drawLadder(buildLadder([])), "(no messages)\n");
});
