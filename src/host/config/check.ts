import { didYouMean, suggest } from "../suggest.ts";
import { isMisread, type Misread, misreadText } from "./address.ts";
import type { Path } from "./locate.ts";

/** What is wrong with one value of a configuration, and where it stands. One sentence without a full stop. */
export interface Problem {
  readonly path: Path;
  readonly text: string;
}

/** Reads one value. What it does not like it adds to `problems`; then the result is not to be used. */
export type Check<T> = (value: unknown, path: Path, problems: Problem[]) => T;

/** `realm`, `timers.t1`, `listen[2]`. */
function pathText(path: Path): string {
  if (path.length === 0) return "the configuration";
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `'${value.slice(0, 60)}'`;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function wrong<T>(expected: string, value: unknown, path: Path, problems: Problem[]): T {
  problems.push({ path, text: `${pathText(path)} must be ${expected}, not ${describe(value)}` });
  return undefined as T;
}

export const flag: Check<boolean> = (value, path, problems) =>
  typeof value === "boolean" ? value : wrong("true or false", value, path, problems);

export const text: Check<string> = (value, path, problems) =>
  typeof value === "string" && value !== "" ? value : wrong("a non-empty string", value, path, problems);

/** A function; what it takes and returns is checked where the configuration is written, and when it is called. */
export function code<F extends (...args: never[]) => unknown>(): Check<F> {
  return (value, path, problems) =>
    typeof value === "function" ? (value as F) : wrong("a function", value, path, problems);
}

/** A whole number from `least` to `most`; `unit` completes the sentence ("milliseconds"). */
export function whole(least: number, most: number, unit = ""): Check<number> {
  const expected = `a whole number${unit === "" ? "" : ` of ${unit}`} from ${least} to ${most}`;
  return (value, path, problems) => {
    const ok = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    return ok ? value : wrong(expected, value, path, problems);
  };
}

/** One of a few words, with the nearest one suggested. */
export function word<const T extends string>(...words: readonly T[]): Check<T> {
  const expected = words.map((each) => `'${each}'`).join(" or ");
  return (value, path, problems) => {
    if (words.includes(value as T)) return value as T;
    problems.push({
      path,
      text: `${pathText(path)} must be ${expected}, not ${describe(value)}${typeof value === "string" ? didYouMean(value, words) : ""}`,
    });
    return undefined as never;
  };
}

export function list<T>(each: Check<T>): Check<T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return wrong("a list", value, path, problems);
    return value.map((item, i) => each(item, [...path, i], problems));
  };
}

/** Text that another function reads; it returns the reading, or what was wrong with the text. */
export function read<R>(reader: (text: string) => R | Misread): Check<Exclude<R, Misread>> {
  return (value, path, problems) => {
    if (typeof value !== "string") return wrong("a string", value, path, problems);
    const reading = reader(value);
    if (!isMisread(reading)) return reading as Exclude<R, Misread>;
    problems.push({ path, text: `${pathText(path)} '${value.slice(0, 80)}': ${misreadText(reading)}` });
    return undefined as never;
  };
}

type Shape = Readonly<Record<string, Check<unknown>>>;
type Read<S extends Shape> = { [K in keyof S]?: S[K] extends Check<infer T> ? T : never };

/** An object with no other keys than those of `shape`, all optional save the `required` ones. Undefined values count as absent. */
export function record<S extends Shape>(shape: S, required: readonly (keyof S & string)[] = []): Check<Read<S>> {
  return (value, path, problems) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return wrong("an object", value, path, problems);
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (check === undefined) {
        const at = [...path, key];
        const near = suggest(key, Object.keys(shape));
        const meant = near === null ? "" : `; did you mean '${pathText([...path, near])}'?`;
        problems.push({ path: at, text: `unknown key '${pathText(at).slice(0, 80)}'${meant}` });
      } else if (item !== undefined) result[key] = check(item, [...path, key], problems);
    }
    for (const key of required) {
      if ((value as Record<string, unknown>)[key] === undefined)
        problems.push({ path, text: `${pathText([...path, key])} is missing` });
    }
    return result as Read<S>;
  };
}
