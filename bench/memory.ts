/** Octets a registration costs, as the growth of the server's memory. */
import { memoryOf } from "./machine.ts";
import { alone, CannotRun, load, type Place, sleep } from "./place.ts";
import { type BenchServer, startKamailio, startRingback } from "./servers.ts";

export interface MemoryFigure {
  readonly contender: string;
  readonly registrations: number;
  /** Whole server, octets (PSS): just started, warmed up, with all registrations, and after each was refreshed. */
  readonly started: number;
  readonly warm: number;
  readonly filled: number;
  readonly refreshed: number;
  /** Octets per registration: all that the server has grown since its start, and since it was warm. */
  readonly perRegistration: number;
  readonly perRegistrationWarm: number;
}

export interface MemoryOptions {
  readonly registrations: number;
  /** How long a server is left alone before its memory is read, in seconds. */
  readonly settleSeconds: number;
  readonly tell: (line: string) => void;
}

/** Requests per second: far from saturation, so that nothing but the registrations piles up. */
const RATE = 10_000;
/** Users that the warm-up registers again and again. */
const FEW = 1000;
/** Datagrams may get lost on a busy machine. */
const ATTEMPTS = 3;

const contenders: readonly (readonly [name: string, start: (place: Place) => Promise<BenchServer>])[] = [
  ["Kamailio", (place) => startKamailio(place, { authentication: "off" })],
  ["Ringback", (place) => startRingback(place, { authentication: "off" })],
  ["Ringback, bindings on disk", (place) => startRingback(place, { authentication: "off", onDisk: true })],
];

/** Measures each server by itself. Throws `CannotRun` when one does not take every registration. */
export async function measureMemory(place: Place, options: MemoryOptions): Promise<MemoryFigure[]> {
  const figures: MemoryFigure[] = [];
  for (const [contender, start] of contenders) {
    const server = await start(place);
    try {
      figures.push(await measure(place, contender, server, options));
    } finally {
      await server.stop();
    }
  }
  return figures;
}

async function measure(place: Place, contender: string, server: BenchServer, options: MemoryOptions) {
  const { registrations, settleSeconds, tell } = options;
  const read = async (): Promise<number> => {
    await sleep(settleSeconds * 1000);
    return memoryOf(server.pid);
  };
  const started = await read();
  await register(place, server, FEW, registrations);
  const warm = await read();
  await register(place, server, registrations, registrations);
  const filled = await read();
  await register(place, server, registrations, registrations);
  const refreshed = await read();
  const perRegistration = (filled - started) / registrations;
  const perRegistrationWarm = (filled - warm) / (registrations - FEW);
  const mebibytes = (octets: number): string => `${(octets / 2 ** 20).toFixed(1)} MiB`;
  tell(
    `memory: ${contender.padEnd(28)} started ${mebibytes(started)}, warm ${mebibytes(warm)}, ${registrations} registrations ` +
      `${mebibytes(filled)}, refreshed ${mebibytes(refreshed)}: ${perRegistration.toFixed(0)} octets each, ` +
      `${perRegistrationWarm.toFixed(0)} from warm`,
  );
  return { contender, registrations, started, warm, filled, refreshed, perRegistration, perRegistrationWarm };
}

/** Sends `count` REGISTERs of `users` users in turn, always from the same port, so that one user has one binding. */
async function register(place: Place, server: BenchServer, users: number, count: number): Promise<void> {
  const seconds = Math.ceil((2 * count) / RATE);
  const { port, clientPort } = server;
  const args = ["-p", `${port}`, "-l", `${clientPort}`, "-r", `${RATE}`, "-s", `${seconds}`];
  args.push("-n", `${count}`, "-u", `${users}`);
  let report = await alone(() => load(place, "registerload", args, seconds));
  for (let attempt = 1; report.ok < count && attempt < ATTEMPTS; attempt++) {
    report = await alone(() => load(place, "registerload", args, seconds)); // refreshes what is there, adds what was lost
  }
  if (report.ok < count)
    throw new CannotRun(`${report.ok} of ${report.sent} registrations were taken, ${report.lost} lost`);
}
