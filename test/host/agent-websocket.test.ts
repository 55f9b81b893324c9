import assert from "node:assert/strict";
import { test } from "node:test";
import { openUserAgent, type RunningServer, resolveSettings, startServer } from "../../src/host/mod.ts";

import { freePort } from "../peers/ports.ts";
import { tlsFront } from "./tls-front.ts";

const DOMAIN = "ws.test";

async function serve(http: string): Promise<RunningServer> {
  const flags = { domain: [DOMAIN], listen: ["udp:127.0.0.1:0"], http, data: ":memory:", auth: "off", quiet: true };
  const settings = resolveSettings(flags as never, null, ".");
  assert.ok(typeof settings !== "string", String(settings));
  const running = await startServer(settings);
  assert.ok(typeof running !== "string", String(running));
  return running;
}

const stop = async (server: RunningServer): Promise<void> => {
  server.hurryUp();
  await server.stop();
};

test("a user agent over a WebSocket: the connection is opened anew when the server comes back", async () => {
  const first = await serve("127.0.0.1:0");
  const port = new URL(first.httpUrl ?? "").port;
  const webSocket = `ws://127.0.0.1:${port}/sip`;
  await using alice = await openUserAgent({ uri: `sip:alice@${DOMAIN}`, localAddress: "127.0.0.1", webSocket });
  assert.equal((await alice.options(`sip:${DOMAIN}`)).code, 200);
  await stop(first);
  assert.equal((await alice.options(`sip:${DOMAIN}`)).kind, "unreachable");
  const second = await serve(`127.0.0.1:${port}`);
  assert.equal((await alice.options(`sip:${DOMAIN}`)).code, 200);
  await using bob = await openUserAgent({ uri: `sip:bob@${DOMAIN}`, localAddress: "127.0.0.1", webSocket });
  bob.onCall = (call) => call.answer();
  assert.equal((await bob.register().outcome).code, 200);
  const call = alice.call(`sip:bob@${DOMAIN}`);
  assert.equal((await call.outcome).code, 200);
  await call.hangUp();
  await stop(second);
});

test("over wss: all of a call goes through the connection, whatever its routes say; the Contact says transport=ws", async (t) => {
  const server = await serve("127.0.0.1:0");
  t.after(() => stop(server));
  const port = await tlsFront(t, Number(new URL(server.httpUrl ?? "").port));
  const webSocket = `wss://127.0.0.1:${port}/sip`;
  const common = { localAddress: "127.0.0.1", webSocket, rejectUnauthorized: false };
  await using alice = await openUserAgent({ uri: `sip:alice@${DOMAIN}`, ...common });
  await using bob = await openUserAgent({ uri: `sip:bob@${DOMAIN}`, ...common });
  bob.onCall = (call) => call.answer();
  const registered = await bob.register().outcome;
  // RFC 7118 §5.2 knows no `wss`; that it is secured is between the two ends of the connection.
  assert.match(registered.response?.raw ?? "", /^Contact: <sip:bob@[a-z0-9]+\.invalid;transport=ws>/m);
  const call = alice.call(`sip:bob@${DOMAIN}`);
  assert.equal((await call.outcome).code, 200);
  assert.equal((await call.hold()).code, 200);
  assert.equal((await call.hangUp()).cause, "hungUp");
});

test("settings that make no sense give the sockets back", async () => {
  const localPort = await freePort();
  const common = { localAddress: "127.0.0.1", localPort };
  await assert.rejects(openUserAgent({ uri: "alice", ...common }), TypeError);
  await assert.rejects(openUserAgent({ uri: "sip:a@127.0.0.1", webSocket: "http://127.0.0.1", ...common }), TypeError);
  await using alice = await openUserAgent({ uri: "sip:alice@127.0.0.1", ...common });
  assert.equal(alice.core.transport.listeners[0]?.port, localPort);
});
