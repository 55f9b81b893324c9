import assert from "node:assert/strict";
import { createServer, type Socket } from "node:net";
import { test } from "node:test";
import { openUserAgent } from "../../src/host/mod.ts";
import type { Flow } from "../../src/transport/mod.ts";

const LOOPBACK = "127.0.0.1";

/** A TCP server that answers a double CRLF with a CRLF. */
async function listening(): Promise<{ port: number; pings: () => number; close: () => void }> {
  const sockets = new Set<Socket>();
  let pings = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (octets) => {
      if (octets.toString() !== "\r\n\r\n") return;
      pings++;
      socket.write("\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as { port: number }).port, pings: () => pings, close };
}

test("a ping on a TCP connection leaves as two CRLFs, and its pong is told to whoever depends on the flow", async () => {
  const server = await listening();
  await using agent = await openUserAgent({ uri: `sip:bob@${LOOPBACK}`, localAddress: LOOPBACK });
  const flow = agent.core.transport.flowTo({ protocol: "TCP", host: LOOPBACK, port: server.port, domain: "" }) as Flow;
  const ponged = Promise.withResolvers<Flow>();
  const closed = Promise.withResolvers<string>();
  flow.attach({ onPong: ponged.resolve, onFlowClosed: (_, reason) => closed.resolve(reason) });
  while (flow.ping?.() !== true) await new Promise((resolve) => setTimeout(resolve, 5)); // not while it connects
  assert.equal(await ponged.promise, flow);
  assert.equal(server.pings(), 1);
  flow.close?.("no pong within 10 s");
  assert.equal(await closed.promise, "no pong within 10 s");
  assert.equal(flow.open, false);
  server.close();
});

test("a probe of a UDP flow is answered by the other end's socket with the address it sees", async () => {
  await using alice = await openUserAgent({ uri: `sip:alice@${LOOPBACK}`, localAddress: LOOPBACK });
  await using bob = await openUserAgent({ uri: `sip:bob@${LOOPBACK}`, localAddress: LOOPBACK });
  const { transport } = alice.core;
  const [near, far] = [alice, bob].map(({ core }) =>
    core.transport.listeners.find(({ protocol }) => protocol === "UDP"),
  );
  assert.ok(near !== undefined && far !== undefined);
  const flow = transport.flowTo({ protocol: "UDP", host: LOOPBACK, port: far.port, domain: "" });
  assert.equal(await new Promise((resolve) => flow?.probe?.(resolve)), near.sentBy);
});
