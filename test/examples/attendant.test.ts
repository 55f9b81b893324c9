import assert from "node:assert/strict";
import { test } from "node:test";
import { interrupt, onStage, PASSWORD, says } from "./stage.ts";

const HOURS = [
  { open: "0-24", where: "the desk" },
  { open: "0-0", where: "who is on duty" },
] as const;

for (const { open, where } of HOURS) {
  test(`examples/attendant: open ${open}, callers are sent to ${where}`, () =>
    onStage(async (stage) => {
      await stage.serve(["office", "desk", "carol", "alice"]);
      const [desk, carol, alice] = await Promise.all(["desk", "carol", "alice"].map((user) => stage.agent(user)));
      assert.ok(desk !== undefined && carol !== undefined && alice !== undefined);
      desk.onCall = (call) => call.reject(480);
      carol.onCall = (call) => call.answer();
      const places = ["--desk", stage.address("desk"), "--duty", stage.address("carol"), "--open", open];
      const attendant = stage.run("attendant/attendant.ts", stage.address("office"), PASSWORD, ...places);
      await says(attendant, /^register: answered$/);
      const call = alice.call(stage.address("office"), { redirects: "follow" });
      const { kind, attempts } = await call.outcome;
      assert.equal(kind, "answered");
      const expected = open === "0-24" ? [302, 480] : [302];
      assert.deepEqual(
        attempts.map(({ code }) => code),
        expected,
      );
      await says(attendant, new RegExp(`sent to ${where}$`));
      await call.hangUp();
      await interrupt(attendant);
    }));
}
