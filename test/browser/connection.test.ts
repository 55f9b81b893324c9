import assert from "node:assert/strict";
import { Served } from "../cli/kit.ts";
import { DOMAIN, pageTest, USERS } from "./stage.ts";

const accountOf = (webSocket: string | readonly string[]) => ({
  uri: `sip:alice@${DOMAIN}`,
  account: { password: USERS.alice },
  webSocket,
});

pageTest(
  "nobody at the address: one line that says so; of two servers the one that is there is used",
  async (stage) => {
    const page = await stage.page();
    const seen = await page.evaluate(
      async ([there, settings]) => {
        const { openUserAgent, BrowserUserAgent } = window.page.ringback;
        const nowhere = "ws://127.0.0.1:9/sip";
        const refused = await openUserAgent({ ...settings, webSocket: nowhere }).catch((error: Error) => error.message);
        const agent = new BrowserUserAgent({ ...settings, webSocket: [nowhere, there] });
        const before = agent.connection;
        const { kind } = await agent.register().outcome;
        const after = agent.connection;
        const secured = await agent.options(`sips:bob@${settings.uri.split("@")[1]}`);
        await agent.close();
        const wrong = await openUserAgent({ ...settings, webSocket: "https://x/" }).catch((error: Error) => error.name);
        return { refused, before, kind, after, secured: secured.kind, closed: agent.connection, wrong };
      },
      [stage.webSocket, accountOf(stage.webSocket)] as const,
    );
    assert.deepEqual(seen, {
      refused: "no WebSocket to ws://127.0.0.1:9/sip: no connection",
      before: "closed",
      kind: "answered",
      after: "open",
      secured: "unreachable",
      closed: "closed",
      wrong: "TypeError",
    });
  },
);

pageTest(
  "the server dies in a call: the media go on, and when it is back the page is reachable again",
  async (stage, t) => {
    const page = await stage.page();
    await stage.phone(page, "alice", "ringback");
    await stage.phone(page, "bob", "ringback");
    await page.evaluate(async () => {
      const { page } = window;
      const call = page.phone("alice").call(page.phone("bob").uri);
      await call.established();
      await (await page.latest("bob")).established();
    });
    stage.served.child.kill("SIGKILL");
    await stage.served.ended();
    const url = new URL(stage.webSocket);
    const users = Object.entries(USERS).flatMap(([user, password]) => ["--user", `${user}:${password}`]);
    const args = ["--domain", DOMAIN, "--auth", "digest", "--data", ":memory:", ...users];
    await Served.start(t, [...args, "--http", url.host]);
    const seen = await page.evaluate(async () => {
      const { page } = window;
      const [first] = page.phone("alice").calls;
      const heard = await first?.hears();
      window.dispatchEvent(new Event("online")); // as when a laptop finds a network: nobody waits for the backoff
      for (const name of ["alice", "bob"])
        for (let waited = 0; page.agent(name).registrations[0]?.state !== "registered"; waited += 20) {
          if (waited > 10_000) throw new Error(`${name} is ${page.agent(name).registrations[0]?.state}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      const again = page.phone("bob").call(page.phone("alice").uri);
      await again.established();
      return { heard, also: await again.hears() };
    });
    assert.ok((seen.heard ?? 0) > 0 && seen.also > 0);
  },
);

pageTest("a page that is loaded again replaces its binding; one that is closed in a call hangs up", async (stage) => {
  const page = await stage.page();
  const other = await stage.page();
  await stage.phone(page, "alice", "ringback");
  await stage.phone(other, "bob", "ringback");
  const bindings = () =>
    page.evaluate(() => window.page.agent("alice").registrations[0]?.bindings.map(({ instance }) => instance));
  const first = await bindings();
  assert.equal(first?.length, 1);
  await page.reload();
  await page.waitForFunction(() => "page" in window);
  await stage.phone(page, "alice", "ringback");
  assert.deepEqual(await bindings(), first);
  await page.evaluate(async (target) => {
    await window.page.phone("alice").call(target).established();
  }, `sip:bob@${DOMAIN}`);
  await page.close({ runBeforeUnload: false });
  const state = await other.evaluate(async () => {
    const call = await window.page.latest("bob");
    await call.ended(5000);
    return call.state;
  });
  assert.equal(state, "ended");
});

pageTest("texts of any script travel whole; a microphone that is denied fails the call", async (stage) => {
  const page = await stage.page();
  await stage.phone(page, "alice", "ringback");
  await stage.phone(page, "bob", "ringback");
  const seen = await page.evaluate(async () => {
    const { page } = window;
    const texts: string[] = [];
    page.agent("bob").onMessage = ({ body }) => void texts.push(body);
    const { kind } = await page.agent("alice").message(page.phone("bob").uri, "Grüße, 你好, привет ☎");
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    const denied = await page.agent("alice").call(page.phone("bob").uri).outcome;
    const { uri } = page.phone("alice");
    const unanswered = await page.agent("bob").call(uri, { media: new page.ua.SilentMedia("127.0.0.1", 1) }).outcome;
    return { kind, texts, denied: denied.kind, unanswered: unanswered.code };
  });
  assert.deepEqual(seen, {
    kind: "answered",
    texts: ["Grüße, 你好, привет ☎"],
    denied: "failed",
    unanswered: 488,
  });
});
