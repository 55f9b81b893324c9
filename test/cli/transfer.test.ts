/** `ringback transfer`, run as people run it, against user agents with sockets. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { NodeUserAgent } from "../../src/host/mod.ts";
import { json, phone, reach, run } from "./agent-kit.ts";

async function party(name: string): Promise<NodeUserAgent> {
  const agent = await phone(name);
  agent.onCall = (call) => void call.answer();
  agent.onTransfer = (incoming) => void incoming.accept();
  return agent;
}

describe("ringback transfer", () => {
  test("bob is called and calls carol: exit 0, the REFER and its reports in the ladder", async () => {
    await using bob = await party("bob");
    await using carol = await party("carol");
    const { answer } = await json("transfer", reach(bob), reach(carol, "carol"));
    assert.equal(answer.callId, /^Call-ID: (.*)\r$/im.exec(answer.ladder.messages[0].raw)?.[1]);
    const { code, stdout, stderr } = await run("transfer", reach(bob), reach(carol, "carol"));
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /INVITE[\s\S]*REFER[\s\S]*200 OK \(REFER\)[\s\S]*NOTIFY[\s\S]*BYE/);
    assert.match(stdout, /\nTransferred \(200 OK\)/);
    assert.doesNotMatch(stdout, /[`\x1b]|undefined/);
    assert.equal(carol.calls.length, 2);
  });

  test("without a call; the target's refusal is the result: exit 1", async () => {
    await using bob = await party("bob");
    await using carol = await party("carol");
    carol.onCall = (call) => call.reject();
    const { code, answer } = await json("transfer", reach(bob), reach(carol, "carol"), "--outside");
    assert.deepEqual(
      [code, answer.outcome, answer.code, answer.scope, answer.stage, answer.fault],
      [1, "rejected", 486, "here", "target", null],
    );
    assert.match(answer.verdict.title, /^486 Busy Here/);
    assert.equal(answer.referTo, reach(carol, "carol"));
  });

  test("a transfer that is refused, and a first call that is", async () => {
    await using bob = await party("bob");
    bob.onTransfer = (incoming) => incoming.reject();
    const refused = await json("transfer", reach(bob), "sip:carol@127.0.0.1");
    assert.deepEqual([refused.code, refused.answer.code, refused.answer.stage], [1, 403, "refer"]);
    bob.onCall = (call) => call.reject();
    const uncalled = await json("transfer", reach(bob), "sip:carol@127.0.0.1");
    assert.deepEqual([uncalled.code, uncalled.answer.code, uncalled.answer.stage], [1, 486, "call"]);
  });

  test("accepted, and nobody reports: that is said", async () => {
    await using bob = await party("bob");
    await using carol = await party("carol");
    const { code, answer } = await json("transfer", reach(bob), reach(carol, "carol"), "--reports", "nosub");
    assert.deepEqual([code, answer.outcome, answer.stage], [0, "answered", "refer"]);
  });

  for (const [args, says] of [
    [["sip:bob@localhost", "sip:carol@localhost", "--reports", "daily"], /--reports must be one of implicit, explicit/],
    [["sip:bob@127.0.0.1", "mailto:x@y", "--outside"], /"mailto:x@y" is no SIP address/],
  ] as const) {
    test(`usage: transfer ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await run("transfer", ...args);
      assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2]);
      assert.match(stderr, says);
    });
  }
});
