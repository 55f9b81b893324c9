/**
 * linphone-daemon, driven over its `--pipe` socket.
 *
 * The daemon pushes nothing: events are fetched with `pop-event` and its SIP is read from its log, both
 * every {@link POLL_MS}. Everything else here waits on what those two bring.
 */
import { mkdir, open, rm, writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Account } from "./account.ts";
import { Occurrences } from "./occurrences.ts";
import { freePort } from "./ports.ts";
import { type Peer, Program, removeFolder, scratchFolder } from "./process.ts";
import type { Stage } from "./stage.ts";
import { lastReceived, summary, type WireMessage, wireMessage } from "./wire.ts";

export interface LinphoneSettings extends Account {
  /** One codec keeps an INVITE small; with all of them it grows past 1300 bytes (RFC 3261 §18.1.1). One when left out. */
  readonly codecs?: "one" | "all";
}

/** A call's new state, without the prefix `LinphoneCall`: OutgoingRinging, IncomingReceived, StreamsRunning, End, Error, Released … */
export interface LinphoneEvent {
  readonly state: string;
  readonly call: string;
}

const POLL_MS = 20;
const START_MS = 15_000;
const ANSWER_MS = 5_000;

export class Linphone implements Peer {
  readonly name: string;
  readonly aor: string;
  readonly events: Occurrences<LinphoneEvent>;
  /** What it sent and received, from its own log. */
  readonly wire: Occurrences<WireMessage>;
  /** How much sound arrives, in kbit/s, once a second while it talks; 64 and the headers for G.711. */
  readonly heard: Occurrences<number>;
  readonly #program: Program;
  readonly #folder: string;
  readonly #log: LogReader;
  readonly #answers: Occurrences<string>;
  #pipe: Socket | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closing = false;

  private constructor(settings: LinphoneSettings, program: Program, folder: string) {
    this.name = program.name;
    this.aor = `sip:${settings.user}@${settings.domain}`;
    this.#program = program;
    this.#folder = folder;
    this.events = new Occurrences(this.name);
    this.wire = new Occurrences(this.name);
    this.heard = new Occurrences(this.name);
    this.#answers = new Occurrences(this.name);
    this.#log = new LogReader(join(folder, "log"), this.wire, this.heard, program.lines);
    void program.exited.then(() => {
      for (const stream of [this.events, this.wire, this.heard, this.#answers]) stream.end("linphone-daemon ended");
    });
  }

  /** Starts the daemon and registers it. @throws Error when either takes too long or the registrar refuses */
  static async start(stage: Stage, settings: LinphoneSettings): Promise<Linphone> {
    const folder = scratchFolder("linphone");
    const config = join(folder, "rc");
    await writeFile(config, configuration(settings, await freePort(), await freePort(2)));
    // Without a folder for its database the daemon starts, and never considers the network up.
    await mkdir(join(folder, ".local/share/linphone"), { recursive: true });
    // The daemon takes a name, not a path, and makes its socket of that name in /tmp.
    const pipe = `${folder.slice(folder.lastIndexOf("/") + 1)}-pipe`;
    const program = new Program({
      name: `linphone ${settings.user}`,
      command: "linphone-daemon",
      args: ["--config", config, "--disable-stats-events", "--log", join(folder, "log"), "--pipe", pipe],
      env: { HOME: folder, XDG_DATA_HOME: join(folder, ".local/share"), XDG_CONFIG_HOME: join(folder, ".config") },
    });
    const phone = stage.add(new Linphone(settings, program, folder));
    await phone.#listen(`/tmp/${pipe}`);
    void phone.#follow();
    await phone.#offer(settings.codecs ?? "one");
    await phone.#registered();
    return phone;
  }

  /** What happened, one line per message, with the warnings and errors of its log; then the last message received. */
  tail(lines: number): readonly string[] {
    return [...this.#program.tail(lines), ...lastReceived(this.wire.all)];
  }

  dial(uri: string): Promise<string> {
    return this.command(`call ${uri}`);
  }

  /** @param call the id an event gave */
  answer(call: string): Promise<string> {
    return this.command(`answer ${call}`);
  }

  /** Ends a call, whatever it needs: CANCEL, BYE, or a 603. @param call the id an event gave */
  terminate(call: string): Promise<string> {
    return this.command(`terminate ${call}`);
  }

  /**
   * Gives it a voice: it has no microphone, so a tone is played into the call from a file, for a minute. Each change of
   * the media (hold, resume) ends it. @param call the id an event gave
   */
  async play(call: string): Promise<string> {
    const file = join(this.#folder, "tone.wav");
    await writeFile(file, toneFile());
    return this.command(`incall-player-start ${file} ${call}`);
  }

  /** Any command of the daemon. @returns what it prints @throws Error when it refuses or says nothing for 5 s */
  async command(command: string): Promise<string> {
    this.#program.lines.push(`> ${command}`);
    const answer = await this.#ask(command);
    if (!answer.startsWith("Status: Ok")) throw new Error(`${this.name}: ${command}: ${answer.trim()}`);
    return answer;
  }

  /** The next event that puts a call into `state`. @param timeoutMs milliseconds */
  until(state: string, timeoutMs: number): Promise<LinphoneEvent> {
    return this.events.until((event) => event.state === state, timeoutMs, `the call state ${state}`);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#pipe?.destroy();
    await this.#program.close();
    await removeFolder(this.#folder);
    await rm(`/tmp/${this.#folder.slice(this.#folder.lastIndexOf("/") + 1)}-pipe`, { force: true });
  }

  /** One command at a time: answers carry nothing that tells whose they are. */
  #ask(command: string): Promise<string> {
    const mine = this.#turn.then(() => {
      this.#answers.skip();
      this.#pipe?.write(`${command}\n`);
      return this.#answers.until(() => true, ANSWER_MS, `the answer to ${command}`);
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #listen(path: string): Promise<void> {
    const deadline = Date.now() + START_MS;
    for (;;) {
      const pipe = await tryConnect(path);
      if (pipe !== null) {
        this.#pipe = pipe;
        break;
      }
      if (Date.now() > deadline || !this.#program.running) throw new Error(`${this.name}: its pipe does not open`);
      await delay(POLL_MS);
    }
    this.#pipe.on("error", (error) => this.#program.lines.push(`[pipe: ${error.message}]`));
    // One write per answer; the daemon puts no length or end mark on it that would hold for every command.
    this.#pipe.setEncoding("utf8").on("data", (text: string) => this.#answers.push(text));
  }

  async #offer(codecs: "one" | "all"): Promise<void> {
    await this.command(`audio-codec-${codecs === "all" ? "enable" : "disable"} ALL`);
    await this.command("audio-codec-enable 0"); // PCMU
  }

  /** Registration states are no events of this daemon. */
  async #registered(): Promise<void> {
    const deadline = Date.now() + START_MS;
    for (;;) {
      const status = await this.#ask("register-status ALL");
      if (status.includes("LinphoneRegistrationOk")) return;
      if (status.includes("LinphoneRegistrationFailed") || Date.now() > deadline) {
        await this.#log.read();
        throw new Error(`${this.name}: not registered: ${status.replaceAll("\n", " ").trim()}`);
      }
      await delay(POLL_MS);
    }
  }

  async #follow(): Promise<void> {
    while (this.#program.running && !this.#closing) {
      try {
        await this.#log.read();
        for (;;) {
          const event = callState(await this.#ask("pop-event"));
          if (event === null) break;
          this.#program.lines.push(`< ${event.state} (call ${event.call})`);
          this.events.push(event);
        }
      } catch (error) {
        this.#program.lines.push(`[${error instanceof Error ? error.message : error}]`);
      }
      await delay(POLL_MS, undefined, { ref: false });
    }
  }
}

/** A socket, or null while nobody listens there yet. */
function tryConnect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(null));
  });
}

/** The call state in the answer to `pop-event`; null when no event is left. Other kinds of events do not occur here. */
function callState(answer: string): LinphoneEvent | null {
  const state = /^Event: LinphoneCall(\w+)/m.exec(answer)?.[1];
  const call = /^Id: (\d+)/m.exec(answer)?.[1];
  return state === undefined || call === undefined ? null : { state, call };
}

const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d+ /;
const HEADING = /(message sent to|new bytes from) \[(UDP|TCP|TLS):/;
const FIRST_LINE = /^(SIP\/2\.0 \d{3} |[A-Z]+ \S+ SIP\/2\.0)/;

/** Below its reports of a call's bandwidth, without a time stamp. */
const AUDIO_RATE = /^\s*Stream #0 \(audio\) \|.*RTP : \[d=([\d.]+),/;

/** Reads on in the daemon's log: a message stands between its heading and the next line with a time stamp. */
class LogReader {
  readonly #path: string;
  readonly #wire: Occurrences<WireMessage>;
  readonly #heard: Occurrences<number>;
  readonly #notes: Occurrences<string>;
  #offset = 0;
  #rest = "";
  #heading: { received: boolean; transport: "UDP" | "TCP" } | null = null;
  #message: string[] = [];

  constructor(path: string, wire: Occurrences<WireMessage>, heard: Occurrences<number>, notes: Occurrences<string>) {
    this.#path = path;
    this.#wire = wire;
    this.#heard = heard;
    this.#notes = notes;
  }

  async read(): Promise<void> {
    const file = await open(this.#path).catch(() => null);
    if (file === null) return;
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(65_536), position: this.#offset });
        if (bytesRead === 0) return;
        this.#offset += bytesRead;
        const lines = (this.#rest + buffer.toString("latin1", 0, bytesRead)).split("\n");
        this.#rest = lines.pop() ?? "";
        for (const line of lines) this.#take(line);
      }
    } finally {
      await file.close();
    }
  }

  #take(line: string): void {
    if (!STAMP.test(line)) {
      const rate = AUDIO_RATE.exec(line)?.[1];
      if (rate !== undefined) this.#heard.push(Number(rate));
      if (this.#heading === null) return;
      if (FIRST_LINE.test(line)) this.#finish();
      this.#message.push(line.replace(/\r$/, ""));
      return;
    }
    this.#finish();
    const heading = HEADING.exec(line);
    this.#heading =
      heading === null
        ? null
        : { received: heading[1] === "new bytes from", transport: heading[2] === "UDP" ? "UDP" : "TCP" };
    if (/ (belle-sip|liblinphone)-(error|warning)-/.test(line)) this.#notes.push(line);
  }

  /** Several messages may arrive in one read of a stream. */
  #finish(): void {
    const lines = this.#message.splice(0);
    if (this.#heading === null || lines.length === 0) return;
    const message = wireMessage(this.#heading.received, this.#heading.transport, lines);
    if (message === null) return;
    this.#notes.push(summary(message));
    this.#wire.push(message);
  }
}

const TONE_SECONDS = 60;
const SAMPLE_RATE = 8000;

/** A WAV file with a tone: one channel of 16-bit samples. */
function toneFile(): Buffer {
  const bytes = 2 * SAMPLE_RATE * TONE_SECONDS;
  const file = Buffer.alloc(44 + bytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + bytes, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16); // length of the format
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // channels
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(2 * SAMPLE_RATE, 28); // bytes per second
  file.writeUInt16LE(2, 32); // bytes per sample
  file.writeUInt16LE(16, 34); // bits per sample
  file.write("data", 36, "latin1");
  file.writeUInt32LE(bytes, 40);
  for (let at = 0; at < bytes / 2; at++) {
    file.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * at) / SAMPLE_RATE)), 44 + 2 * at);
  }
  return file;
}

function configuration(settings: LinphoneSettings, sip: number, media: number): string {
  const [udp, tcp] = settings.transport === "udp" ? [sip, 0] : [0, sip];
  const route = `<sip:${settings.registrar};transport=${settings.transport}>`;
  return `[sip]
sip_port=${udp}
sip_tcp_port=${tcp}
sip_tls_port=0
use_ipv6=0
guess_hostname=0
contact=sip:${settings.user}@127.0.0.1
default_proxy=0
[net]
firewall_policy=0
[proxy_0]
reg_proxy=${route}
reg_route=${route}
reg_identity=<${`sip:${settings.user}@${settings.domain}`}>
reg_expires=600
reg_sendregister=1
publish=0
[auth_info_0]
username=${settings.user}
passwd=${settings.password}
realm=${settings.domain}
domain=${settings.domain}
[rtp]
audio_rtp_port=${media}
[video]
enabled=0
[sound]
remote_ring=
`;
}
