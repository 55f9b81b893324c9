import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const LOOK_MS = 100;
/** What the limit counts for objects just made, in octets; the process ends when those that stay fill the rest. */
const YOUNG = 3 * 32 * 1024 * 1024;
/** Shares of that rest. Between the two nothing changes, so that the answer does not flicker. */
const SHORT = 0.75;
const ENOUGH = 0.6;
/** Looks between two collections asked for: with gigabytes in use one takes a second. */
const REST = 20;

/** The heap as it is, for whoever watches it. */
export interface Heap {
  /** What is used, garbage not yet collected included, as a share of what it may come to. */
  share(): number;
  /** Throws the garbage away, now. */
  collect(): void;
}

const systemHeap: Heap = {
  share() {
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    return used_heap_size / Math.max(YOUNG, heap_size_limit - YOUNG);
  },
  collect() {
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
  },
};

/**
 * Tells when memory runs short and when there is enough again. Each table of this process has a bound of its own, but how
 * large what stands in them may be, strangers and the machine decide; a heap that is full ends the process.
 */
export class HeapWatch {
  private readonly onChange: (isShort: boolean) => void;
  private readonly heap: Heap;
  private readonly timer: NodeJS.Timeout;
  private isShort = false;
  private rest = 0;

  constructor(onChange: (isShort: boolean) => void, heap: Heap = systemHeap) {
    this.onChange = onChange;
    this.heap = heap;
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Looks now. */
  look(): void {
    const most = this.isShort ? ENOUGH : SHORT;
    let share = this.heap.share();
    if (this.rest > 0) this.rest--;
    else if (share > most) {
      // A process that refuses its work makes no garbage, so that nobody would collect what is left of the work before.
      this.heap.collect();
      this.rest = REST;
      share = this.heap.share();
    }
    if (share > most === this.isShort) return;
    this.isShort = !this.isShort;
    this.onChange(this.isShort);
  }

  close(): void {
    clearInterval(this.timer);
  }
}
