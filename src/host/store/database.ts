import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError, storeError } from "./fault.ts";

/** "Ring" in ASCII: marks a SQLite file as one of ours, so that no other program's file is mistaken for a store. */
const APPLICATION_ID = 0x52696e67;

export interface DatabaseOptions {
  /** `migrations[n]` leads from schema version n to n + 1 (PRAGMA user_version). */
  readonly migrations: readonly string[];
  /** Hold the file for this process alone, from now until it ends, however it ends. */
  readonly exclusive: boolean;
  /** How much survives a power cut: `NORMAL` may lose the last transactions but keeps the file sound, `FULL` loses nothing. */
  readonly synchronous: "NORMAL" | "FULL";
  /** Milliseconds to wait for another process. */
  readonly busyTimeout: number;
}

/**
 * Opens a SQLite file in WAL mode, made and migrated where needed, readable by its owner only (it holds what passwords
 * are checked against). Throws a {@link StoreError}.
 */
export function openDatabase(file: string, options: DatabaseOptions): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    makeDirectory(dirname(file));
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
    database = new DatabaseSync(file, { timeout: options.busyTimeout });
    if (options.exclusive) database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${options.synchronous}`);
    migrate(database, file, options.migrations);
    return database;
  } catch (error) {
    database?.close();
    throw storeError(file, error);
  }
}

/** With its parents. The system's own way (`recursive`) tries for ever where a parent is there and takes nothing. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(directory)) throw error; // else another process was quicker
  }
}

function migrate(database: DatabaseSync, file: string, migrations: readonly string[]): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    const application = numberOf(database, "PRAGMA application_id");
    const version = numberOf(database, "PRAGMA user_version");
    const tables = numberOf(database, "SELECT count(*) FROM sqlite_schema");
    if (application !== APPLICATION_ID && (application !== 0 || tables > 0)) {
      throw new StoreError(
        "corrupt",
        file,
        `${file} belongs to another program; give ringback a --data directory of its own`,
      );
    }
    if (version > migrations.length) {
      const known = `schema ${version}, this one knows ${migrations.length}`;
      throw new StoreError("newer", file, `${file} was written by a newer ringback (${known}); update this one`);
    }
    if (version < migrations.length) {
      for (const migration of migrations.slice(version)) database.exec(migration);
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** The single number a query gives. */
export function numberOf(database: DatabaseSync, query: string): number {
  const row = database.prepare(query).get();
  return Number(row === undefined ? 0 : Object.values(row)[0]);
}
