import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isMisread, misreadText, readDomain, readHttpAddress, readListen } from "../../src/host/config/address.ts";
import { findConfig, loadConfig } from "../../src/host/config/load.ts";
import { lineOf } from "../../src/host/config/locate.ts";
import { suggest } from "../../src/host/suggest.ts";
import { scratchFolder } from "../scratch.ts";

const directory = scratchFolder("config");
let files = 0;

async function load(source: string): Promise<string> {
  const file = join(directory, `c${files++}.config.ts`);
  writeFileSync(file, source);
  const loaded = await loadConfig(file);
  return "fault" in loaded ? loaded.fault.replace(/^c\d+\.config\.ts/, "FILE") : JSON.stringify(loaded.config);
}

const define = (body: string): string =>
  `import { defineConfig } from "ringback";\n\nexport default defineConfig({\n${body}\n});\n`;

const faults: [string, string][] = [
  [define('  domians: ["example.org"],'), "FILE:4: unknown key 'domians'; did you mean 'domains'?"],
  [
    define('  // domians\n  domains: ["a.example"],\n  timers: { t1: 500, t22: 4000 },'),
    "FILE:6: unknown key 'timers.t22'; did you mean 'timers.t2'?",
  ],
  [define("  wurst: 1,"), "FILE:4: unknown key 'wurst'"],
  [define('  domains: "example.org",'), "FILE:4: domains must be a list, not 'example.org'"],
  [
    define('  domains: [\n    "a.example",\n    "sip:b.example",\n  ],'),
    "FILE:6: domains[1] 'sip:b.example': it is neither a host name nor an address; did you mean 'b.example'?",
  ],
  [define("  domains: [],"), "FILE:4: domains is empty: no request would be local"],
  [
    define('  listen: ["tcp:[::1]:5060", "udp:127.0.0.1"],'),
    "FILE:4: listen[1] 'udp:127.0.0.1': the port is missing; did you mean 'udp:127.0.0.1:5060'?",
  ],
  [
    define('  authentication: "digset",'),
    "FILE:4: authentication must be 'digest' or 'off', not 'digset'; did you mean 'digest'?",
  ],
  [define("  maxContacts: 0,"), "FILE:4: maxContacts must be a whole number from 1 to 1000, not 0"],
  [define("  timerC: 1.5,"), "FILE:4: timerC must be a whole number of milliseconds from 1000 to 86400000, not 1.5"],
  [define('  recursion: "no",'), "FILE:4: recursion must be true or false, not 'no'"],
  [
    define('  http: { token: "short" },'),
    "FILE:4: http.token 'short': a token shorter than 16 characters can be guessed",
  ],
  [define("  http: true,"), "FILE:4: http must be a string, not true"],
  [define('  tls: { cert: "a.pem" },'), "FILE:4: tls.key is missing"],
  [define("  minExpires: 600,\n  maxExpires: 60,"), "FILE:4: minExpires 600 is greater than maxExpires 60"],
  [define("  wurst: 1,\n  kaese: 2,\n  mode: 3,"), "FILE:4: unknown key 'wurst' (and 2 more)"],
  [
    define('  routes: { requst: () => "continue" },'),
    "FILE:4: unknown key 'routes.requst'; did you mean 'routes.request'?",
  ],
  [define('  routes: { failure: "pass" },'), "FILE:4: routes.failure must be a function, not 'pass'"],
  ["export default 7;\n", "FILE: the configuration must be an object, not 7"],
  ["export const config = {};\n", "FILE: it has no default export; end it with: export default defineConfig({ ... })"],
  ["export default {\n  domains: [,\n", "FILE:2: Expression expected"],
  ['const a: string = "x";\nthrow new Error("boom\\nsecond line");\nexport default {};\n', "FILE:2: boom"],
  ['import "./not-there.ts";\nexport default {};\n', "FILE: Cannot find module"],
];

for (const [source, line] of faults) {
  test(`configuration refused: ${line}`, async () => {
    const said = await load(source);
    assert.ok(said.startsWith(line), said);
    assert.doesNotMatch(said, /\n/);
  });
}

test("a whole configuration is read", async () => {
  const said = await load(
    define(`
  domains: ["Example.ORG.", "[2001:db8::1]"],
  listen: ["udp:127.0.0.1:5060", { address: "tls:0.0.0.0:5061", advertise: "sip.example.org" }],
  tls: { cert: "a", key: "b" },
  http: { listen: "0.0.0.0:80", token: "0123456789abcdef", names: ["pbx.example.org"] },
  realm: "example", digestAlgorithm: "SHA-256", timers: { t1: 250 }, serverName: null, log: { calls: "calls.log" },`),
  );
  assert.deepEqual(JSON.parse(said), {
    domains: ["example.org", "2001:db8:0:0:0:0:0:1"],
    listen: [
      { address: { protocol: "UDP", host: "127.0.0.1", port: 5060 } },
      { address: { protocol: "TLS", host: "0.0.0.0", port: 5061 }, advertise: { host: "sip.example.org", port: null } },
    ],
    tls: { cert: "a", key: "b" },
    http: { listen: { host: "0.0.0.0", port: 80 }, token: "0123456789abcdef", names: ["pbx.example.org"] },
    realm: "example",
    digestAlgorithm: "SHA-256",
    timers: { t1: 250 },
    serverName: null,
    log: { calls: "calls.log" },
  });
});

test("loading again reads again, with what the file imports beside itself", async () => {
  const file = join(directory, "again.config.ts");
  writeFileSync(join(directory, "part.ts"), 'export const domains: string[] = ["one.example"];\n');
  writeFileSync(file, 'import { domains } from "./part.ts";\nexport default { domains };\n');
  const first = await loadConfig(file);
  writeFileSync(join(directory, "part.ts"), 'export const domains: string[] = ["two.example"];\n');
  const second = await loadConfig(file);
  assert.ok("config" in first && "config" in second);
  assert.deepEqual([first.config.domains, second.config.domains], [["one.example"], ["two.example"]]);
  assert.deepEqual(second.files, [file, join(directory, "part.ts")]);
});

test("a missing file is named, with the one that was probably meant", async () => {
  writeFileSync(join(directory, "office.config.ts"), "export default {};\n");
  const loaded = await loadConfig(join(directory, "ofice.config.ts"));
  assert.ok("fault" in loaded);
  assert.match(loaded.fault, /ofice\.config\.ts does not exist; did you mean 'office\.config\.ts'\?$/);
  assert.equal(findConfig(undefined, directory), null);
});

test("the line of a key is found past comments, strings and functions", () => {
  const source = [
    "const timers = { t1: 1 }; // realm: here",
    "/* domains: [] */",
    "function f(mode) { return { mode: `mode: {` }; }",
    "export default {",
    '  "realm": "x", // } {',
    "  request(call) { const realm = 1; return { realm }; },",
    "  timers: {",
    "    t1: 5,",
    "  },",
    "  mode,",
    '  domains: ["a]",',
    "    'b' ],",
    "};",
  ].join("\n");
  assert.equal(lineOf(source, ["realm"]), 5);
  assert.equal(lineOf(source, ["timers", "t1"]), 8);
  assert.equal(lineOf(source, ["timers", "t9"]), 7);
  assert.equal(lineOf(source, ["domains", 0]), 11);
  assert.equal(lineOf(source, ["domains", 1]), 12);
  assert.equal(lineOf(source, ["nowhere"]), null);
});

const addresses: [(text: string) => unknown, string, string | object][] = [
  [readListen, "udp:127.0.0.1:5060", { protocol: "UDP", host: "127.0.0.1", port: 5060 }],
  [readListen, "TCP:[::1]:0", { protocol: "TCP", host: "::1", port: 0 }],
  [readListen, "udp:localhost:5070", { protocol: "UDP", host: "127.0.0.1", port: 5070 }],
  [readListen, "upd:127.0.0.1:5060", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:127.0.0.1:5060'?"],
  [readListen, "127.0.0.1:5070", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:127.0.0.1:5070'?"],
  [readListen, "192.0.2.1", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:192.0.2.1:5060'?"],
  [readListen, "2001:db8::1", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:[2001:db8::1]:5060'?"],
  [readListen, "5060", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:127.0.0.1:5060'?"],
  [readListen, "tls:10.0.0.1", "the port is missing; did you mean 'tls:10.0.0.1:5061'?"],
  [readListen, "udp:127.0.0.1:99999", "'99999' is no port (0 to 65535); did you mean 'udp:127.0.0.1:5060'?"],
  [readListen, "udp:127.0.0.1:sip", "'sip' is no port (0 to 65535); did you mean 'udp:127.0.0.1:5060'?"],
  [readListen, "udp:::1:5060", "an IPv6 address stands in brackets; did you mean 'udp:[::1]:5060'?"],
  [readListen, "udp:::1", "an IPv6 address stands in brackets, and a port follows; did you mean 'udp:[::1]:5060'?"],
  [readListen, "tcp:[::x]:5060", "'::x' is no address"],
  [readListen, "tcp:300.1.1.1:5060", "'300.1.1.1' is no IPv4 address"],
  [
    readListen,
    "tcp:pbx.example.org:5060",
    "'pbx.example.org' is a name; a listener needs the numeric address it binds to",
  ],
  [
    readListen,
    "udp::5060",
    "the address is missing (0.0.0.0 is every IPv4 address); did you mean 'udp:127.0.0.1:5060'?",
  ],
  [
    readListen,
    "ws:127.0.0.1:8060",
    "WebSocket is served on the HTTP port at /sip (--http 127.0.0.1:8060), not by its own listener",
  ],
  [readListen, "", "it does not begin with udp:, tcp: or tls:; did you mean 'udp:127.0.0.1:5060'?"],
  [readListen, "tpc", "it does not begin with udp:, tcp: or tls:; did you mean 'tcp:127.0.0.1:5060'?"],
  [readListen, "example.org", "it does not begin with udp:, tcp: or tls:"],
  [readHttpAddress, "8060", { host: "127.0.0.1", port: 8060 }],
  [readHttpAddress, "[::1]:80", { host: "::1", port: 80 }],
  [readHttpAddress, "http://127.0.0.1:8060/", "it is an address and a port, not a URL; did you mean '127.0.0.1:8060'?"],
  [readHttpAddress, "127.0.0.1", "the port is missing; did you mean '127.0.0.1:8060'?"],
  [readDomain, "Example.Org.", "example.org"],
  [readDomain, "[::1]", "0:0:0:0:0:0:0:1"],
  [readDomain, "192.0.2.1", "192.0.2.1"],
  [readDomain, "alice@example.org", "it is neither a host name nor an address; did you mean 'example.org'?"],
  [readDomain, "example.org:5060", "it is neither a host name nor an address; did you mean 'example.org'?"],
  [readDomain, "https://example.org/x", "it is neither a host name nor an address; did you mean 'example.org'?"],
  [readDomain, "exam ple..org", "it is neither a host name nor an address; did you mean 'exam-ple.org'?"],
  [readDomain, "1.2.3.4.5", "it is neither a host name nor an address"],
  [readDomain, "", "it is empty"],
];

for (const [reader, text, expected] of addresses) {
  test(`${reader.name} '${text}'`, () => {
    const result = reader(text);
    assert.deepEqual(isMisread(result) ? misreadText(result) : result, expected);
  });
}

test("suggestions are near, or none", () => {
  const keys = ["domains", "listen", "data", "http", "maxContacts"];
  assert.equal(suggest("domians", keys), "domains");
  assert.equal(suggest("maxcontact", keys), "maxContacts");
  assert.equal(suggest("lsiten", keys), "listen");
  assert.equal(suggest("zzz", keys), null);
  assert.equal(suggest("x".repeat(10_000), keys), null);
});
