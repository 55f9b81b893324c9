import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { bindingResponse } from "../../../src/host/sockets/stun.ts";
import { UdpFlow } from "../../../src/host/sockets/udp.ts";
import { type Host, host, listenerOf, observed, request } from "./support.ts";

async function phone(): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return socket;
}

async function heard(socket: Socket): Promise<Buffer> {
  const [octets] = (await once(socket, "message")) as [Buffer];
  return octets;
}

async function withUdp(run: (server: Host, peer: Socket, port: number) => Promise<void>): Promise<void> {
  const server = await host(["UDP"]);
  const peer = await phone();
  try {
    await run(server, peer, listenerOf(server, "UDP").port);
  } finally {
    peer.close();
    await server.close();
  }
}

test("a datagram arrives as latin1 text and the flow leads back, octet for octet", () =>
  withUdp(async (server, peer, port) => {
    const everyOctet = `${request("MESSAGE")}${Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join("")}`;
    peer.send(Buffer.from(everyOctet, "latin1"), port, "127.0.0.1");
    const { text, flow } = await server.receiver.messages.next();
    assert.equal(text, everyOctet);
    assert.deepEqual(
      [flow.protocol, flow.remoteHost, flow.remotePort, flow.id],
      ["UDP", "127.0.0.1", peer.address().port, 0],
    );
    assert.equal(flow.listener, listenerOf(server, "UDP"));
    const answer = heard(peer);
    assert.equal(flow.send(everyOctet), true);
    assert.equal((await answer).toString("latin1"), everyOctet);
  }));

test("messages sent in one go all arrive, each whole and in order", () =>
  withUdp(async (server, peer, port) => {
    const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port: peer.address().port, domain: "" });
    assert.ok(flow !== null);
    const texts = Array.from({ length: 60 }, (_, i) => request("MESSAGE", `${i}`.repeat(1 + i)));
    const got: string[] = [];
    const all = new Promise<void>((resolve) => {
      peer.on("message", (octets) => {
        got.push(octets.toString("latin1"));
        if (got.length === texts.length) resolve();
      });
    });
    for (const text of texts) assert.equal(flow.send(text), true);
    await all;
    assert.deepEqual(got, texts);
    assert.ok(port > 0);
  }));

test("keepalives of CRLFs are passed over, the message behind them is not", () =>
  withUdp(async (server, peer, port) => {
    for (const text of ["\r\n\r\n", "\r\n", "\0", "", request()]) peer.send(text, port, "127.0.0.1");
    assert.equal((await server.receiver.messages.next()).text, request());
    assert.equal(server.receiver.messages.all.length, 1);
  }));

test("a STUN Binding request is answered with the address it came from (RFC 5626 §8)", () =>
  withUdp(async (_server, peer, port) => {
    const query = Buffer.from("000100002112a442b7e7a701bc34d686fa87dfae", "hex");
    const answer = heard(peer);
    peer.send(query, port, "127.0.0.1");
    const octets = await answer;
    assert.equal(octets.toString("hex", 0, 26), "0101000c2112a442b7e7a701bc34d686fa87dfae002000080001");
    assert.equal(octets.readUInt16BE(26) ^ 0x2112, peer.address().port);
    assert.equal((octets.readUInt32BE(28) ^ 0x2112a442) >>> 0, 0x7f000001);
  }));

test("STUN: the vectors of RFC 5769 for both families, and nothing for what is no Binding request", () => {
  // RFC 5769 §2.2 and §2.3: the attribute XOR-MAPPED-ADDRESS for 192.0.2.1:32853 and 2001:db8:1234:5678:11:2233:4455:6677.
  const query = Buffer.from("000100002112a442b7e7a701bc34d686fa87dfae", "hex");
  assert.equal(bindingResponse(query, "192.0.2.1", 32853)?.toString("hex", 20), "002000080001a147e112a643");
  assert.equal(
    bindingResponse(query, "2001:db8:1234:5678:11:2233:4455:6677", 32853)?.toString("hex", 20),
    "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9",
  );
  for (const bad of [
    "00",
    "000100002112a442b7e7a701bc34d686fa87df",
    "010100002112a442b7e7a701bc34d686fa87dfae",
    "000100012112a442b7e7a701bc34d686fa87dfae",
    "00010000aaaaaaaab7e7a701bc34d686fa87dfae",
  ]) {
    assert.equal(bindingResponse(Buffer.from(bad, "hex"), "192.0.2.1", 5060), null);
  }
});

test("a message longer than a datagram is refused at once, and said to be", () =>
  withUdp(async (server, peer) => {
    const faults = observed(server, "fault");
    const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port: peer.address().port, domain: "" });
    assert.equal(flow?.send("x".repeat(65_507)), true);
    assert.equal(flow?.send("x".repeat(65_508)), false);
    const observation = await faults.next();
    assert.ok(observation.type === "fault" && /65508 octets/.test(observation.fault.text), JSON.stringify(observation));
    // A stranger's request makes its answer that long: nothing for the log of what is wrong with this process.
    assert.equal(observation.fault.blame, "network");
  }));

test("while the system takes no datagrams, so many wait for it and no more", () =>
  withUdp(async (server, peer) => {
    const faults = observed(server, "fault");
    const arrived: string[] = [];
    peer.on("message", (octets) => arrived.push(octets.toString()));
    const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port: peer.address().port, domain: "" });
    assert.ok(flow instanceof UdpFlow);
    // The loopback interface takes everything, so that the socket has to be told that it did not.
    const { socket } = (flow as unknown as { socket: { socket: Socket } }).socket;
    const { getSendQueueCount } = socket;
    let queued = 256;
    socket.getSendQueueCount = () => queued;
    flow.send("the last one");
    await faults.next();
    flow.send("too much");
    await new Promise((resolve) => setImmediate(resolve)); // it leaves, or does not, at the end of the turn
    queued = 0;
    flow.send("again");
    while (arrived.length < 2) await once(peer, "message");
    assert.deepEqual(arrived, ["the last one", "again"]);
    const [first] = faults.all;
    assert.ok(first?.type === "fault" && first.fault.blame === "network" && /ENOBUFS/.test(first.fault.text));
    socket.getSendQueueCount = getSendQueueCount;
  }));

test("an address the system cannot reach is observed, and refused for a moment", async () => {
  const server = await host([], { listeners: [{ protocol: "UDP", host: "0.0.0.0", port: 0 }] });
  const faults = observed(server, "fault");
  // 255.255.255.255 needs SO_BROADCAST, which this socket does not ask for, so it fails whatever the routes are.
  const flow = server.transport.flowTo({ protocol: "UDP", host: "255.255.255.255", port: 5060, domain: "" });
  assert.equal(flow?.send(request()), true);
  const observation = await faults.next();
  assert.ok(observation.type === "fault");
  assert.equal(observation.fault.blame, "network");
  assert.match(observation.fault.text, /255\.255\.255\.255:5060: E[A-Z]+$/);
  assert.equal(flow?.send(request()), false);
  await server.close();
});

test("ports no datagram can go to are refused, not thrown", () =>
  withUdp(async (server) => {
    for (const port of [0, -1, 65_536]) {
      const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port, domain: "" });
      assert.equal(flow?.send(request()), false);
    }
  }));

test("a listener on loopback leads nowhere else, and the other family needs its own", () =>
  withUdp(async (server) => {
    const { transport } = server;
    assert.equal(transport.flowTo({ protocol: "UDP", host: "192.0.2.1", port: 5060, domain: "" }), null);
    assert.equal(transport.flowTo({ protocol: "UDP", host: "::1", port: 5060, domain: "" }), null);
    assert.equal(transport.flowTo({ protocol: "TCP", host: "127.0.0.1", port: 5060, domain: "" }), null);
  }));

const hasV6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === "::1");

test("IPv6 has its own socket", { skip: hasV6 ? false : "no IPv6 loopback on this machine" }, async () => {
  const listeners = [
    { protocol: "UDP", host: "127.0.0.1", port: 0 },
    { protocol: "UDP", host: "::1", port: 0 },
  ] as const;
  const a = await host([], { listeners });
  const b = await host([], { listeners });
  const target = b.transport.listeners[1];
  assert.ok(target !== undefined);
  assert.equal(target.sentBy, `[::1]:${target.port}`);
  const flow = a.transport.flowTo({ protocol: "UDP", host: "::1", port: target.port, domain: "" });
  assert.equal(flow?.send(request()), true);
  const { flow: back } = await b.receiver.messages.next();
  assert.equal(back.remoteHost, "::1");
  await a.close();
  await b.close();
});

test("from the listener asked for, when there are several", async () => {
  const listeners = [
    { protocol: "UDP", host: "127.0.0.1", port: 0 },
    { protocol: "UDP", host: "127.0.0.1", port: 0 },
  ] as const;
  const server = await host([], { listeners });
  const peer = await phone();
  for (const from of server.transport.listeners) {
    const flow = server.transport.flowTo(
      { protocol: "UDP", host: "127.0.0.1", port: peer.address().port, domain: "" },
      from,
    );
    const message = once(peer, "message");
    flow?.send(request());
    const [, remote] = (await message) as [Buffer, { port: number }];
    assert.equal(remote.port, from.port);
  }
  peer.close();
  await server.close();
});
