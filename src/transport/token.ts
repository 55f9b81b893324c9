import type { Hash } from "../kernel/mod.ts";
import { hostPort, unescaped } from "../syntax/mod.ts";
import type { Flow, Protocol, Transport } from "./flow.ts";

/** What a flow token says. */
export interface FlowTokenContent {
  /** Id of the connection; 0 for UDP. */
  readonly flowId: number;
  readonly protocol: Protocol;
  /** `host:port` of the UDP listener; null for a connection, whose id says it all. */
  readonly localListener: string | null;
  readonly remoteHost: string;
  readonly remotePort: number;
}

const letters: Readonly<Record<Protocol, string>> = { UDP: "u", TCP: "t", TLS: "s", WS: "w", WSS: "x" };
const protocols = new Map<string, Protocol>(
  (Object.keys(letters) as Protocol[]).map((protocol) => [letters[protocol], protocol]),
);

/** Hexadecimal characters of the signature: 80 bits, as in the example algorithm of RFC 5626 §5.2. */
const SIGNATURE = 20;

/**
 * Flow tokens (RFC 5626 §5.2): a flow written into the user part of a Path or Record-Route URI, signed so that nobody
 * can make this server send to an address of their choice. Nothing is stored. Readable on purpose:
 * `u-192.0.2.7-1f4s-10.0.0.1-3wk-<signature>` is UDP from listener 10.0.0.1, `t-m1x2-192.0.2.7-1f4s-<signature>` is TCP
 * connection m1x2; numbers are in base 36.
 */
export class FlowTokens {
  private readonly hash: Hash;
  private readonly secret: string;

  /** `secret` is known to this server alone; tokens written with another one are forged. */
  constructor(hash: Hash, secret: string) {
    this.hash = hash;
    this.secret = secret;
  }

  /** The token of `flow`, of characters that need no escape in the user part of a SIP URI. */
  sign(flow: Flow): string {
    const remote = `${hostOut(flow.remoteHost)}-${flow.remotePort.toString(36)}`;
    const { listener } = flow;
    const text =
      flow.protocol === "UDP"
        ? `u-${remote}-${hostOut(listener.host)}-${listener.port.toString(36)}`
        : `${letters[flow.protocol]}-${flow.id.toString(36)}-${remote}`;
    return `${text}-${this.signature(text)}`;
  }

  /** What the token in the user part of a URI says; "forged" when its signature is not ours, null when it is no token. */
  open(user: string): FlowTokenContent | "forged" | null {
    const token = user.indexOf("%") === -1 ? user : unescaped(user);
    const cut = token.length - SIGNATURE - 1;
    if (cut < 1 || token.charCodeAt(1) !== 45 || token.charCodeAt(cut) !== 45) return null;
    const text = token.slice(0, cut);
    const content = read(text);
    if (content === null) return null;
    return sameText(this.signature(text), token.slice(cut + 1)) ? content : "forged";
  }

  /**
   * The flow a token stands for: "forged" is answered 403 (RFC 5626 §5.3.1), "gone" 430, and null is no token at all.
   */
  resolve(user: string, transport: Transport): Flow | "forged" | "gone" | null {
    const content = this.open(user);
    if (content === null || content === "forged") return content;
    const { protocol, remoteHost, remotePort, localListener } = content;
    if (protocol !== "UDP") {
      const flow = transport.flowById(content.flowId);
      return flow?.open && flow.remoteHost === remoteHost && flow.remotePort === remotePort ? flow : "gone";
    }
    const listener = transport.listeners.find(
      (each) => each.protocol === "UDP" && hostPort(each.host, each.port) === localListener,
    );
    if (listener === undefined) return "gone";
    return transport.flowTo({ protocol, host: remoteHost, port: remotePort, domain: "" }, listener) ?? "gone";
  }

  private signature(text: string): string {
    return this.hash.hmacSha256(this.secret, `flow ${text}`).slice(0, SIGNATURE);
  }
}

function read(text: string): FlowTokenContent | null {
  const parts = text.split("-");
  const protocol = protocols.get(parts[0] as string);
  if (protocol === undefined) return null;
  if (protocol === "UDP") {
    const [, remoteHost = "", remotePort = "", localHost = "", localPort = ""] = parts;
    if (parts.length !== 5) return null;
    const local = hostPort(hostIn(localHost), Number.parseInt(localPort, 36));
    return content(0, protocol, local, remoteHost, remotePort);
  }
  const [, id = "", remoteHost = "", remotePort = ""] = parts;
  return parts.length === 4 ? content(Number.parseInt(id, 36), protocol, null, remoteHost, remotePort) : null;
}

function content(
  flowId: number,
  protocol: Protocol,
  localListener: string | null,
  host: string,
  port: string,
): FlowTokenContent | null {
  const remotePort = Number.parseInt(port, 36);
  if (host === "" || Number.isNaN(flowId) || Number.isNaN(remotePort)) return null;
  return { flowId, protocol, localListener, remoteHost: hostIn(host), remotePort };
}

/** An address without ":" (IPv6), "%" (its zone) and "-" (in the zone's name), which would end the user part or the field. */
function hostOut(host: string): string {
  return host.indexOf(":") === -1 ? host : host.replaceAll(":", "_").replaceAll("%", "~").replaceAll("-", "*");
}

function hostIn(text: string): string {
  return text.indexOf("_") === -1 ? text : text.replaceAll("_", ":").replaceAll("~", "%").replaceAll("*", "-");
}

/** Compares without telling by its duration how far two texts agree. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
