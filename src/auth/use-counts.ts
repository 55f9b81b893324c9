/**
 * The highest nonce-count seen, by nonce, for a fixed number of nonces: open addressing in typed arrays, which the collector never
 * looks into and which never grows. Entries are not removed one by one; `clear` empties it.
 */
export class UseCounts {
  private readonly capacity: number;
  private readonly mask: number;
  private readonly multiplier: number;
  /** Pairs of key and count, side by side, so that finding one waits for memory once. The key 0 is an empty place. */
  private readonly pairs: Float64Array;
  private used = 0;

  /** @param seed a fraction that only this process knows, so that nobody can make many keys meet */
  constructor(capacity: number, seed: number) {
    this.capacity = Math.max(1, Math.ceil(capacity));
    let places = 2;
    while (places < 2 * this.capacity) places *= 2;
    this.mask = places - 1;
    this.multiplier = Math.floor(seed * 0x3fffffff) * 2 + 0x01000193;
    this.pairs = new Float64Array(2 * places);
  }

  get size(): number {
    return this.used;
  }

  get isFull(): boolean {
    return this.used >= this.capacity;
  }

  /** The count noted for `key`; -1 when there is none. */
  get(key: number): number {
    const place = this.placeOf(key);
    return this.pairs[place] === key ? (this.pairs[place + 1] as number) : -1;
  }

  /** Notes a count. `key` is a positive integer; a new one needs room (`isFull`). */
  set(key: number, count: number): void {
    const place = this.placeOf(key);
    if (this.pairs[place] !== key) {
      this.pairs[place] = key;
      this.used++;
    }
    this.pairs[place + 1] = count;
  }

  clear(): void {
    if (this.used > 0) this.pairs.fill(0);
    this.used = 0;
  }

  /** Offset of the pair of `key`, or of where it would be. */
  private placeOf(key: number): number {
    const { pairs, mask } = this;
    // Both halves of the key count, else keys that share one could be made up to follow each other.
    let mixed = Math.imul(key ^ Math.imul(key / 0x100000000, this.multiplier), this.multiplier);
    mixed ^= mixed >>> 15;
    let place = mixed & mask;
    while (pairs[2 * place] !== 0 && pairs[2 * place] !== key) place = (place + 1) & mask;
    return 2 * place;
  }
}
