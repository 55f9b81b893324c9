/** How often a process looks whether it is still being given time. Milliseconds. */
const EVERY = 10;
/** Less than this is the work of the process itself. */
const LEAST = 50;

/**
 * When this process stood still: nothing that happened meanwhile says anything about the code that it runs. It watches
 * from `start` on and does not keep the process alive.
 */
export class Stalls {
  private readonly found: { readonly end: number; readonly ms: number }[] = [];
  private last = performance.now();
  private timer: NodeJS.Timeout | null = null;

  start(): void {
    this.last = performance.now();
    this.timer = setInterval(() => this.look(), EVERY).unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** The longest since `moment` (of `performance.now()`), in milliseconds; 0 when there was none. */
  longestSince(moment: number): number {
    this.look();
    return this.found.reduce((longest, { end, ms }) => (end > moment && ms > longest ? ms : longest), 0);
  }

  private look(): void {
    const now = performance.now();
    const ms = now - this.last - EVERY;
    if (ms >= LEAST) this.found.push({ end: now, ms });
    this.last = now;
  }
}
