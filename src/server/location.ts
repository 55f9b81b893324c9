import { type Fault, fault, type Kernel, TextTable } from "../kernel/mod.ts";
import { equalFolded, unescaped } from "../syntax/mod.ts";
import type { Flow, FlowUser } from "../transport/mod.ts";
import { type Binding, type BindingStore, Interned } from "./binding.ts";
import { addressOf, type Bindings, holdsBinding, isSingle, listOf } from "./bindings.ts";
import { Sweep } from "./sweep.ts";

/** Waits for a batch: told once, after the commit, whether the change it staged is durable now. */
export interface CommitUser {
  onCommit(durable: boolean): void;
}

/** What an address of record will have once the batch of this turn is committed. */
interface Staged {
  readonly addressOfRecord: string;
  readonly bindings: readonly Binding[];
}

const none: readonly Binding[] = [];

/**
 * The location service (RFC 3261 §10.1): which contacts an address of record has. In memory, with a store beneath it.
 *
 * Changes are staged, and those of one turn of the event loop are committed as one batch; until then nobody but the next
 * REGISTER sees them. A failed commit changes nothing.
 */
export class LocationService implements FlowUser, Iterable<Binding> {
  /** Shared copies of what repeats from binding to binding. */
  readonly interned = new Interned();
  private readonly kernel: Kernel;
  private readonly store: BindingStore | null;
  private readonly records: TextTable<Bindings>;
  /** Bindings that end with a connection. An entry stays until the connection closes. */
  private readonly byFlow = new Map<number, Binding | Set<Binding>>();
  private readonly staged: TextTable<Staged>;
  private put: Binding[] = [];
  private removed: number[] = [];
  private waiting: CommitUser[] = [];
  private readonly sweep: Sweep;
  private lastId = 0;
  private bindings = 0;

  /** @param store null keeps bindings in memory only */
  constructor(kernel: Kernel, store: BindingStore | null = null) {
    this.kernel = kernel;
    this.store = store;
    this.records = new TextTable(kernel.random.fraction(), addressOf);
    this.staged = new TextTable(kernel.random.fraction(), (staged) => staged.addressOfRecord);
    this.sweep = new Sweep(kernel, this.records, (addressOfRecord, now) => this.expire(addressOfRecord, now));
    if (store !== null) this.load(store);
  }

  /** Bindings held, lost and just expired ones included. */
  get bindingCount(): number {
    return this.bindings;
  }

  /** Addresses of record with at least one binding. */
  get addressOfRecordCount(): number {
    return this.records.size;
  }

  /** The contacts an address of record can be reached at, in the order they were added. */
  lookup(addressOfRecord: string, now: number): readonly Binding[] {
    const record = this.records.get(addressOfRecord);
    if (record === undefined) return none;
    if (isSingle(record)) return record.isLive(now) ? [record] : none;
    return record.every((binding) => binding.isLive(now)) ? record : record.filter((binding) => binding.isLive(now));
  }

  /** Bindings that have not expired but whose connection is gone (RFC 5626 §7): nothing can be sent there, and a call log may say since when. */
  lost(addressOfRecord: string, now: number): readonly Binding[] {
    return listOf(this.records.get(addressOfRecord)).filter(
      (binding) => binding.flowClosedAt !== null && binding.expiresAt > now,
    );
  }

  /** Whether the address of record has any binding, be it one that cannot be reached. */
  knows(addressOfRecord: string): boolean {
    return this.records.get(addressOfRecord) !== undefined;
  }

  /**
   * The contacts a public GRUU stands for (RFC 5627 §5.4): those of one instance, the latest registration first.
   * @param gr the `gr` parameter as it stands in the URI
   */
  byGruu(addressOfRecord: string, gr: string, now: number): readonly Binding[] {
    const instance = unescaped(gr);
    return this.lookup(addressOfRecord, now)
      .filter((binding) => equalFolded(binding.instance, instance))
      .sort((a, b) => b.registeredAt - a.registeredAt);
  }

  /**
   * All bindings, expired and lost ones included. Whoever walks may pause while registrations change: a binding is given as it
   * is then, some perhaps twice, and none that stays is left out.
   */
  *[Symbol.iterator](): Iterator<Binding> {
    for (const first of this.records) {
      const addressOfRecord = addressOf(first);
      let record: Bindings | undefined = first;
      for (let i = 0; record !== undefined && !isSingle(record) && i < record.length; i++) {
        yield record[i] as Binding;
        const now = this.records.get(addressOfRecord);
        if (now !== record) i = -1;
        record = now;
      }
      if (record !== undefined && isSingle(record)) yield record;
    }
  }

  /** What the next REGISTER must go by: the bindings of an address of record with everything that is staged. */
  current(addressOfRecord: string): readonly Binding[] {
    const staged = this.staged.size === 0 ? undefined : this.staged.get(addressOfRecord);
    return staged?.bindings ?? listOf(this.records.get(addressOfRecord));
  }

  /** Removes all bindings of an address of record, for its user is no more. */
  forget(addressOfRecord: string): void {
    const bindings = this.current(addressOfRecord);
    if (bindings.length === 0) return;
    const onCommit = (durable: boolean): void => {
      const now = this.kernel.clock.now();
      if (durable) for (const binding of bindings) this.observe(binding, "removed", now);
    };
    const ids = bindings.map(({ id }) => id);
    this.stage(addressOfRecord, none, none, ids, { onCommit });
  }

  /** A number for a new binding. */
  nextId(): number {
    return ++this.lastId;
  }

  /**
   * Stages the new bindings of an address of record for the batch of this turn; `user` is told when it is committed.
   * @param put those of `bindings` that are new or changed; @param removed ids of those no longer there
   */
  stage(
    addressOfRecord: string,
    bindings: readonly Binding[],
    put: readonly Binding[],
    removed: readonly number[],
    user: CommitUser,
  ): void {
    if (this.store === null) {
      this.apply(addressOfRecord, bindings); // nothing to wait for
      user.onCommit(true);
      return;
    }
    this.staged.set({ addressOfRecord, bindings });
    for (const binding of put) this.put.push(binding);
    for (const id of removed) this.removed.push(id);
    this.await(user);
  }

  /** Has `user` told after the batch of this turn, so that answers do not overtake what they rest on. */
  await(user: CommitUser): void {
    if (this.waiting.push(user) === 1) this.kernel.defer(this.commit);
  }

  /** True while a batch is staged. */
  get pending(): boolean {
    return this.waiting.length > 0;
  }

  onFlowClosed(flow: Flow): void {
    this.flowClosed(flow.id);
  }

  /** The connection is gone: bindings that stand and fall with it cannot be reached any more (RFC 5626 §7). */
  flowClosed(flowId: number): void {
    const held = this.byFlow.get(flowId);
    if (held === undefined) return;
    this.byFlow.delete(flowId);
    const now = this.kernel.clock.now();
    if (held instanceof Set) for (const binding of held) this.lose(binding, now);
    else this.lose(held, now);
  }

  private lose(binding: Binding, now: number): void {
    binding.flowClosedAt = now;
    this.observe(binding, "lost", now);
  }

  private load(store: BindingStore): void {
    const now = this.kernel.clock.now();
    for (const binding of store.load(now, this.interned)) {
      if (binding.flowId !== 0) binding.flowClosedAt = now; // connections do not outlive the process
      const record = this.records.get(binding.addressOfRecord);
      this.records.set(record === undefined ? binding : [...listOf(record), binding]);
      this.bindings++;
      this.lastId = Math.max(this.lastId, binding.id);
      this.sweep.expect(binding.expiresAt);
    }
  }

  private readonly commit = (): void => {
    const { put, removed, waiting } = this;
    this.put = [];
    this.removed = [];
    this.waiting = [];
    const durable = this.write(put, removed);
    if (durable) for (const { addressOfRecord, bindings } of this.staged) this.apply(addressOfRecord, bindings);
    this.staged.clear();
    tell(waiting, durable);
  };

  private write(put: readonly Binding[], removed: readonly number[]): boolean {
    if (this.store === null || (put.length === 0 && removed.length === 0)) return true;
    try {
      this.store.commit(put, removed, this);
      return true;
    } catch (error) {
      this.report(
        fault("local", 500, "RFC 3261 §10.3 step 7", `the location store refused a commit: ${messageOf(error)}`),
      );
      return false;
    }
  }

  private report(found: Fault): void {
    const { observations, clock } = this.kernel;
    if (observations.wants.fault) observations.emit({ type: "fault", at: clock.now(), fault: found, callId: null });
  }

  /** Puts `bindings` in the place of what an address of record had. */
  private apply(addressOfRecord: string, bindings: readonly Binding[]): void {
    const before = this.records.get(addressOfRecord);
    const [only] = bindings;
    if (only !== undefined && bindings.length === 1 && (before === undefined || isSingle(before))) {
      if (before?.refresh(only)) {
        this.sweep.expect(only.expiresAt);
        return;
      }
      if (before !== undefined) this.unlink(before);
      this.link(only);
      this.records.set(only);
      return;
    }
    if (before !== undefined) {
      for (const binding of listOf(before)) if (!bindings.includes(binding)) this.unlink(binding);
    }
    for (const binding of bindings) if (before === undefined || !holdsBinding(before, binding)) this.link(binding);
    if (bindings.length === 0) this.records.delete(addressOfRecord);
    else this.records.set(bindings.length === 1 ? (bindings[0] as Binding) : bindings);
  }

  private link(binding: Binding): void {
    this.bindings++;
    this.sweep.expect(binding.expiresAt);
    if (binding.flowId === 0 || binding.flowClosedAt !== null) return;
    const held = this.byFlow.get(binding.flowId);
    if (held === undefined) this.byFlow.set(binding.flowId, binding);
    else if (held instanceof Set) held.add(binding);
    else this.byFlow.set(binding.flowId, new Set([held, binding]));
  }

  private unlink(binding: Binding): void {
    this.bindings--;
    if (binding.flowId === 0) return;
    const held = this.byFlow.get(binding.flowId);
    if (held === binding) this.byFlow.delete(binding.flowId);
    else if (held instanceof Set && held.delete(binding) && held.size === 0) this.byFlow.delete(binding.flowId);
  }

  /** Forgets what has expired of one address of record. A store that fails here keeps rows that `load` will pass over. */
  private expire(addressOfRecord: string, now: number): void {
    if (this.staged.get(addressOfRecord) !== undefined) return; // the next sweep will do
    const record = listOf(this.records.get(addressOfRecord));
    const ended = record.filter((binding) => binding.expiresAt <= now);
    if (ended.length === 0) return;
    this.apply(
      addressOfRecord,
      record.filter((binding) => binding.expiresAt > now),
    );
    for (const binding of ended) this.removed.push(binding.id);
    if (this.waiting.length === 0) this.await(quiet);
    for (const binding of ended) this.observe(binding, "expired", now);
  }

  private observe({ addressOfRecord, contact }: Binding, change: "expired" | "lost" | "removed", now: number): void {
    const { observations } = this.kernel;
    if (!observations.wants.registration) return;
    observations.emit({ type: "registration", at: now, addressOfRecord, contact, change, expires: 0 });
  }
}

/** Tells everybody, even when one of them throws (a programmer's error, passed on at the end). */
function tell(waiting: readonly CommitUser[], durable: boolean): void {
  for (let i = 0; i < waiting.length; i++) {
    try {
      (waiting[i] as CommitUser).onCommit(durable);
    } catch (error) {
      tell(waiting.slice(i + 1), durable);
      throw error;
    }
  }
}

const quiet: CommitUser = { onCommit: () => {} };

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
