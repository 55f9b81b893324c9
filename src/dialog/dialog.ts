import { type DialogEffect, isStatusCode, semantics } from "../catalogue/mod.ts";
import { own } from "../kernel/mod.ts";
import { addressTag, asRequestUri, Header, isSipUri, type Message, parseCSeq, writeUri } from "../syntax/mod.ts";
import { type Course, RouteSet } from "./route-set.ts";

/** RFC 5057 §5.1 note 4: "will have the same effect ... as a real transaction timeout". */
const TIMEOUT = 408;

export type DialogState = "early" | "confirmed" | "terminated";

/** Why a dialog, or one usage of it, is over. */
export interface DialogEnd {
  /** `bye`: ended in order; `failure`: a response destroyed it (RFC 5057); `silence`: no answer; `settled`: another branch won. */
  readonly cause: "bye" | "failure" | "silence" | "settled";
  /** The status that destroyed it; null when none did. */
  readonly status: number | null;
}

/** What lives in a dialog: an INVITE session or a subscription (RFC 5057 §3.1). */
export interface DialogUsage {
  readonly kind: "invite" | "subscription";
  /** Called once, when the usage is over because of its dialog or of a response to one of its requests. */
  onTerminated(end: DialogEnd): void;
}

/** What identifies and addresses a new dialog. */
interface Ends {
  readonly role: "uac" | "uas";
  readonly callId: string;
  /** Local and remote address as they stand in From and To, tags included. */
  readonly local: string;
  readonly remote: string;
  readonly remoteTarget: string;
  readonly routeSet: RouteSet;
  readonly secure: boolean;
  readonly localCSeq: number;
  readonly remoteCSeq: number | null;
}

/** A request of this dialog before it has Via, Max-Forwards and whatever its method needs. */
export interface DialogDraft extends Course {
  readonly method: string;
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: number;
}

/**
 * A dialog (RFC 3261 §12): what two user agents must remember to send each other requests. It lasts as long as one of its
 * usages does, and a failure takes down as much of it as the catalogue's `dialogEffect` says (RFC 5057 §5.1).
 */
export class Dialog<Usage extends DialogUsage = DialogUsage> {
  /** `uac` when this side sent the request that made the dialog. */
  readonly role: "uac" | "uas";
  readonly callId: string;
  readonly localTag: string;
  /** "" when the peer sent none (RFC 2543). */
  readonly remoteTag: string;
  /** This side's address with its tag, as it stands in From. */
  readonly local: string;
  readonly remote: string;
  /** RFC 3261 §12.1: made over TLS for a SIPS URI. */
  readonly secure: boolean;
  remoteTarget: string;
  routeSet: RouteSet;
  state: DialogState = "early";
  localCSeq: number;
  remoteCSeq: number | null;
  /** Called once, when the dialog is over. */
  onEnd: ((end: DialogEnd) => void) | null = null;
  private readonly users = new Set<Usage>();

  private constructor(ends: Ends) {
    this.role = ends.role;
    this.callId = own(ends.callId);
    this.local = own(ends.local);
    this.remote = own(ends.remote);
    this.localTag = own(addressTag(ends.local) ?? "");
    this.remoteTag = own(addressTag(ends.remote) ?? "");
    this.remoteTarget = own(ends.remoteTarget);
    this.routeSet = ends.routeSet;
    this.secure = ends.secure;
    this.localCSeq = ends.localCSeq;
    this.remoteCSeq = ends.remoteCSeq;
  }

  /**
   * The caller's half, from a 101–199 or 2xx (§12.1.2). `requestUri` stands in as remote target for a peer that left out
   * its Contact.
   */
  static ofResponse<Usage extends DialogUsage>(response: Message, requestUri: string): Dialog<Usage> {
    const dialog = new Dialog<Usage>({
      role: "uac",
      callId: response.callId,
      local: response.value(Header.From) ?? "",
      remote: response.value(Header.To) ?? "",
      remoteTarget: contactOf(response) ?? requestUri,
      routeSet: RouteSet.ofResponse(response),
      secure: requestUri.startsWith("sips:"),
      localCSeq: sequenceOf(response) ?? 0,
      remoteCSeq: null,
    });
    if (response.status >= 200) dialog.state = "confirmed";
    return dialog;
  }

  /**
   * The callee's half, from the request and the tag it is answered with (§12.1.1). Null when its Contact or Record-Route is
   * missing or malformed: answer 400.
   */
  static ofRequest<Usage extends DialogUsage>(request: Message, tag: string, secure: boolean): Dialog<Usage> | null {
    const remoteTarget = contactOf(request);
    const routeSet = RouteSet.ofRequest(request);
    if (remoteTarget === null || routeSet === null) return null;
    return new Dialog<Usage>({
      role: "uas",
      callId: request.callId,
      local: `${request.value(Header.To) ?? ""};tag=${tag}`,
      remote: request.value(Header.From) ?? "",
      remoteTarget,
      routeSet,
      secure: secure && request.requestUri.startsWith("sips:"),
      localCSeq: 0,
      remoteCSeq: sequenceOf(request),
    });
  }

  /**
   * The subscriber's half, from a NOTIFY that answers a SUBSCRIBE or REFER of ours: "the route set at the subscriber is taken
   * from the NOTIFY request itself" (RFC 6665 §4.4.1). Null when its Contact or Record-Route is missing or malformed.
   * @param localCSeq the number of the request it answers
   */
  static ofNotify<Usage extends DialogUsage>(
    notify: Message,
    localCSeq: number,
    secure: boolean,
  ): Dialog<Usage> | null {
    const remoteTarget = contactOf(notify);
    const routeSet = RouteSet.ofRequest(notify);
    if (remoteTarget === null || routeSet === null) return null;
    const dialog = new Dialog<Usage>({
      role: "uac",
      callId: notify.callId,
      local: notify.value(Header.To) ?? "",
      remote: notify.value(Header.From) ?? "",
      remoteTarget,
      routeSet,
      secure,
      localCSeq,
      remoteCSeq: sequenceOf(notify),
    });
    dialog.state = "confirmed";
    return dialog;
  }

  get usages(): readonly Usage[] {
    return [...this.users];
  }

  /** Adds a usage; the dialog lives until the last one is gone. */
  use(usage: Usage): void {
    this.users.add(usage);
  }

  /** Ends one usage in order; the dialog with it when it was the last. The usage itself is not told. */
  release(usage: Usage): void {
    if (!this.users.delete(usage)) return;
    if (this.users.size === 0) this.terminate({ cause: "bye", status: null });
  }

  /** A 2xx has made the dialog a confirmed one: the caller's route set is computed anew (§13.2.2.4). */
  confirm(success: Message | null = null): void {
    if (this.state !== "early") return;
    this.state = "confirmed";
    if (success === null) return;
    this.routeSet = RouteSet.ofResponse(success);
    this.refreshTarget(success);
  }

  /** Takes over the Contact of a target refresh request or of a 2xx to one (§12.2.1.2, §12.2.2). */
  refreshTarget(message: Message): void {
    const contact = contactOf(message);
    if (contact !== null) this.remoteTarget = own(contact);
  }

  /**
   * A request to the peer with the next sequence number (§12.2.1.1), or with `cseq`: ACK and the like repeat that of
   * their INVITE.
   */
  draft(method: string, cseq?: number): DialogDraft {
    const { local, remote, callId } = this;
    return {
      method,
      from: local,
      to: remote,
      callId,
      cseq: cseq ?? ++this.localCSeq,
      ...this.routeSet.course(this.remoteTarget),
    };
  }

  /**
   * Notes a request's sequence number. False when it is lower than one seen before: the request is out of order and
   * answered 500 (§12.2.2).
   */
  inOrder(request: Message): boolean {
    const sequence = sequenceOf(request);
    if (sequence === null || (this.remoteCSeq !== null && sequence < this.remoteCSeq)) return false;
    this.remoteCSeq = sequence;
    return true;
  }

  /**
   * A request of `usage` failed within this dialog. Ends what the status takes with it (RFC 5057 §5.1) and returns that;
   * silence, and a 408 that tells of it, takes the usage (§5.2). Requests that belong to no usage (`null`) may still take
   * the dialog.
   */
  fail(status: number | "silence", usage: Usage | null): DialogEffect {
    const silent = status === "silence" || status === TIMEOUT;
    const effect = silent ? "usage" : isStatusCode(status) ? semantics(status).dialogEffect : "transaction";
    const end: DialogEnd = { cause: silent ? "silence" : "failure", status: status === "silence" ? null : status };
    if (effect === "dialog") this.terminate(end);
    else if (effect === "usage" && usage !== null && this.users.delete(usage)) {
      usage.onTerminated(end);
      if (this.users.size === 0) this.terminate(end);
    }
    return effect;
  }

  /** Ends the dialog and every usage of it. */
  terminate(end: DialogEnd): void {
    if (this.state === "terminated") return;
    this.state = "terminated";
    const users = [...this.users];
    this.users.clear();
    for (const usage of users) usage.onTerminated(end);
    this.onEnd?.(end);
    this.onEnd = null;
  }
}

/** The one Contact of a dialog-forming message as a Request-URI; null when there is none that a request could go to. */
function contactOf(message: Message): string | null {
  const { contacts } = message;
  if (contacts === null || contacts === "*") return null;
  const target = contacts[0]?.target;
  return target !== undefined && isSipUri(target) ? writeUri(asRequestUri(target)) : null;
}

/** The sequence number of a message's CSeq (RFC 3261 §8.1.1.5); null when it is malformed. */
export function sequenceOf(message: Message): number | null {
  return parseCSeq(message.value(Header.CSeq) ?? "")?.sequence ?? null;
}
