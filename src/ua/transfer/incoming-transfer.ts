import { Dialog, sequenceOf } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { Header, type Replaces } from "../../syntax/mod.ts";
import { isSecure } from "../../transport/mod.ts";
import type { Call } from "../call/call.ts";
import type { CallOptions } from "../call/call-options.ts";
import type { OutgoingCall } from "../call/outgoing-call.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, ResponseOptions, Usage } from "../incoming-request.ts";
import { NotifierSubscription } from "../notifier/notifier-subscription.ts";
import { demandStatus, type Outcome } from "../outcome.ts";
import type { Headers } from "../text.ts";
import { TransferReport } from "./transfer-report.ts";

/** Milliseconds in which a REFER wants its answer: less than the 64·T1 after which nobody waits for it. */
const CONSENT_MS = 25_000;
/** Seconds that reports may take beside the ringing of the new call. */
const MARGIN_SECONDS = 60;
const DEFAULT_RING_SECONDS = 240;

/** What a received transfer needs of its agent. */
export interface TransferHome {
  readonly core: AgentCore;
  call(target: string, options?: CallOptions): OutgoingCall;
  /** Keeps the state of a transfer under a URI to subscribe to (RFC 7614); null when there is no room. */
  publishReport(request: IncomingRequest): { readonly uri: string; readonly report: TransferReport } | null;
  /** True for the first REFER of a dialog, whose NOTIFYs need no id (RFC 3515 §2.4.6). */
  isFirstRefer(dialog: Dialog<Usage>): boolean;
  keepNotifier(subscription: NotifierSubscription): void;
}

/** What a REFER asks for. */
export interface Referral {
  /** URI to call, without headers. */
  readonly uri: string;
  /** The dialog whose place the call takes; null for a blind transfer. */
  readonly replaces: Replaces | null;
}

/**
 * A REFER that wants consent (RFC 3515 §2.4.2): nothing is answered and nobody is called before `accept`, `take` or `reject`. One that
 * is left alone for 25 s is refused with 480.
 */
export class IncomingTransfer {
  readonly request: IncomingRequest;
  /** The call that is to be transferred; null for a REFER outside of any. */
  readonly call: Call | null;
  /** Whom to call. */
  readonly referTo: string;
  /** The dialog whose place the new call takes (attended transfer). */
  readonly replaces: Replaces | null;
  /** Who asks, as Referred-By has it (RFC 3892), read as UTF-8; null when that is not said. */
  readonly referredBy: string | null;
  private readonly home: TransferHome;
  private readonly patience = new CallbackTimer(() => this.reject(480));

  /** @internal Made by the agent. */
  constructor(home: TransferHome, request: IncomingRequest, referral: Referral, call: Call | null) {
    this.home = home;
    this.request = request;
    this.call = call;
    this.referTo = referral.uri;
    this.replaces = referral.replaces;
    this.referredBy = request.header("Referred-By");
    home.core.kernel.wheel.arm(this.patience, CONSENT_MS);
  }

  get from() {
    return this.request.from;
  }

  get answered(): boolean {
    return this.request.answered;
  }

  /** Agrees and calls: what becomes of the call is reported by itself. Throws an Error when the REFER was answered before. */
  accept(options: CallOptions = {}): OutgoingCall {
    const { ringFor = DEFAULT_RING_SECONDS, onProgress } = options;
    const report = this.take({ expires: ringFor + MARGIN_SECONDS });
    const by: Headers = this.referredBy === null ? {} : { "Referred-By": this.referredBy };
    const call = this.home.call(this.referTo, {
      ...options,
      ...(this.replaces === null ? {} : { replaces: this.replaces }),
      headers: { ...by, ...options.headers },
      onProgress: (progress) => {
        report.progress(progress.code, progress.phrase);
        onProgress?.(progress);
      },
    });
    void call.outcome.then((outcome) => report.finish(...finalOf(outcome)));
    return call;
  }

  /**
   * Agrees, and leaves the doing to the application: it says how it goes by `progress` and `finish`.
   * @param options.expires seconds in which the result will be known. Default 300
   */
  take(options: { readonly expires?: number } = {}): TransferReport {
    if (this.request.answered) throw new Error("the transfer was answered before");
    this.home.core.kernel.wheel.cancel(this.patience);
    const { request } = this;
    const { message, flow } = request;
    const { core } = this.home;
    const required = message.values(Header.Require).map((tag) => tag.toLowerCase());
    const contact = `Contact: ${core.contact(flow)}\r\n`;
    if (required.includes("explicitsub")) return this.takeExplicitly(contact);
    const unwanted = message.field("Refer-Sub")?.trim().toLowerCase().startsWith("false") === true;
    if (required.includes("nosub") || unwanted) {
      request.send(200, contact + (unwanted ? "Refer-Sub: false\r\n" : ""));
      return new TransferReport(core);
    }
    return this.takeImplicitly(contact, Math.round(options.expires ?? 300));
  }

  /** Refuses it with `code`, 403 when absent. A 6xx needs `everywhere`, as for a call. */
  reject(code = 403, options: ResponseOptions & { readonly scope?: "everywhere" } = {}): void {
    demandStatus(code, 300, 699, "reject()");
    const { scope, ...rest } = options;
    if (code >= 600 && scope !== "everywhere")
      throw new RangeError(`a ${code} speaks for the user everywhere: say scope: "everywhere"`);
    this.home.core.kernel.wheel.cancel(this.patience);
    this.request.respond(code, rest);
  }

  private takeExplicitly(contact: string): TransferReport {
    const kept = this.home.publishReport(this.request);
    if (kept === null) {
      this.request.send(500, "Retry-After: 60\r\n");
      return new TransferReport(this.home.core);
    }
    this.request.send(200, `${contact}Refer-Events-At: <${kept.uri}>\r\n`);
    return kept.report;
  }

  private takeImplicitly(contact: string, expires: number): TransferReport {
    const { home, request } = this;
    const { core } = home;
    const { flow, message } = request;
    const report = new TransferReport(core);
    const dialog = request.dialog ?? this.newDialog();
    if (dialog === null) return report;
    request.dialog?.refreshTarget(message);
    const first = home.isFirstRefer(dialog);
    const id = first ? null : String(sequenceOf(message) ?? 0);
    request.send(200, (request.dialog === null ? request.recordRoutes : "") + contact);
    const subscription = new NotifierSubscription({ core, dialog, flow, event: "refer", id, expires, minExpires: 0 });
    home.keepNotifier(subscription);
    report.tell(subscription);
    return report;
  }

  /** The dialog that a REFER outside of any makes; null when it cannot, and the request has been answered. */
  private newDialog(): Dialog<Usage> | null {
    const { request } = this;
    const dialog = Dialog.ofRequest<Usage>(request.message, request.localTag, isSecure(request.flow.protocol));
    if (dialog === null) request.send(400, "");
    else if (this.home.core.dialogs.add(dialog)) {
      dialog.confirm();
      return dialog;
    } else request.send(500, "Retry-After: 30\r\n");
    return null;
  }
}

/** What the one who asked is told of a call's end: its final status, or the one that stands for silence and the like. */
function finalOf({ kind, code, phrase }: Outcome): [number, string] {
  if (code !== null) return [code, phrase];
  const codes = { timeout: 408, unreachable: 503, canceled: 487 } as const;
  return [kind === "timeout" || kind === "unreachable" || kind === "canceled" ? codes[kind] : 500, ""];
}
