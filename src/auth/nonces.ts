import type { Kernel } from "../kernel/mod.ts";
import { UseCounts } from "./use-counts.ts";

/**
 * Characters of a nonce: seconds since the epoch in hexadecimal, random characters, the mark that only this server can make (52
 * bits). With 30 in all, and a cnonce of eight, what a response is made of fits two blocks of MD5.
 */
const TIME = 8;
const RANDOM = 9;
const MARK = 13;
const LENGTH = TIME + RANDOM + MARK;

/**
 * Nonces without a table (RFC 7616 §3.3): each carries the second it was made in and a keyed hash of that second, so
 * nothing is stored for a challenge nobody answers. The random part makes them differ; it needs no mark of its own,
 * since a client that makes one up within a second it was challenged in gains nothing by it.
 *
 * Remembered are only nonces that authenticated somebody, with the highest nonce-count seen. When more are in use than
 * there is room for, the oldest are forgotten *and refused from then on*, so that forgetting never allows a replay.
 */
export class Nonces {
  private readonly kernel: Kernel;
  /** Of this process alone: what used an earlier one's nonces is not known here, so they are stale. */
  private readonly secret: string;
  /** Seconds. */
  private readonly lifetime: number;
  /** Two generations of half the capacity each. */
  private young: UseCounts;
  private old: UseCounts;
  /** The latest second in which a nonce of either generation was made. */
  private youngest = 0;
  private oldest = 0;
  private turned: number;
  /** Mark by second: one keyed hash serves all nonces of a second. */
  private readonly marks = new Map<number, string>();
  /** How nonces of `issuing` begin and end. */
  private issuing = -1;
  private head = "";
  private tail = "";
  /** Nonces of this second or an earlier one count only while they are remembered. */
  private floor = 0;

  /** @param lifetime seconds a nonce may be used; @param capacity nonces in use that are remembered */
  constructor(kernel: Kernel, lifetime: number, capacity: number) {
    this.kernel = kernel;
    this.secret = kernel.random.token(32);
    this.lifetime = lifetime;
    this.young = new UseCounts(capacity / 2, kernel.random.fraction());
    this.old = new UseCounts(capacity / 2, kernel.random.fraction());
    this.turned = this.second();
  }

  /** How many nonces are remembered, those twice that both generations know. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  /** A new nonce; all have the same length. */
  issue(): string {
    const second = this.second();
    if (second !== this.issuing) {
      this.issuing = second;
      this.head = second.toString(16).padStart(TIME, "0");
      this.tail = this.mark(second);
    }
    return this.head + this.kernel.random.token(RANDOM) + this.tail;
  }

  /** The second in which this server made a nonce (as far as its time goes) whose life has not ended; -1 for any other. */
  madeAt(nonce: string): number {
    if (nonce.length !== LENGTH) return -1;
    const made = timeOf(nonce);
    const now = this.second();
    if (made === -1 || made > now || now - made > this.lifetime) return -1;
    const mark = this.mark(made);
    let difference = 0;
    for (let i = 0; i < MARK; i++) difference |= mark.charCodeAt(i) ^ nonce.charCodeAt(TIME + RANDOM + i);
    return difference === 0 ? made : -1;
  }

  /**
   * Notes that a nonce authenticated somebody. The count must rise from use to use.
   * @param made what `madeAt` said of it
   * @returns false when the use is a replay, or so old that it can no longer be told from one
   */
  use(nonce: string, made: number, count: number): boolean {
    const key = keyOf(nonce);
    const young = this.young.get(key);
    // The old generation knows no nonce that is younger than its youngest.
    const last = young !== -1 || made > this.oldest ? young : this.old.get(key);
    if (last !== -1 ? count <= last : made <= this.floor) return false;
    if (young !== -1) this.young.set(key, count);
    else this.remember(key, made, count);
    return true;
  }

  private remember(key: number, made: number, count: number): void {
    const now = this.second();
    if (this.young.isFull || now - this.turned > this.lifetime) this.turn(now);
    this.young.set(key, count);
    this.youngest = Math.max(this.youngest, made);
  }

  /** The young generation becomes the old one, and what the old one held is refused unless its time is over anyway. */
  private turn(now: number): void {
    if (this.old.size > 0) this.floor = Math.max(this.floor, this.oldest);
    const emptied = this.old;
    emptied.clear();
    this.old = this.young;
    this.oldest = this.youngest;
    this.young = emptied;
    this.youngest = 0;
    this.turned = now;
  }

  private mark(second: number): string {
    const known = this.marks.get(second);
    if (known !== undefined) return known;
    if (this.marks.size > 2 * this.lifetime) this.marks.clear();
    const mark = this.kernel.hash.hmacSha256(this.secret, String(second)).slice(0, MARK);
    this.marks.set(second, mark);
    return mark;
  }

  private second(): number {
    return Math.floor(this.kernel.clock.now() / 1000);
  }
}

/**
 * The random characters as a number above 0. Two nonces that share it by chance (once in 10^13) or because a client made one up
 * share a count, which allows nothing more.
 */
function keyOf(nonce: string): number {
  let key = 1;
  for (let i = TIME; i < TIME + RANDOM; i++) key = key * 36 + ((nonce.charCodeAt(i) & 127) % 36);
  return key;
}

/** The second a nonce says it was made in; -1 when it says none. */
function timeOf(nonce: string): number {
  let time = 0;
  for (let i = 0; i < TIME; i++) {
    const code = nonce.charCodeAt(i);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit === -1) return -1;
    time = time * 16 + digit;
  }
  return time;
}
