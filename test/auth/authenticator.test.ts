import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Authenticator,
  type AuthenticatorOptions,
  type ChallengeKind,
  DigestClient,
  type Verdict,
} from "../../src/auth/mod.ts";
import type { Observation } from "../../src/kernel/mod.ts";
import { MemoryUsers, userRecord } from "../../src/server/users.ts";
import { type Message, parseChallenge, parseCredentials } from "../../src/syntax/mod.ts";
import { message, request, TestKernel } from "./kit.ts";

const peer = { remoteHost: "192.0.2.1", remotePort: 5060 };
const uri = "sip:example.com";

/** A server and a client who knows a password. */
class Pair {
  readonly kernel: TestKernel;
  readonly users = new MemoryUsers();
  readonly server: Authenticator;
  readonly client: DigestClient;
  readonly told: string[] = [];

  constructor(options: AuthenticatorOptions = {}, user = "alice", password = "wonderland", seed = "one") {
    this.kernel = new TestKernel(seed);
    this.users.put(userRecord(this.kernel.hash, "alice", "example.com", "example.com", "wonderland"));
    this.server = new Authenticator(this.kernel, this.users, options);
    this.client = new DigestClient(this.kernel, () => ({ user, password }));
    this.kernel.observations.subscribe(["authentication"], (seen: Observation) => {
      if (seen.type === "authentication") this.told.push(`${seen.result} ${seen.user}`.trim());
    });
  }

  challenge(kind: ChallengeKind = "www", stale = false): Message {
    const status = kind === "www" ? "SIP/2.0 401 Unauthorized" : "SIP/2.0 407 Proxy Authentication Required";
    return message(status, ...this.server.challenge(kind, "example.com", stale).trimEnd().split("\r\n"));
  }

  /** The header lines with which the client answers a challenge. */
  answer(challenge: Message, method = "REGISTER", body = ""): string {
    const lines = this.client.answer(challenge, request(method, uri), { method, requestUri: uri, body });
    assert.ok(lines !== null);
    return lines;
  }

  verify(lines: string, method = "REGISTER", kind: ChallengeKind = "www"): Verdict["result"] {
    return this.server.verify(
      request(method, uri, ...lines.trimEnd().split("\r\n")),
      kind,
      "example.com",
      "example.com",
      peer,
    ).result;
  }
}

test("challenge, answer, accepted: for every algorithm, as registrar and as proxy", () => {
  for (const algorithm of ["MD5", "SHA-256", "SHA-512-256"] as const) {
    for (const kind of ["www", "proxy"] as const) {
      const pair = new Pair({ algorithms: [algorithm] });
      assert.equal(pair.verify("X: y", "REGISTER", kind), "missing");
      const lines = pair.answer(pair.challenge(kind));
      assert.match(lines, kind === "www" ? /^Authorization: Digest / : /^Proxy-Authorization: Digest /);
      assert.match(lines, new RegExp(`algorithm=${algorithm},`));
      const verdict = pair.server.verify(request("REGISTER", uri, lines), kind, "example.com", "example.com", peer);
      assert.ok(verdict.result === "accepted");
      assert.equal(verdict.identity, "alice@example.com");
      assert.deepEqual(pair.told, ["challenged", "accepted alice"]);
    }
  }
});

test("a challenge stands as RFC 7616 §3.3 writes it, whatever its realm holds", () => {
  const realm = 'a "nonce=" of nobody';
  const lines = new Pair({ qop: "auth,auth-int" }).server.challenge("proxy", realm, true);
  const nonce = parseChallenge(lines.slice(lines.indexOf(":") + 1).trim())?.nonce;
  assert.match(nonce ?? "", /^[^" ]{20,}$/);
  const quoted = 'realm="a \\"nonce=\\" of nobody"';
  const rest = 'algorithm=MD5, qop="auth,auth-int", stale=true';
  assert.equal(lines, `Proxy-Authenticate: Digest ${quoted}, nonce="${nonce}", ${rest}\r\n`);
});

test("one challenge by default; several on request, the best on top", () => {
  assert.equal(new Pair().server.challenge("www", "example.com", false).split("\r\n").length, 2);
  const pair = new Pair({ algorithms: ["SHA-256", "MD5"] });
  const values = pair.server.challenge("www", "example.com", true).trimEnd().split("\r\n");
  const read = values.map((line) => parseChallenge(line.slice(line.indexOf(":") + 1)));
  assert.deepEqual(
    read.map((each) => [each?.algorithm, each?.realm, each?.qop, each?.stale]),
    [
      ["SHA-256", "example.com", ["auth"], true],
      ["MD5", "example.com", ["auth"], true],
    ],
  );
  assert.match(pair.answer(pair.challenge()), /algorithm=SHA-256/);
  // A weaker algorithm than those offered is not accepted (RFC 8760 §2.3).
  const strict = new Pair({ algorithms: ["SHA-256"] });
  const weak = new Pair({ algorithms: ["MD5"] });
  assert.equal(strict.verify(weak.answer(weak.challenge())), "wrong");
});

test("an unknown user and a wrong password look alike on the wire, and cost the same hashes", () => {
  const hashes: number[] = [];
  for (const [user, password, told] of [
    ["alice", "guess", "wrong password alice"],
    ["nobody", "guess", "unknown user nobody"],
    ["alice@elsewhere.com", "wonderland", "unknown user alice@elsewhere.com"],
  ] as const) {
    const pair = new Pair({}, user, password);
    const lines = pair.answer(pair.challenge());
    let count = 0;
    const md5 = pair.kernel.hash.md5.bind(pair.kernel.hash);
    pair.kernel.hash.md5 = (text) => {
      count++;
      return md5(text);
    };
    assert.equal(pair.verify(lines), "wrong");
    hashes.push(count);
    assert.deepEqual(pair.told, [told]);
  }
  assert.deepEqual(hashes, [2, 2, 2]);
  const pair = new Pair();
  const lengths = new Set([1, 2, 3].map(() => pair.server.challenge("www", "example.com", false).length));
  assert.equal(lengths.size, 1);
});

test("a right password that was made for another realm does not count", () => {
  const pair = new Pair();
  pair.users.put(userRecord(pair.kernel.hash, "alice", "example.com", "other", "wonderland"));
  assert.equal(pair.verify(pair.answer(pair.challenge())), "wrong");
});

test("algorithms in turn, for one URI", () => {
  const pair = new Pair({ algorithms: ["SHA-256", "MD5"] });
  const both = pair.server.challenge("www", "example.com", false).trimEnd().split("\r\n");
  const lines = both.map((line) => pair.answer(message("SIP/2.0 401 Unauthorized", line)));
  for (const each of lines) assert.equal(pair.verify(each), "accepted");
});

test("user@domain logs in as well", () => {
  const pair = new Pair({}, "alice@example.com");
  assert.equal(pair.verify(pair.answer(pair.challenge())), "accepted");
});

test("a nonce ends after its lifetime: stale to who knows the password, wrong to everybody else", () => {
  const pair = new Pair({ lifetime: 300 });
  const lines = pair.answer(pair.challenge());
  const guess = lines.replace(/response="[0-9a-f]+"/, `response="${"0".repeat(32)}"`);
  pair.kernel.pass(300_000);
  assert.equal(pair.verify(guess), "wrong");
  assert.equal(pair.verify(lines), "accepted");
  pair.kernel.pass(2_000);
  assert.equal(pair.verify(pair.client.authorize({ method: "REGISTER", requestUri: uri, body: "" })), "stale");
  assert.deepEqual(pair.told, ["wrong password alice", "accepted alice", "stale nonce alice"]);
  assert.match(pair.server.challenge("www", "example.com", true), /, stale=true\r\n$/);
});

test("the nonce of another server (or of this one before its restart) or one made up is stale", () => {
  const pair = new Pair();
  const stranger = new Pair({}, "alice", "wonderland", "two");
  assert.equal(pair.verify(stranger.answer(stranger.challenge())), "stale");
  const nonce = /nonce="([^"]+)"/.exec(pair.server.challenge("www", "example.com", false))?.[1] ?? "";
  for (const forged of [
    "x",
    `${nonce.slice(0, -1)}!`,
    `ffffffff${nonce.slice(8)}`,
    `0${nonce.slice(1)}`,
    nonce.toUpperCase(),
  ]) {
    const challenge = message(
      "SIP/2.0 401 Unauthorized",
      `WWW-Authenticate: Digest realm="example.com", nonce="${forged}", qop="auth"`,
    );
    assert.equal(pair.verify(pair.answer(challenge)), "stale", forged);
  }
});

test("nonce-count must rise: a repeated request is stale, not accepted", () => {
  const pair = new Pair();
  const first = pair.answer(pair.challenge());
  const protection = { method: "REGISTER", requestUri: uri, body: "" };
  const second = pair.client.authorize(protection);
  const third = pair.client.authorize(protection);
  assert.equal(pair.verify(first), "accepted");
  assert.equal(pair.verify(third), "accepted");
  for (const old of [first, second, third]) assert.equal(pair.verify(old), "stale");
  assert.deepEqual(pair.told.slice(-3), ["replayed alice", "replayed alice", "replayed alice"]);
  assert.equal(pair.verify(pair.client.authorize(protection)), "accepted");
});

test("without qop (RFC 2069) a nonce serves once", () => {
  const pair = new Pair();
  const value = pair.server.challenge("www", "example.com", false).replace(', qop="auth"', "");
  const lines = pair.answer(message("SIP/2.0 401 Unauthorized", value.trimEnd()));
  assert.doesNotMatch(lines, /qop|cnonce|nc=/);
  assert.equal(pair.verify(lines), "accepted");
  assert.equal(pair.verify(lines), "stale");
});

test("auth-int protects the body", () => {
  const pair = new Pair({ qop: "auth-int" });
  const lines = pair.answer(pair.challenge(), "MESSAGE", "hello");
  const head = request("MESSAGE", uri, lines, "Content-Length: 5").raw;
  const whole = (body: string) => message(...`${head}${body}`.split("\r\n"));
  assert.equal(pair.server.verify(whole("jello"), "www", "example.com", "example.com", peer).result, "wrong");
  assert.equal(pair.server.verify(whole("hello"), "www", "example.com", "example.com", peer).result, "accepted");
});

test("-sess algorithms", () => {
  for (const algorithm of ["MD5", "SHA-256"] as const) {
    const pair = new Pair({ algorithms: [algorithm] });
    const value = pair.server
      .challenge("www", "example.com", false)
      .replace(`algorithm=${algorithm}`, `algorithm=${algorithm}-sess`);
    const lines = pair.answer(message("SIP/2.0 401 Unauthorized", value.trimEnd()));
    assert.match(lines, /-sess,/);
    assert.equal(pair.verify(lines), "accepted");
  }
});

test("only credentials for our realm matter, wherever they stand", () => {
  const pair = new Pair();
  const ours = pair.answer(pair.challenge());
  const others = ours.replace('realm="example.com"', 'realm="gateway"');
  assert.equal(pair.verify(others), "missing");
  assert.deepEqual(pair.told, ["wrong realm"]);
  assert.equal(pair.verify(`Authorization: Basic eDp5\r\n${others}${ours}`), "accepted");
});

test("quoted or bare, any case, any space, folded", () => {
  const pair = new Pair();
  const value = parseCredentials(pair.answer(pair.challenge()).slice("Authorization: ".length).trimEnd());
  assert.ok(value);
  const line =
    `Authorization:dIGEST   Username = "al\\ice" ,REALM="example.com",\r\n nonce="${value.nonce}", uri="${value.uri}",,` +
    `RESPONSE="${value.response.toUpperCase()}", Algorithm="md5", cnonce="${value.cnonce}", qop="AUTH", nc="${value.nc}", auts=""`;
  // qop goes into the hash in lower case, which is how the client wrote it.
  assert.equal(pair.verify(line), "accepted");
});

test("credentials that cannot be checked are malformed; another scheme is none", () => {
  const pair = new Pair();
  const good = pair.answer(pair.challenge());
  for (const bad of [
    "Authorization: Digest",
    "Authorization: Digest username",
    'Authorization: Digest username="alice',
    'Authorization: Digest username="alice" realm="example.com"',
    good.replace(/response="[^"]+", /, ""),
    good.replace(/uri="[^"]+"/, 'uri=""'),
    good.replace("nc=00000001", "nc=zz"),
    good.replace(/, nc=00000001/, ""),
    good.replace("qop=auth", "qop=token"),
    good.replace("algorithm=MD5", "algorithm=SHA-1"),
    good.replace("realm=", 'realm="example.com", realm='),
  ]) {
    assert.equal(pair.verify(bad), "malformed", bad);
  }
  assert.equal(pair.verify("Authorization: NoOneKnowsThisScheme opaque-data=here"), "missing"); // RFC 4475 §3.3.7
  assert.equal(pair.verify("Authorization: Digestive x=y"), "missing");
  assert.equal(pair.verify(good), "accepted");
});

test("the digest-uri need not be the Request-URI (RFC 3261 §22.4), the method must be the method", () => {
  const pair = new Pair();
  const lines = pair.answer(pair.challenge());
  assert.equal(pair.verify(lines, "INVITE"), "wrong");
  const credentials = request("REGISTER", "sip:other.example.com", lines);
  assert.equal(pair.server.verify(credentials, "www", "example.com", "example.com", peer).result, "accepted");
});

test("memory of used nonces is bounded, and forgetting one never makes it usable again", () => {
  const pair = new Pair({ maxNonces: 3 });
  const used: string[] = [];
  for (let i = 0; i < 8; i++) {
    const lines = pair.answer(pair.challenge());
    assert.equal(pair.verify(lines), "accepted");
    used.push(lines);
    pair.kernel.pass(1000);
  }
  for (const lines of used) assert.equal(pair.verify(lines), "stale");
});

test("any text as credentials gives a verdict", () => {
  const pair = new Pair();
  const good = pair.answer(pair.challenge()).trimEnd();
  for (let i = 0; i < good.length; i++) {
    for (const cut of [
      good.slice(0, i),
      good.slice(0, i) + good.slice(i + 1),
      `${good.slice(0, i)}"${good.slice(i)}`,
      `${good.slice(0, i)}\\${good.slice(i)}`,
    ]) {
      if (!cut.startsWith("Authorization:")) continue;
      assert.ok(["missing", "malformed", "wrong", "stale", "accepted"].includes(pair.verify(cut)));
    }
  }
});
