import { semantics } from "../../catalogue/mod.ts";
import { glareDelay, sequenceOf } from "../../dialog/mod.ts";
import { CallbackTimer } from "../../kernel/mod.ts";
import type { Message } from "../../syntax/mod.ts";
import type { ClientRequest } from "../client-request.ts";
import { whenReady } from "../core.ts";
import type { MediaDirection } from "../media.ts";
import type { Operation } from "../operation.ts";
import { type Outcome, outcomeWithout } from "../outcome.ts";
import { requestWithin } from "../within.ts";
import type { Changing } from "./changing.ts";
import { descriptionOf } from "./description.ts";

/** A change of the session that this side wants. */
export interface ChangeOptions {
  /** Sends a new offer; an UPDATE without one only refreshes. Default true. */
  readonly offer?: boolean;
  /** Which way media flow from then on; what they were before when the peer refuses. */
  readonly direction?: MediaDirection;
  readonly signal?: AbortSignal;
}

interface Change extends ChangeOptions {
  readonly method: "INVITE" | "UPDATE";
  /** Repeats the description in force: a refresh. */
  readonly same: boolean;
  readonly settle: (outcome: Outcome) => void;
  glares: number;
}

const MAX_GLARES = 10;
const MAX_WAITING = 32;

/** The changes this side asks for, one after the other (RFC 3261 §14.1, RFC 3311 §5.1). */
export class OwnChanges {
  private readonly session: Changing;
  private readonly queue: Change[] = [];
  private current: Change | null = null;
  private operation: Operation | null = null;
  private direction: MediaDirection = "sendrecv";
  private readonly glare = new CallbackTimer(() => this.begin());

  constructor(session: Changing) {
    this.session = session;
  }

  /** Asks for a change; resolves when the peer has agreed or refused. */
  change(method: "INVITE" | "UPDATE", options: ChangeOptions = {}): Promise<Outcome> {
    if (!this.session.alive) return Promise.resolve(outcomeWithout("failed", "the call is over"));
    if (this.queue.length >= MAX_WAITING)
      return Promise.resolve(outcomeWithout("failed", "too many changes wait for their turn"));
    return new Promise((settle) => {
      this.queue.push({ ...options, method, same: false, settle, glares: 0 });
      this.next();
    });
  }

  /** Refreshes the session: by UPDATE where the peer takes that, else by a re-INVITE that changes nothing (RFC 4028 §10). */
  refresh(): void {
    const update = this.session.allowed?.has("UPDATE") === true;
    if (this.queue.some(({ same }) => same) || this.current?.same) return;
    this.queue.push({ method: update ? "UPDATE" : "INVITE", offer: !update, same: true, settle: () => {}, glares: 0 });
    this.next();
  }

  /** Begins the next change when nothing is under way in either direction (§14.1). */
  next(): void {
    if (this.current !== null || this.queue.length === 0 || !this.session.alive) return;
    const change = this.queue[0] as Change;
    if (!this.mayBegin(change)) return;
    this.queue.shift();
    this.current = change;
    this.begin();
  }

  private mayBegin({ method, offer = true }: Change): boolean {
    const { pending, exchange, established, ackOutstanding } = this.session;
    if (pending.updatesIn || pending.updatesOut || (offer && !exchange.idle)) return false;
    if (method === "UPDATE") return established || exchange.state === "stable" || !offer;
    return established && !ackOutstanding && !pending.invitesIn && !pending.invitesOut;
  }

  private begin(): void {
    const { session, current: change } = this;
    if (change === null) return;
    if (!this.mayBegin(change)) {
      // The peer was faster with a change of its own; ours comes after it.
      this.current = null;
      this.queue.unshift(change);
      return;
    }
    if (change.offer === false) {
      this.send(change, "");
      return;
    }
    if (change.direction !== undefined) session.media.hold(change.direction);
    whenReady(
      () => (change.same && session.exchange.local !== "" ? session.exchange.local : session.media.offer()),
      (offer) => {
        if (this.current !== change) return;
        if (session.exchange.apply("sendOffer", offer)) this.send(change, offer);
        else {
          this.current = null;
          this.queue.unshift(change);
        }
      },
      (error) => {
        session.core.fault(error, session.dialog.callId);
        this.conclude(change, outcomeWithout("failed", "the media gave no offer"));
      },
    );
  }

  private send(change: Change, offer: string): void {
    const { session } = this;
    const { method } = change;
    if (method === "INVITE") session.pending.invitesOut = true;
    else session.pending.updatesOut = true;
    const contents = () => session.contents(session.capabilities + session.timer.requestLines(), offer);
    const options = { signal: change.signal, fallback: session.flow };
    const user = {
      onSuccess: (response: Message, request: ClientRequest) => this.onSuccess(change, response, request),
      repair: (response: Message) => session.timer.raise(response),
      onOutcome: (outcome: Outcome) => this.onOutcome(change, outcome),
    };
    this.operation = requestWithin(session.core, session.dialog, session, method, contents, user, options);
  }

  private onSuccess(change: Change, response: Message, request: ClientRequest): void {
    const { session } = this;
    const cseq = sequenceOf(response) ?? 0;
    if (change.method === "INVITE") {
      if (session.acks.repeat(cseq)) return;
      session.acks.expect(cseq);
      session.acks.send(cseq, request.message, session.flow, "");
    }
    if (this.current !== change || !session.alive) return;
    session.dialog.refreshTarget(response);
    session.learn(response);
    session.timer.onSuccess(response);
    const answer = descriptionOf(response);
    if (change.offer !== false && answer !== null && answer !== "") session.takeAnswer(answer);
  }

  private onOutcome(change: Change, outcome: Outcome): void {
    const { session } = this;
    if (change.method === "INVITE") session.pending.invitesOut = false;
    else session.pending.updatesOut = false;
    this.operation = null;
    if (session.exchange.state === "localOffer" && change.offer !== false) session.exchange.apply("rollback");
    if (this.current !== change) return;
    const { code } = outcome;
    const glare = outcome.kind === "rejected" && code !== null && semantics(code).next === "retry";
    if (glare && change.glares < MAX_GLARES && session.alive) {
      change.glares++;
      const { dialog, core } = session;
      core.kernel.wheel.arm(this.glare, glareDelay(core.kernel.random, dialog.role === "uac"));
      session.changed();
    } else this.conclude(change, outcome);
  }

  private conclude(change: Change, outcome: Outcome): void {
    this.current = null;
    if (change.direction !== undefined) {
      if (outcome.kind === "answered") this.direction = change.direction;
      else this.session.media.hold(this.direction);
    }
    change.settle(outcome);
    this.session.changed();
  }

  /** The session is over: what waits is settled. */
  stop(): void {
    this.session.core.kernel.wheel.cancel(this.glare);
    const waiting = this.current === null ? this.queue : [this.current, ...this.queue];
    this.current = null;
    for (const { settle } of waiting.splice(0)) settle(outcomeWithout("failed", "the call ended"));
    this.queue.length = 0;
    this.operation?.cancel();
  }
}
