import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import type { Hash } from "../../src/kernel/mod.ts";
import { parseSipUri } from "../../src/syntax/mod.ts";
import {
  type Flow,
  FlowTokens,
  type Listener,
  type Protocol,
  type Target,
  type Transport,
} from "../../src/transport/mod.ts";

const hash: Hash = {
  md5: (text) => createHash("md5").update(text, "latin1").digest("hex"),
  sha256: (text) => createHash("sha256").update(text, "latin1").digest("hex"),
  sha512_256: (text) => createHash("sha512-256").update(text, "latin1").digest("hex"),
  hmacSha256: (key, text) => createHmac("sha256", Buffer.from(key, "latin1")).update(text, "latin1").digest("hex"),
};
const tokens = new FlowTokens(hash, "secret");

function listener(protocol: Protocol, host = "10.0.0.1"): Listener {
  return { protocol, host, port: 5060, sentBy: "" };
}

function flow(protocol: Protocol, id: number, remoteHost = "192.0.2.7", at = listener(protocol)): Flow {
  return {
    protocol,
    listener: at,
    remoteHost,
    remotePort: 49_152,
    id,
    open: true,
    send: () => true,
    attach() {},
    detach() {},
  };
}

test("what was signed can be read again, for every protocol and address family", () => {
  const hosts = ["192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7", "fe80::1%br-lan.7"];
  for (const protocol of ["UDP", "TCP", "TLS", "WS", "WSS"] as const) {
    for (const host of hosts) {
      const local = host.includes(":") ? "2001:db8::99" : "10.0.0.1";
      const id = protocol === "UDP" ? 0 : 1_795_253_532_584;
      assert.deepEqual(tokens.open(tokens.sign(flow(protocol, id, host, listener(protocol, local)))), {
        flowId: id,
        protocol,
        localListener: protocol === "UDP" ? (local === "10.0.0.1" ? "10.0.0.1:5060" : "[2001:db8::99]:5060") : null,
        remoteHost: host,
        remotePort: 49_152,
      });
    }
  }
});

test("a token stands in a URI as it is, and survives being escaped on the way", () => {
  for (const host of ["192.0.2.7", "2001:db8::1"]) {
    const token = tokens.sign(flow("UDP", 0, host));
    assert.equal(parseSipUri(`sip:${token}@edge.example.test;lr`)?.user, token);
    const escaped = token.replaceAll("-", "%2D").replaceAll("_", "%5f");
    assert.deepEqual(tokens.open(escaped), tokens.open(token));
  }
});

test("any change is a forgery, and so is another secret", () => {
  const token = tokens.sign(flow("TCP", 77));
  assert.notEqual(tokens.open(token), "forged");
  for (let i = 0; i < token.length; i++) {
    const changed = token.slice(0, i) + (token[i] === "1" ? "2" : "1") + token.slice(i + 1);
    const opened = tokens.open(changed);
    assert.ok(opened === "forged" || opened === null, changed);
  }
  assert.equal(tokens.open(token.replace("192.0.2.7", "192.0.2.8")), "forged");
  assert.equal(new FlowTokens(hash, "other").open(token), "forged");
  assert.equal(tokens.open(`${token.slice(0, -1)}`), null);
});

test("the users of ordinary URIs are no tokens", () => {
  const users = [
    "",
    "alice",
    "u-",
    "t-1",
    "+15551234567",
    "u-192.0.2.7-aaaaaaaaaaaaaaaaaaaa",
    `x${"-".repeat(40)}`,
    "%41lice",
    `q-1-192.0.2.7-1f4s-${"0".repeat(20)}`,
  ];
  for (const user of users) assert.equal(tokens.open(user), null, user);
});

test("a token leads to its flow, or says that the flow is gone", () => {
  const udp = listener("UDP");
  const live = flow("TCP", 5);
  const asked: [Target, Listener | undefined][] = [];
  const transport: Transport = {
    listeners: [listener("UDP", "10.0.0.2"), udp, listener("TCP")],
    flowTo: (target, from) => {
      asked.push([target, from]);
      return flow("UDP", 0);
    },
    flowById: (id) => (id === 5 ? live : null),
  };
  assert.equal(tokens.resolve(tokens.sign(live), transport), live);
  assert.equal(tokens.resolve(tokens.sign(flow("TCP", 6)), transport), "gone");
  assert.equal(tokens.resolve(tokens.sign(flow("TCP", 5, "192.0.2.8")), transport), "gone", "another peer's id");
  assert.equal(
    tokens.resolve(tokens.sign({ ...live, open: false }), { ...transport, flowById: () => ({ ...live, open: false }) }),
    "gone",
  );
  assert.equal((tokens.resolve(tokens.sign(flow("UDP", 0)), transport) as Flow).protocol, "UDP");
  assert.deepEqual(asked, [[{ protocol: "UDP", host: "192.0.2.7", port: 49_152, domain: "" }, udp]]);
  assert.equal(
    tokens.resolve(tokens.sign(flow("UDP", 0, "192.0.2.7", listener("UDP", "10.9.9.9"))), transport),
    "gone",
  );
  assert.equal(tokens.resolve("alice", transport), null);
  assert.equal(tokens.resolve(tokens.sign(live).replace("t-5", "t-6"), transport), "forged");
});
