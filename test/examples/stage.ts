/** A server and examples run as their readers run them: processes of their own, on ports of their own, the clone's sources. */
import { fileURLToPath } from "node:url";
import { type NodeAgentSettings, type NodeUserAgent, openUserAgent } from "../../src/host/mod.ts";
import { freePort } from "../peers/ports.ts";
import { Program } from "../peers/process.ts";
import { Stage } from "../peers/stage.ts";

export const PASSWORD = "wonderland";
const START_MS = 20_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Plays `work` with a stage that ends every program and agent, and shows their last lines when it fails. */
export async function onStage(work: (stage: ExampleStage) => Promise<void>): Promise<void> {
  const stage = new ExampleStage();
  try {
    await stage.explain(() => work(stage));
  } finally {
    await stage.clear();
  }
}

export class ExampleStage extends Stage {
  private port = 0;

  /** Starts `ringback serve` for a loopback address with these users. @param flags more of them */
  async serve(users: readonly string[], flags: readonly string[] = []): Promise<Program> {
    this.port = await freePort();
    const listen = `127.0.0.1:${this.port}`;
    const given = users.flatMap((user) => ["--user", `${user}:${PASSWORD}`]);
    const where = ["--domain", "127.0.0.1", "--listen", `udp:${listen}`, "--listen", `tcp:${listen}`, "--no-http"];
    const args = ["src/cli/main.ts", "serve", ...where, "--data", ":memory:", ...given, ...flags];
    const server = this.add(new Program({ name: "ringback serve", command: process.execPath, cwd: ROOT, args }));
    await server.lines.until((line) => line.startsWith("ringback: ready"), START_MS, "the line that says it is ready");
    return server;
  }

  /** An address of record at the server. */
  address(user: string): string {
    return `sip:${user}@127.0.0.1:${this.port}`;
  }

  /** Runs an example. @param args without the path of Node and of the file */
  run(file: string, ...args: readonly string[]): Program {
    const whole = ["--import", "./scripts/from-sources.mjs", `examples/${file}`, ...args];
    return this.add(new Program({ name: file, command: process.execPath, cwd: ROOT, args: whole }));
  }

  /** A registered user of the server, in this process. */
  async agent(user: string, settings: Partial<NodeAgentSettings> = {}): Promise<NodeUserAgent> {
    const uri = this.address(user);
    const agent = await openUserAgent({ uri, account: { password: PASSWORD }, ...settings });
    const close = (): Promise<void> => agent.close();
    this.add({ name: user, tail: () => [], close });
    const { kind, text } = await agent.register().outcome;
    if (kind !== "answered") throw new Error(`${user} is not registered: ${text}`);
    return agent;
  }
}

/** Waits for a line of a program. */
export async function says(program: Program, wanted: RegExp): Promise<string> {
  return await program.lines.until((line) => wanted.test(line), START_MS, String(wanted));
}

/** Stops an example as Ctrl-C does and expects it to end in good order. */
export async function interrupt(example: Program): Promise<void> {
  example.signal("SIGINT");
  const { code, signal } = await example.ended(START_MS);
  if (code !== 0) throw new Error(`${example.name}: exit ${signal ?? code} after SIGINT`);
}
