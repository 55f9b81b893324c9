import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SystemHash } from "../../src/host/kernel.ts";
import { portableHash } from "../../src/kernel/mod.ts";

const system = new SystemHash();
const NAMES = ["md5", "sha256", "sha512_256"] as const;

test("the digests of RFC 1321 and FIPS 180-4", () => {
  assert.equal(portableHash.md5("abc"), "900150983cd24fb0d6963f7d28e17f72");
  assert.equal(portableHash.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(portableHash.sha512_256("abc"), "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23");
});

test("every length up to five blocks, as node:crypto has it", () => {
  for (let length = 0; length <= 5 * 128; length++) {
    const text = Array.from({ length }, (_, i) => String.fromCharCode((i * 37 + length) & 255)).join("");
    for (const name of NAMES) assert.equal(portableHash[name](text), system[name](text), `${name} of ${length} octets`);
  }
});

test("any octets under any key, as node:crypto has it", () => {
  const octets = fc
    .array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 })
    .map((all) => String.fromCharCode(...all));
  fc.assert(
    fc.property(octets, octets, (key, text) => {
      for (const name of NAMES) assert.equal(portableHash[name](text), system[name](text));
      assert.equal(portableHash.hmacSha256(key, text), system.hmacSha256(key, text));
      assert.equal(portableHash.hmacSha256(key, key), system.hmacSha256(key, key));
    }),
    { seed: 1, numRuns: 200 },
  );
});
