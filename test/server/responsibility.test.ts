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
