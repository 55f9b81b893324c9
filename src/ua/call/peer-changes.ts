import { collision, prematureDelay } from "../../dialog/mod.ts";
import type { Message } from "../../syntax/mod.ts";
import { whenReady } from "../core.ts";
import type { IncomingRequest } from "../incoming-request.ts";
import type { Changing } from "./changing.ts";
import { descriptionOf, SDP_TYPE } from "./description.ts";

/** The changes the peer asks for: re-INVITE (RFC 3261 §14.2) and UPDATE (RFC 3311 §5.2). */
export class PeerChanges {
  private readonly session: Changing;
  /** The one that waits for this side's media. */
  private current: IncomingRequest | null = null;

  constructor(session: Changing) {
    this.session = session;
  }

  take(request: IncomingRequest): void {
    const { session } = this;
    const method = request.method as "INVITE" | "UPDATE";
    const offer = descriptionOf(request.message);
    const { exchange, pending } = session;
    const refusal = collision(method, offer !== "", { ...pending, offerAnswer: exchange });
    if (refusal === 491) request.send(491, "");
    else if (refusal === 500) this.premature(request);
    else if (offer === null) request.send(415, "Accept: application/sdp\r\n");
    else {
      const minSe = session.timer.refusal(request.message);
      if (minSe !== null) request.send(422, minSe);
      else this.begin(request, method, offer);
    }
  }

  private premature(request: IncomingRequest): void {
    request.send(500, `Retry-After: ${prematureDelay(this.session.core.kernel.random)}\r\n`);
  }

  private begin(request: IncomingRequest, method: "INVITE" | "UPDATE", offer: string): void {
    const { session } = this;
    this.current = request;
    if (method === "INVITE") {
      session.pending.invitesIn = true;
      request.transaction.user = {
        onCancel: () => this.refuse(request, 487, ""),
        onAck: (ack) => session.onAck?.(ack),
      };
    } else session.pending.updatesIn = true;
    const failed = (error: unknown): void => {
      session.core.fault(error, session.dialog.callId);
      this.refuse(request, 488, "");
    };
    if (offer !== "") {
      session.exchange.apply("receiveOffer", offer);
      whenReady(
        () => session.media.answer(offer),
        (answer) => this.accept(request, answer, offer),
        failed,
      );
    } else if (method === "INVITE") {
      whenReady(
        () => session.media.offer(),
        (own) => this.accept(request, own, ""),
        failed,
      );
    } else this.accept(request, "", "");
  }

  private accept(request: IncomingRequest, description: string, offer: string): void {
    const { session } = this;
    if (this.current !== request || !session.alive) return;
    const { message } = request;
    if (offer !== "") {
      session.exchange.apply("sendAnswer", description);
      session.noteDirection(offer);
    } else if (description !== "" && !session.exchange.apply("sendOffer", description)) {
      this.refuse(request, 491, "");
      return;
    }
    session.dialog.refreshTarget(message);
    session.learn(message);
    const lines = session.responseLines(request.flow) + session.timer.answerLines(message);
    const text = request.send(200, lines + (description === "" ? "" : SDP_TYPE), description);
    this.done();
    if (request.method !== "INVITE") return;
    const late = offer === "";
    session.awaitAck(request, text, (ack) => {
      if (late) this.takeLate(ack);
    });
    session.changed();
  }

  /** The answer to an offer in a 2xx stands in the ACK (§13.2.1); without one the session stays as it was. */
  private takeLate(ack: Message): void {
    const { session } = this;
    const answer = descriptionOf(ack);
    if (answer === null || answer === "") session.exchange.apply("rollback");
    else session.takeAnswer(answer);
  }

  private refuse(request: IncomingRequest, status: number, lines: string): void {
    if (this.current !== request) return;
    if (this.session.exchange.state === "remoteOffer") this.session.exchange.apply("rollback");
    request.send(status, lines);
    this.done();
    this.session.changed();
  }

  private done(): void {
    const { session } = this;
    if (this.current?.method === "INVITE") session.pending.invitesIn = false;
    else session.pending.updatesIn = false;
    this.current = null;
    if (session.alive) session.changed();
  }

  /** The session is over: a request that still waits is answered (§15.1.2: 487). */
  stop(): void {
    const { current } = this;
    this.current = null;
    current?.send(487, "");
  }
}
