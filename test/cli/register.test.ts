/** `ringback register`, run as people run it, against a registrar with sockets. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { NodeUserAgent } from "../../src/host/mod.ts";
import type { IncomingRequest } from "../../src/ua/mod.ts";
import { json, phone, reach, run } from "./agent-kit.ts";

const summaries = (answer: { ladder: { messages: { summary: string }[] } }) =>
  answer.ladder.messages.map(({ summary }) => summary.replace(/ sip:\S+/, ""));

/** A registrar of a few lines that grants 120 s. */
async function registrar(status = 200): Promise<NodeUserAgent & { readonly seen: string[] }> {
  const agent = await phone("server");
  const seen: string[] = [];
  agent.handle("REGISTER", (request: IncomingRequest) => {
    const expires = request.header("Expires") ?? "";
    seen.push(`${request.to?.uri.replace(/:\d+$/, "")} ${expires}`);
    const contact = `${request.header("Contact")};expires=${Math.min(Number(expires), 120)}`;
    request.respond(status, status === 200 && expires !== "0" ? { headers: { Contact: contact } } : {});
  });
  return Object.assign(agent, { seen });
}

describe("ringback register", () => {
  test("bound, told, and removed again: exit 0", async () => {
    await using server = await registrar();
    const { code, answer } = await json("register", reach(server, "alice"), "--expires", "300");
    assert.deepEqual([code, answer.outcome, answer.code, answer.granted], [0, "answered", 200, 120]);
    assert.match(answer.contacts[0].uri, /^sip:alice@127\.0\.0\.1:/);
    assert.deepEqual(summaries(answer), ["REGISTER", "200 OK (REGISTER)", "REGISTER", "200 OK (REGISTER)"]);
    assert.deepEqual(server.seen, ["sip:alice@127.0.0.1 300", "sip:alice@127.0.0.1 0"]);
    const { stdout } = await run("register", reach(server, "alice", "TCP"));
    assert.match(stdout, /Registered for 120 s[\s\S]*sip:alice@127\.0\.0\.1:\S+ \(120 s\)[\s\S]*Registration removed/);
    assert.doesNotMatch(stdout, /[`\x1b]|undefined/);
  });

  test("--keep leaves the binding; a refusal is told with its advice: exit 1", async () => {
    await using server = await registrar();
    const kept = await json("register", reach(server, "alice"), "--keep");
    assert.deepEqual([kept.code, server.seen], [0, ["sip:alice@127.0.0.1 3600"]]);
    await using closed = await registrar(403);
    const { code, answer } = await json("register", reach(closed, "alice"));
    assert.deepEqual([code, answer.outcome, answer.code], [1, "rejected", 403]);
    assert.match(answer.verdict.advice, /./);
  });

  for (const [args, says] of [
    [["sip:localhost"], /'sip:localhost' is no address of record/],
    [["sip:a@localhost", "--expires", "0"], /--expires must be at least 1 second/],
    [["sip:a@localhost", "--duration", "long"], /--duration 'long' must be a number of seconds/],
  ] as const) {
    test(`usage: register ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await run("register", ...args);
      assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2]);
      assert.match(stderr, says);
    });
  }
});
