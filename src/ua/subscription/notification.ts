import type { Dialog } from "../../dialog/mod.ts";
import { Header, parseEvent, parseMediaType, parseSubscriptionState } from "../../syntax/mod.ts";
import type { IncomingRequest, Usage } from "../incoming-request.ts";

/** What a NOTIFY said. */
export interface Notification {
  /** `active`, `pending`, `terminated`, or an extension. */
  readonly state: string;
  /** Why it is terminated: `deactivated`, `probation`, `rejected`, `timeout`, `giveup`, `noresource`, `invariant`…; null when not said. */
  readonly reason: string | null;
  /** Seconds that the subscription still lasts; null when not said. */
  readonly expires: number | null;
  /** Seconds to wait before subscribing again; null when not said. */
  readonly retryAfter: number | null;
  /** `type/subtype` in lower case, "" without a body. */
  readonly contentType: string;
  /** As text. */
  readonly body: string;
  /** Which of several notifiers says so: its tag. */
  readonly tag: string;
  readonly request: IncomingRequest;
}

/** Reads a NOTIFY; null without a Subscription-State that can be read: "NOTIFY requests MUST contain" one (RFC 6665 §4.1.3). */
export function readNotification(request: IncomingRequest, tag: string): Notification | null {
  const said = parseSubscriptionState(request.message.value(Header.SubscriptionState) ?? "");
  if (said === null) return null;
  const { body } = request;
  const type = parseMediaType(request.message.value(Header.ContentType) ?? "")?.value ?? "";
  return { ...said, contentType: body === "" ? "" : type, body, tag, request };
}

/** Whether a request's Event names this package and id: compared "byte by byte", other parameters aside (RFC 6665 §8.2.1). */
export function isAbout(request: IncomingRequest, event: string, id: string | null): boolean {
  const named = parseEvent(request.message.value(Header.Event) ?? "");
  return named !== null && named.value === event && named.id === id;
}

/** Reads a NOTIFY within its dialog, and answers it: 200, or 400 and null when it has no usable Subscription-State. */
export function answerNotify(request: IncomingRequest, dialog: Dialog<Usage>): Notification | null {
  const notification = readNotification(request, dialog.remoteTag);
  if (notification !== null) dialog.refreshTarget(request.message);
  request.send(notification === null ? 400 : 200, "");
  return notification;
}
