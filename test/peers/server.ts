/**
 * The server under test, run as its users run it: a process of its own, on ports of its own.
 *
 * `PEERS_SERVER=kamailio` plays the same stories against Kamailio: when a story fails there too, the
 * client is at fault and not Ringback.
 */
import { fileURLToPath } from "node:url";
import { type ChallengeSettings, launchKamailio } from "./kamailio.ts";
import { freePort } from "./ports.ts";
import { type Exit, type Peer, Program } from "./process.ts";
import type { Stage } from "./stage.ts";

export interface ServerSettings {
  readonly domain: string;
  /** `name:password` each. */
  readonly users: readonly string[];
  /** Folder of the store; in memory when left out. */
  readonly data?: string;
  /** Ports of an earlier run, to come back where the clients look. */
  readonly ports?: Ports;
}

export interface Ports {
  /** UDP and TCP. */
  readonly sip: number;
  readonly http: number;
}

const START_MS = 20_000;
const STOP_MS = 10_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A running server. */
export class ServerUnderTest implements Peer {
  readonly name: string;
  readonly domain: string;
  readonly ports: Ports;
  readonly program: Program;

  constructor(program: Program, settings: ServerSettings, ports: Ports) {
    this.name = program.name;
    this.domain = settings.domain;
    this.ports = ports;
    this.program = program;
  }

  /** `host:port` for SIP. */
  get address(): string {
    return `127.0.0.1:${this.ports.sip}`;
  }

  tail(lines: number): readonly string[] {
    return this.program.tail(lines);
  }

  /** Asks for an orderly end; does not wait for it. */
  terminate(): void {
    this.program.signal("SIGTERM");
  }

  /**
   * Asks for an orderly end and expects it.
   *
   * @throws Error when the server is not gone in 10 s or does not exit with 0
   */
  async stop(): Promise<void> {
    this.terminate();
    expectOrderly(this.name, await this.program.ended(STOP_MS));
  }

  /** Ends the server as a power cut would. */
  async kill9(): Promise<void> {
    await this.program.close();
  }

  close(): Promise<void> {
    return this.program.close();
  }
}

function expectOrderly(name: string, exit: Exit): void {
  if (exit.code !== 0) throw new Error(`${name}: exit ${exit.signal ?? exit.code} after SIGTERM, expected 0`);
}

/**
 * Starts the server and waits until it takes traffic.
 *
 * @throws Error when it does not say `ringback: ready` within 20 s
 */
export async function startServer(stage: Stage, settings: ServerSettings): Promise<ServerUnderTest> {
  const ports = settings.ports ?? { sip: await freePort(), http: await freePort() };
  const launched =
    process.env.PEERS_SERVER === "kamailio"
      ? await launchKamailio(settings, ports)
      : { program: ringback(settings, ports), ready: isReady };
  return await whenReady(stage, settings, ports, launched);
}

/** Starts Kamailio, for what Ringback's own agent does at a server of somebody else's. */
export async function startKamailio(
  stage: Stage,
  settings: ServerSettings,
  challenge: ChallengeSettings,
): Promise<ServerUnderTest> {
  const ports = { sip: await freePort(), http: 0 };
  return await whenReady(stage, settings, ports, await launchKamailio(settings, ports, challenge));
}

async function whenReady(
  stage: Stage,
  settings: ServerSettings,
  ports: Ports,
  launched: Awaited<ReturnType<typeof launchKamailio>>,
): Promise<ServerUnderTest> {
  const server = stage.add(new ServerUnderTest(launched.program, settings, ports));
  await server.program.lines.until(launched.ready, START_MS, "the line that says it is ready");
  return server;
}

function isReady(line: string): boolean {
  return line.startsWith("ringback: ready");
}

function ringback(settings: ServerSettings, ports: Ports): Program {
  const listen = `127.0.0.1:${ports.sip}`;
  return new Program({
    name: "ringback serve",
    command: process.execPath,
    cwd: ROOT,
    args: [
      "src/cli/main.ts",
      "serve",
      ...["--domain", settings.domain],
      ...["--listen", `udp:${listen}`, "--listen", `tcp:${listen}`],
      ...["--http", `127.0.0.1:${ports.http}`],
      ...["--data", settings.data ?? ":memory:"],
      ...settings.users.flatMap((user) => ["--user", user]),
    ],
  });
}
