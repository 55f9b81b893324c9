import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Scene } from "./scene.ts";

describe("answers go to whoever asked, whatever their Via says", () => {
  const elsewhere = [
    ["a maddr", "192.0.2.200:5060;maddr=192.0.2.77"],
    ["a maddr that is a multicast address", "192.0.2.200:5060;maddr=224.0.1.75"],
    ["a received of its own", "192.0.2.200:5060;received=192.0.2.77"],
    ["a sent-by", "192.0.2.77:5060"],
    ["an rport with a value", "192.0.2.77:5060;received=192.0.2.77;rport=5060"],
  ] as const;
  for (const [what, via] of elsewhere) {
    test(`${what} that names somebody else brings them nothing`, () => {
      const scene = new Scene({ passwords: { alice: "secret" } });
      const victim = scene.phone("victim", { address: "192.0.2.77" });
      const stranger = scene.phone("stranger");
      stranger.sendRaw(
        `OPTIONS sip:alice@example.com SIP/2.0\r\nVia: SIP/2.0/UDP ${via};branch=z9hG4bKsomebodyelse\r\n` +
          "Max-Forwards: 70\r\nFrom: <sip:x@example.com>;tag=1\r\nTo: <sip:alice@example.com>\r\n" +
          "Call-ID: somebodyelse\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n",
      );
      scene.settle();
      scene.world.explain(() => {
        assert.equal(victim.inbox.length, 0);
        assert.equal(stranger.inbox.length, 1, "the one who asked has the answer");
        assert.equal(stranger.inbox[0]?.message.status, 407);
        assert.deepEqual(
          scene.world.network.travels.filter(({ from }) => from === "proxy").map(({ to }) => to),
          ["stranger"],
        );
      });
    });
  }
});
