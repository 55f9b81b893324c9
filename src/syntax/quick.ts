/**
 * Quick looks at what nearly every message holds, over the message's own octets: one pass, nothing allocated but the
 * result. A "no" says only "look closer"; the full readers decide then, so these add no rule of their own.
 */
import { own } from "../kernel/mod.ts";
import { ALPHA, codesOf, is, span, spells, TOKEN } from "./chars.ts";
import { plainHostEnd } from "./hosts.ts";
import { isPlainSipUri, plainPortEnd } from "./sip-uri.ts";
import type { Via } from "./via.ts";

const SP = 32;
const QUOTE = 34;
const COLON = 58;
const SEMICOLON = 59;
const LEFT = 60;
const EQUALS = 61;
const BACKSLASH = 92;

const VERSION = codesOf("SIP/2.0/");
const BRANCH_IS = codesOf("branch=");
const RPORT = codesOf("rport");

/** Offset behind the `>` of `[display] <sip:…> *( ;token[=token] )`, as a From or To is nearly always written; else -1. */
export function plainAddressEnd(raw: string, from: number, end: number): number {
  let i = from;
  if (raw.charCodeAt(i) === QUOTE) {
    for (i++; ; i++) {
      const code = raw.charCodeAt(i);
      if (i >= end || code < SP || code === BACKSLASH) return -1;
      if (code === QUOTE) break;
    }
    i++;
    while (i < end && raw.charCodeAt(i) === SP) i++;
  } else while (i < end && (is(raw.charCodeAt(i), TOKEN) || raw.charCodeAt(i) === SP)) i++;
  if (raw.charCodeAt(i) !== LEFT || i >= end) return -1;
  const right = raw.indexOf(">", i);
  if (right === -1 || right >= end || !isPlainSipUri(raw, i + 1, right)) return -1;
  return arePlainParameters(raw, right + 1, end) ? right + 1 : -1;
}

function arePlainParameters(raw: string, from: number, end: number): boolean {
  let i = from;
  while (i < end) {
    if (raw.charCodeAt(i) !== SEMICOLON) return false;
    const name = ++i;
    while (i < end && is(raw.charCodeAt(i), TOKEN)) i++;
    if (i === name) return false;
    if (i < end && raw.charCodeAt(i) === EQUALS) {
      const value = ++i;
      while (i < end && is(raw.charCodeAt(i), TOKEN)) i++;
      if (i === value) return false;
    }
  }
  return true;
}

/** What a Via says before its parameters: `SIP/2.0/UDP host[:port]`. */
interface ViaHead {
  readonly text: string;
  readonly transport: string;
  readonly host: string;
  readonly port: number | null;
}

/** Slots, a power of two. */
const HEADS = 1024;
/** Longer ones are rare. */
const LONGEST_HEAD = 64;
/** Heads read of late, one place for each: a peer writes the same in every request, and comparing is quicker than reading. */
const heads: (ViaHead | undefined)[] = new Array(HEADS).fill(undefined);

function knownViaHead(raw: string, from: number, end: number): ViaHead | null {
  if (end - from > LONGEST_HEAD) return readViaHead(raw, from, end);
  // The port tells peers apart, and of those without one the end of the name.
  const low = raw.charCodeAt(end - 1) ^ (raw.charCodeAt(end - 2) << 2) ^ (raw.charCodeAt(end - 3) << 4);
  const slot = (low ^ (raw.charCodeAt(end - 4) << 6) ^ (raw.charCodeAt(end - 5) << 8)) & (HEADS - 1);
  const text = raw.slice(from, end);
  const known = heads[slot];
  if (known !== undefined && known.text === text) return known;
  const kept = own(text);
  const head = readViaHead(kept, 0, kept.length);
  if (head !== null) heads[slot] = head;
  return head;
}

function readViaHead(raw: string, from: number, end: number): ViaHead | null {
  if (!spells(raw, from, VERSION)) return null;
  const transportAt = from + 8;
  let i = transportAt;
  while (i < end && is(raw.charCodeAt(i), ALPHA)) i++;
  if (i === transportAt || raw.charCodeAt(i) !== SP) return null;
  const transportEnd = i;
  const nameAt = i + 1;
  const nameEnd = plainHostEnd(raw, nameAt, end);
  if (nameEnd === -1) return null;
  let port: number | null = null;
  i = nameEnd;
  if (i < end && raw.charCodeAt(i) === COLON) {
    const stop = plainPortEnd(raw, i + 1, end);
    if (stop === -1) return null;
    port = 0;
    for (let k = i + 1; k < stop; k++) port = port * 10 + raw.charCodeAt(k) - 48;
    i = stop;
  }
  if (i !== end) return null;
  const text = raw.slice(from, end);
  return { text, transport: raw.slice(transportAt, transportEnd), host: raw.slice(nameAt, nameEnd), port };
}

export interface PlainVia extends Via {
  /** Offset behind the name `rport`; -1 when it is not there. */
  readonly rportEnd: number;
}

/** One Via value written without spare white space, quotes or IPv6: `SIP/2.0/UDP host[:port]*( ;token[=token] )`. */
export function readPlainVia(raw: string, from: number, end: number): PlainVia | null {
  const semicolon = raw.indexOf(";", from);
  const headEnd = semicolon === -1 || semicolon > end ? end : semicolon;
  const head = knownViaHead(raw, from, headEnd);
  if (head === null) return null;
  let branch: string | null = null;
  let rport: string | null = null;
  let rportEnd = -1;
  let i = headEnd;
  while (i < end) {
    if (raw.charCodeAt(i) !== SEMICOLON) return null;
    i++;
    if (branch === null && spells(raw, i, BRANCH_IS)) {
      const value = i + BRANCH_IS.length;
      i = span(raw, value, end, TOKEN);
      if (i === value) return null;
      branch = raw.slice(value, i);
    } else if (rport === null && spells(raw, i, RPORT)) {
      i += RPORT.length;
      rportEnd = i;
      rport = "";
      if (i < end && raw.charCodeAt(i) === EQUALS) {
        i = span(raw, i + 1, end, TOKEN);
        rport = raw.slice(rportEnd + 1, i);
        if (rport === "") return null;
      }
    } else return null; // received, maddr, ttl, capitals, extensions, one of these twice
  }
  return {
    protocol: "SIP",
    version: "2.0",
    transport: head.transport,
    host: head.host,
    port: head.port,
    params: raw.slice(headEnd, end),
    branch,
    received: null,
    rport,
    maddr: null,
    ttl: null,
    rportEnd,
  };
}
