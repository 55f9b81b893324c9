/** Transfers between Ringback's user agents and real phones, through `ringback serve`: blind and attended, asked for and obeyed. */
import assert from "node:assert/strict";
import type { IncomingTransfer, OutgoingCall } from "../../src/ua/mod.ts";
import { AgentPeer } from "./agent.ts";
import { atLast, LinphonePhone, PHONES, type Phone, startPhone } from "./phones.ts";
import { startServer } from "./server.ts";
import { type Stage, scene } from "./stage.ts";

const DOMAIN = "peers.test";
const STEP_MS = 5_000;
const STORY_MS = 20_000;

interface Scene {
  readonly baresip: Phone;
  readonly linphone: Phone;
  readonly agent: AgentPeer;
  readonly other: AgentPeer;
}

for (const transport of ["udp", "tcp"] as const) {
  const open = async (stage: Stage): Promise<Scene> => {
    const users = ["alice", "bob", "carol", "dave"].map((name) => `${name}:secret`);
    const server = await startServer(stage, { domain: DOMAIN, users });
    const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport };
    const [baresip, linphone, agent, other] = await Promise.all([
      startPhone(stage, "baresip", { user: "alice", ...account }),
      startPhone(stage, "linphone", { user: "bob", ...account }),
      AgentPeer.start(stage, { user: "carol", sound: "tone", ...account }),
      AgentPeer.start(stage, { user: "dave", sound: "tone", ...account }),
    ]);
    return { baresip, linphone, agent, other };
  };
  const begin = (everybody: Scene): void => {
    for (const each of Object.values(everybody)) each.forget();
  };
  const stories: Record<string, (scene: Scene) => Promise<void>> = {};

  for (const kind of PHONES) {
    const another = kind === "baresip" ? "linphone" : "baresip";
    stories[`the agent transfers ${kind} to ${another}, and hears when that has answered`] = async (everybody) => {
      const { agent, [kind]: phone, [another]: target } = everybody;
      const call = await agentCalls(agent, phone);
      const heard: number[] = [];
      const transferred = agent.agent.transfer(call, target.aor, { onProgress: ({ code }) => heard.push(code) });
      await target.rings();
      await target.answer();
      const outcome = await transferred;
      assert.deepEqual([outcome.kind, outcome.code, outcome.stage, outcome.fault], ["answered", 200, "target", null]);
      assert.equal((await call.ended).cause, "hungUp");
      await target.talks();
      await target.hangUp();
      await target.ended();
    };
    stories[`the agent transfers ${kind} to somebody who is busy, and hears that`] = async (everybody) => {
      const { agent, other, [kind]: phone } = everybody;
      other.onCall = (call) => call.reject(486);
      const call = await agentCalls(agent, phone);
      const outcome = await agent.agent.transfer(call, other.aor);
      assert.deepEqual([outcome.kind, outcome.code, outcome.stage], ["rejected", 486, "target"]);
      assert.equal(call.state, "established");
      await call.hangUp();
      await phone.ended();
    };
    stories[`${kind} transfers the agent, which consents and calls`] = async (everybody) => {
      const { agent, other, [kind]: phone } = everybody;
      other.onCall = (call) => call.answer();
      const asked = transfers(agent);
      const call = await agentCalls(agent, phone);
      await phone.transfer(other.aor);
      const incoming = await asked;
      assert.equal(incoming.referTo, other.aor);
      const next = incoming.accept();
      assert.equal((await next.outcome).code, 200);
      await call.ended; // the phone hangs up once it has heard of the 200
      await Promise.all([agent.talks(), other.talks()]);
      await next.hangUp();
    };
    const then = kind === "linphone" ? "they go on talking" : "baresip hangs up"; // that is its way
    stories[`${kind} transfers the agent, which refuses: ${then}`] = async (everybody) => {
      const { agent, other, [kind]: phone } = everybody;
      const asked = transfers(agent);
      const call = await agentCalls(agent, phone);
      await phone.transfer(other.aor);
      (await asked).reject(403);
      await atLast("the refusal", () =>
        phone.wire.all.some(({ status, method }) => method === "REFER" && status === 403),
      );
      if (kind === "linphone") {
        assert.equal(call.state, "established");
        await call.hangUp();
      }
      await call.ended;
      if (kind === "linphone") await phone.ended();
    };
  }

  stories["the agent asks linphone first, then connects it with the other agent, whose call replaces its own"] =
    async ({ agent, other, linphone }) => {
      other.onCall = (call) => call.answer();
      const asked = transfers(other);
      const call = agent.dial(other.aor);
      assert.equal((await call.outcome).code, 200);
      const question = await agentCalls(agent, linphone);
      const transferred = agent.agent.transfer(call, question);
      const next = (await asked).accept();
      assert.equal((await next.outcome).code, 200);
      assert.equal((await transferred).code, 200);
      assert.equal((await question.ended).by, "remote");
      await next.hangUp();
      await linphone.ended();
    };

  // baresip copies "?Replaces=…" into the Request-URI, its escapes undone, and the server refuses that (RFC 3261 §19.1.1).
  stories["baresip cannot be connected so: the agent hears of the 400, and both calls go on"] = async ({
    agent,
    baresip,
    linphone,
  }) => {
    const call = await agentCalls(agent, baresip);
    const question = await agentCalls(agent, linphone);
    const outcome = await agent.agent.transfer(call, question);
    assert.deepEqual([outcome.kind, outcome.code, outcome.stage, outcome.fault], ["rejected", 400, "target", null]);
    assert.deepEqual([call.state, question.state], ["established", "established"]);
    await Promise.all([call.hangUp(), question.hangUp()]);
    await Promise.all([baresip.ended(), linphone.ended()]);
  };

  stories["the agent asks first, then connects linphone with the other agent (Replaces)"] = async (everybody) => {
    const { agent, other, linphone } = everybody;
    other.onCall = (call) => call.answer();
    const call = await agentCalls(agent, linphone);
    const question = agent.dial(other.aor);
    const before = await other.incoming();
    assert.equal((await question.outcome).code, 200);
    const outcome = await agent.agent.transfer(call, question);
    assert.deepEqual([outcome.kind, outcome.code, outcome.fault], ["answered", 200, null]);
    assert.equal((await question.ended).by, "remote");
    const after = await other.incoming();
    assert.equal(after.replaces, before);
    await after.hangUp();
    await linphone.ended();
  };

  stories["linphone asks first, then connects the agent with the other agent (Replaces)"] = async (everybody) => {
    const { agent, other, linphone } = everybody;
    assert.ok(linphone instanceof LinphonePhone);
    const asked = transfers(agent);
    const first = await agentCalls(agent, linphone);
    const firstId = linphone.call;
    other.onCall = (call) => call.answer();
    await linphone.dial(other.aor);
    await linphone.talks();
    await linphone.linphone.command(`call-transfer ${firstId} ${linphone.call}`);
    const incoming = await asked;
    assert.notEqual(incoming.replaces, null);
    const next = incoming.accept();
    assert.equal((await next.outcome).code, 200);
    await first.ended;
    await Promise.all([agent.talks(), other.talks()]);
    await next.hangUp();
  };

  const needs = ["baresip", "linphone-daemon"] as const;
  scene(`over ${transport.toUpperCase()}`, { needs, timeoutMs: STORY_MS, open, begin }, stories);
}

/** The next transfer that the agent is asked for. @throws Error after 5 s */
function transfers(agent: AgentPeer): Promise<IncomingTransfer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${agent.name}: no REFER in ${STEP_MS} ms`)), STEP_MS);
    agent.agent.onTransfer = (incoming) => {
      clearTimeout(timer);
      resolve(incoming);
    };
  });
}

/** The agent calls until both talk. */
async function agentCalls(agent: AgentPeer, phone: Phone): Promise<OutgoingCall> {
  const call = agent.dial(phone.aor);
  await phone.rings();
  await phone.answer();
  assert.equal((await call.outcome).code, 200);
  await phone.talks();
  return call;
}
