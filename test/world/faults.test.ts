import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OutgoingCall, Phone, SeededRandom } from "../../src/lab/mod.ts";
import { Scene } from "./scene.ts";

const SEEDS = 200;

function pick<T>(random: SeededRandom, from: readonly T[]): T {
  return from[Math.floor(random.fraction() * from.length)] as T;
}

const scripts = [
  "180@200ms+200@2s",
  "200@0s",
  "100@0s+180@1s+486@3s",
  "180@500ms+603@4s",
  "302@1s>sip:carol@example.com",
  "silent",
  "180@300ms",
  "180@300ms+ignores-cancel+200@9s",
  "180@300ms+rings-on",
  "180@300ms+late:200@200ms",
  "180@300ms+200@1s+200@1500ms",
  "503@100ms",
  "180@100ms+486@500ms+200@600ms",
];

interface Played {
  readonly scene: Scene;
  readonly call: OutgoingCall;
  readonly phones: readonly Phone[];
}

/** A call to one, two or three phones over a bad network, everything chosen by the seed. */
function play(seed: number, protocol: "UDP" | "TCP", mishap: (scene: Scene, phones: readonly Phone[]) => void): Played {
  const scene = new Scene({ seed, protocol });
  const { world } = scene;
  const { random } = world;
  const count = 1 + Math.floor(random.fraction() * 3);
  const phones = Array.from({ length: count }, (_, i) =>
    scene.registered(`p${i}`, pick(random, scripts), { user: "bob", q: pick(random, [1, 1, 0.5]) }),
  );
  const alice = scene.phone("alice");
  world.network.faults({
    loss: random.fraction() * 0.3,
    duplication: random.fraction() * 0.2,
    reordering: random.fraction() * 0.3,
    reorderMs: random.fraction() * 1500,
    delayMs: random.fraction() * 100,
    jitterMs: random.fraction() * 100,
  });
  mishap(scene, phones);
  const cancels = random.fraction() < 0.4 ? { cancelAfterMs: random.fraction() * 6000 } : {};
  const call = alice.invite("sip:bob@example.com", { ...cancels, byeAfterMs: random.fraction() * 3000 });
  return { scene, call, phones };
}

/** Nothing is left anywhere; what the caller heard is no contradiction. */
function checkEnd({ scene, call }: Played): void {
  scene.settle(900_000);
  scene.world.explain(() => {
    const finals = call.finals();
    assert.ok(finals.every((status) => status < 300) || finals.length === 1, `contradicting finals: ${finals}`);
    assert.equal(scene.server.running, 0);
    for (const dialog of call.dialogs.values()) assert.equal(dialog.ended, true);
  });
}

describe(`${SEEDS} seeds of loss, duplication, reordering and delay`, () => {
  for (const protocol of ["UDP", "TCP"] as const) {
    test(`${protocol}: both ends come to an end, and no timer is left`, () => {
      let heard = 0;
      for (let seed = 0; seed < SEEDS; seed++) {
        const played = play(seed, protocol, () => {});
        checkEnd(played);
        if (played.call.finals().length > 0) heard++;
        else
          assert.equal(
            played.scene.world.network.travels.some(({ note }) => note === "lost"),
            true,
            `seed ${seed}: no final response though nothing was lost`,
          );
      }
      assert.ok(heard >= SEEDS * 0.95, `${heard} of ${SEEDS} callers heard a final response`);
    });
  }

  test("UDP: an answered phone is acknowledged, however much was lost", () => {
    let answered = 0;
    let unacknowledged = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const played = play(seed, "UDP", () => {});
      played.scene.settle(900_000);
      for (const phone of played.phones) {
        for (const call of phone.calls) {
          if ((call.finals()[0] ?? 0) >= 300) continue; // a 2xx behind a rejection is nobody's to acknowledge
          answered += call.dialogs.size;
          unacknowledged += call.unacknowledged.filter((status) => status < 300).length;
        }
      }
    }
    assert.ok(answered > 50, `${answered} answers`);
    assert.ok(unacknowledged <= answered * 0.04, `${unacknowledged} of ${answered} answers were never acknowledged`);
  });

  for (const protocol of ["UDP", "TCP"] as const) {
    test(`${protocol}: a phone or the caller dies, or the network parts, at a random moment`, () => {
      for (let seed = 0; seed < SEEDS; seed++) {
        const played = play(seed, protocol, ({ world }, phones) => {
          const victim = pick(world.random, [...phones.map(({ name }) => name), "alice"]);
          const at = world.random.fraction() * 8000;
          if (world.random.fraction() < 0.5) {
            world.after(at, () => world.network.partition("proxy", victim));
            if (world.random.fraction() < 0.5)
              world.after(at + world.random.fraction() * 20_000, () => world.network.heal());
          } else world.after(at, () => phones.find(({ name }) => name === victim)?.host.crash());
        });
        played.scene.settle(900_000);
        played.scene.world.explain(() => {
          const finals = played.call.finals();
          assert.ok(finals.every((status) => status < 300) || finals.length === 1, `contradicting finals: ${finals}`);
        });
      }
    });
  }

  test("a seed that has failed can be played again: the same octets at the same times", () => {
    const bytes = (seed: number): string => {
      const { scene } = play(seed, "UDP", () => {});
      scene.settle(900_000);
      return JSON.stringify(scene.world.network.travels);
    };
    for (const seed of [3, 17, 111]) assert.equal(bytes(seed), bytes(seed));
  });
});
