import { isSuccess } from "../../catalogue/mod.ts";
import { Dialog } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { escapeHeader, Header, type Message, parseAddress, parseSipUri, uriParam } from "../../syntax/mod.ts";
import type { Call } from "../call/call.ts";
import { replacesValue } from "../call/replacement.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { Operation, type OperationUser } from "../operation.ts";
import { type Outcome, outcomeOfStatus, outcomeWithout } from "../outcome.ts";
import { type Contents, draftOutside, Identity } from "../outside.ts";
import { readTarget } from "../settings.ts";
import { Settled } from "../settled.ts";
import type { NotifyTaker } from "../subscription/awaited-notifies.ts";
import { readNotification } from "../subscription/notification.ts";
import { Subscription, type SubscriptionHome } from "../subscription/subscription.ts";
import { headerLines } from "../text.ts";
import { requestWithin } from "../within.ts";
import { ReferUsage, type ReferWaiter } from "./refer-usage.ts";
import { type ReferStatus, readSipfrag, SIPFRAG } from "./sipfrag.ts";
import type { TransferFault, TransferOptions, TransferOutcome } from "./transfer-options.ts";

/** Dialogs that one REFER may make when a proxy forks it. */
const MOST_USAGES = 64;
/** How long reports are waited for at most, whatever time they promise themselves. */
const LONGEST_MS = 3_600_000;

/** Asks the other side to call somebody (RFC 3515) and waits for what comes of it; settled exactly once. */
export class Transfer implements ReferWaiter, NotifyTaker, AsyncDisposable {
  readonly numbers = new Set<number>();
  private readonly home: SubscriptionHome;
  private readonly core: AgentCore;
  private readonly call: Call | null;
  private readonly options: TransferOptions;
  private readonly referTo: string;
  private readonly lines: string;
  private readonly settled = new Settled<TransferOutcome>();
  private readonly usages = new Set<ReferUsage>();
  private mode: NonNullable<TransferOptions["subscription"]>;
  private outcome: Outcome | null = null;
  private operation: Operation | null = null;
  private identity: Identity | null = null;
  private subscription: Subscription | null = null;
  private told = false;
  private lastRefusal: ReferStatus | null = null;
  private latest = 0;
  private readonly timerN = new CallbackTimer(() => this.fail("noNotify"));
  private readonly patience = new CallbackTimer(() => this.fail("subscriptionExpired"));
  private readonly onAbort = (): void =>
    this.settle({ ...outcomeWithout("canceled", "not waited for any longer"), ...atTarget });

  /** Throws a TypeError when an address is none, or the call to replace is not established. */
  constructor(home: SubscriptionHome, call: Call | null, referTo: string | Call, options: TransferOptions) {
    const { core } = home;
    this.home = home;
    this.core = core;
    this.call = call;
    this.options = options;
    this.mode = options.subscription ?? "implicit";
    this.referTo = referToValue(core, referTo, options.replaces);
    this.lines = `Refer-To: ${this.referTo}\r\nReferred-By: <${core.settings.uri}>\r\n${headerLines(options.headers)}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.onAbort();
  }

  get result(): Promise<TransferOutcome> {
    return this.settled.promise;
  }

  /** Sends the REFER within the call. */
  startWithin(): void {
    const session = this.call?.session ?? null;
    if (!this.begin()) return;
    if (this.call === null || session === null) {
      this.core.kernel.defer(() => this.refused(outcomeWithout("failed", "the call is not established")));
      return;
    }
    const { dialog, flow } = session;
    const usage = new ReferUsage(this.core, dialog, this);
    this.usages.add(usage);
    this.call.ended.then(({ by }) => {
      if (by !== "local") usage.peerLeft();
    });
    const contents = (): Contents => {
      this.numbers.add(dialog.localCSeq + 1); // the draft counts on behind this
      return this.contents();
    };
    this.operation = requestWithin(this.core, dialog, usage, "REFER", contents, this.user(), { fallback: flow });
  }

  /** Sends the REFER outside of any dialog, to `target`. */
  startOutside(target: string): void {
    const { core, home } = this;
    const { address, uri } = readTarget(target, core.settings.aor);
    if (!this.begin()) return;
    const identity = new Identity(core, address);
    this.identity = identity;
    home.awaited.add(identity.callId, identity.localTag, this);
    this.operation = new Operation(
      core,
      {
        method: "REFER",
        target: uri,
        redirects: home.redirects(),
        draft: (to, credentials) => {
          const { headers, ...rest } = this.contents();
          const draft = draftOutside(core, identity, "REFER", to, { ...rest, headers: credentials + headers });
          this.numbers.add(draft.cseq);
          return draft;
        },
      },
      this.user(),
    );
    this.operation.start();
  }

  private begin(): boolean {
    const { signal } = this.options;
    this.home.keep(this, true);
    if (signal?.aborted) this.core.kernel.defer(this.onAbort);
    else signal?.addEventListener("abort", this.onAbort, { once: true });
    return signal?.aborted !== true;
  }

  private contents(): Contents {
    const mode = {
      implicit: "Supported: norefersub\r\n",
      norefersub: "Refer-Sub: false\r\nSupported: norefersub\r\n",
      nosub: "Require: nosub\r\n",
      explicit: "Require: explicitsub\r\n",
    }[this.mode];
    return { contact: true, headers: mode + this.lines, contentType: "", body: "" };
  }

  private user(): OperationUser {
    return {
      repair: (response) => this.repair(response),
      onOutcome: (outcome) => {
        this.outcome = outcome;
        const { code, response } = outcome;
        if (code === null || response === null || !isSuccess(code)) this.refused(outcome);
        else this.accepted(outcome, response);
      },
    };
  }

  /** 420: the peer does not know the extension and is asked as everybody is (RFC 7614 §4.2, §5.2). */
  private repair(response: Message): boolean {
    const named = response.values(Header.Unsupported).some((tag) => /^(explicitsub|nosub)$/i.test(tag));
    if (!named || this.mode === "implicit") return false;
    this.mode = "implicit";
    return true;
  }

  private refused(outcome: Outcome): void {
    this.settle({ ...outcome, stage: "refer", fault: null });
  }

  /** A 2xx; a 202 says no more than a 200 (RFC 6665 §8.3.1). */
  private accepted(outcome: Outcome, response: Message): void {
    if (this.settled.value !== null) return;
    const told = response.field("Refer-Sub")?.trim().toLowerCase().startsWith("false") === true;
    const at = this.mode === "explicit" ? parseAddress(response.field("Refer-Events-At") ?? "") : null;
    this.core.kernel.wheel.arm(this.patience, LONGEST_MS);
    if (at !== null && parseSipUri(at.uri) !== null) this.subscribe(at.uri);
    else if (this.mode === "implicit" || (this.mode === "norefersub" && !told)) {
      if (!this.told) this.core.kernel.wheel.arm(this.timerN, 64 * this.core.settings.timers.t1);
    } else this.settle({ ...outcome, text: "accepted; nobody reports what comes of it", stage: "refer", fault: null });
  }

  /** RFC 7614 §4.4: the reports are subscribed to where the peer says. */
  private subscribe(uri: string): void {
    for (const usage of this.usages) usage.drop();
    this.usages.clear();
    const subscription = new Subscription(this.home, `<${uri}>`, "refer", {
      accept: SIPFRAG,
      resubscribe: false,
      forks: "one",
      onNotify: ({ body }) => {
        const status = readSipfrag(body);
        if (status !== null) this.onStatus(status, null);
      },
    });
    this.subscription = subscription;
    subscription.start();
    subscription.ended.then(({ cause }) => {
      const faults = { noNotify: "noNotify", expired: "subscriptionExpired", silence: "peerGone" } as const;
      this.fail(
        cause === "noNotify" || cause === "expired" || cause === "silence" ? faults[cause] : "terminatedWithoutResult",
      );
    });
  }

  /** A NOTIFY outside our dialogs: the first of a REFER outside of a call, from each place it was forked to. */
  takeNotify(request: IncomingRequest): boolean {
    const { core, identity } = this;
    const about = /^refer *(;|$)/.test(request.message.value(Header.Event) ?? "");
    if (identity === null || !about || this.usages.size >= MOST_USAGES) return false;
    const dialog = Dialog.ofNotify<Usage>(request.message, identity.cseq, false);
    if (dialog === null || readNotification(request, "") === null) request.send(400, "");
    else if (!core.dialogs.add(dialog)) request.send(500, "Retry-After: 10\r\n");
    else {
      const usage = new ReferUsage(core, dialog, this);
      this.usages.add(usage);
      this.notified();
      usage.take(request);
    }
    return true;
  }

  private notified(): void {
    this.told = true;
    this.core.kernel.wheel.cancel(this.timerN);
  }

  onStatus(status: ReferStatus, usage: ReferUsage | null): void {
    this.notified();
    if (this.settled.value !== null) return;
    const { code, phrase } = status;
    if (code < 200) {
      if (code === this.latest) return;
      this.latest = code;
      const { onProgress } = this.options;
      if (onProgress !== undefined) this.core.guard(null, () => onProgress(status));
      return;
    }
    if (usage !== null) this.usages.delete(usage);
    // Of several that were asked (a REFER that was forked), one success is enough, and one refusal is not all.
    if (isSuccess(code) || this.usages.size === 0) this.settle({ ...outcomeOfStatus(code, phrase), ...atTarget });
    else this.lastRefusal = status;
  }

  onNoResult(fault: TransferFault, usage: ReferUsage): void {
    this.usages.delete(usage);
    if (this.usages.size > 0 || this.outcome === null) return;
    if (this.lastRefusal !== null) this.onStatus(this.lastRefusal, null);
    else this.fail(fault);
  }

  private fail(fault: TransferFault): void {
    const kinds = { noNotify: "timeout", subscriptionExpired: "timeout", peerGone: "unreachable" } as const;
    const kind = fault === "terminatedWithoutResult" ? "failed" : kinds[fault];
    this.settle({ ...outcomeWithout(kind, TEXTS[fault]), decidedBy: "network", stage: "target", fault });
  }

  private settle(outcome: TransferOutcome): void {
    if (!this.settled.settle(outcome)) return;
    const { core, identity, call, options } = this;
    core.kernel.wheel.cancel(this.timerN);
    core.kernel.wheel.cancel(this.patience);
    this.home.keep(this, false);
    options.signal?.removeEventListener("abort", this.onAbort);
    if (identity !== null) this.home.awaited.delete(identity.callId, identity.localTag);
    const transferred = outcome.kind === "answered" && outcome.stage === "target";
    // Reports that still come are answered; what nobody reads any more is not waited for.
    if (!transferred) for (const usage of [...this.usages]) usage.drop();
    void this.subscription?.unsubscribe();
    if (outcome.kind === "answered" && call !== null && options.hangUp !== false) void call.hangUp();
  }
}

const atTarget = { stage: "target", fault: null } as const;

const TEXTS: Readonly<Record<TransferFault, string>> = {
  noNotify: "the transfer was accepted, and no NOTIFY told how it went on",
  subscriptionExpired: "the time to report on the transfer ran out before it had a result",
  terminatedWithoutResult: "the reports on the transfer ended without a result",
  peerGone: "the other side went away before it told how the transfer ended",
};

/**
 * The Refer-To. For an attended transfer with the Replaces that the target knows its dialog by (RFC 3891), escaped into the URI.
 */
function referToValue(core: AgentCore, referTo: string | Call, replaces: Call | undefined): string {
  const other = typeof referTo === "string" ? replaces : referTo;
  const dialog = other === undefined ? null : (other.session?.dialog ?? null);
  if (other !== undefined && dialog === null) throw new TypeError("the call to replace is not established");
  const uri =
    typeof referTo === "string"
      ? readTarget(referTo, core.settings.aor).address.uri
      : whereToFind(dialog as Dialog<Usage>);
  if (dialog === null) return `<${uri}>`;
  return `<${uri}${uri.includes("?") ? "&" : "?"}Replaces=${escapeHeader(replacesValue(dialog))}>`;
}

/**
 * Where a third party finds the other end of a dialog: its GRUU, or its device where no proxy stands between (RFC 5589 §7.3);
 * otherwise the address it is known by, whose other phones will not know the dialog.
 */
function whereToFind(dialog: Dialog<Usage>): string {
  const target = parseSipUri(dialog.remoteTarget);
  const direct = dialog.routeSet.values.length === 0;
  if (direct || (target !== null && uriParam(target.params, "gr") !== null)) return dialog.remoteTarget;
  return parseAddress(dialog.remote)?.uri ?? dialog.remoteTarget;
}
