/** SIPp registers with digest and places 500 calls at 50 per second through the proxy. */
import assert from "node:assert/strict";
import { startServer } from "./server.ts";
import { Sipp, type SippOutcome } from "./sipp.ts";
import { type Stage, story } from "./stage.ts";

const DOMAIN = "peers.test";
const CALLS = 500;
const RATE = 50;
const PAIRS = Array.from({ length: 10 }, (_, i) => ({ caller: `caller${i}`, callee: `callee${i}` }));

for (const transport of ["u1", "t1"] as const) {
  const name = transport === "u1" ? "UDP" : "TCP";
  story(
    `SIPp registers and places ${CALLS} calls at ${RATE}/s over ${name}`,
    { needs: ["sipp"], timeoutMs: 55_000 },
    (stage) => play(stage, transport),
  );
}

async function play(stage: Stage, transport: "u1" | "t1"): Promise<void> {
  const users = PAIRS.flatMap(({ caller, callee }) => [`${caller}:secret`, `${callee}:secret`]);
  const server = await startServer(stage, { domain: DOMAIN, users });
  const common = { remote: server.address, transport };
  const callee = await Sipp.start(stage, { ...common, scenario: "callee", calls: CALLS, timeoutS: 40 });

  const registration = await Sipp.start(stage, {
    ...common,
    scenario: "register",
    calls: PAIRS.length,
    rate: RATE,
    csv: PAIRS.map((pair) => `${pair.callee};${credentials(pair.callee)}`),
    keys: { domain: DOMAIN, contact: `127.0.0.1:${callee.port}${transport === "t1" ? ";transport=tcp" : ""}` },
    timeoutS: 10,
  });
  assertFlawless("registrations", await registration.outcome(), PAIRS.length);

  const caller = await Sipp.start(stage, {
    ...common,
    scenario: "caller",
    calls: CALLS,
    rate: RATE,
    csv: PAIRS.map((pair) => `${pair.caller};${pair.callee};${credentials(pair.caller)}`),
    keys: { domain: DOMAIN },
    timeoutS: 30,
  });
  const [calling, called] = await Promise.all([caller.outcome(), callee.outcome()]);
  assertFlawless("the caller's calls", calling, CALLS);
  assertFlawless("the callee's calls", called, CALLS);
  await server.stop();
}

function credentials(user: string): string {
  return `[authentication username=${user} password=secret]`;
}

function assertFlawless(what: string, outcome: SippOutcome, calls: number): void {
  const { exit, successful, failed, failures, strays } = outcome;
  assert.deepEqual(
    { exit, successful, failed, failures, strays },
    { exit: 0, successful: calls, failed: 0, failures: {}, strays: 0 },
    what,
  );
}
