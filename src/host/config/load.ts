import { existsSync, readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, dirname, extname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { plainText } from "../../diagnosis/mod.ts";
import { didYouMean } from "../suggest.ts";
import { lineOf } from "./locate.ts";
import { type ReadConfig, readConfig } from "./schema.ts";

/** The file looked for in the working directory when no `--config` names another. */
export const CONFIG_NAME = "ringback.config.ts";

/** A configuration that could be read, and every file that went into it (the first one is the configuration itself). */
export interface LoadedConfig {
  readonly file: string;
  readonly files: readonly string[];
  readonly config: ReadConfig;
}

/** Why a configuration could not be used, in one line that names the file and, when known, the line. */
export interface ConfigFault {
  readonly fault: string;
  readonly files: readonly string[];
}

/** A file whose top level never comes to an end is given up after so many milliseconds. */
const LOAD_TIMEOUT_MS = 10_000;

const marker = "ringback-load";
/** Source root of this package, built or not, and what its files end in. */
const root = new URL("../../", import.meta.url).href;
const suffix = extname(import.meta.filename);

let loads = 0;
/** Files each load has pulled in so far. */
const pulledIn = new Map<string, Set<string>>();
let hooked = false;

/**
 * Loads, reads and checks a configuration file. Each call evaluates the file (and what it imports beside itself) anew.
 * `ringback` inside it is this very package, wherever the file lies.
 */
export async function loadConfig(path: string): Promise<LoadedConfig | ConfigFault> {
  const file = resolve(path);
  const shown = basename(file);
  if (!existsSync(file)) return { fault: missing(file), files: [file] };
  hook();
  const id = String(++loads);
  const files = new Set([file]);
  pulledIn.set(id, files);
  try {
    const module = await bounded(import(`${pathToFileURL(file).href}?${marker}=${id}`));
    const all = [...files];
    if (!("default" in module))
      return {
        fault: `${shown}: it has no default export; end it with: export default defineConfig({ ... })`,
        files: all,
      };
    const { config, problems } = readConfig(module.default);
    return problems.length === 0 ? { file, files: all, config } : { fault: problemLine(file, problems), files: all };
  } catch (error) {
    return { fault: failureLine(file, error), files: [...files] };
  } finally {
    pulledIn.delete(id);
  }
}

/** `--config` or the usual name in `directory`; null when there is none. */
export function findConfig(named: string | undefined, directory: string): string | null {
  if (named !== undefined) return resolve(directory, named);
  const usual = resolve(directory, CONFIG_NAME);
  return existsSync(usual) ? usual : null;
}

function missing(file: string): string {
  let neighbours: string[] = [];
  try {
    neighbours = readdirSync(dirname(file)).filter((name) => /\.[mc]?[jt]s$/.test(name));
  } catch {
    return `config file ${file} does not exist, nor does its directory`;
  }
  return `config file ${file} does not exist${didYouMean(basename(file), neighbours)}`;
}

function problemLine(file: string, problems: readonly { path: readonly (string | number)[]; text: string }[]): string {
  const source = readFileSync(file, "utf8");
  const [first, ...more] = problems
    .map((each) => ({ line: lineOf(source, each.path), text: each.text }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const where = first?.line === null || first === undefined ? "" : `:${first.line}`;
  const rest = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return plainText(`${basename(file)}${where}: ${first?.text}${rest}`, 400);
}

/** Syntax errors name their place in the first line of the stack, others in the first frame that lies in the file. */
function failureLine(file: string, error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const text = error instanceof Error ? error.message : String(error);
  const place = new RegExp(`${basename(file).replace(/[^\w]/g, "\\$&")}(?:\\?${marker}=\\d+)?:(\\d+)`).exec(stack);
  const said = (text.split("\n", 1)[0] ?? "").replace(new RegExp(`\\?${marker}=\\d+`, "g"), "");
  return plainText(`${basename(file)}${place === null ? "" : `:${place[1]}`}: ${said}`, 400);
}

function bounded<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it did not finish loading within ${LOAD_TIMEOUT_MS / 1000} s`)),
      LOAD_TIMEOUT_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Files of the user are evaluated once per load; those of packages and of this one are shared as usual. */
function hook(): void {
  if (hooked) return;
  hooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const id = markerOf(context.parentURL) ?? markerOf(specifier);
      if (id === null) return next(specifier, context);
      if (specifier === "ringback" || specifier.startsWith("ringback/")) {
        const part = specifier.slice("ringback/".length);
        return next(`${root}${part === "" ? "" : `${part}/`}mod${suffix}`, context);
      }
      const found = next(specifier, context);
      const files = pulledIn.get(id);
      if (
        files === undefined ||
        !found.url.startsWith("file:") ||
        found.url.includes("/node_modules/") ||
        found.url.startsWith(root)
      )
        return found;
      const url = new URL(found.url);
      url.searchParams.set(marker, id);
      files.add(fileURLToPath(found.url));
      // Said outright, because a directory without a package.json would have Node guess, and warn that it had to.
      const format = url.pathname.endsWith(".ts") ? "module-typescript" : found.format;
      return { ...found, url: url.href, ...(format === undefined || format === null ? {} : { format }) };
    },
  });
}

function markerOf(url: string | undefined): string | null {
  if (url === undefined || !url.includes(marker)) return null;
  return URL.canParse(url) ? new URL(url).searchParams.get(marker) : null;
}
