import assert from "node:assert/strict";
import { test } from "node:test";
import { Responsibility } from "../../src/server/responsibility.ts";
import { parseSipUri, type SipUri } from "../../src/syntax/mod.ts";

const uri = (text: string): SipUri => parseSipUri(text) as SipUri;

for (const written of ["[2001:DB8::1]", "2001:db8::1", "[2001:db8:0:0:0:0:0:1]"]) {
  test(`a domain that is an IPv6 address, written ${written}, is found however a URI writes it`, () => {
    const responsibility = new Responsibility([written], []);
    for (const host of ["[2001:db8::1]", "[2001:DB8:0::1]", "[2001:db8:0:0:0:0:0:1]"]) {
      const asked = uri(`sip:alice@${host}`);
      assert.equal(responsibility.isLocal(asked), true, host);
      assert.equal(responsibility.domainOf(asked.host), "2001:db8:0:0:0:0:0:1", host);
    }
    assert.equal(responsibility.isLocal(uri("sip:alice@[2001:db8::2]")), false);
    assert.equal(responsibility.only, "2001:db8:0:0:0:0:0:1");
  });
}

test("a listener on every address of the machine is the server by each of them, with its port", () => {
  const hosts = ["127.0.0.1", "192.0.2.1", "198.51.100.1"];
  const listener = { protocol: "UDP", host: "0.0.0.0", port: 5062, sentBy: "192.0.2.1:5062", hosts } as const;
  const responsibility = new Responsibility(["example.com"], [listener]);
  for (const host of hosts) {
    assert.equal(responsibility.isLocal(uri(`sip:alice@${host}:5062`)), true, host);
    assert.equal(responsibility.isOwnHost(host), true, host);
    assert.equal(responsibility.isLocal(uri(`sip:alice@${host}`)), false, host);
  }
  assert.equal(responsibility.isLocal(uri("sip:alice@198.51.100.2:5062")), false);
});
