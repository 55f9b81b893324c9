import { isToken, toOctets } from "../syntax/mod.ts";

export { fromOctets, toOctets } from "../syntax/mod.ts";

/** Header fields by name; a list makes one line each. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Whole header lines. Throws on a name that is no token and on a value with a line end, which would smuggle in others. */
export function headerLines(headers: Headers | undefined): string {
  if (headers === undefined) return "";
  let lines = "";
  for (const [name, values] of Object.entries(headers)) {
    if (!isToken(name)) throw new TypeError(`"${name}" is no header name`);
    for (const value of typeof values === "string" ? [values] : values) {
      if (/[\r\n\0]/.test(value)) throw new TypeError(`the value of ${name} holds a line end`);
      lines += `${name}: ${toOctets(value)}\r\n`;
    }
  }
  return lines;
}
