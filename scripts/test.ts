/**
 * What `npm test` runs: types and style first, then every test file, then the tests with real programs,
 * all under one summary. `npm test -- test/syntax test/auth/digest.test.ts` runs a part.
 */
import { spawnSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve, sep } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { oneSummary, type Phase } from "./test-phases.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TEST_LIMIT_MS = 60_000;
const SILENCE_LIMIT_MS = 4 * 60_000;
const RUN_LIMIT_MS = 20 * 60_000;

/** Run before the rest, so that a type error is the first thing to be read. */
const FIRST = ["test/checks.test.ts"];
/** Run after the rest, the longest first: browsers and real programs in real time, much of it spent waiting for each other. */
const LAST = ["test/web/browser", "test/browser/", "test/pack/", "test/peers/"];

process.chdir(ROOT);
const files = selected(process.argv.slice(2));
if (files.some(runsLast)) {
  spawnSync("sh", ["scripts/install-peers.sh"], { stdio: ["ignore", "inherit", "inherit"], timeout: 10 * 60_000 });
}
process.exitCode = await tested(files);

/** Runs the files; resolves to the exit code once the summary is printed. */
async function tested(files: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const stopAfter = (ms: number, what: string) =>
    setTimeout(() => stop.abort(new Error(`${what} ${ms / 60_000} minutes; this file had not run to its end`)), ms);
  const limit = stopAfter(RUN_LIMIT_MS, "the tests took");
  const silence = stopAfter(SILENCE_LIMIT_MS, "no test reported anything for");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stop.abort(new Error(`stopped by ${signal}`)));
  }
  const reporter = new spec();
  reporter.pipe(process.stdout);
  const events = oneSummary(phasesOf(files, stop.signal));
  let next = await events.next();
  for (; !next.done; next = await events.next()) {
    silence.refresh();
    reporter.write(next.value);
  }
  clearTimeout(limit);
  clearTimeout(silence);
  reporter.end();
  return next.value ? 0 : 1;
}

function runsLast(file: string): boolean {
  return LAST.some((start) => file.startsWith(start));
}

function phasesOf(files: readonly string[], signal: AbortSignal): Phase[] {
  const first = files.filter((file) => FIRST.includes(file));
  const last = LAST.flatMap((start) => files.filter((file) => file.startsWith(start)));
  const rest = files.filter((file) => !first.includes(file) && !last.includes(file));
  const phases = [
    { files: first, concurrency: 1 },
    { files: rest, concurrency: availableParallelism() },
    { files: last, concurrency: 2 },
  ];
  return phases
    .filter((phase) => phase.files.length > 0)
    .map((phase) => () => run({ ...phase, timeout: TEST_LIMIT_MS, signal }));
}

/** The test files below the given files and folders, or all of them; ends the process when there are none. */
function selected(paths: readonly string[]): string[] {
  const found = (paths.length === 0 ? ["test"] : paths).flatMap((path) => {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (kind === undefined) return usage(`${path} does not exist`);
    const matches = kind.isDirectory()
      ? globSync("**/*.test.ts", { cwd: path }).map((file) => resolve(path, file))
      : [path];
    return matches.length > 0 ? matches : usage(`${path} holds no *.test.ts`);
  });
  return [...new Set(found.map((file) => relative(ROOT, resolve(file)).split(sep).join("/")))].sort();
}

function usage(problem: string): never {
  process.stderr.write(`ringback: ${problem}; usage: npm test -- [FILE|FOLDER...]\n`);
  process.exit(2);
}
