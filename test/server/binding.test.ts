import assert from "node:assert/strict";
import { test } from "node:test";
import { Binding, type BindingFields } from "../../src/server/binding.ts";
import { plainBinding } from "./binding-kit.ts";

/** What a refresh brings. */
const later = { expiresAt: 120_000, registeredAt: 60_000, cseq: 2, mark: 8 };

test("a refresh gives a binding its successor's times and order, and nothing else", () => {
  const binding = new Binding(plainBinding);
  assert.equal(binding.refresh(new Binding({ ...plainBinding, ...later })), true);
  assert.deepEqual({ ...binding }, { ...plainBinding, ...later, isRefresh: false, flowClosedAt: null });
});

const others: Partial<BindingFields>[] = [
  { id: 2 },
  { contact: "sip:alice@192.0.2.2" },
  { params: ";x=1" },
  { q: 500 },
  { callId: "d" },
  { path: "<sip:edge.example.com;lr>" },
  { instance: "urn:uuid:1" },
  { regId: 1 },
  { protocol: "TCP" },
  { remoteHost: "192.0.2.2" },
  { remotePort: 5062 },
  { local: "192.0.2.8:5060" },
  { flowId: 3 },
  { overFlow: true },
  { userAgent: "another phone" },
];

test("a successor that differs in anything else takes the binding's place, which stays as it was", () => {
  const free = ["addressOfRecord", ...Object.keys(later)];
  const differing = others.flatMap((each) => Object.keys(each));
  assert.deepEqual(new Set([...differing, ...free]), new Set(Object.keys(plainBinding)), "every member is thought of");
  for (const other of others) {
    const binding = new Binding(plainBinding);
    assert.equal(binding.refresh(new Binding({ ...plainBinding, ...later, ...other })), false, JSON.stringify(other));
    assert.deepEqual({ ...binding }, { ...plainBinding, isRefresh: false, flowClosedAt: null });
  }
});

test("a binding whose connection is gone is not refreshed in place: it would stay lost", () => {
  const binding = new Binding(plainBinding);
  binding.flowClosedAt = 5;
  assert.equal(binding.refresh(new Binding({ ...plainBinding, ...later })), false);
  assert.equal(binding.cseq, 1);
});
