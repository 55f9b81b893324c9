import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addressTag,
  addressUri,
  checkRequest,
  checkResponse,
  equalUri,
  Header,
  isCallId,
  type Message,
  parseAddress,
  parseAuth,
  parseAuthInfo,
  parseChallenge,
  parseContact,
  parseContacts,
  parseCredentials,
  parseCSeq,
  parseDate,
  parseEvent,
  parseInfo,
  parseMediaType,
  parseMessage,
  parsePrivacy,
  parseRAck,
  parseReason,
  parseReplaces,
  parseRetryAfter,
  parseRoutes,
  parseSessionExpires,
  parseSubscriptionState,
  parseTimestamp,
  parseTokens,
  parseUri,
  parseVia,
  parseWarning,
  Rewrite,
  StreamFramer,
  sentBy,
  splitValues,
  writeResponse,
  writeUri,
} from "../../src/syntax/mod.ts";
import { corpusFiles, corpusText, skipCorpus, vectors } from "./corpus.ts";

/** Every reader of a header value there is. */
const READERS: ((value: string) => unknown)[] = [
  addressTag,
  addressUri,
  isCallId,
  parseAddress,
  parseAuth,
  parseAuthInfo,
  parseChallenge,
  parseContact,
  (value) => parseContacts([value]),
  parseCredentials,
  parseCSeq,
  parseDate,
  parseEvent,
  parseInfo,
  parseMediaType,
  parsePrivacy,
  parseRAck,
  parseReason,
  parseReplaces,
  parseRetryAfter,
  (value) => parseRoutes([value]),
  parseSessionExpires,
  parseSubscriptionState,
  parseTimestamp,
  parseTokens,
  parseUri,
  parseVia,
  parseWarning,
  splitValues,
];

function readAll(value: string): void {
  for (const read of READERS) read(value);
  const uri = parseUri(value);
  if (uri !== null) assert.equal(equalUri(uri, parseUri(writeUri(uri)) ?? assert.fail(value)), true);
  const via = parseVia(value);
  if (via !== null) assert.ok(sentBy(via));
}

/** Does with the octets all that a server would: frame, parse, check, read, edit, answer. Returns the message, if any. */
function devour(octets: string): Message | null {
  const framer = new StreamFramer();
  framer.push(octets);
  for (let frame = framer.next(); frame !== null; frame = framer.next()) {
    if (frame.kind === "fault") parseMessage(frame.head);
  }
  const message = parseMessage(octets);
  if (message === null) return null;
  if (message.isRequest) checkRequest(message);
  else checkResponse(message);
  for (let line = 0; line < message.lineCount; line++) {
    message.nameAt(line);
    readAll(message.valueAt(line));
  }
  readAll(message.requestUri);
  assert.ok(message.body.length <= octets.length);
  assert.equal(new Rewrite(message).write(), message.raw);
  new Rewrite(message)
    .removeAll(Header.Via)
    .set(Header.MaxForwards, "Max-Forwards", "1")
    .removeTopmost(Header.Route)
    .write();
  writeResponse(message, 400, "Bad Request", "t");
  return message;
}

const GOOD = [
  "INVITE sip:bob@biloxi.example.com;transport=tcp SIP/2.0\r\n",
  "Via: SIP/2.0/TCP [2001:db8::1]:5060;branch=z9hG4bK74b;received=[::1];rport, SIP/2.0/UDP h\r\n",
  'f: "A \\"B\\"" <sip:alice@atlanta.example.com;x=%41>;tag=9fxced76sl\r\n',
  "To: Bob\r\n <sip:bob@biloxi.example.com?a=b&c=d>\r\n",
  "Call-ID: 3848276298220188511@atlanta.example.com\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n",
  'm: <sip:alice@[::ffff:192.0.2.1]>;q=0.7;expires=3600;+sip.instance="<urn:uuid:1>", *\r\n',
  'Authorization: Digest username="a", realm="r", nonce="n", uri="sip:h", response="0", nc=00000001\r\n',
  "Retry-After: 120 (busy (now));duration=60\r\nDate: Sat, 13 Nov 2010 23:29:00 GMT\r\n",
  'Reason: SIP;cause=200;text="x"\r\nSession-Expires: 1800;refresher=uas\r\nl: 4\r\n\r\nbody',
].join("");

describe("hostile input of our own", () => {
  it("the good message is good", () => {
    const message = devour(GOOD.replace(", *", ""));
    assert.equal(message && checkRequest(message), null);
  });

  it("any change of a few octets leaves everything standing", () => {
    const edit = fc.record({
      at: fc.nat({ max: GOOD.length - 1 }),
      cut: fc.nat({ max: 20 }),
      put: fc.oneof(
        fc.string({ unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 4 }),
        fc.constantFrom(
          "\r\n",
          "\r\n\r\n",
          '"',
          "<",
          ">",
          ";",
          ",",
          "\\",
          "%",
          "[",
          "]",
          ":",
          "\0",
          "\n ",
          ";;",
          "=",
          "@",
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = GOOD;
        for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
        devour(text);
      }),
      { seed: 4475, numRuns: 2000 },
    );
  });

  it("any prefix leaves everything standing", () => {
    for (let end = 0; end <= GOOD.length; end++) devour(GOOD.slice(0, end));
  });

  it("any text at all is read or refused", () => {
    const grammar = fc.constantFrom(...'sip:tel*@h"\\<>;,=?&%41[]::(). \t\r\n-+09aZ/#\0\xff');
    fc.assert(
      fc.property(fc.string({ unit: grammar, maxLength: 40 }), (text) => readAll(text)),
      { seed: 3261, numRuns: 3000 },
    );
  });

  const N = 262144;
  const floods: [string, string][] = [
    ["spaces in a folded value", `x\r\n ${" ".repeat(N)}y`],
    ["foldings", `x${"\r\n ".repeat(N / 4)}y`],
    ["spaces behind a number", `1${" ".repeat(N)}x`],
    ["spaces", " ".repeat(N)],
    ["<", "<".repeat(N)],
    ["> behind <", `${"<".repeat(N)}>`],
    ['"', '"'.repeat(N + 1)],
    ["backslashes", `"${"\\".repeat(N)}`],
    ["(", `1 ${"(".repeat(N)}`],
    [";", ";".repeat(N)],
    ["parameters", `<sip:h>${";a=b".repeat(N / 4)}`],
    ["tags that are none", `<sip:h>${";tag ".repeat(N / 4)}`],
    ["commas", ",".repeat(N)],
    ["%", "sip:%".repeat(N / 4)],
    ["%41", `sip:${"%41".repeat(N / 4)}@h`],
    ["@", `sip:${"@".repeat(N)}`],
    ["colons", `sip:[${":".repeat(N)}]`],
    ["groups", `sip:[${"1:".repeat(N / 2)}]`],
    ["dots", `sip:h${".h".repeat(N / 2)}`],
    ["digits", `sip:h:${"9".repeat(N)}`],
    ["uri parameters", `sip:h${";a=b".repeat(N / 4)}`],
    ["uri headers", `sip:h?${"a=b&".repeat(N / 4)}a=b`],
    ["auth parameters", `Digest ${"a=b,".repeat(N / 4)}`],
  ];
  for (const [what, text] of floods) {
    it(`a quarter of a million ${what} cost no more than their length`, () => {
      const start = performance.now();
      readAll(text);
      devour(`OPTIONS sip:h SIP/2.0\r\nVia: ${text}\r\nTo: ${text}\r\nContact: ${text}\r\n\r\n`);
      // What is linear here takes some milliseconds; anything quadratic takes many times this.
      assert.ok(performance.now() - start < 2000, `${performance.now() - start} ms`);
    });
  }
});

describe("inputs that broke other parsers", { skip: skipCorpus }, () => {
  for (const { hex, note } of vectors<{ hex: string; note?: string }>("parser-crashers.json")) {
    it(`${hex} ${note ?? ""}`, () => {
      const octets = hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
      const message = devour(octets);
      assert.ok(message === null || checkRequest(message) !== null, "is refused");
    });
  }

  it("the advisories' messages are parsed or refused, with nothing smuggled past a name", () => {
    devour(GOOD.replace("CSeq: 1 INVITE", `CSeq: 0 ${"A".repeat(1000)}`));
    devour(GOOD.replaceAll("\r\n", "\n").replace("l: 4", "content-type: multipart/mixed;`boundary=++\nl: 4"));
    devour(GOOD.replace("l: 4", `${"Accept: a/b;;\r\n".repeat(2000)}l: 4`));
    const smuggled = parseMessage(GOOD.replace("l: 4", "P-Asserted-Identity \t: x\r\nContact : <sip:x>\r\nl: 4"));
    assert.equal(smuggled?.field("p-asserted-identity"), "x");
    assert.equal(smuggled?.count(Header.Contact), 2);
  });
});

describe("fuzz seeds of the corpus", { skip: skipCorpus }, () => {
  const files = skipCorpus === false ? corpusFiles("fuzz") : [];
  for (const file of files) {
    it(file, () => {
      const text = corpusText(file);
      devour(text);
      devour(text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"));
      for (const line of text.split("\n")) readAll(line);
    });
  }
});
