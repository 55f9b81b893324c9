import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addressTag,
  addressUri,
  areParameters,
  parameter,
  parameters,
  parseAddress,
  parseVia,
  quote,
  rawParameter,
  sentBy,
  split,
  splitValues,
  unquote,
  writeAddress,
} from "../../src/syntax/mod.ts";

describe("splitValues", () => {
  const cases: [string, string[]][] = [
    ["", []],
    [" , ,", []],
    ["a", ["a"]],
    ["a, b ,,c", ["a", "b", "c"]],
    ['"x, y" <sip:a,b@h>;p="1,2", <sip:c>', ['"x, y" <sip:a,b@h>;p="1,2"', "<sip:c>"]],
    ['"a\\", b", c', ['"a\\", b"', "c"]],
    ['"open, a', ['"open, a']],
    ["<open, a", ["<open", "a"]],
    ["a,\r\n\tb", ["a", "b"]],
  ];
  for (const [text, values] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(splitValues(text), values));
  }
  it("splits at other separators too", () => assert.deepEqual(split("user; critical;", 59), ["user", "critical"]));
});

describe("parameters", () => {
  const params = ' ; Tag = 1 ;lr;x="a;b\\"c" ; y=<z;=> ;v6=::1;w=a/b@c=d;empty=';
  it("are read by name, in any case, with white space round separators", () => {
    assert.equal(parameter(params, "tag"), "1");
    assert.equal(parameter(params, "LR"), "");
    assert.equal(parameter(params, "x"), 'a;b"c');
    assert.equal(rawParameter(params, "x"), '"a;b\\"c"');
    assert.equal(parameter(params, "y"), "<z;=>");
    assert.equal(parameter(params, "v6"), "::1");
    assert.equal(parameter(params, "w"), "a/b@c=d");
    assert.equal(parameter(params, "empty"), "");
    assert.equal(parameter(params, "ta"), null);
    assert.equal(parameter("", "tag"), null);
    assert.equal(areParameters(params), true);
  });
  it("are listed in order", () => {
    assert.deepEqual(parameters(';a="b";C'), [
      { name: "a", value: "b" },
      { name: "C", value: null },
    ]);
    assert.equal(parameters(";;"), null);
  });
  for (const malformed of [
    ";",
    ";;a",
    ";a;",
    ";=1",
    ";a b",
    ";a=b c",
    ';a="b',
    ';a="b"c',
    "a",
    ";a,b",
    ";a=<b",
    ";a=b<",
  ]) {
    it(`${malformed} is malformed`, () => {
      assert.equal(areParameters(malformed), false);
      assert.equal(parameters(malformed), null);
    });
  }
  it("an unreadable parameter hides those behind it", () => assert.equal(parameter(";;tag=1", "tag"), null));
});

describe("quoted strings", () => {
  it("lose quotes and backslashes", () => {
    assert.equal(unquote('"a\\"b\\\\c"'), 'a"b\\c');
    assert.equal(unquote('"'), '"');
    assert.equal(unquote('""'), "");
    assert.equal(unquote("bare"), "bare");
  });
  it("escape what they must and hold no line end", () => assert.equal(quote('a"b\\c\r\nd'), '"a\\"b\\\\c  d"'));
});

describe("parseAddress", () => {
  it("reads name-addr, quoted, unquoted and without name", () => {
    assert.deepEqual(parseAddress('"Bell, \\"A\\"" <sip:a@h;x=1>;tag=2'), {
      display: 'Bell, "A"',
      uri: "sip:a@h;x=1",
      params: ";tag=2",
    });
    assert.deepEqual(parseAddress(" token1~` t2'+_ <sip:a@h>"), {
      display: "token1~` t2'+_",
      uri: "sip:a@h",
      params: "",
    });
    assert.deepEqual(parseAddress("caller<sip:a@h> ; tag = 3 "), {
      display: "caller",
      uri: "sip:a@h",
      params: "; tag = 3",
    });
    assert.deepEqual(parseAddress("<tel:+1>"), { display: "", uri: "tel:+1", params: "" });
    assert.equal(parseAddress("<sip:a@h?Route=%3Csip:b%3E>")?.uri, "sip:a@h?Route=%3Csip:b%3E");
  });
  it("gives the parameters of a bare addr-spec to the header (§20)", () => {
    assert.deepEqual(parseAddress("sip:a@h;user=phone ;tag=1"), {
      display: "",
      uri: "sip:a@h",
      params: ";user=phone ;tag=1",
    });
    assert.deepEqual(parseAddress('sip:a@h;x="<y>"'), { display: "", uri: "sip:a@h", params: ';x="<y>"' });
  });
  const malformed = [
    "",
    "<>",
    "tester <>",
    "<sip:a@h",
    "sip:a@h>",
    "sip:a@h?x=y",
    "sip:a,b@h",
    "< sip:a@h>",
    "<sip:a@h >",
    '"open <sip:a@h>',
    '"a" b <sip:a@h>',
    '"a" sip:a@h>',
    'a"b" <sip:a@h>',
    "Bell, A <sip:a@h>",
    "<sip:a@h>;",
    "<sip:a@h>;;;",
    "<sip:a@h> x",
    "<sip:a@h>;lr bar",
    "<sip:a@[h>",
    "nimportequoi",
    "*",
  ];
  for (const text of malformed) it(`refuses ${text}`, () => assert.equal(parseAddress(text), null));

  it("is written back as name-addr", () => {
    assert.equal(writeAddress({ display: 'A "B"', uri: "sip:a@h", params: ";tag=1" }), '"A \\"B\\"" <sip:a@h>;tag=1');
    assert.equal(writeAddress({ display: "", uri: "sip:a@h", params: "" }), "<sip:a@h>");
  });
});

describe("quick scans of From and To", () => {
  const cases: [string, string | null, string][] = [
    ["<sip:a@h>;tag=1", "1", "sip:a@h"],
    ["sip:a@h;tag=1;x=2", "1", "sip:a@h"],
    ["sip:a@h", null, "sip:a@h"],
    ["<sip:a@h;tag=no>", null, "sip:a@h;tag=no"],
    ['"x;tag=no <sip:b>" <sip:a@h> ; TAG = yes ;y', "yes", "sip:a@h"],
    ['<sip:a@h>;x=";tag=no";tag=yes', "yes", "sip:a@h"],
    ["<sip:a@h>;tagged=no;tag=a/b@c", "a/b@c", "sip:a@h"],
    ["<sip:a@h>;tag=", "", "sip:a@h"],
    ["<sip:a@h>;tag", null, "sip:a@h"],
    ["A B <sip:a@h>", null, "sip:a@h"],
    ["  sip:a@h  ", null, "sip:a@h"],
    ['"open <sip:a@h>;tag=1', null, ""],
    ["<sip:a@h;tag=1", null, ""],
    ["", null, ""],
  ];
  for (const [text, tag, uri] of cases) {
    it(JSON.stringify(text), () => {
      assert.equal(addressTag(text), tag);
      assert.equal(addressUri(text), uri);
    });
  }
});

describe("parseVia", () => {
  it("reads every part, white space and all", () => {
    assert.deepEqual(
      parseVia("SIP / 2.0\r\n / UDP  [2001:db8::9:1] : 5062 ; branch = z9hG4bK1;rport;Received=[::1];maddr=m;ttl=7"),
      {
        protocol: "SIP",
        version: "2.0",
        transport: "UDP",
        host: "2001:db8::9:1",
        port: 5062,
        params: "; branch = z9hG4bK1;rport;Received=[::1];maddr=m;ttl=7",
        branch: "z9hG4bK1",
        received: "::1",
        rport: "",
        maddr: "m",
        ttl: "7",
      },
    );
  });
  it("has nulls for what is not there", () => {
    const via = parseVia("SIP/2.0/UNKNOWN h");
    assert.deepEqual(via && [via.port, via.params, via.branch, via.received, via.rport], [null, "", null, null, null]);
  });
  it("takes received with and without brackets (RFC 5118 §4.5)", () => {
    assert.equal(parseVia("SIP/2.0/UDP h;received=2001:db8::9:255")?.received, "2001:db8::9:255");
    assert.equal(parseVia("SIP/2.0/UDP h;received=[2001:db8::9:255]")?.received, "2001:db8::9:255");
  });
  it("gives sent-by back with brackets", () => {
    assert.equal(sentBy(parseVia("SIP/2.0/UDP [::1]:5062") ?? assert.fail()), "[::1]:5062");
    assert.equal(sentBy(parseVia("SIP/2.0/UDP h") ?? assert.fail()), "h");
  });
  const malformed = [
    "",
    "SIP/2.0",
    "SIP/2.0/UDP",
    "SIP/2.0/UDPh",
    "SIP// h",
    "/2.0/UDP h",
    "SIP/2.0/UDP ::1",
    "SIP/2.0/UDP [::1",
    "SIP/2.0/UDP h:",
    "SIP/2.0/UDP h:x",
    "SIP/2.0/UDP h:65536",
    "SIP/2.0/UDP h:5060 x",
    "SIP/2.0/UDP h (foo)",
    "SIP/2.0/UDP h;;,;,,",
    "SIP/2.0/UDP h;",
    "SIP/2.0/UDP h, SIP/2.0/UDP i",
  ];
  for (const text of malformed) it(`refuses ${text}`, () => assert.equal(parseVia(text), null));
});
