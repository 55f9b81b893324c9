/** One answer at one moment. */
export interface Step {
  /** Milliseconds after the request arrived. */
  readonly afterMs: number;
  readonly status: number;
  /** A phrase of the phone's own when absent. */
  readonly phrase?: string;
  /** Contacts to send along (a redirection's targets), as they stand in the header. */
  readonly contacts?: readonly string[];
  /** Further header lines without line ends. */
  readonly headers?: readonly string[];
  /** Another To tag than the phone's usual one: as from a fork behind it. */
  readonly tag?: string;
}

/** How a phone treats a CANCEL for an INVITE it has not answered. */
export type OnCancel =
  /** 200 to the CANCEL, then 487. */
  | "ends"
  /** Not a word, and it rings on. */
  | "ignores"
  /** 200 to the CANCEL and no 487; it rings on. */
  | "rings on"
  /** 200 to the CANCEL, then the steps of `afterCancel`. */
  | "scripted";

/** What a phone answers to a request, known beforehand. */
export interface AnswerScript {
  readonly steps: readonly Step[];
  readonly onCancel: OnCancel;
  /** Steps that run after a CANCEL; times count from its arrival. */
  readonly afterCancel: readonly Step[];
}

/** What a script's text lacks, and at which character (from 0). */
export interface ScriptFault {
  readonly at: number;
  readonly text: string;
}

/** True when a script could not be read. */
export function isScriptFault(script: AnswerScript | ScriptFault): script is ScriptFault {
  return "text" in script;
}

const MAX_STEPS = 32;
const MAX_DELAY = 600_000;

/**
 * Reads `180@1s+486@3s`: steps joined by `+`, each `STATUS@TIME` since the request arrived, with `>` and contacts for a
 * redirection (`302@1s>sip:a@example.com,tel:+49301`; a "+" elsewhere in a URI is written %2B). `silent` never answers. Of a
 * CANCEL: `ignores-cancel`, `rings-on` (200 to the CANCEL, no 487) and `late:200@1s` (that answer, so long after the
 * CANCEL). A second 2xx comes with a tag of its own, as from a fork behind the phone.
 */
export function readScript(text: string): AnswerScript | ScriptFault {
  const steps: Step[] = [];
  const afterCancel: Step[] = [];
  let onCancel: OnCancel = "ends";
  let silent = false;
  let at = 0;
  for (const word of text.split(/(?<!:)\+/)) {
    if (word === "silent") silent = true;
    else if (word === "ignores-cancel") onCancel = "ignores";
    else if (word === "rings-on") onCancel = "rings on";
    else {
      const late = word.startsWith("late:");
      const step = readStep(late ? word.slice(5) : word, late ? at + 5 : at);
      if ("text" in step) return step;
      if (late) onCancel = "scripted";
      (late ? afterCancel : steps).push(step);
    }
    at += word.length + 1;
  }
  if (steps.length > MAX_STEPS) return { at: 0, text: `${steps.length} steps are more than ${MAX_STEPS}` };
  if (silent && steps.length > 0)
    return { at: text.indexOf("silent"), text: `"silent" answers nothing, so no step can stand beside it` };
  return { steps: withOwnTags(steps), onCancel, afterCancel };
}

/** Later 2xx answers get tags of their own; everything else shares the phone's. */
function withOwnTags(steps: readonly Step[]): Step[] {
  let successes = 0;
  return steps.map((step) => {
    const again = step.status >= 200 && step.status < 300 && ++successes > 1;
    return again ? { ...step, tag: `fork${successes}` } : step;
  });
}

function readStep(word: string, at: number): Step | ScriptFault {
  const [main = "", contacts] = splitOnce(word, ">");
  const [status = "", time] = splitOnce(main, "@");
  const code = Number(status);
  if (!/^\d+$/.test(status))
    return { at, text: `"${status}" is no status code (a step is STATUS@TIME, for example 486@3s, or silent)` };
  if (code < 100 || code > 699) return { at, text: `${code} is no status code from 100 to 699` };
  const delay = time === undefined ? 0 : readDuration(time);
  if (delay === null)
    return { at: at + status.length + 1, text: `"${time}" is no time (for example 3s, 1.5s or 200ms)` };
  if (delay > MAX_DELAY) return { at: at + status.length + 1, text: `${time} is longer than ten minutes` };
  if (contacts === undefined) return { afterMs: delay, status: code };
  const list = contacts.split(",");
  const bad = list.find((uri) => !/^(sips?|tel):[^\s<>]+$/i.test(uri));
  if (bad !== undefined) return { at: at + main.length + 1, text: `"${bad}" is no sip:, sips: or tel: URI` };
  return { afterMs: delay, status: code, contacts: list.map((uri) => `<${uri}>`) };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `3s`, `1.5s`, `200ms`, `2m`, or a bare number of seconds, in milliseconds; null when it is none of them. */
export function readDuration(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text);
  if (found === null) return null;
  const unit = found[2] === "ms" ? 1 : found[2] === "m" ? 60_000 : 1000;
  return Math.round(Number(found[1]) * unit);
}
