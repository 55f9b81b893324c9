/** Chromium with the test page, before a running `ringback serve`. */
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { newDirectory, Served } from "../cli/kit.ts";
import type { Library } from "./page/page.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One line, when there is no browser. */
const skip = existsSync(CHROMIUM) ? false : "chromium is not installed (Debian package chromium)";

/** What CLIENTS need: no sandbox in a container, a microphone that beeps, and nobody to ask whether it may be used. */
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
  ...["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
  ...["--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required"],
  "--ignore-certificate-errors", // that of a TLS front
];

export const DOMAIN = "example.com";
export const USERS = { alice: "wonderland", bob: "builder", carol: "lewis", dave: "lister" } as const;
export type User = keyof typeof USERS;

/** `ringback/ua` is src/ua/mod.ts in what is bundled here. */
export const fromSources = [
  { find: /^ringback$/, replacement: `${ROOT}src/mod.ts` },
  { find: /^ringback\/(\w+)$/, replacement: `${ROOT}src/$1/mod.ts` },
];

let bundled: Promise<string> | null = null;

/** The test page's code in one file; built once per process. */
function bundle(): Promise<string> {
  bundled ??= build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    resolve: { alias: fromSources },
    build: {
      write: false,
      minify: false,
      target: "esnext",
      lib: { entry: fileURLToPath(new URL("page/page.ts", import.meta.url)), formats: ["es"], fileName: "page" },
    },
  }).then((result) => {
    const [output] = [result].flat() as Rolldown.RolldownOutput[];
    const [chunk] = output?.output ?? [];
    if (chunk?.type !== "chunk") throw new Error("the page was not bundled");
    return chunk.code;
  });
  return bundled;
}

export interface Stage {
  readonly served: Served;
  readonly browser: Browser;
  /** Where the test page lies. */
  readonly origin: string;
  /** `ws://…/sip` of the server. */
  readonly webSocket: string;
  /** A fresh page. What goes wrong in it fails the test. */
  page(): Promise<Page>;
  /** Opens a registered phone in `page`, under its user's name; by the server's own WebSocket when none is named. */
  phone(page: Page, user: User, library: Library, webSocket?: string): Promise<void>;
}

export interface StageOptions {
  readonly serve?: readonly string[];
}

/** A test with a stage of its own; skipped, with the reason, where there is no Chromium. */
export function pageTest(
  name: string,
  play: (stage: Stage, t: TestContext) => Promise<void>,
  { serve = [] }: StageOptions = {},
): void {
  test(name, { skip, timeout: 120_000 }, async (t) => {
    const code = await bundle();
    const users = Object.entries(USERS).flatMap(([user, password]) => ["--user", `${user}:${password}`]);
    const args = ["--domain", DOMAIN, "--auth", "digest", "--data", ":memory:", ...users, ...serve];
    const served = await Served.start(t, args, newDirectory());
    const files = createServer(({ url }, response) => {
      const script = url === "/page.js";
      response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
      response.end(script ? code : '<!doctype html><title>phone</title><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
    t.after(() => files.close());
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    t.after(() => browser.close());
    const origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
    const webSocket = `ws://127.0.0.1:${served.ports.http}/sip`;
    const faults: string[] = [];
    const page = async (): Promise<Page> => {
      const opened = await browser.newPage();
      opened.on("pageerror", (error) => faults.push(error.stack ?? error.message));
      await opened.goto(origin);
      await opened.waitForFunction(() => "page" in window);
      return opened;
    };
    const phone = (within: Page, user: User, library: Library, by = webSocket): Promise<void> =>
      within.evaluate(([name, made, account]) => window.page.open(name, made, account), [
        user,
        library,
        { user, password: USERS[user], domain: DOMAIN, webSocket: by },
      ] as const);
    try {
      await play({ served, browser, origin, webSocket, page, phone }, t);
      if (faults.length > 0) throw new Error("the page had exceptions");
    } catch (error) {
      const told = [...faults, served.stdout, served.stderr].join("\n");
      if (error instanceof Error) error.stack = `${error.stack ?? error.message}\n${told}`;
      throw error;
    }
  });
}
