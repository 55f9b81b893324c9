import assert from "node:assert/strict";
import { test } from "node:test";
import { Binding } from "../../src/server/binding.ts";
import { targetsOfBindings } from "../../src/server/target-set.ts";
import { plainBinding } from "./binding-kit.ts";

const named: readonly [contact: string, userAgent: string, name: string, why: string][] = [
  ["sip:desk@192.0.2.1", "baresip v1.0.0 (x86_64/linux)", "desk", "the contact says what its user calls it"],
  ["sip:desk2@192.0.2.1", "", "desk2", "with a number"],
  ["sip:101@192.0.2.1", "Yealink SIP-T46S 66.84", "101", "an extension"],
  ["sip:alice@192.0.2.1", "Yealink SIP-T46S 66.84", "Yealink", "the user's own name tells no phone from another"],
  ["sip:alice-0x55e6b5bc5dc0@192.0.2.1", "baresip v1.0.0 (x86_64/linux)", "baresip", "baresip makes its contacts up"],
  ["sip:alice-0x555693565ad0@192.0.2.1", "baresip v1.0.0 (x86_64/linux)", "baresip", "of digits mostly"],
  ["sip:k3n8v0pd@192.0.2.1;transport=ws", "JsSIP 3.10", "JsSIP", "so do phones in pages"],
  ["sip:k3n8v0pd@192.0.2.1;transport=ws", "", "k3n8v0pd", "better than the address, which they share"],
  ["sip:alice@192.0.2.1:5062", "Unknown (belle-sip/5.2)", "192.0.2.1:5062", "linphone's daemon does not know its name"],
];

for (const [contact, userAgent, name, why] of named) {
  test(`${contact} of ${userAgent === "" ? "a nameless phone" : userAgent} is called ${name}: ${why}`, () => {
    const [[target] = []] = targetsOfBindings([new Binding({ ...plainBinding, contact, userAgent })], "alice", false);
    assert.equal(target?.name, name);
  });
}
