import type { DigestClient } from "../auth/mod.ts";
import { semantics } from "../catalogue/mod.ts";
import { plainText } from "../diagnosis/mod.ts";
import { CallbackTimer } from "../kernel/mod.ts";
import type { Contact } from "../syntax/mod.ts";
import { addressTag, Header, type Message, type SipUri, writeUri } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";
import { ClientRequest, type ClientRequestUser, type RequestDraft } from "./client-request.ts";
import { type AgentCore, whenReady } from "./core.ts";
import { type Attempt, contactsOf, type Outcome, outcomeOf, outcomeWithout } from "./outcome.ts";
import { type HistoryEntry, type RedirectCache, RedirectTargets } from "./redirection.ts";
import type { RedirectPolicy } from "./settings.ts";

/** A 3xx that the application is asked about. */
export interface Redirection {
  /** Where the request was sent. */
  readonly from: string;
  readonly code: number;
  /** Where it points, best first. */
  readonly contacts: readonly Contact[];
  readonly response: Message;
}

/** How an operation is to meet redirections. */
export interface RedirectHandling {
  readonly policy: RedirectPolicy;
  readonly cache: RedirectCache;
  /** Asked by the policy `ask`; null counts as no. */
  readonly ask: ((redirection: Redirection) => boolean | Promise<boolean>) | null;
}

/** What is asked for, however often it takes to ask it. */
export interface OperationSpec {
  readonly method: string;
  /** Where it goes at first. */
  readonly target: SipUri;
  /**
   * The next request to `target`, with a new sequence number: called for every attempt. `history` is empty until a
   * redirection is followed.
   */
  draft(target: SipUri, credentials: string, history: readonly HistoryEntry[]): RequestDraft;
  /** Null where a redirection ends the operation: within dialogs. */
  readonly redirects?: RedirectHandling | null;
  /** How often a request is repeated that the peer asks to repeat later (Retry-After); 0 when absent. */
  readonly retries?: number;
  readonly signal?: AbortSignal | undefined;
  /** Credentials kept over several operations; new ones when absent. */
  readonly digest?: DigestClient;
  readonly fallback?: Flow | null;
}

/** Whoever began the operation. */
export interface OperationUser {
  onProvisional?(response: Message, request: ClientRequest): void;
  /** A 2xx; of an INVITE every one, repeated ones and those of other forks included. */
  onSuccess?(response: Message, request: ClientRequest): void;
  /** Mends what a rejection complains about. True: the request is sent again, drafted anew; at most five times. */
  repair?(response: Message): boolean;
  /** Called exactly once. */
  onOutcome(outcome: Outcome): void;
}

const MAX_REPAIRS = 5;
const MAX_CHALLENGES = 4;
/** Seconds; whoever is asked to wait longer is told so in the outcome. */
const LONGEST_WAIT = 300;

/**
 * One thing asked of the network until it is settled: found by RFC 3263, asked again with credentials, at other places when
 * redirected, changed when the peer says how, later when it says when. Ends with one `Outcome`.
 */
export class Operation implements ClientRequestUser {
  /** The request under way; the last one when it is settled. */
  request: ClientRequest | null = null;
  settled = false;
  canceled = false;
  private readonly core: AgentCore;
  private readonly spec: OperationSpec;
  private readonly user: OperationUser;
  private readonly digest: DigestClient;
  private readonly targets: RedirectTargets;
  private target: SipUri;
  private readonly attempts: Attempt[] = [];
  private readonly history: HistoryEntry[] = [];
  /** Tags of those who answered provisionally. */
  private readonly calleeTags = new Set<string>();
  private fromCache = false;
  private followed = false;
  private repairs = 0;
  private challenges = 0;
  private retried = 0;
  private readonly again: CallbackTimer;
  private readonly onAbort = (): void => this.cancel();
  private cancelHeaders = "";

  constructor(core: AgentCore, spec: OperationSpec, user: OperationUser) {
    this.core = core;
    this.spec = spec;
    this.user = user;
    this.target = spec.target;
    this.targets = new RedirectTargets(spec.target);
    this.digest = spec.digest ?? core.newDigest();
    this.again = new CallbackTimer(() => this.transmit(""));
  }

  start(): void {
    const { signal, redirects } = this.spec;
    if (signal?.aborted) {
      this.canceled = true;
      this.core.kernel.defer(() => this.settle(this.without("canceled", "cancelled before it began")));
      return;
    }
    signal?.addEventListener("abort", this.onAbort, { once: true });
    const cached = redirects?.cache.find(this.target, this.core.now) ?? null;
    if (cached !== null) {
      this.fromCache = true;
      this.target = cached;
    }
    this.transmit("");
  }

  /** Gives up: CANCEL for an INVITE that is on its way (RFC 3261 §9.1), at once for anything else. */
  cancel(headers = ""): void {
    if (this.settled || this.canceled) return;
    this.canceled = true;
    this.cancelHeaders = headers;
    if (this.spec.method === "INVITE" && this.request !== null && this.request.cancel(headers)) return;
    this.request?.abandon();
    this.settle(this.without("canceled", "cancelled"));
  }

  onResponse(response: Message, request: ClientRequest): void {
    const { status } = response;
    if (status < 200) {
      const tag = addressTag(response.value(Header.To) ?? "");
      if (tag !== null && status > 100 && this.calleeTags.size < 64) this.calleeTags.add(tag);
      if (request === this.request && !this.settled) this.user.onProvisional?.(response, request);
      return;
    }
    if (status < 300) {
      this.user.onSuccess?.(response, request);
      this.settle(this.outcome(response));
    } else if (request === this.request && !this.settled) this.onRejection(response);
  }

  onFailure(why: "timeout" | "unreachable", text: string, request: ClientRequest): void {
    if (request !== this.request || this.settled) return;
    if (this.canceled) this.settle(this.without("canceled", "cancelled; nobody confirmed it"));
    else if (!this.tryNext(null, text)) this.settle(this.without(why, text));
  }

  private onRejection(response: Message): void {
    const meaning = semantics(response.status);
    if (this.canceled) this.settle(this.outcome(response));
    else if (meaning.next === "authenticate") this.authenticate(response);
    else if (meaning.class === "3xx" && this.spec.redirects) this.redirect(response, this.spec.redirects);
    else if (this.repairs < MAX_REPAIRS && this.user.repair?.(response)) {
      this.repairs++;
      this.transmit("");
    } else this.giveUp(response);
  }

  private giveUp(response: Message): void {
    // A 6xx speaks for the callee wherever; no other place is asked then (RFC 3261 §21.6).
    const { stopsHunting } = semantics(response.status);
    if (!stopsHunting && this.tryNext(response.status, said(response))) return;
    if (!this.retryLater(response)) this.settle(this.outcome(response));
  }

  private authenticate(response: Message): void {
    const { request } = this;
    const sent = request?.message ?? null;
    if (request === null || sent === null || this.challenges >= MAX_CHALLENGES) {
      this.giveUp(response);
      return;
    }
    const { method, requestUri, body } = request.draft;
    const lines = this.digest.answer(response, sent, { method, requestUri, body });
    if (lines === null) {
      this.giveUp(response);
      return;
    }
    this.challenges++;
    this.transmit(lines, request);
  }

  private redirect(response: Message, redirects: RedirectHandling): void {
    const original = this.spec.target;
    if (!this.fromCache && !this.followed) redirects.cache.learn(original, response, this.core.now);
    const go = (yes: boolean): void => {
      if (this.settled) return;
      if (this.canceled) this.settle(this.without("canceled", "cancelled"));
      else if (yes && this.follows(response)) return;
      else this.settle(this.outcome(response));
    };
    const { policy, ask } = redirects;
    // §21.3.4: the Contact of "use proxy" is no other address of the callee. What a person must decide is asked.
    const askable = semantics(response.status).next === "redirect" && response.status !== USE_PROXY;
    if (policy === "follow") go(askable);
    else if (policy === "never" || ask === null) go(false);
    else {
      const from = writeUri(this.target);
      const question = { from, code: response.status, contacts: contactsOf(response), response };
      whenReady(
        () => ask(question),
        go,
        (error) => {
          this.core.fault(error, null);
          go(false);
        },
      );
    }
  }

  private follows(response: Message): boolean {
    this.targets.add(response);
    return this.tryNext(response.status, said(response));
  }

  /** Goes to the next place that redirections named, or back to the original when a remembered one failed; false: none. */
  private tryNext(code: number | null, text: string): boolean {
    let next = this.targets.next();
    if (next === null && this.fromCache) {
      // The one retry of the original: what was remembered may be out of date.
      this.fromCache = false;
      this.spec.redirects?.cache.forget(this.spec.target);
      next = this.spec.target;
    }
    if (next === null) return false;
    const uri = writeUri(this.target);
    this.attempts.push({ uri, code, text });
    this.history.push({ uri, cause: code });
    this.target = next;
    this.followed = true;
    this.challenges = 0;
    this.transmit("");
    return true;
  }

  /** Waits as long as the peer asks and repeats, when the application wants that. */
  private retryLater(response: Message): boolean {
    const { retries = 0 } = this.spec;
    const outcome = this.outcome(response);
    const wait = outcome.retryAfter;
    if (this.retried >= retries || wait === null || wait > LONGEST_WAIT || semantics(response.status).next === "giveUp")
      return false;
    this.retried++;
    this.attempts.push({ uri: writeUri(this.target), code: response.status, text: outcome.text });
    this.request = null;
    this.core.kernel.wheel.arm(this.again, wait * 1000);
    return true;
  }

  private transmit(credentials: string, before: ClientRequest | null = null): void {
    const draft = this.spec.draft(this.target, credentials, this.followed ? [...this.history, this.present()] : []);
    const request = new ClientRequest(this.core, draft, this, this.spec.fallback ?? null);
    this.request = request;
    request.send(before);
    // The application may have given up while it was being asked what to send.
    if (this.canceled && !this.settled && !request.cancel(this.cancelHeaders)) {
      request.abandon();
      this.settle(this.without("canceled", "cancelled"));
    }
  }

  private present(): HistoryEntry {
    return { uri: writeUri(this.target), cause: null };
  }

  private outcome(response: Message): Outcome {
    const { canceled, calleeTags, attempts } = this;
    const lacking = semantics(response.status).next === "authenticate" ? this.core.realmsWithoutAccount(response) : [];
    return outcomeOf(response, { canceled, calleeTags, attempts: [...attempts], lacking });
  }

  private without(kind: "canceled" | "timeout" | "unreachable" | "failed", text: string): Outcome {
    return outcomeWithout(kind, text, [...this.attempts]);
  }

  private settle(outcome: Outcome): void {
    if (this.settled) return;
    this.settled = true;
    this.core.kernel.wheel.cancel(this.again);
    this.spec.signal?.removeEventListener("abort", this.onAbort);
    this.user.onOutcome(outcome);
  }
}

const USE_PROXY = 305;

function said({ status, reason }: Message): string {
  return `${status} ${plainText(reason)}`;
}
