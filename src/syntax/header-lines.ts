import { isToken } from "./chars.ts";
import { toOctets } from "./octets.ts";

/** Header fields by name, as a program writes them; a list makes one line each. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Whole header lines. Throws on a name that is no token and on a value with a line end, which would smuggle in others. */
export function headerLines(headers: Headers | undefined): string {
  if (headers === undefined) return "";
  let lines = "";
  for (const [name, values] of Object.entries(headers)) {
    if (!isToken(name)) throw new TypeError(`"${name}" is no header name`);
    for (const value of typeof values === "object" ? values : [values]) {
      if (/[\r\n\0]/.test(value)) throw new TypeError(`the value of ${name} holds a line end`);
      lines += `${name}: ${toOctets(value)}\r\n`;
    }
  }
  return lines;
}
