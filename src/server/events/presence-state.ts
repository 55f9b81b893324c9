import type { Kernel } from "../../kernel/mod.ts";
import { PIDF, pidfOf, writePidf } from "../../ua/mod.ts";
import type { LocationService } from "../location.ts";
import { type ChangeListener, type EventState, uriOfKey, type Watch } from "./event-state.ts";
import { compose } from "./presence-document.ts";
import type { EventStateCompositor } from "./publications.ts";

/**
 * Presence (RFC 3856): what a user's devices published, all of it; of a user who published nothing, whether a phone is
 * registered that can be reached.
 */
export class PresenceState implements EventState {
  readonly name = "presence";
  readonly contentType = PIDF;
  readonly intervalMs = 5000;
  readonly patienceMs = 0;
  readonly versioned = false;
  private readonly kernel: Kernel;
  private readonly location: LocationService;
  private readonly compositor: EventStateCompositor;
  private readonly onChange: ChangeListener;
  private stop: (() => void) | null = null;

  constructor(kernel: Kernel, location: LocationService, compositor: EventStateCompositor, onChange: ChangeListener) {
    this.kernel = kernel;
    this.location = location;
    this.compositor = compositor;
    this.onChange = onChange;
  }

  follow(): void {
    this.stop ??= this.kernel.observations.subscribe(["registration"], (seen) => {
      // A refresh too: it may bring a phone back whose connection had closed. The same document is not told twice.
      if (seen.type === "registration") this.onChange(this.name, seen.addressOfRecord);
    });
  }

  close(): void {
    this.stop?.();
    this.stop = null;
  }

  document({ addressOfRecord }: Watch): string {
    const entity = uriOfKey(addressOfRecord);
    const published = this.compositor.of(addressOfRecord);
    if (published.length > 0) return pidfOf(entity, compose(published.map(({ fragments }) => fragments)));
    const isOpen = this.location.lookup(addressOfRecord, this.kernel.clock.now()).length > 0;
    const tuple = { id: "registration", basic: isOpen ? "open" : "closed", contact: isOpen ? entity : null } as const;
    return writePidf({ entity, tuples: [tuple] });
  }
}
