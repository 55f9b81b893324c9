/** Commits one binding after another and says each on standard output, until it is killed. */
import { writeSync } from "node:fs";
import { SystemHash } from "../../src/host/kernel.ts";
import { openStore } from "../../src/host/store/store.ts";
import { Binding, Interned } from "../../src/server/mod.ts";

const store = openStore(process.argv[2] as string, new SystemHash());
const now = Date.now();
[...store.bindings.load(now, new Interned())];
for (let id = 1; ; id++) {
  const binding = new Binding({
    id,
    addressOfRecord: `u${id}@example.com`,
    contact: `sip:u${id}@192.0.2.1`,
    params: "",
    q: 1000,
    expiresAt: now + 3_600_000,
    registeredAt: now,
    callId: `c${id}`,
    cseq: 1,
    mark: 0,
    path: "",
    instance: "",
    regId: 0,
    protocol: "UDP",
    remoteHost: "192.0.2.1",
    remotePort: 5060,
    local: "192.0.2.99:5060",
    flowId: 0,
    overFlow: false,
    userAgent: "",
  });
  store.bindings.commit([binding], [], []);
  writeSync(1, `${id}\n`); // the 200
}
