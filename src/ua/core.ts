import type { Account } from "../auth/mod.ts";
import { DigestClient } from "../auth/mod.ts";
import { DialogTable } from "../dialog/mod.ts";
import { fault, type Kernel } from "../kernel/mod.ts";
import {
  equalHost,
  Header,
  type Message,
  parseChallenge,
  parseRoute,
  type SipUri,
  writeAddress,
} from "../syntax/mod.ts";
import { TransactionLayer, type TransactionUser } from "../transaction/mod.ts";
import type { Flow, Locating, Protocol, Transport, TransportUser } from "../transport/mod.ts";
import type { Answering, IncomingRequest, Usage } from "./incoming-request.ts";
import type { Settings, UserAccount } from "./settings.ts";
import { toOctets } from "./text.ts";

/** Where a user agent lives: a simulated host, a process with sockets, a browser page with a WebSocket. */
export interface UserAgentHost {
  readonly kernel: Kernel;
  readonly transport: Transport;
  /** Says where requests go: by RFC 3263 and the DNS, a `Locator`. */
  readonly locator: Locating;
  /** A transaction layer to share with a server that hands over what is for the agent; one of its own when absent. */
  readonly layer?: TransactionLayer;
  /** It stands for many phones: branches of one fork may meet here and are no merged request (RFC 3261 §8.2.2.2). */
  readonly isMany?: boolean;
  /** Called by the agent with itself, so that whatever arrives reaches it. */
  attach?(user: TransportUser): void;
}

/** Takes a request outside dialogs. What it throws or rejects with is answered 500. */
export type RequestHandler = (request: IncomingRequest) => void | Promise<void>;

/** Methods a user agent answers whatever the application does (within dialogs: INFO, NOTIFY, PRACK, UPDATE). */
const BASIC = ["ACK", "CANCEL", "BYE", "OPTIONS", "PRACK", "UPDATE", "INFO", "NOTIFY"];

/**
 * What all parts of a user agent share: the stack beneath, who the user is, the dialogs. Calls, registrations,
 * subscriptions and publications are built on it and on `Operation`.
 */
export class AgentCore implements Answering {
  readonly kernel: Kernel;
  readonly transport: Transport;
  readonly locator: Locating;
  readonly layer: TransactionLayer;
  readonly settings: Settings;
  readonly dialogs: DialogTable<Usage>;
  /** Handlers of requests outside dialogs, by method. */
  readonly handlers = new Map<string, RequestHandler>();
  /** Option tags for Supported; parts add theirs. */
  readonly supported = new Set<string>();
  /** Event packages for Allow-Events; a notifier adds its own. */
  readonly events = new Set<string>();
  /** The outbound proxy of the settings as route values. */
  readonly firstRoutes: readonly string[];
  /** Route values for requests outside dialogs: the outbound proxy, or the Service-Route of a registration (RFC 3608). */
  routes: readonly string[];
  /** A contact that stands in for the listener's address, such as a GRUU; null when there is none. */
  contactUri: string | null;
  /** Registered by RFC 5626: requests of a dialog are to come back over the flow that made it (`ob`, §4.3). */
  outbound = false;
  /** What else ends when the agent is closed; parts add and delete theirs. */
  readonly closing = new Set<() => Promise<unknown>>();
  readonly isMany: boolean;
  /** No new operation begins and no request is taken. */
  closed = false;
  readonly serverHeader: string;
  readonly userAgentHeader: string;

  constructor(host: UserAgentHost, settings: Settings, user: TransactionUser) {
    this.kernel = host.kernel;
    this.transport = host.transport;
    this.settings = settings;
    this.locator = host.locator;
    const { transactions } = settings.limits;
    this.layer =
      host.layer ?? new TransactionLayer(host.kernel, host.transport, user, settings.timers, { transactions });
    this.dialogs = new DialogTable(settings.limits.dialogs);
    this.isMany = host.isMany === true;
    this.firstRoutes = settings.outboundProxy === null ? [] : [settings.outboundProxy];
    this.routes = this.firstRoutes;
    this.contactUri = settings.contact;
    const name = toOctets(settings.userAgent).replace(/[\r\n]/g, " ");
    this.userAgentHeader = name === "" ? "" : `User-Agent: ${name}\r\n`;
    this.serverHeader = name === "" ? "" : `Server: ${name}\r\n`;
  }

  get now(): number {
    return this.kernel.clock.now();
  }

  /** This user as it stands in From, with `tag`. */
  from(tag: string): string {
    const { displayName, uri } = this.settings;
    return writeAddress({ display: toOctets(displayName), uri, params: `;tag=${tag}` });
  }

  newTag(): string {
    return this.kernel.random.token(10);
  }

  newCallId(): string {
    return this.kernel.random.token(22);
  }

  /** The Contact value for messages over `flow`. */
  contact(flow: Flow): string {
    return `<${this.contactUri ?? this.addressOn(flow)}>`;
  }

  /** The URI that leads to this agent by the listener of `flow`, unless the settings name another. */
  addressOn(flow: Flow): string {
    const { aor, contact } = this.settings;
    if (contact !== null) return contact;
    const user = aor.user === null ? "" : `${aor.user}@`;
    const transport = flow.protocol === "UDP" ? "" : `;transport=${transportParam(flow.protocol)}`;
    const secure = aor.scheme === "sips";
    return `${aor.scheme}:${user}${flow.listener.sentBy}${secure ? "" : transport}${this.outbound ? ";ob" : ""}`;
  }

  /** Route lines and next hop of a request outside dialogs (RFC 3261 §8.1.2). */
  way(target: SipUri, along = this.routes): { routes: string; next: SipUri } {
    const first = along[0];
    const route = first === undefined ? null : parseRoute(first);
    if (route === null) return { routes: "", next: target };
    return { routes: along.map((value) => `Route: ${value}\r\n`).join(""), next: route.target };
  }

  /** The methods that are answered, for Allow: within a dialog an INVITE always is. */
  allow(inDialog = true): string {
    const methods = [...BASIC, ...this.handlers.keys()];
    if (inDialog) methods.unshift("INVITE");
    return [...new Set(methods)].join(", ");
  }

  /** Credentials for one operation: each account for its own realm and no other. */
  newDigest(): DigestClient {
    return new DigestClient(this.kernel, (realm) => this.accountOf(realm));
  }

  /** The realms that a 401 or 407 asks credentials for and no account is for. */
  realmsWithoutAccount(response: Message): string[] {
    const challenges = [...response.lines(Header.WwwAuthenticate), ...response.lines(Header.ProxyAuthenticate)];
    const realms = challenges.flatMap((each) => parseChallenge(each)?.realm ?? []);
    return [...new Set(realms)].filter((realm) => this.accountOf(realm) === null);
  }

  private accountOf(realm: string): Account | null {
    const { accounts, aor } = this.settings;
    const found = accounts.find((account) => isFor(account, realm, aor));
    if (found === undefined) return null;
    const { realm: _, ...rest } = found;
    return { ...rest, user: found.user ?? aor.user ?? "" };
  }

  /** Tells of an exception inside this process, the application's handlers included. */
  fault(error: unknown, callId: string | null): void {
    const { observations } = this.kernel;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    observations.emit({
      type: "fault",
      at: this.now,
      fault: fault("local", 500, "RFC 3261 §21.5.1", text),
      callId,
    });
  }

  /** Runs the application's code; what it throws is told and goes no further. */
  guard(callId: string | null, work: () => unknown): void {
    try {
      const result = work();
      if (result instanceof Promise) result.catch((error: unknown) => this.fault(error, callId));
    } catch (error) {
      this.fault(error, callId);
    }
  }
}

/** RFC 7118 §5.2 knows `ws` alone: whether it is secured is the scheme's to say. */
function transportParam(protocol: Protocol): string {
  return protocol === "WSS" ? "ws" : protocol.toLowerCase();
}

/** A realm is compared to the letter; a domain that stands for one as domains are, whatever its case or the form of its address. */
function isFor(account: UserAccount, realm: string, aor: SipUri): boolean {
  return account.realm === undefined ? equalHost(aor.host, realm) : account.realm === realm;
}

/** Calls `done` with a value, at once or when its promise is kept; `failed` when it throws or is rejected. */
export function whenReady<T>(
  get: () => T | Promise<T>,
  done: (value: T) => void,
  failed: (error: unknown) => void,
): void {
  let value: T | Promise<T>;
  try {
    value = get();
  } catch (error) {
    failed(error);
    return;
  }
  if (value instanceof Promise) value.then(done).catch(failed);
  else done(value);
}
