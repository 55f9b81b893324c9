import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { DOMAIN, fromSources, pageTest, USERS } from "./stage.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/click-to-call/", import.meta.url));
const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript" };

pageTest(
  "examples/click-to-call: a visitor clicks, talks to JsSIP, and hangs up; then hears why nobody answers",
  async (stage, t) => {
    const built = await build({ configFile: false, root: EXAMPLE, logLevel: "error", resolve: { alias: fromSources }, build: { write: false } }); // biome-ignore format: a command
    const { output } = built as Rolldown.RolldownOutput;
    const files = new Map(
      output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : `${file.source}`]),
    );
    const page = (files.get("/index.html") ?? "")
      .replace("wss://sip.example.com/sip", stage.webSocket)
      .replace("sip:website@example.com", `sip:alice@${DOMAIN}`)
      .replace('data-password="secret"', `data-password="${USERS.alice}"`)
      .replace("sip:support@example.com", `sip:bob@${DOMAIN}`);
    files.set("/", page);
    const server = createServer(({ url = "/" }, response) => {
      response.setHeader("Content-Type", TYPES[url.split(".").at(-1) ?? ""] ?? "text/html");
      response.end(files.get(url) ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const support = await stage.page();
    await stage.phone(support, "bob", "jssip");
    const visitor = await stage.browser.newPage();
    await visitor.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const button = visitor.getByRole("button");
    const says = async (text: RegExp): Promise<void> => {
      await visitor.waitForFunction(
        ([pattern]) => new RegExp(pattern).test(document.querySelector("[role=status]")?.textContent ?? ""),
        [text.source] as const,
        { timeout: 10_000 },
      );
    };
    await button.click();
    await says(/You are connected/);
    assert.ok(await support.evaluate(async () => (await window.page.latest("bob")).hears()));
    await visitor.getByRole("button", { name: "Hang up" }).click();
    await says(/You talked for \d+ s/);
    await visitor.getByRole("button", { name: "Call us" }).waitFor();
    await support.evaluate(() => {
      window.page.phone("bob").manner = 486;
    });
    await button.click();
    await says(/486 Busy Here/);
  },
);
