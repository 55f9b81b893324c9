/** Ringback's user agent at Kamailio: registers with a digest, calls through it as a proxy, is called, and leaves. */
import assert from "node:assert/strict";
import { AgentPeer } from "./agent.ts";
import { type Phone, startPhone } from "./phones.ts";
import { startKamailio } from "./server.ts";
import { type Stage, scene } from "./stage.ts";
import { finals } from "./wire.ts";

const DOMAIN = "peers.test";
const STORY_MS = 20_000;
const KAMAILIOS = [
  { name: "MD5 without qop, over UDP", algorithm: "MD5", qop: false, transport: "udp" },
  { name: "MD5 with qop, over TCP", algorithm: "MD5", qop: true, transport: "tcp" },
  { name: "SHA-256 with qop, over UDP", algorithm: "SHA-256", qop: true, transport: "udp" },
] as const;

interface Scene {
  readonly agent: AgentPeer;
  readonly other: AgentPeer;
}

for (const { name, transport, ...challenge } of KAMAILIOS) {
  const open = async (stage: Stage): Promise<Scene> => {
    const users = ["carol:secret", "dave:secret"];
    const server = await startKamailio(stage, { domain: DOMAIN, users }, challenge);
    const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport };
    const agent = await AgentPeer.start(stage, { user: "carol", sound: "tone", ...account });
    const other = await AgentPeer.start(stage, { user: "dave", ...account });
    return { agent, other };
  };
  const begin = ({ agent, other }: Scene): void => {
    agent.forget();
    other.forget();
  };
  scene(
    `at Kamailio: ${name}`,
    { needs: ["kamailio"], timeoutMs: STORY_MS, open, begin },
    {
      "the agent was challenged once and then let in": async ({ agent }) => {
        assert.deepEqual(finals(agent.wire.all, "REGISTER").slice(0, 2), [401, 200]);
      },
      "one agent calls the other; each leg is record-routed and the BYE finds its way": async ({ agent, other }) => {
        other.onCall = (call) => call.answer();
        const call = agent.dial(other.aor);
        assert.equal((await call.outcome).code, 200);
        await agent.talks();
        const incoming = await other.incoming();
        await incoming.hangUp();
        assert.deepEqual([(await call.ended).cause, (await call.ended).by], ["hungUp", "remote"]);
      },
      "a refusal comes back with what it says": async ({ agent, other }) => {
        other.onCall = (call) => call.reject(486, { retryAfter: 30 });
        const { kind, code, scope, retryAfter } = await agent.dial(other.aor).outcome;
        assert.deepEqual([kind, code, scope, retryAfter], ["rejected", 486, "here", 30]);
      },
      "a call is cancelled on its way": async ({ agent, other }) => {
        const stop = new AbortController();
        const call = agent.dial(other.aor, { signal: stop.signal });
        const incoming = await other.incoming();
        stop.abort();
        assert.equal((await call.outcome).kind, "canceled");
        assert.equal((await incoming.outcome).kind, "canceled");
      },
      "a MESSAGE gets there and is answered": async ({ agent, other }) => {
        const read = new Promise<string>((resolve) => {
          other.agent.onMessage = ({ body }) => resolve(body);
        });
        assert.equal((await agent.agent.message(other.aor, "Lunch? Ça va.")).code, 200);
        assert.equal(await read, "Lunch? Ça va.");
      },
      "whoever has left is not there": async ({ agent, other }) => {
        assert.equal((await other.registration?.unregister())?.code, 200);
        const { kind, code } = await agent.dial(other.aor).outcome;
        assert.deepEqual([kind, code], ["rejected", 480]);
      },
    },
  );
}

scene<{ agent: AgentPeer; phone: Phone }>(
  "at Kamailio with a phone",
  {
    needs: ["kamailio", "baresip"],
    timeoutMs: STORY_MS,
    open: async (stage) => {
      const users = ["alice:secret", "carol:secret"];
      const challenge = { algorithm: "MD5", qop: true } as const;
      const server = await startKamailio(stage, { domain: DOMAIN, users }, challenge);
      const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport: "udp" } as const;
      const [phone, agent] = await Promise.all([
        startPhone(stage, "baresip", { user: "alice", ...account }),
        AgentPeer.start(stage, { user: "carol", sound: "tone", ...account }),
      ]);
      return { agent, phone };
    },
    begin: () => {},
  },
  {
    "the agent and baresip call each other": async ({ agent, phone }) => {
      const call = agent.dial(phone.aor);
      await phone.rings();
      await phone.answer();
      assert.equal((await call.outcome).code, 200);
      await phone.talks();
      await Promise.all([agent.talks(), phone.hears()]);
      await phone.hangUp();
      assert.equal((await call.ended).by, "remote");
      agent.onCall = (incoming) => incoming.answer();
      await phone.dial(agent.aor);
      await phone.talks();
      await (await agent.incoming()).hangUp();
      await phone.ended();
    },
  },
);
