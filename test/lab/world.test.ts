import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CallbackTimer } from "../../src/kernel/mod.ts";
import { noFaults, SeededRandom, World, WorldError } from "../../src/lab/mod.ts";
import type { Flow, TransportUser } from "../../src/transport/mod.ts";

/** Notes what arrives and answers nothing. */
class Listener implements TransportUser {
  readonly texts: string[] = [];
  readonly flows: Flow[] = [];
  readonly closings: string[] = [];
  onMessage(text: string, flow: Flow): void {
    this.texts.push(text);
    this.flows.push(flow);
  }
  onUnframed(): void {}
  onFlowClosed(_flow: Flow, reason: string): void {
    this.closings.push(reason);
  }
}

const to = (protocol: "UDP" | "TCP" | "TLS" | "WS", host: string, port = 5060) => ({
  protocol,
  host,
  port,
  domain: "",
});

/** Two hosts and a listener at the second. */
function pair(options: ConstructorParameters<typeof World>[0] = {}) {
  const world = new World(options);
  const one = world.host("192.0.2.1", { name: "one" });
  const two = world.host("192.0.2.2", { name: "two" });
  const listener = new Listener();
  const own = new Listener();
  one.attach(own);
  two.attach(listener);
  return { world, one, two, listener, own };
}

describe("the clock", () => {
  test("time jumps: a timer of 32 s fires without waiting, at its tick and never early", () => {
    const world = new World();
    const fired: number[] = [];
    world.wheel.arm(new CallbackTimer(() => fired.push(world.elapsed)), 32_000);
    world.wheel.arm(new CallbackTimer(() => fired.push(world.elapsed)), 15);
    const began = performance.now();
    world.runUntilQuiet();
    assert.deepEqual(fired, [20, 32_000]);
    assert.ok(performance.now() - began < 500, "virtual time does not pass for real");
  });

  test("a timer longer than one turn of the wheel (Timer C) fires once, at its time", () => {
    const world = new World();
    const fired: number[] = [];
    world.wheel.arm(new CallbackTimer(() => fired.push(world.elapsed)), 180_000);
    world.runUntilQuiet();
    assert.deepEqual(fired, [180_000]);
  });

  test("run lets exactly so much time pass, whatever happens in it", () => {
    const { world, one } = pair();
    one.flowTo(to("UDP", "192.0.2.2"))?.send("hello");
    world.run(1234);
    assert.equal(world.elapsed, 1234);
    assert.equal(world.quiet, true);
  });

  test("deferred work runs when the event at hand is over, before the next one", () => {
    const { world, one, two } = pair();
    const order: string[] = [];
    two.attach({
      onMessage(text) {
        two.kernel.defer(() => order.push(`deferred by ${text}`));
        order.push(text);
      },
      onUnframed() {},
    });
    const flow = one.flowTo(to("UDP", "192.0.2.2"));
    flow?.send("a");
    flow?.send("b");
    world.run(10);
    assert.deepEqual(order, ["a", "deferred by a", "b", "deferred by b"]);
  });
});

describe("rest and its bounds", () => {
  test("a world is quiet when nothing travels and no timer waits", () => {
    const { world, one } = pair();
    assert.equal(world.quiet, true);
    one.flowTo(to("UDP", "192.0.2.2"))?.send("hello");
    assert.equal(world.quiet, false);
    world.runUntilQuiet();
    assert.equal(world.quiet, true);
    world.wheel.arm(new CallbackTimer(() => {}), 100);
    assert.equal(world.quiet, false);
  });

  test("a timer that arms itself for ever is an error that says so, with seed and ladder", () => {
    const { world, one } = pair({ seed: "stuck" });
    const timer = new CallbackTimer(() => {
      one.flowTo(to("UDP", "192.0.2.2"))?.send("OPTIONS sip:two@192.0.2.2 SIP/2.0\r\n\r\n");
      world.wheel.arm(timer, 1000);
    });
    world.wheel.arm(timer, 1000);
    assert.throws(
      () => world.runUntilQuiet(60_000),
      (error: unknown) =>
        error instanceof WorldError &&
        /seed stuck/.test(error.message) &&
        /1 timers/.test(error.message) &&
        /OPTIONS/.test(error.message),
    );
  });

  test("a storm without the passing of time is an error too", () => {
    const { world, two } = pair({ maxSteps: 1000, faults: { delayMs: 0 } });
    two.attach({ onMessage: (text, flow) => void flow.send(text), onUnframed() {} });
    world.host("192.0.2.3").attach({ onMessage: (text, flow) => void flow.send(text), onUnframed() {} });
    two.flowTo(to("UDP", "192.0.2.3"))?.send("ping");
    assert.throws(() => world.run(1), /1000 steps/);
  });

  test("waiting for what cannot come any more ends at once", () => {
    assert.throws(() => new World().runUntil(() => false), /nothing is left to happen/);
  });
});

describe("datagrams", () => {
  test("loss, duplication and delay come out as often as they were asked for", () => {
    const { world, one, listener } = pair({
      seed: 7,
      faults: { loss: 0.2, duplication: 0.1, delayMs: 10, jitterMs: 5 },
    });
    const flow = one.flowTo(to("UDP", "192.0.2.2"));
    for (let i = 0; i < 5000; i++) flow?.send(`${i}`);
    world.run(10);
    assert.equal(listener.texts.length, 0, "nothing arrives before the delay");
    world.runUntilQuiet();
    const distinct = new Set(listener.texts).size;
    assert.ok(Math.abs(distinct / 5000 - 0.8) < 0.02, `${distinct} of 5000 arrived`);
    const twice = listener.texts.length - distinct;
    assert.ok(Math.abs(twice / distinct - 0.1) < 0.02, `${twice} of ${distinct} arrived twice`);
    assert.equal(world.network.travels.filter(({ note }) => note === "lost").length, 5000 - distinct);
  });

  test("without jitter the order stays; reordering lets later ones overtake", () => {
    const arrivals = (reordering: number): string[] => {
      const { world, one, listener } = pair({ faults: { reordering, delayMs: 10 } });
      const flow = one.flowTo(to("UDP", "192.0.2.2"));
      for (let i = 0; i < 200; i++) world.after(i, () => flow?.send(String(i).padStart(3, "0")));
      world.runUntilQuiet();
      return listener.texts;
    };
    const sorted = [...arrivals(0)].sort();
    assert.deepEqual(arrivals(0), sorted);
    const mixed = arrivals(0.3);
    assert.notDeepEqual(mixed, sorted);
    assert.deepEqual([...mixed].sort(), sorted, "reordering loses nothing");
  });

  test("faults of one link and one direction leave the others alone", () => {
    const { world, one, two, listener, own } = pair();
    world.network.link("one", "two", { loss: 1 }, "one");
    one.flowTo(to("UDP", "192.0.2.2"))?.send("lost");
    two.flowTo(to("UDP", "192.0.2.1"))?.send("found");
    world.runUntilQuiet();
    assert.deepEqual([listener.texts, own.texts], [[], ["found"]]);
  });

  test("a closed port swallows a datagram silently, and so does an address that nobody has", () => {
    const { world, one, listener } = pair();
    assert.equal(one.flowTo(to("UDP", "192.0.2.2", 9))?.send("x"), true);
    assert.equal(one.flowTo(to("UDP", "192.0.2.9"))?.send("x"), true);
    world.runUntilQuiet();
    assert.deepEqual(listener.texts, []);
    assert.deepEqual(
      world.network.travels.map(({ note }) => note),
      ["nobody at 192.0.2.2:9", "nobody at 192.0.2.9:5060"],
    );
  });

  test("a datagram over 65,507 octets cannot be sent", () => {
    const { one } = pair();
    assert.equal(one.flowTo(to("UDP", "192.0.2.2"))?.send("x".repeat(65_508)), false);
  });

  test("a partition lets nothing through until it heals", () => {
    const { world, one, listener } = pair();
    const flow = one.flowTo(to("UDP", "192.0.2.2"));
    world.network.partition("one", "two");
    flow?.send("into the void");
    world.network.heal("one", "two");
    flow?.send("hello");
    world.runUntilQuiet();
    assert.deepEqual(listener.texts, ["hello"]);
  });

  test("the other address family cannot be reached without a listener in it", () => {
    const { one } = pair();
    assert.equal(one.flowTo(to("UDP", "2001:db8::2")), null);
    assert.equal(one.flowTo(to("WS", "192.0.2.2")), null);
  });
});

describe("connections", () => {
  test("deliver everything in order under loss and jitter", () => {
    const { world, one, listener } = pair({ faults: { loss: 0.3, jitterMs: 100, duplication: 1, reordering: 1 } });
    const flow = one.flowTo(to("TCP", "192.0.2.2"));
    for (let i = 0; i < 100; i++) flow?.send(`${i}`);
    world.runUntilQuiet();
    assert.deepEqual(
      listener.texts,
      Array.from({ length: 100 }, (_, i) => `${i}`),
    );
  });

  test("the way back is the connection itself, for both ends and by id", () => {
    const { world, one, two, listener, own } = pair();
    const flow = one.flowTo(to("TCP", "192.0.2.2"));
    flow?.send("there");
    world.runUntilQuiet();
    const accepted = listener.flows[0] as Flow;
    accepted.send("back");
    world.runUntilQuiet();
    assert.deepEqual(own.texts, ["back"]);
    assert.equal(own.flows[0], flow);
    assert.equal(one.flowTo(to("TCP", "192.0.2.2")), flow, "an open connection is used again");
    assert.equal(two.flowTo(to("TCP", accepted.remoteHost, accepted.remotePort)), accepted);
    assert.equal(two.flowById(accepted.id), accepted);
  });

  test("a closed port refuses, after the way there and back", () => {
    const { world, one } = pair({ faults: { delayMs: 10 } });
    const user = new Listener();
    const flow = one.flowTo(to("TCP", "192.0.2.2", 9)) as Flow;
    flow.attach(user);
    assert.equal(flow.send("x"), true, "an opening connection takes messages");
    world.run(19);
    assert.deepEqual(user.closings, []);
    world.run(2);
    assert.deepEqual(user.closings, ["connection refused"]);
    assert.equal(flow.open, false);
    assert.equal(flow.send("y"), false);
    assert.equal(world.quiet, true);
  });

  test("an address that nobody has lets a connection attempt time out", () => {
    const { world, one } = pair();
    const user = new Listener();
    one.flowTo(to("TCP", "192.0.2.9"))?.attach(user);
    world.runUntilQuiet();
    assert.deepEqual(user.closings, ["connection timed out"]);
    assert.equal(world.elapsed, 10_000);
  });

  test("a process that dies closes its connections, and what was on its way is lost", () => {
    const { world, one, two, listener } = pair({ faults: { delayMs: 10 } });
    const user = new Listener();
    const flow = one.flowTo(to("TCP", "192.0.2.2")) as Flow;
    flow.attach(user);
    flow.send("first");
    world.run(100);
    flow.send("second");
    world.run(5);
    two.crash();
    world.runUntilQuiet();
    assert.deepEqual(listener.texts, ["first"]);
    assert.deepEqual(user.closings, ["connection reset by the peer"]);
    assert.equal(two.connections.size + one.connections.size, 0);
  });

  test("a connection closed in order delivers what was sent before", () => {
    const { world, one, two, listener } = pair({ faults: { delayMs: 10, jitterMs: 30 } });
    const flow = one.flowTo(to("TCP", "192.0.2.2"));
    flow?.send("a");
    world.run(200);
    flow?.send("b");
    flow?.send("c");
    [...one.connections.values()][0]?.finish();
    world.runUntilQuiet();
    assert.deepEqual(listener.texts, ["a", "b", "c"]);
    assert.equal(two.connections.size, 0);
  });

  test("a partition stalls a connection; healed in time it goes on, else both ends hear of it", () => {
    for (const heals of [true, false]) {
      const { world, one, listener } = pair();
      const user = new Listener();
      const flow = one.flowTo(to("TCP", "192.0.2.2")) as Flow;
      flow.attach(user);
      flow.send("before");
      world.run(100);
      world.network.partition("one", "two");
      flow.send("during");
      if (heals) world.after(5000, () => world.network.heal());
      world.runUntilQuiet();
      assert.deepEqual(listener.texts, heals ? ["before", "during"] : ["before"]);
      assert.deepEqual(user.closings, heals ? [] : ["connection timed out"]);
    }
  });

  test("a host that only connects (a browser) is reached over its own connection and not otherwise", () => {
    const world = new World();
    const server = world.host("192.0.2.1", { name: "server", listen: [{ protocol: "WS" }] });
    const browser = world.host("192.0.2.50", {
      name: "browser",
      listen: [{ protocol: "WS", port: 0, sentBy: "x.invalid" }],
    });
    const heard = new Listener();
    const told = new Listener();
    server.attach(heard);
    browser.attach(told);
    browser.flowTo(to("WS", "192.0.2.1", 80))?.send("hello");
    world.runUntilQuiet();
    heard.flows[0]?.send("welcome");
    const closed = new Listener();
    server.flowTo(to("WS", "192.0.2.50", 80))?.attach(closed);
    world.runUntilQuiet();
    assert.deepEqual(told.texts, ["welcome"]);
    assert.deepEqual(closed.closings, ["connection refused"]);
  });
});

describe("determinism", () => {
  const play = (seed: string): string => {
    const { world, one, listener } = pair({
      seed,
      faults: { loss: 0.3, duplication: 0.3, reordering: 0.3, jitterMs: 20 },
    });
    const flow = one.flowTo(to("UDP", "192.0.2.2"));
    for (let i = 0; i < 50; i++)
      world.after(world.random.fraction() * 100, () => flow?.send(`${i} ${one.kernel.random.token(5)}`));
    world.runUntilQuiet();
    return listener.texts.join("\n");
  };

  test("the same seed gives the same bytes, another seed others", () => {
    assert.equal(play("a"), play("a"));
    assert.notEqual(play("a"), play("b"));
  });

  test("one host's randomness does not depend on what else lives in the world", () => {
    const token = (others: string[]): string => {
      const world = new World({ seed: 3 });
      for (const address of others) world.host(address).kernel.random.token(8);
      return world.host("192.0.2.1").kernel.random.token(8);
    };
    assert.equal(token([]), token(["192.0.2.2", "192.0.2.3"]));
  });

  test("the generator is uniform enough and repeats for a seed", () => {
    const random = new SeededRandom("x");
    const buckets = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const at = Math.floor(random.fraction() * 10);
      buckets[at] = (buckets[at] as number) + 1;
    }
    for (const count of buckets) assert.ok(Math.abs(count - 1000) < 150, `${buckets}`);
    assert.equal(new SeededRandom("y").token(30), new SeededRandom("y").token(30));
    assert.match(random.token(100), /^[a-z0-9]{100}$/);
  });

  test("an impossible fault is a programmer's error", () => {
    assert.throws(() => new World({ faults: { loss: 1.5 } }), /probability from 0 to 1, not 1.5/);
    assert.throws(() => new World({ faults: { delayMs: -1 } }), /milliseconds, not -1/);
    assert.equal(noFaults.loss, 0);
  });
});
