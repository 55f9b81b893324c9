/**
 * The public API as one page per subpath of the package, from the declarations the compiler emits: checked in, so that every
 * change of it is seen in review. `npm run docs:api` writes the pages, a test holds them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "..");
export const PAGES = join(ROOT, "docs/api");

/** A declaration under the name it is exported by. */
type Exports = Map<string, string>;

/** The pages by file name. Compiles the sources' declarations into a folder that is gone afterwards. */
export function apiPages(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "ringback-api-"));
  try {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const flags = [
      "-p",
      "tsconfig.build.json",
      "--emitDeclarationOnly",
      "--sourceMap",
      "false",
      "--inlineSources",
      "false",
    ];
    execFileSync(process.execPath, [tsc, ...flags, "--outDir", folder], { cwd: ROOT, stdio: "pipe" });
    return pagesOf(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pagesOf(folder: string): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    exports: Record<string, { types: string }>;
  };
  const pages = new Map<string, string>();
  for (const [subpath, { types }] of Object.entries(manifest.exports)) {
    const name = subpath === "." ? "ringback" : `ringback${subpath.slice(1)}`;
    const found = exportsOf(join(folder, types.replace("./dist/", "")));
    const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    pages.set(
      `${name.replace("/", "-")}.api.md`,
      `# \`${name}\`\n\nWritten by \`npm run docs:api\`; ${sorted.length} exports.\n\n\`\`\`ts\n${sorted.join("\n\n")}\n\`\`\`\n`,
    );
  }
  return pages;
}

/** What a module exports, through its re-exports. Names it takes from packages stand as the line that takes them. */
function exportsOf(file: string, seen = new Set<string>()): Exports {
  const found: Exports = new Map();
  if (seen.has(file)) return found;
  seen.add(file);
  const text = withoutInternals(readFileSync(file, "utf8"));
  const own = declarationsIn(text);
  for (const [, list = "", from] of text.matchAll(/^export (?:type )?\{([^}]*)\}(?: from "([^"]+)")?;/gm)) {
    const there = from === undefined ? own : within(file, from, new Set(seen));
    for (const [name, alias] of namesIn(list)) {
      const source = from ?? importOf(text, name);
      const declaration =
        there.get(name) ?? (source === undefined ? undefined : within(file, source, new Set(seen)).get(name));
      found.set(alias, renamed(declaration, name, alias, source));
    }
  }
  for (const [, from = ""] of text.matchAll(/^export (?:type )?\* from "([^"]+)";/gm))
    for (const [name, each] of within(file, from, seen)) found.set(name, each);
  for (const [name, each] of own) if (each.startsWith("export ")) found.set(name, each);
  return found;
}

/** Where a name that is exported as it was imported comes from. */
function importOf(text: string, name: string): string | undefined {
  const imports = text.matchAll(/^import (?:type )?\{([^}]*)\} from "([^"]+)";/gm);
  for (const [, list = "", from] of imports) if (namesIn(list).some(([, alias]) => alias === name)) return from;
  return undefined;
}

function within(file: string, from: string, seen: Set<string>): Exports {
  const path = resolve(dirname(file), from.replace(/\.ts$/, ".d.ts"));
  return from.startsWith(".") && existsSync(path) ? exportsOf(path, seen) : new Map();
}

function namesIn(list: string): [name: string, alias: string][] {
  const names = list.split(",").map((each) => each.trim().replace(/^type /, ""));
  return names
    .filter((each) => each !== "")
    .map((each) => {
      const [name = "", alias = name] = each.split(" as ");
      return [name, alias];
    });
}

function renamed(declaration: string | undefined, name: string, alias: string, from = ""): string {
  if (declaration === undefined) return `export { ${alias} } from "${from}";`;
  return name === alias ? declaration : `// exported as ${alias}\n${declaration}`;
}

/** Declarations at the top of a file by name: a line at the margin and the indented ones that belong to it. */
function declarationsIn(text: string): Exports {
  const found: Exports = new Map();
  const starts = /^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type|function|const|let) (\w+)/;
  let name = "";
  for (const line of text.split("\n")) {
    const start = starts.exec(line);
    if (start !== null) {
      name = start[1] as string;
      found.set(name, found.has(name) ? `${found.get(name)}\n${line}` : line);
    } else if (name !== "" && /^[\s})\]]/.test(line)) found.set(name, `${found.get(name)}\n${line}`);
    else name = "";
  }
  return new Map([...found].map(([key, each]) => [key, each.trimEnd()]));
}

/** Without comments, private members, and what is marked `@internal`. */
function withoutInternals(text: string): string {
  const marked = text.replace(
    /\/\*\*(?:(?!\*\/)[\s\S])*@internal(?:(?!\*\/)[\s\S])*\*\/\n[^\n]*?(?:;|\{\n[\s\S]*?^ {4}\})\n/gm,
    "",
  );
  return marked
    .replace(/[ \t]*\/\*\*[\s\S]*?\*\/\n?/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+(?:private\b|#private)/.test(line))
    .join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const pages = apiPages(); // before the old ones go: sources that do not compile leave everything as it was
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(PAGES, name), text);
  console.log(`docs/api: ${pages.size} pages`);
}
