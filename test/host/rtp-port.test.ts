import assert from "node:assert/strict";
import { test } from "node:test";
import { RtpPort } from "../../src/host/media/rtp-port.ts";
import { TokenBucket } from "../../src/kernel/mod.ts";

test("a budget fills again with time, up to what may come at once", () => {
  const budget = new TokenBucket(100, 3);
  const take = (now: number, count: number): number =>
    Array.from({ length: count }, () => budget.take(now)).filter(Boolean).length;
  assert.equal(take(1000, 10), 3);
  assert.equal(take(1005, 10), 0);
  assert.equal(take(1010, 10), 1);
  assert.equal(take(60_000, 10), 3);
});

test("more packets than a phone sends are passed over: a flood is neither heard nor echoed", async () => {
  let now = 0;
  const port = await RtpPort.open("127.0.0.1", () => now);
  const packet = Buffer.alloc(172);
  packet[0] = 0x80;
  // As the socket hands them over.
  const { take } = port as unknown as { take(octets: Buffer, from: { address: string; port: number }): void };
  const arrive = (count: number): void => {
    for (let i = 0; i < count; i++) take.call(port, packet, { address: "127.0.0.1", port: 9 });
  };
  let heard = 0;
  port.onPacket = () => heard++;
  arrive(10_000);
  assert.deepEqual([heard, port.received], [200, 200]);
  // A phone with packets of 5 ms is heard whole.
  heard = 0;
  for (let i = 0; i < 2000; i++) {
    now += 5;
    arrive(1);
  }
  assert.equal(heard, 2000);
  port.close();
});

test("whoever speaks first is the other side, until the announced address speaks or all is silent; strangers are not heard", async () => {
  let now = 0;
  const port = await RtpPort.open("127.0.0.1", () => now);
  const packet = Buffer.alloc(172);
  packet[0] = 0x80;
  const { take } = port as unknown as { take(octets: Buffer, from: { address: string; port: number }): void };
  const inside = port as unknown as { remoteHost: string; remotePort: number };
  /** How many packets are heard after one from there, and where the answer goes then. */
  const from = (address: string, at: number): readonly [number, string] => {
    now += 20;
    take.call(port, packet, { address, port: at });
    return [port.received, `${inside.remoteHost}:${inside.remotePort}`];
  };
  port.sendTo("192.0.2.7", 4000);
  take.call(port, Buffer.from("no packet of sound"), { address: "198.51.100.66", port: 6 });
  assert.deepEqual(from("203.0.113.1", 5000), [1, "203.0.113.1:5000"], "a NAT");
  assert.deepEqual(from("198.51.100.66", 6), [1, "203.0.113.1:5000"], "a stranger");
  assert.deepEqual(from("203.0.113.1", 5001), [1, "203.0.113.1:5000"], "another port");
  assert.deepEqual(from("192.0.2.7", 4002), [2, "192.0.2.7:4002"], "the address of the description");
  assert.deepEqual(from("203.0.113.1", 5000), [2, "192.0.2.7:4002"], "whoever was quicker");
  now += 2001;
  assert.deepEqual(from("203.0.113.1", 6000), [3, "203.0.113.1:6000"], "after a silence");
  port.sendTo("192.0.2.8", 4000);
  assert.deepEqual(from("192.0.2.8", 4000), [4, "192.0.2.8:4000"], "a new description");
  port.close();
});
