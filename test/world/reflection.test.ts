import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Scene } from "./scene.ts";

// Nothing challenges an ACK, so that a stranger would have a way to anywhere.
for (const recordRoute of [true, false]) {
  test(`a stranger's ACK for somebody elsewhere goes nowhere, ${recordRoute ? "with" : "without"} record-routing`, () => {
    const scene = new Scene({ passwords: { bob: "b" }, policy: { recordRoute, foreignDomains: "relay" } });
    const victim = scene.phone("victim", { address: "192.0.2.77" });
    const bob = scene.registered("bob", "200@0s");
    const ack = (uri: string, route = ""): void =>
      scene
        .phone("stranger")
        .sendRaw(
          `ACK ${uri} SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.200:5060;branch=z9hG4bKack\r\nMax-Forwards: 70\r\n${route}` +
            "From: <sip:x@example.com>;tag=1\r\nTo: <sip:y@example.com>;tag=2\r\nCall-ID: ack\r\nCSeq: 1 ACK\r\nContent-Length: 0\r\n\r\n",
        );
    ack("sip:x@192.0.2.77");
    ack("sip:x@192.0.2.77", "Route: <sip:192.0.2.1;lr>\r\n");
    ack("sip:bob@example.com", "Route: <sip:192.0.2.1;lr>, <sip:192.0.2.77;lr>\r\n");
    ack("sip:bob@example.com");
    scene.settle();
    scene.world.explain(() => {
      assert.equal(victim.inbox.length, 0);
      // What goes to a user here may be for a dialog that this server is in no route set of.
      assert.equal(bob.received("ACK").length, recordRoute ? 0 : 1);
    });
  });
}

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
