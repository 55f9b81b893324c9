import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addressTag,
  addressUri,
  equalUri,
  escapeHeader,
  escapeParam,
  escapeUser,
  hostPort,
  parameter,
  parseAddress,
  parseQ,
  parseUri,
  parseVia,
  quote,
  type SipUri,
  sentBy,
  splitValues,
  type Uri,
  unescaped,
  unquote,
  uriParam,
  writeAddress,
  writeQ,
  writeUri,
} from "../../src/syntax/mod.ts";

/** Every octet. */
const octets = fc.string({ unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 12 });
const some = fc.string({
  unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 12,
});
const label = fc
  .string({ unit: fc.constantFrom(..."abcXYZ019-_"), minLength: 1, maxLength: 8 })
  .map((text) => `a${text}z`);
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));
const host = fc.oneof(name, fc.ipV4(), fc.ipV6());
const params = fc
  .array(fc.tuple(some.map(escapeParam), fc.option(octets.map(escapeParam))), { maxLength: 4 })
  .map((list) => list.map(([key, value]) => (value === null ? `;${key}` : `;${key}=${value}`)).join(""));
const headers = fc
  .array(fc.tuple(some.map(escapeHeader), octets.map(escapeHeader)), { maxLength: 3 })
  .map((list) => list.map(([key, value]) => `${key}=${value}`).join("&"));

const sipUri: fc.Arbitrary<SipUri> = fc
  .record({
    scheme: fc.constantFrom("sip" as const, "sips" as const),
    user: fc.option(some.map(escapeUser)),
    password: fc.option(fc.string({ unit: fc.constantFrom(..."ab&=+$,-_.!~*'()"), maxLength: 6 })),
    host,
    port: fc.option(fc.nat({ max: 65535 })),
    params,
    headers,
  })
  .map((uri) => ({ ...uri, password: uri.user === null ? null : uri.password }));

const telUri: fc.Arbitrary<Uri> = fc
  .tuple(fc.constantFrom("+", ""), fc.string({ unit: fc.constantFrom(..."0123456789-.()"), maxLength: 10 }), params)
  .map(([plus, digits, rest]) => ({ scheme: "tel" as const, number: `${plus}1${digits}`, params: rest }));

const uri = fc.oneof(sipUri, telUri);

/** The same runs every time; a failure prints the smallest input that fails. */
const RUNS = { seed: 19, numRuns: 1000 };

describe("properties", () => {
  it("a URI comes back from its text as it was", () => {
    fc.assert(
      fc.property(uri, (each) => {
        const text = writeUri(each);
        const parsed = parseUri(text);
        assert.deepEqual(parsed, each);
        assert.equal(writeUri(parsed ?? assert.fail()), text);
      }),
      RUNS,
    );
  });

  it("a URI equals itself; equality is symmetric", () => {
    fc.assert(
      fc.property(uri, uri, (a, b) => {
        assert.equal(equalUri(a, a), true);
        assert.equal(equalUri(a, b), equalUri(b, a));
      }),
      RUNS,
    );
  });

  it("a URI equals itself with unreserved characters escaped and the host in capitals", () => {
    fc.assert(
      fc.property(sipUri, (each) => {
        const user = each.user?.replace(/[a-y](?![0-9A-F])/g, (c) => `%${c.charCodeAt(0).toString(16)}`) ?? null;
        assert.equal(equalUri(each, { ...each, user, host: each.host.toUpperCase() }), true);
      }),
      RUNS,
    );
  });

  it("what was escaped is unescaped, and stands where it was put", () => {
    fc.assert(
      fc.property(octets, some, (value, key) => {
        for (const each of [escapeUser, escapeParam, escapeHeader]) assert.equal(unescaped(each(value)), value);
        const k = `k${escapeParam(key)}`;
        assert.equal(unescaped(uriParam(`;x;${k}=${escapeParam(value)}`, k) ?? ""), value);
      }),
      RUNS,
    );
  });

  it("what was quoted is unquoted, and splits nothing", () => {
    fc.assert(
      fc.property(octets, (text) => {
        const plain = text.replace(/[\r\n]/g, " ");
        assert.equal(unquote(quote(text)), plain);
        assert.deepEqual(splitValues(`${quote(text)},${quote(text)}`), [quote(text), quote(text)]);
        assert.equal(parameter(`;a;b=${quote(text)};c`, "b"), plain);
      }),
      RUNS,
    );
  });

  it("an address comes back from its text, and the quick scans see the same", () => {
    fc.assert(
      fc.property(octets, sipUri, fc.stringMatching(/^[a-z0-9]{1,20}$/), (text, each, tag) => {
        const address = {
          display: text.replace(/[\r\n]/g, " "),
          uri: writeUri(each),
          params: `;x="${";tag=no"}";tag=${tag}`,
        };
        const written = writeAddress(address);
        assert.deepEqual(parseAddress(written), address);
        assert.equal(addressTag(written), tag);
        assert.equal(addressUri(written), address.uri);
      }),
      RUNS,
    );
  });

  it("a Via says where it was sent by", () => {
    fc.assert(
      fc.property(
        host,
        fc.option(fc.nat({ max: 65535 })),
        fc.stringMatching(/^[A-Za-z0-9.!%*_+`'~-]{1,20}$/),
        (at, port, branch) => {
          const via = parseVia(`SIP/2.0/UDP ${hostPort(at, port)};branch=${branch}`);
          assert.equal(via && sentBy(via), hostPort(at, port));
          assert.equal(via?.branch, branch);
        },
      ),
      RUNS,
    );
  });

  it("a q value comes back", () => {
    for (let q = 0; q <= 1000; q++) assert.equal(parseQ(writeQ(q)), q);
  });
});
