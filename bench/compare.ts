/**
 * `npm run bench`: Ringback against tuned Kamailio on this machine, the same load in turns, and the ratios of the CPU time
 * each transaction takes. docs/performance.md says how to read them.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AllFigures, type Circumstances, figuresOf, figuresText, writeFigures } from "./figures.ts";
import { commitOf, describeMachine } from "./machine.ts";
import { measureMemory } from "./memory.ts";
import { CannotRun, closePlace, openPlace, type Place, ROOT } from "./place.ts";
import { runSession, type SessionOptions } from "./rounds.ts";
import { endAll } from "./servers.ts";
import { type WorkName, workNames, works } from "./works.ts";

const HELP = `npm run bench -- [options | register | digest | call | memory]...

Measures all of them when none is named. Takes about a quarter of an hour; the machine should have nothing else to do.

  --seconds N        length of a run (10)
  --rounds N         rounds that must count (5)
  --settle N         seconds a server is left alone after its last run, and before its memory is read (35)
  --registrations N  for memory (100000)
  --json             print figures and all runs as JSON
  --write            keep the figures in bench/figures.json and docs/performance.md
  --noisy            count every round, whatever the machine did meanwhile; for trying things out
  --profile DIR      write CPU profiles of Ringback there (bench/profile.ts reads them); figures suffer

Needs gcc, kamailio, and the folder of the generators: BENCH_TOOLS (default ../shared/bench). SERVER_CPU (1) and GEN_CPU (0)
are the cores, CPU_LOCK is the file locked during a round, BENCH_WORK the place for scratch and data directories.
`;

type Measurement = WorkName | "memory";
const measurements: readonly Measurement[] = [...workNames, "memory"];

interface Options {
  readonly wanted: readonly Measurement[];
  readonly session: SessionOptions;
  readonly registrations: number;
  readonly json: boolean;
  readonly write: boolean;
}

function readOptions(args: string[]): Options | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seconds: { type: "string", default: "10" },
      rounds: { type: "string", default: "5" },
      settle: { type: "string", default: "35" },
      registrations: { type: "string", default: "100000" },
      profile: { type: "string" },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      noisy: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const unknown = positionals.find((name) => !measurements.includes(name as Measurement));
  if (unknown !== undefined) throw new CannotRun(`'${unknown}' is none of ${measurements.join(", ")}`);
  if (values.write && (values.noisy || values.profile !== undefined))
    throw new CannotRun("--write keeps real figures only: leave out --noisy and --profile");
  const session = {
    seconds: number("seconds", values.seconds, 1),
    rounds: number("rounds", values.rounds, 1),
    settleSeconds: number("settle", values.settle, 0),
    noisy: values.noisy,
    tell: (line: string) => void process.stderr.write(`${line}\n`),
    ...(values.profile === undefined ? {} : { profile: resolve(values.profile) }),
  };
  const wanted = measurements.filter((name) => positionals.length === 0 || positionals.includes(name));
  const registrations = number("registrations", values.registrations, 10_000);
  return { wanted, session, registrations, json: values.json, write: values.write };
}

function number(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least) return value;
  throw new CannotRun(`--${flag} '${text}' is no whole number from ${least} on`);
}

function circumstancesOf(place: Place, args: readonly string[]): Circumstances {
  const version = execFileSync("kamailio", ["-v"], { encoding: "utf8" });
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commitOf(ROOT),
    node: process.versions.node,
    kamailio: /^version: kamailio (\S+)/.exec(version)?.[1] ?? "unknown",
    machine: describeMachine(place.scratch),
    command: ["npm run bench", ...(args.length === 0 ? [] : ["--", ...args])].join(" "),
  };
}

async function compare(place: Place, options: Options, circumstances: Circumstances): Promise<boolean> {
  const { wanted, session, registrations } = options;
  const figures: Record<string, unknown> = {};
  const sessions: Record<string, unknown> = {};
  let complete = true;
  for (const name of wanted) {
    if (name === "memory") {
      const { settleSeconds, tell } = session;
      const servers = await measureMemory(place, { registrations, settleSeconds, tell });
      figures.memory = { circumstances, servers };
      continue;
    }
    const done = await runSession(place, works[name], session);
    sessions[name] = done;
    const measured = figuresOf(works[name], done, circumstances);
    if (measured !== null) figures[name] = measured;
    if (measured === null || measured.counted < session.rounds) {
      complete = false;
      session.tell(`${works[name].title}: ${measured?.counted ?? 0} of ${session.rounds} rounds count`);
    }
  }
  const all = figures as AllFigures;
  process.stdout.write(options.json ? `${JSON.stringify({ figures, sessions }, null, 2)}\n` : figuresText(all));
  if (options.write && complete) writeFigures(all);
  else if (options.write) session.tell("nothing written: the machine was too busy");
  return complete;
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.session.profile !== undefined) mkdirSync(options.session.profile, { recursive: true });
  const place = await openPlace();
  const breakOff = (): void => {
    endAll();
    closePlace(place);
    process.exit(1);
  };
  process.once("SIGINT", breakOff);
  process.once("SIGTERM", breakOff);
  try {
    return (await compare(place, options, circumstancesOf(place, args))) ? 0 : 1;
  } finally {
    closePlace(place);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof CannotRun || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  if (isUsage !== true) throw error;
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
