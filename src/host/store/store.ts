import { join } from "node:path";
import type { Hash } from "../../kernel/mod.ts";
import { BindingJournal } from "./journal.ts";
import { UserStore } from "./users.ts";

/** What a server keeps in its data directory. */
export interface Store {
  readonly users: UserStore;
  readonly bindings: BindingJournal;
  close(): void;
}

/** Users: worth a backup. Open to several processes, so that `ringback user` works beside a running server. */
const USERS = "ringback.db";
/** Bindings: phones make them again by themselves. Held by the one server that runs. */
const BINDINGS = "location.db";

/**
 * Opens the data directory for a server, made where needed. Throws a `StoreError`: another server is using it, a file is
 * damaged or newer than this program, nothing can be written.
 */
export function openStore(directory: string, hash: Hash): Store {
  const bindings = new BindingJournal(join(directory, BINDINGS));
  try {
    const users = new UserStore(join(directory, USERS), hash);
    const close = () => {
      users.close();
      bindings.close();
    };
    return { users, bindings, close };
  } catch (error) {
    bindings.close();
    throw error;
  }
}

/** Opens the users alone, whether or not a server is running. Throws a `StoreError`. */
export function openUsers(directory: string, hash: Hash): UserStore {
  return new UserStore(join(directory, USERS), hash);
}
