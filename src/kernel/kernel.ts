import type { Clock } from "./clock.ts";
import type { ObservationStream } from "./observation.ts";
import type { TimerWheel } from "./wheel.ts";

/** Randomness, injected so that a world with a seed repeats itself. */
export interface Random {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** `length` characters of [a-z0-9], unguessable in the host (tags, nonces, Call-IDs). */
  token(length: number): string;
}

/** Hash functions over latin1 text, each to lower-case hexadecimal. */
export interface Hash {
  md5(text: string): string;
  sha256(text: string): string;
  sha512_256(text: string): string;
  hmacSha256(key: string, text: string): string;
}

/** What a pure room may know of the world. One per server, user agent or simulated world. */
export interface Kernel {
  readonly clock: Clock;
  readonly wheel: TimerWheel;
  readonly random: Random;
  readonly hash: Hash;
  readonly observations: ObservationStream;
  /** Runs `work` after the input at hand has been handled, before the process waits again: where a batch is committed. */
  defer(work: () => void): void;
}
