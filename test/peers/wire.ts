/** SIP as a client reports it: enough of each message to say what the client saw. */

export interface WireMessage {
  readonly received: boolean;
  readonly transport: "UDP" | "TCP";
  /** First line. */
  readonly start: string;
  /** Method of the CSeq header field. */
  readonly method: string;
  /** Status code; null for a request. */
  readonly status: number | null;
  readonly text: string;
}

const STATUS = /^SIP\/2\.0 (\d{3})/;
const CSEQ = /^CSeq:\s*\d+\s+(\S+)/im;

/** Reads one message; null when the text is none. */
export function wireMessage(received: boolean, transport: "UDP" | "TCP", lines: readonly string[]): WireMessage | null {
  const start = lines[0]?.trim() ?? "";
  const text = lines.join("\n");
  const method = CSEQ.exec(text)?.[1];
  if (method === undefined || !start.includes("SIP/2.0")) return null;
  const status = STATUS.exec(start)?.[1];
  return { received, transport, start, method, status: status === undefined ? null : Number(status), text };
}

/** Status codes received for requests of one method, provisional ones of no interest left out. */
export function finals(messages: readonly WireMessage[], method: string): number[] {
  return messages
    .filter((message) => message.received && message.method === method && (message.status ?? 0) >= 200)
    .map((message) => message.status as number);
}

/** One line per message: what evidence needs most of the time. */
export function summary(message: WireMessage): string {
  return `${message.transport} ${message.received ? "in " : "out"} ${message.start} (${message.method})`;
}

/** The last message received, in full: the one that most often explains a failure. */
export function lastReceived(messages: readonly WireMessage[]): readonly string[] {
  const last = messages.findLast((message) => message.received);
  return last === undefined ? [] : ["last message received:", ...last.text.trimEnd().split(/\r?\n/)];
}
