import { isToken } from "./chars.ts";
import { toOctets } from "./octets.ts";

/** Header fields by name, as a program writes them; a list makes one line each. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** `value` as octets. Throws a TypeError when it holds a line end, which would smuggle in lines; `name` says whose it is. */
export function lineOf(name: string, value: string): string {
  if (/[\r\n\0]/.test(value)) throw new TypeError(`the value of ${name} holds a line end`);
  return toOctets(value);
}

/** Whole header lines. Throws a TypeError for a name that is no token and for a value with a line end. */
export function headerLines(headers: Headers | undefined): string {
  if (headers === undefined) return "";
  let lines = "";
  for (const [name, values] of Object.entries(headers)) {
    if (!isToken(name)) throw new TypeError(`"${name}" is no header name`);
    for (const value of typeof values === "object" ? values : [values]) lines += `${name}: ${lineOf(name, value)}\r\n`;
  }
  return lines;
}
