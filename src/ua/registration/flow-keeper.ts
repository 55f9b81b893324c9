import { type Kernel, Timer } from "../../kernel/mod.ts";
import type { Flow, FlowUser } from "../../transport/mod.ts";

/** RFC 5626 §4.4.1: "If a pong is not received within 10 seconds after sending a ping ... the flow as failed". */
const PONG_MS = 10_000;

/** Seconds between two keep-alives, a new number each time. */
interface Pause {
  readonly least: number;
  readonly most: number;
}

/** Where the registrar names none (§4.4.1, §4.4.2): NATs forget UDP after 30 s. */
const CONNECTION_PAUSE: Pause = { least: 96, most: 120 };
const UDP_PAUSE: Pause = { least: 24, most: 29 };
/** A registrar that answers REGISTER after so many unanswered questions has no STUN: asking on would have it registered with for ever. */
const MOST_UNANSWERED = 2;

/** What a registration hears of its flow. */
export interface KeptFlowUser {
  onFlowLost(reason: string): void;
  onFlowProven(): void;
}

/**
 * Seconds between keep-alives at most: the developer's, but "at least as often" as the registrar's Flow-Timer (RFC 5626 §4.4). STUN
 * goes only where the other end is known to understand it, which `outbound` is the sign of (§8).
 * @returns null for the default of the transport; 0 for none
 */
export function keepAliveInterval(
  flow: Flow,
  outbound: boolean,
  wanted: number | null,
  flowTimer: number | null,
): number | null {
  if (!outbound) return flow.protocol === "UDP" ? 0 : (wanted ?? 0);
  return wanted === null || flowTimer === null ? (wanted ?? flowTimer) : Math.min(wanted, flowTimer);
}

/**
 * Watches the flow that a registration stands and falls with, and asks for signs of life (RFC 5626 §4.4): two CRLFs on a
 * connection, STUN on UDP. A UDP flow fails when nothing is answered, and when the other end sees this one at another address.
 */
export class FlowKeeper extends Timer implements FlowUser {
  private readonly kernel: Kernel;
  private readonly user: KeptFlowUser;
  private flow: Flow | null = null;
  /** Null sends no keep-alives. */
  private pause: Pause | null = null;
  private waiting = false;
  /** Where the other end of a UDP flow saw this one, as `host:port`; null before it has said. */
  private mapped: string | null = null;
  /** Questions by STUN in a row that nobody answered, over all flows. */
  private unanswered = 0;
  private giveUp: (() => void) | null = null;

  constructor(kernel: Kernel, user: KeptFlowUser) {
    super();
    this.kernel = kernel;
    this.user = user;
  }

  /**
   * Watches `flow` in the place of the one before.
   * @param interval seconds between keep-alives at most, each after 80 to 100 % of it (§4.4); null for the default; 0 for none
   */
  watch(flow: Flow, interval: number | null): void {
    if (this.flow === null || !isSame(flow, this.flow)) this.stop();
    this.flow = flow;
    flow.attach(this);
    const isUdp = flow.protocol === "UDP";
    if (isUdp && this.unanswered >= MOST_UNANSWERED) this.pause = null;
    else if (interval === null) this.pause = isUdp ? UDP_PAUSE : CONNECTION_PAUSE;
    else this.pause = interval > 0 ? { least: 0.8 * interval, most: interval } : null;
    if (!this.waiting && !this.armed) this.schedule();
  }

  stop(): void {
    this.kernel.wheel.cancel(this);
    this.giveUp?.();
    this.giveUp = null;
    this.waiting = false;
    this.mapped = null;
    this.flow?.detach(this);
    this.flow = null;
  }

  onFlowClosed(flow: Flow, reason: string): void {
    if (flow === this.flow) this.lost(reason);
  }

  onPong(flow: Flow): void {
    if (flow === this.flow && this.waiting) this.proven();
  }

  override fire(): void {
    const { flow } = this;
    if (flow === null) return;
    if (flow.probe !== undefined) {
      this.waiting = true;
      this.giveUp = flow.probe((mapped) => this.onProbed(mapped));
      return;
    }
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

  private onProbed(mapped: string | null): void {
    this.giveUp = null;
    this.unanswered = mapped === null ? this.unanswered + 1 : 0;
    if (mapped === null) this.lost("no answer to STUN");
    // "If the XOR-MAPPED-ADDRESS in the STUN Binding Response changes, the UA MUST treat this event as a failure" (§4.4.2).
    else if (this.mapped !== null && mapped !== this.mapped)
      this.lost(`seen at ${mapped}, no longer at ${this.mapped}`);
    else {
      this.mapped = mapped;
      this.proven();
    }
  }

  private proven(): void {
    this.waiting = false;
    this.schedule();
    this.user.onFlowProven();
  }

  private lost(reason: string): void {
    this.stop();
    this.user.onFlowLost(reason);
  }

  private schedule(): void {
    if (this.pause === null) return;
    const { least, most } = this.pause;
    this.kernel.wheel.arm(this, 1000 * (least + (most - least) * this.kernel.random.fraction()));
  }
}

/** Connections are told apart by themselves; a UDP flow is a pair of addresses, whichever object stands for it. */
function isSame(one: Flow, other: Flow): boolean {
  if (one.protocol !== "UDP" || other.protocol !== "UDP") return one === other;
  return one.listener === other.listener && one.remoteHost === other.remoteHost && one.remotePort === other.remotePort;
}
