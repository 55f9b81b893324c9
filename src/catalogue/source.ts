/** Where a fact is written. */

/**
 * Where a fact is written: an RFC, with its section (or sections) where one sentence rules, a 3GPP specification, or the observed
 * practice of a named product where no document speaks.
 */
export type Source = `RFC ${number}` | `RFC ${number} §${string}` | `3GPP TS ${string}` | `practice: ${string}`;

/** A fact together with the place that says so. */
export interface Cited<T> {
  readonly value: T;
  readonly source: Source;
}

/** Pairs a fact with the place that says so. */
export function cite<T>(value: T, source: Source): Cited<T> {
  return { value, source };
}
