import { isProvisional, reasonPhrase, semantics } from "../../catalogue/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { type Address, Header, type Message, parseExpires } from "../../syntax/mod.ts";
import { whenReady } from "../core.ts";
import type { Cancellable } from "../dispatch.ts";
import type { IncomingRequest } from "../incoming-request.ts";
import type { MediaSession } from "../media.ts";
import { namesOption } from "../option-tags.ts";
import { demandStatus, type Outcome, type OutcomeKind, outcomeOfAnswer } from "../outcome.ts";
import { headerLines } from "../text.ts";
import { type AnswerOptions, contactLine, type RedirectTarget, type RejectOptions } from "./answers.ts";
import { Call, type CallHome } from "./call.ts";
import { descriptionOf, SDP_TYPE } from "./description.ts";
import { type CallEnd, type SessionEnd, saidReason, sessionEnd } from "./end.ts";
import { ReliableProvisionals } from "./reliable.ts";
import type { Session } from "./session.ts";

/** Seconds after which a call that the application never settled is answered 480. */
const LONGEST_RINGING = 180;
/** §13.3.1.1: a provisional response "at every minute", lest a proxy give up. */
const REMINDER_MS = 60_000;

/** A call from the callee's side. The application rings, answers, rejects or redirects it, each at most once. */
export class IncomingCall extends Call implements Cancellable {
  readonly direction = "incoming";
  readonly request: IncomingRequest;
  /**
   * Asked when the caller cancels. `stay` leaves the call pending: it may still be answered, as happens to phones that are
   * picked up in the same moment (RFC 3261 §9.2).
   */
  onCancelRequest: (() => "stay" | "end") | null = null;
  readonly localTag: string;
  /** The call whose place this one takes when it is answered (RFC 3891); that one is hung up then. */
  readonly replaces: Call | null;
  private readonly early: Session;
  private readonly reliable: ReliableProvisionals;
  /** Provisional responses go reliably (RFC 3262): all of them, or those with a description. */
  private readonly allReliable: boolean;
  private readonly sdpReliable: boolean;
  private readonly offer: string;
  private answering = false;
  /** The description of an unreliable provisional response; the 200 says it again (RFC 6337 §3.1.1). */
  private preview = "";
  private lastProvisional = 0;
  private readonly unanswered = new CallbackTimer(() => this.settleWith("timeout", 480, "local", "nobody answered"));
  private readonly expiring = new CallbackTimer(() => this.settleWith("timeout", 487, "caller", "it expired"));
  private readonly reminder = new CallbackTimer(() => this.remind());

  constructor(
    home: CallHome,
    request: IncomingRequest,
    media: MediaSession,
    makeSession: (call: IncomingCall) => Session,
    replaces: Call | null,
  ) {
    super(home, media, request.message.callId);
    const { message } = request;
    this.request = request;
    this.localTag = request.localTag;
    this.replaces = replaces;
    this.offer = descriptionOf(message) ?? "";
    this.early = makeSession(this);
    this.join(this.early);
    this.early.pending.invitesIn = true;
    this.early.learn(message);
    if (this.offer !== "") {
      this.early.exchange.apply("receiveOffer", this.offer);
      this.early.noteDirection(this.offer);
    }
    request.transaction.user = this;
    const wanted = home.core.settings.reliableProvisionals;
    this.allReliable = namesOption(message, Header.Require, "100rel");
    this.sdpReliable = this.allReliable || (wanted !== "off" && namesOption(message, Header.Supported, "100rel"));
    this.reliable = new ReliableProvisionals(home.core, request, () =>
      // RFC 3262 §3: "SHOULD reject the original request with a 5xx response".
      this.settleWith("timeout", 504, "network", "a reliable provisional response was never acknowledged"),
    );
    this.armTimers(message);
  }

  private armTimers(message: Message): void {
    const { wheel } = this.core.kernel;
    wheel.arm(this.unanswered, LONGEST_RINGING * 1000);
    const expires = parseExpires(message.value(Header.Expires) ?? "");
    if (expires !== null && expires < LONGEST_RINGING) wheel.arm(this.expiring, Math.max(1, expires) * 1000);
  }

  /** Who calls. */
  get from(): Address | null {
    return this.request.from;
  }

  /** Whom the caller asked for. */
  get to(): Address | null {
    return this.request.to;
  }

  /** The session description that the INVITE brought; "" when the caller wants the offer from this side. */
  get remoteSdp(): string {
    return this.offer;
  }

  /** Says that it rings (180). */
  ring(): void {
    this.progress(180);
  }

  /**
   * Sends a provisional response. With `sdp` (text, or `true` for the media's own) it carries early media; it then goes
   * reliably when the caller can do that (RFC 3262). After the final response nothing happens.
   */
  progress(code = 183, sdp: string | true | "" = ""): void {
    demandStatus(code, 101, 199, "progress()");
    if (!this.pending) return;
    if (sdp === "") this.sendProvisional(code, "");
    else if (sdp !== true) this.sendProvisional(code, sdp);
    else this.describe("", (body) => this.sendProvisional(code, body));
  }

  /** True while the application may still settle the call. */
  get pending(): boolean {
    return this.settledOutcome.value === null && !this.answering;
  }

  private sendProvisional(code: number, sdp: string): void {
    if (this.settledOutcome.value !== null) return;
    const { exchange } = this.early;
    const { wheel } = this.core.kernel;
    this.lastProvisional = code;
    wheel.arm(this.reminder, REMINDER_MS);
    const offering = this.offer === "" && sdp !== "";
    const reliable = this.allReliable || (this.sdpReliable && sdp !== "");
    // An offer goes out reliably or not at all (RFC 3261 §13.2.1); an answer that went out once is not changed.
    const body =
      (offering && (!reliable || exchange.state !== "none")) || (exchange.state === "stable" && reliable) ? "" : sdp;
    const lines = this.dialogLines + (body === "" ? "" : SDP_TYPE);
    if (!reliable) {
      if (body !== "") this.preview = body;
      this.request.send(code, lines, body);
      return;
    }
    if (body !== "") exchange.apply(offering ? "sendOffer" : "sendAnswer", body);
    this.reliable.send(code, lines, body, (prack) => this.onPrack(prack));
  }

  /** What every answer that makes the dialog carries. */
  private get dialogLines(): string {
    return this.request.recordRoutes + this.early.responseLines(this.request.flow);
  }

  private onPrack(prack: IncomingRequest): void {
    const sdp = descriptionOf(prack.message) ?? "";
    const { exchange } = this.early;
    if (sdp !== "" && exchange.state === "localOffer") this.early.takeAnswer(sdp);
    else if (sdp !== "" && exchange.apply("receiveOffer", sdp)) {
      // RFC 3262 §5: a PRACK may bring another offer; its 200 answers it.
      whenReady(
        () => this.media.answer(sdp),
        (answer) => {
          exchange.apply("sendAnswer", answer);
          prack.send(200, SDP_TYPE, answer);
        },
        (error) => {
          this.core.fault(error, this.callId);
          exchange.apply("rollback");
          prack.send(488, "");
        },
      );
      return;
    }
    prack.send(200, "");
  }

  /** Asks the media for this side's description: what was given, the answer to the offer, or an offer. */
  private describe(given: string, done: (sdp: string) => void): void {
    if (given !== "") done(given);
    else if (this.preview !== "") done(this.preview);
    else {
      whenReady(
        () => (this.offer === "" ? this.media.offer() : this.media.answer(this.offer)),
        done,
        (error) => {
          this.core.fault(error, this.callId);
          this.answering = false;
          this.settleWith("failed", 488, "local", "the media could not take the offer");
        },
      );
    }
  }

  /**
   * Answers (200). Resolves with the outcome: `answered`, or what came before it (the caller gave up meanwhile). The 200 is
   * repeated until it is acknowledged; without an ACK the call ends with the cause `noAck`.
   */
  answer(options: AnswerOptions = {}): Promise<Outcome> {
    const headers = headerLines(options.headers);
    const { code = 200 } = options;
    demandStatus(code, 200, 299, "answer()");
    if (this.pending) {
      this.answering = true;
      const { exchange } = this.early;
      const settled = exchange.state === "stable" || exchange.state === "localOffer";
      if (settled) this.reliable.afterAcknowledged(() => this.accept("", headers, code));
      else
        this.describe(options.sdp ?? "", (sdp) =>
          this.reliable.afterAcknowledged(() => this.accept(sdp, headers, code)),
        );
    }
    return this.outcome;
  }

  private accept(sdp: string, headers: string, code: number): void {
    if (this.settledOutcome.value !== null) return;
    const { early: session, request } = this;
    const { exchange } = session;
    const late = this.offer === "" && sdp !== "";
    if (sdp !== "") exchange.apply(late ? "sendOffer" : "sendAnswer", sdp);
    this.quieten();
    const lines = this.dialogLines + session.timer.answerLines(request.message) + headers;
    session.pending.invitesIn = false;
    session.dialog.confirm();
    session.confirm();
    this.answeredAt = this.core.now;
    const text = request.send(code, lines + (sdp === "" ? "" : SDP_TYPE), sdp);
    session.awaitAck(request, text, (ack) => {
      const answer = late ? descriptionOf(ack) : null;
      if (late && (answer === null || answer === "")) exchange.apply("rollback");
      else if (answer !== null) session.takeAnswer(answer);
    });
    this.settledOutcome.settle(outcomeOfAnswer("answered", code, "callee", "answered here"));
    void this.replaces?.hangUp();
    session.changed();
  }

  /**
   * Turns the call down: 486 unless said otherwise. Throws a RangeError for what is no rejection, and for a 6xx without
   * `scope: "everywhere"`: it would silence the user's other phones. After the end nothing happens.
   */
  reject(code = 486, options: RejectOptions = {}): void {
    demandStatus(code, 400, 699, "reject()");
    const everywhere = semantics(code).scope === "everywhere";
    if (everywhere !== (options.scope === "everywhere")) {
      throw new RangeError(
        everywhere
          ? `${code} speaks for every phone of the user: say scope: "everywhere" if that is meant`
          : `scope "everywhere" goes with a 6xx such as 603, not with ${code}`,
      );
    }
    const retry = options.retryAfter === undefined ? "" : `Retry-After: ${Math.round(options.retryAfter)}\r\n`;
    this.settleWith("rejected", code, "callee", "rejected here", retry + headerLines(options.headers), options.phrase);
  }

  /** Sends the caller elsewhere: 302, or another 3xx. Throws a TypeError when a target is no SIP URI. */
  redirect(targets: string | readonly (string | RedirectTarget)[], code = 302): void {
    demandStatus(code, 300, 399, "redirect()");
    const list = typeof targets === "string" ? [targets] : targets;
    if (list.length === 0) throw new TypeError("redirect() needs somewhere to go");
    this.settleWith("redirected", code, "callee", "redirected", list.map(contactLine).join(""));
  }

  /** Turns a call down that was not answered (480), or ends it. */
  override hangUp(): Promise<CallEnd> {
    if (this.settledOutcome.value === null)
      this.settleWith("rejected", 480, "callee", "hung up before it was answered");
    else this.hangUpSessions();
    return this.ended;
  }

  /** @internal The application's handler broke: 500, or BYE when it had answered. */
  fail(): void {
    if (this.settledOutcome.value === null) this.settleWith("failed", 500, "local", "the application failed");
    else this.hangUpSessions();
  }

  /** @internal The caller gave up (RFC 3261 §9.2). */
  onCancel(cancel: Message): void {
    if (this.onCancelRequest?.() === "stay") return;
    this.settleWith("canceled", 487, "caller", saidReason(cancel, "the caller cancelled"));
  }

  /** @internal An ACK that carries the INVITE's own branch. */
  onAck(ack: Message): void {
    this.early.onAck(ack);
  }

  /** §15.1.2: a BYE ends the INVITE with 487. */
  override takeEarlyBye(bye: IncomingRequest): void {
    this.settleWith("canceled", 487, "caller", saidReason(bye.message, "the caller hung up"));
  }

  /** The dialog ended under an unanswered call: a request within it failed. */
  override sessionEnded(session: Session, end: SessionEnd): void {
    super.sessionEnded(session, end);
    if (this.settledOutcome.value === null) this.settleWith("failed", 487, "network", end.text);
  }

  override takePrack(prack: IncomingRequest): boolean {
    return this.reliable.take(prack);
  }

  /** The one way to end an unanswered call. */
  private settleWith(
    kind: OutcomeKind,
    code: number,
    decidedBy: Outcome["decidedBy"],
    text: string,
    lines = "",
    phrase = reasonPhrase(code),
  ): void {
    if (this.settledOutcome.value !== null) return;
    this.quieten();
    this.reliable.stop();
    this.request.send(code, lines, "", phrase);
    this.settledOutcome.settle(outcomeOfAnswer(kind, code, decidedBy, text, phrase));
    const by = decidedBy === "caller" ? "remote" : decidedBy === "network" ? "network" : "local";
    const end = sessionEnd("notAnswered", by, text);
    this.early.drop(end);
    this.finish(end);
  }

  private quieten(): void {
    const { wheel } = this.core.kernel;
    for (const timer of [this.unanswered, this.expiring, this.reminder]) wheel.cancel(timer);
  }

  private remind(): void {
    if (!this.pending || !isProvisional(this.lastProvisional)) return;
    this.sendProvisional(this.lastProvisional, "");
  }
}
