/** What the commands that speak SIP keep and print of what strangers send. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Progress, WireRecord } from "../../src/cli/agent.ts";
import { printJson } from "../../src/cli/ask.ts";
import { Heard } from "../../src/cli/subscribe.ts";
import { ObservationStream } from "../../src/kernel/mod.ts";
import type { Notification } from "../../src/ua/mod.ts";

const STEERING = "\x1b]0;owned\x07\x1b[31mred\x9b31m\u202e";

/** What `print` writes to standard output. */
function printed(print: () => void): string {
  const { write } = process.stdout;
  let text = "";
  process.stdout.write = ((part: string) => {
    text += part;
    return true;
  }) as typeof write;
  try {
    print();
  } finally {
    process.stdout.write = write;
  }
  return text;
}

describe("words of strangers on a terminal", () => {
  test("a line of progress steers nothing", () => {
    const lines: string[] = [];
    const output = { isTTY: true, columns: 80, write: (part: string) => lines.push(part) };
    new Progress(output as never, false).show(`Ringing (180 ${STEERING} at \`last\`)`);
    assert.deepEqual(lines, ["\r\x1b[KRinging (180 red31m at last)"]);
  });

  test("JSON is the same value without what steers", () => {
    const value = { phrase: STEERING, kept: "naïve ✓ 日本 👍" };
    const text = printed(() => printJson(value));
    assert.deepEqual(JSON.parse(text), value);
    assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    assert.match(text, /naïve ✓ 日本 👍/);
  });
});

describe("a peer that does not stop", () => {
  const notification = (body: string): Notification =>
    ({ state: "active", reason: null, expires: 60, retryAfter: null, contentType: "text/plain", body }) as never;

  test("of its notifications some are kept, the others are counted", () => {
    const heard = new Heard();
    for (let i = 0; i < 1000; i++) heard.add(notification("x"), i);
    assert.deepEqual([heard.kept.length, heard.left], [200, 800]);
    const large = new Heard();
    for (let i = 0; i < 1000; i++) large.add(notification("x".repeat(60_000)), i);
    assert.deepEqual([large.kept.length, large.left], [69, 931]);
  });

  test("of what passes, the ladder has so many messages and so many octets", () => {
    const observations = new ObservationStream();
    const flow = { remote: "192.0.2.1:5060" } as never;
    const many = new WireRecord(observations);
    for (let i = 0; i < 3000; i++)
      observations.emit({ type: "message", at: i, direction: "in", flow, text: "OPTIONS sip:a@b SIP/2.0\r\n\r\n" });
    assert.equal(many.ladder().messages.length, 2000);
    many.end();
    const large = new WireRecord(observations);
    const text = `NOTIFY sip:a@b SIP/2.0\r\n\r\n${"x".repeat(1_000_000)}`;
    for (let i = 0; i < 100; i++) observations.emit({ type: "message", at: i, direction: "in", flow, text });
    assert.equal(large.ladder().messages.length, 8);
  });
});
