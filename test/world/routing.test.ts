import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Draft, type Phone, uriOf } from "../../src/lab/mod.ts";
import { PROXY, Scene, type SceneOptions } from "./scene.ts";

const BOB = "sip:bob@example.com";

function answered(options: SceneOptions = {}, callerHeaders: readonly string[] = []) {
  const scene = new Scene(options);
  const bob = scene.registered("bob", "180@100ms+200@1s");
  const alice = scene.phone("alice");
  const call = alice.invite(BOB, {}, { headers: callerHeaders });
  scene.world.run(2000);
  return { scene, alice, bob, call };
}

describe("staying in the path", () => {
  test("both sides get a loose route through the proxy, and its Via never reaches them in responses", () => {
    const { scene, bob, call } = answered();
    scene.world.explain(() => {
      for (const route of [...call.dialog.routes, ...bob.call.dialog.routes]) {
        assert.match(route, new RegExp(`^<sip:[^>]*${PROXY.replaceAll(".", "\\.")}[^>]*;lr[^>]*>`));
      }
      assert.equal(call.response(200).message.values(1).length, 1, "one Via, the caller's own");
      assert.equal(bob.call.received.message.values(1).length, 2);
    });
  });

  test("without record-routing ACK and BYE go directly", () => {
    const { scene, alice, bob, call } = answered({ policy: { recordRoute: false } });
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.dialog.routes, []);
      const byes = scene.world.network.travels.filter(({ text }) => text.startsWith("BYE"));
      assert.deepEqual(
        byes.map(({ from, to }) => [from, to]),
        [["alice", "bob"]],
      );
      assert.equal(alice.dialogs.length + bob.dialogs.length, 2);
    });
  });

  test("Record-Route of proxies before us stands below ours", () => {
    const { scene, bob } = answered({}, ["Record-Route: <sip:192.0.2.99;lr>"]);
    scene.world.explain(() => {
      const recorded = bob.call.received.message.values(9);
      assert.equal(recorded.at(-1), "<sip:192.0.2.99;lr>");
      assert.ok(recorded.length >= 2);
    });
  });

  test("the ACK of a 2xx and the BYE carry no Route of ours any more when they reach the phone", () => {
    const { scene, bob, call } = answered();
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      for (const method of ["ACK", "BYE"]) {
        const [received] = bob.received(method);
        assert.equal(received?.message.field("Route"), null, method);
        assert.equal(received?.message.requestUri, uriOf(bob.contact()), method);
      }
    });
  });

  test("Route values in one line, ours twice among them, are taken away as well as in lines of their own", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s", { protocol: "TCP" });
    const alice = scene.phone("alice");
    const call = alice.invite(BOB);
    scene.world.run(1000);
    scene.world.explain(() => assert.equal(call.dialog.routes.length, 2, "two sides, two Record-Routes (RFC 5658)"));
    const draft = call.dialog.draft("INFO");
    const info = alice.send(
      { ...draft, routes: [draft.routes.join(" , ")] },
      { protocol: "UDP", host: PROXY, port: 5060 },
    );
    scene.world.run(1000);
    scene.world.explain(() => {
      assert.deepEqual(info.finals(), [200]);
      assert.equal(bob.received("INFO")[0]?.message.field("Route"), null);
    });
  });

  test("a route set is good for its own dialog only when requests are authenticated", () => {
    const { scene, alice, bob, call } = answered({ passwords: { alice: "a", bob: "b" } });
    const mallory = scene.phone("mallory");
    const stolen = mallory.request("MESSAGE", uriOf(bob.contact()), {
      routes: call.dialog.routes,
      to: `<${BOB}>;tag=x`,
      body: "spam",
    });
    const own = call.dialog.request("INFO");
    scene.world.run(1000);
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.ok([403, 407].includes(stolen.finals()[0] as number), `${stolen.finals()}`);
      assert.deepEqual(own.finals(), [200]);
      assert.equal(own.responses.length, 1, "no challenge inside the dialog");
      assert.equal(bob.received("MESSAGE").length, 0);
      assert.equal(alice.dialogs.length, 1);
    });
  });
});

describe("strict routers (RFC 3261 §16.4, §16.6 step 6)", () => {
  test("one before us put our URI into the Request-URI: the last Route is the real target", () => {
    const { scene, alice, bob, call } = answered();
    const draft: Draft = call.dialog.draft("INFO");
    const [own, ...rest] = draft.routes;
    const strict = { ...draft, uri: uriOf(own as string), routes: [...rest, `<${draft.uri}>`] };
    const info = alice.send(strict, { protocol: "UDP", host: PROXY, port: 5060 });
    scene.world.run(1000);
    scene.world.explain(() => {
      assert.deepEqual(info.finals(), [200]);
      const [received] = bob.received("INFO");
      assert.equal(received?.message.requestUri, uriOf(bob.contact()));
      assert.equal(received?.message.field("Route"), null);
    });
  });

  /** A request with a Route of two foreign hops, relayed. */
  const relayed = (second: string): { scene: Scene; next: Phone; text: () => string } => {
    const scene = new Scene({ policy: { foreignDomains: "relay" } });
    const next = scene.phone("next", { address: "192.0.2.77" });
    scene.phone("alice").request("MESSAGE", "sip:carol@192.0.2.88", {
      routes: [`<sip:${PROXY};lr>`, second, "<sip:192.0.2.78;lr>"],
      body: "hi",
    });
    scene.settle();
    return { scene, next, text: () => next.received("MESSAGE")[0]?.text ?? "" };
  };

  test("a loose router behind us gets the Request-URI untouched and its own Route on top", () => {
    const { scene, text } = relayed("<sip:192.0.2.77;lr>");
    scene.world.explain(() => {
      assert.match(text(), /^MESSAGE sip:carol@192\.0\.2\.88 SIP/);
      assert.match(text(), /\r\nRoute: <sip:192\.0\.2\.77;lr>\r\nRoute: <sip:192\.0\.2\.78;lr>\r\n/);
    });
  });

  test("a strict router behind us gets its own URI as Request-URI and the target as last Route", () => {
    const { scene, text } = relayed("<sip:192.0.2.77>");
    scene.world.explain(() => {
      assert.match(text(), /^MESSAGE sip:192\.0\.2\.77 SIP/);
      assert.doesNotMatch(text(), /Route: <sip:192\.0\.2\.77>/);
      assert.match(text().replace(/\r\nRoute: /g, ", "), /<sip:192\.0\.2\.78;lr>, ?<sip:carol@192\.0\.2\.88>/);
    });
  });

  test("a preloaded Route to a stranger is refused where foreign domains are", () => {
    const scene = new Scene();
    const next = scene.phone("next", { address: "192.0.2.77" });
    const message = scene
      .phone("alice")
      .request("MESSAGE", BOB, { routes: [`<sip:${PROXY};lr>`, "<sip:192.0.2.77;lr>"], body: "hi" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(message.finals(), [403]);
      assert.equal(next.inbox.length, 0);
    });
  });

  test("a Route that cannot be read is 400", () => {
    const scene = new Scene();
    scene.registered("bob", "200@0s");
    const message = scene.phone("alice").request("MESSAGE", BOB, { routes: ["sip:no brackets;;"], body: "hi" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(message.finals(), [400]));
  });
});

describe("who am I", () => {
  test("a phone on this very host but another port is another element", () => {
    const scene = new Scene({ policy: { foreignDomains: "relay" } });
    const message = scene.phone("alice").request("MESSAGE", `sip:bob@${PROXY}:5999`, { body: "hi" });
    scene.settle();
    scene.world.explain(() => {
      const sent = scene.world.network.travels.find(({ note }) => note !== "");
      assert.equal(sent?.note, `nobody at ${PROXY}:5999`);
      assert.notEqual(message.finals()[0], 404);
    });
  });

  test("a served domain with a port nobody here listens on is another server", () => {
    const scene = new Scene();
    scene.registered("bob", "200@0s");
    const message = scene.phone("alice").request("MESSAGE", "sip:bob@example.com:5999", { body: "hi" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(message.finals(), [403]));
  });

  test("an address with a listening port is local", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "200@0s");
    for (const uri of [
      `sip:bob@${PROXY}`,
      `sip:bob@${PROXY}:5060`,
      `sip:bob@${PROXY}:5060;transport=tcp`,
      "sip:bob@EXAMPLE.com",
      "sip:bob@example.com:5060",
    ]) {
      const message = scene.phone(`caller-${bob.requests.length}`).request("MESSAGE", uri, { body: "hi" });
      scene.settle();
      scene.world.explain(() =>
        assert.ok([200, 404].includes(message.finals()[0] as number), `${uri}: ${message.finals()}`),
      );
    }
  });
});

describe("passing as the proxy itself", () => {
  test("a callee that borrows the branch of a request it was sent is still asked who it is", () => {
    for (const cover of [true, false]) {
      const scene = new Scene({ passwords: { alice: "a", bob: "b" } });
      const bob = scene.registered("bob", "180@100ms");
      const victim = scene.phone("victim", { address: "192.0.2.77" });
      scene.phone("alice").invite(BOB, { cancelAfterMs: 5000 });
      scene.world.run(1000);
      const { text } = bob.call.received;
      // The dialled number changed, else octet for octet what the proxy sent; or a request of its own under that branch.
      const forged = cover
        ? text.replace(/^INVITE \S+/, "INVITE sip:premium@192.0.2.77")
        : text.replace(/^INVITE \S+/, "INVITE sip:alice@example.com");
      bob.sendRaw(forged);
      scene.settle();
      scene.world.explain(() => {
        assert.equal(victim.inbox.length, 0, "the foreign number was called");
        const answers = bob.strays.map(({ message }) => message.status).filter((status) => status >= 300);
        assert.ok(answers.length > 0 && answers.every((status) => [403, 407, 482].includes(status)), `${answers}`);
      });
    }
  });
});

describe("the ACK of what the proxy refused by itself", () => {
  // covers: testInviteClientSpamsAck407
  test("goes no further, however often it comes", () => {
    const scene = new Scene({ passwords: { alice: "a", bob: "b" } });
    const bob = scene.registered("bob", "180@100ms+486@1s");
    const alice = scene.phone("alice");
    const call = alice.invite(BOB);
    scene.world.run(50);
    const ack = scene.world.network.travels.find(({ text }) => text.startsWith("ACK"))?.text as string;
    for (let i = 0; i < 20; i++) alice.sendRaw(ack);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [486]);
      assert.deepEqual(
        bob.received("ACK").map(({ message }) => message.requestUri),
        [uriOf(bob.contact())],
      );
      assert.equal(bob.received("ACK").length, 1, "only the ACK of the phone's own 486");
    });
  });
});
