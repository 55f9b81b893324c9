import { rfcTimers, type TimerValues } from "../transaction/mod.ts";
import type { Routes } from "./routes.ts";

/** What the operator decides; the rest is the RFCs' decision. */
export interface ServerPolicy {
  /** Domains this server is responsible for (RFC 3261 §16.5); the first is the realm unless `realm` says otherwise. */
  readonly domains: readonly string[];
  readonly realm: string | null;
  readonly authentication: "digest" | "off";
  /** One algorithm per challenge: clients in the field fail on two. */
  readonly digestAlgorithm: "MD5" | "SHA-256" | "SHA-512-256";
  /** Requests for domains that are not ours: 403, or forwarded for callers who authenticated. */
  readonly foreignDomains: "refuse" | "relay";
  /** `redirect` answers 302 with the contacts instead of forwarding (RFC 3261 §8.3). */
  readonly mode: "proxy" | "redirect";
  /** Follow 3xx responses of callees (RFC 3261 §16.7 step 4). */
  readonly recursion: boolean;
  /** Code of the operator's that decides where requests go; null for none. */
  readonly routes: Routes | null;
  /** Stay in the path of dialogs (RFC 3261 §16.6 step 4). */
  readonly recordRoute: boolean;
  /** Largest Incoming Max-Breadth, and the one assumed when a request has none (RFC 5393 §5.3.3). */
  readonly maxBreadth: number;
  /** Milliseconds a ringing branch may take; RFC 3261 §16.6 step 11 asks for more than three minutes. */
  readonly timerC: number;
  readonly timers: TimerValues;
  /** Contacts per address of record. */
  readonly maxContacts: number;
  /** Seconds. */
  readonly minExpires: number;
  readonly defaultExpires: number;
  readonly maxExpires: number;
  /** Server header of responses made here; null sends none. */
  readonly serverName: string | null;
  /** Requests of one user that wait for an answer at a time; further ones get 403. */
  readonly maxPendingPerUser: number;
  /** Transactions kept at a time. */
  readonly maxTransactions: number;
  /** Key for what this server signs into its own Record-Route URIs; keep it over restarts so that dialogs survive them. */
  readonly secret: string | null;
}

export const defaultPolicy: ServerPolicy = {
  domains: ["localhost"],
  realm: null,
  authentication: "digest",
  digestAlgorithm: "MD5",
  foreignDomains: "refuse",
  mode: "proxy",
  recursion: false,
  routes: null,
  recordRoute: true,
  maxBreadth: 60,
  timerC: 185_000,
  timers: rfcTimers,
  maxContacts: 10,
  minExpires: 60,
  defaultExpires: 3600,
  maxExpires: 7200,
  serverName: null,
  maxPendingPerUser: 500,
  maxTransactions: 1_000_000,
  secret: null,
};
