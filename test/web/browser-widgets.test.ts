import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";
import { browserTest, keep, NARROW, type Stage, seriousFindings } from "./browser.ts";

/** Somebody else's page, with a policy as strict as one that wants widgets can have. */
async function elsewhere(t: TestContext, origin: string, body: string, scheme = "light dark"): Promise<string> {
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}; img-src data:`;
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${scheme}"><title>Elsewhere</title><link rel="icon" href="data:,"><main><h1>Elsewhere</h1>${body}</main><script type="module" src="${origin}/widgets.js"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function visit(
  { browser }: Stage,
  address: string,
  theme: "light" | "dark",
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: NARROW, colorScheme: theme });
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(address);
  return { page, faults };
}

for (const theme of ["light", "dark"] as const) {
  browserTest(`widgets on another site's page, ${theme}`, async (stage, t) => {
    const body = `<sip-code code="603">wait</sip-code><sip-compare a="600" b="486"></sip-compare>`;
    const { page, faults } = await visit(stage, await elsewhere(t, stage.origin, body), theme);
    const code = page.locator("sip-code");
    await code.locator("a").waitFor();
    assert.match((await code.locator(".head").textContent()) ?? "", /603\s*Decline/);
    assert.equal(await code.locator("a").getAttribute("href"), `${stage.origin}/en/sip/603`);
    const compare = page.locator("sip-compare");
    await compare.locator("a").waitFor();
    assert.equal(await compare.locator("a").getAttribute("href"), `${stage.origin}/en/sip/compare/486-vs-600`);
    assert.deepEqual(await compare.locator(".head").allInnerTexts().then((texts) => texts.map((text) => text.slice(0, 3))), ["486", "600"]); // biome-ignore format: short
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await seriousFindings(page), []);
    await keep(page, `widgets-${theme}`);
    await page.evaluate(() => document.querySelector("sip-code")?.setAttribute("code", "486"));
    await page.locator("sip-code a[href$='/486']").waitFor();
    assert.deepEqual(faults, []);
  });
}

browserTest("on a page that is light only, widgets are light for a reader who likes it dark", async (stage, t) => {
  const address = await elsewhere(t, stage.origin, `<sip-code code="603"></sip-code>`, "light");
  const { page } = await visit(stage, address, "dark");
  await page.locator("sip-code a").waitFor();
  const ground = await page.locator("sip-code .card").evaluate((card) => getComputedStyle(card).backgroundColor);
  assert.equal(ground, "rgb(255, 255, 255)");
});

browserTest("a widget that cannot reach its server shows what stands inside it", async (stage, t) => {
  const body = `<sip-code code="603">603 Decline</sip-code><sip-code code="699">no such code</sip-code>`;
  const address = await elsewhere(t, stage.origin, body);
  const page = await stage.browser.newPage();
  await page.route("**/api/codes/603*", (route) => route.abort());
  const answered = page.waitForResponse("**/api/codes/699*");
  await page.goto(address);
  assert.equal((await answered).status(), 404);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.getByText("603 Decline").isVisible(), true);
  assert.equal(await page.getByText("no such code").isVisible(), true);
});
