import { Header, type Message } from "../../syntax/mod.ts";
import type { Flow, Protocol } from "../../transport/mod.ts";
import type { Endpoint } from "../network.ts";

/** A message that reached a phone. */
export interface Received {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly message: Message;
  readonly text: string;
  readonly flow: Flow;
}

/** A request before it has a Via. */
export interface Draft {
  readonly method: string;
  readonly uri: string;
  readonly routes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: number;
  /** Further header lines without line ends. */
  readonly headers: readonly string[];
  readonly body: string;
  readonly maxForwards: number;
}

/** The octets of a request. */
export function writeRequest(draft: Draft, via: string): string {
  const lines = [
    `${draft.method} ${draft.uri} SIP/2.0`,
    `Via: ${via}`,
    `Max-Forwards: ${draft.maxForwards}`,
    ...draft.routes.map((route) => `Route: ${route}`),
    `From: ${draft.from}`,
    `To: ${draft.to}`,
    `Call-ID: ${draft.callId}`,
    `CSeq: ${draft.cseq} ${draft.method}`,
    ...draft.headers,
  ];
  if (draft.body !== "" && !draft.headers.some((line) => /^content-type\s*:/i.test(line)))
    lines.push(`Content-Type: ${draft.method === "MESSAGE" ? "text/plain" : "application/sdp"}`);
  return `${lines.join("\r\n")}\r\nContent-Length: ${draft.body.length}\r\n\r\n${draft.body}`;
}

/** The octets of a response, built from what the request says and nothing else (RFC 3261 §8.2.6). */
export function writeAnswer(
  request: Received,
  status: number,
  phrase: string,
  tag: string,
  headers: readonly string[],
  body: string,
): string {
  const { message, flow } = request;
  const vias = message.lines(Header.Via);
  const to = message.value(Header.To) ?? "";
  const lines = [
    `SIP/2.0 ${status} ${phrase}`,
    ...vias.map((via, i) => `Via: ${i === 0 ? stampVia(via, flow) : via}`),
    `From: ${message.value(Header.From)}`,
    `To: ${tagOf(to) !== "" || tag === "" ? to : `${to};tag=${tag}`}`,
    `Call-ID: ${message.callId}`,
    `CSeq: ${message.value(Header.CSeq)}`,
    ...headers,
  ];
  if (body !== "") lines.push("Content-Type: application/sdp");
  return `${lines.join("\r\n")}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** Fills in an empty `rport` and adds `received` (RFC 3581 §4). */
function stampVia(via: string, flow: Flow): string {
  return via.replace(/;rport(?=[;,\s]|$)/i, `;rport=${flow.remotePort};received=${flow.remoteHost}`);
}

/** The tag of a From or To value; "" when there is none. */
export function tagOf(value: string | null): string {
  const behind = (value ?? "").replace(/^[^>]*>/, "");
  return /;\s*tag\s*=\s*([^;\s]+)/i.exec(behind)?.[1] ?? "";
}

/** The URI of a name-addr or addr-spec. */
export function uriOf(value: string): string {
  return /<([^>]*)>/.exec(value)?.[1] ?? value.replace(/;.*$/, "").trim();
}

/** The branch parameter of the topmost Via; "" when there is none. */
export function branchOf(message: Message): string {
  const top = message.values(Header.Via)[0] ?? "";
  return /;\s*branch\s*=\s*([^;,\s]+)/i.exec(top)?.[1] ?? "";
}

/** The sent-by of the topmost Via; "" when there is none. */
export function sentByOf(message: Message): string {
  const top = message.values(Header.Via)[0] ?? "";
  return /^SIP\s*\/\s*2\.0\s*\/\s*\w+\s+([^;\s]+)/i.exec(top)?.[1] ?? "";
}

/** The number in CSeq; -1 when there is none. */
export function cseqOf(message: Message): number {
  return Number.parseInt(message.value(Header.CSeq) ?? "-1", 10);
}

/** The route set of a dialog as this message's Record-Route gives it, in order of the header (RFC 3261 §12.1). */
export function recordRoutes(message: Message): string[] {
  return message.values(Header.RecordRoute).map((value) => value.trim());
}

const WELL_KNOWN_PORTS: Record<Protocol, number> = { UDP: 5060, TCP: 5060, TLS: 5061, WS: 80, WSS: 443 };

/** Where a request to `uri` goes, names looked up in `names`; null when they lead nowhere. */
export function endpointOf(uri: string, names: ReadonlyMap<string, string>): Endpoint | null {
  const found = /^(sips?):(?:[^@]*@)?(\[[^\]]+\]|[^:;?>]+)(?::(\d+))?(.*)$/i.exec(uri);
  if (found === null) return null;
  const [, scheme = "", name = "", port, rest = ""] = found;
  const literal = name.startsWith("[") ? name.slice(1, -1) : name;
  const numeric = literal.includes(":") || /^\d+(\.\d+){3}$/.test(literal);
  const host = numeric ? literal : names.get(literal.toLowerCase());
  if (host === undefined) return null;
  const named = /;transport=(\w+)/i.exec(rest)?.[1]?.toUpperCase() as Protocol | undefined;
  let protocol: Protocol = named ?? "UDP";
  if (scheme.toLowerCase() === "sips") protocol = protocol === "WS" || protocol === "WSS" ? "WSS" : "TLS";
  return { protocol, host, port: port === undefined ? WELL_KNOWN_PORTS[protocol] : Number(port) };
}

/** `;transport=` for a Contact, empty for UDP. */
export function transportParameter(protocol: Protocol): string {
  return protocol === "UDP" ? "" : `;transport=${protocol.toLowerCase()}`;
}

/** A body that makes an INVITE or its 200 an offer or an answer. */
export function sdp(host: string): string {
  const family = host.includes(":") ? "IP6" : "IP4";
  const lines = [
    "v=0",
    `o=- 1 1 IN ${family} ${host}`,
    "s=-",
    `c=IN ${family} ${host}`,
    "t=0 0",
    "m=audio 40000 RTP/AVP 0",
  ];
  return `${lines.join("\r\n")}\r\n`;
}
