/** Reason header fields (RFC 3326) as people paste them, and the 603+ of ATIS-1000099 inside one. */

import { causeLocations, causeNumbered, responseCode } from "../catalogue/mod.ts";
import { plainLine } from "./plain.ts";

/** A Reason header value (RFC 3326), plain text, bounded. */
export interface PastedReason {
  /** As written: `Q.850`, `SIP`. */
  readonly protocol: string;
  readonly cause: number | null;
  /** The standard's name of the cause, or the registered phrase of the SIP code. */
  readonly name: string | null;
  readonly text: string | null;
  /** Who gave it (RFC 8606): `TN`, "transit network". */
  readonly location: { readonly token: string; readonly name: string | null } | null;
}

/** A 603+ (ATIS-1000099): analytics of a carrier blocked the call. */
export interface NetworkBlocked {
  /** `analytics1`; null when no Reason says it. */
  readonly version: string | null;
  /** Where to object, as it was written: text of a stranger, not a link to follow unseen. */
  readonly redress: string | null;
  readonly location: { readonly token: string; readonly name: string | null } | null;
}

/** More than any response carries; what follows is not read. */
const MAX_VALUES = 8;
const MAX_PARAMETERS = 16;
const MAX_TEXT = 200;

/**
 * "603+": a decline whose phrase or Reason says that analytics of a carrier, not the callee, blocked the call.
 * The only code a phrase gives another meaning (ATIS-1000099).
 */
const BLOCKED = {
  code: 603,
  written: "Network Blocked",
  phrase: /^network\s+blocked$/i,
  version: /^analytics\d*$/i,
} as const;

/** The values of one Reason header field, without its name; what cannot be read is passed over. */
export function readReasons(value: string): readonly PastedReason[] {
  return valuesOf(value).flatMap((each) => readReason(each) ?? []);
}

function readReason(value: string): PastedReason | null {
  const parts = /^([A-Za-z0-9.+_-]{1,30})\s*(;[\s\S]*)?$/.exec(value);
  if (parts === null) return null;
  const protocol = parts[1] as string;
  const given = parametersOf(parts[2] ?? "");
  const number = /^\d{1,5}$/.exec(given.get("cause") ?? "")?.[0];
  const cause = number === undefined ? null : Number(number);
  const text = given.get("text");
  const name = cause === null ? null : causeName(protocol, cause);
  return {
    protocol,
    cause,
    name,
    text: text === undefined ? null : plainLine(text, MAX_TEXT),
    location: location(given.get("location")),
  };
}

// Logs cut and quote without care, so this reads what each `;name=value` seems to say; the grammar of the room that reads
// messages would refuse half of it, and every `ringback explain` would have to load that room.

/** Commas in quoted strings separate nothing; a quote may be left open. */
const VALUES = /(?:"(?:[^"\\]|\\.)*"?|[^",])+/g;
const PARAMETERS = /;\s*(\w+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;"\s]*)/g;

function valuesOf(text: string): string[] {
  return [...text.matchAll(VALUES)].slice(0, MAX_VALUES).map(([value]) => value.trim());
}

/** Names in lower case, values without their quotes. */
function parametersOf(text: string): ReadonlyMap<string, string> {
  const read = [...text.matchAll(PARAMETERS)].slice(0, MAX_PARAMETERS);
  return new Map(
    read.map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.startsWith('"') ? value.replace(/^"|"$/g, "").replaceAll(/\\(.)/g, "$1") : value,
    ]),
  );
}

function causeName(protocol: string, cause: number): string | null {
  if (/^q\.?850$/i.test(protocol)) return causeNumbered(cause)?.name ?? null;
  return /^sip$/i.test(protocol) ? (responseCode(cause)?.phrase ?? null) : null;
}

function location(token: string | undefined): PastedReason["location"] {
  if (token === undefined || token === "") return null;
  const known = causeLocations.find((each) => each.token === token.toUpperCase());
  return { token: known?.token ?? plainLine(token, 20), name: known?.name ?? null };
}

/** What a 603+ says; null when `code` with this phrase and these reasons is none. */
export function networkBlocked(
  code: number,
  phrase: string | null,
  reasons: readonly PastedReason[],
): NetworkBlocked | null {
  if (code !== BLOCKED.code) return null;
  for (const { protocol, cause, text, location } of reasons) {
    if (!/^sip$/i.test(protocol) || cause !== BLOCKED.code) continue;
    const fields = new Map((text ?? "").split(";").map(nameAndValue));
    const version = fields.get("v") ?? null;
    if (version !== null && BLOCKED.version.test(version))
      return { version, redress: fields.get("url") ?? null, location };
  }
  if (phrase === null || !BLOCKED.phrase.test(phrase)) return null;
  return { version: null, redress: null, location: reasons[0]?.location ?? null };
}

function nameAndValue(field: string): [string, string] {
  const equals = field.indexOf("=");
  return [field.slice(0, Math.max(0, equals)).trim().toLowerCase(), field.slice(equals + 1).trim()];
}

/** The phrase of the code carriers write with a plus: "603+"; null for any other number. */
export function phraseOfPlus(code: number): string | null {
  return code === BLOCKED.code ? BLOCKED.written : null;
}

/** A phrase alone that means the one code no registry lists it under. */
export function codeOfPhraseInTheField(phrase: string): number | null {
  return BLOCKED.phrase.test(phrase) ? BLOCKED.code : null;
}
