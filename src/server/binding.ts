import { own } from "../kernel/mod.ts";
import type { Protocol } from "../transport/mod.ts";

/** What a binding is made of; see {@link Binding}. */
export interface BindingFields {
  readonly id: number;
  readonly addressOfRecord: string;
  readonly contact: string;
  readonly params: string;
  readonly q: number;
  readonly expiresAt: number;
  readonly registeredAt: number;
  readonly callId: string;
  readonly cseq: number;
  readonly mark: number;
  readonly path: string;
  readonly instance: string;
  readonly regId: number;
  readonly protocol: Protocol;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly local: string;
  readonly flowId: number;
  readonly overFlow: boolean;
  readonly userAgent: string;
}

/**
 * One binding of an address of record to a contact (RFC 3261 §10). There are as many of these as there are registered
 * phones, so its strings are its own (none pins a message) or shared (those that repeat). What changes it makes a new one, which
 * takes its place with the commit; of a mere refresh the old one takes over the times (`refresh`), as a long-lived object that is
 * replaced is dearer to the collector than one that changes.
 */
export class Binding implements BindingFields {
  /** Number in the store, unique in this server's life. */
  readonly id: number;
  /** Key of the address of record, `user@domain`. */
  readonly addressOfRecord: string;
  /** The contact's URI as it was registered, without brackets. */
  readonly contact: string;
  /**
   * Contact header parameters that are given back, from the first ";" (q among them); not expires, +sip.instance, reg-id and the
   * GRUUs, which have a place of their own.
   */
  readonly params: string;
  /** Thousandths; 1000 when none was given. */
  readonly q: number;
  /**
   * Milliseconds since the epoch, as is `registeredAt`. By `declare` the constructor is the first to set them: a field that began
   * as undefined would be given a box of its own for each new number, and a refresh would leave three of them to the collector.
   */
  declare expiresAt: number;
  declare registeredAt: number;
  readonly callId: string;
  cseq: number;
  /** Fingerprint of the Via of the request that made it: tells that request come again from one out of order. */
  declare mark: number;
  /** Path values joined by commas, first hop first, to become Route values (RFC 3327 §5.4); "" when the phone is reached directly. */
  readonly path: string;
  /** `+sip.instance` without angle brackets; "" when there was none. */
  readonly instance: string;
  /** RFC 5626; 0 when there was none or it was ignored. */
  readonly regId: number;
  /** How and whence the REGISTER came. */
  readonly protocol: Protocol;
  readonly remoteHost: string;
  readonly remotePort: number;
  /** `sentBy` of the listener it came to. */
  readonly local: string;
  /** Id of the connection this binding stands and falls with; 0 when it is reached by its URI, over UDP or through its path. */
  readonly flowId: number;
  /** Requests go back the way the REGISTER came (that connection; over UDP the same pair of addresses), not to the contact's host. */
  readonly overFlow: boolean;
  /** At most 64 characters. */
  readonly userAgent: string;
  /** It differs from the one it takes the place of in nothing but times and order, so that a store need not write the rest again. */
  isRefresh = false;
  /** When its connection closed, milliseconds since the epoch; null while it can be reached. */
  flowClosedAt: number | null = null;

  constructor(fields: BindingFields) {
    this.id = fields.id;
    this.addressOfRecord = fields.addressOfRecord;
    this.contact = fields.contact;
    this.params = fields.params;
    this.q = fields.q;
    this.expiresAt = fields.expiresAt;
    this.registeredAt = fields.registeredAt;
    this.callId = fields.callId;
    this.cseq = fields.cseq;
    this.mark = fields.mark;
    this.path = fields.path;
    this.instance = fields.instance;
    this.regId = fields.regId;
    this.protocol = fields.protocol;
    this.remoteHost = fields.remoteHost;
    this.remotePort = fields.remotePort;
    this.local = fields.local;
    this.flowId = fields.flowId;
    this.overFlow = fields.overFlow;
    this.userAgent = fields.userAgent;
  }

  /** Takes over times and order from its successor `next` when it differs in nothing else; false when it does. */
  refresh(next: Binding): boolean {
    if (!this.isSameBut(next)) return false;
    this.expiresAt = next.expiresAt;
    this.registeredAt = next.registeredAt;
    this.cseq = next.cseq;
    this.mark = next.mark;
    return true;
  }

  /** Whether its successor `next` differs in nothing but times and order. */
  isSameBut(next: Binding): boolean {
    return (
      this.id === next.id &&
      this.contact === next.contact &&
      this.callId === next.callId &&
      this.remotePort === next.remotePort &&
      this.remoteHost === next.remoteHost &&
      this.protocol === next.protocol &&
      this.local === next.local &&
      this.flowId === next.flowId &&
      this.overFlow === next.overFlow &&
      this.params === next.params &&
      this.q === next.q &&
      this.path === next.path &&
      this.instance === next.instance &&
      this.regId === next.regId &&
      this.userAgent === next.userAgent &&
      this.flowClosedAt === null &&
      next.flowClosedAt === null
    );
  }

  /** Whether a request can be sent to it at `now`. */
  isLive(now: number): boolean {
    return this.expiresAt > now && this.flowClosedAt === null;
  }
}

/** Where bindings outlive the process. */
export interface BindingStore {
  /** All bindings that have not expired at `now`, oldest first, their strings owned or `interned`. Called once, before the first commit. */
  load(now: number, interned: Interned): Iterable<Binding>;
  /**
   * Makes one batch durable as a whole or throws and leaves everything as it was: when it returns, the batch survives the
   * end of the process. A binding in both lists was removed.
   * @param put added or changed, by `id`; a later one of the same id counts
   * @param removed ids
   * @param live all bindings as they were before this batch, for a store that tidies up while it writes
   */
  commit(put: readonly Binding[], removed: readonly number[], live: Iterable<Binding>): void;
}

/** One copy of each text that many bindings share (User-Agent, parameters, hosts). Bounded: when full it starts anew. */
export class Interned {
  private readonly texts = new Map<string, string>();

  of(text: string): string {
    if (text === "") return "";
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (this.texts.size >= 4096) this.texts.clear();
    const copy = own(text);
    this.texts.set(copy, copy);
    return copy;
  }
}
