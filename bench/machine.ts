/** What Linux tells of processes, cores and sockets, and how fast the machine is right now. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus, release } from "node:os";

/** Time a fixed amount of work takes, as the tools' `calib` prints it: arithmetic, random memory reads, system calls. */
export interface Calibration {
  readonly aluMs: number;
  readonly memNs: number;
  readonly syscallNs: number;
}

export interface MachineDescription {
  readonly cores: number;
  readonly model: string;
  readonly kernel: string;
  /** Type of the file system under the data directories, as `stat` names it. */
  readonly fileSystem: string;
}

/** A tick of /proc/stat in microseconds; user space always sees 100 per second. */
const TICK_US = 10_000;

/** `pid` and everything it started, breadth first. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readIfThere(`/proc/${name}/stat`);
    // The name in brackets may hold anything; the parent is the second field behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (const each of tree) tree.push(...(children.get(each) ?? []));
  return tree;
}

/** CPU time of all threads of a process tree, in microseconds. */
export function cpuOf(pid: number): number {
  let nanoseconds = 0;
  for (const each of processTree(pid)) {
    for (const thread of listIfThere(`/proc/${each}/task`)) {
      nanoseconds += Number(readIfThere(`/proc/${each}/task/${thread}/schedstat`).split(" ")[0]) || 0;
    }
  }
  return nanoseconds / 1000;
}

/** What a process tree has run, in microseconds with a resolution of ten thousand: outside the kernel, and inside. */
export function ticksOf(pid: number): { readonly user: number; readonly kernel: number } {
  let user = 0;
  let kernel = 0;
  for (const each of processTree(pid)) {
    const stat = readIfThere(`/proc/${each}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    user += Number(fields[11] ?? 0) * TICK_US;
    kernel += Number(fields[12] ?? 0) * TICK_US;
  }
  return { user, kernel };
}

/** Memory of a process tree in octets, what several share counted once (PSS). */
export function memoryOf(pid: number): number {
  return processTree(pid).reduce((sum, each) => {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${each}/smaps_rollup`));
    return sum + Number(pss?.[1] ?? 0) * 1024;
  }, 0);
}

/** What a core has worked since the machine started, or was kept from working by its host, in microseconds. */
export function busyTimeOf(core: number): number {
  const line = readFileSync("/proc/stat", "latin1")
    .split("\n")
    .find((each) => each.startsWith(`cpu${core} `));
  if (line === undefined) throw new Error(`this machine has no core ${core}`);
  const [, user, nice, system, , , irq, softirq, steal] = line.split(" ").map(Number) as [number, ...number[]];
  return ((user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (softirq ?? 0) + (steal ?? 0)) * TICK_US;
}

/** Datagrams the system has thrown away because a UDP port's receive buffer was full. */
export function droppedAt(port: number): number {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  let dropped = 0;
  for (const line of readFileSync("/proc/net/udp", "latin1").split("\n")) {
    const fields = line.trim().split(/\s+/);
    if (fields[1]?.endsWith(suffix) === true) dropped += Number(fields.at(-1));
  }
  return dropped;
}

/** @param scratch the directory whose file system is described */
export function describeMachine(scratch: string): MachineDescription {
  const model = cpus()[0]?.model.trim() ?? "unknown";
  const fileSystem = execFileSync("stat", ["-f", "-c", "%T", scratch], { encoding: "utf8" }).trim();
  return { cores: cpus().length, model, kernel: release(), fileSystem };
}

/** Largest change of a calibration that says the machine itself changed, in parts of one; memory varies too much to tell. */
export function movedBy(before: Calibration, after: Calibration): number {
  const change = (a: number, b: number): number => Math.abs(b / a - 1);
  return Math.max(change(before.aluMs, after.aluMs), change(before.syscallNs, after.syscallNs));
}

/** The short commit of the sources at `root`, with a + when they differ from it. */
export function commitOf(root: string): string {
  try {
    const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "src") === "" ? "" : "+"}`;
  } catch {
    return "unknown";
  }
}

/** Processes come and go while they are listed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function listIfThere(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
