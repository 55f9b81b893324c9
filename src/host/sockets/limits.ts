/** What connections may cost this process. Times in milliseconds, sizes in octets. */
export interface ConnectionLimits {
  /** Open at one time, whoever opened them. */
  readonly connections: number;
  /** Inbound ones open at one time from one address. */
  readonly connectionsPerSource: number;
  /** Written and not yet taken by the system; a peer that reads too slowly for this is cut off. */
  readonly sendQueue: number;
  /** Of unfinished messages and untaken answers, of all connections together; what one has up to `heldEach` is not counted. */
  readonly held: number;
  readonly heldEach: number;
  /** For a connection this process opens, TLS handshake included. */
  readonly connectMs: number;
  /** For the TLS handshake of an inbound connection. */
  readonly handshakeMs: number;
  /** Until an inbound connection must have sent its first SIP message. */
  readonly firstMessageMs: number;
  /** For one message to arrive whole once its first octet is here. */
  readonly partialMs: number;
  /** Without an octet in either direction. */
  readonly idleMs: number;
  /** For a peer to take the last answer of a connection that is closed because of what it sent. */
  readonly drainMs: number;
}

export const defaultLimits: ConnectionLimits = {
  connections: 10_000,
  connectionsPerSource: 1_000,
  sendQueue: 1024 * 1024,
  held: 64 * 1024 * 1024,
  heldEach: 64 * 1024,
  connectMs: 5_000,
  handshakeMs: 10_000,
  firstMessageMs: 30_000,
  partialMs: 30_000,
  idleMs: 15 * 60_000,
  drainMs: 2_000,
};

/** Counts connections in and out, in total and per source address, and what they have waiting here. */
export class Admission {
  private readonly limits: ConnectionLimits;
  private readonly sources = new Map<string, number>();
  private total = 0;
  private held = 0;

  constructor(limits: ConnectionLimits) {
    this.limits = limits;
  }

  /** Takes a place for an inbound connection from `source`; else says which limit is reached. */
  admit(source: string): string | null {
    const fromSource = this.sources.get(source) ?? 0;
    if (fromSource >= this.limits.connectionsPerSource) {
      return `${source} already has ${fromSource} connections`;
    }
    const refusal = this.admitOutbound();
    if (refusal === null) this.sources.set(source, fromSource + 1);
    return refusal;
  }

  /** Takes a place for a connection of our own; else says that the limit is reached. */
  admitOutbound(): string | null {
    if (this.total >= this.limits.connections) return `${this.total} connections are open`;
    this.total++;
    return null;
  }

  /** Gives back what `admit` took. */
  release(source: string): void {
    this.total--;
    const rest = (this.sources.get(source) ?? 1) - 1;
    if (rest === 0) this.sources.delete(source);
    else this.sources.set(source, rest);
  }

  /** Gives back what `admitOutbound` took. */
  releaseOutbound(): void {
    this.total--;
  }

  /** Notes that what a connection has waiting went from `before` octets to `now`. False when that is too much for all together. */
  hold(before: number, now: number): boolean {
    const { heldEach, held } = this.limits;
    const more = Math.max(0, now - heldEach) - Math.max(0, before - heldEach);
    if (more > 0 && this.held + more > held) return false;
    this.held += more;
    return true;
  }
}
