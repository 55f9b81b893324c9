import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Call, IncomingCall } from "../../src/ua/mod.ts";
import { Stage } from "./kit.ts";

interface Doing {
  readonly at: number;
  readonly who: "caller" | "callee";
  readonly what: "hold" | "resume" | "update" | "info" | "hangUp";
}

/** What happens in one run: how the callee answers, what the two do, and what the network does to it. */
const plans = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  loss: fc.constantFrom(0, 0.05, 0.2, 0.4),
  duplication: fc.constantFrom(0, 0.1, 0.3),
  reordering: fc.constantFrom(0, 0.2, 0.5),
  reorderMs: fc.constantFrom(50, 700, 3000),
  lateOffer: fc.boolean(),
  early: fc.constantFrom("none", "ring", "media"),
  answer: fc.constantFrom("answer", "answer", "answer", "slow media", "reject", "redirect", "never"),
  answerAt: fc.integer({ min: 0, max: 6000 }),
  hangUpAt: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 60_000, max: 240_000 })),
  hangUp: fc.constantFrom("caller", "callee", "both"),
  ringFor: fc.constantFrom(10, 200),
  sessionExpires: fc.constantFrom(0, 90),
  doings: fc.array(
    fc.record<Doing>({
      at: fc.oneof(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 200_000 })),
      who: fc.constantFrom("caller", "callee"),
      what: fc.constantFrom("hold", "resume", "update", "info", "hangUp"),
    }),
    { maxLength: 8 },
  ),
});
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

function act(call: Call, { what }: Doing): Promise<unknown> {
  if (what === "info") return call.info({ body: "x" });
  return call[what]();
}

/** Milliseconds: when the last hand moves, and how long transactions linger after the end. */
const LAST_DOING = 250_000;
const LINGERING = 70_000;

/** Plays one plan to its end; throws with seed and ladder when something is left over. */
async function play(plan: Plan): Promise<void> {
  const { seed, loss, duplication, reordering, reorderMs } = plan;
  const stage = new Stage({ seed, faults: { loss, duplication, reordering, reorderMs } });
  const { world } = stage;
  const slow = () => ({
    offer: () => "v=0\r\nm=audio 9 RTP/AVP 0\r\n",
    answer: (offer: string) => new Promise<string>((resolve) => world.after(900, () => resolve(offer))),
    accept: () => {},
    hold: () => {},
    close: () => {},
  });
  const settings = { sessionExpires: plan.sessionExpires };
  const alice = stage.agent("alice", settings);
  const bob = stage.agent("bob", plan.answer === "slow media" ? { ...settings, media: slow } : settings);
  const promises: Promise<unknown>[] = [];
  const taken: IncomingCall[] = [];
  bob.onCall = (incoming) => {
    taken.push(incoming);
    promises.push(incoming.outcome, incoming.ended);
    if (plan.early === "ring") incoming.ring();
    else if (plan.early === "media") incoming.progress(183, true);
    world.after(plan.answerAt, () => {
      if (plan.answer === "answer" || plan.answer === "slow media") promises.push(incoming.answer());
      else if (plan.answer === "reject") incoming.reject();
      else if (plan.answer === "redirect") incoming.redirect("sip:bob@198.51.100.2;again");
    });
  };
  const call = alice.call("sip:bob@198.51.100.2", {
    lateOffer: plan.lateOffer,
    redirects: "follow",
    ringFor: plan.ringFor,
  });
  promises.push(call.outcome, call.ended);
  for (const doing of plan.doings) {
    world.after(doing.at, () => {
      if (doing.who === "caller") promises.push(act(call, doing));
      else for (const each of taken) promises.push(act(each, doing));
    });
  }
  world.after(plan.hangUpAt, () => {
    if (plan.hangUp !== "callee") promises.push(call.hangUp());
    if (plan.hangUp !== "caller") for (const each of taken) promises.push(each.hangUp());
  });
  world.after(LAST_DOING, () => {
    // Whoever was not there to hang up does it now.
    promises.push(call.hangUp());
    for (const each of taken) promises.push(each.hangUp());
  });
  for (let calls = -1; calls !== taken.length; ) {
    calls = taken.length;
    await world.until(Promise.all([call.ended, ...taken.map(({ ended }) => ended)]));
    // What transactions remember of the call is gone in time; nothing else may still wait.
    await world.pass(LINGERING);
  }
  world.explain(() => assert.equal(world.wheel.size, 0, "timers are left"));
  await stage.rest();
  let settled = 0;
  for (const promise of promises) promise.then(() => settled++);
  await world.pass(0);
  world.explain(() => {
    assert.equal(settled, promises.length, `${promises.length - settled} promises wait`);
    for (const agent of [alice, bob]) {
      assert.equal(agent.calls.length, 0, "a call is left");
      assert.equal(agent.core.dialogs.size, 0, "a dialog is left");
      assert.deepEqual(agent.core.layer.size, { servers: 0, clients: 0 });
    }
    // An ACK goes before every BYE of a caller that got a 2xx.
    const mine = world.network.travels.filter(({ from }) => from === "alice");
    const bye = mine.findIndex(({ text }) => text.startsWith("BYE"));
    if (bye !== -1)
      assert.ok(
        mine.slice(0, bye).some(({ text }) => text.startsWith("ACK")),
        "BYE before ACK",
      );
  });
}

test("under any loss, duplication and reordering both ends terminate, every promise settles and no timer is left", async () => {
  await fc.assert(fc.asyncProperty(plans, play), {
    seed: Number(process.env.UA_SEED ?? 3261),
    numRuns: Number(process.env.UA_RUNS ?? 300),
  });
});
