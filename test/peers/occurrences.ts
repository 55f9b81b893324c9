/**
 * What a peer did, in order: the one thing every wait in this folder waits on.
 *
 * A story reads occurrences from a cursor, so `until` never finds the ringing of the call before.
 */

interface Waiter<E> {
  readonly wanted: (event: E) => boolean;
  readonly found: (event: E) => void;
  readonly ended: (reason: string) => void;
}

/** Most occurrences kept for evidence; older ones are forgotten. */
const KEPT = 20_000;

/** A wait that ran out, or whose peer ended first. */
export class WaitEnded extends Error {
  override name = "WaitEnded";
}

export class Occurrences<E> {
  readonly #owner: string;
  #kept: E[] = [];
  #cursor = 0;
  #waiters: Waiter<E>[] = [];
  readonly #watchers: ((event: E) => void)[] = [];
  #ended: string | null = null;

  /** @param owner whose occurrences these are, for failure messages */
  constructor(owner: string) {
    this.#owner = owner;
  }

  /** Everything kept so far, read or not. */
  get all(): readonly E[] {
    return this.#kept;
  }

  /** How many of {@link all} the story has read; `all.slice(mark)` is what came since. */
  get mark(): number {
    return this.#cursor;
  }

  push(event: E): void {
    this.#kept.push(event);
    if (this.#kept.length > KEPT) {
      this.#kept = this.#kept.slice(KEPT / 2);
      this.#cursor = Math.max(0, this.#cursor - KEPT / 2);
    }
    for (const watcher of this.#watchers) watcher(event);
    const waiter = this.#waiters.findIndex((one) => one.wanted(event));
    if (waiter < 0) return;
    this.#cursor = this.#kept.length;
    this.#waiters.splice(waiter, 1)[0]?.found(event);
  }

  /** No more will come: whoever waits is told why. */
  end(reason: string): void {
    this.#ended ??= reason;
    for (const waiter of this.#waiters.splice(0)) waiter.ended(reason);
  }

  /** Shows every later occurrence to `watcher`, read by a story or not. */
  watch(watcher: (event: E) => void): void {
    this.#watchers.push(watcher);
  }

  /** Skips what nobody has read yet: the next `until` sees only what happens from here on. */
  skip(): void {
    this.#cursor = this.#kept.length;
  }

  /**
   * The next unread occurrence that is wanted; reading moves past it and everything before it.
   *
   * @param timeoutMs milliseconds to wait at most
   * @param what what is awaited, in words, for the failure message
   * @throws WaitEnded when time runs out or the peer ends first
   */
  until(wanted: (event: E) => boolean, timeoutMs: number, what: string): Promise<E> {
    for (let i = this.#cursor; i < this.#kept.length; i++) {
      const event = this.#kept[i] as E;
      if (!wanted(event)) continue;
      this.#cursor = i + 1;
      return Promise.resolve(event);
    }
    if (this.#ended !== null) return Promise.reject(this.#failure(what, this.#ended));
    return new Promise((resolve, reject) => {
      const waiter: Waiter<E> = {
        wanted,
        found: (event) => {
          clearTimeout(timer);
          resolve(event);
        },
        ended: (reason) => {
          clearTimeout(timer);
          reject(this.#failure(what, reason));
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(this.#failure(what, `nothing of the kind within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#waiters.push(waiter);
    });
  }

  #failure(what: string, reason: string): WaitEnded {
    return new WaitEnded(`${this.#owner}: waited for ${what}: ${reason}`);
  }
}
