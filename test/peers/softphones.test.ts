/** baresip and linphone at one server, calling each other: over UDP, over TCP, one over each, and every way a call ends. */
import assert from "node:assert/strict";
import { Baresip } from "./baresip.ts";
import { Linphone } from "./linphone.ts";
import { startServer } from "./server.ts";
import { story } from "./stage.ts";
import { finals, type WireMessage } from "./wire.ts";

const DOMAIN = "peers.test";
const STEP_MS = 5_000;
const STORY_MS = 50_000;
/**
 * What baresip and linphone use. Between the two kinds the proxy has to change what it forwards: linphone writes no
 * Content-Length over UDP when there is no body, and over TCP a message without one has no end (RFC 3261 §16.6 step 9).
 */
const TRANSPORTS = [
  { name: "over UDP", baresip: "udp", linphone: "udp" },
  { name: "over TCP", baresip: "tcp", linphone: "tcp" },
  { name: "baresip over TCP, linphone over UDP", baresip: "tcp", linphone: "udp" },
] as const;

interface Scene {
  readonly alice: Baresip;
  readonly bob: Linphone;
}

/** Plays one call over each choice of transports, with a server and two phones of its own that registered for it. */
function call(name: string, play: (scene: Scene) => Promise<void>): void {
  for (const transports of TRANSPORTS) {
    const options = { needs: ["baresip", "linphone-daemon"], timeoutMs: STORY_MS } as const;
    story(`${name} (${transports.name})`, options, async (stage) => {
      const server = await startServer(stage, { domain: DOMAIN, users: ["alice:secret", "bob:secret"] });
      const account = { password: "secret", domain: DOMAIN, registrar: server.address };
      const [alice, bob] = await Promise.all([
        Baresip.start(stage, { user: "alice", ...account, transport: transports.baresip }),
        Linphone.start(stage, { user: "bob", ...account, transport: transports.linphone }),
      ]);
      await play({ alice, bob });
      assertUsedOnly(alice, transports.baresip);
      assertUsedOnly(bob, transports.linphone);
      await server.stop();
    });
  }
}

function assertUsedOnly(phone: Baresip | Linphone, transport: "udp" | "tcp"): void {
  const others = phone.wire.all.filter((message) => message.transport !== transport.toUpperCase());
  assert.deepEqual(
    others.map((message) => message.start),
    [],
    `${phone.name} was to use ${transport} only`,
  );
}

call("baresip calls, linphone answers, baresip hangs up", async ({ alice, bob }) => {
  await talk(alice, bob);
  await alice.hangup();
  await bob.until("Released", STEP_MS);
  await final(alice, "INVITE", 200);
  await final(alice, "BYE", 200);
});

call("baresip calls, linphone answers, linphone hangs up", async ({ alice, bob }) => {
  const id = await talk(alice, bob);
  await bob.terminate(id);
  await alice.until("CALL_CLOSED", STEP_MS);
  await bob.until("Released", STEP_MS);
  await final(bob, "BYE", 200);
  assert.deepEqual(seen(bob, "BYE"), [200]);
});

call("baresip calls, linphone rejects: baresip sees 603", async ({ alice, bob }) => {
  await alice.dial(bob.aor);
  await bob.terminate((await bob.until("IncomingReceived", STEP_MS)).call);
  const closed = await alice.until("CALL_CLOSED", STEP_MS);
  assert.match(closed.param ?? "", /^603 /);
  await final(alice, "INVITE", 603);
  await bob.until("Released", STEP_MS);
});

call("baresip calls and cancels: linphone stops ringing, baresip sees 487", async ({ alice, bob }) => {
  await alice.dial(bob.aor);
  await bob.until("IncomingReceived", STEP_MS);
  await alice.until("CALL_RINGING", STEP_MS);
  await alice.hangup();
  await bob.until("Released", STEP_MS);
  await final(alice, "INVITE", 487);
  await final(alice, "CANCEL", 200);
  assert.deepEqual(seen(alice, "CANCEL"), [200]);
});

call("linphone calls, baresip answers, linphone hangs up", async ({ alice, bob }) => {
  const id = await talkBack(bob, alice);
  await bob.terminate(id);
  await alice.until("CALL_CLOSED", STEP_MS);
  await bob.until("Released", STEP_MS);
  await final(bob, "INVITE", 200);
  await final(bob, "BYE", 200);
  assert.deepEqual(seen(bob, "BYE"), [200]);
});

call("linphone calls, baresip answers, baresip hangs up", async ({ alice, bob }) => {
  await talkBack(bob, alice);
  await alice.hangup();
  await bob.until("Released", STEP_MS);
  await final(alice, "BYE", 200);
});

call("linphone calls, baresip rejects: linphone sees 486", async ({ alice, bob }) => {
  await bob.dial(alice.aor);
  await alice.until("CALL_INCOMING", STEP_MS);
  await alice.hangup();
  await bob.until("Error", STEP_MS);
  await bob.until("Released", STEP_MS);
  await final(bob, "INVITE", 486);
});

call("linphone calls and cancels: baresip stops ringing, linphone sees 487", async ({ alice, bob }) => {
  await bob.dial(alice.aor);
  await alice.until("CALL_INCOMING", STEP_MS);
  await bob.terminate((await bob.until("OutgoingRinging", STEP_MS)).call);
  await alice.until("CALL_CLOSED", STEP_MS);
  await final(bob, "INVITE", 487);
  await bob.until("Released", STEP_MS);
  await final(bob, "CANCEL", 200);
  assert.deepEqual(seen(bob, "CANCEL"), [200]);
});

story(
  "linphone's offer of all codecs, over 1300 bytes, changes from UDP to TCP on its way",
  { needs: ["baresip", "linphone-daemon"], timeoutMs: STORY_MS },
  async (stage) => {
    const server = await startServer(stage, { domain: DOMAIN, users: ["alice:secret", "bob:secret"] });
    const account = { password: "secret", domain: DOMAIN, registrar: server.address, transport: "udp" } as const;
    const [alice, bob] = await Promise.all([
      Baresip.start(stage, { user: "alice", ...account }),
      Linphone.start(stage, { user: "bob", codecs: "all", ...account }),
    ]);
    const id = await talkBack(bob, alice);
    const offer = alice.wire.all.find((message) => message.received && message.start.startsWith("INVITE"));
    assert.ok(offer !== undefined && offer.text.length > 1300, `the INVITE has ${offer?.text.length} bytes`);
    assert.equal(offer.transport, "TCP");
    await bob.terminate(id);
    await alice.until("CALL_CLOSED", STEP_MS);
    await bob.until("Released", STEP_MS);
    await server.stop();
  },
);

/** baresip calls until both sides talk. @returns linphone's id of the call */
async function talk(alice: Baresip, bob: Linphone): Promise<string> {
  await alice.dial(bob.aor);
  const { call: id } = await bob.until("IncomingReceived", STEP_MS);
  await bob.answer(id);
  await alice.until("CALL_ESTABLISHED", STEP_MS);
  await bob.until("StreamsRunning", STEP_MS);
  // The ACK ends the set-up: linphone says it talks as soon as it has answered.
  await request(bob, "ACK");
  return id;
}

/** linphone calls until both sides talk. @returns linphone's id of the call */
async function talkBack(bob: Linphone, alice: Baresip): Promise<string> {
  await bob.dial(alice.aor);
  await alice.until("CALL_INCOMING", STEP_MS);
  await alice.accept();
  const { call: id } = await bob.until("StreamsRunning", STEP_MS);
  await alice.until("CALL_ESTABLISHED", STEP_MS);
  return id;
}

/** Final status codes a phone has received for requests of a method, challenges included. */
function seen(phone: Baresip | Linphone, method: string): number[] {
  return finals(phone.wire.all, method);
}

/**
 * Waits for an answer, which may have come before: what a phone says of a call and what it traces take different ways, and
 * the answers that end a call come in any order.
 */
async function final(phone: Baresip | Linphone, method: string, status: number): Promise<void> {
  if (seen(phone, method).includes(status)) return;
  const isWanted = (message: WireMessage): boolean =>
    message.received && message.method === method && message.status === status;
  await phone.wire.until(isWanted, STEP_MS, `${status} for its ${method}`);
}

function request(phone: Baresip | Linphone, method: string): Promise<WireMessage> {
  return phone.wire.until(
    (message) => message.received && message.method === method && message.status === null,
    STEP_MS,
    method,
  );
}
