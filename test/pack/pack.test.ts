import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { freePort } from "../peers/ports.ts";
import { Program } from "../peers/process.ts";
import { Stage } from "../peers/stage.ts";
import { execute, pack, project, ROOT } from "./package.ts";

const subpaths = Object.keys(JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")).exports);
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
const VITE = join(ROOT, "node_modules/vite/bin/vite.js");
/** Octets, gzipped: what a page may pay for the user agent at most. */
const LARGEST_BUNDLE = 60_000;
const START_MS = 20_000;
const options = { timeout: 300_000 };

let tarball: string;
before(() => {
  tarball = pack();
}, options);

function tsconfig(given: object, include: readonly string[]): string {
  const common = { target: "esnext", strict: true, skipLibCheck: false, noEmit: true, lib: ["esnext", "dom"] };
  return JSON.stringify({ compilerOptions: { ...common, ...given }, include });
}

function importsOf(names: readonly string[]): string {
  const lines = names.map((name, i) => `import * as s${i} from "ringback${name.slice(1)}";`);
  return `${lines.join("\n")}\nexport const all = [${names.map((_, i) => `s${i}`).join(", ")}];\n`;
}

describe("installed into an empty TypeScript project", options, () => {
  let folder: string;
  before(() => {
    folder = project("typescript", tarball, {
      "all.ts": importsOf(subpaths),
      "pure.ts": importsOf(subpaths.filter((subpath) => subpath !== ".")),
      "phone.ts": readFileSync(`${ROOT}examples/phone/phone.ts`, "utf8"),
      "node.json": tsconfig({ module: "nodenext", types: ["node"] }, ["all.ts", "phone.ts"]),
      "page.json": tsconfig({ module: "esnext", moduleResolution: "bundler", types: [] }, ["pure.ts"]),
    });
  }, options);

  test("on Node the types of all subpaths resolve, and the README's phone is typed", () => {
    execute(process.execPath, [TSC, "-p", "node.json"], folder);
  });

  test("for a page they resolve without any types of Node", () => {
    execute(process.execPath, [TSC, "-p", "page.json"], folder);
  });

  test("every subpath is loaded by Node, and gives what its sources give", async () => {
    for (const subpath of subpaths) {
      const print = `console.log(Object.keys(await import("ringback${subpath.slice(1)}")).sort().join())`;
      const names = execute(process.execPath, ["--input-type=module", "-e", print], folder).trim();
      const room = subpath === "." ? "mod.ts" : `${subpath.slice(2)}/mod.ts`;
      assert.equal(
        names,
        Object.keys(await import(`${ROOT}src/${room}`))
          .sort()
          .join(),
        subpath,
      );
    }
  });

  test("the README's phone runs against the installed server, and is told 603", options, async (t) => {
    const stage = new Stage();
    t.after(() => stage.clear());
    await stage.explain(async () => {
      const port = await freePort();
      const http = `127.0.0.1:${await freePort()}`;
      const listen = ["--listen", `udp:127.0.0.1:${port}`, "--listen", `tcp:127.0.0.1:${port}`, "--http", http];
      const serve = ["serve", "--lab", "--domain", "127.0.0.1", "--data", ":memory:", "--user", "alice:wonderland"];
      const bin = join(folder, "node_modules/.bin/ringback");
      const run = (name: string, args: readonly string[]): Program =>
        stage.add(new Program({ name, command: process.execPath, cwd: folder, args }));
      const server = run("ringback serve", [bin, ...serve, ...listen]);
      await server.lines.until((line) => line.startsWith("ringback: ready"), START_MS, "the server");
      const at = (user: string): string => `sip:${user}@127.0.0.1:${port}`;
      const phone = run("phone.ts", ["phone.ts", at("alice"), "wonderland", at("603")]);
      await phone.lines.until((line) => line.startsWith("call: rejected 603 everywhere"), START_MS, "the refusal");
      phone.signal("SIGINT");
      const page = await (await fetch(`http://${http}/dial`)).text();
      assert.match(page, /src="\/dial\/phone\.js"/);
      const telephone = await (await fetch(`http://${http}/dial/phone.js`)).text();
      assert.doesNotMatch(telephone, /^\s*import\b/m, "built, the page's telephone is one file");
      assert.ok(gzipSync(telephone).length < LARGEST_BUNDLE);
      assert.equal((await phone.ended(START_MS)).code, 0);
      server.signal("SIGTERM");
      assert.equal((await server.ended(START_MS)).code, 0);
    });
  });
});

test("installed into a Vite page: the user agent is small, and nothing of Node is in it", options, (t) => {
  const example = join(ROOT, "examples/click-to-call");
  const config = tsconfig({ module: "esnext", moduleResolution: "bundler", types: [] }, ["*.ts"]);
  const files = readdirSync(example).map((name) => [name, readFileSync(join(example, name), "utf8")]);
  const folder = project("page", tarball, { ...Object.fromEntries(files), "tsconfig.json": config });
  execute(process.execPath, [TSC, "-p", "tsconfig.json"], folder);
  execute(process.execPath, [VITE, "build", "--logLevel", "warn"], folder);
  const assets = join(folder, "dist/assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  assert.equal(scripts.length, 1);
  const code = readFileSync(join(assets, scripts[0] ?? ""));
  const octets = gzipSync(code, { level: 9 }).length;
  t.diagnostic(`${octets} octets gzipped, ${code.length} in all`);
  assert.ok(octets < LARGEST_BUNDLE, `${octets} octets gzipped, more than ${LARGEST_BUNDLE}`);
  for (const trace of [/["'`]node:/, /\bBuffer\b/, /\bprocess\.(?:env|nextTick|versions)/, /__vite-browser-external/])
    assert.doesNotMatch(code.toString(), trace);
});
