/** Everything that touches Node: sockets, DNS, stores, configuration, HTTP. */

export { type NodeAgentSettings, NodeUserAgent, openUserAgent } from "./agent/node-agent.ts";
export { isMisread, type Misread, misreadText, readDomain } from "./config/address.ts";
export type { Config, EventConfig, HttpConfig, ListenConfig } from "./config/config.ts";
export { CONFIG_NAME, type ConfigFault, findConfig, type LoadedConfig, loadConfig } from "./config/load.ts";
export {
  dataOf,
  type HttpSettings,
  type ListenSetting,
  readAddressOfRecord,
  resolveSettings,
  type ServeFlags,
  type Settings,
  type UserSetting,
} from "./config/settings.ts";
export { FileWatch } from "./config/watch.ts";
export { IN_MEMORY } from "./data.ts";
export { SystemHash } from "./kernel.ts";
export { type AudioOptions, AudioSession, type Sound } from "./media/audio-session.ts";
export { quietly } from "./quietly.ts";
export { type Additions, type Credential, type ResidentParts, type RunningServer, startServer } from "./serve.ts";
export { StoreError } from "./store/fault.ts";
export { openUsers } from "./store/store.ts";
export type { ListedUser, NewUser, UserStore } from "./store/users.ts";
export { didYouMean, suggest } from "./suggest.ts";
export { packageVersion } from "./version.ts";
