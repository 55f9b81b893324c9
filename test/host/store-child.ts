/** Commits one binding after another and says each on standard output, until it is killed. */
import { writeSync } from "node:fs";
import { SystemHash } from "../../src/host/kernel.ts";
import { openStore } from "../../src/host/store/store.ts";
import { Interned } from "../../src/server/mod.ts";
import { numberedBinding } from "../server/binding-kit.ts";

const store = openStore(process.argv[2] as string, new SystemHash());
const now = Date.now();
[...store.bindings.load(now, new Interned())];
for (let id = 1; ; id++) {
  store.bindings.commit([numberedBinding(id, now)], [], []);
  writeSync(1, `${id}\n`); // the 200
}
