/** `ringback call`, `options` and `message`, run as people run them, against a user agent with sockets. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { widthOf } from "../../src/cli/layout.ts";
import { json, once, phone, reach, run } from "./agent-kit.ts";
import { newDirectory, Running } from "./kit.ts";

describe("ringback call", () => {
  test("an answered call: exit 0, a ladder up to the BYE, a verdict", async () => {
    await using bob = await phone();
    bob.onCall = (call) => {
      call.ring();
      call.answer();
    };
    const { code, stdout, stderr } = await run("call", reach(bob), "--duration", "0");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /INVITE sip:bob@\S+ SDP[\s\S]*180 Ringing[\s\S]*200 OK SDP[\s\S]*ACK[\s\S]*BYE[\s\S]*200 OK \(BYE\)/,
    );
    assert.match(stdout, /\nThe call was answered\n/);
    assert.match(stdout, /This side hung up\./);
    assert.doesNotMatch(stdout, /[`\x1b]|undefined/);
    for (const line of stdout.split("\n").slice(12)) assert.ok(widthOf(line) <= 80, line);
  });

  test("a refused call: exit 1, the JSON of the contract, the advice of the code", async () => {
    await using bob = await phone();
    bob.onCall = (call) => {
      call.ring(); // from whom a final response comes is known when the same one rang before
      call.reject(603, { scope: "everywhere", retryAfter: 60 });
    };
    const { code, answer } = await json("call", reach(bob));
    assert.equal(code, 1);
    const { outcome, phrase, scope, retryAfter, decidedBy, verdict, ladder } = answer;
    assert.deepEqual(
      [outcome, answer.code, phrase, scope, retryAfter, decidedBy],
      ["rejected", 603, "Decline", "everywhere", 60, "callee"],
    );
    assert.match(answer.callId, /./);
    assert.match(answer.to, /^sip:bob@/);
    assert.match(verdict.title, /^603 Decline/);
    assert.match(verdict.advice, /60 s/);
    assert.deepEqual(ladder.participants.length, 2);
    assert.match(ladder.messages[0].raw, /^INVITE sip:bob@.*\r\n/);
    assert.deepEqual(Object.keys(ladder.messages[0]).sort(), ["at", "from", "raw", "summary", "to"]);
  });

  test("a redirection ends as redirected, or is followed with the 302 in the ladder", async () => {
    await using carol = await phone();
    await using bob = await phone();
    carol.onCall = (call) => void call.answer();
    bob.onCall = (call) => call.redirect([{ uri: reach(carol) }]);
    const { code, answer } = await json("call", reach(bob));
    assert.deepEqual([code, answer.outcome, answer.code], [1, "redirected", 302]);
    assert.deepEqual(answer.contacts, [reach(carol)]);
    const told = (await run("call", reach(bob))).stdout.replace(/\s+/g, " ");
    assert.ok(told.includes(`Redirected (302 Moved Temporarily) to ${reach(carol)}`), told);
    const followed = await json("call", reach(bob), "--redirects", "follow", "--duration", "0");
    assert.deepEqual([followed.code, followed.answer.outcome], [0, "answered"]);
    const summaries = followed.answer.ladder.messages.map((each: { summary: string }) => each.summary);
    assert.ok(
      summaries.some((each: string) => each.startsWith("302 ")),
      summaries.join("\n"),
    );
  });

  test("a call that the callee ends says so", async () => {
    await using bob = await phone();
    bob.onCall = (call) => {
      call.answer();
      void call.outcome.then(() => call.hangUp());
    };
    const { stdout } = await run("call", reach(bob), "--duration", "20");
    assert.match(stdout, /The other side hung up\./);
  });

  test("a closed TCP port is unreachable, with no scope", async () => {
    const bob = await phone();
    const gone = reach(bob, "bob", "TCP");
    await bob.close();
    const { code, answer } = await json("call", gone);
    assert.deepEqual([code, answer.outcome, answer.code, answer.scope], [1, "unreachable", null, null]);
    assert.match(answer.text, /connection refused/);
  });

  test("a phone that rings for ever is given up after --timeout", async () => {
    await using bob = await phone();
    bob.onCall = (call) => call.ring();
    const { code, answer } = await json("call", reach(bob), "--timeout", "1");
    assert.deepEqual([code, answer.outcome], [1, "timeout"]);
    assert.match(answer.verdict.title, /in time/);
  });

  test("a password for another realm than the server's is not sent, and the one that it asks for is named", async () => {
    await using bob = await phone();
    const challenge = 'Digest realm="the office", nonce="n", qop="auth"';
    bob.onOptions = (request) => request.respond(401, { headers: { "WWW-Authenticate": challenge } });
    const { code, stdout } = await run("options", reach(bob), "--user", "alice", "--password", "wonderland");
    assert.equal(code, 1);
    assert.match(
      stdout.replace(/\s+/g, " "),
      /asks for a name and password of the realm the office, and none are given/,
    );
    const { answer } = await json("options", reach(bob), "--user", "alice", "--password", "wonderland");
    assert.equal(answer.text, '401 Unauthorized, and no account is for the realm "the office"');
    const right = ["--user", "alice", "--password", "wrong", "--realm", "the office"];
    assert.equal((await json("options", reach(bob), ...right)).answer.text, "401 Unauthorized");
  });

  test("a call that is interrupted was the caller's doing and nobody else's; a request was stopped", async () => {
    await using bob = await phone();
    bob.onCall = (call) => call.ring();
    bob.onOptions = () => {}; // never answered
    for (const [command, title, signal] of [
      ["call", "The call was cancelled", "SIGTERM"],
      ["options", "Stopped before an answer came", "SIGINT"],
    ] as const) {
      const seen = once(bob.kernel.observations, command === "call" ? "180 Ringing" : "OPTIONS");
      const running = new Running([command, reach(bob), "--lang", "en", "--json"], newDirectory());
      await seen;
      running.child.kill(signal);
      const { code, stdout } = await running.ended();
      const { outcome, decidedBy, who, verdict } = JSON.parse(stdout);
      assert.deepEqual([code, outcome, decidedBy, who, verdict.title], [1, "canceled", "caller", null, title]);
    }
  });

  for (const [args, says] of [
    [["sip:"], /'sip:' is no SIP address/],
    [["sip:bob@localhost", "--transport", "carrier-pigeon"], /--transport 'carrier-pigeon' must be one of udp, tcp/],
    [["sip:bob@localhost", "--transport", "ws"], /--transport ws needs --proxy ws:\/\/…: where the WebSocket is/],
    [["sip:bob@localhost", "--duration", "soon"], /--duration 'soon' must be a number of seconds/],
    [["sip:bob@localhost", "--redirects", "ask"], /--redirects must be follow or never/],
    [["sip:bob@localhost", "--sound", "jazz"], /--sound 'jazz' must be one of/],
    [["sip:bob@localhost", "--local", "here"], /localAddress: "here" is no numeric address/],
  ] as const) {
    test(`usage: call ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await run("call", ...args);
      assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2]);
      assert.match(stderr, says);
    });
  }
});

test("ringback options tells what the other side can", async () => {
  await using bob = await phone();
  const { code, answer } = await json("options", reach(bob));
  assert.deepEqual([code, answer.code, answer.outcome], [0, 200, "answered"]);
  assert.match(answer.allow.join(), /OPTIONS/);
  assert.match(answer.server, /^Ringback\//);
  assert.match((await run("options", reach(bob))).stdout, /\n {2}allow: .*BYE/);
});

test("ringback message delivers its words, and says when they were refused", async () => {
  await using bob = await phone();
  const heard: string[] = [];
  bob.onMessage = (request) => void heard.push(request.message.body);
  const taken = await json("message", reach(bob), "good", "morning");
  assert.deepEqual([taken.code, taken.answer.code, heard], [0, 200, ["good morning"]]);
  bob.onMessage = null;
  const refused = await json("message", reach(bob), "hello");
  assert.deepEqual([refused.code, refused.answer.code], [1, 405]);
});
