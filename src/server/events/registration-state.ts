import { type Kernel, own } from "../../kernel/mod.ts";
import { writeQ } from "../../syntax/mod.ts";
import { fingerprint } from "../../transaction/mod.ts";
import { type ContactInfo, REGINFO, writeReginfo } from "../../ua/mod.ts";
import type { Binding } from "../binding.ts";
import type { LocationService } from "../location.ts";
import { type ChangeListener, type EventState, uriOfKey, type Watch } from "./event-state.ts";

interface EndedContact {
  readonly info: ContactInfo;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** How long an ended contact can still be told of: longer than the interval between two notifications. */
const KEPT_MS = 30_000;
const MAX_ENDED = 20;

/** Registrations as they are in the location service (RFC 3680). Mere refreshes are not told. */
export class RegistrationState implements EventState {
  readonly name = "reg";
  readonly contentType = REGINFO;
  readonly intervalMs = 5000;
  readonly patienceMs = 0;
  readonly versioned = true;
  private readonly kernel: Kernel;
  private readonly location: LocationService;
  private readonly isWatched: (addressOfRecord: string) => boolean;
  private readonly onChange: ChangeListener;
  /** Contacts that ended lately, of addresses of record that are watched. */
  private readonly ended = new Map<string, EndedContact[]>();
  private stop: (() => void) | null = null;

  constructor(
    kernel: Kernel,
    location: LocationService,
    isWatched: (addressOfRecord: string) => boolean,
    onChange: ChangeListener,
  ) {
    this.kernel = kernel;
    this.location = location;
    this.isWatched = isWatched;
    this.onChange = onChange;
  }

  follow(): void {
    this.stop ??= this.kernel.observations.subscribe(["registration"], (seen) => {
      if (seen.type !== "registration" || seen.change === "refreshed" || !this.isWatched(seen.addressOfRecord)) return;
      if (seen.change === "removed" || seen.change === "expired") {
        const event = seen.change === "removed" ? "unregistered" : "expired";
        this.remember(seen.addressOfRecord, { ...identified(seen.contact), state: "terminated", event }, seen.at);
      }
      this.onChange(this.name, seen.addressOfRecord);
    });
  }

  close(): void {
    this.stop?.();
    this.stop = null;
    this.ended.clear();
  }

  document({ addressOfRecord, version, since }: Watch): string {
    const now = this.kernel.clock.now();
    const { location } = this;
    const bindings = [...location.lookup(addressOfRecord, now), ...location.lost(addressOfRecord, now)];
    const contacts = bindings.map((binding) => contactInfo(binding, now));
    const over = this.endedSince(addressOfRecord, since, contacts);
    const state = contacts.length > 0 ? "active" : over.length > 0 ? "terminated" : "init";
    const id = fingerprint(addressOfRecord).toString(36);
    const registration = { aor: uriOfKey(addressOfRecord), id, state, contacts: [...contacts, ...over] } as const;
    return writeReginfo({ version, state: "full", registrations: [registration] });
  }

  private endedSince(addressOfRecord: string, since: number, active: readonly ContactInfo[]): ContactInfo[] {
    if (since === 0) return [];
    const all = this.ended.get(addressOfRecord) ?? [];
    return all
      .filter(({ at, info }) => at >= since && !active.some(({ id }) => id === info.id))
      .map(({ info }) => info);
  }

  private remember(addressOfRecord: string, info: ContactInfo, at: number): void {
    const [oldest] = this.ended;
    if (oldest !== undefined && (oldest[1].at(-1)?.at ?? 0) < at - KEPT_MS) this.ended.delete(oldest[0]);
    const kept = (this.ended.get(addressOfRecord) ?? []).filter((each) => each.at >= at - KEPT_MS);
    this.ended.delete(addressOfRecord); // behind the others, as the one heard of last
    this.ended.set(own(addressOfRecord), [...kept.slice(1 - MAX_ENDED), { info, at }]);
  }
}

/** "a hash function which includes unknown URI parameters" (RFC 3680 §5.1). */
function identified(uri: string): { id: string; uri: string } {
  return { id: fingerprint(uri).toString(36), uri };
}

function contactInfo(binding: Binding, now: number): ContactInfo {
  return {
    ...identified(binding.contact),
    state: "active",
    event: "registered",
    expires: Math.max(0, Math.ceil((binding.expiresAt - now) / 1000)),
    q: binding.q === 1000 ? null : writeQ(binding.q),
    callId: binding.callId,
    cseq: binding.cseq,
  };
}
