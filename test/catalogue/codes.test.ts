/** What must hold for the whole table of response codes, whoever edits an entry next. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type FactName, type Facts, responseCode, responseCodes, type XmppCondition } from "../../src/catalogue/mod.ts";

/** The codes for which the fact has one of the values. */
function codesWhere<F extends FactName>(fact: F, ...values: Facts[F][]): number[] {
  return responseCodes.filter((entry) => values.includes(entry[fact])).map((entry) => entry.code);
}

function ofClass(...classes: string[]): number[] {
  return responseCodes.filter((entry) => classes.includes(entry.class)).map((entry) => entry.code);
}

const FACTS: readonly FactName[] = [
  "scope",
  "sentBy",
  "methods",
  "obsoleteFor",
  "next",
  "retryAfter",
  "rank",
  "stopsHunting",
  "cancelsBranches",
  "aggregated",
  "rewrittenAs",
  "dialogEffect",
  "cacheable",
  "q850",
  "xmpp",
  "hops",
  "billing",
  "concerns",
  "repairedBy",
  "carries",
];

test("75 registered codes, two of RFC 2543 and one from the field, each once and ascending", () => {
  const codes = responseCodes.map((entry) => entry.code);
  assert.deepEqual(
    codes,
    [...new Set(codes)].sort((a, b) => a - b),
  );
  const by = (registry: string) => responseCodes.filter((e) => e.registry === registry).map((e) => e.code);
  assert.equal(by("iana").length, 75);
  assert.deepEqual(by("obsolete"), [409, 411]);
  assert.deepEqual(by("unregistered"), [666]);
  for (const entry of responseCodes) assert.equal(entry.class, `${Math.floor(entry.code / 100)}xx`, `${entry.code}`);
});

test("every fact is there and has a source; only what no document settles rests on practice", () => {
  const practice: string[] = [];
  for (const entry of responseCodes) {
    assert.deepEqual(Object.keys(entry.sources).sort(), [...FACTS].sort(), `${entry.code}`);
    for (const fact of FACTS) {
      assert.notEqual(entry[fact], undefined, `${entry.code} ${fact}`);
      const source = entry.sources[fact];
      if (/^practice: \S/.test(source)) practice.push(fact === "hops" ? "hops" : `${entry.code} ${fact}`);
      else assert.match(source, /^RFC \d+( §\d[\dA-Z.]*(, §\d[\dA-Z.]*)*)?$/, `${entry.code} ${fact}`);
    }
  }
  assert.deepEqual([...new Set(practice)].sort(), ["603 sentBy", "666 concerns", "666 sentBy", "hops"]);
});

test("the table and everything in it is frozen", () => {
  const thaw = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    assert.ok(Object.isFrozen(value), at);
    for (const [key, inner] of Object.entries(value)) thaw(inner, `${at}.${key}`);
  };
  thaw(responseCodes, "responseCodes");
});

test("RFC 3261 §16.7: 2xx and 6xx end the hunt and the pending branches, nothing else does", () => {
  assert.deepEqual(codesWhere("stopsHunting", true), ofClass("2xx", "6xx"));
  assert.deepEqual(codesWhere("cancelsBranches", true), ofClass("2xx", "6xx"));
});

test("RFC 3261 §16.7: the order of the best response", () => {
  assert.deepEqual(codesWhere("rank", null), ofClass("1xx"));
  assert.deepEqual(codesWhere("rank", 0), ofClass("2xx"));
  assert.deepEqual(codesWhere("rank", 10), ofClass("6xx"));
  assert.deepEqual(codesWhere("rank", 30), ofClass("3xx"));
  assert.deepEqual(codesWhere("rank", 40), [401, 407, 415, 420, 484]);
  assert.deepEqual(codesWhere("rank", 40, 45), ofClass("4xx"));
  assert.deepEqual(codesWhere("rank", 50), ofClass("5xx"));
});

test("RFC 3261 §16.7: challenges are merged, a 503 goes upstream as 500, a failed flow as 480", () => {
  assert.deepEqual(codesWhere("aggregated", true), [401, 407]);
  assert.deepEqual(codesWhere("rewrittenAs", 500), [503]);
  assert.deepEqual(codesWhere("rewrittenAs", 480), [430]);
  assert.equal(codesWhere("rewrittenAs", null).length, responseCodes.length - 2);
});

test("RFC 3261 §20.33: the eight codes Retry-After is defined for", () => {
  assert.deepEqual(codesWhere("retryAfter", true), [404, 413, 480, 486, 500, 503, 600, 603]);
});

test("RFC 5057 §5.1: what a failure takes down", () => {
  assert.deepEqual(codesWhere("dialogEffect", "dialog"), [404, 410, 416, 482, 483, 484, 485, 502, 604]);
  assert.deepEqual(codesWhere("dialogEffect", "usage"), [405, 480, 481, 489, 501]);
});

test("RFC 3261 §21.3.2, §21.3.3: only 301 and 302 give an address to keep", () => {
  assert.deepEqual(codesWhere("cacheable", true), [301, 302]);
});

test("scope: nothing is refused below 400, and a 6xx speaks for the user everywhere", () => {
  assert.deepEqual(codesWhere("scope", null), ofClass("1xx", "2xx", "3xx"));
  assert.deepEqual(codesWhere("scope", "everywhere"), ofClass("6xx"));
  assert.deepEqual(codesWhere("scope", "domain"), [404, 410, 484, 485]);
});

test("RFC 3261 §10.3, §22.1: a registrar sends no 6xx, a proxy no 401, no one else a 407", () => {
  for (const entry of responseCodes) {
    if (entry.class === "6xx") assert.ok(!entry.sentBy.includes("registrar"), `${entry.code}`);
    assert.ok(entry.sentBy.length > 0, `${entry.code}`);
    assert.equal(new Set(entry.sentBy).size, entry.sentBy.length, `${entry.code}`);
    if (entry.code === 401) assert.ok(!entry.sentBy.includes("proxy"));
    if (entry.code === 407) assert.deepEqual(entry.sentBy, ["proxy"]);
    if (entry.code === 305) assert.deepEqual(entry.sentBy, ["uas"]);
  }
});

test("RFC 4320: no 408 and no provisional but 100 to a non-INVITE request", () => {
  for (const entry of responseCodes) {
    if (entry.code === 408 || (entry.class === "1xx" && entry.code !== 100)) {
      assert.deepEqual(entry.methods, ["INVITE"], `${entry.code}`);
    }
    if (entry.methods !== "any") {
      assert.ok(entry.methods.length > 0, `${entry.code}`);
      for (const method of entry.obsoleteFor) assert.ok(!entry.methods.includes(method), `${entry.code} ${method}`);
    } else {
      assert.deepEqual(entry.obsoleteFor, [], `${entry.code}`);
    }
    for (const list of [entry.methods, entry.obsoleteFor]) {
      // "An ACK is never answered."
      if (list !== "any") assert.ok(!list.includes("ACK"), `${entry.code}`);
    }
  }
});

test("the next step fits the class", () => {
  assert.deepEqual(codesWhere("next", "wait", "releaseEarlyDialog"), ofClass("1xx"));
  assert.deepEqual(codesWhere("next", "ack", "awaitNotify"), [200, 202]);
  assert.deepEqual(codesWhere("next", "redirect"), [300, 301, 302, 305]);
  assert.deepEqual(codesWhere("next", "authenticate"), [401, 407]);
  // A code with Retry-After can be repeated, or is final unless the header says otherwise.
  for (const entry of responseCodes) {
    if (!entry.retryAfter) continue;
    assert.ok(["retryLater", "tryElsewhere", "repair", "giveUp"].includes(entry.next), `${entry.code}`);
  }
});

test("money: only a 200 starts a charge, and a failure is never charged", () => {
  assert.deepEqual(codesWhere("billing", "starts"), [200]);
  assert.deepEqual(codesWhere("billing", "notStarted"), ofClass("1xx"));
  assert.deepEqual(codesWhere("billing", "newLeg"), ofClass("3xx"));
  assert.deepEqual(codesWhere("billing", "none"), [202, 204, 401, 407]);
});

test("gateways: a cause and an XMPP condition for every refusal but 487, which has nothing left to clear", () => {
  assert.deepEqual(codesWhere("q850", null), [...ofClass("1xx", "2xx"), 487]);
  assert.deepEqual(codesWhere("xmpp", null), ofClass("1xx", "2xx"));
});

test("RFC 7247 §7.2: XMPP conditions, row by row, and each class's own for the rest", () => {
  const rows: Record<XmppCondition, number[]> = {
    "bad-request": [400, 402, 493],
    "feature-not-implemented": [405, 420, 439, 501],
    forbidden: [403],
    gone: [301, 410],
    "internal-server-error": [500, 503],
    "item-not-found": [404, 481, 484, 485, 604],
    "not-acceptable": [380, 406, 415, 416, 421, 482, 483, 488, 505, 606],
    "not-authorized": [401],
    "policy-violation": [413, 414, 440, 489, 513],
    "recipient-unavailable": [430, 480, 486, 487, 600, 603],
    redirect: [300, 302, 305],
    "registration-required": [407],
    "remote-server-not-found": [502],
    "remote-server-timeout": [408, 504],
    "resource-constraint": [423],
    "unexpected-request": [491],
  };
  const rest = {
    "3xx": "redirect",
    "4xx": "bad-request",
    "5xx": "internal-server-error",
    "6xx": "recipient-unavailable",
  };
  const listed = new Map(Object.entries(rows).flatMap(([condition, codes]) => codes.map((code) => [code, condition])));
  for (const { code, class: name, xmpp } of responseCodes) {
    if (name === "1xx" || name === "2xx") continue;
    assert.equal(xmpp, listed.get(code) ?? rest[name], `${code}`);
  }
});

test("a fact that one document settles for all codes rests on that document", () => {
  const documents: Partial<Record<FactName, string>> = {
    retryAfter: "RFC 3261 §20.33",
    rank: "RFC 3261 §16.7",
    stopsHunting: "RFC 3261 §16.7",
    cancelsBranches: "RFC 3261 §16.7",
    aggregated: "RFC 3261 §16.7",
    rewrittenAs: "RFC 3261 §16.7",
    cacheable: "RFC 3261 §8.1.3.4",
    q850: "RFC 3398 §8.2.6.1",
    xmpp: "RFC 7247 §7.2",
  };
  // Said by the section of the code itself, or of the message it becomes.
  const elsewhere = new Set(["301 cacheable", "302 cacheable"]);
  for (const { code, class: name, sources } of responseCodes) {
    for (const [fact, document] of Object.entries(documents)) {
      if (elsewhere.has(`${code} ${fact}`) || (fact === "q850" && (name === "1xx" || name === "2xx"))) continue;
      assert.equal(sources[fact as FactName], document, `${code} ${fact}`);
    }
  }
  assert.equal(responseCode(302)?.sources.cacheable, "RFC 3261 §21.3.3");
  assert.equal(responseCode(404)?.sources.scope, "RFC 3261 §21.4.5");
  assert.equal(responseCode(404)?.sources.dialogEffect, "RFC 5057 §5.1");
  // Later documents that say of their own code what RFC 5057 says of unknown ones.
  assert.equal(responseCode(607)?.sources.dialogEffect, "RFC 8197 §4");
});
