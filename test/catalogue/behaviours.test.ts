/** Every sentence about what this server does rests on a test of it: gone or renamed, and the sentence has to go as well. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import {
  BEHAVIOUR_IDS,
  type Behaviour,
  behaviours,
  behavioursOf,
  type ForkBehaviour,
  forkBehaviour,
  forkBehaviours,
  responseCode,
  responseCodes,
} from "../../src/catalogue/mod.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** What is wrong with the test a claim names; null when it stands in its file as a test that runs. */
function lacks({ file, name }: Behaviour["test"], read: (file: string) => string): string | null {
  let text: string;
  try {
    text = read(file);
  } catch {
    return `${file} is gone`;
  }
  const title = name.replace(/[\\"]/g, "\\$&");
  const at = ["test(", "it("].map((call) => text.indexOf(`${call}"${title}"`)).find((found) => found !== -1);
  if (at === undefined) return `${file} has no test "${name}"`;
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  if (line.trim() !== "") return `${file}: "${name}" does not run (${line.trim()})`;
  return /^\s*,\s*\{[^}]*\b(skip|todo)\b/.test(text.slice(at).split(`"${title}"`)[1] ?? "")
    ? `${file}: "${name}" is skipped`
    : null;
}

const fromTree = (file: string): string => readFileSync(resolve(ROOT, file), "utf8");

test("every claim names a test that stands in its file and runs", () => {
  const missing = BEHAVIOUR_IDS.flatMap((id) => lacks(behaviours[id].test, fromTree) ?? []);
  assert.deepEqual(missing, []);
});

test("a test that is gone, renamed, commented out, built from pieces or skipped is noticed", () => {
  const claim = { file: "test/a.test.ts", name: 'the "best" one' };
  const rows = {
    'test("the \\"best\\" one", () => {});': null,
    '  test("the \\"best\\" one", async () => {});': null,
    'test("the best one", () => {});': 'test/a.test.ts has no test "the "best" one"',
    '// test("the \\"best\\" one", () => {});': 'test/a.test.ts: "the "best" one" does not run (//)',
    'test.skip("the \\"best\\" one", () => {});': 'test/a.test.ts has no test "the "best" one"',
    'test("the \\"best\\" one", { skip: true }, () => {});': 'test/a.test.ts: "the "best" one" is skipped',
  };
  for (const [text, finding] of Object.entries(rows)) {
    assert.equal(
      lacks(claim, () => `import "node:test";\n${text}\n`),
      finding,
      text,
    );
  }
  assert.equal(lacks({ file: "test/none.test.ts", name: "x" }, fromTree), "test/none.test.ts is gone");
});

test("every claim has its RFC and says something of some code but not of all", () => {
  for (const id of BEHAVIOUR_IDS) {
    assert.match(behaviours[id].reference, /^RFC \d+ §\d[\d.]*$/, id);
    const codes = responseCodes.filter((entry) => behaviours[id].applies(entry));
    assert.ok(codes.length > 0 && codes.length < responseCodes.length, `${id}: ${codes.length} codes`);
  }
  assert.deepEqual(Object.keys(behaviours), [...BEHAVIOUR_IDS]);
});

test("what a fork does with a code is held by a claim about that very code", () => {
  const held = responseCodes.filter((entry) => behavioursOf(entry).includes(forkBehaviours[forkBehaviour(entry)]));
  // 430 is replaced as well, by a claim of its own.
  assert.deepEqual(
    responseCodes.filter((entry) => !held.includes(entry)).map((entry) => entry.code),
    [430],
  );
  assert.ok(behavioursOf(responseCode(430) ?? assert.fail()).includes("flowFailedBecomes480"));
  const words = new Set<ForkBehaviour>(responseCodes.map(forkBehaviour));
  assert.deepEqual([...words].sort(), Object.keys(forkBehaviours).sort());
});

test("what the pages of some codes say of this server", () => {
  const said = (code: number) => behavioursOf(responseCode(code) ?? assert.fail(`${code}`));
  assert.deepEqual(said(100), ["hundredEndsHere"]);
  assert.deepEqual(said(603), [
    "successBeatsGlobalFailure",
    "globalFailureStopsHunt",
    "globalFailureCancelsOthers",
    "globalFailureWaitsForOthers",
    "cancelCarriesReason",
    "failureAcknowledgedHopByHop",
  ]);
  assert.deepEqual(said(486), ["failureKeepsHunting", "lowestClassWins", "failureAcknowledgedHopByHop"]);
  assert.deepEqual(said(503), [
    "failureKeepsHunting",
    "lowestClassWins",
    "lone503Becomes500",
    "failureAcknowledgedHopByHop",
  ]);
});
