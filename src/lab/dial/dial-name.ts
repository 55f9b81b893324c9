/** Dial-a-code's names: what the user part of `sip:180-486.after-3s@example.com` asks for. */

import { type CatalogueCode, responseCode } from "../../catalogue/mod.ts";

/** What a dialled name does. */
export type DialScript =
  /** One phone: provisional responses, then a final one. */
  | {
      readonly kind: "phone";
      /** In order; the last is final but for a name of provisionals only. */
      readonly codes: readonly CatalogueCode[];
      /** Milliseconds before the final response; null for the usual pause. */
      readonly afterMs: number | null;
      /** Milliseconds after which the phone hangs up by itself; null: it leaves that to the caller for as long as it may talk. */
      readonly talkMs: number | null;
      /** Answers a CANCEL with 200 and then, late, the INVITE with its own final response. */
      readonly deaf: boolean;
    }
  /** Several phones behind the real proxy, all at once or one after the other. */
  | { readonly kind: "fork"; readonly groups: readonly (readonly string[])[] }
  /** A redirection to another name. */
  | { readonly kind: "moved"; readonly code: CatalogueCode; readonly to: readonly string[] }
  /** Answers, and its Contact leads nowhere: the ACK is lost. */
  | { readonly kind: "lostAck" }
  /** Answers, takes a REFER and never tells how it went. */
  | { readonly kind: "noNotify" }
  /** Answers, takes a REFER, calls where it points and tells truthfully. */
  | { readonly kind: "transferee" };

/** What cannot be read, and at which character of the name (from 0). */
export interface DialFault {
  readonly at: number;
  readonly text: string;
}

/** True when a name could not be read. */
export function isDialFault(script: DialScript | DialFault): script is DialFault {
  return "text" in script;
}

/** Phones in one name. */
const MOST = 8;
/** No name keeps anybody waiting longer than this for a final response. */
const LONGEST_WAIT_MS = 38_000;
/** Nobody talks to an echo for longer. */
export const LONGEST_TALK_MS = 300_000;

const NAMED: Readonly<Record<string, DialScript>> = {
  moved: { kind: "moved", code: 302, to: ["200"] },
  "moved-for-good": { kind: "moved", code: 301, to: ["200"] },
  "moved-twice": { kind: "moved", code: 302, to: ["moved"] },
  "moved-choice": { kind: "moved", code: 300, to: ["486", "200"] },
  loop: { kind: "moved", code: 302, to: ["loop"] },
  "late-200-after-603": { kind: "fork", groups: [["603.after-1s", "200.deaf.after-20s"]] },
  "two-200": { kind: "fork", groups: [["200.after-1s", "200.deaf.after-1s"]] },
  "lost-ack": { kind: "lostAck" },
  "no-notify": { kind: "noNotify" },
  transferee: { kind: "transferee" },
};

/** Names with a meaning of their own. */
export const NAMES: readonly string[] = Object.keys(NAMED);

/**
 * Reads a name: `603`, `180-486`, `200.for-10s`, `603.after-5s`, `180-200.deaf`, `fork-486-603`, `hunt-486-200`, or one of
 * {@link NAMES}. Null when it does not look like one at all, so that it is a user like any other.
 */
export function readDialName(name: string): DialScript | DialFault | null {
  const lower = name.toLowerCase();
  const named = Object.hasOwn(NAMED, lower) ? NAMED[lower] : undefined;
  if (named !== undefined) return named;
  const many = /^(fork|hunt)-(?=\d)/.exec(lower);
  if (many !== null) return readMany(lower, many[1] as "fork" | "hunt");
  return /^\d{3}(?:[-.]|$)/.test(lower) ? readPhone(lower) : null;
}

function readMany(name: string, kind: "fork" | "hunt"): DialScript | DialFault {
  const phones = name.slice(5).split(/-(?=\d{3}(?![\ds]))/);
  if (phones.length > MOST) return { at: 5, text: `${phones.length} phones are more than ${MOST}` };
  let at = 5;
  for (const phone of phones) {
    const script = readPhone(phone);
    if (isDialFault(script)) return { at: at + script.at, text: script.text };
    at += phone.length + 1;
  }
  return { kind: "fork", groups: kind === "fork" ? [phones] : phones.map((phone) => [phone]) };
}

/** A name that is one phone. */
export type DialPhone = Extract<DialScript, { kind: "phone" }>;

function readPhone(name: string): DialPhone | DialFault {
  const [head = "", ...modifiers] = name.split(/\.(?=[a-z])/);
  const codes: CatalogueCode[] = [];
  let at = 0;
  for (const text of head.split("-")) {
    const entry = /^\d{3}$/.test(text) ? responseCode(Number(text)) : undefined;
    if (entry === undefined) return { at, text: `"${text.slice(0, 20)}" is no code of the catalogue` };
    if (codes.length > 0 && (codes.at(-1) as number) >= 200)
      return { at, text: `nothing comes after the final response ${codes.at(-1)}` };
    codes.push(entry.code as CatalogueCode);
    at += text.length + 1;
  }
  if (codes.length > MOST) return { at: 0, text: `${codes.length} responses are more than ${MOST}` };
  let phone: DialPhone = { kind: "phone", codes, afterMs: null, talkMs: null, deaf: false };
  for (const modifier of modifiers) {
    const next = modified(phone, modifier);
    if (typeof next === "string") return { at, text: next };
    phone = next;
    at += modifier.length + 1;
  }
  return phone;
}

function modified(phone: DialPhone, modifier: string): DialPhone | string {
  if (modifier === "deaf") return { ...phone, deaf: true };
  const timed = /^(after|for)-(\d{1,3}(?:\.\d)?)s$/.exec(modifier);
  if (timed === null) return `".${modifier.slice(0, 20)}" is none of .after-5s, .for-10s and .deaf`;
  const ms = Number(timed[2]) * 1000;
  const most = timed[1] === "after" ? LONGEST_WAIT_MS : LONGEST_TALK_MS;
  if (ms > most) return `${timed[2]} s are more than ${most / 1000} s`;
  return timed[1] === "after" ? { ...phone, afterMs: ms } : { ...phone, talkMs: ms };
}
