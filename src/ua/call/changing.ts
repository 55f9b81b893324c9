import type { Dialog, OfferAnswer } from "../../dialog/mod.ts";
import type { Message } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import type { MediaSession } from "../media.ts";
import type { Contents } from "../outside.ts";
import type { Acknowledgements } from "./acknowledgements.ts";
import type { SessionTimer } from "./session-timer.ts";

/** Requests that would change the session and have no final response yet. */
export interface PendingRequests {
  invitesOut: boolean;
  invitesIn: boolean;
  updatesOut: boolean;
  updatesIn: boolean;
}

/** A session as the two halves of its changes see it. */
export interface Changing extends Usage {
  readonly core: AgentCore;
  readonly dialog: Dialog<Usage>;
  readonly media: MediaSession;
  readonly exchange: OfferAnswer;
  readonly allowed: ReadonlySet<string> | null;
  readonly flow: Flow | null;
  readonly acks: Acknowledgements;
  readonly timer: SessionTimer;
  readonly pending: PendingRequests;
  readonly established: boolean;
  readonly alive: boolean;
  readonly ackOutstanding: boolean;
  readonly capabilities: string;
  contents(headers: string, body: string): Contents;
  responseLines(flow: Flow): string;
  learn(message: Message): void;
  takeAnswer(sdp: string): boolean;
  noteDirection(sdp: string): void;
  failMedia(error: unknown): void;
  awaitAck(request: IncomingRequest, text: string, onAck: (ack: Message) => void): void;
  /** One change is over: the next one that waits may begin. */
  changed(): void;
}
