import { type Clock, own, TokenBucket } from "../../kernel/mod.ts";

/** What becomes of a request: it goes on, is answered 503, or is dropped. */
export type Passage = "pass" | "refuse" | "ignore";

interface Source {
  readonly bucket: TokenBucket;
  refused: number;
}

/** 503s for a source that does not listen to them. */
const MAX_REFUSALS = 10;
/** Sources remembered; the one seen first is forgotten for a new one. */
const MAX_SOURCES = 10_000;

/**
 * A token bucket for each source. A phone was seen sending 10,000 SUBSCRIBEs in half a second: what exceeds its share costs
 * a look-up, a few refusals, then silence until it has been quiet for a while.
 */
export class SourceLimits {
  private readonly clock: Clock;
  private readonly perSecond: number;
  private readonly burst: number;
  private readonly sources = new Map<string, Source>();

  constructor(clock: Clock, perSecond: number, burst: number) {
    this.clock = clock;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  take(name: string): Passage {
    const now = this.clock.now();
    const source = this.sources.get(name) ?? this.add(name);
    if (source.bucket.level(now) >= this.burst / 2) source.refused = 0;
    if (source.bucket.take(now)) return "pass";
    return ++source.refused > MAX_REFUSALS ? "ignore" : "refuse";
  }

  /** Sources held. */
  get size(): number {
    return this.sources.size;
  }

  private add(name: string): Source {
    if (this.sources.size >= MAX_SOURCES) {
      const [first] = this.sources.keys();
      if (first !== undefined) this.sources.delete(first);
    }
    const source = { bucket: new TokenBucket(this.perSecond, this.burst), refused: 0 };
    this.sources.set(own(name), source);
    return source;
  }
}
