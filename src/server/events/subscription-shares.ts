import { quote } from "../../syntax/mod.ts";
import { Shares } from "../shares.ts";
import type { EventPolicy } from "./policy.ts";
import type { Refused } from "./refused.ts";

/** Whose subscription it is, in three ways to count. */
export interface Holder {
  /** Address and port. */
  readonly source: string;
  readonly address: string;
  /** `user@domain` that the credentials proved; null when nobody was asked for any. */
  readonly identity: string | null;
}

/** Seconds after which a source that was refused for want of room may come again. */
const FULL_RETRY = 60;
/** Want of room, which passes. */
export const FULL: Refused = { status: 503, headers: `Retry-After: ${FULL_RETRY}\r\n` };

/** How many subscriptions there are, and how many each port, address and user has of them. */
export class SubscriptionShares {
  private readonly policy: EventPolicy;
  private readonly sources = new Shares();
  private readonly addresses = new Shares();
  private readonly users = new Shares();
  private all = 0;

  constructor(policy: EventPolicy) {
    this.policy = policy;
  }

  get count(): number {
    return this.all;
  }

  /** How one more of `holder` is refused; null when there is room. A user's share is a rule and no shortage: 403, not 503. */
  refusal({ source, address, identity }: Holder): Refused | null {
    const { maxSubscriptions, maxSubscriptionsPerSource, maxSubscriptionsPerAddress, maxSubscriptionsPerUser } =
      this.policy;
    const ofUser = identity === null ? 0 : this.users.of(identity);
    if (ofUser >= maxSubscriptionsPerUser)
      return {
        status: 403,
        headers: `Warning: 399 ringback ${quote(`${identity} has ${ofUser} subscriptions already`)}\r\n`,
      };
    const isFull =
      this.all >= maxSubscriptions ||
      this.sources.of(source) >= maxSubscriptionsPerSource ||
      this.addresses.of(address) >= maxSubscriptionsPerAddress;
    return isFull ? FULL : null;
  }

  take({ source, address, identity }: Holder): void {
    this.all++;
    this.sources.take(source);
    this.addresses.take(address);
    if (identity !== null) this.users.take(identity);
  }

  give({ source, address, identity }: Holder): void {
    this.all--;
    this.sources.give(source);
    this.addresses.give(address);
    if (identity !== null) this.users.give(identity);
  }
}
