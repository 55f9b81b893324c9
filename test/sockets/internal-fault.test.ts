/** A fault of the server's own: one request is answered 500, a line says which, and everything else goes on. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FaultLog } from "../../src/host/faultlog.ts";
import { NodeKernel } from "../../src/host/kernel.ts";
import { NodeTransport } from "../../src/host/sockets/transport.ts";
import type { Endpoint } from "../../src/lab/mod.ts";
import {
  defaultPolicy,
  LocationService,
  MemoryUsers,
  Server,
  type ServerPolicy,
  type UserDirectory,
  userRecord,
} from "../../src/server/mod.ts";
import { Locator, type Resolver } from "../../src/transport/mod.ts";
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

/** Which value of the policy cannot be read at present; with it, reading it throws wherever the server does so. */
let unreadable: keyof ServerPolicy | null = null;

function brittle(policy: ServerPolicy): ServerPolicy {
  return new Proxy(policy, {
    get: (target, key) => {
      if (key === unreadable) throw new Error(FAULT);
      return Reflect.get(target, key);
    },
  });
}

/** Knows one host, so that the way there is found only after a lookup. */
const resolver: Resolver = {
  naptr: async () => ({ records: [], ttl: 60 }),
  srv: async () => ({ records: [], ttl: 60 }),
  a: async (name) => ({ records: name === "phone.test" ? [LOOPBACK] : [], ttl: 60 }),
  aaaa: async () => ({ records: [], ttl: 60 }),
};

const lines: string[] = [];
const kernel = new NodeKernel();
const transport = new NodeTransport(kernel, {
  listeners: (["UDP", "TCP"] as const).map((protocol) => ({ protocol, host: LOOPBACK, port: 0 })),
});
const phones = new Phones();
let server: Server;

before(async () => {
  new FaultLog({ line: (text) => lines.push(text) }).follow(kernel.observations);
  const records = ["alice", "bob", "carol", "dave", "erin", "frank"].map((name) =>
    userRecord(kernel.hash, name, DOMAIN, DOMAIN, PASSWORD),
  );
  assert.equal(await transport.listen(), null);
  server = new Server({
    kernel,
    transport,
    locator: new Locator(kernel, resolver, transport),
    location: new LocationService(kernel),
    users: new BrokenUsers(new MemoryUsers(records)),
    policy: brittle({ ...defaultPolicy, domains: [DOMAIN] }),
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

  /** Moments at which the server reads its policy in the middle of a call. */
  const moments: readonly [when: string, key: keyof ServerPolicy, status: number, host: string][] = [
    ["as it sends the request on", "timerC", 0, LOOPBACK],
    ["as it sends the request on after a lookup", "timerC", 0, "phone.test"],
    ["as a provisional response arrives", "timerC", 180, LOOPBACK],
    ["as a final response arrives", "recursion", 486, LOOPBACK],
  ];
  for (const [when, key, status, host] of moments) {
    test(`${when}: the call ends with 500, its branches with it, and the next call works`, async () => {
      const known = { password: PASSWORD, domain: DOMAIN };
      const erin = await phones.open("erin", at("UDP"), known);
      const frank = await phones.open("frank", at("UDP"), known);
      const contact = frank.contact().replace(LOOPBACK, host);
      await phones.register(frank, { contacts: [contact] });
      lines.length = 0;

      frank.answer("silent");
      const uri = `sip:frank@${DOMAIN}`;
      if (status === 0) unreadable = key;
      const call = erin.invite(uri);
      if (status > 0) {
        await phones.bell.until(() => frank.calls.length > 0, "the phone to be called");
        unreadable = key;
        frank.call.respond(status);
      }
      await phones.answered(call);
      unreadable = null;
      assert.deepEqual(call.finals(), [500]);
      assert.equal(lines.length, 1, lines.join("\n"));
      const line = lines.join("");
      assert.ok(line.includes(FAULT) && line.includes(`(Call-ID ${call.draft.callId})`), line);
      assert.equal(server.running, 0, "nothing is left of the call");
      if (status > 0 && status < 200)
        await phones.bell.until(() => frank.call.cancels.length === 1, "the phone that rings to be told");

      await converse(phones, [erin, frank], uri);
      assert.equal(lines.length, 1, "nothing else went wrong");
      await phones.register(frank, { contacts: [contact], expires: 0 });
    });
  }
});
