/** kill -9 right after 200 registrations: whoever was told 200 is reachable when the server is back. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { type Account, DatagramPhone, fresh } from "./datagram.ts";
import { removeFolder, scratchFolder } from "./process.ts";
import { startServer } from "./server.ts";
import { type Stage, story } from "./stage.ts";

const DOMAIN = "peers.test";
const REGISTERED = 200;
/** More than are waited for: the power goes while the rest are on their way. */
const USERS = Array.from({ length: 250 }, (_, i): Account => ({ user: `user${i}`, password: "secret" }));
const STEP_MS = 20_000;
/** Requests under way at a time, well within any socket's buffer. */
const ABREAST = 25;

story(
  `kill -9 right after ${REGISTERED} registrations loses none`,
  { needs: [], timeoutMs: 58_000 },
  async (stage, t) => {
    const settings = {
      domain: DOMAIN,
      users: USERS.map(({ user, password }) => `${user}:${password}`),
      data: dataFolder(t),
    };
    const server = await startServer(stage, settings);
    const phone = await DatagramPhone.open(stage, "the phones", server.ports.sip);

    const registered = new Map<string, string>();
    let powerCut: Promise<void> | null = null;
    await abreast(USERS, async (account) => {
      if (powerCut !== null) return;
      const contact = phone.contact(`${account.user}-desk`);
      const register = fresh("REGISTER", `sip:${DOMAIN}`, account.user, DOMAIN, [
        `Contact: <${contact}>`,
        "Expires: 600",
      ]);
      const settled = await Promise.race([
        phone.settle(register, account, STEP_MS).catch(unlessCut),
        server.program.exited,
      ]);
      if (settled === null || !("final" in settled)) return;
      assert.equal(settled.final.status, 200, `REGISTER of ${account.user}`);
      registered.set(account.user, contact);
      if (registered.size === REGISTERED) powerCut = server.kill9();
    });
    await powerCut;
    assert.ok(registered.size >= REGISTERED, `${registered.size} registered`);

    await startServer(stage, { ...settings, ports: server.ports });
    await allReachable(stage, phone, registered, server.ports.sip);

    function unlessCut(error: unknown): null {
      if (powerCut === null) throw error;
      return null;
    }
  },
);

/** OPTIONS to each address of record arrives at its contact, and the contact's answer comes back. */
async function allReachable(
  stage: Stage,
  phone: DatagramPhone,
  registered: Map<string, string>,
  server: number,
): Promise<void> {
  const asker = await DatagramPhone.open(stage, "the asker", server);
  phone.requests.watch((request) => {
    // Which contact was asked goes back in the answer.
    if (request.method === "OPTIONS") phone.respond(request, 200, "OK", [`Contact: <${request.uri}>`]);
  });
  const unreachable: string[] = [];
  const [account] = USERS as [Account];
  await abreast([...registered], async ([user, contact]) => {
    const options = fresh("OPTIONS", `sip:${user}@${DOMAIN}`, account.user, DOMAIN);
    const { final } = await asker.settle(options, account, STEP_MS);
    if (final.status !== 200 || final.header("Contact") !== `<${contact}>`) unreachable.push(`${user}: ${final.first}`);
  });
  assert.equal(
    unreachable.length,
    0,
    `${unreachable.length} of ${registered.size} lost: ${unreachable.slice(0, 5).join(", ")}`,
  );
}

async function abreast<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: ABREAST }, lane));
}

function dataFolder(t: TestContext): string {
  const folder = scratchFolder("data");
  t.after(() => removeFolder(folder));
  return folder;
}
