/** Texts of one language with their placeholders filled: Unicode MessageFormat 2. */

import { MessageFormat } from "messageformat";
import type { LocaleEntry } from "../catalogue/mod.ts";
import { unmarked } from "./samples.ts";

/** `marked` keeps the backticks round protocol samples, `plain` takes them away. */
export type Samples = "marked" | "plain";

/** Codes are given as text, so that no locale groups or replaces their digits; numbers are for counting. */
export type Arguments = Readonly<Record<string, string | number>>;

export class Messages {
  private readonly tag: string;
  private readonly bidiIsolation: "none" | "default";
  private readonly samples: Samples;
  /** By source text: as many as the locale has texts with placeholders. */
  private readonly compiled = new Map<string, MessageFormat>();

  constructor(entry: Pick<LocaleEntry, "tag" | "direction">, samples: Samples) {
    this.tag = entry.tag;
    // Isolates would travel into the JSON and the terminal; a language written left to right needs none round SIP's words.
    this.bidiIsolation = entry.direction === "ltr" ? "none" : "default";
    this.samples = samples;
  }

  /** The text for a reader. Throws where the text is malformed or names a placeholder that `args` does not fill. */
  say(source: string, args: Arguments = {}): string {
    const text = isStatic(source) ? unescaped(source) : this.message(source).format(args, rethrow);
    return this.samples === "plain" ? unmarked(text) : text;
  }

  private message(source: string): MessageFormat {
    let message = this.compiled.get(source);
    if (message === undefined) {
      message = new MessageFormat(this.tag, source, { bidiIsolation: this.bidiIsolation });
      this.compiled.set(source, message);
    }
    return message;
  }
}

/** Most texts say the same every time: they need no parser. A declaration or a match begins with a full stop. */
function isStatic(source: string): boolean {
  if (source.includes("\\")) return !source.replaceAll(/\\./g, "").includes("{") && !source.trimStart().startsWith(".");
  return !source.includes("{") && !source.trimStart().startsWith(".");
}

function unescaped(source: string): string {
  return source.includes("\\") ? source.replaceAll(/\\([\\{|}])/g, "$1") : source;
}

function rethrow(error: unknown): never {
  throw error;
}

/** Sentences one after the other: with a space, except after the full-width marks of Chinese and Japanese, which bring their own. */
export function inSequence(sentences: readonly string[]): string {
  let text = "";
  for (const sentence of sentences) {
    if (sentence === "") continue;
    text += text === "" || /[。！？；：」』）]$/.test(text) ? sentence : ` ${sentence}`;
  }
  return text;
}
