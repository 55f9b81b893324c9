/** The registry tables of the shared corpus: other people's data, read where it lies, never copied. */

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const REGISTRY = resolve(import.meta.dirname, "../..", process.env.SIP_CORPUS ?? "../shared/corpus", "registry");

/** For `test(…, { skip })`: false when the corpus is there, else the reason for the report. */
export const skip: false | string = existsSync(REGISTRY) ? false : "no corpus found; set SIP_CORPUS to run these";

export interface RegisteredCode {
  code: number;
  phrase: string;
  reference: string;
  class: string;
}

export interface SipParameters {
  methods: { method: string; reference: string[] }[];
  headers: { name: string; compact: string | null; reference: string[] }[];
  optionTags: { tag: string; reference: string }[];
  warningCodes: { code: number; text: string }[];
  reasonProtocols: { protocol: string }[];
  eventPackages: { event: string; reference: string[]; template?: boolean }[];
}

type Cause = number | null | string;

export interface CauseMap {
  causeToSip: { cause: number; sip: number | null; rfc3398: Cause; freeswitch: Cause; asterisk: Cause }[];
  sipToCause: { code: number; cause: number | null; freeswitch: Cause; asterisk: Cause }[];
}

export interface Causes {
  locations: Record<string, [number, string]>;
  causes: { cause: number; name: string; class: string }[];
}

/** Reads one table. Call it inside a test that carries `skip`. */
export function registry(file: "response-codes"): RegisteredCode[];
export function registry(file: "sip-parameters"): SipParameters;
export function registry(file: "sip-q850-map"): CauseMap;
export function registry(file: "q850"): Causes;
export function registry(file: string): unknown {
  return JSON.parse(readFileSync(resolve(REGISTRY, `${file}.json`), "utf8"));
}
