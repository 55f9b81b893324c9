import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tagOf } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { Stage } from "./kit.ts";

const BOB = "sip:bob@198.51.100.1";

function stageWithBob() {
  const stage = new Stage();
  const bob = stage.agent("bob", { userAgent: "Ringback test" });
  const caller = stage.phone("caller", "200");
  return { stage, bob, caller };
}

describe("what arrives outside dialogs (RFC 3261 §8.2)", () => {
  test("405 with Allow for INVITE without onCall, 481 for BYE without a dialog, 501 for the unheard-of", async () => {
    const { stage, caller } = stageWithBob();
    const invite = caller.invite(BOB);
    const bye = caller.request("BYE", BOB);
    const odd = caller.request("FROB", BOB);
    await stage.world.pass(500);
    assert.deepEqual([invite.finals(), bye.finals(), odd.finals()], [[405], [481], [501]]);
    assert.ok(!(invite.response(405).message.value(Header.Allow) ?? "INVITE").includes("INVITE"));
    assert.equal(invite.response(405).message.value(Header.Server), "Ringback test");
    await stage.rest();
  });

  test("400 with a Warning for what is malformed, 416 for a scheme it does not serve", async () => {
    const { stage, bob, caller } = stageWithBob();
    bob.onMessage = () => {};
    const bad = caller.request("MESSAGE", BOB, { from: "sip:a b@x" });
    const tel = caller.request("MESSAGE", "tel:+15551234", {
      target: { protocol: "UDP", host: "198.51.100.1", port: 5060 },
    });
    await stage.world.pass(500);
    assert.deepEqual([bad.finals(), tel.finals()], [[400], [416]]);
    assert.match(bad.response(400).text, /Warning: 399 .*From/);
    await stage.rest();
  });

  test("415 for an encoding, and for an INVITE whose body is no SDP; 420 names the extension", async () => {
    const { stage, bob, caller } = stageWithBob();
    bob.onCall = (call) => void call.answer();
    bob.onMessage = () => {};
    const zipped = caller.request("MESSAGE", BOB, { headers: ["Content-Encoding: gzip"], body: "x" });
    const xml = caller.invite(BOB, {}, { headers: ["Content-Type: text/xml"], body: "<x/>" });
    const extended = caller.invite(BOB, {}, { headers: ["Require: 100rel, teleport"] });
    await stage.world.pass(500);
    assert.deepEqual([zipped.finals(), xml.finals(), extended.finals()], [[415], [415], [420]]);
    assert.equal(extended.response(420).message.value(Header.Unsupported), "teleport");
    await stage.rest();
  });

  test("482 for a request that was forked on the way and came twice (§8.2.2.2)", async () => {
    const { stage, bob, caller } = stageWithBob();
    bob.onCall = (call) => call.ring();
    const first = caller.invite(BOB);
    const { draft } = first;
    const again = caller.invite(BOB, {}, { callId: draft.callId, cseq: draft.cseq, from: draft.from });
    await stage.world.pass(500);
    assert.deepEqual([first.provisionals(), again.finals()], [[180], [482]]);
    first.cancel();
    await stage.rest();
  });

  test("CANCEL: its 200 has the call's own tag, 481 when there is nothing to cancel", async () => {
    const { stage, bob, caller } = stageWithBob();
    bob.onCall = (call) => call.ring();
    const call = caller.invite(BOB);
    await stage.world.pass(500);
    call.cancel();
    await stage.world.pass(500);
    const tag = tagOf(call.response(180).message.value(Header.To));
    assert.equal(tagOf(call.cancellation?.response(200).message.value(Header.To) ?? ""), tag);
    assert.equal(tagOf(call.response(487).message.value(Header.To)), tag);
    await stage.rest();
    const late = caller.invite(BOB, { cancelAfterMs: 0 });
    bob.onCall = (incoming) => incoming.reject();
    late.cancelNow();
    await stage.rest();
  });

  test("BYE before the answer ends the call with 487 (§15.1.2)", async () => {
    const { stage, bob, caller } = stageWithBob();
    const kinds: Promise<string>[] = [];
    bob.onCall = (call) => {
      call.ring();
      kinds.push(call.outcome.then(({ kind }) => kind));
    };
    const call = caller.invite(BOB);
    await stage.world.pass(500);
    const { message } = call.response(180);
    const bye = caller.request("BYE", BOB, {
      callId: message.callId,
      from: message.value(Header.From) ?? "",
      to: message.value(Header.To) ?? "",
      cseq: 99,
    });
    await stage.world.pass(500);
    assert.deepEqual([bye.finals(), call.finals()], [[200], [487]]);
    assert.equal(await stage.world.until(kinds[0] as Promise<string>), "canceled");
    await stage.rest();
  });

  test("more calls than there is room for: 486 in, failed out", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob", { limits: { calls: 1 } });
    const caller = stage.phone("caller", "200");
    bob.onCall = (call) => call.ring();
    const first = caller.invite(BOB);
    const second = caller.invite(BOB);
    await stage.world.pass(500);
    assert.deepEqual([first.finals(), second.finals()], [[], [486]]);
    const out = await stage.world.until(bob.call(caller.uri).outcome);
    assert.deepEqual([out.kind, out.decidedBy], ["failed", "local"]);
    first.cancel();
    await stage.rest();
  });

  test("a closed agent takes nothing: 480", async () => {
    const { stage, bob, caller } = stageWithBob();
    bob.onCall = (call) => void call.answer();
    await stage.world.until(bob.close());
    const call = caller.invite(BOB);
    await stage.world.pass(500);
    assert.deepEqual(call.finals(), [480]);
    await stage.rest();
  });
});

test("a route set through a strict and a loose router is followed (§12.2.1.1)", async () => {
  const { stage, bob, caller } = stageWithBob();
  const proxy = stage.phone("proxy", "200");
  stage.world.names.set("far.example.com", proxy.address);
  bob.onCall = (call) => void call.answer();
  const call = caller.invite(BOB, {}, { headers: [`Record-Route: <sip:${proxy.address}>, <sip:far.example.com;lr>`] });
  await stage.world.pass(500);
  assert.deepEqual(call.response(200).message.values(Header.RecordRoute), [
    `<sip:${proxy.address}>`,
    "<sip:far.example.com;lr>",
  ]);
  void bob.calls[0]?.hangUp();
  await stage.world.pass(40_000); // no ACK finds its way here, and the BYE waits for it
  const bye = proxy.received("BYE")[0]?.message;
  assert.equal(bye?.requestUri, `sip:${proxy.address}`);
  assert.deepEqual(bye.values(Header.Route), ["<sip:far.example.com;lr>", `<${caller.contact().slice(1, -1)}>`]);
  await stage.rest();
});

test("a stale nonce is tried again with the new one", async () => {
  const stage = new Stage();
  const alice = stage.agent("alice", { uri: "sip:alice@example.com", account: { password: "secret" } });
  const server = stage.agent("server");
  const seen: string[] = [];
  server.onMessage = (request) => {
    const credentials = request.header("Proxy-Authorization") ?? "";
    const nonce = /nonce="(\w+)"/.exec(credentials)?.[1] ?? "none";
    seen.push(nonce);
    if (nonce === "n2") return;
    const stale = nonce === "n1" ? ', stale=true, nonce="n2"' : ', nonce="n1"';
    request.respond(407, {
      headers: { "Proxy-Authenticate": `Digest realm="example.com", qop="auth", algorithm=SHA-256${stale}` },
    });
  };
  const outcome = await stage.world.until(alice.message(server.core.settings.uri, "x"));
  assert.deepEqual([outcome.kind, seen], ["answered", ["none", "n1", "n2"]]);
  await stage.rest();
});

test("the ACK repeats the credentials of its INVITE (§22.1); aborting after the answer hangs up", async () => {
  const stage = new Stage();
  const alice = stage.agent("alice", { uri: "sip:alice@example.com", account: { password: "secret" } });
  const bob = stage.phone("bob");
  const challenge = 'Proxy-Authenticate: Digest realm="example.com", nonce="n1", algorithm=MD5';
  bob.answer({ steps: [{ afterMs: 0, status: 407, headers: [challenge] }], onCancel: "ends", afterCancel: [] });
  const stop = new AbortController();
  const call = alice.call(bob.uri, { signal: stop.signal });
  stage.world.after(0.8, () => bob.answer("200"));
  assert.equal((await stage.world.until(call.outcome)).kind, "answered");
  const credentials = (prefix: string) => {
    const found = stage.world.network.travels.findLast(({ text }) => text.startsWith(prefix));
    return /^Proxy-Authorization: .*$/m.exec(found?.text ?? "")?.[0];
  };
  assert.ok(credentials("ACK") !== undefined);
  assert.equal(credentials("ACK"), credentials("INVITE"));
  stop.abort();
  assert.equal((await stage.world.until(call.ended)).cause, "hungUp");
  await stage.rest();
});

test("a browser that called directly is hung up over the connection it opened: its Contact leads nowhere", async () => {
  const stage = new Stage();
  const alice = stage.agent("alice", {}, { listen: [{ protocol: "WS", port: 0, sentBy: "alice.invalid" }] });
  const bob = stage.agent("bob", {}, { listen: [{ protocol: "WS" }] });
  bob.onCall = (call) => void call.answer();
  const call = alice.call(`${bob.core.settings.uri};transport=ws`);
  assert.equal((await stage.world.until(call.outcome)).kind, "answered");
  await stage.world.pass(100);
  const [taken] = bob.calls;
  assert.equal((await stage.world.until(taken?.hold() ?? Promise.reject())).kind, "answered");
  assert.equal((await stage.world.until(taken?.hangUp() ?? Promise.reject())).by, "local");
  assert.equal((await stage.world.until(call.ended)).by, "remote");
  await stage.rest();
});

test("the connection breaks in the middle of a call: both sides end, the BYE that cannot leave included", async () => {
  const stage = new Stage();
  const alice = stage.agent("alice", {}, { listen: [{ protocol: "TCP" }] });
  const bob = stage.agent("bob", {}, { listen: [{ protocol: "TCP" }] });
  bob.onCall = (call) => void call.answer();
  const call = alice.call(`${bob.core.settings.uri};transport=tcp`);
  await stage.world.until(call.outcome);
  await stage.world.pass(100);
  stage.world.network.partition("alice", "bob");
  const [taken] = bob.calls;
  const ends = await stage.world.until(Promise.all([call.hangUp(), taken?.hangUp() ?? Promise.reject()]));
  assert.deepEqual(
    ends.map(({ cause }) => cause),
    ["hungUp", "hungUp"],
  );
  await stage.rest();
});
