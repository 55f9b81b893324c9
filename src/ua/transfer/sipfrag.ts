import { isStatusCode, reasonPhrase } from "../../catalogue/mod.ts";
import { clipped, withoutControls } from "../../syntax/mod.ts";

export const SIPFRAG = "message/sipfrag";

/** What a NOTIFY of the `refer` package tells: how the request it was asked for stands (RFC 3515 §2.4.5). */
export interface ReferStatus {
  readonly code: number;
  readonly phrase: string;
}

/** The body of such a NOTIFY: "MUST begin with a SIP Response Status-Line". */
export function writeSipfrag(code: number, phrase = ""): string {
  const words = (phrase === "" ? reasonPhrase(code) : phrase).replace(/[\r\n]/g, " ");
  return `SIP/2.0 ${code} ${words}\r\n`;
}

/**
 * Reads the first line of such a body (as text), whatever follows and however the phrase reads, of which nothing is left that could
 * steer a terminal; null when that is no status line. Blank lines before it are passed over.
 */
export function readSipfrag(body: string): ReferStatus | null {
  const found = /^\s{0,16}SIP\/\d\.\d[ \t]+(\d{3})(?:[ \t]+([^\r\n]{0,200}))?(?:[\r\n]|$)/i.exec(body.slice(0, 1024));
  if (found === null) return null;
  const code = Number(found[1]);
  return isStatusCode(code) ? { code, phrase: clipped(withoutControls(found[2] ?? "").trim(), 80) } : null;
}
