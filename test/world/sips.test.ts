import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Phone } from "../../src/lab/mod.ts";
import { Scene, type SceneOptions } from "./scene.ts";

/** bob, registered over TLS with a contact of that scheme. */
function stage(scheme: "sip" | "sips", options: SceneOptions = {}): { scene: Scene; bob: Phone; alice: Phone } {
  const scene = new Scene({ protocol: "TLS", ...options });
  const bob = scene.phone("bob").answer("486@10ms");
  const to = `<${scheme}:bob@example.com>`;
  const contacts = [bob.contact().replace("sip:", `${scheme}:`)];
  const registration = bob.request("REGISTER", `${scheme}:example.com`, {
    to,
    headers: [`Contact: ${contacts[0]}`, "Expires: 3600"],
  });
  scene.world.runUntil(() => registration.finals().length > 0);
  scene.world.explain(() => assert.deepEqual(registration.finals(), [200]));
  return { scene, bob, alice: scene.phone("alice") };
}

describe("SIPS goes to SIPS and SIP to SIP (RFC 5630 §5.3)", () => {
  test("a call to a SIPS URI reaches no SIP contact: 480 with warning 380", () => {
    const { scene, bob, alice } = stage("sip");
    const call = alice.invite("sips:bob@example.com");
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [480]);
      assert.match(call.response(480).message.field("Warning") ?? "", /^380 \S+ "SIPS Not Allowed"$/);
      assert.equal(bob.calls.length, 0);
    });
  });

  for (const scheme of ["sip", "sips"]) {
    test(`a call to a ${scheme} URI has one when it comes to a SIPS contact, over TLS`, () => {
      const { scene, bob, alice } = stage("sips");
      const call = alice.invite(`${scheme}:bob@example.com`);
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [486]);
        assert.ok(
          bob.call.received.message.requestUri.startsWith(`${scheme}:bob@`),
          bob.call.received.message.requestUri,
        );
        assert.match(bob.call.received.message.field("Via") ?? "", /^SIP\/2\.0\/TLS /);
      });
    });
  }

  test("a redirection from SIP to SIPS is not followed: it goes to the caller", () => {
    const { scene, bob, alice } = stage("sip", { policy: { recursion: true } });
    bob.answer("302@10ms>sips:carol@example.com");
    const call = alice.invite("sip:bob@example.com");
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [302]));
  });
});
