import type { Kernel } from "../kernel/mod.ts";
import type { Message } from "../syntax/mod.ts";
import type { TransactionLayer } from "../transaction/mod.ts";
import type { Flow, Locator, Transport } from "../transport/mod.ts";
import type { ServerPolicy } from "./policy.ts";
import type { RecordRoute } from "./record-route.ts";
import type { Responsibility } from "./responsibility.ts";
import type { LookUp } from "./routing.ts";

/** What a proxy is made of. */
export interface ProxyParts {
  readonly kernel: Kernel;
  readonly transport: Transport;
  readonly layer: TransactionLayer;
  readonly locator: Locator;
  readonly policy: ServerPolicy;
  readonly responsibility: Responsibility;
  readonly recordRoute: RecordRoute;
  /** Realms whose credentials end here (RFC 3261 §22.3). */
  readonly realms: readonly string[];
  /** The registrations of a user of ours, for routing functions that name one. */
  readonly lookUp: LookUp;
  /** An ACK for a 2xx that came in the INVITE's own transaction. */
  readonly onAck: (ack: Message, from: Flow) => void;
  /** Told of an exception inside this process; answers nothing. */
  readonly fault: (error: unknown, callId: string) => void;
}

/** The proxy as its response contexts and branches see it. */
export interface ProxyCore extends ProxyParts {
  /** Server line for responses of our own making, or "". */
  readonly serverHeader: string;
  /** Whether this proxy stays in the path of the dialogs a method makes. */
  recordsRoute(method: string): boolean;
  /** A context has begun, in the share of `share`. */
  began(share: string | null): void;
  /** A context has sent its final response. */
  settled(share: string | null): void;
}
