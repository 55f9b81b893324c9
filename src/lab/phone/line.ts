import type { Kernel } from "../../kernel/mod.ts";
import type { Flow, Protocol, Transport, TransportUser } from "../../transport/mod.ts";
import type { Endpoint } from "../network.ts";
import type { Received } from "./wire.ts";

/** Told of every response that names its branch and method. */
export interface ResponseTaker {
  onResponse(received: Received): void;
}

/** What a phone knows of a dialog that one of its calls made. */
export interface DialogState {
  readonly callId: string;
  readonly localTag: string;
  ended: boolean;
}

/** What a phone stands on: a `SimulatedHost`, or whatever else has a clock and sockets. */
export interface PhoneHost {
  readonly kernel: Kernel;
  readonly transport: Transport;
  /** Gives everything that arrives from now on to `user`. */
  attach(user: TransportUser): void;
}

/** The phone as its own parts see it: who it is, and its way onto the network. */
export interface Line {
  readonly name: string;
  readonly user: string;
  /** Null when it cannot answer challenges. */
  readonly password: string | null;
  readonly host: PhoneHost;
  /** Numeric address. */
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Its Contact as it stands in the header. */
  contact(protocol: Protocol): string;
  newBranch(): string;
  /** The value of a Via of its own. */
  via(protocol: Protocol, branch: string): string;
  /** Gives responses with this branch and method to `taker`. */
  expect(branch: string, method: string, taker: ResponseTaker): void;
  flowTo(target: Endpoint): Flow | null;
  /** Sends a response the way its request came; over a new connection when that one is closed (RFC 3261 §18.2.2). */
  answerOver(text: string, request: Received): void;
  /** Where a request to `uri` goes; the proxy when the name leads nowhere. */
  locate(uri: string): Endpoint;
  adopt(dialog: DialogState): void;
}
