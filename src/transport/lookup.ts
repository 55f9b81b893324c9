import { CallbackTimer, type Kernel } from "../kernel/mod.ts";
import { canonicalHost } from "../syntax/mod.ts";

/** A NAPTR record (RFC 3403 §4). */
export interface NaptrRecord {
  readonly order: number;
  readonly preference: number;
  readonly flags: string;
  readonly service: string;
  readonly regexp: string;
  readonly replacement: string;
}

/** An SRV record (RFC 2782). */
export interface SrvRecord {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

/** What the DNS says of a name; no records when there is no such name, or none of that type. */
export interface Answer<T> {
  readonly records: readonly T[];
  /** Seconds for which the answer may be used again. */
  readonly ttl: number;
}

/** The DNS. A promise that is rejected means that there is no answer (a server that fails or is silent). */
export interface Resolver {
  naptr(name: string): Promise<Answer<NaptrRecord>>;
  srv(name: string): Promise<Answer<SrvRecord>>;
  /** IPv4 addresses. */
  a(name: string): Promise<Answer<string>>;
  /** IPv6 addresses. */
  aaaa(name: string): Promise<Answer<string>>;
}

/** The records found, and whether there was an answer at all. */
export interface Finding<T> {
  readonly records: readonly T[];
  readonly failed: boolean;
}

/** Milliseconds a lookup may take; a location needs up to three of them in a row. */
const LOOKUP_MS = 4_000;
/** Milliseconds for which a lookup that failed is not tried again. */
const FAILURE_MS = 5_000;
const LONGEST_TTL_MS = 24 * 3_600_000;
const MAX_CACHED = 5_000;
const MAX_PENDING = 500;

type RecordType = "naptr" | "srv" | "a" | "aaaa";
type Found = Finding<NaptrRecord | SrvRecord | string>;

const failure: Found = { records: [], failed: true };

/**
 * Lookups as the locator needs them: remembered for as long as the DNS allows, also when nothing was found; asked once
 * however many wait for the answer; over in time; never rejected.
 */
export class Lookups {
  private readonly kernel: Kernel;
  private readonly resolver: Resolver;
  private readonly cache = new Map<string, { found: Found; until: number }>();
  private readonly pending = new Map<string, Promise<Found>>();

  constructor(kernel: Kernel, resolver: Resolver) {
    this.kernel = kernel;
    this.resolver = resolver;
  }

  naptr(name: string): Promise<Finding<NaptrRecord>> {
    return this.look("naptr", name) as Promise<Finding<NaptrRecord>>;
  }

  srv(name: string): Promise<Finding<SrvRecord>> {
    return this.look("srv", name) as Promise<Finding<SrvRecord>>;
  }

  a(name: string): Promise<Finding<string>> {
    return this.look("a", name) as Promise<Finding<string>>;
  }

  aaaa(name: string): Promise<Finding<string>> {
    return this.look("aaaa", name) as Promise<Finding<string>>;
  }

  private look(type: RecordType, name: string): Promise<Found> {
    const asked = canonicalHost(name);
    const key = `${type} ${asked}`;
    const cached = this.cache.get(key);
    if (cached !== undefined && cached.until > this.kernel.clock.now()) return Promise.resolve(cached.found);
    const pending = this.pending.get(key);
    if (pending !== undefined) return pending;
    if (this.pending.size >= MAX_PENDING) return Promise.resolve(failure);
    const lookup = this.ask(type, asked).then((answer) => {
      this.pending.delete(key);
      return this.remember(key, answer);
    });
    this.pending.set(key, lookup);
    return lookup;
  }

  /** The resolver's answer, or null when there is none in time. */
  private ask(type: RecordType, name: string): Promise<Answer<NaptrRecord | SrvRecord | string> | null> {
    const { wheel } = this.kernel;
    return new Promise((resolve) => {
      const timeout = new CallbackTimer(() => resolve(null));
      wheel.arm(timeout, LOOKUP_MS);
      const end = (answer: Answer<NaptrRecord | SrvRecord | string> | null): void => {
        wheel.cancel(timeout);
        resolve(answer);
      };
      this.resolver[type](name).then(end, () => end(null));
    });
  }

  private remember(key: string, answer: Answer<NaptrRecord | SrvRecord | string> | null): Found {
    const found = answer === null ? failure : { records: answer.records, failed: false };
    const ms = answer === null ? FAILURE_MS : Math.min(answer.ttl * 1000, LONGEST_TTL_MS);
    this.cache.delete(key);
    if (ms <= 0) return found;
    if (this.cache.size >= MAX_CACHED) this.cache.delete(this.cache.keys().next().value as string);
    this.cache.set(key, { found, until: this.kernel.clock.now() + ms });
    return found;
  }
}
