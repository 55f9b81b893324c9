import { type Kernel, Timer } from "../../kernel/mod.ts";
import type { Flow, FlowUser } from "../../transport/mod.ts";

/** RFC 5626 §4.4.1: "If a pong is not received within 10 seconds after sending a ping ... the flow as failed". */
const PONG_MS = 10_000;
/** Seconds between pings where the registrar names none (§4.4.1). */
const DEFAULT_SECONDS = 120;

/** What a registration hears of its flow. */
export interface KeptFlowUser {
  onFlowLost(reason: string): void;
  onFlowProven(): void;
}

/**
 * Watches the connection a registration stands and falls with, and asks it for signs of life (RFC 5626 §4.4). UDP has no
 * connection to watch: its failure shows when a refresh is not answered.
 */
export class FlowKeeper extends Timer implements FlowUser {
  private readonly kernel: Kernel;
  private readonly user: KeptFlowUser;
  private flow: Flow | null = null;
  /** Seconds; 0 sends no pings. */
  private interval = 0;
  private waiting = false;

  constructor(kernel: Kernel, user: KeptFlowUser) {
    super();
    this.kernel = kernel;
    this.user = user;
  }

  /**
   * Watches `flow` in the place of the one before.
   * @param interval seconds between pings at most, each between 80 and 100 % of it; null for the default; 0 for none
   */
  watch(flow: Flow, interval: number | null): void {
    if (flow !== this.flow) this.stop();
    if (flow.protocol === "UDP") return;
    this.flow = flow;
    flow.attach(this);
    this.interval = interval ?? DEFAULT_SECONDS;
    if (this.interval > 0 && !this.armed) this.schedule();
  }

  stop(): void {
    this.kernel.wheel.cancel(this);
    this.waiting = false;
    this.flow?.detach(this);
    this.flow = null;
  }

  onFlowClosed(flow: Flow, reason: string): void {
    if (flow !== this.flow) return;
    this.stop();
    this.user.onFlowLost(reason);
  }

  onPong(flow: Flow): void {
    if (flow !== this.flow || !this.waiting) return;
    this.waiting = false;
    this.schedule();
    this.user.onFlowProven();
  }

  override fire(): void {
    const { flow } = this;
    if (flow === null) return;
    if (!this.waiting) {
      this.waiting = flow.ping?.() === true;
      if (this.waiting) this.kernel.wheel.arm(this, PONG_MS);
      else if (flow.ping !== undefined) this.schedule();
      return;
    }
    const reason = `no pong within ${PONG_MS / 1000} s`;
    this.stop();
    flow.close?.(reason);
    this.user.onFlowLost(reason);
  }

  private schedule(): void {
    this.kernel.wheel.arm(this, this.interval * 1000 * (0.8 + 0.2 * this.kernel.random.fraction()));
  }
}
