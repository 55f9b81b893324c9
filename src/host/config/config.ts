import type { Routes } from "../../server/mod.ts";

/**
 * What `ringback.config.ts` may say; every key may be left out. Addresses are numeric; durations carry their unit in the
 * description. Flags on the command line override the file.
 */
export interface Config {
  /** Domains (names or addresses) whose users this server serves. Default: `["localhost"]`. */
  readonly domains?: readonly string[];
  /** Where SIP is taken: `"udp:127.0.0.1:5060"`, `"tcp:[::1]:5060"`, `"tls:0.0.0.0:5061"`. Default: UDP and TCP on 127.0.0.1:5060. */
  readonly listen?: readonly (string | ListenConfig)[];
  /** Certificate chain and private key of the TLS listeners, PEM files, relative to this file. Renewed ones are taken over at once. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Where HTTP (console, metrics, WebSocket SIP) is taken, `"127.0.0.1:8060"` by default; false turns it off. */
  readonly http?: false | string | HttpConfig;
  /** Directory of users and bindings, relative to this file; `":memory:"` keeps nothing. Default: `.ringback` in the working directory. */
  readonly data?: string;
  /** Whether requests are challenged. Default: `"digest"`. */
  readonly authentication?: "digest" | "off";
  /** Allows `authentication: "off"` on addresses that others can reach: anybody there can register as anybody. Default: false. */
  readonly unauthenticatedBeyondLoopback?: boolean;
  /** Digest realm of all domains; passwords are stored for their realm, so set it before the first user. Default: each domain is its own. */
  readonly realm?: string;
  /** The one digest algorithm offered (several make some phones give up). Default: `"MD5"`. */
  readonly digestAlgorithm?: "MD5" | "SHA-256" | "SHA-512-256";
  /** Requests for domains of others: refused with 403, or relayed for authenticated users. Default: `"refuse"`. */
  readonly foreignDomains?: "refuse" | "relay";
  /** Forward requests to a user's contacts, or answer with 302. Default: `"proxy"`. */
  readonly mode?: "proxy" | "redirect";
  /** Follow 3xx answers of phones instead of passing them on. Default: false. */
  readonly recursion?: boolean;
  /** Code of your own that decides where requests go: at their arrival, at each branch, reply and failure. */
  readonly routes?: Routes;
  /** Stay on the way of the requests inside a dialog. Default: true. */
  readonly recordRoute?: boolean;
  /** Contacts per address of record. Default: 10. */
  readonly maxContacts?: number;
  /** Requests of one user that wait for an answer at a time; beyond it 403. Default: 500. */
  readonly maxPendingPerUser?: number;
  /** Transactions kept at a time; beyond it new requests are refused with 503. */
  readonly maxTransactions?: number;
  /** Bounds and default of a binding's life, in seconds. */
  readonly minExpires?: number;
  readonly defaultExpires?: number;
  readonly maxExpires?: number;
  /** Branches one request may have at once (RFC 5393). Default: 60. */
  readonly maxBreadth?: number;
  /** How long a ringing phone is waited for, in milliseconds (RFC 3261 §16.6). Default: 185,000. */
  readonly timerC?: number;
  /** RFC 3261 timers in milliseconds. Default: 500, 4000, 5000. */
  readonly timers?: { readonly t1?: number; readonly t2?: number; readonly t4?: number };
  /** Value of the Server header field in answers; null leaves it out. */
  readonly serverName?: string | null;
  /**
   * Presence, waiting messages, calls and registrations of users, told to who subscribes to them; false leaves every SUBSCRIBE and
   * PUBLISH to the phones.
   */
  readonly events?: false | EventConfig;
  readonly log?: {
    /** One line per call: on standard output (true, the default), nowhere (false), or appended to a file. */
    readonly calls?: boolean | string;
  };
  /** Dial-a-code: `sip:603@DOMAIN` answers 603, and so on. Default: only at a start without a configuration and flags. */
  readonly lab?: boolean;
}

/** Bounds of subscriptions and publications. */
export interface EventConfig {
  /** Subscriptions at a time, of all, of one address and port, and of one address. Default: 50,000, 500 and 25,000; beyond them 503. */
  readonly maxSubscriptions?: number;
  readonly maxSubscriptionsPerSource?: number;
  readonly maxSubscriptionsPerAddress?: number;
  /** Of one user, from all phones and addresses together. Default: 1000; beyond it 403. */
  readonly maxSubscriptionsPerUser?: number;
  /** SUBSCRIBE and PUBLISH requests of one address and port: in the long run, and at once. Default: 50 and 200. */
  readonly requestsPerSecond?: number;
  readonly burst?: number;
  /** Bounds of the life of either, in seconds. Default: 60 and 86,400. */
  readonly minExpires?: number;
  readonly maxExpires?: number;
  /** Published documents at a time, of all and of one user. Default: 50,000 and 10. */
  readonly maxPublications?: number;
  readonly maxPublicationsPerUser?: number;
  /** Octets of a published document. Default: 16,384. */
  readonly maxDocument?: number;
  /** Who sees with whom a user speaks: the user's own devices, others seeing that there is a call; or everyone. Default: `"own"`. */
  readonly callDetails?: "own" | "everyone";
}

export interface ListenConfig {
  readonly address: string;
  /** What stands in Via and Record-Route instead of the address bound to, for a server behind a NAT: `"203.0.113.5:5060"`. */
  readonly advertise?: string;
}

export interface HttpConfig {
  readonly listen?: string;
  /** Lets `/` and `/api` be read from elsewhere: `Authorization: Bearer TOKEN`, or TOKEN as the password a browser asks for. */
  readonly token?: string;
  /** Host names, besides the served domains, under which this server is asked for. */
  readonly names?: readonly string[];
  /** Origins of web pages elsewhere that may open SIP over WebSocket: `"https://phone.example.com"`, or `"*"`. */
  readonly origins?: readonly string[];
}
