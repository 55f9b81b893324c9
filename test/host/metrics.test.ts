import assert from "node:assert/strict";
import { test } from "node:test";
import { Metrics } from "../../src/host/metrics.ts";
import { type FlowName, fault, type Observation, ObservationStream } from "../../src/kernel/mod.ts";

const flow: FlowName = { protocol: "TCP", local: "127.0.0.1:5060", remote: "127.0.0.1:9" };

function message(direction: "in" | "out", text: string): Observation {
  return { type: "message", at: 0, direction, flow, text };
}

const seen: Observation[] = [
  message("in", "INVITE sip:a@b SIP/2.0\r\n"),
  message("in", "INVITE sip:a@b SIP/2.0\r\n"),
  message("out", "SIP/2.0 100 Trying\r\n"),
  message("out", "SIP/2.0 999 Odd\r\n"),
  message("in", `${"X".repeat(50)} sip:a@b SIP/2.0\r\n`),
  message("in", 'EVIL"\\ sip:a@b SIP/2.0\r\n'),
  { type: "flow", at: 0, change: "opened", flow, reason: "" },
  { type: "flow", at: 0, change: "opened", flow, reason: "" },
  { type: "flow", at: 0, change: "closed", flow, reason: "" },
  { type: "flow", at: 0, change: "failed", flow, reason: "" },
  { type: "registration", at: 0, addressOfRecord: "a@b", contact: "c", change: "added", expires: 60 },
  { type: "authentication", at: 0, realm: "r", user: "u", source: "s", result: "wrong password" },
  { type: "answered", at: 0, method: "OPTIONS", status: 200, source: "s", why: "" },
  { type: "answered", at: 0, method: "MADEUP", status: 405, source: "s", why: "" },
  { type: "dropped", at: 0, source: "s", why: "w" },
  { type: "fault", at: 0, fault: fault("network", 503, "", "gone"), callId: null },
  {
    type: "decided",
    at: 0,
    callId: "c",
    from: "a",
    to: "b",
    status: 486,
    phrase: "Busy Here",
    decidedBy: "callee",
    why: "",
    afterMs: 1500,
    branches: [],
  },
];

const expected = [
  'ringback_requests_total{method="INVITE",direction="in"} 2',
  'ringback_requests_total{method="other",direction="in"} 2',
  'ringback_responses_total{status="100",direction="out"} 1',
  'ringback_responses_total{status="other",direction="out"} 1',
  'ringback_flows{protocol="TCP"} 1',
  'ringback_registrations_total{change="added"} 1',
  'ringback_authentications_total{result="wrong password"} 1',
  'ringback_answers_total{method="OPTIONS",status="200"} 1',
  'ringback_answers_total{method="other",status="405"} 1',
  "ringback_dropped_total 1",
  'ringback_faults_total{blame="network"} 1',
  'ringback_calls_total{outcome="rejected",status="486",decided_by="callee"} 1',
  "ringback_call_setup_seconds_sum 1.5",
  'ringback_transactions{side="server"} 3',
  'ringback_transactions{side="client"} 4',
  "ringback_bindings 12",
  "ringback_udp_sockets_in_runs 1",
];

test("every observation is counted where a dashboard looks for it", async () => {
  const observations = new ObservationStream((error) => {
    throw error;
  });
  const metrics = new Metrics(observations, {
    transactions: () => ({ servers: 3, clients: 4 }),
    bindings: () => 12,
    socketsInRuns: () => 1,
  });
  for (const observation of seen) observations.emit(observation);
  const first = (await metrics.exposition()).text.split("\n");
  for (const line of expected) assert.ok(first.includes(line), line);
  assert.ok(first.some((line) => line.startsWith("nodejs_eventloop_lag_seconds ")));
  assert.ok(first.some((line) => line.startsWith("nodejs_heap_size_used_bytes ")));
  const second = (await metrics.exposition()).text.split("\n");
  for (const line of expected) assert.ok(second.includes(line), `second scrape: ${line}`);
  metrics.close();
  assert.deepEqual(Object.values(observations.wants).filter(Boolean), []);
});

test("a counter without labels is there before its first event", async () => {
  const metrics = new Metrics(new ObservationStream(), {
    transactions: () => ({ servers: 0, clients: 0 }),
    bindings: () => 0,
    socketsInRuns: () => 0,
  });
  assert.match((await metrics.exposition()).text, /^ringback_dropped_total 0$/m);
  metrics.close();
});
