import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Frame, type FramingLimits, parseMessage, StreamFramer } from "../../src/syntax/mod.ts";
import { skipCorpus, vectors } from "./corpus.ts";

function framesOf(chunks: readonly string[], limits?: Partial<FramingLimits>): Frame[] {
  const framer = new StreamFramer(limits);
  const frames: Frame[] = [];
  for (const chunk of chunks) {
    framer.push(chunk);
    for (let frame = framer.next(); frame !== null; frame = framer.next()) frames.push(frame);
  }
  return frames;
}

function message(headers: string, body = ""): string {
  return `OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP h;branch=z9hG4bK1\r\n${headers}\r\n\r\n${body}`;
}

function texts(frames: readonly Frame[]): string[] {
  return frames.map((frame) => (frame.kind === "message" ? frame.text : frame.kind));
}

/** The one fault a stream ends in: its status and the head it hands over. */
function faultOf(chunks: readonly string[], limits?: Partial<FramingLimits>): { status: number | null; head: string } {
  const last = framesOf(chunks, limits).at(-1);
  assert.ok(last?.kind === "fault", `ends in a fault, not in ${last?.kind}`);
  return { status: last.fault.status, head: last.head };
}

const EMPTY = message("l:0");
const FULL = message("Content-Length: 9", "12345\r\n\r\n");

describe("StreamFramer", () => {
  it("cuts messages by Content-Length and reports the keepalive between them", () => {
    assert.deepEqual(texts(framesOf([`${FULL}${EMPTY}\r\n\r\n${FULL}\r\n`])), [
      FULL,
      EMPTY,
      "pong",
      "ping",
      FULL,
      "pong",
    ]);
  });

  it("counts no CRLF before a message into a ping behind it", () => {
    assert.deepEqual(texts(framesOf([`\r\n${EMPTY}\r\n`])), ["pong", EMPTY, "pong"]);
  });

  it("waits for the rest, and says so", () => {
    const framer = new StreamFramer();
    assert.equal(framer.partial, false);
    framer.push(FULL.slice(0, -1));
    assert.equal(framer.next(), null);
    assert.equal(framer.partial, true);
    framer.push(FULL.slice(-1));
    assert.deepEqual(framer.next(), { kind: "message", text: FULL });
    assert.equal(framer.partial, false);
  });

  it("takes what was pushed before the last frame was taken", () => {
    const framer = new StreamFramer();
    for (const octet of `${FULL}${EMPTY}`) framer.push(octet);
    assert.deepEqual(framer.next(), { kind: "message", text: FULL });
    assert.deepEqual(framer.next(), { kind: "message", text: EMPTY });
    assert.equal(framer.next(), null);
  });

  const lengths: [string, number | null][] = [
    ["Content-Length: 9", 9],
    ["CONTENT-LENGTH \t:\t009 ", 9],
    ["l:9", 9],
    ["L\t: 9", 9],
    ["Content-Length:\r\n 9", 9],
    ["Content-Length: \r\n\t 9 \r\n ", 9],
    ["X: y\r\n l: 3\r\nl: 9", 9],
    ["Lx: 3\r\nContent-Lengthy: 3\r\nl: 9", 9],
    ["X: y", null],
    ["X: y\r\n l: 9", null],
    ["Content-Length: -999", null],
    ["Content-Length: five", null],
    ["Content-Length: 1,2", null],
    ["Content-Length: 0x10", null],
    ["Content-Length:  5 6", null],
    ["Content-Length: +9", null],
    ["Content-Length:", null],
    ["Content-Length: 9\r\nContent-Length: 5", null],
    ["Content-Length: 9\r\nl: 9", null],
  ];
  for (const [headers, length] of lengths) {
    it(`${JSON.stringify(headers)} ${length === null ? "is refused with the head at hand" : `means ${length}`}`, () => {
      const text = message(headers, "123456789");
      if (length === null) assert.deepEqual(faultOf([text]), { status: 400, head: message(headers) });
      else assert.deepEqual(texts(framesOf([text])), [text]);
    });
  }

  it("is silent after a fault", () => {
    const framer = new StreamFramer();
    framer.push(message("X: y"));
    assert.equal(framer.next()?.kind, "fault");
    framer.push(EMPTY);
    assert.equal(framer.next(), null);
    assert.equal(framer.partial, false);
  });

  it("refuses a head that is too long, as soon as it is, with the lines that fit", () => {
    const limits = { head: 200 };
    const long = `${EMPTY.slice(0, -2)}X: ${"x".repeat(300)}`;
    const { status, head } = faultOf([long.slice(0, 100), long.slice(100, 201)], limits);
    assert.equal(status, 513);
    assert.equal(head, EMPTY);
    assert.equal(parseMessage(head)?.callId, "");
    assert.deepEqual(faultOf(["x".repeat(201)], limits), { status: 513, head: "" });
    assert.deepEqual(
      texts(framesOf([message(`X: ${"x".repeat(200 - message("X: \r\nl:0").length)}\r\nl:0`)], limits)).length,
      1,
    );
    assert.equal(faultOf([message(`X: ${"x".repeat(201 - message("X: \r\nl:0").length)}\r\nl:0`)], limits).status, 513);
  });

  it("refuses a body that is too long before it comes, however long the number", () => {
    assert.deepEqual(faultOf([message("l: 65000")], { body: 64999 }), { status: 413, head: message("l: 65000") });
    assert.equal(faultOf([message(`l: 1${"0".repeat(400)}`)]).status, 413);
    assert.equal(faultOf([message("l: 1048577")]).status, 413);
  });

  it("ends a stream of keepalives without a message", () => {
    assert.deepEqual(
      faultOf(
        Array.from({ length: 6 }, () => "\r\n"),
        { idle: 10 },
      ),
      { status: null, head: "" },
    );
    const quiet = `${"\r\n".repeat(5)}${EMPTY}`;
    assert.equal(framesOf([quiet, quiet, quiet], { idle: 10 }).filter((frame) => frame.kind === "message").length, 3);
  });

  it("takes a lone CR for the beginning of what will not parse", () => {
    const [frame] = framesOf(["\r", EMPTY]);
    assert.deepEqual(frame, { kind: "message", text: `\r${EMPTY}` });
  });

  it("looks at every octet a bounded number of times, however the stream trickles in", () => {
    const stream = message(`X: ${"x".repeat(50000)}\r\nl: 200000`, "y".repeat(200000));
    const framer = new StreamFramer();
    let scanned = 0;
    let frames = 0;
    const { indexOf } = String.prototype;
    String.prototype.indexOf = function (this: string, ...args: [string, number?]) {
      scanned += this.length - (args[1] ?? 0);
      return indexOf.apply(this, args);
    };
    try {
      for (let i = 0; i < stream.length; i++) {
        framer.push(stream[i] as string);
        if (framer.next() !== null) frames++;
      }
    } finally {
      String.prototype.indexOf = indexOf;
    }
    assert.equal(frames, 1);
    assert.ok(scanned < 10 * stream.length, `${scanned} octets looked at for ${stream.length}`);
  });
});

describe("any split of a stream", () => {
  const piece = fc.oneof(
    fc.constantFrom("\r\n\r\n", "\r\n", EMPTY, FULL),
    fc
      .string({ unit: fc.constantFrom("\r", "\n", "a", "\xff", ":", " ", "l"), maxLength: 40 })
      .map((body) => message(`Content-Length : ${body.length}`, body)),
    fc.constantFrom(message("l: 99999999999"), message("x: y"), "garbage\r\n\r\n", "\rnoise"),
  );
  const stream = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 30 });

  it("frames the same", () => {
    fc.assert(
      fc.property(stream, cuts, (whole, sizes) => {
        const chunks: string[] = [];
        for (let i = 0, n = 0; i < whole.length; n++) {
          const size = sizes[n % sizes.length] as number;
          chunks.push(whole.slice(i, i + size));
          i += size;
        }
        assert.deepEqual(framesOf(chunks), framesOf([whole]));
        assert.deepEqual(framesOf([...whole]), framesOf([whole]));
      }),
      { seed: 3261, numRuns: 500 },
    );
  });

  it("loses no octet of well-formed messages", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\r\n", EMPTY, FULL), { maxLength: 20 }), cuts, (pieces, sizes) => {
        const whole = pieces.join("");
        const chunks = [...whole].reduce<string[]>((all, octet, i) => {
          if (i % (sizes[0] as number) === 0) all.push("");
          all[all.length - 1] += octet;
          return all;
        }, []);
        const back = texts(framesOf(chunks)).map((text) => (text === "ping" || text === "pong" ? "\r\n" : text));
        assert.equal(back.join(""), whole);
      }),
      { seed: 5626, numRuns: 200 },
    );
  });
});

interface Vector {
  name: string;
  transport: string;
  chunks: string[];
  expect: {
    messages: number;
    pings?: number;
    action?: string;
    bodies?: string[];
    afterChunk?: number[];
    cseqMethod?: string;
    "X-Long"?: string;
  };
}

/** Vectors that are described rather than given, in our own octets. */
const OWN_CHUNKS: Record<string, string[]> = {
  "two messages and a keepalive in one stream": [`${EMPTY}\r\n\r\n${message("Content-Length: 307", "s".repeat(307))}`],
};

/** The decision for "recover after an oversized message": we close, the end of such a message being a guess. */
const CLOSED = "recover after an oversized message";

describe("framing vectors of the corpus", { skip: skipCorpus }, () => {
  const all = vectors<Vector>("stream-framing.json");
  for (const vector of all.filter((each) => each.transport === "tcp")) {
    it(`${vector.name} (stream)`, () => {
      if (vector.name === CLOSED) {
        const chunks = [message(`X: ${"x".repeat(70000)}\r\nl:0`), EMPTY];
        assert.equal(faultOf(chunks).status, 513);
        return;
      }
      const chunks = OWN_CHUNKS[vector.name] ?? vector.chunks;
      const limits = vector.name === "body limit" ? { body: 64000 } : {};
      const frames = framesOf(chunks, limits);
      const messages = frames.flatMap((frame) => (frame.kind === "message" ? [parseMessage(frame.text)] : []));
      assert.equal(messages.length, vector.expect.messages);
      const { action = "", bodies, afterChunk } = vector.expect;
      assert.equal(frames.at(-1)?.kind === "fault", /close connection|framing error|refuse early/.test(action));
      const pings = vector.expect.pings ?? (action.startsWith("answer CRLF") ? 1 : undefined);
      if (pings !== undefined) assert.equal(texts(frames).filter((text) => text === "ping").length, pings);
      if (bodies)
        assert.deepEqual(
          messages.map((each) => each?.body),
          bodies,
        );
      if (afterChunk) assert.equal(framesOf(chunks.slice(0, 1)).length, afterChunk[0]);
      if (vector.expect.cseqMethod) assert.equal(messages[0]?.method, vector.expect.cseqMethod);
      if (vector.expect["X-Long"]) assert.equal(messages[0]?.field("x-long"), vector.expect["X-Long"]);
    });
  }
});
