import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone } from "../../src/lab/mod.ts";
import type { Protocol } from "../../src/transport/mod.ts";
import { Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";

function stage(
  script: string,
  options: { caller?: Protocol; callee?: Protocol } = {},
): { scene: Scene; alice: Phone; bob: Phone } {
  const scene = new Scene();
  const bob = scene.registered("bob", "486@0s", { protocol: options.callee ?? "UDP" }).answer(script, "MESSAGE");
  return { scene, alice: scene.phone("alice", { protocol: options.caller ?? "UDP" }), bob };
}

const send = (alice: Phone) => alice.request("MESSAGE", BOB, { body: "hi" });

describe("a request other than INVITE", () => {
  for (const [status, upstream] of [
    [200, 200],
    [202, 202],
    [302, 302],
    // covers: testNonInvite4xxResponse
    [400, 400],
    // covers: testNonInviteBusy
    [486, 486],
    // covers: testNonInvite5xxResponse
    [500, 500],
    [503, 500],
    // covers: testNonInvite6xxResponse
    [603, 603],
  ] as const) {
    test(`answered ${status} arrives as ${upstream}`, () => {
      const { scene, alice, bob } = stage(`${status}@100ms`);
      const message = send(alice);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(message.finals(), [upstream]);
        assert.equal(bob.received("MESSAGE").length, 1);
      });
    });
  }

  for (const [caller, callee] of [
    // covers: testNonInviteTCPtoUDP
    ["TCP", "UDP"],
    // covers: testNonInviteUDPtoTCP
    ["UDP", "TCP"],
    // covers: testNonInviteTLS
    ["TLS", "TLS"],
    ["WS", "UDP"],
  ] as const) {
    test(`${caller} to ${callee}`, () => {
      const { scene, alice, bob } = stage("200@100ms", { caller, callee });
      const message = send(alice);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(message.finals(), [200]);
        assert.equal(bob.received("MESSAGE").length, 1);
      });
    });
  }

  // covers: testNonInviteWith180, testNonInvite200then180, testNit2xxThen1xx, testNit4xxThen1xx
  test("a provisional response but 100 does not travel (RFC 4320 §4.1), before the final response or after", () => {
    for (const script of ["180@1s+200@3s", "200@1s+180@1100ms", "404@1s+180@1100ms"]) {
      const { scene, alice } = stage(script);
      const message = send(alice);
      scene.settle();
      scene.world.explain(() => {
        assert.equal(message.finals().length, 1);
        assert.deepEqual(
          message.provisionals().filter((status) => status > 100),
          [],
          script,
        );
      });
    }
  });

  for (const [script, heard] of [
    // covers: testNit2xxThen4xx
    ["200@1s+404@1100ms", 200],
    // covers: testNit4xxThen2xx
    ["404@1s+200@1100ms", 404],
    // covers: testNitMultiple4xx
    ["404@1s+486@1100ms+480@1200ms", 404],
  ] as const) {
    test(`${script}: the first counts`, () => {
      const { scene, alice } = stage(script);
      const message = send(alice);
      scene.settle();
      scene.world.explain(() => assert.deepEqual(message.finals(), [heard]));
    });
  }

  // covers: testNonInviteSpam180, testNonInviteSpam200
  test("a phone that repeats itself without end: one answer goes upstream", () => {
    const { scene, alice, bob } = stage("silent");
    const message = send(alice);
    scene.world.run(100);
    const [request] = bob.requests.slice(-1);
    for (const status of [180, 200]) {
      const sent = request?.respond(status);
      for (let i = 1; i < 50; i++)
        scene.world.after(i * 10, () => request !== undefined && bob.answerOver(sent?.text ?? "", request.received));
      scene.world.run(1000);
    }
    scene.settle();
    scene.world.explain(() =>
      assert.deepEqual(
        message.responses.map(({ message: { status } }) => status).filter((status) => status > 100),
        [200],
      ),
    );
  });

  // covers: testNonInviteClientRetransmissionsWithRecovery, testNonInviteServerRetransmission, testNonInvite200Dropped, testNonInviteDropped
  test("lost on either leg, there or back, it arrives all the same and is handled once", () => {
    for (const [from, to, head] of [
      ["alice", "proxy", "MESSAGE"],
      ["proxy", "bob", "MESSAGE"],
      ["bob", "proxy", "SIP/2.0 200"],
      ["proxy", "alice", "SIP/2.0 200"],
    ] as const) {
      const { scene, alice, bob } = stage("200@100ms");
      scene.world.network.swallow(
        (travel) => travel.from === from && travel.to === to && travel.text.startsWith(head),
        3,
      );
      const message = send(alice);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(message.finals(), [200], `${head} from ${from}`);
        assert.equal(bob.requests.filter(({ method }) => method === "MESSAGE").length, 1);
      });
    }
  });

  // covers: testNonInviteClientRetransmissionsWithTimeout
  test("that nobody answers gets no 408: it would come too late to be of use (RFC 4320 §4.2)", () => {
    const { scene, alice, bob } = stage("silent");
    const message = send(alice);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), []);
      assert.equal(message.timedOut, true);
      assert.ok(bob.received("MESSAGE").length > 1);
      assert.deepEqual([...new Set(message.provisionals())], [100]);
      const after = message.response(100).at - message.startedAt;
      assert.ok(after >= 3500 && after < 3700, `a 100 once Timer E has come to T2 (§4.1), not after ${after} ms`);
    });
  });

  // covers: testNonInviteSpamRequestBeforeResponse, testNonInviteSpamRequestAfterResponse
  test("sent again and again, before and after its answer, is one request", () => {
    const { scene, alice, bob } = stage("200@1s");
    const message = send(alice);
    for (let i = 1; i <= 60; i++) scene.world.after(i * 50, () => alice.sendRaw(message.text));
    scene.settle();
    scene.world.explain(() => {
      assert.equal(bob.received("MESSAGE").length, 2, "the INVITE-less request and its one retransmission at 0.5 s");
      assert.ok(message.responses.length >= 40, "each copy after the answer gets the answer again");
      assert.deepEqual(message.finals(), [200]);
    });
  });

  // covers: testNonInviteNoContacts
  test("to nobody: 480 when known, 404 when not", () => {
    const scene = new Scene({ passwords: { alice: "a", carol: "c" } });
    const alice = scene.phone("alice");
    const known = alice.request("MESSAGE", "sip:carol@example.com");
    const unknown = alice.request("OPTIONS", "sip:nobody@example.com");
    scene.settle();
    scene.world.explain(() => assert.deepEqual([known.finals(), unknown.finals()], [[480], [404]]));
  });

  test("forks as well: one 2xx goes upstream, the other is dropped (§16.7 step 5)", () => {
    const scene = new Scene();
    for (const [name, script] of [
      ["p1", "200@1s"],
      ["p2", "202@2s"],
      ["p3", "603@500ms"],
    ] as const)
      scene.registered(name, "486@0s", { user: "bob" }).answer(script, "MESSAGE");
    const message = send(scene.phone("alice"));
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), [200]);
      assert.equal(
        scene.world.network.travels.some(({ text }) => text.startsWith("CANCEL")),
        false,
        "nothing but an INVITE is cancelled",
      );
    });
  });

  test("methods nobody has heard of are forwarded like the rest", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const dance = scene.phone("alice").request("DANCE", BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(dance.finals(), [200]);
      assert.equal(bob.received("DANCE").length, 1);
    });
  });

  // covers: proxy §18.1.1
  test("a large one leaves by TCP when UDP would fragment it (RFC 3261 §18.1.1), where nothing asks for UDP", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    const message = scene.phone("alice", { protocol: "TCP" }).request("MESSAGE", BOB, { body: "x".repeat(1500) });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), [200]);
      assert.equal(bob.received("MESSAGE")[0]?.flow.protocol, "TCP");
    });
  });
});
