/** Debian's Chromium over a running `ringback serve`. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { newDirectory, Served } from "../cli/kit.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SCREENS = fileURLToPath(new URL("../../.artifacts/screens/", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line, when there is no browser. */
const skip = existsSync(CHROMIUM) ? false : "chromium is not installed (Debian package chromium)";

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** A server with a browser before it. */
export interface Stage {
  readonly origin: string;
  readonly browser: Browser;
}

/** A test with a stage of its own; skipped, with the reason, where there is no Chromium. */
export function browserTest(name: string, play: (stage: Stage, t: TestContext) => Promise<void>): void {
  test(name, { skip, timeout: 120_000 }, async (t) => {
    const served = await Served.start(t, ["--data", ":memory:", "--lab"], newDirectory());
    // Chromium's own sandbox needs rights that a container does not give to root.
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    t.after(() => browser.close());
    await play({ origin: `http://127.0.0.1:${served.ports.http}`, browser }, t);
  });
}

/** A page that remembers what went wrong on it. */
export interface Watched {
  readonly page: Page;
  /** Console errors, exceptions, and requests that left the server. */
  readonly faults: string[];
}

/** Opens a page and waits until it is there. @param meanwhile what happens while it arrives */
export async function open(
  { browser, origin }: Stage,
  path: string,
  options: BrowserContextOptions = {},
  meanwhile: (page: Page) => Promise<void> = async () => {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`${path}: console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${path}: exception: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
      faults.push(`${path}: asks ${request.url()}`);
  });
  if (options.javaScriptEnabled !== false) await page.addInitScript(watchShifts);
  await page.goto(origin + path, { waitUntil: "commit" });
  await meanwhile(page);
  await page.waitForLoadState("load");
  return { page, faults };
}

interface Shift {
  readonly value: number;
  /** What moved, and from where to where. */
  readonly moved: readonly string[];
}

type LayoutShift = PerformanceEntry & {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
};

/** Runs in the page, before it: notes what moves. */
function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.map(({ node, previousRect: a, currentRect: b }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return `${element?.outerHTML.slice(0, 60)} ${a.x},${a.y} ${a.width}x${a.height} to ${b.x},${b.y} ${b.width}x${b.height}`;
      });
      shifts.push({ value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What has moved since the page began, a line each. */
export async function shiftsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  return shifts.map(({ value, moved }) => `layout shift of ${value}: ${moved.join("; ")}`);
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe-core finds serious or critical, a line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown[] }> } };
    return (await axe.run({ resultTypes: ["violations"] })).violations;
  });
  return (findings as Finding[])
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((each) => `${each.target} (${each.failureSummary})`).join("; ")}`); // biome-ignore format: a line
}

/** Keeps a picture of the whole page. */
export async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
}

/** Nothing may stand beside the screen. */
export async function assertNoSidewaysScroll(page: Page, name: string): Promise<void> {
  const [content, screen] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  assert.ok(content <= screen, `${name}: ${content} px wide on ${screen}`);
}
