import assert from "node:assert/strict";
import { test } from "node:test";
import { DialService } from "../../src/lab/mod.ts";
import { AgentScene } from "../ua/scene-kit.ts";
import { agentLocator } from "./parts.ts";

for (const [foreignDomains, heard] of [
  ["refuse", [403, 0]],
  ["relay", [486, 1]],
] as const) {
  test(`dial-a-code's transferee calls a foreign domain as the policy has it: ${foreignDomains}`, async () => {
    const scene = new AgentScene({ passwords: { alice: "wonderland" }, policy: { foreignDomains } });
    const { kernel, transport } = scene.host;
    const locator = agentLocator(scene.host, scene.world.names);
    const dial = { kernel, transport, locator, layer: scene.server.layer, domain: () => "example.com", newMedia: null };
    scene.server.residents = new DialService(dial);
    const carrier = scene.phone("carrier", { address: "198.51.100.9" }).answer("486@0s");
    const alice = scene.agent("alice");
    const call = alice.call("sip:transferee@example.com");
    assert.equal((await scene.world.until(call.outcome)).code, 200);
    const outcome = await scene.world.until(alice.transfer(call, "sip:1900555@198.51.100.9"));
    assert.deepEqual([outcome.code, carrier.received("INVITE").length], heard);
    // A name of the served domain it may always call.
    assert.equal((await scene.world.until(alice.transfer(call, "sip:603@example.com"))).code, 603);
    await scene.world.until(call.hangUp());
    scene.settle();
  });
}
