/** The two commands a translator has. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { test } from "node:test";

const ROOT = resolve(import.meta.dirname, "../..");

function run(command: "check" | "accept", ...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/texts/${command}.ts`, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, out: stdout, err: stderr };
}

test("check: nothing to mend in the English, and a language there is not", () => {
  assert.deepEqual(run("check", "en"), { status: 0, out: "", err: "nothing to mend\n" });
  const unknown = run("check", "tlh");
  assert.deepEqual([unknown.status, unknown.err], [2, "ringback: there is no folder src/catalogue/texts/tlh\n"]);
});

test("accept: not the English itself, not a language there is not, not nothing", () => {
  for (const args of [["en"], ["tlh"], []]) {
    const { status, err } = run("accept", ...args);
    assert.equal(status, 2, args.join());
    assert.match(err, /^usage: accept\.ts LOCALE/);
  }
});
