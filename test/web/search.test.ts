import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "./kit.ts";

async function found(query: string): Promise<string> {
  const { status, body } = await ask(`/en/search?q=${encodeURIComponent(query)}`);
  assert.equal(status, 200);
  return body.slice(body.indexOf("<main"), body.indexOf("</main>"));
}

const QUERIES: readonly [string, RegExp][] = [
  ["603", /href="\/en\/sip\/603"/],
  ["busy", /href="\/en\/sip\/486"[\s\S]*href="\/en\/sip\/600"/],
  ["Busy Everywhere", /href="\/en\/sip\/600"/],
  ["q850:17", /Q\.850 17[\s\S]*href="\/en\/sip\/486"/],
  ["SIP/2.0 486 Busy Here", /href="\/en\/sip\/486"/],
  ["nobody hears", /href="\/en\/sip\/symptoms#/],
  ["meşgul", /href="\/en\/sip\/486"[\s\S]*Busy, on this phone/],
  ["603 vs 600", /href="\/en\/sip\/compare\/600-vs-603"[\s\S]*href="\/en\/sip\/603"/],
  ["SIP/2.0 603 Network Blocked", /Analytics of a US carrier block the call/],
];
for (const [query, expected] of QUERIES) {
  test(`finds ${query}`, async () => assert.match(await found(query), expected));
}

test("a pasted 603+ is told apart", async () => {
  const line = 'Reason: SIP;cause=603;text="v=analytics1;url=https://example.net/redress";location=TN';
  const body = await found(`SIP/2.0 603 Network Blocked\n${line}`);
  assert.match(body, /analytics1/);
  assert.match(body, /https:\/\/example\.net\/redress/);
  assert.doesNotMatch(body, /href="https:\/\/example\.net/);
});

const HOSTILE = [
  `"><script>alert(1)</script>`,
  `'><img src=x onerror=alert(1)>`,
  `</title><svg onload=alert(1)>`,
  `</script><script>alert(1)</script>`,
  "{$code} {{x}} .match",
  "`INVITE`",
  `javascript:alert(1)`,
  "\u0000\u001b[31mred\u202eevil",
  `Reason: SIP;cause=603;text="v=analytics1;url=javascript:alert(1)"`,
  "%",
  "x".repeat(5000),
];
for (const query of HOSTILE) {
  test(`shows and does not obey ${JSON.stringify(query.slice(0, 50))}`, async () => {
    const { status, body } = await ask(`/en/search?q=${encodeURIComponent(query)}`);
    assert.equal(status, 200);
    assert.doesNotMatch(body, /<script>|<img|<svg onload|href="javascript|[\u0000\u001b\u202e]/);
    assert.equal(body.split("<script").length - 1, 3);
    assert.equal(body.split("<h1").length - 1, 1);
    assert.ok(body.length < 30_000, `${body.length}`);
  });
}

test("a query that is no percent-encoding is a query all the same", async () => {
  assert.equal((await ask("/en/search?q=%E0%A4%A")).status, 200);
});

test("nothing found says so and helps", async () => {
  const body = await found("decleine");
  assert.match(body, /Decline/);
  assert.match(await found("qqqqqqqqq"), /qqqqqqqqq/);
});
