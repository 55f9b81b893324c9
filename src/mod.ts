import type { Config } from "./host/mod.ts";

export type { Config, EventConfig, HttpConfig, ListenConfig } from "./host/mod.ts";

/** The configuration of `ringback serve`, checked by the editor while it is written: `export default defineConfig({ … })`. */
export function defineConfig(config: Config): Config {
  return config;
}
