/** `ringback subscribe`, run as people run it, against a notifier with sockets. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { json, once, phone, reach, run } from "./agent-kit.ts";

describe("ringback subscribe", () => {
  test("each NOTIFY is told, and the end: exit 0", async () => {
    await using bob = await phone();
    bob.serve("message-summary", (incoming) => {
      const type = "application/simple-message-summary";
      const subscription = incoming.accept({
        expires: 60,
        told: { contentType: type, body: "Messages-Waiting: no\r\n" },
      });
      // Once the first one is on its way, so that the second follows its 200 and no clock decides which comes first.
      void once(bob.core.kernel.observations, "NOTIFY sip:").then(() =>
        subscription?.notify("active", { contentType: type, body: "Messages-Waiting: yes\r\n" }),
      );
    });
    const args = ["subscribe", reach(bob), "--event", "message-summary", "--duration", "0.5"];
    const { code, answer } = await json(...args);
    assert.deepEqual([code, answer.outcome, answer.code, answer.event], [0, "answered", 200, "message-summary"]);
    assert.deepEqual(
      answer.notifications.map(({ state, body }: { state: string; body: string }) => [state, body.trim()]),
      [
        ["active", "Messages-Waiting: no"],
        ["active", "Messages-Waiting: yes"],
        ["terminated", "Messages-Waiting: yes"],
      ],
    );
    assert.deepEqual([answer.ended.cause, answer.ended.reason], ["unsubscribed", "timeout"]);
    const { stdout } = await run(...args);
    assert.match(stdout, /NOTIFY active application\/simple-message-summary\s+Messages-Waiting: no/);
    assert.match(stdout, /The subscription has ended: unsubscribed, timeout/);
    assert.doesNotMatch(stdout, /[`\x1b]|undefined/);
  });

  test("asking only once ends by itself; another package is refused: exit 1", async () => {
    await using bob = await phone();
    bob.serve("presence", (incoming) => void incoming.accept({ told: { body: "<x/>" } }));
    const asked = await json("subscribe", reach(bob), "--expires", "0", "--duration", "20");
    assert.deepEqual([asked.code, asked.answer.notifications.length, asked.answer.ended.cause], [0, 1, "terminated"]);
    const { code, answer } = await json("subscribe", reach(bob), "--event", "reg");
    assert.deepEqual([code, answer.code, answer.ended.cause], [1, 489, "refused"]);
    assert.match(answer.verdict.title, /^489 Bad Event/);
  });

  test("usage", async () => {
    const { code, stdout, stderr } = await run("subscribe", "sip:bob@localhost", "--event", "no token");
    assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2]);
    assert.match(stderr, /"no token" is no event package/);
  });
});
