/** Dial-a-code on a running server: every code of the catalogue, and what the names make of it. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isProvisional, responseCodes } from "../../src/catalogue/mod.ts";
import { callLine } from "../../src/diagnosis/mod.ts";
import {
  type NodeAgentSettings,
  type NodeUserAgent,
  openUserAgent,
  type RunningServer,
  resolveSettings,
  startServer,
} from "../../src/host/mod.ts";
import { DialService, dialList } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import type { Outcome } from "../../src/ua/mod.ts";

const DOMAIN = "dial.test";
let server: RunningServer;
const ports: Record<string, string> = {};

before(async () => {
  const flags = { domain: [DOMAIN], listen: ["udp:127.0.0.1:0", "tcp:127.0.0.1:0"], http: false, data: ":memory:" };
  const settings = resolveSettings({ ...flags, auth: "off", quiet: true, lab: true } as never, null, ".");
  assert.ok(typeof settings !== "string", String(settings));
  const running = await startServer(settings, { residents: (parts) => new DialService(parts) });
  assert.ok(typeof running !== "string", String(running));
  server = running;
  for (const each of server.listening) {
    const [protocol = "", ...address] = each.split(":");
    ports[protocol] = address.join(":");
  }
});
after(async () => {
  server.hurryUp();
  await server.stop();
});

async function caller(protocol: "udp" | "tcp", more: Partial<NodeAgentSettings> = {}): Promise<NodeUserAgent> {
  const outboundProxy = `sip:${ports[protocol]};transport=${protocol}`;
  return await openUserAgent({
    uri: `sip:alice@${DOMAIN}`,
    localAddress: "127.0.0.1",
    outboundProxy,
    redirects: "never",
    ...more,
  });
}

/** Calls, and hangs up at once when somebody answers. */
async function dial(agent: NodeUserAgent, name: string): Promise<{ outcome: Outcome; provisional: number[] }> {
  const provisional: number[] = [];
  const call = agent.call(`sip:${name}@${DOMAIN}`, { onProgress: ({ code }) => void provisional.push(code) });
  const outcome = await call.outcome;
  if (outcome.kind === "answered") await call.hangUp();
  return { outcome, provisional };
}

for (const protocol of ["udp", "tcp"] as const) {
  test(`every code of the catalogue over ${protocol.toUpperCase()}`, async () => {
    await using agent = await caller(protocol);
    const dialled = responseCodes.map(async ({ code, phrase, carries }) => {
      const { outcome, provisional } = await dial(agent, String(code));
      if (isProvisional(code)) {
        if (code > 100) assert.ok(provisional.includes(code), `${code}: heard ${provisional.join()}`);
        assert.equal(outcome.code, 480, `${code} ends`);
        return;
      }
      assert.equal(outcome.code, code);
      assert.equal(outcome.phrase, phrase);
      for (const { field, level } of carries)
        if (level === "must" && field !== "Contact")
          assert.ok(outcome.response?.field(field), `${code} without ${field}`);
      if (code >= 300 && code < 400) assert.ok(outcome.contacts.length > 0, `${code} without a Contact`);
    });
    await Promise.all(dialled);
  });
}

describe("names", () => {
  const rows: readonly (readonly [name: string, code: number, provisional: readonly number[]])[] = [
    ["180-486", 486, [180]],
    ["183-180-603", 603, [183, 180]],
    ["fork-486-603", 603, []],
    ["fork-486-480", 480, []],
    ["hunt-486-200", 200, []],
    ["hunt-603-200", 603, []],
    ["fork-503-503", 500, []],
    ["fork-401-407", 401, []],
    ["late-200-after-603", 200, [180]],
  ];
  for (const [name, code, provisional] of rows) {
    test(`${name} ends with ${code}`, async () => {
      await using agent = await caller("udp");
      const heard = await dial(agent, name);
      // Which of two equal failures arrives first is the network's affair.
      const either = name === "fork-486-480" ? [480, 486] : [code];
      assert.ok(either.includes(heard.outcome.code ?? 0), `${heard.outcome.code}`);
      assert.deepEqual(heard.provisional, provisional);
    });
  }

  test("a name that cannot be read is 404 and says where", async () => {
    await using agent = await caller("udp");
    const { outcome } = await dial(agent, "180-999");
    assert.equal(outcome.code, 404);
    assert.match(outcome.response?.value(Header.Warning) ?? "", /character 5: '999' is no code/);
  });

  test("a cancelled call ends; a deaf one is answered all the same, and hung up", async () => {
    await using agent = await caller("udp");
    for (const [name, kind, code] of [
      ["180-200.after-30s", "canceled", 487],
      ["200.deaf.after-30s", "canceled", 200],
    ] as const) {
      const stop = new AbortController();
      const call = agent.call(`sip:${name}@${DOMAIN}`, { signal: stop.signal, onProgress: () => stop.abort() });
      const outcome = await call.outcome;
      assert.deepEqual([outcome.kind, outcome.code], [kind, code], name);
      await call.ended;
    }
  });

  test("redirections are followed to somebody who answers; a loop is not followed for ever", async () => {
    await using agent = await caller("udp");
    const follow = async (name: string): Promise<Outcome> => {
      const call = agent.call(`sip:${name}@${DOMAIN}`, { redirects: "follow" });
      const outcome = await call.outcome;
      if (outcome.kind === "answered") await call.hangUp();
      return outcome;
    };
    assert.equal((await follow("moved")).code, 200);
    assert.equal((await follow("moved-twice")).code, 200);
    assert.equal((await follow("moved-choice")).code, 200);
    assert.equal((await follow("loop")).kind, "redirected");
  });

  test("a lost ACK: the answer comes again and again", async () => {
    await using agent = await caller("udp");
    let answers = 0;
    agent.kernel.observations.subscribe(["message"], (seen) => {
      if (seen.type === "message" && seen.direction === "in" && /^SIP\/2.0 200 [\s\S]*CSeq: \d+ INVITE/.test(seen.text))
        answers++;
    });
    const call = agent.call(`sip:lost-ack@${DOMAIN}`);
    assert.equal((await call.outcome).code, 200);
    const limit = AbortSignal.timeout(8000);
    while (answers < 3) {
      limit.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await call.hangUp();
  });

  test("who answers can be transferred, and tells how that ended", async () => {
    await using agent = await caller("udp");
    for (const [to, code] of [
      ["486", 486],
      ["603", 603],
      ["200", 200],
    ] as const) {
      const call = agent.call(`sip:transferee@${DOMAIN}`);
      assert.equal((await call.outcome).code, 200);
      const outcome = await agent.transfer(call, `sip:${to}@${DOMAIN}`);
      assert.deepEqual([outcome.code, outcome.fault], [code, null], to);
      await call.hangUp();
    }
  });

  test("no-notify takes a REFER and never tells", async () => {
    const quick = { t1: 20, t2: 160, t4: 200 };
    await using agent = await caller("udp", { timers: quick });
    const call = agent.call(`sip:no-notify@${DOMAIN}`);
    assert.equal((await call.outcome).code, 200);
    assert.equal((await agent.transfer(call, `sip:200@${DOMAIN}`)).fault, "noNotify");
    await call.hangUp();
  });

  test("other methods get the code as well", async () => {
    await using agent = await caller("udp");
    assert.equal((await agent.message(`sip:603@${DOMAIN}`, "hello")).code, 603);
    assert.equal((await agent.options(`sip:486@${DOMAIN}`)).code, 486);
    assert.equal((await agent.options(`sip:180@${DOMAIN}`)).code, 200);
  });
});

test("the console's port lists the names, where dial-a-code is on", async () => {
  const flags = { domain: [DOMAIN], listen: ["udp:127.0.0.1:0"], http: "127.0.0.1:0", data: ":memory:", auth: "off" };
  const settings = resolveSettings({ ...flags, quiet: true } as never, null, ".");
  assert.ok(typeof settings !== "string", String(settings));
  for (const dial of [dialList(), []]) {
    const running = await startServer(settings, { dial });
    assert.ok(typeof running !== "string", String(running));
    const page = await fetch(`${running.httpUrl}dial`);
    assert.equal(page.status, dial.length > 0 ? 200 : 404);
    if (dial.length > 0) {
      const text = await page.text();
      for (const { name } of dial) assert.ok(text.includes(`href="sip:${name}@${DOMAIN}"`), name);
      const { names } = (await (await fetch(`${running.httpUrl}api/dial`)).json()) as { names: unknown[] };
      assert.equal(names.length, dial.length);
    }
    running.hurryUp();
    await running.stop();
  }
});

test("each call has one line in the call log, whoever answers and however it ends", async () => {
  const lines: string[] = [];
  const end = server.observations.subscribe(["decided"], (each) => {
    if (each.type === "decided") lines.push(callLine(each));
  });
  const agent = await caller("udp");
  for (const name of ["603", "200", "hunt-486-603", "302", "603.after-39s"]) await dial(agent, name);
  const cancelled = agent.call(`sip:180@${DOMAIN}`, { onProgress: () => void cancelled.hangUp() });
  await cancelled.outcome;
  await agent.close();
  end();
  assert.deepEqual(
    lines.map((line) => line.replace(/[\d.]+ m?s\b/g, "…")),
    [
      "603 to 603: dial-a-code 603 after …",
      "200 to 200: dial-a-code answered after …",
      "603 to hunt-486-603: 486 after …, 603 after …, 603 is said for every phone",
      "302 to 302: dial-a-code 302 after …",
      "404 to 603.after-39s: dial-a-code 404 after …",
      "487 to 180: the caller cancelled after …; dial-a-code cancelled",
    ],
  );
});
