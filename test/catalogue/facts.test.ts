/** Single facts, row by row, that everything else leans on: written down here a second time so that no edit moves them unseen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Facts, methodFacts, NON_INVITE_METHODS, responseCode } from "../../src/catalogue/mod.ts";

function said(code: number): Facts {
  const entry = responseCode(code);
  assert.ok(entry, `${code} is not in the catalogue`);
  return entry;
}

/** The facts named in `expected` have those values. */
function assertFacts(code: number, expected: Partial<Facts>): void {
  const entry = said(code);
  for (const [fact, value] of Object.entries(expected)) {
    assert.deepEqual(entry[fact as keyof Facts], value, `${code} ${fact}`);
  }
}

test("200: acknowledged by the UAC, and the answer from which a call is charged", () => {
  assertFacts(200, { next: "ack", billing: "starts", rank: 0, scope: null });
});

test("202: received as a 200, sent for a MESSAGE only (RFC 6665 §8.3.1, RFC 7647 §5)", () => {
  assertFacts(202, { next: "awaitNotify", methods: ["MESSAGE"], obsoleteFor: ["SUBSCRIBE", "NOTIFY", "REFER"] });
  assert.equal(responseCode(202)?.phrase, "Accepted");
});

test("302: to be kept only for its time; 301 for good", () => {
  assertFacts(302, { next: "redirect", cacheable: true, xmpp: "redirect", q850: 31 });
  assertFacts(301, { next: "redirect", cacheable: true, xmpp: "gone" });
});

test("404 and 604 differ in scope, not in certainty", () => {
  assertFacts(404, { scope: "domain", next: "giveUp", retryAfter: true, dialogEffect: "dialog", q850: 1 });
  assertFacts(604, { scope: "everywhere", next: "giveUp", retryAfter: false, dialogEffect: "dialog", q850: 1 });
  assert.equal(said(404).xmpp, "item-not-found");
  assert.equal(said(604).xmpp, "item-not-found");
});

test("480, 486, 600, 603: here or everywhere, busy or unwilling", () => {
  assertFacts(480, { scope: "here", next: "retryLater", stopsHunting: false, dialogEffect: "usage", q850: 18 });
  assertFacts(486, { scope: "here", next: "retryLater", stopsHunting: false, dialogEffect: "transaction", q850: 17 });
  assertFacts(600, { scope: "everywhere", next: "retryLater", stopsHunting: true, cancelsBranches: true, q850: 17 });
  assertFacts(603, { scope: "everywhere", next: "giveUp", stopsHunting: true, cancelsBranches: true, q850: 21 });
  for (const code of [480, 486, 600, 603]) {
    assertFacts(code, { retryAfter: true, xmpp: "recipient-unavailable", billing: "notCharged" });
  }
});

test("603, 607, 608: a person or an analysis, this caller, an intermediary", () => {
  assertFacts(603, { sentBy: ["uas", "proxy"] });
  assertFacts(607, { sentBy: ["uas"], next: "giveUp", stopsHunting: true, retryAfter: false });
  assertFacts(608, { sentBy: ["proxy"], next: "seekRedress", stopsHunting: true, retryAfter: false });
});

test("what a back-to-back user agent makes of a refusal", () => {
  assertFacts(404, { hops: { asterisk: 404, freeswitch: 404 } });
  assertFacts(480, { hops: { asterisk: 480, freeswitch: 408 } });
  assertFacts(486, { hops: { asterisk: 486, freeswitch: 486 } });
  assertFacts(600, { hops: { asterisk: 486, freeswitch: 486 } });
  assertFacts(603, { hops: { asterisk: 403, freeswitch: 603 } });
  assertFacts(604, { hops: { asterisk: 404, freeswitch: 404 } });
});

test("408: not for a non-INVITE request, and a timeout to a gateway", () => {
  assertFacts(408, { methods: ["INVITE"], obsoleteFor: NON_INVITE_METHODS, q850: 102, next: "retryLater" });
});

test("430 is for the proxy, which tries the next flow; 439 and 555 for a registration", () => {
  assertFacts(430, { next: "tryElsewhere", scope: "hop", sentBy: ["proxy"] });
  assertFacts(439, { methods: ["REGISTER"], sentBy: ["registrar"] });
  assertFacts(555, { methods: ["REGISTER"] });
});

test("503: elsewhere at once, upstream as 500", () => {
  assertFacts(503, { next: "tryElsewhere", rewrittenAs: 500, retryAfter: true, scope: "hop" });
});

test("the phrases the registry changed its mind about", () => {
  assert.equal(responseCode(412)?.phrase, "Conditional Request Failed");
  assert.equal(responseCode(437)?.phrase, "Unsupported Credential");
  assert.equal(responseCode(436)?.phrase, "Bad Identity Info");
  assert.equal(responseCode(500)?.phrase, "Server Internal Error");
  assert.equal(responseCode(504)?.phrase, "Server Time-out");
});

test("methods: what makes a dialog, moves its target, forks, is challenged", () => {
  const names = (pick: (name: string) => boolean) =>
    ["ACK", "BYE", "CANCEL", "INFO", "INVITE", "MESSAGE", "NOTIFY"]
      .concat(["OPTIONS", "PRACK", "PUBLISH", "REFER", "REGISTER", "SUBSCRIBE", "UPDATE"])
      .filter(pick);
  const where = (fact: "createsDialog" | "targetRefresh" | "challengeable") => (name: string) =>
    methodFacts(name)?.[fact] === true;
  assert.deepEqual(names(where("createsDialog")), ["INVITE", "REFER", "SUBSCRIBE"]);
  assert.deepEqual(names(where("targetRefresh")), ["INVITE", "NOTIFY", "SUBSCRIBE", "UPDATE"]);
  assert.deepEqual(
    names((name) => !where("challengeable")(name)),
    ["ACK", "CANCEL"],
  );
  assert.deepEqual(
    names((name) => methodFacts(name)?.inDialog === "never"),
    ["CANCEL", "REGISTER"],
  );
  assert.deepEqual(
    names((name) => methodFacts(name)?.usage === null),
    ["MESSAGE", "OPTIONS", "PUBLISH"],
  );
  assert.equal(NON_INVITE_METHODS.length, 12);
  assert.equal(methodFacts("invite"), undefined, "methods compare with case");
});
