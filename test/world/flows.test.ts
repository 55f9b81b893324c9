import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Observation } from "../../src/kernel/mod.ts";
import type { Phone } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { PROXY, Scene } from "./scene.ts";

const BOB = "sip:bob@example.com";
const INSTANCE = '+sip.instance="<urn:uuid:00000000-0000-1000-8000-0000000000b0>"';

/** Registers a flow of bob's one phone (RFC 5626). */
function flow(scene: Scene, phone: Phone, regId: number): void {
  const contact = `${phone.contact()};reg-id=${regId};${INSTANCE}`;
  const registration = phone.register({ contacts: [contact], headers: ["Supported: outbound, path, gruu"] });
  scene.world.run(1000);
  scene.world.explain(() => assert.deepEqual(registration.finals(), [200]));
}

/** One phone with two ways: two addresses of one instance. */
function twoFlows(script: string): { scene: Scene; first: Phone; second: Phone } {
  const scene = new Scene({ protocol: "TCP" });
  const second = scene.phone("second", { user: "bob" }).answer(script);
  flow(scene, second, 2);
  const first = scene.phone("first", { user: "bob" }).answer(script);
  flow(scene, first, 1);
  return { scene, first, second };
}

describe("flows of one phone (RFC 5626)", () => {
  test("only one of them rings", () => {
    const { scene, first, second } = twoFlows("180@100ms+200@1s");
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(first.calls.length + second.calls.length, 1);
    });
  });

  test("when the one it would take is closed, or closes under the INVITE, the other rings", () => {
    for (const moment of ["before", "during"]) {
      const { scene, first, second } = twoFlows("180@500ms+200@1s");
      const [used, other] = rangFirst(scene, first, second);
      if (moment === "before") used.host.crash();
      else scene.world.after(5, () => used.host.crash());
      const call = scene.phone(`alice-${moment}`).invite(BOB, { byeAfterMs: 1000 });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200], moment);
        assert.equal(other.received("BYE").length, 1);
      });
    }
  });

  test("a phone that answers 486 has answered: its other flow is left alone", () => {
    const { scene, first, second } = twoFlows("486@500ms");
    const call = scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [486]);
      assert.equal(first.calls.length + second.calls.length, 1);
    });
  });

  test("when every flow is gone the caller hears 480, at once", () => {
    const { scene, first, second } = twoFlows("200@0s");
    for (const phone of [first, second]) phone.host.crash();
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB);
    scene.world.runUntil(() => call.finals().length > 0, 1000);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [480]));
  });

  test("a phone that registers again over a new connection can be called again", () => {
    const { scene, first, second } = twoFlows("180@100ms+200@1s");
    for (const phone of [first, second]) phone.host.crash();
    scene.world.run(1000);
    first.host.attach(first);
    flow(scene, first, 1);
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(first.received("BYE").length, 1);
    });
  });
});

/** Which of two flows a call takes first; the call is refused. */
function rangFirst(scene: Scene, first: Phone, second: Phone): [used: Phone, other: Phone] {
  const before = [first, second].map((phone) => phone.calls.length);
  const probe = scene.phone("probe").invite(BOB, { cancelOn: 180 });
  scene.world.runUntil(() => probe.finals().length > 0, 5000);
  scene.world.run(5000);
  return first.calls.length > (before[0] as number) ? [first, second] : [second, first];
}

describe("a contact behind something", () => {
  test("a Path is followed, the edge proxy in front of the phone gets the Route (RFC 3327)", () => {
    const scene = new Scene();
    const edge = scene.phone("edge", { address: "192.0.2.66" });
    const bob = scene.phone("bob");
    bob.register({ headers: ["Path: <sip:token@192.0.2.66;lr>", "Supported: path"] });
    scene.world.run(1000);
    scene.phone("alice").invite(BOB, { cancelAfterMs: 1000 });
    scene.settle();
    scene.world.explain(() => {
      assert.equal(edge.calls.length, 1);
      assert.equal(edge.call.received.message.field("Route"), "<sip:token@192.0.2.66;lr>");
      assert.equal(`<${edge.call.received.message.requestUri}>`, bob.contact());
      assert.equal(bob.calls.length, 0);
    });
  });

  test("a contact that names its connection's own address and port is reached over that connection", () => {
    const scene = new Scene({ protocol: "TCP" });
    const bob = scene.phone("bob").answer("180@100ms+200@1s");
    const probe = bob.request("OPTIONS", `sip:${PROXY}`);
    scene.world.run(100);
    const [connection] = bob.host.connections.values();
    const own = `<sip:bob@${connection?.local.host}:${connection?.local.port};transport=tcp>`;
    bob.register({ contacts: [own] });
    scene.world.run(1000);
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(probe.finals(), [200]);
      assert.deepEqual(call.finals(), [200]);
      assert.equal(bob.call.received.flow.id, connection?.id);
    });
  });

  test("a public GRUU reaches the one phone it names, also inside a dialog (RFC 5627)", () => {
    const scene = new Scene();
    const desk = scene.phone("desk", { user: "bob" }).answer("200@100ms");
    flow(scene, desk, 1);
    const other = scene.registered("other", "200@100ms", { user: "bob" });
    const fetched = desk.request("REGISTER", "sip:example.com", { to: `<${BOB}>`, headers: ["Supported: gruu"] });
    scene.world.run(1000);
    const contact =
      fetched
        .response(200)
        .message.values(Header.Contact)
        .find((value) => value.includes("desk@")) ?? "";
    const gruu = /pub-gruu="([^"]+)"/.exec(contact)?.[1] ?? "";
    const alice = scene.phone("alice");
    const call = alice.invite(gruu);
    scene.world.run(1000);
    const inDialog = alice.send(
      { ...call.dialog.draft("INFO"), uri: gruu },
      { protocol: "UDP", host: PROXY, port: 5060 },
    );
    scene.world.run(1000);
    call.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.match(gruu, /^sip:bob@example\.com;gr=/);
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(inDialog.finals(), [200]);
      assert.equal(desk.calls.length, 1);
      assert.equal(desk.received("INFO").length, 1);
      assert.equal(other.calls.length, 0);
    });
  });
});

describe("connections that break while it rings", () => {
  const cut = (phone: Phone): void => {
    for (const connection of [...phone.host.connections.values()]) connection.reset();
  };

  test("the callee's: its branch ends at once, and the caller is told", () => {
    const scene = new Scene({ protocol: "TCP" });
    const bob = scene.registered("bob", "180@100ms");
    const call = scene.phone("alice").invite(BOB);
    scene.world.run(1000);
    cut(bob);
    scene.world.runUntil(() => call.finals().length > 0, 1000);
    scene.settle();
    scene.world.explain(() => assert.ok([480, 500].includes(call.finals()[0] as number), `${call.finals()}`));
  });

  test("the callee's, while another phone rings on: the call goes on there", () => {
    const scene = new Scene({ protocol: "TCP" });
    const desk = scene.registered("desk", "180@100ms", { user: "bob" });
    const mobile = scene.registered("mobile", "180@100ms+200@3s", { user: "bob" });
    const call = scene.phone("alice").invite(BOB, { byeAfterMs: 100 });
    scene.world.run(1000);
    cut(desk);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.equal(mobile.received("BYE").length, 1);
    });
  });

  test("the caller's: the response comes over a new connection to its Via (RFC 3261 §18.2.2)", () => {
    for (const [script, final] of [
      ["180@100ms+486@3s", 486],
      ["180@100ms+200@3s", 200],
    ] as const) {
      const scene = new Scene({ protocol: "TCP" });
      const bob = scene.registered("bob", script);
      const alice = scene.phone("alice");
      const call = alice.invite(BOB, { byeAfterMs: 100 });
      scene.world.run(1000);
      cut(alice);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [final]);
        assert.deepEqual(bob.call.unacknowledged, []);
      });
    }
  });

  test("between answer and BYE: both sides can still hang up", () => {
    for (const who of ["caller", "callee"] as const) {
      const scene = new Scene({ protocol: "TCP" });
      const bob = scene.registered("bob", "180@100ms+200@1s");
      const alice = scene.phone("alice");
      const call = alice.invite(BOB);
      scene.world.run(3000);
      cut(alice);
      cut(bob);
      scene.world.run(1000);
      if (who === "caller") call.hangUp();
      else bob.call.hangUp();
      scene.settle();
      scene.world.explain(() => {
        assert.equal(bob.call.dialog.ended, true, who);
        assert.equal(call.dialog.ended, true, who);
      });
    }
  });
});

describe("a server that stops", () => {
  test("takes no new call but lets the running ones be answered, acknowledged and hung up", () => {
    const scene = new Scene();
    const bob = scene.registered("bob", "180@100ms+200@3s");
    const alice = scene.phone("alice");
    const running = alice.invite(BOB, { byeAfterMs: 2000 });
    scene.world.run(1000);
    scene.server.drain();
    const late = alice.invite(BOB);
    const register = bob.register();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(late.finals(), [503]);
      assert.deepEqual(register.finals(), [503]);
      assert.deepEqual(running.finals(), [200]);
      assert.equal(bob.received("BYE").length, 1);
      assert.equal(scene.server.running, 0);
    });
  });
});

describe("what the server says of a call", () => {
  type Decided = Extract<Observation, { type: "decided" }>;
  const decisions = (scene: Scene): Decided[] =>
    scene.observations.filter((each): each is Decided => each.type === "decided");

  test("one decision per call: who decided, after how long, and what became of each phone", () => {
    const scene = new Scene();
    scene.registered("desk", "180@100ms+486@2s", { user: "bob" });
    scene.registered("mobile", "silent", { user: "bob" });
    scene.phone("alice").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      const [decided, ...more] = decisions(scene);
      assert.deepEqual(more, []);
      const { from, to, status, decidedBy } = decided as Decided;
      assert.deepEqual([from, to, status, decidedBy], ["alice", "bob", 486, "callee"]);
      const [desk, mobile] = ["desk", "mobile"].map((name) => decided?.branches.find((each) => each.name === name));
      assert.deepEqual([desk?.status, desk?.received], [486, true]);
      assert.ok(Math.abs((desk?.afterMs ?? 0) - 2000) < 50);
      assert.deepEqual([mobile?.status, mobile?.received, mobile?.note], [408, false, "no answer"]);
    });
  });

  for (const others of [true, false]) {
    test(`a phone whose connection has closed is named, with when (${others ? "beside one that answers" : "alone"})`, () => {
      const scene = new Scene();
      if (others) scene.registered("desk", "180@100ms+486@2s", { user: "bob" });
      scene.registered("laptop", "200@0s", { user: "bob", protocol: "WS" }).host.crash();
      scene.world.run(100);
      scene.phone("alice").invite(BOB);
      scene.settle();
      const [decided] = decisions(scene);
      const laptop = decided?.branches.find(({ name }) => name === "laptop");
      assert.deepEqual([decided?.status, laptop?.received], [others ? 486 : 480, false]);
      assert.match(laptop?.note ?? "", /flow closed 00:00:00/);
    });
  }

  test("a phone that is gone takes no part of Max-Breadth", () => {
    const scene = new Scene();
    scene.registered("desk", "180@100ms+486@2s", { user: "bob" });
    scene.registered("laptop", "200@0s", { user: "bob", protocol: "WS" }).host.crash();
    scene.world.run(100);
    const call = scene.phone("alice").invite(BOB, {}, { headers: ["Max-Breadth: 1"] });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [486]));
  });

  test("cancelled by the caller, and answered elsewhere", () => {
    for (const [script, cancelAfterMs, by] of [
      ["180@100ms", 1000, "caller"],
      ["180@100ms+200@1s", undefined, "callee"],
    ] as const) {
      const scene = new Scene();
      scene.registered("desk", script, { user: "bob" });
      scene.registered("mobile", "180@100ms", { user: "bob" });
      scene.phone("alice").invite(BOB, { byeAfterMs: 100, ...(cancelAfterMs === undefined ? {} : { cancelAfterMs }) });
      scene.settle();
      scene.world.explain(() => {
        const [decided] = decisions(scene);
        assert.equal(decided?.decidedBy, by);
        assert.equal(decided?.branches.find(({ name }) => name === "mobile")?.canceled, true);
      });
    }
  });
});
