import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AnswerScript, Phone } from "../../src/lab/mod.ts";
import { Header, parseMessage } from "../../src/syntax/mod.ts";
import type { Registration, RegistrationState, UserAgent } from "../../src/ua/mod.ts";
import { Stage } from "./kit.ts";
import { AgentScene } from "./scene-kit.ts";

const INSTANCE = "urn:uuid:00000000-0000-4000-8000-000000000001";
const passwords = { alice: "wonderland", bob: "builder" };

/** A registrar of the test's own: each REGISTER is answered by the next script, the last one again and again. */
function registrar(stage: Stage, ...scripts: (string | AnswerScript)[]): { phone: Phone; at: () => number[] } {
  const phone = stage.phone("registrar");
  let n = 0;
  phone.intercept = ({ message }) => {
    if (message.method === "REGISTER") phone.answer(scripts[Math.min(n++, scripts.length - 1)] ?? "200", "REGISTER");
    return false;
  };
  return { phone, at: () => phone.received("REGISTER").map(({ at }) => at - Date.UTC(2026, 0, 1)) };
}

const step = (status: number, ...headers: string[]): AnswerScript => ({
  steps: [{ afterMs: 0, status, headers }],
  onCancel: "ends",
  afterCancel: [],
});

function begin(agent: UserAgent, options: Parameters<UserAgent["register"]>[0] = {}) {
  const states: RegistrationState[] = [];
  const registration = agent.register({ ...options, onState: (state) => states.push(state) });
  return { registration, states };
}

const sent = (agent: Stage | AgentScene, method = "REGISTER") =>
  agent.world.network.travels.flatMap(({ text, from, at }) => {
    const message = parseMessage(text);
    return message?.isRequest && message.method === method ? [{ from, at, message }] : [];
  });

/** Alice calls bob, who answers: the registration leads to him. */
async function reached(scene: AgentScene, bob: ReturnType<AgentScene["agent"]>): Promise<void> {
  bob.onCall = (call) => void call.answer();
  const call = scene.agent("alice").call("bob");
  assert.equal((await scene.world.until(call.outcome)).code, 200);
  await scene.world.until(call.hangUp());
}

describe("registrations at a real server", () => {
  for (const digestAlgorithm of ["MD5", "SHA-256", "SHA-512-256"] as const) {
    test(`bound with ${digestAlgorithm}, refreshed without another challenge, removed`, async () => {
      const scene = new AgentScene({ passwords, policy: { digestAlgorithm } });
      const bob = scene.agent("bob");
      const { registration, states } = begin(bob, { expires: 120 });
      const outcome = await scene.world.until(registration.outcome);
      assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["answered", 200, "server"]);
      assert.equal(registration.granted, 120);
      assert.deepEqual([registration.bindings.length, registration.state], [1, "registered"]);
      assert.equal(scene.location.current("bob@example.com").length, 1);
      assert.equal(sent(scene).length, 2); // challenged once
      await scene.world.pass(230_000);
      assert.equal(
        scene.location.current("bob@example.com").filter((each) => each.isLive(scene.host.kernel.clock.now())).length,
        1,
      );
      const all = sent(scene);
      assert.equal(all.length, 4); // two refreshes with credentials for the nonce that is known
      assert.equal(new Set(all.map(({ message }) => message.callId)).size, 1);
      const last = await scene.world.until(registration.unregister());
      assert.deepEqual([last.code, registration.state], [200, "ended"]);
      assert.equal(scene.location.current("bob@example.com").length, 0);
      assert.deepEqual(states, ["registered", "unregistering", "ended"]);
      scene.settle();
    });
  }

  test("the agent that is closed takes its bindings with it; `await using` does the same", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob");
    await scene.world.until(bob.register().outcome);
    await scene.world.until(bob.close());
    assert.deepEqual([scene.location.current("bob@example.com").length, bob.registrations.length], [0, 0]);
    const alice = scene.agent("alice");
    const used = async (): Promise<void> => {
      await using registration = alice.register();
      await registration.outcome;
    };
    await scene.world.until(used());
    assert.equal(scene.location.current("alice@example.com").length, 0);
    scene.settle();
  });

  test("a wrong password is refused once and for all, and nothing is left", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob", { account: { password: "wrong" } });
    const { registration, states } = begin(bob);
    const outcome = await scene.world.until(registration.outcome);
    assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["rejected", 401, "server"]);
    assert.equal((await scene.world.until(registration.ended)).cause, "refused");
    assert.deepEqual(states, ["ended"]);
    assert.equal(sent(scene).length, 2);
    scene.settle();
  });

  test("an interval that is too brief is mended by Min-Expires (423)", async () => {
    const scene = new AgentScene({ policy: { minExpires: 300 } });
    const { registration } = begin(scene.agent("bob"), { expires: 60 });
    const outcome = await scene.world.until(registration.outcome);
    assert.deepEqual([outcome.kind, registration.granted], ["answered", 300]);
    assert.deepEqual(
      sent(scene).map(({ message }) => message.value(Header.Expires)),
      ["60", "300"],
    );
    await scene.world.until(registration.unregister());
    scene.settle();
  });

  test("several contacts with their q and time; `all` removes those of others too", async () => {
    const scene = new AgentScene();
    scene.registered("desk", "486@1s", { user: "bob" });
    const { registration } = begin(scene.agent("bob"), {
      q: 0.9,
      contacts: ["sip:bob@192.0.2.77", { uri: "sip:bob@192.0.2.78", q: 0.25, expires: 120 }],
    });
    await scene.world.until(registration.outcome);
    const told = registration.bindings.map(({ uri, q, expires }) => [uri.replace(/.*@/, ""), q, expires]);
    assert.deepEqual(told.sort(), [
      ["192.0.2.10:5060", null, 3600],
      ["192.0.2.77", null, 3600],
      ["192.0.2.78", 250, 120],
      ["203.0.113.101:5060", 900, 3600],
    ]);
    const outcome = await scene.world.until(registration.unregister({ all: true }));
    assert.deepEqual([outcome.code, scene.location.current("bob@example.com").length], [200, 0]);
    scene.settle();
  });

  test("a GRUU becomes the Contact of calls, and requests within the call to it arrive", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob");
    const { registration } = begin(bob, { instance: INSTANCE });
    await scene.world.until(registration.outcome);
    assert.equal(registration.gruu, `sip:bob@example.com;gr=${INSTANCE}`);
    const alice = scene.agent("alice");
    bob.onCall = (call) => void call.answer();
    const call = alice.call("bob");
    await scene.world.until(call.outcome);
    assert.equal(call.session?.dialog.remoteTarget, registration.gruu);
    assert.equal((await scene.world.until(call.hold())).code, 200);
    assert.equal((await scene.world.until(call.hangUp())).cause, "hungUp");
    await scene.world.until(registration.unregister());
    assert.equal(bob.core.contactUri, null);
    scene.settle();
  });

  test("outbound over TCP: the flow is registered, pings are answered, a call comes over it", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob", {}, { via: "TCP", listen: [{ protocol: "TCP", port: 0, sentBy: "bob.invalid" }] });
    const { registration, states } = begin(bob, { outbound: true, instance: INSTANCE });
    await scene.world.until(registration.outcome);
    assert.deepEqual([registration.outbound, registration.bindings[0]?.regId], [true, 1]);
    await reached(scene, bob);
    await scene.world.pass(1_000_000);
    assert.deepEqual(states, ["registered"]);
    await scene.world.until(registration.unregister());
    scene.settle();
  });

  for (const outbound of [true, false]) {
    test(`a connection that breaks is made anew at once and bound again (${outbound ? "outbound" : "plain"})`, async () => {
      const scene = new AgentScene({ passwords });
      const bob = scene.agent("bob", {}, { via: "WS" });
      const { registration, states } = begin(bob, { outbound });
      await scene.world.until(registration.outcome);
      await scene.world.pass(60_000);
      for (const each of [...scene.host.connections.values()]) each.reset("the proxy died");
      await scene.world.pass(5000);
      assert.deepEqual(states, ["registered", "waiting", "registering", "registered"]);
      await reached(scene, bob);
      await scene.world.until(registration.unregister());
      scene.settle();
    });
  }

  test("a flow without pongs is dead within ten seconds, whatever the connection says", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob", {}, { via: "TCP" });
    const { registration, states } = begin(bob, { outbound: true });
    await scene.world.until(registration.outcome);
    scene.world.network.partition("bob", "proxy");
    await scene.world.pass(131_000);
    assert.notEqual(registration.state, "registered");
    assert.equal(states[1], "waiting");
    scene.world.network.heal();
    await scene.world.pass(200_000);
    assert.equal(registration.state, "registered");
    await scene.world.until(registration.unregister());
    scene.settle();
  });
});

describe("outbound over UDP", () => {
  const PROBE_MS = 39_500;

  /** A flow of outbound, and when and with what its probes are answered. */
  async function probed(answers: (string | null)[]) {
    const stage = new Stage();
    const asked: number[] = [];
    const ok = step(200, "Require: outbound", "Flow-Timer: 60", "Contact: *");
    const { phone } = registrar(stage, ok);
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const flowTo = alice.core.transport.flowTo.bind(alice.core.transport);
    alice.core.transport.flowTo = (...target) => {
      const flow = flowTo(...target);
      if (flow !== null)
        flow.probe = (done) => {
          asked.push(stage.world.elapsed);
          const answer = answers.length > 0 ? (answers.shift() ?? null) : "192.0.2.1:40000";
          stage.world.after(answer === null ? PROBE_MS : 10, () => done(answer));
          return () => {};
        };
      return flow;
    };
    const { registration, states } = begin(alice, { outbound: true, instance: INSTANCE });
    await stage.world.until(registration.outcome);
    return { stage, asked, registration, states };
  }

  test("STUN goes every 24 to 29 s, and a registrar that falls silent is registered with anew when it is back", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob");
    const { registration, states } = begin(bob, { outbound: true, instance: INSTANCE });
    await scene.world.until(registration.outcome);
    assert.equal(registration.outbound, true);
    await scene.world.pass(600_000);
    assert.deepEqual(states, ["registered"]);
    scene.world.network.partition("bob", "proxy");
    await scene.world.pass(29_000 + PROBE_MS);
    assert.equal(states[1], "waiting");
    scene.world.network.heal();
    await scene.world.pass(200_000);
    assert.equal(registration.state, "registered");
    await reached(scene, bob);
    await scene.world.until(registration.unregister());
    scene.settle();
  });

  test("an address that changes on the way is a failed flow; the registrar's Flow-Timer says how often is asked", async () => {
    const { stage, asked, registration, states } = await probed(["192.0.2.1:1", "192.0.2.1:1", "192.0.2.1:2"]);
    await stage.world.pass(182_000);
    assert.deepEqual(states, ["registered", "waiting", "registering", "registered"]);
    const pauses = asked.map((at, i) => at - (asked[i - 1] ?? 0));
    for (const pause of pauses) assert.ok(pause >= 48_000 && pause <= 62_000, `${pauses}`);
    await stage.world.until(registration.unregister());
    await stage.rest();
  });

  test("a registrar that takes REGISTERs and never answers STUN is not asked for ever; one lost question is no such sign", async () => {
    const { stage, asked, registration, states } = await probed([null, "192.0.2.1:1", null, null, null]);
    await stage.world.pass(3_000_000);
    assert.equal(asked.length, 4);
    assert.equal(states.filter((state) => state === "waiting").length, 3);
    assert.equal(registration.state, "registered");
    await stage.world.until(registration.unregister());
    await stage.rest();
  });

  test("no STUN where the registrar did not say that it knows outbound (RFC 5626 §8)", async () => {
    const scene = new AgentScene({ passwords });
    const bob = scene.agent("bob");
    const { registration, states } = begin(bob, { keepAlive: 30 });
    await scene.world.until(registration.outcome);
    scene.world.network.partition("bob", "proxy");
    await scene.world.pass(600_000);
    assert.deepEqual(states, ["registered"]);
    scene.world.network.heal();
    await scene.world.until(registration.unregister());
    scene.settle();
  });
});

describe("registrars of many kinds", () => {
  test("Retry-After counts in seconds: 30 waits 30 s", async () => {
    const stage = new Stage();
    const { phone, at } = registrar(stage, step(503, "Retry-After: 30"), "200");
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const { registration, states } = begin(alice);
    const outcome = await stage.world.until(registration.outcome);
    assert.deepEqual([outcome.code, outcome.retryAfter, registration.state], [503, 30, "waiting"]);
    await stage.world.pass(29_900);
    assert.equal(at().length, 1);
    await stage.world.pass(300);
    assert.deepEqual([at().length, registration.state], [2, "registered"]);
    assert.deepEqual(states, ["waiting", "registering", "registered"]);
    await stage.world.until(registration.unregister());
    await stage.rest();
  });

  test("nobody there: 30 to 60 s, then twice as long, at most half an hour apart (RFC 5626 §4.5)", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice", { uri: "sip:alice@198.51.100.99" });
    const { registration } = begin(alice);
    const outcome = await stage.world.until(registration.outcome);
    assert.equal(outcome.kind, "timeout");
    await stage.world.pass(4 * 3_600_000);
    const attempts = [...new Map(sent(stage).map(({ at, message }) => [message.value(Header.CSeq), at])).values()];
    const first = [
      ...new Map(
        sent(stage)
          .reverse()
          .map(({ at, message }) => [message.value(Header.CSeq), at]),
      ).values(),
    ]
      .reverse()
      .map((at, i) => at - (attempts[i - 1] ?? at));
    for (const [i, gap] of first.slice(1).entries()) {
      const upper = Math.min(1800, 30 * 2 ** (i + 1)) * 1000;
      assert.ok(gap >= upper / 2 && gap <= upper + 1000, `gap ${i}: ${gap} of ${upper}`);
    }
    assert.ok(first.length > 8);
    assert.equal((await stage.world.until(registration.unregister())).kind, "timeout");
    await stage.rest();
  });

  test("another flow that is up makes the wait longer: 90 s to begin with", async () => {
    const stage = new Stage();
    const { phone } = registrar(stage, "200");
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const up = begin(alice).registration;
    await stage.world.until(up.outcome);
    const down = begin(alice, { regId: 2, proxy: "sip:198.51.100.99" }).registration;
    await stage.world.until(down.outcome);
    const wait = (down.retryAt ?? 0) - alice.core.now;
    assert.ok(wait >= 90_000 && wait <= 180_000, `${wait}`);
    await stage.world.until(alice.close());
    await stage.rest();
  });

  test("439: without outbound then; a Service-Route is the way of later requests and not of the REGISTER", async () => {
    const stage = new Stage();
    const route = stage.phone("route");
    const { phone } = registrar(stage, "439", step(200, `Service-Route: <sip:${route.address};lr>`, "Contact: *"));
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const { registration } = begin(alice, { outbound: true, instance: INSTANCE });
    await stage.world.until(registration.outcome);
    assert.deepEqual(
      sent(stage).map(({ message }) => message.value(Header.Contact)?.includes("reg-id=1")),
      [true, false],
    );
    const asked = await stage.world.until(alice.options("sip:bob@198.51.100.99"));
    assert.deepEqual([asked.code, route.received("OPTIONS").length], [200, 1]);
    await stage.world.until(registration.refresh());
    assert.equal(phone.received("REGISTER").length, 3);
    await stage.world.until(registration.unregister());
    assert.deepEqual(alice.core.routes, []);
    await stage.rest();
  });

  test("unregistering waits for the REGISTER under way and comes after it", async () => {
    const stage = new Stage();
    const { phone } = registrar(stage, "200@3s");
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const { registration } = begin(alice);
    await stage.world.pass(100);
    const last = await stage.world.until(registration.unregister());
    assert.equal(last.code, 200);
    const numbers = [
      ...new Set(sent(stage).map(({ message }) => `${message.value(Header.CSeq)} ${message.value(Header.Expires)}`)),
    ];
    assert.deepEqual(numbers, ["1 REGISTER 3600", "2 REGISTER 0"]);
    await stage.rest();
  });

  test("a signal unregisters; mistakes of the developer throw at once", async () => {
    const stage = new Stage();
    const { phone } = registrar(stage, "200");
    const alice = stage.agent("alice", { uri: `sip:alice@${phone.address}` });
    const stop = new AbortController();
    const { registration } = begin(alice, { signal: stop.signal });
    await stage.world.until(registration.outcome);
    stop.abort();
    assert.equal((await stage.world.until(registration.ended)).cause, "unregistered");
    for (const bad of [
      { expires: 0 },
      { regId: 0 },
      { q: 2 },
      { registrar: "http://x" },
      { contacts: ["nowhere"] },
      { instance: "1" },
    ])
      assert.throws(() => alice.register(bad), /TypeError|RangeError/);
    const aborted: Registration = alice.register({ signal: AbortSignal.abort() });
    assert.equal((await stage.world.until(aborted.outcome)).kind, "canceled");
    assert.equal(alice.registrations.length, 0);
    await stage.rest();
  });
});
