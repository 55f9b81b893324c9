import { addressTag, Header, type Message } from "../syntax/mod.ts";
import { Dialog, type DialogEnd, type DialogUsage } from "./dialog.ts";

/** Dialogs one request may make: forks behind a proxy that keeps Max-Breadth (RFC 5393) stay below 60. */
const MAX_DIALOGS = 64;

/**
 * The dialogs that one INVITE, SUBSCRIBE or REFER of ours makes: one per To tag, for a fork brings several
 * (RFC 3261 §12.1, §13.2.2.4).
 */
export class DialogSet<Usage extends DialogUsage = DialogUsage> {
  readonly callId: string;
  readonly localTag: string;
  /** Stands in as remote target for a peer that left out its Contact. */
  requestUri: string;
  private readonly table: DialogTable<Usage>;
  private readonly dialogs = new Map<string, Dialog<Usage>>();
  /** Tags whose early dialog a 199 ended: what they still say comes too late (RFC 6228 §4). */
  private readonly gone = new Set<string>();

  constructor(table: DialogTable<Usage>, callId: string, localTag: string, requestUri: string) {
    this.table = table;
    this.callId = callId;
    this.localTag = localTag;
    this.requestUri = requestUri;
    table.addSet(this);
  }

  /** Every dialog that is not over. */
  get all(): readonly Dialog<Usage>[] {
    return [...this.dialogs.values()];
  }

  get early(): readonly Dialog<Usage>[] {
    return this.all.filter(({ state }) => state === "early");
  }

  get confirmed(): readonly Dialog<Usage>[] {
    return this.all.filter(({ state }) => state === "confirmed");
  }

  /**
   * The dialog a response belongs to, made when it is the first of its To tag; a 2xx confirms it. Null for a 100, a
   * response without a To tag, one that makes no dialog, and beyond 64 dialogs. In a full table a 2xx makes one that
   * incoming requests do not find.
   */
  of(response: Message): Dialog<Usage> | null {
    const { status } = response;
    const tag = addressTag(response.value(Header.To) ?? "");
    if (status === 100 || tag === null) return null;
    const known = this.dialogs.get(tag);
    if (known !== undefined) {
      if (status >= 200 && status < 300) known.confirm(response);
      return known;
    }
    if (status >= 300 || status === 199 || (status < 200 && this.gone.has(tag))) return null;
    if (this.dialogs.size >= MAX_DIALOGS) return null;
    const dialog = Dialog.ofResponse<Usage>(response, this.requestUri);
    // A 2xx must be acknowledged and hung up even where there is no room for what the peer would ask afterwards.
    if (!this.table.add(dialog) && status < 200) return null;
    this.dialogs.set(tag, dialog);
    const forget = dialog.onEnd;
    dialog.onEnd = (end) => {
      this.dialogs.delete(tag);
      forget?.(end);
    };
    return dialog;
  }

  /** A 199 says that the early dialog with its To tag is over while others go on (RFC 6228 §4). */
  release(response: Message): Dialog<Usage> | null {
    const tag = addressTag(response.value(Header.To) ?? "");
    const dialog = tag === null ? undefined : this.dialogs.get(tag);
    if (dialog === undefined || dialog.state !== "early") return null;
    if (this.gone.size < MAX_DIALOGS) this.gone.add(dialog.remoteTag);
    dialog.terminate({ cause: "settled", status: 199 });
    return dialog;
  }

  /** The request has its final answer: whatever is still early is over (§12.3, §13.2.2.4). */
  endEarly(end: DialogEnd): void {
    for (const dialog of this.early) dialog.terminate(end);
  }

  /** No further dialog will be made. Those that are there live on. */
  close(): void {
    this.table.deleteSet(this);
  }
}

/** Every dialog of a user agent, found by Call-ID and both tags (RFC 3261 §12). */
export class DialogTable<Usage extends DialogUsage = DialogUsage> {
  private readonly dialogs = new Map<string, Dialog<Usage>>();
  private readonly sets = new Map<string, DialogSet<Usage>>();
  private readonly limit: number;

  /** At most `limit` dialogs are kept at a time. */
  constructor(limit = 1000) {
    this.limit = limit;
  }

  get size(): number {
    return this.dialogs.size;
  }

  get full(): boolean {
    return this.dialogs.size >= this.limit;
  }

  /** Keeps `dialog` until it is over; false when the table is full or has one with the same identity. */
  add(dialog: Dialog<Usage>): boolean {
    const key = keyOf(dialog.callId, dialog.localTag, dialog.remoteTag);
    if (this.full || this.dialogs.has(key)) return false;
    this.dialogs.set(key, dialog);
    dialog.onEnd = () => this.dialogs.delete(key);
    return true;
  }

  /** The dialog with these three; undefined when there is none. */
  get(callId: string, localTag: string, remoteTag: string): Dialog<Usage> | undefined {
    return this.dialogs.get(keyOf(callId, localTag, remoteTag));
  }

  /** The dialog an incoming request belongs to: its To tag is ours, its From tag the peer's (§12.2.2). */
  of(request: Message): Dialog<Usage> | undefined {
    const localTag = addressTag(request.value(Header.To) ?? "");
    if (localTag === null) return undefined;
    return this.get(request.callId, localTag, addressTag(request.value(Header.From) ?? "") ?? "");
  }

  /**
   * The request of ours that an incoming request answers before any dialog is known: a NOTIFY that overtakes the 2xx to its
   * SUBSCRIBE makes the dialog (RFC 6665 §4.4.1).
   */
  setOf(request: Message): DialogSet<Usage> | undefined {
    const localTag = addressTag(request.value(Header.To) ?? "");
    return localTag === null ? undefined : this.sets.get(`${localTag} ${request.callId}`);
  }

  /** @internal Called by the set itself. */
  addSet(set: DialogSet<Usage>): void {
    this.sets.set(`${set.localTag} ${set.callId}`, set);
  }

  /** @internal */
  deleteSet(set: DialogSet<Usage>): void {
    this.sets.delete(`${set.localTag} ${set.callId}`);
  }

  get all(): IterableIterator<Dialog<Usage>> {
    return this.dialogs.values();
  }
}

function keyOf(callId: string, localTag: string, remoteTag: string): string {
  return `${localTag} ${remoteTag} ${callId}`;
}
