import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type DigestChallenge,
  type DigestCredentials,
  parseAuth,
  parseAuthInfo,
  parseChallenge,
  parseCredentials,
  writeChallenge,
  writeCredentials,
} from "../../src/syntax/mod.ts";

const challenge: DigestChallenge = {
  realm: 'a "b", c',
  nonce: "n",
  opaque: "",
  algorithm: "SHA-256",
  qop: ["auth", "auth-int"],
  stale: true,
  domain: "sip:a sip:b",
};

const credentials: DigestCredentials = {
  username: "bob",
  realm: "biloxi.com",
  nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
  uri: "sip:bob@biloxi.com",
  response: "6629fae49393a05397450978507c4ef1",
  algorithm: "MD5",
  cnonce: "0a4f113b",
  opaque: "5ccc069c403ebaf9f0171e9517f40e41",
  qop: "auth",
  nc: "00000001",
};

describe("challenges", () => {
  it("are read back as written", () => {
    assert.deepEqual(parseChallenge(writeChallenge(challenge)), challenge);
    const bare = { ...challenge, opaque: null, algorithm: null, qop: [], stale: false, domain: null };
    assert.equal(writeChallenge({ ...bare, realm: "h" }), 'Digest realm="h", nonce="n"');
    assert.deepEqual(parseChallenge(writeChallenge(bare)), bare);
  });
  it("lack neither realm nor nonce", () => {
    assert.equal(parseChallenge('Digest realm="h"'), null);
    assert.equal(parseChallenge('Basic realm="h"'), null);
  });
});

describe("credentials", () => {
  it("are read back as written", () => {
    const text = writeCredentials(credentials);
    assert.ok(text.includes(", qop=auth, nc=00000001"), "bare where the grammar has them bare");
    assert.deepEqual(parseCredentials(text), credentials);
    const old = { ...credentials, algorithm: null, cnonce: null, opaque: null, qop: null, nc: null };
    assert.deepEqual(parseCredentials(writeCredentials(old)), old);
  });
  it("come in any case, order and spacing", () => {
    const parsed = parseCredentials(
      'DIGEST  URI="sip:h" ,\r\n RESPONSE = "r",nonce="n",,realm="x",username="u\\"1",qop="AUTH",nc="00000002"',
    );
    assert.deepEqual(parsed && [parsed.uri, parsed.username, parsed.qop, parsed.nc], [
      "sip:h",
      'u"1',
      "auth",
      "00000002",
    ]);
  });
  it("are refused when a parameter stands twice, is missing or unreadable", () => {
    const text = writeCredentials(credentials);
    assert.equal(parseCredentials(`${text}, username="eve"`), null);
    assert.equal(parseCredentials(text.replace(/username="bob", /, "")), null);
    assert.equal(parseCredentials(text.replace('"bob"', '"bob')), null);
    assert.equal(parseCredentials(`${text} x`), null);
    assert.equal(parseCredentials(""), null);
    assert.equal(parseCredentials('Digest"x"'), null);
  });
});

describe("other schemes", () => {
  it("keep their parameters or their token", () => {
    const unknown = parseAuth("NoOneKnowsThisScheme opaque-data=here");
    assert.deepEqual(unknown && [unknown.scheme, [...unknown.params]], [
      "NoOneKnowsThisScheme",
      [["opaque-data", "here"]],
    ]);
    assert.equal(parseAuth("Bearer eyJhbGciOi.J9/+==")?.opaque, "eyJhbGciOi.J9/+==");
    assert.equal(parseAuth("Negotiate")?.params.size, 0);
    assert.equal(parseAuth("?"), null);
  });
  it("Authentication-Info has none", () => {
    assert.deepEqual(
      [...(parseAuthInfo('nextnonce="a", qop=auth') ?? [])],
      [
        ["nextnonce", "a"],
        ["qop", "auth"],
      ],
    );
  });
});
