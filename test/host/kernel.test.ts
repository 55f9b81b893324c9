import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { NodeKernel, SystemClock, SystemHash, SystemRandom } from "../../src/host/kernel.ts";
import { CallbackTimer } from "../../src/kernel/mod.ts";

test("the clock never goes backwards and goes on after the system's was set back", () => {
  let system = 1000;
  const clock = new SystemClock(() => system);
  assert.equal(clock.now(), 1000);
  system = 400;
  assert.equal(clock.now(), 1000);
  system = 450;
  assert.equal(clock.now(), 1050);
});

test("timers fire in order and not early, also after the wheel stood still", async () => {
  const kernel = new NodeKernel();
  const fired: string[] = [];
  const hold = setInterval(() => {}, 1000); // the wheel alone keeps no process alive
  for (let round = 0; round < 2; round++) {
    await new Promise<void>((resolve) => {
      const start = kernel.clock.now();
      const late = new CallbackTimer((now) => {
        assert.ok(now - start >= 45, `fired after ${now - start} ms`);
        fired.push("late");
        resolve();
      });
      kernel.wheel.arm(late, 45);
      kernel.wheel.arm(new CallbackTimer(() => fired.push("early")), 5);
    });
    assert.equal(kernel.wheel.size, 0);
  }
  clearInterval(hold);
  assert.deepEqual(fired, ["early", "late", "early", "late"]);
});

test("a timer that throws is reported and the wheel goes on", async () => {
  const failures: unknown[] = [];
  const kernel = new NodeKernel((error) => failures.push(error));
  const hold = setInterval(() => {}, 1000);
  await new Promise<void>((resolve) => {
    kernel.wheel.arm(
      new CallbackTimer(() => {
        throw new Error("broken");
      }),
      1,
    );
    kernel.wheel.arm(new CallbackTimer(() => resolve()), 60);
  });
  clearInterval(hold);
  assert.deepEqual(failures.map(String), ["Error: broken"]);
});

test("deferred work runs as one batch, and one failure does not lose the rest", async () => {
  const failures: unknown[] = [];
  const kernel = new NodeKernel((error) => failures.push(error));
  const ran: number[] = [];
  kernel.defer(() => ran.push(1));
  kernel.defer(() => {
    throw new Error("broken");
  });
  kernel.defer(() => ran.push(2));
  assert.deepEqual(ran, []);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(ran, [1, 2]);
  assert.equal(failures.length, 1);
});

test("tokens have the length asked for, use every letter and do not repeat", () => {
  const random = new SystemRandom();
  const seen = new Set<string>();
  const letters = new Set<string>();
  for (let i = 0; i < 3000; i++) {
    const token = random.token(1 + (i % 33));
    assert.equal(token.length, 1 + (i % 33));
    assert.match(token, /^[a-z0-9]+$/);
    if (token.length > 16) assert.ok(!seen.has(token));
    seen.add(token);
    for (const letter of token) letters.add(letter);
  }
  assert.equal(letters.size, 36);
});

test("hashes are of the octets, one per character", () => {
  const hash = new SystemHash();
  assert.equal(hash.md5("Mufasa:testrealm@host.com:Circle Of Life"), "939e7578ed9e3c518a452acee763bce9");
  assert.equal(hash.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(hash.sha512_256("abc"), "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23");
  assert.equal(hash.md5("\xe9"), "3406877694691ddd1dfb0aca54681407"); // the octet E9; as UTF-8 it would be two
  for (const key of ["k\xff", "k\xff", "other"]) {
    const expected = createHmac("sha256", Buffer.from(key, "latin1")).update("a\xe9", "latin1").digest("hex");
    assert.equal(hash.hmacSha256(key, "a\xe9"), expected);
  }
});
