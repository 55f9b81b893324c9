import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { packageVersion, quietly } from "../host/mod.ts";
import { createSite, type Scripts, type Site, type SiteOptions } from "../web/mod.ts";

/** `.ts` in the sources, `.js` once built. */
const EXTENSION = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

/** What the pages are made from: a change in any file of these rooms is another edition. */
const ROOMS = ["catalogue", "reference", "web"];

/** The reference, with its browser code read from the files beside the pages. */
export function openSite(options: Pick<SiteOptions, "console" | "languages">): Site {
  return createSite({ ...options, edition: edition(), scripts: scripts() });
}

function scripts(): Scripts {
  return {
    theme: script("theme"),
    search: script("search"),
    picker: script("picker"),
    copy: script("copy"),
    widgets: script("widgets"),
  };
}

/** A file of `web/elements` as a browser takes it: without types, comments and the compiler's last lines. */
function script(name: string): string {
  const source = readFileSync(new URL(`../web/elements/${name}${EXTENSION}`, import.meta.url), "utf8");
  const plain = EXTENSION === ".ts" ? quietly(() => stripTypeScriptTypes(source)) : source;
  return plain
    .replace(/^export \{\};$|^\/\/# sourceMappingURL=.*$/gm, "")
    .replace(/^\s*(?:\/\/.*|\/\*\*[\s\S]*?\*\/)$/gm, "")
    .replace(/^[ \t]+|[ \t]+$/gm, "")
    .replace(/ {2,}/g, " ")
    .replace(/\n{2,}/g, "\n")
    .replace(QUOTED_OR_SPACED, (all, quoted, sign) => quoted ?? sign ?? all)
    .trimStart();
}

/** A literal, which stays; or a sign that needs no space round it. */
const QUOTED_OR_SPACED = /("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)| ?(=>|===|!==|\?\?=?|&&|\|\||\+=|[={}(),;:?]) ?/g;

function edition(): string {
  const hash = createHash("sha256").update(packageVersion());
  for (const room of ROOMS) {
    const directory = new URL(`../${room}/`, import.meta.url);
    const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(EXTENSION),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(new URL(name, directory)));
  }
  return hash.digest("hex").slice(0, 16);
}
