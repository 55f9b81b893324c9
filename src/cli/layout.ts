/** Text for a terminal: widths in columns, lines that fit, an accent where the terminal has colours. */

/** One hue per page. `plain` has none of it: the same text without escapes. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly accent: (text: string) => string;
}

const PLAIN: Ink = { strong: (text) => text, faint: (text) => text, accent: (text) => text };

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text.trim() === "" ? text : `\x1b[${on}m${text}\x1b[${off}m`;

/** A hue for each class of responses, by the first character of its name. */
const HUES: Readonly<Record<string, number>> = { 1: 34, 2: 32, 3: 36, 4: 33, 5: 31, 6: 35 };

/** The ink of a page about this class (`6xx`). */
export function inkFor(className: string, colours: boolean): Ink {
  if (!colours) return PLAIN;
  return { strong: sgr(1, 22), faint: sgr(2, 22), accent: sgr(HUES[className.charAt(0)] ?? 39, 39) };
}

export interface Terminal {
  readonly columns: number;
  readonly colours: boolean;
}

const WIDEST = 80;
const NARROWEST = 40;

/** What standard output shows (a terminal that does not know its width says 0): colours on a terminal only, and not where NO_COLOR or a dumb terminal forbids them. */
export function terminalOf(
  output: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const { NO_COLOR: noColor = "", TERM: term } = environment;
  const isTTY = output.isTTY === true;
  const columns = isTTY ? Math.min(WIDEST, Math.max(NARROWEST, output.columns || WIDEST)) : WIDEST;
  return { columns, colours: isTTY && noColor === "" && term !== "dumb" };
}

/** Wide and full-width characters (UAX #11), Hangul, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Backticks set samples off until the line is drawn; they take no room. */
const NO_ROOM = /[\p{Mn}\p{Me}`]/u;
const ASCII = /^[\x20-\x7e]*$/;

/** Columns a text takes. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length - (text.includes("`") ? text.split("`").length - 1 : 0);
  let width = 0;
  for (const character of text) width += NO_ROOM.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** `text` followed by spaces up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** May not begin a line. */
const CLOSING = /^[。，、；：！？）」』】》”’%…,.;:!?)\]]/u;
/** May not end one. */
const OPENING = /[（「『【《“‘([]$/u;

/** What a line may be broken between: words with the space before them, wide characters one by one. */
function unbreakable(text: string): string[] {
  const parts: string[] = [];
  for (const word of text.split(/(?<=[^ ])(?= )/u)) {
    for (const part of WIDE.test(word) ? word.split(/(?<=.)(?=.)/su) : [word]) {
      const before = parts.at(-1);
      if (before !== undefined && isJoined(before, part)) parts[parts.length - 1] = before + part;
      else parts.push(part);
    }
  }
  return parts;
}

function isJoined(before: string, part: string): boolean {
  if (part.startsWith(" ")) return false; // a no-break space is none
  const [end, start] = [before.replaceAll("`", ""), part.replaceAll("`", "")];
  if (end.trim() === "" || start === "" || CLOSING.test(start) || OPENING.test(end)) return true;
  return !WIDE.test(end.slice(-1)) && !WIDE.test(start);
}

/** Lines of at most `width` columns; only a word longer than that is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of unbreakable(text.replace(/[ \t\r\n]+/g, " ").trim())) {
    if (widthOf(line + part) <= width) {
      line += part;
      continue;
    }
    if (line.trim() !== "") lines.push(line);
    line = part.trimStart();
    while (widthOf(line) > width) {
      const [head, rest] = cut(line, width);
      lines.push(head);
      line = rest;
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line);
  return lines;
}

function cut(text: string, width: number): [string, string] {
  let head = "";
  for (const character of text) {
    if (widthOf(head + character) > width) break;
    head += character;
  }
  return [head, text.slice(head.length)];
}

/** Lines with their samples inked; a sample that goes on in the next line is inked there too. */
export function inked(lines: readonly string[], ink: Ink): string[] {
  let isSample = false;
  return lines.map((line) =>
    line
      .split("`")
      .map((part, i) => {
        if (i > 0) isSample = !isSample;
        return isSample ? ink.accent(part) : part;
      })
      .join(""),
  );
}

/** A paragraph, each line behind `indent` spaces. */
export function paragraph(text: string, { columns }: Terminal, ink: Ink, indent = 2): string[] {
  return inked(wrap(text, columns - indent), ink).map((line) => " ".repeat(indent) + line);
}

/** Labels in one column, their texts in another; both are wrapped. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  { columns }: Terminal,
  ink: Ink,
  indent = 2,
): string[] {
  const most = Math.floor((columns - indent) * 0.3);
  const width = Math.min(most, Math.max(0, ...rows.map(([label]) => widthOf(label))));
  return rows.flatMap(([label, text]) => {
    const left = wrap(label, width);
    const right = inked(wrap(text, columns - indent - width - 2), ink);
    const height = Math.max(left.length, right.length);
    return Array.from({ length: height }, (_, i) => {
      const shown = ink.faint(padTo(left[i] ?? "", width));
      return `${" ".repeat(indent)}${shown}  ${right[i] ?? ""}`.trimEnd();
    });
  });
}

/** Numbered points, each with lines that hang below its text. */
export function hanging(mark: string, text: string, terminal: Terminal, ink: Ink, indent = 2): string[] {
  const width = widthOf(mark) + 1;
  return paragraph(text, terminal, ink, indent + width).map((line, i) =>
    i === 0 ? `${" ".repeat(indent)}${ink.faint(mark)} ${line.slice(indent + width)}` : line,
  );
}

/** A command to type next and, where there is room, what it is about. */
export function commandLine(command: string, about: string, { columns }: Terminal, ink: Ink): string {
  const fits = 2 + widthOf(command) + 3 + widthOf(about) <= columns;
  return fits ? `  ${command}   ${ink.faint(about)}` : `  ${command}`;
}
