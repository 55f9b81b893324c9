/** What SIP means, as data. Imports nothing; every other room may ask it. */

export * from "./behaviours.ts";
export * from "./codes.ts";
export * from "./decision.ts";
export * from "./derived.ts";
export * from "./event-packages.ts";
export type {
  Billing,
  Carried,
  Concern,
  DialogEffect,
  DialogMeaning,
  FactName,
  Facts,
  ForkBehaviour,
  Hops,
  NextStep,
  Registry,
  RepairedBy,
  ResponseClass,
  ResponseCode,
  Role,
  Scope,
  Sources,
  XmppCondition,
} from "./facts.ts";
export * from "./glossary.ts";
export * from "./headers.ts";
export * from "./methods.ts";
export * from "./numbers.ts";
export * from "./option-tags.ts";
export * from "./pairs.ts";
export * from "./q850.ts";
export * from "./samples.ts";
export type { Source } from "./source.ts";
export * from "./symptoms.ts";
export * from "./texts/furniture.ts";
export * from "./texts/locales.ts";
export type * from "./texts/texts.ts";
export * from "./timers.ts";
export * from "./warnings.ts";
