/** What `explain` and `compare` share: the language, the reference, and how a reader is told that nothing was found. */

import type { Locale } from "../catalogue/mod.ts";
import {
  type CodeSummary,
  localeNamed,
  localeOfEnvironment,
  locales,
  openReference,
  type Reading,
  type Reference,
} from "../reference/mod.ts";
import { plainJson } from "../syntax/mod.ts";
import { Failure } from "./command.ts";
import { type Terminal, terminalOf } from "./layout.ts";

export interface AskFlags {
  readonly lang?: string;
  readonly json?: boolean;
}

export const LANG_OPTION = [
  "--lang <language>",
  "language of the texts (default: that of LC_ALL, LC_MESSAGES, LANG)",
] as const;

export function terminal(): Terminal {
  return terminalOf(process.stdout, process.env);
}

/** The reference in the language asked for: with samples marked for a terminal to show, plain for JSON. */
export async function openAsked(flags: AskFlags): Promise<Reference> {
  return await openReference(localeAsked(flags.lang), { samples: flags.json === true ? "plain" : "marked" });
}

function localeAsked(lang: string | undefined): Locale {
  if (lang === undefined) return localeOfEnvironment(process.env);
  const locale = localeNamed(lang);
  if (locale === null) throw new Failure(2, `--lang '${lang.slice(0, 40)}' must be one of ${locales().join(", ")}`);
  return locale;
}

/** One line: what is not there, what a user agent takes it for, what was likely meant. */
export function notFound({ asked, unknown, suggestions, cause: read }: Reading): Failure {
  if (read !== null) return new Failure(1, `${read.cause} is no Q.850 cause, which go from 1 to 127`);
  const meant = suggestions.filter(({ code }) => code !== unknown?.treatedAs?.code).map(named);
  const near = meant.length === 0 ? "" : `; did you mean ${either(meant)}?`;
  if (unknown === null) return new Failure(1, `nothing fits '${asked}'${near}`);
  const { code, treatedAs, cause } = unknown;
  if (treatedAs === null) {
    const isdn =
      cause === null ? near : `; did you mean q850:${code} (${cause})${meant.length === 0 ? "" : ` or ${meant[0]}`}?`;
    return new Failure(1, `${code} is no SIP response code, which go from 100 to 699${isdn}`);
  }
  const treated = `a user agent treats it as ${named(treatedAs)} (RFC 3261 §8.1.3.2)`;
  return new Failure(1, `${code} is in no registry; ${treated}${near}`);
}

/** `486 Busy Here`. */
export function named({ code, phrase }: Pick<CodeSummary, "code" | "phrase">): string {
  return `${code} ${phrase}`;
}

/** `a, b or c`. */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

export function printJson(data: object): void {
  process.stdout.write(`${plainJson(data)}\n`);
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
