import { type Dialog, type DialogEnd, OfferAnswer, sequenceOf } from "../../dialog/mod.ts";
import { Header, type Message } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import { type AgentCore, whenReady } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import { directionOf, type MediaDirection, type MediaSession } from "../media.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import type { Contents } from "../outside.ts";
import { requestWithin } from "../within.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import type { Changing, PendingRequests } from "./changing.ts";
import { readDtmf } from "./dtmf.ts";
import { reasonOf, type SessionEnd, saidReason, sessionEnd } from "./end.ts";
import { OwnChanges } from "./own-changes.ts";
import { PeerChanges } from "./peer-changes.ts";
import { ReliableOrder } from "./reliable.ts";
import { Retransmission } from "./retransmission.ts";
import { SessionTimer } from "./session-timer.ts";

/** The call a session belongs to. */
export interface SessionOwner {
  sessionEnded(session: Session, end: SessionEnd): void;
  /** The peer changed the direction of its media. */
  takeDirection(direction: MediaDirection, session: Session): void;
  takeTone(tone: string, durationMs: number): void;
  /** An INFO that is no DTMF; false: nobody wants it. */
  takeInfo(request: IncomingRequest): boolean;
  /** A BYE for a call that is not answered yet; the session answers the BYE itself. */
  takeEarlyBye(bye: IncomingRequest): void;
  /** A PRACK; false when it acknowledges nothing. */
  takePrack(prack: IncomingRequest): boolean;
}

type State = "early" | "confirmed" | "ending" | "ended";

/** Requests that make sense only while the session lives; afterwards they are answered 481. */
const OWN_METHODS = new Set(["INVITE", "BYE", "INFO", "UPDATE", "PRACK"]);

/**
 * The INVITE usage of one dialog, both roles (RFC 3261 §12–15): its offers and answers, changes from both sides, ACKs,
 * repeated 2xx, session timer and BYE. A forked call has one for each phone that answered.
 */
export class Session implements Changing {
  readonly kind = "invite";
  readonly core: AgentCore;
  readonly dialog: Dialog<Usage>;
  media: MediaSession;
  exchange: OfferAnswer;
  /** What the peer says that it takes; null when it says nothing. */
  allowed: ReadonlySet<string> | null = null;
  /** The way the first message took. */
  flow: Flow | null;
  readonly acks: Acknowledgements;
  readonly timer: SessionTimer;
  readonly reliable = new ReliableOrder();
  readonly own: OwnChanges;
  readonly peer: PeerChanges;
  readonly pending: PendingRequests = { invitesOut: false, invitesIn: false, updatesOut: false, updatesIn: false };
  private readonly owner: SessionOwner;
  private state: State = "early";
  private end: SessionEnd | null = null;
  /** 2xx of ours that wait for their ACK, by CSeq number. */
  private readonly unacknowledged = new Map<number, { repeat: Retransmission; onAck: (ack: Message) => void }>();
  private afterAck: (() => void)[] = [];
  private remoteDirection: MediaDirection = "sendrecv";

  constructor(core: AgentCore, dialog: Dialog<Usage>, owner: SessionOwner, media: MediaSession, flow: Flow | null) {
    this.core = core;
    this.dialog = dialog;
    this.owner = owner;
    this.media = media;
    this.flow = flow;
    this.exchange = new OfferAnswer();
    this.acks = new Acknowledgements(core, dialog);
    this.timer = new SessionTimer(core, { refresh: () => this.own.refresh(), expire: () => this.expire() });
    this.own = new OwnChanges(this);
    this.peer = new PeerChanges(this);
    dialog.use(this);
  }

  get established(): boolean {
    return this.state === "confirmed";
  }

  /** Between BYE and its answer. */
  get ending(): boolean {
    return this.state === "ending";
  }

  get over(): boolean {
    return this.state === "ending" || this.state === "ended";
  }

  /** True while a request that changes the session may be sent: always but after its end, and an UPDATE even before the answer. */
  get alive(): boolean {
    return this.state === "early" || this.state === "confirmed";
  }

  confirm(): void {
    if (this.state === "early") this.state = "confirmed";
  }

  /** Notes what the peer says of itself. */
  learn(message: Message): void {
    if (message.has(Header.Allow)) this.allowed = new Set(message.values(Header.Allow));
  }

  /** Contents of a request or response with a session description, "" for none. */
  contents(headers: string, body: string): Contents {
    return { contact: true, headers, contentType: "application/sdp", body };
  }

  /** Header lines that tell the peer what this agent takes. */
  get capabilities(): string {
    return `Allow: ${this.core.allow()}\r\nSupported: ${[...this.core.supported].join(", ")}\r\n`;
  }

  /** Contact and capabilities for responses of ours. */
  responseLines(flow: Flow): string {
    return `Contact: ${this.core.contact(flow)}\r\n${this.capabilities}`;
  }

  /** Takes the peer's description into the exchange. False when the rules forbid it now. */
  takeAnswer(sdp: string): boolean {
    if (!this.exchange.apply("receiveAnswer", sdp)) return false;
    this.noteDirection(sdp);
    whenReady(
      () => this.media.accept(sdp),
      () => {},
      (error) => this.failMedia(error),
    );
    return true;
  }

  /** The peer's media have this direction from now on. */
  noteDirection(sdp: string): void {
    const direction = directionOf(sdp);
    if (direction === this.remoteDirection) return;
    this.remoteDirection = direction;
    this.owner.takeDirection(direction, this);
  }

  failMedia(error: unknown): void {
    this.core.fault(error, this.dialog.callId);
    this.hangUp(sessionEnd("media", "local", "the media could not go on"));
  }

  /** A 2xx of ours to an INVITE has left as `text`: repeated until its ACK; without one the call is ended (§13.3.1.4). */
  awaitAck(request: IncomingRequest, text: string, onAck: (ack: Message) => void): void {
    const cseq = sequenceOf(request.message) ?? 0;
    const { t2 } = this.core.settings.timers;
    const repeat = new Retransmission(
      this.core,
      t2,
      () => request.transaction.send(200, text),
      () => {
        this.unacknowledged.delete(cseq);
        this.releaseAfterAck();
        this.hangUp(sessionEnd("noAck", "network", "the answer was never acknowledged"));
      },
    );
    this.unacknowledged.set(cseq, { repeat, onAck });
  }

  onAck(ack: Message): void {
    const cseq = sequenceOf(ack) ?? -1;
    const waiting = this.unacknowledged.get(cseq);
    if (waiting === undefined) return;
    this.unacknowledged.delete(cseq);
    waiting.repeat.stop();
    waiting.onAck(ack);
    this.releaseAfterAck();
  }

  get ackOutstanding(): boolean {
    return this.unacknowledged.size > 0;
  }

  private releaseAfterAck(): void {
    if (this.unacknowledged.size > 0) return;
    const work = this.afterAck;
    this.afterAck = [];
    for (const each of work) each();
    this.own.next();
  }

  changed(): void {
    this.own.next();
  }

  /**
   * Ends the session with a BYE: not before the ACK that either side owes has been sent or has arrived (§15: the callee
   * "MUST NOT send a BYE on a confirmed dialog until it has received an ACK").
   */
  hangUp(end: SessionEnd): void {
    if (this.over) return;
    this.state = "ending";
    this.end = end;
    this.quieten();
    const send = (): void => {
      if (this.state === "ending") this.acks.afterSent(() => this.bye(end));
    };
    if (this.unacknowledged.size > 0) this.afterAck.push(send);
    else send();
  }

  private bye(end: SessionEnd): void {
    const cause = end.cause === "sessionTimer" ? 'Reason: SIP;cause=408;text="Session timer expired"\r\n' : "";
    const contents = { contact: false, headers: cause, contentType: "", body: "" };
    const done = { onOutcome: () => this.finish(end) };
    requestWithin(this.core, this.dialog, null, "BYE", () => contents, done, { fallback: this.flow });
  }

  /** Ends the session without a word: the peer knows, or is not there. */
  drop(end: SessionEnd): void {
    if (this.state === "ended") return;
    this.quieten();
    this.finish(this.end ?? end);
  }

  private quieten(): void {
    this.timer.stop();
    this.own.stop();
    this.peer.stop();
  }

  private finish(end: SessionEnd): void {
    if (this.state === "ended") return;
    this.state = "ended";
    for (const { repeat } of this.unacknowledged.values()) repeat.stop();
    this.unacknowledged.clear();
    this.dialog.release(this);
    this.owner.sessionEnded(this, end);
  }

  /** The dialog, or this usage of it, is over (RFC 5057). */
  onTerminated({ cause, status }: DialogEnd): void {
    if (this.state === "ended") return;
    const text = cause === "silence" ? "no answer to a request within the call" : `${status ?? "it"} ended the dialog`;
    if (this.state === "early" || cause === "bye" || cause === "settled") {
      this.drop(sessionEnd("notAnswered", "remote", text));
      return;
    }
    this.quieten();
    const end = this.end ?? sessionEnd("failure", cause === "silence" ? "network" : "remote", text);
    // RFC 3261 §14.1: whoever learns so that the dialog is dead says BYE, in case the peer is alive.
    if (this.state === "confirmed") {
      this.state = "ending";
      this.end = end;
      this.bye(end);
    }
  }

  onRequest(request: IncomingRequest): boolean {
    const { method } = request;
    if (!OWN_METHODS.has(method)) return false;
    if (method === "BYE") this.onBye(request);
    else if (this.over) request.send(481, "");
    else if (method === "INVITE" || method === "UPDATE") this.peer.take(request);
    else if (method === "PRACK") {
      if (!this.owner.takePrack(request)) request.send(481, "");
    } else this.onInfo(request);
    return true;
  }

  /** §15.1.2. Two BYEs may cross; each is answered 200. */
  private onBye(bye: IncomingRequest): void {
    bye.send(200, "");
    if (this.state === "early") {
      this.owner.takeEarlyBye(bye);
      return;
    }
    if (this.over) return;
    this.quieten();
    this.state = "ending";
    const text = saidReason(bye.message, "the other side hung up");
    this.finish(sessionEnd("hungUp", "remote", text, reasonOf(bye.message)));
  }

  private onInfo(info: IncomingRequest): void {
    const tone = readDtmf(info);
    if (tone !== null) {
      info.send(200, "");
      this.owner.takeTone(tone.tone, tone.durationMs);
    } else if (info.message.field("Info-Package") !== null)
      info.send(469, "Recv-Info: \r\n"); // RFC 6086 §4.2.2
    else if (this.owner.takeInfo(info)) return;
    else if (info.message.body === "") info.send(200, "");
    else info.send(415, "Accept: application/dtmf-relay\r\n");
  }

  private expire(): void {
    this.hangUp(sessionEnd("sessionTimer", "network", "nobody refreshed the session"));
  }

  /** Sends a request of this usage that changes nothing; its outcome is for whoever asks. */
  request(method: string, contents: () => Contents, options: { signal?: AbortSignal } = {}): Promise<Outcome> {
    if (!this.alive) return Promise.resolve(outcomeWithout("failed", "the call is over"));
    return new Promise((onOutcome) => {
      requestWithin(this.core, this.dialog, this, method, contents, { onOutcome }, { ...options, fallback: this.flow });
    });
  }
}
