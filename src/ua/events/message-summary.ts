export const MESSAGE_SUMMARY = "application/simple-message-summary";

/** How many messages of one kind wait (RFC 3842 §3.5). */
export interface MessageCount {
  readonly new: number;
  readonly old: number;
  readonly urgentNew?: number;
  readonly urgentOld?: number;
}

/** Whether messages wait, and how many of which kind. */
export interface MessageSummary {
  readonly waiting: boolean;
  /** The account's URI; null when it is not named. */
  readonly account?: string | null;
  /** By message-context-class, in its usual spelling: `Voice-Message`, `Fax-Message`. */
  readonly counts?: Readonly<Record<string, MessageCount>>;
}

const MAX_COUNT = 4294967295;
const MAX_CLASSES = 32;

/** The body of a NOTIFY of `message-summary`. Throws a RangeError on a count that is none. */
export function writeMessageSummary({ waiting, account = null, counts = {} }: MessageSummary): string {
  let body = `Messages-Waiting: ${waiting ? "yes" : "no"}\r\n`;
  if (account !== null) body += `Message-Account: ${account.replace(/[\r\n]/g, " ")}\r\n`;
  for (const [kind, { new: fresh, old, urgentNew, urgentOld }] of Object.entries(counts)) {
    if (!/^[A-Za-z0-9-]{1,64}$/.test(kind)) throw new RangeError(`"${kind}" is no message context class`);
    body += `${kind}: ${count(fresh)}/${count(old)}`;
    if (urgentNew !== undefined || urgentOld !== undefined)
      body += ` (${count(urgentNew ?? 0)}/${count(urgentOld ?? 0)})`;
    body += "\r\n";
  }
  return body;
}

function count(number: number): number {
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`${number} is no number of messages`);
  return Math.min(number, MAX_COUNT);
}

/** Reads such a body; null when it does not say whether messages wait. */
export function readMessageSummary(body: string): MessageSummary | null {
  let waiting: boolean | null = null;
  let account: string | null = null;
  const counts: Record<string, MessageCount> = {};
  for (const line of body.slice(0, 8192).split(/\r?\n/)) {
    if (line === "") break; // message headers follow
    const [, name = "", value = ""] = /^([A-Za-z0-9-]{1,64})[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const numbers =
      /^(\d{1,10})[ \t]*\/[ \t]*(\d{1,10})(?:[ \t]*\([ \t]*(\d{1,10})[ \t]*\/[ \t]*(\d{1,10})[ \t]*\))?[ \t]*$/.exec(
        value,
      );
    if (name.toLowerCase() === "messages-waiting") waiting = value.trim().toLowerCase() === "yes";
    else if (name.toLowerCase() === "message-account") account = value.trim();
    else if (numbers !== null && Object.keys(counts).length < MAX_CLASSES) {
      const [fresh = 0, old = 0, urgentNew = 0, urgentOld = 0] = numbers
        .slice(1)
        .map((each) => Math.min(Number(each ?? 0), MAX_COUNT));
      counts[name] = { new: fresh, old, ...(numbers[3] === undefined ? {} : { urgentNew, urgentOld }) };
    }
  }
  return waiting === null ? null : { waiting, account, counts };
}
