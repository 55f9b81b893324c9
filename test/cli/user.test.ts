import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { columns } from "../../src/cli/table.ts";
import { readUserFile } from "../../src/cli/user-file.ts";
import { newDirectory, ringback, Served } from "./kit.ts";
import { Phone } from "./phone.ts";

const options = { timeout: 60_000 };
const digest = (user: string, realm: string, password: string): string =>
  createHash("md5").update(`${user}:${realm}:${password}`).digest("hex");

test("a user's life: added, listed, new password, removed", options, async () => {
  const cwd = newDirectory();
  const user = async (command: string, input = ""): Promise<string> => {
    const { code, stdout, stderr } = await ringback(["user", ...command.split(" ")], { cwd, input });
    return `${code} ${stdout}${stderr}`;
  };
  assert.match(
    await user("list"),
    /^1 ringback user: there is no data directory .*\.ringback; no user was ever added there\n$/,
  );
  assert.equal(await user("add alice", "wonderland\n"), "0 added alice@localhost\n");
  assert.equal(
    await user("add bob@example.org:builder --json"),
    '0 {"users":[{"name":"bob","domain":"example.org"}]}\n',
  );
  assert.equal(
    await user("add alice@localhost:again"),
    "1 ringback user: alice@localhost is there already; ringback user passwd sets a new password\n",
  );
  assert.equal(await user("add carol@localhost"), "2 ringback user: the password is empty\n");
  assert.equal(
    await user("add sip:carol@example.org", "x"),
    "2 ringback user: user 'sip:…': a user is named without sip:, as NAME or NAME@DOMAIN\n",
  );
  assert.equal(
    await user("add dave --domain a.example --domain b.example", "x"),
    "0 added dave@a.example, dave@b.example\n",
  );
  assert.match(
    await user("list"),
    /^0 user +realm +digests +added \(UTC\)\ndave@a\.example +a\.example +MD5 SHA-256 SHA-512-256 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n(.*\n){3}$/,
  );
  const { users } = JSON.parse((await user("list --json --domain example.org")).slice(2));
  assert.deepEqual(
    [users.length, users[0].name, users[0].realm, users[0].algorithms[0]],
    [1, "bob", "example.org", "MD5"],
  );
  assert.equal(await user("passwd alice", "looking glass\n"), "0 new password for alice@localhost\n");
  assert.equal(await user("passwd alcie", "x"), "1 ringback user: there is no user alcie; did you mean 'alice'?\n");
  assert.equal(await user("remove dave --domain a.example"), "0 removed dave@a.example\n");
  assert.equal(
    await user("remove dave@a.example"),
    "1 ringback user: there is no user dave@a.example; did you mean 'dave@b.example'?\n",
  );
  assert.equal(JSON.parse((await user("list --json")).slice(2)).users.length, 3);
});

test("a user named without a domain joins those who are there already", options, async () => {
  const cwd = newDirectory();
  await ringback(["user", "add", "alice@example.org:x"], { cwd });
  assert.equal((await ringback(["user", "add", "bob:x"], { cwd })).stdout, "added bob@example.org\n");
  assert.equal((await ringback(["user", "passwd", "alice:y"], { cwd })).stdout, "new password for alice@example.org\n");
  await ringback(["user", "add", "bob@example.com:x"], { cwd });
  const several =
    /^ringback user: users here belong to example.com, example.org; write \w+@DOMAIN, or --domain DOMAIN\n$/;
  for (const args of [
    ["add", "carol:x"],
    ["remove", "bob"],
  ])
    assert.match((await ringback(["user", ...args], { cwd })).stderr, several);
  const imported = await ringback(["user", "import", "-"], { cwd, input: "dave,x\n" });
  assert.match(imported.stderr, /^standard input:1: the domain is missing, and users here belong to several\n/);
});

test("domains and realm come from the configuration", options, async () => {
  const cwd = newDirectory();
  writeFileSync(
    join(cwd, "ringback.config.ts"),
    'export default { domains: ["a.example"], realm: "office", data: "kept" };\n',
  );
  assert.equal((await ringback(["user", "add", "alice:x"], { cwd })).stdout, "added alice@a.example\n");
  const { users } = JSON.parse((await ringback(["user", "list", "--json", "--data", "kept"], { cwd })).stdout);
  assert.deepEqual([users[0].domain, users[0].realm], ["a.example", "office"]);
});

test("an import is all or nothing, and says which lines are wrong", options, async () => {
  const cwd = newDirectory();
  writeFileSync(join(cwd, "bad.csv"), "alice,one\nbo b,two\ncarol\n");
  const refused = await ringback(["user", "import", "bad.csv"], { cwd });
  assert.deepEqual(refused, {
    code: 1,
    stdout: "",
    stderr:
      "bad.csv:2: user 'bo b': it is no user name\nbad.csv:3: 1 fields instead of 2 (user,password)\n" +
      "ringback user: nothing imported: 2 lines of bad.csv cannot be used\n",
  });
  assert.equal((await ringback(["user", "list", "--json"], { cwd })).stdout, '{"users":[]}\n');
  const good = await ringback(["user", "import", "-", "--json"], { cwd, input: "alice,one\nbob,two\n" });
  assert.equal(good.stdout, '{"imported":2,"replaced":0}\n');
  assert.match(
    (await ringback(["user", "import", "-"], { cwd, input: "alice,other\n" })).stdout,
    /^imported 1 user, 1 in the place of others\n$/,
  );
  assert.equal(
    (await ringback(["user", "import", "gone.csv"], { cwd })).stderr,
    "ringback user: cannot read gone.csv: ENOENT\n",
  );
});

test("a running server takes over what the command changes", options, async (t) => {
  const cwd = newDirectory();
  const served = await Served.start(t, ["--user", "bob:x"], cwd);
  const alice = await Phone.open(t, "alice", served.ports.udp);
  const register = async (): Promise<boolean> => {
    alice.request("REGISTER", "alice", "Expires: 60\r\n");
    const nonce = /nonce="([^"]+)"/.exec(await alice.hear("SIP/2.0 401"))?.[1];
    const response = createHash("md5")
      .update(
        `${digest("alice", "localhost", "secret")}:${nonce}:${createHash("md5").update("REGISTER:sip:localhost").digest("hex")}`,
      )
      .digest("hex");
    alice.request(
      "REGISTER",
      "alice",
      `Expires: 60\r\nAuthorization: Digest username="alice", realm="localhost", nonce="${nonce}", uri="sip:localhost", response="${response}"\r\n`,
    );
    return (await alice.hear("SIP/2.0 ")).startsWith("SIP/2.0 200");
  };
  assert.equal(await register(), false);
  await ringback(["user", "add", "alice:secret"], { cwd });
  while (!(await register()));
  assert.match((await served.get("/api/bindings")).body, /"addressOfRecord":"alice@localhost"/);
  await ringback(["user", "remove", "alice"], { cwd });
  while ((await served.get("/api/bindings")).body !== '{"bindings":[]}') await sleep(50); // a look at the users is taken each second
  await served.stop();
});

const place = { domains: ["x.example"], realm: null };
const ha1 = digest("a", "x.example", "p");
const files: [string, string, readonly object[], readonly string[]][] = [
  [
    "passwords",
    'a,p\r\nb,"q,""r"\r\n',
    [
      { name: "a", domain: "x.example", password: "p" },
      { name: "b", domain: "x.example", password: 'q,"r' },
    ],
    [],
  ],
  ["digests", `a,y.example,${ha1.toUpperCase()}\n`, [{ name: "a", domain: "y.example", ha1: { MD5: ha1 } }], []],
  [
    "SHA-256 digests",
    `a,y.example,${ha1}${ha1}\n`,
    [{ name: "a", domain: "y.example", ha1: { "SHA-256": ha1 + ha1 } }],
    [],
  ],
  [
    "a heading, a comment, empty lines, a byte order mark",
    "\ufeffDomain, User ,password\n# these\n\ny.example,a, p \n",
    [{ name: "a", domain: "y.example", password: " p " }],
    [],
  ],
  ["a user with a domain", "a@y.example,p\n", [{ name: "a", domain: "y.example", password: "p" }], []],
  ["a user twice", "a,p\na,q\n", [], ["2: a@x.example stands on line 1 already"]],
  ["no password", "a,\n", [], ["1: the password is empty"]],
  ["no digest", "a,y.example,secret\n", [], ["1: the HA1 is not 32 (MD5) or 64 (SHA-256) hexadecimal digits"]],
  [
    "a bad domain",
    "a,y..example,p\n",
    [],
    ["1: domain 'y..example': it is neither a host name nor an address; did you mean 'y.example'?"],
  ],
  ["a quote that does not end", 'a,"p\nb,q\n', [], ["1: a quoted field does not end"]],
  ["another number of fields", "a,p\nb,q,r\n", [], ["2: 3 fields instead of 2 (user,password)"]],
];
for (const [title, text, users, problems] of files) {
  test(`user file: ${title}`, () => {
    const read = readUserFile(text, place);
    assert.deepEqual(read.problems, problems);
    if (problems.length === 0) assert.deepEqual(read.users, users);
  });
}

test("columns are as wide as their widest field", () => {
  assert.equal(
    columns(
      ["a", "b"],
      [
        ["long", "x"],
        ["s", "yy"],
      ],
    ),
    "a     b\nlong  x\ns     yy",
  );
});
