import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SeededRandom } from "../../src/lab/mod.ts";
import { corpusFiles, corpusText, skipCorpus, vectors } from "../syntax/corpus.ts";
import { requestOf, Stage, type StreamPeer, statusOf } from "./stage.ts";

const POLICY = { domains: ["example.com", "localhost", "biloxi.com", "127.0.0.1"] };

/** Sends each text as a datagram and on a connection of its own; after each the server answers OPTIONS and met no fault. */
async function throwAll(texts: readonly string[]): Promise<void> {
  await using stage = await Stage.start({ policy: POLICY, limits: { firstMessageMs: 500, partialMs: 500 } });
  const peer = await stage.datagrams();
  for (const text of texts) {
    for (const octets of new Set([text, text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n")])) {
      if (octets.length <= 65_507) peer.send(octets);
      const connection = await stage.stream();
      connection.send(octets);
      const took = await stage.alive();
      assert.ok(took < 1000, `OPTIONS took ${took.toFixed(0)} ms`);
      connection.close();
    }
    assert.deepEqual(stage.faults, [], text.slice(0, 200));
  }
}

describe("what broke other servers is thrown at this one", { skip: skipCorpus }, () => {
  const files = skipCorpus === false ? corpusFiles("fuzz") : [];
  for (const folder of new Set(files.map((file) => file.split("/")[1] as string))) {
    test(`the fuzz seeds of ${folder}`, () =>
      throwAll(files.filter((file) => file.split("/")[1] === folder).map((file) => corpusText(file))));
  }

  test("inputs that crashed parsers", () =>
    throwAll(
      vectors<{ hex: string }>("parser-crashers.json").map(({ hex }) => Buffer.from(hex, "hex").toString("latin1")),
    ));
});

/** Header lines enough to fill a datagram. */
const filler = (octets: number): string => `X-Filler: ${"a".repeat(90)}\r\n`.repeat(Math.floor(octets / 102));

describe("datagrams that are no requests", () => {
  const valid = requestOf("MESSAGE", "sip:nobody@example.com", "hostile-1");
  const random = new SeededRandom("hostile datagrams");
  const noise = (octets: number): string =>
    Array.from({ length: octets }, () => String.fromCharCode(Math.floor(random.fraction() * 256))).join("");
  /** What arrives, and whether anything may be answered: null means that 400 and silence are both right. */
  const cases: readonly [string, string, readonly number[] | null][] = [
    ["nothing at all", "", []],
    ["one octet", "\xff", []],
    ["NUL octets", "\0".repeat(1000), []],
    ["noise", noise(1400), []],
    ["64 KiB of one letter", "a".repeat(65_507), []],
    ["64 KiB of line ends", "\r\n".repeat(32_753), []],
    ["64 KiB of noise", noise(65_507), []],
    ["a request line and no more", "OPTIONS sip:example.com SIP/2.0\r\n\r\n", []],
    ["a request without Via", valid.replace(/Via:.*\r\n/, ""), []],
    ["a Via that cannot be read", valid.replace(/Via:.*/, "Via: nonsense;rport"), [400]],
    ["no From", valid.replace(/From:.*\r\n/, ""), [400]],
    ["two different To", valid.replace(/To:/, "To: <sip:other@example.com>\r\nTo:"), [400]],
    ["CSeq of another method", valid.replace("CSeq: 1 MESSAGE", "CSeq: 1 INVITE"), [400]],
    ["a body shorter than announced", valid.replace("Content-Length: 0", "Content-Length: 9"), [400]],
    ["a negative Content-Length", valid.replace("Content-Length: 0", "Content-Length: -1"), [400]],
    ["cut in the middle of a header", valid.slice(0, valid.indexOf("Call-ID") + 4), null],
    ["SIP/3.0", valid.replace("SIP/2.0\r\n", "SIP/3.0\r\n"), [505]],
    ["a foreign scheme", valid.replace("MESSAGE sip:nobody@example.com", "MESSAGE gopher:nobody"), [416]],
    ["60 KB of good header fields", valid.replace("Max-Forwards", `${filler(60_000)}Max-Forwards`), [404]],
    ["a response out of nowhere", `SIP/2.0 200 OK${valid.slice(valid.indexOf("\r\n"))}`, []],
    ["an ACK out of nowhere", requestOf("ACK", "sip:nobody@example.com", "hostile-2"), []],
  ];
  for (const [what, octets, answers] of cases) {
    test(`${what}: ${answers === null ? "400 or silence" : answers.join() || "silence"}`, async () => {
      await using stage = await Stage.start({ policy: POLICY });
      const peer = await stage.datagrams();
      peer.send(octets);
      await stage.alive();
      const got = stage.sent.filter(({ text }) => !text.includes("@loopback")).map(({ text }) => statusOf(text));
      if (answers === null) assert.ok(got.every((status) => status === 400) && got.length <= 1, `${got}`);
      else assert.deepEqual(got, answers);
      await stage.bell.until(() => peer.inbox.length === got.length, "the answer to come back to where it was asked");
      assert.deepEqual(stage.faults, []);
    });
  }
});

describe("streams that are no streams of messages", () => {
  const valid = requestOf("MESSAGE", "sip:nobody@example.com", "hostile-1");
  const length = (value: string): string => valid.replace("Content-Length: 0", `Content-Length: ${value}`);

  // covers: testTCPPreparseError
  for (const [what, status, octets] of [
    ["no Content-Length", 400, valid.replace("Content-Length: 0\r\n", "")],
    ["a negative Content-Length", 400, length("-1")],
    ["a Content-Length that is no number", 400, length("ten")],
    ["a Content-Length of 8 MB", 413, length("8388608")],
    ["a Content-Length beyond all integers", 413, length("99999999999999999999")],
    ["two different Content-Lengths", 400, length("0\r\nContent-Length: 5")],
    ["200 KB of header fields", 513, valid.replace("Max-Forwards", `${filler(200_000)}Max-Forwards`)],
  ] as const) {
    test(`${what}: ${status}, and the connection is closed`, async () => {
      await using stage = await Stage.start({ policy: POLICY });
      const peer = await stage.stream();
      peer.send(octets);
      await stage.bell.until(() => peer.closed, "the connection to be closed");
      assert.deepEqual(peer.inbox.map(statusOf), [status]);
      await stage.alive();
      assert.deepEqual(stage.faults, []);
    });
  }

  for (const [what, chunk] of [
    ["one endless line", "a".repeat(65_536)],
    ["endless header lines", "X: y\r\n".repeat(10_000)],
    ["line ends", "\r\n".repeat(32_768)],
    ["NUL octets", "\0".repeat(65_536)],
  ] as const) {
    test(`8 MB of ${what}: closed long before`, async () => {
      await using stage = await Stage.start({ policy: POLICY });
      const peer = await stage.stream();
      const sent = await pour(stage, peer, chunk, 8 * 1024 * 1024);
      assert.ok(sent < 4 * 1024 * 1024, `${sent} octets were taken`);
      await stage.alive();
      assert.deepEqual(stage.faults, []);
    });
  }

  test("half a first message, then silence: closed by the limit for a first message", async () => {
    await using stage = await Stage.start({ policy: POLICY, limits: { firstMessageMs: 200, partialMs: 60_000 } });
    const peer = await stage.stream();
    peer.send(valid.slice(0, 100));
    await stage.bell.until(() => peer.closed, "the end of the patience");
    assert.match(stage.flowEnds.join(), /no SIP message/);
  });

  test("nothing at all: the same", async () => {
    await using stage = await Stage.start({ policy: POLICY, limits: { firstMessageMs: 200 } });
    const peer = await stage.stream();
    await stage.bell.until(() => peer.closed, "the end of the patience");
  });

  test("half a later message, then silence: closed by the limit for a message", async () => {
    await using stage = await Stage.start({ policy: POLICY, limits: { partialMs: 200 } });
    const peer = await stage.stream();
    peer.send(valid + valid.slice(0, 100));
    await stage.bell.until(() => peer.closed, "the end of the patience");
    assert.match(stage.flowEnds.join(), /half a message/);
    assert.deepEqual(peer.inbox.map(statusOf), [404]);
  });

  test("a message, then silence: closed by the idle limit", async () => {
    await using stage = await Stage.start({ policy: POLICY, limits: { idleMs: 200 } });
    const peer = await stage.stream();
    peer.send(requestOf("OPTIONS", "sip:example.com", "idle-1"));
    await stage.bell.until(() => peer.closed, "the end of the patience");
    assert.match(stage.flowEnds.join(), /nothing heard or said/);
  });

  test("one octet at a time: read all the same", async () => {
    await using stage = await Stage.start({ policy: POLICY });
    const peer = await stage.stream();
    for (const octet of valid) peer.send(octet);
    await stage.bell.until(() => peer.inbox.length > 0, "the answer");
    assert.deepEqual(peer.inbox.map(statusOf), [404]);
    assert.equal(peer.closed, false);
  });

  // covers: testTCPParseBufferError
  test("messages that can be cut out and not be read, between good ones: each answered, the connection stays", async () => {
    await using stage = await Stage.start({ policy: POLICY });
    const peer = await stage.stream();
    const [first, second, third] = [1, 2, 3].map((n) => requestOf("OPTIONS", "sip:example.com", `good-${n}`));
    const broken = valid.replace(/From:.*/, "From: <<<>>>;;;tag");
    peer.send(first + broken + second + broken.replace("CSeq: 1", "CSeq: one") + third);
    await stage.bell.until(() => peer.inbox.length === 5, "five answers");
    assert.deepEqual(peer.inbox.map(statusOf), [200, 400, 200, 400, 200]);
    assert.equal(peer.closed, false);
  });

  // covers: testTCPMultiMsg
  test("many messages in one segment: each is answered", async () => {
    await using stage = await Stage.start({ policy: POLICY });
    const peer = await stage.stream();
    const ids = Array.from({ length: 50 }, (_, i) => `many-${i}.`);
    peer.send(ids.map((id) => requestOf("OPTIONS", "sip:example.com", id)).join(""));
    await stage.bell.until(() => peer.inbox.length === ids.length, "an answer to each");
    for (const [i, id] of ids.entries()) assert.ok(peer.inbox[i]?.includes(`Call-ID: ${id}\r\n`));
  });
});

/** Writes until the peer has closed or `most` octets have gone; resolves to how many went before the end. */
async function pour(stage: Stage, peer: StreamPeer, chunk: string, most: number): Promise<number> {
  let sent = 0;
  while (!peer.closed && sent < most) {
    peer.send(chunk);
    sent += chunk.length;
    await stage.bell.until(() => peer.closed || peer.backlog < 65_536, "the server to read or to close");
  }
  return sent;
}
