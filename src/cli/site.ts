import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { addressOf, everyRoute, LANGUAGES, type Route, type Site } from "../web/mod.ts";
import { createCommand, Failure, repeated } from "./command.ts";

const examples = `
  ringback site export public --base https://sip.example.org
  ringback site export public --base https://example.org/sip --lang fr --lang en

Every page becomes DIRECTORY/…/index.html: any server of files can serve it. Without --base no page can name its own
address, so there are no sitemaps then. The widgets ask the API of a running server and are not among the files.
`;

interface ExportFlags {
  readonly base?: string;
  readonly lang?: string[];
}

/** `ringback site export`. */
export function command(): Command {
  const site = createCommand("site", "The reference as a web site.");
  site
    .command("export")
    .description("Write every page as a file.")
    .argument("<directory>", "where to; files of the same name are written anew, others stay")
    .option("--base <url>", "where the site will lie, as https://sip.example.org or https://example.org/sip")
    .option("--lang <language>", `only this one of ${LANGUAGES.join(", ")}; may repeat`, repeated)
    .addHelpText("after", examples)
    .action(exportSite);
  return site;
}

/** One file to be written: what is asked for, and where it goes. */
interface Target {
  readonly path: string;
  readonly file: string;
}

async function exportSite(directory: string, flags: ExportFlags): Promise<void> {
  const origin = originOf(flags.base);
  const languages = languagesOf(flags.lang ?? LANGUAGES);
  const { openSite } = await import("./site-sources.ts");
  const site = openSite({ console: null, languages });
  const targets = targetsOf(site, languages, origin);
  const started = performance.now();
  for (const [done, { path, file }] of targets.entries()) {
    const { status, body } = await site.respond({ path, query: "", acceptLanguage: null, ifNoneMatch: null, origin });
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
    write(join(directory, file), body);
    progress(done + 1, targets.length);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${targets.length} files in ${resolve(directory)}, ${seconds} s\n`);
}

/** The base without its last slash; empty without one. */
function originOf(base: string | undefined): string {
  if (base === undefined) return "";
  const url = URL.parse(base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new Failure(2, `--base is an http or https address without a query, not '${base.slice(0, 80)}'`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function languagesOf(wanted: readonly string[]): typeof LANGUAGES {
  const unknown = wanted.find((each) => !(LANGUAGES as readonly string[]).includes(each));
  if (unknown !== undefined) {
    throw new Failure(2, `--lang is one of ${LANGUAGES.join(", ")}, not '${unknown.slice(0, 40)}'`);
  }
  return LANGUAGES.filter((each) => wanted.includes(each));
}

function targetsOf(site: Site, languages: typeof LANGUAGES, origin: string): readonly Target[] {
  const files = site.files.filter((path) => path !== "/widgets.js" && (origin !== "" || !path.startsWith("/sitemap")));
  const routes: readonly Route[] = [...everyRoute()];
  return [
    { path: "/index.html", file: "index.html" },
    ...files.map((path) => ({ path, file: path.slice(1) })),
    ...languages.flatMap((lang) =>
      routes.map((route) => {
        const path = addressOf(lang, route);
        return { path, file: join(path.slice(1), "index.html") };
      }),
    ),
  ];
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Failure(1, `${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** On a terminal only; the line is gone when all is done. */
function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || (done % 50 !== 0 && done !== all)) return;
  process.stderr.write(done === all ? "\r\x1b[K" : `\r${done} of ${all} files`);
}
