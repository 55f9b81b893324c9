/** RFC 3261 §17 with RFC 6026, seen from outside a proxy: what is repeated, when, how often, and what belongs together. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { branchOf, type Phone } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { Scene, type SceneOptions } from "../world/scene.ts";
import { answersTo, arrived, handwritten, moments, settledFinals, statusesTo, vias } from "./request.ts";

const BOB = "sip:bob@example.com";
const CONTACT = "Contact: <sip:alice@192.0.2.11>";

function sceneWithBob(script: string, options: SceneOptions = {}): { scene: Scene; bob: Phone; alice: Phone } {
  const scene = new Scene(options);
  return { scene, bob: scene.registered("bob", script), alice: scene.phone("alice") };
}

describe("§17.1.1: the INVITE client transaction", () => {
  // covers: proxy §17.1.1.1
  test("Timers A and B: sent after 0, 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s, given up after 32 s", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    const call = alice.invite(BOB);
    assert.deepEqual(settledFinals(scene, call), [408]);
    assert.deepEqual(moments(bob.received("INVITE")), [0, 500, 1500, 3500, 7500, 15_500, 31_500]);
    assert.ok(Math.abs(call.response(408).at - call.startedAt - 32_000) < 100);
  });

  // covers: proxy §17.1.1.1
  test("a provisional response ends the repeating, and waiting for a final one has no Timer B", () => {
    const { scene, bob, alice } = sceneWithBob("180@700ms+200@60s");
    assert.deepEqual(settledFinals(scene, alice.invite(BOB, { byeAfterMs: 100 })), [200]);
    assert.deepEqual(moments(bob.received("INVITE")), [0, 500]);
  });

  // covers: proxy §17.1.1.1
  test("over TCP it is sent once, and given up after 32 s all the same", () => {
    const { scene, bob, alice } = sceneWithBob("silent", { protocol: "TCP" });
    const call = alice.invite(BOB);
    assert.deepEqual(settledFinals(scene, call), [408]);
    assert.equal(bob.received("INVITE").length, 1);
    assert.ok(Math.abs(call.response(408).at - call.startedAt - 32_000) < 100);
  });

  // covers: proxy §17.1.1.1, proxy §17.1.1.2
  test("Timer D: a repeated final response is acknowledged each time for 32 s, and not passed on", () => {
    const { scene, bob, alice } = sceneWithBob("486@0s");
    const call = alice.invite(BOB);
    scene.world.run(1000);
    const { text } = bob.call.sent[0] ?? assert.fail();
    const responses = call.responses.length;
    for (const after of [1000, 10_000, 19_000]) {
      scene.world.run(after);
      bob.sendRaw(text);
      scene.world.run(10);
    }
    assert.equal(bob.call.acks.length, 4);
    assert.equal(call.responses.length, responses);
    scene.settle();
    bob.sendRaw(text);
    scene.world.run(1000);
    assert.equal(bob.call.acks.length, 4, "after Timer D nobody knows of it any more");
  });

  // covers: proxy §17.1.1.2
  test("a 2xx is not acknowledged by the proxy, and each repetition goes upstream", () => {
    const { scene, bob, alice } = sceneWithBob("200@0s");
    const call = alice.invite(BOB, { ackAfterMs: 4000, byeAfterMs: 6000 });
    assert.deepEqual(settledFinals(scene, call), [200]);
    assert.deepEqual(moments(call.responses.filter(({ message }) => message.status === 200)), [0, 500, 1500, 3500]);
    assert.equal(bob.call.acks.length, 4, "an ACK of the caller's own for each");
  });

  // covers: proxy §17.1.1.3, proxy §16.7
  test("the ACK for a refusal: Request-URI, Via, Route, From, Call-ID and number of the INVITE, To of the response", () => {
    const scene = new Scene();
    const edge = scene.phone("edge", { address: "192.0.2.77" });
    scene.phone("bob").register({ headers: ["Supported: path", "Path: <sip:192.0.2.77;lr>"] });
    scene.settle();
    edge.answer("486@0s");
    assert.deepEqual(settledFinals(scene, scene.phone("alice").invite(BOB)), [486]);
    const invite = arrived(edge, "INVITE");
    const ack = arrived(edge, "ACK");
    assert.equal(ack.requestUri, invite.requestUri);
    assert.deepEqual(vias(ack), vias(invite).slice(0, 1));
    for (const name of ["Route", "From", "Call-ID"]) assert.equal(ack.field(name), invite.field(name), name);
    assert.equal(ack.field("To"), `<${BOB}>;tag=${edge.call.tag}`);
    assert.equal(ack.field("CSeq"), invite.field("CSeq")?.replace("INVITE", "ACK"));
    assert.equal(ack.body, "");
  });
});

/** What comes of a final response that is sent again over a connection, 200 ms after the first. */
function sentAgainOverTcp(method: "INVITE" | "MESSAGE") {
  const { scene, bob, alice } = sceneWithBob("486@0s", { protocol: "TCP" });
  const exchange = method === "INVITE" ? alice.invite(BOB) : alice.request("MESSAGE", BOB);
  scene.world.run(100);
  const request = method === "INVITE" ? bob.call : bob.requests[0];
  const { text } = request?.sent[0] ?? assert.fail();
  const clients = scene.server.layer.size.clients;
  scene.world.run(100);
  bob.answerOver(text, request?.received ?? assert.fail());
  scene.settle();
  return { bob, exchange, clients };
}

// covers: proxy §17.1.1.1, proxy §17.1.1.2
test("Timer D is zero over TCP: the transaction has ended, and a repeated final response belongs to nothing", () => {
  const { bob, exchange, clients } = sentAgainOverTcp("INVITE");
  assert.equal(clients, 0);
  assert.equal(bob.call.acks.length, 1);
  assert.equal(exchange.responses.filter(({ message }) => message.status >= 200).length, 1);
});

// covers: proxy §17.1.2.2
test("Timer K is zero over TCP as well", () => {
  const { exchange, clients } = sentAgainOverTcp("MESSAGE");
  assert.equal(clients, 0);
  assert.equal(exchange.responses.length, 1);
});

describe("§17.1.2: other client transactions", () => {
  // covers: proxy §17.1.2.2
  test("Timer F: a request that nobody answers is given up after 32 s, over TCP as well", () => {
    for (const protocol of ["UDP", "TCP"] as const) {
      const { scene, bob, alice } = sceneWithBob("silent", { protocol });
      bob.answer("silent", "MESSAGE");
      alice.request("MESSAGE", BOB);
      scene.world.run(31_900);
      assert.equal(scene.server.layer.size.clients, 1);
      scene.world.run(300);
      assert.equal(scene.server.layer.size.clients, 0);
      scene.settle();
    }
  });

  // covers: proxy §17.1.2.2
  test("Timers E and F: sent after 0, 0.5, 1.5, 3.5 s and then every 4 s, given up after 32 s", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    bob.answer("silent", "MESSAGE");
    alice.request("MESSAGE", BOB);
    scene.settle();
    assert.deepEqual(
      moments(bob.received("MESSAGE")),
      [0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500],
    );
  });

  // covers: proxy §17.1.2.2
  test("after a provisional response it is repeated every 4 s", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    bob.answer("100@700ms+200@10s", "MESSAGE");
    assert.deepEqual(settledFinals(scene, alice.request("MESSAGE", BOB)), [200]);
    const [first, second, ...later] = moments(bob.received("MESSAGE"));
    assert.deepEqual([first, second], [0, 500]);
    assert.deepEqual(later, [1500, 5500, 9500]);
  });

  // covers: proxy §17.1.2.2
  test("over TCP it is sent once", () => {
    const { scene, bob, alice } = sceneWithBob("silent", { protocol: "TCP" });
    bob.answer("200@20s", "MESSAGE");
    assert.deepEqual(settledFinals(scene, alice.request("MESSAGE", BOB)), [200]);
    assert.equal(bob.received("MESSAGE").length, 1);
  });

  // covers: proxy §17.1.2.2
  test("Timer K: a repeated final response is swallowed", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    const exchange = alice.request("MESSAGE", BOB);
    scene.world.run(100);
    const { text } = bob.requests[0]?.sent[0] ?? assert.fail();
    bob.sendRaw(text);
    scene.settle();
    bob.sendRaw(text);
    scene.world.run(1000);
    assert.deepEqual(exchange.responses.length, 1);
  });

  // covers: proxy §17.1.2.2, proxy §9.1
  test("a CANCEL is repeated like any other until it is answered", () => {
    const { scene, bob, alice } = sceneWithBob("180@100ms+ignores-cancel");
    alice.invite(BOB, { cancelAfterMs: 500 });
    scene.settle();
    assert.deepEqual(moments(bob.received("CANCEL")).slice(0, 6), [0, 500, 1500, 3500, 7500, 11_500]);
  });
});

describe("§17.2.1: the INVITE server transaction", () => {
  // covers: proxy §17.2.1
  test("a repeated INVITE gets the last provisional response again and goes nowhere", () => {
    const { scene, bob, alice } = sceneWithBob("180@300ms+183@600ms+486@9s");
    const text = handwritten(alice, "INVITE", BOB, { headers: [CONTACT] });
    alice.sendRaw(text);
    scene.world.run(400);
    assert.deepEqual(statusesTo(scene, alice, text, 10), [180]);
    scene.world.run(400);
    assert.deepEqual(statusesTo(scene, alice, text, 10), [183]);
    assert.equal(bob.calls.length, 1);
  });

  // covers: proxy §17.2.1
  test("Timers G and H: a refusal is sent after 0, 0.5, 1.5, 3.5 s and then every 4 s, given up after 32 s", () => {
    const { scene, alice } = sceneWithBob("486@0s");
    const answers = answersTo(scene, alice, handwritten(alice, "INVITE", BOB, { headers: [CONTACT] }), 60_000);
    const refusals = answers.filter(({ message }) => message.status === 486);
    assert.deepEqual(moments(refusals), [0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500]);
    scene.settle();
  });

  // covers: proxy §17.2.1
  test("over TCP it is sent once", () => {
    const { scene, alice } = sceneWithBob("486@0s", { protocol: "TCP" });
    assert.deepEqual(
      statusesTo(scene, alice, handwritten(alice, "INVITE", BOB, { headers: [CONTACT] }), 60_000),
      [486],
    );
  });

  // covers: proxy §17.2.1
  test("an ACK ends the repeating; for Timer I later ones are swallowed, and the phone sees none of them", () => {
    const { scene, bob, alice } = sceneWithBob("486@0s");
    const text = handwritten(alice, "INVITE", BOB, { headers: [CONTACT] });
    const [refusal] = answersTo(scene, alice, text, 700);
    const ack = text.replaceAll(/\bINVITE\b/g, "ACK").replace(/To: .*\r/, `To: ${refusal?.message.field("To")}\r`);
    assert.deepEqual(statusesTo(scene, alice, ack, 40_000), []);
    alice.sendRaw(ack);
    scene.settle();
    assert.equal(bob.call.acks.length, 1, "the proxy's own");
  });

  // covers: proxy §13.3.1.4, proxy §17.2.1
  test("RFC 6026: after a 2xx a repeated INVITE is swallowed for 32 s, and the 2xx of the phone are passed on", () => {
    const { scene, bob, alice } = sceneWithBob("200@0s");
    const text = handwritten(alice, "INVITE", BOB, { headers: [CONTACT] });
    assert.deepEqual(statusesTo(scene, alice, text, 100), [200]);
    assert.deepEqual(statusesTo(scene, alice, text, 100), []);
    const later = statusesTo(scene, alice, text, 31_000);
    assert.ok(later.length >= 8 && later.every((status) => status === 200), `${later}`);
    assert.equal(bob.calls.length, 1);
  });
});

describe("§17.2.2: other server transactions", () => {
  // covers: proxy §17.2.2
  test("a repeated request is swallowed until there is a final response, and then gets it for 32 s", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    bob.answer("404@2s", "MESSAGE");
    const text = handwritten(alice, "MESSAGE", BOB);
    assert.deepEqual(statusesTo(scene, alice, text, 1000), []);
    assert.deepEqual(statusesTo(scene, alice, text, 500), []);
    assert.deepEqual(statusesTo(scene, alice, text, 1000), [404]);
    assert.deepEqual(statusesTo(scene, alice, text, 28_000), [404]);
    assert.deepEqual(statusesTo(scene, alice, text, 10), [404]);
    assert.equal(bob.requests.length, 1);
  });

  // covers: proxy §17.2.1, proxy §17.2.2
  test("Timers I and J are zero over TCP: what has been answered and acknowledged leaves nothing behind", () => {
    const { scene, alice } = sceneWithBob("486@0s", { protocol: "TCP" });
    const exchanges = [alice.invite(BOB), alice.request("MESSAGE", BOB)];
    scene.world.run(200);
    assert.deepEqual(
      exchanges.map((each) => each.finals()),
      [[486], [200]],
    );
    assert.deepEqual(scene.server.layer.size, { servers: 0, clients: 0 });
  });

  // covers: proxy §17.2.2
  test("Timer J: after 32 s the same request is a new one", () => {
    const { scene, bob, alice } = sceneWithBob("silent");
    const text = handwritten(alice, "MESSAGE", BOB);
    assert.deepEqual(statusesTo(scene, alice, text), [200]);
    scene.settle();
    alice.sendRaw(text);
    scene.settle();
    const branches = new Set(bob.received("MESSAGE").map(({ message }) => branchOf(message)));
    assert.equal(branches.size, 2, "two requests, not one that was repeated");
  });
});

describe("§17.2.3: what belongs to which transaction", () => {
  /** How many requests reach bob when these texts are sent one after the other. */
  function distinct(make: (phone: Phone) => readonly string[]): number {
    const { scene, bob, alice } = sceneWithBob("486@5s");
    bob.answer("200@5s", "MESSAGE");
    for (const text of make(alice)) alice.sendRaw(text);
    scene.world.run(100);
    return bob.inbox.filter(({ message }) => message.isRequest && message.method !== "ACK").length;
  }

  for (const method of ["INVITE", "MESSAGE"]) {
    const headers = method === "INVITE" ? [CONTACT] : [];
    const section = method === "INVITE" ? "§17.2.1" : "§17.2.2";

    // covers: proxy §17.2.3
    test(`${method} (${section}): branch, sent-by and method tell requests apart, nothing else`, () => {
      const via = "SIP/2.0/UDP 192.0.2.11:5060;branch=z9hG4bKsame";
      const text = (parts: object) => (phone: Phone) => handwritten(phone, method, BOB, { via, headers, ...parts });
      const same = text({ callId: "same@hand", from: "<sip:a@example.com>;tag=a" });
      const pair = (one: (phone: Phone) => string, other: (phone: Phone) => string) =>
        distinct((phone) => [one(phone), other(phone)]);
      assert.equal(pair(same, same), 1);
      assert.equal(pair(same, text({ callId: "another@hand" })), 1, "Call-ID");
      assert.equal(pair(same, text({ from: "<sip:a@example.com>;tag=b" })), 1, "From");
      assert.equal(pair(same, text({ via: via.replace("same", "another") })), 2, "branch");
      assert.equal(pair(same, text({ via: via.replace("192.0.2.11", "192.0.2.99") })), 2, "sent-by");
      assert.equal(pair(same, text({ via: via.replace("5060", "5061") })), 2, "port of sent-by");
      assert.equal(pair(same, text({ via: `${via};rport` })), 1, "parameters");
      assert.equal(pair(same, text({ via: via.replace("z9hG4bKsame", "Z9HG4BKSAME") })), 1, "case");
      assert.equal(
        pair(same, (phone) => handwritten(phone, "OPTIONS", BOB, { via })),
        2,
        "method",
      );
    });

    // covers: proxy §17.2.3
    test(`${method} of RFC 2543: Request-URI, tags, Call-ID, CSeq and the whole Via tell requests apart`, () => {
      const via = "SIP/2.0/UDP 192.0.2.11:5060;branch=1";
      const of = (parts: object) => (phone: Phone) =>
        handwritten(phone, method, BOB, {
          via,
          headers,
          callId: "c@hand",
          from: "<sip:a@example.com>;tag=a",
          ...parts,
        });
      const pair = (other: object) => distinct((phone) => [of({})(phone), of(other)(phone)]);
      assert.equal(pair({}), 1);
      assert.equal(pair({ callId: "d@hand" }), 2, "Call-ID");
      assert.equal(pair({ from: "<sip:a@example.com>;tag=b" }), 2, "From tag");
      assert.equal(pair({ cseq: `2 ${method}` }), 2, "CSeq");
      assert.equal(pair({ via: `${via};x=y` }), 2, "Via");
      assert.equal(pair({ via: "SIP/2.0/UDP 192.0.2.11:5060" }), 2, "no branch at all");
    });
  }

  // covers: proxy §17.2.3
  test("an ACK belongs to the INVITE with its branch, and a CANCEL is a request of its own", () => {
    const { scene, bob, alice } = sceneWithBob("180@10ms");
    const text = handwritten(alice, "INVITE", BOB, { headers: [CONTACT] });
    alice.sendRaw(text);
    scene.world.run(100);
    const cancel = text.replaceAll(/\bINVITE\b/g, "CANCEL").replace(`${CONTACT}\r\n`, "");
    const answers = answersTo(scene, alice, cancel);
    assert.deepEqual(
      answers.map(({ message }) => [message.status, message.method]),
      [
        [200, "CANCEL"],
        [487, "INVITE"],
      ],
    );
    const refusal = answers[1]?.message.value(Header.To);
    alice.sendRaw(text.replaceAll(/\bINVITE\b/g, "ACK").replace(/To: .*\r/, `To: ${refusal}\r`));
    scene.settle();
    assert.equal(alice.strays.filter(({ message }) => message.status === 487).length, 1, "acknowledged");
    assert.equal(bob.call.acks.length, 1);
  });
});
