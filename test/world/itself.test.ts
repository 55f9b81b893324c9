import assert from "node:assert/strict";
import { test } from "node:test";
import { callLine } from "../../src/diagnosis/mod.ts";
import { PROXY, Scene } from "./scene.ts";

// RFC 3261 §8.2: a request whose Request-URI names the server itself, without a user; and, for comparison, one for elsewhere.

test("OPTIONS that requires what the server does not know is 420, and names it (§8.2.2.3)", () => {
  const scene = new Scene();
  const alice = scene.phone("alice");
  const ask = (require: string) => alice.request("OPTIONS", `sip:${PROXY}`, { headers: [`Require: ${require}`] });
  const [unknown, known] = [ask("path, 100rel"), ask("path")];
  scene.settle();
  scene.world.explain(() => {
    assert.deepEqual([unknown.finals(), known.finals()], [[420], [200]]);
    assert.equal(unknown.response(420).message.field("Unsupported"), "100rel");
  });
});

test("the 405 to a call names what the server itself takes, which calls are not (§21.4.6)", () => {
  const scene = new Scene();
  const call = scene.phone("alice").invite(`sip:${PROXY}`);
  scene.settle();
  scene.world.explain(() => {
    assert.deepEqual(call.finals(), [405]);
    assert.equal(call.response(405).message.field("Allow"), "OPTIONS, REGISTER");
  });
});

test("the call log names a domain of others, not the callee a second time", () => {
  const scene = new Scene({ policy: { foreignDomains: "relay" } });
  scene.phone("dora", { address: "192.0.2.99" }).answer("486@10ms");
  scene.phone("alice").invite("sip:dora@192.0.2.99");
  scene.settle();
  scene.world.explain(() => {
    const told = scene.observations.flatMap((each) => (each.type === "decided" ? [callLine(each)] : []));
    assert.match(told.join(), /^486 to dora: 192\.0\.2\.99 486 after \d+ ms, nothing else to try$/);
  });
});
