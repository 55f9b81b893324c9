import type { Settings } from "./config/settings.ts";
import type { Site } from "./http/site.ts";
import type { RunningServer } from "./start.ts";

export type { Credential, RunningServer } from "./start.ts";

/**
 * Starts the server that `settings` describe, with the pages of `site` on its HTTP port. A string says in one line why it could not be started; then nothing is left
 * open. Sockets, HTTP and metrics are loaded only now: `ringback user` needs none of them.
 */
export async function startServer(settings: Settings, site: Site | null = null): Promise<RunningServer | string> {
  const start = await import("./start.ts");
  return await start.startServer(settings, site);
}
