/** Calls between Ringback's user agent and real phones that are refused or sent elsewhere, through `ringback serve`. */
import assert from "node:assert/strict";
import { AgentPeer } from "./agent.ts";
import { isAnswered, type Phone, startPhone } from "./phones.ts";
import { startServer } from "./server.ts";
import { type Stage, scene } from "./stage.ts";

const DOMAIN = "peers.test";
const STORY_MS = 20_000;

interface Scene {
  readonly baresip: Phone;
  readonly linphone: Phone;
  readonly agent: AgentPeer;
  /** Somebody who is never there: sends every call elsewhere. */
  readonly away: AgentPeer;
}

/** What the agent says, and how far it means it. */
const REFUSALS = [
  [486, "here"],
  [480, "here"],
  [404, "here"],
  [600, "everywhere"],
  [603, "everywhere"],
] as const;

for (const transport of ["udp", "tcp"] as const) {
  const open = async (stage: Stage): Promise<Scene> => {
    const users = ["alice", "bob", "carol", "dave"].map((name) => `${name}:secret`);
    const server = await startServer(stage, { domain: DOMAIN, users });
    const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport };
    const [baresip, linphone, agent, away] = await Promise.all([
      startPhone(stage, "baresip", { user: "alice", ...account }),
      startPhone(stage, "linphone", { user: "bob", ...account }),
      AgentPeer.start(stage, { user: "carol", ...account }),
      AgentPeer.start(stage, { user: "dave", ...account }),
    ]);
    return { baresip, linphone, agent, away };
  };
  const begin = (everybody: Scene): void => {
    for (const each of Object.values(everybody)) each.forget();
  };
  const stories: Record<string, (scene: Scene) => Promise<void>> = {};

  for (const kind of ["baresip", "linphone"] as const) {
    const other = kind === "baresip" ? "linphone" : "baresip";
    stories[`${kind} refuses the agent's call`] = async ({ agent, [kind]: phone }) => {
      const call = agent.dial(phone.aor);
      await phone.rings();
      await phone.hangUp();
      const outcome = await call.outcome;
      assert.deepEqual([outcome.kind, outcome.code, outcome.decidedBy], ["rejected", phone.refusal, "callee"]);
      assert.equal(outcome.scope, phone.refusal === 603 ? "everywhere" : "here");
      await phone.ended();
    };
    for (const [code, scope] of REFUSALS) {
      stories[`the agent refuses ${kind}'s call with ${code}`] = async ({ agent, [kind]: phone }) => {
        agent.onCall = (call) => call.reject(code, { scope });
        await phone.dial(agent.aor);
        await isAnswered(phone, "INVITE", code);
        await phone.ended();
      };
    }
    stories[`the agent sends ${kind} on to ${other} with 302`] = async (everybody) => {
      const { agent, [kind]: caller, [other]: callee } = everybody;
      agent.onCall = (call) => call.redirect(callee.aor);
      await caller.dial(agent.aor);
      await isAnswered(caller, "INVITE", 302);
      await callee.rings();
      await callee.answer();
      await caller.talks();
      await caller.hangUp();
      await callee.ended();
    };
    stories[`the agent follows a 302 to ${kind}`] = async ({ agent, away, [kind]: phone }) => {
      away.onCall = (call) => call.redirect([{ uri: "sip:nobody@peers.test" }, { uri: phone.aor, q: 0.5 }]);
      const call = agent.dial(away.aor);
      await phone.rings();
      await phone.answer();
      const outcome = await call.outcome;
      assert.deepEqual([outcome.kind, outcome.code], ["answered", 200]);
      assert.deepEqual(
        outcome.attempts.map(({ uri, code }) => [uri, code]),
        [
          [away.aor, 302],
          ["sip:nobody@peers.test", 404],
        ],
      );
      await phone.talks();
      await agent.talks();
      await call.hangUp();
      await phone.ended();
    };
  }
  stories["told never to follow, the agent's call ends with the place it was sent to"] = async ({ agent, away }) => {
    away.onCall = (call) => call.redirect("sip:alice@peers.test");
    const outcome = await agent.dial(away.aor, { redirects: "never" }).outcome;
    assert.deepEqual([outcome.kind, outcome.code], ["redirected", 302]);
    assert.deepEqual(
      outcome.contacts.map(({ uri }) => uri),
      ["sip:alice@peers.test"],
    );
  };

  const needs = ["baresip", "linphone-daemon"] as const;
  scene(`over ${transport.toUpperCase()}`, { needs, timeoutMs: STORY_MS, open, begin }, stories);
}
