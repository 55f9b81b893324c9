import assert from "node:assert/strict";
import { test } from "node:test";
import { ha1Of, ha2Of, parseAlgorithm, type Qop, responseOf, sessionHa1 } from "../../src/auth/mod.ts";
import { SystemHash } from "../../src/host/kernel.ts";
import { portableHash } from "../../src/kernel/mod.ts";
import { toOctets } from "../../src/syntax/mod.ts";
import { skipCorpus, vectors } from "../syntax/corpus.ts";

interface Vector {
  readonly name: string;
  readonly algorithm: string;
  readonly qop?: string;
  readonly nc?: string;
  readonly cnonce?: string;
  readonly body?: string;
  readonly username: string;
  readonly realm: string;
  readonly password: string;
  readonly nonce: string;
  readonly uri: string;
  readonly method: string;
  readonly ha1: string;
  readonly ha2: string;
  readonly response: string;
}

for (const [name, hash] of [
  ["node:crypto", new SystemHash()],
  ["portable", portableHash],
] as const) {
  test(`every digest vector of the corpus, with the ${name} hash`, { skip: skipCorpus }, () => {
    const all = vectors<Vector>("digest.json");
    assert.ok(all.length >= 9);
    for (const vector of all) {
      const named = parseAlgorithm(vector.algorithm);
      assert.ok(named, vector.name);
      const { algorithm, session } = named;
      const qop = (vector.qop ?? "") as Qop;
      const cnonce = vector.cnonce ?? "";
      const plain = ha1Of(hash, algorithm, toOctets(vector.username), vector.realm, toOctets(vector.password));
      const ha1 = session ? sessionHa1(hash, algorithm, plain, vector.nonce, cnonce) : plain;
      const ha2 = ha2Of(hash, algorithm, qop, vector.method, vector.uri, vector.body ?? "");
      assert.equal(ha1, vector.ha1, `${vector.name}: HA1`);
      assert.equal(ha2, vector.ha2, `${vector.name}: HA2`);
      const response = responseOf(hash, algorithm, ha1, vector.nonce, qop, vector.nc ?? "", cnonce, ha2);
      assert.equal(response, vector.response, `${vector.name}: response`);
    }
  });
}

test("RFC 7616 §3.9.1: both examples, from the text", () => {
  const hash = new SystemHash();
  const expected = {
    MD5: "8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256": "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
  } as const;
  for (const algorithm of ["MD5", "SHA-256"] as const) {
    const ha1 = ha1Of(hash, algorithm, "Mufasa", "http-auth@example.org", "Circle of Life");
    const ha2 = ha2Of(hash, algorithm, "auth", "GET", "/dir/index.html", "");
    const nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    const cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    assert.equal(responseOf(hash, algorithm, ha1, nonce, "auth", "00000001", cnonce, ha2), expected[algorithm]);
  }
});

test("algorithm names in any case, none for MD5, others unknown", () => {
  assert.deepEqual(parseAlgorithm(""), { algorithm: "MD5", session: false });
  assert.deepEqual(parseAlgorithm("md5-SESS"), { algorithm: "MD5", session: true });
  assert.deepEqual(parseAlgorithm("sha-512-256"), { algorithm: "SHA-512-256", session: false });
  assert.equal(parseAlgorithm("SHA-1"), null);
});
