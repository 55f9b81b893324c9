/**
 * API documentation as a web site below `.artifacts/api`. TypeDoc reads types through the compiler's JavaScript interface, which
 * the compiler of this project no longer has, so it is installed beside it with the last one that has.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const TOOLS = join(ROOT, ".artifacts/typedoc");
const WANTED = ["typedoc@0.28.20", "typescript@6"];

mkdirSync(TOOLS, { recursive: true });
if (!existsSync(join(TOOLS, "node_modules/typedoc")))
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", TOOLS, ...WANTED], { stdio: "inherit" });

const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  exports: Record<string, { types: string }>;
};
const entries = Object.values(exports).map(({ types }) => types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts"));
// What an object is made of by its agent is exported from no room on purpose: only such names may be missing.
const flags = [
  ...[
    "--tsconfig",
    "tsconfig.json",
    "--out",
    ".artifacts/api",
    "--name",
    "Ringback",
    "--readme",
    "none",
    "--disableSources",
  ],
  ...["--excludeInternal", "--excludePrivate", "--treatWarningsAsErrors", "--validation.notExported", "false"],
];
const typedoc = join(TOOLS, "node_modules/typedoc/bin/typedoc");
execFileSync(process.execPath, [typedoc, ...flags, ...entries.flatMap((entry) => ["--entryPoints", entry])], {
  cwd: ROOT,
  stdio: "inherit",
});
