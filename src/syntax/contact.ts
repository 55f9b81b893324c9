/** Contact values (RFC 3261 §20.10, RFC 5626, RFC 5627) and route sets (Route, Record-Route, Path, Service-Route). */
import { type Address, readAddress, readAddressHead } from "./address.ts";
import { decimal, holds, matchesAt } from "./chars.ts";
import { MAX_SECONDS, parseExpires } from "./fields.ts";
import { type SipUri, type Uri, uriParam } from "./uri.ts";
import { type ParameterAt, readParameter, splitValues, unquote } from "./values.ts";

export interface Contact extends Address {
  readonly target: Uri;
  /** Thousandths, 0 to 1000; null when not given (which ranks as 1000). */
  readonly q: number | null;
  /** Seconds; null when not given. A value that is no number below 2^32 is 3600 (§10.2.1.1). */
  readonly expires: number | null;
  /** `+sip.instance` as a URN without <>, or null (RFC 5626 §4.1). */
  readonly instance: string | null;
  /** `reg-id`, 1 to 2^31-1, or null. */
  readonly regId: number | null;
  readonly pubGruu: string | null;
  readonly tempGruu: string | null;
}

/** The values of all Contact lines of a message: a list, the wildcard of a REGISTER, or null when one is malformed. */
export type Contacts = readonly Contact[] | "*" | null;

/**
 * Parses the Contact header field lines of a message together.
 * @returns "*" only when it is the one value there is (§10.2.2); an empty list when there is no line
 */
export function parseContacts(lines: readonly string[]): Contacts {
  const contacts: Contact[] = [];
  for (const line of lines) {
    const values = splitValues(line);
    if (values.length === 0) return null;
    for (const value of values) {
      if (value === "*") return lines.length === 1 && values.length === 1 ? "*" : null;
      const contact = parseContact(value);
      if (contact === null) return null;
      contacts.push(contact);
    }
  }
  return contacts;
}

const EXPIRES = ";expires=";

/** Parses one Contact value other than "*"; null when malformed, a q outside 0 to 1 included. */
export function parseContact(value: string): Contact | null {
  const address = readAddressHead(value);
  if (address === null) return null;
  const { params } = address;
  const contact: Mutable<Contact> = {
    display: address.display,
    uri: address.uri,
    params,
    target: address.target,
    q: null,
    expires: null,
    instance: null,
    regId: null,
    pubGruu: null,
    tempGruu: null,
  };
  if (params === "") return contact;
  // `;expires=3600` and no more, as it nearly always is.
  contact.expires = holds(params, 0, EXPIRES) ? decimal(params, EXPIRES.length, params.length, MAX_SECONDS) : null;
  if (contact.expires !== null) return contact;
  const at: ParameterAt = { nameFrom: 0, nameEnd: 0, valueFrom: 0, valueEnd: 0 };
  for (let i = 0; i < params.length; ) {
    i = readParameter(params, i, params.length, at);
    if (i < 0) return null;
    if (!noteParameter(contact, params, at)) return null;
  }
  return contact;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Takes over one parameter that has a field of its own, the first of a name; false when it is a q that is none. */
function noteParameter(contact: Mutable<Contact>, params: string, at: ParameterAt): boolean {
  switch (at.nameEnd - at.nameFrom) {
    case 1:
      if (contact.q === null && matchesAt(params, at.nameFrom, "q")) contact.q = parseQ(textOf(params, at));
      else return true;
      return contact.q !== null;
    case 6:
      if (contact.regId === null && matchesAt(params, at.nameFrom, "reg-id"))
        contact.regId = positive(textOf(params, at));
      break;
    case 7:
      // "Malformed values SHOULD be treated as equivalent to 3600" (§10.2.1.1), and overlarge ones are malformed.
      if (contact.expires === null && matchesAt(params, at.nameFrom, "expires"))
        contact.expires = parseExpires(textOf(params, at)) ?? 3600;
      break;
    case 8:
      if (contact.pubGruu === null && matchesAt(params, at.nameFrom, "pub-gruu")) contact.pubGruu = textOf(params, at);
      break;
    case 9:
      if (contact.tempGruu === null && matchesAt(params, at.nameFrom, "temp-gruu"))
        contact.tempGruu = textOf(params, at);
      break;
    case 13:
      if (contact.instance === null && matchesAt(params, at.nameFrom, "+sip.instance"))
        contact.instance = withoutAngles(textOf(params, at)) || null;
      break;
  }
  return true;
}

function textOf(params: string, at: ParameterAt): string {
  return at.valueFrom < 0 ? "" : unquote(params.slice(at.valueFrom, at.valueEnd));
}

function positive(text: string): number | null {
  const value = decimal(text, 0, text.length, 2147483647);
  return value === 0 ? null : value;
}

function withoutAngles(text: string): string {
  return text.startsWith("<") && text.endsWith(">") ? text.slice(1, -1) : text;
}

/** A qvalue (§25.1) as thousandths; null when it is none. */
export function parseQ(text: string): number | null {
  const digits = text.length;
  const whole = text.charCodeAt(0) - 48;
  if (whole !== 0 && whole !== 1) return null;
  if (digits === 1) return whole * 1000;
  if (text.charCodeAt(1) !== 46 || digits > 5) return null;
  const fraction = digits === 2 ? 0 : decimal(text, 2, digits, 999);
  if (fraction === null || (whole === 1 && fraction > 0)) return null;
  return whole * 1000 + fraction * 10 ** (5 - digits);
}

/** Thousandths as a qvalue: 700 is "0.7". */
export function writeQ(thousandths: number): string {
  return String(Math.max(0, Math.min(1000, thousandths)) / 1000);
}

/** One element of a route set. */
export interface RouteValue extends Address {
  readonly target: SipUri;
  /** Whether its URI has the `lr` parameter (§19.1.1): a loose router. */
  readonly loose: boolean;
}

/** Parses one Route, Record-Route, Path or Service-Route value: a name-addr with a SIP or SIPS URI; null otherwise. */
export function parseRoute(value: string): RouteValue | null {
  const address = readAddress(value);
  if (address === null || !value.includes("<")) return null;
  const { target } = address;
  if (target.scheme === "tel" || target.scheme === "other") return null;
  return { ...address, target, loose: uriParam(target.params, "lr") !== null };
}

/** Parses the lines of a route header together, in order; null when one value is malformed. */
export function parseRoutes(lines: readonly string[]): RouteValue[] | null {
  const routes: RouteValue[] = [];
  for (const line of lines) {
    for (const value of splitValues(line)) {
      const route = parseRoute(value);
      if (route === null) return null;
      routes.push(route);
    }
  }
  return routes;
}
