import type { Hash } from "./kernel.ts";

/*
 * MD5 (RFC 1321), SHA-256, SHA-512/256 (FIPS 180-4) and HMAC (RFC 2104) without a runtime's own. A page pays two thousand octets
 * for all of it: the constants are computed, as the standards define them, instead of listed. For digests and branch keys, where
 * nothing hangs on the time they take.
 */

const WORD = 2 ** 32;
const LONG = 64n;
const LONG_MASK = (1n << LONG) - 1n;

/** Octets of latin1 text, a one bit, zeros, and the length in bits in the last 8 octets of a whole number of blocks. */
function padded(text: string, block: 64 | 128, littleEndian: boolean): DataView {
  const { length } = text;
  const size = Math.ceil((length + 1 + block / 8) / block) * block;
  const octets = new Uint8Array(size);
  for (let i = 0; i < length; i++) octets[i] = text.charCodeAt(i);
  octets[length] = 0x80;
  const view = new DataView(octets.buffer);
  const [low, high] = [(length * 8) % WORD, Math.floor(length / (WORD / 8))];
  view.setUint32(size - (littleEndian ? 8 : 4), low, littleEndian);
  view.setUint32(size - (littleEndian ? 4 : 8), high, littleEndian);
  return view;
}

function hexOf(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

function turnedRight(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

// MD5

const MD5_SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * WORD));
const MD5_TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;

function md5(text: string): string {
  const view = padded(text, 64, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < view.byteLength; at += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] as number;
      const word = [i, 5 * i + 1, 3 * i + 5, 7 * i][round] as number;
      const sum = a + mixed + (MD5_SINES[i] as number) + view.getInt32(at + (word & 15) * 4, true);
      const turn = MD5_TURNS[round * 4 + (i & 3)] as number;
      [a, d, c, b] = [d, c, b, (b + turnedRight(sum | 0, 32 - turn)) | 0];
    }
    for (const [i, word] of [a, b, c, d].entries()) state[i] = (state[i] as number) + word;
  }
  const octets = new DataView(state.buffer);
  return [0, 4, 8, 12].map((at) => hexOf(octets.getUint32(at, !LITTLE))).join("");
}

/** Whether this machine keeps the low octet of a word first. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

// SHA-2

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits of the fractional part. */
function fraction(root: number): number {
  return Math.floor((root % 1) * WORD);
}

const SHA256_CONSTANTS = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const SHA256_START = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

function sha256Words(text: string): Int32Array {
  const view = padded(text, 64, false);
  const state = SHA256_START.slice();
  const w = new Int32Array(64);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15] as number, w[i - 2] as number];
      const small = turnedRight(x, 7) ^ turnedRight(x, 18) ^ (x >>> 3);
      const large = turnedRight(y, 17) ^ turnedRight(y, 19) ^ (y >>> 10);
      w[i] = (w[i - 16] as number) + small + (w[i - 7] as number) + large;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let i = 0; i < 64; i++) {
      const sum = turnedRight(e, 6) ^ turnedRight(e, 11) ^ turnedRight(e, 25);
      const t1 = (h + sum + ((e & f) ^ (~e & g)) + (SHA256_CONSTANTS[i] as number) + (w[i] as number)) | 0;
      const t2 = (turnedRight(a, 2) ^ turnedRight(a, 13) ^ turnedRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + word;
  }
  return state;
}

function sha256(text: string): string {
  return Array.from(sha256Words(text), hexOf).join("");
}

function latin1Of(words: Int32Array): string {
  let text = "";
  for (const word of words) for (const shift of [24, 16, 8, 0]) text += String.fromCharCode((word >>> shift) & 255);
  return text;
}

/** The key in use, which seldom changes, and its block with either mask of RFC 2104. */
let lastKey = "";
let inner = "\x36".repeat(64);
let outer = "\x5c".repeat(64);

function hmacSha256(key: string, text: string): string {
  if (key !== lastKey) {
    const block = (key.length > 64 ? latin1Of(sha256Words(key)) : key).padEnd(64, "\0");
    const masked = (mask: number) => String.fromCharCode(...Array.from(block, (octet) => octet.charCodeAt(0) ^ mask));
    [lastKey, inner, outer] = [key, masked(0x36), masked(0x5c)];
  }
  return sha256(outer + latin1Of(sha256Words(inner + text)));
}

// SHA-512/256, which hardly anybody asks for: in big integers, its constants made at the first use.

/** The first 64 bits of the fractional part of the `degree`th root. */
function longFraction(prime: number, degree: 2n | 3n): bigint {
  const scaled = BigInt(prime) << (LONG * degree);
  let low = 0n;
  let high = 1n << (LONG + 6n);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle - 1n;
  }
  return low & LONG_MASK;
}

let longConstants: readonly bigint[] = [];
let longStart: readonly bigint[] = [];

function sha512Words(text: string, start: readonly bigint[]): readonly bigint[] {
  const turned = (x: bigint, bits: bigint): bigint => (x >> bits) | ((x << (LONG - bits)) & LONG_MASK);
  const view = padded(text, 128, false);
  let state = start;
  for (let at = 0; at < view.byteLength; at += 128) {
    const w = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + i * 8));
    for (let i = 16; i < 80; i++) {
      const [x, y] = [w[i - 15] as bigint, w[i - 2] as bigint];
      const small = turned(x, 1n) ^ turned(x, 8n) ^ (x >> 7n);
      const large = turned(y, 19n) ^ turned(y, 61n) ^ (y >> 6n);
      w.push(((w[i - 16] as bigint) + small + (w[i - 7] as bigint) + large) & LONG_MASK);
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (const [i, word] of w.entries()) {
      const sum = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n);
      const t1 = h + sum + ((e & f) ^ (~e & g)) + (longConstants[i] as bigint) + word;
      const t2 = (turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & LONG_MASK, c, b, a, (t1 + t2) & LONG_MASK];
    }
    state = [a, b, c, d, e, f, g, h].map((each, i) => (each + (state[i] as bigint)) & LONG_MASK);
  }
  return state;
}

function sha512_256(text: string): string {
  if (longStart.length === 0) {
    longConstants = primes(80).map((prime) => longFraction(prime, 3n));
    // FIPS 180-4 §5.3.6: the hash of its own name, from the start of SHA-512 with every octet masked.
    const masked = primes(8).map((prime) => longFraction(prime, 2n) ^ 0xa5a5a5a5a5a5a5a5n);
    longStart = sha512Words("SHA-512/256", masked);
  }
  const words = sha512Words(text, longStart).slice(0, 4);
  return words.map((word) => word.toString(16).padStart(16, "0")).join("");
}

/** The hash functions without a runtime's own: for a simulated world and for browser pages. */
export const portableHash: Hash = { md5, sha256, sha512_256, hmacSha256 };
