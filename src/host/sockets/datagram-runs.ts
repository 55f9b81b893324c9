import { type CLibrary, cLibrary } from "./c-library.ts";
import { type Latin1Buffer, latin1Buffer } from "./latin1.ts";

/** Datagrams per system call. More gain nothing: a call costs what handling half a message does. */
const RUN = 64;
const LARGEST = 65_507;
/**
 * From where one datagram is received to where the next one is. A multiple of 4096 would put the beginnings of all of them
 * into the same few lines of the processor's cache.
 */
const STRIDE = 65_536 + 11 * 64;
/** What one run to be sent can hold, in octets. */
const SEND_SPACE = 262_144;

const MSG_DONTWAIT = 0x40;
const AF_UNIX = 1;
const AF_INET = 2;
const SOCK_DGRAM = 2;
const SOCK_NONBLOCK = 0x800;
const SOCK_CLOEXEC = 0x80000;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;

/** Sizes of C's structs in 32-bit words, 64-bit Linux: mmsghdr, iovec, sockaddr_in. */
const HEADER_WORDS = 16;
const HEADER_LENGTH_WORD = 14;
const VECTOR_WORDS = 4;
const ADDRESS_WORDS = 4;
const ADDRESS_OCTETS = 16;
const TWO_TO_32 = 0x1_0000_0000;

/**
 * The memory of one run of datagrams as recvmmsg(2) and sendmmsg(2) want it: for each a header that points to an address
 * and to a vector, and the vector to the octets.
 */
class Run {
  readonly headers: Uint32Array<ArrayBuffer>;
  readonly vectors: Uint32Array<ArrayBuffer>;
  readonly addresses: Int32Array<ArrayBuffer>;
  readonly octets: Latin1Buffer;
  readonly headersAt: bigint;
  readonly octetsAt: bigint;

  constructor(library: CLibrary, space: number, withAddresses: boolean) {
    this.headers = new Uint32Array(RUN * HEADER_WORDS);
    this.vectors = new Uint32Array(RUN * VECTOR_WORDS);
    this.addresses = new Int32Array(RUN * ADDRESS_WORDS);
    this.octets = latin1Buffer(space);
    const at = (memory: Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>): bigint =>
      library.addressOf(new Uint8Array(memory.buffer));
    this.headersAt = at(this.headers);
    this.octetsAt = library.addressOf(this.octets);
    const vectorsAt = at(this.vectors);
    const addressesAt = at(this.addresses);
    const header = new BigUint64Array(this.headers.buffer);
    for (let i = 0; i < RUN; i++) {
      const first = (i * HEADER_WORDS) / 2;
      if (withAddresses) {
        header[first] = addressesAt + BigInt(i * ADDRESS_OCTETS);
        header[first + 1] = BigInt(ADDRESS_OCTETS);
      }
      header[first + 2] = vectorsAt + BigInt(i * VECTOR_WORDS * 4);
      header[first + 3] = 1n; // vectors
      this.addresses[i * ADDRESS_WORDS] = AF_INET;
    }
  }

  /** Where datagram `i` of the run begins and how long it is or may be. */
  place(i: number, address: bigint, length: number): void {
    const vector = new BigUint64Array(this.vectors.buffer, i * VECTOR_WORDS * 4, 2);
    vector[0] = address;
    vector[1] = BigInt(length);
  }
}

/**
 * Sends and receives IPv4 datagrams many at a time, one system call per run. One serves all sockets of the process, since
 * nothing waits in it: what has come is text before the next call, and what is put is sent by the same `flush`.
 */
export class DatagramRuns {
  private readonly library: CLibrary;
  private readonly received: Run;
  private readonly sent: Run;
  private readonly sendsLow: number;
  private readonly sendsHigh: number;
  private count = 0;
  private used = 0;

  constructor(library: CLibrary, withAddresses = true) {
    this.library = library;
    this.received = new Run(library, RUN * STRIDE, withAddresses);
    this.sent = new Run(library, SEND_SPACE, withAddresses);
    for (let i = 0; i < RUN; i++) this.received.place(i, this.received.octetsAt + BigInt(i * STRIDE), LARGEST);
    this.sendsLow = Number(this.sent.octetsAt % BigInt(TWO_TO_32));
    this.sendsHigh = Number(this.sent.octetsAt / BigInt(TWO_TO_32));
  }

  /** Reads what waits at the socket, at most one run of it. How many datagrams came; the next call overwrites them. */
  read(descriptor: number): number {
    const count = this.library.recvmmsg(descriptor, this.received.headersAt, RUN, MSG_DONTWAIT, 0n);
    return Math.max(count, 0); // an error of the socket is told to node:dgram's next read too, and reported there
  }

  /** Whether the last read may have left some. */
  isFull(count: number): boolean {
    return count === RUN;
  }

  lengthOf(i: number): number {
    return this.received.headers[i * HEADER_WORDS + HEADER_LENGTH_WORD] as number;
  }

  /** The octet of datagram `i` at `index`. */
  octetOf(i: number, index: number): number {
    return this.received.octets[i * STRIDE + index] as number;
  }

  /** The octets of datagram `i`, a view of memory that the next read overwrites. */
  octetsOf(i: number): Buffer {
    return this.received.octets.subarray(i * STRIDE, i * STRIDE + this.lengthOf(i));
  }

  /** Datagram `i` as text, one character for each octet. */
  textOf(i: number): string {
    return this.received.octets.latin1Slice(i * STRIDE, i * STRIDE + this.lengthOf(i));
  }

  /** The IPv4 address that sent datagram `i`, as it lies in memory. See `ipv4Text`. */
  addressOf(i: number): number {
    return this.received.addresses[i * ADDRESS_WORDS + 1] as number;
  }

  portOf(i: number): number {
    return swapped((this.received.addresses[i * ADDRESS_WORDS] as number) >>> 16);
  }

  /** Adds a datagram to the run. False when the run is full: it must be sent first. */
  put(text: string, address: number, port: number): boolean {
    const { sent, count, used } = this;
    if (count === RUN || used + text.length > SEND_SPACE) return false;
    const length = sent.octets.latin1Write(text, used);
    const low = this.sendsLow + used;
    const vector = count * VECTOR_WORDS;
    sent.vectors[vector] = low; // stored modulo 2^32
    sent.vectors[vector + 1] = low < TWO_TO_32 ? this.sendsHigh : this.sendsHigh + 1;
    sent.vectors[vector + 2] = length;
    const words = count * ADDRESS_WORDS;
    sent.addresses[words] = AF_INET | (swapped(port) << 16);
    sent.addresses[words + 1] = address;
    this.count = count + 1;
    this.used = used + length;
    return true;
  }

  /**
   * Sends the run and empties it. How many of its datagrams the system took before it refused one, which is the first one
   * left; all of them when it refused none.
   */
  flush(descriptor: number): number {
    const { count } = this;
    this.count = 0;
    this.used = 0;
    if (count === 0) return 0;
    const taken = this.library.sendmmsg(descriptor, this.sent.headersAt, count, MSG_DONTWAIT);
    return Math.max(taken, 0);
  }

  /** A bound, non-blocking IPv4 socket; -1 when the system refuses, in whatever way. */
  open(address: number, port: number): number {
    const { library, sent } = this;
    const descriptor = library.socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    sent.addresses[0] = AF_INET | (swapped(port) << 16);
    sent.addresses[1] = address;
    const at = library.addressOf(new Uint8Array(sent.addresses.buffer));
    if (library.bind(descriptor, at, ADDRESS_OCTETS) === 0) return descriptor;
    library.close(descriptor);
    return -1;
  }

  /** Nobody else may bind the port of this socket, which libuv allows for a descriptor that it is given (SO_REUSEADDR). */
  keepPort(descriptor: number): boolean {
    const none = new Uint8Array(4);
    return this.library.setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, this.library.addressOf(none), 4) === 0;
  }

  close(descriptor: number): void {
    this.library.close(descriptor);
  }
}

/** The port with its two octets changed round: the network's order is big-endian. */
function swapped(port: number): number {
  return ((port & 0xff) << 8) | (port >>> 8);
}

/** An IPv4 address as it lies in memory, from its text; -1 for anything else, and for 255.255.255.255, which is nobody's. */
export function ipv4Word(host: string): number {
  const parts = host.split(".");
  if (parts.length !== 4) return -1;
  let word = 0;
  for (let i = 3; i >= 0; i--) {
    const octet = Number(parts[i]);
    if (!(octet >= 0 && octet <= 255) || String(octet) !== parts[i]) return -1;
    word = (word << 8) | octet;
  }
  return word; // signed: a small integer of V8, which takes no memory of its own
}

/** The text of an IPv4 address as it lies in memory. */
export function ipv4Text(word: number): string {
  return `${word & 255}.${(word >>> 8) & 255}.${(word >>> 16) & 255}.${word >>> 24}`;
}

let known: DatagramRuns | null | undefined;

/** The runs of this process; null where the system or this Node has no such calls, or they do not do what they should. */
export function datagramRuns(): DatagramRuns | null {
  if (known === undefined) {
    const library = cLibrary();
    known = library !== null && runsAsExpected(library) ? new DatagramRuns(library) : null;
  }
  return known;
}

/** node:ffi is young, and the structs are written by hand: two datagrams through a pair of sockets show that both are right. */
export function runsAsExpected(library: CLibrary): boolean {
  const pair = new Int32Array(2);
  const at = library.addressOf(new Uint8Array(pair.buffer));
  if (library.socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, at) !== 0) return false;
  const [here, there] = pair as unknown as [number, number];
  try {
    const runs = new DatagramRuns(library, false);
    const texts = ["one", "another \xff"];
    for (const text of texts) runs.put(text, 0, 0);
    if (runs.flush(here) !== 2 || runs.read(there) !== 2) return false;
    return texts.every((text, i) => runs.textOf(i) === text) && runs.read(there) === 0;
  } finally {
    library.close(here);
    library.close(there);
  }
}
