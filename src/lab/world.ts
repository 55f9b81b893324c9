import { buildLadder, drawLadder } from "../diagnosis/mod.ts";
import { type Kernel, ObservationStream, portableHash, TimerWheel } from "../kernel/mod.ts";
import { EventQueue } from "./event-queue.ts";
import type { Faults } from "./faults.ts";
import { type Calendar, Network } from "./network.ts";
import { SeededRandom } from "./random.ts";
import { type HostOptions, SimulatedHost } from "./simulated-host.ts";

/** What a world is like before anything happens in it. */
export interface WorldOptions {
  /** Everything random follows from it. */
  readonly seed?: string | number;
  /** Faults of every link without its own. */
  readonly faults?: Partial<Faults>;
  /** Steps (events and timer ticks) after which a world counts as stuck; 2,000,000 when absent. */
  readonly maxSteps?: number;
}

/** 2026-01-01T00:00:00Z: a world always begins at the same moment. */
const BEGINNING = Date.UTC(2026, 0, 1);
const DEFAULT_LIMIT = 600_000;
const LADDER_LINES = 200;
/** Turns of the promise queue between two steps; a lookup in the DNS takes about ten. */
const MICROTASKS = 24;
/** Turns of the promise queue after which a promise that nothing in the world can settle is given up. */
const PATIENCE = 5000;

/** A world that did not do what was asked of it; the message holds the seed and the ladder. */
export class WorldError extends Error {}

/**
 * Hosts, a network and one virtual clock. Nothing in it waits: time jumps from one event or timer to the next. The same
 * seed and the same calls give the same bytes.
 */
export class World {
  readonly seed: string;
  readonly network: Network;
  readonly wheel: TimerWheel;
  /** Randomness for the scenario itself (when to hang up, what to dial). */
  readonly random: SeededRandom;
  /** Host names to numeric addresses, for phones that are given a name. */
  readonly names = new Map<string, string>();
  private time = BEGINNING;
  private readonly queue = new EventQueue();
  private deferred: (() => void)[] = [];
  private steps = 0;
  private readonly maxSteps: number;
  private connectionCount = 0;
  private readonly clock = { now: (): number => Math.floor(this.time) };
  private readonly calendar: Calendar;

  constructor(options: WorldOptions = {}) {
    this.seed = String(options.seed ?? 1);
    this.maxSteps = options.maxSteps ?? 2_000_000;
    this.calendar = { now: () => this.time, after: (delayMs, work) => this.queue.put(this.time + delayMs, work) };
    this.network = new Network(this.calendar, this.seed);
    this.network.faults(options.faults ?? {});
    this.wheel = new TimerWheel(this.clock);
    this.random = new SeededRandom(`${this.seed}/scenario`);
  }

  /** Milliseconds since the world began. */
  get elapsed(): number {
    return this.time - BEGINNING;
  }

  /** True when nothing travels and no timer waits: nothing will ever happen again. */
  get quiet(): boolean {
    return this.queue.size === 0 && this.wheel.size === 0 && this.deferred.length === 0;
  }

  /** How many events are still to happen: messages on their way, the test's own doings. */
  get underway(): number {
    return this.queue.size;
  }

  /** Adds a machine. Its randomness follows from the seed and its name alone. */
  host(address: string, options: HostOptions = {}): SimulatedHost {
    const kernel: Kernel = {
      clock: this.clock,
      wheel: this.wheel,
      random: new SeededRandom(`${this.seed}/${options.name ?? address}`),
      hash: portableHash,
      observations: new ObservationStream((error) => {
        throw error;
      }),
      defer: (work) => this.deferred.push(work),
    };
    const host = new SimulatedHost(address, options, kernel, this.network, this.calendar, () => ++this.connectionCount);
    for (const each of new Set([address, ...host.listeners.map((listener) => listener.host)]))
      this.network.plug(each, host);
    return host;
  }

  /** Runs `work` in `delayMs` milliseconds of virtual time: the hand of the test. */
  after(delayMs: number, work: () => void): void {
    this.calendar.after(delayMs, work);
  }

  /** Lets `ms` milliseconds pass. */
  run(ms: number): void {
    const until = this.time + ms;
    this.flush();
    while (this.step(until));
    this.time = until;
    this.wheel.advance();
    this.flush();
  }

  /** Runs until nothing is left to happen; throws a `WorldError` when that takes more than `limitMs`. */
  runUntilQuiet(limitMs = DEFAULT_LIMIT): void {
    this.runUntil(() => this.quiet, limitMs, "the world is quiet");
  }

  /** Runs until `condition` holds, looking after every step; throws a `WorldError` after `limitMs` or when all is quiet. */
  runUntil(condition: () => boolean, limitMs = DEFAULT_LIMIT, called = "the condition holds"): void {
    const until = this.time + limitMs;
    this.flush();
    while (!condition()) {
      if (this.step(until)) continue;
      const why = this.quiet
        ? "nothing is left to happen"
        : `${limitMs} ms have passed, ${this.wheel.size} timers and ${this.queue.size} events wait`;
      throw this.failure(`waited until ${called}, but ${why}`);
    }
  }

  /**
   * Runs until `promise` is settled and returns what it brings (or throws what it was rejected with): events, timers and
   * promise callbacks in turn. Throws a `WorldError` after `limitMs`, or when nothing is left that could settle it.
   */
  async until<T>(promise: Promise<T>, limitMs = DEFAULT_LIMIT): Promise<T> {
    const until = this.time + limitMs;
    let settled = false;
    const note = (): void => {
      settled = true;
    };
    promise.then(note, note);
    for (;;) {
      await this.keepPromises();
      if (settled) return promise;
      if (this.step(until)) continue;
      // Nothing travels: only the code that waits can stir, at the end of a long chain of promises.
      const stuck = this.quiet;
      for (let i = 0; i < PATIENCE && this.quiet && !settled; i++) await null;
      if (!stuck || (this.quiet && !settled)) break;
    }
    const why = this.quiet ? "nothing is left to happen" : `${limitMs} ms have passed`;
    throw this.failure(`waited for a promise, but ${why}`);
  }

  /** Lets `ms` milliseconds pass, and promises be kept meanwhile. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    do await this.keepPromises();
    while (this.step(until));
    this.run(until - this.time);
    await this.keepPromises();
  }

  /** Runs until nothing is left to happen, promise callbacks included; throws a `WorldError` after `limitMs`. */
  async untilQuiet(limitMs = DEFAULT_LIMIT): Promise<void> {
    const until = this.time + limitMs;
    do await this.keepPromises();
    while (this.step(until));
    if (!this.quiet)
      throw this.failure(
        `waited until the world is quiet, but ${limitMs} ms have passed, ${this.wheel.size} timers and ${this.queue.size} events wait`,
      );
  }

  /** Callbacks of promises run, and what they defer; long chains of them end within these turns. */
  private async keepPromises(): Promise<void> {
    this.flush();
    for (let i = 0; i < MICROTASKS; i++) await null;
    this.flush();
  }

  /** All messages so far as text; of a long run the last 200. */
  ladder(): string {
    const all = this.network.travels;
    const shown = all.slice(-LADDER_LINES);
    const left = this.network.sent - shown.length;
    const drawn = drawLadder(buildLadder(shown.map(({ at, ...rest }) => ({ at: at - BEGINNING, ...rest }))));
    return left === 0 ? drawn : `(${left} earlier messages left out)\n${drawn}`;
  }

  /** An error that says `text`, the seed and the ladder. */
  failure(text: string): WorldError {
    return new WorldError(`${text}\nseed ${this.seed}, ${this.elapsed.toFixed(0)} ms\n${this.ladder()}`);
  }

  /** Runs `check`; what it throws comes back with seed and ladder in its message. */
  explain<T>(check: () => T): T {
    try {
      return check();
    } catch (error) {
      if (error instanceof Error && !(error instanceof WorldError)) {
        const told = `${error.message}\nseed ${this.seed}\n${this.ladder()}`;
        error.stack = (error.stack ?? error.message).replace(error.message, () => told); // reporters print the stack
        error.message = told;
      }
      throw error;
    }
  }

  /** The next event or timer at or before `until`; false when there is none. */
  private step(until: number): boolean {
    const event = this.queue.nextAt;
    const timer = this.wheel.nextDue();
    const next = Math.min(event ?? Number.POSITIVE_INFINITY, timer ?? Number.POSITIVE_INFINITY);
    if (next > until) return false;
    if (++this.steps > this.maxSteps)
      throw this.failure(`the world took ${this.maxSteps} steps and does not come to rest`);
    this.time = Math.max(this.time, next);
    this.wheel.advance(); // a timer goes before an event of the same moment
    if (timer === null || timer > next) this.queue.take()();
    this.flush();
    return true;
  }

  private flush(): void {
    for (let rounds = 0; this.deferred.length > 0; rounds++) {
      if (rounds > 1000) throw this.failure("deferred work defers itself for ever");
      const work = this.deferred;
      this.deferred = [];
      for (const each of work) each();
    }
  }
}
