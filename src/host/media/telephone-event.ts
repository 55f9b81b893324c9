import { SAMPLE_RATE } from "./g711.ts";
import type { Packet } from "./rtp-port.ts";

/** The events of RFC 4733 §3.2 that are tones of a telephone, by their numbers. */
const TONES = "0123456789*#ABCD";
/** What is offered, as an SDP parameter (§2.4.1). */
export const TONE_EVENTS = "0-15";
/** The payload type to offer; an answer keeps the offer's. */
export const USUAL_TONE_TYPE = 101;

const PAYLOAD = 4;
const END = 0x80;

/**
 * Reads tones that came as telephone events (RFC 4733 §2.5.2): each is told once, when its end or the next tone is heard. All
 * packets of one tone carry the timestamp of its beginning.
 */
export class ToneReader {
  private readonly onTone: (tone: string, durationMs: number) => void;
  private timestamp: number | null = null;
  private tone = "";
  private durationMs = 0;
  private told = true;

  constructor(onTone: (tone: string, durationMs: number) => void) {
    this.onTone = onTone;
  }

  take({ timestamp, payload }: Packet): void {
    const tone = payload.length < PAYLOAD ? undefined : TONES[payload.readUInt8(0)];
    if (tone === undefined) return;
    const isOlder = this.timestamp !== null && ((timestamp - this.timestamp) | 0) < 0;
    if (isOlder) return;
    if (timestamp !== this.timestamp) {
      this.tell(); // all packets with its end were lost
      this.timestamp = timestamp;
      this.tone = tone;
      this.durationMs = 0;
      this.told = false;
    }
    this.durationMs = Math.max(this.durationMs, Math.round((payload.readUInt16BE(2) * 1000) / SAMPLE_RATE));
    if ((payload.readUInt8(1) & END) !== 0) this.tell();
  }

  private tell(): void {
    if (this.told) return;
    this.told = true;
    this.onTone(this.tone, this.durationMs);
  }
}
