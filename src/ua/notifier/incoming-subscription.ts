import { eventPackageNamed } from "../../catalogue/mod.ts";
import { Dialog } from "../../dialog/mod.ts";
import { Header, parseEvent, parseExpires, parseMediaType } from "../../syntax/mod.ts";
import { isSecure } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import type { IncomingRequest, ResponseOptions, Usage } from "../incoming-request.ts";
import { demandStatus } from "../outcome.ts";
import { type EventState, NotifierSubscription } from "./notifier-subscription.ts";

/** What can be said beside yes. */
export interface AcceptSubscription {
  /** Seconds granted at most; less when the subscriber asks for less. Default: the package's own, else 3600. */
  readonly expires?: number;
  /** Seconds; a shorter wish (below an hour) is refused with 423. Default 0. */
  readonly minExpires?: number;
  /** `pending` while somebody has still to decide. Default `active`. */
  readonly state?: "active" | "pending";
  /** What the first NOTIFY says; nothing when absent, unless `notify` is called in the same turn. */
  readonly told?: EventState;
}

/** A SUBSCRIBE that wants an answer: at once, for nobody may be asked meanwhile (RFC 6665 §4.2.1.1); `pending` waits for people. */
export class IncomingSubscription {
  readonly request: IncomingRequest;
  /** Name of the event package. */
  readonly event: string;
  readonly id: string | null;
  /** Seconds asked for; null when not said. 0 asks only once. */
  readonly expires: number | null;
  /** Media types that the subscriber understands; empty when it names none. */
  readonly accepts: readonly string[];
  private readonly core: AgentCore;
  private readonly keep: (subscription: NotifierSubscription) => void;

  /** @internal Made by the agent. */
  constructor(
    core: AgentCore,
    request: IncomingRequest,
    event: string,
    id: string | null,
    keep: (subscription: NotifierSubscription) => void,
  ) {
    this.core = core;
    this.request = request;
    this.event = event;
    this.id = id;
    this.keep = keep;
    const { message } = request;
    this.expires = message.has(Header.Expires) ? parseExpires(message.value(Header.Expires) ?? "") : null;
    this.accepts = message.values(Header.Accept).flatMap((value) => parseMediaType(value)?.value ?? []);
  }

  /** Who subscribes; null when From cannot be read. */
  get from() {
    return this.request.from;
  }

  /** Whose state is wanted. */
  get to() {
    return this.request.to;
  }

  get answered(): boolean {
    return this.request.answered;
  }

  /**
   * Grants it: 200 (never 202, RFC 6665 §8.3.1), and a NOTIFY at once. Null when the request was answered before, or could not be
   * granted: 400 without a usable Contact, 423 for too short a time, 500 without room.
   */
  accept(options: AcceptSubscription = {}): NotifierSubscription | null {
    const { core, request, event, id } = this;
    if (request.answered) return null;
    const {
      expires = eventPackageNamed(event)?.defaultExpires ?? 3600,
      minExpires = 0,
      state = "active",
      told,
    } = options;
    const wished = this.expires ?? expires;
    if (wished > 0 && wished < minExpires && wished < 3600) {
      request.send(423, `Min-Expires: ${minExpires}\r\n`);
      return null;
    }
    const dialog = Dialog.ofRequest<Usage>(request.message, request.localTag, isSecure(request.flow.protocol));
    if (dialog === null) {
      request.send(400, `Warning: 399 ${request.flow.listener.sentBy} "no usable Contact or Record-Route"\r\n`);
      return null;
    }
    dialog.confirm();
    if (!core.dialogs.add(dialog)) {
      request.send(500, "Retry-After: 30\r\n");
      return null;
    }
    const granted = Math.min(wished, expires);
    const { recordRoutes, flow } = request;
    request.send(200, `${recordRoutes}Contact: ${core.contact(flow)}\r\nExpires: ${granted}\r\n`);
    const subscription = new NotifierSubscription({ core, dialog, flow, event, id, expires, minExpires });
    this.keep(subscription);
    if (granted === 0) {
      // §4.4.3: asked only once; the state of this turn goes with the last NOTIFY.
      if (told !== undefined) void subscription.notify(state, told);
      void subscription.fetched();
    } else {
      subscription.lasts(granted);
      void subscription.notify(state, told);
    }
    return subscription;
  }

  /** Refuses it with `code`, 403 when absent. A 6xx needs `everywhere`, as for a call. */
  reject(code = 403, options: ResponseOptions & { readonly scope?: "everywhere" } = {}): void {
    demandStatus(code, 300, 699, "reject()");
    const { scope, ...rest } = options;
    if (code >= 600 && scope !== "everywhere")
      throw new RangeError(`a ${code} speaks for the user everywhere: say scope: "everywhere"`);
    this.request.respond(code, rest);
  }
}

/** Package and id of an Event header; null when there is none that can be read. */
export function eventOf(request: IncomingRequest): { event: string; id: string | null } | null {
  const named = parseEvent(request.message.value(Header.Event) ?? "");
  return named === null ? null : { event: named.value, id: named.id };
}
