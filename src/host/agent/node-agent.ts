import { isIP } from "node:net";
import { parseSipUri, uriParam } from "../../syntax/mod.ts";
import { type Locating, Locator } from "../../transport/mod.ts";
import { UserAgent, type UserAgentSettings } from "../../ua/mod.ts";
import { SystemResolver } from "../dns.ts";
import { NodeKernel } from "../kernel.ts";
import { AudioSession, type Sound } from "../media/audio-session.ts";
import type { ListenerSpec } from "../sockets/listening.ts";
import type { TlsFiles } from "../sockets/tls.ts";
import { NodeTransport } from "../sockets/transport.ts";
import { connectWebSocket } from "../sockets/websocket-client.ts";
import { packageVersion } from "../version.ts";
import { localAddressFor } from "./local-address.ts";

/** Settings of a user agent on Node: those of every user agent, and its sockets. */
export interface NodeAgentSettings extends UserAgentSettings {
  /** Numeric address of this machine to speak from; the one that leads to the proxy or domain when absent. */
  readonly localAddress?: string;
  /** The host that the requests go to, where that is neither the proxy nor the domain of `uri`. */
  readonly toward?: string;
  /** Port for UDP and TCP; any free one when absent. */
  readonly localPort?: number;
  /** A WebSocket to send everything through (RFC 7118), as `ws://127.0.0.1:8060/sip` or `wss://…`. */
  readonly webSocket?: string;
  /** Certificate and key for TLS, where the peer asks for them. */
  readonly tls?: TlsFiles;
  /** False talks to TLS peers whose certificate cannot be verified. Default true. */
  readonly rejectUnauthorized?: boolean;
  /** What the other side hears, unless `media` makes sessions of its own. Default `silence`. */
  readonly sound?: Sound;
}

/** A user agent with sockets of its own. `close` (or `await using`) ends its calls and gives the sockets back. */
export class NodeUserAgent extends UserAgent implements AsyncDisposable {
  readonly kernel: NodeKernel;
  /** The address it speaks from. */
  readonly localAddress: string;
  private readonly sockets: NodeTransport;

  /** Use `openUserAgent`. */
  constructor(parts: NodeAgentParts, settings: UserAgentSettings) {
    const { kernel, transport, locator } = parts;
    super({ kernel, transport, locator, attach: (user) => transport.attach(user) }, settings);
    this.kernel = kernel;
    this.sockets = transport;
    this.localAddress = parts.localAddress;
  }

  /** Hangs up what runs, waits for it to end, and closes the sockets. */
  override async close(): Promise<void> {
    await super.close();
    await this.sockets.close();
    this.kernel.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

interface NodeAgentParts {
  readonly kernel: NodeKernel;
  readonly transport: NodeTransport;
  readonly locator: Locating;
  readonly localAddress: string;
}

/**
 * Opens a user agent on this machine: UDP, TCP and TLS, or one WebSocket.
 *
 * ```ts
 * await using agent = await openUserAgent({ uri: "sip:alice@example.com", account: { password: "secret" } });
 * const outcome = await agent.call("sip:bob@example.com").outcome;
 * ```
 *
 * Throws an Error that says which port or connection could not be opened, a TypeError when the settings make no sense.
 */
export async function openUserAgent(settings: NodeAgentSettings): Promise<NodeUserAgent> {
  const localAddress = settings.localAddress ?? (await localAddressFor(nearest(settings)));
  if (isIP(localAddress) === 0) throw new TypeError(`localAddress: "${localAddress}" is no numeric address`);
  const kernel = new NodeKernel();
  const { rejectUnauthorized = true, sound = "silence", webSocket } = settings;
  const transport = new NodeTransport(kernel, { listeners: specs(settings, localAddress), rejectUnauthorized });
  const refused = await transport.listen();
  if (refused !== null) throw new Error(refused.text);
  const complete = {
    userAgent: `Ringback/${packageVersion()}`,
    media: () => new AudioSession({ host: localAddress, sound }),
    ...settings,
  };
  try {
    const locator =
      webSocket === undefined
        ? new Locator(kernel, new SystemResolver(), transport)
        : await connectWebSocket(transport, webSocket, rejectUnauthorized);
    return new NodeUserAgent({ kernel, transport, locator, localAddress }, complete);
  } catch (error) {
    await transport.close();
    kernel.close();
    throw error;
  }
}

/** The host that the first request goes to. */
function nearest({ uri, outboundProxy, webSocket, toward }: NodeAgentSettings): string {
  if (webSocket !== undefined) return URL.parse(webSocket)?.hostname ?? "";
  if (toward !== undefined && outboundProxy === undefined) return toward;
  const next = parseSipUri(outboundProxy ?? uri);
  return next === null ? "" : (uriParam(next.params, "maddr") ?? next.host);
}

function specs({ localPort = 0, tls }: NodeAgentSettings, host: string): ListenerSpec[] {
  const secured = tls === undefined ? {} : { tls };
  return [
    { protocol: "UDP", host, port: localPort },
    { protocol: "TCP", host, port: localPort },
    { protocol: "TLS", host, port: 0, ...secured },
  ];
}
