import {
  type Clock,
  type Kernel,
  ObservationStream,
  portableHash,
  type Random,
  SteadyClock,
  type Timer,
  TimerWheel,
} from "../kernel/mod.ts";

/** Milliseconds a browser's timer waits at most (a signed 32-bit number). */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * A wheel that wakes for what is due and sleeps between: a page that is registered and otherwise idle costs no turns. In a
 * hidden page browsers hold timers back, to a second and later to a minute; what is due then fires late, never lost.
 */
class WakingWheel extends TimerWheel {
  private readonly time: Clock;
  private readonly onFailure: (error: unknown) => void;
  private handle: ReturnType<typeof setTimeout> | null = null;
  /** When it will wake, milliseconds since the epoch; infinity while nothing waits. */
  private wakesAt = Number.POSITIVE_INFINITY;
  private stopped = false;

  constructor(clock: Clock, onFailure: (error: unknown) => void) {
    super(clock);
    this.time = clock;
    this.onFailure = onFailure;
  }

  override arm(timer: Timer, delayMs: number): void {
    if (this.size === 0) this.advance(); // skips the ticks of the idle time in one step
    super.arm(timer, delayMs);
    const at = this.time.now() + Math.max(0, delayMs);
    if (at < this.wakesAt) this.wakeAt(at);
  }

  stop(): void {
    this.stopped = true;
    if (this.handle !== null) clearTimeout(this.handle);
    this.handle = null;
  }

  private wakeAt(at: number): void {
    if (this.stopped) return;
    if (this.handle !== null) clearTimeout(this.handle);
    this.wakesAt = at;
    this.handle = setTimeout(this.wake, Math.min(LONGEST_WAIT, Math.max(0, at - this.time.now())));
  }

  private readonly wake = (): void => {
    this.handle = null;
    this.wakesAt = Number.POSITIVE_INFINITY;
    try {
      this.advance();
    } catch (error) {
      this.onFailure(error);
    }
    const next = this.nextDue();
    if (next !== null && next < this.wakesAt) this.wakeAt(next);
  };
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
/** The largest multiple of 36 below 256: readings from there on are thrown away, so that every letter is equally likely. */
const FAIR = 252;

const browserRandom: Random = {
  fraction: () => Math.random(),
  token(length) {
    let text = "";
    while (text.length < length) {
      for (const reading of crypto.getRandomValues(new Uint8Array(length - text.length + 8)))
        if (reading < FAIR && text.length < length) text += letters[reading % letters.length];
    }
    return text;
  },
};

/** The kernel of a browser page. `onFailure` hears of exceptions in timers, observers and deferred work; the console, when absent. */
export class BrowserKernel implements Kernel {
  readonly clock: Clock;
  readonly wheel: TimerWheel;
  readonly random = browserRandom;
  readonly hash = portableHash;
  readonly observations: ObservationStream;
  private readonly waking: WakingWheel;
  private readonly onFailure: (error: unknown) => void;

  constructor(onFailure: (error: unknown) => void = (error) => reportError(error)) {
    this.onFailure = onFailure;
    // Not performance.now(), which stands still while a laptop sleeps: what was due meanwhile is due at once.
    this.clock = new SteadyClock(Date.now);
    this.waking = new WakingWheel(this.clock, onFailure);
    this.wheel = this.waking;
    this.observations = new ObservationStream(onFailure);
  }

  defer(work: () => void): void {
    queueMicrotask(() => {
      try {
        work();
      } catch (error) {
        this.onFailure(error);
      }
    });
  }

  /** Stops the wheel for good; timers that still wait never fire. */
  close(): void {
    this.waking.stop();
  }
}
