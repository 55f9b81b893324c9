/** Where a benchmark runs: its tools, cores and scratch directory, and the lock that keeps others off. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Calibration } from "./machine.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Thrown when a benchmark cannot run here, with one line that says why. */
export class CannotRun extends Error {}

export interface Place {
  /** Removed at the end. */
  readonly scratch: string;
  /** Folder of the tools (BENCH_TOOLS): C generators and Kamailio's configuration. */
  readonly tools: string;
  readonly serverCore: number;
  readonly generatorCore: number;
}

/** What a generator prints. Rates are per second, latencies in microseconds. */
export interface LoadReport {
  readonly sent: number;
  readonly ok: number;
  readonly failed: number;
  readonly lost: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly latencyUs: number;
}

const PROGRAMS = ["taskset", "flock", "gcc", "kamailio"];
const GENERATORS = ["sipload", "callload", "calib"];

/** A generator that says nothing for so long beyond its time is ended, in milliseconds. */
const OVERTIME_MS = 30_000;

const run = promisify(execFile);

/** Finds the tools and builds the generators. Throws `CannotRun`. */
export async function openPlace(): Promise<Place> {
  const tools = resolve(ROOT, process.env.BENCH_TOOLS ?? "../shared/bench");
  if (process.platform !== "linux")
    throw new CannotRun("CPU times are read from Linux's /proc; this is another system");
  if (!existsSync(join(tools, "c/sipload.c")))
    throw new CannotRun(`there are no benchmark tools in ${tools}; BENCH_TOOLS names their folder`);
  for (const program of PROGRAMS) {
    if (!isThere(program)) throw new CannotRun(`${program} is not installed`);
  }
  const base = process.env.BENCH_WORK ?? tmpdir();
  mkdirSync(base, { recursive: true });
  const place: Place = {
    scratch: mkdtempSync(join(base, "ringback-bench-")),
    tools,
    serverCore: Number(process.env.SERVER_CPU ?? 1),
    generatorCore: Number(process.env.GEN_CPU ?? 0),
  };
  try {
    for (const name of GENERATORS) await compile(place, join(tools, "c", `${name}.c`), name);
    await compile(place, join(ROOT, "bench/registerload.c"), "registerload");
  } catch (error) {
    closePlace(place);
    throw new CannotRun(`the generators cannot be built: ${String((error as Error).message).split("\n")[0]}`);
  }
  return place;
}

export function closePlace({ scratch }: Place): void {
  rmSync(scratch, { recursive: true, force: true });
}

/** Runs a generator on its core. Throws `CannotRun` when it fails. */
export async function load(place: Place, program: string, args: readonly string[], seconds: number) {
  const pinned = ["-c", String(place.generatorCore), join(place.scratch, program), ...args];
  try {
    const { stdout } = await run("taskset", pinned, { timeout: seconds * 1000 + OVERTIME_MS });
    return readReport(stdout);
  } catch (error) {
    throw new CannotRun(`${program} fails: ${(error as Error).message.trim().split("\n").join("; ")}`);
  }
}

/** Measures the speed of the core the servers run on. */
export async function calibrate(place: Place): Promise<Calibration> {
  const { stdout } = await run("taskset", ["-c", String(place.serverCore), join(place.scratch, "calib")]);
  const { aluMs, memNs, syscallNs } = JSON.parse(stdout) as Calibration;
  return { aluMs, memNs, syscallNs };
}

/** Does `work` while it holds the lock that benchmarks on one machine share (CPU_LOCK). */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = process.env.CPU_LOCK ?? join(tmpdir(), "cpu.lock");
  const holder = spawn("flock", [lock, "sh", "-c", "echo held; exec cat >/dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await told(holder);
  try {
    return await work();
  } finally {
    holder.stdin?.end();
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function told(holder: ChildProcess): Promise<void> {
  return new Promise((resolved, rejected) => {
    holder.stdout?.once("data", () => resolved());
    holder.once("exit", () => rejected(new CannotRun("the lock on the machine's cores cannot be taken")));
  });
}

/** `sipload` and `registerload` tell of `other` answers where `callload` tells of `failed` calls. */
function readReport(line: string): LoadReport {
  const { sent, ok, other, failed, lost, secs, rate, latMeanUs } = JSON.parse(line) as Record<string, number>;
  return {
    sent: sent ?? 0,
    ok: ok ?? 0,
    failed: other ?? failed ?? 0,
    lost: lost ?? 0,
    seconds: secs ?? 0,
    perSecond: rate ?? 0,
    latencyUs: latMeanUs ?? 0,
  };
}

async function compile({ scratch }: Place, source: string, name: string): Promise<void> {
  await run("gcc", ["-O2", "-o", join(scratch, name), source]);
}

function isThere(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
