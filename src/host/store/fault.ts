import { dirname } from "node:path";

/** Why a store cannot be used. */
export type StoreTrouble = "locked" | "corrupt" | "newer" | "unwritable" | "failed";

/** Thrown when a store cannot be opened or used. The message is one line for a person and names the file. */
export class StoreError extends Error {
  readonly trouble: StoreTrouble;
  readonly file: string;

  constructor(trouble: StoreTrouble, file: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.trouble = trouble;
    this.file = file;
  }
}

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that a person can do something about. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** What went wrong with `file`, as a sentence. A StoreError passes unchanged. */
export function storeError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string };
  const told = oneLine(message ?? String(error));
  switch (errcode === undefined ? null : errcode & 0xff) {
    case BUSY:
    case LOCKED:
      return new StoreError("locked", file, lockedText(file), error);
    case CORRUPT:
    case NOTADB:
      return new StoreError(
        "corrupt",
        file,
        `${file} is damaged or no ringback store (${told}); move it away to start without it`,
        error,
      );
    case READONLY:
    case CANTOPEN:
      return new StoreError("unwritable", file, `cannot write ${file} (${told})`, error);
    case FULL:
      return new StoreError("failed", file, `no space left for ${file}`, error);
    case null:
      break;
    default:
      return new StoreError("failed", file, `${file}: ${told}`, error);
  }
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return new StoreError("failed", file, `${file}: ${told}`, error);
  return new StoreError("unwritable", file, `cannot write ${file} (${code})`, error);
}

function lockedText(file: string): string {
  return `another ringback server uses ${dirname(file)} (${file} is locked); stop it, or give this one a --data directory of its own`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
