import assert from "node:assert/strict";
import { test } from "node:test";
import { interrupt, onStage, PASSWORD, says } from "./stage.ts";

test("examples/phone: one answers, the other calls, and both go when they are told to", () =>
  onStage(async (stage) => {
    await stage.serve(["alice", "bob"]);
    const bob = stage.run("phone/phone.ts", stage.address("bob"), PASSWORD);
    await says(bob, /^register: answered$/);
    const alice = stage.run("phone/phone.ts", stage.address("alice"), PASSWORD, stage.address("bob"));
    await says(alice, /^call: answered 200 /);
    await interrupt(alice);
    await interrupt(bob);
  }));

test("examples/phone: a refusal is told with how far it reaches", () =>
  onStage(async (stage) => {
    await stage.serve(["alice", "bob"]);
    const bob = await stage.agent("bob");
    bob.onCall = (call) => call.reject(486);
    const alice = stage.run("phone/phone.ts", stage.address("alice"), PASSWORD, stage.address("bob"));
    await says(alice, /^call: rejected 486 here /);
    await interrupt(alice);
  }));

test("examples/phone: stopped while it rings elsewhere, it takes its call back and ends in good order", () =>
  onStage(async (stage) => {
    await stage.serve(["alice", "bob"]);
    const bob = await stage.agent("bob");
    const withdrawn = new Promise((resolve) => {
      bob.onCall = (call) => {
        call.ring();
        call.ended.then(({ by, outcome }) => resolve(`${outcome.kind} by ${by}`));
      };
    });
    const alice = stage.run("phone/phone.ts", stage.address("alice"), PASSWORD, stage.address("bob"));
    await says(alice, /^180 /);
    await interrupt(alice);
    assert.equal(await withdrawn, "canceled by remote");
  }));
