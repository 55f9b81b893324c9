/** What is asked comes from strangers: pasted logs, addresses, files. */

import { clipped, withoutControls } from "../syntax/mod.ts";

/** `text` with its lines kept and what could steer a terminal or hide in a page removed; at most `limit` characters. */
export function plainLines(text: string, limit: number): string {
  return withoutControls(text.slice(0, limit)).replace(/\r\n?/g, "\n");
}

/** The same on one line, runs of white space as one space; `~` stands for what was cut. */
export function plainLine(text: string, limit: number): string {
  const line = plainLines(text, limit * 8)
    .replace(/\s+/g, " ")
    .trim();
  return clipped(text.length <= limit * 8 ? line : `${line}~`, limit);
}
