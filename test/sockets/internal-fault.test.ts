/** A fault of the server's own: one request is answered 500, a line says which, and everything else goes on. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SystemResolver } from "../../src/host/dns.ts";
import { FaultLog } from "../../src/host/faultlog.ts";
import { NodeKernel } from "../../src/host/kernel.ts";
import { NodeTransport } from "../../src/host/sockets/transport.ts";
import type { Endpoint } from "../../src/lab/mod.ts";
import {
  defaultPolicy,
  LocationService,
  MemoryUsers,
  Server,
  type UserDirectory,
  userRecord,
} from "../../src/server/mod.ts";
import { Locator } from "../../src/transport/mod.ts";
import { converse } from "./conversation.ts";
import { LOOPBACK, Phones } from "./phones.ts";
import { DOMAIN } from "./site.ts";

const PASSWORD = "secret";
const FAULT = "the directory lost its mind";

/** Knows its users, and throws when it is asked about `broken`. */
class BrokenUsers implements UserDirectory {
  private readonly users: MemoryUsers;

  constructor(users: MemoryUsers) {
    this.users = users;
  }

  find(user: string, domain: string): ReturnType<UserDirectory["find"]> {
    if (user === "broken") throw new Error(FAULT);
    return this.users.find(user, domain);
  }
}

const lines: string[] = [];
const kernel = new NodeKernel();
const transport = new NodeTransport(kernel, {
  listeners: (["UDP", "TCP"] as const).map((protocol) => ({ protocol, host: LOOPBACK, port: 0 })),
});
const phones = new Phones();

before(async () => {
  new FaultLog({ line: (text) => lines.push(text) }).follow(kernel.observations);
  const records = ["alice", "bob", "carol", "dave"].map((name) =>
    userRecord(kernel.hash, name, DOMAIN, DOMAIN, PASSWORD),
  );
  assert.equal(await transport.listen(), null);
  const server = new Server({
    kernel,
    transport,
    locator: new Locator(kernel, new SystemResolver(), transport),
    location: new LocationService(kernel),
    users: new BrokenUsers(new MemoryUsers(records)),
    policy: { ...defaultPolicy, domains: [DOMAIN] },
  });
  transport.attach(server);
});

after(async () => {
  await phones[Symbol.asyncDispose]();
  await transport.close();
  kernel.close();
});

function at(protocol: "UDP" | "TCP"): Endpoint {
  const port = transport.listeners.find((each) => each.protocol === protocol)?.port ?? 0;
  return { protocol, host: LOOPBACK, port };
}

describe("an internal fault", () => {
  for (const [protocol, caller, callee] of [
    ["UDP", "alice", "bob"],
    ["TCP", "carol", "dave"],
  ] as const) {
    test(`answers 500 on its own transaction, is logged with its Call-ID, and the next call works (${protocol})`, async () => {
      const known = { password: PASSWORD, domain: DOMAIN };
      const alice = await phones.open(caller, at(protocol), known);
      const bob = await phones.open(callee, at(protocol), known);
      await phones.register(bob);
      lines.length = 0;

      const ringing = alice.invite(`sip:${callee}@${DOMAIN}`, {});
      bob.answer("180@0s");
      await phones.bell.until(() => ringing.provisionals().includes(180), "a call in progress");
      const broken = await phones.open("broken", at(protocol), known);
      const faulty = [
        alice.invite(`sip:broken@${DOMAIN}`),
        alice.request("MESSAGE", `sip:broken@${DOMAIN}`, { body: "hello" }),
        broken.register(),
      ];
      await phones.answered(...faulty);
      for (const each of faulty) assert.deepEqual(each.finals(), [500], each.method);
      const callIds = faulty.map(({ draft }) => `(Call-ID ${draft.callId})`);
      assert.equal(lines.length, faulty.length);
      for (const callId of callIds) assert.equal(lines.filter((line) => line.includes(callId)).length, 1, callId);
      for (const line of lines) assert.ok(line.startsWith("ringback: internal fault: ") && line.includes(FAULT), line);

      ringing.cancel();
      await phones.answered(ringing);
      assert.deepEqual(ringing.finals(), [487], "the call that was in progress goes on");
      await converse(phones, [alice, bob], `sip:${callee}@${DOMAIN}`);
      await phones.register(bob);
      assert.equal(lines.length, faulty.length, "nothing else went wrong");
    });
  }
});
