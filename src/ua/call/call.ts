import type { AgentCore } from "../core.ts";
import type { IncomingRequest } from "../incoming-request.ts";
import type { MediaDirection, MediaSession } from "../media.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import { Settled } from "../settled.ts";
import { type Headers, headerLines, lineOf, toOctets } from "../text.ts";
import { tonesOf, writeDtmf } from "./dtmf.ts";
import { type CallEnd, type SessionEnd, sessionEnd } from "./end.ts";
import type { ChangeOptions } from "./own-changes.ts";
import type { Session, SessionOwner } from "./session.ts";

/** What a call needs of the agent it belongs to. */
export interface CallHome {
  readonly core: AgentCore;
  /** Media of the application's, or silence. */
  newMedia(): MediaSession;
  forget(call: Call): void;
}

/** A body that is no session description: what an INFO carries. */
export interface InfoOptions {
  readonly contentType?: string;
  readonly body?: string;
  readonly headers?: Headers;
}

/**
 * A call, outgoing or incoming. `outcome` says how its INVITE was settled and `ended` how the whole call was; both resolve
 * exactly once and are never rejected.
 */
export abstract class Call implements SessionOwner {
  abstract readonly direction: "outgoing" | "incoming";
  /** Called once, when the call is over. */
  onEnded: ((end: CallEnd) => void) | null = null;
  /** A tone the peer sent: by INFO, or with the media where those hear such (RFC 4733). */
  onDtmf: ((tone: string, durationMs: number) => void) | null = null;
  /** The peer changed which way its media flow: `sendonly` and `inactive` mean that it holds the call. */
  onHold: ((direction: MediaDirection) => void) | null = null;
  /** An INFO that is no DTMF; answered 415 when nobody takes it. */
  onInfo: ((request: IncomingRequest) => void) | null = null;
  readonly callId: string;
  protected readonly home: CallHome;
  protected readonly core: AgentCore;
  protected readonly media: MediaSession;
  protected readonly settledOutcome = new Settled<Outcome>();
  protected readonly settledEnd = new Settled<CallEnd>();
  /** The sessions that live: one, but for forks that the caller keeps. The first is the one methods act on. */
  protected readonly live: Session[] = [];
  protected answeredAt: number | null = null;
  private readonly extraMedia = new Map<Session, MediaSession>();

  constructor(home: CallHome, media: MediaSession, callId: string) {
    this.home = home;
    this.core = home.core;
    this.media = media;
    this.callId = callId;
    this.hearTones(media);
  }

  /** How the INVITE was settled. */
  get outcome(): Promise<Outcome> {
    return this.settledOutcome.promise;
  }

  /** How the call ended, BYE and its answer included. */
  get ended(): Promise<CallEnd> {
    return this.settledEnd.promise;
  }

  /** `setup` until the INVITE is settled, `established` while people talk, `ended` then. */
  get state(): "setup" | "established" | "ended" {
    if (this.settledEnd.value !== null) return "ended";
    return this.live.some((session) => session.established)
      ? "established"
      : this.answeredAt === null
        ? "setup"
        : "ended";
  }

  /** The sessions of this call: more than one when the caller keeps several phones that answered. */
  get sessions(): readonly Session[] {
    return this.live.filter((session) => session.established);
  }

  /** The session that the methods of this call act on; null before the answer and after the end. */
  get session(): Session | null {
    return this.sessions[0] ?? null;
  }

  /** @internal */
  owns(session: Session): boolean {
    return this.live.includes(session);
  }

  /** Ends the call in whatever state it is: CANCEL, a rejection, or BYE. Resolves when it has ended. */
  abstract hangUp(): Promise<CallEnd>;

  /** Puts the peer on hold (re-INVITE with sendonly media). */
  hold(): Promise<Outcome> {
    return this.reinvite({ direction: "sendonly" });
  }

  /** Takes the peer back. */
  resume(): Promise<Outcome> {
    return this.reinvite({ direction: "sendrecv" });
  }

  /** Offers a new session description by re-INVITE (RFC 3261 §14); collisions are met by waiting (491). */
  reinvite(options: ChangeOptions = {}): Promise<Outcome> {
    return this.acting((session) => session.own.change("INVITE", options));
  }

  /** Offers one by UPDATE (RFC 3311), which works before the answer too; with `offer: false` it only refreshes. */
  update(options: ChangeOptions = {}): Promise<Outcome> {
    return this.acting((session) => session.own.change("UPDATE", options), true);
  }

  /** Sends DTMF tones one after the other in INFO requests; stops at the first that the peer refuses. */
  async sendDtmf(tones: string, options: { readonly durationMs?: number } = {}): Promise<Outcome> {
    const { durationMs = 160 } = options;
    let outcome = outcomeWithout("failed", "no tone was given");
    for (const tone of tonesOf(tones)) {
      outcome = await this.info({ contentType: "application/dtmf-relay", body: writeDtmf(tone, durationMs) });
      if (outcome.kind !== "answered") break;
    }
    return outcome;
  }

  /** Sends an INFO (RFC 6086). */
  info(options: InfoOptions): Promise<Outcome> {
    const { contentType = "text/plain", body = "", headers } = options;
    const type = lineOf("contentType", contentType);
    const contents = { contact: false, headers: headerLines(headers), contentType: type, body: toOctets(body) };
    return this.acting((session) => session.request("INFO", () => contents));
  }

  private acting(work: (session: Session) => Promise<Outcome>, early = false): Promise<Outcome> {
    const session = this.session ?? (early ? this.live[0] : undefined);
    return session === undefined
      ? Promise.resolve(outcomeWithout("failed", "the call is not established"))
      : work(session);
  }

  protected join(session: Session): void {
    this.live.push(session);
  }

  /** Gives a session media of its own, closed when it ends. */
  protected giveMedia(session: Session, media: MediaSession): void {
    session.media = media;
    this.hearTones(media);
    this.extraMedia.set(session, media);
  }

  /** Ends the call for good; the first caller's reason counts. */
  protected finish(end: SessionEnd): void {
    const outcome = this.settledOutcome.value;
    if (outcome === null || this.settledEnd.value !== null) return;
    const durationMs = this.answeredAt === null ? 0 : Math.round(this.core.now - this.answeredAt);
    const whole: CallEnd = { ...end, durationMs, outcome };
    this.home.forget(this);
    this.core.guard(this.callId, () => this.media.close());
    if (!this.settledEnd.settle(whole)) return;
    if (this.onEnded !== null) this.core.guard(this.callId, () => this.onEnded?.(whole));
  }

  sessionEnded(session: Session, end: SessionEnd): void {
    const at = this.live.indexOf(session);
    if (at !== -1) this.live.splice(at, 1);
    const own = this.extraMedia.get(session);
    if (own !== undefined) {
      this.extraMedia.delete(session);
      this.core.guard(this.callId, () => own.close());
    }
    if (this.settledOutcome.value !== null && this.live.every(({ established, ending }) => !established && !ending))
      this.finish(end);
  }

  takeDirection(direction: MediaDirection, session: Session): void {
    if (session === (this.session ?? this.live[0])) this.core.guard(this.callId, () => this.onHold?.(direction));
  }

  takeTone(tone: string, durationMs: number): void {
    if (this.settledEnd.value !== null) return;
    this.core.guard(this.callId, () => this.onDtmf?.(tone, durationMs));
  }

  private hearTones(media: MediaSession): void {
    if (media.onTone !== undefined) media.onTone = (tone, durationMs) => this.takeTone(tone, durationMs);
  }

  abstract takeEarlyBye(bye: IncomingRequest): void;
  abstract takePrack(prack: IncomingRequest): boolean;

  takeInfo(request: IncomingRequest): boolean {
    if (this.onInfo === null) return false;
    this.core.guard(this.callId, () => this.onInfo?.(request));
    return true;
  }

  protected hangUpSessions(): void {
    const end = sessionEnd("hungUp", "local", "this side hung up");
    for (const session of [...this.live]) if (session.established) session.hangUp(end);
  }
}
