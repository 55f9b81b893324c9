import { equalFolded } from "../syntax/mod.ts";

/** What a table holds: an entry knows its own key and is linked to those that share its number. */
export interface Entry<T> {
  readonly key: string;
  /** The table's number for `key`. */
  readonly hash: number;
  sibling: T | undefined;
}

/** Branches are unique (RFC 3261 §8.1.1.7), and of those that differ few share a number. */
const MOST_SIBLINGS = 64;

/**
 * Transactions by branch. The engine makes every text it looks up in a Map an entry of its global table, which costs more
 * than all the rest of a lookup; so the Map holds numbers, computed with a multiplier that no stranger knows, and keys
 * are compared among the few that share one. Case of letters does not count: a branch is a token (RFC 3261 §7.3.1).
 */
export class TransactionTable<T extends Entry<T>> {
  private readonly first = new Map<number, T>();
  private readonly multiplier: number;
  private count = 0;

  /** `seed` is a fraction that only this process knows. */
  constructor(seed: number) {
    this.multiplier = Math.floor(seed * 0x3fffffff) * 2 + 0x01000193;
  }

  get size(): number {
    return this.count;
  }

  /** The number for a key. */
  hashOf(key: string): number {
    let hash = key.length;
    for (let i = 0; i < key.length; i++) {
      hash = Math.imul(hash ^ (key.charCodeAt(i) | 32), this.multiplier);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** The first entry with `key`; go on with `next`. */
  find(key: string): T | undefined {
    return this.count === 0 ? undefined : matching(this.first.get(this.hashOf(key)), key);
  }

  /** The next entry with the same key as `entry`. */
  next(entry: T): T | undefined {
    return matching(entry.sibling, entry.key);
  }

  /** False when too many share its number: chance does not bring that about, and each would be compared with all the others. */
  add(entry: T): boolean {
    const first = this.first.get(entry.hash);
    let siblings = 0;
    for (let other = first; other !== undefined; other = other.sibling) siblings++;
    if (siblings >= MOST_SIBLINGS) return false;
    entry.sibling = first;
    this.first.set(entry.hash, entry);
    this.count++;
    return true;
  }

  delete(entry: T): void {
    const first = this.first.get(entry.hash);
    this.count--;
    if (first === entry) {
      if (entry.sibling === undefined) this.first.delete(entry.hash);
      else this.first.set(entry.hash, entry.sibling);
      return;
    }
    for (let other = first; other !== undefined; other = other.sibling) {
      if (other.sibling === entry) other.sibling = entry.sibling;
    }
  }
}

function matching<T extends Entry<T>>(entry: T | undefined, key: string): T | undefined {
  let found = entry;
  while (found !== undefined && found.key !== key && !equalFolded(found.key, key)) found = found.sibling;
  return found;
}
