import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Binding } from "../../src/server/binding.ts";
import { LocationService } from "../../src/server/location.ts";
import { TestKernel } from "../auth/kit.ts";
import { plainBinding } from "./binding-kit.ts";
import { Office, TestFlow } from "./registrar-kit.ts";

/** A location service as RFC 3261 §10.3 tells it, without a thought for speed. */
class NaiveLocation {
  rows: {
    user: string;
    contact: string;
    expiresAt: number;
    callId: string;
    cseq: number;
    flow: number;
    lost: boolean;
  }[] = [];

  register(
    now: number,
    user: string,
    callId: string,
    cseq: number,
    contacts: readonly (readonly [string, number])[],
    flow: number,
  ): number {
    if (contacts.some(([, expires]) => expires > 0 && expires < 60)) return 423;
    let rows = this.rows.filter((row) => row.expiresAt > now);
    const fresh = new Set<string>();
    for (const [contact, expires] of contacts) {
      const known = rows.find((row) => row.user === user && row.contact === contact);
      if (known !== undefined && !fresh.has(contact) && known.callId === callId && cseq <= known.cseq) return 500;
      const row = { user, contact, expiresAt: now + expires * 1000, callId, cseq, flow, lost: false };
      if (expires === 0) rows = rows.filter((each) => each !== known);
      else if (known === undefined) rows = [...rows, row];
      else rows = rows.map((each) => (each === known ? row : each));
      fresh.add(contact);
    }
    const lasting = contacts.some(([, expires]) => expires > 0);
    const mine = rows.filter((row) => row.user === user);
    if (lasting && mine.filter((row) => !row.lost).length > 3) return 403;
    const excess = mine.filter((row) => row.lost).slice(0, Math.max(0, mine.length - 3));
    this.rows = rows.filter((row) => !excess.includes(row));
    return 200;
  }

  clear(now: number, user: string, callId: string, cseq: number): number {
    const mine = this.rows.filter((row) => row.user === user && row.expiresAt > now);
    if (mine.some((row) => row.callId === callId && cseq <= row.cseq)) return 500;
    this.rows = this.rows.filter((row) => row.user !== user);
    return 200;
  }

  lookup(now: number, user: string): string[] {
    return this.rows.filter((row) => row.user === user && row.expiresAt > now && !row.lost).map((row) => row.contact);
  }
}

const user = fc.constantFrom("alice", "bob");
const callId = fc.constantFrom("a", "b");
const cseq = fc.integer({ min: 1, max: 6 });
const contact = fc.tuple(
  fc.constantFrom("sip:1@192.0.2.1", "sip:2@192.0.2.1", "sip:3@192.0.2.1", "sip:4@192.0.2.1", "sip:5@192.0.2.1"),
  fc.constantFrom(0, 30, 60, 100, 3600),
);
const step = fc.oneof(
  fc.record({
    do: fc.constant("register" as const),
    user,
    callId,
    cseq,
    contacts: fc.array(contact, { minLength: 1, maxLength: 3 }),
    flow: fc.integer({ min: 0, max: 3 }),
    broken: fc.boolean(),
  }),
  fc.record({ do: fc.constant("clear" as const), user, callId, cseq, broken: fc.boolean() }),
  fc.record({ do: fc.constant("pass" as const), seconds: fc.constantFrom(0, 1, 59, 60, 100, 4000) }),
  fc.record({ do: fc.constant("close" as const), flow: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("restart" as const) }),
);

test("any run of registrations, failed commits, closed connections, restarts and time ends as the naive model has it", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: "max" }), (steps) => {
      let office = new Office({ maxContacts: 3 });
      const model = new NaiveLocation();
      const flows = new Map<number, TestFlow>();
      let branch = 0;
      const flowOf = (id: number) => {
        const flow = id === 0 ? new TestFlow() : (flows.get(id) ?? new TestFlow("WS", "192.0.2.1", 4000 + id, id));
        flows.set(id, flow);
        return flow;
      };
      for (const each of steps) {
        const { time } = office.kernel;
        if (each.do === "pass") office.kernel.pass(each.seconds * 1000);
        else if (each.do === "restart") {
          office = new Office({ maxContacts: 3 }, office.store, time);
          flows.clear();
          for (const row of model.rows) if (row.flow !== 0) row.lost = true;
        } else if (each.do === "close") {
          flows.get(each.flow)?.close();
          flows.delete(each.flow);
          for (const row of model.rows) if (row.flow === each.flow) row.lost = true;
        } else {
          office.store.broken = each.broken;
          const before = model.rows;
          const headers =
            each.do === "clear"
              ? ["Contact: *", "Expires: 0"]
              : each.contacts.map(([uri, expires]) => `Contact: <${uri}>;expires=${expires}`);
          const flow = each.do === "clear" ? flowOf(0) : flowOf(each.flow);
          const { status } = office.register(
            {
              user: each.user,
              callId: each.callId,
              cseq: each.cseq,
              flow,
              via: `SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK${++branch}`,
            },
            ...headers,
          );
          office.store.broken = false;
          const expected =
            each.do === "clear"
              ? model.clear(time, each.user, each.callId, each.cseq)
              : model.register(time, each.user, each.callId, each.cseq, each.contacts, each.flow);
          if (expected === 200 && status === 500 && each.broken) model.rows = before;
          else assert.equal(status, expected);
        }
        for (const name of ["alice", "bob"])
          assert.deepEqual(office.targets(name), model.lookup(office.kernel.time, name));
        const inStore = [...office.store.rows.values()].filter((row) => row.expiresAt > office.kernel.time);
        assert.equal(inStore.length, model.rows.filter((row) => row.expiresAt > office.kernel.time).length);
      }
      office.kernel.pass(10_000_000);
      assert.deepEqual(
        [office.location.bindingCount, office.location.addressOfRecordCount, office.kernel.wheel.size],
        [0, 0, 0],
      );
      assert.equal(office.store.rows.size, 0);
    }),
    { numRuns: 150, seed: 20260711 },
  );
});

test("all bindings can be walked while they change, none of those that stay is missed", () => {
  const kernel = new TestKernel();
  const location = new LocationService(kernel);
  const at = (id: number, addressOfRecord: string, cseq = 1) =>
    new Binding({
      ...plainBinding,
      id,
      addressOfRecord,
      contact: `sip:${id}@192.0.2.1`,
      expiresAt: kernel.time + 1e6,
      cseq,
    });
  const put = (addressOfRecord: string, ...bindings: Binding[]) => {
    location.stage(addressOfRecord, bindings, bindings, [], { onCommit: () => {} });
    kernel.settle();
  };
  put("a@x", at(1, "a@x"), at(2, "a@x"), at(3, "a@x"));
  put("b@x", at(4, "b@x"));
  const latest = new Map<number, number>();
  let turn = 0;
  for (const binding of location) {
    latest.set(binding.id, binding.cseq);
    // After the first of three, the second is refreshed: an old copy of it must not be the last one seen.
    if (turn++ === 0) put("a@x", at(1, "a@x"), at(2, "a@x", 9), at(3, "a@x"));
  }
  assert.deepEqual(
    [...latest],
    [
      [1, 1],
      [2, 9],
      [3, 1],
      [4, 1],
    ],
  );

  turn = 0;
  latest.clear();
  for (const binding of location) {
    latest.set(binding.id, binding.cseq);
    if (turn++ === 0) put("a@x", at(2, "a@x", 10)); // three become one
    if (turn === 2) put("a@x"); // and none
  }
  assert.deepEqual(
    [...latest],
    [
      [1, 1],
      [2, 10],
      [4, 1],
    ],
  );
});

test("a hundred thousand bindings expire without a timer each and without a long step", () => {
  const kernel = new TestKernel();
  const location = new LocationService(kernel);
  for (let id = 1; id <= 100_000; id++) {
    const addressOfRecord = `u${id}@example.com`;
    const expiresAt = kernel.time + 60_000 + (id % 1000) * 1000;
    const binding = new Binding({ ...plainBinding, id, addressOfRecord, contact: `sip:${id}@192.0.2.1`, expiresAt });
    location.stage(addressOfRecord, [binding], [binding], [], { onCommit: () => {} });
  }
  kernel.settle();
  assert.equal(kernel.wheel.size, 1);
  kernel.pass(60_000 + 500_000);
  assert.ok(location.bindingCount < 60_000 && location.bindingCount > 45_000, String(location.bindingCount));
  kernel.pass(600_000);
  assert.deepEqual([location.bindingCount, kernel.wheel.size], [0, 0]);
});

test("an address of record whose user is no more has no bindings, nor has the store", () => {
  const office = new Office();
  office.register({}, "Contact: <sip:alice@192.0.2.1>, <sip:alice@192.0.2.2>");
  const changes: string[] = [];
  office.kernel.observations.subscribe(["registration"], (each) => {
    if (each.type === "registration") changes.push(`${each.change} ${each.contact}`);
  });
  office.location.forget("nobody@example.com");
  office.location.forget("alice@example.com");
  office.location.forget("alice@example.com");
  office.kernel.settle();
  assert.deepEqual(changes, ["removed sip:alice@192.0.2.1", "removed sip:alice@192.0.2.2"]);
  assert.deepEqual([office.location.bindingCount, office.store.rows.size, office.targets().length], [0, 0, 0]);
});

test("a binding refreshed in the very turn in which it would expire stays, in memory and store", () => {
  const office = new Office();
  office.register({}, "Contact: <sip:alice@192.0.2.1>;expires=60");
  office.kernel.time += 59_999;
  const answers = office.send({}, "Contact: <sip:alice@192.0.2.1>;expires=60");
  office.kernel.time += 1000; // a long turn: the sweep comes before the commit
  office.kernel.wheel.advance();
  office.kernel.settle();
  assert.equal(answers[0]?.status, 200);
  assert.equal(office.targets().length, 1);
  assert.equal(office.store.rows.size, 1);
  office.kernel.pass(61_000);
  assert.deepEqual([office.location.bindingCount, office.store.rows.size], [0, 0]);
});

test("nothing is remembered of a connection whose bindings are gone", () => {
  const office = new Office();
  const flow = new TestFlow("WS", "192.0.2.1", 4000, 5);
  for (const user of ["alice", "bob"]) office.register({ user, flow }, "Contact: <sip:x@y.invalid>");
  office.register({ user: "alice", flow }, "Contact: <sip:x@y.invalid>");
  for (const user of ["alice", "bob"]) office.register({ user, flow }, "Contact: *", "Expires: 0");
  assert.equal((Reflect.get(office.location, "byFlow") as Map<number, unknown>).size, 0);
});

test("whoever waits for a batch is told even when another one throws", () => {
  const kernel = new TestKernel();
  const location = new LocationService(kernel);
  const told: string[] = [];
  location.await({
    onCommit: () => {
      throw new Error("a fault of the program");
    },
  });
  location.await({ onCommit: (durable) => told.push(`second ${durable}`) });
  assert.throws(() => kernel.settle(), /a fault of the program/);
  assert.deepEqual(told, ["second true"]);
});
