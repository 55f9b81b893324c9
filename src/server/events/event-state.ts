import { escapeUser, hostPort } from "../../syntax/mod.ts";
import type { WatchLevel } from "./policy.ts";

/** One subscription, as the state it watches sees it. */
export interface Watch {
  /** Key of the address of record. */
  readonly addressOfRecord: string;
  readonly level: Exclude<WatchLevel, "none">;
  /** Raw parameters of the Event header, from the first ";", or "". */
  readonly params: string;
  /** Number of the document that is written now, from 0. */
  readonly version: number;
  /** When the document before was written, milliseconds since the epoch; 0 before the first. */
  readonly since: number;
}

/** The state of one event package for every address of record. */
export interface EventState {
  /** Name of the package. */
  readonly name: string;
  /** Media type of its documents. */
  readonly contentType: string;
  /** Least time between two notifications of one subscription, in milliseconds, as the package's RFC recommends. */
  readonly intervalMs: number;
  /** How long a change waits for the next one that follows at once, in milliseconds. */
  readonly patienceMs: number;
  /** Its documents carry a version: each is another one. Where not, the same document is told once. */
  readonly versioned: boolean;
  /** Called when somebody subscribes, so that nothing is followed that nobody watches. */
  follow(): void;
  /** The whole state, as octets. */
  document(watch: Watch): string;
}

/** Told of a change, by package and key of the address of record. */
export type ChangeListener = (event: string, addressOfRecord: string) => void;

/** The SIP URI of an address of record, from its key. */
export function uriOfKey(key: string): string {
  const at = key.lastIndexOf("@");
  return `sip:${escapeUser(key.slice(0, at))}@${hostPort(key.slice(at + 1), null)}`;
}
