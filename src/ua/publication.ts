import type { DigestClient } from "../auth/mod.ts";
import { eventPackageNamed, isSuccess, semantics } from "../catalogue/mod.ts";
import { CallbackTimer, own } from "../kernel/mod.ts";
import { Header, isToken, type Message, parseExpires, type SipUri } from "../syntax/mod.ts";
import type { AgentCore } from "./core.ts";
import { Operation, type RedirectHandling } from "./operation.ts";
import { isWorthRepeating, type Outcome, outcomeWithout } from "./outcome.ts";
import { draftOutside, Identity } from "./outside.ts";
import { askedDelay, recoveryDelay, refreshDelay } from "./recovery.ts";
import { readTarget } from "./settings.ts";
import { Settled } from "./settled.ts";
import { type Headers, headerLines, lineOf, toOctets } from "./text.ts";

/** What can be said beside what is published. */
export interface PublishOptions {
  /** Whose state it is; the agent's own address of record when absent. */
  readonly target?: string;
  /** The package's own type when absent. */
  readonly contentType?: string;
  /** Seconds to ask for; the package's default, else 3600, when absent. */
  readonly expires?: number;
  readonly headers?: Headers;
  /** Removes the state when it is aborted. */
  readonly signal?: AbortSignal;
  readonly onState?: (state: PublicationState) => void;
}

/** `publishing` at first and again after a loss, `published` while the state stands, `waiting` to try again, `removing`, `ended`. */
export type PublicationState = "publishing" | "published" | "waiting" | "removing" | "ended";

/** How a publication ended. */
export interface PublicationEnd {
  /** `refused`: the state is not taken, and repeating helps nobody. */
  readonly cause: "removed" | "refused";
  /** One plain sentence without a full stop. */
  readonly text: string;
  /** Of the last PUBLISH. */
  readonly outcome: Outcome;
}

/** What a publication needs of its agent. */
export interface PublicationHome {
  readonly core: AgentCore;
  redirects(): RedirectHandling;
  /** Called when it begins, and when it is over. */
  keep(part: AsyncDisposable, kept: boolean): void;
}

interface Body {
  readonly octets: string;
  readonly contentType: string;
}

/** Octets of an entity tag that is kept. */
const LONGEST_TAG = 1024;

/**
 * State published for an event package (RFC 3903), kept up until it is removed: one PUBLISH at a time, refreshed in time, published
 * anew when the other side has forgotten it (412).
 */
export class Publication implements AsyncDisposable {
  readonly event: string;
  /** The entity tag of the state as it stands; null when none does. */
  etag: string | null = null;
  /** Milliseconds since the epoch; null when nothing is published. */
  expiresAt: number | null = null;
  private current: PublicationState = "publishing";
  private readonly home: PublicationHome;
  private readonly core: AgentCore;
  private readonly options: PublishOptions;
  private readonly target: SipUri;
  private readonly identity: Identity;
  private readonly digest: DigestClient;
  private readonly lines: string;
  private readonly first = new Settled<Outcome>();
  private readonly end = new Settled<PublicationEnd>();
  private expires: number;
  /** What is to stand, and what stands. */
  private wanted: Body;
  private standing: Body | null = null;
  private underway: Body | null = null;
  private waiters: ((outcome: Outcome) => void)[] = [];
  private operation: Operation | null = null;
  private leaving = false;
  /** The PUBLISH under way is the one that removes. */
  private removing = false;
  private failures = 0;
  private readonly timer = new CallbackTimer(() => this.send());
  private readonly onAbort = (): void => void this.remove();

  /** Throws a TypeError or RangeError when target, event or options make no sense. */
  constructor(home: PublicationHome, event: string, body: string, options: PublishOptions) {
    const { core } = home;
    if (!isToken(event)) throw new TypeError(`"${event}" is no event package`);
    if (body === "") throw new TypeError("an initial PUBLISH must contain a body (RFC 3903 §4.2)");
    const facts = eventPackageNamed(event);
    const { expires = facts?.defaultExpires ?? 3600, contentType = facts?.body ?? "text/plain" } = options;
    if (!(expires > 0)) throw new RangeError("expires is a number of seconds above 0");
    const { address, uri } = readTarget(options.target ?? core.settings.uri, core.settings.aor);
    this.home = home;
    this.core = core;
    this.options = options;
    this.event = event;
    this.target = uri;
    this.expires = Math.round(expires);
    this.identity = new Identity(core, address);
    this.digest = core.newDigest();
    this.lines = headerLines(options.headers);
    this.wanted = { octets: toOctets(body), contentType: lineOf("contentType", contentType) };
  }

  /** How the first PUBLISH was settled. */
  get outcome(): Promise<Outcome> {
    return this.first.promise;
  }

  get ended(): Promise<PublicationEnd> {
    return this.end.promise;
  }

  get state(): PublicationState {
    return this.current;
  }

  /** @internal Called by the agent, once. */
  start(): void {
    const { signal } = this.options;
    this.home.keep(this, true);
    if (signal?.aborted) {
      this.core.kernel.defer(() => this.finish("removed", outcomeWithout("canceled", "cancelled before it began")));
      return;
    }
    signal?.addEventListener("abort", this.onAbort, { once: true });
    this.send();
  }

  /** Publishes `body` in the place of what stands (§4.4); of several at a time the last one counts. */
  update(body: string, contentType = this.wanted.contentType): Promise<Outcome> {
    if (body === "") throw new TypeError("a PUBLISH that modifies must contain a body (RFC 3903 §4.4)");
    this.wanted = { octets: toOctets(body), contentType: lineOf("contentType", contentType) };
    return this.now();
  }

  /** Refreshes it now (§4.3). */
  refresh(): Promise<Outcome> {
    return this.now();
  }

  /** Removes the state (§4.5); resolves with the outcome of that PUBLISH, or of the last one when nothing stood. */
  remove(): Promise<Outcome> {
    if (!this.leaving && this.end.value === null) {
      this.leaving = true;
      this.core.kernel.wheel.cancel(this.timer);
      this.enter("removing");
      if (this.operation === null) this.leave();
    }
    return this.end.promise.then(({ outcome }) => outcome);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remove();
  }

  private now(): Promise<Outcome> {
    if (this.leaving || this.end.value !== null)
      return Promise.resolve(outcomeWithout("failed", "the publication is over"));
    const done = new Promise<Outcome>((resolve) => this.waiters.push(resolve));
    if (this.operation === null) this.send();
    return done;
  }

  /** The next PUBLISH: what it does follows from body, entity tag and Expires (§4.1 table 1). */
  private send(): void {
    const { core, home } = this;
    core.kernel.wheel.cancel(this.timer);
    if (this.current === "waiting") this.enter("publishing");
    const waiters = this.waiters.splice(0);
    this.operation = new Operation(
      core,
      {
        method: "PUBLISH",
        target: this.target,
        digest: this.digest,
        redirects: home.redirects(),
        draft: (target, credentials) => this.draft(target, credentials),
      },
      {
        repair: (response) => this.repair(response),
        onOutcome: (outcome) => {
          this.operation = null;
          this.onOutcome(outcome);
          for (const each of waiters) each(outcome);
        },
      },
    );
    this.operation.start();
  }

  private draft(target: SipUri, credentials: string) {
    const modifies = !this.leaving && (this.etag === null || this.wanted !== this.standing);
    this.underway = modifies ? this.wanted : null;
    const { octets, contentType } = this.underway ?? { octets: "", contentType: "" };
    const contents = { contact: false, headers: "", contentType, body: octets };
    const draft = draftOutside(this.core, this.identity, "PUBLISH", target, contents);
    const match = this.etag === null ? "" : `SIP-If-Match: ${this.etag}\r\n`;
    const seconds = this.leaving ? 0 : this.expires;
    const question = { method: "PUBLISH", requestUri: draft.requestUri, body: octets };
    const proof = credentials === "" ? this.digest.authorize(question) : credentials;
    return { ...draft, headers: `${proof}Event: ${this.event}\r\n${match}Expires: ${seconds}\r\n${this.lines}` };
  }

  /**
   * 423: a longer interval. 412: "MUST also discard the entity-tag", and an initial publication takes the place of the refused request
   * (§5); what was to be removed is gone already.
   */
  private repair(response: Message): boolean {
    if (this.leaving) return false;
    const least = parseExpires(response.value(Header.MinExpires) ?? "");
    if (least !== null && least > this.expires) {
      this.expires = least;
      return true;
    }
    if (semantics(response.status).next !== "startOver" || this.etag === null) return false;
    this.etag = null;
    return true;
  }

  private onOutcome(outcome: Outcome): void {
    const { response, code } = outcome;
    const done = response !== null && code !== null && isSuccess(code);
    this.first.settle(outcome);
    if (this.leaving) {
      if (this.removing) this.finish("removed", outcome);
      else {
        if (done) this.learn(response);
        this.leave();
      }
    } else if (done) this.onPublished(response);
    else this.onFailure(outcome);
  }

  private leave(): void {
    if (this.etag === null) {
      this.finish("removed", this.first.value ?? outcomeWithout("canceled", "nothing was published"));
      return;
    }
    this.removing = true;
    this.send();
  }

  private learn(response: Message): number {
    const tag = response.field("SIP-ETag")?.trim() ?? "";
    this.etag = isToken(tag) && tag.length <= LONGEST_TAG ? own(tag) : null;
    if (this.underway !== null) this.standing = this.underway;
    const granted = parseExpires(response.value(Header.Expires) ?? "") ?? this.expires;
    this.expiresAt = this.core.now + granted * 1000;
    return granted;
  }

  private onPublished(response: Message): void {
    const granted = this.learn(response);
    this.failures = 0;
    this.enter("published");
    if (this.wanted !== this.standing) this.send();
    else if (this.operation === null)
      this.core.kernel.wheel.arm(this.timer, refreshDelay(this.core.kernel.random, Math.max(granted, 10)));
    if (this.waiters.length > 0 && this.operation === null) this.send();
  }

  private onFailure(outcome: Outcome): void {
    const { core } = this;
    const again = isWorthRepeating(outcome);
    if (!again && this.underway !== null && this.standing !== null && this.etag !== null) {
      // A change that is not taken leaves what stands.
      this.wanted = this.standing;
      const left = ((this.expiresAt ?? core.now) - core.now) / 1000;
      core.kernel.wheel.arm(this.timer, refreshDelay(core.kernel.random, Math.max(left, 10)));
    } else if (!again) this.finish("refused", outcome);
    else {
      this.failures++;
      if (this.expiresAt !== null && this.expiresAt <= core.now) this.etag = null;
      const wait = askedDelay(outcome.retryAfter, this.failures) ?? recoveryDelay(core.kernel.random, this.failures);
      core.kernel.wheel.arm(this.timer, wait);
      this.enter("waiting");
    }
  }

  private enter(state: PublicationState): void {
    if (state === this.current) return;
    this.current = state;
    const { onState } = this.options;
    if (onState !== undefined) this.core.guard(this.identity.callId, () => onState(state));
  }

  private finish(cause: PublicationEnd["cause"], outcome: Outcome): void {
    this.core.kernel.wheel.cancel(this.timer);
    this.options.signal?.removeEventListener("abort", this.onAbort);
    this.home.keep(this, false);
    this.etag = null;
    this.expiresAt = null;
    this.first.settle(outcome);
    for (const each of this.waiters.splice(0)) each(outcome);
    this.end.settle({ cause, text: outcome.text, outcome });
    this.enter("ended");
  }
}
