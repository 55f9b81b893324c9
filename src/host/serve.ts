import type { Settings } from "./config/settings.ts";
import type { Additions, RunningServer } from "./start.ts";

export type { Additions, Credential, ResidentParts, RunningServer } from "./start.ts";

/**
 * Starts the server that `settings` describe, with what the caller adds to it. A string says in one line why it could not be
 * started; then nothing is left open. Sockets, HTTP and metrics are loaded only now: `ringback user` needs none of them.
 */
export async function startServer(settings: Settings, additions: Additions = {}): Promise<RunningServer | string> {
  const start = await import("./start.ts");
  return await start.startServer(settings, additions);
}
