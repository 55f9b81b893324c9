import { type ChildProcess, spawn } from "node:child_process";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../scratch.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Longest wait for anything a command is expected to do. */
const DEADLINE_MS = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory of its own for one test, gone with the test file. */
export function newDirectory(): string {
  return scratchFolder("cli");
}

/** `ringback ARGS` run to its end. */
export async function ringback(
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
): Promise<Ended> {
  const running = new Running(args, options.cwd ?? newDirectory());
  running.child.stdin?.end(options.input ?? "");
  return await running.ended();
}

/** A command that runs. */
export class Running {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";
  private readonly exit: Promise<Ended>;
  private watchers: (() => void)[] = [];

  constructor(args: readonly string[], cwd: string, nodeOptions: readonly string[] = []) {
    this.child = spawn(process.execPath, [...nodeOptions, main, ...args], { cwd, stdio: "pipe" });
    const take = (name: "stdout" | "stderr") => (part: Buffer) => {
      this[name] += part.toString("utf8");
      for (const watcher of [...this.watchers]) watcher();
    };
    this.child.stdout?.on("data", take("stdout"));
    this.child.stderr?.on("data", take("stderr"));
    this.exit = new Promise((resolve) => {
      this.child.on("close", (code) => {
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
        for (const watcher of [...this.watchers]) watcher();
      });
    });
  }

  /** Waits until `text` or a match of it has been printed to either output. */
  async printed(text: string | RegExp): Promise<string> {
    const found = (): string | null => {
      for (const output of [this.stdout, this.stderr]) {
        const match =
          typeof text === "string" ? (output.includes(text) ? text : null) : (text.exec(output)?.[0] ?? null);
        if (match !== null) return match;
      }
      return null;
    };
    return await within(
      `${text} in the output`,
      () => this.told(),
      new Promise((resolve, reject) => {
        const check = (): void => {
          const match = found();
          if (match === null && this.child.exitCode === null) return;
          this.watchers = this.watchers.filter((each) => each !== check);
          if (match === null) reject(new Error(`it ended before it printed ${text}\n${this.told()}`));
          else resolve(match);
        };
        this.watchers.push(check);
        check();
      }),
    );
  }

  async ended(): Promise<Ended> {
    return await within("its end", () => this.told(), this.exit);
  }

  private told(): string {
    return `${this.stdout}${this.stderr}`;
  }
}

/** A server that has said that it is ready. */
export class Served extends Running {
  /** Ports by protocol in lower case, with `http`. */
  readonly ports: Record<string, number> = {};

  /** `ringback serve` on ports the system chooses, unless `args` say where; killed when the test ends. */
  static async start(
    t: TestContext,
    args: readonly string[],
    cwd = newDirectory(),
    nodeOptions: readonly string[] = [],
  ): Promise<Served> {
    const listen =
      args.includes("--listen") || args.includes("--config")
        ? []
        : ["--listen", "udp:127.0.0.1:0", "--listen", "tcp:127.0.0.1:0"];
    const http = args.includes("--http") || args.includes("--no-http") ? [] : ["--http", "127.0.0.1:0"];
    const served = new Served(["serve", ...listen, ...http, ...args], cwd, nodeOptions);
    t.after(() => served.child.kill("SIGKILL"));
    const line = await served.printed(/^ringback: ready.*\n/m);
    for (const [, protocol, port] of line.matchAll(/\b(udp|tcp|tls|ws):[^ ;]*:(\d+)/g))
      served.ports[protocol as string] = Number(port);
    served.ports.http = Number(/console http:\/\/[^ ]*:(\d+)\//.exec(line)?.[1]);
    return served;
  }

  async get(path: string): Promise<{ status: number; body: string }> {
    const response = await fetch(`http://127.0.0.1:${this.ports.http}${path}`);
    return { status: response.status, body: await response.text() };
  }

  /** SIGTERM, and what came of it. */
  async stop(): Promise<Ended> {
    this.child.kill("SIGTERM");
    return await this.ended();
  }
}

async function within<T>(what: string, told: () => string, wait: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${DEADLINE_MS / 1000} s for ${what}\n${told()}`)), DEADLINE_MS);
  });
  return await Promise.race([wait, late]).finally(() => clearTimeout(timer));
}
