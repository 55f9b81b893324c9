/** Ringback's user agent as one of the peers: in this process, registered like a phone, its media counted. */
import { AudioSession, type NodeUserAgent, openUserAgent, type Sound } from "../../src/host/mod.ts";
import type { Call, IncomingCall, RedirectPolicy, Registration } from "../../src/ua/mod.ts";
import { Occurrences } from "./occurrences.ts";
import type { Peer } from "./process.ts";
import type { Stage } from "./stage.ts";
import { summary, type WireMessage, wireMessage } from "./wire.ts";

export interface AgentPeerSettings {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  /** `host:port` of the registrar, which is the outbound proxy too. */
  readonly registrar: string;
  readonly transport: "udp" | "tcp";
  /** What its calls hear. `echo` when left out. */
  readonly sound?: Sound;
  readonly redirects?: RedirectPolicy;
  /** Seconds to register for. 600 when left out. */
  readonly expires?: number;
}

/** Something a call of the agent told its application. */
export interface AgentEvent {
  readonly type: "incoming" | "hold" | "tone" | "ended";
  readonly call: Call;
  /** The direction, the tone, or the cause of the end. */
  readonly detail: string;
}

const STEP_MS = 5_000;
const COUNT_EVERY_MS = 20;

export class AgentPeer implements Peer {
  readonly name: string;
  readonly aor: string;
  readonly agent: NodeUserAgent;
  readonly events: Occurrences<AgentEvent>;
  readonly wire: Occurrences<WireMessage>;
  /** The media of each call, in the order they began. */
  readonly media: AudioSession[];
  /** What the next incoming call meets; a call that meets nothing rings. */
  onCall: (call: IncomingCall) => unknown = (call) => call.ring();
  registration: Registration | null = null;

  private constructor(settings: AgentPeerSettings, agent: NodeUserAgent, media: AudioSession[]) {
    this.name = `agent ${settings.user}`;
    this.aor = `sip:${settings.user}@${settings.domain}`;
    this.agent = agent;
    this.media = media;
    this.events = new Occurrences(this.name);
    this.wire = new Occurrences(this.name);
    agent.kernel.observations.subscribe(["message"], (observation) => {
      if (observation.type !== "message") return;
      const { direction, flow, text } = observation;
      const transport = flow.protocol === "UDP" ? "UDP" : "TCP";
      const message = wireMessage(direction === "in", transport, text.split("\r\n"));
      if (message !== null) this.wire.push(message);
    });
    agent.onCall = async (call) => {
      this.watch(call);
      this.events.push({ type: "incoming", call, detail: call.from?.uri ?? "" });
      await this.onCall(call);
    };
  }

  /** Opens the agent and registers it. @throws Error when the registrar refuses */
  static async start(stage: Stage, settings: AgentPeerSettings): Promise<AgentPeer> {
    const { user, password, domain, registrar, transport } = settings;
    const { sound = "echo", redirects = "follow", expires = 600 } = settings;
    const media: AudioSession[] = [];
    const agent = await openUserAgent({
      uri: `sip:${user}@${domain}`,
      account: { password },
      localAddress: "127.0.0.1",
      outboundProxy: `sip:${registrar};transport=${transport}`,
      redirects,
      media: () => {
        const session = new AudioSession({ host: "127.0.0.1", sound });
        media.push(session);
        return session;
      },
    });
    const peer = stage.add(new AgentPeer(settings, agent, media));
    peer.registration = agent.register({ expires });
    const outcome = await peer.registration.outcome;
    if (outcome.code !== 200) throw new Error(`${peer.name}: not registered: ${outcome.code} ${outcome.text}`);
    return peer;
  }

  /** Calls, and tells what the call says. */
  dial(uri: string, options: Parameters<NodeUserAgent["call"]>[1] = {}) {
    return this.watch(this.agent.call(uri, options));
  }

  /** The next call that comes in. @param timeoutMs milliseconds */
  async incoming(timeoutMs = STEP_MS): Promise<IncomingCall> {
    return (await this.until("incoming", timeoutMs)).call as IncomingCall;
  }

  /** The next thing of this kind. @param timeoutMs milliseconds */
  until(type: AgentEvent["type"], timeoutMs = STEP_MS): Promise<AgentEvent> {
    return this.events.until((event) => event.type === type, timeoutMs, type);
  }

  /** Waits until the newest call has heard `packets` more RTP packets and sent as many. @throws Error after 5 s */
  async talks(packets = 20): Promise<void> {
    const session = this.media.at(-1);
    const before = session?.counts ?? { sent: 0, received: 0 };
    const deadline = Date.now() + STEP_MS;
    for (;;) {
      const now = session?.counts ?? before;
      if (now.received - before.received >= packets && now.sent - before.sent >= packets) return;
      if (Date.now() > deadline)
        throw new Error(
          `${this.name}: ${now.sent - before.sent} packets sent and ${now.received - before.received} heard in ${STEP_MS} ms`,
        );
      await new Promise((resolve) => setTimeout(resolve, COUNT_EVERY_MS));
    }
  }

  /**
   * How many RTP packets the newest call sends or hears in 300 ms, after 200 ms in which what was under way may arrive.
   * Sound is 15 of them.
   */
  async passed(way: "sent" | "received"): Promise<number> {
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const session = this.media.at(-1);
    await pause(200);
    const before = session?.counts[way] ?? 0;
    await pause(300);
    return (session?.counts[way] ?? 0) - before;
  }

  /** Passes over what nobody has waited for, and lets calls ring again. */
  forget(): void {
    for (const stream of [this.events, this.wire]) stream.skip();
    this.onCall = (call) => call.ring();
  }

  tail(lines: number): readonly string[] {
    return this.wire.all.slice(-lines).map(summary);
  }

  async close(): Promise<void> {
    // Peers that are gone already would be waited for: 32 s for each BYE.
    await Promise.race([this.agent.close(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    for (const stream of [this.events, this.wire]) stream.end("the agent was closed");
  }

  private watch<C extends Call>(call: C): C {
    const tell = (type: AgentEvent["type"], detail: string): void => this.events.push({ type, call, detail });
    call.onHold = (direction) => tell("hold", direction);
    call.onDtmf = (tone) => tell("tone", tone);
    call.onEnded = ({ cause }) => tell("ended", cause);
    return call;
  }
}
