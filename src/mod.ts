import type { Config } from "./host/mod.ts";

export {
  type AudioOptions,
  AudioSession,
  type Config,
  type EventConfig,
  type HttpConfig,
  type ListenConfig,
  type NodeAgentSettings,
  NodeUserAgent,
  openUserAgent,
  type Sound,
} from "./host/mod.ts";
export { Server, type ServerParts, type ServerPolicy } from "./server/mod.ts";
export {
  Call,
  type CallEnd,
  type CallOptions,
  IncomingCall,
  type MediaSession,
  type Outcome,
  OutgoingCall,
  Registration,
  Subscription,
  UserAgent,
  type UserAgentHost,
  type UserAgentSettings,
} from "./ua/mod.ts";

/** The configuration of `ringback serve`, checked by the editor while it is written: `export default defineConfig({ … })`. */
export function defineConfig(config: Config): Config {
  return config;
}
