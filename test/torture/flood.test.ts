import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answerChallenges } from "../../src/lab/phone/credentials.ts";
import { parseMessage } from "../../src/syntax/mod.ts";
import { type DatagramPeer, requestOf, Stage, statusOf } from "./stage.ts";

const FLOOD = 20_000;
/** Requests on their way at a time: less than the system's buffers hold, so that each one is really handled. */
const WINDOW = 200;
const URI = "sip:example.com";
const ALICE = "sip:alice@example.com";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Octets in use once everything that can be forgotten is. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Sends `count` requests and waits until each is answered, calling `between` after every window. */
async function pour(
  stage: Stage,
  peer: DatagramPeer,
  count: number,
  text: (i: number) => string,
  between: () => Promise<unknown>,
): Promise<void> {
  for (let sent = 0; sent < count; ) {
    const until = Math.min(count, sent + WINDOW);
    while (sent < until) peer.send(text(sent++));
    await stage.bell.until(() => peer.count >= sent, `answers to ${sent} requests (${peer.count} have come)`);
    await between();
  }
}

/** Registers with a password; resolves to how many milliseconds it took from the first request to the 200. */
async function registerWithPassword(stage: Stage, phone: DatagramPeer, n: number): Promise<number> {
  const began = performance.now();
  const contact = `Contact: <sip:alice@${phone.host}:${phone.port}>\r\n`;
  const ask = async (id: string, headers: string): Promise<string> => {
    phone.inbox.length = 0;
    phone.send(requestOf("REGISTER", URI, id, contact + headers, ALICE));
    await stage.bell.until(() => phone.inbox.length > 0, "an answer to a legitimate REGISTER");
    return phone.inbox[0] as string;
  };
  const challenge = parseMessage(await ask(`alice-${n}-a`, "")) ?? assert.fail();
  assert.equal(challenge.status, 401);
  const lines = answerChallenges(challenge, { method: "REGISTER", uri: URI }, "alice", "secret", stage.kernel);
  const answer = await ask(`alice-${n}-b`, lines.map((line) => `${line}\r\n`).join(""));
  assert.equal(statusOf(answer), 200, answer);
  return performance.now() - began;
}

async function flood(stage: Stage, text: (i: number) => string): Promise<void> {
  const stranger = await stage.datagrams();
  stranger.keeps = false;
  const phone = await stage.datagrams();
  const times: number[] = [];
  const between = async () => times.push(await registerWithPassword(stage, phone, times.length));
  await pour(stage, stranger, 2000, text, between); // so that the code is compiled and tables have their size
  const before = heapInUse();
  stranger.count = 0;
  await pour(stage, stranger, FLOOD, (i) => text(2000 + i), between);
  const grown = heapInUse() - before;
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] as number;
  assert.ok(p99 < 1000, `the 99th percentile of ${times.length} registrations took ${p99.toFixed(0)} ms`);
  // One transaction, binding or nonce kept per request would be ten times this.
  assert.ok(grown < FLOOD * 50, `${FLOOD} requests left ${grown} octets behind`);
  assert.deepEqual(stage.server.layer.size, { servers: 0, clients: 0 });
  assert.deepEqual(stage.faults, []);
}

test(`${FLOOD} REGISTERs of strangers leave nothing behind, and a user registers meanwhile within a second`, async () => {
  await using stage = await Stage.start({ passwords: { alice: "secret" }, record: false });
  await flood(stage, (i) =>
    requestOf("REGISTER", URI, `stranger-${i}`, `Contact: <sip:s${i}@127.0.0.1>\r\n`, `sip:stranger${i}@example.com`),
  );
});

test(`${FLOOD} OPTIONS with branches of their own leave nothing behind either`, async () => {
  await using stage = await Stage.start({ passwords: { alice: "secret" }, record: false });
  await flood(stage, (i) => requestOf("OPTIONS", URI, `stranger-${i}`));
});
