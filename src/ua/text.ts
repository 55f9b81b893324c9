import { octets } from "../auth/mod.ts";
import { isToken } from "../syntax/mod.ts";

/** Header fields by name; a list makes one line each. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

const utf8 = new TextDecoder();

/** Text as it travels: UTF-8, one character per octet. */
export function toOctets(text: string): string {
  return octets(text);
}

/** What travelled, as text; octets that are no UTF-8 become U+FFFD. */
export function fromOctets(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length && plain; i++) plain = text.charCodeAt(i) < 128;
  if (plain) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return utf8.decode(bytes);
}

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
