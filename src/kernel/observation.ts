import type { Fault } from "./fault.ts";

/** Where a message travelled: protocol and both ends as `host:port` (IPv6 in brackets). */
export interface FlowName {
  readonly protocol: string;
  readonly local: string;
  readonly remote: string;
}

/** Who settled a call: a callee's branch, the caller, or this server itself. */
export type DecidedBy = "callee" | "caller" | "server";

/** What became of one branch of a fork, told when its call is decided. */
export interface BranchOutcome {
  /** What a person calls this phone: its instance, User-Agent or contact. */
  readonly name: string;
  readonly target: string;
  /** Final status the branch ended with, null while it has none. */
  readonly status: number | null;
  /** True when the phone itself sent that status, false when this server made it up (408, 503 for a dead flow). */
  readonly received: boolean;
  readonly canceled: boolean;
  readonly afterMs: number;
  /** Why there is no status of the phone's own: "flow closed", "no answer in 180 s". Empty otherwise. */
  readonly note: string;
}

/**
 * Everything that happens, as one typed stream. Ladder, console, call log, metrics and diagnosis read it; none of them
 * patches the stack. `at` is milliseconds since the epoch throughout.
 */
export type Observation =
  | {
      readonly type: "message";
      readonly at: number;
      readonly direction: "in" | "out";
      readonly flow: FlowName;
      readonly text: string;
    }
  | {
      readonly type: "flow";
      readonly at: number;
      /** "failed" ends one that never opened. */
      readonly change: "opened" | "closed" | "failed";
      readonly flow: FlowName;
      readonly reason: string;
    }
  | {
      readonly type: "transaction";
      readonly at: number;
      readonly machine: string;
      readonly key: string;
      readonly from: string;
      readonly event: string;
      readonly to: string;
    }
  | {
      readonly type: "call";
      readonly at: number;
      readonly callId: string;
      readonly from: string;
      readonly to: string;
      readonly change: "started";
    }
  | {
      readonly type: "branch";
      readonly at: number;
      readonly callId: string;
      readonly name: string;
      readonly target: string;
      readonly change: "started" | "response" | "canceled";
      readonly status: number | null;
    }
  | {
      readonly type: "decided";
      readonly at: number;
      readonly callId: string;
      readonly from: string;
      readonly to: string;
      readonly status: number;
      readonly phrase: string;
      readonly decidedBy: DecidedBy;
      /** The sentence that only the server can say ("nothing else to try", "the caller cancelled"). */
      readonly why: string;
      readonly afterMs: number;
      readonly branches: readonly BranchOutcome[];
    }
  | {
      /** A call as RFC 4235 §3.7.1 sees it, by the requests and responses that a proxy forwards. */
      readonly type: "dialog";
      readonly at: number;
      readonly callId: string;
      readonly change: "trying" | "proceeding" | "early" | "confirmed" | "terminated";
      /** Values of From and To, tags included; of a BYE its own, so that they may stand the other way round. */
      readonly from: string;
      readonly to: string;
      readonly requestUri: string;
      /** The response that brought the change; null when it was a request. */
      readonly status: number | null;
      /** What ended it; "" while it lasts. */
      readonly event: "" | "bye" | "cancelled" | "rejected" | "timeout";
    }
  | {
      readonly type: "registration";
      readonly at: number;
      readonly addressOfRecord: string;
      readonly contact: string;
      /** `lost`: its connection closed, so that nothing can be sent there, though the binding lasts. */
      readonly change: "added" | "refreshed" | "removed" | "expired" | "lost";
      readonly expires: number;
    }
  | {
      readonly type: "authentication";
      readonly at: number;
      readonly realm: string;
      readonly user: string;
      readonly source: string;
      readonly result:
        | "accepted"
        | "challenged"
        | "unknown user"
        | "wrong password"
        | "stale nonce"
        | "replayed"
        | "wrong realm"
        | "malformed";
    }
  | {
      /** A phone is not let in: what an operator looks for when neither calls nor registrations come about. */
      readonly type: "denied";
      readonly at: number;
      readonly realm: string;
      readonly user: string;
      readonly source: string;
      /** "wrong password", "there is no such user", or the rule that forbids a registration. */
      readonly why: string;
    }
  | {
      readonly type: "answered";
      readonly at: number;
      readonly method: string;
      readonly status: number;
      readonly source: string;
      readonly why: string;
    }
  | { readonly type: "dropped"; readonly at: number; readonly source: string; readonly why: string }
  | { readonly type: "fault"; readonly at: number; readonly fault: Fault; readonly callId: string | null };

export type ObservationType = Observation["type"];
export type Observer = (observation: Observation) => void;

const none: Observer[] = [];

/**
 * The stream. A producer asks `wants` before it builds an observation, so a type nobody listens to costs one property
 * read. Observers run in order of subscription and must not throw; one that does is reported to `onFailure` and kept.
 */
export class ObservationStream {
  /** One boolean per type, read by producers on hot paths. */
  readonly wants: Record<ObservationType, boolean> = {
    message: false,
    flow: false,
    transaction: false,
    call: false,
    branch: false,
    decided: false,
    dialog: false,
    registration: false,
    authentication: false,
    denied: false,
    answered: false,
    dropped: false,
    fault: false,
  };
  private readonly observers = new Map<ObservationType, Observer[]>();
  private readonly onFailure: (error: unknown) => void;

  constructor(onFailure: (error: unknown) => void = () => {}) {
    this.onFailure = onFailure;
  }

  /** Calls `observer` for every observation of the given types until the returned function is called. */
  subscribe(types: readonly ObservationType[], observer: Observer): () => void {
    for (const type of types) {
      this.observers.set(type, [...(this.observers.get(type) ?? none), observer]);
      this.wants[type] = true;
    }
    return () => {
      for (const type of types) {
        const rest = (this.observers.get(type) ?? none).filter((each) => each !== observer);
        this.observers.set(type, rest);
        this.wants[type] = rest.length > 0;
      }
    };
  }

  emit(observation: Observation): void {
    for (const observer of this.observers.get(observation.type) ?? none) {
      try {
        observer(observation);
      } catch (error) {
        this.onFailure(error); // a broken consumer must not take the call down with it
      }
    }
  }
}
