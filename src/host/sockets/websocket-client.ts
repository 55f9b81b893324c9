import { WebSocket } from "ws";
import type { SipUri } from "../../syntax/mod.ts";
import type { Listener, Locating, Target } from "../../transport/mod.ts";
import type { NodeTransport } from "./transport.ts";
import { WebSocketConnection } from "./websocket.ts";

const PING_MS = 30_000;
const CONNECT_MS = 10_000;
const LARGEST_MESSAGE = 1_114_112;

/** Where a WebSocket client's requests go: to its server, whatever their URI says; what must be secured only over `wss:`. */
class WebSocketLocator implements Locating {
  private readonly server: Target;

  constructor(server: Target) {
    this.server = server;
  }

  locate({ scheme }: SipUri): Target[] {
    return scheme === "sips" && this.server.protocol !== "WSS" ? [] : [this.server]; // RFC 3261 §26.2.2
  }

  /** The connection itself tells whether the server is there. */
  markFailed(): void {}
}

/**
 * Opens a WebSocket for SIP (RFC 7118) and adds it to `transport` as a flow. Resolves to what sends everything there; whoever
 * sends after it was lost opens it anew. Rejects with an Error that says in one line what failed.
 */
export async function connectWebSocket(transport: NodeTransport, url: string, verify: boolean): Promise<Locating> {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== "ws:" && parsed.protocol !== "wss:"))
    throw new TypeError(`webSocket: "${url}" is no ws: or wss: URL`);
  const protocol = parsed.protocol === "wss:" ? "WSS" : "WS";
  const options = {
    handshakeTimeout: CONNECT_MS,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    rejectUnauthorized: verify,
  };
  const webSocket = new WebSocket(url, "sip", options);
  const { remoteAddress, remotePort } = await opened(webSocket, url);
  // RFC 7118 §5: a client cannot be reached by an address; Via and Contact hold a name under .invalid instead.
  const sentBy = `${transport.kernel.random.token(12)}.invalid`;
  const listener: Listener = { protocol, host: "0.0.0.0", port: 0, sentBy };
  transport.addListener(listener);
  const ends = { protocol, listener, remoteHost: remoteAddress, remotePort, inbound: false, domain: "" } as const;
  transport.addConnection(new WebSocketConnection(transport, ends, webSocket, PING_MS));
  transport.redial = (host, port) => {
    if (host !== remoteAddress || port !== remotePort) return null;
    const again = new WebSocketConnection(transport, ends, new WebSocket(url, "sip", options), PING_MS);
    transport.addConnection(again);
    return again;
  };
  return new WebSocketLocator({ protocol, host: remoteAddress, port: remotePort, domain: "" });
}

function opened(webSocket: WebSocket, url: string): Promise<{ remoteAddress: string; remotePort: number }> {
  return new Promise((resolve, reject) => {
    webSocket.once("error", (error) => reject(new Error(`no WebSocket to ${url}: ${error.message}`)));
    webSocket.once("upgrade", ({ socket }) => {
      const { remoteAddress = "", remotePort = 0 } = socket;
      webSocket.once("open", () => {
        webSocket.removeAllListeners("error");
        resolve({ remoteAddress: remoteAddress.replace(/^::ffff:/, ""), remotePort });
      });
    });
  });
}
