import type { MediaDirection, MediaSession } from "../ua/mod.ts";

/** What is sent and heard. */
export interface PeerMediaOptions {
  /** STUN and TURN servers. Default none: enough where both sides are in one network. */
  readonly iceServers?: readonly RTCIceServer[];
  /** What else the peer connection is told. */
  readonly configuration?: RTCConfiguration;
  /** Milliseconds to gather addresses before the description leaves with those there are. Default 1000. */
  readonly gatheringMs?: number;
  /** What is captured. Default `{ audio: true }`. */
  readonly capture?: MediaStreamConstraints;
  /** Sent in the place of what would be captured; the application's own, and not stopped at the end. */
  readonly stream?: MediaStream;
  /** Plays what the peer sends; false plays nothing (see `PeerMedia.remote`). Default an element of its own. */
  readonly output?: HTMLMediaElement | false;
}

const GATHERING_MS = 1000;

/** The media of one call by WebRTC: a microphone, a peer connection, and something to hear the other side by. */
export class PeerMedia implements MediaSession {
  /** What the peer sends. */
  readonly remote = new MediaStream();
  /** The connection is lost and did not come back by itself. */
  onFailed: (() => void) | null = null;
  private readonly options: PeerMediaOptions;
  private peer: RTCPeerConnection | null = null;
  private captured: Promise<MediaStream> | null = null;
  private sent: MediaStream | null = null;
  private output: HTMLMediaElement | null = null;
  private direction: MediaDirection = "sendrecv";
  private answered = "";
  private isMuted = false;
  private isClosed = false;

  constructor(options: PeerMediaOptions = {}) {
    this.options = options;
  }

  /** The peer connection, for statistics and whatever is not here; made when it is first needed. */
  get connection(): RTCPeerConnection {
    this.peer ??= this.connect();
    return this.peer;
  }

  /** Sends silence, or the microphone again. */
  set muted(muted: boolean) {
    this.isMuted = muted;
    this.applyMute();
  }

  get muted(): boolean {
    return this.isMuted;
  }

  async offer(): Promise<string> {
    const { connection } = this;
    await this.attach(connection);
    this.applyDirection(connection);
    await connection.setLocalDescription();
    return await this.described(connection);
  }

  async answer(offer: string): Promise<string> {
    const { connection } = this;
    await connection.setRemoteDescription({ type: "offer", sdp: offer });
    await this.attach(connection);
    this.applyDirection(connection);
    await connection.setLocalDescription();
    return await this.described(connection);
  }

  async accept(answer: string): Promise<void> {
    const { connection } = this;
    if (connection.signalingState === "stable") {
      // The answer to a refresh, which repeated the offer in force; or that of another phone than sent early media.
      if (answer === this.answered) return;
      await connection.setLocalDescription();
    }
    await connection.setRemoteDescription({ type: "answer", sdp: answer });
    this.answered = answer;
  }

  hold(direction: MediaDirection): void {
    this.direction = direction;
    this.applyMute();
  }

  /** Sends DTMF as telephone events in the media (RFC 4733). Milliseconds. Throws when the peer takes none. */
  sendDtmf(tones: string, options: { readonly durationMs?: number; readonly gapMs?: number } = {}): void {
    const dtmf = this.connection.getSenders().find(({ track }) => track?.kind === "audio")?.dtmf ?? null;
    if (dtmf === null || !dtmf.canInsertDTMF)
      throw new Error("the peer takes no telephone events: use call.sendDtmf()");
    dtmf.insertDTMF(tones, options.durationMs ?? 160, options.gapMs ?? 70);
  }

  /** The next offer looks for new ways to the peer, as after a change of the network: `call.reinvite()` sends it. */
  restartIce(): void {
    this.peer?.restartIce();
  }

  close(): void {
    this.isClosed = true;
    this.peer?.close();
    if (this.options.stream === undefined) for (const track of this.sent?.getTracks() ?? []) track.stop();
    if (this.output !== null) this.output.srcObject = null;
  }

  private connect(): RTCPeerConnection {
    const { configuration, iceServers = [] } = this.options;
    const connection = new RTCPeerConnection({ iceServers: [...iceServers], ...configuration });
    connection.ontrack = ({ track }) => {
      this.remote.addTrack(track);
      this.play();
    };
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === "failed") this.onFailed?.();
    };
    if (this.isClosed) connection.close();
    return connection;
  }

  private play(): void {
    if (this.output !== null || this.options.output === false) return;
    const element = this.options.output ?? new Audio();
    this.output = element;
    element.autoplay = true;
    element.srcObject = this.remote;
    // A page that nobody has touched may not make a sound; the browser says so on the console.
    element.play()?.catch(() => {});
  }

  /** Adds what this side sends, once. */
  private async attach(connection: RTCPeerConnection): Promise<void> {
    if (this.sent !== null) return;
    const { stream, capture = { audio: true } } = this.options;
    this.captured ??= stream === undefined ? navigator.mediaDevices.getUserMedia(capture) : Promise.resolve(stream);
    const sent = await this.captured;
    if (this.isClosed) {
      if (stream === undefined) for (const track of sent.getTracks()) track.stop();
      throw new Error("the call ended while the microphone was being opened");
    }
    if (this.sent !== null) return;
    this.sent = sent;
    for (const track of sent.getTracks()) connection.addTrack(track, sent);
    this.applyMute();
  }

  /** What has a track is sent in the direction that is wanted; what has none is received at most, and only of our kinds. */
  private applyDirection(connection: RTCPeerConnection): void {
    const kinds = new Set(["audio", ...(this.sent?.getTracks() ?? []).map(({ kind }) => kind)]);
    for (const transceiver of connection.getTransceivers()) {
      if (transceiver.currentDirection === "stopped") continue;
      const { sender, receiver } = transceiver;
      if (!kinds.has(receiver.track.kind)) transceiver.direction = "inactive";
      else if (sender.track !== null) transceiver.direction = this.direction;
      else
        transceiver.direction =
          this.direction.endsWith("recv") || this.direction === "recvonly" ? "recvonly" : "inactive";
    }
  }

  /** Whoever is on hold hears silence, not the room. */
  private applyMute(): void {
    for (const track of this.sent?.getTracks() ?? []) track.enabled = !this.isMuted && this.direction === "sendrecv";
  }

  /** The local description once all addresses are known, or those that were found in time. */
  private async described(connection: RTCPeerConnection): Promise<string> {
    const { gatheringMs = GATHERING_MS } = this.options;
    if (connection.iceGatheringState !== "complete") {
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, gatheringMs);
        connection.addEventListener("icegatheringstatechange", () => {
          if (connection.iceGatheringState !== "complete") return;
          clearTimeout(limit);
          resolve();
        });
      });
    }
    const { localDescription } = connection;
    if (localDescription === null) throw new Error("the peer connection has no description");
    return localDescription.sdp;
  }
}
