import type { Binding } from "./binding.ts";

/** The bindings of one address of record. A single one stands without an array, as most addresses of record have one. */
export type Bindings = Binding | readonly Binding[];

const none: readonly Binding[] = [];

/** The key of the address of record they belong to. */
export function addressOf(record: Bindings): string {
  return isSingle(record) ? record.addressOfRecord : (record[0] as Binding).addressOfRecord;
}

export function isSingle(record: Bindings): record is Binding {
  return !Array.isArray(record);
}

export function listOf(record: Bindings | undefined): readonly Binding[] {
  if (record === undefined) return none;
  return isSingle(record) ? [record] : record;
}

export function holdsBinding(record: Bindings, binding: Binding): boolean {
  return isSingle(record) ? record === binding : record.includes(binding);
}
