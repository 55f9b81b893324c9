import { Timer } from "../../kernel/mod.ts";
import type { AgentCore } from "../core.ts";

/**
 * Something said again and again, T1 after the first time and then at twice the interval, until it is confirmed; given up
 * 64·T1 after the beginning (RFC 3261 §13.3.1.4, RFC 3262 §3).
 */
export class Retransmission extends Timer {
  private readonly core: AgentCore;
  private readonly longest: number;
  private readonly send: () => void;
  private readonly giveUp: () => void;
  private interval: number;
  private nextAt: number;
  private readonly endAt: number;

  /** Begins at once; the first transmission is the caller's. `longest` is the largest interval in milliseconds. */
  constructor(core: AgentCore, longest: number, send: () => void, giveUp: () => void) {
    super();
    this.core = core;
    this.longest = longest;
    this.send = send;
    this.giveUp = giveUp;
    this.interval = core.settings.timers.t1;
    this.nextAt = core.now + this.interval;
    this.endAt = core.now + 64 * core.settings.timers.t1;
    this.rearm(core.now);
  }

  stop(): void {
    this.core.kernel.wheel.cancel(this);
  }

  override fire(now: number): void {
    if (now >= this.endAt) {
      this.giveUp();
      return;
    }
    this.interval = Math.min(this.interval * 2, this.longest);
    this.nextAt = now + this.interval;
    this.rearm(now);
    this.send();
  }

  private rearm(now: number): void {
    this.core.kernel.wheel.arm(this, Math.min(this.nextAt, this.endAt) - now);
  }
}
