/** What a person pasted or typed, read without regard to language: a number, a status line, a whole response, a Reason. */

import { responseCode, responseCodes } from "../catalogue/mod.ts";
import { plainLine, plainLines } from "./plain.ts";
import { type NetworkBlocked, networkBlocked, type PastedReason, phraseOfPlus, readReasons } from "./reason.ts";

export type Pasted =
  | {
      readonly kind: "code";
      /** Any whole number: whether the catalogue has it is the next question. */
      readonly code: number;
      /** The phrase that stood beside it, null without. */
      readonly phrase: string | null;
      readonly reasons: readonly PastedReason[];
      readonly blocked: NetworkBlocked | null;
    }
  | {
      readonly kind: "q850";
      readonly cause: number;
      readonly reasons: readonly PastedReason[];
    }
  | { readonly kind: "xmpp"; readonly condition: string }
  /** Two codes of the catalogue in one line: `486 vs 600`. In the order given. */
  | { readonly kind: "pair"; readonly codes: readonly [number, number] }
  | { readonly kind: "words"; readonly text: string };

/** More than a SIP response over UDP; what follows is not read. */
const MAX_INPUT = 16_384;
const MAX_PHRASE = 80;
/** A search for more words than a sentence has finds nothing better. */
const MAX_WORDS = 200;

const STATUS_LINE = /^(?:.*[^\w/])?SIP\/2\.0[ \t]+(\d{3})(?!\d)(?:[ \t]+(.*))?$/im;
const REASON_FIELD = /^.*?\breason[ \t]*:[ \t]*(.+(?:\n[ \t]+.+)*)/gim;
const REASON_VALUE = /^\s*[A-Za-z][A-Za-z0-9.+_-]*\s*;.*\bcause\s*=/i;
const Q850 = /^(?:q\.?\s?850|isdn|(?:hangup[ _-]?)?cause)(?:[\s:=#;,.-]|cause)*(\d{1,3})$/i;
/** A condition is written with hyphens, in angle brackets, or behind the name of the protocol; else "forbidden" is a phrase. */
const XMPP = /^(?:xmpp\s*[:\s]\s*<?([a-z-]+)(?:\s*\/?>)?|<([a-z-]+)(?:\s[^>]*)?\/?>|([a-z]+(?:-[a-z]+)+))$/i;
/** The number first, or after the word that announces it. */
const NUMBER_FIRST = /^(?:sips?[\s:/-]*)?(-?\d{1,6}\+?)(?![\w.])[\s:;,()"'-]*(.*)$/is;
const NUMBER_INSIDE =
  /\b(?:sip|code|error|status|response|reply|got|failed|failure|http|cause)\b\W{0,3}(?:\w+\W{1,3}){0,2}?([1-6]\d\d)(?![\w.])/i;
/** "drops after 180 seconds" names no code, in any of the languages. */
const UNIT =
  /^(?:(?:s|sec|secs|seconds?|secondes?|ms|min|minutes?|hz|khz|kb|kbit|users?|calls?|phones?|giây|phút|sn|saniye\p{L}*|dk|dakika\p{L}*|с|сек|секунд\p{L}*|мин|минут\p{L}*)(?![\p{L}\p{N}])|%|秒|分|毫秒|个|路)/iu;
/** Three digits that are part of no longer number, name or address. */
const LONE_CODE = /(?<![\w.@+])[1-6]\d\d(?![\w.@+])/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** More words than these tell more than the numbers among them. */
const MOST_WORDS_WITH_ONE = 3;
const MOST_WORDS_WITH_TWO = 9;

/** Reads what was typed or pasted. Never fails: what is nothing else is words to search for. */
export function readPasted(input: string): Pasted {
  const text = plainLines(input, MAX_INPUT).trim();
  return message(text) ?? reasonAlone(text) ?? short(plainLine(text, MAX_WORDS));
}

/** A status line, alone, at the head of a response, or behind what a log writes before it. */
function message(text: string): Pasted | null {
  const line = STATUS_LINE.exec(text);
  if (line === null) return null;
  return coded(Number(line[1]), line[2] ?? "", reasonFields(text));
}

function reasonAlone(text: string): Pasted | null {
  const fields = reasonFields(text);
  const reasons = fields.length > 0 ? fields : REASON_VALUE.test(text) ? readReasons(text) : [];
  const sip = reasons.find(({ protocol, cause }) => cause !== null && /^sip$/i.test(protocol));
  if (sip !== undefined) return coded(sip.cause as number, "", reasons);
  const q850 = reasons.find(({ protocol, cause }) => cause !== null && /^q\.?850$/i.test(protocol));
  return q850 === undefined ? null : { kind: "q850", cause: q850.cause as number, reasons };
}

function reasonFields(text: string): readonly PastedReason[] {
  return [...text.matchAll(REASON_FIELD)]
    .flatMap(([, value = ""]) => readReasons(value.replaceAll("\n", " ")))
    .slice(0, 8);
}

function short(line: string): Pasted {
  const cause = Q850.exec(line)?.[1];
  if (cause !== undefined) return numbered(line, Number(cause));
  const condition = XMPP.exec(line)
    ?.slice(1)
    .find((each) => each !== undefined)
    ?.toLowerCase();
  if (condition !== undefined && isCondition(condition)) return { kind: "xmpp", condition };
  const pair = codesWithin(line);
  if (pair.length === 2) return { kind: "pair", codes: pair as [number, number] };
  const first = NUMBER_FIRST.exec(line);
  if (first !== null && !UNIT.test(first[2] ?? "")) return plus(first[1] as string, first[2] ?? "");
  const inside = NUMBER_INSIDE.exec(line);
  if (inside !== null && !UNIT.test(line.slice(inside.index + inside[0].length).trimStart()))
    return coded(Number(inside[1]), "", []);
  const [beside] = (line.match(WORD)?.length ?? 0) <= MOST_WORDS_WITH_ONE ? numbersWithin(line) : [];
  return beside === undefined ? { kind: "words", text: line } : coded(beside, "", []);
}

/** The codes of the catalogue in a line, each once; none in one that says much more. */
function codesWithin(line: string): number[] {
  if ((line.match(WORD)?.length ?? 0) > MOST_WORDS_WITH_TWO) return [];
  return [...new Set(numbersWithin(line))].filter((number) => responseCode(number) !== undefined);
}

/** What may be codes: `hata 480`, `SIP错误486`. */
function numbersWithin(line: string): number[] {
  return [...line.matchAll(LONE_CODE)]
    .filter(({ index }) => !UNIT.test(line.slice(index + 3).trimStart()))
    .map(([number]) => Number(number));
}

/** What carriers call "603+" differs from 603 by its phrase. */
function plus(number: string, words: string): Pasted {
  const code = Number.parseInt(number, 10);
  return coded(code, words === "" && number.endsWith("+") ? (phraseOfPlus(code) ?? "") : words, []);
}

/** "cause 17" is ISDN's, "cause 486" can only be SIP's. */
function numbered(line: string, cause: number): Pasted {
  return cause > 127 && /^cause/i.test(line) ? coded(cause, "", []) : { kind: "q850", cause, reasons: [] };
}

function coded(code: number, words: string, reasons: readonly PastedReason[]): Pasted {
  const phrase = plainLine(words, MAX_PHRASE).replace(/["')\]]+$/, "");
  const said = phrase === "" ? null : phrase;
  return { kind: "code", code, phrase: said, reasons, blocked: networkBlocked(code, said, reasons) };
}

function isCondition(text: string): boolean {
  return responseCodes.some(({ xmpp }) => xmpp === text);
}
