/** RFC 3261 §8.3: a redirect server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import { Scene, type SceneOptions } from "../world/scene.ts";
import { answersTo, handwritten, settledFinals, statusesTo } from "./request.ts";

const BOB = "sip:bob@example.com";
const CONTACT = "Contact: <sip:alice@192.0.2.11>";

function redirecting(options: SceneOptions = {}): Scene {
  return new Scene({ ...options, policy: { ...options.policy, mode: "redirect" } });
}

// covers: redirect server §8.3, redirect server §8.2.6.2
test("§8.3: 302 with every contact, best first; From, Call-ID, CSeq and Via as they came, To with a tag; nothing is forwarded", () => {
  const scene = redirecting();
  const phones = [0.3, 1, 0.7].map((q, i) => scene.registered(`phone${i}`, "200@0s", { user: "bob", q }));
  const alice = scene.phone("alice");
  const text = handwritten(alice, "INVITE", BOB, {
    headers: [CONTACT, "Via: SIP/2.0/TCP b.example.org;branch=z9hG4bKb"],
  });
  const [answer, ...more] = answersTo(scene, alice, text, 100);
  assert.deepEqual(more, []);
  assert.equal(answer?.message.status, 302);
  const uris = answer.message.values(Header.Contact).map((value) => /<([^>]+)>/.exec(value)?.[1]);
  assert.deepEqual(
    uris,
    [phones[1], phones[2], phones[0]].map((phone) => phone?.contact().replace(/[<>]/g, "")),
  );
  for (const name of ["From", "Call-ID", "CSeq"])
    assert.ok(text.includes(`\r\n${name}: ${answer.message.field(name)}\r\n`), name);
  assert.match(answer.message.field("To") ?? "", /^<sip:bob@example\.com>;tag=.+/);
  assert.equal(answer.message.values(Header.Via).length, 2);
  for (const phone of phones) assert.equal(phone.calls.length, 0);
});

// covers: redirect server §8.3
test("§8.3: a contact is never the Request-URI itself, and the ACK of the caller ends it", () => {
  const scene = redirecting();
  scene.registered("bob", "200@0s");
  const call = scene.phone("alice").invite(BOB);
  assert.deepEqual(settledFinals(scene, call), [302]);
  for (const value of call.response(302).message.values(Header.Contact)) assert.ok(!value.includes(`<${BOB}>`), value);
  assert.equal(call.responses.filter(({ message }) => message.status === 302).length, 1, "not repeated after the ACK");
});

// covers: redirect server §8.3
test("§8.3: a contact that is the Request-URI itself is left out, and when it is the only one the answer is 404", () => {
  const scene = redirecting();
  const bob = scene.phone("bob");
  bob.register({ contacts: [`<${BOB}>`] });
  scene.settle();
  const alice = scene.phone("alice");
  assert.deepEqual(settledFinals(scene, alice.invite(BOB)), [404]);
  bob.register();
  scene.settle();
  const call = alice.invite(BOB);
  assert.deepEqual(settledFinals(scene, call), [302]);
  assert.deepEqual(call.response(302).message.values(Header.Contact), [bob.contact()]);
});

// covers: redirect server §8.3
test("§8.3: every other request is redirected as well", () => {
  const scene = redirecting();
  scene.registered("bob", "200@0s");
  const alice = scene.phone("alice");
  for (const method of ["OPTIONS", "MESSAGE", "BYE", "SUBSCRIBE"])
    assert.deepEqual(settledFinals(scene, alice.request(method, BOB)), [302], method);
});

// covers: redirect server §8.3, redirect server §21.4.5
test("§21.4.5: nobody of that name is 404", () => {
  const scene = redirecting();
  assert.deepEqual(settledFinals(scene, scene.phone("alice").invite("sip:nobody@example.com")), [404]);
});

// covers: redirect server §8.3, redirect server §21.4.18
test("§21.4.18: a user without contacts is 480", () => {
  const scene = redirecting({ passwords: { alice: "a", bob: "b" } });
  assert.deepEqual(settledFinals(scene, scene.phone("alice").invite(BOB)), [480]);
});

// covers: redirect server §8.3, redirect server §8.2.6.2
test("§8.3: a CANCEL is answered 2xx, with the To tag of the INVITE's answer", () => {
  const scene = redirecting();
  scene.registered("bob", "200@0s");
  const alice = scene.phone("alice");
  const invite = handwritten(alice, "INVITE", BOB, { headers: [CONTACT] });
  const [redirection] = answersTo(scene, alice, invite);
  const cancel = invite.replaceAll(/\bINVITE\b/g, "CANCEL").replace(`${CONTACT}\r\n`, "");
  const [answer] = answersTo(scene, alice, cancel);
  assert.equal(redirection?.message.status, 302);
  assert.equal(answer?.message.status, 200);
  assert.equal(answer.message.field("To"), redirection.message.field("To"));
});

// covers: redirect server §8.3, redirect server §21.4.19
test("§21.4.19: a CANCEL that names nothing is 481", () => {
  const scene = redirecting();
  scene.registered("bob", "200@0s");
  const alice = scene.phone("alice");
  assert.deepEqual(statusesTo(scene, alice, handwritten(alice, "CANCEL", BOB)), [481]);
});

// covers: redirect server §18.1.1
test("§18.1.1: the answer goes back the way the request came, over TCP as well", () => {
  for (const protocol of ["UDP", "TCP"] as const) {
    const scene = redirecting({ protocol });
    scene.registered("bob", "200@0s");
    const call = scene.phone("alice").invite(BOB);
    assert.deepEqual(settledFinals(scene, call), [302]);
    assert.equal(call.response(302).flow.protocol, protocol);
  }
});

// covers: redirect server §22.2, redirect server §10.3 item 3
test("§22.2: a caller is asked who it is before it is told where a user is", () => {
  const scene = redirecting({ passwords: { alice: "a", bob: "b" } });
  scene.registered("bob", "200@0s");
  const known = scene.phone("alice");
  const wrong = scene.phone("mallory", { user: "alice", password: "wrong" });
  const none = scene.phone("eve", { user: "alice", password: "" });
  assert.deepEqual(settledFinals(scene, known.invite(BOB)), [302]);
  assert.deepEqual(settledFinals(scene, wrong.invite(BOB)), [407]);
  const [challenge] = answersTo(scene, none, handwritten(none, "INVITE", BOB, { headers: [CONTACT] }));
  assert.equal(challenge?.message.status, 407);
  assert.match(challenge.message.field("Proxy-Authenticate") ?? "", /^Digest realm="example\.com", nonce="[^"]+"/);
  assert.equal(challenge.message.field("Contact"), null);
});
