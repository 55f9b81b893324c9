import { isIP } from "node:net";
import { type MediaDescription, parse, type SessionDescription, write } from "sdp-transform";
import { directionOf, type MediaDirection, type MediaSession } from "../../ua/mod.ts";
import { type G711, PCMA, PCMU, SAMPLE_RATE, SAMPLES_PER_PACKET, silenceOctet, toneSecond } from "./g711.ts";
import { RtpPort } from "./rtp-port.ts";
import { TONE_EVENTS, ToneReader, USUAL_TONE_TYPE } from "./telephone-event.ts";

/** What a call hears: its own voice, a tone of 440 Hz, or nothing. */
export type Sound = "echo" | "tone" | "silence";

export interface AudioOptions {
  /** Numeric address to receive at. */
  readonly host: string;
  readonly sound: Sound;
}

const TONE_HERTZ = 440;
const PACKET_MS = (1000 * SAMPLES_PER_PACKET) / SAMPLE_RATE;
/** Packets sent in one go after the process stood still; what is older is left out. */
const MOST_AT_ONCE = 5;

const codecs: readonly G711[] = [PCMU, PCMA];
const reversed: Readonly<Record<MediaDirection, MediaDirection>> = {
  sendrecv: "sendrecv",
  sendonly: "recvonly",
  recvonly: "sendonly",
  inactive: "inactive",
};
const sends = (direction: MediaDirection): boolean => direction === "sendrecv" || direction === "sendonly";
const receives = (direction: MediaDirection): boolean => direction === "sendrecv" || direction === "recvonly";

/** The sound of one call over RTP: PCMU or PCMA, and tones as telephone events; offered and answered by RFC 3264. */
export class AudioSession implements MediaSession {
  onTone: ((tone: string, durationMs: number) => void) | null = null;
  private readonly options: AudioOptions;
  private readonly id = Math.floor(Math.random() * 0x7fffffff);
  private version = 0;
  private own: MediaDirection = "sendrecv";
  private agreed: MediaDirection = "inactive";
  private codec: G711 = PCMU;
  private rtp: RtpPort | null = null;
  private opening: Promise<RtpPort> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private startedAt = 0;
  private packets = 0;
  private tone: Uint8Array | null = null;
  /** The payload type that telephone events come with. */
  private toneType = USUAL_TONE_TYPE;
  private readonly tones = new ToneReader((tone, durationMs) => this.onTone?.(tone, durationMs));
  private closed = false;

  constructor(options: AudioOptions) {
    this.options = options;
  }

  /** RTP packets sent and received. */
  get counts(): { readonly sent: number; readonly received: number } {
    return { sent: this.rtp?.sent ?? 0, received: this.rtp?.received ?? 0 };
  }

  async offer(): Promise<string> {
    const { port } = await this.open();
    return write(this.describe([this.audio(port, codecs, this.toneType, this.own, "RTP/AVP")]));
  }

  /** Throws when the offer has no audio that this side can play: that refuses it with 488. */
  async answer(offer: string): Promise<string> {
    const { port } = await this.open();
    const theirs = parse(offer);
    let taken = false;
    const media = theirs.media.slice(0, 32).map((each) => {
      const common = taken ? [] : usable(each);
      if (common.length === 0) return refused(each);
      taken = true;
      const direction = meet(reversed[directionOf(offer)], this.own);
      this.agree(theirs, each, common[0] as G711, direction);
      const toneType = toneTypeOf(each);
      this.toneType = toneType ?? this.toneType;
      return this.audio(port, common.slice(0, 1), toneType, direction, each.protocol);
    });
    if (!taken) throw new Error("the offer has no audio in PCMU or PCMA");
    return write(this.describe(media));
  }

  /** Throws when the answer took nothing of the offer. */
  accept(answer: string): void {
    const theirs = parse(answer);
    const audio = theirs.media.find((each) => usable(each).length > 0);
    if (audio === undefined) throw new Error("the answer has no audio in PCMU or PCMA");
    this.agree(theirs, audio, usable(audio)[0] as G711, meet(reversed[directionOf(answer)], this.own));
  }

  hold(direction: MediaDirection): void {
    this.own = direction;
  }

  fork(): MediaSession {
    return new AudioSession(this.options);
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.rtp?.close();
  }

  private open(): Promise<RtpPort> {
    this.opening ??= RtpPort.open(this.options.host).then((rtp) => {
      this.rtp = rtp;
      if (this.closed) rtp.close();
      rtp.onPacket = (packet) => {
        const { payloadType, payload } = packet;
        if (payloadType === this.toneType) this.tones.take(packet);
        else if (payloadType === this.codec && this.options.sound === "echo" && sends(this.agreed))
          rtp.send(this.codec, payload, payload.length);
      };
      return rtp;
    });
    return this.opening;
  }

  private agree(theirs: SessionDescription, media: MediaDescription, codec: G711, direction: MediaDirection): void {
    const host = media.connection?.ip ?? theirs.connection?.ip ?? "";
    this.codec = codec;
    this.agreed = direction;
    if (isIP(host) !== 0 && host !== "0.0.0.0" && media.port > 0) this.rtp?.sendTo(host, media.port);
    this.tone = this.options.sound === "tone" ? toneSecond(codec, TONE_HERTZ) : null;
    if (sends(direction) && this.options.sound !== "echo") this.start();
    else this.stop();
  }

  private start(): void {
    if (this.timer !== null || this.closed) return;
    this.startedAt = performance.now();
    this.packets = 0;
    this.timer = setInterval(() => this.play(), PACKET_MS).unref();
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** Sends what is due by the clock: a timer that fires late makes the stream late, not slow. */
  private play(): void {
    const due = Math.floor((performance.now() - this.startedAt) / PACKET_MS);
    if (due - this.packets > MOST_AT_ONCE) this.packets = due - MOST_AT_ONCE;
    for (; this.packets < due; this.packets++) {
      this.rtp?.send(this.codec, this.samples(), SAMPLES_PER_PACKET, this.packets === 0);
    }
  }

  private samples(): Uint8Array {
    if (this.tone === null) return new Uint8Array(SAMPLES_PER_PACKET).fill(silenceOctet(this.codec));
    const from = (this.packets * SAMPLES_PER_PACKET) % SAMPLE_RATE;
    return this.tone.subarray(from, from + SAMPLES_PER_PACKET);
  }

  private describe(media: (MediaDescription & { protocol: string })[]): SessionDescription {
    const { host } = this.options;
    const ipVer = host.includes(":") ? 6 : 4;
    return {
      version: 0,
      origin: {
        username: "-",
        sessionId: this.id,
        sessionVersion: ++this.version,
        netType: "IN",
        ipVer,
        address: host,
      },
      name: "-",
      connection: { version: ipVer, ip: host },
      timing: { start: 0, stop: 0 },
      media: media as SessionDescription["media"],
    } as SessionDescription;
  }

  private audio(
    port: number,
    offered: readonly G711[],
    toneType: number | null,
    direction: MediaDirection,
    protocol: string,
  ) {
    const sounds = offered.map((payload) => ({
      payload,
      codec: payload === PCMU ? "PCMU" : "PCMA",
      rate: SAMPLE_RATE,
    }));
    const tones = toneType === null ? [] : [{ payload: toneType, codec: "telephone-event", rate: SAMPLE_RATE }];
    return {
      type: "audio",
      port,
      protocol,
      payloads: [...sounds, ...tones].map(({ payload }) => payload).join(" "),
      rtp: [...sounds, ...tones],
      fmtp: tones.map(({ payload }) => ({ payload, config: TONE_EVENTS })),
      ptime: PACKET_MS,
      direction,
    } as unknown as MediaDescription & { protocol: string };
  }
}

/** The codecs of this medium that can be played here, in the order it prefers them. */
function usable({ type, protocol = "", port, payloads = "" }: MediaDescription): G711[] {
  if (type !== "audio" || port === 0 || !/^RTP\/AVPF?$/.test(protocol)) return [];
  const offered = String(payloads).split(" ").map(Number);
  return offered.filter((each): each is G711 => each === PCMU || each === PCMA);
}

/** The payload type that a description gives to telephone events at the rate of its sound; null when it has none. */
function toneTypeOf({ rtp }: MediaDescription): number | null {
  const named = rtp.find(({ codec, rate }) => codec.toLowerCase() === "telephone-event" && rate === SAMPLE_RATE);
  return named === undefined || named.payload < 96 || named.payload > 127 ? null : named.payload;
}

/** RFC 3264 §6: what is refused keeps its m line, with port 0. */
function refused(media: MediaDescription): MediaDescription & { protocol: string } {
  const { type, protocol = "RTP/AVP", payloads = "0" } = media;
  return { type, port: 0, protocol, payloads, rtp: [], fmtp: [] };
}

/** What both sides want. */
function meet(a: MediaDirection, b: MediaDirection): MediaDirection {
  const sending = sends(a) && sends(b);
  const receiving = receives(a) && receives(b);
  if (sending) return receiving ? "sendrecv" : "sendonly";
  return receiving ? "recvonly" : "inactive";
}
