import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { posix } from "node:path";
import { quietly } from "../host/mod.ts";

const SOURCE = new URL("../", import.meta.url);
/** Below the folder of the rooms. */
const ENTRY = "web/phone/dial.ts";
const BUNDLE = "web/phone/dial.bundle.js";
const RELATIVE_IMPORT = /^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];/gm;

/**
 * The telephone of the page at `/dial`: one file where the package was built, else the modules it is made of, read from the
 * sources when they are asked for. Null for what is none of them; undefined where the page is to have none.
 */
export function dialScripts(): ((path: string) => string | null) | undefined {
  const bundle = new URL(BUNDLE, SOURCE);
  if (existsSync(bundle)) {
    const text = readFileSync(bundle, "utf8");
    return (path) => (path === "phone.js" ? text : null);
  }
  if (!existsSync(new URL(ENTRY, SOURCE))) return undefined;
  const modules = new Map<string, string>();
  return (path) => {
    if (modules.size === 0) readModules(ENTRY, modules);
    return path === "phone.js" ? `import "./${ENTRY}";\n` : (modules.get(path) ?? null);
  };
}

/** Reads a module and all that it imports, without their types. Only relative imports: these rooms need no packages. */
function readModules(path: string, into: Map<string, string>): void {
  if (into.has(path)) return;
  const text = quietly(() => stripTypeScriptTypes(readFileSync(new URL(path, SOURCE), "utf8")));
  into.set(path, text);
  for (const [, specifier = ""] of text.matchAll(RELATIVE_IMPORT))
    readModules(posix.join(posix.dirname(path), specifier), into);
}
