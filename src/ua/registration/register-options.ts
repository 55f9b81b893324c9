import type { Outcome } from "../outcome.ts";
import type { Headers } from "../text.ts";

/** A further contact to bind, beside the agent's own. */
export interface FurtherContact {
  readonly uri: string;
  /** 0 to 1. */
  readonly q?: number;
  /** Seconds; those of the registration when absent. */
  readonly expires?: number;
}

/** What can be said of a registration. */
export interface RegisterOptions {
  /** Seconds to ask for. Default 3600; the registrar's Min-Expires when that is more (423). */
  readonly expires?: number;
  /** Where the bindings are kept; the domain of the address of record when absent. */
  readonly registrar?: string;
  /** A URI to send the REGISTER by, in the place of the agent's outbound proxy: the second flow of two. */
  readonly proxy?: string;
  /** Preference of the agent's own contact, 0 to 1. */
  readonly q?: number;
  readonly contacts?: readonly (string | FurtherContact)[];
  /** What this device is called over all its lives, as `urn:uuid:…` (RFC 5626 §4.1): needed for GRUUs, made up for `outbound`. */
  readonly instance?: string;
  /** Registers the flow itself (RFC 5626): the registrar reaches this agent by the connection it made. Default false. */
  readonly outbound?: boolean;
  /** Which of several flows this is, from 1. Default 1. */
  readonly regId?: number;
  /** Whether a GRUU that the registrar gives becomes the Contact of calls (RFC 5627); needs `instance`. Default true. */
  readonly gruu?: boolean;
  /**
   * Seconds between keep-alives at most, which a shorter Flow-Timer of the registrar overrules; 0 for none. Without it the
   * Flow-Timer, else 120 on a connection and 29 on UDP, with `outbound`; none without. UDP has them with `outbound` only.
   */
  readonly keepAlive?: number;
  readonly headers?: Headers;
  /** Unregisters when it is aborted. */
  readonly signal?: AbortSignal;
  readonly onState?: (state: RegistrationState) => void;
}

/**
 * `registering` until the first answer and again after a loss, `registered` while the binding stands, `waiting` to try again,
 * `unregistering`, `ended`.
 */
export type RegistrationState = "registering" | "registered" | "waiting" | "unregistering" | "ended";

/** How a registration ended. */
export interface RegistrationEnd {
  /** `refused`: the registrar will not have it, and repeating helps nobody. `abandoned`: left to its time. */
  readonly cause: "unregistered" | "refused" | "abandoned";
  /** One plain sentence without a full stop. */
  readonly text: string;
  /** Of the last REGISTER. */
  readonly outcome: Outcome;
}
