/** What is asked comes from strangers: pasted logs, addresses, files. */

/** C0 without tab and line ends, DEL, C1, line and paragraph separators, direction marks and overrides, invisible ones. */
const UNPRINTABLE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/g;
/** What a terminal takes for a command goes as a whole: without the escape the rest would stay as text. */
const TERMINAL_COMMANDS = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `text` with its lines kept and what could steer a terminal or hide in a page removed; at most `limit` characters. */
export function plainLines(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(TERMINAL_COMMANDS, "")
    .replace(UNPRINTABLE, "")
    .replace(LONE_SURROGATES, "")
    .replace(/\r\n?/g, "\n");
}

/** The same on one line, runs of white space as one space; `~` stands for what was cut. */
export function plainLine(text: string, limit: number): string {
  const line = plainLines(text, limit * 8)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= limit && text.length <= limit * 8
    ? line
    : `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}~`;
}
