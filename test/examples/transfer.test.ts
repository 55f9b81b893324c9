import assert from "node:assert/strict";
import { test } from "node:test";
import { interrupt, onStage, PASSWORD, says } from "./stage.ts";

for (const ask of [false, true]) {
  test(`examples/transfer: the caller is connected ${ask ? "after the colleague was asked" : "blindly"}`, () =>
    onStage(async (stage) => {
      await stage.serve(["office", "alice", "bob"]);
      const alice = await stage.agent("alice");
      const bob = await stage.agent("bob");
      bob.onCall = (call) => call.answer();
      alice.onTransfer = (incoming) => void incoming.accept();
      const flags = ask ? ["--ask"] : [];
      const office = stage.run(
        "transfer/receptionist.ts",
        stage.address("office"),
        PASSWORD,
        stage.address("bob"),
        ...flags,
      );
      await says(office, /^register: answered$/);
      const call = alice.call(stage.address("office"));
      assert.equal((await call.outcome).kind, "answered");
      await says(office, /^transfer: answered 200 $/);
      assert.equal((await call.ended).by, "remote");
      assert.deepEqual([alice.calls.length, bob.calls.length], [1, 1]);
      await alice.calls[0]?.hangUp();
      await interrupt(office);
    }));
}

test("examples/transfer: a colleague who is not there: the caller stays", () =>
  onStage(async (stage) => {
    await stage.serve(["office", "alice", "bob"]);
    const alice = await stage.agent("alice");
    const office = stage.run(
      "transfer/receptionist.ts",
      stage.address("office"),
      PASSWORD,
      stage.address("bob"),
      "--ask",
    );
    await says(office, /^register: answered$/);
    const call = alice.call(stage.address("office"));
    await says(office, /^the colleague is not there$/);
    assert.equal(call.state, "established");
    await call.hangUp();
    await interrupt(office);
  }));
