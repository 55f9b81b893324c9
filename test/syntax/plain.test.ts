import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseContact, parseUri, parseVia, readPlainVia } from "../../src/syntax/mod.ts";

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const host = pick(
  "example.com",
  "a",
  "a-b.c",
  "192.0.2.1",
  "0.0.0.0",
  "255.255.255.255",
  "256.1.1.1",
  "1.2.3",
  "1.2.3.4.5",
  "01.2.3.4",
  "1a.example",
  "a..b",
  "-a.b",
  "a_b",
  "a.",
  "[2001:db8::1]",
  "",
);
const port = pick("", ":5060", ":0", ":65535", ":65536", ":", ":050600", ":5a");

test("a plain SIP URI means what the full reader takes it for", () => {
  const userinfo = pick("", "alice@", "a;b=c@", "a%20b@", "a:secret@", "a:@", ":x@", "@", "a b@", "#21@", "a@b@");
  const tail = pick("", ";lr", ";transport=udp", ";a=b;c", ";a=", ";=a", ";", ";a=b=c", "?x=y", ";a?x=y", ">", " ");
  const scheme = pick("sip:", "sips:");
  fc.assert(
    fc.property(scheme, userinfo, host, port, tail, (first, user, at, number, rest) => {
      const text = first + user + at + number + rest;
      // The quick reader passes by capitals, so these take the long way.
      assert.deepEqual(parseUri(text), parseUri(text.replace("sip", "SIP")), text);
    }),
    { numRuns: 3000 },
  );
});

test("a plain Via means what the full reader takes it for, met before or not", () => {
  const params = pick(
    "",
    ";branch=z9hG4bKa",
    ";rport;branch=b",
    ";rport=5;branch=b",
    ";branch",
    ";branch=",
    ";",
    " ;branch=b",
    ";branch=a;branch=b",
    ";branch",
    ";rport;rport",
    ";rport=1;rport",
    ";rport=",
    ";rportx",
    ";rport;branch=b",
  );
  const head = pick("SIP/2.0/UDP ", "SIP/2.0/TLS ", "SIP/2.0/UDP  ", "SIP/3.0/UDP ", "SIP/2.0/", "sip/2.0/udp ");
  const around = fc.tuple(pick("", "Via: ", "x;y "), pick("", "\r\n;branch=z", ";"));
  fc.assert(
    fc.property(head, host, port, params, around, (first, at, number, rest, [before, behind]) => {
      const text = first + at + number + rest;
      const raw = before + text + behind;
      for (let time = 0; time < 2; time++) {
        const plain = readPlainVia(raw, before.length, before.length + text.length);
        if (plain === null) continue;
        const { rportEnd, ...via } = plain;
        assert.deepEqual(via, parseVia(text), text);
        assert.equal(
          rportEnd === -1 ? null : raw.slice(rportEnd - 6, rportEnd),
          via.rport === null ? null : ";rport",
          text,
        );
      }
    }),
    { numRuns: 3000 },
  );
  assert.notEqual(readPlainVia("SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport", 0, 48), null);
});

test("a Contact with no more than expires has the seconds it would have beside others", () => {
  for (const value of ["3600", "0", "4294967295", "4294967296", "-1", "", "3600x", "1;q=0.5", " 60", "60 "]) {
    const alone = parseContact(`<sip:a@b>;expires=${value}`);
    const beside = parseContact(`<sip:a@b>;x;expires=${value}`);
    assert.deepEqual([alone?.expires, alone?.q], [beside?.expires, beside?.q], value);
  }
  assert.equal(parseContact("<sip:a@b>")?.expires, null);
});

test("four numbers with dots are an address only when each is an octet", () => {
  for (const host of ["0.0.0.0", "192.0.2.1", "255.255.255.255", "1.2.3.4.example"])
    assert.notEqual(parseUri(`sip:${host}`), null, host);
  for (const host of ["256.1.1.1", "1.2.3.256", "1.2.3", "1.2.3.4.5", "1.2.3.", "1..2.3", ".1.2.3"])
    assert.equal(parseUri(`sip:${host}`), null, host);
});
