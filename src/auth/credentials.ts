import { codesOf, sameName, spells, unquote } from "../syntax/mod.ts";

/** Digest credentials (RFC 7616 §3.4), read in place. A directive that was not sent is "". One instance is filled again and again. */
export class Credentials {
  username = "";
  realm = "";
  nonce = "";
  uri = "";
  response = "";
  algorithm = "";
  cnonce = "";
  qop = "";
  nc = "";
  /** Bit n is set when the nth of `directives` was sent. */
  private taken = 0;

  /** True when every directive is there without which nothing can be computed. */
  get complete(): boolean {
    if (this.username === "" || this.nonce === "" || this.uri === "" || this.response === "") return false;
    return this.qop === "" || (this.nc !== "" && this.cnonce !== "");
  }

  /** False when the directive was there already. */
  take({ name, bit }: Directive, text: string): boolean {
    if ((this.taken & bit) !== 0) return false;
    this.taken |= bit;
    switch (name) {
      case "username":
        this.username = text;
        break;
      case "realm":
        this.realm = text;
        break;
      case "nonce":
        this.nonce = text;
        break;
      case "uri":
        this.uri = text;
        break;
      case "response":
        this.response = text;
        break;
      case "algorithm":
        this.algorithm = text;
        break;
      case "cnonce":
        this.cnonce = text;
        break;
      case "qop":
        this.qop = text;
        break;
      case "nc":
        this.nc = text;
    }
    return true;
  }

  clear(): void {
    this.username = this.realm = this.nonce = this.uri = this.response = "";
    this.algorithm = this.cnonce = this.qop = this.nc = "";
    this.taken = 0;
  }
}

/** The directives this stack reads; others (opaque, userhash) are passed over. */
const names = ["username", "realm", "nonce", "uri", "response", "algorithm", "cnonce", "qop", "nc"] as const;

interface Directive {
  readonly name: (typeof names)[number];
  readonly codes: readonly number[];
  readonly bit: number;
}

const directives: readonly Directive[] = names.map((name, i) => ({
  name,
  codes: codesOf(name),
  bit: 1 << i,
}));

/** By length of the name: at most three share one. */
const byLength: [readonly Directive[], ...(readonly Directive[])[]] = [[]];
for (let length = 1; length < 16; length++) byLength.push(directives.filter(({ name }) => name.length === length));

/** What a scan found: digest credentials, another scheme, or text that is no list of directives. */
export type ScanResult = "digest" | "other scheme" | "malformed";

const COMMA = 44;
const EQUALS = 61;
const QUOTE = 34;

/**
 * Reads an Authorization or Proxy-Authorization value in one pass. Values may be quoted or bare whatever the grammar
 * says, for clients differ in that.
 * @param raw the message, the value at `start`..`end`, folded or not
 */
export function scanCredentials(raw: string, start: number, end: number, into: Credentials): ScanResult {
  into.clear();
  if (!sameName(raw, start, "digest") || raw.charCodeAt(start + 6) > 32) return "other scheme";
  const backslash = raw.indexOf("\\", start);
  const escaped = backslash !== -1 && backslash < end;
  let i = start + 6;
  let any = false;
  for (;;) {
    i = pastSpaceAndCommas(raw, i, end);
    if (i >= end) return any ? "digest" : "malformed";
    any = true;
    const nameStart = i;
    let code = raw.charCodeAt(i);
    while (i < end && code > 32 && code !== EQUALS) code = raw.charCodeAt(++i);
    const nameEnd = i;
    if (code !== EQUALS) i = pastSpace(raw, i, end);
    if (nameEnd === nameStart || i >= end || raw.charCodeAt(i) !== EQUALS) return "malformed";
    i = pastSpace(raw, i + 1, end);
    const valueStart = i;
    code = raw.charCodeAt(i);
    if (code === QUOTE) {
      i = escaped ? closingQuote(raw, i, end) : raw.indexOf('"', i + 1);
      if (i === -1 || i >= end) return "malformed";
      i++;
    } else while (i < end && code > 32 && code !== COMMA) code = raw.charCodeAt(++i);
    if (!keep(raw, nameStart, nameEnd, valueStart, Math.min(i, end), escaped, into)) return "malformed";
    i = pastSpace(raw, i, end);
    if (i < end && raw.charCodeAt(i) !== COMMA) return "malformed";
  }
}

/** False for a directive that was there already: which of the two would count is in doubt. */
function keep(
  raw: string,
  nameStart: number,
  nameEnd: number,
  valueStart: number,
  valueEnd: number,
  escaped: boolean,
  into: Credentials,
): boolean {
  const candidates = byLength[nameEnd - nameStart] ?? byLength[0];
  for (let i = 0; i < candidates.length; i++) {
    const directive = candidates[i] as Directive;
    if (!spells(raw, nameStart, directive.codes) && !sameName(raw, nameStart, directive.name)) continue;
    const quoted = raw.charCodeAt(valueStart) === QUOTE;
    const text = quoted ? raw.slice(valueStart + 1, valueEnd - 1) : raw.slice(valueStart, valueEnd);
    return into.take(directive, quoted && escaped ? unquote(raw.slice(valueStart, valueEnd)) : text);
  }
  return true;
}

/** Offset of the quote that ends the quoted string at `from`; -1 when none does before `end`. */
function closingQuote(raw: string, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code === 92) i++;
    else if (code === QUOTE) return i;
  }
  return -1;
}

function pastSpace(raw: string, from: number, end: number): number {
  let i = from;
  while (i < end && raw.charCodeAt(i) <= 32) i++;
  return i;
}

function pastSpaceAndCommas(raw: string, from: number, end: number): number {
  let i = from;
  while (i < end && (raw.charCodeAt(i) <= 32 || raw.charCodeAt(i) === COMMA)) i++;
  return i;
}
