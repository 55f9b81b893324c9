import assert from "node:assert/strict";
import { tlsFront } from "../host/tls-front.ts";
import type { Library } from "./page/page.ts";
import { DOMAIN, pageTest } from "./stage.ts";

/** Who transfers, who is transferred, and to whom. */
const CASTS: readonly (readonly [Library, Library, Library])[] = [
  ["jssip", "jssip", "jssip"],
  ["sipjs", "sipjs", "sipjs"],
  ["ringback", "ringback", "ringback"],
  ["ringback", "jssip", "sipjs"],
  ["ringback", "sipjs", "jssip"],
  ["jssip", "ringback", "sipjs"],
  ["sipjs", "ringback", "jssip"],
];

for (const [transferor, transferee, target] of CASTS) {
  pageTest(`blind transfer: ${transferor} sends ${transferee} to ${target}, who talk then`, async (stage) => {
    const page = await stage.page();
    await stage.phone(page, "alice", transferor);
    await stage.phone(page, "bob", transferee);
    await stage.phone(page, "carol", target);
    const seen = await page.evaluate(async (to) => {
      const { page } = window;
      const call = page.phone("alice").call(page.phone("bob").uri);
      await call.established();
      const taken = await page.latest("bob");
      await taken.established();
      await taken.hears();
      const code = await call.transfer(to);
      const next = await page.latest("bob", 2);
      await next.established();
      const atCarol = await page.latest("carol");
      await atCarol.established();
      const heard = [await next.hears(), await atCarol.hears()];
      if (call.state !== "ended") await call.hangUp();
      return { code, heard, still: next.state };
    }, `sip:carol@${DOMAIN}`);
    assert.equal(seen.code, 200);
    assert.equal(seen.still, "established");
    for (const heard of seen.heard) assert.ok(heard > 0);
  });
}

pageTest("attended transfer over wss: alice has asked carol, to whom bob talks then", async (stage, t) => {
  const page = await stage.page();
  const webSocket = `wss://127.0.0.1:${await tlsFront(t, stage.served.ports.http ?? 0)}/sip`;
  for (const user of ["alice", "bob", "carol"] as const) await stage.phone(page, user, "ringback", webSocket);
  const seen = await page.evaluate(async () => {
    const { page } = window;
    const agent = page.agent("alice");
    const call = agent.call(page.phone("bob").uri);
    await call.outcome;
    const consultation = agent.call(page.phone("carol").uri);
    await consultation.outcome;
    await (await page.latest("carol")).established();
    const { code, stage } = await page.ua.transfer(agent, call, consultation);
    const ends = [(await call.ended).cause, (await consultation.ended).cause];
    const [atBob, atCarol] = [await page.latest("bob", 2), await page.latest("carol", 2)];
    await Promise.all([atBob.established(), atCarol.established()]);
    return { code, stage, ends, heard: [await atBob.hears(), await atCarol.hears()] };
  });
  assert.deepEqual([seen.code, seen.stage, seen.ends], [200, "target", ["hungUp", "hungUp"]]);
  for (const heard of seen.heard) assert.ok(heard > 0);
});

pageTest("a transfer to somebody who refuses ends with that code, and the first call stays", async (stage) => {
  const page = await stage.page();
  await stage.phone(page, "alice", "ringback");
  await stage.phone(page, "bob", "jssip");
  await stage.phone(page, "carol", "sipjs");
  const seen = await page.evaluate(async (to) => {
    const { page } = window;
    page.phone("carol").manner = 486;
    const call = page.phone("alice").call(page.phone("bob").uri);
    await call.established();
    const code = await call.transfer(to);
    return { code, state: call.state, heard: await call.hears() };
  }, `sip:carol@${DOMAIN}`);
  assert.deepEqual([seen.code, seen.state], [486, "established"]);
});
