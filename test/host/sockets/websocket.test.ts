import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { test } from "node:test";
import { WebSocket } from "ws";
import type { ConnectionLimits } from "../../../src/host/sockets/limits.ts";
import { serveWebSocket, type WebSocketOptions } from "../../../src/host/sockets/websocket.ts";
import type { Listener } from "../../../src/transport/mod.ts";
import { certificate } from "./certificate.ts";
import { type Host, host, observed, request } from "./support.ts";

interface Served extends Host {
  readonly listener: Listener;
  readonly address: string;
  dial(options?: { protocols?: string[]; origin?: string; path?: string; headers?: Record<string, string> }): WebSocket;
}

async function serve(
  options: WebSocketOptions = {},
  limits: Partial<ConnectionLimits> = {},
  server: Server = createServer(),
): Promise<Served> {
  const base = await host([], { limits });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const listener = serveWebSocket(base.transport, server, options);
  const address = `${listener.protocol.toLowerCase()}://127.0.0.1:${listener.port}`;
  return {
    ...base,
    listener,
    address,
    dial: ({ protocols = ["sip"], path = "/sip", ...rest } = {}) =>
      new WebSocket(address + path, protocols, { ...rest, rejectUnauthorized: false }),
    close: async () => {
      await base.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function refusal(socket: WebSocket): Promise<number> {
  socket.on("error", () => {});
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, IncomingMessage];
  socket.terminate();
  return response.statusCode ?? 0;
}

async function frame(socket: WebSocket): Promise<{ text: string; binary: boolean }> {
  const [octets, binary] = (await once(socket, "message")) as [Buffer, boolean];
  return { text: octets.toString("latin1"), binary };
}

test("text and binary frames carry one message each, both ways (RFC 7118 §4.2)", async () => {
  const served = await serve();
  const flows = observed(served, "flow", "message");
  const socket = served.dial();
  await once(socket, "open");
  assert.equal(socket.protocol, "sip");
  const accented = request("MESSAGE", "caf\u00c3\u00a9"); // é as its two UTF-8 octets
  socket.send(Buffer.from(accented, "latin1"), { binary: false });
  socket.send(Buffer.from(request("MESSAGE", "\xff\xfe"), "latin1"));
  const first = await served.receiver.messages.next();
  const { flow } = first;
  assert.equal(first.text, accented);
  assert.equal((await served.receiver.messages.next()).text, request("MESSAGE", "\xff\xfe"));
  assert.equal(flow.protocol, "WS");
  assert.equal(flow.listener, served.listener);
  assert.ok(served.transport.listeners.includes(served.listener));
  assert.equal(served.transport.flowById(flow.id), flow);
  const back = { protocol: "WS", host: flow.remoteHost, port: flow.remotePort, domain: "" } as const;
  assert.equal(served.transport.flowTo(back), flow);
  assert.equal(served.transport.flowTo({ ...back, port: 1 }), null, "a WebSocket is not opened by a server");

  for (const [text, binary] of [
    [accented, false],
    [request(), false],
    [request("X", "\xff"), true],
  ] as const) {
    const heard = frame(socket);
    assert.equal(flow.send(text), true);
    assert.deepEqual(await heard, { text, binary });
  }
  flow.attach(served.receiver);
  socket.close(1000);
  assert.match((await served.receiver.closed.next()).reason, /^closed by 127\.0\.0\.1:\d+ \(WebSocket code 1000\)$/);
  const opened = await flows.next();
  assert.ok(opened.type === "flow" && opened.change === "opened" && opened.flow.protocol === "WS");
  await served.close();
});

test("a double CRLF is answered by one (RFC 7118 §6)", async () => {
  const served = await serve();
  const socket = served.dial();
  await once(socket, "open");
  const heard = frame(socket);
  socket.send("\r\n");
  socket.send("\r\n\r\n");
  assert.equal((await heard).text, "\r\n");
  assert.equal(served.receiver.messages.all.length, 0);
  await served.close();
});

test("a frame without a SIP message ends the connection", async () => {
  const served = await serve();
  const socket = served.dial();
  await once(socket, "open");
  socket.send('{"jsonrpc":"2.0"}\nSIP/2.0');
  const { head, reason } = await served.receiver.unframed.next();
  assert.match(head, /jsonrpc/);
  assert.match(reason, /no SIP message/);
  await once(socket, "close");
  await served.close();
});

test("the subprotocol must be sip, and the path the one served", async () => {
  const served = await serve();
  const drops = observed(served, "dropped");
  assert.equal(await refusal(served.dial({ protocols: [] })), 400);
  assert.equal(await refusal(served.dial({ protocols: ["xmpp"] })), 400);
  const drop = await drops.next();
  assert.ok(drop.type === "dropped" && /subprotocol must be sip/.test(drop.why));
  assert.equal(await refusal(served.dial({ path: "/other" })), 404);
  const among = served.dial({ protocols: ["msrp", "sip"], path: "/sip?x=1" });
  await once(among, "open");
  assert.equal(among.protocol, "sip");
  await served.close();
});

test("pages of this host, of loopback and of listed origins may connect, others may not", async () => {
  const served = await serve({ origins: ["https://phone.example.test"] });
  for (const origin of ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:80", "https://phone.example.test"]) {
    const socket = served.dial({ origin });
    await once(socket, "open");
    socket.terminate();
  }
  const own = served.dial({ origin: "https://pbx.example.test", headers: { host: "pbx.example.test:8060" } });
  await once(own, "open");
  own.terminate();
  for (const origin of [
    "https://elsewhere.test",
    "null",
    "https://phone.example.test.evil.test",
    "file://",
    "http://127.0.0.1.evil.test",
  ]) {
    assert.equal(await refusal(served.dial({ origin })), 403, origin);
  }
  await served.close();
});

test("a peer that answers no ping is gone, one that does stays", async () => {
  const served = await serve({ pingMs: 60 });
  const alive = served.dial();
  await once(alive, "open");
  alive.send(request());
  const { flow: living } = await served.receiver.messages.next();
  const dead = new WebSocket(`${served.address}/sip`, "sip", { autoPong: false });
  await once(dead, "open");
  dead.send(request());
  const { flow } = await served.receiver.messages.next();
  flow.attach(served.receiver);
  assert.match((await served.receiver.closed.next()).reason, /no pong from/);
  assert.equal(living.open, true);
  await served.close();
});

test("WebSockets are bounded in number, in message size and in silence", async () => {
  const served = await serve({}, { connectionsPerSource: 1, firstMessageMs: 100 });
  const one = served.dial();
  await once(one, "open");
  assert.equal(await refusal(served.dial()), 503);
  await once(one, "close");
  const two = served.dial();
  await once(two, "open");
  two.send(request());
  const { flow } = await served.receiver.messages.next();
  flow.attach(served.receiver);
  two.send("x".repeat(1_200_000));
  const [code] = (await once(two, "close")) as [number];
  assert.equal(code, 1009);
  assert.match((await served.receiver.closed.next()).reason, /Max payload size exceeded/);
  await served.close();
});

test("what WebSockets leave unfinished is bounded in time and in pieces, and for all together", async () => {
  const shared = { held: 60_000, heldEach: 1000 };
  const cases = [
    [/half a message/, { partialMs: 50 }, (socket: WebSocket) => socket.send(request().slice(0, 20), { fin: false })],
    [/fragments/, {}, (socket: WebSocket) => repeat(3000, () => socket.send("x", { fin: false }))],
    [/no room/, shared, (socket: WebSocket) => socket.send("x".repeat(70_000), { fin: false })],
  ] as const;
  for (const [reason, limits, misbehave] of cases) {
    const served = await serve({}, limits);
    const socket = served.dial();
    socket.on("error", () => {});
    await once(socket, "open");
    socket.send(request());
    const { flow } = await served.receiver.messages.next();
    flow.attach(served.receiver);
    misbehave(socket);
    const ping = setInterval(() => socket.ping(), 10); // it keeps talking, and finishes nothing
    assert.match((await served.receiver.closed.next()).reason, reason);
    clearInterval(ping);
    socket.terminate();
    await served.close();
  }
});

test("one that finishes its messages may send any number of them, and pings between", async () => {
  const served = await serve({}, { held: 60_000, heldEach: 1000 });
  const socket = served.dial();
  await once(socket, "open");
  repeat(20, (i) => {
    socket.send(request("MESSAGE", "x".repeat(5000 + i)));
    socket.ping("x".repeat(100));
  });
  for (let i = 0; i < 20; i++) await served.receiver.messages.next();
  assert.equal(socket.readyState, WebSocket.OPEN);
  await served.close();
});

function repeat(times: number, work: (i: number) => void): void {
  for (let i = 0; i < times; i++) work(i);
}

test("behind TLS the protocol is WSS", async () => {
  const { cert, key } = certificate({ name: "localhost" });
  const served = await serve(
    { advertised: "pbx.example.test:443" },
    {},
    createTlsServer({ cert, key }) as unknown as Server,
  );
  assert.equal(served.listener.protocol, "WSS");
  assert.equal(served.listener.sentBy, "pbx.example.test:443");
  const socket = served.dial();
  await once(socket, "open");
  socket.send(request());
  assert.equal((await served.receiver.messages.next()).flow.protocol, "WSS");
  await served.close();
});
