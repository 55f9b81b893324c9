import type { Kernel } from "../kernel/mod.ts";
import { addressOfRecordKey, type SipUri, uriParam } from "../syntax/mod.ts";
import type { Binding } from "./binding.ts";
import type { LocationService } from "./location.ts";
import type { Responsibility } from "./responsibility.ts";
import { type TargetGroups, withLost } from "./target-set.ts";
import type { UserDirectory } from "./users.ts";

/** The users of the served domains by the URIs that name them: who exists, and where each can be reached. */
export class ServedUsers {
  private readonly kernel: Kernel;
  private readonly location: LocationService;
  private readonly directory: UserDirectory;
  private readonly responsibility: Responsibility;

  constructor(kernel: Kernel, location: LocationService, directory: UserDirectory, responsibility: Responsibility) {
    this.kernel = kernel;
    this.location = location;
    this.directory = directory;
    this.responsibility = responsibility;
  }

  /** The bindings of an address of record, or of one instance when the URI is a GRUU (RFC 5627 §6.1). */
  bindings(uri: SipUri): readonly Binding[] {
    const gr = uriParam(uri.params, "gr");
    const key = this.keyOf(uri);
    const now = this.kernel.clock.now();
    return gr === null || gr === "" ? this.location.lookup(key, now) : this.location.byGruu(key, gr, now);
  }

  /** Adds the phones that are registered but whose connection is gone, so that their branches say so. */
  withLost(groups: TargetGroups, uri: SipUri): TargetGroups {
    const lost = this.location.lost(this.keyOf(uri), this.kernel.clock.now());
    return lost.length === 0 ? groups : withLost(groups, lost, uri.user ?? "", uri.scheme === "sips");
  }

  /** Known without contacts is answered 480, unknown 404 (RFC 3261 §16.5, §21.4.5). */
  knows(uri: SipUri): boolean {
    if (this.location.knows(this.keyOf(uri))) return true;
    return this.directory.find(uri.user ?? "", this.responsibility.domainOf(uri.host)) !== null;
  }

  /** The key of the address of record a URI names; an address we merely listen on stands for the first domain. */
  private keyOf(uri: SipUri): string {
    return addressOfRecordKey(uri, this.responsibility.domainOf(uri.host));
  }
}
