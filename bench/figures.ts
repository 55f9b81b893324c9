/** From runs to figures, and figures into docs/performance.md. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Calibration, MachineDescription } from "./machine.ts";
import type { MemoryFigure } from "./memory.ts";
import { ROOT } from "./place.ts";
import type { Session } from "./rounds.ts";
import { titleOf, type Work, type WorkName, workNames, works } from "./works.ts";

/** When, where and with what something was measured. */
export interface Circumstances {
  /** `2026-01-31`. */
  readonly date: string;
  /** Of the sources; a + says that they differed from it. */
  readonly commit: string;
  readonly node: string;
  readonly kamailio: string;
  readonly machine: MachineDescription;
  readonly command: string;
}

/** Smallest, middle and largest of some values. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface ServerFigure {
  readonly contender: string;
  /** CPU microseconds per transaction. */
  readonly cpuUs: Spread;
  /** Median by the first contender's median, between the extremes of the rounds. Null for the first itself. */
  readonly ratio: Spread | null;
  readonly overallUs: number;
  readonly overallRatio: number | null;
  /** Share of CPU time spent in the kernel, 0 to 1. */
  readonly kernel: Spread;
  readonly perSecond: Spread;
  readonly latencyUs: Spread;
  readonly ok: number;
  readonly failed: number;
  readonly lost: number;
}

export interface WorkFigures {
  readonly circumstances: Circumstances;
  readonly servers: readonly ServerFigure[];
  readonly counted: number;
  /** Why rounds did not count. */
  readonly discarded: readonly string[];
  readonly calibration: Readonly<Record<keyof Calibration, Spread>>;
}

export interface MemoryFigures {
  readonly circumstances: Circumstances;
  readonly servers: readonly MemoryFigure[];
}

/** The last figures of each work, as they are kept beside this file. */
export type AllFigures = { readonly [K in WorkName]?: WorkFigures } & { readonly memory?: MemoryFigures };

const PAGE = join(ROOT, "docs/performance.md");
const KEPT = join(ROOT, "bench/figures.json");
const BEGIN = "<!-- figures: written by `npm run bench -- --write` -->";
const END = "<!-- /figures -->";

const HEAD = [
  "work",
  "server",
  "CPU µs each (rounds)",
  "ratio (rounds)",
  "in the kernel",
  "overall µs",
  "overall ratio",
  "per second",
  "failed, lost",
];

/** Sums up the rounds that count; null when none does. */
export function figuresOf(work: Work, session: Session, circumstances: Circumstances): WorkFigures | null {
  const rounds = session.rounds.filter(({ discarded }) => discarded === null);
  if (rounds.length === 0) return null;
  const of = (i: number) => rounds.map(({ runs }) => runs[i]!);
  const base = of(0).map(({ cpuUs }) => cpuUs);
  const servers = work.contenders.map((contender, i): ServerFigure => {
    const runs = of(i);
    const cpuUs = spread(runs.map((run) => run.cpuUs));
    const perRound = spread(runs.map((run, round) => run.cpuUs / base[round]!));
    const overallUs = session.overallUs[i]!;
    const sum = (count: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((all, run) => all + count(run), 0);
    return {
      contender: titleOf(contender),
      cpuUs,
      ratio: i === 0 ? null : { ...perRound, median: cpuUs.median / spread(base).median },
      overallUs,
      overallRatio: i === 0 ? null : overallUs / session.overallUs[0]!,
      kernel: spread(runs.map((run) => run.kernel)),
      perSecond: spread(runs.map((run) => run.perSecond)),
      latencyUs: spread(runs.map((run) => run.latencyUs)),
      ok: sum(({ ok }) => ok),
      failed: sum(({ failed }) => failed),
      lost: sum(({ lost }) => lost),
    };
  });
  const calibrations = rounds.flatMap(({ before, after }) => [before, after]);
  const discarded = session.rounds.flatMap((round) => (round.discarded === null ? [] : [round.discarded]));
  const calibration = {
    aluMs: spread(calibrations.map(({ aluMs }) => aluMs)),
    memNs: spread(calibrations.map(({ memNs }) => memNs)),
    syscallNs: spread(calibrations.map(({ syscallNs }) => syscallNs)),
  };
  return { circumstances, servers, counted: rounds.length, discarded, calibration };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { low: sorted[0]!, median, high: sorted.at(-1)! };
}

/** Keeps new figures in the place of old ones of the same work, and brings the page up to date. */
export function writeFigures(measured: AllFigures): void {
  const kept: AllFigures = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, "utf8")) : {};
  const all = { ...kept, ...measured };
  writeFileSync(KEPT, `${JSON.stringify(all, rounded, 2)}\n`);
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, "utf8"), all));
}

/** Four digits are more than a measurement is worth. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** The page with the text between its markers written anew. Throws when a marker is missing. */
export function withFigures(page: string, figures: AllFigures): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`docs/performance.md needs the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${figuresText(figures)}\n${page.slice(end)}`;
}

/** The figures as tables in Markdown. */
export function figuresText(figures: AllFigures): string {
  const measured = workNames.filter((name) => figures[name] !== undefined);
  const parts: string[] = [];
  if (measured.length > 0) {
    const rows = measured.flatMap((name) => rowsOf(name, figures[name]!));
    parts.push(table(HEAD, rows));
  }
  if (figures.memory !== undefined) parts.push(memoryTable(figures.memory));
  if (parts.length === 0) return "Not measured yet.\n";
  parts.push(circumstancesText(figures));
  return parts.join("\n");
}

function rowsOf(name: WorkName, { servers }: WorkFigures): string[][] {
  return servers.map((server, i) => [
    i === 0 ? `**${works[name].title}** (${works[name].each})` : "",
    server.contender,
    `${server.cpuUs.median.toFixed(1)} (${server.cpuUs.low.toFixed(1)}–${server.cpuUs.high.toFixed(1)})`,
    server.ratio === null ? "" : ratioText(server.ratio),
    `${Math.round(server.kernel.median * 100)} %`,
    server.overallUs.toFixed(1),
    server.overallRatio === null ? "" : server.overallRatio.toFixed(2),
    Math.round(server.perSecond.median).toLocaleString("en"),
    `${server.failed}, ${server.lost}`,
  ]);
}

function ratioText({ low, median, high }: Spread): string {
  return `**${median.toFixed(2)}** (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function memoryTable({ servers }: MemoryFigures): string {
  const mebibytes = (octets: number): string => `${(octets / 2 ** 20).toFixed(0)} MiB`;
  const rows = servers.map((figure) => [
    figure.contender,
    `**${figure.perRegistration.toFixed(0)} B**`,
    `${figure.perRegistrationWarm.toFixed(0)} B`,
    mebibytes(figure.started),
    mebibytes(figure.warm),
    mebibytes(figure.filled),
    mebibytes(figure.refreshed),
  ]);
  const count = servers[0]?.registrations.toLocaleString("en") ?? "";
  const head = ["memory", "per registration", "from warm", "just started", "warm", `${count} registered`, "refreshed"];
  return table(head, rows);
}

function circumstancesText(figures: AllFigures): string {
  const lines = workNames.flatMap((name) => {
    const measured = figures[name];
    if (measured === undefined) return [];
    const { counted, discarded, calibration } = measured;
    const speed = `calibration ${range(calibration.aluMs)} ms, ${range(calibration.memNs)} ns, ${range(calibration.syscallNs)} ns`;
    const left = discarded.length === 0 ? "none discarded" : `${discarded.length} discarded (${discarded.join("; ")})`;
    return [`- ${works[name].title}: ${placeText(measured.circumstances)} ${counted} rounds, ${left}; ${speed}.`];
  });
  if (figures.memory !== undefined) lines.push(`- Memory: ${placeText(figures.memory.circumstances)}`);
  return `${lines.join("\n")}\n`;
}

function placeText({ date, commit, node, kamailio, machine, command }: Circumstances): string {
  const { cores, model, kernel, fileSystem } = machine;
  return `${date}, \`${command}\`, Ringback ${commit} on Node ${node}, Kamailio ${kamailio}; ${cores} cores, ${model}, Linux ${kernel}, data on ${fileSystem}.`;
}

function range({ low, high }: Spread): string {
  return `${low}–${high}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${lines.join("\n")}\n`;
}
