/** A user agent's home in a browser page: a WebSocket, WebRTC, the page's clock. */

export { type BrowserAgentSettings, BrowserUserAgent, openUserAgent } from "./agent.ts";
export { BrowserKernel } from "./kernel.ts";
export { PeerMedia, type PeerMediaOptions } from "./peer-media.ts";
export { WebSocketFlow, type WebSocketFlowOwner, type WebSocketServerAddress } from "./web-socket-flow.ts";
export { type ConnectionState, ServerLocator, WebSocketTransport } from "./web-socket-transport.ts";
