import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { seriousFindings } from "../web/browser.ts";
import { pageTest, USERS } from "./stage.ts";

/** What the page says of the last call to `name`, once that matches. */
async function told(page: Page, name: string, wanted: RegExp): Promise<string> {
  const output = page.locator(`li:has(button[data-name="${name}"]) output`);
  const latest = Date.now() + 15_000;
  for (;;) {
    const text = (await output.textContent()) ?? "";
    if (wanted.test(text)) return text;
    if (Date.now() > latest) throw new Error(`${name}: the page says "${text}", not ${wanted}`);
    await page.waitForTimeout(20);
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator(`button[data-name="${name}"]`).click();
}

async function open(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
  await page.goto(`${origin}/dial`);
  await page.locator('button[data-name="603"]').waitFor();
  return faults;
}

pageTest(
  "the page at /dial calls what it lists, and tells what came of it",
  async (stage) => {
    const page = await stage.browser.newPage();
    const faults = await open(page, `http://127.0.0.1:${stage.served.ports.http}`);
    await press(page, "603");
    await told(page, "603", /^Say who calls/);
    await page.getByLabel("User").fill("alice");
    await page.getByLabel("Password").fill("wrong");
    await press(page, "603");
    await told(page, "603", /^407 Proxy Authentication Required/);
    await page.getByLabel("Password").fill(USERS.alice);
    await press(page, "603");
    assert.match(await told(page, "603", /Decline/), /^603 Decline, for every phone(, after \d\.\d s)?\.$/);
    await press(page, "302");
    await told(page, "302", /^302 Moved Temporarily, to sip:\S+/);
    await press(page, "180-486");
    await told(page, "180-486", /^180 Ringing/);
    await told(page, "180-486", /^486 Busy Here, for this phone, after \d/);
    await press(page, "200");
    await told(page, "200", /^200 OK/);
    await press(page, "200"); // hangs up
    await page.locator('button[data-name="200"]', { hasText: "Call" }).waitFor();
    await press(page, "180");
    await told(page, "180", /^180 Ringing/);
    await press(page, "180");
    await told(page, "180", /cancelled|487/);
    assert.deepEqual(await seriousFindings(page).catch((error: Error) => [error.message]), []);
    assert.deepEqual(faults, []);
  },
  { serve: ["--lab"] },
);

pageTest(
  "without authentication it asks for nobody's name",
  async (stage) => {
    const page = await stage.browser.newPage();
    const faults = await open(page, `http://127.0.0.1:${stage.served.ports.http}`);
    assert.equal(await page.getByLabel("User").count(), 0);
    await press(page, "404");
    await told(page, "404", /^404 Not Found, for this domain/);
    assert.deepEqual(faults, []);
  },
  { serve: ["--lab", "--auth", "off"] },
);
