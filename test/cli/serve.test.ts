import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newDirectory, ringback, Served } from "./kit.ts";
import { Phone } from "./phone.ts";

const options = { timeout: 60_000 };

test("one line says that it is ready and where; /healthz agrees; SIGTERM ends it with 0", options, async (t) => {
  const served = await Served.start(t, [
    "--data",
    ":memory:",
    "--domain",
    "example.org",
    "--domain",
    "192.0.2.1",
    "--user",
    "alice:secret",
  ]);
  const { udp, tcp, http } = served.ports;
  const ready = served.stdout.split("\n").filter((line) => line.startsWith("ringback: ready"));
  const where = `udp:127.0.0.1:${udp} tcp:127.0.0.1:${tcp} ws:127.0.0.1:${http}/sip`;
  assert.deepEqual(ready, [
    `ringback: ready on ${where}; domains example.org 192.0.2.1; console http://127.0.0.1:${http}/console; reference http://127.0.0.1:${http}/`,
  ]);
  assert.deepEqual(await served.get("/healthz"), { status: 200, body: '{"state":"ready","running":0}' });
  assert.match((await served.get("/console")).body, /<code>example\.org<\/code>/);
  const { code, stderr } = await served.stop();
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
});

test("SIGINT ends it too, and without HTTP there is no console", options, async (t) => {
  const served = await Served.start(t, ["--data", ":memory:", "--no-http", "--lab"]);
  assert.match(served.stdout, /ready on udp:127\.0\.0\.1:\d+ tcp:127\.0\.0\.1:\d+; domain localhost; no HTTP\n/);
  served.child.kill("SIGINT");
  assert.equal((await served.ended()).code, 0);
});

test("without calls for many datagrams UDP is served all the same, and metrics tell", options, async (t) => {
  for (const [flags, sockets] of [
    [[], process.platform === "linux" ? 1 : 0],
    [["--no-experimental-ffi"], 0],
    [["--permission", "--allow-fs-read=*", "--allow-fs-write=*", "--allow-net"], 0],
  ] as const) {
    const served = await Served.start(t, ["--data", ":memory:"], undefined, flags);
    const alice = await Phone.open(t, "alice", served.ports.udp);
    alice.request("OPTIONS", "alice");
    await alice.hear("SIP/2.0 ");
    const { body } = await served.get("/metrics");
    assert.match(body, new RegExp(`^ringback_udp_sockets_in_runs ${sockets}$`, "m"), flags.join(" "));
    const { stderr } = await served.stop();
    assert.doesNotMatch(stderr, /FFI/);
  }
});

test("the first start makes up three users and tells their passwords once", options, async (t) => {
  const directory = newDirectory();
  const first = await Served.start(t, [], directory);
  assert.deepEqual(
    [...first.stdout.matchAll(/^ {2}sip:(\w+)@localhost +([a-z0-9]{16})$/gm)].map(([, name]) => name),
    ["alice", "bob", "carol"],
  );
  await first.stop();
  const second = await Served.start(t, [], directory);
  assert.match(second.stdout, /^ringback: ready/);
  await second.stop();
  assert.equal(statSync(join(directory, ".ringback", "secret")).mode & 0o777, 0o600);
  const listed = JSON.parse((await ringback(["user", "list", "--json"], { cwd: directory })).stdout);
  assert.deepEqual(listed.users.map((each: { name: string }) => each.name), ["alice", "bob", "carol"]); // biome-ignore format: short
});

test("no users are made up with users given, without authentication, or with a configuration", options, async (t) => {
  const directory = newDirectory();
  writeFileSync(
    join(directory, "ringback.config.ts"),
    'export default { listen: ["udp:127.0.0.1:0"], http: false };\n',
  );
  for (const args of [
    ["--user", "dave:x"],
    ["--auth", "off"],
  ]) {
    const served = await Served.start(t, ["--data", ":memory:", ...args]);
    assert.doesNotMatch(served.stdout, /alice/);
    await served.stop();
  }
  const served = await Served.start(t, ["--config", "ringback.config.ts"], directory);
  assert.doesNotMatch(served.stdout, /alice/);
  await served.stop();
});

test("hundreds of users on the command line", options, async (t) => {
  const users = Array.from({ length: 400 }, (_, i) => ["--user", `u${i}:p${i}`]).flat();
  const directory = newDirectory();
  const served = await Served.start(t, users, directory);
  await served.stop();
  assert.equal(JSON.parse((await ringback(["user", "list", "--json"], { cwd: directory })).stdout).users.length, 400);
});

test("a port in use is named with whoever holds it, exit 1", options, async (t) => {
  const served = await Served.start(t, ["--data", ":memory:"]);
  const { udp, tcp, http } = served.ports;
  const cases: [string[], RegExp][] = [
    [
      ["--listen", `udp:127.0.0.1:${udp}`, "--no-http"],
      new RegExp(`^ringback serve: UDP 127\\.0\\.0\\.1:${udp} is in use( by .+)?\\n$`),
    ],
    [
      ["--listen", `tcp:127.0.0.1:${tcp}`, "--no-http"],
      new RegExp(`^ringback serve: TCP 127\\.0\\.0\\.1:${tcp} is in use( by .+)?\\n$`),
    ],
    [
      ["--listen", "udp:127.0.0.1:0", "--http", `${http}`],
      new RegExp(
        `^ringback serve: HTTP 127\\.0\\.0\\.1:${http} is in use( by .+)?; choose another with --http, or none with --no-http\\n$`,
      ),
    ],
  ];
  for (const [args, line] of cases) {
    const directory = newDirectory();
    const second = await ringback(["serve", ...args], { cwd: directory });
    assert.deepEqual([second.code, second.stdout], [1, ""]);
    assert.match(second.stderr, line);
    // Nobody has been told a password, so the next start must still make them up.
    const listed = await ringback(["user", "list", "--json"], { cwd: directory });
    assert.equal(listed.stdout, '{"users":[]}\n');
  }
  await served.stop();
});

test("a data directory in use, and one that cannot be: one line, exit 1", options, async (t) => {
  const directory = newDirectory();
  const served = await Served.start(t, [], directory);
  const second = await ringback(["serve", "--listen", "udp:127.0.0.1:0", "--no-http"], { cwd: directory });
  assert.equal(second.code, 1);
  assert.match(second.stderr, /^ringback serve: another ringback server uses .*\n$/);
  await served.stop();
  writeFileSync(join(directory, "file"), "");
  const third = await ringback(["serve", "--listen", "udp:127.0.0.1:0", "--no-http", "--data", "file/below"], {
    cwd: directory,
  });
  assert.equal(third.code, 1);
  assert.match(third.stderr, /^ringback serve: .*below.*\n$/);
});

test("a call leaves a line, a record and numbers", options, async (t) => {
  const served = await Served.start(t, ["--data", ":memory:", "--auth", "off"]);
  const alice = await Phone.open(t, "alice", served.ports.udp);
  const bob = await Phone.open(t, "bob", served.ports.udp);
  await alice.register();
  const callId = bob.request("INVITE", "alice");
  alice.answer(await alice.hear("INVITE"), "486 Busy Here");
  await bob.hear("SIP/2.0 486");
  const line = await served.printed(/^\d\d:\d\d:\d\dZ 486 to alice: .* 486 after \d.*$/m);
  assert.ok(line.endsWith(`(from bob, ${callId})`), line);
  const { calls } = JSON.parse((await served.get("/api/calls")).body);
  assert.deepEqual([calls.length, calls[0].callId, calls[0].outcome, calls[0].code], [1, callId, "rejected", 486]);
  const { bindings } = JSON.parse((await served.get("/api/bindings?aor=alice@localhost")).body);
  assert.deepEqual([bindings.length, bindings[0].addressOfRecord, bindings[0].reachable], [1, "alice@localhost", true]);
  const metrics = (await served.get("/metrics")).body;
  assert.match(metrics, /^ringback_calls_total\{outcome="rejected",status="486",decided_by="callee"\} 1$/m);
  assert.match(metrics, /^ringback_requests_total\{method="REGISTER",direction="in"\} 1$/m);
  assert.match(metrics, /^ringback_bindings 1$/m);
  await served.stop();
});

test(
  "SIGTERM while a phone rings: new calls are refused, that one ends as its callee wants, exit 0",
  options,
  async (t) => {
    const served = await Served.start(t, ["--data", ":memory:", "--auth", "off"]);
    const alice = await Phone.open(t, "alice", served.ports.udp);
    const bob = await Phone.open(t, "bob", served.ports.udp);
    await alice.register();
    bob.request("INVITE", "alice");
    const invite = await alice.hear("INVITE");
    alice.answer(invite, "180 Ringing");
    await bob.hear("SIP/2.0 180");
    const stopping = served.stop();
    while ((await served.get("/healthz")).status !== 503);
    assert.deepEqual(JSON.parse((await served.get("/healthz")).body), { state: "draining", running: 1 });
    bob.request("OPTIONS", "alice");
    await bob.hear("SIP/2.0 503");
    alice.answer(invite, "200 OK");
    const answered = await bob.hear("SIP/2.0 200");
    const route = /^Record-Route: (.*)\r$/im.exec(answered)?.[1];
    bob.send(ackOf(answered, route ?? ""));
    await alice.hear("ACK");
    const { code, stdout } = await stopping;
    assert.equal(code, 0);
    assert.match(stdout, /^\d\d:\d\d:\d\dZ 200 to alice: .* answered after/m);
  },
);

test("a second signal does not wait for a phone that rings on", options, async (t) => {
  const served = await Served.start(t, ["--data", ":memory:", "--auth", "off"]);
  const alice = await Phone.open(t, "alice", served.ports.udp);
  const bob = await Phone.open(t, "bob", served.ports.udp);
  await alice.register();
  bob.request("INVITE", "alice");
  alice.answer(await alice.hear("INVITE"), "180 Ringing");
  await bob.hear("SIP/2.0 180");
  served.child.kill("SIGTERM");
  served.child.kill("SIGTERM"); // so close to the first, it is the same one, passed on by npm
  while ((await served.get("/healthz")).status !== 503);
  assert.equal((await served.get("/healthz")).status, 503);
  const again = setInterval(() => served.child.kill("SIGTERM"), 100);
  t.after(() => clearInterval(again));
  const { code, stderr } = await served.ended();
  assert.deepEqual([code, stderr], [0, "ringback: stopped with 1 request unanswered\n"]);
});

test("a configuration that changes is read again; one that cannot be used changes nothing", options, async (t) => {
  const directory = newDirectory();
  const file = join(directory, "ringback.config.ts");
  const write = (body: string): void => {
    writeFileSync(
      `${file}.new`,
      `import { defineConfig } from "ringback";\nexport default defineConfig({ ${body} });\n`,
    );
    renameSync(`${file}.new`, file);
  };
  const fixed = 'listen: ["udp:127.0.0.1:0"], http: "127.0.0.1:0", data: ":memory:", authentication: "off",';
  write(fixed);
  const served = await Served.start(t, ["--config", "ringback.config.ts", "--http", "127.0.0.1:0"], directory);
  const bob = await Phone.open(t, "bob", served.ports.udp);
  await bob.register();
  const ask = async (status: string): Promise<void> => {
    bob.request("MESSAGE", "bob", "X: y\r\n");
    await bob.hear(`SIP/2.0 ${status}`);
  };
  write(`${fixed} mode: "redirect",`);
  await served.printed("configuration read again: mode changed\n");
  await ask("302");
  write(`${fixed} mode: "redirekt",`);
  const said = await served.printed(/ringback\.config\.ts:2: mode must be .*\n/);
  assert.match(said, /did you mean 'redirect'\?; the configuration in force stays\n$/);
  await ask("302");
  write(`${fixed} mode: "redirect", realm: "new", domains: ["a.example"],`);
  await served.printed("configuration read again: nothing changed; domains, realm at the next start\n");
  assert.equal((await served.stop()).code, 0);
});

test("call lines go to a file, or nowhere", options, async (t) => {
  const directory = newDirectory();
  writeFileSync(
    join(directory, "file.config.ts"),
    'export default { listen: ["udp:127.0.0.1:0"], http: false, data: ":memory:", authentication: "off", log: { calls: "calls.txt" } };\n',
  );
  for (const args of [
    ["--config", "file.config.ts"],
    ["--data", ":memory:", "--auth", "off", "--quiet"],
  ]) {
    const served = await Served.start(t, [...args, "--no-http"], directory);
    const bob = await Phone.open(t, "bob", served.ports.udp);
    await bob.register();
    bob.request("INVITE", "bob");
    bob.answer(await bob.hear("INVITE"), "603 Decline");
    await bob.hear("SIP/2.0 603");
    const { stdout } = await served.stop();
    assert.doesNotMatch(stdout, /603/);
  }
  assert.match(
    readFileSync(join(directory, "calls.txt"), "utf8"),
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ 603 to bob: .*\n$/,
  );
  assert.equal(existsSync(join(directory, ".ringback")), false);
});

function ackOf(response: string, route: string): string {
  const header = (name: string): string => new RegExp(`^${name}: .*$`, "im").exec(response)?.[0].trim() ?? "";
  const contact = /^Contact: <(.*)>/im.exec(response)?.[1];
  const lines = [`ACK ${contact} SIP/2.0`, "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKack;rport", `Route: ${route}`];
  return `${[...lines, ...["From", "To", "Call-ID"].map(header), "CSeq: 1 ACK", "Max-Forwards: 70", "Content-Length: 0"].join("\r\n")}\r\n\r\n`;
}
