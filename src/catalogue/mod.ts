/** What SIP means, as data. Imports nothing; every other room may ask it. */

export * from "./codes.ts";
export * from "./event-packages.ts";
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
  Sources,
  XmppCondition,
} from "./facts.ts";
export * from "./headers.ts";
export * from "./methods.ts";
export * from "./option-tags.ts";
export * from "./q850.ts";
export type { Source } from "./source.ts";
export * from "./timers.ts";
export * from "./warnings.ts";
