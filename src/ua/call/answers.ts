import { parseSipUri, writeQ } from "../../syntax/mod.ts";
import { type Headers, toOctets } from "../text.ts";

/** How a call is turned down. */
export interface RejectOptions {
  /**
   * How far the refusal reaches. A 6xx speaks for the user at every phone and silences the others; it is sent only with
   * `everywhere`, and `everywhere` only with a 6xx.
   */
  readonly scope?: "here" | "everywhere";
  readonly phrase?: string;
  /** Seconds after which to call again. */
  readonly retryAfter?: number;
  readonly headers?: Headers;
}

/** Where to call instead. */
export interface RedirectTarget {
  readonly uri: string;
  /** Preference from 0 to 1; 1 when absent. */
  readonly q?: number;
  /** Seconds for which the caller may remember it; this call alone when absent. */
  readonly expires?: number;
}

export interface AnswerOptions {
  /** The description to answer (or, for an INVITE without one, to offer) with; the media's when absent. */
  readonly sdp?: string;
  readonly headers?: Headers;
  /** Another 2xx than 200. */
  readonly code?: number;
}

/** A redirection's Contact line; throws a TypeError when the target is no SIP URI. */
export function contactLine(target: string | RedirectTarget): string {
  const { uri, q, expires } = typeof target === "string" ? { uri: target } : target;
  if (parseSipUri(uri) === null) throw new TypeError(`redirect(): "${uri}" is no sip: or sips: URI`);
  const preference = q === undefined || q === 1 ? "" : `;q=${writeQ(Math.round(q * 1000))}`;
  return `Contact: <${toOctets(uri)}>${preference}${expires === undefined ? "" : `;expires=${Math.round(expires)}`}\r\n`;
}
