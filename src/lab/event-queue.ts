/** Something that happens at a moment of virtual time. */
interface Entry {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** What is still to happen, earliest first; of the same moment, what was put in first (a binary heap). */
export class EventQueue {
  private readonly heap: Entry[] = [];
  private count = 0;

  get size(): number {
    return this.heap.length;
  }

  /** Moment of the earliest event, null when there is none. */
  get nextAt(): number | null {
    return this.heap[0]?.at ?? null;
  }

  /** Puts `work` at `at` (milliseconds since the epoch, fractions allowed). */
  put(at: number, work: () => void): void {
    const heap = this.heap;
    const entry = { at, order: this.count++, work };
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!before(entry, heap[parent] as Entry)) break;
      heap[hole] = heap[parent] as Entry;
      hole = parent;
    }
    heap[hole] = entry;
  }

  /** Removes the earliest event and returns its work; throws when there is none. */
  take(): () => void {
    const heap = this.heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) throw new Error("the event queue is empty");
    if (heap.length > 0) this.sink(last);
    return first.work;
  }

  private sink(entry: Entry): void {
    const heap = this.heap;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++;
      if (!before(heap[child] as Entry, entry)) break;
      heap[hole] = heap[child] as Entry;
      hole = child;
    }
    heap[hole] = entry;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
