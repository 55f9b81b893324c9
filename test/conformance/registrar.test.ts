/** RFC 3261 §10 and §22 over the wire, where test/server/registrar.test.ts asks the registrar itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Header } from "../../src/syntax/mod.ts";
import { Scene } from "../world/scene.ts";
import { answersTo, handwritten, settledFinals } from "./request.ts";

const PASSWORDS = { alice: "a", bob: "b" };

// covers: registrar §10.3 item 3, registrar §22.2
test("§10.3 item 3 and §22.2: a REGISTER without credentials is 401 with a challenge, and with the right ones 200", () => {
  const scene = new Scene({ passwords: PASSWORDS });
  const alice = scene.phone("alice");
  const register = alice.register();
  assert.deepEqual(settledFinals(scene, register), [200]);
  const [challenge] = register.responses;
  assert.equal(challenge?.message.status, 401);
  assert.match(challenge.message.field("WWW-Authenticate") ?? "", /^Digest realm="example\.com", nonce="[^"]+"/);
  assert.match(challenge.message.field("WWW-Authenticate") ?? "", /algorithm=MD5, qop="auth"/);
});

// covers: registrar §10.3 item 3, registrar §22.2
test("§22.2: with a wrong password, or as an unknown user, it is 401 again and nothing is bound", () => {
  for (const user of ["alice", "nobody"]) {
    const scene = new Scene({ passwords: PASSWORDS });
    const phone = scene.phone("phone", { user, password: "wrong" });
    const register = phone.register();
    assert.deepEqual(settledFinals(scene, register), [401]);
    assert.equal(scene.location.bindingCount, 0);
  }
});

// covers: registrar §10.3 item 4
test("§10.3 item 4: a user may not change the bindings of another: 403", () => {
  const scene = new Scene({ passwords: PASSWORDS });
  const alice = scene.phone("alice");
  const register = alice.register({ to: "<sip:bob@example.com>", from: "<sip:bob@example.com>;tag=x" });
  assert.deepEqual(settledFinals(scene, register), [403]);
  assert.equal(scene.location.bindingCount, 0);
});

// covers: registrar §10.2.1.2
test("§10.2.1.2: contacts are tried by their q, the highest first", () => {
  const scene = new Scene();
  const second = scene.registered("second", "180@10ms+486@1s", { user: "bob", q: 0.4 });
  const first = scene.registered("first", "180@10ms+486@1s", { user: "bob", q: 0.9 });
  scene.phone("alice").invite("sip:bob@example.com");
  scene.settle();
  const at = (phone: typeof first) => phone.calls[0]?.received.at ?? assert.fail(phone.name);
  assert.ok(at(second) - at(first) >= 1000);
});

// covers: registrar §20.10, registrar §10.2
test("§20.10: parameters outside the angle brackets are the contact's, inside them the URI's", () => {
  const scene = new Scene();
  const alice = scene.phone("alice");
  for (const [sent, back] of [
    ["sip:a@192.0.2.11;x=1", "<sip:a@192.0.2.11>;x=1"],
    ["<sip:b@192.0.2.11;x=1>;y=2", "<sip:b@192.0.2.11;x=1>;y=2"],
    ['"A, B" <sip:c@192.0.2.11>;q=0.5', "<sip:c@192.0.2.11>;q=0.5"],
    ["<sip:d@192.0.2.11?Subject=x>", "<sip:d@192.0.2.11?Subject=x>"],
  ] as const) {
    const register = alice.register({ contacts: [sent] });
    assert.deepEqual(settledFinals(scene, register), [200], sent);
    const contacts = register.response(200).message.values(Header.Contact);
    assert.ok(
      contacts.some((contact) => contact.replace(/;expires=\d+/, "") === back),
      `${contacts}`,
    );
  }
  for (const bad of ["sip:a@192.0.2.11,x", "<sip:a@192.0.2.11", "*, <sip:a@192.0.2.11>", "<sip:a@192.0.2.11>;q=2"]) {
    assert.deepEqual(settledFinals(scene, alice.register({ contacts: [bad] })), [400], bad);
  }
});

// covers: registrar §10.3
test("§10.3 item 8: the 200 names every binding with what is left of its time, and has a Date", () => {
  const scene = new Scene();
  const alice = scene.phone("alice");
  alice.register({ contacts: ["<sip:a@192.0.2.11>;expires=1000"] });
  scene.world.run(60_000);
  const register = alice.register({ contacts: ["<sip:b@192.0.2.11>"], expires: 500 });
  assert.deepEqual(settledFinals(scene, register), [200]);
  const { message } = register.response(200);
  const left = message.values(Header.Contact).map((value) => Number(/;expires=(\d+)/.exec(value)?.[1]));
  assert.deepEqual(
    left.sort((a, b) => a - b),
    [500, 940],
  );
  assert.match(message.field("Date") ?? "", /^Thu, 01 Jan 2026 00:01:0\d GMT$/);
});

// covers: registrar §10.3, registrar §10.2
test("§10.3: a REGISTER for a domain that is not ours is not taken", () => {
  const scene = new Scene();
  const alice = scene.phone("alice");
  const text = handwritten(alice, "REGISTER", "sip:elsewhere.example.org", {
    to: `<${alice.uri}>`,
    headers: ["Contact: <sip:alice@192.0.2.11>"],
  });
  const [answer] = answersTo(scene, alice, text);
  assert.equal(answer?.message.status, 403);
  assert.equal(scene.location.bindingCount, 0);
});

// covers: proxy §22.2
test("§22.2, for the proxy: 407 until the credentials are right, and what goes on holds none for our realm", () => {
  const scene = new Scene({ passwords: PASSWORDS });
  const bob = scene.registered("bob", "200@0s");
  const right = scene.phone("alice").request("MESSAGE", "sip:bob@example.com");
  const wrong = scene.phone("mallory", { user: "alice", password: "no" }).request("MESSAGE", "sip:bob@example.com");
  assert.deepEqual(settledFinals(scene, wrong), [407]);
  assert.deepEqual(settledFinals(scene, right), [200]);
  assert.equal(right.responses[0]?.message.status, 407);
  assert.match(right.responses[0]?.message.field("Proxy-Authenticate") ?? "", /^Digest realm="example\.com"/);
  assert.equal(bob.requests.length, 1);
  assert.equal(bob.requests[0]?.received.message.field("Proxy-Authorization"), null);
});
