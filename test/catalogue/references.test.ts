/** Where the catalogue speaks of its own codes a second time: numbers, pairs, symptoms, the decision tree, the derived words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CATALOGUE_CODES,
  CONFUSED_PAIRS,
  DECISION,
  DECISION_IDS,
  type DialogMeaning,
  dialogMeaning,
  FIRST_QUESTION,
  type ForkBehaviour,
  forkBehaviour,
  type QuestionId,
  responseCode,
  responseCodes,
  SYMPTOMS,
} from "../../src/catalogue/mod.ts";

const isKnown = (code: number) => responseCode(code) !== undefined;

test("the codes of the type are the codes of the table", () => {
  assert.deepEqual(
    CATALOGUE_CODES.map(Number),
    responseCodes.map((entry) => entry.code),
  );
});

test("confused pairs: known codes, the lower one first, in order and each once", () => {
  const pairs = CONFUSED_PAIRS.map((pair) => pair.split("-vs-").map(Number) as [number, number]);
  for (const [a, b] of pairs) assert.ok(a < b && isKnown(a) && isKnown(b), `${a}-vs-${b}`);
  const sorted = [...pairs].sort(([a, b], [c, d]) => a - c || b - d);
  assert.deepEqual(pairs, sorted);
  assert.equal(new Set(CONFUSED_PAIRS).size, CONFUSED_PAIRS.length);
});

test("symptoms point to known codes, none twice", () => {
  for (const [symptom, codes] of Object.entries(SYMPTOMS) as [string, readonly number[]][]) {
    assert.ok(codes.length > 0 && codes.every(isKnown), symptom);
    assert.equal(new Set(codes).size, codes.length, symptom);
  }
});

test("the decision tree: known codes, every question reached once, every id used", () => {
  const asked: QuestionId[] = [];
  const open: QuestionId[] = [FIRST_QUESTION];
  const used = new Set<string>(open);
  for (let question = open.shift(); question !== undefined; question = open.shift()) {
    asked.push(question);
    assert.ok(asked.length <= DECISION_IDS.length, `${question} is asked again and again`);
    assert.ok(DECISION[question].length > 1, question);
    for (const { says, to } of DECISION[question]) {
      assert.ok(!used.has(says), `${says} is offered twice`);
      used.add(says);
      if (typeof to === "string") {
        open.push(to);
        used.add(to);
      } else {
        assert.ok(to.length > 0 && to.every(isKnown) && new Set(to).size === to.length, says);
      }
    }
  }
  assert.deepEqual([...asked].sort(), Object.keys(DECISION).sort());
  assert.deepEqual([...used].sort(), [...DECISION_IDS].sort());
});

/** The codes for which the reading gives each word. */
function read<Word extends string>(reading: (entry: (typeof responseCodes)[number]) => Word) {
  const words = new Map<Word, number[]>();
  for (const entry of responseCodes) {
    const word = reading(entry);
    words.set(word, [...(words.get(word) ?? []), entry.code]);
  }
  return (word: Word) => words.get(word) ?? [];
}

const ofClass = (name: string) => responseCodes.filter((entry) => entry.class === name).map((entry) => entry.code);

test("RFC 3261 §16.7 in one word per code", () => {
  const codes = read(forkBehaviour);
  const rows: Record<ForkBehaviour, number[]> = {
    absorbed: [100],
    passedOn: [180, 181, 182, 183, 199],
    wins: [200, 202, 204],
    offered: [300, 301, 302, 305, 380],
    merged: [401, 407],
    preferred: [415, 420, 484],
    replaced: [430, 503],
    waits: ofClass("4xx").filter((code) => ![401, 407, 415, 420, 430, 484].includes(code)),
    waitsLast: [500, 501, 502, 504, 505, 513, 555, 580],
    ends: ofClass("6xx"),
  };
  for (const [word, expected] of Object.entries(rows)) assert.deepEqual(codes(word as ForkBehaviour), expected, word);
});

test("RFC 3261 §12.1 and RFC 5057 §5.1 in one word per code", () => {
  const codes = read(dialogMeaning);
  const dialog = [404, 410, 416, 482, 483, 484, 485, 502, 604];
  const usage = [405, 480, 481, 489, 501];
  const failures = ["3xx", "4xx", "5xx", "6xx"].flatMap(ofClass);
  const rows: Record<DialogMeaning, number[]> = {
    none: [100, 202, 204],
    early: [180, 181, 182, 183],
    endsEarly: [199],
    confirms: [200],
    dialog,
    usage,
    transaction: failures.filter((code) => !dialog.includes(code) && !usage.includes(code)),
  };
  for (const [word, expected] of Object.entries(rows)) assert.deepEqual(codes(word as DialogMeaning), expected, word);
});
