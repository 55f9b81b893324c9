import type { WorldOptions } from "../lab/mod.ts";
import { TestWorld } from "./test-world.ts";

export interface SimulateOptions extends WorldOptions {
  /** Virtual milliseconds that the test may take. Default one day. */
  readonly limitMs?: number;
}

const DAY_MS = 86_400_000;

/**
 * Runs a test in a simulated world whose clock turns by itself: it stands still while code runs and jumps to the next message
 * or timer when everybody waits, so that 32 s of timers take a millisecond. Ends the agents afterwards and lets everything
 * come to rest. Rejects with what `play` threw, with a problem that an agent, a server or one of their handlers had, or with
 * what never came to rest; each time with the seed and the ladder in the message.
 *
 * `play` may only wait for what happens in the world: a real timer or file lies outside.
 *
 * ```ts
 * test("busy", () =>
 *   simulate(async (world) => {
 *     const office = world.server("example.com");
 *     const [alice, bob] = [await office.agent("alice"), await office.agent("bob")];
 *     bob.onCall = (call) => call.reject();
 *     assert.equal((await alice.call("bob").outcome).code, 486);
 *   }));
 * ```
 */
export async function simulate<T>(
  play: (world: TestWorld) => T | Promise<T>,
  { limitMs = DAY_MS, ...options }: SimulateOptions = {},
): Promise<T> {
  const test = new TestWorld(options);
  const { world } = test;
  try {
    return await world.until(whole(test, play), limitMs);
  } catch (error) {
    return world.explain(() => {
      throw error;
    });
  }
}

async function whole<T>(test: TestWorld, play: (world: TestWorld) => T | Promise<T>): Promise<T> {
  const result = await play(test);
  await test.close();
  await test.rest();
  const [problem] = test.problems;
  if (problem !== undefined) throw new Error(`something broke: ${problem.text}`);
  return result;
}
