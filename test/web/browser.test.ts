import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LANGUAGES } from "../../src/web/mod.ts";
import {
  assertNoSidewaysScroll,
  browserTest,
  keep,
  NARROW,
  open,
  type Stage,
  seriousFindings,
  shiftsOf,
  WIDE,
} from "./browser.ts";

/** One address of every kind of page, with the name of its picture. */
const KINDS: readonly (readonly [string, string])[] = [
  ["home", "/en/"],
  ["codes", "/en/sip/"],
  ["class", "/en/sip/4xx"],
  ["code", "/en/sip/603"],
  ["provisional", "/en/sip/183"],
  ["compare", "/en/sip/compare/486-vs-600"],
  ["compare-plain", "/en/sip/compare/100-vs-503"],
  ["picker", "/en/sip/compare/"],
  ["search", "/en/search?q=busy"],
  ["which", "/en/sip/which"],
  ["symptoms", "/en/sip/symptoms"],
  ["glossary", "/en/sip/glossary"],
  ["mappings", "/en/sip/mappings"],
  ["missing", "/en/search?q=qqqqqq"],
];

const SIZES = { wide: WIDE, narrow: NARROW } as const;

/** Looks at one page: what is wrong with it, as lines. */
async function look(
  stage: Stage,
  name: string,
  path: string,
  size: keyof typeof SIZES,
  theme: "light" | "dark",
): Promise<string[]> {
  const picture = `${name}-${size}-${theme}`;
  const { page, faults } = await open(stage, path, { viewport: SIZES[size], colorScheme: theme });
  await assertNoSidewaysScroll(page, picture);
  const findings = [...(await shiftsOf(page)), ...(await seriousFindings(page))].map((each) => `${picture}: ${each}`);
  await keep(page, picture);
  assert.equal(await page.locator("h1").count(), 1);
  await page.context().close();
  return [...faults, ...findings];
}

for (const theme of ["light", "dark"] as const) {
  for (const size of ["wide", "narrow"] as const) {
    browserTest(`every kind of page, ${size}, ${theme}`, async (stage) => {
      const found: string[] = [];
      for (const [name, path] of KINDS) found.push(...(await look(stage, name, path, size, theme)));
      assert.deepEqual(found, []);
    });
  }
}

for (const lang of LANGUAGES.filter((each) => each !== "en")) {
  browserTest(`${lang}, wide and narrow`, async (stage) => {
    const found: string[] = [];
    for (const size of ["wide", "narrow"] as const) {
      found.push(...(await look(stage, `home-${lang}`, `/${lang}/`, size, "light")));
      found.push(...(await look(stage, `code-${lang}`, `/${lang}/sip/603`, size, "dark")));
      found.push(...(await look(stage, `compare-${lang}`, `/${lang}/sip/compare/200-vs-603`, size, "light")));
    }
    assert.deepEqual(found, []);
  });
}

/** Longer than a browser that draws what it has would wait to do so. */
const DRAWN_MS = 300;

browserTest("a page that arrives in two pieces is drawn when it is whole, and does not move", async (stage, t) => {
  const { promise: looked, resolve: release } = Promise.withResolvers<void>();
  const slow = createServer(async (request, response) => {
    const answer = await fetch(stage.origin + request.url, { headers: { Accept: request.headers.accept ?? "*/*" } });
    const body = await answer.text();
    response.setHeader("Content-Type", answer.headers.get("Content-Type") ?? "");
    const cut = body.indexOf("<summary"); // where Chromium would draw a menu of its own, and move it
    response.write(body.slice(0, cut));
    if (cut >= 0) await looked;
    response.end(body.slice(cut));
  });
  t.after(() => slow.close());
  const origin = await new Promise<string>((resolve) => {
    slow.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(slow.address() as AddressInfo).port}`));
  });
  let early: unknown;
  const { page, faults } = await open({ ...stage, origin }, "/tr/sip/603", { viewport: NARROW }, async (page) => {
    await page.waitForSelector("details.langs", { state: "attached" });
    early = await page.evaluate(
      (ms) =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve("drawn")));
          setTimeout(resolve, ms, "not drawn");
        }),
      DRAWN_MS,
    );
    release();
  });
  assert.equal(early, "not drawn");
  assert.deepEqual([...faults, ...(await shiftsOf(page))], []);
});

browserTest("on paper there is the text and nothing to click", async (stage) => {
  const { page, faults } = await open(stage, "/en/sip/603", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("header.top").isVisible(), false);
  assert.equal(await page.locator("#description").isVisible(), true);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(29, 28, 26)");
  await keep(page, "code-print");
  assert.deepEqual(faults, []);
});
