import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { drained } from "../../src/host/drain.ts";

const limits = { quietMs: 400, settleMs: 4_000, graceMs: 40_000 };

interface Story {
  /** Requests that run, transactions that linger, and when the last message came, at a time. Milliseconds since the start. */
  readonly running?: (now: number) => number;
  readonly lingering?: (now: number) => number;
  readonly lastActivity?: (now: number) => number;
  readonly hurryAt?: number;
}

/** How long a server with this story drains, and how many requests it cuts short. */
async function play(t: TestContext, story: Story): Promise<[ms: number, cut: number]> {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const hurry = new AbortController();
  let cut: number | null = null;
  const zero = (): number => 0;
  const { running = zero, lingering = () => 1, lastActivity = zero } = story;
  const now = (): number => Date.now();
  const draining = {
    running: () => running(now()),
    lingering: () => lingering(now()),
    lastActivity: () => lastActivity(now()),
    now,
  };
  drained(draining, hurry.signal, limits).then((still) => {
    cut = still;
  });
  for (;;) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (cut !== null) return [now(), cut];
    t.mock.timers.tick(50);
    if (story.hurryAt === now()) hurry.abort();
  }
}

const stories: [string, Story, number, number][] = [
  ["nothing was ever there", { lingering: () => 0 }, 0, 0],
  ["a call was just answered and its ACK is still to come", {}, 400, 0],
  ["messages come for a while", { lastActivity: (now) => Math.min(now, 1000) }, 1400, 0],
  ["messages never stop, as with phones that keep trying", { lastActivity: (now) => now }, 4000, 0],
  ["a phone is answered after 10 s", { running: (now) => (now < 10_000 ? 1 : 0) }, 10_350, 0],
  [
    "everything has gone by itself",
    { running: (now) => (now < 1000 ? 1 : 0), lingering: (now) => (now < 1000 ? 1 : 0) },
    1000,
    0,
  ],
  ["a phone rings on", { running: () => 3 }, 40_000, 3],
  ["a phone rings on and somebody is in a hurry", { running: () => 3, hurryAt: 700 }, 700, 3],
];

for (const [title, story, ms, cut] of stories) {
  test(`draining while ${title}: ${ms} ms`, async (t) => {
    assert.deepEqual(await play(t, story), [ms, cut]);
  });
}
