/** RFC 3261 §16.7 and §16.10: what the proxy does with responses, and with a caller who gives up. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { branchOf, type Phone } from "../../src/lab/mod.ts";
import { Scene, type SceneOptions } from "../world/scene.ts";
import { arrived, settledFinals, vias } from "./request.ts";

const BOB = "sip:bob@example.com";

/** A caller, and bob's phones by their scripts, in one parallel fork. */
function fork(scripts: readonly string[], options: SceneOptions = {}): { scene: Scene; phones: Phone[]; alice: Phone } {
  const scene = new Scene(options);
  const phones = scripts.map((script, i) => scene.registered(`phone${i + 1}`, script, { user: "bob" }));
  return { scene, phones, alice: scene.phone("alice") };
}

/** The caller's only final status when bob's phones answer so. */
function best(...scripts: readonly string[]): number {
  const { scene, alice } = fork(scripts);
  const finals = settledFinals(scene, alice.invite(BOB, { byeAfterMs: 100 }));
  assert.equal(finals.length, 1, `${finals}`);
  return finals[0] as number;
}

describe("§16.7: responses on their way back", () => {
  // covers: proxy §16.7, proxy §16.7 item 3
  test("item 3: our own Via is taken off, everything else goes on octet for octet, for every method and class", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE", "OPTIONS"]) {
      for (const status of [200, 302, 404, 500, 603]) {
        const { scene, phones, alice } = fork(["silent"]);
        const bob = phones[0] as Phone;
        bob.answer(
          { onCancel: "ends", afterCancel: [], steps: [{ afterMs: 0, status, headers: ["X-Y:  z ;"] }] },
          method,
        );
        const exchange = method === "INVITE" ? alice.invite(BOB, { byeAfterMs: 1 }) : alice.request(method, BOB);
        assert.deepEqual(settledFinals(scene, exchange), [status]);
        const sent = [...bob.calls, ...bob.requests].find((each) => each.method === method)?.sent[0]?.text ?? "";
        const got = exchange.response(status);
        assert.equal(vias(got.message).length, 1);
        assert.equal(got.text, sent.replace(/Via: [^\r]*\r\n/, ""), `${method} ${status}`);
      }
    }
  });

  // covers: proxy §16.7
  test("a response that belongs to no transaction, or whose topmost Via is not ours, goes nowhere", () => {
    const { scene, phones, alice } = fork(["silent"]);
    const bob = phones[0] as Phone;
    alice.invite(BOB);
    scene.world.run(100);
    const { text } = bob.call.respond({ status: 180, afterMs: 0 });
    scene.world.run(50);
    const before = alice.inbox.length;
    const branch = branchOf(arrived(bob, "INVITE"));
    bob.sendRaw(text.replace(branch, `${branch}x`));
    bob.sendRaw(text.replace(/Via: /, "Via: SIP/2.0/UDP 192.0.2.250;branch=z9hG4bKother\r\nVia: "));
    bob.sendRaw(text.replace(/(CSeq: \d+) INVITE/, "$1 MESSAGE"));
    bob.sendRaw(text.replace("180", "100"));
    scene.world.run(50);
    assert.equal(alice.inbox.length, before);
  });

  // covers: proxy §16.7
  test("a response whose Via is all ours, with nothing beneath, goes nowhere", () => {
    const { scene, phones, alice } = fork(["silent"]);
    const bob = phones[0] as Phone;
    const call = alice.invite(BOB);
    scene.world.run(100);
    const { text } = bob.call.respond({ status: 180, afterMs: 0 });
    scene.world.run(50);
    const before = alice.inbox.length;
    const lines = text.split("\r\n");
    const second = lines.findLastIndex((line) => line.startsWith("Via:"));
    bob.sendRaw(lines.toSpliced(second, 1).join("\r\n"));
    scene.world.run(50);
    assert.equal(alice.inbox.length, before);
    bob.sendRaw(lines.toSpliced(second, 1).join("\r\n").replace("180 Ringing", "200 OK"));
    scene.settle();
    assert.deepEqual(call.finals(), [502], "the caller is told rather than left waiting");
  });

  // covers: proxy §16.7 item 5
  test("item 5: every provisional response but 100 goes upstream, in order; 100 does not", () => {
    const { scene, alice } = fork(["100@50ms+180@300ms+183@600ms+199@800ms+180@900ms+200@1s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    assert.deepEqual(call.provisionals(), [100, 180, 183, 199, 180]);
    assert.equal(call.responses.filter(({ message }) => message.status === 100).length, 1, "the proxy's own");
  });

  // covers: proxy §16.7 item 5
  test("item 5: a 2xx goes upstream at once, and so does every later one of an INVITE", () => {
    const { scene, phones, alice } = fork(["180@100ms+200@1s", "180@100ms+late:200@1s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    assert.deepEqual(settledFinals(scene, call), [200, 200]);
    const sent = phones[0]?.call.sent.at(-1)?.at ?? 0;
    assert.ok((call.responses.find(({ message }) => message.status === 200)?.at ?? 0) - sent <= 2);
  });

  // covers: proxy §16.7 item 5
  test("item 5: after a final response nothing but a 2xx goes upstream any more", () => {
    const { scene, phones, alice } = fork(["180@100ms+200@1s", "180@100ms+rings-on+180@1500ms+486@2s"]);
    const call = alice.invite(BOB, { byeAfterMs: 100 });
    assert.deepEqual(settledFinals(scene, call), [200]);
    assert.equal(call.provisionals().filter((status) => status === 180).length, 2, "none of them after the 200");
    assert.equal(phones[1]?.call.acks.length, 1, "the proxy acknowledges the 486 by itself");
  });

  // covers: proxy §16.7 item 5, proxy §16.7 item 6
  test("items 5 and 6: a 6xx is held until every other branch has ended, and no new one begins", () => {
    const { scene, phones, alice } = fork(["180@100ms+603@1s", "180@100ms+late:487@2s"]);
    const later = scene.registered("later", "200@0s", { user: "bob", q: 0.1 });
    const call = alice.invite(BOB);
    assert.deepEqual(settledFinals(scene, call), [603]);
    assert.ok(call.response(603).at >= (phones[1]?.call.sent.at(-1)?.at ?? Number.POSITIVE_INFINITY));
    assert.equal(later.calls.length, 0);
  });
});

describe("§16.7 item 6: the best of all", () => {
  // covers: proxy §16.7 item 6
  test("a 6xx when there is one, else the lowest class", () => {
    assert.equal(best("180@10ms+302@1s>sip:x@example.org", "180@10ms+404@2s", "180@10ms+600@3s"), 600);
    assert.equal(best("180@10ms+500@1s", "180@10ms+404@2s"), 404);
    assert.equal(best("180@10ms+404@1s", "180@10ms+302@2s>sip:x@example.org"), 302);
    assert.equal(best("180@10ms+486@1s", "180@10ms+500@2s", "180@10ms+200@3s"), 200);
  });

  // covers: proxy §16.7 item 6
  test("of the 4xx: 401, 407, 415, 420 and 484 before all that say less of how to go on", () => {
    for (const status of [401, 407, 415, 420, 484]) {
      assert.equal(best("180@10ms+404@1s", `180@10ms+${status}@2s`), status);
      assert.equal(best(`180@10ms+${status}@1s`, "180@10ms+486@2s"), status);
    }
  });

  // covers: proxy §16.7 item 6
  test("a 503 is no better than any other, and a lone one goes upstream as 500", () => {
    assert.equal(best("180@10ms+503@1s", "180@10ms+486@2s"), 486);
    assert.equal(best("180@10ms+503@1s"), 500);
  });

  // covers: proxy §16.7 item 6
  test("a phone that never says a word is 408, and the best of the others goes before it", () => {
    assert.equal(best("silent"), 408);
    assert.equal(best("silent", "180@10ms+302@1s>sip:x@example.org"), 302);
  });

  // covers: proxy §16.7 item 6
  test("of a request other than INVITE as well", () => {
    const { scene, phones, alice } = fork(["silent", "silent"]);
    phones[0]?.answer("404@10ms", "MESSAGE");
    phones[1]?.answer("603@20ms", "MESSAGE");
    assert.deepEqual(settledFinals(scene, alice.request("MESSAGE", BOB)), [603]);
  });
});

describe("§16.7 item 10 and §16.10: CANCEL", () => {
  // covers: proxy §16.7 item 10
  test("item 10: a 2xx and a 6xx cancel every branch that rings, and no other final response does", () => {
    for (const [status, canceled] of [
      [200, 1],
      [603, 1],
      [302, 0],
      [486, 0],
      [500, 0],
    ] as const) {
      const { scene, phones, alice } = fork([`180@100ms+${status}@1s`, "180@100ms+480@3s"]);
      alice.invite(BOB, { byeAfterMs: 100 });
      scene.settle();
      assert.equal(phones[1]?.received("CANCEL").length, canceled, `${status}`);
      assert.equal(phones[0]?.received("CANCEL").length, 0, "a branch that has ended is left alone");
    }
  });

  // covers: proxy §16.10, proxy §9.1
  test("§9.1: the CANCEL has the request's own Request-URI, Via, Route, From, To, Call-ID and CSeq number, and no more", () => {
    const scene = new Scene();
    const edge = scene.phone("edge", { address: "192.0.2.77" });
    const headers = ["Supported: path", "Path: <sip:192.0.2.77;lr>"];
    const bob = scene.phone("bob");
    bob.register({ headers });
    scene.settle();
    edge.answer("180@100ms");
    const call = scene
      .phone("alice")
      .invite(BOB, { cancelAfterMs: 500 }, { headers: ["Require: x", "Proxy-Require:"] });
    assert.deepEqual(settledFinals(scene, call), [487]);
    const invite = arrived(edge, "INVITE");
    const cancel = arrived(edge, "CANCEL");
    assert.equal(cancel.requestUri, invite.requestUri);
    assert.deepEqual(vias(cancel), vias(invite).slice(0, 1), "a single Via, the topmost of the INVITE");
    for (const name of ["Route", "From", "To", "Call-ID"]) assert.equal(cancel.field(name), invite.field(name), name);
    assert.equal(cancel.field("Route"), "<sip:192.0.2.77;lr>");
    assert.equal(cancel.field("CSeq"), invite.field("CSeq")?.replace("INVITE", "CANCEL"));
    assert.equal(cancel.field("Require"), null);
    assert.equal(cancel.body, "");
  });

  // covers: proxy §9.1, proxy §16.10
  test("§9.1: no CANCEL before a provisional response, none after a final one, none for another method", () => {
    const { scene, phones, alice } = fork(["180@2s"]);
    const call = alice.invite(BOB, { cancelAfterMs: 500 });
    const late = fork(["180@100ms+486@1s"]);
    const lateCall = late.alice.invite(BOB, { cancelAfterMs: 2000 });
    assert.deepEqual(settledFinals(scene, call), [487]);
    assert.deepEqual(settledFinals(late.scene, lateCall), [486]);
    const [cancel] = phones[0]?.received("CANCEL") ?? [];
    assert.ok(cancel !== undefined && cancel.at - call.startedAt >= 2000);
    assert.equal(late.phones[0]?.received("CANCEL").length, 0);
  });

  // covers: proxy §9.2, proxy §16.10
  test("§9.2: a CANCEL is answered 200 at once, with a To tag of the proxy's own, one that names nothing 481", () => {
    const { scene, alice } = fork(["180@100ms"]);
    const call = alice.invite(BOB, { cancelAfterMs: 1000 });
    scene.settle();
    assert.deepEqual(call.cancellation?.finals(), [200]);
    const confirmed = call.cancellation?.response(200) ?? assert.fail();
    assert.ok(confirmed.at < call.response(487).at);
    assert.match(confirmed.message.field("To") ?? "", /^<sip:bob@example\.com>;tag=.+/);
    const stray = alice.invite("sip:nobody@example.com");
    scene.settle();
    const cancel = stray.draft;
    const nothing = alice.send(
      { ...cancel, method: "CANCEL", callId: "nothing@hand", headers: [], body: "" },
      {
        protocol: "UDP",
        host: scene.address,
        port: 5060,
      },
    );
    assert.deepEqual(settledFinals(scene, nothing), [481]);
  });

  // covers: proxy §9.2
  test("§9.2: a CANCEL after the final response is answered 200 and changes nothing", () => {
    const { scene, phones, alice } = fork(["180@100ms+486@1s"]);
    const call = alice.invite(BOB);
    scene.world.run(1500);
    const [head = ""] = call.text.split("\r\nContent-");
    alice.sendRaw(`${head.replace(/\bINVITE\b/g, "CANCEL")}\r\nContent-Length: 0\r\n\r\n`);
    scene.settle();
    assert.deepEqual(call.finals(), [486]);
    assert.deepEqual(
      alice.strays.map(({ message }) => [message.status, message.method]),
      [[200, "CANCEL"]],
    );
    assert.equal(phones[0]?.received("CANCEL").length, 0);
  });
});
