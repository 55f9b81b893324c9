/** What the way from one host to another does to what travels on it. Probabilities lie in 0..1. */
export interface Faults {
  /** A datagram vanishes; on a connection it costs a retransmission timeout of 200 ms, doubling. */
  readonly loss: number;
  /** A datagram arrives twice, each copy with its own delay. Connections do not duplicate. */
  readonly duplication: number;
  /** A datagram is held back for up to `reorderMs`, so that later ones overtake it. Connections keep their order. */
  readonly reordering: number;
  readonly reorderMs: number;
  /** Time that everything takes. */
  readonly delayMs: number;
  /** Added to the delay, uniform in 0..jitterMs; datagrams closer together than that may swap. */
  readonly jitterMs: number;
}

/** A quiet local network: half a millisecond each way, nothing lost. */
export const noFaults: Faults = { loss: 0, duplication: 0, reordering: 0, reorderMs: 50, delayMs: 0.5, jitterMs: 0 };

/** Fills up what is not said with `noFaults`; throws on a probability outside 0..1 or a negative time. */
export function faultsOf(some: Partial<Faults>): Faults {
  const faults = { ...noFaults, ...some };
  for (const name of ["loss", "duplication", "reordering"] as const) {
    if (!(faults[name] >= 0 && faults[name] <= 1))
      throw new Error(`${name} is a probability from 0 to 1, not ${faults[name]}`);
  }
  for (const name of ["reorderMs", "delayMs", "jitterMs"] as const) {
    if (!(faults[name] >= 0)) throw new Error(`${name} is a time in milliseconds, not ${faults[name]}`);
  }
  return faults;
}
