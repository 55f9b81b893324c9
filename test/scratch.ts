import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder below the system's temporary one, `ringback-NAME-…`; gone when this test file has run. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ringback-${name}-`));
  folders.push(folder);
  return folder;
}
