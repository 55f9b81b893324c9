// npx node --import ./scripts/from-sources.mjs FILE: runs an example of this repository against the sources, unbuilt.
// `ringback/ua` is src/ua/mod.ts here and dist/ua/mod.js once the package is installed.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    const [, subpath] = /^ringback(?:\/([a-z]+))?$/.exec(specifier) ?? [null, null];
    if (subpath === null) return next(specifier, context);
    const face = subpath === undefined ? "mod.ts" : `${subpath}/mod.ts`;
    return next(new URL(`../src/${face}`, import.meta.url).href, context);
  },
});
