import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Algorithm, algorithms, type Ha1 } from "../../auth/mod.ts";
import type { Hash } from "../../kernel/mod.ts";
import { identityOf, MemoryUsers, type UserDirectory, type UserRecord, userRecord } from "../../server/mod.ts";
import { canonicalHost, toOctets } from "../../syntax/mod.ts";
import { numberOf, openDatabase } from "./database.ts";
import { storeError } from "./fault.ts";

const migrations = [
  `CREATE TABLE user (
     domain TEXT NOT NULL, name TEXT NOT NULL, realm TEXT NOT NULL, added_at INTEGER NOT NULL,
     md5 TEXT, sha256 TEXT, sha512_256 TEXT,
     md5_at_domain TEXT, sha256_at_domain TEXT, sha512_256_at_domain TEXT,
     PRIMARY KEY (domain, name)
   ) STRICT, WITHOUT ROWID`,
];

/** A user as `ringback user list` shows them. */
export interface ListedUser {
  readonly name: string;
  readonly domain: string;
  readonly realm: string;
  /** What their password can be checked with. */
  readonly algorithms: readonly Algorithm[];
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
}

/** A user to be stored: with a password, or with HA1 values made elsewhere. */
export interface NewUser {
  readonly name: string;
  readonly domain: string;
  /** The domain when absent. */
  readonly realm?: string;
  readonly password?: string;
  readonly ha1?: Ha1;
  /** Made of `name@domain`. */
  readonly ha1AtDomain?: Ha1;
}

/**
 * The users in the data directory: HA1 values only, never a password. Several processes may have it open; `refresh`
 * (or `watch`) brings in what another one changed. Looking up reads memory.
 */
export class UserStore implements UserDirectory {
  readonly file: string;
  private readonly hash: Hash;
  private readonly database: DatabaseSync;
  private readonly upsert: StatementSync;
  private users = new MemoryUsers();
  private version = -1;
  private watching: NodeJS.Timeout | null = null;
  /** Hears the identity (`user@domain`) of each user who is found to be removed. */
  onRemoved: ((identity: string) => void) | null = null;

  /** Throws a `StoreError`. */
  constructor(file: string, hash: Hash) {
    this.file = file;
    this.hash = hash;
    this.database = openDatabase(file, { migrations, exclusive: false, synchronous: "FULL", busyTimeout: 5000 });
    try {
      this.upsert = this.database.prepare(
        `INSERT INTO user VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET realm = excluded.realm,
           md5 = excluded.md5, sha256 = excluded.sha256, sha512_256 = excluded.sha512_256,
           md5_at_domain = excluded.md5_at_domain, sha256_at_domain = excluded.sha256_at_domain,
           sha512_256_at_domain = excluded.sha512_256_at_domain`,
      );
      this.refresh();
    } catch (error) {
      this.database.close();
      throw storeError(file, error);
    }
  }

  get size(): number {
    return this.users.size;
  }

  find(user: string, domain: string): UserRecord | null {
    return this.users.find(user, domain);
  }

  /** Users by domain and name. */
  list(): ListedUser[] {
    return this.use(() =>
      this.database
        .prepare("SELECT * FROM user ORDER BY domain, name")
        .all()
        .map((row) => ({
          name: String(row.name),
          domain: String(row.domain),
          realm: String(row.realm),
          algorithms: Object.keys(ha1Of(row.md5, row.sha256, row.sha512_256)) as Algorithm[],
          addedAt: Number(row.added_at),
        })),
    );
  }

  /** Whether there is such a user, by the name as a person types it. */
  has(name: string, domain: string): boolean {
    return this.use(() => {
      const found = this.database.prepare("SELECT 1 FROM user WHERE domain = ? AND name = ?");
      return found.get(canonicalHost(domain), name) !== undefined;
    });
  }

  /** Stores users, all of them or (when it throws) none. One of the same name and domain is replaced. */
  put(users: Iterable<NewUser>, now: number): void {
    this.use(() => {
      this.database.exec("BEGIN IMMEDIATE");
      for (const user of users) this.write(user, now);
      this.database.exec("COMMIT");
    });
    this.reload();
  }

  /** @returns whether there was such a user */
  remove(name: string, domain: string): boolean {
    const { changes } = this.use(() =>
      this.database.prepare("DELETE FROM user WHERE domain = ? AND name = ?").run(canonicalHost(domain), name),
    );
    this.reload();
    return Number(changes) > 0;
  }

  /** Reads again what another process has changed. @returns whether anything had */
  refresh(): boolean {
    const version = this.use(() => numberOf(this.database, "PRAGMA data_version"));
    if (version === this.version) return false;
    this.version = version;
    this.reload();
    return true;
  }

  /** Calls `refresh` from time to time. A failure goes to `onFailure`, and what is known stays. */
  watch(onFailure: (error: unknown) => void, everyMs = 1000): void {
    this.watching ??= setInterval(() => {
      try {
        this.refresh();
      } catch (error) {
        onFailure(error);
      }
    }, everyMs).unref();
  }

  close(): void {
    if (this.watching !== null) clearInterval(this.watching);
    this.watching = null;
    this.database.close();
  }

  private write(user: NewUser, now: number): void {
    const domain = canonicalHost(user.domain);
    const realm = user.realm ?? domain;
    const made = user.password === undefined ? null : userRecord(this.hash, user.name, domain, realm, user.password);
    const ha1 = made?.ha1 ?? user.ha1 ?? {};
    const values = [ha1, made?.ha1AtDomain ?? user.ha1AtDomain ?? {}].flatMap((each) => [
      each.MD5 ?? null,
      each["SHA-256"] ?? null,
      each["SHA-512-256"] ?? null,
    ]);
    this.upsert.run(domain, user.name, realm, now, ...values);
  }

  private reload(): void {
    const rows = this.use(() => this.database.prepare("SELECT * FROM user").all());
    const before = this.users;
    this.users = new MemoryUsers(
      rows.map((row) => {
        const user = toOctets(String(row.name));
        const domain = String(row.domain);
        return {
          user,
          domain,
          identity: identityOf(user, domain),
          realm: String(row.realm),
          ha1: ha1Of(row.md5, row.sha256, row.sha512_256),
          ha1AtDomain: ha1Of(row.md5_at_domain, row.sha256_at_domain, row.sha512_256_at_domain),
        };
      }),
    );
    if (this.onRemoved === null) return;
    for (const { user, domain, identity } of before) if (this.find(user, domain) === null) this.onRemoved(identity);
  }

  private use<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (this.database.isOpen && this.database.isTransaction) this.database.exec("ROLLBACK");
      throw storeError(this.file, error);
    }
  }
}

/** The columns of one row, in the order of `algorithms`. */
function ha1Of(...columns: unknown[]): Ha1 {
  return Object.fromEntries(
    algorithms.flatMap((algorithm, i) => (typeof columns[i] === "string" ? [[algorithm, columns[i]]] : [])),
  );
}
