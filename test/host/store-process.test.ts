import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { SystemHash } from "../../src/host/kernel.ts";
import { StoreError } from "../../src/host/store/fault.ts";
import { openStore } from "../../src/host/store/store.ts";
import { Interned } from "../../src/server/mod.ts";

const hash = new SystemHash();

test("kill -9 loses nothing that was answered, and frees the directory for the next server", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ringback-kill-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [join(import.meta.dirname, "store-child.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => child.kill("SIGKILL"));
  let said = "";
  let refusal: unknown = null;
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.split("\n").length < 200 || child.killed) continue;
    try {
      openStore(folder, hash).close();
    } catch (error) {
      refusal = error;
    }
    child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  assert.ok(refusal instanceof StoreError && refusal.trouble === "locked", "while it lived, nobody else got in");

  const answered = said.split("\n").length - 1;
  assert.ok(answered >= 199, `${answered} answered`);
  const store = openStore(folder, hash);
  const ids = new Set([...store.bindings.load(Date.now(), new Interned())].map((binding) => binding.id));
  store.close();
  for (let id = 1; id <= answered; id++) assert.ok(ids.has(id), `binding ${id} of ${answered} is gone`);
});
