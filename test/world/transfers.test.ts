import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

/** Three registered phones; alice has called bob. */
function talking(): { scene: Scene; alice: Phone; bob: Phone; carol: Phone; call: OutgoingCall } {
  const scene = new Scene();
  const [alice, bob, carol] = ["alice", "bob", "carol"].map((name) =>
    scene.registered(name, "180@100ms+200@500ms"),
  ) as [Phone, Phone, Phone];
  const call = alice.invite("sip:bob@example.com");
  scene.world.run(2000);
  return { scene, alice, bob, carol, call };
}

describe("transfers and conferences are calls like any other to the proxy", () => {
  // covers: testBlindTransferExtensionToExtensionHangupImmediately
  test("blind transfer: REFER, BYE at once, and the call to the new phone", () => {
    const { scene, alice, bob, carol, call } = talking();
    const refer = bob.call.dialog.request("REFER", {
      headers: ["Refer-To: <sip:carol@example.com>", `Contact: ${bob.contact()}`],
    });
    scene.world.run(200);
    bob.call.hangUp();
    const second = alice.invite("sip:carol@example.com", { byeAfterMs: 2000 });
    const notify = call.dialog.request("NOTIFY", {
      headers: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
      body: "SIP/2.0 200 OK\r\n",
    });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(refer.finals(), [200]);
      assert.equal(alice.received("REFER")[0]?.message.field("Refer-To"), "<sip:carol@example.com>");
      assert.deepEqual(notify.finals(), [200]);
      assert.deepEqual(second.finals(), [200]);
      assert.equal(carol.received("BYE").length, 1);
      assert.equal(call.dialog.ended, true);
    });
  });

  // covers: testAttendedExtensionToExtensionTransfer
  test("attended transfer: Refer-To with Replaces arrives untouched, the new call replaces the old", () => {
    const { scene, alice, bob, carol, call } = talking();
    const consult = bob.invite("sip:carol@example.com");
    scene.world.run(2000);
    const { callId, localTag, remoteTag } = consult.dialog;
    const replaces = `${callId};to-tag=${remoteTag};from-tag=${localTag}`;
    const referTo = `Refer-To: <sip:carol@example.com?Replaces=${encodeURIComponent(replaces)}>`;
    const refer = bob.call.dialog.request("REFER", { headers: [referTo, `Contact: ${bob.contact()}`] });
    const third = alice.invite(
      "sip:carol@example.com",
      {},
      { headers: [`Replaces: ${replaces}`, "Require: replaces"] },
    );
    scene.world.run(2000);
    for (const each of [call, consult, third]) each.hangUp();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(refer.finals(), [200]);
      assert.equal(`Refer-To: ${alice.received("REFER")[0]?.message.field("Refer-To")}`, referTo);
      assert.equal(
        carol.calls[1]?.received.message.field("Replaces"),
        replaces,
        "what a Require asks of the phone is not the proxy's to judge",
      );
      assert.deepEqual(third.finals(), [200]);
    });
  });

  // covers: testConferenceConferencorHangsUp
  test("a conference: one phone in two dialogs hangs up both", () => {
    const { scene, alice, bob, carol, call } = talking();
    const other = alice.invite("sip:carol@example.com");
    scene.world.run(2000);
    const holds = [call, other].map((each) => each.dialog.request("UPDATE"));
    scene.world.run(500);
    for (const each of [call, other]) each.hangUp();
    scene.settle();
    scene.world.explain(() => {
      for (const hold of holds) assert.deepEqual(hold.finals(), [200]);
      for (const phone of [bob, carol]) assert.equal(phone.received("BYE").length, 1, phone.name);
    });
  });
});
