import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadConfig } from "../../src/host/mod.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const readme = read("README.md");

function blocks(language: string, page = readme): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] as string,
  );
}

test("the README's configuration loads as it stands", async () => {
  const directory = mkdtempSync(join(tmpdir(), "ringback-readme-"));
  try {
    const config = blocks("ts").find((block) => block.includes("defineConfig"));
    const file = join(directory, "ringback.config.ts");
    writeFileSync(file, config ?? "");
    const loaded = await loadConfig(file);
    assert.ok(!("text" in loaded), JSON.stringify(loaded));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("what the README shows of explain is what it prints", () => {
  const shown = /<!-- (explain \d+) -->\n```text\n([\s\S]*?)```/.exec(readme);
  const [, command = "", text = ""] = shown ?? [];
  assert.ok(text.length > 500);
  assert.ok(run([...command.split(" "), "--lang", "en"]).startsWith(text));
});

/** Pages that show an example which the tests run, and a word of the block that is meant. */
const SHOWN = [
  ["README.md", "examples/phone/phone.ts", "openUserAgent"],
  ["docs/routing.md", "examples/routing/ringback.config.ts", "defineConfig"],
  ["docs/testing.md", "examples/testing/callback.test.ts", "simulate"],
] as const;

for (const [page, example, word] of SHOWN) {
  test(`${page} shows ${example} as it is`, () => {
    const shown = blocks("ts", read(page)).find((block) => block.includes(word)) ?? "nothing";
    assert.ok(read(example).includes(shown), shown);
  });
}

test("every flag, script and file that the README names exists", () => {
  const commands = blocks("sh").join("\n");
  const help = ["serve", "user add", "explain", "compare", "call", "dial", "site export"]
    .map((command) => run([...command.split(" "), "--help"]))
    .join("\n");
  for (const [flag] of commands.matchAll(/--[a-z-]{2,}/g)) assert.ok(help.includes(flag), `${flag} is a flag`);
  const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  for (const [, name] of readme.matchAll(/npm (?:run )?(start|test|ringback)\b/g))
    assert.equal(scripts[`pre${name}`], "exec node scripts/ensure-install.mjs", `npm run ${name} on a fresh clone`);
  for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/g))
    assert.ok(existsSync(new URL(path as string, root)), `${path} exists`);
  for (const [, path] of readme.matchAll(/`((?:src|test)\/[\w./-]+)`/g))
    assert.ok(existsSync(new URL(path as string, root)), `${path} exists`);
});

function run(args: readonly string[]): string {
  const result = spawnSync(process.execPath, ["src/cli/main.ts", ...args], { cwd: root, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}
