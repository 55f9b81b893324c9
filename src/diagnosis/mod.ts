/** From messages and observations to what a person reads: ladders, call lines. */

export * from "./call-line.ts";
export * from "./ladder.ts";
export { duration, plainText, shortName, timeOfDay } from "./plain.ts";
