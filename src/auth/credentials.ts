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

/** By the low bits of the first letter, which are the same for a capital: at most two share them. */
const byLetter: readonly (readonly Directive[])[] = Array.from({ length: 32 }, (_, low) =>
  directives.filter(({ codes }) => ((codes[0] as number) & 31) === low),
);

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
    let directive = writtenAt(raw, i);
    if (directive !== null) i += directive.name.length;
    else {
      i = nameEnd(raw, i, end);
      directive = namedAt(raw, nameStart, i);
      const named = i > nameStart;
      i = pastSpace(raw, i, end);
      if (!named || i >= end || raw.charCodeAt(i) !== EQUALS) return "malformed";
    }
    i = pastSpace(raw, i + 1, end);
    const valueStart = i;
    let code = raw.charCodeAt(i);
    if (code === QUOTE) {
      i = escaped ? closingQuote(raw, i, end) : raw.indexOf('"', i + 1);
      if (i === -1 || i >= end) return "malformed";
      i++;
    } else while (i < end && code > 32 && code !== COMMA) code = raw.charCodeAt(++i);
    // A directive that was there already: which of the two would count is in doubt.
    if (directive !== null && !into.take(directive, valueIn(raw, valueStart, Math.min(i, end), escaped)))
      return "malformed";
    i = pastSpace(raw, i, end);
    if (i < end && raw.charCodeAt(i) !== COMMA) return "malformed";
  }
}

/** The directive whose name stands at `start` in small letters, its "=" behind it at once, as nearly all do; else null. */
function writtenAt(raw: string, start: number): Directive | null {
  const candidates = byLetter[raw.charCodeAt(start) & 31] as readonly Directive[];
  for (let i = 0; i < candidates.length; i++) {
    const directive = candidates[i] as Directive;
    if (raw.charCodeAt(start + directive.name.length) === EQUALS && spells(raw, start, directive.codes))
      return directive;
  }
  return null;
}

/** The directive whose name fills `start`..`end`, in any case; null for one that nobody reads. */
function namedAt(raw: string, start: number, end: number): Directive | null {
  const candidates = byLetter[raw.charCodeAt(start) & 31] as readonly Directive[];
  for (let i = 0; i < candidates.length; i++) {
    const directive = candidates[i] as Directive;
    if (directive.name.length === end - start && sameName(raw, start, directive.name)) return directive;
  }
  return null;
}

function nameEnd(raw: string, from: number, end: number): number {
  let i = from;
  for (let code = raw.charCodeAt(i); i < end && code > 32 && code !== EQUALS; ) code = raw.charCodeAt(++i);
  return i;
}

function valueIn(raw: string, start: number, end: number, escaped: boolean): string {
  if (raw.charCodeAt(start) !== QUOTE) return raw.slice(start, end);
  return escaped ? unquote(raw.slice(start, end)) : raw.slice(start + 1, end - 1);
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
