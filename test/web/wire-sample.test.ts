import assert from "node:assert/strict";
import { test } from "node:test";
import { headerFields, responseCodes, sampleFields } from "../../src/catalogue/mod.ts";
import { checkContacts, checkResponse, parseMessage } from "../../src/syntax/mod.ts";
import { PageCache } from "../../src/web/page-cache.ts";
import { relatedCodes } from "../../src/web/related.ts";
import { wireSample } from "../../src/web/wire-sample.ts";

test("there is a value for every header field some code carries, and for no other", () => {
  const carried = new Set(responseCodes.flatMap(({ carries }) => carries.map(({ field }) => field)));
  assert.deepEqual([...sampleFields()].sort(), [...carried].sort());
  const known = new Set(headerFields.map(({ name }) => name));
  assert.deepEqual([...carried].filter((field) => !known.has(field)), []); // biome-ignore format: short
});

test("every sample is a response this stack can read", () => {
  for (const entry of responseCodes) {
    const lines = wireSample(entry).map(({ text }) => text);
    const message = parseMessage(`${lines.join("\r\n")}\r\n\r\n`);
    assert.ok(message !== null, String(entry.code));
    assert.deepEqual([checkResponse(message), checkContacts(message)], [null, null], lines.join("\n"));
    assert.equal(lines[0], `SIP/2.0 ${entry.code} ${entry.phrase}`);
    assert.ok(lines.every((line) => !line.endsWith(": ")), String(lines)); // biome-ignore format: short
    const method = /^CSeq: 1 (.*)$/m.exec(lines.join("\n"))?.[1];
    assert.ok(entry.methods === "any" || entry.methods.includes(method as "INVITE"), `${entry.code} ${method}`);
  }
});

test("beside a code stand those it is confused with, then its neighbours, itself never", () => {
  assert.deepEqual(relatedCodes(486).slice(0, 3), [480, 600, 603]);
  assert.ok(relatedCodes(100).includes(180));
  for (const { code } of responseCodes) {
    const related = relatedCodes(code as 603);
    assert.ok(related.length >= 2 && !related.includes(code as 603), String(code));
    assert.equal(new Set(related).size, related.length);
  }
});

test("rendered pages are kept up to a bound, the ones longest not asked for go first", () => {
  const cache = new PageCache(10);
  cache.put("a", "aaaa");
  cache.put("b", "bbbb");
  assert.equal(cache.get("a"), "aaaa");
  cache.put("c", "cccc");
  assert.deepEqual([cache.get("a"), cache.get("b"), cache.get("c")], ["aaaa", undefined, "cccc"]);
  cache.put("a", "other");
  assert.equal(cache.get("a"), "aaaa");
  cache.put("d", "d".repeat(20));
  assert.equal(cache.get("d"), undefined);
});
