import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, NARROW, open } from "./browser.ts";

/** What has the focus, and whether a person sees that it has. */
function focused(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0;
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    // The search field shows it round the box it lies in.
    const frame = element.closest(".field");
    const framed = frame !== null && getComputedStyle(frame).boxShadow !== "none";
    return { name: element.outerHTML.slice(0, 80), isSeen: isInside && (ring || framed) };
  });
}

for (const [name, viewport] of [
  ["wide", undefined],
  ["narrow", NARROW],
] as const) {
  // biome-ignore format: a list
  browserTest(`Tab reaches everything in order and shows where it is, ${name}`, async (stage) => {
    for (const path of ["/en/", "/en/sip/486", "/en/sip/compare/486-vs-600", "/en/sip/which"]) {
      const { page, faults } = await open(stage, path, viewport === undefined ? {} : { viewport });
      const all = await page.locator("a[href]:visible, button:visible, input:visible, select:visible, summary:visible").count();
      const seen = new Set<string>();
      for (let step = 0; step < all; step++) {
        await page.keyboard.press("Tab");
        const { name: element, isSeen } = await focused(page);
        assert.ok(isSeen, `${path}: the focus on ${element} is not seen`);
        seen.add(element);
      }
      await page.keyboard.press("Tab");
      assert.ok(seen.size > all / 2, `${path}: ${seen.size} of ${all}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

browserTest("the first Tab offers to skip to the content", async (stage) => {
  const { page } = await open(stage, "/en/sip/603");
  await page.keyboard.press("Tab");
  assert.match((await focused(page)).name, /class="skip"/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
});

browserTest("search: / goes there, hits while typing, arrows and Enter", async (stage) => {
  const { page, faults } = await open(stage, "/en/sip/603");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).type), "search");
  await page.keyboard.type("busy");
  const hits = page.locator("[role=option]");
  await hits.first().waitFor();
  assert.equal(await page.locator("[role=combobox]").getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await hits.nth(1).getAttribute("aria-selected"), "true");
  await page.keyboard.press("ArrowUp");
  assert.match((await hits.nth(0).textContent()) ?? "", /486/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/sip/486");
  await page.locator("input[type=search]").fill("600 vs 486");
  await hits.filter({ hasText: "486 / 600" }).waitFor();
  await page.locator("input[type=search]").fill("Búsy");
  await hits.filter({ hasText: "486" }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("input[type=search]").fill("");
  await page.keyboard.type("60");
  await hits.first().waitFor();
  await page.keyboard.press("Escape");
  await hits.first().waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/search?q=60");
  assert.deepEqual(faults, []);
});

browserTest("the theme is switched by a key and kept", async (stage) => {
  const { page } = await open(stage, "/en/sip/603", { colorScheme: "light" });
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  const button = page.locator("ringback-theme button");
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await ground(), light);
  await page.keyboard.press("Enter");
  const dark = await ground();
  assert.notEqual(dark, light);
  const label = await button.getAttribute("aria-label");
  await page.reload();
  assert.equal(await ground(), dark);
  assert.equal(await button.getAttribute("aria-label"), label);
  await button.press("Enter");
  assert.equal(await ground(), light);
});

browserTest("the picker, the languages and the questions by keys", async (stage) => {
  const { page, faults } = await open(stage, "/en/sip/compare/");
  await page.locator("select[name=a]").focus();
  await page.keyboard.type("603");
  await page.locator("select[name=b]").focus();
  await page.keyboard.type("200");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/sip/compare/200-vs-603");
  await page.locator("details.langs summary").press("Enter");
  assert.equal(await page.locator("details.langs a").first().isVisible(), true);
  await page.locator("details.langs a[lang=en]").press("Enter");
  await page.waitForURL("**/en/sip/compare/200-vs-603");
  await page.goto(`${stage.origin}/en/sip/which`);
  await page.locator("summary", { hasText: "callee" }).first().press("Enter");
  const inner = page.locator("details[open] details summary").first();
  await inner.press("Enter");
  assert.equal(await page.locator("details[open] details[open] p[class] a").first().isVisible(), true);
  assert.deepEqual(faults, []);
});

browserTest("without scripts nothing is lost", async (stage) => {
  const { page } = await open(stage, "/en/sip/603", { javaScriptEnabled: false });
  assert.equal(await page.locator("ringback-theme button").isVisible(), false);
  assert.equal(await page.locator(".copy").isVisible(), false);
  await page.locator("input[type=search]").fill("busy");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/search?q=busy");
  assert.ok((await page.locator(".rows a").count()) > 2);
  await page.goto(`${stage.origin}/en/sip/compare/`);
  await page.locator("select[name=a]").selectOption("603");
  await page.locator("select[name=b]").selectOption("486");
  await page.locator("button.go").click();
  await page.waitForURL("**/en/sip/compare/486-vs-603");
  await page.goto(`${stage.origin}/en/sip/which`);
  await page.locator(".tree > details > summary").nth(1).click();
  assert.equal(await page.locator(".tree details[open]").count(), 1);
});

browserTest("the sample is copied by its button, which says so", async (stage) => {
  const { page, faults } = await open(stage, "/en/sip/603");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.locator("#wire button");
  const label = await button.textContent();
  await button.press("Enter");
  await page.waitForFunction((before) => document.querySelector("#wire button")?.textContent !== before, label);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^SIP\/2\.0 603 Decline\n/);
  assert.deepEqual(faults, []);
});
