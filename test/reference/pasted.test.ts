/** What people type and paste. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openReference, plainLine, readPasted } from "../../src/reference/mod.ts";

const reference = await openReference("en");

test("a number, alone or in company", () => {
  const cases: readonly [input: string, code: number, phrase: string | null][] = [
    ["603", 603, null],
    [" 603 ", 603, null],
    ["603 Decline", 603, "Decline"],
    ["603 (Decline)", 603, "Decline"],
    ["603: Decline", 603, "Decline"],
    ["SIP 603", 603, null],
    ["sip:603", 603, null],
    ["SIP/603", 603, null],
    ["error 486", 486, null],
    ["SIP error code 486", 486, null],
    ["cause 486", 486, null],
    ["got 503 from the trunk", 503, null],
    ['Got SIP response 603 "Decline" back from 10.0.0.1', 603, null],
    ["SIP/2.0 603 Network Blocked", 603, "Network Blocked"],
    ["sip/2.0 486 busy here", 486, "busy here"],
    ["12:00:01 <--- SIP/2.0 486 Busy Here\r\nVia: SIP/2.0/UDP 10.0.0.1\r\n\r\n", 486, "Busy Here"],
    ["Via: SIP/2.0/UDP x\nSIP/2.0 180 Ringing", 180, "Ringing"],
    ["\x1b[31m603\x1b[0m", 603, null],
    ["错误 486", 486, null],
    ["SIP错误486", 486, null],
    ["486错误", 486, "错误"],
    ["hata 480", 480, null],
    ["erreur SIP 404", 404, null],
    ["код ошибки 605", 605, null],
    ["-1", -1, null],
    ["42", 42, null],
    ["1000", 1000, null],
  ];
  for (const [input, code, phrase] of cases) {
    const pasted = readPasted(input);
    assert.deepEqual(pasted.kind === "code" && [pasted.code, pasted.phrase], [code, phrase], input);
  }
});

test("numbers that count something else are words", () => {
  for (const input of ["rings 180 seconds", "180 s", "drops after 30 s", "603.5", "6.03", "503users", "", "   "])
    assert.equal(readPasted(input).kind, "words", input);
});

test("so they are in the other languages", () => {
  for (const input of [
    "180 секунд",
    "через 180 секунд",
    "180秒后掉线",
    "180 saniye sonra",
    "sau 180 giây",
    "180 secondes",
  ])
    assert.equal(readPasted(input).kind, "words", input);
});

test("two codes in one line are a pair, as many ways as there are to write it", () => {
  for (const input of [
    "486 vs 600",
    "486-vs-600",
    "486/600",
    "486 600",
    "486,600",
    "разница 486 и 600",
    "486和600的区别",
  ])
    assert.deepEqual(readPasted(input), { kind: "pair", codes: [486, 600] }, input);
  for (const input of ["486 486", "486 699", "486 600 603", "486 600 seconds", "SIP/2.0 486 Like 600"])
    assert.notEqual(readPasted(input).kind, "pair", input);
});

test("ISDN causes and XMPP conditions", () => {
  for (const input of [
    "q850:21",
    "Q.850:21",
    "q850 21",
    "Q.850 cause 21",
    "q850=21",
    "cause 21",
    "cause=21",
    "isdn 21",
  ])
    assert.deepEqual(readPasted(input), { kind: "q850", cause: 21, reasons: [] }, input);
  for (const input of [
    "item-not-found",
    "<item-not-found/>",
    "xmpp:item-not-found",
    "xmpp item-not-found",
    "ITEM-NOT-FOUND",
  ])
    assert.deepEqual(readPasted(input), { kind: "xmpp", condition: "item-not-found" }, input);
  assert.deepEqual(readPasted("<gone/>"), { kind: "xmpp", condition: "gone" });
  assert.equal(readPasted("gone").kind, "words", "a phrase of SIP first");
  assert.equal(readPasted("no-such-condition").kind, "words");
});

test("Reason header fields", () => {
  const q850 = readPasted('Reason: Q.850;cause=16;text="Normal, call; clearing"');
  assert.deepEqual(q850, {
    kind: "q850",
    cause: 16,
    reasons: [
      { protocol: "Q.850", cause: 16, name: "Normal call clearing", text: "Normal, call; clearing", location: null },
    ],
  });
  const both = readPasted('Reason: Q.850 ;cause=17 ;text="User busy", SIP ;cause=486');
  assert.ok(both.kind === "code" && both.code === 486 && both.reasons.length === 2, "SIP's own cause leads");
  const response = readPasted(
    "SIP/2.0 480 Away\r\nReason: Q.850\r\n ;cause=20\r\nReason: SIP;cause=480;location=LN\r\n\r\n",
  );
  assert.ok(response.kind === "code" && response.code === 480);
  assert.deepEqual(
    response.reasons.map(({ cause, location }) => [cause, location?.name ?? null]),
    [
      [20, null],
      [480, "public network serving the local user"],
    ],
  );
  const cancel = readPasted(
    'CANCEL sip:bob@example.org SIP/2.0\nReason: SIP;cause=200;text="Call completed elsewhere"',
  );
  assert.ok(cancel.kind === "code" && cancel.code === 200);
  const torn = readPasted('Q.850;cause=21;text="Call rej');
  assert.ok(torn.kind === "q850" && torn.reasons[0]?.text === "Call rej", JSON.stringify(torn));
  const quoted = readPasted('Q.850;cause=21;text="said \\"no\\", twice;"');
  assert.ok(quoted.kind === "q850" && quoted.reasons[0]?.text === 'said "no", twice;', JSON.stringify(quoted));
  assert.equal(readPasted("Reason: nothing").kind, "words");
});

test("603+ of ATIS-1000099 is decoded, and a plain 603 is none", () => {
  const line = 'SIP;cause=603;text="v=analytics1;url=https://redress.example/r?a=b";location=TN';
  const expected = {
    version: "analytics1",
    redress: "https://redress.example/r?a=b",
    location: { token: "TN", name: "transit network" },
  };
  for (const input of [line, `Reason: ${line}`, `SIP/2.0 603 Decline\r\nReason: ${line}\r\n`]) {
    const pasted = readPasted(input);
    assert.deepEqual(pasted.kind === "code" && [pasted.code, pasted.blocked], [603, expected], input);
  }
  for (const input of ["SIP/2.0 603 Network Blocked", "603 network  blocked", "603+"]) {
    const pasted = readPasted(input);
    assert.ok(pasted.kind === "code" && pasted.blocked !== null, input);
  }
  for (const input of ["603", "603 Decline", "SIP/2.0 608 Network Blocked", 'SIP;cause=603;text="go away"']) {
    const pasted = readPasted(input);
    assert.ok(pasted.kind === "code" && pasted.blocked === null, input);
  }
});

test("what was pasted leads to codes", () => {
  const codes = (input: string): number[] => reference.read(input).codes.map(({ code }) => code);
  assert.deepEqual(codes("q850:21"), [403, 603]);
  assert.deepEqual(codes("cause 17"), [486]);
  assert.deepEqual(codes("cause 16"), [], "nobody answers with it");
  assert.deepEqual(codes("<gone/>"), [301, 410]);
  assert.deepEqual(codes("network blocked"), [603]);
  assert.deepEqual(codes("BUSY here"), [486]);
  assert.deepEqual(codes("not acceptable"), [406, 606]);
  assert.deepEqual(codes("SIP/2.0 486 Besetzt"), [486]);
  assert.deepEqual(codes("699"), []);
  assert.equal(reference.read("SIP/2.0 486 Besetzt").phrase, "Besetzt");
  assert.equal(reference.read("SIP/2.0 486 busy here").phrase, null, "the registered one is no news");
  assert.equal(reference.read("cause 16").cause?.name, "Normal call clearing");
  assert.deepEqual(codes("600 vs 486"), [600, 486]);
  assert.deepEqual(codes("q850:126"), [500], "the default of RFC 3398 §7.2.4.1");
  assert.deepEqual([codes("q850:0"), codes("q850:128")], [[], []], "no causes");
});

test("an unknown number: what a user agent takes it for, or the ISDN cause that may be meant", () => {
  const { unknown, suggestions } = reference.read("468");
  assert.equal(unknown?.treatedAs?.code, 400);
  assert.deepEqual(suggestions.map(({ code }) => code).slice(0, 2), [400, 486]);
  assert.equal(reference.read("150").unknown?.treatedAs?.code, 183);
  assert.deepEqual(reference.read("17").unknown, { code: 17, treatedAs: null, cause: "User busy" });
  assert.deepEqual(reference.read("9999").unknown, { code: 9999, treatedAs: null, cause: null });
});

test("hostile input: no control characters out, no long waits", () => {
  const from = performance.now();
  for (const piece of [
    "SIP/2.0 ",
    "reason: ;",
    "\x1b]",
    "\x1b[",
    "<",
    ";cause=",
    '"',
    "a ",
    "é",
    'SIP;cause=1;text="',
    "\u202e",
    "999 ",
    "x-",
  ]) {
    const reading = reference.read(piece.repeat(50_000));
    const { codes, found, suggestions, ...said } = reading;
    assert.doesNotMatch(JSON.stringify(said), /\\u00[019]|\\u20[236]|[\x7f-\x9f\u200b-\u200f\u2028-\u202e]/, piece);
    assert.ok(reading.asked.length <= 80);
  }
  assert.ok(performance.now() - from < 5000, `${performance.now() - from} ms`);
  assert.equal(plainLine("a\x1b[31mb\x07c\u202ed\r\ne", 20), "abcd e");
  assert.equal(plainLine("😀".repeat(30), 20).length, 19, "no half of a pair is left");
  assert.equal(plainLine("x".repeat(30), 20), `${"x".repeat(19)}~`);
});
