import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Memory } from "../server/mod.ts";

const LOOK_MS = 100;
/** What the limit counts for objects just made, in octets; the process ends when those that stay fill the rest. */
const YOUNG = 3 * 32 * 1024 * 1024;
/** Shares of that rest at which each shortage begins and ends: between the two nothing changes, so that the answer does not flicker. */
const SHORT = { from: 0.75, to: 0.6 } as const;
const FULL = { from: 0.87, to: 0.8 } as const;
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
  private readonly onChange: (memory: Memory) => void;
  private readonly heap: Heap;
  private readonly timer: NodeJS.Timeout;
  private memory: Memory = "enough";
  private rest = 0;

  constructor(onChange: (memory: Memory) => void, heap: Heap = systemHeap) {
    this.onChange = onChange;
    this.heap = heap;
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Looks now. */
  look(): void {
    let share = this.heap.share();
    let now = this.at(share);
    if (this.rest > 0) this.rest--;
    else if (now !== "enough") {
      // A process that refuses its work makes no garbage, so that nobody would collect what is left of the work before.
      this.heap.collect();
      this.rest = REST;
      share = this.heap.share();
      now = this.at(share);
    }
    if (now === this.memory) return;
    this.memory = now;
    this.onChange(now);
  }

  private at(share: number): Memory {
    if (share > (this.memory === "full" ? FULL.to : FULL.from)) return "full";
    return share > (this.memory === "enough" ? SHORT.from : SHORT.to) ? "short" : "enough";
  }

  close(): void {
    clearInterval(this.timer);
  }
}
