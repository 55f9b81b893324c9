import { type Call, PhoneAgent, type RegisterOptions, type Registration, type UserAgentSettings } from "../ua/mod.ts";
import { InstanceNames } from "./instance-names.ts";
import { BrowserKernel } from "./kernel.ts";
import { PeerMedia, type PeerMediaOptions } from "./peer-media.ts";
import { type ConnectionState, ServerLocator, WebSocketTransport } from "./web-socket-transport.ts";

/** Settings of a user agent in a browser page: those of every user agent, its servers, and what is sent and heard. */
export interface BrowserAgentSettings extends UserAgentSettings {
  /** Where the server is, as `wss://sip.example.com/sip`; several are tried in turn. */
  readonly webSocket: string | readonly string[];
  /** Media of the calls, unless `media` makes sessions of its own. */
  readonly peer?: PeerMediaOptions;
}

/**
 * A user agent in a browser page: SIP over one WebSocket (RFC 7118), media by WebRTC. Transfers, subscriptions and publications are
 * functions of `ringback/ua` here (`transfer(agent, call, target)`, `subscribe(agent, …)`): a page that needs none is a third lighter.
 */
export class BrowserUserAgent extends PhoneAgent implements AsyncDisposable {
  readonly kernel: BrowserKernel;
  /** Told when the connection to the server comes and goes. */
  onConnection: ((state: ConnectionState, reason: string) => void) | null = null;
  private readonly sockets: WebSocketTransport;
  private readonly instances: InstanceNames;
  private readonly restarted = new WeakSet<Call>();

  /** Connects when something is to be sent; `openUserAgent` connects at once. Throws a TypeError when the settings make no sense. */
  constructor(settings: BrowserAgentSettings) {
    const kernel = new BrowserKernel();
    const { webSocket, peer } = settings;
    const transport = new WebSocketTransport(kernel, typeof webSocket === "string" ? [webSocket] : webSocket);
    const media = () => {
      const session = new PeerMedia(peer);
      session.onFailed = () => this.recover(session);
      return session;
    };
    super(
      { kernel, transport, locator: new ServerLocator(transport), attach: (user) => transport.attach(user) },
      { userAgent: "Ringback (browser)", media, ...settings },
    );
    this.kernel = kernel;
    this.sockets = transport;
    this.instances = new InstanceNames(settings.uri);
    transport.onState = (state, reason) => this.core.guard(null, () => this.onConnection?.(state, reason));
    globalThis.addEventListener?.("online", this.onOnline);
    globalThis.addEventListener?.("pagehide", this.onPageHide);
  }

  /** Whether there is a connection to the server. */
  get connection(): ConnectionState {
    return this.sockets.state;
  }

  /** Connects now. Rejects with an Error that says in one line what failed. */
  connect(): Promise<void> {
    return this.sockets.connect();
  }

  /**
   * Binds this page to its user's address of record (see `PhoneAgent.register`). Unless the options say otherwise the flow itself
   * is registered (RFC 5626), under a name that lasts as long as the tab: a page that is loaded again replaces its binding.
   */
  override register(options: RegisterOptions = {}): Registration {
    const { outbound = true } = options;
    const name = options.instance ?? (outbound ? this.instances.take() : null);
    return super.register({ ...options, outbound, ...(name === null ? {} : { instance: name }) });
  }

  /** The WebRTC media of a call that is established; null when the application gave it others. */
  mediaOf(call: Call): PeerMedia | null {
    const media = call.session?.media;
    return media instanceof PeerMedia ? media : null;
  }

  /** Hangs up what runs, withdraws what is registered, and closes the connection. */
  override async close(): Promise<void> {
    globalThis.removeEventListener?.("online", this.onOnline);
    globalThis.removeEventListener?.("pagehide", this.onPageHide);
    await super.close();
    this.instances.giveBack();
    this.sockets.close();
    this.kernel.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Another network: the old connection is dead, though nothing has said so yet. Registrations make a new one. */
  private readonly onOnline = (): void => {
    this.sockets.reset("the network changed");
    for (const registration of this.registrations) if (registration.state === "waiting") void registration.refresh();
  };

  /** The page goes away: BYE and REGISTER still leave, their answers come to nobody. */
  private readonly onPageHide = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) return;
    this.instances.giveBack();
    void this.close();
  };

  /** The way of the media is lost: looks for another one once, then hangs up. */
  private recover(media: PeerMedia): void {
    const call = this.calls.find((each) => each.session?.media === media);
    if (call === undefined) return;
    if (this.restarted.has(call)) void call.hangUp();
    else {
      this.restarted.add(call);
      media.restartIce();
      void call.reinvite();
    }
  }
}

/**
 * Opens a user agent in this page and connects it.
 *
 * ```ts
 * const agent = await openUserAgent({ uri: "sip:alice@example.com", account: { password }, webSocket: "wss://example.com/sip" });
 * const outcome = await agent.call("sip:bob@example.com").outcome;
 * ```
 *
 * Rejects with an Error that says what could not be reached, throws a TypeError when the settings make no sense.
 */
export async function openUserAgent(settings: BrowserAgentSettings): Promise<BrowserUserAgent> {
  const agent = new BrowserUserAgent(settings);
  try {
    await agent.connect();
    return agent;
  } catch (error) {
    await agent.close();
    throw error;
  }
}
