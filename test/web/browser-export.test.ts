import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { addressOf, everyRoute } from "../../src/web/mod.ts";
import { newDirectory, ringback } from "../cli/kit.ts";
import { browserTest } from "./browser.ts";

const options = { timeout: 60_000 };

test("site export writes every page of the languages asked for, below a path if need be", options, async () => {
  const directory = newDirectory();
  const { code, stdout, stderr } = await ringback(["site", "export", directory, "--base", "https://example.org/ref/", "--lang", "en"]); // biome-ignore format: a command
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  assert.match(stdout, /^\d{4} files in .*\n$/);
  for (const route of everyRoute()) {
    assert.ok(existsSync(join(directory, addressOf("en", route), "index.html")), addressOf("en", route));
  }
  const page = readFileSync(join(directory, "en/sip/603/index.html"), "utf8");
  assert.match(page, /<link rel="canonical" href="https:\/\/example\.org\/ref\/en\/sip\/603">/);
  assert.doesNotMatch(page, /hreflang="fr"|\/console/);
  const local = [...page.matchAll(/(?:href|src)="\/ref(\/[^"#]*)"/g)].map(([, path]) => path ?? "");
  assert.ok(local.length > 40);
  for (const path of local) assert.ok(existsSync(join(directory, path)), path);
  assert.match(
    readFileSync(join(directory, "sitemap.xml"), "utf8"),
    /<loc>https:\/\/example\.org\/ref\/sitemap-en\.xml<\/loc>/,
  );
  assert.doesNotMatch(readFileSync(join(directory, "sitemap.xml"), "utf8"), /sitemap-fr/);
  assert.match(readFileSync(join(directory, "index.html"), "utf8"), /href="\/ref\/en\/"/);
  assert.equal(existsSync(join(directory, "widgets.js")), false, "no API would answer it");
});

const WRONG: readonly (readonly [string[], number, RegExp])[] = [
  [["site", "export", "x", "--lang", "tlh"], 2, /^ringback site: --lang is one of en/],
  [["site", "export", "x", "--base", "example.org"], 2, /^ringback site: --base is an http or https address/],
  [["site", "export"], 2, /directory/],
  [["site"], 2, /say which: export/],
  [["site", "export", "/dev/null/x", "--lang", "en"], 1, /cannot be written: ENOTDIR/],
];
for (const [args, exitCode, says] of WRONG) {
  test(`ringback ${args.join(" ")}: ${exitCode}`, options, async () => {
    const { code, stderr } = await ringback(args);
    assert.equal(code, exitCode);
    assert.match(stderr, says);
    assert.equal(stderr.trim().split("\n").length, 1);
  });
}

/** A server of files and of nothing else. */
function serveFiles(directory: string): Promise<{ origin: string; close: () => void }> {
  const types: Record<string, string> = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", json: "application/json" }; // biome-ignore format: a table
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    const file = join(directory, decodeURIComponent(pathname));
    const found = statSync(file, { throwIfNoEntry: false })?.isDirectory() ? join(file, "index.html") : file;
    if (!existsSync(found)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[found.split(".").at(-1) ?? ""] ?? "text/plain" });
    response.end(readFileSync(found));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

browserTest("the files alone search and compare", async ({ browser }, t) => {
  const directory = newDirectory();
  assert.equal((await ringback(["site", "export", directory, "--lang", "en"])).code, 0);
  const { origin, close } = await serveFiles(directory);
  t.after(close);
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  await page.locator("main a[lang=en]").click();
  await page.locator("input[type=search]").fill("busy");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/search*");
  await page.locator(".rows a").first().click();
  await page.waitForURL("**/en/sip/486");
  await page.goto(`${origin}/en/sip/compare/`);
  await page.locator("select[name=a]").selectOption("603");
  await page.locator("select[name=b]").selectOption("200");
  await page.locator("button.go").click();
  await page.waitForURL("**/en/sip/compare/200-vs-603");
  assert.equal(await page.locator("h1").count(), 1);
});
