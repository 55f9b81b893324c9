import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kernel } from "../kernel/mod.ts";
import { type BindingStore, MemoryUsers, type UserDirectory, userRecord } from "../server/mod.ts";
import { StoreError } from "./store/fault.ts";
import { openStore } from "./store/store.ts";
import type { NewUser } from "./store/users.ts";

/** Data that ends with the process. */
export const IN_MEMORY = ":memory:";

/** What outlives the process, or, in memory, what does not. */
export interface Data {
  /** Null keeps bindings in memory only. */
  readonly bindings: BindingStore | null;
  readonly users: UserDirectory;
  readonly userCount: () => number;
  /** Adds users or replaces those of the same name, all or none. Throws a StoreError. */
  readonly putUsers: (users: readonly NewUser[]) => void;
  /** Key of what the server signs, the same at each start so that running dialogs survive one. Null: a new one each time. */
  readonly secret: string | null;
  /** Calls `gone` with the identity (`user@domain`) of each user who is removed while this process runs. */
  readonly onRemoved: (gone: (identity: string) => void) => void;
  readonly close: () => void;
}

/** Opens the directory, or memory. A string says in one line why that cannot be. */
export function openData(directory: string, kernel: Kernel, onFailure: (error: unknown) => void): Data | string {
  if (directory === IN_MEMORY) return inMemory(kernel);
  try {
    const { users, bindings, close } = openStore(directory, kernel.hash);
    // `ringback user` may run beside this server; what it changes is taken over within a second.
    users.watch(onFailure);
    const putUsers = (added: readonly NewUser[]): void => users.put(added, kernel.clock.now());
    const onRemoved = (gone: (identity: string) => void): void => {
      users.onRemoved = gone;
    };
    const secret = secretIn(directory, kernel);
    return { bindings, users, userCount: () => users.size, putUsers, secret, onRemoved, close };
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}

function inMemory(kernel: Kernel): Data {
  const users = new MemoryUsers();
  const putUsers = (added: readonly NewUser[]): void => {
    for (const { name, domain, realm, password } of added) {
      users.put(userRecord(kernel.hash, name, domain, realm ?? domain, password ?? ""));
    }
  };
  return {
    bindings: null,
    users,
    userCount: () => users.size,
    putUsers,
    secret: null,
    onRemoved: () => {},
    close: () => {},
  };
}

/** Null where the file can neither be read nor made: then dialogs do not survive a restart, which is no reason not to start. */
function secretIn(directory: string, kernel: Kernel): string | null {
  const file = join(directory, "secret");
  try {
    const known = readFileSync(file, "latin1").trim();
    if (known.length >= 32) return known;
  } catch {
    // the first start
  }
  const made = kernel.random.token(48);
  try {
    writeFileSync(file, `${made}\n`, { mode: 0o600 });
    return made;
  } catch {
    return null;
  }
}
