import assert from "node:assert/strict";
import { test } from "node:test";
import type { IncomingCall } from "../../src/mod.ts";
import { type ExampleStage, onStage } from "./stage.ts";

const USERS = ["desk", "alice", "bob", "voicemail", "carol"];
const CONFIG = ["--config", "examples/routing/ringback.config.ts"];

/** Carol calls sales; who answers, and what she hears. */
async function callSales(stage: ExampleStage, does: Readonly<Record<string, (call: IncomingCall) => unknown>>) {
  await stage.serve(USERS, CONFIG);
  const rung: string[] = [];
  const [carol] = await Promise.all([
    stage.agent("carol"),
    ...Object.entries(does).map(async ([user, take]) => {
      const phone = await stage.agent(user);
      phone.onCall = (call) => {
        rung.push(user);
        return take(call);
      };
    }),
  ]);
  const { code } = await carol.call(stage.address("sales")).outcome;
  return { code, rung };
}

const answer = (call: IncomingCall) => call.answer();
const busy = (call: IncomingCall) => call.reject(486);

test("examples/routing: the desk answers", () =>
  onStage(async (stage) => {
    assert.deepEqual(await callSales(stage, { desk: answer, alice: answer }), { code: 200, rung: ["desk"] });
  }));

test("examples/routing: the desk is busy, and one of the two mobiles answers", () =>
  onStage(async (stage) => {
    const { code, rung } = await callSales(stage, { desk: busy, alice: busy, bob: answer, voicemail: answer });
    assert.deepEqual([code, rung.sort()], [200, ["alice", "bob", "desk"]]);
  }));

test("examples/routing: nobody can, and voicemail answers", () =>
  onStage(async (stage) => {
    const { code, rung } = await callSales(stage, { desk: busy, alice: busy, voicemail: answer });
    assert.deepEqual([code, rung], [200, ["desk", "alice", "voicemail"]]);
  }));

test("examples/routing: who declines for everywhere wants no voicemail either", () =>
  onStage(async (stage) => {
    const declines = (call: IncomingCall) => call.reject(603, { scope: "everywhere" });
    const { code, rung } = await callSales(stage, { desk: declines, alice: answer, voicemail: answer });
    assert.deepEqual([code, rung], [603, ["desk"]]);
  }));
