/** The reference over HTTP: what the command line prints with --json. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { responseCodes } from "../../src/catalogue/mod.ts";
import { serveCodes } from "../../src/host/http/codes-api.ts";
import { locales, openReference } from "../../src/reference/mod.ts";

const app = new Hono();
serveCodes(app);

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire
  const body = (await response.json()) as any;
  return { status: response.status, headers: response.headers, body };
}

for (const locale of locales()) {
  test(`${locale}: a code, a comparison, the list`, async () => {
    const reference = await openReference(locale);
    const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
    assert.deepEqual((await get(`/api/codes/603?lang=${locale}`)).body, plain(reference.explain(603)));
    assert.deepEqual((await get(`/api/compare/486-vs-600?lang=${locale}`)).body, plain(reference.compare(486, 600)));
    const { body, headers } = await get(`/api/codes?lang=${locale}`);
    assert.equal(body.codes.length, responseCodes.length);
    assert.deepEqual(body, { lang: locale, codes: plain(reference.codes()) });
    assert.equal(headers.get("content-language"), reference.tag);
  });
}

test("the language: ?lang= in any spelling, else Accept-Language, else English", async () => {
  const last = locales().at(-1) as string;
  const langOf = async (path: string, acceptLanguage = ""): Promise<string> =>
    (await get(path, { "Accept-Language": acceptLanguage })).body.lang;
  assert.equal(await langOf("/api/codes/603", `xx, ${last}-XX;q=0.8`), last);
  assert.equal(await langOf(`/api/codes/603?lang=${last.toUpperCase()}-xx`, "en"), last);
  assert.equal(await langOf("/api/codes/603?lang=xx", last), "en");
  assert.equal(await langOf("/api/codes/603"), "en");
  assert.equal((await get("/api/codes/603")).headers.get("vary"), "Accept-Language");
});

test("who has an answer already is told that it still holds, for each language by itself", async () => {
  for (const path of ["/api/codes", "/api/codes/603", "/api/compare/486-vs-600"]) {
    const tagOf = async (lang: string) => (await get(`${path}?lang=${lang}`)).headers.get("etag") ?? "";
    const tag = await tagOf("fr");
    assert.match(tag, /^"[^"]+"$/, path);
    assert.notEqual(await tagOf("en"), tag);
    const again = await app.request(`${path}?lang=fr`, { headers: { "If-None-Match": tag } });
    assert.deepEqual([again.status, await again.text(), again.headers.get("etag")], [304, "", tag]);
  }
});

test("the order asked for is kept", async () => {
  const { body } = await get("/api/compare/600-vs-486");
  assert.deepEqual([body.a.code, body.b.code], [600, 486]);
});

test("404 with suggestions for what is not there", async () => {
  const suggested = async (path: string) => {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.equal(typeof body.error, "string");
    return (body.suggestions ?? []).map(({ code }: { code: number }) => code);
  };
  assert.deepEqual((await suggested("/api/codes/468")).slice(0, 2), [400, 486]);
  assert.deepEqual(await suggested("/api/codes/699"), [600]);
  assert.deepEqual((await suggested("/api/codes/busy")).slice(0, 2), [486, 600]);
  assert.deepEqual(await suggested("/api/codes/0603"), [603]);
  assert.deepEqual(await suggested("/api/compare/486-vs-699"), [600]);
  assert.deepEqual(await suggested("/api/compare/486-vs-486"), [486]);
  for (const path of ["/api/compare/486", "/api/compare/1-vs-2-vs-3", "/api/compare/-vs-"]) await suggested(path);
  const { body } = await get("/api/codes/699");
  assert.match(body.error, /699.*600 Busy Everywhere.*8\.1\.3\.2/);
});

test("hostile paths end in a clean 404", async () => {
  for (const path of ["%1b%5d0;x%07", "%00", "%E2%80%AE603", "a".repeat(5000), "%3Cscript%3E"]) {
    const { status, body } = await get(`/api/codes/${path}`);
    assert.equal(status, 404, path);
    assert.doesNotMatch(JSON.stringify(body), /\\u00[01]|\u202e/);
    assert.ok(body.error.length < 200);
  }
});
