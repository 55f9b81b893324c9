import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PAGE, withRooms } from "../scripts/architecture/rooms-section.ts";
import { AIMS, tooLong, violations } from "../scripts/architecture/rules.ts";
import { readSources } from "../scripts/architecture/source-facts.ts";
import { rooms } from "../src/rooms.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Sources below `src` that break a rule, and what the rule says. */
const BAD: readonly { sources: Record<string, string>; says: readonly string[] }[] = [
  {
    sources: { "syntax/mod.ts": 'import "../auth/mod.ts";', "auth/mod.ts": "" },
    says: ["src/syntax/mod.ts:1: syntax may not import auth, which comes after it"],
  },
  {
    sources: { "syntax/mod.ts": '\nexport type { A } from "../auth/mod.ts";', "auth/mod.ts": "export type A = 1;" },
    says: ["src/syntax/mod.ts:2: syntax may not import auth, which comes after it"],
  },
  {
    sources: { "syntax/mod.ts": 'let a: import("../auth/mod.ts").A;', "auth/mod.ts": "export type A = 1;" },
    says: ["src/syntax/mod.ts:1: syntax may not import auth, which comes after it"],
  },
  {
    sources: { "host/mod.ts": 'await import("../lab/mod.ts");', "lab/mod.ts": "" },
    says: ["src/host/mod.ts:1: host may not import lab"],
  },
  {
    sources: { "auth/mod.ts": 'import "../syntax/uri.ts";', "syntax/mod.ts": "", "syntax/uri.ts": "" },
    says: ["src/auth/mod.ts:1: import src/syntax/mod.ts, not src/syntax/uri.ts"],
  },
  {
    sources: { "cli/mod.ts": 'import "../rooms.ts"; import "../../package.json";', "rooms.ts": "" },
    says: ["src/cli/mod.ts:1: may not import src/rooms.ts", "src/cli/mod.ts:1: may not import package.json"],
  },
  {
    sources: { "rooms.ts": 'import "./syntax/mod.ts";', "syntax/mod.ts": "" },
    says: ["src/rooms.ts:1: may not import src/syntax/mod.ts"],
  },
  { sources: { "syntax/uri.ts": "" }, says: ["src/syntax: has no mod.ts"] },
  { sources: { "helpers/mod.ts": "" }, says: ["src/helpers/mod.ts: helpers is not in the list of rooms"] },
  { sources: { "index.ts": "" }, says: ["src/index.ts: lies in no room"] },
  {
    sources: { "ua/mod.ts": 'import type { A } from "./a.ts";', "ua/a.ts": 'import type { B } from "./mod.ts";' },
    says: ["src/ua/mod.ts -> src/ua/a.ts -> src/ua/mod.ts: import cycle"],
  },
  {
    sources: { "lab/mod.ts": 'import "node:fs"; import "hono";' },
    says: ["src/lab/mod.ts:1: lab may not import node:fs", "src/lab/mod.ts:1: lab may not import hono"],
  },
  {
    sources: { "web/mod.ts": 'import "node:fs"; import "hono/html"; setTimeout(f); process.exit();' },
    says: ["src/web/mod.ts:1: web may not import node:fs", "src/web/mod.ts:1: web may not use process"],
  },
  { sources: { "host/mod.ts": 'import "fs";' }, says: ["src/host/mod.ts:1: host may not import fs"] },
  ...["Buffer", "process", "console", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "globalThis"].map(
    (name) => ({
      sources: { "server/mod.ts": `export const x = () => ${name};` },
      says: [`src/server/mod.ts:1: server may not use ${name}`],
    }),
  ),
  ...["Date.now", "new Date()", "Math.random", "Date()"].map((name) => ({
    sources: { "dialog/mod.ts": `export const x = ${name.endsWith(")") ? name : `${name}()`};` },
    says: [`src/dialog/mod.ts:1: dialog may not use ${name}`],
  })),
  {
    sources: { "ua/mod.ts": "export const at = { console, now: () => import(name) };" },
    says: ["src/ua/mod.ts:1: ua may not use import(…)", "src/ua/mod.ts:1: ua may not use console"],
  },
  {
    sources: { "ua/mod.ts": "let a: Buffer; { const Buffer = 1; a = Buffer; }\nlet b: NodeJS.Timeout;" },
    says: ["src/ua/mod.ts:1: ua may not use Buffer", "src/ua/mod.ts:2: ua may not use NodeJS"],
  },
  { sources: { "cli/mod.ts": "// line\n".repeat(501) }, says: ["src/cli/mod.ts: 501 lines, more than 500"] },
  {
    sources: { "cli/mod.ts": `const long = () => {${"\n".repeat(80)}};` },
    says: ["src/cli/mod.ts:1: long has 81 lines, more than 80"],
  },
];

/** Sources that look like violations and are none. */
const GOOD: Record<string, string> = {
  "src/mod.ts": 'export { a } from "./ua/mod.ts"; export type { B } from "./host/mod.ts";',
  "src/rooms.ts": "export const rooms = [];",
  "src/syntax/mod.ts": 'export { x } from "./uri.ts";',
  "src/syntax/uri.ts": 'export const x = "process.exit(setTimeout)"; // console.log(Date.now())',
  "src/ua/mod.ts": 'import { x } from "../syntax/mod.ts"; export const a = new Date(x), b = /`"console/g;',
  "src/server/mod.ts":
    "export class Proxy { process(console: X) { console.log(this.process, this.clock.setTimeout, { Buffer: 1 }); } }",
  "src/reference/mod.ts": 'import { MessageFormat } from "messageformat"; export const f = MessageFormat;',
  "src/host/mod.ts": 'import "node:fs"; import "../server/mod.ts"; setTimeout(() => process.exit(), Date.now());',
};

test("each rule sees what breaks it", async (t) => {
  const texts = BAD.map(({ sources }, index) =>
    Object.fromEntries(Object.entries(sources).map(([path, text]) => [`${index}/src/${path}`, text])),
  );
  const facts = readSources(Object.assign({}, ...texts));
  for (const [index, { says }] of BAD.entries()) {
    await t.test(says.join("; "), () => {
      const own = facts.filter(({ path }) => path.startsWith(`${index}/`));
      const files = own.map((file) => ({ ...file, path: file.path.slice(`${index}/`.length) }));
      assert.deepEqual(violations(files, rooms), says);
    });
  }
});

test("what looks like a violation and is none passes", () => {
  assert.deepEqual(violations(readSources(GOOD), rooms), []);
});

test("the rooms hold", (t) => {
  const paths = globSync("src/**/*.ts", { cwd: ROOT }).map((path) => path.split(sep).join("/"));
  const files = readSources(Object.fromEntries(paths.sort().map((path) => [path, readFileSync(ROOT + path, "utf8")])));
  for (const line of files.flatMap((file) => tooLong(file, AIMS))) t.diagnostic(line);
  const found = violations(files, rooms);
  assert.ok(found.length === 0, `\n${found.join("\n")}`);
});

test("docs/architecture.md prints the rooms as they are", () => {
  const page = readFileSync(PAGE, "utf8");
  assert.equal(page, withRooms(page, rooms), "run `npm run docs:rooms`");
});

test("every subpath of the package is the face of a room", () => {
  const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  for (const [subpath, targets] of Object.entries<Record<string, string>>(exports)) {
    const face = subpath === "." ? "mod" : `${subpath.slice(2)}/mod`;
    assert.deepEqual(targets, { types: `./dist/${face}.d.ts`, default: `./dist/${face}.js` }, subpath);
    assert.doesNotThrow(() => readFileSync(`${ROOT}src/${face}.ts`), `${subpath}: src/${face}.ts is missing`);
  }
});
