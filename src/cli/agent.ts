/** What the commands that speak SIP share: their flags, a user agent, what passes on the wire, and how they report. */

import type { Command } from "commander";
import { buildLadder, drawLadder, type Ladder, type Passage } from "../diagnosis/mod.ts";
import { type NodeAgentSettings, type NodeUserAgent, openUserAgent, type Sound } from "../host/mod.ts";
import type { ObservationStream } from "../kernel/mod.ts";
import { plainLine, type Reference, type Verdict } from "../reference/mod.ts";
import { hostPort, parseSipUri, parseUri } from "../syntax/mod.ts";
import type { Outcome } from "../ua/mod.ts";
import { type AskFlags, LANG_OPTION, openAsked, printJson, printLines, terminal } from "./ask.ts";
import { Answer, createCommand, Failure } from "./command.ts";
import { inkFor, paragraph, wrap } from "./layout.ts";

export interface AgentFlags extends AskFlags {
  readonly from?: string;
  readonly user?: string;
  readonly password?: string;
  readonly realm?: string;
  readonly proxy?: string;
  readonly transport?: string;
  readonly local?: string;
  readonly insecure?: boolean;
  readonly sound?: string;
}

const TRANSPORTS = ["udp", "tcp", "tls", "ws", "wss"];
const SOUNDS: readonly Sound[] = ["tone", "echo", "silence"];
/** Ctrl-C, `timeout` and service managers, a terminal that is closed: each would leave the other side in a call with nobody. */
const STOPPING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Messages kept for the ladder, and their octets; what comes after is still heard, but not drawn. */
const MOST_PASSAGES = 2000;
const MOST_OCTETS = 8 * 1024 * 1024;

/** A command with the flags of every command that speaks SIP. */
export function agentCommand(name: string, description: string): Command {
  return createCommand(name, description)
    .option("--from <uri>", "who asks (default: the user at the target's domain)")
    .option("--user <name>", "name for the server's challenge")
    .option("--password <password>", "its password (default: the variable RINGBACK_PASSWORD)")
    .option("--realm <realm>", "the realm they are for (default: the domain of --from)")
    .option("--proxy <uri>", "send everything there first: a SIP URI, or ws://… and wss://… for a WebSocket")
    .option("--transport <transport>", `one of ${TRANSPORTS.join(", ")} (default: what the target says)`)
    .option("--local <address>", "numeric address of this machine to speak from")
    .option("--insecure", "accept TLS certificates that cannot be verified")
    .option(...LANG_OPTION)
    .option("--json", "print JSON");
}

/** A user agent, its language, and everything that passes. */
export interface Session extends AsyncDisposable {
  readonly agent: NodeUserAgent;
  readonly reference: Reference;
  readonly wire: WireRecord;
  /** The address of record that asks. */
  readonly from: string;
  readonly target: string;
  readonly flags: AgentFlags;
  /** Shows one line of what goes on, on a terminal only. */
  readonly progress: Progress;
  /** Aborted by the first signal to stop: cancels and hangs up. */
  readonly interrupted: AbortSignal;
}

/** Opens what a command needs to ask `target`. Throws a Failure that says in one line what is wrong. */
export async function openSession(
  target: string,
  flags: AgentFlags,
  extra: Partial<NodeAgentSettings> = {},
): Promise<Session> {
  const reference = await openAsked(flags);
  const { settings, to, from } = settingsOf(target, flags);
  let agent: NodeUserAgent;
  try {
    agent = await openUserAgent({ ...settings, ...extra });
  } catch (error) {
    throw new Failure(error instanceof TypeError ? 2 : 1, (error as Error).message);
  }
  const wire = new WireRecord(agent.kernel.observations);
  const progress = new Progress(process.stderr, flags.json === true);
  const interrupt = new AbortController();
  const ignore = (): void => {
    for (const signal of STOPPING) process.off(signal, onInterrupt);
  };
  const onInterrupt = (): void => {
    ignore(); // the next one ends the process
    progress.show(reference.progress("cancelling"));
    interrupt.abort();
  };
  for (const signal of STOPPING) process.on(signal, onInterrupt);
  return {
    agent,
    reference,
    wire,
    from,
    target: to,
    flags,
    progress,
    interrupted: interrupt.signal,
    async [Symbol.asyncDispose]() {
      ignore();
      progress.clear();
      await agent.close();
    },
  };
}

function settingsOf(target: string, flags: AgentFlags) {
  const { user, realm, local, proxy, insecure, transport } = flags;
  if (transport !== undefined && !TRANSPORTS.includes(transport))
    throw new Failure(2, `--transport '${transport.slice(0, 40)}' must be one of ${TRANSPORTS.join(", ")}`);
  const sound = SOUNDS.find((each) => each === (flags.sound ?? "silence"));
  if (sound === undefined)
    throw new Failure(2, `--sound '${flags.sound?.slice(0, 40)}' must be one of ${SOUNDS.join(", ")}`);
  const to = addressed(target, transport);
  const domain = parseSipUri(to)?.host ?? "localhost";
  const from = flags.from ?? `sip:${user ?? "ringback"}@${hostPort(domain, null)}`;
  if (parseSipUri(from) === null) throw new Failure(2, `--from '${from.slice(0, 60)}' is no sip: or sips: URI`);
  const password = flags.password ?? process.env.RINGBACK_PASSWORD;
  const named = user ?? parseSipUri(from)?.user ?? "ringback";
  const account =
    password === undefined ? undefined : { user: named, password, ...(realm === undefined ? {} : { realm }) };
  const isWebSocket = proxy !== undefined && /^wss?:/i.test(proxy);
  if (transport?.startsWith("ws") && !isWebSocket)
    throw new Failure(2, `--transport ${transport} needs --proxy ${transport}://…: where the WebSocket is`);
  const settings: NodeAgentSettings = {
    uri: from,
    sound,
    toward: domain,
    rejectUnauthorized: insecure !== true,
    ...(account === undefined ? {} : { account }),
    ...(local === undefined ? {} : { localAddress: local }),
    ...(proxy === undefined ? {} : isWebSocket ? { webSocket: proxy } : { outboundProxy: proxy }),
  };
  return { settings, to, from };
}

/** The target as a URI: `bob` and `bob@example.com` are taken as SIP. */
function addressed(target: string, transport: string | undefined): string {
  const full = /^(?:sips?|tel):/i.test(target)
    ? target
    : `sip:${target.includes("@") ? target : `${target}@localhost`}`;
  const uri = parseUri(full);
  if (uri === null || parseSipUri(full) === null) throw new Failure(2, `'${target.slice(0, 60)}' is no SIP address`);
  if (transport === undefined || transport.startsWith("ws") || /;transport=/i.test(full)) return full;
  const at = full.indexOf("?");
  const added = `;transport=${transport}`;
  return at === -1 ? full + added : full.slice(0, at) + added + full.slice(at);
}

/** Everything that passes, for the ladder. Names are `host:port`, the agent's own end is `here`. */
export class WireRecord {
  private readonly passages: Passage[] = [];
  private octets = 0;
  private readonly stop: () => void;

  constructor(observations: ObservationStream) {
    this.stop = observations.subscribe(["message"], (observation) => {
      if (observation.type !== "message" || this.passages.length >= MOST_PASSAGES) return;
      const { at, direction, flow, text } = observation;
      this.octets += text.length;
      if (this.octets > MOST_OCTETS) return;
      const [from, to] = direction === "out" ? ["here", flow.remote] : [flow.remote, "here"];
      this.passages.push({ at, from, to, text });
    });
  }

  ladder(): Ladder {
    return buildLadder(this.passages);
  }

  end(): void {
    this.stop();
  }
}

/** One line on a terminal that is written anew; nothing elsewhere. */
export class Progress {
  private readonly output: NodeJS.WriteStream;
  private readonly isShown: boolean;
  private drawn = false;

  constructor(output: NodeJS.WriteStream, quiet: boolean) {
    this.output = output;
    this.isShown = output.isTTY === true && !quiet;
  }

  show(text: string): void {
    if (!this.isShown) return;
    const plain = plainLine(text.replaceAll("`", ""), 400); // a phrase in it is the peer's
    const [line = ""] = wrap(plain, Math.max(20, (this.output.columns || 80) - 1));
    this.output.write(`\r\x1b[K${line}`);
    this.drawn = true;
  }

  clear(): void {
    if (this.drawn) this.output.write("\r\x1b[K");
    this.drawn = false;
  }
}

/** The outcome as the reference reads it. */
export function verdictOf(outcome: Outcome, reference: Reference): Verdict {
  const { kind, code, phrase, decidedBy, who, retryAfter } = outcome;
  return reference.verdict({ outcome: kind, code, phrase, decidedBy, who, retryAfter });
}

/** The fields every JSON answer about one outcome has; `failed` is told in the words of a diagnosis. */
export function outcomeJson(outcome: Outcome): object {
  const { kind, code, phrase, scope, retryAfter, decidedBy, who, text, details, attempts } = outcome;
  const name = kind === "failed" ? "incomplete" : kind;
  const contacts = outcome.contacts.map(({ uri }) => plainLine(uri, 300));
  return { outcome: name, code, phrase, scope, retryAfter, decidedBy, who, text, details, contacts, attempts };
}

/** The ladder as JSON has it. */
export function ladderJson(ladder: Ladder): object {
  const { participants, messages } = ladder;
  return { participants, messages: messages.map(({ at, from, to, summary, raw }) => ({ at, from, to, summary, raw })) };
}

/** Ladder, verdict and advice for a person. */
export function reportLines(
  outcome: Outcome,
  verdict: Verdict,
  ladder: Ladder,
  extra: readonly string[] = [],
): string[] {
  const on = terminal();
  const ink = inkFor(outcome.code === null ? "" : `${Math.floor(outcome.code / 100)}xx`, on.colours);
  return [
    drawLadder(ladder).trimEnd(),
    "",
    ...paragraph(verdict.title, on, ink, 0).map(ink.strong),
    ...(verdict.text === "" ? [] : paragraph(verdict.text, on, ink)),
    ...outcome.details.flatMap((each) => paragraph(`“${each.replaceAll("`", "'")}”`, on, ink)),
    ...(outcome.code === null && outcome.text !== "" ? paragraph(outcome.text.replaceAll("`", "'"), on, ink) : []),
    ...extra.flatMap((each) => paragraph(each, on, ink)),
    ...(verdict.advice === "" ? [] : ["", ...paragraph(verdict.advice, on, ink)]),
  ];
}

/** One request outside a call. */
export interface Question {
  readonly begin: "asking" | "sending";
  readonly ask: (session: Session) => Promise<Outcome>;
  /** What is told beside the outcome: a name and its values. */
  readonly extra?: (outcome: Outcome) => Readonly<Record<string, string | readonly string[] | null>>;
}

/** Asks one thing and reports its outcome. Throws an Answer when that is no success. */
export async function askOnce(target: string, flags: AgentFlags, question: Question): Promise<void> {
  await using session = await openSession(target, flags);
  const { reference, progress } = session;
  progress.show(reference.progress(question.begin, { target: session.target }));
  const outcome = await question.ask(session);
  progress.clear();
  const extra = question.extra?.(outcome) ?? {};
  const told = Object.entries(extra).filter(([, value]) => value !== null && value.length > 0);
  const lines = told.map(([name, value]) => `${name}: ${typeof value === "string" ? value : value?.join(", ")}`);
  report(session, outcome, requestVerdict(outcome, reference), { json: extra, lines });
  if (outcome.kind !== "answered") throw new Answer(1);
}

/** What is told beside outcome, verdict and ladder. */
export interface Told {
  /** Fields of the JSON answer. */
  readonly json: object;
  /** Lines for a person; words of strangers in them are made plain. */
  readonly lines: readonly string[];
}

/** What a person needs beside the verdict: the realm that no password was for, the addresses of a redirection. */
export function hintsOf({ agent, reference }: Session, { code, phrase, response, contacts, kind }: Outcome): string[] {
  const realms = response === null || kind !== "rejected" ? [] : agent.core.realmsWithoutAccount(response);
  const elsewhere = contacts.map(({ uri: target }) =>
    reference.progress("redirected", { code: String(code), phrase, target: plainLine(target, 300) }),
  );
  return [...realms.map((realm) => reference.progress("realm", { realm: plainLine(realm, 100) })), ...elsewhere];
}

/** Prints what became of one thing that was asked for. */
export function report(session: Session, outcome: Outcome, verdict: Verdict, { json, lines }: Told): void {
  const { wire, from, target, flags } = session;
  const ladder = wire.ladder();
  if (flags.json === true) {
    const callId = outcome.response?.callId ?? null;
    printJson({ callId, from, to: target, ...outcomeJson(outcome), ...json, verdict, ladder: ladderJson(ladder) });
  } else {
    const plain = [...hintsOf(session, outcome), ...lines].map((line) => plainLine(line, 400));
    printLines(reportLines(outcome, verdict, ladder, plain));
  }
}

/** The value of a flag as a number of seconds, from 0 to a day; throws a Failure that names the flag. */
export function secondsOf(flag: string, text: string): number {
  const seconds = Number(text);
  if (!(text.trim() !== "" && seconds >= 0 && seconds <= 86_400))
    throw new Failure(2, `${flag} '${text.slice(0, 40)}' must be a number of seconds`);
  return seconds;
}

/** Waits so many seconds, or until `end` is settled. */
export async function stay(seconds: number, end: Promise<unknown>): Promise<void> {
  const enough = Promise.withResolvers<void>();
  const timer = setTimeout(() => enough.resolve(), seconds * 1000);
  await Promise.race([enough.promise, end]);
  clearTimeout(timer);
}

/** A success of a request that is no call is told by its code: nobody "answered the phone". */
export function requestVerdict(outcome: Outcome, reference: Reference): Verdict {
  if (outcome.kind === "canceled") return { title: reference.progress("stopped"), text: "", advice: "" };
  const code = outcome.kind === "answered" && outcome.code !== null ? reference.explain(outcome.code) : null;
  if (code === null) return verdictOf(outcome, reference);
  const { phrase } = outcome;
  return {
    title: reference.furniture("codeTitle", { code: String(code.code), phrase, gloss: code.gloss }),
    text: code.says,
    advice: "",
  };
}
