import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const LIMIT_MS = 180_000;

const CHECKS = {
  "types: tsc finds nothing": ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"],
  "style: biome finds nothing": ["node_modules/@biomejs/biome/bin/biome", "check", "--colors=off"],
};

for (const [name, command] of Object.entries(CHECKS)) {
  test(name, () => {
    const options = { cwd: ROOT, encoding: "utf8", timeout: LIMIT_MS } as const;
    const { status, stdout, stderr, error } = spawnSync(process.execPath, command, options);
    assert.equal(status, 0, `\n${stdout}${stderr}${error?.message ?? ""}`);
  });
}
