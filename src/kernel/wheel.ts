import type { Clock } from "./clock.ts";

/** Milliseconds between two ticks of the wheel: a timer fires up to one tick late and never early. */
export const TICK_MS = 20;

const SLOTS = 2048; // 41 s in one turn, so every RFC 3261 timer but Timer C is filed once and never looked at before it is due
const MASK = SLOTS - 1;

/**
 * One entry of the wheel. Whatever waits extends this class instead of holding a handle: arming and cancelling relink
 * two neighbours and allocate nothing. An entry waits for one moment at a time; arming it again moves it.
 */
export abstract class Timer {
  /** @internal */ next: Timer = this;
  /** @internal */ previous: Timer = this;
  /** @internal Tick at which it fires; -1 when idle. */
  due = -1;

  /** Called once when the time has come. `now` is the clock's reading. */
  abstract fire(now: number): void;

  /** True between `arm` and the firing or `cancel`. */
  get armed(): boolean {
    return this.due !== -1;
  }
}

class Head extends Timer {
  override fire(): void {}
}

/** A `Timer` made of a function, for the rare waits that are not on a hot path. */
export class CallbackTimer extends Timer {
  private readonly callback: (now: number) => void;
  constructor(callback: (now: number) => void) {
    super();
    this.callback = callback;
  }
  override fire(now: number): void {
    this.callback(now);
  }
}

/**
 * The one timer wheel of a process (or of a simulated world): 2048 slots of 20 ms, each an intrusive list in order of
 * arming, so that equal seeds give equal orders. Timers beyond one turn stay in their slot until their tick comes round.
 */
export class TimerWheel {
  private readonly clock: Clock;
  private readonly slots: Head[] = [];
  /** Lists to gather due timers in, used again. */
  private readonly firing: Timer[][] = [];
  private tick: number;
  private armedCount = 0;

  constructor(clock: Clock) {
    this.clock = clock;
    this.tick = Math.floor(clock.now() / TICK_MS);
    for (let i = 0; i < SLOTS; i++) this.slots.push(new Head());
  }

  /** How many timers wait. A world is quiet when it is 0. */
  get size(): number {
    return this.armedCount;
  }

  /** Fires `timer` after `delayMs` milliseconds (at the end of that tick). An armed timer is moved. */
  arm(timer: Timer, delayMs: number): void {
    if (timer.due !== -1) this.cancel(timer);
    let due = Math.ceil((this.clock.now() + delayMs) / TICK_MS);
    if (due <= this.tick) due = this.tick + 1;
    timer.due = due;
    const head = this.slots[due & MASK] as Head;
    timer.previous = head.previous;
    timer.next = head;
    head.previous.next = timer;
    head.previous = timer;
    this.armedCount++;
  }

  /** Makes `timer` idle; nothing happens when it is idle already. */
  cancel(timer: Timer): void {
    if (timer.due === -1) return;
    timer.due = -1;
    this.armedCount--;
    timer.previous.next = timer.next;
    timer.next.previous = timer.previous;
    timer.next = timer;
    timer.previous = timer;
  }

  /** Fires everything that is due at the clock's reading. The host calls it every tick, the world after each step. */
  advance(): void {
    const now = this.clock.now();
    const last = Math.floor(now / TICK_MS);
    if (this.armedCount === 0) {
      this.tick = Math.max(this.tick, last);
      return;
    }
    while (this.tick < last) {
      this.tick++;
      this.fireSlot(this.slots[this.tick & MASK] as Head, now);
    }
  }

  /** Milliseconds since the epoch at which the earliest timer fires, or null when none waits. */
  nextDue(): number | null {
    if (this.armedCount === 0) return null;
    let later = Number.POSITIVE_INFINITY;
    for (let ahead = 1; ahead <= SLOTS; ahead++) {
      const tick = this.tick + ahead;
      const head = this.slots[tick & MASK] as Head;
      for (let timer = head.next; timer !== head; timer = timer.next) {
        if (timer.due === tick) return tick * TICK_MS;
        if (timer.due < later) later = timer.due;
      }
    }
    return later * TICK_MS;
  }

  private fireSlot(head: Head, now: number): void {
    // Firing may arm and cancel timers of this very slot, so the due ones are gathered before the first one runs.
    const due: Timer[] = this.firing.pop() ?? [];
    for (let timer = head.next; timer !== head; timer = timer.next) if (timer.due === this.tick) due.push(timer);
    this.fireAll(due, 0, this.tick, now);
    due.length = 0;
    this.firing.push(due);
  }

  /** Fires the timers that are still due at `tick`; one that throws does not keep the others from their turn. */
  private fireAll(due: readonly Timer[], from: number, tick: number, now: number): void {
    let i = from;
    try {
      for (; i < due.length; i++) {
        const timer = due[i] as Timer;
        if (timer.due !== tick) continue; // cancelled or moved by an earlier one of this slot
        this.cancel(timer);
        timer.fire(now);
      }
    } finally {
      if (i < due.length) this.fireAll(due, i + 1, tick, now);
    }
  }
}
