import { clipped, fromOctets, withoutControls } from "../syntax/mod.ts";

const NOT_LATIN1 = /[^\x00-\xff]/;

/**
 * Text that came off the wire, as a person may safely read it: its octets read as UTF-8 (messages are held as latin1),
 * whatever could steer a terminal or break a line removed, at most `limit` characters with `~` for what was cut.
 */
export function plainText(text: string, limit = 80): string {
  if (text.length <= limit && isPrintable(text)) return text;
  const bounded = text.length > limit * 4 ? text.slice(0, limit * 4) : text; // four octets may make one character
  const decoded = NOT_LATIN1.test(bounded) ? bounded : fromOctets(bounded);
  return clipped(withoutControls(decoded).replace(/[\t\n\r]/g, ""), limit);
}

/** Nothing but what ASCII prints, as nearly all of it is. */
function isPrintable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** What a person calls the owner of a URI or name-addr: its user part without a password, else its host. For example `alice`. */
export function shortName(uri: string): string {
  const open = uri.indexOf("<") + 1;
  const close = uri.indexOf(">", open);
  const address = uri.slice(open, close === -1 ? undefined : close).replace(/^\s*(?:sips?|tel):/i, "");
  const at = address.indexOf("@");
  const user = at === -1 ? "" : (address.slice(0, at).split(":", 1)[0] ?? "");
  const name = user === "" ? (address.slice(at + 1).split(/[;?]/, 1)[0] ?? "") : user;
  return plainText(name === "" ? "?" : name, 40);
}

/** `2.1 s`, `340 ms`, `3 min 12 s`: a duration given in milliseconds. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 99_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `14:02:13`, UTC, for `at` (milliseconds since the epoch). */
export function timeOfDay(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
