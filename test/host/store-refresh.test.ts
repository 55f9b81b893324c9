import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { StoreError } from "../../src/host/store/fault.ts";
import { BindingJournal } from "../../src/host/store/journal.ts";
import { type Binding, type BindingFields, Interned } from "../../src/server/mod.ts";
import { numberedBinding } from "../server/binding-kit.ts";

const now = Date.UTC(2026, 10, 21);

function journalFile(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), "ringback-refresh-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return join(path, "location.db");
}

function binding(id: number, fields: Partial<BindingFields> = {}): Binding {
  return numberedBinding(id, now, { userAgent: "Phone/1.0", ...fields });
}

function refresh(id: number, fields: Partial<BindingFields>): Binding {
  const made = binding(id, fields);
  made.isRefresh = true;
  return made;
}

function loaded(journal: BindingJournal, at = now): Map<number, BindingFields> {
  return new Map([...journal.load(at, new Interned())].map((each) => [each.id, { ...each, isRefresh: false }]));
}

function entriesOf(file: string): string[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT entries FROM journal ORDER BY id").all();
  database.close();
  return rows.map(({ entries }) => String(entries));
}

test("a refresh is a line with nothing but times and order, and what is loaded has them", (t) => {
  const file = journalFile(t);
  let journal = new BindingJournal(file);
  loaded(journal);
  const times = { expiresAt: now + 7_200_000, registeredAt: now + 3_000, cseq: 9, mark: 4_000_000_001 };
  journal.commit([binding(1), binding(2, { q: 500 })], [], []);
  journal.commit([refresh(2, { q: 500, ...times })], [], []);
  journal.close();
  assert.equal(entriesOf(file).at(-1), `~2\t${times.expiresAt}\t${times.registeredAt}\t9\t4000000001\n`);
  journal = new BindingJournal(file);
  const found = loaded(journal, now + 4_000_000);
  assert.deepEqual([...found.keys()], [2], "the first has expired, the second would have without its refresh");
  assert.deepEqual(found.get(2), { ...binding(2, { q: 500, ...times }) });
  journal.close();
});

test("a refresh of what is not there, and one that is cut off, are damage", (t) => {
  for (const entries of ["~7\t1\t2\t3\t4\n", null]) {
    const file = journalFile(t);
    const journal = new BindingJournal(file);
    loaded(journal);
    journal.commit([binding(1)], [], []);
    journal.close();
    const database = new DatabaseSync(file);
    database.prepare("INSERT INTO journal VALUES (99, ?)").run(entries ?? `~1\t${now + 1}\t2\t3\n`);
    database.close();
    const damaged = new BindingJournal(file);
    assert.throws(
      () => damaged.load(now, new Interned()),
      (error) => error instanceof StoreError && error.trouble === "corrupt",
    );
    damaged.close();
  }
});

test("whatever is bound, refreshed, changed and removed, before, while and after the journal cleans itself, is what is loaded", (t) => {
  const file = journalFile(t);
  const step = fc.record({
    id: fc.integer({ min: 1, max: 300 }),
    what: fc.constantFrom("put", "refresh", "refresh", "remove"),
  });
  const batches = fc.sample(fc.array(step, { minLength: 1, maxLength: 12 }), { numRuns: 600, seed: 11 });
  let journal = new BindingJournal(file);
  loaded(journal);
  const live = new Map<number, Binding>();
  for (let id = 1; id <= 200; id++) live.set(id, binding(id));
  journal.commit([...live.values()], [], []);
  let cleanings = 0;
  for (const [turn, batch] of batches.entries()) {
    const next = new Map(live);
    const put: Binding[] = [];
    const removed: number[] = [];
    for (const { id, what } of batch) {
      if (removed.includes(id)) continue;
      const known = next.get(id);
      if (what === "remove") {
        removed.push(id);
        next.delete(id);
        continue;
      }
      const isRefresh = what === "refresh" && known !== undefined;
      const made = binding(id, { q: isRefresh ? known.q : turn, cseq: turn, expiresAt: now + 60_000 + turn });
      made.isRefresh = isRefresh;
      put.push(made);
      next.set(id, made);
    }
    // As if as much had been written since the last cleaning as starts one.
    if (turn % 50 === 25) Reflect.set(journal, "written", 5_000_000);
    journal.commit(put, removed, live.values());
    if (Reflect.get(journal, "cleaning") !== null) cleanings++;
    live.clear();
    for (const [id, each] of next) live.set(id, each);
  }
  assert.ok(cleanings > 20, `${cleanings} commits while it cleaned`);
  journal.close();
  journal = new BindingJournal(file);
  const byId = (a: BindingFields, b: BindingFields): number => a.id - b.id;
  assert.deepEqual(
    [...loaded(journal).values()].sort(byId),
    [...live.values()].map((each) => ({ ...each, isRefresh: false })).sort(byId),
  );
  journal.close();
});
