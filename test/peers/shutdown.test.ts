/** SIGTERM while twenty calls are being set up: they complete, nothing new begins, the server exits with 0. */
import assert from "node:assert/strict";
import { type Account, DatagramPhone, final, fresh, type Message, type Sent } from "./datagram.ts";
import { WaitEnded } from "./occurrences.ts";
import { startServer } from "./server.ts";
import { story } from "./stage.ts";

const DOMAIN = "peers.test";
const CALLS = 20;
const STEP_MS = 10_000;
/** Silence this long is a refusal. */
const REFUSED_MS = 500;
const PROBES = 20;

const ALICE: Account = { user: "alice", password: "secret" };
const BOB: Account = { user: "bob", password: "secret" };
const BOB_URI = `sip:bob@${DOMAIN}`;

story(`SIGTERM while ${CALLS} calls are being set up`, { needs: [], timeoutMs: 55_000 }, async (stage) => {
  const server = await startServer(stage, { domain: DOMAIN, users: ["alice:secret", "bob:secret"] });
  const alice = await DatagramPhone.open(stage, "alice", server.ports.sip);
  const bob = await DatagramPhone.open(stage, "bob", server.ports.sip);
  const registration = fresh("REGISTER", `sip:${DOMAIN}`, "bob", DOMAIN, [
    `Contact: <${bob.contact("bob")}>`,
    "Expires: 600",
  ]);
  assert.equal((await bob.settle(registration, BOB, STEP_MS)).final.status, 200);

  const calls: Sent[] = [];
  const invitations: Message[] = [];
  for (let i = 0; i < CALLS; i++) {
    const invite = alice.send(fresh("INVITE", BOB_URI, "alice", DOMAIN, [`Contact: <${alice.contact("alice")}>`]));
    calls.push(alice.send(alice.answering(invite, await final(invite, STEP_MS), ALICE)));
    const invitation = await bob.requests.until((request) => request.method === "INVITE", STEP_MS, "the next INVITE");
    bob.respond(invitation, 180, "Ringing", [`Contact: <${bob.contact("bob")}>`]);
    invitations.push(invitation);
  }
  for (const call of calls) {
    await call.responses.until((response) => response.status === 180, STEP_MS, "180");
  }

  server.terminate();
  await refusesNewCalls(alice);

  for (const invitation of invitations) bob.respond(invitation, 200, "OK", [`Contact: <${bob.contact("bob")}>`]);
  for (const call of calls) {
    const answer = await final(call, STEP_MS);
    assert.equal(answer.status, 200, "a call that was being set up is not answered");
    alice.confirm(call, answer);
  }
  for (const call of calls) {
    const { callId, cseq } = call.request;
    const isItsAck = (request: Message): boolean =>
      request.header("CSeq") === `${cseq} ACK` && request.header("Call-ID") === callId;
    if (!bob.requests.all.some(isItsAck)) await bob.requests.until(isItsAck, STEP_MS, `the ACK of ${callId}`);
  }
  // The server is the one that challenged: the ACK for its 407 ends there (RFC 3261 §8.2.7, §17.2.1).
  const strays = bob.requests.all.filter((request) => request.header("CSeq") === "1 ACK");
  assert.deepEqual(
    strays.map((ack) => ack.first),
    [],
    "ACKs for the server's own responses reached the callee",
  );
  assert.deepEqual(await server.program.ended(STEP_MS), { code: 0, signal: null });
});

/** The signal takes a moment to arrive: asks until an INVITE is answered by 503 or not at all. */
async function refusesNewCalls(alice: DatagramPhone): Promise<void> {
  for (let probe = 0; probe < PROBES; probe++) {
    const invite = alice.send(fresh("INVITE", BOB_URI, "alice", DOMAIN, [`Contact: <${alice.contact("alice")}>`]));
    try {
      const answer = await final(invite, REFUSED_MS);
      alice.acknowledge(invite, answer);
      if (answer.status === 503) return;
    } catch (error) {
      if (error instanceof WaitEnded) return;
      throw error;
    }
  }
  assert.fail(`still takes new calls after SIGTERM, asked ${PROBES} times`);
}
