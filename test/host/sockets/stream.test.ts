import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { test } from "node:test";
import type { Observation } from "../../../src/kernel/mod.ts";
import type { Flow } from "../../../src/transport/mod.ts";
import { type Host, host, type Inbox, listenerOf, observed, Receiver, request } from "./support.ts";

/** A bare TCP peer that collects what it reads. */
class Peer {
  readonly socket: Socket;
  private text = "";
  private wake: () => void = () => {};

  constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      this.text += text;
      this.wake();
    });
    socket.on("error", () => {});
  }

  /** Takes `length` characters, waiting for them. */
  async take(length: number): Promise<string> {
    while (this.text.length < length) await new Promise<void>((resolve) => (this.wake = resolve));
    const taken = this.text.slice(0, length);
    this.text = this.text.slice(length);
    return taken;
  }

  /** Everything up to the end of the stream. */
  async rest(): Promise<string> {
    if (!this.socket.readableEnded && !this.socket.destroyed) await once(this.socket, "close");
    return this.text;
  }
}

async function dial(server: Host): Promise<Peer> {
  const socket = connect(listenerOf(server, "TCP").port, "127.0.0.1");
  await once(socket, "connect");
  return new Peer(socket);
}

async function withTcp(run: (server: Host) => Promise<void>, limits = {}): Promise<void> {
  const server = await host(["TCP"], { limits });
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

/** The next connection that ends. */
async function closedFlow(flows: Inbox<Observation>) {
  for (;;) {
    const each = await flows.next();
    if (each.type === "flow" && each.change === "closed") return each;
  }
}

function tcp(port: number) {
  return { protocol: "TCP", host: "127.0.0.1", port, domain: "" } as const;
}

/** A server that accepts and says nothing. */
async function silentServer(): Promise<{ server: Server; port: number; accepted: Promise<Socket> }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const accepted = once(server, "connection").then(([socket]) => socket as Socket);
  return { server, port: (server.address() as { port: number }).port, accepted };
}

test("messages are framed however the stream is cut, and answered over their connection", () =>
  withTcp(async (server) => {
    const peer = await dial(server);
    const first = request("MESSAGE", "one\r\n\r\ntwo\xff");
    const stream = first + request() + request("INFO", "x");
    for (let at = 0; at < stream.length; at += 7) {
      peer.socket.write(stream.slice(at, at + 7), "latin1");
      await new Promise((resolve) => setImmediate(resolve));
    }
    const texts: string[] = [];
    let flow: Flow | null = null;
    for (let i = 0; i < 3; i++) {
      const message = await server.receiver.messages.next();
      texts.push(message.text);
      assert.ok(flow === null || flow === message.flow);
      flow = message.flow;
    }
    assert.deepEqual(texts, [first, request(), request("INFO", "x")]);
    assert.ok(flow !== null && flow.id > 0 && flow.open);
    assert.equal(server.transport.flowById(flow.id), flow);
    assert.equal(flow.send(first), true);
    assert.equal(await peer.take(first.length), first);
    peer.socket.destroy();
  }));

test("answers to what was read at once leave in one write", () =>
  withTcp(async (server) => {
    server.receiver.answer = (_text, flow) => flow.send(request("ANSWER"));
    const peer = await dial(server);
    const chunks: string[] = [];
    peer.socket.on("data", (text) => chunks.push(String(text)));
    peer.socket.write(request().repeat(20));
    const answers = request("ANSWER").repeat(20);
    assert.equal(await peer.take(answers.length), answers);
    assert.equal(chunks.length, 1);
    peer.socket.destroy();
  }));

test("a double CRLF is answered by one CRLF, and by no more (RFC 5626 §4.4.1)", () =>
  withTcp(async (server) => {
    const peer = await dial(server);
    peer.socket.write("\r\n\r\n");
    assert.equal(await peer.take(2), "\r\n");
    peer.socket.write(`\r\n\r\n${request()}\r\n`);
    const { flow } = await server.receiver.messages.next();
    flow.send(request("END"));
    assert.equal(await peer.take(2 + request("END").length), `\r\n${request("END")}`);
    assert.equal(server.receiver.messages.all.length, 1);
    peer.socket.destroy();
  }));

test("an unreadable stream is reported, may be answered, and is then closed", () =>
  withTcp(async (server) => {
    const answer = "SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    server.receiver.answer = (_text, flow) => flow.send(answer);
    const flows = observed(server, "flow");
    const peer = await dial(server);
    const head = "INVITE sip:a@b SIP/2.0\r\nContent-Length: many\r\n\r\n";
    peer.socket.write(`${head}${"x".repeat(100_000)}`);
    const unframed = await server.receiver.unframed.next();
    assert.equal(unframed.head, head);
    assert.match(unframed.reason, /Content-Length/);
    assert.equal(await peer.rest(), answer);
    assert.equal(unframed.flow.open, false);
    assert.equal(unframed.flow.send(answer), false);
    assert.equal(server.transport.flowById(unframed.flow.id), null);
    await flows.next();
    const closed = await flows.next();
    assert.ok(closed.type === "flow" && closed.change === "closed" && /unreadable/.test(closed.reason));
  }));

test("a stream that is no SIP at all ends long before 8 MB", () =>
  withTcp(async (server) => {
    const peer = await dial(server);
    let written = 0;
    while (!peer.socket.destroyed && written < 8_000_000) {
      const more = peer.socket.write("x".repeat(10_000));
      written += 10_000;
      if (!more) await Promise.race([once(peer.socket, "drain"), once(peer.socket, "close")]).catch(() => {});
    }
    await peer.rest();
    const { reason } = await server.receiver.unframed.next();
    assert.match(reason, /65536 octets/);
  }));

test("a peer that goes on sending after it was turned down is cut off, whether it got an answer or not", async () => {
  for (const answer of ["", "SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n"]) {
    await withTcp(async (server) => {
      server.receiver.answer = (_text, flow) => answer !== "" && flow.send(answer);
      const socket = connect({ port: listenerOf(server, "TCP").port, host: "127.0.0.1", allowHalfOpen: true });
      socket.resume();
      const closed = new Promise<string>((resolve) => socket.on("error", (error) => resolve(String(error))));
      socket.write("INVITE sip:a@b SIP/2.0\r\nContent-Length: many\r\n\r\n");
      await server.receiver.unframed.next();
      const more = (): void => {
        if (!socket.destroyed) socket.write("x".repeat(20_000), () => setImmediate(more));
      };
      more();
      assert.match(await closed, /ECONNRESET|EPIPE/);
      assert.ok(socket.bytesWritten < 4_000_000, `${socket.bytesWritten}`);
    });
  }
});

test("a connection that never sends a message is closed, one that did is not", () =>
  withTcp(
    async (server) => {
      const talker = await dial(server);
      talker.socket.write(request());
      const { flow } = await server.receiver.messages.next();
      const flows = observed(server, "flow");
      const silent = await dial(server);
      silent.socket.write("\r\n\r\n");
      await once(silent.socket, "close");
      await flows.next();
      const closed = await flows.next();
      assert.ok(closed.type === "flow" && /no SIP message from 127\.0\.0\.1:\d+ within 0\.1 s/.test(closed.reason));
      assert.equal(flow.open, true);
      talker.socket.destroy();
    },
    { firstMessageMs: 100 },
  ));

test("half a message is not waited for without end", () =>
  withTcp(
    async (server) => {
      const peer = await dial(server);
      peer.socket.write(request() + request().slice(0, 20));
      const { flow } = await server.receiver.messages.next();
      flow.attach(server.receiver);
      const { reason } = await server.receiver.closed.next();
      assert.match(reason, /half a message from 127\.0\.0\.1:\d+/);
      peer.socket.destroy();
    },
    { partialMs: 60 },
  ));

test("an idle connection is closed, unless something depends on it", () =>
  withTcp(
    async (server) => {
      const needed = await dial(server);
      needed.socket.write(request());
      const { flow: kept } = await server.receiver.messages.next();
      const user = new Receiver();
      kept.attach(user);
      const idle = await dial(server);
      idle.socket.write(request());
      await server.receiver.messages.next();
      await once(idle.socket, "close");
      assert.equal(kept.open, true);
      kept.detach(user);
      await once(needed.socket, "close");
      assert.equal(kept.open, false);
      assert.equal(user.closed.all.length, 0);
    },
    { idleMs: 60 },
  ));

test("a connection of our own carries what was sent before it stood, and is used again", () =>
  withTcp(async (server) => {
    const far = await host(["TCP"]);
    const target = tcp(listenerOf(far, "TCP").port);
    const flow = server.transport.flowTo(target);
    assert.ok(flow !== null);
    assert.equal(flow.send(request("INVITE")), true);
    assert.equal(flow.send(request("ACK")), true);
    assert.equal(server.transport.flowTo(target), flow);
    const { text, flow: back } = await far.receiver.messages.next();
    assert.equal(text, request("INVITE"));
    assert.equal((await far.receiver.messages.next()).text, request("ACK"));
    assert.equal(server.transport.flowTo(target), flow);
    assert.equal(server.transport.connectionCount, 1);
    // The far side finds the connection it accepted by the address at its other end.
    assert.equal(far.transport.flowTo(tcp(back.remotePort)), back);
    assert.notEqual(back.remotePort, listenerOf(server, "TCP").port);
    await far.close();
  }));

test("a connection of our own that never stood has failed, and was not closed", () =>
  withTcp(async (server) => {
    const far = await silentServer();
    far.server.close();
    await once(far.server, "close");
    const flows = observed(server, "flow");
    server.transport.flowTo(tcp(far.port));
    const first = await flows.next();
    assert.deepEqual([first.type, first.type === "flow" && first.change], ["flow", "failed"]);
  }));

test("users hear of the end once, with its reason in words, and never from inside send", () =>
  withTcp(async (server) => {
    const far = await silentServer();
    far.server.close();
    await once(far.server, "close");
    const refused = server.transport.flowTo(tcp(far.port));
    refused?.attach(server.receiver);
    refused?.send(request());
    const first = await server.receiver.closed.next();
    assert.equal(first.reason, `connection refused by 127.0.0.1:${far.port}`);
    assert.equal(first.flow, refused);
    assert.equal(refused?.open, false);
    assert.equal(refused?.send(request()), false);
    // Who comes late is told all the same.
    refused?.attach(server.receiver);
    assert.equal((await server.receiver.closed.next()).reason, first.reason);

    const peer = await dial(server);
    peer.socket.write(request());
    const { flow } = await server.receiver.messages.next();
    const gone = new Receiver();
    flow.attach(gone);
    flow.attach(server.receiver);
    flow.detach(gone);
    peer.socket.end();
    assert.match((await server.receiver.closed.next()).reason, /^closed by 127\.0\.0\.1:\d+$/);
    assert.equal(gone.closed.all.length, 0);
    assert.notEqual(server.transport.flowTo(tcp(far.port)), refused);
  }));

test("a peer that does not read is cut off when its queue is full", () =>
  withTcp(
    async (server) => {
      const far = await silentServer();
      const flow = server.transport.flowTo(tcp(far.port));
      const socket = await far.accepted;
      socket.pause();
      flow?.attach(server.receiver);
      let sent = 0;
      while (flow?.send("x".repeat(50_000))) {
        sent++;
        if (sent > 1000) assert.fail("the queue has no bound");
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.equal(server.receiver.closed.all.length, 0, "told from inside send");
      const { reason } = await server.receiver.closed.next();
      assert.match(reason, /does not read: more than 200000 octets/);
      socket.destroy();
      far.server.close();
    },
    { sendQueue: 200_000 },
  ));

test("what all connections leave unfinished together is bounded, and the room is given back", () =>
  withTcp(
    async (server) => {
      const closed = observed(server, "flow");
      const whole = request("MESSAGE", "x".repeat(50_000));
      for (let round = 0; round < 3; round++) {
        const [one, two] = [await dial(server), await dial(server)];
        for (const { socket } of [one, two]) socket.write(whole.slice(0, 40_000));
        const end = await closedFlow(closed);
        assert.match(end.reason, /no room/);
        const stays = end.flow.remote.endsWith(`:${one.socket.localPort}`) ? two : one;
        stays.socket.write(whole.slice(40_000) + request());
        assert.equal((await server.receiver.messages.next()).text, whole);
        await server.receiver.messages.next();
        stays.socket.destroy();
        assert.match((await closedFlow(closed)).reason, /closed by/);
      }
    },
    { held: 60_000, heldEach: 1000 },
  ));

test("so is what all peers together do not read, and one that reads may get any amount", () =>
  withTcp(
    async (server) => {
      const far = await silentServer();
      const flow = server.transport.flowTo(tcp(far.port));
      const socket = await far.accepted;
      const closed = observed(server, "flow");
      let read = 0;
      socket.on("data", ({ length }: Buffer) => (read += length));
      const octets = 120_000;
      for (let sent = octets; sent <= 100 * octets; sent += octets) {
        assert.ok(flow?.send("x".repeat(octets)), `after ${sent} octets: ${JSON.stringify(closed.all)}`);
        while (read < sent) await once(socket, "data");
      }
      socket.pause();
      while (flow?.send("x".repeat(50_000))) await new Promise((resolve) => setImmediate(resolve));
      assert.match((await closedFlow(closed)).reason, /no room/);
      socket.destroy();
      far.server.close();
    },
    { held: 200_000, heldEach: 1000 },
  ));

test("connections are bounded per source and in total, and a place is given back", async () => {
  for (const limits of [{ connectionsPerSource: 2 }, { connections: 2 }]) {
    await withTcp(async (server) => {
      const drops = observed(server, "dropped");
      const one = await dial(server);
      await dial(server);
      const three = await dial(server);
      await once(three.socket, "close");
      const drop = await drops.next();
      assert.ok(drop.type === "dropped" && /2 connections/.test(drop.why), JSON.stringify(drop));
      const flows = observed(server, "flow");
      one.socket.destroy();
      await flows.next();
      const four = await dial(server);
      four.socket.write(request());
      await server.receiver.messages.next();
    }, limits);
  }
});

test("our own connections count, and beyond the limit there is no flow", () =>
  withTcp(
    async (server) => {
      const faults = observed(server, "fault");
      const far = await silentServer();
      assert.ok(server.transport.flowTo(tcp(far.port)) !== null);
      assert.equal(server.transport.flowTo(tcp(1)), null);
      const observation = await faults.next();
      assert.ok(observation.type === "fault" && /1 connections are open/.test(observation.fault.text));
      (await far.accepted).destroy();
      far.server.close();
    },
    { connections: 1 },
  ));

test("what is no address opens no connection and no lookup", () =>
  withTcp(async (server) => {
    for (const [address, port] of [
      ["example.test", 5060],
      ["127.0.0.1", 0],
      ["127.0.0.1", 70_000],
    ] as const) {
      assert.equal(server.transport.flowTo({ protocol: "TCP", host: address, port, domain: "" }), null);
    }
  }));

test("messages and connections are observed, with both ends named", () =>
  withTcp(async (server) => {
    const seen = observed(server, "flow", "message");
    const peer = await dial(server);
    peer.socket.write(request());
    const { flow } = await server.receiver.messages.next();
    flow.send(request("REPLY"));
    peer.socket.end();
    const name = {
      protocol: "TCP",
      local: `127.0.0.1:${listenerOf(server, "TCP").port}`,
      remote: `127.0.0.1:${peer.socket.localPort}`,
    };
    const expected = [
      ["flow", "opened", "accepted"],
      ["message", "in", request()],
      ["message", "out", request("REPLY")],
      ["flow", "closed", `closed by ${name.remote}`],
    ];
    for (const [type, kind, text] of expected) {
      const observation = await seen.next();
      assert.equal(observation.type, type);
      if (observation.type === "flow") assert.deepEqual([observation.change, observation.reason], [kind, text]);
      if (observation.type === "message") assert.deepEqual([observation.direction, observation.text], [kind, text]);
      assert.deepEqual("flow" in observation && observation.flow, name);
    }
  }));

test("an exception in a user is reported, and the next message is read", async () => {
  const failures: unknown[] = [];
  const server = await host(["TCP"], { onFailure: (error) => failures.push(error) });
  const faults = observed(server, "fault");
  server.receiver.answer = (text) => {
    if (text.startsWith("BROKEN")) throw new Error("a mistake");
  };
  const peer = await dial(server);
  peer.socket.write(request("BROKEN") + request("NEXT"));
  assert.equal((await server.receiver.messages.next()).text, request("NEXT"));
  assert.deepEqual(failures.map(String), ["Error: a mistake"]);
  const observation = await faults.next();
  assert.ok(observation.type === "fault" && observation.fault.blame === "local");
  await server.close();
});

test("close lets the last answers leave and ends every connection; stopAccepting ends none", async () => {
  const server = await host(["TCP"]);
  const peer = await dial(server);
  peer.socket.write(request());
  const { flow } = await server.receiver.messages.next();
  server.transport.stopAccepting();
  const late = connect(listenerOf(server, "TCP").port, "127.0.0.1");
  const [error] = (await once(late, "error")) as [NodeJS.ErrnoException];
  assert.equal(error.code, "ECONNREFUSED");
  assert.equal(flow.send(request("LAST")), true);
  const closing = server.close();
  assert.equal(await peer.rest(), request("LAST"));
  await closing;
  assert.equal(server.transport.flowTo(tcp(5060)), null);
});

test("close does not wait for a peer that never closes", async () => {
  const server = await host(["TCP"], { limits: { drainMs: 80 } });
  const far = createServer({ allowHalfOpen: true });
  far.listen(0, "127.0.0.1");
  await once(far, "listening");
  const accepted = once(far, "connection");
  server.transport.flowTo(tcp((far.address() as { port: number }).port))?.send(request());
  const [socket] = (await accepted) as [Socket];
  await once(socket, "data");
  await server.close();
  socket.destroy();
  far.close();
});
