import assert from "node:assert/strict";
import { test } from "node:test";
import { DigestClient } from "../../src/auth/mod.ts";
import { Header, type Message, parseCredentials } from "../../src/syntax/mod.ts";
import { message, request, TestKernel } from "./kit.ts";

const next = { method: "INVITE", requestUri: "sip:bob@example.com", body: "" };
const bare = request("INVITE", next.requestUri);

function challenged(...lines: string[]): Message {
  return message("SIP/2.0 401 Unauthorized", ...lines);
}

function clientFor(...realms: string[]): DigestClient {
  return new DigestClient(new TestKernel(), (realm) =>
    realms.includes(realm) ? { user: "alice", password: "secret" } : null,
  );
}

function sent(lines: string): Message {
  return request("INVITE", next.requestUri, ...lines.trimEnd().split("\r\n"));
}

test("credentials go to realms with an account and to no other", () => {
  const client = clientFor("ours");
  assert.equal(client.answer(challenged('WWW-Authenticate: Digest realm="theirs", nonce="1"'), bare, next), null);
  assert.equal(client.authorize(next), "");
  const lines = client.answer(
    challenged(
      'WWW-Authenticate: Digest realm="theirs", nonce="1"',
      'Proxy-Authenticate: Digest realm="ours", nonce="2"',
    ),
    bare,
    next,
  );
  assert.match(lines ?? "", /^Proxy-Authorization: Digest username="alice", realm="ours", nonce="2"/);
  assert.doesNotMatch(lines ?? "", /theirs/);
});

test("the challenges of several realms are answered together (RFC 3261 §22.3)", () => {
  const client = clientFor("a", "b");
  const lines = client.answer(
    challenged('Proxy-Authenticate: Digest realm="a", nonce="1"', 'Proxy-Authenticate: Digest realm="b", nonce="2"'),
    bare,
    next,
  );
  const realms = sent(lines ?? "")
    .lines(Header.ProxyAuthorization)
    .map((value) => parseCredentials(value)?.realm);
  assert.deepEqual(realms, ["a", "b"]);
});

test("of one realm the first challenge that is understood counts (RFC 8760 §2.4)", () => {
  const client = clientFor("ours");
  const lines = client.answer(
    challenged(
      'WWW-Authenticate: Digest realm="ours", nonce="1", algorithm=SHA-3',
      'WWW-Authenticate: Digest realm="ours", nonce="2", algorithm=SHA-256, qop="auth"',
      'WWW-Authenticate: Digest realm="ours", nonce="3", algorithm=MD5, qop="auth"',
    ),
    bare,
    next,
  );
  assert.equal(sent(lines ?? "").count(Header.Authorization), 1);
  assert.match(lines ?? "", /nonce="2".*algorithm=SHA-256.*qop=auth, nc=00000001/);
});

test("refused credentials are not sent again; stale ones are made anew", () => {
  const client = clientFor("ours");
  const first = client.answer(challenged('WWW-Authenticate: Digest realm="ours", nonce="1", qop="auth"'), bare, next);
  const refused = 'WWW-Authenticate: Digest realm="ours", nonce="2", qop="auth"';
  assert.equal(client.answer(challenged(refused), sent(first ?? ""), next), null);
  const again = client.answer(challenged(`${refused}, stale=true`), sent(first ?? ""), next);
  assert.match(again ?? "", /nonce="2".*nc=00000001/);
});

test("a nonce that ended between two requests is worth one more attempt, even when nobody says stale", () => {
  const client = clientFor("ours");
  client.answer(challenged('WWW-Authenticate: Digest realm="ours", nonce="1", qop="auth"'), bare, next);
  const second = client.authorize(next);
  assert.match(second, /nc=00000002/);
  const renewed = challenged('WWW-Authenticate: Digest realm="ours", nonce="2", qop="auth"');
  const third = client.answer(renewed, sent(second), next);
  assert.match(third ?? "", /nonce="2".*nc=00000001/);
  assert.equal(client.answer(renewed, sent(third ?? ""), next), null);
});

test("opaque comes back, auth is taken before auth-int, an unknown qop is not answered", () => {
  const client = clientFor("ours");
  const lines = client.answer(
    challenged('WWW-Authenticate: Digest realm="ours", nonce="1", opaque="o\\"p", qop="auth-int,auth"'),
    bare,
    next,
  );
  assert.match(lines ?? "", /opaque="o\\"p", qop=auth, nc/);
  assert.equal(
    clientFor("ours").answer(challenged('WWW-Authenticate: Digest realm="ours", nonce="1", qop="token"'), bare, next),
    null,
  );
});

test("an account may be an HA1 instead of a password", () => {
  const kernel = new TestKernel();
  const ha1 = kernel.hash.md5("alice:ours:secret");
  const challenge = challenged('WWW-Authenticate: Digest realm="ours", nonce="1"');
  const withHa1 = new DigestClient(kernel, () => ({ user: "alice", ha1: { MD5: ha1 } }));
  assert.equal(withHa1.answer(challenge, bare, next), clientFor("ours").answer(challenge, bare, next));
  const other = challenged('WWW-Authenticate: Digest realm="ours", nonce="1", algorithm=SHA-256');
  assert.equal(withHa1.answer(other, bare, next), null);
});

test("realms are remembered in bounded number", () => {
  const client = new DigestClient(new TestKernel(), () => ({ user: "alice", password: "secret" }));
  for (let i = 0; i < 100; i++)
    client.answer(challenged(`WWW-Authenticate: Digest realm="r${i}", nonce="1"`), bare, next);
  assert.equal(client.authorize(next).trimEnd().split("\r\n").length, 64);
});
