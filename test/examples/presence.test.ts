import assert from "node:assert/strict";
import { test } from "node:test";
import { writePidf } from "../../src/mod.ts";
import { interrupt, onStage, PASSWORD, says } from "./stage.ts";

// Changes are told at most every 5 s (RFC 3856 §6.10), so this takes ten.
test("examples/presence: the watcher sees bob come, say something, and leave", () =>
  onStage(async (stage) => {
    await stage.serve(["alice", "bob"]);
    const watcher = stage.run("presence/watcher.ts", stage.address("alice"), PASSWORD, stage.address("bob"));
    await says(watcher, /is away/);
    const bob = await stage.agent("bob");
    const tuples = [{ id: "desk", basic: "open", note: "at lunch" }] as const;
    const publication = bob.publish("presence", writePidf({ entity: stage.address("bob"), tuples }));
    assert.equal((await publication.outcome).kind, "answered");
    await says(watcher, /is there at lunch/);
    await publication.remove();
    await bob.registrations[0]?.unregister();
    await says(watcher, /is away/);
    await interrupt(watcher);
    assert.match(watcher.tail(5).join("\n"), /^ended: /m);
  }));
