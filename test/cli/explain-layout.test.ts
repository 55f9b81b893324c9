/** What a terminal gets: widths, lines that fit, colours where they belong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inked, inkFor, labelled, paragraph, terminalOf, widthOf, wrap } from "../../src/cli/layout.ts";

const plain = inkFor("6xx", false);
const colour = inkFor("6xx", true);

test("columns: wide characters count two, accents and marks none", () => {
  assert.equal(widthOf("603 Decline"), 11);
  assert.equal(widthOf("拒绝，603"), 9);
  assert.equal(widthOf("Réponse, tử chối"), 16);
  assert.equal(widthOf("ưu tiên".normalize("NFD")), 7);
  assert.equal(widthOf("`ACK`"), 3);
  assert.equal(widthOf("отказ"), 5);
});

test("no line is wider than asked, and nothing is lost", () => {
  const texts = [
    "603 says that the call was declined for all phones: by the user, or as `Network Blocked` by a carrier's analytics.",
    "被叫方拒绝了呼叫（603 Decline），代理服务器会取消其他分支，然后把`603`转发给主叫方。",
    "混合 text 与 `Reason: SIP;cause=603` 的一行。",
    `https://redress.example/${"x".repeat(200)}`,
    "字".repeat(100),
  ];
  for (const text of texts) {
    for (let width = 10; width <= 80; width += 7) {
      const lines = wrap(text, width);
      for (const line of lines) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
      assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    }
  }
});

test("lines break between words and between wide characters, never before closing punctuation", () => {
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrap("send `ACK`, then wait", 10), ["send `ACK`,", "then wait"]);
  for (let width = 13; width < 40; width++) {
    for (const line of wrap("被叫方拒绝了呼叫，代理服务器（proxy）会取消其他分支。", width)) {
      assert.doesNotMatch(line, /^[，。）]/, `${width}`);
      assert.doesNotMatch(line, /（$/, `${width}`);
    }
  }
});

test("a sample that goes on in the next line is inked in both", () => {
  const lines = inked(wrap("see `Reason: SIP;cause=603` here", 14), colour);
  assert.deepEqual(lines, ["see \x1b[35mReason:\x1b[39m", "\x1b[35mSIP;cause=603\x1b[39m", "here"]);
  assert.deepEqual(inked(["`a` b"], plain), ["a b"]);
});

test("two columns stay apart when both are wrapped", () => {
  const rows = labelled(
    [["What a forking proxy does", "one two three four five six"]],
    { columns: 40, colours: false },
    plain,
  );
  assert.deepEqual(rows, ["  What a       one two three four five", "  forking      six", "  proxy does"]);
  assert.deepEqual(paragraph("a b", { columns: 40, colours: false }, plain), ["  a b"]);
});

test("colours only on a terminal that wants them", () => {
  assert.deepEqual(terminalOf({ isTTY: true, columns: 200 }, { TERM: "xterm" }), { columns: 80, colours: true });
  assert.deepEqual(terminalOf({ isTTY: true, columns: 60 }, { NO_COLOR: "1" }), { columns: 60, colours: false });
  assert.deepEqual(terminalOf({ isTTY: true, columns: 10 }, { NO_COLOR: "" }), { columns: 40, colours: true });
  assert.equal(terminalOf({ isTTY: true, columns: 0 }, {}).columns, 80);
  assert.deepEqual(terminalOf({ isTTY: true }, { TERM: "dumb" }), { columns: 80, colours: false });
  assert.deepEqual(terminalOf({ columns: 60 }, { TERM: "xterm" }), { columns: 80, colours: false });
  assert.notEqual(inkFor("1xx", true).accent("x"), inkFor("6xx", true).accent("x"));
});
