import { type Kernel, own } from "../kernel/mod.ts";

/** Characters of a nonce: seconds since the epoch in hexadecimal, random characters, the mark that only this server can make. */
const TIME = 8;
const RANDOM = 16;
const MARK = 24;
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
  private readonly capacity: number;
  private readonly counts = new Map<string, number>();
  /** Mark by second: one keyed hash serves all nonces of a second. */
  private readonly marks = new Map<number, string>();
  /** Nonces of this second or an earlier one count only while they are in `counts`. */
  private floor = 0;

  /** @param lifetime seconds a nonce may be used; @param capacity nonces in use that are remembered */
  constructor(kernel: Kernel, lifetime: number, capacity: number) {
    this.kernel = kernel;
    this.secret = kernel.random.token(32);
    this.lifetime = lifetime;
    this.capacity = capacity;
  }

  /** How many nonces are remembered. */
  get size(): number {
    return this.counts.size;
  }

  /** A new nonce; all have the same length. */
  issue(): string {
    const second = this.second();
    return second.toString(16).padStart(TIME, "0") + this.kernel.random.token(RANDOM) + this.mark(second);
  }

  /** Whether this server made the nonce (as far as its time goes) and its life has not ended. */
  isFresh(nonce: string): boolean {
    if (nonce.length !== LENGTH) return false;
    const made = timeOf(nonce);
    const now = this.second();
    if (made === -1 || made > now || now - made > this.lifetime) return false;
    const mark = this.mark(made);
    let difference = 0;
    for (let i = 0; i < MARK; i++) difference |= mark.charCodeAt(i) ^ nonce.charCodeAt(TIME + RANDOM + i);
    return difference === 0;
  }

  /**
   * Notes that a fresh nonce authenticated somebody. The count must rise from use to use.
   * @returns false when the use is a replay, or so old that it can no longer be told from one
   */
  use(nonce: string, count: number): boolean {
    const last = this.counts.get(nonce);
    if (last !== undefined) {
      if (count <= last) return false;
      this.counts.set(nonce, count);
      return true;
    }
    if (timeOf(nonce) <= this.floor) return false;
    this.forget();
    this.counts.set(own(nonce), count);
    return true;
  }

  /** Drops what has ended from the old end (a few per use keep pace), and the oldest when there is no room. */
  private forget(): void {
    const now = this.second();
    let budget = 3;
    for (const oldest of this.counts.keys()) {
      const made = timeOf(oldest);
      const ended = now - made > this.lifetime;
      if (!ended && this.counts.size < this.capacity) return;
      if (!ended) this.floor = Math.max(this.floor, made);
      this.counts.delete(oldest);
      if (--budget === 0) return;
    }
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
