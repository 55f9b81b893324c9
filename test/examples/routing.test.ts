import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { IncomingCall } from "../../src/mod.ts";
import { scratchFolder } from "../peers/process.ts";
import { type ExampleStage, onStage, says } from "./stage.ts";

const USERS = ["desk", "alice", "bob", "voicemail", "carol"];
const CONFIG = ["--config", "examples/routing/ringback.config.ts"];

/** Carol calls sales; who answers, and what she hears. */
async function callSales(stage: ExampleStage, does: Readonly<Record<string, (call: IncomingCall) => unknown>>) {
  await stage.serve(USERS, CONFIG);
  const rung: string[] = [];
  const [carol] = await Promise.all([
    stage.agent("carol"),
    ...Object.entries(does).map(async ([user, take]) => {
      const phone = await stage.agent(user);
      phone.onCall = (call) => {
        rung.push(user);
        return take(call);
      };
    }),
  ]);
  const { code } = await carol.call(stage.address("sales")).outcome;
  return { code, rung };
}

const answer = (call: IncomingCall) => call.answer();
const busy = (call: IncomingCall) => call.reject(486);

test("examples/routing: the desk answers", () =>
  onStage(async (stage) => {
    assert.deepEqual(await callSales(stage, { desk: answer, alice: answer }), { code: 200, rung: ["desk"] });
  }));

test("examples/routing: the desk is busy, and one of the two mobiles answers", () =>
  onStage(async (stage) => {
    const { code, rung } = await callSales(stage, { desk: busy, alice: busy, bob: answer, voicemail: answer });
    assert.deepEqual([code, rung.sort()], [200, ["alice", "bob", "desk"]]);
  }));

test("examples/routing: nobody can, and voicemail answers", () =>
  onStage(async (stage) => {
    const { code, rung } = await callSales(stage, { desk: busy, alice: busy, voicemail: answer });
    assert.deepEqual([code, rung], [200, ["desk", "alice", "voicemail"]]);
  }));

test("examples/routing: who declines for everywhere wants no voicemail either", () =>
  onStage(async (stage) => {
    const declines = (call: IncomingCall) => call.reject(603, { scope: "everywhere" });
    const { code, rung } = await callSales(stage, { desk: declines, alice: answer, voicemail: answer });
    assert.deepEqual([code, rung], [603, ["desk"]]);
  }));

test("functions that change are in force at once, and those that do not load leave the old ones", () =>
  onStage(async (stage) => {
    const file = join(scratchFolder("routing"), "ringback.config.ts");
    const write = (verdict: string): void =>
      writeFileSync(
        file,
        `import { defineConfig } from "ringback";\nexport default defineConfig({ routes: { request: () => (${verdict}) } });\n`,
      );
    write("{ reject: 480 }");
    const server = await stage.serve(USERS, ["--config", file]);
    const carol = await stage.agent("carol");
    const code = async (): Promise<number | null> => (await carol.call(stage.address("desk")).outcome).code;
    assert.equal(await code(), 480);
    write("{ reject: 486 }");
    await says(server, /configuration read again: routes changed$/);
    assert.equal(await code(), 486);
    write("{ reject: 486 ");
    await says(server, /the configuration in force stays$/);
    assert.equal(await code(), 486);
    write("nobody.reject");
    await says(server, /configuration read again/);
    assert.equal(await code(), 500);
    await says(server, /internal fault: ReferenceError: nobody is not defined.*ringback\.config\.ts.*Call-ID/);
  }));

test("docs/routing.md shows the example as it is", () => {
  const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const shown = /```ts\n([\s\S]*?)```/.exec(text("docs/routing.md"))?.[1] ?? "";
  assert.ok(shown.length > 500);
  assert.ok(text("examples/routing/ringback.config.ts").endsWith(shown));
});
