/**
 * What the pages of the reference say of this server, one test per sentence: `src/catalogue/behaviours.ts` names them, and a
 * check fails when one is gone. A claim about a kind of code is held for every code of that kind.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ForkBehaviour, forkBehaviour, responseCodes, semantics } from "../../src/catalogue/mod.ts";
import type { OutgoingCall, Phone } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
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
  test("one 100 of the server's own when an answer takes longer than 150 ms, and none of the phones'", () => {
    const slow = stage("parallel", ["100@300ms+180@1s+486@2s", "100@400ms+486@2s"]);
    const call = called(slow);
    slow.scene.world.explain(() => {
      assert.deepEqual(call.provisionals(), [100, 180]);
      const after = call.response(100).at - call.startedAt;
      assert.ok(after >= 150 && after <= 200, `${after}`);
    });
    const quick = stage("parallel", ["180@80ms+486@2s"]);
    const rung = called(quick);
    quick.scene.world.explain(() => assert.deepEqual(rung.provisionals(), [180]));
  });

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

  test("a 3xx goes upstream with its Contacts as they were, once the others have ended without a better answer", () => {
    const contacts = ["sip:carol@example.com", "sip:carol@192.0.2.66;transport=tcp"];
    for (const status of codesThat("offered")) {
      const play = stage("parallel", [`180@300ms+${status}@1s>${contacts.join(",")}`, "180@300ms+486@3s"]);
      const call = called(play);
      play.scene.world.explain(() => {
        assert.deepEqual(call.finals(), [status]);
        const lines = call.response(status).message.lines(Header.Contact);
        assert.deepEqual(
          lines.join(", ").split(", "),
          contacts.map((uri) => `<${uri}>`),
        );
        assert.ok(call.response(status).at - call.startedAt >= 3000);
      });
    }
  });

  test("with recursion as policy the server calls the addresses of a 3xx itself, each once", () => {
    for (const status of codesThat("offered").filter((code) => semantics(code).next === "redirect")) {
      const policy = { recursion: true, foreignDomains: "relay" } as const;
      const back = "sip:bob@192.0.2.67:5060";
      const play = stage("parallel", [], { policy });
      const carol = play.scene.phone("carol", { address: "192.0.2.66" }).answer(`302@1s>${back}`);
      const bob = play.scene.registered("bob", `${status}@1s>sip:carol@192.0.2.66,${back}`, { address: "192.0.2.67" });
      called(play);
      play.scene.world.explain(() => assert.deepEqual([bob.calls.length, carol.calls.length], [1, 1], `${status}`));
      carol.answer("200@1s");
      const answered = called(play);
      play.scene.world.explain(() => assert.deepEqual(answered.finals(), [200], `${status}`));
      bob.answer(`${status}@1s>tel:+4930123`);
      const nowhere = called(play);
      play.scene.world.explain(() => assert.deepEqual(nowhere.finals(), [status]));
    }
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
  test("after any 4xx or 5xx the other phones ring on, and a serial hunt goes on to the next one", () => {
    for (const status of codesThat("merged", "preferred", "waits", "waitsLast", "replaced")) {
      const fork = stage("parallel", [`180@100ms+${status}@1s`, "180@100ms+200@2s"]);
      const rung = called(fork);
      fork.scene.world.explain(() => assert.deepEqual(rung.finals(), [200], `beside ${status}`));
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

  test("a wrong password and an unknown user get the same answer, for a call and for a registration", () => {
    const scene = new Scene({ passwords: { alice: "a", bob: "b" } });
    scene.registered("bob", "200@0s");
    const answers = ["alice", "nobody"].map((user) => {
      const phone = scene.phone(`as-${user}`, { user, password: "wrong" });
      const exchanges = [phone.invite(BOB), phone.register()];
      scene.settle();
      return exchanges.map(({ responses }) =>
        (responses.at(-1)?.text ?? "").replace(/nonce="[^"]*"/, "").replace(/^(Via|From|To|Call-ID).*\r\n/gm, ""),
      );
    });
    scene.world.explain(() => {
      assert.deepEqual(answers[0], answers[1]);
      assert.match(answers[0]?.[0] ?? "", /^SIP\/2\.0 407 /);
      assert.match(answers[0]?.[1] ?? "", /^SIP\/2\.0 401 /);
    });
  });

  test("a fork that needs more branches than Max-Breadth leaves is 440, and no phone rings; 60 are the most", () => {
    const scripts = ["486@0s", "486@0s", "486@0s"];
    for (const [headers, shares, finals] of [
      [["Max-Breadth: 2"], [], [440]],
      [["Max-Breadth: 3"], [1, 1, 1], [486]],
      [["Max-Breadth: 90"], [20, 20, 20], [486]],
      [[], [20, 20, 20], [486]],
    ] as const) {
      const { scene, phones, alice } = stage("parallel", scripts);
      const call = alice.invite(BOB, {}, { headers });
      scene.settle();
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), finals);
        const left = phones.flatMap(({ calls }) => calls.map(({ received }) => received.message.field("Max-Breadth")));
        assert.deepEqual(left.map(Number), shares);
      });
    }
  });

  test("a request that comes back unchanged is 482 at its first return", async () => {
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
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [482]);
      // From alice, from bob's address to carol's, from carol's to bob's.
      assert.equal(scene.world.network.travels.filter(({ text }) => text.startsWith("INVITE ")).length, 3);
    });
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
