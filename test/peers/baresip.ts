/**
 * baresip, driven over its control connection (netstrings of JSON) instead of a keyboard.
 *
 * Its modules are chosen to be silent and small: a sine for a microphone, files for speakers, no MWI.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { Occurrences } from "./occurrences.ts";
import { freePort } from "./ports.ts";
import { type Peer, Program, removeFolder, scratchFolder } from "./process.ts";
import type { Stage } from "./stage.ts";
import { lastReceived, summary, type WireMessage, wireMessage } from "./wire.ts";

/** An event of the control connection; `param` is, for a closed call, its last status line or a reason. */
export interface BaresipEvent {
  readonly type: string;
  readonly param?: string;
  readonly direction?: "incoming" | "outgoing";
  readonly peeruri?: string;
  readonly id?: string;
}

interface Answer {
  readonly ok: boolean;
  readonly data: string;
  readonly token: string;
}

const START_MS = 10_000;
const ANSWER_MS = 5_000;
/** Room for the RTP and RTCP of the few calls a story makes. */
const MEDIA_PORTS = 40;

export class Baresip implements Peer {
  readonly name: string;
  readonly aor: string;
  readonly events: Occurrences<BaresipEvent>;
  /** What it sent and received, from its own trace. */
  readonly wire: Occurrences<WireMessage>;
  readonly #program: Program;
  readonly #folder: string;
  readonly #notes: string[] = [];
  readonly #answers: Occurrences<Answer>;
  #control: Socket | null = null;
  #commands = 0;

  private constructor(account: Account, program: Program, folder: string, port: number) {
    this.name = program.name;
    this.aor = `sip:${account.user}@${account.domain}`;
    this.#program = program;
    this.#folder = folder;
    this.events = new Occurrences(this.name);
    this.wire = new Occurrences(this.name);
    this.#answers = new Occurrences(this.name);
    this.wire.watch((message) => this.#note(summary(message)));
    readTrace(program, [account.registrar, `127.0.0.1:${port}`], this.wire, this.#notes);
    void program.exited.then(() => {
      for (const stream of [this.events, this.wire, this.#answers]) stream.end("baresip ended");
    });
  }

  /** Starts baresip and registers it. @throws Error when either takes too long or the registrar refuses */
  static async start(stage: Stage, account: Account): Promise<Baresip> {
    const folder = scratchFolder("baresip");
    const sip = await freePort(2); // it takes the port above its own for TLS
    const control = await freePort();
    const media = await freePort(MEDIA_PORTS);
    await writeFile(join(folder, "config"), configuration(folder, sip, control, media));
    await writeFile(join(folder, "accounts"), "");
    await writeFile(join(folder, "contacts"), "");
    const program = new Program({
      name: `baresip ${account.user}`,
      command: "baresip",
      args: ["-4", "-s", "-f", folder],
    });
    const phone = stage.add(new Baresip(account, program, folder, sip));
    await program.lines.until((line) => line.includes("baresip is ready"), START_MS, "its start");
    await phone.#listen(control);
    const route = `sip:${account.registrar};transport=${account.transport}`;
    await phone.command("uanew", `<${phone.aor}>;auth_pass=${account.password};outbound="${route}";regint=600`);
    const outcome = await phone.events.until(
      (event) => /^REGISTER_(OK|FAIL)$/.test(event.type),
      START_MS,
      "its registration",
    );
    if (outcome.type !== "REGISTER_OK") throw new Error(`${phone.name}: not registered: ${outcome.param ?? ""}`);
    return phone;
  }

  /** What happened, one line per message, with its other output; then the last message received. */
  tail(lines: number): readonly string[] {
    return [...this.#notes.slice(-lines), ...lastReceived(this.wire.all)];
  }

  dial(uri: string): Promise<string> {
    return this.command("dial", uri);
  }

  accept(): Promise<string> {
    return this.command("accept");
  }

  /** Ends the current call, whatever it needs: CANCEL, BYE, or a 486. */
  hangup(): Promise<string> {
    return this.command("hangup");
  }

  /** Any command of its menu. @returns what it prints @throws Error when it refuses or says nothing for 5 s */
  async command(command: string, params = ""): Promise<string> {
    const token = `t${++this.#commands}`;
    const body = JSON.stringify({ command, params, token });
    this.#note(`> ${command} ${params}`);
    this.#control?.write(`${Buffer.byteLength(body)}:${body},`);
    const answer = await this.#answers.until((one) => one.token === token, ANSWER_MS, `the answer to ${command}`);
    if (!answer.ok) throw new Error(`${this.name}: ${command} ${params}: ${answer.data}`);
    return answer.data;
  }

  /** The next event of a type. @param timeoutMs milliseconds */
  until(type: string, timeoutMs: number): Promise<BaresipEvent> {
    return this.events.until((event) => event.type === type, timeoutMs, type);
  }

  async close(): Promise<void> {
    this.#control?.destroy();
    await this.#program.close();
    await removeFolder(this.#folder);
  }

  async #listen(port: number): Promise<void> {
    const control = connect(port, "127.0.0.1");
    this.#control = control;
    const connected = new Promise<void>((resolve, reject) => {
      control.once("connect", resolve);
      control.once("error", reject);
    });
    control.on("error", (error) => this.#note(`[control: ${error.message}]`));
    let unread: Buffer = Buffer.alloc(0);
    control.on("data", (bytes: Buffer) => {
      unread = readNetstrings(Buffer.concat([unread, bytes]), (text) => this.#take(text));
    });
    await connected;
  }

  #take(text: string): void {
    const message: unknown = JSON.parse(text);
    if (typeof message !== "object" || message === null) return;
    if ("response" in message) {
      this.#answers.push(message as unknown as Answer);
      return;
    }
    const event = message as unknown as BaresipEvent;
    this.#note(`< ${event.type} ${event.param ?? ""}`);
    this.events.push(event);
  }

  #note(line: string): void {
    this.#notes.push(line);
  }
}

/** Hands on every whole netstring (`LENGTH:TEXT,`) and returns what is left. */
export function readNetstrings(bytes: Buffer, take: (text: string) => void): Buffer {
  let rest = bytes;
  for (;;) {
    const colon = rest.indexOf(":");
    if (colon < 0) return rest;
    const length = Number(rest.toString("latin1", 0, colon));
    if (!Number.isInteger(length)) throw new Error(`no netstring: ${rest.toString("latin1", 0, 40)}`);
    const end = colon + 1 + length;
    if (rest.length <= end) return rest;
    take(rest.toString("utf8", colon + 1, end));
    rest = rest.subarray(end + 1);
  }
}

/** Its trace frames each message: "#", "UDP a -> b", the message, an escape sequence. */
const HEADING = /^(UDP|TCP|TLS) (\S+) -> (\S+)$/;
const ESCAPE = "\u001b";

/**
 * Takes the messages out of the output; what is no part of them goes to `others`. A message was received
 * when it comes from the server's port or goes to the phone's: over TCP either side may have a passing one.
 */
function readTrace(
  program: Program,
  [server, own]: readonly [string, string],
  wire: Occurrences<WireMessage>,
  others: string[],
): void {
  let heading: RegExpExecArray | null = null;
  let message: string[] = [];
  program.lines.watch((line) => {
    const next = HEADING.exec(line);
    if (next !== null) {
      heading = next;
      message = [];
    } else if (heading === null) {
      if (!line.includes(ESCAPE) && line.trim() !== "") others.push(line);
    } else if (line.includes(ESCAPE)) {
      const received = heading[2] === server || heading[3] === own;
      const read = wireMessage(received, heading[1] === "TCP" ? "TCP" : "UDP", message);
      if (read !== null) wire.push(read);
      heading = null;
    } else {
      message.push(line);
    }
  });
}

const MODULE_FOLDERS = ["/usr/lib/baresip/modules", "/usr/local/lib/baresip/modules", "/usr/lib64/baresip/modules"];

function modulePath(): string {
  const found = MODULE_FOLDERS.find((folder) => existsSync(join(folder, "ctrl_tcp.so")));
  if (found === undefined) throw new Error(`baresip has no ctrl_tcp.so in ${MODULE_FOLDERS.join(", ")}`);
  return found;
}

function configuration(folder: string, sip: number, control: number, media: number): string {
  return `sip_listen 127.0.0.1:${sip}
net_interface 127.0.0.1
call_local_timeout 60
call_max_calls 4
audio_source ausine,440
audio_player aufile,${join(folder, "heard.wav")}
audio_alert aufile,${join(folder, "alert.wav")}
ausrc_srate 48000
ausrc_channels 2
rtp_ports ${media}-${media + MEDIA_PORTS - 1}
ctrl_tcp_listen 127.0.0.1:${control}
module_path ${modulePath()}
module g711.so
module ausine.so
module aufile.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
`;
}
