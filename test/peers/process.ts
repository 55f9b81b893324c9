/**
 * A program run beside the tests: its lines, its end, and the certainty that it does not outlive them.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Occurrences } from "./occurrences.ts";

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What every client and server here offers to the stage that cleans up after a story. */
export interface Peer {
  readonly name: string;
  /** The last lines the peer has to say, newest last: evidence when a story fails. */
  tail(lines: number): readonly string[];
  /** Ends the peer at once and removes what it left behind. Never throws, may be called twice. */
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

// A test file that ends in any way (its own failure, the runner's SIGTERM) takes its programs with it.
process.once("exit", () => {
  for (const child of running) killGroup(child);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}

/** Every program leads a process group, so that its workers go with it. */
function killGroup(leader: ChildProcess): void {
  if (leader.pid === undefined) return;
  try {
    process.kill(-leader.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group: that is what was wanted.
  }
}

/** A new folder for a program's files, gone with the tests at the latest. */
export function scratchFolder(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), `peers-${program}-`));
  folders.add(folder);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
}

export interface Launch {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

export class Program implements Peer {
  readonly name: string;
  /** Lines of standard output and standard error, as they come. */
  readonly lines: Occurrences<string>;
  /** How the program ended; pending while it runs. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  #exit: Exit | null = null;

  constructor(launch: Launch) {
    this.name = launch.name;
    this.lines = new Occurrences(launch.name);
    const child = spawn(launch.command, launch.args, {
      cwd: launch.cwd,
      env: { ...process.env, ...launch.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#child = child;
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => this.lines.push(line));
    }
    this.exited = new Promise((resolve) => {
      const settle = (exit: Exit, how: string): void => {
        if (this.#exit !== null) return;
        running.delete(child);
        this.#exit = exit;
        this.lines.push(`[${how}]`);
        this.lines.end(how);
        resolve(exit);
      };
      child.once("error", (error) => settle({ code: null, signal: null }, `cannot be run: ${error.message}`));
      child.once("exit", () => killGroup(child)); // a worker left behind would hold the output open
      child.once("close", (code, signal) => settle({ code, signal }, `ended with ${signal ?? `exit code ${code}`}`));
    });
  }

  get running(): boolean {
    return this.#exit === null;
  }

  tail(lines: number): readonly string[] {
    return this.lines.all.slice(-lines);
  }

  signal(signal: NodeJS.Signals): void {
    if (this.#exit === null) this.#child.kill(signal);
  }

  /**
   * How the program ended.
   *
   * @param timeoutMs milliseconds to wait at most
   * @throws Error when it still runs then
   */
  async ended(timeoutMs: number): Promise<Exit> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.name}: still running after ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([this.exited, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    if (this.#exit === null) killGroup(this.#child);
    await this.exited;
  }
}
