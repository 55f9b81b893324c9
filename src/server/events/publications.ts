import { type Kernel, own, Timer } from "../../kernel/mod.ts";
import type { EventPolicy } from "./policy.ts";
import type { Fragment } from "./presence-document.ts";

/** One published document (RFC 3903 §4): what a device says of its user until it expires. As a timer it is its end. */
export class Publication extends Timer {
  readonly addressOfRecord: string;
  entityTag: string;
  fragments: readonly Fragment[];
  /** Where the device is, when its requests come straight from it; else "". */
  readonly source: string;
  private readonly home: EventStateCompositor;

  constructor(
    home: EventStateCompositor,
    addressOfRecord: string,
    entityTag: string,
    fragments: readonly Fragment[],
    source: string,
  ) {
    super();
    this.home = home;
    this.addressOfRecord = addressOfRecord;
    this.entityTag = entityTag;
    this.source = source;
    this.fragments = fragments;
  }

  override fire(): void {
    this.home.remove(this);
  }
}

/**
 * The event state compositor (RFC 3903 §6): publications by address of record and entity-tag. What it is asked to do it
 * does as a whole or not at all.
 */
export class EventStateCompositor {
  private readonly kernel: Kernel;
  private readonly policy: EventPolicy;
  private readonly onChange: (addressOfRecord: string) => void;
  /** The one published or changed last stands last. */
  private readonly byUser = new Map<string, Publication[]>();
  private count = 0;
  /** In front of every entity-tag, so that none of an earlier life of this server is taken for one of this. */
  private readonly tagPrefix: string;
  private tags = 0;

  constructor(kernel: Kernel, policy: EventPolicy, onChange: (addressOfRecord: string) => void) {
    this.kernel = kernel;
    this.policy = policy;
    this.onChange = onChange;
    this.tagPrefix = `${kernel.random.token(8)}.`;
  }

  /** Publications held. */
  get size(): number {
    return this.count;
  }

  of(addressOfRecord: string): readonly Publication[] {
    return this.byUser.get(addressOfRecord) ?? [];
  }

  /** The one with that entity-tag; undefined when there is none (412). */
  find(addressOfRecord: string, entityTag: string): Publication | undefined {
    return this.of(addressOfRecord).find((each) => each.entityTag === entityTag);
  }

  /**
   * Keeps a new one for `seconds`; its entity-tag, or null when there is no room for it. One of the same device that speaks
   * of the same things is superseded: baresip publishes twice when it starts and withdraws one, and a phone that started
   * anew has forgotten its entity-tag.
   */
  add(addressOfRecord: string, fragments: readonly Fragment[], seconds: number, source: string): string | null {
    const held = this.byUser.get(addressOfRecord) ?? [];
    const former = held.find((each) => source !== "" && each.source === source && sameIds(each.fragments, fragments));
    if (former !== undefined) return this.renew(former, fragments, seconds);
    const { maxPublications, maxPublicationsPerUser } = this.policy;
    if (this.count >= maxPublications || held.length >= maxPublicationsPerUser) return null;
    const publication = new Publication(this, own(addressOfRecord), this.newTag(), fragments, own(source));
    this.byUser.set(publication.addressOfRecord, [...held, publication]);
    this.count++;
    this.kernel.wheel.arm(publication, seconds * 1000);
    this.onChange(addressOfRecord);
    return publication.entityTag;
  }

  /** Lasts for another `seconds`, with other content unless that is null. Returns the new entity-tag. */
  renew(publication: Publication, fragments: readonly Fragment[] | null, seconds: number): string {
    publication.entityTag = this.newTag();
    this.kernel.wheel.arm(publication, seconds * 1000);
    if (fragments !== null) {
      publication.fragments = fragments;
      const others = this.of(publication.addressOfRecord).filter((each) => each !== publication);
      this.byUser.set(publication.addressOfRecord, [...others, publication]);
      this.onChange(publication.addressOfRecord);
    }
    return publication.entityTag;
  }

  remove(publication: Publication): void {
    this.kernel.wheel.cancel(publication);
    const { addressOfRecord } = publication;
    const held = this.of(addressOfRecord);
    const rest = held.filter((each) => each !== publication);
    if (rest.length === held.length) return;
    this.count--;
    if (rest.length === 0) this.byUser.delete(addressOfRecord);
    else this.byUser.set(addressOfRecord, rest);
    this.onChange(addressOfRecord);
  }

  /** Forgets all, and tells nobody. */
  close(): void {
    for (const held of this.byUser.values()) for (const each of held) this.kernel.wheel.cancel(each);
    this.byUser.clear();
    this.count = 0;
  }

  /** "MUST be different from any entity-tag assigned previously" (RFC 3903 §6 step 6). */
  newTag(): string {
    return `${this.tagPrefix}${(this.tags++).toString(36)}`;
  }
}

function sameIds(a: readonly Fragment[], b: readonly Fragment[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);
}
