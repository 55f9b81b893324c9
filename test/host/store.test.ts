import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { SystemHash } from "../../src/host/kernel.ts";
import { StoreError } from "../../src/host/store/fault.ts";
import { BindingJournal } from "../../src/host/store/journal.ts";
import { openStore, openUsers } from "../../src/host/store/store.ts";
import { type Binding, type BindingFields, Interned } from "../../src/server/mod.ts";
import { numberedBinding } from "../server/binding-kit.ts";

const hash = new SystemHash();
const now = Date.UTC(2026, 10, 21);

function directory(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), "ringback-store-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function binding(id: number, fields: Partial<BindingFields> = {}): Binding {
  return numberedBinding(id, now, { params: ';methods="INVITE,BYE"', userAgent: "Phone/1.0", ...fields });
}

function loaded(journal: BindingJournal, at = now): Map<number, Binding> {
  return new Map([...journal.load(at, new Interned())].map((each) => [each.id, each]));
}

/** Runs `work` and returns the store's complaint. */
function complaint(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof StoreError, String(error));
    assert.doesNotMatch(error.message, /\n/);
    assert.ok(error.message.includes(error.file), error.message);
    return error;
  }
  return assert.fail("no complaint");
}

test("what was committed is there after opening again; what was removed or has expired is not", (t) => {
  const file = join(directory(t), "location.db");
  let journal = new BindingJournal(file);
  assert.equal(loaded(journal).size, 0);
  journal.commit([binding(1), binding(2), binding(3)], [], []);
  journal.commit([binding(2, { cseq: 2, q: 500 }), binding(4, { expiresAt: now + 1000 })], [3], []);
  journal.commit([binding(5)], [5], []);
  journal.commit([binding(6), binding(6, { cseq: 9 })], [], []);
  journal.close();
  for (let i = 0; i < 2; i++) {
    journal = new BindingJournal(file);
    const found = loaded(journal, now + 1000);
    assert.deepEqual([...found.keys()], [1, 2, 6]);
    assert.deepEqual(found.get(2), binding(2, { cseq: 2, q: 500 }));
    assert.equal(found.get(6)?.cseq, 9);
    journal.commit([binding(1)], [], []);
    journal.close();
  }
});

test("any binding comes back as it was", (t) => {
  const journal = new BindingJournal(join(directory(t), "location.db"));
  loaded(journal);
  const octet = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
  const key = fc.array(octet, { minLength: 1, maxLength: 30 }).map((all) => `${all.join("")}@example.com`);
  const visible = fc.array(octet, { maxLength: 30 }).map((all) => all.join("").replace(/[\x00-\x1f\x7f]/g, " "));
  const seconds = fc.integer({ min: 1, max: 100_000 });
  const fields = fc.record({
    addressOfRecord: key,
    contact: visible,
    params: visible,
    callId: visible,
    path: visible,
    instance: visible,
    userAgent: visible,
    q: fc.integer({ min: 0, max: 1000 }),
    cseq: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    expiresAt: seconds.map((each) => now + each),
    regId: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    remotePort: fc.integer({ min: 1, max: 65535 }),
    flowId: fc.integer({ min: 0, max: 1e9 }),
    overFlow: fc.boolean(),
    protocol: fc.constantFrom("UDP" as const, "TCP" as const, "TLS" as const, "WS" as const, "WSS" as const),
    remoteHost: fc.constantFrom("192.0.2.1", "2001:db8::1"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(fields, { maxLength: 5, selector: (each) => each.addressOfRecord }), (all) => {
      const put = all.map((each, i) => binding(i + 1, each));
      const before = [1, 2, 3, 4, 5].slice(put.length);
      journal.commit(put, before, []);
      assert.deepEqual([...loaded(journal).values()], put);
    }),
    { numRuns: 100, seed: 1 },
  );
  journal.close();
});

test("the journal cleans itself as it grows, and loses nothing by it", (t) => {
  const folder = directory(t);
  let journal = new BindingJournal(join(folder, "location.db"));
  const live = loaded(journal);
  const order = fc.sample(fc.integer({ min: 0, max: 999 }), { numRuns: 60_000, seed: 7 });
  let largest = 0;
  for (let i = 0; i < order.length; i += 20) {
    const put: Binding[] = [];
    const removed: number[] = [];
    for (const pick of order.slice(i, i + 20)) {
      if (pick % 97 === 0) removed.push(pick + 1);
      else put.push(binding(pick + 1, { cseq: i }));
    }
    journal.commit(put, removed, live.values());
    for (const each of put) live.set(each.id, each);
    for (const id of removed) live.delete(id);
    if (i % 1000 === 0) largest = Math.max(largest, statSync(join(folder, "location.db")).size);
  }
  // 60,000 lines of 200 octets are 12 MB; 4 MB are written before the first cleaning and as many while it runs.
  assert.ok(largest < 7_000_000, `${largest} octets`);
  const rows = Reflect.get(journal, "lastRow") - Reflect.get(journal, "firstRow") + 1;
  assert.ok(rows < 2000, `${rows} rows`);
  journal.close();
  journal = new BindingJournal(join(folder, "location.db"));
  const found = [...loaded(journal).values()].sort((a, b) => a.id - b.id);
  assert.deepEqual(
    found,
    [...live.values()].sort((a, b) => a.id - b.id),
  );
  journal.close();
});

test("a commit that fails half-way leaves nothing behind, and the next one works; also while it cleans", (t) => {
  const file = join(directory(t), "location.db");
  let journal = new BindingJournal(file);
  const live = loaded(journal);
  const database = Reflect.get(journal, "database") as DatabaseSync;
  let failures = 0;
  let cut = 0;
  for (let turn = 0; turn < 2500; turn++) {
    const put = Array.from({ length: 20 }, (_, i) => binding(((turn * 37 + i * 11) % 5000) + 1, { cseq: turn }));
    const starved = turn % 7 === 3;
    if (starved) database.exec("PRAGMA max_page_count = 1"); // as low as the file is large now
    const cleaning = Reflect.get(journal, "cleaning") !== null;
    try {
      journal.commit(put, [(turn % 5000) + 1], live.values());
      for (const each of put) live.set(each.id, each);
      live.delete((turn % 5000) + 1);
    } catch (error) {
      failures++;
      if (cleaning) cut++;
      assert.match((error as StoreError).message, /^no space left for .*location\.db$/);
    }
    if (starved) database.exec("PRAGMA max_page_count = 1000000");
  }
  assert.ok(failures > 100 && cut > 0, `${failures} failures, ${cut} of them while it cleaned`);
  journal.close();
  journal = new BindingJournal(file);
  const byId = (a: Binding, b: Binding) => a.id - b.id;
  assert.deepEqual([...loaded(journal).values()].sort(byId), [...live.values()].sort(byId));
  journal.close();
});

test("two servers on one data directory: the second is refused in one line", (t) => {
  const folder = directory(t);
  const store = openStore(folder, hash);
  const refused = complaint(() => openStore(folder, hash));
  assert.equal(refused.trouble, "locked");
  assert.match(refused.message, /^another ringback server uses .*location\.db is locked/);
  assert.ok(refused.message.includes(folder));
  openUsers(folder, hash).close(); // users are open to all
  store.close();
  openStore(folder, hash).close();
});

test("damaged, foreign, newer and unwritable files are named, each with its reason", (t) => {
  const folder = directory(t);
  for (const name of ["location.db", "ringback.db"]) {
    const here = join(folder, name.slice(0, 3));
    openStore(here, hash).close();
    const file = join(here, name);

    writeFileSync(file, "this was a database once".repeat(100));
    const damaged = complaint(() => openStore(here, hash));
    assert.equal(damaged.trouble, "corrupt");
    assert.match(damaged.message, /is damaged or no ringback store/);

    rmSync(file);
    let other = new DatabaseSync(file);
    other.exec("CREATE TABLE journal (a); PRAGMA user_version = 1");
    other.close();
    const foreign = complaint(() => openStore(here, hash));
    assert.match(foreign.message, /belongs to another program/);

    rmSync(file);
    openStore(here, hash).close();
    other = new DatabaseSync(file);
    other.exec("PRAGMA user_version = 7");
    other.close();
    const newer = complaint(() => openStore(here, hash));
    assert.equal(newer.trouble, "newer");
    assert.match(newer.message, /schema 7, this one knows 1/);
    rmSync(file);
    openStore(here, hash).close();
  }
  const file = join(folder, "file");
  writeFileSync(file, "");
  const unwritable = complaint(() => openStore(join(file, "data"), hash));
  assert.equal(unwritable.trouble, "unwritable");
  assert.match(unwritable.message, /^cannot write .*\(ENOTDIR\)$/);
});

test("a place that takes no directory is named", { skip: process.platform !== "linux" && "/proc is Linux's" }, () => {
  // In a process of its own: mkdirSync with `recursive` never comes back from such a place, as automounted homes are too.
  const store = new URL("../../src/host/store/store.ts", import.meta.url).href;
  const kernel = new URL("../../src/host/kernel.ts", import.meta.url).href;
  const script = `import { openStore } from "${store}"; import { SystemHash } from "${kernel}";
    try { openStore("/proc/ringback", new SystemHash()); } catch (error) { console.log(error.message); }`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { timeout: 30_000 });
  assert.match(String(stdout), /^cannot write \/proc\/ringback\/\w+\.db \(ENOENT\)\n$/);
});

test("a journal that holds something else is damaged, not half read", (t) => {
  const file = join(directory(t), "location.db");
  for (const entries of ["+1\tshort\n", "nonsense\n", "+x\n"]) {
    const journal = new BindingJournal(file);
    (Reflect.get(journal, "database") as DatabaseSync)
      .prepare("INSERT OR REPLACE INTO journal VALUES (1, ?)")
      .run(entries);
    const damaged = complaint(() => loaded(journal));
    assert.equal(damaged.trouble, "corrupt", entries);
    journal.close();
  }
});

test("users: added, listed, replaced, removed; found by every algorithm and both names; no password in any file", (t) => {
  const folder = directory(t);
  let users = openUsers(folder, hash);
  users.put(
    [
      { name: "alice", domain: "Example.COM", password: "w0nderland" },
      { name: "j\u00e4s", domain: "example.com", realm: "office", password: "x" },
    ],
    now,
  );
  assert.deepEqual(users.list(), [
    {
      name: "alice",
      domain: "example.com",
      realm: "example.com",
      algorithms: ["MD5", "SHA-256", "SHA-512-256"],
      addedAt: now,
    },
    {
      name: "j\u00e4s",
      domain: "example.com",
      realm: "office",
      algorithms: ["MD5", "SHA-256", "SHA-512-256"],
      addedAt: now,
    },
  ]);
  assert.equal(users.has("alice", "EXAMPLE.com"), true);
  assert.equal(users.has("Alice", "example.com"), false);
  users.put([{ name: "alice", domain: "example.com", password: "changed!" }], now + 5);
  assert.equal(users.list()[0]?.addedAt, now);
  users.close();

  users = openUsers(folder, hash);
  const alice = users.find("alice", "example.com");
  assert.equal(alice?.ha1.MD5, hash.md5("alice:example.com:changed!"));
  assert.equal(alice?.ha1["SHA-512-256"], hash.sha512_256("alice:example.com:changed!"));
  assert.equal(alice?.ha1AtDomain?.["SHA-256"], hash.sha256("alice@example.com:example.com:changed!"));
  assert.equal(users.find("j\u00c3\u00a4s", "example.com")?.ha1.MD5, hash.md5("j\u00c3\u00a4s:office:x"));
  assert.equal(users.find("alice", "example.net"), null);
  assert.equal(users.remove("alice", "example.com"), true);
  assert.equal(users.remove("alice", "example.com"), false);
  assert.equal(users.find("alice", "example.com"), null);
  assert.equal(users.size, 1);
  users.close();
  for (const name of readdirSync(folder)) {
    assert.doesNotMatch(readFileSync(join(folder, name), "latin1"), /w0nderland|changed!/);
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, `${name} is for its owner only`);
  }
});

test("a list of users is stored as a whole or not at all", (t) => {
  const users = openUsers(directory(t), hash);
  const broken = { name: "b", domain: "d", ha1: { MD5: Symbol("no text") as unknown as string } };
  assert.throws(() => users.put([{ name: "a", domain: "d", password: "x" }, broken], now), StoreError);
  assert.deepEqual(users.list(), []);
  users.put([{ name: "a", domain: "d", password: "x" }], now);
  assert.equal(users.size, 1);
  users.close();
});

test("what another process changes is seen at the next look, by a running server too", (t) => {
  const folder = directory(t);
  const server = openStore(folder, hash);
  const command = openUsers(folder, hash);
  assert.equal(server.users.refresh(), false);
  command.put([{ name: "alice", domain: "example.com", password: "x" }], now);
  assert.equal(server.users.find("alice", "example.com"), null);
  assert.equal(server.users.refresh(), true);
  assert.ok(server.users.find("alice", "example.com"));
  assert.equal(server.users.refresh(), false);
  server.users.put([{ name: "bob", domain: "example.com", password: "y" }], now);
  assert.ok(server.users.find("bob", "example.com"));
  assert.equal(server.users.refresh(), false, "its own changes are no news");
  command.refresh();
  assert.equal(command.size, 2);
  const removed: string[] = [];
  server.users.onRemoved = (identity) => removed.push(identity);
  command.remove("alice", "example.com");
  server.users.refresh();
  server.users.remove("bob", "example.com");
  assert.deepEqual(removed, ["alice@example.com", "bob@example.com"]);
  command.close();
  server.close();
});

test("watching looks from time to time, and stops when closed", async (t) => {
  const folder = directory(t);
  const server = openUsers(folder, hash);
  const command = openUsers(folder, hash);
  t.mock.timers.enable({ apis: ["setInterval"] });
  const failures: unknown[] = [];
  server.watch((error) => failures.push(error));
  command.put([{ name: "alice", domain: "example.com", password: "x" }], now);
  t.mock.timers.tick(999);
  assert.equal(server.size, 0);
  t.mock.timers.tick(1);
  assert.equal(server.size, 1);
  command.close();
  server.close();
  t.mock.timers.tick(5000);
  assert.deepEqual(failures, []);
});
