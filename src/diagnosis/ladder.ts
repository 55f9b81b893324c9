import { clipped, Header, type Message, parseMessage, printable } from "../syntax/mod.ts";

/** One message on its way, as the lab, a capture or the live server saw it. */
export interface Passage {
  /** Milliseconds; only differences count. */
  readonly at: number;
  /** What the sender is called: a name, or `host:port`. */
  readonly from: string;
  readonly to: string;
  /** The whole message, latin1. */
  readonly text: string;
  /** What became of it when that is not its arrival: "lost", "refused". Absent or empty otherwise. */
  readonly note?: string;
}

/** One rung: a message with the line that a person reads. */
export interface Rung {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** For example `INVITE sip:bob@example.com SDP`, `486 Busy Here`, `200 OK (BYE)`; printable characters only. */
  readonly summary: string;
  readonly raw: string;
  /** True when the same octets went the same way before. */
  readonly retransmission: boolean;
  readonly note: string;
}

/** Messages between participants, ready to be drawn. */
export interface Ladder {
  /** In order of first appearance, from left to right. */
  readonly participants: readonly string[];
  readonly messages: readonly Rung[];
}

const MAX_SUMMARY = 60;
/** More columns than this do not fit a screen; the drawing becomes a list. */
const MAX_COLUMNS = 9;
const LEAST_GAP = 12;

/** Orders nothing and drops nothing: one rung per passage, with summaries and retransmissions marked. */
export function buildLadder(passages: readonly Passage[]): Ladder {
  const participants: string[] = [];
  const known = new Set<string>();
  const seen = new Set<string>();
  const messages: Rung[] = [];
  for (const { at, from, to, text, note } of passages) {
    for (const name of [from, to]) {
      if (known.has(name)) continue;
      known.add(name);
      participants.push(name);
    }
    const key = `${from}\n${to}\n${text}`;
    messages.push({
      at,
      from,
      to,
      summary: summarize(text),
      raw: text,
      retransmission: seen.has(key),
      note: note ?? "",
    });
    seen.add(key);
  }
  return { participants, messages };
}

/** What a person calls this message, in at most 60 printable characters. */
export function summarize(text: string): string {
  const message = parseMessage(text);
  if (message === null) {
    const line = text.trim() === "" ? `keepalive of ${text.length} octets` : printable(text);
    return line.slice(0, MAX_SUMMARY);
  }
  const line = message.isRequest
    ? `${message.method} ${message.requestUri}`
    : `${message.status} ${message.reason}${ofMethod(message)}`;
  const shown = clipped(printable(line), MAX_SUMMARY - 4);
  return carriesSdp(message) ? `${shown} SDP` : shown;
}

function ofMethod(message: Message): string {
  return message.method === "INVITE" || message.method === "" ? "" : ` (${message.method})`;
}

function carriesSdp(message: Message): boolean {
  return message.body !== "" && (message.value(Header.ContentType) ?? "").toLowerCase().startsWith("application/sdp");
}

/**
 * The ladder as text: times in seconds since the first message, one column per participant, `*` for a retransmission,
 * `x` in the place of the arrow's head for a message that did not arrive. Every line ends in a line feed.
 */
export function drawLadder(ladder: Ladder): string {
  if (ladder.messages.length === 0) return "(no messages)\n";
  const { participants } = ladder;
  if (participants.length < 2 || participants.length > MAX_COLUMNS) return drawList(ladder);
  const columns = placeColumns(ladder);
  const last = columns[columns.length - 1] as number;
  const rail = participants.reduce((line, _, i) => put(line, columns[i] as number, "|"), " ".repeat(last + 1));
  let out = `${headings(participants, columns)}\n`;
  const start = (ladder.messages[0] as Rung).at;
  for (const rung of ladder.messages) {
    const from = columns[participants.indexOf(rung.from)] as number;
    const to = columns[participants.indexOf(rung.to)] as number;
    const drawn =
      from === to ? `${put(rail, from, `+ ${label(rung)}`)}` : put(rail, Math.min(from, to) + 1, arrow(rung, from, to));
    out += `${seconds(rung.at - start)} ${drawn.trimEnd()}${rung.note === "" ? "" : `  ${rung.note}`}\n`;
  }
  return out;
}

function headings(participants: readonly string[], columns: readonly number[]): string {
  let line = "";
  for (let i = 0; i < participants.length; i++) {
    const name = clipped(printable(participants[i] as string), 40);
    const middle = TIME_WIDTH + 1 + (columns[i] as number);
    line = line.padEnd(Math.max(line.length + (i === 0 ? 0 : 1), middle - Math.floor(name.length / 2))) + name;
  }
  return line;
}

/** Offsets of the rails: each pair of neighbours as far apart as their names and the messages between them need. */
function placeColumns({ participants, messages }: Ladder): number[] {
  const gaps = participants.slice(1).map((name, i) => {
    const names = (Math.min(40, name.length) + Math.min(40, (participants[i] as string).length)) / 2;
    return Math.max(LEAST_GAP, Math.ceil(names) + 2);
  });
  for (const rung of messages) {
    const a = participants.indexOf(rung.from);
    const b = participants.indexOf(rung.to);
    const left = Math.min(a, b);
    const span = Math.abs(a - b);
    const need = label(rung).length + 7;
    let have = 0;
    for (let i = left; i < left + span; i++) have += gaps[i] as number;
    for (let i = left; i < left + span && have < need; i++) {
      const more = Math.ceil((need - have) / (left + span - i));
      gaps[i] = (gaps[i] as number) + more;
      have += more;
    }
  }
  const columns = [Math.ceil(Math.min(40, (participants[0] as string).length) / 2)];
  for (const gap of gaps) columns.push((columns[columns.length - 1] as number) + gap);
  return columns;
}

function label(rung: Rung): string {
  return rung.retransmission ? `${rung.summary} *` : rung.summary;
}

/** The characters between the two rails. */
function arrow(rung: Rung, from: number, to: number): string {
  const width = Math.abs(from - to) - 1;
  const text = ` ${label(rung)} `;
  const dashes = Math.max(0, width - text.length - 1);
  const left = Math.ceil(dashes / 2);
  const shaft = `${"-".repeat(left)}${text}${"-".repeat(dashes - left)}`;
  const lost = rung.note !== "";
  return from < to ? `${shaft}${lost ? "x" : ">"}` : `${lost ? "x" : "<"}${shaft}`;
}

function drawList({ messages }: Ladder): string {
  const start = (messages[0] as Rung).at;
  const width = (pick: (rung: Rung) => string): number =>
    Math.min(40, Math.max(...messages.map((rung) => pick(rung).length)));
  const left = width((rung) => rung.from);
  const right = width((rung) => rung.to);
  let out = "";
  for (const rung of messages) {
    const ends = `${printable(rung.from).padEnd(left)} -> ${printable(rung.to).padEnd(right)}`;
    out += `${seconds(rung.at - start)} ${ends}  ${label(rung)}${rung.note === "" ? "" : `  ${rung.note}`}\n`;
  }
  return out;
}

const TIME_WIDTH = 9;

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3).padStart(TIME_WIDTH);
}

function put(line: string, at: number, text: string): string {
  return line.slice(0, at) + text + line.slice(at + text.length);
}
