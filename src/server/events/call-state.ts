import { type Kernel, type Observation, own } from "../../kernel/mod.ts";
import { addressTag, addressUri, parameter, parseAddress } from "../../syntax/mod.ts";
import { DIALOG_INFO, type DialogInfo, type DialogParticipant, writeDialogInfo } from "../../ua/mod.ts";
import { type ChangeListener, type EventState, uriOfKey, type Watch } from "./event-state.ts";

type DialogObservation = Extract<Observation, { type: "dialog" }>;

/** The key of a user of this server; null for anybody else. */
export type KeyOfUri = (uri: string) => string | null;

/** A call between two, one of whom at least is a user here. */
interface TrackedCall {
  readonly number: number;
  readonly callId: string;
  readonly fromTag: string;
  toTag: string;
  readonly caller: string | null;
  /** More than one when the callee's contact names another user. */
  readonly callees: string[];
  readonly from: DialogParticipant;
  readonly to: DialogParticipant;
  state: DialogInfo["state"];
  event: DialogObservation["event"];
  /** Who sent the BYE. */
  endedBy: "caller" | "callee" | null;
  code: number | null;
  /** Milliseconds since the epoch; 0 while it lasts. */
  endedAt: number;
}

/** Calls held at a time; beyond it the oldest is forgotten. */
const MAX_CALLS = 50_000;
const MAX_CALLEES = 8;
/** How long an ended call can still be told of: longer than the interval between two notifications. */
const KEPT_MS = 10_000;

/**
 * The calls of users (RFC 4235), by the INVITEs and BYEs this proxy forwards. It follows them from the first subscription
 * on; a call that was there before is not known. One dialog stands for all phones of the user.
 */
export class CallState implements EventState {
  readonly name = "dialog";
  readonly contentType = DIALOG_INFO;
  readonly intervalMs = 1000;
  /** Phones ring within that: a lamp that is told "trying" first would blink a second later (RFC 4235 §3.10). */
  readonly patienceMs = 250;
  readonly versioned = true;
  private readonly kernel: Kernel;
  private readonly keyOf: KeyOfUri;
  private readonly onChange: ChangeListener;
  /** By Call-ID and From tag of the INVITE. */
  private readonly calls = new Map<string, TrackedCall>();
  private readonly byUser = new Map<string, Set<TrackedCall>>();
  private ended: TrackedCall[] = [];
  private count = 0;
  private stop: (() => void) | null = null;

  constructor(kernel: Kernel, keyOf: KeyOfUri, onChange: ChangeListener) {
    this.kernel = kernel;
    this.keyOf = keyOf;
    this.onChange = onChange;
  }

  follow(): void {
    this.stop ??= this.kernel.observations.subscribe(["dialog"], (seen) => {
      if (seen.type === "dialog") this.observe(seen);
    });
  }

  close(): void {
    this.stop?.();
    this.stop = null;
    this.calls.clear();
    this.byUser.clear();
    this.ended = [];
  }

  /** Calls held, those that ended just now included. */
  get size(): number {
    return this.calls.size;
  }

  document(watch: Watch): string {
    const { addressOfRecord, version, since, params } = watch;
    const dialogs: DialogInfo[] = [];
    for (const call of this.byUser.get(addressOfRecord) ?? []) {
      if (call.endedAt !== 0 && (since === 0 || call.endedAt < since)) continue;
      if (call.caller === addressOfRecord && isAsked(params, call, call.fromTag, call.toTag))
        dialogs.push(told(watch, call, "initiator"));
      if (call.callees.includes(addressOfRecord) && isAsked(params, call, call.toTag, call.fromTag))
        dialogs.push(told(watch, call, "recipient"));
    }
    return writeDialogInfo({ version, state: "full", entity: uriOfKey(addressOfRecord), dialogs });
  }

  private observe(seen: DialogObservation): void {
    this.forgetEnded(seen.at);
    const fromTag = addressTag(seen.from) ?? "";
    const toTag = addressTag(seen.to) ?? "";
    const forth = this.calls.get(`${fromTag} ${seen.callId}`);
    const call = forth ?? (seen.event === "bye" ? this.calls.get(`${toTag} ${seen.callId}`) : undefined);
    if (seen.change === "trying") this.begin(seen, fromTag, call);
    else if (call !== undefined && call.endedAt === 0) {
      if (seen.event === "bye") call.endedBy = forth === undefined ? "callee" : "caller";
      else if (toTag !== "") call.toTag = own(toTag);
      call.state = seen.change;
      call.event = seen.event;
      call.code = seen.status;
      if (seen.change === "terminated") {
        call.endedAt = seen.at;
        this.ended.push(call);
      }
      this.tell(call);
    }
  }

  private begin(seen: DialogObservation, fromTag: string, known: TrackedCall | undefined): void {
    const callee = this.keyOf(seen.requestUri);
    if (known !== undefined && known.endedAt === 0) {
      if (callee === null || known.callees.includes(callee) || known.callees.length >= MAX_CALLEES) return;
      known.callees.push(callee);
      this.link(callee, known);
      this.tell(known);
      return;
    }
    const caller = this.keyOf(addressUri(seen.from));
    if (caller === null && callee === null) return;
    if (known !== undefined) this.forget(known);
    if (this.calls.size >= MAX_CALLS) {
      const [oldest] = this.calls.values();
      if (oldest !== undefined) this.forget(oldest);
    }
    const call: TrackedCall = {
      number: ++this.count,
      callId: own(seen.callId),
      fromTag: own(fromTag),
      toTag: "",
      caller,
      callees: callee === null ? [] : [callee],
      from: participant(seen.from),
      to: participant(seen.to),
      state: "trying",
      event: "",
      endedBy: null,
      code: null,
      endedAt: 0,
    };
    this.calls.set(keyOfCall(call), call);
    for (const key of usersOf(call)) this.link(key, call);
    this.tell(call);
  }

  private tell(call: TrackedCall): void {
    for (const key of usersOf(call)) this.onChange(this.name, key);
  }

  private link(key: string, call: TrackedCall): void {
    const held = this.byUser.get(key);
    if (held === undefined) this.byUser.set(own(key), new Set([call]));
    else held.add(call);
  }

  private forgetEnded(now: number): void {
    const first = this.ended.findIndex(({ endedAt }) => endedAt > now - KEPT_MS);
    const count = first === -1 ? this.ended.length : first;
    for (const call of this.ended.splice(0, count)) this.forget(call);
  }

  private forget(call: TrackedCall): void {
    const key = keyOfCall(call);
    if (this.calls.get(key) === call) this.calls.delete(key);
    for (const user of usersOf(call)) {
      const held = this.byUser.get(user);
      held?.delete(call);
      if (held?.size === 0) this.byUser.delete(user);
    }
  }
}

function keyOfCall({ fromTag, callId }: TrackedCall): string {
  return `${fromTag} ${callId}`;
}

function usersOf({ caller, callees }: TrackedCall): Set<string> {
  return new Set(caller === null ? callees : [caller, ...callees]);
}

/** Whether a subscription to certain dialogs means this one (RFC 4235 §3.2). */
function isAsked(params: string, { callId }: TrackedCall, localTag: string, remoteTag: string): boolean {
  if (params === "") return true;
  const wants = (name: string, value: string): boolean => (parameter(params, name) ?? value) === value;
  return wants("call-id", callId) && wants("to-tag", localTag) && wants("from-tag", remoteTag);
}

function told({ level }: Watch, call: TrackedCall, direction: "initiator" | "recipient"): DialogInfo {
  const isCaller = direction === "initiator";
  const base = { id: `${call.number}${isCaller ? "o" : "i"}`, state: call.state, direction };
  if (level === "state") return base;
  const bye = isCaller === (call.endedBy === "caller") ? "local-bye" : "remote-bye";
  return {
    ...base,
    event: call.event === "bye" ? bye : call.event || null,
    code: call.code,
    callId: call.callId,
    localTag: (isCaller ? call.fromTag : call.toTag) || null,
    remoteTag: (isCaller ? call.toTag : call.fromTag) || null,
    local: isCaller ? call.from : call.to,
    remote: isCaller ? call.to : call.from,
  };
}

/** Who stands in a From or To. */
function participant(value: string): DialogParticipant {
  return { identity: own(addressUri(value)), display: own(parseAddress(value)?.display ?? "") || null };
}
