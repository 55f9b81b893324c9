/**
 * What the pages of the reference say of this server, one test per sentence: `src/catalogue/behaviours.ts` names them, and a
 * check fails when one is gone. A claim about a kind of code is held for every code of that kind.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ForkBehaviour, forkBehaviour, responseCodes } from "../../src/catalogue/mod.ts";
import type { OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { mixes } from "./fork-table.ts";
import { Scene, type SceneOptions } from "./scene.ts";

const BOB = "sip:bob@example.com";

interface Stage {
  readonly scene: Scene;
  readonly phones: readonly Phone[];
  readonly alice: Phone;
}

/** Phones of bob that answer by `scripts`, all at once or one after the other. */
function stage(order: "parallel" | "serial", scripts: readonly string[], options: SceneOptions = {}): Stage {
  const scene = new Scene(options);
  const phones = scripts.map((script, i) =>
    scene.registered(`phone${i + 1}`, script, { user: "bob", ...(order === "serial" ? { q: 1 - i / 10 } : {}) }),
  );
  return { scene, phones, alice: scene.phone("alice") };
}

/** Alice calls bob, and everything ends. */
function called({ scene, alice }: Stage): OutgoingCall {
  const call = alice.invite(BOB, { byeAfterMs: 1000 });
  scene.settle();
  return call;
}

const callsOf = ({ phones }: Stage): number[] => phones.map((phone) => phone.calls.length);

/** The codes a forking proxy treats in one of these ways. */
const codesThat = (...words: readonly ForkBehaviour[]): number[] =>
  responseCodes.filter((entry) => words.includes(forkBehaviour(entry))).map((entry) => entry.code);

describe("answers on their way up", () => {
  test("180 to 199 reach the caller as they come, an unknown 1xx like the rest", () => {
    const said = [...codesThat("passedOn"), 189];
    const script = [...said.map((status, i) => `${status}@${i + 1}s`), "200@10s"].join("+");
    const play = stage("parallel", [script]);
    const call = called(play);
    play.scene.world.explain(() => {
      assert.deepEqual(
        call.provisionals().filter((status) => status > 100),
        said,
      );
      for (const [i, status] of said.entries()) {
        const after = call.response(status).at - call.startedAt;
        assert.ok(after >= (i + 1) * 1000 && after < (i + 1) * 1000 + 200, `${status} after ${after} ms`);
      }
    });
  });

  test("a 2xx goes upstream at once, and the phones that still ring are cancelled", () => {
    for (const status of codesThat("wins")) {
      const play = stage("parallel", [`180@300ms+${status}@2s`, "180@300ms"]);
      const call = called(play);
      play.scene.world.explain(() => {
        assert.deepEqual(call.finals(), [status]);
        const after = call.response(status).at - call.startedAt;
        assert.ok(after >= 2000 && after < 2200, `${after}`);
        assert.equal(play.phones[1]?.received("CANCEL").length, 1);
      });
    }
  });

  test("two phones that answer in the same moment: the caller gets both 2xx", () => {
    const play = stage("parallel", ["200@1s", "200@1s"]);
    const call = called(play);
    play.scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200, 200]);
      for (const phone of play.phones) assert.equal(phone.call.acked(), true, phone.name);
    });
  });

  test("a 430 goes upstream as 480", () => {
    const play = stage("parallel", ["430@1s"]);
    const call = called(play);
    play.scene.world.explain(() => assert.deepEqual(call.finals(), [480]));
  });

  test("a code nobody has registered counts as its class and arrives as it was sent", () => {
    const better = stage("parallel", ["500@1s", "499@2s"]);
    const heard = called(better);
    better.scene.world.explain(() => assert.deepEqual(heard.finals(), [499]));
    const global = stage("serial", ["650@1s", "200@1s"]);
    const ended = called(global);
    global.scene.world.explain(() => {
      assert.deepEqual(ended.finals(), [650]);
      assert.deepEqual(callsOf(global), [1, 0]);
    });
  });
});

describe("who is tried next", () => {
  test("after any 4xx or 5xx a serial hunt goes on to the next phone", () => {
    for (const status of codesThat("merged", "preferred", "waits", "waitsLast", "replaced")) {
      const play = stage("serial", [`180@100ms+${status}@1s`, "200@1s"]);
      const call = called(play);
      play.scene.world.explain(() => {
        assert.deepEqual(call.finals(), [200], `after ${status}`);
        assert.deepEqual(callsOf(play), [1, 1], `after ${status}`);
      });
    }
  });

  test("after any 6xx a serial hunt tries no other phone", () => {
    for (const status of codesThat("ends")) {
      const play = stage("serial", [`180@100ms+${status}@1s`, "200@1s"]);
      const call = called(play);
      play.scene.world.explain(() => {
        assert.deepEqual(call.finals(), [status]);
        assert.deepEqual(callsOf(play), [1, 0], `after ${status}`);
      });
    }
  });

  test("any 6xx cancels the phones that still ring", () => {
    for (const status of codesThat("ends")) {
      const play = stage("parallel", [`180@300ms+${status}@1s`, "180@300ms+200@5s"]);
      const call = called(play);
      play.scene.world.explain(() => {
        assert.deepEqual(call.finals(), [status]);
        assert.deepEqual(play.phones[1]?.call.finals(), [487], `after ${status}`);
      });
    }
  });

  test("a 6xx goes upstream only when the phones it cancelled have ended", () => {
    for (const status of codesThat("ends")) {
      const play = stage("parallel", [`180@300ms+${status}@1s`, "180@300ms+late:487@3s"]);
      const call = called(play);
      play.scene.world.explain(() => {
        const after = call.response(status).at - call.startedAt;
        assert.ok(after >= 4000 && after < 4300, `${status} after ${after} ms`);
      });
    }
  });

  test("a 2xx that comes behind a 6xx still wins", () => {
    for (const status of codesThat("ends")) {
      const play = stage("parallel", [`180@300ms+${status}@1s`, "180@300ms+late:200@500ms"]);
      const call = called(play);
      play.scene.world.explain(() => assert.deepEqual(call.finals(), [200], `after ${status}`));
    }
  });

  test("when every phone has refused, the lowest class wins, and of 4xx the one that says how to ask again", () => {
    for (const { said, heard, why } of mixes.filter(({ said }) => said.every((status) => status >= 300))) {
      const play = stage(
        "parallel",
        said.map((status, i) => `180@100ms+${status}@${i + 1}s`),
      );
      const call = called(play);
      play.scene.world.explain(() => {
        assert.equal(call.finals().length, 1);
        assert.ok(heard.includes(call.finals()[0] as number), `${said}: ${call.finals()}, not ${why}`);
      });
    }
  });

  test("a CANCEL says why: answered elsewhere after a 2xx, the code after a 6xx", () => {
    const rows = [[200, 'SIP;cause=200;text="Call completed elsewhere"'] as const];
    const global = codesThat("ends").map((status) => [status, `SIP;cause=${status}`] as const);
    for (const [status, reason] of [...rows, ...global]) {
      const play = stage("parallel", [`180@300ms+${status}@1s`, "180@300ms"]);
      called(play);
      play.scene.world.explain(() =>
        assert.equal(play.phones[1]?.received("CANCEL")[0]?.message.field("Reason"), reason),
      );
    }
  });
});

describe("answers of the server itself", () => {
  test("a CANCEL that matches no request is 481", () => {
    const { scene, alice } = stage("parallel", ["200@0s"]);
    const cancel = alice.request("CANCEL", BOB);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(cancel.finals(), [481]));
  });

  test("a REGISTER without credentials is challenged by 401 and WWW-Authenticate", () => {
    const scene = new Scene({ passwords: { bob: "b" } });
    const registration = scene.phone("stranger", { user: "bob", password: "" }).register();
    scene.settle();
    scene.world.explain(() => {
      assert.equal(registration.responses[0]?.message.status, 401);
      assert.match(registration.responses[0]?.message.field("WWW-Authenticate") ?? "", /^Digest .*nonce="/);
    });
  });

  test("a call without credentials is challenged by 407 and Proxy-Authenticate", () => {
    const scene = new Scene({ passwords: { bob: "b" } });
    const bob = scene.registered("bob", "200@0s");
    const call = scene.phone("stranger").invite(BOB);
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [407]);
      assert.match(call.response(407).message.field("Proxy-Authenticate") ?? "", /^Digest .*nonce="/);
      assert.equal(bob.calls.length, 0);
    });
  });

  test("a request that comes back to where it was before is 482", async () => {
    const scene = new Scene();
    for (const [user, target] of [
      ["bob", "carol"],
      ["carol", "bob"],
    ] as const) {
      scene.phone(user).register({ contacts: [`<sip:${target}@example.com>`] });
      await scene.runWithLookups(100);
    }
    const call = scene.phone("alice").invite(BOB);
    await scene.runWithLookups(5000);
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [482]));
  });

  test("a request that has used up its Max-Forwards is 483", () => {
    const { scene, alice, phones } = stage("parallel", ["200@0s"]);
    const call = alice.invite(BOB, {}, { maxForwards: 0 });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [483]);
      assert.equal(phones[0]?.calls.length, 0);
    });
  });

  test("a fault inside the server is 500 for its own request, and the next call works", () => {
    const { scene, alice } = stage("parallel", ["200@0s"]);
    const { location } = scene;
    const lookup = location.lookup;
    location.lookup = () => {
      throw new Error("the location service lost its mind");
    };
    const broken = alice.invite(BOB);
    scene.world.run(1000);
    location.lookup = lookup;
    const next = alice.invite(BOB, { byeAfterMs: 100 });
    scene.world.run(60_000);
    scene.world.explain(() => {
      assert.deepEqual(broken.finals(), [500]);
      assert.deepEqual(next.finals(), [200]);
      assert.equal(scene.observations.filter(({ type }) => type === "fault").length, 1);
    });
  });
});
