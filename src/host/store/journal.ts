import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Binding, BindingStore, Interned } from "../../server/mod.ts";
import { readBinding, readRefresh, writeBinding, writeRefresh } from "./binding-line.ts";
import { openDatabase } from "./database.ts";
import { StoreError, storeError } from "./fault.ts";

const migrations = ["CREATE TABLE journal (id INTEGER PRIMARY KEY, entries TEXT NOT NULL) STRICT"];

/** Characters written before a first cleaning, and how many times what the last one left may be written until the next. */
const CLEAN_FROM = 4_000_000;
const CLEAN_TIMES = 3;

/** Least number of bindings copied and of rows deleted in one commit while a cleaning runs; it costs each commit little. */
const STEP = 64;

/** Bindings in one row of a copy. */
const CHUNK = 512;

/** A binding's line and its latest refresh since; "" for none. */
interface Written {
  readonly line: string;
  refresh: string;
}

/** A cleaning under way: first everything that lives is written again, then the rows before it are deleted. */
interface Cleaning {
  /** Null once everything is copied. */
  rest: Iterator<Binding> | null;
  /** Last row of before the cleaning. */
  readonly upTo: number;
  copied: number;
}

/**
 * Bindings as a journal: one row per batch, a line per change, replayed at start. `+` is a whole binding, `~` what a refresh
 * changed of it, `-` its end. Measured against a row per binding
 * updated in place, a batch of ten random refreshes among 100,000 bindings costs 1 µs each instead of 7, since it writes
 * one page and not ten. The file is held exclusively, which also keeps a second server off the data directory.
 */
export class BindingJournal implements BindingStore {
  readonly file: string;
  private readonly database: DatabaseSync;
  private readonly insert: StatementSync;
  private readonly deleteRows: StatementSync;
  private lastRow = 0;
  private firstRow = 1;
  /** Characters written since the last cleaning began, and by that cleaning. */
  private written = 0;
  private kept = 0;
  private cleaning: Cleaning | null = null;

  constructor(file: string) {
    this.file = file;
    this.database = openDatabase(file, { migrations, exclusive: true, synchronous: "NORMAL", busyTimeout: 500 });
    this.insert = this.database.prepare("INSERT INTO journal VALUES (?, ?)");
    this.deleteRows = this.database.prepare("DELETE FROM journal WHERE id <= ?");
  }

  load(now: number, interned: Interned): Iterable<Binding> {
    try {
      const bindings: Binding[] = [];
      for (const { line, refresh } of this.replay().values()) {
        const binding = readBinding(line, interned);
        if (binding === null || (refresh !== "" && !readRefresh(refresh, binding)))
          throw new StoreError("corrupt", this.file, `${this.file} holds a line that is no binding`);
        if (binding.expiresAt > now) bindings.push(binding);
      }
      this.rewrite(bindings);
      return bindings;
    } catch (error) {
      throw storeError(this.file, error);
    }
  }

  commit(put: readonly Binding[], removed: readonly number[], live: Iterable<Binding>): void {
    let entries = "";
    for (const binding of put)
      entries += binding.isRefresh ? `~${writeRefresh(binding)}\n` : `+${writeBinding(binding)}\n`;
    for (const id of removed) entries += `-${id}\n`;
    try {
      if (this.cleaning === null && this.written > Math.max(CLEAN_FROM, CLEAN_TIMES * this.kept)) {
        this.cleaning = { rest: live[Symbol.iterator](), upTo: this.lastRow, copied: 0 };
        this.written = 0;
      }
      if (this.cleaning === null) this.append(entries);
      else this.commitAndClean(entries, this.cleaning, Math.max(STEP, 4 * put.length));
      this.written += entries.length;
    } catch (error) {
      this.cleaning = null; // its walk has gone past what was rolled back; what it had copied before does no harm
      if (this.database.isTransaction) this.database.exec("ROLLBACK");
      throw storeError(this.file, error);
    }
  }

  close(): void {
    this.database.close();
  }

  /** What was written last of every binding that was not removed, by id. */
  private replay(): Map<number, Written> {
    const lines = new Map<number, Written>();
    let first = 0;
    for (const row of this.database.prepare("SELECT id, entries FROM journal ORDER BY id").iterate()) {
      this.lastRow = Number(row.id);
      if (first === 0) first = this.lastRow;
      for (const entry of String(row.entries).split("\n")) {
        const id = Number.parseInt(entry.slice(1), 10);
        const written = lines.get(id);
        if (entry.startsWith("+")) lines.set(id, { line: entry.slice(1), refresh: "" });
        else if (entry.startsWith("-")) lines.delete(id);
        else if (entry.startsWith("~") && written !== undefined) written.refresh = entry.slice(1);
        else if (entry !== "")
          throw new StoreError("corrupt", this.file, `${this.file} holds a line that is no change`);
      }
    }
    this.firstRow = Math.max(1, first);
    return lines;
  }

  /** Starts with a journal that holds what lives and nothing else. */
  private rewrite(bindings: readonly Binding[]): void {
    const before = this.lastRow;
    this.database.exec("BEGIN");
    try {
      const rest = bindings[Symbol.iterator]();
      for (let copied = this.copy(rest, CHUNK); copied > 0; copied = this.copy(rest, CHUNK)) this.kept += copied;
      this.deleteRows.run(before);
      this.database.exec("COMMIT");
      this.firstRow = before + 1;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec("ROLLBACK");
      throw error;
    }
  }

  private append(entries: string): void {
    this.insert.run(this.lastRow + 1, entries);
    this.lastRow++;
  }

  /** One step of a cleaning and the batch, in this order: what the batch changes must be replayed after the copy. */
  private commitAndClean(entries: string, cleaning: Cleaning, budget: number): void {
    let { rest } = cleaning;
    let copied = 0;
    let upTo = -1;
    this.database.exec("BEGIN");
    if (rest !== null) {
      copied = this.copy(rest, budget);
      if (copied === 0) rest = null;
    }
    if (rest === null) {
      upTo = Math.min(cleaning.upTo, this.firstRow - 1 + budget);
      this.deleteRows.run(upTo);
    }
    this.append(entries);
    this.database.exec("COMMIT");
    cleaning.rest = rest;
    cleaning.copied += copied;
    if (upTo !== -1) this.firstRow = upTo + 1;
    if (upTo !== cleaning.upTo) return;
    this.kept = cleaning.copied;
    this.cleaning = null;
  }

  /** Writes up to `count` of the bindings again, as one row. Returns its length, 0 when there were none left. */
  private copy(rest: Iterator<Binding>, count: number): number {
    let entries = "";
    for (let i = 0; i < count; i++) {
      const next = rest.next();
      if (next.done === true) break;
      entries += `+${writeBinding(next.value)}\n`;
    }
    if (entries !== "") this.append(entries);
    return entries.length;
  }
}
