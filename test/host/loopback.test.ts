import assert from "node:assert/strict";
import { test } from "node:test";
import { isLoopback } from "../../src/host/loopback.ts";

test("loopback are the addresses that only this machine can reach, and no name", () => {
  const here = ["127.0.0.1", "127.255.1.2", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::FFFF:7f00:1"];
  for (const host of here) assert.equal(isLoopback(host), true, host);
  const elsewhere = [
    "127.example.com",
    "127.0.0.1.example.com",
    "128.0.0.1",
    "::2",
    "::ffff:128.0.0.1",
    "::ffff:0.127.0.1",
  ];
  for (const host of elsewhere) assert.equal(isLoopback(host), false, host);
});
