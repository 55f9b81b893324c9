/** One step into a configuration: a key of an object, or an index of an array. */
export type Path = readonly (string | number)[];

/**
 * The line (from 1) on which the value at `path` is written in the source text of a configuration, found by reading the
 * object literals of the text; comments, strings and regular text inside them are skipped. When the configuration is
 * computed rather than written, the line of the innermost enclosing key that is, else null.
 */
export function lineOf(source: string, path: Path): number | null {
  const wanted = path.filter((step) => typeof step === "string");
  const places = keyPlaces(source);
  for (let length = wanted.length; length > 0; length--) {
    const place = places.find((each) => endsWith(each.path, wanted.slice(0, length)));
    if (place !== undefined)
      return lineAt(source, length === wanted.length ? elementAfter(source, place.at, path) : place.at);
  }
  return null;
}

interface Place {
  readonly path: readonly string[];
  readonly at: number;
}

/** The keys that enclose a place may themselves be enclosed (by `export default { … }`, by a helper's argument), so the end decides. */
function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return path.length >= end.length && end.every((step, i) => path[path.length - end.length + i] === step);
}

/** Shorthand keys, `key:` and `key()`: whatever may begin a property. Strings and comments first, so that they win. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[A-Za-z_$][\w$]*|[{}[\]():,]/g;

function keyPlaces(source: string): Place[] {
  const places: Place[] = [];
  const enclosing: { key: string | null; bracket: string }[] = [];
  let pending: { name: string; at: number } | null = null; // a name or string that may turn out to be a key
  let opened: string | null = null; // the key whose value begins
  const keys = (): string[] => enclosing.flatMap((each) => (each.key === null ? [] : [each.key]));
  for (const match of source.matchAll(TOKEN)) {
    const token = match[0];
    if (token.startsWith("//") || token.startsWith("/*")) continue;
    const inObject = enclosing.at(-1)?.bracket === "{";
    if (":,(}".includes(token) && pending !== null && inObject) {
      places.push({ path: [...keys(), pending.name], at: pending.at });
      opened = token === ":" || token === "(" ? pending.name : null;
    } else if (token === ",") opened = null;
    pending = null;
    if ("{[(".includes(token)) {
      enclosing.push({ key: opened, bracket: token });
      opened = null;
    } else if ("}])".includes(token)) {
      enclosing.pop();
      opened = null;
    } else if (inObject && opened === null && !":,".includes(token)) {
      pending = { name: /^["'`]/.test(token) ? token.slice(1, -1) : token, at: match.index };
    }
  }
  return places;
}

/** For a path that ends in an index: where that element of the list after `at` begins, when it is written there. */
function elementAfter(source: string, at: number, path: Path): number {
  const index = path.at(-1);
  const open = source.indexOf("[", at);
  if (typeof index !== "number" || open === -1) return at;
  let count = 0;
  for (const match of source.slice(open + 1).matchAll(TOKEN)) {
    const token = match[0];
    if (token === "]") break;
    if (token === ",") count++;
    else if (count === index && !token.startsWith("/")) return open + 1 + match.index;
  }
  return at;
}

function lineAt(source: string, at: number): number {
  let line = 1;
  for (let i = source.indexOf("\n"); i !== -1 && i < at; i = source.indexOf("\n", i + 1)) line++;
  return line;
}
