import type { Random } from "../kernel/mod.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * A generator that repeats itself for the same seed: sfc32 (C. Doty-Humphrey's small fast counting generator), filled
 * from the seed's text. Not for secrets.
 */
export class SeededRandom implements Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    let hash = 0x811c9dc5; // FNV-1a, three words of it
    const words: number[] = [];
    for (let word = 0; word < 3; word++) {
      for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
      hash = Math.imul(hash ^ (word + 1), 0x01000193);
      words.push(hash >>> 0);
    }
    [this.a, this.b, this.c] = words as [number, number, number];
    for (let i = 0; i < 15; i++) this.word(); // the first outputs still show the seed
  }

  /** Uniform in 0..2^32-1. */
  word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  fraction(): number {
    return this.word() / 0x1_0000_0000;
  }

  token(length: number): string {
    let text = "";
    for (let i = 0; i < length; i++) text += ALPHABET[Math.floor(this.fraction() * ALPHABET.length)];
    return text;
  }
}
