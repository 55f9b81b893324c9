/** Runs of the same load against several servers in turns, and which of them count. */
import { busyTimeOf, type Calibration, cpuOf, droppedAt, movedBy, ticksOf } from "./machine.ts";
import { alone, calibrate, load, type Place, sleep } from "./place.ts";
import type { BenchServer } from "./servers.ts";
import { titleOf, type Work } from "./works.ts";

/** One run of one server. */
export interface Run {
  readonly ok: number;
  readonly failed: number;
  readonly lost: number;
  readonly perSecond: number;
  /** Mean of the generator's samples. */
  readonly latencyUs: number;
  /** CPU time of the server's process tree per completed transaction. */
  readonly cpuUs: number;
  /** Share of that time spent in the kernel, which is mostly reading and writing datagrams, 0 to 1. */
  readonly kernel: number;
  /** Shares of the server's core, 0 to 1: taken by the server, and by anything else. */
  readonly busy: number;
  readonly foreign: number;
  readonly dropped: number;
}

/** One run of each server, in turn. */
export interface Round {
  readonly runs: readonly Run[];
  readonly before: Calibration;
  readonly after: Calibration;
  /** Why the round does not count; null when it does. */
  readonly discarded: string | null;
}

/** All rounds of a work. */
export interface Session {
  readonly rounds: readonly Round[];
  /**
   * CPU time per transaction of each server from its start to `settleSeconds` after its last run, the warm-up and all
   * later work (timers, garbage collection, idling) included.
   */
  readonly overallUs: readonly number[];
}

export interface SessionOptions {
  readonly seconds: number;
  /** Rounds that must count; as many again may be discarded. */
  readonly rounds: number;
  readonly settleSeconds: number;
  /** Count every round, whatever the machine did meanwhile. */
  readonly noisy: boolean;
  /** Directory for CPU profiles of Ringback. */
  readonly profile?: string;
  readonly tell: (line: string) => void;
}

/** A round does not count beyond these, all in parts of one. */
const MOST_MOVED = 0.1;
const MOST_FOREIGN = 0.05;
const LEAST_BUSY = 0.85;
const MOST_FAILED = 0.001;

const PAUSE_MS = 1000;

/** Starts the contenders of `work`, runs the rounds and ends them. */
export async function runSession(place: Place, work: Work, options: SessionOptions): Promise<Session> {
  const servers: BenchServer[] = [];
  try {
    for (const contender of work.contenders) servers.push(await contender.start(place, options.profile));
    const completed = servers.map(() => 0);
    const count = (runs: readonly Run[]): void => {
      for (const [i, { ok }] of runs.entries()) completed[i]! += ok;
    };
    // Fills the location tables and lets compilers see the load.
    count(await alone(() => turn(place, work, servers, options)));
    const rounds: Round[] = [];
    let counted = 0;
    while (counted < options.rounds && rounds.length < 2 * options.rounds) {
      const round = await alone(() => runRound(place, work, servers, options));
      rounds.push(round);
      count(round.runs);
      if (round.discarded === null) counted++;
      tell(work, round, rounds.length, options);
    }
    await sleep(options.settleSeconds * 1000);
    return { rounds, overallUs: servers.map(({ pid }, i) => cpuOf(pid) / Math.max(1, completed[i] ?? 0)) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function runRound(place: Place, work: Work, servers: readonly BenchServer[], options: SessionOptions) {
  const before = await calibrate(place);
  const runs = await turn(place, work, servers, options);
  const after = await calibrate(place);
  return { runs, before, after, discarded: options.noisy ? null : reasonAgainst(work, runs, before, after) };
}

async function turn(place: Place, work: Work, servers: readonly BenchServer[], options: SessionOptions) {
  const runs: Run[] = [];
  for (const server of servers) {
    await work.restore?.(server.port);
    runs.push(await measure(place, work, server, options.seconds));
    await sleep(PAUSE_MS + work.lingers * 1000);
  }
  return runs;
}

async function measure(
  place: Place,
  work: Work,
  { pid, port, clientPort }: BenchServer,
  seconds: number,
): Promise<Run> {
  const [program, ...args] = work.load(port, clientPort, seconds);
  const read = () => ({
    at: performance.now(),
    cpu: cpuOf(pid),
    ticks: ticksOf(pid),
    core: busyTimeOf(place.serverCore),
    dropped: droppedAt(port),
  });
  const from = read();
  const report = await load(place, program, args, seconds);
  const to = read();
  const cpu = to.cpu - from.cpu;
  const inKernel = to.ticks.kernel - from.ticks.kernel;
  const outside = to.ticks.user - from.ticks.user;
  const { ok, failed, lost, perSecond, latencyUs } = report;
  return {
    ok,
    failed,
    lost,
    perSecond,
    latencyUs,
    cpuUs: ok === 0 ? Number.NaN : cpu / ok,
    kernel: inKernel / Math.max(1, inKernel + outside),
    busy: cpu / (report.seconds * 1e6),
    foreign: Math.max(0, (to.core - from.core - cpu) / ((to.at - from.at) * 1000)),
    dropped: to.dropped - from.dropped,
  };
}

function reasonAgainst(work: Work, runs: readonly Run[], before: Calibration, after: Calibration): string | null {
  const moved = movedBy(before, after);
  if (moved > MOST_MOVED) return `the machine's speed changed by ${percent(moved)}`;
  for (const [i, run] of runs.entries()) {
    const name = titleOf(work.contenders[i]!);
    if (run.foreign > MOST_FOREIGN) return `others took ${percent(run.foreign)} of the core of ${name}`;
    if (run.busy < LEAST_BUSY) return `${name} was not saturated (${percent(run.busy)})`;
    const bad = run.failed + run.lost;
    if (bad > MOST_FAILED * run.ok) return `${name} failed ${run.failed} and lost ${run.lost} of ${run.ok + bad}`;
  }
  return null;
}

function tell(work: Work, round: Round, number: number, { tell: say }: SessionOptions): void {
  say(`${work.title}, round ${number}${round.discarded === null ? "" : ` (does not count: ${round.discarded})`}`);
  for (const [i, run] of round.runs.entries()) {
    const { ok, failed, lost, dropped } = run;
    say(
      `  ${titleOf(work.contenders[i]!).padEnd(28)} ${run.cpuUs.toFixed(2).padStart(7)} µs  ${Math.round(run.perSecond)}/s  ` +
        `core ${percent(run.busy)} + ${percent(run.foreign)} others  mean latency ${Math.round(run.latencyUs)} µs  ` +
        `ok ${ok} failed ${failed} lost ${lost} dropped ${dropped}`,
    );
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
