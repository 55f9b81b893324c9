import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bytesOf, fromOctets, octetsOf, toOctets } from "../../src/syntax/mod.ts";

test("text travels as UTF-8, one character per octet", () => {
  assert.equal(toOctets("J\u00e4s\u00f8n"), "J\u00c3\u00a4s\u00c3\u00b8n");
  assert.equal(toOctets("plain"), "plain");
});

test("what travelled is the text again, and its bytes are those of UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const octets = toOctets(text);
      assert.deepEqual(Buffer.from(octets, "latin1"), Buffer.from(text, "utf8"));
      assert.equal(octetsOf(bytesOf(octets)), octets);
      if (!text.startsWith("\ufeff")) assert.equal(fromOctets(octets), text);
    }),
  );
});

test("octets that are no UTF-8 are shown as such", () => {
  assert.equal(fromOctets("a\xff"), "a\ufffd");
});
