/** Where the pure rooms learn what time it is. The host reads the system clock, the lab a virtual one. */
export interface Clock {
  /** Milliseconds since the Unix epoch. Never goes backwards within one process. */
  now(): number;
}
