import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { localeEntry } from "../../src/reference/mod.ts";
import { addressOf, CONTENT_SECURITY_POLICY, everyRoute, LANGUAGES, type Route } from "../../src/web/mod.ts";
import { saidOfBoth } from "../../src/web/pages/compare.ts";
import { ask, attributes, ORIGIN, pages, site, someRoutes, textOf } from "./kit.ts";

const MOST_BYTES = 60_000;
const options = { timeout: 300_000 };

test("every page of every language: one h1, a title, whole sentences, nothing left over, small", options, async (t) => {
  const started = performance.now();
  let count = 0;
  let largest = { address: "", bytes: 0 };
  const titles = new Map<string, string>();
  for await (const { address, lang, body } of pages(everyRoute())) {
    count++;
    const bytes = Buffer.byteLength(body);
    if (bytes > largest.bytes) largest = { address, bytes };
    assert.ok(bytes < MOST_BYTES, `${address}: ${bytes} bytes`);
    assert.equal(body.split("<h1").length - 1, 1, `${address}: h1`);
    assert.doesNotMatch(body, /\{\$|undefined|\[object|NaN|`|…|\.\.\./, address);
    assert.doesNotMatch(body, /\sstyle=|\son\w+=|javascript:/, address);
    const title = textOf(body, "title");
    assert.equal(
      titles.get(`${lang} ${title}`),
      undefined,
      `${address}: the title of ${titles.get(`${lang} ${title}`)}`,
    );
    titles.set(`${lang} ${title}`, address);
    const [description = ""] = attributes(body, /<meta name="description"[^>]*>/, "content");
    assert.match(description, /^\S.{10,}[.。？?]$/su, `${address}: ${description}`);
  }
  const seconds = (performance.now() - started) / 1000;
  t.diagnostic(`${count} pages in ${seconds.toFixed(1)} s, checked: ${Math.round(count / seconds)} pages per second`);
  t.diagnostic(`the largest: ${largest.address}, ${largest.bytes} bytes`);
});

test("a page with everything it needs is less than 60 kB, before it is compressed", options, async (t) => {
  const [sample] = await firstPage();
  const assets = await Promise.all([...assetsOf(sample)].map(async (path) => (await ask(path)).body));
  const rest = assets.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  const restPacked = assets.reduce((sum, body) => sum + gzipSync(body).length, 0);
  let most = { address: "", bytes: 0, packed: 0 };
  for await (const { address, body } of pages(someRoutes())) {
    const bytes = Buffer.byteLength(body) + rest;
    assert.ok(bytes < MOST_BYTES, `${address}: ${bytes} bytes`);
    if (bytes > most.bytes) most = { address, bytes, packed: gzipSync(body).length + restPacked };
  }
  t.diagnostic(`style, scripts and icon: ${rest} bytes, ${restPacked} compressed`);
  t.diagnostic(`the most: ${most.address}, ${most.bytes} bytes, ${most.packed} compressed`);
});

test("canonical, languages both ways, and data that machines read", options, async () => {
  for await (const { address, lang, route, body } of pages(someRoutes())) {
    const here = `${ORIGIN}${address}`;
    assert.deepEqual(attributes(body, /<link rel="canonical"[^>]*>/, "href"), [here]);
    const expected = LANGUAGES.map((each) => [localeEntry(each).tag, `${ORIGIN}${addressOf(each, route)}`]);
    const fallback = route.kind === "home" ? `${ORIGIN}/` : `${ORIGIN}${addressOf("en", route)}`;
    const named = attributes(body, /<link rel="alternate"[^>]*>/, "hreflang");
    const targets = attributes(body, /<link rel="alternate"[^>]*>/, "href");
    // The same set on every page of the set is what makes it symmetric.
    assert.deepEqual(named.map((tag, index) => [tag, targets[index]]), [...expected, ["x-default", fallback]]); // biome-ignore format: short
    const entry = localeEntry(lang as (typeof LANGUAGES)[number]);
    assert.match(body, new RegExp(`^<!doctype html>\n<html lang="${entry.tag}" dir="${entry.direction}">`));
    for (const property of ["og:title", "og:description", "og:url", "og:site_name", "og:type"]) {
      assert.match(body, new RegExp(`<meta property="${property}" content="[^"]+">`), `${address}: ${property}`);
    }
    const [, data = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    const { "@graph": graph } = JSON.parse(data) as {
      "@graph": { url?: string; itemListElement?: { item: string }[] }[];
    };
    assert.equal(graph[0]?.url, here);
    if (route.kind !== "home") assert.equal(graph[1]?.itemListElement?.at(-1)?.item, here);
  }
});

test("a comparison links both codes, a code its class", options, async () => {
  for await (const { address, lang, route, body } of pages(someRoutes())) {
    const links = new Set(attributes(body, /<a [^>]*>/, "href"));
    const wanted: Route[] =
      route.kind === "compare"
        ? [
            { kind: "code", code: route.a },
            { kind: "code", code: route.b },
          ]
        : route.kind === "code"
          ? [{ kind: "class", name: `${String(route.code)[0]}xx` as "1xx" }]
          : [];
    for (const each of wanted) assert.ok(links.has(addressOf(lang as "en", each)), `${address}: ${each.kind}`);
  }
});

test("no link leads nowhere, and no anchor", options, async () => {
  const links = new Map<string, string>();
  for await (const { address, body } of pages(someRoutes())) {
    for (const link of attributes(
      body,
      /<(?:a|form|link|script|ringback-[a-z]+) [^>]*>/,
      "(?:href|action|src|data-index|data-home|data-base)",
    )) {
      links.set(link.startsWith("#") ? `${address}${link}` : link, address);
    }
  }
  for (const [link, from] of links) {
    if (/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+(#section-[\d.]+)?$/.test(link) || link === "/console") continue;
    const [target = "", anchor] = link.replace(ORIGIN, "").split("#");
    const { status, body } = await ask(target);
    assert.ok(status === 200 || target === "/", `${from} links ${link}: ${status}`);
    if (anchor !== undefined) assert.ok(body.includes(`id="${anchor}"`), `${from} links ${link}`);
  }
  assert.ok(links.size > 500, `${links.size} links`);
});

test("ids are unique on a page", options, async () => {
  for await (const { address, body } of pages(someRoutes())) {
    const ids = attributes(body, /<[a-z][^>]* id="[^>]*>/, "id");
    assert.deepEqual(
      ids.length,
      new Set(ids).size,
      `${address}: ${ids.filter((id, index) => ids.indexOf(id) !== index)}`,
    );
  }
});

test("an entity tag holds for the page, its language, its host and its edition; 304 has no body", async () => {
  const tag = async (address: string, origin = ORIGIN): Promise<string> =>
    (await ask(address, { origin })).headers.ETag ?? "";
  const one = await tag("/en/sip/603");
  assert.match(one, /^"[0-9a-f]{16}"$/);
  assert.equal(await tag("/en/sip/603"), one);
  const others = [await tag("/en/sip/486"), await tag("/en/sip/603", "http://127.0.0.1"), await tag("/en/search?q=a"), await tag("/en/search?q=b")]; // biome-ignore format: a list
  assert.equal(new Set([one, ...others]).size, 5);
  for (const sent of [one, `"x", ${one}`, `W/${one}`, "*"]) {
    const { status, headers, body } = await ask("/en/sip/603", { ifNoneMatch: sent });
    assert.deepEqual([status, headers.ETag, body], [304, one, ""], sent);
  }
  assert.equal((await ask("/en/sip/603", { ifNoneMatch: '"x"' })).status, 200);
});

test("everything is under the strict policy; assets are kept for ever, pages briefly", async () => {
  const [page, headers] = await firstPage();
  assert.equal(headers["Content-Security-Policy"], CONTENT_SECURITY_POLICY);
  assert.equal(headers["Cache-Control"], "public, max-age=300");
  const assets = assetsOf(page);
  assert.equal(assets.size, 4);
  for (const path of assets) {
    const { status, headers: kept } = await ask(path);
    assert.deepEqual([status, kept["Cache-Control"]], [200, "public, max-age=31536000, immutable"]);
    assert.match(path, /-[0-9a-f]{16}\.(css|js|svg)$/);
  }
  for (const address of ["/en/sip/699", "/widgets.js", "/index.html", "/sitemap.xml", "/assets/search-en.json"]) {
    assert.equal((await ask(address)).headers["Content-Security-Policy"], CONTENT_SECURITY_POLICY, address);
  }
  assert.equal((await ask("/assets/style-0000000000000000.css")).status, 404);
});

test("the widgets are one small file that other sites may load", async () => {
  const { headers, body } = await ask("/widgets.js");
  assert.equal(headers["Access-Control-Allow-Origin"], "*");
  assert.equal(headers["Cross-Origin-Resource-Policy"], "cross-origin");
  assert.ok(Buffer.byteLength(body) < 8000, `${Buffer.byteLength(body)} bytes`);
  assert.doesNotMatch(body, /\bimport\s+[{"']|: string|interface /);
});

test("the search index has every code, in every language", async () => {
  for (const lang of LANGUAGES) {
    const index = JSON.parse((await ask(`/assets/search-${lang}.json`)).body) as { path: string; words: string }[];
    for (const { path } of index) {
      const [page = "", anchor] = path.split("#");
      const { status, body } = await ask(`/${lang}/${page}`);
      assert.equal(status, 200, path);
      assert.ok(anchor === undefined || body.includes(`id="${anchor}"`), path);
    }
    assert.ok(index.filter(({ path }) => /^sip\/\d{3}$/.test(path)).length >= 78);
  }
});

test("paths of other rooms' files are none of the site's", () => {
  for (const path of site.files)
    assert.match(path, /^\/(assets\/[\w.-]+|widgets\.js|robots\.txt|sitemap(-[a-z]+)?\.xml)$/);
});

async function firstPage(): Promise<[string, Readonly<Record<string, string>>]> {
  const { body, headers } = await ask("/en/");
  return [body, headers];
}

function assetsOf(body: string): Set<string> {
  return new Set(body.match(/\/assets\/[\w-]+\.(?:css|js|svg)(?=")/g));
}

test("a comparison tells each reader apart what to mend, and a source is named the same in every language", async () => {
  const { body } = await ask("/ru/sip/compare/486-vs-600");
  for (const role of ["Если звонили вы", "Если вы обслуживаете сервер", "Если вы пишете программу"])
    assert.equal(body.split(`<p><b>${role}</b> `).length - 1, 2, role);
  const page = (await ask("/ru/sip/603")).body;
  assert.match(page, /Asterisk chan_pjsip, FreeSWITCH mod_sofia/);
  assert.doesNotMatch(page, /practice/);
});

test("who reads aloud knows which words are English, and OpenGraph gets a locale as it wants it", async () => {
  for (const address of [
    "/ru/sip/486",
    "/ru/sip/compare/486-vs-600",
    "/ru/sip/4xx",
    "/ru/search?q=486",
    "/ru/sip/symptoms",
  ]) {
    const { body } = await ask(address);
    const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
    const named = [...main.matchAll(/<(\w+)[^>]*>[^<]*(?:<b>\d+<\/b> )?Busy Here/g)].map(([tag]) => tag);
    assert.ok(named.length > 0, address);
    // A crumb and a title are sentences of the page's own language round the name.
    const foreign = named.filter((tag) => !/lang="en"|^<(?:li aria-current|h1|a class="chip|b>SIP)/.test(tag));
    assert.deepEqual(foreign, [], address);
    assert.doesNotMatch(main, /<ul class="chips[^"]*" translate/);
  }
  const locales = await Promise.all(LANGUAGES.map(async (lang) => attributes((await ask(`/${lang}/`)).body, /<meta property="og:locale"[^>]*>/, "content")[0])); // biome-ignore format: a list
  assert.deepEqual(locales, ["en_US", "zh_CN", "fr_FR", "vi_VN", "ru_RU", "tr_TR"]);
});

test("the table of a comparison says what is the same for both once, with both numbers", async () => {
  const sentence = "486 is about whether the callee can take the call now.";
  const { body } = await ask("/en/sip/compare/486-vs-600");
  assert.ok(body.includes(`<td colspan="2">${sentence.replace("486", "486 / 600")}</td>`));
  assert.equal(saidOfBoth("486 ends it.", 486, "600 ends all.", 600), null);
  // Behind a Turkish number stands the ending that goes with it.
  assert.equal(saidOfBoth("486'yı alan", 486, "600'ü alan", 600), "486 / 600'ü alan");
  assert.equal(saidOfBoth("Как 486, так 486.", 486, "Как 600, так 600.", 600), "Как 486 / 600, так 486 / 600.");
});
