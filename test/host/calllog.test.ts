import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { logCalls, logDenied } from "../../src/host/calllog.ts";
import { FaultLog } from "../../src/host/faultlog.ts";
import { LineWriter } from "../../src/host/line-writer.ts";
import { fault, type Observation, ObservationStream } from "../../src/kernel/mod.ts";
import { scratchFolder } from "../scratch.ts";

function decided(callId: string): Observation {
  const branches = [
    { name: "desk", target: "sip:x", status: 200, received: true, canceled: false, afterMs: 3200, note: "" },
  ];
  const at = Date.UTC(2026, 10, 21, 14, 2, 13);
  return {
    type: "decided",
    at,
    callId,
    from: "sip:bob@x",
    to: "sip:alice@x",
    status: 200,
    phrase: "OK",
    decidedBy: "callee",
    why: "",
    afterMs: 3200,
    branches,
  };
}

test("a line per call, with the time in front and its caller behind", () => {
  const observations = new ObservationStream();
  const lines: string[] = [];
  const stop = logCalls(observations, { line: (text) => lines.push(text) });
  const dated = logCalls(observations, { line: (text) => lines.push(text) }, true);
  observations.emit(decided("a84b4c76e66710\r\nevil"));
  stop();
  dated();
  observations.emit(decided("later"));
  assert.deepEqual(lines, [
    "14:02:13Z 200 to alice: desk answered after 3.2 s (from bob, a84b4c76e66710evil)",
    "2026-11-21 14:02:13Z 200 to alice: desk answered after 3.2 s (from bob, a84b4c76e66710evil)",
  ]);
  assert.equal(observations.wants.decided, false);
});

test("who is not let in is told, once a minute, and a flood of names is counted", () => {
  const observations = new ObservationStream();
  const lines: string[] = [];
  const stop = logDenied(observations, { line: (text) => lines.push(text) });
  const denied = (user: string, source: string, seconds: number, why: string): void =>
    observations.emit({
      type: "denied",
      at: Date.UTC(2026, 10, 21, 14, 2, seconds),
      realm: "example.org",
      user,
      source,
      why,
    });
  denied("alice", "192.0.2.7:5060", 13, "wrong password");
  denied("alice", "192.0.2.7:40001", 14, "wrong password");
  denied("alice", "[2001:db8::7]:5060", 15, "wrong password");
  denied("100\x1b[2J", "192.0.2.9:5060", 20, "there is no such user");
  for (let i = 0; i < 50; i++) denied(`${101 + i}`, "192.0.2.9:5060", 20, "there is no such user");
  denied("alice", "192.0.2.7:5060", 73, "wrong password");
  stop();
  assert.equal(observations.wants.denied, false);
  assert.deepEqual(
    [...lines.slice(0, 3), ...lines.slice(20)],
    [
      "14:02:13Z alice not let in: wrong password (192.0.2.7:5060, realm example.org)",
      "14:02:15Z alice not let in: wrong password ([2001:db8::7]:5060, realm example.org)",
      "14:02:20Z 100 not let in: there is no such user (192.0.2.9:5060, realm example.org)",
      "14:03:13Z 34 more requests not let in since 14:02:13Z",
      "14:03:13Z alice not let in: wrong password (192.0.2.7:5060, realm example.org)",
    ],
  );
});

test("internal faults are told with their Call-ID, those of others are not, and a flood is counted", () => {
  const observations = new ObservationStream();
  const lines: string[] = [];
  let now = 0;
  const log = new FaultLog({ line: (text) => lines.push(text) }, () => now);
  log.follow(observations);
  observations.emit({ type: "fault", at: 0, fault: fault("peer", 400, "", "not ours"), callId: "x" });
  observations.emit({
    type: "fault",
    at: 0,
    fault: fault("local", 500, "", "TypeError: x\n    at y"),
    callId: "c1\x1b[2J",
  });
  assert.deepEqual(lines, ["ringback: internal fault: TypeError: x    at y (Call-ID c1)"]);
  for (let i = 0; i < 100; i++) log.exception(new Error("boom"));
  assert.equal(lines.length, 10);
  assert.match(lines[1] ?? "", /^ringback: internal fault: Error: boom \| at /);
  now = 1000;
  log.exception("thrown text");
  assert.deepEqual(lines.slice(10), ["ringback: 91 more internal faults", "ringback: internal fault: thrown text"]);
});

test("lines reach a file in order, in few writes", async () => {
  const file = join(scratchFolder("log"), "calls.log");
  const descriptor = openSync(file, "a");
  const writer = new LineWriter(descriptor);
  for (let i = 0; i < 1000; i++) writer.line(`line ${i}`);
  await writer.close();
  closeSync(descriptor);
  assert.equal(readFileSync(file, "utf8"), Array.from({ length: 1000 }, (_, i) => `line ${i}\n`).join(""));
});

test("a reader that takes nothing costs lines, not the process", async () => {
  const taken: string[] = [];
  let release = (): void => {};
  const writer = new LineWriter(1, (_descriptor, octets, offset, done) => {
    release = () => {
      taken.push(octets.toString("utf8", offset));
      done(null, octets.length - offset);
    };
  });
  writer.line("first");
  const closed = writer.close();
  const big = "x".repeat(999);
  for (let i = 0; i < 2000; i++) writer.line(big);
  release();
  release();
  await closed;
  writer.line("last");
  const closedAgain = writer.close();
  release();
  await closedAgain;
  const text = taken.join("");
  assert.ok(text.length < 1_100_000, `${text.length}`);
  assert.match(text, /\((9\d\d) lines lost: the reader is too slow\)\nlast\n$/);
});

test("a full pipe is tried again, a partial write continued, a closed one given up", async () => {
  const errors = [
    Object.assign(new Error("full"), { code: "EAGAIN" }),
    null,
    null,
    Object.assign(new Error("gone"), { code: "EPIPE" }),
  ];
  let text = "";
  const writer = new LineWriter(1, (_descriptor, octets, offset, done) => {
    const error = errors.shift() ?? null;
    if (error === null) text += octets.toString("utf8", offset, offset + 4);
    done(error, error === null ? Math.min(4, octets.length - offset) : 0);
  });
  writer.line("abcdefg");
  await writer.close();
  assert.equal(text, "abcdefg\n");
  writer.line("nobody reads this");
  await writer.close();
  writer.line("nor this");
  await writer.close();
  assert.equal(text, "abcdefg\n");
});
