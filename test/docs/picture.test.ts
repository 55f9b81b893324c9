import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawPicture, PICTURE, playedLines } from "../../scripts/picture.ts";

test("the README's picture is what the server does today (npm run docs:picture)", () => {
  assert.equal(readFileSync(PICTURE, "utf8"), drawPicture(playedLines()));
});
