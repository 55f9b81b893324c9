import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Library } from "./page/page.ts";
import { DOMAIN, pageTest, type User } from "./stage.ts";

const uriOf = (user: User): string => `sip:${user}@${DOMAIN}`;

/** Two phones of one page call each other: audio both ways, counted; hold; hung up by the callee. */
async function talk(page: Page, caller: User, callee: User): Promise<void> {
  const counted = await page.evaluate(
    async ([from, to, target]) => {
      const { page } = window;
      const before = page.phone(to).calls.length;
      const call = page.phone(from).call(target);
      await call.established();
      const taken = await page.latest(to, before + 1);
      await taken.established();
      return { caller: await call.hears(), callee: await taken.hears() };
    },
    [caller, callee, uriOf(callee)] as const,
  );
  assert.ok(counted.caller > 0 && counted.callee > 0, JSON.stringify(counted));
}

async function holdAndHangUp(page: Page, caller: User, callee: User): Promise<void> {
  const seen = await page.evaluate(
    async ([from, to]) => {
      const call = window.page.phone(from).calls.at(-1);
      const taken = window.page.phone(to).calls.at(-1);
      if (call === undefined || taken === undefined) throw new Error("there is no call");
      await call.hold();
      await taken.until(() => taken.held === "sendonly", "the hold");
      const { received: before } = await call.packets();
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { received: after } = await call.packets();
      await call.resume();
      await taken.until(() => taken.held === "sendrecv", "the resume");
      const heard = await call.hears();
      await taken.hangUp();
      await call.ended();
      return { whileHeld: after - before, heard };
    },
    [caller, callee] as const,
  );
  assert.ok(seen.whileHeld <= 5, `${seen.whileHeld} packets while the call was held`);
  assert.ok(seen.heard > 0);
}

const PAIRS: readonly [Library, Library][] = [
  ["ringback", "ringback"],
  ["ringback", "jssip"],
  ["ringback", "sipjs"],
  ["jssip", "jssip"],
  ["sipjs", "sipjs"],
];

for (const [one, other] of PAIRS) {
  pageTest(`${one} and ${other} call each other through the server: audio both ways, hold`, async (stage) => {
    const page = await stage.page();
    await stage.phone(page, "alice", one);
    await stage.phone(page, "bob", other);
    await talk(page, "alice", "bob");
    await holdAndHangUp(page, "alice", "bob");
    await talk(page, "bob", "alice");
    await holdAndHangUp(page, "bob", "alice");
  });
}
