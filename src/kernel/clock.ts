/** Where the pure rooms learn what time it is. The host reads the system clock, the lab a virtual one. */
export interface Clock {
  /** Milliseconds since the Unix epoch. Never goes backwards within one process. */
  now(): number;
}

/**
 * A clock without steps backwards: when an operator or NTP sets the time back, the difference is added from then on, so that
 * timers neither stall nor fire twice.
 */
export class SteadyClock implements Clock {
  private readonly read: () => number;
  private last = 0;
  private lead = 0;

  /** `read` gives milliseconds since the epoch. */
  constructor(read: () => number) {
    this.read = read;
  }

  now(): number {
    const time = this.read() + this.lead;
    if (time >= this.last) {
      this.last = time;
      return time;
    }
    this.lead += this.last - time;
    return this.last;
  }
}
