import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { openSync, readdirSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { NodeKernel } from "../../../src/host/kernel.ts";
import { type CLibrary, cLibrary } from "../../../src/host/sockets/c-library.ts";
import {
  type DatagramRuns,
  datagramRuns,
  ipv4Text,
  ipv4Word,
  runsAsExpected,
} from "../../../src/host/sockets/datagram-runs.ts";
import { listenerFrom } from "../../../src/host/sockets/listening.ts";
import { bindingResponse } from "../../../src/host/sockets/stun.ts";
import { NodeTransport } from "../../../src/host/sockets/transport.ts";
import { UdpSocket } from "../../../src/host/sockets/udp.ts";
import { UdpFlow } from "../../../src/host/sockets/udp-flow.ts";
import type { Listener } from "../../../src/transport/mod.ts";
import { type Host, host, Inbox, listenerOf, observed, request } from "./support.ts";

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

type Run = (server: Host, peer: Socket, port: number) => Promise<void>;

/** The same on node:dgram alone and with system calls for many datagrams. */
function onBoth(name: string, run: (options: { datagramRuns: boolean }) => Promise<void>): void {
  test(name, () => run({ datagramRuns: false }));
  const skip = datagramRuns() === null ? "this system or Node has no calls for runs of datagrams" : false;
  test(`${name}, in runs`, { skip }, () => run({ datagramRuns: true }));
}

async function withUdp(options: { datagramRuns: boolean }, run: Run): Promise<void> {
  const server = await host(["UDP"], options);
  const peer = await phone();
  try {
    await run(server, peer, listenerOf(server, "UDP").port);
  } finally {
    peer.close();
    await server.close();
  }
}

onBoth("a datagram arrives as latin1 text and the flow leads back, octet for octet", (options) =>
  withUdp(options, async (server, peer, port) => {
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
  }),
);

onBoth("messages sent in one go all arrive, each whole and in order", (options) =>
  withUdp(options, async (server, peer, port) => {
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
  }),
);

onBoth("bursts from many ports arrive whole, with the address each came from", async (options) => {
  const server = await host(["UDP"], options);
  const { port } = listenerOf(server, "UDP");
  const peers = await Promise.all(Array.from({ length: 20 }, phone));
  const sent = new Map<string, number>();
  for (let i = 0; i < 200; i++) {
    const peer = peers[i % 20] as Socket;
    const text = request("MESSAGE", `${i}:${"y".repeat(i === 100 ? 65_000 : i)}`);
    sent.set(text, peer.address().port);
    peer.send(text, port, "127.0.0.1");
  }
  for (let i = 0; i < 200; i++) {
    const { text, flow } = await server.receiver.messages.next();
    assert.deepEqual([flow.remoteHost, flow.remotePort], ["127.0.0.1", sent.get(text)]);
    sent.delete(text);
  }
  for (const peer of peers) peer.close();
  await server.close();
});

onBoth("long and short messages sent in one go leave whole, in order and to the right one", async (options) => {
  const server = await host(["UDP"], options);
  // One long one each: more might not find room in a socket's buffer.
  const peers = await Promise.all(Array.from({ length: 6 }, phone));
  const texts = Array.from({ length: 150 }, (_, i) => `${i}:${"z".repeat(i >= 60 && i < 66 ? 65_000 : i)}`);
  const got = peers.map((): string[] => []);
  await new Promise<void>((resolve) => {
    for (const [which, peer] of peers.entries()) {
      peer.on("message", (octets) => {
        got[which]?.push(octets.toString("latin1"));
        if (got.flat().length === texts.length) resolve();
      });
    }
    for (const [i, text] of texts.entries()) {
      const { port } = (peers[i % 6] as Socket).address();
      server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port, domain: "" })?.send(text);
    }
  });
  for (const which of peers.keys())
    assert.deepEqual(
      got[which],
      texts.filter((_, i) => i % 6 === which),
    );
  for (const peer of peers) peer.close();
  await server.close();
});

onBoth("what the system refuses among others is told, and the others leave", async (options) => {
  const server = await host([], { ...options, listeners: [{ protocol: "UDP", host: "0.0.0.0", port: 0 }] });
  const faults = observed(server, "fault");
  const peer = await phone();
  const arrived: string[] = [];
  const both = new Promise<void>((resolve) => {
    peer.on("message", (octets) => arrived.push(octets.toString()) === 2 && resolve());
  });
  const flowTo = (to: string, port: number) => server.transport.flowTo({ protocol: "UDP", host: to, port, domain: "" });
  const { port } = peer.address();
  flowTo("127.0.0.1", port)?.send("before");
  flowTo("255.255.255.255", 5060)?.send("refused");
  flowTo("127.0.0.1", port)?.send("after");
  await both;
  assert.deepEqual(arrived, ["before", "after"]);
  const told = await faults.next();
  assert.ok(
    told.type === "fault" && /UDP to 255\.255\.255\.255:5060: E[A-Z]+$/.test(told.fault.text),
    JSON.stringify(told),
  );
  peer.close();
  await server.close();
});

onBoth("the port is this socket's alone, also for one that would share it", async (options) => {
  const server = await host(["UDP"], options);
  const { port } = listenerOf(server, "UDP");
  const thief = createSocket({ type: "udp4", reuseAddr: true });
  thief.bind(port, "127.0.0.1");
  const [error] = (await once(thief, "error")) as [NodeJS.ErrnoException];
  assert.equal(error.code, "EADDRINUSE");
  const second = new NodeTransport(server.kernel, {
    ...options,
    listeners: [{ protocol: "UDP", host: "127.0.0.1", port }],
  });
  assert.match((await second.listen())?.text ?? "", /EADDRINUSE|in use/);
  await server.close();
  const third = new NodeTransport(server.kernel, {
    ...options,
    listeners: [{ protocol: "UDP", host: "127.0.0.1", port }],
  });
  assert.equal(await third.listen(), null, "a closed socket leaves its port");
  await third.close();
});

const isKnownSystem = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);
const elsewhere = isKnownSystem ? false : "runs of datagrams are for Linux on x64 and arm64";

for (const [what, change] of [
  ["a descriptor that node:dgram does not take", { open: () => openSync("/dev/null", "r") }],
  ["a port that cannot be kept", { keepPort: () => false }],
  ["no socket", { open: () => -1 }],
] as const) {
  test(`${what}: node:dgram alone, and nothing stays open`, { skip: elsewhere }, async () => {
    const kernel = new NodeKernel();
    const heard = new Inbox<string>();
    const user = { onDatagram: (text: string) => heard.put(text), onDatagramFault: () => {} };
    const runs = Object.assign(Object.create(datagramRuns()) as DatagramRuns, change);
    const listener = (port: number): Listener => listenerFrom({ protocol: "UDP", host: "127.0.0.1", port }, port);
    const before = readdirSync("/proc/self/fd").length;
    const socket = new UdpSocket(kernel, user, listener(0), runs);
    assert.equal(await socket.bind(listener), null);
    assert.equal(socket.isInRuns, false);
    const peer = await phone();
    peer.send(request(), socket.listener.port, "127.0.0.1");
    assert.equal(await heard.next(), request());
    peer.close();
    await socket.close();
    kernel.close();
    assert.equal(readdirSync("/proc/self/fd").length, before);
  });
}

test("calls of the C library that do not do what they should are not used", { skip: elsewhere }, () => {
  const library = cLibrary();
  assert.ok(library !== null, "node:ffi of the Node that package.json pins");
  assert.equal(runsAsExpected(library), true);
  assert.equal(runsAsExpected({ ...library, sendmmsg: () => 2 }), false, "nothing arrives");
  assert.equal(runsAsExpected({ ...library, socketpair: () => -1 }), false);
  const late = { ...library, recvmmsg: (...all: Parameters<CLibrary["recvmmsg"]>) => library.recvmmsg(...all) - 1 };
  assert.equal(runsAsExpected(late), false);
});

test("IPv4 addresses as they lie in memory", () => {
  for (const text of ["127.0.0.1", "0.0.0.0", "255.255.255.254", "10.20.30.40", "192.0.2.200"]) {
    assert.equal(ipv4Text(ipv4Word(text)), text);
  }
  assert.equal(ipv4Word("127.0.0.1"), 0x0100007f);
  for (const text of ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.x", "::1", "1.2.3.-4", "1.2.3.4 "]) {
    assert.equal(ipv4Word(text), -1, text);
  }
});

onBoth("keepalives of CRLFs are passed over, the message behind them is not", (options) =>
  withUdp(options, async (server, peer, port) => {
    for (const text of ["\r\n\r\n", "\r\n", "\0", "", request()]) peer.send(text, port, "127.0.0.1");
    assert.equal((await server.receiver.messages.next()).text, request());
    assert.equal(server.receiver.messages.all.length, 1);
  }),
);

onBoth("a STUN Binding request is answered with the address it came from (RFC 5626 §8)", (options) =>
  withUdp(options, async (_server, peer, port) => {
    const query = Buffer.from("000100002112a442b7e7a701bc34d686fa87dfae", "hex");
    const answer = heard(peer);
    peer.send(query, port, "127.0.0.1");
    const octets = await answer;
    assert.equal(octets.toString("hex", 0, 26), "0101000c2112a442b7e7a701bc34d686fa87dfae002000080001");
    assert.equal(octets.readUInt16BE(26) ^ 0x2112, peer.address().port);
    assert.equal((octets.readUInt32BE(28) ^ 0x2112a442) >>> 0, 0x7f000001);
  }),
);

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

onBoth("a message longer than a datagram is refused at once, and said to be", (options) =>
  withUdp(options, async (server, peer) => {
    const faults = observed(server, "fault");
    const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port: peer.address().port, domain: "" });
    assert.equal(flow?.send("x".repeat(65_507)), true);
    assert.equal(flow?.send("x".repeat(65_508)), false);
    const observation = await faults.next();
    assert.ok(observation.type === "fault" && /65508 octets/.test(observation.fault.text), JSON.stringify(observation));
    // A stranger's request makes its answer that long: nothing for the log of what is wrong with this process.
    assert.equal(observation.fault.blame, "network");
  }),
);

onBoth("while the system takes no datagrams, so many wait for it and no more", (options) =>
  withUdp(options, async (server, peer) => {
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
  }),
);

onBoth("an address the system cannot reach is observed, and refused for a moment", async (options) => {
  const server = await host([], { ...options, listeners: [{ protocol: "UDP", host: "0.0.0.0", port: 0 }] });
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

onBoth("ports no datagram can go to are refused, not thrown", (options) =>
  withUdp(options, async (server) => {
    for (const port of [0, -1, 65_536]) {
      const flow = server.transport.flowTo({ protocol: "UDP", host: "127.0.0.1", port, domain: "" });
      assert.equal(flow?.send(request()), false);
    }
  }),
);

onBoth("a listener on loopback leads nowhere else, and the other family needs its own", (options) =>
  withUdp(options, async (server) => {
    const { transport } = server;
    assert.equal(transport.flowTo({ protocol: "UDP", host: "192.0.2.1", port: 5060, domain: "" }), null);
    assert.equal(transport.flowTo({ protocol: "UDP", host: "::1", port: 5060, domain: "" }), null);
    assert.equal(transport.flowTo({ protocol: "TCP", host: "127.0.0.1", port: 5060, domain: "" }), null);
  }),
);

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

onBoth("from the listener asked for, when there are several", async (options) => {
  const listeners = [
    { protocol: "UDP", host: "127.0.0.1", port: 0 },
    { protocol: "UDP", host: "127.0.0.1", port: 0 },
  ] as const;
  const server = await host([], { ...options, listeners });
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
