import type { ServerPolicy } from "../../server/mod.ts";
import type { Settings } from "./settings.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The server's policy while it runs: one object that the server reads at each decision. */
export type LivePolicy = Mutable<ServerPolicy>;

/** What the server reads anew at each request, so that a change takes effect at once. */
const live = [
  "foreignDomains", "mode", "recursion", "routes", "recordRoute", "maxBreadth", "timerC",
  "maxContacts", "maxPendingPerUser", "minExpires", "defaultExpires", "maxExpires",
] as const satisfies readonly (keyof ServerPolicy)[]; // biome-ignore format: a table

/** What came of reading a configuration again. */
export interface Reloaded {
  /** Keys whose new value is in force. */
  readonly changed: readonly string[];
  /** Keys whose new value waits for the next start. */
  readonly needRestart: readonly string[];
}

/** Puts what may change while running from `next` into `policy`, and names what may not. */
export function applyPolicy(policy: LivePolicy, running: Settings, next: Settings): Reloaded {
  const changed = live.filter((key) => policy[key] !== next.policy[key]);
  const needRestart = [
    ...Object.keys(next.policy).filter((key) => !isLive(key) && differ(running.policy, next.policy, key)),
    ...["listen", "tls", "http", "data", "logCalls", "lab", "events"].filter((key) => differ(running, next, key)),
  ];
  for (const key of live) assign(policy, next.policy, key);
  return { changed, needRestart: needRestart.map((key) => (key === "logCalls" ? "log" : key)) };
}

function assign<K extends keyof LivePolicy>(policy: LivePolicy, next: ServerPolicy, key: K): void {
  policy[key] = next[key];
}

function isLive(key: string): boolean {
  return (live as readonly string[]).includes(key);
}

function differ(a: object, b: object, key: string): boolean {
  return JSON.stringify(a[key as keyof typeof a]) !== JSON.stringify(b[key as keyof typeof b]);
}
