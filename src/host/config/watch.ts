import { createHash } from "node:crypto";
import { type FSWatcher, readFileSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Editors write in several steps; what is read meanwhile is half a file. */
const SETTLE_MS = 100;

/**
 * Calls `onChange` when the content of one of `files` has changed. It watches their directories, because most editors
 * put a new file in the old one's place.
 */
export class FileWatch {
  private readonly onChange: () => void;
  private readonly watchers: FSWatcher[] = [];
  private files: readonly string[] = [];
  private content = "";
  private timer: NodeJS.Timeout | null = null;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Watches these files from now on instead of those before. */
  follow(files: readonly string[]): void {
    this.close();
    this.files = files;
    this.content = contentOf(files);
    for (const directory of new Set(files.map(dirname))) {
      const names = new Set(files.filter((file) => dirname(file) === directory).map((file) => basename(file)));
      try {
        const watcher = watch(directory, { persistent: false }, (_, name) => {
          if (name === null || names.has(name)) this.settle();
        });
        watcher.on("error", () => watcher.close()); // the directory is gone; nothing in it will change
        this.watchers.push(watcher);
      } catch {
        // no more watches to be had: the server runs on, without noticing changes
      }
    }
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const watcher of this.watchers.splice(0)) watcher.close();
  }

  private settle(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      const content = contentOf(this.files);
      if (content === this.content) return;
      this.content = content;
      this.onChange();
    }, SETTLE_MS).unref();
  }
}

function contentOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    try {
      hash.update(readFileSync(file)).update("\0");
    } catch {
      hash.update("gone\0");
    }
  }
  return hash.digest("hex");
}
