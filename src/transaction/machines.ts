/**
 * The four state machines of RFC 3261 §17 as corrected by RFC 6026 (Accepted, Timers L and M) and RFC 4320 (no late
 * answers to non-INVITE requests), as data. Every state declares every event of its machine; what a state does not react
 * to says `ignored`. The code in client.ts and server.ts only carries out what stands here.
 */

/** What a rule has the transaction do, in order. */
export type Action =
  /** Send the request again, as it was. */
  | "send request"
  /** Acknowledge a non-2xx final response (RFC 3261 §17.1.1.3). */
  | "send ACK"
  /** Hand the response at hand to the transaction user. */
  | "inform"
  /** Tell the user that nobody answered. */
  | "time out"
  /** Tell the user that the transport failed. */
  | "fail"
  /** Send the response at hand and remember it for retransmissions. */
  | "send response"
  /** Send the remembered response again; nothing when there is none yet. */
  | "resend"
  /** Send 100 (Trying) unless something was sent already. */
  | "send 100"
  /** Hand the ACK at hand to the transaction user. */
  | "inform of ACK";

/** Timers by their letter in RFC 3261 table 4 and RFC 6026; `trying` is the wait before a 100, `bound` the longest a user may take. */
export type TimerName = "A" | "B" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "trying" | "bound";

export type StateName = "Calling" | "Trying" | "Proceeding" | "Completed" | "Accepted" | "Confirmed" | "Terminated";

export type ClientEvent = "1xx" | "2xx" | "3xx-6xx" | "repeat" | "end" | "transport error";
export type ServerEvent =
  | "request"
  | "ACK"
  | "send 1xx"
  | "send 2xx"
  | "send 3xx-6xx"
  | "repeat"
  | "end"
  | "transport error"
  | "abandon";

/** One cell: what is done, and the state behind it (the same state when `to` is left out). */
export interface Cell<Name extends StateName> {
  readonly do: readonly Action[];
  readonly to?: Name;
}
export const ignored: Cell<never> = { do: [] };

interface Row<Name extends StateName, Event extends string> {
  /** Timer behind the event `repeat`: runs again and again, doubling as its RFC says. */
  readonly repeat: TimerName | null;
  /** Timer behind the event `end`. A state with the same one as the state before lets it run on. */
  readonly end: TimerName | null;
  readonly on: { readonly [E in Event]: Cell<Name> };
}
type Table<Name extends StateName, Event extends string> = { readonly [S in Name]: Row<Name, Event> };

const never = { repeat: null, end: null } as const;
const deaf = {
  "1xx": ignored,
  "2xx": ignored,
  "3xx-6xx": ignored,
  repeat: ignored,
  end: ignored,
  "transport error": ignored,
} as const;
const deafServer = {
  request: ignored,
  ACK: ignored,
  "send 1xx": ignored,
  "send 2xx": ignored,
  "send 3xx-6xx": ignored,
  repeat: ignored,
  end: ignored,
  "transport error": ignored,
  abandon: ignored,
} as const;

/** RFC 3261 figure 5 with RFC 6026 §8.4. */
export const inviteClient: Table<"Calling" | "Proceeding" | "Completed" | "Accepted" | "Terminated", ClientEvent> = {
  Calling: {
    repeat: "A",
    end: "B",
    on: {
      "1xx": { do: ["inform"], to: "Proceeding" },
      "2xx": { do: ["inform"], to: "Accepted" },
      "3xx-6xx": { do: ["send ACK", "inform"], to: "Completed" },
      repeat: { do: ["send request"] },
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Proceeding: {
    // No timer of its own: the proxy's Timer C or the user's patience ends it, and `cancel` arms 64*T1 (§9.1).
    ...never,
    on: {
      "1xx": { do: ["inform"] },
      "2xx": { do: ["inform"], to: "Accepted" },
      "3xx-6xx": { do: ["send ACK", "inform"], to: "Completed" },
      repeat: ignored,
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Completed: {
    repeat: null,
    end: "D",
    on: {
      "1xx": ignored,
      "2xx": ignored,
      "3xx-6xx": { do: ["send ACK"] },
      repeat: ignored,
      end: { do: [], to: "Terminated" },
      "transport error": { do: [], to: "Terminated" },
    },
  },
  Accepted: {
    repeat: null,
    end: "M",
    on: {
      "1xx": ignored,
      "2xx": { do: ["inform"] },
      "3xx-6xx": ignored,
      repeat: ignored,
      end: { do: [], to: "Terminated" },
      "transport error": ignored,
    },
  },
  Terminated: { ...never, on: deaf },
};

/** RFC 3261 figure 6. */
export const nonInviteClient: Table<"Trying" | "Proceeding" | "Completed" | "Terminated", ClientEvent> = {
  Trying: {
    repeat: "E",
    end: "F",
    on: {
      "1xx": { do: ["inform"], to: "Proceeding" },
      "2xx": { do: ["inform"], to: "Completed" },
      "3xx-6xx": { do: ["inform"], to: "Completed" },
      repeat: { do: ["send request"] },
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Proceeding: {
    repeat: "E",
    end: "F",
    on: {
      "1xx": { do: ["inform"] },
      "2xx": { do: ["inform"], to: "Completed" },
      "3xx-6xx": { do: ["inform"], to: "Completed" },
      repeat: { do: ["send request"] },
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Completed: {
    repeat: null,
    end: "K",
    on: { ...deaf, end: { do: [], to: "Terminated" }, "transport error": { do: [], to: "Terminated" } },
  },
  Terminated: { ...never, on: deaf },
};

/** RFC 3261 figure 7 with RFC 6026 §8.7. */
export const inviteServer: Table<"Proceeding" | "Accepted" | "Completed" | "Confirmed" | "Terminated", ServerEvent> = {
  Proceeding: {
    repeat: "trying",
    end: null,
    on: {
      request: { do: ["resend"] },
      ACK: ignored,
      "send 1xx": { do: ["send response"] },
      "send 2xx": { do: ["send response"], to: "Accepted" },
      "send 3xx-6xx": { do: ["send response"], to: "Completed" },
      repeat: { do: ["send 100"] },
      end: ignored,
      "transport error": ignored, // the caller may still be reached at its Via when a connection is gone (§18.2.2)
      abandon: { do: [], to: "Terminated" },
    },
  },
  Accepted: {
    repeat: null,
    end: "L",
    on: {
      ...deafServer,
      ACK: { do: ["inform of ACK"] },
      "send 2xx": { do: ["send response"] }, // the UAS retransmits its 2xx end to end (RFC 6026 §7.1)
      end: { do: [], to: "Terminated" },
    },
  },
  Completed: {
    repeat: "G",
    end: "H",
    on: {
      ...deafServer,
      request: { do: ["resend"] },
      ACK: { do: [], to: "Confirmed" },
      repeat: { do: ["resend"] },
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Confirmed: {
    repeat: null,
    end: "I",
    on: { ...deafServer, end: { do: [], to: "Terminated" } },
  },
  Terminated: { ...never, on: deafServer },
};

/** RFC 3261 figure 8 with RFC 4320 §4.1: 100 only once the client's Timer E has reached T2, nothing after the end. */
export const nonInviteServer: Table<"Trying" | "Proceeding" | "Completed" | "Terminated", ServerEvent> = {
  Trying: {
    repeat: "trying",
    end: "bound",
    on: {
      request: ignored,
      ACK: ignored,
      "send 1xx": { do: ["send response"], to: "Proceeding" },
      "send 2xx": { do: ["send response"], to: "Completed" },
      "send 3xx-6xx": { do: ["send response"], to: "Completed" },
      repeat: { do: ["send 100"], to: "Proceeding" },
      end: { do: ["time out"], to: "Terminated" },
      "transport error": ignored,
      abandon: { do: [], to: "Terminated" },
    },
  },
  Proceeding: {
    repeat: null,
    end: "bound",
    on: {
      request: { do: ["resend"] },
      ACK: ignored,
      "send 1xx": { do: ["send response"] },
      "send 2xx": { do: ["send response"], to: "Completed" },
      "send 3xx-6xx": { do: ["send response"], to: "Completed" },
      repeat: ignored,
      end: { do: ["time out"], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
      abandon: { do: [], to: "Terminated" },
    },
  },
  Completed: {
    repeat: null,
    end: "J",
    on: {
      ...deafServer,
      request: { do: ["resend"] },
      end: { do: [], to: "Terminated" },
      "transport error": { do: ["fail"], to: "Terminated" },
    },
  },
  Terminated: { ...never, on: deafServer },
};

/** A state as the running code holds it: its table row with the names behind `to` resolved to states. */
export interface State<Event extends string> {
  readonly machine: string;
  readonly name: StateName;
  readonly repeat: TimerName | null;
  readonly end: TimerName | null;
  readonly on: { readonly [E in Event]: Rule<Event> };
}
export interface Rule<Event extends string> {
  readonly do: readonly Action[];
  readonly to: State<Event> | null;
}

/** Links a table's rows to each other, so that a transition follows references instead of looking names up. */
export function link<Name extends StateName, Event extends string>(
  machine: string,
  table: Table<Name, Event>,
): Record<Name, State<Event>> {
  const states = {} as Record<
    Name,
    { machine: string; name: Name; repeat: TimerName | null; end: TimerName | null; on: Record<Event, Rule<Event>> }
  >;
  const names = Object.keys(table) as Name[];
  for (const name of names) {
    states[name] = {
      machine,
      name,
      repeat: table[name].repeat,
      end: table[name].end,
      on: {} as Record<Event, Rule<Event>>,
    };
  }
  for (const name of names) {
    for (const event of Object.keys(table[name].on) as Event[]) {
      const cell: Cell<Name> = table[name].on[event];
      states[name].on[event] = { do: cell.do, to: cell.to === undefined ? null : states[cell.to] };
    }
  }
  return states;
}
