import assert from "node:assert/strict";
import { test } from "node:test";
import { PROXY, Scene } from "./scene.ts";

// RFC 3261 §8.2: a request whose Request-URI names the server itself, without a user.

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
