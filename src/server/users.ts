import { type AccountDirectory, type AccountRecord, algorithms, type Ha1, ha1Of } from "../auth/mod.ts";
import { type Hash, own, TextTable } from "../kernel/mod.ts";
import { canonicalHost, toOctets } from "../syntax/mod.ts";

/** A user this server knows: who it is and what proves it. Never a password. */
export type UserRecord = AccountRecord;

/**
 * Who the users are. Known without contacts is answered 480, unknown 404 (RFC 3261 §16.5, §21.4.5). Synchronous: it
 * stands on the path of every request.
 */
export interface UserDirectory extends AccountDirectory {
  /**
   * @param user the user part as octets, escapes decoded; case counts (RFC 3261 §19.1.4)
   * @param domain a served domain in its canonical spelling
   */
  find(user: string, domain: string): UserRecord | null;
}

/**
 * The record of a user with a password, for every algorithm and both ways to log in (`user`, `user@domain`).
 * @param realm the realm of the challenges, usually the domain
 */
export function userRecord(hash: Hash, user: string, domain: string, realm: string, password: string): UserRecord {
  const name = toOctets(user);
  const host = canonicalHost(domain);
  const secret = toOctets(password);
  const made = (login: string): Ha1 =>
    Object.fromEntries(algorithms.map((each) => [each, ha1Of(hash, each, login, toOctets(realm), secret)]));
  return {
    user: name,
    domain: host,
    identity: identityOf(name, host),
    realm,
    ha1: made(name),
    ha1AtDomain: made(`${name}@${host}`),
  };
}

/** The key of the address of record of `user` in `domain`, as one flat text. */
export function identityOf(user: string, domain: string): string {
  return own(`${user}@${domain}`);
}

/** Users held in memory: those of the command line and of tests, or a snapshot of a store. */
export class MemoryUsers implements UserDirectory {
  /** By domain. Who has a user here is the operator's choice, so the tables need no secret. */
  private readonly domains = new Map<string, TextTable<UserRecord>>();

  constructor(records: Iterable<UserRecord> = []) {
    for (const record of records) this.put(record);
  }

  get size(): number {
    let size = 0;
    for (const records of this.domains.values()) size += records.size;
    return size;
  }

  find(user: string, domain: string): UserRecord | null {
    return this.domains.get(domain)?.get(user) ?? null;
  }

  /** Adds a user or replaces the one of that name. */
  put(record: UserRecord): void {
    let records = this.domains.get(record.domain);
    if (records === undefined) {
      records = new TextTable(0, ({ user }) => user);
      this.domains.set(record.domain, records);
    }
    records.set(record);
  }

  /** @returns whether there was such a user */
  remove(user: string, domain: string): boolean {
    return this.domains.get(domain)?.delete(user) ?? false;
  }

  *[Symbol.iterator](): Iterator<UserRecord> {
    for (const records of this.domains.values()) yield* records;
  }
}
