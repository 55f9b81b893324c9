import assert from "node:assert/strict";
import { test } from "node:test";
import { Office, TestFlow } from "./registrar-kit.ts";

test("what a REGISTER repeats is a refresh to the store, and what it changes in any way is not", () => {
  const office = new Office();
  const elsewhere = new TestFlow("UDP", "192.0.2.1", 5070);
  /** Whether the store, given the binding that a REGISTER made, is told that it is a mere refresh. */
  const isRefresh = (contact: string, callId = "one", flow = new TestFlow()): boolean | undefined => {
    office.register({ flow, callId }, `Contact: ${contact}`);
    return [...office.store.rows.values()].at(-1)?.isRefresh;
  };
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.5"), false, "it is new");
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.5;expires=120"), true, "times alone");
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.7"), false, "another q");
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.7"), true);
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.7", "two"), false, "another Call-ID");
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.7", "two", elsewhere), false, "another port");
  assert.equal(isRefresh("<sip:alice@192.0.2.1>;q=0.7", "two", elsewhere), true);
});
