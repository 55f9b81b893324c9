/** Access to the corpus of third-party test data, which lives outside the repository. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..", process.env.SIP_CORPUS ?? "../shared/corpus");

/** False when the corpus is there; else the one line that says why these tests are skipped. */
export const skipCorpus: false | string = existsSync(join(root, "README.md"))
  ? false
  : "no corpus found; set SIP_CORPUS to run these";

/** A corpus file as latin1 text, one character per octet. */
export function corpusText(path: string): string {
  return readFileSync(join(root, path), "latin1");
}

/** A JSON file of the corpus. */
export function corpusJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as T;
}

/** All files below a folder of the corpus, by path, in a fixed order. */
export function corpusFiles(folder: string): string[] {
  const files: string[] = [];
  for (const name of readdirSync(join(root, folder)).sort()) {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) files.push(...corpusFiles(path));
    else files.push(path);
  }
  return files;
}

/** The vectors of one file; an empty list without the corpus, so that tables can be built before the skip takes hold. */
export function vectors<T>(file: string): T[] {
  return skipCorpus === false ? corpusJson<{ vectors: T[] }>(`vectors/${file}`).vectors : [];
}
