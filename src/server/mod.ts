/** A SIP server: registrar, stateful forking proxy and redirect server (RFC 3261 §10, §16, §8.3), without sockets. */

export { Binding, type BindingFields, type BindingStore, Interned } from "./binding.ts";
export { observeDecided } from "./decided.ts";
export {
  defaultEventPolicy,
  type EventPolicy,
  usualWatchRule,
  type WatchLevel,
  type WatchRule,
} from "./events/policy.ts";
export { StateAgent, type StateAgentParts } from "./events/state-agent.ts";
export { type CommitUser, LocationService } from "./location.ts";
export { defaultPolicy, type ServerPolicy } from "./policy.ts";
export { type DomainOf, Registrar, type RegistrarPolicy, type Responder } from "./registrar.ts";
export type { Residents } from "./residents.ts";
export type * from "./routes.ts";
export { type Memory, Server, type ServerParts } from "./server.ts";
export { identityOf, MemoryUsers, type UserDirectory, type UserRecord, userRecord } from "./users.ts";
