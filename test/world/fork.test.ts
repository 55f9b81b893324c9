import { describe, test } from "node:test";
import { checkRow } from "./fork-checks.ts";
import { answers, cancels, expectationOf, orders, playOf, type Row } from "./fork-table.ts";
import { Scene } from "./scene.ts";

// covers: testInviteForkOneAnswers, testInviteForkCallerCancels, testInviteSeqForkCallerCancels, testInviteFork6xxBeats200
for (const protocol of ["UDP", "TCP"] as const) {
  describe(`the fork table over ${protocol}`, () => {
    for (const order of orders) {
      for (const cancel of cancels) {
        for (const answer of answers) {
          const row = { answer, order, cancel };
          test(`${answer} from the first of three, ${order}, the caller cancels ${cancel}`, () =>
            playRow(row, protocol));
        }
      }
    }
  });
}

function playRow(row: Row, protocol: "UDP" | "TCP"): void {
  const scene = new Scene({ protocol });
  const play = playOf(row);
  const serial = row.order === "serial";
  const phones = (["desk", "mobile", "laptop"] as const).map((name, i) =>
    scene.registered(name, play[name], { user: "bob", q: serial ? 1 - i / 10 : 1 }),
  );
  const alice = scene.phone("alice");
  const call = alice.invite(
    "sip:bob@example.com",
    play.cancelAfterMs === null ? { byeAfterMs: 3000 } : { cancelAfterMs: play.cancelAfterMs, byeAfterMs: 3000 },
  );
  scene.world.runUntil(() => call.finals().length > 0, 60_000, "the caller has a final response");
  scene.settle();
  scene.world.explain(() => checkRow(call, phones, expectationOf(row)));
}
