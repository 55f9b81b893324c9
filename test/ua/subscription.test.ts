import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Received } from "../../src/lab/mod.ts";
import { Header, parseMessage } from "../../src/syntax/mod.ts";
import type {
  IncomingSubscription,
  Notification,
  NotifierSubscription,
  SubscribeOptions,
  SubscriptionState,
  UserAgent,
} from "../../src/ua/mod.ts";
import { OddPeer } from "./event-kit.ts";
import { Stage } from "./kit.ts";

/** A subscriber that writes down what it hears. */
function subscribe(agent: UserAgent, target: string, options: SubscribeOptions = {}, event = "presence") {
  const states: SubscriptionState[] = [];
  const heard: Notification[] = [];
  const subscription = agent.subscribe(target, event, {
    ...options,
    onState: (state) => states.push(state),
    onNotify: (notification) => heard.push(notification),
  });
  return { subscription, states, heard };
}

const sent = (stage: Stage, method: string) =>
  stage.world.network.travels.flatMap(({ text, from, at }) => {
    const message = parseMessage(text);
    return message?.isRequest && message.method === method ? [{ from, at, message }] : [];
  });

const told = (heard: readonly Notification[]) => heard.map(({ state, reason, body }) => [state, reason, body]);

/** Bob serves presence; what he granted is in `granted`. */
function presence(bob: UserAgent, accept: (incoming: IncomingSubscription) => NotifierSubscription | null | undefined) {
  const granted: NotifierSubscription[] = [];
  bob.serve("presence", (incoming) => {
    const subscription = accept(incoming);
    if (subscription != null) granted.push(subscription);
  });
  return granted;
}

describe("subscriber and notifier", () => {
  test("200 (not 202), a NOTIFY at once, changes, refreshes in time, and an end in order", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const granted = presence(bob, (incoming) => incoming.accept({ expires: 600, told: { body: "open" } }));
    const { subscription, states, heard } = subscribe(alice, bob.core.settings.uri);
    const outcome = await stage.world.until(subscription.outcome);
    assert.deepEqual([outcome.code, outcome.response?.value(Header.Expires)], [200, "600"]);
    await stage.world.pass(1000);
    assert.deepEqual(told(heard), [["active", null, "open"]]);
    assert.equal(heard[0]?.expires, 600);
    const answered = await stage.world.until(
      (granted[0] as NotifierSubscription).notify("active", { body: "närvaro" }),
    );
    assert.equal(answered.code, 200);
    assert.equal(subscription.latest?.body, "närvaro");
    await stage.world.pass(1_800_000);
    const subscribes = sent(stage, "SUBSCRIBE");
    assert.ok(subscribes.length >= 4 && subscribes.length <= 5, `${subscribes.length} in half an hour`);
    assert.equal(new Set(subscribes.map(({ message }) => message.callId)).size, 1);
    assert.equal(bob.events.subscriptions.length, 1);
    const end = await stage.world.until(subscription.unsubscribe());
    assert.deepEqual([end.cause, end.reason, subscription.state], ["unsubscribed", "timeout", "terminated"]);
    assert.deepEqual(states, ["active", "terminated"]);
    assert.equal((await stage.world.until((granted[0] as NotifierSubscription).ended)).cause, "unsubscribed");
    await stage.rest();
    assert.deepEqual([alice.core.dialogs.size, bob.core.dialogs.size], [0, 0]);
  });

  test("`for await` reads notifications until the notifier ends it; leaving the loop unsubscribes", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    presence(bob, (incoming) => {
      const subscription = incoming.accept({ told: { body: "1" } });
      stage.world.after(1000, () => void subscription?.notify("active", { body: "2" }));
      stage.world.after(2000, () => void subscription?.terminate("noresource"));
      return subscription;
    });
    const read = async (until: string): Promise<string[]> => {
      const bodies: string[] = [];
      for await (const { state, body } of alice.subscribe(bob.core.settings.uri, "presence")) {
        bodies.push(`${state} ${body}`);
        if (body === until) break;
      }
      return bodies;
    };
    assert.deepEqual(await stage.world.until(read("")), ["active 1", "active 2", "terminated 2"]);
    assert.deepEqual(await stage.world.until(read("1")), ["active 1"]);
    await stage.rest();
    assert.deepEqual([alice.subscriptions.length, bob.events.subscriptions.length], [0, 0]);
  });

  test("asking only once: the state comes with the one NOTIFY, and nothing is left", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const granted = presence(bob, (incoming) => incoming.accept());
    bob.serve("dialog", (incoming) => void incoming.accept()?.notify("active", { body: "now" }));
    const { subscription, heard } = subscribe(alice, bob.core.settings.uri, { expires: 0 }, "dialog");
    const end = await stage.world.until(subscription.ended);
    assert.deepEqual([end.cause, end.reason], ["terminated", "timeout"]);
    assert.deepEqual(told(heard), [["terminated", "timeout", "now"]]);
    assert.equal(granted.length, 0);
    assert.equal(sent(stage, "NOTIFY").length, 1);
    await stage.rest();
  });

  test("pending until somebody decides; only the newest state waits for its turn", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    const granted = presence(bob, (incoming) => incoming.accept({ state: "pending" }));
    const { subscription, states, heard } = subscribe(alice, bob.core.settings.uri);
    await stage.world.pass(3000);
    assert.equal(subscription.state, "pending");
    const [notifier] = granted as [NotifierSubscription];
    for (const body of ["1", "2", "3", "4"]) void notifier.notify("active", { body });
    await stage.world.pass(1000);
    void notifier.notify("active", { body: "5" });
    void notifier.terminate("rejected");
    void notifier.notify("active", { body: "6" });
    const end = await stage.world.until(subscription.ended);
    assert.deepEqual([end.cause, end.reason], ["terminated", "rejected"]);
    assert.deepEqual(told(heard), [
      ["pending", null, ""],
      ["active", null, "4"],
      ["terminated", "rejected", "5"],
    ]);
    assert.deepEqual(states, ["pending", "active", "terminated"]);
    await stage.rest();
  });

  test("what is not served: 489 with Allow-Events; refused: 403; too brief: mended by Min-Expires", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    presence(bob, (incoming) => incoming.accept({ minExpires: 120 }));
    const bad = await stage.world.until(alice.subscribe(bob.core.settings.uri, "reg").ended);
    assert.deepEqual([bad.cause, bad.outcome.code], ["refused", 489]);
    assert.equal(bad.outcome.response?.value(Header.AllowEvents), "presence");
    assert.equal(
      (await stage.world.until(alice.options(bob.core.settings.uri))).response?.value(Header.AllowEvents),
      "presence",
    );
    const { subscription, heard } = subscribe(alice, bob.core.settings.uri, { expires: 60 });
    await stage.world.pass(1000);
    assert.equal(heard[0]?.expires, 120);
    await stage.world.until(subscription.unsubscribe());
    bob.serve("presence", (incoming) => incoming.reject());
    assert.equal((await stage.world.until(alice.subscribe(bob.core.settings.uri, "presence").ended)).outcome.code, 403);
    bob.serve("presence", () => {});
    assert.equal((await stage.world.until(alice.subscribe(bob.core.settings.uri, "presence").ended)).outcome.code, 480);
    bob.serve("presence", null);
    assert.equal((await stage.world.until(alice.subscribe(bob.core.settings.uri, "presence").ended)).outcome.code, 405);
    assert.throws(() => alice.subscribe("bob", "no token"), TypeError);
    assert.throws(() => alice.subscribe("bob", "presence", { contentType: "a/b\r\nX: y" }), TypeError);
    await stage.rest();
  });

  test("a subscriber that dies: the NOTIFY times out and takes the subscription; one that forgot it says 481", async () => {
    const stage = new Stage();
    const bob = stage.agent("bob");
    const granted = presence(bob, (incoming) => incoming.accept());
    const host = stage.host("carol");
    const phone = new OddPeer(stage, "dave", () => {});
    for (const who of [host.address, phone.phone.address]) {
      phone.phone.request("SUBSCRIBE", bob.core.settings.uri, {
        headers: ["Event: presence", `Contact: <sip:x@${who}>`, "Expires: 600"],
        target: { protocol: "UDP", host: "198.51.100.1", port: 5060 },
      });
    }
    phone.phone.answer("481", "NOTIFY");
    await stage.world.pass(60_000);
    const ends = await stage.world.until(Promise.all(granted.map(({ ended }) => ended)));
    assert.deepEqual(
      ends.map(({ cause, text }) => [cause, text]),
      [
        ["failed", "a NOTIFY was not answered"],
        ["failed", "a NOTIFY was answered 481"],
      ],
    );
    assert.equal(bob.core.dialogs.size, 0);
    await stage.rest();
  });

  test("a notifier that is closed deactivates; the subscriber asks again at once, then less and less often", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    presence(bob, (incoming) => {
      const subscription = incoming.accept();
      stage.world.after(100, () => void subscription?.terminate("deactivated"));
      return subscription;
    });
    const { subscription, states } = subscribe(alice, bob.core.settings.uri);
    await stage.world.pass(1000);
    assert.deepEqual(states.slice(0, 3), ["active", "waiting", "requesting"]);
    await stage.world.pass(3_600_000);
    const times = sent(stage, "SUBSCRIBE").map(({ at, message }) => [at, message.callId] as const);
    assert.ok(times.length > 4 && times.length < 12, `${times.length} SUBSCRIBEs in an hour`);
    assert.equal(new Set(times.map(([, callId]) => callId)).size, times.length, "each with a Call-ID of its own");
    assert.equal((await stage.world.until(subscription.unsubscribe())).cause, "unsubscribed");
    await stage.rest();
  });
});

const ASKED = (stage: Stage): number[] =>
  sent(stage, "SUBSCRIBE").map(({ at }) => Math.round((at - Date.UTC(2026, 0, 1)) / 1000));

describe("notifiers of many kinds", () => {
  test("NOTIFY before the 200", async () => {
    const stage = new Stage();
    const peer = new OddPeer(stage, "peer", (odd, request) => {
      odd.notify(odd.dialog(request), "presence", "active;expires=600", "early", "text/plain");
      odd.after(500, () => odd.answer(request, 200, ["Expires: 600"]));
    });
    const { subscription, heard } = subscribe(stage.agent("alice"), peer.uri);
    const outcome = await stage.world.until(subscription.outcome);
    assert.deepEqual([outcome.code, told(heard)[0]?.[2], subscription.notifiers], [200, "early", 1]);
    await stage.world.until(subscription.unsubscribe());
    await stage.rest();
  });

  test("accepted and never notified: said so after 64·T1 (Timer N), and no sooner", async () => {
    const stage = new Stage();
    const peer = new OddPeer(stage, "peer", (odd, request) => odd.answer(request, 202, ["Expires: 600"]));
    const { subscription } = subscribe(stage.agent("alice"), peer.uri);
    const end = await stage.world.until(subscription.ended);
    assert.deepEqual([end.cause, end.outcome.code, Math.round(stage.world.elapsed / 1000)], ["noNotify", 202, 32]);
    await stage.rest();
  });

  test("a NOTIFY after Timer N, of another event or without a state is 481 or 400", async () => {
    const stage = new Stage();
    const results: (readonly number[])[] = [];
    const peer = new OddPeer(stage, "peer", (odd, request) => {
      odd.answer(request, 200, ["Expires: 600"]);
      const dialog = odd.dialog(request);
      const notify = (event: string, state: string): void => {
        const exchange = odd.notify(dialog, event, state);
        odd.after(2000, () => results.push(exchange.finals()));
      };
      notify("reg", "active");
      odd.after(1000, () => notify("presence;id=7", "active"));
      odd.after(2000, () => notify("presence", ""));
      odd.after(33_000, () => notify("presence", "active"));
    });
    const { subscription } = subscribe(stage.agent("alice"), peer.uri);
    assert.equal((await stage.world.until(subscription.ended)).cause, "noNotify");
    await stage.rest();
    assert.deepEqual(results, [[481], [481], [400], [481]]);
  });

  for (const [event, notifiers, finals] of [
    ["dialog", 2, [200, 200]],
    ["presence", 1, [200, 481]],
  ] as const) {
    test(`a forked SUBSCRIBE of ${event} makes ${notifiers} subscription(s)`, async () => {
      const stage = new Stage();
      const results: number[] = [];
      const peer = new OddPeer(stage, "peer", (odd, request) => {
        if (request.message.hasToTag) {
          odd.answer(request, 200, [`Expires: ${request.message.value(Header.Expires)}`]);
          const dialog = odd.dialogs.find(({ localTag }) => request.message.value(Header.To)?.includes(localTag));
          if (dialog !== undefined) odd.notify(dialog, event, "terminated;reason=timeout");
          return;
        }
        odd.answer(request, 200, ["Expires: 600"], "one");
        for (const [i, tag] of ["one", "two"].entries())
          odd.after(i * 1000, () => {
            const exchange = odd.notify(odd.dialog(request, tag), event, "active;expires=600", tag, "text/plain");
            odd.after(500, () => results.push(...exchange.finals()));
          });
      });
      const { subscription, heard } = subscribe(stage.agent("alice"), peer.uri, {}, event);
      await stage.world.pass(3000);
      assert.deepEqual([subscription.notifiers, results], [notifiers, finals]);
      assert.deepEqual([...new Set(heard.map(({ tag }) => tag))].length, notifiers);
      assert.equal((await stage.world.until(subscription.unsubscribe())).cause, "unsubscribed");
      await stage.rest();
    });
  }

  test("481 to a refresh: subscribed anew at once, in a new dialog", async () => {
    const stage = new Stage();
    let asked = 0;
    const peer = new OddPeer(stage, "peer", (odd, request) => {
      asked++;
      if (request.message.hasToTag && asked === 2) odd.answer(request, 481);
      else {
        odd.answer(request, 200, ["Expires: 100"]);
        if (request.message.hasToTag) odd.notify(odd.dialogs.at(-1) as never, "presence", "terminated;reason=timeout");
        else odd.notify(odd.dialog(request), "presence", "active;expires=100");
      }
    });
    const { subscription, states } = subscribe(stage.agent("alice"), peer.uri);
    await stage.world.pass(95_000);
    assert.equal(asked, 3);
    assert.deepEqual(states, ["active", "waiting", "requesting", "active"]);
    await stage.world.until(subscription.unsubscribe());
    await stage.rest();
  });

  for (const [state, when] of [
    ["terminated;reason=probation;retry-after=120", 120],
    ["terminated;reason=giveup;retry-after=45", 45],
    ["terminated;reason=constructor;retry-after=50", 50],
    ["terminated;retry-after=77", 77],
    ["terminated;reason=deactivated;retry-after=77", 0],
    ["terminated;reason=timeout", 0],
    ["terminated;reason=rejected;retry-after=5", null],
    ["terminated;reason=noresource", null],
    ["terminated;reason=invariant;retry-after=31536000", null],
  ] as const) {
    test(`${state}: ${when === null ? "the end" : `asked again after ${when} s`}`, async () => {
      const stage = new Stage();
      const peer = new OddPeer(stage, "peer", (odd, request) => {
        odd.answer(request, 200, ["Expires: 600"]);
        const dialog = odd.dialog(request);
        odd.notify(dialog, "presence", "active;expires=600");
        odd.after(5000, () => odd.notify(dialog, "presence", state));
      });
      const { subscription } = subscribe(stage.agent("alice"), peer.uri);
      await stage.world.pass(when === null ? 4000 : when * 1000 + 5900);
      if (when === null) assert.equal((await stage.world.until(subscription.ended)).cause, "terminated");
      else {
        assert.deepEqual(ASKED(stage), [0, when + 5]);
        await stage.world.pass(100);
        void subscription.unsubscribe();
      }
      await stage.world.until(subscription.ended);
      await stage.rest();
    });
  }

  test("a refresh that fails leaves the subscription for as long as was said; then it is asked for anew", async () => {
    const stage = new Stage();
    const peer = new OddPeer(stage, "peer", (odd, request) => {
      if (request.message.hasToTag) odd.answer(request, 503, ["Retry-After: 5"]);
      else {
        odd.answer(request, 200, ["Expires: 100"]);
        odd.notify(odd.dialog(request), "presence", "active;expires=100");
      }
    });
    const { subscription, states } = subscribe(stage.agent("alice"), peer.uri);
    await stage.world.pass(99_000);
    assert.deepEqual(states, ["active"]);
    await stage.world.pass(5000);
    assert.deepEqual(states, ["active", "waiting", "requesting", "active"]);
    const requests: Received[] = peer.asked.filter(({ message }) => message.hasToTag);
    assert.ok(requests.length >= 1 && requests.length <= 6, `${requests.length} refreshes`);
    assert.equal((await stage.world.until(subscription.unsubscribe())).cause, "unsubscribed");
    await stage.rest();
  });

  test("nobody there: silence, and nothing is left; a signal ends what has begun", async () => {
    const stage = new Stage();
    const alice = stage.agent("alice");
    const gone = alice.subscribe("sip:x@198.51.100.99", "presence");
    const end = await stage.world.until(gone.ended);
    assert.deepEqual([end.cause, end.outcome.kind], ["silence", "timeout"]);
    const peer = new OddPeer(stage, "peer", (odd, request) => {
      odd.answer(request, 200, ["Expires: 100"]);
      if (request.message.hasToTag) odd.notify(odd.dialogs[0] as never, "presence", "terminated;reason=timeout");
      else odd.after(2000, () => odd.notify(odd.dialog(request), "presence", "active;expires=100"));
    });
    const stop = new AbortController();
    const subscription = alice.subscribe(peer.uri, "presence", { signal: stop.signal });
    await stage.world.pass(1000);
    stop.abort(); // before the first NOTIFY: what it makes is ended then
    assert.equal((await stage.world.until(subscription.ended)).cause, "unsubscribed");
    assert.equal(peer.asked.at(-1)?.message.value(Header.Expires), "0");
    await stage.world.until(alice.close());
    await stage.rest();
  });
});
