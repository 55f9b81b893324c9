import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { AudioSession, type NodeUserAgent, openUserAgent, resolveSettings, startServer } from "../../src/host/mod.ts";
import type { Call, IncomingCall } from "../../src/ua/mod.ts";

const LOOPBACK = "127.0.0.1";

async function pair(sounds: { alice?: "tone" | "echo" | "silence"; bob?: "tone" | "echo" | "silence" } = {}) {
  const media: Record<"alice" | "bob", AudioSession[]> = { alice: [], bob: [] };
  const open = async (name: "alice" | "bob"): Promise<NodeUserAgent> =>
    await openUserAgent({
      uri: `sip:${name}@${LOOPBACK}`,
      localAddress: LOOPBACK,
      media: () => {
        const session = new AudioSession({ host: LOOPBACK, sound: sounds[name] ?? "silence" });
        media[name].push(session);
        return session;
      },
    });
  return { alice: await open("alice"), bob: await open("bob"), media };
}

const addressOf = (agent: NodeUserAgent, protocol: "UDP" | "TCP"): string => {
  const listener = agent.core.transport.listeners.find((each) => each.protocol === protocol);
  return `sip:bob@${listener?.sentBy}${protocol === "TCP" ? ";transport=tcp" : ""}`;
};

/** Resolves when `ready` holds, asked after each packet that `session` hears. */
async function heard(session: AudioSession | undefined, packets: number): Promise<void> {
  assert.ok(session !== undefined);
  const limit = AbortSignal.timeout(5000);
  while (session.counts.received < packets) {
    limit.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a user agent with sockets", () => {
  for (const protocol of ["UDP", "TCP"] as const) {
    test(`calls another over ${protocol}: each hears what the other plays, and the callee hangs up`, async () => {
      const { alice, bob, media } = await pair({ alice: "tone", bob: "echo" });
      await using _a = alice;
      await using _b = bob;
      const answered = new Promise<IncomingCall>((resolve) => {
        bob.onCall = (call) => {
          call.ring();
          call.answer();
          resolve(call);
        };
      });
      const call = alice.call(addressOf(bob, protocol));
      const outcome = await call.outcome;
      assert.deepEqual([outcome.kind, outcome.code], ["answered", 200]);
      const incoming = await answered;
      await heard(media.alice[0], 10);
      assert.ok((media.bob[0]?.counts.received ?? 0) >= 10);
      await incoming.hangUp();
      const end = await (call as Call).ended;
      assert.deepEqual([end.cause, end.by], ["hungUp", "remote"]);
    });
  }

  test("a hold stops the sound and a resume starts it again", async () => {
    const { alice, bob, media } = await pair({ bob: "tone" });
    await using _a = alice;
    await using _b = bob;
    bob.onCall = (call) => void call.answer();
    const call = alice.call(addressOf(bob, "UDP"));
    await call.outcome;
    await heard(media.alice[0], 5);
    assert.equal((await call.hold()).kind, "answered");
    const quiet = media.bob[0]?.counts.sent;
    assert.equal((await alice.options(addressOf(bob, "UDP"))).code, 200); // something else passes meanwhile
    assert.equal(media.bob[0]?.counts.sent, quiet);
    assert.equal((await call.resume()).kind, "answered");
    await heard(media.alice[0], (media.alice[0]?.counts.received ?? 0) + 5);
    await call.hangUp();
  });

  test("an offer without a codec of ours is refused with 488", async () => {
    const { alice, bob } = await pair();
    await using _a = alice;
    await using _b = bob;
    bob.onCall = (call) => void call.answer();
    const offer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 9\r\n";
    const media = { offer: () => offer, answer: () => "", accept: () => {}, hold: () => {}, close: () => {} };
    assert.equal((await alice.call(addressOf(bob, "UDP"), { media }).outcome).code, 488);
  });

  test("nobody at a TCP port is unreachable, at once", async () => {
    const { alice, bob } = await pair();
    await using _a = alice;
    const gone = addressOf(bob, "TCP");
    await bob.close();
    const outcome = await alice.call(gone).outcome;
    assert.deepEqual([outcome.kind, outcome.code, outcome.scope], ["unreachable", null, null]);
  });

  test("an aborted call is cancelled", async () => {
    const { alice, bob } = await pair();
    await using _a = alice;
    await using _b = bob;
    const ringing = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<string>();
    bob.onCall = (call) => {
      call.ring();
      call.onEnded = (end) => stopped.resolve(end.outcome.kind);
    };
    const stop = new AbortController();
    const call = alice.call(addressOf(bob, "UDP"), { signal: stop.signal, onProgress: () => ringing.resolve() });
    await ringing.promise;
    stop.abort();
    assert.equal((await call.outcome).kind, "canceled");
    assert.equal(await stopped.promise, "canceled");
  });
});

test("a user of a domain that is an IPv6 address registers with a password, however either side writes it", async (t) => {
  const flags = { domain: ["::1"], listen: ["udp:127.0.0.1:0"], http: false, data: ":memory:", quiet: true };
  const settings = resolveSettings({ ...flags, user: ["alice:wonderland"] } as never, null, ".");
  assert.ok(typeof settings !== "string", String(settings));
  const server = await startServer(settings);
  assert.ok(typeof server !== "string", String(server));
  t.after(() => {
    server.hurryUp();
    return server.stop();
  });
  const outboundProxy = server.listening[0]?.replace("udp", "sip") ?? "";
  await using alice = await openUserAgent({
    uri: "sip:alice@[0::1]",
    account: { password: "wonderland" },
    outboundProxy,
    localAddress: LOOPBACK,
  });
  assert.equal((await alice.register().outcome).text, "200 OK");
});

test("a port that cannot be opened is told by name", async () => {
  const { createSocket } = await import("node:dgram");
  const holder = createSocket("udp4").bind(0, LOOPBACK);
  await once(holder, "listening");
  const { port } = holder.address();
  const settings = { uri: "sip:alice@example.com", localAddress: LOOPBACK, localPort: port };
  await assert.rejects(openUserAgent(settings), new RegExp(`UDP 127.0.0.1:${port} is in use`));
  holder.close();
});
