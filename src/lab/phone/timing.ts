import { CallbackTimer, type TimerWheel } from "../../kernel/mod.ts";

/** RFC 3261 §17.1.1.1 and table 4, written down again on purpose: the phone does not trust the stack's own numbers. */
export const T1 = 500;
export const T2 = 4000;
const LIFETIME = 64 * T1;

/** A text sent again and again, at T1, 2·T1, 4·T1… up to a ceiling, until stopped or given up after 64·T1. */
export class Repetition {
  /** How often it was sent. */
  count = 0;
  private readonly wheel: TimerWheel;
  private readonly ceiling: number;
  private readonly send: () => void;
  private readonly again = new CallbackTimer(() => this.repeat());
  private readonly end: CallbackTimer;
  private interval = T1;

  /** `ceiling` is the longest interval in milliseconds; 0 sends once and only waits for the end. */
  constructor(wheel: TimerWheel, ceiling: number, send: () => void, onEnd: () => void) {
    this.wheel = wheel;
    this.ceiling = ceiling;
    this.send = send;
    this.end = new CallbackTimer(() => {
      this.stop();
      onEnd();
    });
  }

  start(): void {
    this.interval = T1;
    this.wheel.arm(this.end, LIFETIME);
    this.sendNow();
  }

  /** No more repeating, but still waiting for the end. */
  pause(): void {
    this.wheel.cancel(this.again);
  }

  /** From now on at the longest interval (Timer E after a provisional response). */
  slow(): void {
    this.interval = this.ceiling;
    if (this.again.armed) this.wheel.arm(this.again, this.interval);
  }

  stop(): void {
    this.wheel.cancel(this.again);
    this.wheel.cancel(this.end);
  }

  private repeat(): void {
    this.interval = Math.min(2 * this.interval, this.ceiling);
    this.sendNow();
  }

  private sendNow(): void {
    this.count++;
    if (this.ceiling > 0) this.wheel.arm(this.again, this.interval);
    this.send();
  }
}
