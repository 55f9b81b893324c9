import { type AnswerScript, isScriptFault, readDuration, readScript } from "./phone/script.ts";

/** A phone of the called person and what it answers. */
export interface ScenarioPhone {
  readonly name: string;
  readonly script: AnswerScript;
}

/** Who is called and how they answer. */
export interface Scenario {
  /** One group is tried after the other; within a group all ring at once. */
  readonly groups: readonly (readonly ScenarioPhone[])[];
  /** When the caller gives up, in milliseconds after the INVITE; null when it waits. */
  readonly cancelAfterMs: number | null;
  /** True when the proxy follows redirections itself. */
  readonly recurse: boolean;
}

/** Why a scenario cannot be read, and where (line and column from 1). */
export interface ScenarioFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

const MAX_PHONES = 64;
const MAX_LENGTH = 20_000;

/** True when `read` is what went wrong. */
export function isScenarioFault(read: Scenario | ScenarioFault): read is ScenarioFault {
  return "text" in read;
}

/**
 * Reads the short form: phones as `NAME=STEPS` (see `readScript`) separated by white space; `|` between groups that are
 * tried one after the other; `caller=cancel@TIME` lets the caller give up; `recurse` lets the proxy follow redirections.
 * Line ends are white space and `#` begins a comment, so a file may hold the same.
 */
export function readScenario(text: string): Scenario | ScenarioFault {
  if (text.length > MAX_LENGTH)
    return faultAt(text, 0, `a scenario of ${text.length} characters is longer than ${MAX_LENGTH}`);
  const groups: ScenarioPhone[][] = [[]];
  const names = new Set<string>();
  let cancelAfterMs: number | null = null;
  let recurse = false;
  for (const { word, at } of wordsOf(text)) {
    if (word === "|") {
      if (groups.at(-1)?.length === 0) return faultAt(text, at, `there is no phone before this "|"`);
      groups.push([]);
    } else if (word === "recurse") recurse = true;
    else if (word.startsWith("caller=")) {
      cancelAfterMs = readCaller(word.slice(7));
      if (cancelAfterMs === null)
        return faultAt(
          text,
          at + 7,
          `"${word.slice(7)}" is nothing that a caller does (only cancel@TIME, for example cancel@2s)`,
        );
    } else {
      const phone = readPhone(word, names);
      if ("text" in phone) return faultAt(text, at + phone.at, phone.text);
      names.add(phone.name);
      groups.at(-1)?.push(phone);
    }
  }
  if (names.size === 0) return faultAt(text, 0, "a scenario needs at least one phone (for example desk=180@1s+486@3s)");
  if (groups.at(-1)?.length === 0) return faultAt(text, text.lastIndexOf("|"), `there is no phone behind this "|"`);
  if (names.size > MAX_PHONES) return faultAt(text, 0, `${names.size} phones are more than ${MAX_PHONES}`);
  return { groups, cancelAfterMs, recurse };
}

function readPhone(word: string, names: ReadonlySet<string>): ScenarioPhone | { at: number; text: string } {
  const equals = word.indexOf("=");
  const name = equals === -1 ? word : word.slice(0, equals);
  if (equals === -1)
    return {
      at: 0,
      text: `"${word}" has no steps (a phone is NAME=STEPS, for example ${/^[\w-]+$/.test(word) ? word : "desk"}=180@1s+486@3s)`,
    };
  if (!/^[A-Za-z0-9][\w.-]{0,31}$/.test(name))
    return { at: 0, text: `"${name}" is no name for a phone (letters, digits, "-", "_" and ".", at most 32)` };
  if (names.has(name)) return { at: 0, text: `there are two phones called "${name}"` };
  if (equals === word.length - 1) return { at: equals + 1, text: `"${name}" has no steps behind the "="` };
  const script = readScript(word.slice(equals + 1));
  return isScriptFault(script) ? { at: equals + 1 + script.at, text: script.text } : { name, script };
}

function readCaller(deed: string): number | null {
  return deed.startsWith("cancel@") ? readDuration(deed.slice(7)) : null;
}

/** The words of a scenario and where they begin; comments left out, `|` a word even without space around it. */
function* wordsOf(text: string): Generator<{ word: string; at: number }> {
  for (const found of text.matchAll(/#[^\n]*|\||[^\s|#]+/g)) {
    if (!found[0].startsWith("#")) yield { word: found[0], at: found.index };
  }
}

function faultAt(text: string, at: number, problem: string): ScenarioFault {
  const before = text.slice(0, Math.max(0, at));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n"), text: problem };
}
