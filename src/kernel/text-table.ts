/**
 * Values by a text each of them holds. The engine enters every text it looks up in a Map into its global table, which costs more
 * than all the rest of a look-up; so the Map holds numbers, made with a multiplier that no stranger knows, and the text is
 * compared with the value's own. The few values whose number is taken stand beside it. Walking it is walking a Map: what is
 * added meanwhile is met, what is removed is not.
 */
export class TextTable<T> implements Iterable<T> {
  private readonly numbered = new Map<number, T>();
  private readonly beside = new Map<string, T>();
  private readonly textOf: (value: T) => string;
  private readonly multiplier: number;

  /**
   * @param seed a fraction that only this process knows
   * @param textOf the text a value is found by; it never changes while the value is here
   */
  constructor(seed: number, textOf: (value: T) => string) {
    this.multiplier = Math.floor(seed * 0x3fffffff) * 2 + 0x01000193;
    this.textOf = textOf;
  }

  get size(): number {
    return this.numbered.size + this.beside.size;
  }

  get(text: string): T | undefined {
    const found = this.numbered.get(this.numberOf(text));
    if (found !== undefined && this.textOf(found) === text) return found;
    return this.beside.size === 0 ? undefined : this.beside.get(text);
  }

  /** Adds a value, or puts it in the place of the one with the same text. */
  set(value: T): void {
    const text = this.textOf(value);
    const number = this.numberOf(text);
    const found = this.numbered.get(number);
    const isFree = found === undefined && (this.beside.size === 0 || !this.beside.has(text));
    if (isFree || (found !== undefined && this.textOf(found) === text)) this.numbered.set(number, value);
    else this.beside.set(text, value);
  }

  /** @returns whether there was a value with this text */
  delete(text: string): boolean {
    const number = this.numberOf(text);
    const found = this.numbered.get(number);
    if (found !== undefined && this.textOf(found) === text) return this.numbered.delete(number);
    return this.beside.delete(text);
  }

  clear(): void {
    this.numbered.clear();
    this.beside.clear();
  }

  *[Symbol.iterator](): Iterator<T> {
    yield* this.numbered.values();
    yield* this.beside.values();
  }

  private numberOf(text: string): number {
    let number = text.length;
    for (let i = 0; i < text.length; i++) {
      number = Math.imul(number ^ text.charCodeAt(i), this.multiplier);
      number ^= number >>> 15;
    }
    return number;
  }
}
