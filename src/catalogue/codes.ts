/** The table of response codes and the questions one can ask it. */

import { PROVISIONAL_CODES } from "./codes-1xx.ts";
import { SUCCESS_CODES } from "./codes-2xx.ts";
import { REDIRECTION_CODES } from "./codes-3xx.ts";
import { REQUEST_FAILURE_CODES } from "./codes-4xx.ts";
import { SERVER_FAILURE_CODES } from "./codes-5xx.ts";
import { GLOBAL_FAILURE_CODES } from "./codes-6xx.ts";
import type { ResponseClass, ResponseCode } from "./facts.ts";

/** Every code of the catalogue, ascending. */
export const responseCodes: readonly ResponseCode[] = Object.freeze([
  ...PROVISIONAL_CODES,
  ...SUCCESS_CODES,
  ...REDIRECTION_CODES,
  ...REQUEST_FAILURE_CODES,
  ...SERVER_FAILURE_CODES,
  ...GLOBAL_FAILURE_CODES,
]);

const KNOWN: readonly (ResponseCode | undefined)[] = indexByCode();
const MEANING: readonly ResponseCode[] = KNOWN.map((known, code) => known ?? fallback(code));

function indexByCode(): (ResponseCode | undefined)[] {
  const index = new Array<ResponseCode | undefined>(700).fill(undefined);
  for (const entry of responseCodes) index[entry.code] = entry;
  return index;
}

/** RFC 3261 §8.1.3.2: x00 of the class for an unknown final response, 183 for an unknown provisional. */
function fallback(code: number): ResponseCode {
  const stand = code < 200 ? 183 : code - (code % 100);
  return KNOWN[stand] as ResponseCode;
}

/** Whether `code` lies in one of the six classes of RFC 3261 §7.2. A message with another code is none this stack can act on. */
export function isStatusCode(code: number): boolean {
  return Number.isInteger(code) && code >= 100 && code <= 699;
}

/** What the catalogue says of exactly this code; `undefined` when it lists none such. */
export function responseCode(code: number): ResponseCode | undefined {
  return KNOWN[code];
}

/**
 * What a code means to someone who must act on it: its own entry or, for a code not listed, the entry RFC 3261 §8.1.3.2 puts in
 * its place (then `.code` is that entry's: the wire keeps its own). One array read. Throws a RangeError outside 100–699: check
 * what a peer sent with `isStatusCode` first.
 */
export function semantics(code: number): ResponseCode {
  const entry = code >= 100 ? MEANING[code] : undefined;
  if (entry === undefined) throw new RangeError(`not a SIP status code: ${code}`);
  return entry;
}

/** The registered reason phrase; for a code not listed, that of the entry which stands for it. */
export function reasonPhrase(code: number): string {
  return semantics(code).phrase;
}

/** The class of a status code, known or not. */
export function responseClass(code: number): ResponseClass {
  return semantics(code).class;
}

/** 1xx: a final response is still to come. */
export function isProvisional(code: number): boolean {
  return code >= 100 && code < 200;
}

/** 2xx–6xx: ends the transaction. */
export function isFinal(code: number): boolean {
  return code >= 200 && code < 700;
}

/** 2xx. */
export function isSuccess(code: number): boolean {
  return code >= 200 && code < 300;
}
