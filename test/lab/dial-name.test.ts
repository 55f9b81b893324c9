import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { responseCodes } from "../../src/catalogue/mod.ts";
import { dialList, dialNames, isDialFault, readDialName } from "../../src/lab/mod.ts";

const phone = { kind: "phone", afterMs: null, talkMs: null, deaf: false };

test("every code of the catalogue is a name", () => {
  for (const { code } of responseCodes) assert.deepEqual(readDialName(String(code)), { ...phone, codes: [code] });
});

test("codes one after the other, and what is done to them", () => {
  assert.deepEqual(readDialName("180-486"), { ...phone, codes: [180, 486] });
  assert.deepEqual(readDialName("183-180-200.for-10s"), { ...phone, codes: [183, 180, 200], talkMs: 10_000 });
  assert.deepEqual(readDialName("603.after-5s"), { ...phone, codes: [603], afterMs: 5000 });
  assert.deepEqual(readDialName("603.AFTER-0.5S"), { ...phone, codes: [603], afterMs: 500 });
  assert.deepEqual(readDialName("200.deaf.after-2s"), { ...phone, codes: [200], afterMs: 2000, deaf: true });
});

test("several phones, at once or one after the other", () => {
  assert.deepEqual(readDialName("fork-486-603"), { kind: "fork", groups: [["486", "603"]] });
  assert.deepEqual(readDialName("hunt-486-200.for-1s"), { kind: "fork", groups: [["486"], ["200.for-1s"]] });
});

test("a user like any other", () => {
  for (const name of ["alice", "", "4711", "6034", "12", "desk-7", "forklift", "fork-", "fork-x"])
    assert.equal(readDialName(name), null, name);
});

const faults: readonly (readonly [name: string, at: number, says: RegExp])[] = [
  ["999", 0, /"999" is no code/],
  ["180-999", 4, /"999" is no code/],
  ["486-180", 4, /nothing comes after the final response 486/],
  ["200.soon", 4, /".soon" is none of/],
  ["200.after-39s", 4, /39 s are more than 38 s/],
  ["200.for-301s", 4, /301 s are more than 300 s/],
  ["fork-486-999", 9, /"999" is no code/],
  ["fork-486-486-486-486-486-486-486-486-486", 5, /9 phones are more than 8/],
  ["180-180-180-180-180-180-180-180-180", 0, /9 responses are more than 8/],
];
for (const [name, at, says] of faults) {
  test(`${name}: told where and why`, () => {
    const script = readDialName(name);
    assert.ok(script !== null && isDialFault(script), "it was read");
    assert.equal(script.at, at);
    assert.match(script.text, says);
  });
}

test("whatever is dialled, reading it never throws", () => {
  fc.assert(fc.property(fc.string(), (name) => void readDialName(name)));
  fc.assert(fc.property(fc.stringMatching(/^(?:fork-|hunt-)?[0-9.a-z-]{0,40}$/), (name) => void readDialName(name)));
});

test("everything listed can be read, each name once, and every name of its own is listed", () => {
  const names = dialList().map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) {
    const script = readDialName(name);
    assert.ok(script !== null && !isDialFault(script), name);
  }
  for (const name of dialNames) assert.ok(names.includes(name), name);
});
