/** Which way media flows, as SDP attributes say it (RFC 3264 §5.1). */
export type MediaDirection = "sendrecv" | "sendonly" | "recvonly" | "inactive";

/**
 * The media of one call, given by the application; texts are SDP. What a method returns may be a promise; one that throws
 * or is rejected refuses the offer (488) or ends the call.
 */
export interface MediaSession {
  /** A new offer in the present direction. */
  offer(): string | Promise<string>;
  /** Takes the peer's offer and returns the answer to it. */
  answer(offer: string): string | Promise<string>;
  /** Takes the peer's answer to the last offer. */
  accept(answer: string): void | Promise<void>;
  /** From now on offers and answers say this direction. */
  hold(direction: MediaDirection): void;
  /** Called with each tone that came with the media (RFC 4733). Media that hear tones have this member, null at first; the call sets it. */
  onTone?: ((tone: string, durationMs: number) => void) | null;
  /** A session of its own for another phone that answered the same offer, when the caller keeps more than one. */
  fork?(): MediaSession;
  close(): void;
}

const reversed: Readonly<Record<MediaDirection, MediaDirection>> = {
  sendrecv: "sendrecv",
  sendonly: "recvonly",
  recvonly: "sendonly",
  inactive: "inactive",
};

/** Directions that both the peer's wish and ours allow. */
function both(peer: MediaDirection, own: MediaDirection): MediaDirection {
  const mirrored = reversed[peer];
  const sends = mirrored.startsWith("send") && own.startsWith("send");
  const receives = mirrored.endsWith("recv") || mirrored === "recvonly";
  const wants = own === "sendrecv" || own === "recvonly";
  if (sends) return receives && wants ? "sendrecv" : "sendonly";
  return receives && wants ? "recvonly" : "inactive";
}

/**
 * Media without media: PCMU and PCMA at port 9 (discard). Enough to make, hold and end calls where no sound is wanted: in a
 * test, a probe, a redirecting attendant.
 */
export class SilentMedia implements MediaSession {
  private readonly host: string;
  private readonly id: number;
  private version = 0;
  private direction: MediaDirection = "sendrecv";

  /** `host` is the numeric address to name, `id` any number to tell sessions apart by. */
  constructor(host: string, id: number) {
    this.host = host;
    this.id = id;
  }

  offer(): string {
    return this.head() + this.audio("0 8", this.direction);
  }

  answer(offer: string): string {
    let body = this.head();
    for (const line of mediaLines(offer)) {
      const [kind = "", , protocol = "RTP/AVP", ...formats] = line.slice(2).split(" ");
      const known = formats.filter((format) => format === "0" || format === "8");
      const usable = kind === "audio" && protocol.startsWith("RTP/") && known.length > 0;
      // RFC 3264 §6: as many m lines as the offer has, and port 0 for what is refused.
      if (usable) body += this.audio(known.join(" "), both(directionOf(offer), this.direction), protocol);
      else body += `m=${kind} 0 ${protocol} ${formats.join(" ")}\r\n`;
    }
    return body;
  }

  accept(): void {}

  hold(direction: MediaDirection): void {
    this.direction = direction;
  }

  fork(): MediaSession {
    return new SilentMedia(this.host, this.id + 1);
  }

  close(): void {}

  private head(): string {
    const family = this.host.includes(":") ? "IP6" : "IP4";
    this.version++;
    return `v=0\r\no=- ${this.id} ${this.version} IN ${family} ${this.host}\r\ns=-\r\nc=IN ${family} ${this.host}\r\nt=0 0\r\n`;
  }

  private audio(formats: string, direction: MediaDirection, protocol = "RTP/AVP"): string {
    const maps = formats.split(" ").map((format) => `a=rtpmap:${format} ${format === "0" ? "PCMU" : "PCMA"}/8000\r\n`);
    return `m=audio 9 ${protocol} ${formats}\r\n${maps.join("")}a=${direction}\r\n`;
  }
}

/** The m lines of a session description, at most 32 of them. */
function mediaLines(sdp: string): string[] {
  return sdp
    .split(/\r?\n/)
    .filter((line) => line.startsWith("m="))
    .slice(0, 32);
}

/** The direction of the first medium, or of the session; a zero address means on hold (RFC 2543). */
export function directionOf(sdp: string): MediaDirection {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(sdp);
  if (found !== null) return found[1] as MediaDirection;
  return /^c=IN IP4 0\.0\.0\.0\s*$/m.test(sdp) ? "sendonly" : "sendrecv";
}
