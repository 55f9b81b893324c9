/** The two latin1 methods every Node Buffer has and its types leave out: one octet is one character, without a detour. */
export interface Latin1Buffer extends Buffer<ArrayBuffer> {
  latin1Write(text: string, offset: number): number;
  latin1Slice(start?: number, end?: number): string;
}

/** A buffer of its own memory, not cut from the shared pool. */
export function latin1Buffer(size: number): Latin1Buffer {
  return Buffer.allocUnsafeSlow(size) as Latin1Buffer;
}

/** The octets as text, one character each. */
export function latin1(octets: Buffer): string {
  return (octets as Latin1Buffer).latin1Slice();
}
