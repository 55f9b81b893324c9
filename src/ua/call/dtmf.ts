import type { IncomingRequest } from "../incoming-request.ts";

const TONES = /^[0-9A-D*#]$/;
/** Milliseconds. */
const USUAL = 160;
const LONGEST = 10_000;

/** The tone that an INFO carries: application/dtmf-relay as nearly everybody writes it, or application/dtmf; null: none. */
export function readDtmf(info: IncomingRequest): { tone: string; durationMs: number } | null {
  const { contentType, body } = info;
  if (contentType === "application/dtmf") return toned(body.trim(), USUAL);
  if (contentType !== "application/dtmf-relay") return null;
  const signal = /^\s*Signal\s*=\s*(\S)\s*$/im.exec(body)?.[1] ?? "";
  const duration = Number(/^\s*Duration\s*=\s*(\d{1,5})\s*$/im.exec(body)?.[1] ?? USUAL);
  return toned(signal, Math.min(duration, LONGEST));
}

function toned(text: string, durationMs: number): { tone: string; durationMs: number } | null {
  const tone = text.toUpperCase();
  return TONES.test(tone) ? { tone, durationMs } : null;
}

/** The tones of a text such as `1234#`, spaces and dashes passed over; throws a TypeError on what is no tone. */
export function tonesOf(text: string): string[] {
  const tones = [...text.toUpperCase()].filter((each) => each !== " " && each !== "-");
  const bad = tones.find((each) => !TONES.test(each));
  if (bad !== undefined) throw new TypeError(`"${bad}" is no DTMF tone (0-9, A-D, * and #)`);
  return tones;
}

/** The body of an INFO with one tone. */
export function writeDtmf(tone: string, durationMs: number): string {
  return `Signal=${tone}\r\nDuration=${Math.round(Math.min(durationMs, LONGEST))}\r\n`;
}
