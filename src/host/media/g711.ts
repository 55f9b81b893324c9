/** G.711 (ITU-T), the two codecs every phone speaks: 8000 samples a second, one octet each. */

/** RTP payload types of RFC 3551 §6. */
export const PCMU = 0;
export const PCMA = 8;
export type G711 = typeof PCMU | typeof PCMA;

export const SAMPLE_RATE = 8000;
/** 20 ms, what nearly everybody sends per packet. */
export const SAMPLES_PER_PACKET = 160;

/** A 16-bit sample as µ-law. */
function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), 32_635) + 132;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** A 16-bit sample as A-law. */
function toALaw(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(Math.abs(sample), 32_767) >> 3;
  const exponent = magnitude < 32 ? 0 : 31 - Math.clz32(magnitude) - 4;
  const mantissa = exponent < 2 ? (magnitude >> 1) & 0x0f : (magnitude >> exponent) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

/** What nothing sounds like. */
export function silenceOctet(codec: G711): number {
  return codec === PCMU ? toMuLaw(0) : toALaw(0);
}

/** One second of a sine of `hertz` (a whole number, so that it may repeat without a click) at a calm level. */
export function toneSecond(codec: G711, hertz: number): Uint8Array {
  const encode = codec === PCMU ? toMuLaw : toALaw;
  const step = (2 * Math.PI * hertz) / SAMPLE_RATE;
  return Uint8Array.from({ length: SAMPLE_RATE }, (_, i) => encode(Math.round(8000 * Math.sin(i * step))));
}
