import { plainText } from "../../diagnosis/mod.ts";
import { type Dialog, DialogSet, sequenceOf } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import { type Message, type SipUri, writeUri } from "../../syntax/mod.ts";
import type { ClientRequest } from "../client-request.ts";
import { whenReady } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { type MediaSession, SilentMedia } from "../media.ts";
import { Operation, type RedirectHandling } from "../operation.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import { draftOutside, Identity } from "../outside.ts";
import { type HistoryEntry, historyLines } from "../redirection.ts";
import { readTarget } from "../settings.ts";
import { headerLines } from "../text.ts";
import { Call, type CallHome } from "./call.ts";
import type { CallOptions, ForkAnswer, ForkPolicy, Progress } from "./call-options.ts";
import { descriptionOf } from "./description.ts";
import { type CallEnd, sessionEnd } from "./end.ts";
import { acknowledgeReliable } from "./prack.ts";
import { replacesValue, writeReplaces } from "./replacement.ts";
import { Session } from "./session.ts";
import { SessionTimer } from "./session-timer.ts";

/** Everything an outgoing call is made of; the agent fills in what the developer need not know. */
export interface OutgoingCallParts {
  readonly home: CallHome;
  readonly target: string;
  readonly options: CallOptions;
  readonly redirects: RedirectHandling;
}

/** A call from the caller's side: one INVITE, however many places and phones it reaches. */
export class OutgoingCall extends Call {
  readonly direction = "outgoing";
  /** Called with each provisional response but 100; a reliable one counts once, however often it comes (RFC 3262). */
  onProgress: ((progress: Progress) => void) | null;
  private readonly options: CallOptions;
  private readonly identity: Identity;
  private readonly set: DialogSet<Usage>;
  private readonly target: SipUri;
  private readonly redirects: RedirectHandling;
  private readonly byDialog = new Map<Dialog<Usage>, Session>();
  private readonly timer: SessionTimer;
  private readonly extra: string;
  private operation: Operation | null = null;
  private offer = "";
  private answers: ForkAnswer[] = [];
  private gaveUp = false;
  private readonly patience = new CallbackTimer(() => this.loseHeart());
  private readonly forkWindow = new CallbackTimer(() => this.closeForks());
  private readonly onAbort = (): void => void this.hangUp();

  constructor({ home, target, options, redirects }: OutgoingCallParts) {
    const { address, uri } = readTarget(target, home.core.settings.aor);
    const identity = new Identity(home.core, address);
    super(home, options.media ?? home.newMedia(), identity.callId);
    this.options = options;
    this.identity = identity;
    this.target = uri;
    this.redirects = redirects;
    this.extra = headerLines(options.headers) + replacesLines(options.replaces);
    this.set = new DialogSet<Usage>(home.core.dialogs, identity.callId, identity.localTag, writeUri(uri));
    this.timer = new SessionTimer(home.core, { refresh: () => {}, expire: () => {} });
    this.onProgress = options.onProgress ?? null;
    this.onEnded = options.onEnded ?? null;
    this.onDtmf = options.onDtmf ?? null;
  }

  /** @internal Called by the agent in the place of `start` when there is no room. */
  refuse(text: string): void {
    this.core.kernel.defer(() => this.settle(outcomeWithout("failed", text)));
  }

  /** @internal Called by the agent, once. */
  start(): void {
    const { signal, lateOffer, ringFor = 240 } = this.options;
    if (signal?.aborted) {
      this.core.kernel.defer(() => this.settle(outcomeWithout("canceled", "cancelled before it began")));
      return;
    }
    signal?.addEventListener("abort", this.onAbort, { once: true });
    this.core.kernel.wheel.arm(this.patience, ringFor * 1000);
    if (lateOffer) this.begin("");
    else {
      whenReady(
        () => this.media.offer(),
        (offer) => this.begin(offer),
        (error) => {
          this.core.fault(error, this.callId);
          this.settle(outcomeWithout("failed", "the media gave no offer"));
        },
      );
    }
  }

  private begin(offer: string): void {
    if (this.settledOutcome.value !== null) return;
    this.offer = offer;
    const { options } = this;
    this.operation = new Operation(
      this.core,
      {
        method: "INVITE",
        target: this.target,
        draft: (target, credentials, history) => this.draft(target, credentials, history),
        redirects: this.redirects,
        retries: options.retries ?? 0,
      },
      {
        onProvisional: (response, request) => this.takeProvisional(response, request),
        onSuccess: (response, request) => this.takeSuccess(response, request),
        repair: (response) => this.timer.raise(response),
        onOutcome: (outcome) => this.settle(outcome),
      },
    );
    this.operation.start();
  }

  private draft(target: SipUri, credentials: string, history: readonly HistoryEntry[]) {
    const { core, options } = this;
    this.set.requestUri = writeUri(target);
    const supported = [...core.supported].join(", ");
    const require = core.settings.reliableProvisionals === "require" ? "Require: 100rel\r\n" : "";
    const expires = options.expires === undefined ? "" : `Expires: ${Math.round(options.expires)}\r\n`;
    const headers =
      `${credentials}Allow: ${core.allow()}\r\nSupported: ${supported}\r\n${require}${expires}` +
      this.timer.requestLines() +
      historyLines(history) +
      this.extra;
    const contents = { contact: true, headers, contentType: "application/sdp", body: this.offer };
    return draftOutside(core, this.identity, "INVITE", target, contents);
  }

  /** The session of a dialog; the first response of each phone makes one. */
  private sessionOf(dialog: Dialog<Usage>, request: ClientRequest): Session {
    const known = this.byDialog.get(dialog);
    if (known !== undefined) return known;
    const session = new Session(this.core, dialog, this, this.media, request.flow);
    session.timer.adopt(this.timer);
    session.pending.invitesOut = true;
    if (this.offer !== "") session.exchange.apply("sendOffer", this.offer);
    this.byDialog.set(dialog, session);
    this.join(session);
    return session;
  }

  private takeProvisional(response: Message, request: ClientRequest): void {
    const { status } = response;
    if (status === 100) return;
    if (status === EARLY_DIALOG_TERMINATED) {
      this.set.release(response);
      this.tellProgress(response, "", "");
      return;
    }
    const dialog = this.set.of(response);
    const sdp = descriptionOf(response) ?? "";
    if (dialog !== null) {
      const session = this.sessionOf(dialog, request);
      const rseq = session.reliable.take(response);
      if (rseq === "repeated" || rseq === "early") return; // RFC 3262 §4: neither acknowledged nor looked at
      session.learn(response);
      if (rseq !== null) acknowledgeReliable(session, response, rseq, sdp, () => void this.hangUp());
      else if (sdp !== "" && session.exchange.state === "localOffer") session.takeAnswer(sdp);
    }
    this.tellProgress(response, sdp, dialog?.remoteTag ?? "");
  }

  private tellProgress(response: Message, sdp: string, tag: string): void {
    const { onProgress } = this;
    if (onProgress === null || this.settledOutcome.value !== null) return;
    const progress = { code: response.status, phrase: plainText(response.reason), sdp, tag, response };
    this.core.guard(this.callId, () => onProgress(progress));
  }

  /** §13.2.2.4: every 2xx of every phone is acknowledged, each time it comes. */
  private takeSuccess(response: Message, request: ClientRequest): void {
    const dialog = this.set.of(response);
    if (dialog === null) return;
    const session = this.sessionOf(dialog, request);
    const cseq = sequenceOf(response) ?? 0;
    if (session.acks.repeat(cseq)) return;
    session.acks.expect(cseq);
    session.pending.invitesOut = false;
    session.confirm();
    session.learn(response);
    session.timer.onSuccess(response);
    const kept = this.keeps(session, response);
    const sdp = descriptionOf(response) ?? "";
    const acknowledge = (body: string): void => session.acks.send(cseq, request.message, request.flow, body);
    if (this.offer === "" && session.exchange.state === "none" && sdp !== "")
      this.answerLate(session, sdp, acknowledge);
    else {
      if (kept) this.takeFinalAnswer(session, sdp);
      acknowledge("");
    }
    if (!kept) session.hangUp(sessionEnd("hungUp", "local", "another phone was kept"));
    session.changed();
  }

  /** The description of the 2xx. Phones that sent another one before, unreliably, mean this one. */
  private takeFinalAnswer(session: Session, sdp: string): void {
    const { exchange } = session;
    if (sdp === "") return;
    if (exchange.state === "localOffer") session.takeAnswer(sdp);
    else if (exchange.state === "stable" && exchange.remote !== sdp && this.offer === exchange.local) {
      exchange.apply("sendOffer", exchange.local);
      session.takeAnswer(sdp);
    }
  }

  private answerLate(session: Session, offer: string, acknowledge: (body: string) => void): void {
    const { exchange } = session;
    exchange.apply("receiveOffer", offer);
    const done = (answer: string): void => {
      exchange.apply("sendAnswer", answer);
      session.noteDirection(offer);
      acknowledge(answer);
    };
    whenReady(
      () => session.media.answer(offer),
      done,
      (error) => {
        // §13.2.2.4: an offer that will not do still gets an answer, then a BYE.
        done(new SilentMedia("0.0.0.0", 1).answer(offer));
        session.failMedia(error);
      },
    );
  }

  /** Whether an answer is one to keep; gives a second one that is kept media of its own. */
  private keeps(session: Session, response: Message): boolean {
    const over = this.operation?.canceled === true || this.settledEnd.value !== null;
    const answer: ForkAnswer = { tag: session.dialog.remoteTag, response, session };
    const before = this.answers.filter(({ session: { established } }) => established);
    if (over || (this.answeredAt !== null && before.length === 0)) return this.decline(session);
    if (before.length === 0) {
      this.answers = [answer];
      return true;
    }
    const { forks = "first" } = this.options;
    const all = [...before, answer];
    let chosen: readonly ForkAnswer[] = before;
    const choose = (policy: Exclude<ForkPolicy, "first">): void => {
      chosen = policy(all);
    };
    if (forks !== "first") this.core.guard(this.callId, () => choose(forks));
    this.answers = all.filter((each) => chosen.includes(each));
    for (const each of before) {
      if (!chosen.includes(each)) each.session.hangUp(sessionEnd("hungUp", "local", "another phone was kept"));
    }
    if (!chosen.includes(answer)) return this.decline(session);
    this.giveMedia(session, this.media.fork?.() ?? this.silence());
    return true;
  }

  private decline(session: Session): false {
    this.giveMedia(session, this.silence());
    return false;
  }

  private silence(): MediaSession {
    return new SilentMedia("0.0.0.0", 1);
  }

  private settle(outcome: Outcome): void {
    const { wheel } = this.core.kernel;
    wheel.cancel(this.patience);
    const settled = this.gaveUp && outcome.kind === "canceled" ? timedOut(outcome, this.options) : outcome;
    if (settled.kind === "answered") {
      this.answeredAt = this.core.now;
      // §13.2.2.4: dialogs that are still early 64·T1 after the first 2xx are over.
      wheel.arm(this.forkWindow, 64 * this.core.settings.timers.t1);
    } else this.options.signal?.removeEventListener("abort", this.onAbort);
    if (!this.settledOutcome.settle(settled)) return;
    if (settled.kind === "answered" && this.live.length > 0) return;
    if (this.live.every(({ established, ending }) => !established && !ending)) {
      const { decidedBy } = settled;
      const by = decidedBy === "caller" || decidedBy === "local" ? "local" : "remote";
      this.finish(sessionEnd("notAnswered", decidedBy === "network" ? "network" : by, settled.text));
    }
    this.closeForks();
  }

  private closeForks(): void {
    this.core.kernel.wheel.cancel(this.forkWindow);
    this.set.close();
    this.set.endEarly({ cause: "settled", status: null });
  }

  private loseHeart(): void {
    this.gaveUp = true;
    this.operation?.cancel();
  }

  override hangUp(): Promise<CallEnd> {
    if (this.operation === null) this.settle(outcomeWithout("canceled", "cancelled"));
    else if (!this.operation.settled) this.operation.cancel();
    else this.hangUpSessions();
    return this.ended;
  }

  override sessionEnded(session: Session, end: Parameters<Call["sessionEnded"]>[1]): void {
    this.byDialog.delete(session.dialog);
    super.sessionEnded(session, end);
    if (this.settledEnd.value === null) return;
    this.closeForks();
    this.options.signal?.removeEventListener("abort", this.onAbort);
  }

  /** A callee may not end an early dialog by BYE (§15); one that does has its 200 and that is all. */
  override takeEarlyBye(): void {}

  override takePrack(_prack: IncomingRequest): boolean {
    return false;
  }
}

const EARLY_DIALOG_TERMINATED = 199;

function timedOut(outcome: Outcome, { ringFor = 240 }: CallOptions): Outcome {
  return { ...outcome, kind: "timeout", text: `nobody answered within ${ringFor} s` };
}

function replacesLines(replaces: CallOptions["replaces"]): string {
  if (replaces === undefined) return "";
  if (!(replaces instanceof Call)) return `Replaces: ${writeReplaces(replaces)}\r\nRequire: replaces\r\n`;
  const dialog = replaces.session?.dialog;
  if (dialog === undefined) throw new TypeError("the call to replace is not established");
  return `Replaces: ${replacesValue(dialog)}\r\nRequire: replaces\r\n`;
}
