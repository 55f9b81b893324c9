import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Header, toOctets } from "../../src/syntax/mod.ts";
import { Locator } from "../../src/transport/mod.ts";
import { Stage } from "./kit.ts";

describe("requests outside dialogs", () => {
  test("a MESSAGE is taken, its text and its sender's name whole in any script", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice", { displayName: "Алиса" }), stage.agent("bob")];
    const texts: string[] = [];
    bob.onMessage = (message) => {
      texts.push(message.from?.display ?? "", message.to?.display ?? "", message.header("Subject") ?? "", message.body);
    };
    const to = `"Борис" <${bob.core.settings.uri}>`;
    const outcome = await stage.world.until(alice.message(to, "Привет, Bob 👋", { headers: { Subject: "Ёлка" } }));
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy, outcome.scope], ["answered", 200, "callee", null]);
    assert.deepEqual(texts, ["Алиса", "Борис", "Ёлка", "Привет, Bob 👋"]);
    await stage.rest();
    assert.ok(stage.world.quiet);
  });

  test("who takes no MESSAGE says 405 and what it takes", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const outcome = await stage.world.until(alice.message(bob.core.settings.uri, "hello"));
    assert.deepEqual([outcome.kind, outcome.code], ["rejected", 405]);
    const allow = outcome.response?.value(Header.Allow) ?? "";
    assert.ok(allow.includes("OPTIONS") && !allow.includes("MESSAGE") && !allow.includes("INVITE"), allow);
  });

  test("OPTIONS is answered with what the agent can; a method nobody has heard of gets 501", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const outcome = await stage.world.until(alice.options(bob.core.settings.uri));
    assert.equal(outcome.kind, "answered");
    assert.equal(outcome.response?.value(Header.Accept), "application/sdp");
    const unknown = await stage.world.until(alice.request("FROBNICATE", bob.core.settings.uri));
    assert.equal(unknown.code, 501);
  });

  test("420 names every extension that is required and unknown", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onMessage = () => {};
    const headers = { Require: "frob, nicate" };
    const outcome = await stage.world.until(alice.message(bob.core.settings.uri, "hello", { headers }));
    assert.equal(outcome.code, 420);
    assert.equal(outcome.response?.value(Header.Unsupported), "frob, nicate");
  });

  test("a handler that throws answers 500 and is told as a fault; the agent goes on", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    let times = 0;
    bob.onMessage = async () => {
      if (times++ === 0) throw new Error("broken application");
    };
    const first = await stage.world.until(alice.message(bob.core.settings.uri, "1"));
    const second = await stage.world.until(alice.message(bob.core.settings.uri, "2"));
    assert.deepEqual([first.code, second.code, stage.faults.length], [500, 200, 1]);
  });

  test("nobody there: UDP times out after 32 s on the schedule of Timer E, TCP is unreachable at once", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const silent = await stage.world.until(alice.options("sip:bob@198.51.100.99"));
    assert.deepEqual([silent.kind, silent.code, silent.decidedBy], ["timeout", null, "network"]);
    const sent = stage.world.network.travels.map(({ at }) => at - (stage.world.network.travels[0]?.at ?? 0));
    assert.deepEqual(
      sent.map((at) => Math.round(at / 100) * 100),
      [0, 500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500],
    );
    stage.host("closed", { listen: [{ protocol: "UDP" }] });
    const refused = await stage.world.until(alice.options("sip:bob@198.51.100.2;transport=tcp"));
    assert.deepEqual([refused.kind, refused.text], ["unreachable", "connection refused"]);
    await stage.rest();
  });

  test("an unknown name is unreachable, in words", async () => {
    const stage = new Stage();
    const outcome = await stage.world.until(stage.agent("alice").options("sip:bob@nowhere.example.com"));
    assert.equal(outcome.kind, "unreachable");
    assert.match(outcome.text, /DNS knows no address/);
    await stage.rest();
  });

  test("abort settles a request as canceled, before and while it waits", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const early = await stage.world.until(alice.options("sip:bob@198.51.100.99", { signal: AbortSignal.abort() }));
    assert.deepEqual([early.kind, stage.world.network.sent], ["canceled", 0]);
    const stop = new AbortController();
    stage.world.after(3000, () => stop.abort());
    const late = await stage.world.until(alice.options("sip:bob@198.51.100.99", { signal: stop.signal }));
    assert.deepEqual([late.kind, late.decidedBy, Math.round(stage.world.elapsed / 1000)], ["canceled", "caller", 3]);
    await stage.rest();
  });

  test("mistakes of the developer throw at once, and a line end cannot smuggle in a header", () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    assert.throws(() => alice.options("not a uri <"), TypeError);
    assert.throws(() => alice.request("INVITE", "sip:bob@198.51.100.2"), TypeError);
    assert.throws(() => alice.message("sip:bob@198.51.100.2", "x", { headers: { Subject: "a\r\nRoute: <sip:evil>" } }));
    const smuggled = { body: "x", contentType: "text/plain\r\nRoute: <sip:evil>" };
    assert.throws(() => alice.request("FOO", "sip:bob@198.51.100.2", smuggled), TypeError);
    assert.throws(() => alice.request("FOO sip:evil SIP/2.0\r\nX:", "sip:bob@198.51.100.2"), TypeError);
    assert.throws(() => stage.agent("eve", { uri: "mailto:eve@example.com" }), TypeError);
  });
});

test("a phrase is one line, whatever it is made of", async () => {
  const stage = new Stage();
  const bob = stage.agent("bob");
  bob.handle("INFO", (request) => request.respond(486, { phrase: "Zaneprázdněn č.\r\nContact: <sip:evil>" }));
  const { response } = await stage.world.until(stage.agent("alice").request("INFO", bob.core.settings.uri));
  assert.equal(response?.reason, toOctets("Zaneprázdněn č.  Contact: <sip:evil>"));
  assert.equal(response?.field("Contact"), null);
  await stage.rest();
});

describe("failover (RFC 3263 §4.3)", () => {
  test("503: the next server is tried with a new branch and the same CSeq", async () => {
    const stage = new Stage();
    const down = stage.phone("down");
    down.answer("503", "OPTIONS");
    const up = stage.phone("up");
    up.answer("200", "OPTIONS");
    const host = stage.host("alice");
    const { UserAgent } = await import("../../src/ua/mod.ts");
    const address = async (name: string) => ({
      records: name === "pool.example.com" ? [down.address, up.address] : [],
      ttl: 60,
    });
    const none = async () => ({ records: [], ttl: 60 });
    const alice = new UserAgent(
      {
        kernel: host.kernel,
        transport: host.transport,
        locator: new Locator(host.kernel, { a: address, aaaa: none, srv: none, naptr: none }, host.transport),
        attach: (user) => host.attach(user),
      },
      { uri: "sip:alice@example.com" },
    );
    const outcome = await stage.world.until(alice.options("sip:bob@pool.example.com"));
    assert.equal(outcome.code, 200);
    const [first, second] = [down.received("OPTIONS")[0]?.message, up.received("OPTIONS")[0]?.message];
    assert.equal(first?.value(Header.CSeq), second?.value(Header.CSeq));
    assert.notEqual(first?.value(Header.Via), second?.value(Header.Via));
    // The one that failed comes last for half a minute.
    await stage.world.until(alice.options("sip:bob@pool.example.com"));
    assert.deepEqual([down.received("OPTIONS").length, up.received("OPTIONS").length], [1, 2]);
    await stage.rest();
  });
});
