import { createHmac, createSecretKey, hash, type KeyObject, randomFillSync } from "node:crypto";
import {
  type Clock,
  type Hash,
  type Kernel,
  ObservationStream,
  type Random,
  SteadyClock,
  TICK_MS,
  type Timer,
  TimerWheel,
} from "../kernel/mod.ts";

/** The system's clock, without its steps backwards. */
export class SystemClock extends SteadyClock {
  constructor(read: () => number = Date.now) {
    super(read);
  }
}

/** A wheel that turns by itself, and only while a timer waits. It does not keep the process alive: sockets do that. */
class TurningWheel extends TimerWheel {
  private readonly time: Clock;
  private readonly onFailure: (error: unknown) => void;
  private turning: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(clock: Clock, onFailure: (error: unknown) => void) {
    super(clock);
    this.time = clock;
    this.onFailure = onFailure;
  }

  override arm(timer: Timer, delayMs: number): void {
    if (this.turning === null && !this.stopped) {
      this.advance(); // nothing waits: skips the ticks of the idle time in one step
      this.schedule();
    }
    super.arm(timer, delayMs);
  }

  stop(): void {
    this.stopped = true;
    if (this.turning !== null) clearTimeout(this.turning);
    this.turning = null;
  }

  private readonly turn = (): void => {
    try {
      this.advance();
    } catch (error) {
      this.onFailure(error);
    }
    this.turning = null;
    if (this.size > 0 && !this.stopped) this.schedule();
  };

  private schedule(): void {
    this.turning = setTimeout(this.turn, TICK_MS - (this.time.now() % TICK_MS)).unref();
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const PAIRS = letters.length * letters.length;
const pairs: string[] = [];
for (const first of letters) for (const second of letters) pairs.push(first + second);

/** Highest multiple of PAIRS below 65536: readings from there on are thrown away, so that every pair is equally likely. */
const FAIR = 65536 - (65536 % PAIRS);

/** Tokens from the system's cryptographic generator, drawn in blocks; fractions from the fast one, as nothing secret hangs on them. */
export class SystemRandom implements Random {
  private readonly block = new Uint16Array(2048);
  private used = this.block.length;

  fraction(): number {
    return Math.random();
  }

  token(length: number): string {
    let text = "";
    while (text.length < length) {
      if (this.used === this.block.length) {
        randomFillSync(this.block);
        this.used = 0;
      }
      const reading = this.block[this.used++] as number;
      if (reading < FAIR) text += pairs[reading % PAIRS];
    }
    return text.length === length ? text : text.slice(0, length);
  }
}

/** One-shot digest of the octets of `text`; the one-shot takes strings as UTF-8, which differs from latin1 above 127. */
function digest(algorithm: string, text: string): string {
  const isAscii = Buffer.byteLength(text, "utf8") === text.length;
  return hash(algorithm, isAscii ? text : Buffer.from(text, "latin1"), "hex");
}

/** Hash functions of node:crypto. */
export class SystemHash implements Hash {
  private key = "";
  private keyObject: KeyObject = createSecretKey(Buffer.alloc(0));

  md5(text: string): string {
    return digest("md5", text);
  }

  sha256(text: string): string {
    return digest("sha256", text);
  }

  sha512_256(text: string): string {
    return digest("sha512-256", text);
  }

  hmacSha256(key: string, text: string): string {
    if (key !== this.key) {
      this.key = key;
      this.keyObject = createSecretKey(Buffer.from(key, "latin1"));
    }
    return createHmac("sha256", this.keyObject).update(text, "latin1").digest("hex");
  }
}

/** A failure nobody was named for ends the process as any uncaught exception does. */
function rethrow(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

/**
 * The kernel of a process that runs on Node. `onFailure` hears of exceptions thrown by observers, timers and deferred
 * work (programmer errors all); without one they surface as uncaught exceptions.
 */
export class NodeKernel implements Kernel {
  readonly clock: Clock;
  readonly wheel: TimerWheel;
  readonly random: Random = new SystemRandom();
  readonly hash: Hash = new SystemHash();
  readonly observations: ObservationStream;
  private readonly turning: TurningWheel;
  private readonly onFailure: (error: unknown) => void;
  private deferred: (() => void)[] = [];

  constructor(onFailure: (error: unknown) => void = rethrow, clock: Clock = new SystemClock()) {
    this.onFailure = onFailure;
    this.clock = clock;
    this.turning = new TurningWheel(clock, onFailure);
    this.wheel = this.turning;
    this.observations = new ObservationStream(onFailure);
  }

  /** Runs once everything the event loop had to read in this turn has been handled. Work deferred by work runs in the next turn. */
  defer(work: () => void): void {
    if (this.deferred.push(work) === 1) setImmediate(this.runDeferred);
  }

  /** Runs what has been deferred now, at the end of a run of input rather than in the next turn of the event loop. */
  settle(): void {
    if (this.deferred.length > 0) this.runDeferred();
  }

  /** Stops the wheel for good; timers that still wait never fire. */
  close(): void {
    this.turning.stop();
  }

  private readonly runDeferred = (): void => {
    const works = this.deferred;
    this.deferred = [];
    for (const work of works) {
      try {
        work();
      } catch (error) {
        this.onFailure(error);
      }
    }
  };
}
