import { semantics } from "../catalogue/mod.ts";
import {
  asRequestUri,
  type Contact,
  equalUri,
  escapeHeader,
  Header,
  isSipUri,
  type Message,
  parseExpires,
  type SipUri,
  writeUri,
} from "../syntax/mod.ts";
import { contactsOf } from "./outcome.ts";

/** Places one operation may be led to by redirections (RFC 3261 §8.1.3.4 leaves the bound to the client). */
const MAX_TARGETS = 10;
const MAX_CACHED = 100;
const LONGEST_CACHE_MS = 24 * 3_600_000;

/** The URIs an operation tries, in the order to try them, each once (RFC 3261 §8.1.3.4). */
export class RedirectTargets {
  /** Everything that was ever put in, in order. */
  readonly seen: SipUri[];
  private readonly waiting: { readonly uri: SipUri; readonly q: number }[] = [];

  constructor(original: SipUri) {
    this.seen = [original];
  }

  /**
   * Adds the Contacts of a 3xx. Passed over: what was tried or waits already, what is no SIP or SIPS URI, SIP where the
   * call asked for SIPS (§8.1.3.4), and all beyond ten. Returns how many were added.
   */
  add(response: Message): number {
    const secure = this.seen[0]?.scheme === "sips";
    let added = 0;
    for (const contact of contactsOf(response)) {
      const uri = usable(contact);
      if (uri === null || (secure && uri.scheme !== "sips") || this.seen.length > MAX_TARGETS) continue;
      if (this.seen.some((each) => equalUri(each, uri))) continue;
      this.seen.push(uri);
      this.waiting.push({ uri, q: contact.q ?? 1000 });
      added++;
    }
    // A sort is stable: of equal q, whatever came first is tried first.
    if (added > 0) this.waiting.sort((a, b) => b.q - a.q);
    return added;
  }

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** The best one that is left, null when there is none. */
  next(): SipUri | null {
    return this.waiting.shift()?.uri ?? null;
  }
}

/** A Contact as a Request-URI: without a method and without headers, which would become part of our request (§19.1.5). */
function usable(contact: Contact): SipUri | null {
  const { target } = contact;
  return isSipUri(target) ? asRequestUri(target) : null;
}

interface Cached {
  readonly uri: SipUri;
  readonly until: number;
}

/** Where a URI moved for a time that the 3xx named (Expires, §21.3.3); at most 100 of them. */
export class RedirectCache {
  private readonly entries = new Map<string, Cached>();

  /** Where to go in the place of `uri` now; null when nothing is known. */
  find(uri: SipUri, now: number): SipUri | null {
    const key = writeUri(uri);
    const found = this.entries.get(key);
    if (found === undefined) return null;
    if (found.until > now) return found.uri;
    this.entries.delete(key);
    return null;
  }

  forget(uri: SipUri): void {
    this.entries.delete(writeUri(uri));
  }

  /** Remembers the best Contact of a 3xx to `uri` when the code may be cached and it says for how long. */
  learn(uri: SipUri, response: Message, now: number): void {
    if (!semantics(response.status).cacheable) return;
    const best = contactsOf(response)[0];
    const target = best === undefined ? null : usable(best);
    const seconds = best?.expires ?? parseExpires(response.value(Header.Expires) ?? "");
    if (target === null || seconds === null || seconds === 0) return;
    if (uri.scheme === "sips" && target.scheme !== "sips") return;
    const key = writeUri(uri);
    this.entries.delete(key);
    if (this.entries.size >= MAX_CACHED) this.entries.delete(this.entries.keys().next().value as string);
    this.entries.set(key, { uri: target, until: now + Math.min(seconds * 1000, LONGEST_CACHE_MS) });
  }
}

/** One place the call was sent to, and the status it came back with. */
export interface HistoryEntry {
  readonly uri: string;
  /** Status that led away from there; null for the present target and for silence. */
  readonly cause: number | null;
}

/**
 * History-Info lines (RFC 7044 §5, §6.1): a caller counts its targets 1, 2, 3…; each carries why it was left (§10.2) and
 * which one the next was mapped from.
 */
export function historyLines(entries: readonly HistoryEntry[]): string {
  return entries
    .map(({ uri, cause }, i) => {
      const reason = cause === null ? "" : `?Reason=${escapeHeader(`SIP;cause=${cause}`)}`;
      return `History-Info: <${uri}${reason}>;index=${i + 1}${i === 0 ? "" : `;mp=${i}`}\r\n`;
    })
    .join("");
}
