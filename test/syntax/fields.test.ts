import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Contact,
  isCallId,
  parseContact,
  parseContacts,
  parseCSeq,
  parseDate,
  parseEvent,
  parseExpires,
  parseInfo,
  parseMaxForwards,
  parseMediaType,
  parsePrivacy,
  parseQ,
  parseRAck,
  parseReason,
  parseReplaces,
  parseRetryAfter,
  parseRoute,
  parseRoutes,
  parseSessionExpires,
  parseSubscriptionState,
  parseTimestamp,
  parseTokens,
  parseWarning,
  writeDate,
  writeQ,
} from "../../src/syntax/mod.ts";

/** One row: reader, text, what comes out (null: refused). */
type Row = [(text: string) => unknown, string, unknown];

const rows: Row[] = [
  [parseCSeq, "4711 INVITE", { sequence: 4711, method: "INVITE" }],
  [parseCSeq, " 0009\r\n  INVITE ", { sequence: 9, method: "INVITE" }],
  [parseCSeq, "2147483647 A", { sequence: 2147483647, method: "A" }],
  [parseCSeq, "2147483648 A", null],
  [parseCSeq, "36893488147419103232 REGISTER", null],
  [parseCSeq, "1INVITE", null],
  [parseCSeq, "1", null],
  [parseCSeq, "INVITE", null],
  [parseCSeq, "-1 INVITE", null],
  [parseCSeq, "1 INVITE x", null],
  [parseCSeq, "", null],
  [parseMaxForwards, "0068", 68],
  [parseMaxForwards, "255", 255],
  [parseMaxForwards, "256", null],
  [parseMaxForwards, "-1", null],
  [parseMaxForwards, "", null],
  [parseExpires, " 3600 ", 3600],
  [parseExpires, "4294967295", 4294967295],
  [parseExpires, "4294967296", null],
  [parseExpires, "-12+1", null],
  [parseTokens, "", []],
  [parseTokens, "100rel, path,,gruu", ["100rel", "path", "gruu"]],
  [parseTokens, "100 rel", null],
  [parseTokens, "a;b", null],
  [parsePrivacy, "user; critical", ["user", "critical"]],
  [parsePrivacy, ";", null],
  [
    parseRetryAfter,
    "120 (a (nested\\)) one);duration=60;x",
    { seconds: 120, comment: "a (nested\\)) one", duration: 60 },
  ],
  [parseRetryAfter, "1800(foo); duration = 3600", { seconds: 1800, comment: "foo", duration: 3600 }],
  [parseRetryAfter, "5", { seconds: 5, comment: "", duration: null }],
  [parseRetryAfter, "50 (foo", null],
  [parseRetryAfter, "949302838503028349304023988", null],
  [parseRetryAfter, "(foo)", null],
  [parseRetryAfter, "5 x", null],
  [parseSessionExpires, "1800 ; refresher = UAS", { seconds: 1800, params: "; refresher = UAS", refresher: "uas" }],
  [parseSessionExpires, "1800;refresher=me", null],
  [parseMediaType, "Application / SDP ; charset=utf-8", { value: "application/sdp", params: "; charset=utf-8" }],
  [parseMediaType, "sdp", null],
  [parseMediaType, "a/b/c", null],
  [parseEvent, "Presence;id=7", { value: "Presence", params: ";id=7", id: "7" }],
  [parseEvent, "presence.winfo", { value: "presence.winfo", params: "", id: null }],
  [parseEvent, "", null],
  [
    parseSubscriptionState,
    "Terminated ; reason=Timeout;retry-after=5",
    { state: "terminated", reason: "timeout", expires: null, retryAfter: 5 },
  ],
  [parseSubscriptionState, "active;expires=60", { state: "active", reason: null, expires: 60, retryAfter: null }],
  [
    parseReason,
    'SIP ;cause=200 ;text="Call completed; elsewhere"',
    {
      protocol: "SIP",
      cause: 200,
      text: "Call completed; elsewhere",
      params: ';cause=200 ;text="Call completed; elsewhere"',
    },
  ],
  [parseReason, "Q.850;cause=x", { protocol: "Q.850", cause: null, text: null, params: ";cause=x" }],
  [parseReason, ";cause=1", null],
  [parseRAck, "776656 1 INVITE", { rseq: 776656, cseq: 1, method: "INVITE" }],
  [parseRAck, "1 INVITE", null],
  [
    parseReplaces,
    "12345@h;to-tag=a;from-tag=b;early-only",
    { callId: "12345@h", toTag: "a", fromTag: "b", earlyOnly: true },
  ],
  [parseReplaces, "12345@h;to-tag=a", null],
  [parseTimestamp, "54", { value: 54, delay: null }],
  [parseTimestamp, "1.5 .25", { value: 1.5, delay: 0.25 }],
  [parseTimestamp, "1.0 .", { value: 1, delay: 0 }],
  [parseTimestamp, "+1", null],
  [parseTimestamp, "1e3", null],
  [parseTimestamp, ".5", null],
  [
    parseWarning,
    '307 isi.edu "Session \\"x\\" not understood"',
    { code: 307, agent: "isi.edu", text: 'Session "x" not understood' },
  ],
  [parseWarning, '1812 overture "In Progress"', null],
  [parseWarning, "399 x", null],
  [parseWarning, '399 "x"', null],
  [parseInfo, "<https://x/y>;purpose=icon", { uri: "https://x/y", params: ";purpose=icon" }],
  [parseInfo, "https://x", null],
  [parseInfo, "<x>", null],
  [parseQ, "0", 0],
  [parseQ, "1.000", 1000],
  [parseQ, "0.7", 700],
  [parseQ, "0.", 0],
  [parseQ, "0.333", 333],
  [parseQ, "0.05", 50],
  [parseQ, "1.001", null],
  [parseQ, "0.1234", null],
  [parseQ, ".5", null],
  [parseQ, "2", null],
  [parseQ, "", null],
  [parseQ, "0.-1", null],
  [parseDate, "Sat, 13 Nov 2010 23:29:00 GMT", Date.UTC(2010, 10, 13, 23, 29, 0)],
  [parseDate, "Thu, 29 Feb 2024 00:00:00 GMT", Date.UTC(2024, 1, 29)],
  [parseDate, "Fri, 01 Jan 2010 16:00:00 EST", null],
  [parseDate, "Mon, 30 Feb 1896 23:59:59 GMT", null],
  [parseDate, "Mon, 00 Jan 2010 00:00:00 GMT", null],
  [parseDate, "Mon, 01 Foo 2010 00:00:00 GMT", null],
  [parseDate, "Mon, 01 Jan 2010 24:00:00 GMT", null],
  [isCallId, "a84b4c76e66710@pc33.atlanta.com", true],
  [isCallId, 'word`~)(><:\\/"][?}{', true],
  [isCallId, "a b", false],
  [isCallId, "", false],
];

describe("header fields", () => {
  for (const [reader, text, expected] of rows) {
    it(`${reader.name} ${JSON.stringify(text)}`, () => assert.deepEqual(reader(text), expected));
  }
  it("writes dates and q values", () => {
    assert.equal(writeDate(Date.UTC(2010, 10, 13, 23, 29, 0)), "Sat, 13 Nov 2010 23:29:00 GMT");
    assert.equal(writeQ(700), "0.7");
    assert.equal(writeQ(1000), "1");
    assert.equal(writeQ(5), "0.005");
  });
});

describe("Contact", () => {
  it("reads what a registrar needs", () => {
    const contact = parseContact(
      '"Al" <sip:al@192.0.2.1:5062;ob>;q=0.7;expires=60;+sip.instance="<urn:uuid:1>";reg-id=2;pub-gruu="sip:al@h;gr=1"',
    );
    assert.ok(contact);
    const { target, params, ...rest } = contact;
    assert.equal(target.scheme, "sip");
    assert.ok(params.startsWith(";q=0.7"));
    assert.deepEqual(rest, {
      display: "Al",
      uri: "sip:al@192.0.2.1:5062;ob",
      q: 700,
      expires: 60,
      instance: "urn:uuid:1",
      regId: 2,
      pubGruu: "sip:al@h;gr=1",
      tempGruu: null,
    });
  });
  it("takes a malformed expires as 3600 (§10.2.1.1), a malformed q not at all", () => {
    assert.equal(parseContact("<sip:a@h>;expires=soon")?.expires, 3600);
    assert.equal(parseContact("<sip:a@h>;expires=280297596632815")?.expires, 3600);
    assert.equal(parseContact("<sip:a@h>")?.expires, null);
    assert.equal(parseContact("<sip:a@h>;q=1.5"), null);
    assert.equal(parseContact("<sip:a@h>;reg-id=0")?.regId, null);
  });
  it("takes * alone, or not at all (§10.2.2)", () => {
    assert.equal(parseContacts(["*"]), "*");
    assert.equal(parseContacts(["*, <sip:a@h>"]), null);
    assert.equal(parseContacts(["*", "*"]), null);
    assert.deepEqual(parseContacts([]), []);
  });
  it("joins the values of all lines, and one that is malformed spoils all", () => {
    assert.deepEqual(
      (parseContacts(["<sip:a@h>, sip:b@h;q=0.1", '"x, y" <sip:c@h>']) as readonly Contact[]).map((each) => each.uri),
      ["sip:a@h", "sip:b@h", "sip:c@h"],
    );
    assert.equal(parseContacts(["<sip:a@h>", "nimportequoi"]), null);
    assert.equal(parseContacts([",,"]), null);
    assert.equal(parseContacts(["sip:user@example.com?Route=%3Csip:sip.example.com%3E"]), null);
  });
});

describe("route sets", () => {
  it("keep order and say which are loose routers", () => {
    const routes = parseRoutes(["<sip:p1;lr>, <sip:p2;LR=on>", "<sips:p3:5061;x>;y=z"]);
    assert.deepEqual(
      routes?.map((route) => [route.target.host, route.loose]),
      [
        ["p1", true],
        ["p2", true],
        ["p3", false],
      ],
    );
  });
  it("hold name-addrs with SIP URIs only", () => {
    for (const text of ["sip:p1;lr", "<tel:+1>", "<urn:x:y>", "<sip:foo@[bar:50>;lr", "x"]) {
      assert.equal(parseRoute(text), null, text);
    }
  });
});
