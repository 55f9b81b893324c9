import { type Kernel, Timer } from "../kernel/mod.ts";
import { addressOf, type Bindings, listOf } from "./bindings.ts";

/** Milliseconds between two steps of a sweep, and the bindings looked at in one: enough to see all of a million in a minute. */
const SWEEP_MS = 500;
const SWEEP_MIN = 512;
const SWEEP_SHARE = 128;

/**
 * Walks all bindings in small steps, so that forgetting costs no timer per binding and never stalls the process. Sleeps
 * until the earliest expiry it has heard of.
 */
export class Sweep extends Timer {
  private readonly kernel: Kernel;
  private readonly records: Iterable<Bindings> & { readonly size: number };
  private readonly expire: (addressOfRecord: string, now: number) => void;
  private walk: Iterator<Bindings> | null = null;
  /** Earliest expiry seen by the walk at hand, and heard of since it began. */
  private earliest = Number.POSITIVE_INFINITY;
  private wakesAt = Number.POSITIVE_INFINITY;

  constructor(
    kernel: Kernel,
    records: Iterable<Bindings> & { readonly size: number },
    expire: (addressOfRecord: string, now: number) => void,
  ) {
    super();
    this.kernel = kernel;
    this.records = records;
    this.expire = expire;
  }

  /** A binding will expire then. The clock is asked only where that is sooner than anything known: this is called for every REGISTER. */
  expect(expiresAt: number): void {
    if (expiresAt < this.earliest) this.earliest = expiresAt;
    if (this.walk === null && expiresAt < this.wakesAt) this.sleepUntil(expiresAt, this.kernel.clock.now());
  }

  override fire(now: number): void {
    if (this.walk === null) {
      this.walk = this.records[Symbol.iterator]();
      this.earliest = Number.POSITIVE_INFINITY;
    }
    let budget = Math.max(SWEEP_MIN, Math.ceil(this.records.size / SWEEP_SHARE));
    for (; budget > 0; budget--) {
      const next = this.walk.next();
      if (next.done === true) {
        this.walk = null;
        this.wakesAt = Number.POSITIVE_INFINITY;
        if (this.earliest !== Number.POSITIVE_INFINITY) this.sleepUntil(this.earliest, now);
        return;
      }
      this.look(next.value, now);
    }
    this.kernel.wheel.arm(this, SWEEP_MS);
  }

  private look(record: Bindings, now: number): void {
    let ended = false;
    for (const { expiresAt } of listOf(record)) {
      if (expiresAt <= now) ended = true;
      else if (expiresAt < this.earliest) this.earliest = expiresAt;
    }
    if (ended) this.expire(addressOf(record), now);
  }

  private sleepUntil(time: number, now: number): void {
    this.wakesAt = time;
    this.kernel.wheel.arm(this, Math.max(SWEEP_MS, time - now));
  }
}
