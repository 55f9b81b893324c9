import assert from "node:assert/strict";
import { test } from "node:test";
import { Baresip, type BaresipEvent } from "../peers/baresip.ts";
import { missing, Stage } from "../peers/stage.ts";
import { DOMAIN, pageTest, USERS } from "./stage.ts";

const absent = missing(["baresip"]);

/**
 * A browser's audio is encrypted by DTLS (RFC 8827) and Debian's baresip 1.0 speaks none, so no sound can pass between the two:
 * what counts is that signalling does, and how truthfully it ends.
 */
if (absent !== null) test("a page calls baresip", { skip: absent }, () => {});
else
  pageTest(
    "a page and baresip call each other: no common media, so each ends with a code that says so",
    async (stage, t) => {
      const peers = new Stage();
      t.after(() => peers.clear());
      const phone = await Baresip.start(peers, {
        user: "bob",
        password: USERS.bob,
        domain: DOMAIN,
        registrar: `127.0.0.1:${stage.served.ports.udp}`,
        transport: "udp",
      });
      const page = await stage.page();
      await stage.phone(page, "alice", "ringback");
      await peers.explain(async () => {
        const encrypted = await page.evaluate(async () => {
          const { kind, code, scope, decidedBy } = await window.page.agent("alice").call("bob").outcome;
          return [kind, code, scope, decidedBy];
        });
        assert.deepEqual(encrypted, ["rejected", 488, "here", "callee"]);

        // Without WebRTC's media the same call rings and is turned down by hand.
        const declined = page.evaluate(async () => {
          const media = new window.page.ua.SilentMedia("127.0.0.1", 1);
          const heard: number[] = [];
          const call = window.page
            .agent("alice")
            .call("bob", { media, onProgress: ({ code }) => void heard.push(code) });
          const { kind, code, scope, decidedBy } = await call.outcome;
          return [heard.includes(180), kind, code, scope, decidedBy];
        });
        await phone.until("CALL_INCOMING", 10_000);
        await phone.hangup();
        assert.deepEqual(await declined, [true, "rejected", 486, "here", "callee"]);

        await phone.dial(`sip:alice@${DOMAIN}`);
        const refused = ({ type, param }: BaresipEvent) => type === "CALL_CLOSED" && param?.startsWith("488") === true;
        await phone.events.until(refused, 10_000, "the call's end with 488");
      });
    },
  );
