/** SIPp with our scenarios: run for a bounded time, read for what went wrong. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, held } from "./ports.ts";
import { type Peer, Program, removeFolder, scratchFolder } from "./process.ts";
import type { Stage } from "./stage.ts";

export interface SippSettings {
  /** Name of a file in `scenarios/`, without its ending. */
  readonly scenario: string;
  /** `host:port` of the server. */
  readonly remote: string;
  /** One socket for all calls, UDP or TCP. */
  readonly transport: "u1" | "t1";
  /** How many calls it plays before it ends. */
  readonly calls: number;
  /** New calls per second; 10 when left out. */
  readonly rate?: number;
  /** Lines of the CSV file, used in turn, without the first that names the order. */
  readonly csv?: readonly string[];
  /** Words of the scenario in square brackets. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Own port; a free one when left out. */
  readonly port?: number;
  /** Seconds after which it gives up. */
  readonly timeoutS: number;
}

/** What SIPp counted. */
export interface SippOutcome {
  /** 0: all calls succeeded. */
  readonly exit: number | null;
  readonly created: number;
  readonly successful: number;
  readonly failed: number;
  /** Its kinds of failure, such as `UnexpectedMessage`, that occurred. */
  readonly failures: Readonly<Record<string, number>>;
  readonly retransmissions: number;
  /** Messages for calls it had already ended, and for none of its calls. */
  readonly strays: number;
  /** Its log of errors: every unexpected message in full. */
  readonly errors: string;
}

const START_MS = 5_000;
/** Between SIPp's own time limit and its end. */
const END_MS = 5_000;

export class Sipp implements Peer {
  readonly name: string;
  readonly port: number;
  readonly #program: Program;
  readonly #folder: string;
  readonly #timeoutMs: number;
  #errors: readonly string[] = [];

  private constructor(name: string, program: Program, folder: string, port: number, timeoutS: number) {
    this.name = name;
    this.port = port;
    this.#program = program;
    this.#folder = folder;
    this.#timeoutMs = timeoutS * 1_000 + END_MS;
  }

  /**
   * Starts SIPp; when it waits for calls, resolves once its port is open.
   *
   * @throws Error when the port does not open
   */
  static async start(stage: Stage, settings: SippSettings): Promise<Sipp> {
    const folder = scratchFolder("sipp");
    const port = settings.port ?? (await freePort());
    const media = await freePort(4); // its default collides with whatever else has it
    const name = `sipp ${settings.scenario}`;
    const args = await commandLine(settings, folder, port, media);
    const program = new Program({ name, command: "sipp", args, cwd: folder });
    const sipp = stage.add(new Sipp(name, program, folder, port, settings.timeoutS));
    if (settings.csv === undefined) {
      await held(settings.transport === "u1" ? "udp" : "tcp", port, START_MS, () => !program.running);
    }
    return sipp;
  }

  /** What it counted, once it has played its calls or given up. @throws Error when it does not end in time */
  async outcome(): Promise<SippOutcome> {
    const { code } = await this.#program.ended(this.#timeoutMs);
    const errors = await readFile(join(this.#folder, "errors"), "latin1").catch(() => "");
    this.#errors = errors.split(/\r?\n/);
    return counted(code, await readFile(join(this.#folder, "stat"), "latin1"), errors);
  }

  /** The last lines of its log of errors, or of its screen when there were none. */
  tail(lines: number): readonly string[] {
    return (this.#errors.length > 1 ? this.#errors : this.#program.lines.all).slice(-lines);
  }

  async close(): Promise<void> {
    await this.#program.close();
    await removeFolder(this.#folder);
  }
}

async function commandLine(settings: SippSettings, folder: string, port: number, media: number): Promise<string[]> {
  const scenario = fileURLToPath(new URL(`scenarios/${settings.scenario}.xml`, import.meta.url));
  const args = [settings.remote, "-sf", scenario, "-t", settings.transport, "-nostdin"];
  args.push("-i", "127.0.0.1", "-bind_local", "-p", `${port}`, "-mi", "127.0.0.1", "-mp", `${media}`);
  args.push("-m", `${settings.calls}`, "-r", `${settings.rate ?? 10}`, "-l", `${settings.calls}`);
  args.push("-timeout", `${settings.timeoutS}s`);
  args.push("-trace_stat", "-stf", join(folder, "stat"), "-trace_err", "-error_file", join(folder, "errors"));
  for (const [key, value] of Object.entries(settings.keys ?? {})) args.push("-key", key, value);
  if (settings.csv !== undefined) {
    const csv = join(folder, "lines.csv");
    await writeFile(csv, ["SEQUENTIAL", ...settings.csv, ""].join("\n"));
    args.push("-inf", csv);
  }
  return args;
}

/** Reads the last line of the statistics file; the columns marked (C) count from the start. */
function counted(exit: number | null, file: string, errors: string): SippOutcome {
  const [heading = "", ...rows] = file.trim().split("\n");
  const values = (rows.at(-1) ?? "").split(";");
  const count = new Map(heading.split(";").map((name, i) => [name, Number(values[i])]));
  const total = (name: string): number => count.get(`${name}(C)`) ?? 0;
  const failures: Record<string, number> = {};
  for (const name of count.keys()) {
    const kind = /^Failed(.+)\(C\)$/.exec(name)?.[1];
    if (kind !== undefined && kind !== "Call" && total(`Failed${kind}`) > 0) failures[kind] = total(`Failed${kind}`);
  }
  return {
    exit,
    created: count.get("TotalCallCreated") ?? 0,
    successful: total("SuccessfulCall"),
    failed: total("FailedCall"),
    failures,
    retransmissions: total("Retransmissions"),
    strays: total("OutOfCallMsgs") + total("DeadCallMsgs"),
    errors,
  };
}
