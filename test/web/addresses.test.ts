import assert from "node:assert/strict";
import { test } from "node:test";
import { LOCALES } from "../../src/catalogue/mod.ts";
import { addressOf, everyRoute, LANGUAGES, readAddress } from "../../src/web/mod.ts";
import { ask, ORIGIN, site } from "./kit.ts";

const hasChinese = Object.hasOwn(LOCALES, "zh");

const MOVED: readonly [string, number, string][] = [
  ["/en/sip/compare/600-vs-486", 308, "/en/sip/compare/486-vs-600"],
  ["/en/sip/compare/486-vs-486", 308, "/en/sip/486"],
  ["/en/sip/compare/600-VS-486", 308, "/en/sip/compare/486-vs-600"],
  ["/en", 308, "/en/"],
  ["/en/sip", 308, "/en/sip/"],
  ["/en/sip/603/", 308, "/en/sip/603"],
  ["/en/sip/4XX", 308, "/en/sip/4xx"],
  ["/EN/sip/603", 308, "/en/sip/603"],
  ["/en-GB/sip/603", 308, "/en/sip/603"],
  ["/en_US/sip/compare/600-vs-486", 308, "/en/sip/compare/486-vs-600"],
  ["/en/sip/compare", 308, "/en/sip/compare/"],
  ["/en/search/?q=busy%20here", 308, "/en/search?q=busy%20here"],
  ["/en/sip/compare/?a=603&b=486", 302, "/en/sip/compare/486-vs-603"],
  ["/en/sip/compare/?a=603&b=603", 302, "/en/sip/603"],
  ["/sip/603", 302, "/en/sip/603"],
  ["/search?q=busy", 302, "/en/search?q=busy"],
  ...(hasChinese
    ? ([
        ["/zh-hans/sip/603", 308, "/zh/sip/603"],
        ["/zh-CN/sip/603", 308, "/zh/sip/603"],
        ["/ZH-Hans/sip/compare/603-vs-200", 308, "/zh/sip/compare/200-vs-603"],
      ] as [string, number, string][])
    : []),
];
for (const [from, status, to] of MOVED) {
  test(`${from}: ${status} to ${to}`, async () => {
    const answer = await ask(from);
    assert.deepEqual([answer.status, answer.headers.Location], [status, to]);
    // A redirection leads to a page at once, not to another redirection.
    assert.equal((await ask(to)).status, 200);
  });
}

test("/ and addresses without a language go to the reader's", async () => {
  for (const lang of LANGUAGES) {
    const { status, headers } = await ask("/", { acceptLanguage: `xx, ${lang}-XX;q=0.9, en;q=0.1` });
    assert.deepEqual([status, headers.Location, headers.Vary], [302, `/${lang}/`, "Accept-Language"]);
    assert.equal((await ask("/sip/4xx", { acceptLanguage: lang })).headers.Location, `/${lang}/sip/4xx`);
  }
  assert.equal((await ask("/", { acceptLanguage: null })).headers.Location, "/en/");
  assert.equal((await ask("/", { acceptLanguage: "tlh" })).headers.Location, "/en/");
});

const MISSING = ["/en/sip/699", "/en/sip/60", "/en/sip/6033", "/en/sip/abc", "/en/sip/compare/486-vs-699", "/en/nothing", "/xx/sip/603", "/en/sip/603/x", "/en/sip/%00", "/en/sip/constructor", "/en//sip/603"]; // biome-ignore format: a list
for (const address of MISSING) {
  test(`${address}: 404`, async () => {
    const { status, headers, body } = await ask(address);
    assert.equal(status, 404);
    assert.match(body, /<meta name="robots" content="noindex">/);
    assert.doesNotMatch(body, /rel="canonical"/);
    assert.equal(headers["Cache-Control"], "no-store");
  });
}

test("an unknown code is answered with the likely ones", async () => {
  const { body } = await ask("/en/sip/699");
  assert.match(body, /699/);
  assert.match(body, /href="\/en\/sip\/600"/);
  assert.match((await ask("/en/sip/compare/486-vs-607")).body, /607/);
});

test("a language there is not is answered in the reader's, with what the address names", async () => {
  for (const [path, ...links] of [
    ["/de/sip/603", "/tr/sip/603"],
    ["/pt-BR/sip/compare/486-vs-600", "/tr/sip/compare/486-vs-600", "/tr/sip/486", "/tr/sip/600"],
    ["/xx/none"],
  ] as const) {
    assert.equal(site.owns(path), true, path);
    const { status, headers, body } = await ask(path, { acceptLanguage: "ja, tr;q=0.5" });
    assert.deepEqual([status, headers["Content-Language"]], [404, "tr"], path);
    assert.match(body, /<h1>[^<]+<\/h1>/);
    for (const link of links) assert.ok(body.includes(`href="${link}"><b>`), `${path}: ${link}`);
  }
});

test("every route is read back from its address, in every language", () => {
  for (const route of everyRoute()) {
    for (const lang of LANGUAGES) {
      const address = addressOf(lang, route);
      assert.deepEqual(readAddress(address), { kind: "page", lang, route });
      assert.equal(site.owns(address), true);
    }
  }
});

test("the site owns no path of the server's", () => {
  const others = ["/sip", "/api/codes", "/api/calls", "/console", "/healthz", "/metrics", "/nothing", "/apis"];
  for (const path of others) assert.equal(site.owns(path), false, path);
  for (const path of ["/", "/sip/603", "/search", "/widgets.js", "/robots.txt", "/index.html"])
    assert.equal(site.owns(path), true, path);
});

test("below a path, links and redirections stay below it", async () => {
  const request = { origin: "https://example.org/ref" };
  assert.equal((await ask("/en/sip/compare/600-vs-486", request)).headers.Location, "/ref/en/sip/compare/486-vs-600");
  const { body } = await ask("/en/sip/603", request);
  const links = (body.match(/(?:href|src|action|data-index|data-home|data-base)="\/[^"]*"/g) ?? []).filter(
    (each) => !each.includes('"/console'),
  );
  assert.ok(links.length > 40);
  assert.deepEqual(links.filter((each) => !each.includes('"/ref/')), []); // biome-ignore format: short
  assert.match(body, /<link rel="canonical" href="https:\/\/example\.org\/ref\/en\/sip\/603">/);
});

test("sitemaps name every page once, in its own language's map", async () => {
  const index = (await ask("/sitemap.xml")).body;
  assert.match((await ask("/robots.txt")).body, new RegExp(`^Sitemap: ${ORIGIN}/sitemap\\.xml$`, "m"));
  const routes = [...everyRoute()];
  for (const lang of LANGUAGES) {
    assert.ok(index.includes(`<loc>${ORIGIN}/sitemap-${lang}.xml</loc>`));
    const map = (await ask(`/sitemap-${lang}.xml`)).body;
    const named = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    assert.deepEqual(named, routes.map((route) => `${ORIGIN}${addressOf(lang, route)}`)); // biome-ignore format: short
    assert.ok(map.length < 50_000_000);
  }
  assert.equal((await ask("/sitemap-xx.xml")).status, 404);
});
