/**
 * The highest nonce-count seen, by nonce, for a fixed number of nonces: open addressing in typed arrays, which the collector never
 * looks into and which never grows. Entries are not removed one by one; `clear` empties it.
 */
export class UseCounts {
  private readonly capacity: number;
  private readonly mask: number;
  private readonly multiplier: number;
  /** 0 is an empty place. */
  private readonly keys: Float64Array;
  private readonly counts: Uint32Array;
  private used = 0;

  /** @param seed a fraction that only this process knows, so that nobody can make many keys meet */
  constructor(capacity: number, seed: number) {
    this.capacity = Math.max(1, Math.ceil(capacity));
    let places = 2;
    while (places < 2 * this.capacity) places *= 2;
    this.mask = places - 1;
    this.multiplier = Math.floor(seed * 0x3fffffff) * 2 + 0x01000193;
    this.keys = new Float64Array(places);
    this.counts = new Uint32Array(places);
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
    return this.keys[place] === key ? (this.counts[place] as number) : -1;
  }

  /** Notes a count. `key` is a positive integer; a new one needs room (`isFull`). */
  set(key: number, count: number): void {
    const place = this.placeOf(key);
    if (this.keys[place] !== key) {
      this.keys[place] = key;
      this.used++;
    }
    this.counts[place] = count;
  }

  clear(): void {
    if (this.used > 0) this.keys.fill(0);
    this.used = 0;
  }

  /** Where `key` is or would be. */
  private placeOf(key: number): number {
    const { keys, mask } = this;
    // Both halves of the key count, else keys that share one could be made up to follow each other.
    let mixed = Math.imul(key ^ Math.imul(key / 0x100000000, this.multiplier), this.multiplier);
    mixed ^= mixed >>> 15;
    let place = mixed & mask;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  }
}
