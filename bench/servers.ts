/** The servers that are compared, each started bare, as an operator would start it for this comparison. */
import { type ChildProcess, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processTree } from "./machine.ts";
import { CannotRun, type Place, ROOT, sleep } from "./place.ts";
import { isUp } from "./probe.ts";

export const DOMAIN = "bench.test";
export const PASSWORD = "secret";
/** Users u000001 and on that REGISTER runs go round. */
export const USERS = 50_000;

export interface ServerOptions {
  readonly authentication: "digest" | "off";
  /** Ringback: bindings on disk (SQLite) rather than in memory. Kamailio has them in memory only (usrloc's db_mode 0). */
  readonly onDisk?: boolean;
  /** Ringback: no line per call. */
  readonly quiet?: boolean;
  /** Ringback: Node without FFI, so that every datagram is read and written by a system call of its own. */
  readonly withoutRuns?: boolean;
  /** Ringback: where a CPU profile is written when the server ends. */
  readonly profile?: string;
}

/** A server that runs, pinned to its core. */
export interface BenchServer {
  readonly pid: number;
  readonly port: number;
  /** Kept for whoever sends to it. */
  readonly clientPort: number;
  stop(): Promise<void>;
}

const START_MS = 20_000;
/** `ringback serve` takes two signals this close for one. */
const SECOND_SIGNAL_MS = 700;
const STOP_MS = 5000;

/** Kamailio with the tools' configuration: one worker, the quick allocators, everything in memory. */
export async function startKamailio(place: Place, options: ServerOptions): Promise<BenchServer> {
  const port = await freePort();
  const directory = mkdtempSync(join(place.scratch, "kamailio-"));
  const args = ["-f", join(place.tools, "kamailio/anchor.cfg"), "-n", "1", "-m", "2048", "-M", "64"];
  args.push("-X", "fm", "-x", "fm", "-b", "4194304", "-DD", "-E", "-l", `udp:127.0.0.1:${port}`);
  args.push("-Y", directory, "-P", join(directory, "pid"));
  if (options.authentication === "digest") args.push("-A", "WITH_AUTH");
  return await start(place, directory, port, "kamailio", args);
}

/** `ringback serve` from the sources on the Node that runs this, standard output into a file. */
export async function startRingback(place: Place, options: ServerOptions): Promise<BenchServer> {
  const port = await freePort();
  const directory = mkdtempSync(join(place.scratch, "ringback-"));
  const node = options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profile}`];
  if (options.withoutRuns === true) node.push("--no-experimental-ffi");
  const args = [...node, join(ROOT, "src/cli/main.ts"), "serve", "--domain", DOMAIN, "--no-http"];
  args.push("--listen", `udp:127.0.0.1:${port}`, "--auth", options.authentication);
  if (options.quiet === true) args.push("--quiet");
  if (options.onDisk === true) {
    const data = join(directory, "data");
    args.push("--data", data);
    if (options.authentication === "digest") await importUsers(directory, data);
  } else {
    args.push("--data", ":memory:");
    if (options.authentication === "digest") args.push(...names().map((name) => `--user=${name}:${PASSWORD}`));
  }
  return await start(place, directory, port, process.execPath, args);
}

async function start(place: Place, directory: string, port: number, program: string, args: readonly string[]) {
  const log = join(directory, "log");
  const output = openSync(log, "w");
  const child: ChildProcess = spawn("taskset", ["-c", String(place.serverCore), program, ...args], {
    cwd: directory, // so that no configuration lying about is picked up
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  running.add(child);
  const until = performance.now() + START_MS;
  while (!(await isUp(port))) {
    if (child.exitCode === null && performance.now() < until) continue;
    await end(child);
    throw new CannotRun(`${program} does not start: ${readFileSync(log, "utf8").trim().slice(-400)}`);
  }
  return { pid: child.pid as number, port, clientPort: await freePort(), stop: () => end(child) };
}

const running = new Set<ChildProcess>();

/** Ends every server still running, at once. For a benchmark that is broken off. */
export function endAll(): void {
  for (const child of running) killTree(child);
}

async function end(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await Promise.race([exited, sleep(SECOND_SIGNAL_MS)]);
  child.kill("SIGTERM"); // does not wait for transactions that linger
  await Promise.race([exited, sleep(STOP_MS)]);
  if (child.exitCode === null && child.signalCode === null) killTree(child);
}

function killTree(child: ChildProcess): void {
  for (const pid of processTree(child.pid as number).reverse()) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // gone already
    }
  }
}

function names(): string[] {
  return Array.from({ length: USERS }, (_, i) => `u${String(i + 1).padStart(6, "0")}`);
}

async function importUsers(directory: string, data: string): Promise<void> {
  const file = join(directory, "users.csv");
  writeFileSync(
    file,
    `user,password\n${names()
      .map((name) => `${name},${PASSWORD}\n`)
      .join("")}`,
  );
  const args = [join(ROOT, "src/cli/main.ts"), "user", "import", file, "--data", data, "--domain", DOMAIN];
  const child = spawn(process.execPath, args, { cwd: directory, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new CannotRun("ringback user import failed");
}

/** A UDP port of 127.0.0.1 that nobody has right now. */
async function freePort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  return port;
}
