import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Call, UserAgent } from "../../src/ua/mod.ts";
import { Stage } from "./kit.ts";

const moment = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400_000 }));

/** What happens in one run: who keeps what up, what the others do to it, and what the network does to all. */
const plans = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  loss: fc.constantFrom(0, 0.05, 0.2, 0.4),
  duplication: fc.constantFrom(0, 0.1, 0.3),
  reordering: fc.constantFrom(0, 0.2, 0.5),
  reorderMs: fc.constantFrom(50, 700, 3000),
  expires: fc.constantFrom(60, 120, 600),
  refuses: fc.constantFrom(0, 0, 423, 503, 403),
  outage: fc.option(fc.record({ from: moment, lasts: fc.integer({ min: 1000, max: 200_000 }) }), { nil: undefined }),
  subscribeAt: moment,
  forgetsAt: moment,
  consent: fc.constantFrom("accept", "accept", "later", "reject", "never", "take"),
  target: fc.constantFrom("answer", "answer", "reject", "ring", "nobody"),
  attended: fc.boolean(),
  mode: fc.constantFrom("implicit", "implicit", "explicit", "nosub", "norefersub"),
  transferAt: fc.integer({ min: 1000, max: 20_000 }),
  byeAt: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  endAt: moment,
});
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

/** A server for one: takes REGISTER, PUBLISH and presence, or refuses at first. */
function server(stage: Stage, plan: Plan): UserAgent {
  const agent = stage.agent("server");
  let refusals = 2;
  const refused = (request: import("../../src/ua/mod.ts").IncomingRequest): boolean => {
    if (plan.refuses === 0 || refusals-- <= 0) return false;
    request.respond(plan.refuses, { headers: { "Min-Expires": "90", "Retry-After": "20" } });
    return true;
  };
  agent.handle("REGISTER", (request) => {
    if (refused(request)) return;
    const contact = request.header("Contact") ?? "";
    const expires = request.header("Expires") ?? "60";
    request.respond(200, { headers: { Contact: `${contact};expires=${expires}` } });
  });
  agent.onPublish = (request) => {
    if (!refused(request))
      request.respond(200, { headers: { "SIP-ETag": "t", Expires: request.header("Expires") ?? "60" } });
  };
  agent.serve("presence", (incoming) => {
    const subscription = incoming.accept({ expires: plan.expires, told: { body: "x" } });
    stage.world.after(
      plan.forgetsAt,
      () => void subscription?.terminate(plan.seed % 2 === 0 ? "deactivated" : "probation"),
    );
  });
  return agent;
}

async function play(plan: Plan): Promise<void> {
  const { seed, loss, duplication, reordering, reorderMs, expires } = plan;
  const stage = new Stage({ seed, faults: { loss, duplication, reordering, reorderMs } });
  const { world } = stage;
  const host = server(stage, plan);
  const [alice, bob, carol] = [stage.agent("alice"), stage.agent("bob"), stage.agent("carol")];
  const agents = [alice, bob, carol, host];
  const promises: Promise<unknown>[] = [];
  const home = host.core.settings.uri;

  const registration = alice.register({ registrar: home, expires });
  const publication = alice.publish("presence", "<x/>", { target: home, expires });
  promises.push(registration.outcome, registration.ended, publication.outcome, publication.ended);
  world.after(plan.subscribeAt, () => {
    if (alice.core.closed) return;
    const subscription = alice.subscribe(home, "presence", { expires });
    promises.push(subscription.outcome, subscription.ended);
    const read = async (): Promise<void> => {
      for await (const { body } of subscription) void body;
    };
    promises.push(read());
  });
  world.after(plan.subscribeAt + 10_000, () => promises.push(publication.update("<y/>"), registration.refresh()));

  bob.onCall = (call) => void call.answer();
  carol.onCall = (call) => {
    if (plan.target === "answer") void call.answer();
    else if (plan.target === "reject") call.reject();
    else call.ring();
  };
  bob.onTransfer = (incoming) => {
    if (plan.consent === "accept") incoming.accept({ ringFor: 60 });
    else if (plan.consent === "later")
      world.after(3000, () => incoming.answered || bob.core.closed || incoming.accept({ ringFor: 60 }));
    else if (plan.consent === "reject") incoming.reject();
    else if (plan.consent === "take") {
      const report = incoming.take();
      world.after(5000, () => report.finish(plan.seed % 2 === 0 ? 200 : 480));
    }
  };
  const call = alice.call(bob.core.settings.uri);
  const consultation = plan.attended ? alice.call(carol.core.settings.uri) : null;
  const target = plan.target === "nobody" ? "sip:nobody@198.51.100.99" : carol.core.settings.uri;
  world.after(plan.transferAt, () => {
    const other: string | Call = consultation?.state === "established" ? consultation : target;
    promises.push(alice.transfer(call, other, { subscription: plan.mode }));
  });
  if (plan.byeAt !== undefined)
    world.after(plan.byeAt, () => {
      for (const each of bob.calls) promises.push(each.hangUp());
    });
  if (plan.outage !== undefined) {
    const { from, lasts } = plan.outage;
    world.after(from, () => world.network.partition("alice", "server"));
    world.after(from + lasts, () => world.network.heal());
  }

  await world.pass(plan.endAt);
  for (const agent of agents) promises.push(agent.close());
  await world.pass(500_000);
  for (const agent of agents) promises.push(agent.close()); // whoever came late
  await stage.rest();
  let settled = 0;
  for (const promise of promises) promise.then(() => settled++);
  await world.pass(0);
  world.explain(() => {
    assert.equal(world.wheel.size, 0, "timers are left");
    assert.equal(settled, promises.length, `${promises.length - settled} of ${promises.length} promises wait`);
    for (const agent of agents) {
      assert.equal(agent.core.dialogs.size, 0, "a dialog is left");
      assert.deepEqual(agent.core.layer.size, { servers: 0, clients: 0 });
      assert.deepEqual(
        [agent.registrations, agent.subscriptions, agent.publications, agent.events.subscriptions].map(
          ({ length }) => length,
        ),
        [0, 0, 0, 0],
      );
    }
    // RFC 6665 §4.4.1: behind a `terminated` that was answered a notifier says nothing more in that dialog.
    const notifies = world.network.travels.flatMap(({ text, from }) => {
      if (!text.startsWith("NOTIFY")) return [];
      const [, dialog = ""] = /\r\nTo: .*;tag=(\S+)/.exec(text) ?? [];
      const [, local = ""] = /\r\nFrom: .*;tag=(\S+)/.exec(text) ?? [];
      const [, event = ""] = /\r\nEvent: (\S+)/.exec(text) ?? [];
      const [, cseq = "0"] = /\r\nCSeq: (\d+)/.exec(text) ?? [];
      return [
        {
          key: `${from} ${dialog} ${local} ${event}`,
          cseq: Number(cseq),
          last: /Subscription-State: terminated/.test(text),
        },
      ];
    });
    const lastOnes = new Map<string, number>();
    for (const { key, cseq, last } of notifies) if (last) lastOnes.set(key, Math.min(cseq, lastOnes.get(key) ?? cseq));
    for (const { key, cseq } of notifies)
      assert.ok(cseq <= (lastOnes.get(key) ?? cseq), `a NOTIFY behind the last one: ${key}`);
  });
}

test("under any loss, duplication and reordering registrations, subscriptions, publications and transfers end, every promise settles and no timer is left", async () => {
  await fc.assert(fc.asyncProperty(plans, play), {
    seed: Number(process.env.UA_SEED ?? 6665),
    numRuns: Number(process.env.UA_RUNS ?? 150),
  });
});
