export { type Clock, SteadyClock } from "./clock.ts";
export { type Blame, type Fault, fault } from "./fault.ts";
export type { Hash, Kernel, Random } from "./kernel.ts";
export {
  type BranchOutcome,
  type DecidedBy,
  type FlowName,
  type Observation,
  ObservationStream,
  type ObservationType,
  type Observer,
} from "./observation.ts";
export { own } from "./own.ts";
export { portableHash } from "./portable-hash.ts";
export { TextTable } from "./text-table.ts";
export { TokenBucket } from "./token-bucket.ts";
export { CallbackTimer, TICK_MS, Timer, TimerWheel } from "./wheel.ts";
