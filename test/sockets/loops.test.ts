/** Addresses whose contacts lead back to the server, over real sockets: it sends to itself, and must stop. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { SocketPhone } from "./phones.ts";
import { DOMAIN, Site, shortTimers } from "./site.ts";
import { Stalls } from "./stalls.ts";

type Way = "UDP" | "TCP";

/** The contract: in under two seconds, with at most that many requests in total, whoever sent them. */
const LIMIT_MS = 2_000;
const MOST_REQUESTS = 60;
/** Where every address forks to every other, breadth is what ends it (RFC 5393 §5): hop by hop ACKs included. */
const MOST_OF_A_MESH = 120;
/** Longer than anything could still be sent again. */
const LINGER = 64 * shortTimers.t1;

let site: Site;
const stalls = new Stalls();
let groups = 0;

before(async () => {
  site = await Site.start({ policy: { timers: shortTimers } });
  stalls.start();
});
after(async () => {
  stalls.stop();
  await site[Symbol.asyncDispose]();
});

/** Someone who calls the first of these users, each of whom forwards to those it names. */
async function ring(
  way: Way,
  contacts: Readonly<Record<string, readonly string[]>>,
): Promise<{ caller: SocketPhone; uri: string }> {
  const group = ++groups; // the tests share the server and run at the same time
  const server = site.at(way);
  for (const [user, targets] of Object.entries(contacts)) {
    const phone = await site.phones.open(`${user}${group}`, server);
    await site.phones.register(phone, { contacts: targets.map((target) => contactOf(target, group, way)) });
  }
  const caller = await site.phones.open("caller", server);
  return { caller, uri: `sip:${Object.keys(contacts)[0]}${group}@${DOMAIN}` };
}

/** `bob`, or `bob over TCP`: that user at an address of the server itself. */
function contactOf(target: string, group: number, way: Way): string {
  const [user, over = way] = target.split(" over ") as [string, Way?];
  return `<sip:${user}${group}@127.0.0.1:${site.at(over).port}${over === "UDP" ? "" : ";transport=tcp"}>`;
}

/** Requests of a call, repeated ones and ACKs included. All of them reach the server: what it sends comes back to it. */
function requests(callId: string): string[] {
  return site.messages
    .filter(({ direction, text }) => direction === "in" && !text.startsWith("SIP/2.0 ") && text.includes(callId))
    .map(({ text }) => text);
}

/** Users and the users that they forward to. */
interface Ring {
  readonly title: string;
  readonly contacts: Readonly<Record<string, readonly string[]>>;
  readonly most?: number;
}
const rings: readonly Ring[] = [
  { title: "two addresses that forward to each other", contacts: { alice: ["bob"], bob: ["alice"] } },
  { title: "an address that forwards to itself", contacts: { alice: ["alice"] } },
  { title: "three addresses in a ring", contacts: { alice: ["bob"], bob: ["carol"], carol: ["alice"] } },
  {
    title: "three addresses, each with both others as contacts",
    contacts: { alice: ["bob", "carol"], bob: ["alice", "carol"], carol: ["alice", "bob"] },
  },
  {
    title: "two addresses, each with itself and the other, over UDP and over TCP",
    contacts: {
      alice: ["alice over UDP", "bob over UDP", "bob over TCP"],
      bob: ["alice over UDP", "alice over TCP", "bob over TCP"],
    },
  },
  {
    title: "four addresses, each with all three others",
    contacts: {
      alice: ["bob", "carol", "dave"],
      bob: ["carol", "dave", "alice"],
      carol: ["dave", "alice", "bob"],
      dave: ["alice", "bob", "carol"],
    },
    most: MOST_OF_A_MESH,
  },
];

/** Tests that share the server and the machine at a time: each has two seconds of both. */
const AT_A_TIME = 8;
/** On a machine that gave this process no time for a while, when all is late and sent again. */
const TRIES = 3;

describe("loops over real sockets", { concurrency: AT_A_TIME }, () => {
  for (const way of ["UDP", "TCP"] as const) {
    for (const method of ["INVITE", "MESSAGE"] as const) {
      for (const { title, contacts, most = MOST_REQUESTS } of rings) {
        test(`${title}: 482 or 483 in under 2 s, at most ${most} requests (${method}, ${way})`, async (t) => {
          for (let tries = 1; ; tries++) {
            const began = performance.now();
            try {
              return await play(way, method, { title, contacts, most });
            } catch (error) {
              const still = stalls.longestSince(began);
              if (tries === TRIES || still === 0) throw error;
              t.diagnostic(`played again, this process stood still for ${still.toFixed(0)} ms`);
            }
          }
        });
      }
    }
  }
});

async function play(way: Way, method: "INVITE" | "MESSAGE", { contacts, most = MOST_REQUESTS }: Ring): Promise<void> {
  const { caller, uri } = await ring(way, contacts);
  const call = method === "INVITE" ? caller.invite(uri) : caller.request(method, uri);
  await site.phones.answered(call);
  await site.phones.elapse(LINGER);
  site.explain([call.draft.callId], () => {
    const [status, ...others] = call.finals();
    assert.deepEqual(others, []);
    assert.ok(status === 482 || status === 483, `the caller got ${call.finals()}`);
    const took = call.response(status).at - call.startedAt;
    assert.ok(took < LIMIT_MS, `${took} ms`);
    const all = requests(call.draft.callId);
    assert.ok(all.length <= most, `${all.length} requests`);
    const users = Object.values(contacts);
    if (users.some((targets) => targets.length > 1)) return;
    const distinct = new Set(all.filter((text) => text.startsWith(method)));
    assert.equal(distinct.size, users.length + 1, "the loop is seen at its first return");
  });
}

test("behind it all no transaction is left, and the server has found no fault in itself", async () => {
  await site.settle(4 * LINGER);
  assert.deepEqual(site.faults, []);
});
