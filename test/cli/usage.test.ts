import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newDirectory, ringback } from "./kit.ts";

const directory = newDirectory();
writeFileSync(join(directory, "bad.config.ts"), 'export default {\n  domians: ["example.org"],\n};\n');
writeFileSync(
  join(directory, "open.config.ts"),
  'export default { listen: ["udp:0.0.0.0:0"], http: false, authentication: "off" };\n',
);
writeFileSync(join(directory, "tls.config.ts"), 'export default { listen: ["tls:127.0.0.1:0"], http: false };\n');

/** Arguments, and the one line they are answered with. */
const wrong: [string, string][] = [
  ["srve", "ringback: unknown command 'srve'; did you mean 'serve'?"],
  ["dance 603", "ringback: unknown command 'dance'; ringback --help lists all"],
  ["--domain x", "ringback: unknown option '--domain'; ringback --help lists all"],
  ["serve --domian x", "ringback serve: unknown option '--domian'; did you mean '--domain'?"],
  ["serve --wurst", "ringback serve: unknown option '--wurst'"],
  ["serve now", "ringback serve: too many arguments. Expected 0 arguments but got 1: now."],
  ["serve --domain", "ringback serve: option '--domain <domain>' argument missing"],
  [
    "serve --domain sip:example.org",
    "ringback serve: --domain 'sip:example.org': it is neither a host name nor an address; did you mean 'example.org'?",
  ],
  [
    "serve --listen udp:127.0.0.1",
    "ringback serve: --listen 'udp:127.0.0.1': the port is missing; did you mean 'udp:127.0.0.1:5060'?",
  ],
  [
    "serve --listen upd:127.0.0.1:5060",
    "ringback serve: --listen 'upd:127.0.0.1:5060': it does not begin with udp:, tcp: or tls:; did you mean 'udp:127.0.0.1:5060'?",
  ],
  [
    "serve --http http://127.0.0.1:1/",
    "ringback serve: --http 'http://127.0.0.1:1/': it is an address and a port, not a URL; did you mean '127.0.0.1:1'?",
  ],
  ["serve --auth none", "ringback serve: --auth 'none' must be digest or off"],
  ["serve --auth diegst", "ringback serve: --auth 'diegst' must be digest or off; did you mean 'digest'?"],
  [
    "serve --auth off --listen udp:0.0.0.0:0",
    "ringback serve: authentication off works on loopback only, and udp:0.0.0.0:0 can be reached from elsewhere; use --auth digest",
  ],
  [
    "serve --auth off --http 0.0.0.0:0",
    "ringback serve: authentication off works on loopback only, and the HTTP port 0.0.0.0:0 can be reached from elsewhere; use --auth digest",
  ],
  [
    "serve --config open.config.ts",
    "ringback serve: authentication off works on loopback only, and udp:0.0.0.0:0 can be reached from elsewhere; use --auth digest",
  ],
  ["serve --config bad.config.ts", "ringback serve: bad.config.ts:2: unknown key 'domians'; did you mean 'domains'?"],
  [
    "serve --config bda.config.ts",
    `ringback serve: config file ${join(directory, "bda.config.ts")} does not exist; did you mean 'bad.config.ts'?`,
  ],
  [
    "serve --config tls.config.ts",
    "ringback serve: a tls: listener needs a certificate and its key (--tls-cert FILE --tls-key FILE, or tls in the configuration)",
  ],
  ["serve --tls-cert a.pem", "ringback serve: --tls-cert and --tls-key go together"],
  ["serve --user alice", "ringback serve: --user 'alice' has no password; write NAME:PASSWORD"],
  ["serve --user alice:", "ringback serve: --user 'alice' has no password; write NAME:PASSWORD"],
  ["serve --user al<ice:x", "ringback serve: --user 'al<ice': it is no user name"],
  [
    "serve --domain example.org --user a@exmple.org:x",
    "ringback serve: --user 'a@exmple.org': 'exmple.org' is no served domain (example.org); did you mean 'example.org'?",
  ],
  ["user", "ringback user: say which: add, list, remove, passwd, import"],
  ["user ad alice", "ringback user: unknown command 'ad'; did you mean 'add'?"],
  ["user add", "ringback user: missing required argument 'user'"],
  ["user add al,ice@", "ringback user: user 'al,ice@': its domain: it is empty"],
  ["user list --data :memory:", "ringback user: users in memory end with their server; name a directory with --data"],
  [
    "user list --domain a..b",
    "ringback user: --domain 'a..b': it is neither a host name nor an address; did you mean 'a.b'?",
  ],
];

for (const [args, line] of wrong) {
  test(`exit 2: ringback ${args}`, async () => {
    const { code, stdout, stderr } = await ringback(args.split(" "), { cwd: directory });
    assert.deepEqual({ stderr, stdout, code }, { stderr: `${line}\n`, stdout: "", code: 2 });
  });
}

test("help for the whole and for each command, on standard output with exit 0", async () => {
  for (const [args, said] of [
    ["", /^Usage: ringback COMMAND[\s\S]*serve[\s\S]*user/],
    ["--help", /^Usage: ringback COMMAND/],
    ["help serve", /^Usage: ringback serve \[options\]/],
    ["serve --help", /--listen <address>[\s\S]*--no-http[\s\S]*--lab[\s\S]*ringback serve --domain/],
    ["user --help", /passwd[\s\S]*import/],
    ["user add --help", /--domain <domain>[\s\S]*--json/],
  ] as const) {
    const { code, stdout, stderr } = await ringback(args.split(" ").filter(Boolean));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" }, args);
    assert.match(stdout, said);
  }
  assert.match((await ringback(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});
