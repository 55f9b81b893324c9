/** Everything that touches Node: sockets, DNS, stores, configuration, HTTP. */

export type { Config, HttpConfig, ListenConfig } from "./config/config.ts";
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
export { didYouMean, suggest } from "./suggest.ts";
