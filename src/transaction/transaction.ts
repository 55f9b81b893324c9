import { type Kernel, Timer } from "../kernel/mod.ts";
import type { Flow, FlowUser } from "../transport/mod.ts";
import type { Rule, State } from "./machines.ts";
import type { Delays, Timing } from "./timing.ts";

/** What a transaction needs of the layer that holds it. */
export interface TransactionHome {
  readonly kernel: Kernel;
  readonly timing: Timing;
  /** Wait before a 100 to a non-INVITE request, milliseconds (RFC 4320 §4.1). */
  readonly nonInviteTrying: number;
  forget(transaction: Transaction<string>): void;
}

/**
 * What the four machines share: a state of a linked table, the flow, and one entry of the timer wheel that serves both
 * the state's repeating timer and its final one. After the final response an instance keeps its key and what must be
 * sent again, nothing else: at thousands of calls a second the 32 s of RFC timers are most of a server's memory.
 */
export abstract class Transaction<Event extends string> extends Timer implements FlowUser {
  /** What the layer finds it by: its branch, or what stood for one before RFC 3261. */
  readonly key: string;
  readonly hash: number;
  protected readonly home: TransactionHome;
  protected flow: Flow;
  protected state: State<Event>;
  private repeatAt = Number.POSITIVE_INFINITY;
  private endAt = Number.POSITIVE_INFINITY;
  private interval = 0;

  constructor(home: TransactionHome, key: string, hash: number, flow: Flow, initial: State<Event>) {
    super();
    this.home = home;
    this.key = key;
    this.hash = hash;
    this.flow = flow;
    this.state = initial;
  }

  /** State name as in RFC 3261 §17 and RFC 6026. */
  get stateName(): string {
    return this.state.name;
  }

  /** Carries out the actions of a rule; the machine-specific half. */
  protected abstract perform(rule: Rule<Event>): void;

  /** First wait of the state's repeating timer; `trying` differs between the two server machines. */
  protected repeatDelay(delays: Delays): number {
    return this.state.repeat === null ? Number.POSITIVE_INFINITY : delays[this.state.repeat];
  }

  /** Starts the initial state's timers. */
  protected start(): void {
    if (this.flow.protocol !== "UDP") this.flow.attach(this);
    this.schedule(null);
  }

  /** Feeds one event to the machine: its actions first, then the state behind them. */
  protected apply(event: Event): void {
    const rule = this.state.on[event];
    const from = this.state;
    if (rule.do.length > 0) this.perform(rule);
    // An action's listener may have moved the machine on (answering from within `inform`); its transition stands then.
    if (rule.to !== null && this.state === from) this.enter(rule.to, event);
  }

  private enter(state: State<Event>, event: Event): void {
    const from = this.state;
    this.state = state;
    const { observations, clock } = this.home.kernel;
    if (observations.wants.transaction) {
      observations.emit({
        type: "transaction",
        at: clock.now(),
        machine: state.machine,
        key: this.key,
        from: from.name,
        event,
        to: state.name,
      });
    }
    if (state.name === "Terminated") this.terminate();
    else this.schedule(from);
  }

  /** Goes on over another flow. */
  protected move(flow: Flow): void {
    if (flow === this.flow) return;
    if (this.flow.protocol !== "UDP") this.flow.detach(this);
    this.flow = flow;
    if (flow.protocol !== "UDP") flow.attach(this);
  }

  private terminate(): void {
    this.home.kernel.wheel.cancel(this);
    if (this.flow.protocol !== "UDP") this.flow.detach(this);
    this.home.forget(this as unknown as Transaction<string>);
  }

  private schedule(from: State<Event> | null): void {
    const { state, home } = this;
    const now = home.kernel.clock.now();
    const delays = this.flow.protocol === "UDP" ? home.timing.unreliable : home.timing.reliable;
    if (state.repeat === null) this.repeatAt = Number.POSITIVE_INFINITY;
    else if (state.repeat === from?.repeat)
      this.interval = home.timing.t2; // E goes on at T2 in Proceeding (§17.1.2.2)
    else {
      this.interval = this.repeatDelay(delays);
      this.repeatAt = now + this.interval;
    }
    if (state.end === null) this.endAt = Number.POSITIVE_INFINITY;
    else if (state.end !== from?.end) {
      this.endAt = now + delays[state.end];
      if (this.endAt === now) {
        this.apply("end" as Event);
        return;
      }
    }
    this.rearm(now);
  }

  /** Ends the present state after `delayMs` whatever its table row says (CANCEL, RFC 3261 §9.1). */
  protected endAfter(delayMs: number): void {
    const now = this.home.kernel.clock.now();
    this.endAt = now + delayMs;
    this.rearm(now);
  }

  private rearm(now: number): void {
    const next = Math.min(this.repeatAt, this.endAt);
    if (next === Number.POSITIVE_INFINITY) this.home.kernel.wheel.cancel(this);
    else this.home.kernel.wheel.arm(this, Math.max(0, next - now));
  }

  override fire(now: number): void {
    if (now >= this.endAt) {
      this.endAt = Number.POSITIVE_INFINITY;
      this.apply("end" as Event);
      return;
    }
    const state = this.state;
    if (now >= this.repeatAt) {
      // A doubles without limit, E and G up to T2 (§17.1.1.2, §17.1.2.2, §17.2.1); the wait before a 100 runs once.
      if (state.repeat === "trying") this.repeatAt = Number.POSITIVE_INFINITY;
      else {
        this.interval = state.repeat === "A" ? this.interval * 2 : Math.min(this.interval * 2, this.home.timing.t2);
        this.repeatAt += this.interval;
      }
      this.apply("repeat" as Event);
    }
    if (this.state === state) this.rearm(now);
  }

  onFlowClosed(_flow: Flow, reason: string): void {
    this.failure = reason;
    this.apply("transport error" as Event);
  }

  /** Why the transport failed, in the flow's words. */
  protected failure = "";
}
