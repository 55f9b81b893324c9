import assert from "node:assert/strict";
import { Phones } from "../sockets/phones.ts";
import type { Library } from "./page/page.ts";
import { DOMAIN, pageTest, USERS } from "./stage.ts";

for (const library of ["jssip", "sipjs", "ringback"] satisfies Library[]) {
  pageTest(`${library} says no: the outcome tells the code and how far it reaches`, async (stage) => {
    const page = await stage.page();
    await stage.phone(page, "alice", "ringback");
    await stage.phone(page, "bob", library);
    const seen = await page.evaluate(async () => {
      const { page } = window;
      const { uri } = page.phone("bob");
      const outcomes = [];
      for (const code of [486, 603]) {
        page.phone("bob").manner = code;
        const { kind, code: heard, scope } = await page.agent("alice").call(uri).outcome;
        outcomes.push([kind, heard, scope]);
      }
      const unknown = await page.agent("alice").call("nobody").outcome;
      outcomes.push([unknown.kind, unknown.code, unknown.scope]);
      return outcomes;
    });
    assert.deepEqual(seen, [
      ["rejected", 486, "here"],
      ["rejected", 603, "everywhere"],
      ["rejected", 404, "domain"],
    ]);
  });

  pageTest(`a call to ${library} that is aborted stops ringing there`, async (stage) => {
    const page = await stage.page();
    await stage.phone(page, "alice", "ringback");
    await stage.phone(page, "bob", library);
    const seen = await page.evaluate(async () => {
      const { page } = window;
      page.phone("bob").manner = "ring";
      const stop = new AbortController();
      const call = page.agent("alice").call(page.phone("bob").uri, {
        signal: stop.signal,
        onProgress: ({ code }) => code === 180 && stop.abort(),
      });
      const { kind, code } = await call.outcome;
      await (await page.latest("bob")).ended();
      return [kind, code, (await call.ended).cause];
    });
    assert.deepEqual(seen, ["canceled", 487, "notAnswered"]);
  });
}

pageTest("two phones answer one call: each 200 has its ACK, the loser a BYE, the winner stays", async (stage) => {
  const page = await stage.page();
  await stage.phone(page, "alice", "ringback");
  await using phones = new Phones();
  const proxy = { protocol: "UDP", host: "127.0.0.1", port: stage.served.ports.udp ?? 0 } as const;
  const bob = await phones.open("bob", proxy, { domain: DOMAIN, password: USERS.bob });
  bob.answer("180@0s+200@300ms+200@300ms");
  await phones.register(bob);
  const seen = await page.evaluate(async () => {
    const { page } = window;
    const media = new page.ua.SilentMedia("127.0.0.1", 1);
    const call = page.agent("alice").call("bob", { media });
    const { kind } = await call.outcome;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { kind, sessions: call.sessions.length, tag: call.session?.dialog.remoteTag ?? "" };
  });
  assert.deepEqual([seen.kind, seen.sessions], ["answered", 1]);
  const { call } = bob;
  const tags = [...call.dialogs.keys()];
  assert.equal(tags.length, 2);
  for (const tag of tags) assert.ok(call.acked(tag), `the 200 with tag ${tag} was never acknowledged`);
  assert.deepEqual(call.unacknowledged, []);
  const ended = bob.dialogs.filter(({ ended }) => ended).map(({ localTag }) => localTag);
  assert.deepEqual(
    ended,
    tags.filter((tag) => tag !== seen.tag),
  );
});

pageTest(
  "dial-a-code from a page: codes, forks, redirections",
  async (stage) => {
    const page = await stage.page();
    await stage.phone(page, "alice", "ringback");
    const seen = await page.evaluate(async () => {
      const names = ["486", "603", "404", "503", "600", "401", "180-486", "fork-486-603", "two-200", "200", "moved"];
      const outcomes: Record<string, unknown> = {};
      for (const name of names) {
        const call = window.page.agent("alice").call(name, { redirects: "follow" });
        const { kind, code, scope } = await call.outcome;
        outcomes[name] = [kind, code, scope];
        await call.hangUp();
      }
      return outcomes;
    });
    assert.deepEqual(seen, {
      "486": ["rejected", 486, "here"],
      "603": ["rejected", 603, "everywhere"],
      "404": ["rejected", 404, "domain"],
      "503": ["rejected", 503, null],
      "600": ["rejected", 600, "everywhere"],
      "401": ["rejected", 401, "here"],
      "180-486": ["rejected", 486, "here"],
      "fork-486-603": ["rejected", 603, "everywhere"],
      "two-200": ["answered", 200, null],
      "200": ["answered", 200, null],
      moved: ["answered", 200, null],
    });
  },
  { serve: ["--lab"] },
);
