import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  claimsOf,
  PAGE,
  pageOf,
  readClaims,
  readNames,
  readPurposes,
  skipLists,
  stateOfName,
  stateOfPurpose,
  strayTokens,
} from "../../scripts/conformance.ts";
import { namesNotApplicable } from "./not-applicable.ts";

test("every claim stands above a test", () => {
  const homeless = readClaims().filter(({ title }) => title === "");
  assert.deepEqual(homeless, []);
});

test("every claim names something of the lists", { skip: skipLists }, () => {
  assert.deepEqual(strayTokens(readNames(), readPurposes(), readClaims()), []);
});

test("nothing is called not applicable and covered at once", () => {
  const claims = readClaims();
  const both = Object.keys(namesNotApplicable).filter((name) => stateOfName(name, claims).state === "covered");
  assert.deepEqual(both, []);
});

test("what is called not applicable is on the list", { skip: skipLists }, () => {
  const names = readNames();
  assert.deepEqual(
    Object.keys(namesNotApplicable).filter((name) => !names.includes(name)),
    [],
  );
});

test("docs/conformance.md is up to date (npm run docs:conformance)", { skip: skipLists }, () => {
  assert.equal(readFileSync(PAGE, "utf8"), pageOf(readNames(), readPurposes(), readClaims()));
});

test("a claim belongs to the next test, or to the row of a table below it, whatever quotes the title has", () => {
  const source = [
    "const desk = (title: string) => test(title, () => {});",
    "// covers: testA, proxy §16.3 item 3",
    "for (const x of y) {",
    "  // covers: testB",
    "  test(`a $" + '{x ? `b` : "}"} c`, () => {});',
    "}",
    "// covers: testC",
    'desk("a \\"quoted\\" title", () => {});',
    "for (const said of [",
    "  // covers: testE, testF",
    '  reflectedAs("ACK"),',
    "  // covers: testG",
    "  reflected,",
    "]) test('one row', () => {});",
    "// covers: testD",
    "test(row.title, () => {});",
    "test('another one', () => {});",
  ].join("\n");
  const template = "a $" + '{x ? `b` : "}"} c';
  assert.deepEqual(
    claimsOf("f", source).map(({ token, title, row }) => [token, title, row]),
    [
      ["testA", template, ""],
      ["proxy §16.3 item 3", template, ""],
      ["testB", template, ""],
      ["testC", 'a \\"quoted\\" title', ""],
      ["testE", "one row", 'reflectedAs("ACK")'],
      ["testF", "one row", 'reflectedAs("ACK")'],
      ["testG", "one row", "reflected"],
      ["testD", "", ""],
    ],
  );
});

test("a purpose is covered when every section it cites is, in its own role", () => {
  const purpose = { id: "X", entity: "proxy", function: null, rfc3261: ["16.4", "16.6 item 6"], status: "Mandatory" };
  const claim = (token: string) => ({ token, file: "f", title: "t", row: "" });
  assert.equal(stateOfPurpose(purpose, [claim("proxy §16.4")]).state, "open");
  assert.equal(stateOfPurpose(purpose, [claim("proxy §16.4"), claim("registrar §16.6 item 6")]).state, "open");
  assert.equal(stateOfPurpose(purpose, [claim("proxy §16.4"), claim("proxy §16.6 item 6")]).state, "covered");
  assert.equal(stateOfPurpose({ ...purpose, status: "Void" }, []).state, "not applicable");
});
