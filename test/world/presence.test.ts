import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import { readDialogInfo, readPidf, UserAgent, writePidf } from "../../src/ua/mod.ts";
import { EventScene, type EventSceneOptions, type Told } from "../server/events-kit.ts";
import { agentLocator } from "./parts.ts";
import { DOMAIN } from "./scene.ts";

const PASSWORDS = { alice: "a", bob: "b", carol: "c" };

function basics({ body }: Told): (string | null)[] | undefined {
  return readPidf(body)?.tuples.map(({ basic }) => basic);
}

function document(entity: string, id: string, note: string): string {
  return writePidf({ entity, tuples: [{ id, basic: "open", contact: null, note }] });
}

function scenario(title: string, play: (scene: EventScene) => void, options: EventSceneOptions = {}): void {
  test(title, () => {
    const scene = new EventScene({ passwords: PASSWORDS, ...options });
    scene.world.explain(() => play(scene));
    void scene.agent.close();
    scene.settle();
    assert.deepEqual(scene.agent.size, { subscriptions: 0, publications: 0 });
  });
}

describe("presence", () => {
  scenario("a watcher sees offline, online, what is published, and the end", (scene) => {
    const alice = scene.phone("alice");
    const watcher = scene.watch(alice, "bob", "presence");
    scene.world.run(100);
    assert.deepEqual(watcher.finals, [200]);
    assert.equal(watcher.accepted.value(Header.Expires), "600");
    assert.equal(watcher.told.length, 1);
    assert.equal(watcher.last.state.state, "active");
    assert.equal(watcher.last.state.expires, 600);
    assert.deepEqual(basics(watcher.last), ["closed"]);
    assert.equal(readPidf(watcher.last.body)?.entity, "sip:bob@example.com");

    const bob = scene.registered("bob", "200@0s");
    scene.world.run(6000);
    assert.deepEqual(basics(watcher.last), ["open"]);
    assert.equal(watcher.told.length, 2);

    const published = scene.publish(bob, document("sip:bob@example.com", "desk", "in a meeting"));
    assert.deepEqual(published.finals(), [200]);
    scene.world.run(6000);
    assert.equal(readPidf(watcher.last.body)?.tuples[0]?.note, "in a meeting");
    assert.equal(watcher.told.length, 3);

    const tag = published.response(200).message.field("SIP-ETag");
    assert.deepEqual(scene.publish(bob, "", [`SIP-If-Match: ${tag}`, "Expires: 0"]).finals(), [200]);
    bob.register({ expires: 0 });
    scene.world.run(6000);
    assert.deepEqual(basics(watcher.last), ["closed"]);

    watcher.refresh({ expires: 0 });
    scene.world.run(100);
    assert.deepEqual(watcher.finals, [200]);
    assert.equal(watcher.last.state.state, "terminated");
    assert.equal(watcher.last.state.reason, "timeout");
    assert.deepEqual(basics(watcher.last), ["closed"]);
    scene.world.run(40_000);
    assert.deepEqual(scene.agent.size, { subscriptions: 0, publications: 0 });
  });

  scenario("what comes faster than the interval is told together, and a refresh of the same state is not", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence");
    const bob = scene.registered("bob", "200@0s");
    for (let i = 0; i < 5; i++) scene.publish(bob, document("sip:bob@example.com", `t${i}`, `${i}`));
    scene.world.run(10_000);
    assert.deepEqual(
      watcher.told.map((told) => basics(told)?.length),
      [1, 5],
    );
    bob.register();
    scene.world.run(20_000);
    assert.equal(watcher.told.length, 2);
    watcher.refresh();
    scene.world.run(100);
    assert.equal(watcher.told.length, 3, "a SUBSCRIBE is always answered by a NOTIFY (RFC 6665 §4.2.1.2)");
  });

  scenario("a subscription that is not refreshed ends with reason=timeout", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence", { expires: 60 });
    scene.world.run(61_000);
    assert.equal(watcher.last.state.reason, "timeout");
    assert.equal(watcher.refresh().finals()[0], 481);
  });

  scenario("a publication that is not refreshed ends by itself", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence");
    const bob = scene.phone("bob");
    scene.publish(bob, document("sip:bob@example.com", "x", "here"), ["Expires: 60"]);
    scene.world.run(10_000);
    assert.deepEqual(basics(watcher.last), ["open"]);
    scene.world.run(60_000);
    assert.deepEqual(basics(watcher.last), ["closed"]);
  });

  for (const status of [481, 404, 408])
    scenario(`a NOTIFY answered ${status} ends the subscription`, (scene) => {
      const alice = scene.phone("alice");
      const watcher = scene.watch(alice, "bob", "presence");
      scene.world.run(100);
      alice.answer(`${status}@0s`, "NOTIFY");
      scene.registered("bob", "200@0s");
      scene.world.run(10_000);
      assert.equal(scene.agent.size.subscriptions, 0);
      assert.equal(watcher.refresh().finals()[0], 481);
    });

  scenario("a watcher that has gone is forgotten when nobody answers", (scene) => {
    const alice = scene.phone("alice");
    scene.watch(alice, "bob", "presence", { expires: 3600 });
    scene.world.run(100);
    scene.world.network.swallow(({ to }) => to === "alice", 1000);
    scene.registered("bob", "200@0s");
    scene.world.run(60_000);
    assert.equal(scene.agent.size.subscriptions, 0);
  });

  scenario("a lost NOTIFY comes again, and the next one waits for it", (scene) => {
    const watcher = scene.watch(scene.phone("alice"), "bob", "presence");
    scene.world.run(100);
    scene.world.network.swallow(({ to, text }) => to === "alice" && text.startsWith("NOTIFY"), 3);
    scene.registered("bob", "200@0s");
    scene.world.run(30_000);
    assert.deepEqual(watcher.told.map(basics), [["closed"], ["open"]]);
  });

  for (const [answeredAfter, least] of [
    [3, 5000],
    [8, 8000],
  ] as const)
    scenario(
      `NOTIFYs answered after ${answeredAfter} s: one at a time, and no more than the interval allows`,
      (scene) => {
        const alice = scene.phone("alice").answer(`200@${answeredAfter}s`, "NOTIFY");
        const watcher = scene.watch(alice, "bob", "presence");
        const bob = scene.phone("bob");
        for (let i = 0; i < 20; i++) {
          if (i % 2 === 0) bob.register();
          else bob.register({ expires: 0 });
          scene.world.run(1100);
        }
        scene.world.run(20_000);
        const times = watcher.told.map(({ at }) => at);
        assert.ok(times.length >= 3);
        for (const [i, at] of times.slice(1).entries())
          assert.ok(at - (times[i] as number) >= least, `${at - (times[i] as number)} ms between two`);
        assert.deepEqual(basics(watcher.last), ["closed"]);
      },
    );

  scenario("a refresh, and the end, wait for the NOTIFY that is on its way", (scene) => {
    const alice = scene.phone("alice").answer("200@3s", "NOTIFY");
    const watcher = scene.watch(alice, "bob", "presence");
    scene.world.run(1000);
    assert.deepEqual(watcher.refresh().finals(), [200]);
    scene.world.run(1000);
    assert.equal(watcher.told.length, 1);
    scene.world.run(2000);
    assert.equal(watcher.told.length, 2);
    watcher.refresh({ expires: 0 });
    scene.world.run(500);
    assert.equal(watcher.told.length, 2);
    assert.equal(watcher.refresh().finals()[0], 481);
    scene.world.run(3000);
    assert.deepEqual(
      watcher.told.map(({ state }) => state.state),
      ["active", "active", "terminated"],
    );
  });

  scenario("the phone behind a WebSocket is told over it, and goes offline when the page is closed", (scene) => {
    const alice = scene.phone("alice", { protocol: "WS" });
    const watcher = scene.watch(alice, "bob", "presence");
    const bob = scene.phone("bob", { protocol: "WS" });
    scene.finish(bob.register());
    scene.world.run(6000);
    assert.deepEqual(watcher.told.map(basics), [["closed"], ["open"]]);
    for (const connection of [...bob.host.connections.values()]) connection.reset("the page is closed");
    scene.world.run(6000);
    assert.deepEqual(basics(watcher.last), ["closed"]);
    for (const connection of [...alice.host.connections.values()]) connection.reset("the page is closed");
    scene.finish(bob.register());
    scene.world.run(6000);
    assert.equal(scene.agent.size.subscriptions, 0, "nothing leads to it any more");
  });

  scenario("a stopping server ends every subscription with reason=deactivated", (scene) => {
    const watchers = ["bob", "carol"].map((user) =>
      scene.watch(scene.phone(`w-${user}`, { user: "alice", password: "a" }), user, "presence"),
    );
    scene.world.run(100);
    void scene.agent.close();
    scene.world.run(1000);
    assert.deepEqual(
      watchers.map(({ last }) => last.state.reason),
      ["deactivated", "deactivated"],
    );
    assert.equal(scene.agent.size.subscriptions, 0);
  });
});

describe("calls", () => {
  scenario("a lamp shows ringing, talking and the end; who calls only to the user", (scene) => {
    const lamp = scene.watch(scene.phone("carol"), "bob", "dialog");
    const desk = scene.watch(scene.phone("bob-2", { user: "bob", password: "b" }), "bob", "dialog");
    const bob = scene.registered("bob", "180@1s+200@5s");
    const call = scene.phone("alice").invite("sip:bob@example.com", { byeAfterMs: 5000 });
    scene.world.run(20_000);
    assert.equal(bob.calls.length, 1);
    assert.ok(call);
    const seen = (watcher: typeof lamp) =>
      watcher.told.map(
        ({ body }) =>
          readDialogInfo(body)
            ?.dialogs.map(({ state }) => state)
            .join() ?? "",
      );
    assert.deepEqual(
      seen(lamp).filter((each, i, all) => each !== all[i - 1]),
      ["", "trying", "early", "confirmed", "terminated"],
    );
    const told = desk.told.map(({ body }) => readDialogInfo(body));
    assert.deepEqual(
      told.map((each) => each?.version),
      told.map((_, i) => i),
    );
    const ended = told.at(-1)?.dialogs[0];
    assert.equal(ended?.event, "remote-bye");
    assert.equal(ended?.remote?.identity, "sip:alice@example.com");
    assert.equal(ended?.callId, bob.call.received.message.callId);
    assert.deepEqual(readDialogInfo(lamp.last.body)?.dialogs[0]?.remote, null);
    scene.world.run(30_000);
    desk.refresh();
    scene.world.run(100);
    assert.deepEqual(readDialogInfo(desk.last.body)?.dialogs, []);
  });

  scenario("a call that is refused, and one that is cancelled", (scene) => {
    const mine = scene.watch(scene.phone("desk", { user: "alice", password: "a" }), "alice", "dialog");
    scene.registered("bob", "180@1s+486@4s");
    scene.registered("carol", "180@1s");
    const alice = scene.phone("alice");
    alice.invite("sip:bob@example.com");
    scene.world.run(10_000);
    const refused = readDialogInfo(mine.last.body)?.dialogs[0];
    assert.deepEqual(
      [refused?.state, refused?.event, refused?.code, refused?.direction],
      ["terminated", "rejected", 486, "initiator"],
    );
    alice.invite("sip:carol@example.com", { cancelAfterMs: 3000 });
    scene.world.run(10_000);
    const cancelled = readDialogInfo(mine.last.body)?.dialogs.at(-1);
    assert.deepEqual([cancelled?.state, cancelled?.event], ["terminated", "cancelled"]);
  });
});

test("this project's own user agents: one publishes, the other watches", async () => {
  const scene = new EventScene({ passwords: PASSWORDS });
  const { world } = scene;
  const agentOf = (user: "alice" | "bob", address: string): UserAgent => {
    const host = world.host(address, { name: user, listen: [{ protocol: "UDP" }, { protocol: "TCP" }] });
    const { kernel, transport } = host;
    return new UserAgent(
      { kernel, transport, locator: agentLocator(host, world.names), attach: (taker) => host.attach(taker) },
      { uri: `sip:${user}@${DOMAIN}`, account: { password: PASSWORDS[user] } },
    );
  };
  const [alice, bob] = [agentOf("alice", "192.0.2.50"), agentOf("bob", "192.0.2.51")];
  const notes: (string | null | undefined)[] = [];
  const watching = alice.subscribe("sip:bob@example.com", "presence", {
    expires: 120,
    onNotify: ({ body }) => notes.push(readPidf(body)?.tuples[0]?.note),
  });
  await world.pass(10_000);
  bob.publish("presence", document("sip:bob@example.com", "laptop", "here"));
  await world.pass(200_000); // both are refreshed meanwhile
  assert.deepEqual([watching.state, scene.agent.size], ["active", { subscriptions: 1, publications: 1 }]);
  assert.ok(notes.includes("here"));
  await world.until(Promise.all([alice.close(), bob.close()]));
  await world.untilQuiet();
  assert.deepEqual(scene.agent.size, { subscriptions: 0, publications: 0 });
});

describe("presence over a network that loses, doubles and reorders", () => {
  let lasted = 0;
  after(() => assert.ok(lasted >= 20, `only ${lasted} of 25 subscriptions lasted, so that this shows little`));
  for (let seed = 1; seed <= 25; seed++)
    test(`seed ${seed}: what is told last is true, and everything ends`, () => {
      const faults = { loss: 0.2, duplication: 0.2, reordering: 0.3, reorderMs: 400, jitterMs: 50 };
      const scene = new EventScene({ passwords: PASSWORDS, seed, faults });
      scene.world.explain(() => {
        const watcher = scene.watch(scene.phone("alice"), "bob", "presence", { expires: 3600 });
        const bob = scene.phone("bob");
        let registered = false;
        for (let i = 0; i < 8; i++) {
          const wanted = scene.world.random.fraction() < 0.6;
          const exchange = bob.register({ expires: wanted ? 3600 : 0 });
          scene.finish(exchange);
          if (exchange.finals()[0] === 200) registered = wanted;
          scene.world.run(scene.world.random.fraction() * 10_000);
        }
        scene.world.network.faults({ loss: 0, duplication: 0, reordering: 0 });
        bob.register({ expires: registered ? 3600 : 0 });
        scene.world.run(60_000);
        if (scene.agent.size.subscriptions > 0) {
          lasted++;
          const latest = [...watcher.told]
            .sort(
              (a, b) =>
                Number.parseInt(a.message.field("CSeq") ?? "", 10) - Number.parseInt(b.message.field("CSeq") ?? "", 10),
            )
            .at(-1) as Told;
          assert.deepEqual(basics(latest), [registered ? "open" : "closed"]);
        }
      });
      void scene.agent.close();
      scene.settle();
      assert.deepEqual(scene.agent.size, { subscriptions: 0, publications: 0 });
    });
});
