import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addressOfRecordKey,
  canonicalHost,
  equalUri,
  parseSipUri,
  parseUri,
  type SipUri,
  type TelUri,
  telToSip,
  type Uri,
  writeUri,
} from "../../src/syntax/mod.ts";
import { skipCorpus, vectors } from "./corpus.ts";

function uri(text: string): Uri {
  const parsed = parseUri(text);
  assert.ok(parsed, text);
  return parsed;
}

/** Both ways round: equality is symmetric, whatever else it is not. */
function compare(a: string, b: string): boolean {
  const forward = equalUri(uri(a), uri(b));
  assert.equal(equalUri(uri(b), uri(a)), forward, "symmetric");
  return forward;
}

describe("equalUri", () => {
  const same: [string, string][] = [
    ["sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp"],
    ["sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on"],
    ["sip:a@h?x=1&y=2", "sip:a@h?Y=2&x=1"],
    ["sip:bob@[::ffff:192.0.2.128]", "sip:bob@[::ffff:c000:280]"],
    ["sip:bob@[2001:db8::9:1]", "sip:bob@[2001:db8::9:01]"],
    ["sip:a@example.com.", "sip:a@example.com"],
    ["sip:*21#@h", "sip:*21%23@h"],
    ["sip:a%3fb@h", "sip:a%3Fb@h"],
    ["tel:+1-201-555", "tel:+1201555"],
    ["tel:1;phone-context=+1-2", "tel:1;Phone-Context=+12"],
    ["tel:1;phone-context=example.com", "tel:1;phone-context=EXAMPLE.com"],
    ["tel:1;a=b;c=d", "tel:1;C=D;A=B"],
    ["URN:x:Y", "urn:x:Y"],
  ];
  for (const [a, b] of same) it(`${a} equals ${b}`, () => assert.equal(compare(a, b), true));

  const different: [string, string][] = [
    ["sip:a@h", "sips:a@h"],
    ["sip:a@h", "sip:A@h"],
    ["sip:a@h", "sip:h"],
    ["sip:a:p@h", "sip:a@h"],
    ["sip:a:p@h", "sip:a:P@h"],
    ["sip:a@h", "sip:a@h:5060"],
    ["sip:a@h", "sip:a@h;transport=udp"],
    ["sip:a@h", "sip:a@h;transport=tcp"],
    ["sip:a@h", "sip:a@h;maddr=1.2.3.4"],
    ["sip:a@h;lr", "sip:a@h;lr=on"],
    ["sip:a;b@h", "sip:a%3Bb@h"], // ";" is reserved: escaped, it is another user
    ["sip:a%2525@h", "sip:a%25@h"],
    ["sip:a@h", "sip:a@h?x=1"],
    ["sip:a@h?x=1", "sip:a@h?x=1&x=1"],
    ["sip:a@h?subject=A", "sip:a@h?subject=a"],
    ["tel:+1", "tel:1"],
    ["tel:1;ext=2", "tel:1"],
    ["tel:1", "sip:1@h"],
    ["urn:x:y", "urn:x:Y"],
  ];
  for (const [a, b] of different) it(`${a} differs from ${b}`, () => assert.equal(compare(a, b), false));
});

describe("addressOfRecordKey", () => {
  const key = (text: string, domain?: string) => addressOfRecordKey(parseSipUri(text) as SipUri, domain);
  it("is one for all spellings of an address of record (§10.3 step 5)", () => {
    for (const text of [
      "sip:alice@example.com",
      "sips:alice@EXAMPLE.com",
      "sip:%61lice:pw@example.com.:5060;user=phone?x=1",
      "sips:alice@example.com:5061",
    ]) {
      assert.equal(key(text), "alice@example.com");
    }
  });
  it("keeps apart what differs", () => {
    assert.equal(key("sip:Alice@example.com"), "Alice@example.com");
    assert.equal(key("sip:alice@example.com:5070"), "alice@example.com:5070");
    assert.equal(key("sip:alice@[2001:DB8::1]:5070"), "alice@[2001:db8:0:0:0:0:0:1]:5070");
    assert.notEqual(key("sip:%00@h"), key("sip:%00%00@h"));
    assert.equal(key("sip:a%40b@h"), "a@b@h");
    assert.equal(key("sip:example.com"), "example.com");
  });
  it("takes the server's name for a domain in place of host and port", () => {
    assert.equal(key("sip:alice@127.0.0.1:5070", "Example.com"), "alice@example.com");
  });
});

it("canonicalHost spells an address one way", () => {
  assert.equal(canonicalHost("2001:DB8::0:1"), canonicalHost("2001:db8:0:0:0:0:0:1"));
  assert.equal(canonicalHost("not:an:address"), "not:an:address");
});

interface Vector {
  a: string;
  b?: string;
  op?: string;
  domain?: string;
  result?: string;
  equal?: boolean;
  contested?: boolean;
  rfc?: boolean;
}

describe("URI comparison vectors of the corpus", { skip: skipCorpus }, () => {
  for (const vector of vectors<Vector>("uri-compare.json")) {
    if (vector.op === "telToSip") {
      it(`${vector.a} in ${vector.domain}`, () => {
        assert.equal(writeUri(telToSip(uri(vector.a) as TelUri, vector.domain ?? "")), vector.result);
      });
      continue;
    }
    // Where sources disagree, the RFC's text decides: an omitted port does not match an explicit default one, and a
    // GRUU compares as any URI (so nothing routes a GRUU by comparison).
    const expected = vector.rfc ?? vector.equal;
    it(`${vector.a} ${expected ? "equals" : "differs from"} ${vector.b}`, () => {
      assert.equal(compare(vector.a, vector.b ?? ""), expected);
    });
  }
});
