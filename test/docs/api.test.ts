import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { apiPages, PAGES } from "../../scripts/api-report.ts";

const pages = apiPages();

test("docs/api holds a page for each subpath of the package and no other", () => {
  assert.deepEqual(readdirSync(PAGES).sort(), [...pages.keys()].sort());
});

for (const [name, text] of pages) {
  test(`docs/api/${name} is the public API as it is (npm run docs:api)`, () => {
    assert.equal(readFileSync(join(PAGES, name), "utf8"), text);
  });
}

test("every declaration of the root is found, not only named", () => {
  const root = pages.get("ringback.api.md") ?? "";
  assert.match(root, /\nexport declare function openUserAgent\(/);
  assert.match(root, /\nexport declare class UserAgent /);
  for (const text of pages.values()) assert.doesNotMatch(text, /^export \{ .* \} from "\.?"/m);
});
