import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeAnswer, writeRequest } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import type { Protocol } from "../../src/transport/mod.ts";
import { PROXY, Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

/** Who speaks what, and the names of the programme that the pair stands for. */
const pairs: readonly [caller: Protocol, callee: Protocol][] = [
  ["UDP", "UDP"],
  ["UDP", "TCP"],
  ["UDP", "TLS"],
  ["UDP", "WS"],
  ["TCP", "UDP"],
  ["TCP", "TCP"],
  ["TCP", "TLS"],
  ["TLS", "UDP"],
  ["TLS", "TCP"],
  ["TLS", "TLS"],
  ["WS", "UDP"],
  ["WS", "WS"],
];

describe("two phones through the proxy", () => {
  // covers: testInviteBasic, testInviteBasicTls, testInviteCallerHangsUp, testInviteUDPToTCPCallerHangsUp, testInviteUDPToTLSCallerHangsUp, testInviteTCPToUDPCallerHangsUp, testInviteTCPToTLSCallerHangsUp, testInviteTLSToUDPCallerHangsUp, testInviteTLSToTCPCallerHangsUp
  for (const [caller, callee] of pairs) {
    test(`${caller} calls ${callee}: rings, answers, the caller hangs up`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "180@1s+200@2s", { protocol: callee });
      const alice = scene.phone("alice", { protocol: caller });
      const call = alice.invite(BOB, { byeAfterMs: 5000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(
          call.provisionals().filter((status) => status > 100),
          [180],
        );
        assert.deepEqual(call.finals(), [200]);
        assert.equal(bob.call.acks.length, 1);
        assert.deepEqual(call.dialog.byes[0]?.finals(), [200]);
        assert.equal(bob.received("BYE").length, 1);
        assert.equal(bob.received("BYE")[0]?.flow.protocol, callee);
      });
    });
  }

  // covers: testInviteCalleeHangsUp, testInviteUDPToTCPCalleeHangsUp, testInviteUDPToTLSCalleeHangsUp, testInviteTCPToUDPCalleeHangsUp, testInviteTCPToTLSCalleeHangsUp, testInviteTLSToUDPCalleeHangsUp, testInviteTLSToTCPCalleeHangsUp
  for (const [caller, callee] of pairs) {
    test(`${caller} calls ${callee}: the callee hangs up`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", "180@1s+200@2s", { protocol: callee });
      const alice = scene.phone("alice", { protocol: caller });
      const call = alice.invite(BOB);
      scene.world.run(5000);
      scene.world.explain(() => bob.call.hangUp());
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(bob.call.dialog.byes[0]?.finals(), [200]);
        assert.equal(call.dialog.ended, true);
        assert.equal(alice.received("BYE")[0]?.flow.protocol, caller);
      });
    });
  }

  for (const [status, upstream] of [
    // covers: testInviteNotFound
    [404, 404],
    // covers: testInvite480Response
    [480, 480],
    // covers: testInviteBusy
    [486, 486],
    // covers: testInvite488Response
    [488, 488],
    // covers: testInvite500Response
    [500, 500],
    // covers: testInvite503Response
    [503, 500],
    // covers: testInvite600Response
    [600, 600],
    // covers: testInvite603Response
    [603, 603],
  ] as const) {
    test(`the callee refuses with ${status}: the caller gets ${upstream}, both sides are acknowledged`, () => {
      const scene = new Scene();
      const bob = scene.registered("bob", `180@1s+${status}@2s`);
      const call = scene.phone("alice").invite(BOB);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [upstream]);
        assert.equal(bob.call.acks.length, 1);
        assert.deepEqual(bob.call.unacknowledged, []);
      });
    });
  }

  // covers: testEarlyMedia
  test("183 with a session description arrives as it was sent", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "silent");
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 1000 });
    scene.world.run(1000);
    const body = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=early\r\nt=0 0\r\n";
    const headers = [`Contact: ${bob.contact()}`, "Content-Type: application/sdp"];
    const { received, tag } = bob.call;
    const lines = [...received.message.values(Header.RecordRoute).map((value) => `Record-Route: ${value}`), ...headers];
    bob.answerOver(writeAnswer(received, 183, "Session Progress", tag, lines, body), received);
    scene.world.run(1000);
    bob.call.respond(200);
    scene.settle();
    scene.world.explain(() => {
      const early = call.response(183).message;
      assert.equal(early.body, body);
      assert.equal(early.field("Content-Type"), "application/sdp");
      assert.equal(early.field("Contact"), bob.contact());
      assert.notEqual(early.field("Record-Route"), null);
      assert.deepEqual(call.finals(), [200]);
    });
  });

  // covers: testInfo
  test("INFO, UPDATE and a second INVITE travel inside the dialog, both ways", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const alice = scene.phone("alice");
    const call = alice.invite(BOB);
    scene.world.run(1000);
    const sent = [call.dialog.request("INFO"), call.dialog.request("UPDATE"), bob.call.dialog.request("INFO")];
    const again = call.dialog.request("INVITE", { headers: [`Contact: ${alice.contact()}`] });
    scene.world.run(100);
    const ack = call.dialog.draft("ACK", { cseq: again.draft.cseq });
    alice.sendRaw(writeRequest(ack, alice.via("UDP", alice.newBranch())));
    scene.world.run(1000);
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      for (const exchange of [...sent, again]) assert.deepEqual(exchange.finals(), [200], exchange.method);
      for (const [phone, method, count] of [
        [bob, "INFO", 1],
        [alice, "INFO", 1],
        [bob, "UPDATE", 1],
        [bob, "INVITE", 2],
        [bob, "ACK", 2],
      ] as const)
        assert.equal(phone.received(method).length, count, `${method} to ${phone.name}`);
      assert.deepEqual(bob.calls[1]?.unacknowledged, []);
    });
  });

  // covers: testInviteForRport
  test("a caller behind an address it does not know is answered where it sent from", () => {
    const scene = new Scene();
    scene.registered("bob", "486@1s");
    const alice = scene.phone("alice");
    const text = [
      `INVITE ${BOB} SIP/2.0`,
      "Via: SIP/2.0/UDP 10.0.0.1:5999;branch=z9hG4bKrport;rport",
      "Max-Forwards: 70",
      "From: <sip:alice@example.com>;tag=a",
      `To: <${BOB}>`,
      "Call-ID: rport@test",
      "CSeq: 1 INVITE",
      "Contact: <sip:alice@10.0.0.1>",
      "Content-Length: 0\r\n\r\n",
    ].join("\r\n");
    alice.sendRaw(text);
    scene.world.run(2000);
    scene.world.explain(() => {
      const statuses = alice.strays.map(({ message }) => message.status);
      assert.ok(statuses.includes(486), `${statuses}`);
      const via = alice.strays[0]?.message.field("Via") ?? "";
      assert.match(via, /;received=192\.0\.2\.\d+/);
      assert.match(via, /;rport=5060/);
    });
  });

  test("everything works over IPv6 as well", () => {
    const scene = new Scene({ proxyAddress: "2001:db8::1" });
    const bob = scene.registered("bob", "180@1s+200@2s", { address: "2001:db8::20" });
    const call = scene.phone("alice", { address: "2001:db8::10" }).invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(bob.received("BYE").length, 1);
    });
  });
});

describe("nobody to reach", () => {
  // covers: testInviteNoSuchUser
  test("an unknown user is 404, a known one without contacts 480", () => {
    const scene = new Scene({ passwords: { alice: "secret", carol: "secret" } });
    const alice = scene.phone("alice");
    const unknown = alice.invite("sip:nobody@example.com");
    const known = alice.invite("sip:carol@example.com");
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(unknown.finals(), [404]);
      assert.deepEqual(known.finals(), [480]);
    });
  });

  test("a user who has unregistered is 480", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    bob.register({ expires: 0 });
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => assert.ok([404, 480].includes(call.finals()[0] as number), `${call.finals()}`));
  });

  // covers: testInviteServerDead
  test("a phone that died is 408 after 32 s over UDP", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    bob.host.crash();
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [408]);
      const after = call.response(408).at - call.startedAt;
      assert.ok(after >= 32_000 && after < 32_300, `${after}`);
    });
  });

  // covers: testInviteTransportFailure
  test("a phone whose TCP port is closed is refused at once, not after Timer B", () => {
    const scene = new Scene({ protocol: "TCP" });
    const bob = scene.registered("bob", "200@0s");
    bob.host.crash();
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB);
    scene.world.runUntil(() => call.finals().length > 0, 2000);
    scene.settle();
    scene.world.explain(() => assert.ok([480, 500].includes(call.finals()[0] as number), `${call.finals()}`));
  });

  test("a WebSocket phone that went away is 480 at once: nothing can be sent there", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s", { protocol: "WS" });
    bob.host.crash();
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB);
    scene.world.runUntil(() => call.finals().length > 0, 1000);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [480]));
  });

  for (const transport of [
    // covers: testInviteNoDNS
    "",
    // covers: testInviteNoDNSTcp
    ";transport=tcp",
  ]) {
    test(`a contact whose name nobody knows ends the call in seconds ${transport}`, async () => {
      const scene = new Scene();
      const bob = scene.phone("bob");
      bob.register({ contacts: [`<sip:bob@nowhere.example.net${transport}>`] });
      scene.world.run(1000);
      const call = scene.phone("alice").invite(BOB);
      await scene.runWithLookups(5000);
      scene.world.explain(() => assert.ok([480, 500].includes(call.finals()[0] as number), `${call.finals()}`));
      scene.settle();
    });
  }
});

describe("who answers what", () => {
  // covers: testProxyAlive
  test("OPTIONS to the server itself says what it can", () => {
    const scene = new Scene();
    const options = scene.phone("alice").request("OPTIONS", `sip:${PROXY}`);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(options.finals(), [200]);
      assert.match(options.response(200).message.field("Allow") ?? "", /INVITE/);
    });
  });

  // covers: testRoutingBasic
  test("a preloaded Route naming the proxy is taken away, the next one followed", () => {
    const scene = new Scene({ policy: { foreignDomains: "relay" } });
    const bob = scene.registered("bob", "200@0s", { address: "192.0.2.20" });
    const edge = scene.phone("edge", { address: "192.0.2.77" });
    const alice = scene.phone("alice");
    const toUser = alice.request("MESSAGE", BOB, { routes: [`<sip:${PROXY};lr>`], body: "hi" });
    scene.world.run(1000);
    const byName = alice.request("MESSAGE", BOB, { routes: ["<sip:example.com;lr>"], body: "hi" });
    scene.world.run(1000);
    const next = ["<sip:192.0.2.77;lr>"];
    const byNext = alice.request("MESSAGE", BOB, { routes: [`<sip:${PROXY};lr>`, ...next], body: "hi" });
    scene.world.run(1000);
    scene.world.explain(() => {
      for (const exchange of [toUser, byName, byNext]) assert.deepEqual(exchange.finals(), [200]);
      assert.deepEqual(edge.received("MESSAGE")[0]?.message.lines(Header.Route), next);
      assert.equal(bob.received("MESSAGE").length, 2);
      for (const { message } of bob.received("MESSAGE")) assert.equal(message.field("Route"), null);
    });
  });

  test("OPTIONS to an address of record goes to its contacts", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const options = scene.phone("alice").request("OPTIONS", BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(options.finals(), [200]);
      assert.equal(bob.received("OPTIONS").length, 1);
    });
  });

  test("a foreign domain is 403 unless the policy relays", () => {
    const scene = new Scene();
    const call = scene.phone("alice").invite("sip:bob@elsewhere.example.org");
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [403]));
  });

  // covers: testUnsupportedProxyRequire
  test("Proxy-Require of what nobody knows is 420 and names it", () => {
    const scene = new Scene();
    scene.registered("bob", "200@0s");
    const call = scene.phone("alice").invite(BOB, {}, { headers: ["Proxy-Require: privacy-of-mars, other"] });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [420]);
      assert.deepEqual(call.response(420).message.field("Unsupported"), "privacy-of-mars, other");
    });
  });

  const many = "x,".repeat(5000);
  for (const [method, line] of [
    ["INVITE", `Proxy-Require: ${many}x`],
    ["REGISTER", `Require: ${many}x`],
    ["MESSAGE", `Route: ${many}<`],
    ["MESSAGE", `Date: ${many}`],
  ] as const) {
    test(`what a stranger gets for ${method} with a long ${line.slice(0, line.indexOf(":"))} is hardly longer than what came`, () => {
      const scene = new Scene({ passwords: { bob: "secret" } });
      const alice = scene.phone("alice");
      const uri = method === "REGISTER" ? "sip:example.com" : BOB;
      const text = `${method} ${uri} SIP/2.0\r\nVia: SIP/2.0/UDP ${alice.host.address};branch=z9hG4bKlong\r\nMax-Forwards: 70\r\nFrom: <sip:alice@example.com>;tag=1\r\nTo: <${BOB}>\r\nCall-ID: long\r\nCSeq: 1 ${method}\r\n${line}\r\nContent-Length: 0\r\n\r\n`;
      alice.sendRaw(text);
      scene.settle();
      const lengths = alice.strays.map((each) => each.text.length);
      assert.equal(lengths.length, 1);
      assert.ok((lengths[0] as number) < 2000, `${text.length} octets got ${lengths[0]}`);
    });
  }
});

test("while memory is short new calls get 503 and leave nothing behind, running ones end as they should", () => {
  const scene = new Scene();
  const bob = scene.registered("bob", "200@1s");
  const alice = scene.phone("alice");
  const running = alice.invite(BOB, { byeAfterMs: 5000 });
  scene.world.run(3000);
  scene.server.memory = "short";
  const held = scene.server.layer.size;
  const refused = [alice.invite(BOB), alice.request("REGISTER", "sip:example.com"), alice.request("MESSAGE", BOB)];
  scene.world.run(100);
  assert.deepEqual(scene.server.layer.size, held);
  scene.world.run(5000);
  scene.world.explain(() => {
    for (const each of refused) {
      assert.deepEqual(each.finals(), [503]);
      assert.equal(each.response(503).message.field("Retry-After"), "10");
    }
    assert.deepEqual(running.finals(), [200]);
    assert.deepEqual(running.dialog.byes[0]?.finals(), [200]);
    assert.equal(bob.calls.length, 1);
  });
  scene.server.memory = "enough";
  const taken = alice.invite(BOB, { byeAfterMs: 1000 });
  scene.settle();
  scene.world.explain(() => assert.deepEqual(taken.finals(), [200]));
});

test("when memory is nearly full requests inside dialogs get 503 too and leave nothing behind; a call that is set up can be given up", () => {
  const scene = new Scene();
  const bob = scene.registered("bob", "180@1s");
  const alice = scene.phone("alice");
  const talking = scene.phone("carol").invite(BOB);
  scene.world.run(2000);
  bob.call.respond(200);
  scene.world.run(1000);
  const ringing = alice.invite(BOB);
  scene.world.run(2000);
  scene.server.memory = "full";
  const held = scene.server.layer.size;
  const info = talking.dialog.request("INFO");
  scene.world.run(100);
  assert.deepEqual(scene.server.layer.size, held);
  ringing.cancel();
  scene.world.run(1000);
  scene.world.explain(() => {
    assert.deepEqual([info.finals(), info.response(503).message.field("Retry-After")], [[503], "10"]);
    assert.deepEqual(ringing.finals(), [487]);
  });
  scene.server.memory = "enough";
  talking.hangUp();
  scene.settle();
});
