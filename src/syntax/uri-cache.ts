import { own } from "../kernel/mod.ts";
import { parseUri, type Uri } from "./uri.ts";

/** Slots, a power of two; a server meets the same domains and contacts again and again. */
const SLOTS = 4096;
/** Longer ones are rare and would make the cache heavy. */
const MAX_LENGTH = 128;

interface Slot {
  readonly text: string;
  readonly uri: Uri | null;
}

/** The one asked for last: REGISTERs of a domain all have the same Request-URI. */
let last: Slot = { text: "", uri: null };
const slots: (Slot | undefined)[] = new Array(SLOTS).fill(undefined);

/**
 * As `parseUri`, remembering the URIs met of late: a table with one place for each, so that it neither grows nor is ever
 * cleared, and what is met less often makes room.
 */
export function knownUri(text: string): Uri | null {
  if (text === last.text) return last.uri;
  if (text.length > MAX_LENGTH) return parseUri(text);
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const index = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const slot = slots[index];
  if (slot !== undefined && slot.text === text) {
    last = slot;
    return slot.uri;
  }
  const kept = own(text);
  last = { text: kept, uri: parseUri(kept) };
  slots[index] = last;
  return last.uri;
}
