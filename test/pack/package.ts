/** The package as npm would publish it, installed into projects of others. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STEP_MS = 240_000;

const scratch = mkdtempSync(join(tmpdir(), "ringback-pack-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** Runs a command to its end. @throws Error with what it printed when it fails */
export function execute(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: STEP_MS });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? `exit ${status}`}\n${stdout}${stderr}`);
}

/**
 * `npm pack` of the sources, in a copy: building there disturbs nobody who uses `dist` meanwhile.
 * @returns the path of the tarball
 */
export function pack(): string {
  const copy = join(scratch, "source");
  mkdirSync(copy);
  for (const name of [
    "src",
    "scripts",
    "package.json",
    "tsconfig.json",
    "tsconfig.build.json",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
  ])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  execute("npm", ["pack", "--silent", "--pack-destination", scratch], copy);
  const tarball = readdirSync(scratch).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack left no tarball");
  return join(scratch, tarball);
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly version?: string;
}

/** What the package needs at run time, its dependencies' dependencies included, as they lie in this project. */
function dependencies(): Record<string, string> {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const types = ["node_modules/@types/node", "node_modules/undici-types"]; // what a project on Node brings itself
  const needed = Object.entries<LockedPackage>(packages).filter(
    ([path, { dev }]) => path !== "" && (dev !== true || types.includes(path)),
  );
  return Object.fromEntries(
    needed.map(([path]) => [path.replace(/^.*node_modules\//, ""), `file:${join(ROOT, path)}`]),
  );
}

/** A new project with `files`, and the tarball installed by npm without a network: its dependencies are this project's. */
export function project(name: string, tarball: string, files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const described = {
    name,
    private: true,
    type: "module",
    dependencies: { ...dependencies(), ringback: `file:${tarball}` },
  };
  for (const [path, text] of Object.entries({ "package.json": JSON.stringify(described), ...files }))
    writeFileSync(join(folder, path), text);
  execute("npm", ["install", "--offline", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"], folder);
  return folder;
}
