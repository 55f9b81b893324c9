/** What SIP means, as data. Imports nothing; every other room may ask it. */

export * from "./codes.ts";
export type {
  Billing,
  DialogEffect,
  FactName,
  Facts,
  Hops,
  NextStep,
  Registry,
  ResponseClass,
  ResponseCode,
  Role,
  Scope,
  Source,
  Sources,
  XmppCondition,
} from "./facts.ts";
export type { Method } from "./methods.ts";
