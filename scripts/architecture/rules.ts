/** The rules that hold the rooms apart. Each takes facts and returns one line per violation, with file and line. */
import { posix } from "node:path";
import type { Room } from "../../src/rooms.ts";
import type { Sighting, SourceFacts } from "./source-facts.ts";

export const LIMITS = { fileLines: 500, functionLines: 80 };
/** What a reader should not have to exceed; worth a look, not a failure. */
export const AIMS = { fileLines: 350, functionLines: 60 };

const NODE_GLOBALS = ["Buffer", "process", "global", "require", "setImmediate", "clearImmediate", "NodeJS"];
const NODE_GLOBAL = new Set([...NODE_GLOBALS, "__dirname", "__filename"]);

/** What a pure room must get through `kernel`, or not at all. */
const IMPURE = new Set([
  ...NODE_GLOBAL,
  ...["setTimeout", "setInterval", "clearTimeout", "clearInterval", "queueMicrotask", "requestAnimationFrame"],
  ...["Date.now", "new Date()", "Date()", "performance", "Temporal.Now", "Math.random", "crypto"],
  ...["console", "fetch", "WebSocket", "XMLHttpRequest", "EventSource", "Worker", "BroadcastChannel"],
  ...[
    "globalThis",
    "window",
    "self",
    "document",
    "navigator",
    "location",
    "localStorage",
    "sessionStorage",
    "indexedDB",
  ],
  ...["eval", "import(…)"],
]);

/** Every violation in these files, which are all the files of the tree. */
export function violations(files: readonly SourceFacts[], rooms: readonly Room[]): string[] {
  return [
    ...files.flatMap((file) => [
      ...placed(file, rooms),
      ...importsInOrder(file, rooms),
      ...importsOutside(file, rooms),
      ...usesAllowed(file, rooms),
      ...tooLong(file, LIMITS),
    ]),
    ...faces(files),
    ...cycles(files),
  ];
}

/** Texts of a language are prose in a list: how long they run is the language's business, and a translator keeps the English file names. */
const PROSE = /^src\/catalogue\/texts\/[a-z-]+\/(?!texts\.ts)/;

/** Files and functions above the given number of lines. */
export function tooLong(file: SourceFacts, limits: typeof LIMITS): string[] {
  const long = file.functions.filter(({ lines }) => lines > limits.functionLines);
  return [
    ...(file.lines > limits.fileLines && !PROSE.test(file.path)
      ? [`${file.path}: ${file.lines} lines, more than ${limits.fileLines}`]
      : []),
    ...long.map((each) => at(file, each, `${each.name} has ${each.lines} lines, more than ${limits.functionLines}`)),
  ];
}

/** The room a file lies in: "" for a file directly in `src`, null outside of it. */
function roomOf(path: string): string | null {
  const [top, room, ...rest] = path.split("/");
  if (top !== "src" || room === undefined) return null;
  return rest.length === 0 ? "" : room;
}

function placed(file: SourceFacts, rooms: readonly Room[]): string[] {
  const room = roomOf(file.path);
  if (room === "") {
    const known = ["src/mod.ts", "src/rooms.ts"].includes(file.path);
    return known ? [] : [`${file.path}: lies in no room`];
  }
  return rooms.some(({ name }) => name === room) ? [] : [`${file.path}: ${room} is not in the list of rooms`];
}

/** Relative imports: only upwards in the list of rooms, and into another room only through its `mod.ts`. */
function importsInOrder(file: SourceFacts, rooms: readonly Room[]): string[] {
  const from = roomOf(file.path);
  const order = rooms.findIndex(({ name }) => name === from);
  return file.imports.filter(isRelative).flatMap((each) => {
    const target = resolved(file, each);
    const to = roomOf(target);
    if (to === from && to !== "") return [];
    const toOrder = rooms.findIndex(({ name }) => name === to);
    if (file.path === "src/rooms.ts" || toOrder === -1) return [at(file, each, `may not import ${target}`)];
    if (from !== "" && toOrder > order) return [at(file, each, `${from} may not import ${to}, which comes after it`)];
    if (rooms[order]?.not?.includes(to ?? "")) return [at(file, each, `${from} may not import ${to}`)];
    if (target !== `src/${to}/mod.ts`) return [at(file, each, `import src/${to}/mod.ts, not ${target}`)];
    return [];
  });
}

/** Imports of Node's modules and of npm packages: only what the room lists. */
function importsOutside(file: SourceFacts, rooms: readonly Room[]): string[] {
  const room = rooms.find(({ name }) => name === roomOf(file.path));
  return file.imports.flatMap((each) => {
    if (isRelative(each)) return [];
    const allowed = each.name.startsWith("node:")
      ? room?.touches === "node"
      : room?.packages.some((name) => each.name === name || each.name.startsWith(`${name}/`));
    return allowed ? [] : [at(file, each, `${room?.name ?? "this file"} may not import ${each.name}`)];
  });
}

function usesAllowed(file: SourceFacts, rooms: readonly Room[]): string[] {
  const room = rooms.find(({ name }) => name === roomOf(file.path));
  if (room?.touches === "node") return [];
  const forbidden = room?.touches === "browser" ? NODE_GLOBAL : IMPURE;
  const seen = file.uses.filter(({ name }) => forbidden.has(name));
  return seen.map((each) => at(file, each, `${room?.name ?? "this file"} may not use ${each.name}`));
}

/** Every room that has a file has a `mod.ts`. */
function faces(files: readonly SourceFacts[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const entered = new Set(files.map(({ path }) => roomOf(path)).filter((room) => room !== "" && room !== null));
  const faceless = [...entered].filter((room) => !paths.has(`src/${room}/mod.ts`));
  return faceless.map((room) => `src/${room}: has no mod.ts`);
}

/** Import cycles between files, types included, each named once. */
function cycles(files: readonly SourceFacts[]): string[] {
  const targets = new Map(
    files.map((file) => [file.path, file.imports.filter(isRelative).map((to) => resolved(file, to))]),
  );
  const done = new Set<string>();
  const trail: string[] = [];
  const found: string[] = [];
  const follow = (path: string): void => {
    const start = trail.indexOf(path);
    if (start !== -1) found.push(`${trail.slice(start).join(" -> ")} -> ${path}: import cycle`);
    if (start !== -1 || done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) follow(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) follow(path);
  return found;
}

function isRelative({ name }: Sighting): boolean {
  return name.startsWith(".");
}

function resolved(file: SourceFacts, { name }: Sighting): string {
  return posix.join(posix.dirname(file.path), name);
}

function at(file: SourceFacts, { line }: Sighting, problem: string): string {
  return `${file.path}:${line}: ${problem}`;
}
