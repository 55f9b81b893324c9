/** When two URIs are the same (RFC 3261 §19.1.4, RFC 5954 §4.2, RFC 3966 §4), and keys made from them. */
import { equalFolded, HEX, holds, is, UNRESERVED } from "./chars.ts";
import { canonicalHost, equalHost, hostPort } from "./hosts.ts";
import { escapeUser, isSipUri, parameterList, type SipUri, type TelUri, type Uri, unescaped, uriParam } from "./uri.ts";

/** Whether two URIs are equal. Not transitive: parameters that only one of the two has are mostly ignored. */
export function equalUri(a: Uri, b: Uri): boolean {
  if (isSipUri(a)) return isSipUri(b) && equalSip(a, b);
  if (a.scheme === "tel") return b.scheme === "tel" && equalTel(a, b);
  return b.scheme === "other" && equalFolded(a.name, b.name) && a.opaque === b.opaque;
}

function equalSip(a: SipUri, b: SipUri): boolean {
  return (
    a.scheme === b.scheme &&
    a.port === b.port &&
    equalComponent(a.user, b.user) &&
    equalComponent(a.password, b.password) &&
    equalHost(a.host, b.host) &&
    equalParams(a.params, b.params) &&
    equalHeaders(a.headers, b.headers)
  );
}

function equalComponent(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && canonical(a) === canonical(b);
}

/**
 * One spelling per component: "characters other than those in the reserved set are equivalent to
 * their %HH encoding", so those are decoded, and escapes that stay are written in capitals.
 */
function canonical(text: string): string {
  if (!text.includes("%") && !text.includes("#")) return text;
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const escaped = text.charCodeAt(i) === 37 && is(text.charCodeAt(i + 1), HEX) && is(text.charCodeAt(i + 2), HEX);
    if (escaped) {
      const code = Number.parseInt(text.slice(i + 1, i + 3), 16);
      out += is(code, UNRESERVED) ? String.fromCharCode(code) : text.slice(i, i + 3).toUpperCase();
      i += 2;
    } else out += text.charCodeAt(i) === 35 ? "%23" : text[i];
  }
  return out;
}

/**
 * Parameters whose mere presence on one side makes two URIs differ. The bulleted list of §19.1.4 has user, ttl, method and
 * maddr; transport follows from the paragraph on omitted defaults and the examples.
 */
const DECISIVE = ["transport", "user", "ttl", "method", "maddr"];

function equalParams(a: string, b: string): boolean {
  if (a === b) return true;
  for (const name of DECISIVE) {
    if ((uriParam(a, name) === null) !== (uriParam(b, name) === null)) return false;
  }
  const others = folded(b);
  for (const [name, value] of folded(a)) {
    const other = others.get(name);
    if (other !== undefined && other !== value) return false;
  }
  return true;
}

function folded(params: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const { name, value } of parameterList(params)) {
    map.set(canonical(name).toLowerCase(), value === null ? "" : `=${canonical(value).toLowerCase()}`);
  }
  return map;
}

/** Header components "are never ignored": each must be present on both sides; names in any case, values exactly. */
function equalHeaders(a: string, b: string): boolean {
  if (a === b) return true;
  const left = headerList(a);
  const right = headerList(b);
  return left.length === right.length && left.every((header, i) => header === right[i]);
}

function headerList(headers: string): string[] {
  if (headers === "") return [];
  return headers
    .split("&")
    .map((header) => {
      const equals = header.indexOf("=");
      return `${canonical(header.slice(0, equals)).toLowerCase()}=${canonical(header.slice(equals + 1))}`;
    })
    .sort();
}

function equalTel(a: TelUri, b: TelUri): boolean {
  if (!equalFolded(digits(a.number), digits(b.number))) return false;
  const left = telParams(a.params);
  const right = telParams(b.params);
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (right.get(name) !== value) return false;
  return true;
}

function digits(number: string): string {
  let out = "";
  for (const character of number) if (!"-.()".includes(character)) out += character;
  return out;
}

function telParams(params: string): Map<string, string> {
  const map = folded(params);
  for (const name of ["ext", "phone-context"]) {
    const value = map.get(name);
    if (value !== undefined && (name === "ext" || value.startsWith("=+"))) map.set(name, digits(value));
  }
  return map;
}

/**
 * The key under which a location service keeps an address of record (§10.3 step 5): no parameters, headers or password, escapes
 * decoded, host in one spelling. "sip" and "sips" and the default ports share it, since they name the same user.
 * @param domain when given, stands in for host and port: the domain that the server knows this host under
 * @returns "user@host", "user@host:port" for another port, or "host" without user; the user comes first up to the last "@"
 */
export function addressOfRecordKey(uri: SipUri, domain?: string): string {
  const host = domain === undefined ? canonicalHost(uri.host) : canonicalHost(domain);
  const usual = domain !== undefined || uri.port === null || uri.port === (uri.scheme === "sips" ? 5061 : 5060);
  const place = usual ? host : hostPort(host, uri.port);
  return uri.user === null ? place : `${unescaped(uri.user)}@${place}`;
}

/** Whether a URI has the address-of-record key `key`; nearly always seen without making its own. @param domain canonical */
export function hasAddressOfRecordKey(uri: SipUri, domain: string, key: string): boolean {
  const { user } = uri;
  if (user === null || key.length !== user.length + 1 + domain.length || user.indexOf("%") !== -1) {
    return addressOfRecordKey(uri, domain) === key;
  }
  return key.charCodeAt(user.length) === 64 && holds(key, 0, user) && holds(key, user.length + 1, domain);
}

/**
 * The SIP URI that stands for a telephone number in a domain (RFC 3261 §19.1.6): parameters in lower case, isub and
 * postd first, the rest in lexical order, so that equal tel URIs give equal users.
 */
export function telToSip(uri: TelUri, domain: string): SipUri {
  const rank = (parameter: string) => {
    const first = ["isub", "postd"].indexOf(parameter.split("=", 1)[0] ?? "");
    return first < 0 ? 2 : first;
  };
  const parameters = uri.params
    .toLowerCase()
    .split(";")
    .filter((parameter) => parameter !== "")
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  const subscriber = [uri.number.toLowerCase(), ...parameters].join(";");
  return {
    scheme: "sip",
    user: escapeSubscriber(subscriber),
    password: null,
    host: domain,
    port: null,
    params: ";user=phone",
    headers: "",
  };
}

/** "Any characters allowed there that are not allowed in the user part of the SIP URI MUST be escaped" (§25.1). */
function escapeSubscriber(text: string): string {
  return text
    .split("%")
    .map((part) => escapeUser(part))
    .join("%");
}
