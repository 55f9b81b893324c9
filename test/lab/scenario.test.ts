import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isScenarioFault, readScenario, type Scenario } from "../../src/lab/mod.ts";

const read = (text: string): Scenario => {
  const scenario = readScenario(text);
  assert.ok(!isScenarioFault(scenario), JSON.stringify(scenario));
  return scenario;
};

describe("the short form of a scenario", () => {
  test("phones with steps, one group", () => {
    const { groups, cancelAfterMs, recurse } = read("desk=180@1s+486@3s mobile=603@5s laptop=180@1s");
    assert.equal(groups.length, 1);
    assert.deepEqual(
      groups[0]?.map(({ name, script }) => [
        name,
        ...script.steps.map(({ status, afterMs }) => `${status}@${afterMs}`),
      ]),
      [
        ["desk", "180@1000", "486@3000"],
        ["mobile", "603@5000"],
        ["laptop", "180@1000"],
      ],
    );
    assert.deepEqual([cancelAfterMs, recurse], [null, false]);
  });

  test("| makes the hunt serial, with or without space around it", () => {
    for (const text of [
      "a=486@1s | b=486@1s c=200@1s",
      "a=486@1s|b=486@1s c=200@1s",
      "a=486@1s # first\n|\nb=486@1s\nc=200@1s\n",
    ]) {
      assert.deepEqual(
        read(text).groups.map((group) => group.map(({ name }) => name)),
        [["a"], ["b", "c"]],
      );
    }
  });

  test("times in seconds, milliseconds and minutes; none is at once", () => {
    const steps = read("a=100+180@1.5s+181@200ms+182@2+480@1m").groups[0]?.[0]?.script.steps;
    assert.deepEqual(
      steps?.map(({ afterMs }) => afterMs),
      [0, 1500, 200, 2000, 60_000],
    );
  });

  test("redirections name contacts, and the proxy follows them only when told", () => {
    const { groups, recurse } = read("a=302@1s>sip:b@example.com,tel:+491 b=200@1s recurse");
    assert.deepEqual(groups[0]?.[0]?.script.steps[0]?.contacts, ["<sip:b@example.com>", "<tel:+491>"]);
    assert.equal(recurse, true);
  });

  test("silence, deafness to CANCEL, and the late answer", () => {
    const scripts = read("a=silent b=180@1s+ignores-cancel c=180+rings-on d=180+late:200@1s").groups[0]?.map(
      ({ script }) => script,
    );
    assert.deepEqual(scripts?.[0], { steps: [], onCancel: "ends", afterCancel: [] });
    assert.equal(scripts?.[1]?.onCancel, "ignores");
    assert.equal(scripts?.[2]?.onCancel, "rings on");
    assert.deepEqual(
      [scripts?.[3]?.onCancel, scripts?.[3]?.afterCancel],
      ["scripted", [{ afterMs: 1000, status: 200 }]],
    );
  });

  test("the caller gives up", () => {
    assert.equal(read("caller=cancel@2s a=180@1s").cancelAfterMs, 2000);
  });
});

describe("what cannot be read is told with its place", () => {
  const cases: [string, number, number, RegExp][] = [
    ["", 1, 1, /at least one phone/],
    ["# nothing", 1, 1, /at least one phone/],
    ["desk", 1, 1, /"desk" has no steps.*desk=180@1s/],
    ["desk=", 1, 6, /"desk" has no steps behind/],
    ["desk=180@1s mobile=busy", 1, 20, /"busy" is no status code/],
    ["desk=180@1s+99", 1, 13, /99 is no status code from 100 to 699/],
    ["desk=700@1s", 1, 6, /700 is no status code/],
    ["desk=180@soon", 1, 10, /"soon" is no time/],
    ["desk=180@11m", 1, 10, /longer than ten minutes/],
    ["desk=302@1s>bob", 1, 13, /"bob" is no sip:/],
    ["desk=180@1s\nmobile=180@1s\n  lap top=1", 3, 3, /"lap" has no steps/],
    ["a=486 a=486", 1, 7, /two phones called "a"/],
    ["| a=486", 1, 1, /no phone before/],
    ["a=486 || b=486", 1, 8, /no phone before/],
    ["a=486 |", 1, 7, /no phone behind/],
    ["a=silent+180", 1, 3, /"silent" answers nothing/],
    ["caller=sleep a=486", 1, 8, /"sleep" is nothing that a caller does/],
    ["sip:x@y=486", 1, 1, /no name for a phone/],
    ["a=180+late:oops", 1, 12, /"oops" is no status code/],
    [Array.from({ length: 65 }, (_, i) => `p${i}=486`).join(" "), 1, 1, /65 phones are more than 64/],
    [`a=${Array.from({ length: 40 }, () => "180").join("+")}`, 1, 3, /40 steps are more than 32/],
  ];
  for (const [text, line, column, problem] of cases) {
    test(`${JSON.stringify(text.slice(0, 40))}: ${problem.source}`, () => {
      const fault = readScenario(text);
      assert.ok(isScenarioFault(fault), "it was read");
      assert.match(fault.text, problem);
      assert.deepEqual([fault.line, fault.column], [line, column]);
    });
  }
});
