import type { Fault } from "../kernel/mod.ts";

/** Transport protocols as they stand in a Via (RFC 3261 §20.42, RFC 7118 §5). */
export type Protocol = "UDP" | "TCP" | "TLS" | "WS" | "WSS";

/** True for the protocols that retransmit by themselves, so that Timers A, E and G stay silent. */
export function isReliable(protocol: Protocol): boolean {
  return protocol !== "UDP";
}

/** True for the protocols that may carry a SIPS request (RFC 3261 §26.2.2). */
export function isSecure(protocol: Protocol): boolean {
  return protocol === "TLS" || protocol === "WSS";
}

/** An address this server listens on, and how it names itself there. */
export interface Listener {
  readonly protocol: Protocol;
  /** Numeric address bound to, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** What stands in Via and Record-Route: `host:port` (IPv6 in brackets), the advertised address where one is configured. */
  readonly sentBy: string;
  /** Of a listener on every address of its family: those addresses, IPv6 without brackets. Absent, it is `host` alone. */
  readonly hosts?: readonly string[];
}

/** Where a message is sent: numeric address, port and protocol (the outcome of RFC 3263). */
export interface Target {
  readonly protocol: Protocol;
  /** IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** The name that led here, for the certificate check of TLS; "" when the URI was numeric. */
  readonly domain: string;
}

/** Told when a flow it depends on is gone. */
export interface FlowUser {
  onFlowClosed(flow: Flow, reason: string): void;
  /** The peer answered a `ping`. */
  onPong?(flow: Flow): void;
}

/**
 * The way to one peer (RFC 5626 §3.1): for UDP the pair of addresses, else one connection, open or being opened. Sending
 * never waits; what could not be sent closes the flow, and its users hear of it.
 */
export interface Flow {
  readonly protocol: Protocol;
  readonly listener: Listener;
  readonly remoteHost: string;
  readonly remotePort: number;
  /** Unique among the process's connections; 0 for every UDP flow. Part of a flow token. */
  readonly id: number;
  /** False once a connection is closed; always true for UDP. */
  readonly open: boolean;
  /** Where what `rport` is answered with is kept, "" at first; a flow without this member has it made each time. */
  returnStamp?: string;
  /** Sends one whole message, latin1. Returns false when the flow is closed or its queue is full (RFC 3261 §18.4). */
  send(text: string): boolean;
  /** Registers for `onFlowClosed`; a UDP flow never closes and ignores it. */
  attach(user: FlowUser): void;
  detach(user: FlowUser): void;
  /** Sends the double CRLF of RFC 5626 §3.5.1 on a connection; its users hear of the pong. False when it cannot. */
  ping?(): boolean;
  /**
   * Asks the far end of a UDP flow for a sign of life, by STUN (RFC 5626 §4.4.2). `done` hears once where the far end sees this
   * one, as `host:port`, or null when it refused or left all repetitions unanswered; never before `probe` returns. What it returns gives up asking.
   */
  probe?(done: (mapped: string | null) => void): () => void;
  /** Ends a connection that its client takes for dead. */
  close?(reason: string): void;
}

/** The sockets, as the pure rooms see them. The host implements it with Node, the lab with a simulated network. */
export interface Transport {
  readonly listeners: readonly Listener[];
  /**
   * The flow to `target`: the open connection that already leads there, else a new one (its failure arrives as
   * `onFlowClosed`). Null when no listener of that protocol and address family can reach it. `from` prefers a listener
   * (a UDP response leaves the socket its request arrived at, RFC 3261 §18.2.2).
   */
  flowTo(target: Target, from?: Listener): Flow | null;
  /** The connection with that id; null when it is closed. */
  flowById(id: number): Flow | null;
}

/** Receives what arrives. */
export interface TransportUser {
  /** One datagram, or one message framed from a stream, as latin1 text. */
  onMessage(text: string, flow: Flow): void;
  /**
   * A stream sent octets that are no SIP message; `head` is what could be read of it. The flow closes after this call.
   * @param found says with which status it is answered; 400 without it
   */
  onUnframed(head: string, reason: string, flow: Flow, found?: Fault): void;
}

/** The default port of a protocol (RFC 3261 §19.1.2, RFC 7118 §8). */
export function defaultPort(protocol: Protocol): number {
  switch (protocol) {
    case "TLS":
      return 5061;
    case "WS":
      return 80;
    case "WSS":
      return 443;
    default:
      return 5060;
  }
}
