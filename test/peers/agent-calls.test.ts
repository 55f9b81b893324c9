/** Ringback's user agent and a real phone call each other through `ringback serve`: they talk, hold, send tones, and either hangs up. */
import assert from "node:assert/strict";
import type { IncomingCall, OutgoingCall } from "../../src/ua/mod.ts";
import { AgentPeer } from "./agent.ts";
import { BaresipPhone, isAnswered, LinphonePhone, PHONES, type Phone, programOf, startPhone } from "./phones.ts";
import { startServer } from "./server.ts";
import { type Stage, scene } from "./stage.ts";

const DOMAIN = "peers.test";
const STEP_MS = 5_000;
const STORY_MS = 20_000;

interface Scene {
  readonly agent: AgentPeer;
  readonly phone: Phone;
}

for (const kind of PHONES) {
  for (const transport of ["udp", "tcp"] as const) {
    const open = async (stage: Stage): Promise<Scene> => {
      const server = await startServer(stage, { domain: DOMAIN, users: ["alice:secret", "carol:secret"] });
      const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport };
      const [phone, agent] = await Promise.all([
        startPhone(stage, kind, { user: "alice", ...account }),
        AgentPeer.start(stage, { user: "carol", sound: "tone", ...account }),
      ]);
      return { agent, phone };
    };
    const begin = ({ agent, phone }: Scene): void => {
      agent.forget();
      phone.forget();
    };
    scene(
      `the agent and ${kind} over ${transport.toUpperCase()}`,
      { needs: [programOf(kind)], timeoutMs: STORY_MS, open, begin },
      {
        "the agent calls, each hears the other, the agent hangs up": async ({ agent, phone }) => {
          const call = await agentCalls(agent, phone);
          await Promise.all([agent.talks(), phone.hears()]);
          const { cause, by } = await call.hangUp();
          assert.deepEqual([cause, by], ["hungUp", "local"]);
          await phone.ended();
        },
        "the agent calls, the phone hangs up": async ({ agent, phone }) => {
          const call = await agentCalls(agent, phone);
          await phone.hangUp();
          const { cause, by } = await call.ended;
          assert.deepEqual([cause, by], ["hungUp", "remote"]);
          await phone.ended();
        },
        "the phone calls, each hears the other, the phone hangs up": async ({ agent, phone }) => {
          const call = await phoneCalls(phone, agent);
          await Promise.all([agent.talks(), phone.hears()]);
          await phone.hangUp();
          const { cause, by } = await call.ended;
          assert.deepEqual([cause, by], ["hungUp", "remote"]);
          await phone.ended();
        },
        "the phone calls, the agent hangs up": async ({ agent, phone }) => {
          const call = await phoneCalls(phone, agent);
          const { cause, by } = await call.hangUp();
          assert.deepEqual([cause, by], ["hungUp", "local"]);
          await phone.ended();
        },
        "the phone holds the agent and takes it back: meanwhile the agent says nothing": async ({ agent, phone }) => {
          const call = await phoneCalls(phone, agent);
          await agent.talks();
          await phone.hold();
          assert.equal((await agent.until("hold")).detail, "sendonly");
          assert.equal(await agent.passed("sent"), 0);
          await phone.resume();
          assert.equal((await agent.until("hold")).detail, "sendrecv");
          await Promise.all([agent.talks(), phone.hears()]);
          await call.hangUp();
          await phone.ended();
        },
        "the agent holds the phone and takes it back: meanwhile the phone says nothing": async ({ agent, phone }) => {
          const call = await agentCalls(agent, phone);
          await agent.talks();
          assert.equal((await call.hold()).kind, "answered");
          assert.equal(await agent.passed("received"), 0);
          assert.equal((await call.resume()).kind, "answered");
          await phone.hears();
          await call.hangUp();
          await phone.ended();
        },
        "tones are taken, in INFO requests and from linphone as telephone events too": async ({ agent, phone }) => {
          const call = await agentCalls(agent, phone);
          await tones(call, agent, phone);
          await call.hangUp();
          await phone.ended();
        },
        "the agent rings for a while and cancels": async ({ agent, phone }) => {
          const stop = new AbortController();
          const call = agent.dial(phone.aor, { signal: stop.signal });
          await phone.rings();
          stop.abort();
          const { kind: how, code, decidedBy } = await call.outcome;
          assert.deepEqual([how, code, decidedBy], ["canceled", 487, "caller"]);
          await phone.ended();
        },
        "the phone rings for a while and cancels": async ({ agent, phone }) => {
          await phone.dial(agent.aor);
          const call = await agent.incoming();
          await phone.hearsRinging();
          await phone.hangUp();
          assert.equal((await call.outcome).kind, "canceled");
          await isAnswered(phone, "INVITE", 487);
          await phone.ended();
        },
      },
    );
  }
}

/** Each phone shows one half: baresip tells which tones it got and sends none so, linphone the other way round. */
async function tones(call: OutgoingCall, agent: AgentPeer, phone: Phone): Promise<void> {
  assert.equal((await call.sendDtmf("5#")).code, 200);
  if (phone instanceof BaresipPhone) {
    for (const tone of ["5", "#"]) assert.equal((await phone.baresip.until("CALL_DTMF_START", STEP_MS)).param, tone);
  } else if (phone instanceof LinphonePhone) {
    const { linphone } = phone;
    await linphone.command("config-set sip use_info 1");
    await linphone.command("config-set sip use_rfc2833 0");
    await linphone.command("dtmf 7");
    assert.equal((await agent.until("tone")).detail, "7");
    await linphone.command("config-set sip use_info 0");
    await linphone.command("config-set sip use_rfc2833 1");
    await linphone.command("dtmf 8"); // RFC 4733
    assert.equal((await agent.until("tone")).detail, "8");
  }
}

/** The agent calls until both talk. */
async function agentCalls(agent: AgentPeer, phone: Phone): Promise<OutgoingCall> {
  const call = agent.dial(phone.aor);
  await phone.rings();
  await phone.answer();
  const { kind, code } = await call.outcome;
  assert.deepEqual([kind, code], ["answered", 200]);
  await phone.talks();
  return call;
}

/** The phone calls until both talk. */
async function phoneCalls(phone: Phone, agent: AgentPeer): Promise<IncomingCall> {
  agent.onCall = async (call) => {
    call.ring();
    await call.answer();
  };
  await phone.dial(agent.aor);
  const call = await agent.incoming();
  assert.equal((await call.outcome).kind, "answered");
  await phone.talks();
  return call;
}
