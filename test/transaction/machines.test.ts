import assert from "node:assert/strict";
import { test } from "node:test";
import { inviteClient, inviteServer, nonInviteClient, nonInviteServer } from "../../src/transaction/mod.ts";

const machines = { inviteClient, nonInviteClient, inviteServer, nonInviteServer };
const events = {
  client: ["1xx", "2xx", "3xx-6xx", "repeat", "end", "transport error"],
  server: ["request", "ACK", "send 1xx", "send 2xx", "send 3xx-6xx", "repeat", "end", "transport error", "abandon"],
};

/** The transitions of the figures, written down here a second time: `state event -> state` for all that move. */
const expected: Record<keyof typeof machines, string[]> = {
  inviteClient: [
    "Calling 1xx Proceeding",
    "Calling 2xx Accepted",
    "Calling 3xx-6xx Completed",
    "Calling end Terminated",
    "Calling transport error Terminated",
    "Proceeding 2xx Accepted",
    "Proceeding 3xx-6xx Completed",
    "Proceeding end Terminated",
    "Proceeding transport error Terminated",
    "Completed end Terminated",
    "Completed transport error Terminated",
    "Accepted end Terminated",
  ],
  nonInviteClient: [
    "Trying 1xx Proceeding",
    "Trying 2xx Completed",
    "Trying 3xx-6xx Completed",
    "Trying end Terminated",
    "Trying transport error Terminated",
    "Proceeding 2xx Completed",
    "Proceeding 3xx-6xx Completed",
    "Proceeding end Terminated",
    "Proceeding transport error Terminated",
    "Completed end Terminated",
    "Completed transport error Terminated",
  ],
  inviteServer: [
    "Proceeding send 2xx Accepted",
    "Proceeding send 3xx-6xx Completed",
    "Proceeding abandon Terminated",
    "Accepted end Terminated",
    "Completed ACK Confirmed",
    "Completed end Terminated",
    "Completed transport error Terminated",
    "Confirmed end Terminated",
  ],
  nonInviteServer: [
    "Trying send 1xx Proceeding",
    "Trying send 2xx Completed",
    "Trying send 3xx-6xx Completed",
    "Trying repeat Proceeding",
    "Trying end Terminated",
    "Trying abandon Terminated",
    "Proceeding send 2xx Completed",
    "Proceeding send 3xx-6xx Completed",
    "Proceeding end Terminated",
    "Proceeding transport error Terminated",
    "Proceeding abandon Terminated",
    "Completed end Terminated",
    "Completed transport error Terminated",
  ],
};

for (const [name, table] of Object.entries(machines)) {
  test(`${name}: every state declares every event, and moves as RFC 3261 §17 and RFC 6026 draw it`, () => {
    const side = name.endsWith("Client") ? events.client : events.server;
    const moves: string[] = [];
    for (const [state, row] of Object.entries(table)) {
      assert.deepEqual(Object.keys(row.on).sort(), [...side].sort(), `${state} of ${name}`);
      for (const event of side) {
        const cell = (row.on as Record<string, { to?: string }>)[event];
        if (cell?.to !== undefined) moves.push(`${state} ${event} ${cell.to}`);
      }
    }
    assert.deepEqual(moves.sort(), [...expected[name as keyof typeof machines]].sort());
  });
}

test("every state that waits has an end", () => {
  for (const table of Object.values(machines)) {
    for (const [state, row] of Object.entries(table)) {
      // INVITE transactions in Proceeding are ended by Timer C or the user (RFC 3261 §16.8, §17.1.1.2).
      if (state === "Terminated" || (state === "Proceeding" && (table === inviteClient || table === inviteServer)))
        continue;
      assert.notEqual(row.end, null, state);
    }
  }
});
