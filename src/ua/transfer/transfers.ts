import type { Dialog } from "../../dialog/mod.ts";
import {
  asRequestUri,
  Header,
  isSipUri,
  parseAddress,
  parseReplaces,
  parseSipUri,
  parseUri,
  type Replaces,
  type SipUri,
  unescaped,
  uriParam,
  writeUri,
} from "../../syntax/mod.ts";
import type { Call } from "../call/call.ts";
import type { CallOptions } from "../call/call-options.ts";
import type { OutgoingCall } from "../call/outgoing-call.ts";
import { Session } from "../call/session.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";
import type { EventService } from "../notifier/event-service.ts";
import type { IncomingSubscription } from "../notifier/incoming-subscription.ts";
import type { NotifierSubscription } from "../notifier/notifier-subscription.ts";
import { IncomingTransfer, type Referral, type TransferHome } from "./incoming-transfer.ts";
import { TransferReport } from "./transfer-report.ts";

/** Decides on a REFER. One that it leaves alone is refused with 480 after 25 s. */
export type TransferHandler = (incoming: IncomingTransfer) => void | Promise<void>;

/** What this part needs of the agent. */
export interface TransferAgent {
  readonly core: AgentCore;
  readonly events: EventService;
  call(target: string, options?: CallOptions): OutgoingCall;
  callOf(session: Session): Call | null;
}

/** Transfers whose result may be subscribed to at a time. */
const MOST_REPORTS = 100;
/** Option tags of what is served here: RFC 4488, RFC 7614. */
const TAGS = ["norefersub", "nosub", "explicitsub"];

/** An agent that is asked to call somebody (RFC 3515): reads the REFERs and keeps what explicit subscriptions ask for. */
export class Transfers implements TransferHome {
  readonly core: AgentCore;
  private readonly agent: TransferAgent;
  private readonly reports = new Map<string, TransferReport>();
  private readonly referred = new WeakSet<Dialog<Usage>>();

  constructor(agent: TransferAgent) {
    this.agent = agent;
    this.core = agent.core;
  }

  /** Takes REFERs from now on; null takes none. */
  serve(handler: TransferHandler | null): void {
    const { core, events } = this.agent;
    if (handler === null) {
      core.handlers.delete("REFER");
      for (const tag of TAGS) core.supported.delete(tag);
      events.referStates = null;
    } else {
      core.handlers.set("REFER", (request) => this.take(request, handler));
      for (const tag of TAGS) core.supported.add(tag);
      events.referStates = (incoming) => this.takeSubscription(incoming);
    }
    events.listen();
  }

  call(target: string, options?: CallOptions): OutgoingCall {
    return this.agent.call(target, options);
  }

  isFirstRefer(dialog: Dialog<Usage>): boolean {
    const first = !this.referred.has(dialog);
    this.referred.add(dialog);
    return first;
  }

  keepNotifier(subscription: NotifierSubscription): void {
    this.agent.events.keep(subscription);
  }

  /** RFC 7614 §4.3: a URI of this agent that "uniquely identifies this refer event state" and is hard to guess. */
  publishReport({ flow }: IncomingRequest): { uri: string; report: TransferReport } | null {
    const { core, reports } = this;
    const home = parseSipUri(core.addressOn(flow));
    if (home === null || reports.size >= MOST_REPORTS) return null;
    const token = core.kernel.random.token(24);
    const report = new TransferReport(core, () => reports.delete(token));
    reports.set(token, report);
    return { uri: writeUri({ ...home, user: token }), report };
  }

  private takeSubscription(incoming: IncomingSubscription): boolean {
    const { uri } = incoming.request.message;
    const report = uri !== null && isSipUri(uri) ? this.reports.get(uri.user ?? "") : undefined;
    if (report === undefined) return false;
    const subscription = incoming.accept({ expires: 300 });
    if (subscription !== null) report.tell(subscription);
    return true;
  }

  private take(request: IncomingRequest, handler: TransferHandler): void | Promise<void> {
    const referral = referralOf(request);
    if ("status" in referral) {
      request.send(referral.status, "");
      return;
    }
    const session = request.dialog?.usages.find((usage) => usage instanceof Session) ?? null;
    const call = session === null ? null : this.agent.callOf(session);
    return handler(new IncomingTransfer(this, request, referral, call));
  }
}

/**
 * What a REFER asks for, or the status that refuses it: 400 without exactly one Refer-To (RFC 3515 §2.4.2), 416 for what is no SIP
 * URI, 501 for another method than INVITE. Of the URI's headers only Replaces is heeded: the others would put words of a stranger
 * into this user's mouth (RFC 3261 §19.1.5).
 */
function referralOf({ message }: IncomingRequest): Referral | { readonly status: 400 | 416 | 501 } {
  const [value, ...others] = message.values(Header.ReferTo);
  const address = value === undefined || others.length > 0 ? null : parseAddress(value);
  const uri = address === null ? null : parseUri(address.uri);
  if (uri === null) return { status: 400 };
  if (!isSipUri(uri)) return { status: 416 };
  const method = uriParam(uri.params, "method");
  if (method !== null && method !== "INVITE") return { status: 501 };
  const replaces = replacesOf(uri);
  return replaces === "malformed" ? { status: 400 } : { uri: writeUri(asRequestUri(uri)), replaces };
}

function replacesOf({ headers }: SipUri): Replaces | null | "malformed" {
  for (const header of headers.replace(/^\?/, "").split("&")) {
    const at = header.indexOf("=");
    if (at === -1 || unescaped(header.slice(0, at)).toLowerCase() !== "replaces") continue;
    return parseReplaces(unescaped(header.slice(at + 1))) ?? "malformed";
  }
  return null;
}
