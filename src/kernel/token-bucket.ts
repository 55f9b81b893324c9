/** How many of something may come: so many a second in the long run, and so many at once. It begins full. */
export class TokenBucket {
  private readonly perSecond: number;
  private readonly burst: number;
  private left: number;
  private at: number | null = null;

  constructor(perSecond: number, burst: number) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.left = burst;
  }

  /** How many may come at `now`, in milliseconds of a clock that does not go back. */
  level(now: number): number {
    if (this.at !== null) this.left = Math.min(this.burst, this.left + ((now - this.at) * this.perSecond) / 1000);
    this.at = now;
    return this.left;
  }

  /** True when one more may come at `now`, which is counted. */
  take(now: number): boolean {
    if (this.level(now) < 1) return false;
    this.left--;
    return true;
  }
}
