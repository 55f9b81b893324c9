import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { knownEnd } from "../../src/syntax/message-end.ts";
import { type Message, parseMessage, writeResponse } from "../../src/syntax/mod.ts";

/** Everything the parse has found, as offsets, so that messages of one shape compare. */
function found(text: string): unknown {
  const message = parseMessage(text);
  assert.ok(message !== null, text);
  return { ...shapeOf(message), text: message.defect?.text };
}

function shapeOf(message: Message): object {
  const lines = Array.from({ length: message.lineCount }, (_, line) => [
    message.idAt(line),
    message.lineStart(line),
    message.valueStart(line),
    message.valueEnd(line),
    message.valueAt(line).replace(/^\d{6}$/, "the mark"),
  ]);
  const { present, repeated, bodyStart, method, requestUri, status, reason } = message;
  return {
    lines,
    end: message.lineStart(message.lineCount),
    present,
    repeated,
    bodyStart,
    method,
    requestUri,
    status,
    reason,
  };
}

const starts = [
  "OPTIONS sip:a.example SIP/2.0",
  "INVITE sip:bob@a.example SIP/2.0",
  "SIP/2.0 200 OK",
  "REGISTER  x SIP/2.0",
];
const heads = [
  "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa",
  "v: SIP/2.0/UDP 192.0.2.2;branch=z9hG4bKb",
  "From: <sip:a@a.example>;tag=1",
  "To: <sip:b@a.example>",
  "t: <sip:b@a.example>",
  "CSeq: 1 OPTIONS",
  "Contact: <sip:a@192.0.2.1>,\r\n <sip:b@192.0.2.1>",
  "Supported: path",
  "no colon",
];
const tails = [
  "User-Agent: Example/1.0",
  "Supported: gruu, outbound",
  "k: path",
  "Allow: INVITE, ACK, BYE",
  "X-Anything:  with space  ",
  "Content-Length: 0",
  "From: <sip:c@a.example>",
  "Subject: folded\r\n\tonce",
  "MAX-FORWARDS : 70",
];
const several = (lines: readonly string[]) => fc.array(fc.constantFrom(...lines), { maxLength: 6 });

describe("how messages end", () => {
  it("a message is read alike whether its end was met before or not", () => {
    let unique = 100_000;
    const start = fc.constantFrom(...starts);
    fc.assert(
      fc.property(start, start, several(heads), several(heads), several(tails), (first, second, mine, other, tail) => {
        const written = (line: string, head: readonly string[], mark: number) =>
          `${[line, ...head, `X-Mark: ${mark}`, ...tail].join("\r\n")}\r\n\r\n`;
        const fresh = found(written(first, mine, unique++));
        const mark = unique++;
        for (let time = 0; time < 8; time++) found(written(second, other, mark));
        assert.deepEqual(found(written(first, mine, mark)), fresh);
      }),
      { numRuns: 300 },
    );
  });

  it("an end that comes again is known from then on, behind the last line that differs", () => {
    const end = "User-Agent: Example/2.0\r\nAllow: INVITE, ACK\r\nContent-Length: 0\r\n\r\n";
    const head = "OPTIONS sip:a.example SIP/2.0\r\nFrom: <sip:a@a.example>\r\n";
    for (let time = 0; time < 8; time++) parseMessage(`${head}To: <sip:${time}@a.example>\r\n${end}`);
    const raw = `${head}${end}`;
    assert.equal(knownEnd(raw, head.length)?.index.length, 12);
    assert.equal(knownEnd(raw, head.length - 1), null);
  });

  it("what comes behind the empty line is a body, though it be an end that is known", () => {
    const end = "User-Agent: Example/3.0\r\nAllow: INVITE, ACK\r\nContent-Length: 0\r\n\r\n";
    const head = "OPTIONS sip:a.example SIP/2.0\r\nTo: <sip:a@a.example>\r\n";
    for (let time = 0; time < 8; time++) parseMessage(head + end);
    assert.notEqual(knownEnd(head + end, head.length), null);
    const message = parseMessage(`${head}\r\n${end}`);
    assert.equal(message?.lineCount, 1);
    assert.equal(message?.raw.slice(message.bodyStart), end);
  });
});

describe("the response to a request that ends within a header line", () => {
  for (const last of ["CSeq: 1 OPTIONS", "To: <sip:a.example>", "Call-ID: 1"]) {
    it(`has its own lines still: ${last}`, () => {
      const lines = ["Via: SIP/2.0/UDP 192.0.2.1", "From: <sip:a@a.example>", last];
      const request = parseMessage(`OPTIONS sip:a.example SIP/2.0\r\n${lines.join("\r\n")}`);
      assert.ok(request !== null);
      const response = writeResponse(request, 400, "Bad Request", "b");
      const answered = last.startsWith("To") ? `${last};tag=b` : last;
      assert.deepEqual(response.split("\r\n").slice(1, -1), [...lines.slice(0, 2), answered, "Content-Length: 0", ""]);
    });
  }
});

it("the response to a request with a line that is none leaves that line out, wherever it stands", () => {
  const lines = ["Via: SIP/2.0/UDP 192.0.2.1", "From: <sip:a@a.example>", "To: <sip:b@b.example>", "CSeq: 1 OPTIONS"];
  for (let at = 0; at <= lines.length; at++) {
    const request = parseMessage(
      `OPTIONS sip:a.example SIP/2.0\r\n${lines.toSpliced(at, 0, "no header").join("\r\n")}\r\n\r\n`,
    );
    assert.ok(request !== null && request.defect !== null);
    const expected = [...lines.slice(0, 2), `${lines[2]};tag=b`, lines[3], "Content-Length: 0", "", ""];
    assert.deepEqual(writeResponse(request, 400, "Bad Request", "b").split("\r\n").slice(1), expected, `line ${at}`);
  }
});
