import type { DigestClient } from "../../auth/mod.ts";
import { isSuccess } from "../../catalogue/mod.ts";
import { CallbackTimer, own } from "../../kernel/mod.ts";
import { type Contact, Header, type Message, parseExpires, parseSipUri } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import { Operation, type RedirectHandling } from "../operation.ts";
import { isWorthRepeating, type Outcome, outcomeWithout } from "../outcome.ts";
import { draftOutside, Identity } from "../outside.ts";
import { askedDelay, recoveryDelay, refreshDelay } from "../recovery.ts";
import { Settled } from "../settled.ts";
import { headerLines } from "../text.ts";
import { FlowKeeper, keepAliveInterval } from "./flow-keeper.ts";
import { readRegisterAnswer } from "./register-answer.ts";
import type { RegisterOptions, RegistrationEnd, RegistrationState } from "./register-options.ts";
import { contactOf, planRegistration, type RegisterPlan, serviceRoutes } from "./register-request.ts";

/** What a registration needs of its agent. */
export interface RegistrationHome {
  readonly core: AgentCore;
  /** The registrations that are not over. */
  readonly registrations: readonly Registration[];
  redirects(): RedirectHandling;
  /** Called with a new registration, and when it is over. */
  keep(part: AsyncDisposable, kept: boolean): void;
}

/** A registration counts as a success, and the failures before it as over, once it has stood so long. */
const PROVEN_MS = 30_000;

/**
 * The bindings of an address of record to this agent, kept up until they are not wanted any more (RFC 3261 §10, RFC 5626):
 * refreshed in time, made anew after a loss, tried again later when the registrar is away.
 */
export class Registration implements AsyncDisposable {
  /** Seconds that the registrar granted; 0 before it has. */
  granted = 0;
  /** Milliseconds since the epoch; null before the first success. */
  expiresAt: number | null = null;
  /** When it will be tried again (milliseconds since the epoch), while `waiting`. */
  retryAt: number | null = null;
  /** Every binding of the address of record, those of other phones included, as the registrar last told. */
  bindings: readonly Contact[] = [];
  /** The public GRUU (RFC 5627) of this agent; null when it has none. */
  gruu: string | null = null;
  /** True when the registrar registered the flow (RFC 5626). */
  outbound = false;
  private current: RegistrationState = "registering";
  private readonly home: RegistrationHome;
  private readonly core: AgentCore;
  private readonly options: RegisterOptions;
  private readonly plan: RegisterPlan;
  private readonly identity: Identity;
  private readonly digest: DigestClient;
  private readonly keeper: FlowKeeper;
  private readonly timer = new CallbackTimer(() => this.send());
  private readonly first = new Settled<Outcome>();
  private readonly end = new Settled<RegistrationEnd>();
  private waiters: ((outcome: Outcome) => void)[] = [];
  private operation: Operation | null = null;
  private expires: number;
  private wantsOutbound: boolean;
  private leaving: "" | "own" | "all" = "";
  /** The REGISTER under way is the one that removes. */
  private removing = false;
  private failures = 0;
  private since: number | null = null;
  private ponged = false;
  private readonly onAbort = (): void => void this.unregister();

  /** Throws a TypeError or RangeError when the options make no sense. */
  constructor(home: RegistrationHome, options: RegisterOptions) {
    const { core } = home;
    this.home = home;
    this.core = core;
    this.options = options;
    this.plan = planRegistration(core, options);
    this.expires = Math.round(options.expires ?? 3600);
    this.wantsOutbound = options.outbound === true;
    this.identity = new Identity(core, { display: "", uri: core.settings.uri, params: "" });
    this.digest = core.newDigest();
    this.keeper = new FlowKeeper(core.kernel, {
      onFlowLost: (reason) => this.onFlowLost(reason),
      onFlowProven: () => {
        this.ponged = true;
      },
    });
  }

  /** How the first REGISTER was settled. Later ones do not change it; see `onState`. */
  get outcome(): Promise<Outcome> {
    return this.first.promise;
  }

  get ended(): Promise<RegistrationEnd> {
    return this.end.promise;
  }

  get state(): RegistrationState {
    return this.current;
  }

  /** @internal Called by the agent, once. */
  start(): void {
    const { signal } = this.options;
    this.home.keep(this, true);
    if (signal?.aborted) {
      this.core.kernel.defer(() =>
        this.finish("unregistered", outcomeWithout("canceled", "cancelled before it began")),
      );
      return;
    }
    signal?.addEventListener("abort", this.onAbort, { once: true });
    this.send();
  }

  /** Registers again now, as after a change of the network. Resolves with the outcome of that REGISTER. */
  refresh(): Promise<Outcome> {
    if (this.end.value !== null) return Promise.resolve(outcomeWithout("failed", "the registration is over"));
    const done = new Promise<Outcome>((resolve) => this.waiters.push(resolve));
    if (this.operation === null) this.send();
    return done;
  }

  /**
   * Removes this agent's bindings, or with `all` those of every phone of the user (`Contact: *`). A REGISTER on its way is waited
   * for: "UAs MUST NOT send a new registration ... until they have received a final response ... for the previous one" (§10.2).
   */
  unregister(options: { readonly all?: boolean } = {}): Promise<Outcome> {
    if (this.end.value === null && this.leaving === "") {
      this.leaving = options.all === true ? "all" : "own";
      this.core.kernel.wheel.cancel(this.timer);
      this.enter("unregistering");
      if (this.operation === null) this.leave();
    }
    return this.end.promise.then(({ outcome }) => outcome);
  }

  /** Leaves the bindings to their time: nothing is sent any more. */
  abandon(): void {
    const { operation } = this;
    this.finish("abandoned", this.first.value ?? outcomeWithout("canceled", "left alone"));
    operation?.cancel();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unregister();
  }

  private send(): void {
    const { core, plan, options } = this;
    core.kernel.wheel.cancel(this.timer);
    this.retryAt = null;
    if (this.leaving === "" && this.current !== "registered") this.enter("registering");
    const lines = headerLines(options.headers);
    this.operation = new Operation(
      core,
      {
        method: "REGISTER",
        target: plan.registrar,
        digest: this.digest,
        redirects: this.home.redirects(),
        draft: (target, credentials) => {
          const all = this.leaving === "all";
          const draft = draftOutside(core, this.identity, "REGISTER", target, {
            contact: all ? () => "*" : (flow) => contactOf(core, plan, this.wantsOutbound, flow),
            headers: "",
            contentType: "",
            body: "",
          });
          const question = { method: "REGISTER", requestUri: draft.requestUri, body: "" };
          const proof = credentials === "" ? this.digest.authorize(question) : credentials;
          return { ...draft, ...core.way(target, plan.routes), headers: proof + this.headers() + lines };
        },
      },
      {
        repair: (response) => this.repair(response),
        onOutcome: (outcome) => this.onOutcome(outcome),
      },
    );
    this.operation.start();
  }

  private headers(): string {
    const tags = [
      "path",
      ...(this.plan.instance === null ? [] : ["gruu"]),
      ...(this.wantsOutbound ? ["outbound"] : []),
    ];
    const seconds = this.leaving === "" ? this.expires : 0;
    return `Expires: ${seconds}\r\nSupported: ${tags.join(", ")}\r\nAllow: ${this.core.allow()}\r\n`;
  }

  /** 423: a longer interval (§10.2.8). 439: the first hop cannot do outbound, so without it (RFC 5626 §4.2.1). */
  private repair(response: Message): boolean {
    const least = parseExpires(response.value(Header.MinExpires) ?? "");
    if (least !== null && least > this.expires && this.leaving === "") {
      this.expires = least;
      return true;
    }
    if (response.status === FIRST_HOP_LACKS_OUTBOUND && this.wantsOutbound) {
      this.wantsOutbound = false;
      return true;
    }
    return false;
  }

  private onOutcome(outcome: Outcome): void {
    const flow = this.operation?.request?.flow ?? null;
    this.operation = null;
    const { response } = outcome;
    if (this.removing) {
      this.finish("unregistered", outcome);
      return;
    }
    const bound = response !== null && isSuccess(response.status) && flow !== null && this.learn(response, flow);
    this.first.settle(outcome);
    for (const each of this.waiters.splice(0)) each(outcome);
    if (this.leaving !== "") this.leave();
    else if (bound) {
      this.core.kernel.wheel.arm(this.timer, refreshDelay(this.core.kernel.random, this.granted));
      this.enter("registered");
    } else this.fail(outcome);
  }

  /** Sends the REGISTER that removes the bindings, when there may be some. */
  private leave(): void {
    this.keeper.stop();
    if (this.expiresAt === null && this.leaving === "own") {
      this.finish("unregistered", this.first.value ?? outcomeWithout("canceled", "nothing was registered"));
      return;
    }
    this.removing = true;
    this.send();
  }

  /** Notes what a 200 says. False when our binding is not among those it lists. */
  private learn(response: Message, flow: Flow): boolean {
    const { core, plan, wantsOutbound } = this;
    const asked = { contact: core.addressOn(flow), plan, outbound: wantsOutbound, expires: this.expires };
    const { bindings, granted, outbound, gruu, flowTimer } = readRegisterAnswer(response, asked);
    this.bindings = bindings;
    if (granted === 0) return false;
    this.granted = granted;
    this.expiresAt = core.now + granted * 1000;
    this.since ??= core.now;
    this.outbound = outbound;
    core.outbound = outbound;
    core.routes = serviceRoutes(plan.routes, response.values(Header.ServiceRoute)).map(own);
    this.gruu = gruu === null ? null : own(gruu);
    if (plan.gruu && core.settings.contact === null) {
      const usable = this.gruu !== null && parseSipUri(this.gruu) !== null;
      core.contactUri = usable ? this.gruu : null;
    }
    this.keeper.watch(flow, keepAliveInterval(flow, outbound, plan.keepAlive, flowTimer));
    return true;
  }

  /** Decides whether, and when, to try again. */
  private fail(outcome: Outcome): void {
    if (!isWorthRepeating(outcome)) {
      this.finish("refused", outcome);
      return;
    }
    if (this.proven) this.failures = 0;
    this.since = null;
    this.failures++;
    this.waitFor(askedDelay(outcome.retryAfter, this.failures) ?? this.backoff());
  }

  private onFlowLost(_reason: string): void {
    if (this.operation !== null || this.current !== "registered") return; // its own transaction tells the rest
    const { random } = this.core.kernel;
    // What worked is made anew at once, but not by all phones of a server in the same instant.
    const wait = this.proven ? random.fraction() * 1000 : null;
    this.failures = wait === null ? this.failures + 1 : 0;
    this.since = null;
    this.waitFor(wait ?? this.backoff());
  }

  /** "A flow is considered successful if outbound registration succeeded, and if keep-alives are in use ..., at least one ... response" (§4.5). */
  private get proven(): boolean {
    return this.ponged || (this.since !== null && this.core.now - this.since >= PROVEN_MS);
  }

  private backoff(): number {
    const others = this.home.registrations.some((each) => each !== this && each.state === "registered");
    return recoveryDelay(this.core.kernel.random, this.failures, others);
  }

  private waitFor(ms: number): void {
    this.ponged = false;
    this.keeper.stop();
    this.retryAt = this.core.now + ms;
    this.core.kernel.wheel.arm(this.timer, ms);
    this.enter("waiting");
  }

  private enter(state: RegistrationState): void {
    if (state === this.current) return;
    this.current = state;
    const { onState } = this.options;
    if (onState !== undefined) this.core.guard(this.identity.callId, () => onState(state));
  }

  private finish(cause: RegistrationEnd["cause"], outcome: Outcome): void {
    if (this.end.value !== null) return;
    const { core } = this;
    core.kernel.wheel.cancel(this.timer);
    this.keeper.stop();
    this.options.signal?.removeEventListener("abort", this.onAbort);
    this.home.keep(this, false);
    if (this.expiresAt !== null) {
      core.routes = core.firstRoutes;
      core.outbound = false;
      if (core.settings.contact === null) core.contactUri = null;
    }
    this.expiresAt = null;
    this.first.settle(outcome);
    for (const each of this.waiters.splice(0)) each(outcome);
    this.end.settle({ cause, text: outcome.text, outcome });
    this.enter("ended");
  }
}

const FIRST_HOP_LACKS_OUTBOUND = 439;
