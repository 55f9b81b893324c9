/** The questions other rooms ask, and what an unknown code means. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isFinal,
  isProvisional,
  isStatusCode,
  isSuccess,
  reasonPhrase,
  responseClass,
  responseCode,
  responseCodes,
  semantics,
} from "../../src/catalogue/mod.ts";

test("a listed code means itself", () => {
  for (const entry of responseCodes) {
    assert.equal(semantics(entry.code), entry);
    assert.equal(responseCode(entry.code), entry);
    assert.equal(reasonPhrase(entry.code), entry.phrase);
    assert.equal(responseClass(entry.code), entry.class);
  }
});

test("RFC 3261 §8.1.3.2: an unknown final means x00 of its class, an unknown provisional 183", () => {
  const cases = [
    [101, 183],
    [179, 183],
    [198, 183],
    [201, 200],
    [299, 200],
    [303, 300],
    [399, 300],
    [431, 400],
    [499, 400],
    [506, 500],
    [599, 500],
    [601, 600],
    [609, 600],
    [699, 600],
  ] as const;
  for (const [code, stand] of cases) {
    assert.equal(semantics(code).code, stand, `${code}`);
    assert.equal(responseCode(code), undefined, `${code}`);
  }
});

test("every code of the six classes has a meaning of its own class", () => {
  for (let code = 100; code <= 699; code += 1) {
    assert.equal(semantics(code).class, `${Math.floor(code / 100)}xx`);
    assert.equal(responseClass(code), semantics(code).class);
    assert.ok(isStatusCode(code));
  }
});

test("what is no status code throws, and can be told beforehand", () => {
  for (const code of [-1, 0, 99, 99.5, 100.5, 700, 999, 4294967301, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(isStatusCode(code), false, `${code}`);
    assert.throws(() => semantics(code), RangeError, `${code}`);
    assert.throws(() => reasonPhrase(code), RangeError, `${code}`);
    assert.throws(() => responseClass(code), RangeError, `${code}`);
    assert.equal(responseCode(code), undefined, `${code}`);
  }
});

test("provisional, final, success", () => {
  const classify = (code: number) => [isProvisional(code), isFinal(code), isSuccess(code)];
  assert.deepEqual(classify(100), [true, false, false]);
  assert.deepEqual(classify(199), [true, false, false]);
  assert.deepEqual(classify(200), [false, true, true]);
  assert.deepEqual(classify(299), [false, true, true]);
  assert.deepEqual(classify(300), [false, true, false]);
  assert.deepEqual(classify(699), [false, true, false]);
  assert.deepEqual(classify(99), [false, false, false]);
  assert.deepEqual(classify(700), [false, false, false]);
});
