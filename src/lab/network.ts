import { hostPort, type Listener, type Protocol } from "../transport/mod.ts";
import { type Faults, faultsOf, noFaults } from "./faults.ts";
import { SeededRandom } from "./random.ts";

/** One end of a way: protocol, numeric address, port. */
export interface Endpoint {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
}

/** What the network needs to know of a host. */
export interface Station {
  readonly name: string;
  /** The listener that takes what arrives there; null when the port is closed. */
  listenerAt(endpoint: Endpoint): Listener | null;
  /** A datagram arrives. */
  onDatagram(text: string, listener: Listener, from: Endpoint): void;
}

/** One message put on the network, kept for the ladder. */
export interface Travel {
  /** When it was sent, milliseconds since the epoch. */
  readonly at: number;
  /** Names of the hosts; an address nobody has stands for itself. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly text: string;
  /** What became of it when that is not its arrival. */
  note: string;
}

/** What the network needs of the world: the time, and a way to make things happen later. */
export interface Calendar {
  now(): number;
  /** Runs `work` in `delayMs` from now. */
  after(delayMs: number, work: () => void): void;
}

const MAX_TRAVELS = 200_000;
const MAX_DATAGRAM = 65_507;
const RETRANSMISSION_TIMEOUT = 200;
/** Seven requests, the last one waited for 16 times 500 ms (RFC 5389 §7.2.1). */
const STUN_TIMEOUT = 39_500;

/**
 * The ways between hosts. Every link (one direction between two hosts) draws from its own seeded generator, so traffic
 * elsewhere does not change what happens on it.
 */
export class Network {
  /** Every message sent, in order; at most 200,000, later ones are only counted. */
  readonly travels: Travel[] = [];
  /** How many messages were sent. */
  sent = 0;
  private readonly calendar: Calendar;
  private readonly seed: string;
  private readonly stations = new Map<string, Station>();
  private readonly randoms = new Map<string, SeededRandom>();
  private readonly linkFaults = new Map<string, Faults>();
  private everywhere: Faults = noFaults;
  private readonly blocked = new Set<string>();
  private readonly appetites: { readonly match: (travel: Travel) => boolean; left: number }[] = [];

  constructor(calendar: Calendar, seed: string) {
    this.calendar = calendar;
    this.seed = seed;
  }

  /** Makes `station` reachable under `address`; throws when the address is taken. */
  plug(address: string, station: Station): void {
    if (this.stations.has(address)) throw new Error(`the address ${address} is taken by ${this.nameOf(address)}`);
    this.stations.set(address, station);
  }

  station(address: string): Station | null {
    return this.stations.get(address) ?? null;
  }

  /** The name of the host with `address`; the address itself when there is none. */
  nameOf(address: string): string {
    return this.stations.get(address)?.name ?? address;
  }

  /** Sets the faults of every link that has none of its own. */
  faults(some: Partial<Faults>): void {
    this.everywhere = faultsOf(some);
  }

  /** Sets the faults of the links between two hosts (by name), both ways or only from the first to the second. */
  link(from: string, to: string, some: Partial<Faults>, ways: "both" | "one" = "both"): void {
    this.linkFaults.set(`${from}>${to}`, faultsOf(some));
    if (ways === "both") this.linkFaults.set(`${to}>${from}`, faultsOf(some));
  }

  /** Lets nothing through between two hosts (by name) until `heal`. */
  partition(one: string, other: string): void {
    this.blocked.add(`${one}>${other}`).add(`${other}>${one}`);
  }

  /** Ends the partition between two hosts; without names, all of them. */
  heal(one?: string, other?: string): void {
    if (one === undefined || other === undefined) this.blocked.clear();
    else for (const link of [`${one}>${other}`, `${other}>${one}`]) this.blocked.delete(link);
  }

  isBlocked(from: string, to: string): boolean {
    return this.blocked.has(`${from}>${to}`);
  }

  /** Lets the next `times` datagrams that `match` vanish. */
  swallow(match: (travel: Travel) => boolean, times = 1): void {
    this.appetites.push({ match, left: times });
  }

  /** Notes a message for the ladder. */
  record(from: Endpoint, to: Endpoint, text: string, note = ""): Travel {
    const travel = {
      at: this.calendar.now(),
      from: this.nameOf(from.host),
      to: this.nameOf(to.host),
      protocol: from.protocol,
      text,
      note,
    };
    this.sent++;
    if (this.travels.length < MAX_TRAVELS) this.travels.push(travel);
    return travel;
  }

  /** Sends a datagram. False when it is longer than UDP carries; whether it arrives is not known. */
  sendDatagram(from: Endpoint, to: Endpoint, text: string): boolean {
    if (text.length > MAX_DATAGRAM) return false;
    const travel = this.record(from, to, text);
    const sender = this.nameOf(from.host);
    const receiver = this.nameOf(to.host);
    const faults = this.faultsBetween(sender, receiver);
    const random = this.randomOf(sender, receiver);
    if (this.isBlocked(sender, receiver)) travel.note = "partitioned";
    else if (random.fraction() < faults.loss) travel.note = "lost";
    else if (this.isSwallowed(travel)) travel.note = "swallowed";
    if (travel.note !== "") return true;
    const copies = random.fraction() < faults.duplication ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      let delay = faults.delayMs + random.fraction() * faults.jitterMs;
      if (random.fraction() < faults.reordering) delay += random.fraction() * faults.reorderMs;
      this.calendar.after(delay, () => this.arrive(from, to, text, travel));
    }
    return true;
  }

  /** Asks a UDP port for a sign of life: `done` hears where this end is seen, null after as long as STUN asks. Returns what gives up. */
  probe(from: Endpoint, to: Endpoint, done: (mapped: string | null) => void): () => void {
    let asking = true;
    const isThere = this.stations.get(to.host)?.listenerAt(to) != null;
    const there = isThere ? this.segmentDelay(from, to) : null;
    const back = there === null ? null : this.segmentDelay(to, from);
    const lost = there === null || back === null;
    this.calendar.after(lost ? STUN_TIMEOUT : there + back, () => {
      if (asking) done(lost ? null : hostPort(from.host, from.port));
    });
    return () => {
      asking = false;
    };
  }

  /** Milliseconds that the next segment of a connection takes, lost ones sent again; null while partitioned. */
  segmentDelay(from: Endpoint, to: Endpoint): number | null {
    const sender = this.nameOf(from.host);
    const receiver = this.nameOf(to.host);
    if (this.isBlocked(sender, receiver)) return null;
    const faults = this.faultsBetween(sender, receiver);
    const random = this.randomOf(sender, receiver);
    let delay = faults.delayMs + random.fraction() * faults.jitterMs;
    let timeout = RETRANSMISSION_TIMEOUT;
    while (random.fraction() < faults.loss && timeout < 20_000) {
      delay += timeout;
      timeout *= 2;
    }
    return delay;
  }

  private isSwallowed(travel: Travel): boolean {
    const appetite = this.appetites.find(({ match, left }) => left > 0 && match(travel));
    if (appetite === undefined) return false;
    appetite.left--;
    return true;
  }

  private arrive(from: Endpoint, to: Endpoint, text: string, travel: Travel): void {
    const station = this.stations.get(to.host);
    const listener = station?.listenerAt(to) ?? null;
    if (station === undefined || listener === null) travel.note = `nobody at ${hostPort(to.host, to.port)}`;
    else station.onDatagram(text, listener, from);
  }

  private faultsBetween(from: string, to: string): Faults {
    return this.linkFaults.get(`${from}>${to}`) ?? this.everywhere;
  }

  private randomOf(from: string, to: string): SeededRandom {
    const link = `${from}>${to}`;
    let random = this.randoms.get(link);
    if (random === undefined) {
      random = new SeededRandom(`${this.seed}/${link}`);
      this.randoms.set(link, random);
    }
    return random;
  }
}
