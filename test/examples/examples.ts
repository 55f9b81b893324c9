/** Runs programs of `examples/` as a reader of the README would, against the sources. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `node ARGS` in the repository with `ringback/…` leading to the sources; ends it after `limitMs`. */
export function runExample(args: readonly string[], limitMs = 40_000): Promise<Ran> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env; // a test run by a test reports for itself
  const child = spawn(process.execPath, ["--import", "./scripts/from-sources.mjs", ...args], { cwd: ROOT, env });
  const limit = setTimeout(() => child.kill("SIGKILL"), limitMs);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(limit);
      resolve({ code, output });
    });
  });
}
