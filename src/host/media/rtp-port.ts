import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { TokenBucket } from "../../kernel/mod.ts";

/** The even ports RTP is taken from; its RTCP port would be the next one (RFC 3550 §11). */
const FIRST_PORT = 16_384;
const LAST_PORT = 32_766;
const TRIES = 64;
const HEADER = 12;
const MAX_PACKET = 1500;
/**
 * Packets heard in a second, and at once: packets of 5 ms are 200, tones come beside them, and a network may hold some back. What is
 * more is no sound, and would be echoed to wherever its sender claims to be.
 */
const PER_SECOND = 400;
const BURST = 200;
/** Milliseconds of silence after which who was heard may come from elsewhere: a NAT gives a flow another port. */
const SILENT_MS = 2000;

/** One RTP packet as it arrived. */
export interface Packet {
  readonly payloadType: number;
  readonly timestamp: number;
  readonly payload: Buffer;
}

/** A UDP port for RTP (RFC 3550): numbers what it sends, reads what arrives, and answers whoever speaks to it. */
export class RtpPort {
  readonly port: number;
  sent = 0;
  received = 0;
  onPacket: ((packet: Packet) => void) | null = null;
  private readonly socket: Socket;
  private remoteHost = "";
  private remotePort = 0;
  /** The address that the description names. */
  private announced = "";
  /** Who speaks has been heard. */
  private latched = false;
  private heardAt = 0;
  private sequence = Math.floor(Math.random() * 0x8000);
  private timestamp = Math.floor(Math.random() * 0x7fffffff);
  private readonly source = Math.floor(Math.random() * 0x7fffffff);
  private readonly buffer = Buffer.alloc(MAX_PACKET);
  private readonly budget = new TokenBucket(PER_SECOND, BURST);
  private readonly now: () => number;

  private constructor(socket: Socket, port: number, now: () => number) {
    this.socket = socket;
    this.port = port;
    this.now = now;
    socket.on("message", (octets, from) => this.take(octets, from));
    socket.on("error", () => {}); // an ICMP error of one packet ends no call: nobody hears it, as with a lost packet
    socket.unref();
  }

  /**
   * Binds an even port of `host` (numeric). Rejects with the system's error when none is free.
   * @param now milliseconds of a clock that does not go back
   */
  static async open(host: string, now = () => performance.now()): Promise<RtpPort> {
    let last: unknown = null;
    for (let i = 0; i < TRIES; i++) {
      const port = FIRST_PORT + 2 * Math.floor((Math.random() * (LAST_PORT - FIRST_PORT)) / 2);
      const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
      try {
        await new Promise<void>((resolve, reject) => {
          socket.once("error", reject);
          socket.bind({ address: host, port, exclusive: true }, () => {
            socket.off("error", reject);
            resolve();
          });
        });
        return new RtpPort(socket, port, now);
      } catch (error) {
        socket.close();
        last = error;
        if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") break;
      }
    }
    throw last;
  }

  /** Where to send from now on; who then speaks from elsewhere is answered there (a NAT's address is not in the SDP). */
  sendTo(host: string, port: number): void {
    if (host === this.remoteHost && port === this.remotePort) return;
    this.remoteHost = host;
    this.remotePort = port;
    this.announced = host;
    this.latched = false;
  }

  /** Sends one packet that lasts `samples`; nothing while nobody is known. */
  send(payloadType: number, payload: Uint8Array, samples: number, marker = false): void {
    const length = HEADER + payload.length;
    this.timestamp = (this.timestamp + samples) >>> 0;
    if (this.remotePort === 0 || length > MAX_PACKET) return;
    const { buffer } = this;
    buffer[0] = 0x80;
    buffer[1] = payloadType | (marker ? 0x80 : 0);
    buffer.writeUInt16BE(this.sequence, 2);
    buffer.writeUInt32BE(this.timestamp, 4);
    buffer.writeUInt32BE(this.source, 8);
    buffer.set(payload, HEADER);
    this.sequence = (this.sequence + 1) & 0xffff;
    this.sent++;
    this.socket.send(Buffer.from(buffer.subarray(0, length)), this.remotePort, this.remoteHost, () => {});
  }

  close(): void {
    this.onPacket = null;
    this.socket.close();
  }

  private take(octets: Buffer, from: RemoteInfo): void {
    const now = this.now();
    if (!this.speaks(from, now) || !this.budget.take(now)) return;
    const packet = readPacket(octets);
    if (packet === null) return;
    this.received++;
    this.latched = true;
    this.heardAt = now;
    this.remoteHost = from.address;
    this.remotePort = from.port;
    this.onPacket?.(packet);
  }

  /**
   * Whether that is the other side: the one heard first, for a NAT's address is in no description, until it falls silent. Who comes
   * from the address that the description names displaces whoever was quicker. Others could speak in the call, and have it sent to them.
   */
  private speaks({ address, port }: RemoteInfo, now: number): boolean {
    if (!this.latched || now - this.heardAt > SILENT_MS) return true;
    if (address === this.remoteHost && port === this.remotePort) return true;
    return address === this.announced && this.remoteHost !== this.announced;
  }
}

/** Reads an RTP packet (RFC 3550 §5.1); null when it is none. */
function readPacket(octets: Buffer): Packet | null {
  if (octets.length < HEADER || (octets[0] as number) >> 6 !== 2) return null;
  const first = octets[0] as number;
  const payloadType = (octets[1] as number) & 0x7f;
  if (payloadType >= 72 && payloadType <= 76) return null; // RTCP on the same port (RFC 5761 §4)
  let start = HEADER + 4 * (first & 0x0f);
  if ((first & 0x10) !== 0) {
    if (octets.length < start + 4) return null;
    start += 4 + 4 * octets.readUInt16BE(start + 2);
  }
  const padding = (first & 0x20) === 0 ? 0 : (octets.at(-1) as number);
  const end = octets.length - padding;
  if (start > end) return null;
  return { payloadType, timestamp: octets.readUInt32BE(4), payload: octets.subarray(start, end) };
}
