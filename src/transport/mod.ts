export { hostPort } from "../syntax/mod.ts";
export {
  defaultPort,
  type Flow,
  type FlowUser,
  isReliable,
  isSecure,
  type Listener,
  type Protocol,
  type Target,
  type Transport,
  type TransportUser,
} from "./flow.ts";
export { everyProtocol, type Locating, Locator, type LocatorOptions } from "./locate.ts";
export type { Answer, NaptrRecord, Resolver, SrvRecord } from "./lookup.ts";
export { responseBranch, responseFlow, stampVia } from "./receive.ts";
export { type FlowTokenContent, FlowTokens } from "./token.ts";
